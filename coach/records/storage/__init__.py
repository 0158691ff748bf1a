"""The database: tables, transactions, and what only one kind of database needs."""
