"""Letters to authorities, about complaints and about breaches, in a real office: to whom they go, what they rest on, what goes with them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop
from tests.paper.reading import words_of
from workbench.domain.breaches import Breach, BreachNature, NoticeStage
from workbench.domain.bundles import BundleMade, Variant
from workbench.domain.cases import Channel, LawPlace
from workbench.domain.commands import (
    AllowAddress,
    ApproveLetter,
    AskMoreTime,
    AttachEvidence,
    DecideComplaint,
    OpenBreach,
    OpenMatter,
    PassComplaintOn,
    RecordBreachNotice,
    RegisterComplaint,
    ReviseLetter,
    SaveBreach,
    SaveComplaint,
    SaveMatter,
)
from workbench.domain.complaints import Complaint, ComplaintKind, ComplaintOutcome, Inquiry, Remedy
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import LetterFields, LetterKind, LetterNoOccasionError
from workbench.domain.matters import ContactOfficer, Matter, MatterKind, Question, QuestionState, Undertaking
from workbench.services import authorities, breaches, bundle, complaints, evidence, guard, letters, matters, outgoing
from workbench.services.lines import LetterPreview
from workbench.services.office import run
from workbench.store import case_contents

ICO, UNCHECKED, NRW = "gbico", "auauthority", "denrwldi"
NOBODY = LetterFields(addressee=())


def matter(desktop: Desktop, **changes: object) -> int:
    """Open an enquiry about Hannah Beispiel and return the id of its case."""
    values: dict[str, object] = {
        "kind": MatterKind.ENQUIRY,
        "authority_id": ICO,
        "received_at": desktop.hand.now,
        "zone": JAKARTA,
        "channel": Channel.POST,
        "laws": (GB_ENG,),
        "reference": "IC-118",
        "contact": ContactOfficer("Dr Erika Amt"),
        "due": date(2026, 11, 30),
        "subject": SUBJECT,
        "subject_line": "Late access request",
        **changes,
    }
    return int(desktop.do(matters.open_matter, OpenMatter(**values)).created or 0)  # type: ignore[arg-type]  # the table is the signature


def attach(desktop: Desktop, case_id: int, name: str) -> int:
    command = AttachEvidence(case_id=case_id, evidence=NewEvidence(name, "text/plain", name.encode()))
    return int(desktop.do(evidence.attach_evidence, command).created or 0)


def answer(desktop: Desktop, case_id: int, *questions: Question, undertakings: tuple[Undertaking, ...] = ()) -> None:
    kept = desktop.see(lambda desk: case_contents.load(desk.session, case_id, Matter))
    saved = replace(kept, questions=questions, undertakings=undertakings)
    desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=saved))


def see(desktop: Desktop, case_id: int, kind: LetterKind, fields: LetterFields = NOBODY, language: str = "en") -> LetterPreview:
    return desktop.see(letters.preview_letter, case_id, kind, language, fields)


def missing(preview: LetterPreview) -> set[str]:
    return {one.code for one in preview.required if not one.present}


# Matters


def test_a_submission_answers_each_question_and_numbers_what_it_rests_on(desktop: Desktop) -> None:
    case_id = matter(desktop)
    log, policy, note = (attach(desktop, case_id, name) for name in ("log.txt", "policy.txt", "note.txt"))
    ready = QuestionState.READY
    answer(
        desktop,
        case_id,
        Question("Since when?", "4.1", "Since 2019.", 1, (log, policy), ready),
        Question("Who has seen them?", "", "Nobody else.", 1, (policy,), ready),
    )
    preview = see(desktop, case_id, LetterKind.AUTHORITY_SUBMISSION, replace(NOBODY, enclosures=(note,)))
    words = words_of(preview.pdf)
    assert preview.errors == ()
    assert preview.mismatches == ()
    assert preview.fields.enclosures == (note, log, policy)
    for said in (
        "Question 4.1", "Since when?", "Annex 2: log.txt", "Annex 3: policy.txt", "Question 2", "reference IC-118", "Dear Dr Erika Amt,",
        "Annex 1: note.txt", "For the attention of Dr Erika Amt", "Data subject: Hannah Beispiel", "due by 30 November 2026",
    ):  # fmt: skip
        assert said in words, said


def test_a_question_without_a_ready_answer_holds_the_submission_up(desktop: Desktop) -> None:
    case_id = matter(desktop)
    answer(desktop, case_id, Question("Since when?", "1", "Since 2019.", 1, (), QuestionState.DRAFTED))
    preview = see(desktop, case_id, LetterKind.AUTHORITY_SUBMISSION)
    assert missing(preview) == {"answers"}
    assert "Since 2019" not in words_of(preview.pdf)
    assert [error.code for error in preview.errors] == ["letter_incomplete"]


def test_the_files_of_the_answers_go_with_the_letter_also_where_they_came_after_the_draft(desktop: Desktop) -> None:
    case_id = matter(desktop)
    ready = QuestionState.READY
    answer(desktop, case_id, Question("Since when?", "1", "Since 2019.", 1, (), ready))
    draft = desktop.draft(case_id, LetterKind.AUTHORITY_SUBMISSION)
    log = attach(desktop, case_id, "log.txt")
    answer(desktop, case_id, Question("Since when?", "1", "Since 2019.", 1, (log,), ready))
    desktop.hand.later(minutes=1)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=draft))
    issued = desktop.see(letters.load_letter, draft)
    assert issued.fields.enclosures == (log,)
    assert "Annex 1: log.txt" in words_of(desktop.see(letters.letter_pdf, draft))


def test_a_revised_draft_keeps_the_files_that_it_rests_on(desktop: Desktop) -> None:
    case_id = matter(desktop)
    log = attach(desktop, case_id, "log.txt")
    answer(desktop, case_id, Question("Since when?", "1", "Since 2019.", 1, (log,), QuestionState.READY))
    draft = desktop.draft(case_id, LetterKind.AUTHORITY_SUBMISSION)
    desktop.do(
        letters.revise_letter, ReviseLetter(letter_id=draft, language="en", fields=LetterFields(("ICO",), signatory="Ayu"))
    )
    assert desktop.see(letters.load_letter, draft).fields.enclosures == (log,)


def test_an_address_that_nobody_checked_is_not_printed_until_the_officer_says_so(desktop: Desktop) -> None:
    case_id = matter(desktop, authority_id=UNCHECKED, laws=(LawPlace("AU", "AU"),), contact=ContactOfficer())
    kind = LetterKind.AUTHORITY_ACKNOWLEDGEMENT
    name = "Office of the Australian Information Commissioner (OAIC)"
    assert see(desktop, case_id, kind).fields.addressee == (name,)
    desktop.do(authorities.allow_address, AllowAddress(authority_id=UNCHECKED, reason="printed on their letter"))
    assert see(desktop, case_id, kind).fields.addressee[:2] == (name, "GPO Box 5288")


def test_more_time_is_asked_for_in_writing_once_it_is_recorded(desktop: Desktop) -> None:
    case_id = matter(desktop)
    with pytest.raises(LetterNoOccasionError):
        desktop.draft(case_id, LetterKind.AUTHORITY_MORE_TIME)
    asked = AskMoreTime(
        case_id=case_id, until=date(2026, 12, 15), reason="The logs are many.", at=desktop.hand.now, zone=JAKARTA
    )
    desktop.do(matters.ask_more_time, asked)
    fields = replace(NOBODY, inserts=(("meanwhile", "We read the logs."),))
    preview = see(desktop, case_id, LetterKind.AUTHORITY_MORE_TIME, fields)
    words = words_of(preview.pdf)
    assert preview.errors == ()
    assert "until 15 December 2026" in words
    assert "The logs are many." in words
    assert "due by 30 November 2026" in words


def test_a_report_on_undertakings_says_which_are_open_and_why(desktop: Desktop) -> None:
    case_id = matter(desktop)
    proof = attach(desktop, case_id, "photo.txt")
    kept = Undertaking("The mailbox is watched", 1, date(2026, 11, 20), date(2026, 11, 2), (proof,))
    answer(desktop, case_id, undertakings=(kept, Undertaking("The staff is trained", 1, date(2026, 12, 31))))
    preview = see(desktop, case_id, LetterKind.AUTHORITY_UNDERTAKINGS)
    assert missing(preview) == {"open_reasons"}
    told = see(
        desktop, case_id, LetterKind.AUTHORITY_UNDERTAKINGS, replace(NOBODY, inserts=(("open_reasons", "2: new staff."),))
    )
    assert told.errors == ()
    assert "2: new staff." in words_of(told.pdf)
    assert told.fields.enclosures == (proof,)
    answer(desktop, case_id, undertakings=(kept,))
    assert "Every undertaking is kept." in words_of(see(desktop, case_id, LetterKind.AUTHORITY_UNDERTAKINGS).pdf)


def test_a_matter_names_its_person_and_one_that_concerns_nobody_need_not(desktop: Desktop) -> None:
    audit = matter(desktop, kind=MatterKind.AUDIT, subject=None, subject_line="Yearly audit")
    assert see(desktop, audit, LetterKind.AUTHORITY_ACKNOWLEDGEMENT).mismatches == ()
    about = matter(desktop)
    assert see(desktop, about, LetterKind.AUTHORITY_ACKNOWLEDGEMENT).mismatches == ()
    plain = LetterFields((), free_text="We write.", inserts=(("matter", "A question"),))
    seen = see(desktop, about, LetterKind.AUTHORITY, plain)
    assert [one.code for one in seen.mismatches] == ["subject_not_named"]
    assert see(desktop, audit, LetterKind.AUTHORITY, plain).mismatches == ()


def test_a_letter_to_an_authority_is_never_sent_to_the_person(desktop: Desktop) -> None:
    case_id = matter(desktop)
    draft = desktop.draft(case_id, LetterKind.AUTHORITY_ACKNOWLEDGEMENT)
    case = desktop.page(case_id).case
    letter = desktop.see(letters.load_letter, draft)
    assert guard.mail_address(case, letter) == ""


@pytest.mark.parametrize(
    ("contact", "allowed", "to"),
    [
        pytest.param("erika@ldi.example", False, "erika@ldi.example", id="its officer"),
        pytest.param("", True, "poststelle@ldi.nrw.de", id="the directory, which the officer let be used"),
        pytest.param("", False, None, id="nobody, for nobody checked the directory"),
    ],
)
def test_an_e_mail_to_an_authority_goes_to_its_officer_else_to_a_sure_address(
    desktop: Desktop, contact: str, *, allowed: bool, to: str | None
) -> None:
    case_id = matter(desktop, authority_id=NRW, laws=(EU_DE,), contact=ContactOfficer("Dr Erika Amt", contact))
    letter_id = desktop.issue(case_id, LetterKind.AUTHORITY_ACKNOWLEDGEMENT)
    if allowed:
        desktop.do(authorities.allow_address, AllowAddress(authority_id=NRW, reason="printed on their letter"))
    if to is not None:
        draft = desktop.see(outgoing.mail_draft, letter_id)
        assert (draft.to, draft.mismatches) == (to, ())
    else:
        with pytest.raises(InvalidInputError) as refused:
            desktop.see(outgoing.mail_draft, letter_id)
        assert refused.value.details["problem"] == "no_email"


def test_the_letter_with_the_file_names_the_newest_bundle_of_the_matter_or_of_its_case(desktop: Desktop) -> None:
    about = desktop.register(laws=(GB_ENG,))
    case_id = matter(desktop, about_id=about, subject=None)

    def digest() -> str:
        return see(desktop, case_id, LetterKind.AUTHORITY_FILE).fields.insert("manifest_digest")

    def bundled(bundled_id: int, manifest: str) -> None:
        number = desktop.page(bundled_id).case.number
        made = BundleMade(bundled_id, number, Variant.UNREDACTED, "/tmp", 1, 1, 0, "a" * 64, "b" * 64, manifest)  # noqa: S108
        run(desktop.office, lambda desk: bundle.record_bundle(made, desk))

    assert digest() == ""
    bundled(about, "1" * 64)
    assert digest() == "1" * 64
    bundled(case_id, "2" * 64)
    bundled(breach(desktop), "3" * 64)
    assert digest() == "2" * 64


def test_the_language_of_an_authority_is_proposed_where_there_is_a_template(desktop: Desktop) -> None:
    case_id = matter(desktop, authority_id=authority_of(desktop, EU_DE), laws=(EU_DE,))
    (one,) = desktop.see(letters.authorities_of, case_id)
    assert one.language_for(LetterKind.AUTHORITY_MORE_TIME) == "de"
    assert one.language_for(LetterKind.AUTHORITY_SUBMISSION) == "en"


def authority_of(desktop: Desktop, law: LawPlace) -> str:
    found = desktop.see(lambda desk: authorities.directory(desk).find(law.law, law.place))
    assert found is not None
    return found.id


# Breaches


def breach(desktop: Desktop, *laws: LawPlace, aware_at: datetime | None = None) -> int:
    command = OpenBreach(
        title="Stolen laptop",
        what="A laptop was stolen.",
        aware_at=aware_at or desktop.hand.now,
        zone=JAKARTA,
        laws=laws or (ID_ID, EU_DE),
    )
    case_id = int(desktop.do(breaches.open_breach, command).created or 0)
    kept = desktop.see(lambda desk: case_contents.load(desk.session, case_id, Breach))
    known = replace(kept, nature=(BreachNature.CONFIDENTIALITY,), categories=("name",), people="customers", subjects=1200)
    desktop.do(breaches.save_breach, SaveBreach(case_id=case_id, breach=known))
    return case_id


def test_each_law_of_a_breach_has_a_notice_to_its_own_authority(desktop: Desktop) -> None:
    case_id = breach(desktop)
    first = see(desktop, case_id, LetterKind.BREACH_NOTICE)
    other = see(desktop, case_id, LetterKind.BREACH_NOTICE, replace(NOBODY, law="EU"))
    assert first.fields.addressee[0] != other.fields.addressee[0]
    assert first.errors == other.errors == ()
    assert "UU PDP" in {one.source[:6] for one in first.required if one.code == "what_happened"}
    assert all(one.source.startswith("GDPR Art 33(1)") for one in other.required if one.code == "notice_timing")
    words = words_of(other.pdf)
    assert "is made within it" in words
    assert "number of people concerned: 1,200" in words
    assert "not established yet" in words
    assert [one.law for one in desktop.see(letters.authorities_of, case_id)] == ["ID", "EU"]


def test_a_notice_under_a_law_that_the_case_does_not_stand_under_is_refused(desktop: Desktop) -> None:
    case_id = breach(desktop)
    with pytest.raises(InvalidInputError) as refused:
        desktop.draft(case_id, LetterKind.BREACH_NOTICE, fields=replace(NOBODY, law="GB"))
    assert refused.value.details == {"field": "letter_law", "problem": "not_a_choice"}
    draft = desktop.draft(case_id, LetterKind.BREACH_NOTICE)
    with pytest.raises(InvalidInputError):
        desktop.do(letters.revise_letter, ReviseLetter(letter_id=draft, language="en", fields=replace(NOBODY, law="GB")))


def test_a_late_notice_needs_the_reason_for_the_delay(desktop: Desktop) -> None:
    case_id = breach(desktop, EU_DE, aware_at=desktop.hand.now - timedelta(hours=90))
    late = see(desktop, case_id, LetterKind.BREACH_NOTICE)
    assert "letter_value_missing" in {error.code for error in late.errors}
    told = see(
        desktop, case_id, LetterKind.BREACH_NOTICE, replace(NOBODY, inserts=(("delay_reason", "The provider was silent."),))
    )
    assert told.errors == ()
    assert "This notice comes later. The reason for the delay: The provider was silent." in words_of(told.pdf)


def test_a_law_that_sets_no_number_is_told_as_such(desktop: Desktop) -> None:
    case_id = breach(desktop, ID_ID, LawPlace("NZ", "NZ"))
    words = words_of(see(desktop, case_id, LetterKind.BREACH_NOTICE, replace(NOBODY, law="NZ")).pdf)
    assert "no number of hours or days is set for this notice" in words
    assert "period for this notice" not in words


def test_the_case_that_a_matter_is_about_may_be_named_and_another_one_may_not(desktop: Desktop) -> None:
    about = breach(desktop)
    other = desktop.register(subject=replace(SUBJECT, name="Jonas Fremd", email="jonas@fremd.example"))
    case_id = matter(desktop, kind=MatterKind.BREACH, about_id=about, subject=None)
    fields = (("progress", f"We have read {desktop.page(about).case.number}."),)
    assert see(desktop, case_id, LetterKind.AUTHORITY_HOLDING, replace(NOBODY, inserts=fields)).mismatches == ()
    strange = (("progress", f"We have read {desktop.page(other).case.number}."),)
    seen = see(desktop, case_id, LetterKind.AUTHORITY_HOLDING, replace(NOBODY, inserts=strange)).mismatches
    assert [one.code for one in seen] == ["other_number"]


def test_a_further_notice_supplements_the_first_one_under_its_law(desktop: Desktop) -> None:
    case_id = breach(desktop)
    new = (("new_facts", "It was found."),)
    made = RecordBreachNotice(case_id=case_id, law="ID", stage=NoticeStage.INITIAL, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(breaches.record_notice, made)
    assert missing(see(desktop, case_id, LetterKind.BREACH_FOLLOW_UP, replace(NOBODY, inserts=new))) == set()
    under_eu = see(desktop, case_id, LetterKind.BREACH_FOLLOW_UP, replace(NOBODY, inserts=new, law="EU"))
    assert missing(under_eu) == {"first_notice"}


def test_a_notice_to_the_people_names_nobody_and_is_not_stopped_for_it(desktop: Desktop) -> None:
    case_id = breach(desktop)
    words = (("what_to_do", "Change your password."), ("likely_consequences", "Mail."), ("measures_taken", "Wiped."))
    preview = see(desktop, case_id, LetterKind.BREACH_SUBJECTS, LetterFields(("To all customers",), inserts=words))
    assert preview.errors == ()
    assert preview.mismatches == ()


# Complaints


def complaint(desktop: Desktop) -> int:
    command = RegisterComplaint(
        subject=SUBJECT,
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        laws=(GB_ENG,),
        kind=ComplaintKind.LATE,
        written=True,
        text="The answer came late.",
    )
    return int(desktop.do(complaints.register_complaint, command).created or 0)


def test_the_outcome_of_a_complaint_waits_for_its_decision_and_then_says_it(desktop: Desktop) -> None:
    case_id = complaint(desktop)
    fields = replace(NOBODY, inserts=(("findings", "It lay unread."),))
    assert missing(see(desktop, case_id, LetterKind.COMPLAINT_OUTCOME, fields)) == {"complaint_decision"}
    decided = DecideComplaint(case_id=case_id, outcome=ComplaintOutcome.WITHDRAWN, reasons="She was content.")
    desktop.do(complaints.decide_complaint, decided)
    preview = see(desktop, case_id, LetterKind.COMPLAINT_OUTCOME, fields)
    words = words_of(preview.pdf)
    assert missing(preview) == set()
    assert "You have withdrawn your complaint" in words
    assert "She was content." in words
    assert "Information Commissioner's Office" in words


def test_the_findings_and_what_is_put_right_come_from_the_investigation(desktop: Desktop) -> None:
    case_id = complaint(desktop)
    kept = desktop.see(lambda desk: case_contents.load(desk.session, case_id, Complaint))
    found = replace(
        kept,
        inquiries=(Inquiry("Why late?", "Support", "It lay unread for nine days."),),
        remedies=(Remedy("Mails are read daily", 1, date(2026, 12, 15)),),
    )
    desktop.do(complaints.save_complaint, SaveComplaint(case_id=case_id, complaint=found))
    preview = see(desktop, case_id, LetterKind.COMPLAINT_OUTCOME)
    assert preview.fields.insert("findings") == "It lay unread for nine days."
    assert preview.fields.insert("put_right").endswith("by 15 December 2026)")
    assert "Ayu" not in preview.fields.insert("put_right"), "the office does it, not an officer by name"


def test_a_complaint_that_was_passed_on_names_the_authority(desktop: Desktop) -> None:
    case_id = complaint(desktop)
    assert "authority" in missing(see(desktop, case_id, LetterKind.COMPLAINT_PASSED_ON))
    passed = PassComplaintOn(
        case_id=case_id, authority_id=UNCHECKED, at=desktop.hand.now, zone=JAKARTA, reason="We do not agree."
    )
    desktop.do(complaints.pass_on, passed)
    preview = see(desktop, case_id, LetterKind.COMPLAINT_PASSED_ON)
    assert preview.errors == ()
    assert {one.remark for one in preview.required if one.code == "authority"} == {"address_unchecked"}
    words = words_of(preview.pdf)
    assert "Office of the Australian Information Commissioner" in words
    assert "We do not agree." in words


def test_a_kind_of_letter_belongs_to_its_kind_of_case(desktop: Desktop) -> None:
    for case_id, kind in (
        (matter(desktop), LetterKind.BREACH_NOTICE),
        (breach(desktop), LetterKind.AUTHORITY_SUBMISSION),
        (complaint(desktop), LetterKind.ACKNOWLEDGEMENT),
    ):
        with pytest.raises(LetterNoOccasionError) as refused:
            desktop.draft(case_id, kind)
        assert refused.value.details["reason"] == "other_case"
