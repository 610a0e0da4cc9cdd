"""Four eyes: who approves, what exactly, what voids it, and what the gate lets out."""

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PIL import Image

from tests.makers import JAKARTA, PASSPHRASE, SUBJECT, Desktop, Hand, make_office
from tests.refusals import SECOND_PASSPHRASE, approve, fill, second_officer, stand
from workbench import bootstrap
from workbench.domain.approvals import (
    ApprovalNotNeededError,
    ApprovalState,
    ContentChangedError,
    ExceptionNotAllowedError,
    Means,
    NoLetterToApproveError,
    NotReadyError,
    OwnApprovalError,
)
from workbench.domain.commands import (
    ApproveLetter,
    AskApproval,
    AttachEvidence,
    CloseCase,
    ComposeLetter,
    DispatchLetter,
    GiveApproval,
    ReopenCase,
    ReviseLetter,
    SaveDossier,
    SaveSettings,
    SetOfficeImage,
    UseException,
)
from workbench.domain.decisions import Outcome, ReopenCause
from workbench.domain.dossier import Verdict, approved_content
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import DispatchChannel, LetterFields, LetterKind, LetterState
from workbench.domain.phases import rights_told_by
from workbench.domain.readiness import CheckCode, Gap
from workbench.domain.rights import Right
from workbench.services import approvals, case_file, dossiers, images, letters, ready
from workbench.services.closure import close_case, reopen_case
from workbench.services.dispatch import dispatch_letter
from workbench.services.evidence import attach_evidence
from workbench.services.file_copy import internal_sheet
from workbench.services.office import Desk, ask, run
from workbench.services.settings import save_settings
from workbench.services.today import office_status
from workbench.services.verify import verify_office
from workbench.services.wording import words
from workbench.store import approvals as approval_store
from workbench.store import officer_keys as key_store
from workbench.store.errors import WrongSecretError

GROUND = ("EU.frivolous",)
ACCESS = Right.ACCESS


@pytest.fixture
def two(tmp_path: Path, hand: Hand) -> Iterator[Desktop]:
    """Return an office with two officers and no exception."""
    office, _ = make_office(tmp_path / "two", hand, four_eyes="second_officer")
    second_officer(office)
    yield Desktop(office, hand)
    office.close()


def refused(desktop: Desktop) -> tuple[int, int]:
    """Return a case with a refusal that stands but for its approval, and its drafted letter."""
    case_id = desktop.register()
    desktop.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    letter_id = desktop.draft(case_id, LetterKind.REFUSAL)
    fill(desktop.office, case_id, ACCESS)
    return case_id, letter_id


def issue(desktop: Desktop, letter_id: int) -> None:
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter_id))


def missing(desktop: Desktop, case_id: int, right: Right = ACCESS) -> dict[CheckCode, tuple[Gap, ...]]:
    checks = desktop.see(approvals.readiness_of, case_id, right)
    return {check.code: tuple(one.gap for one in check.missing) for check in checks if not check.ok}


def give(desktop: Desktop, case_id: int, **changes: object) -> None:
    content = desktop.see(approvals.content_of, case_id, ACCESS)
    command = GiveApproval(
        case_id=case_id, right=ACCESS, digest=content.digest, verdict=Verdict.APPROVED, passphrase=SECOND_PASSPHRASE
    )
    desktop.do(approvals.give_approval, replace(command, **changes))  # type: ignore[arg-type]


def revise(desktop: Desktop, letter_id: int, text: str) -> None:
    fields = replace(desktop.see(letters.load_letter, letter_id).fields, free_text=text)
    desktop.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="en", fields=fields))


def change_dossier(desktop: Desktop, case_id: int, internal: str) -> None:
    dossier = replace(desktop.see(dossiers.dossier_page, case_id, ACCESS).dossier, internal=internal)
    desktop.do(dossiers.save_dossier, SaveDossier(case_id=case_id, dossier=dossier))


def test_a_refusal_without_dossier_letter_or_approval_says_what_it_lacks(two: Desktop) -> None:
    case_id = two.register()
    assert missing(two, case_id) == {}
    two.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    assert {CheckCode.FACTORS_EVIDENCED, CheckCode.BALANCED, CheckCode.REMEDIES_NAMED} <= set(missing(two, case_id))
    two.draft(case_id, LetterKind.REFUSAL)
    fill(two.office, case_id, ACCESS)
    assert missing(two, case_id) == {CheckCode.APPROVED: (Gap.NOT_APPROVED,)}


def test_a_refusal_is_not_issued_before_it_stands(two: Desktop) -> None:
    case_id = two.register()
    two.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    letter_id = two.draft(case_id, LetterKind.REFUSAL)
    with pytest.raises(NotReadyError) as refusal:
        issue(two, letter_id)
    details = refusal.value.details
    assert "balanced" in str(details["missing"])
    assert details["count"] == len(str(details["missing"]).split(","))
    said = {language: words(language).error(refusal.value) for language in ("en", "id")}
    for sentence in said.values():
        assert all(part in sentence for part in (two.page(case_id).case.number, f": {details['count']}.")), sentence
    assert "Access" in said["en"]
    assert two.see(letters.load_letter, letter_id).state is LetterState.DRAFT


def test_a_second_officer_lets_it_out_and_the_case_goes_on(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS, words="I have read it all.")
    assert missing(two, case_id) == {}
    issue(two, letter_id)
    two.dispatch(letter_id)
    assert missing(two, case_id) == {}
    (asked, given) = two.see(approvals.approvals_of, case_id)
    assert (asked.verdict, given.verdict, given.means, given.words) == (
        None,
        Verdict.APPROVED,
        Means.SLOT,
        "I have read it all.",
    )
    assert (given.officer_id, given.asked_by) == (2, 1)
    assert verify_office(two.office) == ()


@pytest.mark.parametrize(
    ("right", "outcome", "grounds", "kind"),
    [
        (Right.ACCESS, Outcome.PARTLY, ("EU.privacy",), LetterKind.ANSWER),
        (Right.ERASURE, Outcome.GRANTED, (), LetterKind.ERASURE),
        (Right.ERASURE, Outcome.PARTLY, ("EU.retention",), LetterKind.ANSWER),
    ],
    ids=["a partial refusal", "an erasure", "an erasure in part"],
)
def test_four_eyes_are_needed_for(
    two: Desktop, right: Right, outcome: Outcome, grounds: tuple[str, ...], kind: LetterKind
) -> None:
    case_id = two.register(right)
    two.decide(case_id, right, outcome, grounds, "Because." if grounds else "")
    letter_id = two.draft(case_id, kind)
    fill(two.office, case_id, right)
    with pytest.raises(NotReadyError, match="approved"):
        issue(two, letter_id)
    approve(two.office, case_id, right)
    issue(two, letter_id)


def test_a_plain_yes_needs_nobody_else(two: Desktop) -> None:
    case_id = two.register()
    two.decide(case_id)
    letter_id = two.draft(case_id, LetterKind.ANSWER)
    assert two.see(approvals.readiness_of, case_id, ACCESS) == ()
    with pytest.raises(ApprovalNotNeededError):
        two.do(approvals.ask_approval, AskApproval(case_id=case_id, right=ACCESS))
    issue(two, letter_id)


def test_the_letter_is_part_of_what_is_approved(two: Desktop) -> None:
    case_id = two.register()
    two.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    with pytest.raises(NoLetterToApproveError):
        two.do(approvals.ask_approval, AskApproval(case_id=case_id, right=ACCESS))


def test_nobody_approves_what_they_decided(two: Desktop) -> None:
    case_id, _ = refused(two)
    with pytest.raises(OwnApprovalError):
        give(two, case_id, passphrase=PASSPHRASE)
    with pytest.raises(WrongSecretError):
        give(two, case_id, passphrase="some other passphrase")  # noqa: S106  it opens nothing
    assert two.see(approvals.approvals_of, case_id) == ()


def test_nobody_approves_what_they_asked_for(two: Desktop) -> None:
    case_id, _ = refused(two)
    first, second = two.office.officer, ask(two.office, lambda desk: desk.officers[2])
    two.office.officer = second
    two.do(approvals.ask_approval, AskApproval(case_id=case_id, right=ACCESS))
    two.office.officer = first
    with pytest.raises(OwnApprovalError):
        give(two, case_id)


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.QUESTIONS])
def test_a_no_or_a_question_needs_words_and_holds_the_letter(two: Desktop, verdict: Verdict) -> None:
    case_id, letter_id = refused(two)
    with pytest.raises(InvalidInputError):
        give(two, case_id, verdict=verdict)
    give(two, case_id, verdict=verdict, words="Which of the two answers do you mean?")
    assert missing(two, case_id) == {CheckCode.APPROVED: (Gap.NOT_AGREED,)}
    with pytest.raises(NotReadyError):
        issue(two, letter_id)
    give(two, case_id, words="Now I see.")
    issue(two, letter_id)


def test_what_was_looked_at_must_be_what_is_approved(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    seen = two.see(approvals.content_of, case_id, ACCESS).digest
    revise(two, letter_id, "One more sentence.")
    with pytest.raises(ContentChangedError):
        give(two, case_id, digest=seen)


def test_another_file_of_the_same_name_in_the_letter_voids_an_approval(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    fields = two.see(letters.load_letter, letter_id).fields
    redacted, whole = (
        two.do(attach_evidence, AttachEvidence(case_id=case_id, evidence=NewEvidence("copy.txt", "text/plain", data))).created
        for data in (b"black bars", b"the words of others")
    )
    assert redacted
    assert whole
    enclosing = ReviseLetter(letter_id=letter_id, language="en", fields=replace(fields, enclosures=(redacted,)))
    two.do(letters.revise_letter, enclosing)
    approve(two.office, case_id, ACCESS)
    two.do(letters.revise_letter, replace(enclosing, fields=replace(fields, enclosures=(whole,))))
    assert missing(two, case_id) == {CheckCode.APPROVED: (Gap.STALE_APPROVAL,)}
    with pytest.raises(NotReadyError, match="approved"):
        issue(two, letter_id)
    two.do(letters.revise_letter, enclosing)
    issue(two, letter_id)


@pytest.mark.parametrize("part", ["letter", "language", "addressee", "dossier", "decision"])
def test_a_later_change_voids_an_approval(two: Desktop, part: str) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS)
    fields = two.see(letters.load_letter, letter_id).fields
    match part:
        case "letter":
            revise(two, letter_id, "One more sentence.")
        case "language":
            two.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="id", fields=fields))
        case "addressee":
            moved = replace(fields, addressee=(*fields.addressee, "Hinterhaus"))
            two.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="en", fields=moved))
        case "dossier":
            change_dossier(two, case_id, "Another thought.")
        case _:
            two.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered twice.")
    gap = Gap.NOT_APPROVED if part == "decision" else Gap.STALE_APPROVAL
    assert missing(two, case_id)[CheckCode.APPROVED] in {(gap,), (Gap.STALE_APPROVAL,)}
    with pytest.raises(NotReadyError, match="approved"):
        issue(two, letter_id)


def test_the_day_alone_voids_nothing(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS)
    two.hand.later(days=2)
    issue(two, letter_id)


def test_an_approval_holds_whoever_looks_where_the_settings_name_no_signatory(two: Desktop) -> None:
    assert ask(two.office, lambda desk: desk.settings.signatory) == ""
    hand = io.BytesIO()
    Image.new("RGB", (40, 12), "navy").save(hand, format="PNG")
    first, second = two.office.officer, ask(two.office, lambda desk: desk.officers[2])
    two.do(images.set_image, SetOfficeImage(name=images.signature_name(first), data=hand.getvalue()))
    case_id, letter_id = refused(two)
    fields = replace(two.see(letters.load_letter, letter_id).fields, signatory="", signatory_title="")
    two.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="en", fields=fields))
    approve(two.office, case_id, ACCESS)
    assert two.see(letters.load_letter, letter_id).fields.signatory == first.name
    two.office.officer = second
    assert missing(two, case_id) == {}
    two.office.officer = first
    issue(two, letter_id)
    two.office.officer = second
    two.dispatch(letter_id)


def test_a_letter_drafted_anew_needs_a_new_approval(two: Desktop) -> None:
    case_id, _ = refused(two)
    approve(two.office, case_id, ACCESS)
    other = two.draft(case_id, LetterKind.REFUSAL)  # same words, another number
    with pytest.raises(NotReadyError):
        issue(two, other)


def test_a_dossier_changed_after_the_issue_holds_the_sending(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS)
    issue(two, letter_id)
    change_dossier(two, case_id, "Another thought.")
    with pytest.raises(NotReadyError):
        two.dispatch(letter_id)
    approve(two.office, case_id, ACCESS)
    two.dispatch(letter_id)


def test_a_late_refusal_says_so_and_was_approved_so(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS)
    two.hand.later(days=60)
    assert missing(two, case_id) == {CheckCode.APPROVED: (Gap.STALE_APPROVAL,)}, "the letter says more now"
    with pytest.raises(NotReadyError):
        issue(two, letter_id)
    approve(two.office, case_id, ACCESS)
    issue(two, letter_id)
    two.dispatch(letter_id)
    (note,) = [check.note for check in two.see(approvals.readiness_of, case_id, ACCESS) if check.code is CheckCode.IN_TIME]
    assert note in {"late_said", ""}


def test_a_letter_issued_in_time_is_not_sent_late_without_saying_so(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    approve(two.office, case_id, ACCESS)
    issue(two, letter_id)
    two.hand.later(days=60)
    with pytest.raises(NotReadyError, match="in_time"):
        two.dispatch(letter_id)


def test_a_signature_that_does_not_fit_counts_for_nothing(two: Desktop) -> None:
    case_id, _ = refused(two)
    approve(two.office, case_id, ACCESS)

    def forge(desk: Desk) -> str:
        (record,) = [one for one in approval_store.list_for_case(desk.session, case_id) if one.verdict is not None]
        case = case_file.load(desk, case_id)
        decision = case.decision(ACCESS)
        assert decision is not None
        digest = approvals.content_of(desk, case_id, ACCESS).digest
        assert digest != record.digest
        approval_store.add(desk.session, replace(record, id=0, digest=digest), case_number=case.number, by=1)
        return digest

    change_dossier(two, case_id, "Another thought.")
    forged = run(two.office, forge)
    assert two.see(approvals.approvals_of, case_id)[-1].digest == forged
    assert missing(two, case_id) == {CheckCode.APPROVED: (Gap.STALE_APPROVAL,)}


def test_the_exception_is_for_an_office_with_one_officer_that_set_it(two: Desktop, desktop: Desktop) -> None:
    case_id, _ = refused(two)
    digest = two.see(approvals.content_of, case_id, ACCESS).digest
    command = UseException(case_id=case_id, right=ACCESS, digest=digest, reason="Nobody else is here.")
    with pytest.raises(ExceptionNotAllowedError, match="not_set"):
        two.do(approvals.use_exception, command)
    two.do(save_settings, SaveSettings(values=(("four_eyes", "one_officer"),)))
    with pytest.raises(ExceptionNotAllowedError, match="second_officer"):
        two.do(approvals.use_exception, command)
    case_id, letter_id = refused(desktop)
    with pytest.raises(NotReadyError):
        issue(desktop, letter_id)
    digest = desktop.see(approvals.content_of, case_id, ACCESS).digest
    with pytest.raises(InvalidInputError):
        desktop.do(approvals.use_exception, UseException(case_id=case_id, right=ACCESS, digest=digest, reason=" "))
    desktop.do(approvals.use_exception, replace(command, case_id=case_id, digest=digest))
    issue(desktop, letter_id)


def test_the_journal_and_the_file_copy_say_that_an_exception_was_used(desktop: Desktop) -> None:
    case_id, letter_id = refused(desktop)
    stand(desktop.office, case_id)
    issue(desktop, letter_id)
    assert "approval_excepted" in [line.action for line in desktop.page(case_id).history]
    case = desktop.page(case_id).case
    sheet = desktop.see(internal_sheet, case, case.letters[-1])
    said = "\n".join(cell for part in sheet.paragraphs for row in part.rows for cell in row)
    assert "There is nobody else." in said
    assert "Ayu Contoh" in said


def test_an_exception_ends_with_the_second_officer(desktop: Desktop) -> None:
    case_id, letter_id = refused(desktop)
    stand(desktop.office, case_id)
    second_officer(desktop.office)
    with pytest.raises(NotReadyError):
        issue(desktop, letter_id)


def test_the_page_shows_what_waits_for_whom(two: Desktop) -> None:
    case_id, letter_id = refused(two)
    two.do(approvals.ask_approval, AskApproval(case_id=case_id, right=ACCESS, words="Please look."))
    mine = two.see(approvals.approvals_board)
    assert ([one.words for one in mine.asked], mine.waiting) == (["Please look."], ())
    assert two.see(office_status).approvals == 0
    first = two.office.officer
    two.office.officer = ask(two.office, lambda desk: desk.officers[2])
    theirs = two.see(approvals.approvals_board)
    assert [(one.case_id, one.outcome, one.checks_open) for one in theirs.waiting] == [(case_id, Outcome.REFUSED, 0)]
    assert two.see(office_status).approvals == 1
    two.office.officer = first
    give(two, case_id)
    assert [one.state for one in two.see(approvals.approvals_board).answered] == [ApprovalState.APPROVED]
    revise(two, letter_id, "One more sentence.")
    assert [one.state for one in two.see(approvals.approvals_board).stale] == [ApprovalState.STALE]


def test_the_next_step_says_what_an_answer_waits_for(two: Desktop) -> None:
    case_id = two.register()
    two.decide(case_id, ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    letter_id = two.draft(case_id, LetterKind.REFUSAL)
    steps = [two.page(case_id).next_step.code]
    fill(two.office, case_id, ACCESS)
    steps.append(two.page(case_id).next_step.code)
    two.do(approvals.ask_approval, AskApproval(case_id=case_id, right=ACCESS))
    steps.append(two.page(case_id).next_step.code)
    give(two, case_id)
    steps.append(two.page(case_id).next_step.code)
    issue(two, letter_id)
    steps.append(two.page(case_id).next_step.code)
    assert steps == ["complete_dossier", "ask_approval", "await_approval", "approve_answer", "dispatch_answer"]


def test_a_signing_key_follows_the_passphrase(two: Desktop) -> None:
    case_id, _ = refused(two)
    approve(two.office, case_id, ACCESS)
    folder = two.office.folder
    two.office.close()
    office = bootstrap.open_office(folder, passphrase=SECOND_PASSPHRASE, clock=two.hand)
    key = ask(office, lambda desk: key_store.find(desk.session, 2))
    bootstrap.change_passphrase(office, old=SECOND_PASSPHRASE, new="twelve quiet herons")
    assert ask(office, lambda desk: key_store.find(desk.session, 2)) == key
    with pytest.raises(WrongSecretError):
        ask(office, lambda desk: key_store.private_key(desk.session, 2, SECOND_PASSPHRASE))
    assert ask(office, lambda desk: key_store.private_key(desk.session, 2, "twelve quiet herons")) is not None
    assert verify_office(office) == ()
    office.close()


SLIPS = (
    "no second officer",
    "nothing",
    "no dossier",
    "a no after the yes",
    "another dossier before the issue",
    "other words before the issue",
    "another dossier after the issue",
    "another decision after the issue",
    "late after the issue",
)
"""What is left undone or done at the wrong time on an otherwise straight way."""


class AnyOrder(RuleBasedStateMachine):
    """Decide, change, approve, reopen, issue and send in any order: no refusal gets out that must not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.hand = Hand()
        office, _ = make_office(Path(self.folder.name) / "office", self.hand, four_eyes="second_officer")
        second = second_officer(office)
        self.second = second
        self.signer = run(office, lambda desk: approvals.prove_officer(desk, SECOND_PASSPHRASE))
        self.desktop = Desktop(office, self.hand)
        self.case_id = 0
        self.approved: set[str] = set()
        self.sent: set[int] = set()
        self.words = 0

    def teardown(self) -> None:
        self.desktop.office.close()
        self.folder.cleanup()

    def try_to(self, use_case: Callable[..., object], command: object) -> bool:
        try:
            run(self.desktop.office, partial(use_case, command))
        except WorkbenchError:
            return False
        return True

    @rule(refuse=st.booleans())
    def decide(self, *, refuse: bool) -> None:
        self.words += 1
        try:
            if refuse:
                self.desktop.decide(self.case_id, ACCESS, Outcome.REFUSED, GROUND, f"Reason {self.words}.")
            else:
                self.desktop.decide(self.case_id)
        except WorkbenchError:
            pass

    @rule()
    def complete_dossier(self) -> None:
        if self.desktop.page(self.case_id).case.decision(ACCESS) is not None:
            with contextlib.suppress(WorkbenchError):
                fill(self.desktop.office, self.case_id, ACCESS)

    @rule()
    def change_dossier(self) -> None:
        self.words += 1
        page = self.desktop.see(dossiers.dossier_page, self.case_id, ACCESS)
        changed = replace(page.dossier, internal=f"Thought {self.words}.")
        self.try_to(dossiers.save_dossier, SaveDossier(case_id=self.case_id, dossier=changed))

    @rule(kind=st.sampled_from([LetterKind.REFUSAL, LetterKind.ANSWER]))
    def draft(self, kind: LetterKind) -> None:
        self.try_to(letters.compose_letter, ComposeLetter(case_id=self.case_id, kind=kind, language="en"))

    @rule(data=st.data())
    def revise(self, data: st.DataObject) -> None:
        letter = self.pick(data, LetterState.DRAFT)
        if letter:
            self.say_more(letter)

    def say_more(self, letter: int) -> None:
        self.words += 1
        fields = LetterFields(addressee=("Hannah Beispiel",), free_text=f"Remark {self.words}.")
        self.try_to(letters.revise_letter, ReviseLetter(letter_id=letter, language="en", fields=fields))

    @rule(verdict=st.sampled_from([Verdict.APPROVED, Verdict.APPROVED, Verdict.REJECTED]))
    def answer(self, verdict: Verdict) -> None:
        try:
            content = self.desktop.see(approvals.content_of, self.case_id, ACCESS)
        except WorkbenchError:
            return
        command = GiveApproval(
            case_id=self.case_id, right=ACCESS, digest=content.digest, verdict=verdict, passphrase="", words="So."
        )
        try:
            run(self.desktop.office, lambda desk: approvals.give_verdict(command, self.signer, desk))
        except WorkbenchError:
            return
        (self.approved.add if verdict is Verdict.APPROVED else self.approved.discard)(content.digest)

    @rule(data=st.data())
    def issue(self, data: st.DataObject) -> None:
        letter = self.pick(data, LetterState.DRAFT)
        if letter:
            self.try_to(letters.approve_letter, ApproveLetter(letter_id=letter))

    @rule(data=st.data())
    def send(self, data: st.DataObject) -> None:
        letter = self.pick(data, LetterState.ISSUED)
        if letter:
            self.send_out(letter)

    @initialize(slip=st.sampled_from(SLIPS))
    def begin(self, slip: str) -> None:
        self.straight_on(slip)

    @rule(slip=st.sampled_from(SLIPS))
    def straight_on(self, slip: str) -> None:
        """Go the whole way with a new case, from the decision to the sending, with one slip."""
        self.case_id = self.desktop.register()
        self.decide(refuse=True)
        self.draft(LetterKind.REFUSAL)
        if slip != "no dossier":
            self.complete_dossier()
        if slip != "no second officer":
            self.answer(Verdict.APPROVED)
        if slip == "a no after the yes":
            self.answer(Verdict.REJECTED)
        if slip == "another dossier before the issue":
            self.change_dossier()
        for letter in self.in_state(LetterState.DRAFT):
            if slip == "other words before the issue":
                self.say_more(letter)
            self.try_to(letters.approve_letter, ApproveLetter(letter_id=letter))
        if slip == "another dossier after the issue":
            self.change_dossier()
        if slip == "another decision after the issue":
            self.decide(refuse=True)
        if slip == "late after the issue":
            self.hand.later(days=45)
        for letter in self.in_state(LetterState.ISSUED):
            self.send_out(letter)

    def send_out(self, letter: int) -> None:
        before = self.desktop.page(self.case_id).case
        told = rights_told_by(before, next(one for one in before.letters if one.id == letter))
        decision = before.decision(ACCESS)
        content = (
            self.desktop.see(approvals.content_of, self.case_id, ACCESS)
            if decision is not None and _refused(decision)
            else None
        )
        late = any(line.late and line.answered_at is None for line in self.desktop.lines(self.case_id))
        command = DispatchLetter(
            letter_id=letter,
            sent_at=self.hand.now,
            zone=JAKARTA,
            channel=DispatchChannel.EMAIL,
            recipient=SUBJECT.email,
        )
        if self.try_to(dispatch_letter, command) and content is not None and ACCESS in told:
            kept = ask(self.desktop.office, lambda desk: dossiers.at_work(desk, before, ACCESS))
            facts = ask(
                self.desktop.office,
                lambda desk: ready.issued_facts(desk, before, next(one for one in before.letters if one.id == letter)),
            )
            assert decision is not None
            digest = approved_content(kept, decision, facts.digest)
            assert digest in self.approved, "a refusal left without an approval of exactly this"
            assert not late or facts.says_late, "a refusal left late without saying so"
            assert kept.balancing, "a refusal left without its dossier"
            self.sent.add(letter)

    @rule(days=st.sampled_from([1, 20, 45]))
    def wait(self, days: int) -> None:
        self.hand.later(days=days)

    @rule(anew=st.booleans(), closed=st.booleans())
    def reopen(self, *, anew: bool, closed: bool) -> None:
        if closed:
            self.try_to(close_case, CloseCase(case_id=self.case_id))
        rights = (ACCESS,) if anew else ()
        self.try_to(reopen_case, ReopenCase(case_id=self.case_id, reason="New.", cause=ReopenCause.REGULATOR, rights=rights))

    @precondition(lambda self: self.sent)
    @invariant()
    def what_was_sent_had_been_issued(self) -> None:
        assert all(self.desktop.see(letters.load_letter, one).state is LetterState.DISPATCHED for one in self.sent)

    def pick(self, data: st.DataObject, state: LetterState) -> int:
        found = self.in_state(state)
        return data.draw(st.sampled_from(found)) if found else 0

    def in_state(self, state: LetterState) -> list[int]:
        return [one.id for one in self.desktop.page(self.case_id).case.letters if one.state is state]


def _refused(decision: object) -> bool:
    return getattr(decision, "outcome", None) is Outcome.REFUSED


AnyOrder.TestCase.settings = settings(
    max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAnyOrder = AnyOrder.TestCase
