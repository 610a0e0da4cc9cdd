"""What should be checked before anyone relies on a date.

That is a rule that rests on less than the authority's own text and was not signed off, and a holiday that is only estimated.
"""

from PySide6.QtCore import QCoreApplication

from ui.models.why_words import confidence_word
from workbench.domain.rulebooks import Confidence, Limit
from workbench.services.laws import load_rulebooks
from workbench.services.lines import DeadlineLine

_ESTIMATED = "(estimated)"


def limit_of(line: DeadlineLine) -> Limit | None:
    """Return the limit that a clock runs under as the shipped rulebook has it; None for a rule of the house."""
    book = load_rulebooks().get(line.law)
    if book is None:
        return None
    return next((limit for limit in book.limits if limit.id == line.limit_id), None)


def doubts(line: DeadlineLine, *, unsigned: frozenset[str]) -> tuple[str, ...]:
    """Return sentences on what is not certain about a date; none where nothing is doubtful.

    Args:
        line: the clock.
        unsigned: laws whose rulebook nobody has signed off in this version.
    """
    told: list[str] = []
    limit = limit_of(line)
    if limit is not None and limit.source.confidence is not Confidence.HIGH and line.law in unsigned:
        sure = confidence_word(limit.source.confidence)
        told.append(QCoreApplication.translate("Doubts", "Have counsel confirm this rule: {sure}.").format(sure=sure))
    for name in _estimated(line):
        text = QCoreApplication.translate("Doubts", "Check the date of this holiday, the calendar only estimates it: {name}.")
        told.append(text.format(name=name))
    return tuple(told)


def _estimated(line: DeadlineLine) -> tuple[str, ...]:
    named = (str(dict(step.details).get("holiday", "")) for step in line.reckoning.steps)
    return tuple(dict.fromkeys(name.replace(_ESTIMATED, "").strip() for name in named if _ESTIMATED in name))
