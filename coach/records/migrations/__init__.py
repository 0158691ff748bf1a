"""How a database of any earlier version becomes one of today. Alembic runs them at opening."""
