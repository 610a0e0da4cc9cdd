"""Dossiers: what an officer puts together for a decision, with what the program can fill in itself.

The program finds the earlier requests of the same person, offers grounds, factors and ways under each law, says which rights follow
from which basis, weighs what is held against the retention schedule, and suggests the systems of an effort estimate. The officer's
words are never overwritten. A dossier whose decision was told stays as it is; the next save begins a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.domain.approvals import ApprovalRecord
from workbench.domain.bases import Following, following
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import SaveDossier
from workbench.domain.decisions import Decision, RightNotAskedError
from workbench.domain.dossier import (
    Details,
    Dossier,
    EarlierRequest,
    EffortLine,
    KeptItem,
    earlier_requests,
    refill_earlier,
)
from workbench.domain.errors import InvalidInputError
from workbench.domain.factors import Factor, OfferedFactor, counter_factors
from workbench.domain.letters import LetterKind
from workbench.domain.phases import Act, permitted
from workbench.domain.reckon import zone_of
from workbench.domain.refusal_grounds import ClauseOffer
from workbench.domain.retention import Held, Weighed, kept_items, weigh
from workbench.domain.rights import Right
from workbench.services import case_file, refusal_data, registers, tasks
from workbench.services.office import Desk
from workbench.services.wording import words
from workbench.store import approvals as approval_store
from workbench.store import cases as case_store
from workbench.store import dossiers as dossier_store


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause of the policy under one law, with the factors that belong to it; `counter` must be answered if it is chosen."""

    offer: ClauseOffer
    factors: tuple[OfferedFactor, ...]
    counter: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class LawLine:
    """What one law of the case says to a refusal of the right."""

    law: str
    place: str
    received_on: date
    clauses: tuple[ClauseLine, ...]
    follows: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A decision that was told or taken up anew, with the dossier that carried it and the approvals it had."""

    decision: Decision
    dossier: Dossier | None
    approvals: tuple[ApprovalRecord, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the panel of one right shows.

    `dossier` is at work, its table of earlier requests as it is found now. `decision` is None while nothing is decided (anew).
    `effort_offered` are the office's systems, for the officer to put numbers to. `earlier_rounds` are oldest first.
    """

    case_id: int
    case_number: str
    right: Right
    dossier: Dossier
    saved_at: datetime | None
    officer_name: str
    decision: Decision | None
    editable: bool
    laws: tuple[LawLine, ...]
    effort_offered: tuple[EffortLine, ...]
    earlier_rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class WeighedLaw:
    """What the retention schedule says under one law about each category that is held."""

    law: str
    lines: tuple[Weighed, ...]
    kept: tuple[KeptItem, ...]


def save_dossier(command: SaveDossier, desk: Desk) -> Changes:
    """Keep what an officer has put together; nothing is written where nothing changed.

    Raises:
        NotFoundError: there is no such case.
        NotPermittedError: the case is answered or closed.
        RightNotAskedError: the request does not name the right.
        InvalidInputError: the dossier is that of another case.
    """
    case = case_file.load_for(desk, command.case_id, Act.DECIDE)
    right = command.dossier.right
    if right not in case.request.rights:
        raise RightNotAskedError(right=right.value, case=case.number)
    if command.dossier.case_number != case.number:
        raise InvalidInputError(field="case", problem="not_a_choice")
    dossier = refill_earlier(command.dossier, earlier_of(desk, case))
    if not dossier_store.save(desk.session, case.id, dossier, at=desk.now, officer_id=desk.officer.id):
        return Changes(journal=False)
    tasks.follow_decision(desk, case, right, dossier)
    return Changes(cases=frozenset({case.id}))


def dossier_page(desk: Desk, case_id: int, right: Right) -> DossierPage:
    """Return everything the panel of one right shows.

    Raises:
        NotFoundError: there is no such case.
        RightNotAskedError: the request does not name the right.
    """
    case = case_file.load(desk, case_id)
    if right not in case.request.rights:
        raise RightNotAskedError(right=right.value, case=case.number)
    stored = _at_work(desk, case, right)
    dossier = refill_earlier(at_work(desk, case, right), earlier_of(desk, case))
    return DossierPage(
        case_id=case.id,
        case_number=case.number,
        right=right,
        dossier=dossier,
        saved_at=stored.saved_at if stored is not None else None,
        officer_name=desk.officer_name(stored.officer_id) if stored is not None else "",
        decision=case.decision(right),
        editable=not desk.read_only and _permits(case),
        laws=tuple(_law_line(desk, case, right, place.law, dossier) for place in case.laws),
        effort_offered=effort_offered(dossier),
        earlier_rounds=rounds(desk, case, right),
    )


def at_work(desk: Desk, case: Case, right: Right) -> Dossier:
    """Return the dossier of a right as it was saved last, an empty one where none was since the right was taken up anew."""
    stored = _at_work(desk, case, right)
    return stored.dossier if stored is not None else Dossier(case.number, right)


def earlier_of(desk: Desk, case: Case) -> tuple[EarlierRequest, ...]:
    """Return the requests of the same person that came before a case, found by e-mail address and name."""
    same = case_store.same_person(desk.session, email=case.subject.email, name=case.subject.name, but=case.id)
    others = (case_store.load(desk.session, one) for one in same)
    return earlier_requests(case, others, zone=desk.settings.home_zone)


def effort_offered(dossier: Dossier) -> tuple[EffortLine, ...]:
    """Return the office's own systems that the estimate does not name yet, without numbers."""
    known = {line.system for line in dossier.effort.lines} if dossier.effort is not None else set[str]()
    systems = registers.load_systems().systems
    return tuple(EffortLine(one.id, 0, 0) for one in systems if not one.recipient and one.id not in known)


def follows(desk: Desk, case: Case, right: Right, law: str) -> tuple[Following, ...]:
    """Return for each purpose of the office whether a right follows from its basis under a law, and why."""
    purposes, known = registers.load_purposes()
    on = received_on(desk, case, law)
    return tuple(following(known, right, purpose, law, on=on) for purpose in purposes)


def weigh_erasure(desk: Desk, case_id: int, held: Iterable[Held]) -> tuple[WeighedLaw, ...]:
    """Return under each law of a case what goes and what stays of the categories that are held, on the day of the office.

    `kept` are the lines of a dossier that follow, in the language of the office.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    schedule, categories, language = registers.load_schedule(), tuple(held), desk.settings.language
    found = []
    for place in case.laws:
        lines = weigh(categories, schedule, desk.rulebook(place.law), on=desk.today())
        found.append(WeighedLaw(place.law, lines, kept_items(lines, language)))
    return tuple(found)


def rounds(desk: Desk, case: Case, right: Right) -> tuple[Round, ...]:
    """Return the decisions on a right that were told or taken up anew, oldest first; the one at work is not among them."""
    stored = [one for one in dossier_store.list_for_case(desk.session, case.id, right) if one.bound]
    by_decision = {one.decision_id: one.dossier for one in stored}
    standing = case.decision(right)
    records = approval_store.list_for_case(desk.session, case.id, right)
    taken = [one for one in case.decisions if one.right is right]
    found = []
    for number, decision in enumerate(taken):
        if standing is not None and decision.id == standing.id:
            continue
        later = taken[number + 1].decided_at if number + 1 < len(taken) else None
        theirs = tuple(
            one for one in records if decision.decided_at <= one.recorded_at and (later is None or one.recorded_at < later)
        )
        letters = tuple(
            letter.number
            for letter in case.letters
            if letter.issued_at is not None
            and decision.decided_at <= letter.issued_at
            and (later is None or letter.issued_at < later)
            and letter.kind is not LetterKind.ACKNOWLEDGEMENT
        )
        found.append(Round(decision, by_decision.get(decision.id), theirs, letters))
    return tuple(found)


def keep_with_decisions(desk: Desk, case: Case, rights: Iterable[Right]) -> None:
    """Let the dossiers of some rights stay with the decisions that stand now: they were told, or are taken up anew."""
    for right in rights:
        decision = case.decision(right)
        stored = dossier_store.newest(desk.session, case.id, right)
        if decision is not None and stored is not None and not stored.bound:
            dossier_store.bind(desk.session, stored.id, decision.id, at=desk.now, officer_id=desk.officer.id)


def suggestions(desk: Desk, case: Case, rights: Iterable[Right], language: str) -> Mapping[str, str]:
    """Return what the dossiers of some rights say for the officer's places in a letter, by the place's name."""
    parts: dict[str, list[str]] = {}
    for right in rights:
        details = at_work(desk, case, right).details
        for name, text in _places(details, language):
            if text.strip():
                parts.setdefault(name, []).append(text.strip())
    return {name: "\n".join(dict.fromkeys(texts)) for name, texts in parts.items()}


def received_on(desk: Desk, case: Case, law: str) -> date:
    """Return the local day of receipt under a law of a case."""
    rulebook = desk.rulebook(law)
    place = case.place_of(law)
    zone = zone_of(rulebook, place.place) if place is not None else rulebook.zone
    return case.request.received_at.astimezone(ZoneInfo(zone)).date()


def _at_work(desk: Desk, case: Case, right: Right) -> dossier_store.StoredDossier | None:
    stored = dossier_store.newest(desk.session, case.id, right)
    if stored is None or not stored.bound:
        return stored
    return stored if stored.decision_id in {one.id for one in case.decisions_on(right)} else None


def _permits(case: Case) -> bool:
    return Act.DECIDE in permitted(case)


def _law_line(desk: Desk, case: Case, right: Right, law: str, dossier: Dossier) -> LawLine:
    on = received_on(desk, case, law)
    factors = refusal_data.load_factors()
    ids = {one.factor_id for one in dossier.ticked}
    ticked = tuple(factor for factor in factors if factor.id in ids)
    place = case.place_of(law)
    return LawLine(
        law=law,
        place=place.place if place is not None else "",
        received_on=on,
        clauses=tuple(
            ClauseLine(offer, refusal_data.factors_for(law, offer.clause), counter_factors(factors, law, offer.clause, ticked))
            for offer in refusal_data.offers(law, right, on=on)
        ),
        follows=follows(desk, case, right, law),
    )


def _places(details: Details, language: str) -> Iterable[tuple[str, str]]:
    """Return the words of details for the places that templates keep for them."""
    known = words(language)
    rectified = (
        known.word("dossier_letter", "rectified", item=one.item, was=one.was, became=one.became) for one in details.rectified
    )
    switched = (known.word("dossier_letter", "switched_off", what=one.what, where=one.where) for one in details.switched_off)
    yield "measures", "; ".join((*rectified, *switched))
    yield "recipients_told", ", ".join(details.told)
    if details.automated is not None:
        yield "logic", details.automated.logic
        yield (
            "consequences",
            "\n".join(one for one in (details.automated.significance, details.automated.consequences) if one.strip()),
        )
    if details.ported is not None:
        yield "file_format", details.ported.format
        yield "file_delivery", details.ported.sent_to
