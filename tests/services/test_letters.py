"""Letters: drafted, checked, issued for good, sent; what a letter says happens when it leaves."""

import hashlib

import pytest

from tests.makers import EU_DE, JAKARTA, SUBJECT, Desktop
from workbench.domain.cases import EventKind
from workbench.domain.commands import (
    ApproveLetter,
    CloseCase,
    ComposeLetter,
    DispatchLetter,
    ExtendDeadline,
    RecordDelivery,
    ReviseLetter,
)
from workbench.domain.decisions import AccessBeforeErasureError, Outcome
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import (
    DispatchChannel,
    ExtensionNotRecordedError,
    GlyphMissingError,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterNotDraftError,
    LetterNothingToTellError,
    LetterNotIssuedError,
    LetterOutdatedError,
    LetterState,
)
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import closure, deadlines, dispatch, letters
from workbench.services.verify import verify_office

FIELDS = LetterFields(addressee=("Hannah Beispiel", "Beispielweg 4", "50667 Köln"), free_text="Which account do you mean?")


def approve(desktop: Desktop, letter_id: int) -> None:
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter_id))


def kinds(desktop: Desktop, case_id: int) -> list[EventKind]:
    return [event.kind for event in desktop.page(case_id).case.events]


def test_an_issued_letter_is_its_bytes(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    letter = desktop.see(letters.load_letter, letter_id)
    pdf = desktop.see(letters.letter_pdf, letter_id)
    assert (letter.number, letter.state) == ("L-2026-0001", LetterState.ISSUED)
    assert pdf.startswith(b"%PDF-")
    assert letter.sha256 == hashlib.sha256(pdf).hexdigest()
    assert desktop.see(letters.preview_draft, letter_id).pdf == pdf
    assert verify_office(desktop.office) == ()


def test_an_issued_letter_is_never_changed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    pdf = desktop.see(letters.letter_pdf, letter_id)
    with pytest.raises(LetterNotDraftError):
        desktop.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="id", fields=FIELDS))
    with pytest.raises(LetterNotDraftError):
        approve(desktop, letter_id)
    assert desktop.see(letters.letter_pdf, letter_id) == pdf


def test_a_draft_is_revised_and_shown_as_it_would_be_printed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.draft(case_id, LetterKind.CLARIFICATION)
    desktop.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="id", fields=FIELDS))
    draft = desktop.see(letters.load_letter, letter_id)
    assert (draft.language, draft.fields.free_text) == ("id", "Which account do you mean?")
    preview = desktop.see(letters.preview_draft, letter_id)
    assert preview.pdf.startswith(b"%PDF-")
    assert preview.problems == ()
    with pytest.raises(LetterNotIssuedError):
        desktop.see(letters.letter_pdf, letter_id)


@pytest.mark.parametrize("kind", [LetterKind.ANSWER, LetterKind.REFUSAL], ids=["answer", "refusal"])
def test_nothing_is_told_before_it_is_decided(desktop: Desktop, kind: LetterKind) -> None:
    case_id = desktop.register(Right.ACCESS)
    with pytest.raises(LetterNothingToTellError):
        desktop.draft(case_id, kind)
    preview = desktop.see(letters.preview_letter, case_id, kind, "en", None)
    assert "letter_nothing_to_tell" in [code for code, _ in preview.problems]
    assert desktop.page(case_id).letters == ()


def test_a_refusal_names_its_ground_and_the_remedies_or_is_not_issued(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "The same question came forty times.")
    preview = desktop.see(letters.preview_letter, case_id, LetterKind.REFUSAL, "en", None)
    assert all(line.present for line in preview.required)
    letter_id = desktop.issue(case_id, LetterKind.REFUSAL)
    assert desktop.page(case_id).phase is Phase.TO_DISPATCH
    desktop.dispatch(letter_id)
    page = desktop.page(case_id)
    assert kinds(desktop, case_id)[-1] is EventKind.REFUSED
    assert page.phase is Phase.ANSWERED
    assert desktop.line(case_id, "EU.respond").state == "met"


def test_a_letter_that_lacks_what_the_law_requires_is_not_issued(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.draft(case_id, LetterKind.CLARIFICATION, fields=LetterFields(addressee=FIELDS.addressee))
    with pytest.raises(LetterIncompleteError) as refused:
        approve(desktop, letter_id)
    assert refused.value.details["letter"] == "L-2026-0001"
    assert desktop.see(letters.load_letter, letter_id).state is LetterState.DRAFT


def test_a_character_that_no_font_has_is_named_and_nothing_is_issued(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    odd = LetterFields(addressee=FIELDS.addressee, free_text="Which account \U00013000 do you mean?")
    letter_id = desktop.draft(case_id, LetterKind.CLARIFICATION, fields=odd)
    with pytest.raises(GlyphMissingError):
        approve(desktop, letter_id)
    assert desktop.see(letters.load_letter, letter_id).state is LetterState.DRAFT
    assert [code for code, _ in desktop.see(letters.preview_draft, letter_id).problems] == ["glyph_missing"]


def test_there_is_no_template_in_an_unknown_language(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    with pytest.raises(InvalidInputError):
        desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT, "xx")


def test_an_extension_letter_needs_an_extension(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    with pytest.raises(ExtensionNotRecordedError):
        desktop.draft(case_id, LetterKind.EXTENSION)
    command = ExtendDeadline(
        case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Forty systems are searched."
    )
    desktop.do(deadlines.extend_deadline, command)
    desktop.send(case_id, LetterKind.EXTENSION)
    told = desktop.page(case_id).case.last(EventKind.EXTENSION_NOTIFIED)
    assert told is not None
    assert (told.detail("letter"), told.text) == ("L-2026-0001", "Forty systems are searched.")
    assert desktop.page(case_id).next_step.code != "write_extension"


@pytest.mark.parametrize(
    ("kind", "event", "phase"),
    [
        (LetterKind.ACKNOWLEDGEMENT, EventKind.ACKNOWLEDGED, Phase.IN_PROGRESS),
        (LetterKind.IDENTITY, EventKind.IDENTITY_REQUESTED, Phase.IDENTITY_ASKED),
        (LetterKind.CLARIFICATION, EventKind.CLARIFICATION_REQUESTED, Phase.CLARIFICATION_ASKED),
    ],
    ids=["acknowledgement", "identity", "clarification"],
)
def test_what_a_letter_says_happens_when_it_leaves(desktop: Desktop, kind: LetterKind, event: EventKind, phase: Phase) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, kind, fields=FIELDS)
    assert event not in kinds(desktop, case_id)
    sent_at = desktop.hand.later(hours=2)
    desktop.hand.later(hours=20)
    desktop.dispatch(letter_id, sent_at)
    recorded = desktop.page(case_id).case.last(event)
    assert recorded is not None
    assert (recorded.occurred_at, recorded.detail("letter")) == (sent_at, "L-2026-0001")
    assert desktop.page(case_id).phase is phase
    second = desktop.send(case_id, kind, fields=FIELDS)
    assert kinds(desktop, case_id).count(event) == 1, second


def test_a_letter_is_sent_once_and_only_when_issued(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    draft = desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterNotIssuedError):
        desktop.dispatch(draft)
    approve(desktop, draft)
    desktop.dispatch(draft)
    with pytest.raises(LetterNotIssuedError):
        desktop.dispatch(draft)


@pytest.mark.parametrize(
    ("days", "recipient", "problem"),
    [
        (1, "x@y.example", "in_future"),
        (-1, "x@y.example", "before_issue"),
        (-9, "x@y.example", "before_receipt"),
        (0, " ", "empty"),
    ],
    ids=["tomorrow", "before it was issued", "before the request", "to nobody"],
)
def test_a_sending_that_cannot_be_is_refused(desktop: Desktop, days: int, recipient: str, problem: str) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.hand.later(days=3)
    letter_id = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    now = desktop.hand.now
    sent_at = desktop.hand.later(days=days)
    desktop.hand.now = now
    command = DispatchLetter(
        letter_id=letter_id, sent_at=sent_at, zone=JAKARTA, channel=DispatchChannel.POST, recipient=recipient
    )
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(dispatch.dispatch_letter, command)
    assert refused.value.details["problem"] == problem
    assert desktop.see(letters.load_letter, letter_id).state is LetterState.ISSUED


def test_a_letter_whose_decision_was_taken_again_does_not_leave(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    stale = desktop.issue(case_id, LetterKind.ANSWER)
    desktop.decide(case_id, Right.ACCESS, Outcome.NOTHING_HELD)
    with pytest.raises(LetterOutdatedError):
        desktop.dispatch(stale)
    assert desktop.page(case_id).next_step.code == "write_answer"
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.page(case_id).phase is Phase.ANSWERED


def test_a_decision_taken_again_after_the_answer_is_told_again(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.RECTIFICATION)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.decide(case_id, Right.ACCESS, Outcome.PARTLY, ("EU.privacy",), "One mail names another person.")
    desktop.decide(case_id, Right.RECTIFICATION)
    desktop.send(case_id, LetterKind.ANSWER)
    told = [event.detail("rights") for event in desktop.page(case_id).case.events if event.kind is EventKind.COMPLIED]
    assert told == ["access", "access,rectification"]
    assert desktop.page(case_id).phase is Phase.ANSWERED


def test_an_erasure_is_not_told_before_access_is_answered(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Forty times.")
    desktop.decide(case_id, Right.ERASURE)
    answer = desktop.issue(case_id, LetterKind.ANSWER)
    with pytest.raises(AccessBeforeErasureError):
        desktop.dispatch(answer)
    desktop.send(case_id, LetterKind.REFUSAL)
    desktop.dispatch(answer)
    assert desktop.page(case_id).phase is Phase.ANSWERED


def test_one_answer_may_tell_of_access_and_of_erasure(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id, Right.ACCESS)
    desktop.decide(case_id, Right.ERASURE)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.page(case_id).phase is Phase.ANSWERED


def test_a_letter_tells_what_was_decided_when_it_was_issued(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.RECTIFICATION)
    desktop.decide(case_id)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    desktop.decide(case_id, Right.RECTIFICATION)
    desktop.dispatch(letter_id)
    assert desktop.page(case_id).phase is Phase.DECIDED
    assert {line.rights: line.state for line in desktop.lines(case_id)} == {
        (Right.ACCESS,): "met",
        (Right.RECTIFICATION,): "running",
    }


def test_the_proof_of_delivery_is_kept_even_when_the_case_is_closed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    letter_id = desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    at = desktop.hand.later(days=2)
    desktop.do(dispatch.record_delivery, RecordDelivery(letter_id=letter_id, delivered_at=at, zone=JAKARTA, proof="RR 123 456"))
    kept = desktop.see(letters.load_letter, letter_id).dispatch
    assert kept is not None
    assert (kept.delivered_at, kept.proof, kept.recipient) == (at, "RR 123 456", SUBJECT.email)
    early = RecordDelivery(letter_id=letter_id, delivered_at=at.replace(day=1), zone=JAKARTA)
    with pytest.raises(InvalidInputError):
        desktop.do(dispatch.record_delivery, early)


def test_no_letter_is_written_to_a_closed_case(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE,))
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    with pytest.raises(NotPermittedError):
        desktop.do(letters.compose_letter, ComposeLetter(case_id=case_id, kind=LetterKind.ACKNOWLEDGEMENT, language="en"))


def test_letters_of_every_case_are_listed_with_their_person(desktop: Desktop) -> None:
    first, second = desktop.register(Right.ACCESS), desktop.register(Right.ERASURE)
    desktop.send(first, LetterKind.ACKNOWLEDGEMENT)
    desktop.draft(second, LetterKind.ACKNOWLEDGEMENT, "id")
    listed = desktop.see(letters.list_letters)
    assert [(line.number, line.case_number, line.subject_name, line.state) for line in listed] == [
        ("L-2026-0002", "DSR-2026-0002", "Hannah Beispiel", LetterState.DRAFT),
        ("L-2026-0001", "DSR-2026-0001", "Hannah Beispiel", LetterState.DISPATCHED),
    ]
    assert [line.number for line in desktop.see(letters.list_letters, LetterState.DRAFT)] == ["L-2026-0002"]
