"""Migrations: the head is what the program says, it equals the models, and an older store is backed up first."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from tests.store.makers import NOW, Made, add_case, add_event
from workbench.domain.cases import CaseKind, EventKind
from workbench.store import backup, cases, engine, migrations
from workbench.store.driver import Vault
from workbench.store.engine import Store
from workbench.store.errors import BackupFailedError
from workbench.store.rows import Base
from workbench.store.verify import verify

FOLDER = Path(migrations.__file__).parent


def _scripts(folder: Path = FOLDER) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def test_the_program_knows_its_own_revisions() -> None:
    scripts = _scripts()
    assert scripts.get_current_head() == migrations.HEAD
    assert tuple(one.revision for one in scripts.walk_revisions())[::-1] == migrations.REVISIONS


def test_the_migrated_schema_equals_the_models(store: Store) -> None:
    with store.reading() as session:
        context = MigrationContext.configure(
            session.connection(),
            opts={"compare_type": True, "include_object": lambda _object, name, *_: not str(name).startswith("search_index")},
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_guards_are_those_that_verify_looks_for(store: Store) -> None:
    with store.raw() as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name").fetchall()
    assert [name for (name,) in found] == sorted(migrations.GUARDS)


@pytest.fixture
def next_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program of tomorrow: one revision more."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", *(f"versions/{path.name}" for path in (FOLDER / "versions").glob("r*.py"))):
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    (folder / "versions" / "r0007_more.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '0007'\ndown_revision = '0006'\n\n\ndef upgrade():\n"
        "    with op.batch_alter_table('officers') as table:\n        table.add_column(sa.Column('left_at', sa.DateTime()))\n",
    )
    for module in (engine, migrations):
        monkeypatch.setattr(module, "HEAD", "0007")
        monkeypatch.setattr(module, "REVISIONS", ("0001", "0002", "0003", "0004", "0005", "0006", "0007"))
    monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))
    return folder


def _columns(made: Made) -> list[str]:
    store = made.open()
    with store.raw() as connection:
        names = [row[1] for row in connection.execute("PRAGMA table_info(officers)")]
    store.close()
    return names


def test_an_older_store_is_backed_up_and_then_migrated(filled: Made, next_program: Path) -> None:
    assert next_program.exists()
    assert "left_at" in _columns(filled)
    (made,) = backup.list_backups(filled.folder)
    assert made.reason == "migration"
    backup.prove_copy(made.path)
    store = filled.open()
    assert len(backup.list_backups(filled.folder)) == 1
    assert verify(store) == ()
    store.close()


def test_a_migration_that_breaks_leaves_the_store_as_it_was(filled: Made, next_program: Path) -> None:
    path = next_program / "versions" / "r0007_more.py"
    path.write_text(path.read_text() + "    raise RuntimeError('half way')\n")
    before = (filled.folder / "cases.db").read_bytes()
    with pytest.raises(RuntimeError, match="half way"):
        filled.open()
    assert (filled.folder / "cases.db").read_bytes() == before
    path.write_text(path.read_text().replace("    raise RuntimeError('half way')\n", ""))
    assert "left_at" in _columns(filled)


def test_no_migration_without_a_proved_backup(filled: Made, next_program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert next_program.exists()

    def failing(*_args: object) -> None:
        raise BackupFailedError(problem="copy_differs")

    monkeypatch.setattr(backup, "_prove", failing)
    before = (filled.folder / "cases.db").read_bytes()
    with pytest.raises(BackupFailedError):
        filled.open()
    assert (filled.folder / "cases.db").read_bytes() == before


def test_a_restored_older_backup_is_migrated_again(filled: Made, next_program: Path) -> None:
    assert next_program.exists()
    filled.open().close()
    (made,) = backup.list_backups(filled.folder)
    backup.restore(filled.folder, made.path, at=NOW)
    assert "left_at" in _columns(filled)


def _before_the_kinds(made: Made) -> None:
    """Turn a store of today without complaints, matters and breaches into one of the program before they were known."""
    raw = Vault(made.folder, made.key).connect(foreign_keys=False)
    built = create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    with built.connect() as connection, connection.begin():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        undo = Operations(MigrationContext.configure(connection))
        undo.drop_index("ix_cases_about_id")
        with undo.batch_alter_table("cases") as table:
            table.drop_constraint("fk_cases_about_id", type_="foreignkey")
            table.drop_column("about_id")
            table.drop_column("kind")
        undo.drop_table("case_contents")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0005'")
    raw.close()


def test_cases_of_the_program_before_complaints_stay_what_the_journal_vouches_for(empty: Made) -> None:
    store = empty.open()
    with store.writing() as session:
        first = add_case(session)
        add_event(session, first.id, EventKind.REQUEST_RECEIVED)
        before = cases.load(session, first.id)
    store.close()
    _before_the_kinds(empty)
    store = empty.open()
    assert [one.reason for one in backup.list_backups(empty.folder)] == ["migration"]
    assert verify(store) == ()
    with store.reading() as session:
        assert cases.load(session, first.id) == before
        assert before.kind is CaseKind.REQUEST
    with store.writing() as session:
        about = add_case(session, number=cases.next_number(session, "CMP", 2026), kind=CaseKind.COMPLAINT, about_id=first.id)
        add_event(session, about.id, EventKind.COMPLAINT_RECEIVED)
    assert verify(store) == ()
    store.close()
