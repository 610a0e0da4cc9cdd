"""The next step of a case in words: what to do, and by when it matters."""

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.wording import word
from workbench.services.lines import NextStep


def next_words(step: NextStep) -> str:
    """Return what the officer should do now."""
    told = word("next_step", step.code)
    return told.format(law=word("law", step.law)) if step.law else told


def next_date_words(step: NextStep) -> str:
    """Return by when, with the safe date where it is another; empty where no date matters."""
    if step.by is None:
        if step.safe is None:
            return ""
        return QCoreApplication.translate("NextStep", "safe {safe}").format(safe=formats.moment(step.safe, step.zone))
    by = formats.moment(step.by, step.zone)
    if step.safe is None or step.safe == step.by:
        return QCoreApplication.translate("NextStep", "by {by}").format(by=by)
    safe = formats.moment(step.safe, step.zone)
    return QCoreApplication.translate("NextStep", "by {by}; to be safe, by {safe}").format(by=by, safe=safe)
