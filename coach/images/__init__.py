"""Still pictures: read with distrust, the people in them as numbers, tables and drawings."""
