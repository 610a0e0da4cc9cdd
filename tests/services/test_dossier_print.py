"""The printed dossier: the whole proof for the file, and the same without what stays in the office for an authority."""

from datetime import timedelta

import pytest

from tests.makers import Desktop
from tests.paper.reading import dense, words_of
from tests.refusals import approve, fill, second_officer
from workbench.domain.cases import LawPlace
from workbench.domain.commands import Decide
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Verdict
from workbench.domain.errors import NotFoundError
from workbench.domain.letters import ComposedLetter, LetterKind
from workbench.domain.rights import Right
from workbench.services import decisions, dossiers
from workbench.services.dossier_print import dossier_pdf, dossier_record
from workbench.services.wording import LANGUAGES, words

REASON = "The same was answered twice this month."
NOTE = "He wrote to the board as well."
INTERNAL = "Talked over on Monday."
WORDS = "I looked at the mails."


@pytest.fixture
def refused(desktop: Desktop) -> int:
    """Return a case that came once before, whose access is refused, approved by a second officer."""
    second_officer(desktop.office)
    desktop.register(Right.ACCESS, received_at=desktop.hand.now - timedelta(days=20))
    case_id = desktop.register(Right.ACCESS)
    command = Decide(
        case_id=case_id,
        right=Right.ACCESS,
        outcome=Outcome.REFUSED,
        grounds=("EU.frivolous",),
        reason=REASON,
        internal_note=NOTE,
    )
    desktop.do(decisions.decide, command)
    desktop.draft(case_id, LetterKind.REFUSAL)
    fill(desktop.office, case_id, Right.ACCESS)
    approve(desktop.office, case_id, Right.ACCESS, words=WORDS)
    return case_id


def record(desktop: Desktop, case_id: int, language: str = "en", *, internal: bool = True) -> ComposedLetter:
    return desktop.see(dossier_record, case_id, Right.ACCESS, language, internal=internal)


def told(letter: ComposedLetter) -> str:
    return "\n".join(part.text + "\n".join(cell for row in part.rows for cell in row) for part in letter.paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("internal", [True, False], ids=["for the file", "for an authority"])
def test_every_part_of_the_proof_is_on_paper(desktop: Desktop, refused: int, language: str, internal: bool) -> None:  # noqa: FBT001
    data = desktop.see(dossier_pdf, refused, Right.ACCESS, language, internal=internal)
    assert b"pdfaid" in data
    text, spoken = dense(words_of(data)), words(language)
    expected = [
        *(spoken.word("dossier_record", key) for key in ("grounds", "for", "against", "earlier", "effort", "tried")),
        *(spoken.word("dossier_record", key) for key in ("balancing", "readiness", "approvals", "reckoning", "reason")),
        "GDPR Art 12(5)(b)",
        "controller (Art 12(5) last sentence)",
        "justifications:ProcessUnfounded",
        "Seen in the request itself.",
        "We looked: nothing of the kind.",
        "DSR-2026-0001",
        "Counted in the mailboxes.",
        "41:00",
        "16:00",
        "The interest in a further copy is small.",
        "Budi Kedua",
        spoken.word("verdict", "approved"),
        spoken.word("means", "slot"),
        spoken.word("readiness", "approved"),
        REASON,
        "Hannah Beispiel",
    ]
    for one in expected:
        assert dense(one) in text, one


def test_what_stays_in_the_office_is_marked_and_only_in_the_copy_for_the_file(desktop: Desktop, refused: int) -> None:
    inside, outside = told(record(desktop, refused)), told(record(desktop, refused, internal=False))
    for secret in (INTERNAL, NOTE, WORDS):
        assert secret in inside
        assert secret not in outside
    spoken = words("en")
    mark = spoken.word("dossier_record", "internal_copy")
    assert (mark,) == record(desktop, refused).footer
    assert mark in record(desktop, refused).continuation
    assert spoken.word("dossier_record", "inside") in inside
    assert mark not in "".join(record(desktop, refused, internal=False).footer)
    data = desktop.see(dossier_pdf, refused, Right.ACCESS, "en", internal=False)
    for secret in (INTERNAL, NOTE, WORDS):
        assert dense(secret) not in dense(words_of(data))


def test_what_is_missing_and_a_verdict_that_no_longer_counts_are_said(desktop: Desktop, refused: int) -> None:
    page = desktop.see(dossiers.dossier_page, refused, Right.ACCESS)
    assert page.dossier.balancing
    approve(desktop.office, refused, Right.ACCESS, Verdict.QUESTIONS, "Which mails?")
    text = told(record(desktop, refused))
    assert words("en").word("readiness_gap", "not_agreed", about="").strip() in text
    assert words("en").word("verdict", "questions") in text


def test_each_law_of_the_case_has_its_ground(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(LawPlace("EU", "DE"), LawPlace("GB", "GB-ENG")))
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous", "GB.frivolous"), REASON)
    leads = [part.text for part in record(desktop, case_id).paragraphs if part.style == "lead"]
    for law in ("EU", "GB"):
        assert any(lead.startswith(words("en").word("law", law)) for lead in leads), law


@pytest.mark.parametrize("outcome", [Outcome.GRANTED, Outcome.NOTHING_HELD, Outcome.WITHDRAWN])
def test_a_decision_without_a_refusal_prints_too(desktop: Desktop, outcome: Outcome) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id, Right.ACCESS, outcome)
    text = told(record(desktop, case_id))
    assert words("en").word("outcome", outcome.value) in text
    assert words("en").word("dossier_record", "readiness") not in text


def test_nothing_is_printed_before_a_decision(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    with pytest.raises(NotFoundError):
        record(desktop, case_id)
