"""Cases that are no request: complaints, regulator matters and breaches, what they are about, and their working files."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and columns that older cases leave empty, so that their digests stay."""
    op.create_table(
        "case_contents",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_contents_case_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_case_contents_officer_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_contents")),
    )
    with op.batch_alter_table("cases") as table:
        table.add_column(sa.Column("kind", sa.String(length=16), nullable=True))
        table.add_column(sa.Column("about_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_cases_about_id"), "cases", ["about_id"], ["id"])
    op.create_index("ix_cases_about_id", "cases", ["about_id"], unique=False)
