"""Bringing a store up to date. Alembic is imported only when there is something to bring.

`REVISIONS` names every schema this program can open, oldest first. A revision is one transaction: it is there whole or not at all.
"""

from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from workbench.store.driver import Vault
from workbench.store.errors import StoreDamagedError

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = REVISIONS[-1]
GUARDS = ("journal_no_update", "journal_no_delete", "journal_no_replace", "blobs_no_update", "blobs_no_replace")
"""The triggers that keep what was written as it was written."""


def migrate(vault: Vault) -> None:
    """Bring a database from whatever it is, empty included, to `HEAD`, in one transaction.

    Raises:
        StoreDamagedError: rows point at rows that are not there; nothing was changed.
    """
    from alembic import command  # noqa: PLC0415  0.4 s that only a new or an old store pays
    from alembic.config import Config  # noqa: PLC0415  the same

    raw = vault.connect(foreign_keys=False)  # tables are rebuilt under their dependants, checked before the commit
    try:
        engine = create_engine(
            "sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
            config.set_main_option("path_separator", "os")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise StoreDamagedError(damage="references")
    finally:
        raw.close()
