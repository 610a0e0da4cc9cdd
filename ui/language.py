"""The language of the screen: translators and locale, changed together at run time."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui.wording import LANGUAGES, speak

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"
"""The folder of the compiled translations: `onee_<language>.qm` for our strings, `qt_<language>.qm` for Qt's own."""

_LOCALES = {"en": "en_GB", "id": "id_ID"}
_installed: list[QTranslator] = []


def system_language() -> str:
    """Return the language of the system where the screen speaks it, else English."""
    if sys.platform.startswith("linux"):
        named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        wanted = [named.partition("_")[0].partition(".")[0]]
    else:
        wanted = [tag.partition("-")[0] for tag in QLocale.system().uiLanguages()]
    return next((code for code in wanted if code in LANGUAGES), LANGUAGES[0])


def show_language(code: str) -> str:
    """Let the screen speak a language from now on, and return it; empty or unknown follows the system.

    Pages made before keep their words: the window makes them anew.
    """
    chosen = code if code in LANGUAGES else system_language()
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    speak(chosen)
    QLocale.setDefault(QLocale(_LOCALES[chosen]))
    for name in (f"qt_{chosen}", f"onee_{chosen}"):
        translator = QTranslator()
        if (TRANSLATIONS / f"{name}.qm").exists() and translator.load(name, str(TRANSLATIONS)):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    return chosen
