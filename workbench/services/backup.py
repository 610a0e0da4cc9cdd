"""Backup: a copy of the whole store that was opened and proved before anyone is told it exists."""

from functools import partial
from pathlib import Path

from workbench.services.office import Desk, Office, ask, run
from workbench.services.today import LAST_BACKUP
from workbench.store import backup as backup_store
from workbench.store import settings as setting_store


def back_up_office(office: Office, target: Path | None = None) -> Path:
    """Make a backup, prove it, note when, and return where it lies: a folder that is itself a store.

    Args:
        office: an office opened for writing.
        target: where to put it; by default a folder of its own beside the store.

    Raises:
        StoreReadOnlyError: the office was opened read-only.
        BackupFailedError: the copy could not be proved good and was thrown away.
        DiskFullError: no room for it.
    """
    now = ask(office, lambda desk: desk.now)
    with office.desk():
        pass  # refuses a read-only office before anything is copied
    path = backup_store.back_up(office.store, target, at=now)
    run(office, partial(_note, own=target is None))
    return path


def list_backups(folder: Path) -> tuple[backup_store.Backup, ...]:
    """Return the backups that lie with a store, newest first."""
    return backup_store.list_backups(folder)


def _note(desk: Desk, *, own: bool) -> None:
    setting_store.put(desk.session, LAST_BACKUP, desk.now.isoformat(), at=desk.now, officer_id=desk.officer.id)
    desk.record("backup_made", "office", {"beside_the_store": own})
