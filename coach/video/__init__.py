"""Video files: opened with distrust, decoded, written, their sound, time and turn."""
