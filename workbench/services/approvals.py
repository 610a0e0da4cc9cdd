"""Approvals: four eyes on what says no and on what erases.

A second officer approves on this laptop with their own passphrase, which opens their signing key; what they say is signed. The
verdict is on exactly the content that they saw: decision, dossier and the letter that is drafted. Whatever changes voids it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.domain.approvals import (
    ApprovalNotNeededError,
    ApprovalRecord,
    ApprovalState,
    ContentChangedError,
    ExceptionNotAllowedError,
    Means,
    NoLetterToApproveError,
    OwnApprovalError,
    SigningKeyMissingError,
    statement,
)
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.commands import AskApproval, GiveApproval, UseException
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.dossier import Dossier, Verdict
from workbench.domain.letters import Letter, LetterKind, LetterState
from workbench.domain.phases import TELLS, Act, outdated, rights_told_by
from workbench.domain.readiness import Check, CheckCode, LetterFacts, needs_approval
from workbench.domain.rights import Right
from workbench.services import case_file, dossiers, letters, ready
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk
from workbench.store import approvals as approval_store
from workbench.store import officer_keys as key_store

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Signer:
    """An officer who proved to be there, with their signing key; never printed."""

    officer_id: int
    sign: Callable[[bytes], bytes]

    def __repr__(self) -> str:
        """Return the officer alone."""
        return f"Signer({self.officer_id})"


@dataclass(frozen=True, slots=True)
class Content:
    """Exactly what is approved: `digest` names it; `letter` is the one that would tell it, or told it."""

    case_id: int
    case_number: str
    right: Right
    decision: Decision
    dossier: Dossier
    letter: Letter | None
    digest: str


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """One request for approval as the page lists it: the newest of its right.

    `mine` says that the officer at the desk asked for it or decided; `words` are those of the request, `answer` of the verdict.
    `checks_open` counts the checks, approval aside, that do not hold yet.
    """

    case_id: int
    case_number: str
    subject_name: str
    right: Right
    outcome: Outcome
    state: ApprovalState
    mine: bool
    asked_at: datetime
    asked_by: str
    words: str
    answered_at: datetime | None
    answered_by: str
    answer: str
    digest: str
    letter: str
    checks_open: int


@dataclass(frozen=True, slots=True)
class ApprovalsBoard:
    """The approvals page: what waits for the officer at the desk, what they asked for, what changed since, what was answered."""

    waiting: tuple[ApprovalLine, ...]
    asked: tuple[ApprovalLine, ...]
    stale: tuple[ApprovalLine, ...]
    answered: tuple[ApprovalLine, ...]


def readiness_of(desk: Desk, case_id: int, right: Right) -> tuple[Check, ...]:
    """Return the readiness list of a right: empty where nothing is decided, or where the decision needs no second officer.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    decision = case.decision(right)
    if decision is None:
        return ()
    letter = letter_for(case, right)
    return ready.checks(desk, case, decision, _facts(desk, case, letter), now=_leaving(desk, letter))


def content_of(desk: Desk, case_id: int, right: Right) -> Content:
    """Return exactly what would be approved now.

    Raises:
        NotFoundError: there is no such case.
        ApprovalNotNeededError: nothing is decided, or the decision needs no second officer.
    """
    return _content(desk, case_file.load(desk, case_id), right)


def ask_approval(command: AskApproval, desk: Desk) -> Changes:
    """Ask a second officer to approve; `created` is the id of the request.

    Raises:
        NotPermittedError: the case is answered or closed.
        ApprovalNotNeededError: nothing is decided, or the decision needs no second officer.
        NoLetterToApproveError: no letter is drafted that tells the decision.
    """
    case = case_file.load_for(desk, command.case_id, Act.APPROVE)
    content = _complete(desk, case, command.right)
    kept = _kept(desk, content, _said(desk, content, command.words.strip(), officer_id=desk.officer.id))
    return Changes(cases=frozenset({case.id}), created=kept.id)


def give_approval(command: GiveApproval, desk: Desk) -> Changes:
    """Record what a second officer says, proved by their passphrase and signed with their key.

    Raises:
        WrongSecretError: the passphrase opens nothing.
        OwnApprovalError: it is that of the officer who decided or asked.
        SigningKeyMissingError: the officer signs on another laptop.
        ContentChangedError: the content is no longer the one that was looked at.
        ApprovalNotNeededError, NoLetterToApproveError, NotPermittedError: as for `ask_approval`.
        InvalidInputError: a rejection or a question without words.
    """
    return give_verdict(command, prove_officer(desk, command.passphrase), desk)


def give_verdict(command: GiveApproval, signer: Signer, desk: Desk) -> Changes:
    """Record what a second officer says who proved already to be there.

    Raises:
        OwnApprovalError, ContentChangedError, ApprovalNotNeededError, NoLetterToApproveError, NotPermittedError, InvalidInputError:
            as for `give_approval`.
    """
    case = case_file.load_for(desk, command.case_id, Act.APPROVE)
    content = _complete(desk, case, command.right)
    asked_by = _asked_by(desk, case, content)
    if signer.officer_id in {content.decision.officer_id, asked_by}:
        raise OwnApprovalError(case=case.number, right=command.right.value)
    if command.digest != content.digest:
        raise ContentChangedError(case=case.number, right=command.right.value)
    said = command.words.strip()
    if command.verdict is not Verdict.APPROVED:
        said = case_file.required_text(said, "approval_words")
    signed = signer.sign(
        statement(
            case_number=case.number,
            right=command.right,
            digest=content.digest,
            verdict=command.verdict,
            words=said,
            given_at=desk.now,
        )
    )
    answer = replace(
        _said(desk, content, said, officer_id=signer.officer_id),
        verdict=command.verdict,
        means=Means.SLOT,
        asked_by=asked_by,
        signature=signed.hex(),
    )
    kept = _kept(desk, content, answer)
    return Changes(cases=frozenset({case.id}), created=kept.id)


def record_answer(desk: Desk, content: Content, answer: ApprovalRecord) -> ApprovalRecord:
    """Keep a verdict that came back in a review packet, its signature proved before, and return it.

    Args:
        desk: the desk.
        content: what would be approved now; its digest is the one that the answer names.
        answer: verdict, words, signature, when it was given, whose it is and who asked; the rest is filled in here.

    Raises:
        OwnApprovalError: it is that of the officer who decided or asked.
        ContentChangedError: it is about other content.
    """
    if answer.officer_id in {content.decision.officer_id, answer.asked_by}:
        raise OwnApprovalError(case=content.case_number, right=content.right.value)
    if answer.digest != content.digest:
        raise ContentChangedError(case=content.case_number, right=content.right.value)
    said = _said(desk, content, answer.words, officer_id=answer.officer_id)
    return _kept(
        desk,
        content,
        replace(
            said,
            verdict=answer.verdict,
            means=Means.PACKET,
            signature=answer.signature,
            given_at=answer.given_at,
            asked_by=answer.asked_by,
        ),
    )


def use_exception(command: UseException, desk: Desk) -> Changes:
    """Let a decision out without a second officer, in an office that has one and has set the exception.

    Raises:
        ExceptionNotAllowedError: the office has not set it, or has a second officer.
        InvalidInputError: there is no reason.
        ContentChangedError, ApprovalNotNeededError, NoLetterToApproveError, NotPermittedError: as for `give_approval`.
    """
    case = case_file.load_for(desk, command.case_id, Act.APPROVE)
    why = ready.exception_refused(desk)
    if why:
        raise ExceptionNotAllowedError(case=case.number, why=why)
    content = _complete(desk, case, command.right)
    if command.digest != content.digest:
        raise ContentChangedError(case=case.number, right=command.right.value)
    reason = case_file.required_text(command.reason, "exception_reason")
    said = _said(desk, content, reason, officer_id=desk.officer.id)
    kept = _kept(desk, content, replace(said, verdict=Verdict.APPROVED, means=Means.EXCEPTION))
    return Changes(cases=frozenset({case.id}), created=kept.id)


def prove_officer(desk: Desk, passphrase: str) -> Signer:
    """Return the officer whom a passphrase proves, with their signing key, which is made when it is first needed.

    Raises:
        WrongSecretError: the passphrase opens nothing.
        SigningKeyMissingError: the officer signs on another laptop.
    """
    from workbench.store import keys  # noqa: PLC0415  only who proves an officer needs the key derivation

    officer_id = keys.unlock_with_passphrase(desk.folder, passphrase).officer_id
    known = key_store.find(desk.session, officer_id)
    if known is None:
        cost = keys.cost_of(desk.folder, officer_id)
        key_store.make(desk.session, officer_id, passphrase, cost=cost, at=desk.now, by=desk.officer.id)
    private: Ed25519PrivateKey | None = key_store.private_key(desk.session, officer_id, passphrase)
    if private is None:
        raise SigningKeyMissingError(officer=desk.officer_name(officer_id))
    return Signer(officer_id, private.sign)


def wrap_signing_key(desk: Desk, *, old: str, new: str) -> None:
    """Put the signing key of the officer at the desk under their new passphrase; nothing happens where they have none here.

    Raises:
        WrongSecretError: the old passphrase does not open it.
    """
    from workbench.store import keys  # noqa: PLC0415  only who changes a passphrase needs the key derivation

    cost = keys.cost_of(desk.folder, desk.officer.id)
    key_store.wrap_again(desk.session, desk.officer.id, old=old, new=new, cost=cost, at=desk.now, by=desk.officer.id)


def approvals_board(desk: Desk) -> ApprovalsBoard:
    """Return the approvals page, each group newest first; what was told or taken up anew is not on it."""
    lines = sorted(_lines(desk, approval_store.open_cases(desk.session)), key=lambda line: line.asked_at, reverse=True)
    waiting = [line for line in lines if line.state is ApprovalState.WAITING]
    return ApprovalsBoard(
        waiting=tuple(line for line in waiting if not line.mine),
        asked=tuple(line for line in waiting if line.mine),
        stale=tuple(line for line in lines if line.state is ApprovalState.STALE),
        answered=tuple(line for line in lines if line.state not in {ApprovalState.WAITING, ApprovalState.STALE}),
    )


def approvals_waiting(desk: Desk) -> int:
    """Return how many approvals wait for the officer at the desk."""
    lines = _lines(desk, approval_store.open_cases(desk.session, unanswered=True))
    return sum(1 for line in lines if line.state is ApprovalState.WAITING and not line.mine)


def approvals_of(desk: Desk, case_id: int, right: Right | None = None) -> tuple[ApprovalRecord, ...]:
    """Return every line of the approvals of a case, or of one right of it, oldest first."""
    return approval_store.list_for_case(desk.session, case_id, right)


def letter_for(case: Case, right: Right) -> Letter | None:
    """Return the letter that tells the decision on a right, or would: the newest draft, else the newest issued or sent one."""
    if case.decision(right) is None:
        return None
    drafts = [one for one in case.letters if one.state is LetterState.DRAFT and right in letters.rights_of_draft(case, one)]
    if drafts:
        return drafts[-1]
    decided_at = case.decisions_on(right)[-1].decided_at
    issued = [
        one
        for one in case.letters
        if one.state is not LetterState.DRAFT
        and one.issued_at is not None
        and one.issued_at >= decided_at
        and right in rights_told_by(case, one)
        and not outdated(case, one)
    ]
    return issued[-1] if issued else None


def held_by(desk: Desk, case: Case, lines: Sequence[DeadlineLine]) -> str:
    """Return what a drafted or issued answer waits for before it may leave, as a word key of `next_step`; empty for nothing.

    Args:
        desk: the desk.
        case: the case.
        lines: its clocks as they stand now.
    """
    for right in case.request.rights:
        decision, letter = case.decision(right), letter_for(case, right)
        if decision is None or letter is None or letter.state is LetterState.DISPATCHED or not needs_approval(decision):
            continue
        facts = _facts(desk, case, letter)
        lacking = {check.code for check in ready.checks(desk, case, decision, facts, now=desk.now, lines=lines) if not check.ok}
        if lacking - {CheckCode.APPROVED}:
            return "complete_dossier"
        if lacking:
            records = ready.records_since(desk, case, right)
            content = ready.content_of(desk, case, decision, facts)
            waiting = bool(records) and records[-1].verdict is None and records[-1].digest == content
            return "await_approval" if waiting else "ask_approval"
    return ""


def best_letter(case: Case, right: Right) -> LetterKind | None:
    """Return the kind of letter to draft for a decision: a refusal where it says no to all of it, else an answer."""
    decision = case.decision(right)
    if decision is None:
        return None
    kinds = (LetterKind.REFUSAL, LetterKind.ANSWER) if decision.outcome is Outcome.REFUSED else (LetterKind.ANSWER,)
    return next((kind for kind in kinds if decision.outcome in TELLS[kind].outcomes), None)


def _facts(desk: Desk, case: Case, letter: Letter | None) -> LetterFacts | None:
    if letter is None:
        return None
    if letter.state is LetterState.DRAFT:
        return letters.draft_facts(desk, case, letter)
    return ready.issued_facts(desk, case, letter)


def _leaving(desk: Desk, letter: Letter | None) -> datetime:
    """Return when the letter leaves: now, or when it left."""
    return letter.dispatch.sent_at if letter is not None and letter.dispatch is not None and not letter.came_back else desk.now


def _content(desk: Desk, case: Case, right: Right) -> Content:
    decision = case.decision(right)
    if decision is None or not needs_approval(decision):
        raise ApprovalNotNeededError(case=case.number, right=right.value)
    letter = letter_for(case, right)
    digest = ready.content_of(desk, case, decision, _facts(desk, case, letter))
    return Content(case.id, case.number, right, decision, dossiers.at_work(desk, case, right), letter, digest)


def _complete(desk: Desk, case: Case, right: Right) -> Content:
    content = _content(desk, case, right)
    if content.letter is None or content.letter.state is LetterState.DISPATCHED:
        raise NoLetterToApproveError(case=case.number, right=right.value)
    return content


def _asked_by(desk: Desk, case: Case, content: Content) -> int:
    asked = [one for one in ready.records_since(desk, case, content.right) if one.verdict is None]
    return asked[-1].officer_id if asked else content.decision.officer_id


def _said(desk: Desk, content: Content, words: str, *, officer_id: int) -> ApprovalRecord:
    """Return a line about some content, as yet without a verdict: the words of an officer who asks."""
    return ApprovalRecord(
        id=0,
        case_id=content.case_id,
        right=content.right,
        letter_id=content.letter.id if content.letter is not None else None,
        digest=content.digest,
        verdict=None,
        means=None,
        words=words,
        signature="",
        given_at=desk.now,
        recorded_at=desk.now,
        officer_id=officer_id,
        asked_by=officer_id,
    )


def _kept(desk: Desk, content: Content, record: ApprovalRecord) -> ApprovalRecord:
    return approval_store.add(desk.session, record, case_number=content.case_number, by=desk.officer.id)


def _lines(desk: Desk, case_ids: Iterable[int]) -> list[ApprovalLine]:
    found = []
    for case_id in case_ids:
        case = case_file.load(desk, case_id)
        for right in case.request.rights:
            line = _line(desk, case, right)
            if line is not None:
                found.append(line)
    return found


def _line(desk: Desk, case: Case, right: Right) -> ApprovalLine | None:
    decision = case.decision(right)
    records = ready.records_since(desk, case, right)
    if decision is None or not records or not needs_approval(decision):
        return None
    letter = letter_for(case, right)
    if letter is not None and letter.state is LetterState.DISPATCHED:
        return None
    facts = _facts(desk, case, letter)
    content = ready.content_of(desk, case, decision, facts)
    asked = next((one for one in reversed(records) if one.verdict is None), records[-1])
    given = [one for one in records if one.verdict is not None and one.id > asked.id] if asked.verdict is None else [asked]
    answer = given[-1] if given else None
    checks = ready.checks(desk, case, decision, facts, now=desk.now)
    return ApprovalLine(
        case_id=case.id,
        case_number=case.number,
        subject_name=case.subject.name,
        right=right,
        outcome=decision.outcome,
        state=_state(asked, answer, content),
        mine=desk.officer.id in {asked.asked_by, decision.officer_id},
        asked_at=asked.recorded_at,
        asked_by=desk.officer_name(asked.asked_by),
        words=asked.words if asked.verdict is None else "",
        answered_at=answer.given_at if answer is not None else None,
        answered_by=desk.officer_name(answer.officer_id) if answer is not None else "",
        answer=answer.words if answer is not None else "",
        digest=content,
        letter=letter.number if letter is not None else "",
        checks_open=sum(1 for check in checks if not check.ok and check.code is not CheckCode.APPROVED),
    )


def _state(asked: ApprovalRecord, answer: ApprovalRecord | None, content: str) -> ApprovalState:
    newest = answer or asked
    if newest.digest != content:
        return ApprovalState.STALE
    return ApprovalState(answer.verdict.value) if answer is not None and answer.verdict is not None else ApprovalState.WAITING
