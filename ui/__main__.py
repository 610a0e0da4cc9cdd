"""The window's door: `onee-workbench [DIR]`. Starts fast, keeps one window per store, words its crashes, stops tidily.

Nothing heavy is imported before the first paint; a system on which Qt cannot run is told what it lacks instead of aborting.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui import system

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from ui.doors import BackupChoice, DeviceKey, LawChoice, NewOffice, Secret
    from workbench.services.office import Office

DEMO_PASSPHRASE = "a calm and orderly demo office"  # noqa: S105  printed at every start, it guards invented people
"""Opens the demo store; it is no secret, the demo's people are invented."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window and return the exit code: 0, or 1 when it cannot be shown or opened."""
    options = _options(sys.argv[1:] if arguments is None else arguments)
    if not system.platform():
        return _without_display(options)
    missing = system.missing_for_window()
    if missing:
        return _refuse(system.missing_sentence(missing))
    try:
        from ui.start import run_window  # noqa: PLC0415  fails where a system library is missing
    except ImportError as problem:
        library = system.missing_library(problem)
        if not library:
            raise
        return _refuse(system.missing_sentence((library,)))
    return run_window(options, Bootstrap())


class Options:
    """What the command line asked for."""

    folder: Path | None = None
    passphrase_file: str = ""
    read_only: bool = False
    demo: bool = False
    pictures: Path | None = None
    say_painted: bool = False


_FLAGS = {"--read-only": "read_only", "--demo": "demo", "--say-painted": "say_painted"}


class Bootstrap:
    """Makes, opens and mends stores through `workbench.bootstrap`, which is imported when it is first needed."""

    demo_passphrase = DEMO_PASSPHRASE

    def __init__(self, clock: "Callable[[], datetime] | None" = None) -> None:
        """Take a clock for the offices that are opened; by default it is the machine's."""
        self._clock = clock

    def exists(self, folder: Path) -> bool:
        """Return whether a folder holds a store, without importing what opens one."""
        return (folder / "keys.json").exists()

    def open(self, folder: Path, secret: "Secret") -> "Office":
        """Unlock a store."""
        from workbench.bootstrap import open_office  # noqa: PLC0415  after the first paint

        return open_office(
            folder,
            passphrase=secret.passphrase or None,
            recovery_code=secret.recovery_code or None,
            device=secret.device,
            read_only=secret.read_only,
            clock=self._clock,
        )

    def create(self, new: "NewOffice") -> "tuple[Office, str]":
        """Make a store, and return the open office with its recovery code."""
        from workbench.bootstrap import create_office  # noqa: PLC0415  after the first paint

        return create_office(
            new.folder,
            passphrase=new.passphrase,
            officer_name=new.officer_name,
            officer_title=new.officer_title,
            office_name=new.office_name,
            home_law=new.law,
            home_place=new.place,
            home_zone=new.zone,
            language=new.language,
            letter_language=new.language,
        )

    def make_demo(self, folder: Path, today: "date | None" = None) -> None:
        """Make a demo store, with every date relative to `today`."""
        from datetime import UTC, datetime  # noqa: PLC0415  only for a demo

        from workbench.bootstrap import create_office  # noqa: PLC0415  after the first paint
        from workbench.services.demo import demo_officer, fill_demo  # noqa: PLC0415  only for a demo

        officer = demo_officer()
        office, _code = create_office(
            folder, passphrase=self.demo_passphrase, officer_name=officer.name, officer_title=officer.title
        )
        try:
            fill_demo(office, today or datetime.now(UTC).astimezone().date())
        finally:
            office.close()

    def device_key(self, folder: Path) -> "DeviceKey":
        """Return what the keyring can do for a store."""
        from ui.doors import DeviceKey  # noqa: PLC0415  after the first paint
        from workbench.bootstrap import device_key_offered, device_key_possible  # noqa: PLC0415  as above

        return DeviceKey(kept=device_key_offered(folder), refusal=device_key_possible())

    def remember(self, office: "Office") -> None:
        """Let this machine's keyring keep a key to the store."""
        from workbench.bootstrap import remember_on_device  # noqa: PLC0415  after the first paint

        remember_on_device(office)

    def forget(self, office: "Office") -> None:
        """Take the key out of this machine's keyring."""
        from workbench.bootstrap import forget_device  # noqa: PLC0415  after the first paint

        forget_device(office)

    def change_passphrase(self, office: "Office", *, old: str, new: str) -> None:
        """Replace the passphrase of the officer who is at work."""
        from workbench.bootstrap import change_passphrase  # noqa: PLC0415  after the first paint

        change_passphrase(office, old=old, new=new)

    def new_recovery_code(self, office: "Office") -> str:
        """Return a new recovery code; the one before opens nothing any more."""
        from workbench.bootstrap import new_recovery_code  # noqa: PLC0415  after the first paint

        return new_recovery_code(office)

    def law_choices(self, language: str) -> "tuple[LawChoice, ...]":
        """Return the laws that can be an office's home, named in a language."""
        from ui.doors import LawChoice  # noqa: PLC0415  after the first paint
        from workbench.domain.reckon import zone_of  # noqa: PLC0415  after the first paint
        from workbench.domain.rulebooks import pick  # noqa: PLC0415  after the first paint
        from workbench.services.laws import load_rulebooks  # noqa: PLC0415  after the first paint
        from workbench.services.wording import words  # noqa: PLC0415  after the first paint

        known = words(language)
        return tuple(
            LawChoice(
                law=law,
                name=pick(rulebook.names, language) or rulebook.name,
                places=tuple((place, known.place(place), zone_of(rulebook, place)) for place in rulebook.places),
            )
            for law, rulebook in load_rulebooks().items()
        )

    def backups(self, folder: Path) -> "tuple[BackupChoice, ...]":
        """Return the backups kept for a store, newest first."""
        from ui.doors import BackupChoice  # noqa: PLC0415  only for a damaged store
        from workbench.services.backup import list_backups  # noqa: PLC0415  only for a damaged store

        return tuple(BackupChoice(path=backup.path, made_at=backup.made_at) for backup in list_backups(folder))

    def restore(self, folder: Path, backup: Path) -> None:
        """Put a backup in the place of a damaged store, which is kept beside it."""
        from workbench.bootstrap import restore_backup  # noqa: PLC0415  only for a damaged store

        restore_backup(folder, backup)


def _options(arguments: Sequence[str]) -> Options:
    """Return what the command line asks for; the plain forms are read without importing a parser."""
    found = Options()
    for argument in arguments:
        if argument in _FLAGS:
            setattr(found, _FLAGS[argument], True)
        elif argument.startswith("-") or found.folder is not None:
            return _parsed(arguments)
        else:
            found.folder = Path(argument)
    return found


def _parsed(arguments: Sequence[str]) -> Options:
    import argparse  # noqa: PLC0415  slow to import, and seldom needed

    parser = argparse.ArgumentParser(prog="onee-workbench", description="A privacy officer's workbench.")
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the store's folder; by default the last one")
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="unlock at once with the first line of FILE (- for standard input)"
    )
    parser.add_argument("--read-only", action="store_true", help="open the store for reading only")
    parser.add_argument("--demo", action="store_true", help="make a demo store if there is none yet, and open it")
    parser.add_argument("--pictures", metavar="OUTDIR", type=Path, help="without a display: where pictures and letters go")
    parser.add_argument("--say-painted", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments, namespace=Options())


def _without_display(options: Options) -> int:
    """Say that there is no display, and walk the main job offscreen all the same."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from ui.walk import walk_main_job  # noqa: PLC0415  fails where a system library is missing
    except ImportError as problem:
        library = system.missing_library(problem)
        if not library:
            raise
        return _refuse(system.missing_sentence((library,)))
    from workbench.services.demo import DEMO_DAY, demo_now  # noqa: PLC0415  only for the walk

    return walk_main_job(Bootstrap(lambda: demo_now(DEMO_DAY)), options.pictures)


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
