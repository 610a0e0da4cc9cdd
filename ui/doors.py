"""Doors: what the window needs to make, open and mend a store, as `ui.__main__` provides it.

Everything here may take a second and is called away from the GUI thread. Secrets are never part of a representation.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workbench.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """How an officer unlocks a store: by passphrase, by recovery code, or by the key that this machine keeps."""

    passphrase: str = field(default="", repr=False)
    recovery_code: str = field(default="", repr=False)
    device: bool = False
    remember: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """What a new store is made of."""

    folder: Path
    office_name: str
    officer_name: str
    officer_title: str
    passphrase: str = field(repr=False)
    law: str
    place: str
    zone: str
    language: str


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """What this machine's keyring can do for a store: whether it has a key, and why it could not keep one (a word key)."""

    kept: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class LawChoice:
    """A law that can be an office's home: its id, its name, its places with their time zones."""

    law: str
    name: str
    places: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """A backup to restore from."""

    path: Path
    made_at: datetime


class Options(Protocol):
    """What the command line asked for."""

    folder: Path | None
    passphrase_file: str
    read_only: bool
    demo: bool
    say_painted: bool


class Doors(Protocol):
    """Makes, opens and mends stores. Every method may raise a `WorkbenchError`."""

    demo_passphrase: str

    def exists(self, folder: Path) -> bool:
        """Return whether a folder holds a store; fast, imports nothing heavy."""
        ...

    def open(self, folder: Path, secret: Secret) -> "Office":
        """Unlock a store."""
        ...

    def create(self, new: NewOffice) -> "tuple[Office, str]":
        """Make a store, and return the open office with its recovery code."""
        ...

    def make_demo(self, folder: Path, today: date | None = None) -> None:
        """Make a demo store, with every date relative to `today`."""
        ...

    def device_key(self, folder: Path) -> DeviceKey:
        """Return what the keyring can do for a store."""
        ...

    def remember(self, office: "Office") -> None:
        """Let this machine's keyring keep a key to the store."""
        ...

    def forget(self, office: "Office") -> None:
        """Take the key out of this machine's keyring."""
        ...

    def change_passphrase(self, office: "Office", *, old: str, new: str) -> None:
        """Replace the passphrase of the officer who is at work."""
        ...

    def new_recovery_code(self, office: "Office") -> str:
        """Return a new recovery code; the one before opens nothing any more."""
        ...

    def law_choices(self, language: str) -> tuple[LawChoice, ...]:
        """Return the laws that can be an office's home, named in a language."""
        ...

    def backups(self, folder: Path) -> tuple[BackupChoice, ...]:
        """Return the backups kept for a store, newest first."""
        ...

    def restore(self, folder: Path, backup: Path) -> None:
        """Put a backup in the place of a damaged store, which is kept beside it."""
        ...
