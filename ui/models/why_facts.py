"""What is asked of the services beside a reckoning, so that a date can be explained whole.

That is the calendars kept with the case, who set a date by hand, and which rulebooks nobody has signed off.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui import formats
from workbench.domain.calendars import Calendar
from workbench.domain.case_clocks import AUTHORITY_DEADLINE
from workbench.services import cases, signoffs
from workbench.services.lines import CasePage, DeadlineLine, SignoffLine
from workbench.services.office import Desk
from workbench.services.wording import Words


@dataclass(frozen=True, slots=True)
class WhyFacts:
    """`calendars` are version and origin by place, `hands` the officer's name by the instant at which a date was set by hand.

    `rulebooks` are the versions by law that the case is reckoned with, `signed` the sign-offs of just these versions.
    """

    calendars: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    hands: Mapping[datetime, str] = field(default_factory=dict)
    unsigned: frozenset[str] = frozenset()
    rulebooks: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, SignoffLine] = field(default_factory=dict)


def why_facts(desk: Desk, case_id: int) -> WhyFacts:
    """Return what explains the dates of a case beside their steps.

    Raises:
        NotFoundError: there is no such case.
    """
    page = cases.case_page(desk, case_id)
    rulebooks = {one.law: one.digest for one in page.case.versions}
    books = signoffs.list_rulebooks(desk)
    signed = {
        one.law: one
        for book in books
        for one in (book.signoff, *book.earlier_signoffs)
        if one is not None and one.digest == rulebooks.get(one.law)
    }
    unsigned = frozenset(book.law for book in books if book.confirm and book.law not in signed)
    return WhyFacts(_calendars(page), _hands(page), unsigned, rulebooks, signed)


def unsigned_laws(desk: Desk) -> frozenset[str]:
    """Return the laws with a rule that rests on less than the authority's own text, and that nobody has signed off as they are."""
    return frozenset(line.law for line in signoffs.list_rulebooks(desk) if line.confirm)


def calendar_words(line: DeadlineLine, facts: WhyFacts, words: Words) -> str:
    """Return which calendar a date was reckoned with; nothing where none is known."""
    if line.kind == AUTHORITY_DEADLINE:
        return ""  # the authority counted nothing
    version, origin = facts.calendars.get(line.place, ("", ""))
    version = line.reckoning.calendar_version or version
    if not version:
        return ""
    place = words.place(line.place)
    if not origin:
        return QCoreApplication.translate("Why", "Calendar of {place}, version {version}.").format(place=place, version=version)
    return QCoreApplication.translate("Why", "Calendar of {place}, version {version}, from {origin}.").format(
        place=place, version=version, origin=origin
    )


def rulebook_words(line: DeadlineLine, facts: WhyFacts) -> str:
    """Return which version of the rulebook a date was reckoned with, and who signed it off; nothing where none is known."""
    version = "" if line.kind == AUTHORITY_DEADLINE else facts.rulebooks.get(line.law, "")
    if not version:
        return ""
    signed = facts.signed.get(line.law)
    if signed is None:
        return QCoreApplication.translate("Why", "Rulebook version {version}.").format(version=version)
    return QCoreApplication.translate("Why", "Rulebook version {version}, signed off by {who} on {day}: {text}.").format(
        version=version, who=signed.officer_name, day=formats.day(signed.signed_at.date()), text=signed.text_read.rstrip(".")
    )


def hand_words(line: DeadlineLine, facts: WhyFacts) -> str:
    """Return the name of the officer who set a date by hand, or nothing."""
    return facts.hands.get(line.override.recorded_at, "") if line.override is not None else ""


def _calendars(page: CasePage) -> dict[str, tuple[str, str]]:
    kept = {one.place: one for one in page.case.calendars}
    return {place: (one.version, Calendar.from_json(one.days).origin) for place, one in kept.items()}


def _hands(page: CasePage) -> dict[datetime, str]:
    return {line.at: line.officer_name for line in page.history if line.action == "deadline_overridden"}
