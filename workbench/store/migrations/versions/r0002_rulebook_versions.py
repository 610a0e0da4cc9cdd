"""Rulebook versions: the texts that cases are reckoned with, which case is pinned to which, and what the office signed off."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the cases of an older store are pinned when it is first opened."""
    op.create_table(
        "rulebook_texts",
        sa.Column("law", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("law", "digest", name=op.f("pk_rulebook_texts")),
    )
    op.create_table(
        "case_rulebooks",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("law", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("body_sha256", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_rulebooks_case_id")),
        sa.ForeignKeyConstraint(
            ["law", "digest"], ["rulebook_texts.law", "rulebook_texts.digest"], name=op.f("fk_case_rulebooks_law_digest")
        ),
        sa.PrimaryKeyConstraint("case_id", "law", name=op.f("pk_case_rulebooks")),
    )
    op.create_table(
        "rulebook_signoffs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("law", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("signed_at", sa.DateTime(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("text_read", sa.Text(), nullable=False),
        sa.Column("counsel", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officers.id"], name=op.f("fk_rulebook_signoffs_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulebook_signoffs")),
    )
    op.create_index("ix_rulebook_signoffs_law", "rulebook_signoffs", ["law", "id"], unique=False)
