"""Alembic's way in: it runs the migrations on the connection that
coach/records/storage/schema.py hands it, in the transaction that is begun there."""

from alembic import context

from coach.records.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
)
context.run_migrations()
