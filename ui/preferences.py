"""Preferences: the few choices that belong to this machine and not to an office, kept in a small file of their own.

The file holds a theme, a language and the folder of the last store: nothing about a case or a person. A file that cannot be read
counts as none.
"""

import os
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QJsonDocument, QStandardPaths

THEMES = ("system", "light", "dark")
"""The themes to choose from; the first follows the system."""

LANGUAGES = ("", "en", "id")
"""The languages of the screen before an office is open; empty follows the system."""


class Preferences(NamedTuple):
    """What this machine remembers."""

    theme: str = "system"
    language: str = ""
    last_folder: str = ""


def preferences_file() -> Path:
    """Return where the preferences are kept."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "onee-workbench" / "screen.json"


def load_preferences(file: Path) -> Preferences:
    """Return the preferences kept in a file, or the defaults where there are none that can be read."""
    try:
        kept = QJsonDocument.fromJson(file.read_bytes()).toVariant()
    except OSError:
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    texts = {name: value for name, value in kept.items() if name in Preferences._fields and isinstance(value, str)}
    found = Preferences(**texts)
    if found.theme not in THEMES:
        found = found._replace(theme=THEMES[0])
    return found if found.language in LANGUAGES else found._replace(language="")


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Keep the preferences, readable by this user only; where that is impossible they are simply not kept."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        spare = file.with_suffix(".new")
        with os.fdopen(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(QJsonDocument.fromVariant(preferences._asdict()).toJson().data())
        spare.replace(file)
    except OSError:
        return
