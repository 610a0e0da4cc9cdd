"""Ready: whether decisions may be told, joined from dossier, decision, letter, approvals, laws and clocks.

The gate of what leaves the house: a letter that tells a refusal, a partial refusal or an erasure is issued and sent only while every
check holds. The digest of a letter is that of everything on its paper but what the issue decides by itself: the date (in its
place, in the head of further pages, in the file), the head of the journal, the marks of a draft, the picture of the signature, which
is there only where the signatory issues the letter. Number, addressee, words, language, name of the signatory, logo, remedies and
the bytes of the enclosures are in it. A sentence that the day changes (that the answer is late) changes the digest.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Final

from workbench.domain.approvals import ApprovalRecord, FourEyes, Means, NotReadyError, statement
from workbench.domain.canonical import digest
from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.decisions import Decision
from workbench.domain.dossier import Approval, Verdict, approved_content
from workbench.domain.letters import ComposedLetter, Letter
from workbench.domain.readiness import Check, Facts, LawFacts, LetterFacts, needs_approval, readiness, ready
from workbench.domain.rights import Right
from workbench.domain.templates import Need
from workbench.services import answer_clocks, deadlines, dossiers, refusal_data, registers
from workbench.services.decisions import laws_needing_ground
from workbench.services.letter_texts import Composed
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk, listed
from workbench.store import approvals as approval_store
from workbench.store import officer_keys as key_store

OF_THE_ISSUE: Final = frozenset({"place_and_date", "dated", "continuation", "anchor", "draft", "signature"})
"""The parts of a composed letter that its digest leaves out: the day decides them, or whose hand issues it."""

CONTENT: Final = "content"
LATE: Final = "late"
EXCEPTED: Final = "excepted"
"""Details of the issue of a letter: the digest that was approved, that it says it is late, that an exception was used."""

NOBODY: Final = 0
"""Stands for the officer of an exception whose content changed since: it is shown as stale and never counts."""


@dataclass(frozen=True, slots=True)
class Approved:
    """The verdict that lets content out: who gave it, by which means."""

    right: Right
    record: ApprovalRecord


def letter_digest(letter: ComposedLetter) -> str:
    """Return the digest of a letter's content."""
    said = []
    for part in fields(letter):
        value = getattr(letter, part.name)
        if part.name not in OF_THE_ISSUE:
            said.append((part.name, hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value))
    return digest(*said)


def letter_facts(desk: Desk, case: Case, composed: Composed) -> LetterFacts:
    """Return what readiness looks at of a letter as it is composed now."""
    remedies = frozenset(
        (place.law, remedy.kind)
        for place in case.laws
        for remedy in desk.rulebook(place.law).remedies
        if Need(remedy.kind, place.law) in composed.printed
    )
    return LetterFacts(
        digest=letter_digest(composed.letter),
        remedies=remedies,
        lacks=tuple(dict.fromkeys(one.code for one in composed.required if not one.present)),
        says_late=Need(LATE) in composed.printed,
    )


def issued_facts(desk: Desk, case: Case, letter: Letter) -> LetterFacts:
    """Return what readiness looks at of a letter that was issued: what was checked then, for its bytes never change."""
    issued = _issue_of(case, letter)
    remedies = frozenset((place.law, remedy.kind) for place in case.laws for remedy in desk.rulebook(place.law).remedies)
    content = issued.detail(CONTENT) if issued is not None else ""
    return LetterFacts(content, remedies, says_late=issued is not None and bool(issued.detail(LATE)))


def content_of(desk: Desk, case: Case, decision: Decision, letter: LetterFacts | None) -> str:
    """Return the digest that an approval of a decision names now."""
    dossier = dossiers.at_work(desk, case, decision.right)
    return approved_content(dossier, decision, letter.digest if letter is not None else "")


def checks(
    desk: Desk,
    case: Case,
    decision: Decision,
    letter: LetterFacts | None,
    *,
    now: datetime,
    lines: Sequence[DeadlineLine] | None = None,
) -> tuple[Check, ...]:
    """Return the readiness list of a decision.

    Args:
        desk: the desk.
        case: the case.
        decision: the one that stands on the right.
        letter: what the letter that tells it says; None while there is none.
        now: the instant at which the letter would leave, or left.
        lines: the clocks of the case, where they are known already.
    """
    if not needs_approval(decision):
        return ()
    dossier = dossiers.at_work(desk, case, decision.right)
    content = content_of(desk, case, decision, letter)
    given, excepted = _approvals(desk, case, decision, content)
    known = lines if lines is not None else deadlines.lines_of(desk, case)
    facts = Facts(
        laws=tuple(
            _law_facts(desk, case, decision.right, law, known) for law in laws_needing_ground(desk, case, decision.right)
        ),
        factors=refusal_data.load_factors(),
        alternatives=refusal_data.load_alternatives(),
        letter=letter,
        approvals=given,
        single_officer=excepted,
        contract_laws=registers.load_schedule().contract_laws,
    )
    return readiness(dossier, decision, facts, now=now)


def require(desk: Desk, case: Case, rights: Iterable[Right], letter: LetterFacts, *, now: datetime) -> tuple[Approved, ...]:
    """Return by whose approval a letter may tell the decisions on some rights; none where none of them needs one.

    Raises:
        NotReadyError: one of the decisions would not stand yet.
    """
    found: list[Approved] = []
    lines = None
    for right in rights:
        decision = case.decision(right)
        if decision is None or not needs_approval(decision):
            continue
        lines = lines if lines is not None else deadlines.lines_of(desk, case)
        missing = [check.code.value for check in checks(desk, case, decision, letter, now=now, lines=lines) if not check.ok]
        if missing:
            raise NotReadyError(right=right.value, missing=listed(missing), count=len(missing), case=case.number)
        content = content_of(desk, case, decision, letter)
        found.extend(Approved(right, record) for record in approvals_of(desk, case, decision, content))
    return tuple(found)


def gated(case: Case, rights: Iterable[Right]) -> bool:
    """Return whether the decision on one of the rights needs a second officer."""
    decisions = (case.decision(right) for right in rights)
    return any(decision is not None and needs_approval(decision) for decision in decisions)


def issue_details(letter: LetterFacts | None, approved: Iterable[Approved]) -> Mapping[str, str]:
    """Return what the issue of a letter keeps of its readiness; nothing where no second officer was needed."""
    if letter is None:
        return {}
    by_exception = [one.right.value for one in approved if one.record.means is Means.EXCEPTION]
    return {CONTENT: letter.digest, LATE: "yes" if letter.says_late else "", EXCEPTED: listed(by_exception)}


def is_ready(found: Iterable[Check]) -> bool:
    """Return whether every check holds."""
    return ready(found)


def approvals_of(desk: Desk, case: Case, decision: Decision, content: str) -> tuple[ApprovalRecord, ...]:
    """Return the approvals and exceptions that hold for exactly this content."""
    return tuple(
        record
        for record in records_since(desk, case, decision.right)
        if record.digest == content and record.verdict is Verdict.APPROVED and _counts(desk, case, record)
    )


def records_since(desk: Desk, case: Case, right: Right) -> tuple[ApprovalRecord, ...]:
    """Return the lines of the approvals of a right since it was taken up anew, oldest first."""
    taken = case.decisions_on(right)
    if not taken:
        return ()
    records = approval_store.list_for_case(desk.session, case.id, right)
    return tuple(one for one in records if one.recorded_at >= taken[0].decided_at)


def exception_refused(desk: Desk) -> str:
    """Return why the exception for one officer cannot be used, as a word key of `no_exception`; empty where it can."""
    if desk.settings.four_eyes != FourEyes.ONE_OFFICER:
        return "not_set"
    return "" if len(desk.officers) == 1 else "second_officer"


def _approvals(desk: Desk, case: Case, decision: Decision, content: str) -> tuple[tuple[Approval, ...], bool]:
    """Return the verdicts that count, oldest first, and whether the exception was used for exactly this content."""
    given: list[Approval] = []
    excepted = False
    for record in records_since(desk, case, decision.right):
        if record.verdict is None:
            continue
        if record.means is not Means.EXCEPTION:
            given += [record.as_approval()] if _counts(desk, case, record) else []
        elif record.digest != content:
            given.append(replace(record.as_approval(), officer_id=NOBODY))
        else:
            excepted = excepted or _counts(desk, case, record)
    return tuple(given), excepted


def _counts(desk: Desk, case: Case, record: ApprovalRecord) -> bool:
    """Return whether a verdict is what it says: signed by an officer who neither decided nor asked, or an exception allowed."""
    if record.verdict is None:
        return False
    if record.means is Means.EXCEPTION:
        return not exception_refused(desk)
    key = key_store.find(desk.session, record.officer_id)
    said = statement(
        case_number=case.number,
        right=record.right,
        digest=record.digest,
        verdict=record.verdict,
        words=record.words,
        given_at=record.given_at,
    )
    return (
        record.officer_id != record.asked_by and key is not None and key_store.signed_by(key.public_key, record.signature, said)
    )


def _law_facts(desk: Desk, case: Case, right: Right, law: str, lines: Sequence[DeadlineLine]) -> LawFacts:
    ends = [answer_clocks.last_instant(line) for line in answer_clocks.owed(lines, right, law)]
    due = min((end for end in ends if end is not None), default=None)
    return LawFacts(desk.rulebook(law), dossiers.received_on(desk, case, law), due)


def _issue_of(case: Case, letter: Letter) -> CaseEvent | None:
    return next(
        (
            event
            for event in reversed(case.events)
            if event.kind is EventKind.LETTER_ISSUED and event.detail("letter") == letter.number
        ),
        None,
    )
