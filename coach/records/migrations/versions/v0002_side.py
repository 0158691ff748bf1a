"""Which side did a rep or an attempt, where one did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Nothing is known of what was kept before."""
    for table in ("reps", "attempts"):
        op.add_column(table, sa.Column("side", sa.String(8)))
