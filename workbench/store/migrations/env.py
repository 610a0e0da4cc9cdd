"""Alembic's way in: it runs on the connection that `migrate` hands over, inside its transaction."""

from alembic import context

from workbench.store.rows import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
