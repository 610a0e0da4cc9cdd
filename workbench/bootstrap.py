"""Bootstrap: the only place that builds an office out of its folder, its keys, its store and its laws.

Nothing heavy is imported before it is needed: a window can ask whether a folder holds an office before it has painted.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workbench.domain.changes import Changes
from workbench.domain.commands import AddOfficer
from workbench.domain.errors import WorkbenchError
from workbench.domain.settings import checked, parse_settings
from workbench.store import keys

if TYPE_CHECKING:
    from workbench.services.office import Office
    from workbench.store.keys import Cost, Unlocked

T = TypeVar("T")

Clock = Callable[[], datetime]
"""Returns now as an aware instant."""


def office_exists(folder: Path) -> bool:
    """Return whether a folder holds an office."""
    return keys.keys_exist(folder)


def device_key_offered(folder: Path) -> bool:
    """Return whether an office can be opened with this computer's keyring, without a passphrase."""
    try:
        return keys.keys_exist(folder) and keys.device_key_enabled(folder)
    except WorkbenchError:
        return False


def device_key_possible() -> str:
    """Return an empty string when this computer has a keyring that can be trusted, else the word key of the reason."""
    return keys.device_key_possible()


def create_office(
    folder: Path,
    *,
    passphrase: str,
    officer_name: str,
    officer_title: str = "",
    clock: Clock | None = None,
    cost: "Cost | None" = None,
    **settings: str,
) -> "tuple[Office, str]":
    """Make a new office in a folder and return it open, with the recovery code that is to be printed now.

    Args:
        folder: an empty folder, or one to be made.
        passphrase: the first officer's.
        officer_name: the first officer's name.
        officer_title: what stands under their signature.
        clock: returns now; by default the machine's clock.
        cost: what one guess at the passphrase costs; by default the standard.
        settings: settings by their declared keys, such as `office_name` and `home_law`.

    Raises:
        InvalidInputError: the officer has no name, or a setting cannot be taken.
        LawUnknownError, PlaceUnknownError: the home law or place is not shipped.
        WeakPassphraseError: the passphrase cannot be taken.
        StoreExistsError: the folder holds an office already.
        StoreInUseError: another program is at work in the folder.
        DiskFullError, StoreUnreachableError: the folder cannot be written.
    """
    from workbench.domain.reckon import zone_of  # noqa: PLC0415  see the head of the module
    from workbench.services.case_file import required_text  # noqa: PLC0415  see the head of the module
    from workbench.services.laws import load_rulebooks, rulebook  # noqa: PLC0415  see the head of the module
    from workbench.services.office import Office, run, utc_now  # noqa: PLC0415  see the head of the module
    from workbench.services.renewal import renew_clocks  # noqa: PLC0415  see the head of the module
    from workbench.store import engine, lock, officers  # noqa: PLC0415  see the head of the module
    from workbench.store import settings as setting_store  # noqa: PLC0415  see the head of the module

    name = required_text(officer_name, "officer_name")
    texts = {key: checked(key, value) for key, value in settings.items()}
    home = parse_settings(texts)
    zone_of(rulebook(home.home_law), home.home_place)
    now = clock or utc_now
    _make_folder(folder)
    held = lock.hold(folder)
    try:
        new = keys.create_keys(folder, passphrase=passphrase, cost=cost or keys.STANDARD)
        store = engine.create_store(folder, new.data_key)
        try:
            with store.writing() as session:
                officer = officers.add(session, name=name, title=officer_title.strip(), at=now())
                for key, text in texts.items():
                    setting_store.put(session, key, text, at=now(), officer_id=officer.id)
        except BaseException:
            store.close()
            raise
    except BaseException:
        held.release()
        raise
    office = Office(
        folder=folder,
        store=store,
        rulebooks=load_rulebooks(),
        officer=officer,
        clock=now,
        data_key=new.data_key,
        on_close=(held.release,),
    )
    with _closed_on_refusal(office):
        run(office, renew_clocks)
    return office, new.recovery_code


def open_office(
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    device: bool = False,
    read_only: bool = False,
    clock: Clock | None = None,
) -> "Office":
    """Open an office with one secret and return it.

    Args:
        folder: where the office is.
        passphrase: an officer's.
        recovery_code: the printed one.
        device: open with the key in this computer's keyring.
        read_only: look without writing, also while another program holds the office.
        clock: returns now; by default the machine's clock.

    Raises:
        StoreMissingError: the folder holds no office.
        StoreInUseError: another program holds it; it can be opened read-only.
        WrongSecretError: the secret opens nothing; the same for every wrong one.
        RecoveryCodeMistypedError: the code fails its own checksum.
        DeviceKeyRefusedError: the keyring has no key that can be trusted.
        KeysDamagedError, StoreDamagedError: something is not as it was written; nothing was changed.
        StoreTooNewError: a newer program wrote it.
    """
    from workbench.services.laws import load_rulebooks  # noqa: PLC0415  see the head of the module
    from workbench.services.office import Office, run, utc_now  # noqa: PLC0415  see the head of the module
    from workbench.services.renewal import renew_clocks  # noqa: PLC0415  see the head of the module
    from workbench.store import engine, journal, lock, officers  # noqa: PLC0415  see the head of the module
    from workbench.store.errors import StoreMissingError  # noqa: PLC0415  see the head of the module

    if not office_exists(folder):
        raise StoreMissingError
    held = None if read_only else lock.hold(folder)
    try:
        unlocked = _unlock(folder, passphrase=passphrase, recovery_code=recovery_code, device=device)
        store = engine.open_store(folder, unlocked.data_key, read_only=read_only)
        try:
            with store.reading() as session:
                officer = officers.load(session, unlocked.officer_id)
                sound = not journal.check_chain(session)
        except BaseException:
            store.close()
            raise
    except BaseException:
        if held is not None:
            held.release()
        raise
    office = Office(
        folder=folder,
        store=store,
        rulebooks=load_rulebooks(),
        officer=officer,
        read_only=read_only,
        clock=clock or utc_now,
        data_key=unlocked.data_key,
        journal_sound=sound,
        on_close=() if held is None else (held.release,),
    )
    if not read_only:
        with _closed_on_refusal(office):
            run(office, renew_clocks)
            if recovery_code is not None:
                _record(office, "opened_with_recovery_code", lambda: None)
    return office


def remember_on_device(office: "Office") -> None:
    """Keep a key for this office in this computer's keyring: a comfort, never the only way in.

    Raises:
        StoreReadOnlyError: the office was opened read-only.
        DeviceKeyRefusedError: the keyring cannot be trusted; nothing was changed.
    """
    _record(
        office,
        "device_key_enabled",
        lambda: keys.enable_device_key(office.folder, office.data_key, officer_id=office.officer.id),
    )


def forget_device(office: "Office") -> None:
    """Take the key for this office out of this computer's keyring.

    Raises:
        StoreReadOnlyError: the office was opened read-only.
    """
    _record(office, "device_key_disabled", lambda: keys.disable_device_key(office.folder, office.data_key))


def change_passphrase(office: "Office", *, old: str, new: str) -> None:
    """Replace the passphrase of the officer who is at work; their signing key goes under the new one with it.

    Raises:
        WrongSecretError: the old passphrase is not theirs.
        WeakPassphraseError: the new one cannot be taken.
        StoreReadOnlyError: the office was opened read-only.
    """
    from workbench.services import approvals  # noqa: PLC0415  see the head of the module
    from workbench.store.errors import WrongSecretError  # noqa: PLC0415  see the head of the module

    if keys.unlock_with_passphrase(office.folder, old).officer_id != office.officer.id:
        raise WrongSecretError
    with office.desk() as desk:
        desk.record("passphrase_changed", "office", {})
        approvals.wrap_signing_key(desk, old=old, new=new)
        keys.change_passphrase(office.folder, office.data_key, officer_id=office.officer.id, passphrase=new)


def new_recovery_code(office: "Office") -> str:
    """Make a new recovery code, to be printed now; the one before opens nothing any more.

    Raises:
        StoreReadOnlyError: the office was opened read-only.
    """
    return _record(
        office,
        "recovery_code_renewed",
        lambda: keys.new_recovery_code(office.folder, office.data_key, officer_id=office.officer.id),
    )


def add_officer(office: "Office", command: AddOfficer) -> Changes:
    """Add an officer with a passphrase of their own.

    Raises:
        InvalidInputError: the name is empty.
        WeakPassphraseError: the passphrase cannot be taken; nobody is added then.
        StoreReadOnlyError: the office was opened read-only.
    """
    from workbench.services import settings  # noqa: PLC0415  see the head of the module
    from workbench.services.office import run  # noqa: PLC0415  see the head of the module

    return run(office, partial(settings.add_officer, command))


def restore_backup(folder: Path, backup: Path, *, clock: Clock | None = None) -> Path:
    """Put a backup in place of a closed office and return the folder in which the files it replaced are kept.

    Raises:
        BackupDamagedError: the backup is not what was written; the office was left as it was.
        StoreInUseError: a program still has the office open.
    """
    from workbench.services.office import utc_now  # noqa: PLC0415  see the head of the module
    from workbench.store import backup as backup_store  # noqa: PLC0415  see the head of the module
    from workbench.store import lock  # noqa: PLC0415  see the head of the module

    with lock.hold(folder):
        return backup_store.restore(folder, backup, at=(clock or utc_now)())


@contextmanager
def _closed_on_refusal(office: "Office") -> Iterator[None]:
    try:
        yield
    except BaseException:
        office.close()
        raise


def _make_folder(folder: Path) -> None:
    from workbench.store.errors import StoreUnreachableError  # noqa: PLC0415  see the head of the module

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachableError(problem="store_open") from error


def _record(office: "Office", action: str, work: Callable[[], T]) -> T:
    with office.desk() as desk:
        desk.record(action, "office", {})
        return work()


def _unlock(folder: Path, *, passphrase: str | None, recovery_code: str | None, device: bool) -> "Unlocked":
    if passphrase is not None:
        return keys.unlock_with_passphrase(folder, passphrase)
    if recovery_code is not None:
        return keys.unlock_with_recovery_code(folder, recovery_code)
    if device:
        return keys.unlock_with_device(folder)
    from workbench.store.errors import WrongSecretError  # noqa: PLC0415  see the head of the module

    raise WrongSecretError
