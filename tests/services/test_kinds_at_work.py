"""Complaints, regulator matters and breaches where requests are at home too: Today, calendar, why, next steps, moves, bundle."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop, at
from tests.paper.reading import words_of
from workbench.domain.breaches import Level, NoticeStage, NotToTell, Risk, RiskAssessment
from workbench.domain.bundles import BundleOrder, Variant
from workbench.domain.cases import CaseKind, Channel, EventKind, LawPlace
from workbench.domain.commands import (
    AcceptMoves,
    AnswerMoreTime,
    AskMoreTime,
    AssessRisk,
    CloseCase,
    DecideComplaint,
    LeaveUntold,
    OpenBreach,
    OpenMatter,
    OverrideDeadline,
    RecordBreachNotice,
    RecordEvent,
    RecordSubjectsTold,
    RegisterComplaint,
    ReopenCase,
    SaveMatter,
    SetOfficeDay,
)
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import LetterKind
from workbench.domain.matters import Matter, MatterKind, Question, QuestionState
from workbench.domain.phases import Act, Phase
from workbench.services import (
    breaches,
    bundle,
    case_file,
    cases,
    closure,
    complaints,
    events,
    explanations,
    ical,
    matters,
    moves,
    overrides,
    planner,
    settings,
    today,
)
from workbench.services.lines import CaseFilter, NextStep
from workbench.services.office import Desk, run
from workbench.services.verify import verify_office
from workbench.services.wording import LANGUAGES, words

DUE = date(2026, 11, 20)
SECRET = "their letter, where Mr Nobody is named"  # noqa: S105  words of an officer


def matter(desktop: Desktop, **changes: object) -> int:
    values: dict[str, object] = {
        "kind": MatterKind.ENQUIRY,
        "authority_id": "gbico",
        "received_at": desktop.hand.now,
        "zone": JAKARTA,
        "channel": Channel.POST,
        "laws": (GB_ENG,),
        "due": DUE,
        "basis": "its own law",
        **changes,
    }
    return opened(desktop.do(matters.open_matter, OpenMatter(**values)).created)  # type: ignore[arg-type]


def complaint(desktop: Desktop, **changes: object) -> int:
    values: dict[str, object] = {
        "subject": SUBJECT,
        "received_at": desktop.hand.now,
        "zone": JAKARTA,
        "channel": Channel.EMAIL,
        "laws": (GB_ENG,),
        "kind": ComplaintKind.OTHER,
        "written": True,
        **changes,
    }
    return opened(desktop.do(complaints.register_complaint, RegisterComplaint(**values)).created)  # type: ignore[arg-type]


def breach(desktop: Desktop, **changes: object) -> int:
    values: dict[str, object] = {
        "title": "A lost laptop",
        "what": "It was left on a train.",
        "aware_at": desktop.hand.now,
        "zone": JAKARTA,
        "laws": (EU_DE, ID_ID),
        **changes,
    }
    return opened(desktop.do(breaches.open_breach, OpenBreach(**values)).created)  # type: ignore[arg-type]


def opened(created: int | None) -> int:
    assert created is not None
    return created


def happened(desktop: Desktop, case_id: int, kind: EventKind, **details: str) -> None:
    """Record an event as the sending of its letter does."""

    def record(desk: Desk) -> None:
        case = case_file.load(desk, case_id)
        case_file.record(desk, case, kind, occurred_at=desk.now, zone=JAKARTA, details=details)
        case_file.refold(desk, case_id, before=case)

    run(desktop.office, record)


def step(desktop: Desktop, case_id: int) -> NextStep:
    return desktop.page(case_id).next_step


def saved(desktop: Desktop, case_id: int, *questions: Question) -> None:
    kept = desktop.see(matters.matter_page, case_id).matter
    file = Matter(
        case_number=kept.case_number, kind=kept.kind, authority_id=kept.authority_id, basis=kept.basis, questions=questions
    )
    desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=file))


# Lists, calendar, reasons


def test_cases_are_listed_by_kind(desktop: Desktop) -> None:
    ids = {CaseKind.REQUEST: desktop.register(), CaseKind.COMPLAINT: complaint(desktop)}
    ids |= {CaseKind.MATTER: matter(desktop), CaseKind.BREACH: breach(desktop)}
    for kind, case_id in ids.items():
        assert [line.id for line in desktop.see(cases.list_cases, CaseFilter(kind=kind))] == [case_id]
    assert len(desktop.see(cases.list_cases)) == len(ids)


def test_cases_that_belong_together_name_each_other(desktop: Desktop) -> None:
    request = desktop.register()
    about = complaint(desktop, about_id=request)
    assert [line.id for line in desktop.page(request).about_this] == [about]
    found = desktop.page(about).about
    assert found is not None
    assert (found.id, found.kind) == (request, CaseKind.REQUEST)


def test_the_authoritys_day_is_due_on_today_in_the_weeks_and_on_the_calendar(desktop: Desktop) -> None:
    case_id = matter(desktop)
    board = desktop.see(today.today_board)
    assert [(line.case_id, line.deadline.kind, line.deadline.due) for line in board.due] == [
        (case_id, "authority_deadline", DUE)
    ]
    assert [day.on for day in board.weeks if day.due] == [DUE]
    shown = desktop.see(planner.planner, DUE, DUE)
    assert [day.on for day in shown.days if day.entries] == [DUE]


def test_today_counts_the_hours_of_a_breach(desktop: Desktop) -> None:
    case_id = breach(desktop)
    lines = [line.deadline for line in desktop.see(today.today_board).due if line.deadline.limit_id == "ID.breach_auth"]
    assert [(line.case_id, line.due) for line in lines] == [(case_id, at("2026-11-05 10:00"))]
    desktop.hand.later(hours=73)
    assert desktop.see(today.today_board).overdue == 1


def test_an_authoritys_day_leaves_for_a_calendar_without_the_officers_words(desktop: Desktop) -> None:
    case_id = matter(desktop, basis=SECRET, text=SECRET)
    data = desktop.see(ical.deadlines_ics, case_id=case_id, language="en").decode()
    assert "Answer the authority" in data
    assert "Mr Nobody" not in data.replace("\r\n ", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_an_authoritys_day_is_that_day_is_said_on_screen_and_paper(desktop: Desktop, language: str) -> None:
    case_id = matter(desktop)
    line = desktop.line(case_id, "authority.answer", "authority_deadline")
    spoken = words(language)
    told = [spoken.step(one, line.zone) for one in line.reckoning.steps]
    assert len(told) == 1
    paper = words_of(desktop.see(explanations.why_pdf, case_id, language))
    assert all(part in paper for part in told[0].split())
    assert "()" not in paper


def test_more_time_is_explained_beside_the_first_day(desktop: Desktop) -> None:
    case_id = matter(desktop)
    asked = AskMoreTime(case_id=case_id, until=date(2026, 12, 4), reason="Much.", at=desktop.hand.now, zone=JAKARTA)
    desktop.do(matters.ask_more_time, asked)
    granted = AnswerMoreTime(case_id=case_id, until=date(2026, 12, 1), at=desktop.hand.now, zone=JAKARTA, said_in="Mail")
    desktop.do(matters.answer_more_time, granted)
    line = desktop.line(case_id, "authority.answer", "authority_deadline")
    assert [one.at for one in line.reckoning.steps] == [DUE, date(2026, 12, 1)]
    moved = [one for one in desktop.page(case_id).history if one.action == "deadline_moved"]
    assert [dict(one.details)["after"] for one in moved] == ["2026-12-01"]


def test_no_date_by_hand_takes_the_place_of_an_authoritys_day(desktop: Desktop) -> None:
    case_id = matter(desktop)
    command = OverrideDeadline(case_id=case_id, law="GB", limit_id="authority.answer", due=date(2026, 12, 24), reason="Later.")
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(overrides.override_deadline, command)
    assert refused.value.details["problem"] == "authority_moves"
    assert desktop.line(case_id, "authority.answer", "authority_deadline").override is None
    for language in LANGUAGES:
        assert words(language).error(refused.value)


def test_a_new_rest_day_moves_a_statutory_clock_and_no_authoritys_day(desktop: Desktop) -> None:
    matter_id, complaint_id = matter(desktop, due=date(2026, 12, 2)), complaint(desktop)
    ack = desktop.line(complaint_id, "GB.complaint_ack", "complaint_ack")
    assert ack.due == date(2026, 12, 2)
    closed = SetOfficeDay(place="GB-ENG", on=date(2026, 12, 2), rests=True, name="Closed", source="decree")
    desktop.do(settings.add_office_day, closed)
    waiting = desktop.see(moves.affected_cases)
    found = desktop.see(moves.find_moves, waiting)
    assert [(move.case_id, move.limit_id, move.after, move.rights) for move in found.moves] == [
        (complaint_id, "GB.complaint_ack", date(2026, 12, 3), ())
    ]
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=waiting, seen=found.digest))
    assert desktop.line(matter_id, "authority.answer", "authority_deadline").due == date(2026, 12, 2)
    assert verify_office(desktop.office) == ()


def test_when_a_breach_happened_is_found_out_later_and_starts_what_counts_from_it(desktop: Desktop) -> None:
    case_id = breach(desktop, laws=(LawPlace("MY", "MY"),))
    assert [one.kind for one in desktop.see(events.event_choices, case_id)] == [
        EventKind.BREACH_OCCURRED,
        EventKind.BREACH_SUSPECTED,
    ]
    assert not desktop.lines(case_id, "breach_authority")
    late = RecordEvent(case_id=case_id, kind=EventKind.BREACH_OCCURRED, at=desktop.hand.later(hours=1), zone=JAKARTA)
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(events.record_event, late)
    assert refused.value.details["problem"] == "after_awareness"
    desktop.do(events.record_event, replace(late, at=at("2026-11-01 10:00")))
    assert desktop.line(case_id, "MY.breach_auth", "breach_authority").due == at("2026-11-04 10:00")
    told = replace(late, kind=EventKind.BREACH_REPORTED_INITIAL)
    with pytest.raises(events.EventNotKnownError):
        desktop.do(events.record_event, told)


@pytest.mark.parametrize("make", [complaint, matter], ids=["complaint", "matter"])
def test_events_of_complaints_and_matters_are_recorded_by_their_own_doors_alone(
    desktop: Desktop, make: Callable[[Desktop], int]
) -> None:
    command = RecordEvent(case_id=make(desktop), kind=EventKind.COMPLAINT_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    with pytest.raises(NotPermittedError):
        desktop.do(events.record_event, command)


# Next steps


def test_who_was_asked_to_write_is_awaited_unless_a_law_wants_an_acknowledgement(desktop: Desktop) -> None:
    indonesian, british = complaint(desktop, written=False, laws=(ID_ID,)), complaint(desktop, written=False)
    for case_id in (indonesian, british):
        happened(desktop, case_id, EventKind.WRITING_ASKED)
    assert (step(desktop, indonesian).code, step(desktop, british).code) == ("await_writing", "acknowledge_complaint")


def test_the_steps_of_a_complaint(desktop: Desktop) -> None:
    case_id = complaint(desktop, written=False)
    found = [step(desktop, case_id).code]
    happened(desktop, case_id, EventKind.ACKNOWLEDGED)
    found.append(step(desktop, case_id).code)
    happened(desktop, case_id, EventKind.WRITING_ASKED)
    found.append(step(desktop, case_id).code)
    happened(desktop, case_id, EventKind.PUT_IN_WRITING)
    found.append(step(desktop, case_id).code)
    command = DecideComplaint(case_id=case_id, outcome=ComplaintOutcome.WITHDRAWN, reasons="Taken back.")
    desktop.do(complaints.decide_complaint, command)
    found.append(step(desktop, case_id).code)
    assert found == ["acknowledge_complaint", "ask_in_writing", "await_writing", "investigate", "close"]
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    assert (desktop.page(case_id).phase, step(desktop, case_id).code) == (Phase.CLOSED, "closed")
    desktop.do(closure.reopen_case, ReopenCase(case_id=case_id, reason="They came back."))
    assert (desktop.page(case_id).phase, step(desktop, case_id).code) == (Phase.IN_PROGRESS, "investigate")
    assert verify_office(desktop.office) == ()


def test_the_steps_of_a_matter(desktop: Desktop) -> None:
    case_id = matter(desktop)
    first = step(desktop, case_id)
    assert (first.code, first.letter, first.by) == ("acknowledge_authority", LetterKind.AUTHORITY_ACKNOWLEDGEMENT, DUE)
    happened(desktop, case_id, EventKind.ACKNOWLEDGED)
    assert step(desktop, case_id).code == "answer_questions", "where no question is entered yet, nothing is ready"
    saved(desktop, case_id, Question("Why?"))
    found = [step(desktop, case_id).code]
    desktop.hand.go("2026-11-17 10:00")
    found.append(step(desktop, case_id).code)
    asked = AskMoreTime(case_id=case_id, until=date(2026, 12, 4), reason="Much.", at=desktop.hand.now, zone=JAKARTA)
    desktop.do(matters.ask_more_time, asked)
    found.append(step(desktop, case_id).code)
    refused = AnswerMoreTime(case_id=case_id, until=None, at=desktop.hand.now, zone=JAKARTA, said_in="Their mail")
    desktop.do(matters.answer_more_time, refused)
    saved(desktop, case_id, Question("Why?", answer="Because.", state=QuestionState.READY))
    found.append(step(desktop, case_id).code)
    happened(desktop, case_id, EventKind.SUBMISSION_SENT)
    found.append(step(desktop, case_id).code)
    happened(desktop, case_id, EventKind.AUTHORITY_DECIDED, outcome="no_action")
    found.append(step(desktop, case_id).code)
    assert found == [
        "answer_questions",
        "ask_more_time",
        "write_more_time",
        "write_submission",
        "await_authority",
        "close_matter",
    ]


def test_a_matter_that_onee_brought_to_the_authority_waits_for_its_word(desktop: Desktop) -> None:
    case_id = matter(desktop, passed_on=True, due=None)
    first = step(desktop, case_id)
    assert (first.code, first.letter) == ("turn_to_authority", LetterKind.AUTHORITY)


def test_the_steps_of_a_breach_go_law_by_law_by_the_nearest_clock(desktop: Desktop) -> None:
    case_id = breach(desktop)
    assert step(desktop, case_id).code == "assess_breach"
    found = RiskAssessment(Level.HIGH, Level.HIGH, Risk.HIGH, "Names and addresses.")
    desktop.do(breaches.assess_risk, AssessRisk(case_id=case_id, assessment=found))
    told = []
    for _ in range(2):
        now = step(desktop, case_id)
        told.append((now.code, now.law, now.letter, now.act))
        command = RecordBreachNotice(case_id=case_id, law=now.law, stage=NoticeStage.INITIAL, at=desktop.hand.now, zone=JAKARTA)
        desktop.do(breaches.record_notice, command)
    assert told == [
        ("notify_authority", "ID", LetterKind.BREACH_NOTICE, Act.COMPOSE),
        ("notify_authority", "EU", LetterKind.BREACH_NOTICE, Act.COMPOSE),
    ]
    people = step(desktop, case_id)
    assert (people.code, people.law, people.by) == ("tell_people", "ID", at("2026-11-05 10:00"))
    by_mail = RecordSubjectsTold(case_id=case_id, law="ID", at=desktop.hand.now, zone=JAKARTA, how="by e-mail", count=3)
    desktop.do(breaches.record_subjects_told, by_mail)
    left = LeaveUntold(case_id=case_id, law="EU", who=NotToTell.SUBJECTS, reason="None of them is there.")
    desktop.do(breaches.leave_untold, left)
    assert (desktop.page(case_id).phase, step(desktop, case_id).code) == (Phase.NOTICES_DONE, "close_breach")
    assert [(task.code, task.count) for task in desktop.see(today.today_board).tasks if task.code == "close_cases"] == [
        ("close_cases", 1)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_that_is_done_law_by_law_names_the_law(language: str) -> None:
    spoken = words(language)
    for code in ("notify_authority", "tell_people", "people_or_reason", "follow_up_breach"):
        assert "{law}" in spoken.word("next_step", code)


# The bundle


def test_a_bundle_tells_the_working_file_of_every_kind_and_the_redacted_one_of_none(desktop: Desktop, tmp_path: Path) -> None:
    asked = matter(desktop)
    saved(desktop, asked, Question("Question about the zeppelin?", answer="The dirigible answer.", state=QuestionState.READY))
    made = {asked: "dirigible", breach(desktop): "train"}
    for case_id, told in made.items():
        for variant in Variant:
            order = BundleOrder(case_id=case_id, variant=variant, language="en")
            folder = tmp_path / f"{case_id}-{variant.value}"
            folder.mkdir()
            done = bundle.make_bundle(desktop.office, order, folder)
            (pdf,) = Path(done.folder).glob("*.pdf")
            text = words_of(pdf.read_bytes())
            assert (told in text) is (variant is Variant.UNREDACTED), (case_id, variant)
            assert "Kind of case" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_complaint_has_its_bundle_in_both_languages(desktop: Desktop, tmp_path: Path, language: str) -> None:
    case_id = complaint(desktop)
    done = bundle.make_bundle(
        desktop.office, BundleOrder(case_id=case_id, variant=Variant.UNREDACTED, language=language), tmp_path
    )
    (pdf,) = Path(done.folder).glob("*.pdf")
    assert words(language).word("case_kind", "complaint") in words_of(pdf.read_bytes())
