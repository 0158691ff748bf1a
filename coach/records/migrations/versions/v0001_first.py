"""People, their sets, reps and attempts, and the movement."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """From nothing."""
    op.create_table(
        "people",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("account", sa.String(500), nullable=False),
        sa.Column("profile", sa.String(80), nullable=False),
        sa.UniqueConstraint("account", "profile"),
    )
    op.create_table(
        "sets",
        sa.Column("key", _KEY, primary_key=True),
        sa.Column("person", _KEY, _of("people"), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("duration_s", sa.Double(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("hold_s", sa.Double(), nullable=False),
        sa.Column("longest_hold_s", sa.Double(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("range_of_motion", sa.Double()),
        sa.Column("descent_s", sa.Double()),
        sa.Column("ascent_s", sa.Double()),
        sa.Column("uneven_deg", sa.Double()),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("view", sa.String(16), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("rest", sa.JSON(), nullable=False),
        sa.UniqueConstraint("person", "id"),
    )
    op.create_index("sets_of_a_person", "sets", ["person", "started_at"])
    op.create_index("sets_not_ended", "sets", ["ended"])
    op.create_table(
        "reps",
        sa.Column("set", _KEY, _of("sets"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.Column("bottom_s", sa.Double(), nullable=False),
        sa.Column("end_s", sa.Double(), nullable=False),
        sa.Column("range_of_motion", sa.Double()),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("uneven_deg", sa.Double()),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("deductions", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
    )
    op.create_table(
        "attempts",
        sa.Column("set", _KEY, _of("sets"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.Column("bottom_s", sa.Double(), nullable=False),
        sa.Column("end_s", sa.Double(), nullable=False),
        sa.Column("range_of_motion", sa.Double()),
        sa.Column("evidence", sa.JSON(), nullable=False),
    )
    op.create_table(
        "movement",
        sa.Column("set", _KEY, _of("sets"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )


def _of(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.key", ondelete="CASCADE")
