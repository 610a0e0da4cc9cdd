"""Regulator matters: opened, answered in the authority's own time, promised, decided."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.makers import GB_ENG, ID_ID, JAKARTA, PASSPHRASE, SUBJECT, Desktop, at
from workbench.domain.case_clocks import authority_due, end_of
from workbench.domain.cases import Case, CaseKind, Channel, EventKind
from workbench.domain.commands import (
    AddOfficer,
    AnswerMoreTime,
    AskMoreTime,
    CloseCase,
    FinishTask,
    OpenMatter,
    PlanChase,
    RecordAuthorityDecision,
    RecordAuthorityLetter,
    SaveMatter,
    SaveSettings,
    SetAuthorityDeadline,
)
from workbench.domain.decisions import Outcome
from workbench.domain.errors import InvalidInputError, NotFoundError, NotPermittedError, WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.matters import (
    ContactOfficer,
    CorrectiveTask,
    DeadlineLaterError,
    Matter,
    MatterDecision,
    MatterKind,
    MatterOutcome,
    Meeting,
    MoreTimeNotAskedError,
    Question,
    QuestionState,
    TaskIncompleteError,
    Undertaking,
    UndertakingIncompleteError,
)
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import case_file, matters, undertakings
from workbench.services import settings as setting_service
from workbench.services.closure import close_case
from workbench.services.matter_pages import MatterPage
from workbench.services.office import Desk, run
from workbench.services.tasks import finish_task, list_tasks

ICO = "gbico"
DUE = date(2026, 11, 30)
PDF = NewEvidence("letter.pdf", "application/pdf", b"%PDF-1.7 of the authority")


def opened(desktop: Desktop, kind: MatterKind = MatterKind.ENQUIRY, **changes: object) -> int:
    """Open a matter and return the id of its case."""
    values: dict[str, object] = {
        "kind": kind,
        "authority_id": ICO,
        "received_at": desktop.hand.now,
        "zone": JAKARTA,
        "channel": Channel.POST,
        "laws": (GB_ENG,),
        "reference": "IC-118",
        "due": DUE,
    }
    command = OpenMatter(**{**values, **changes})  # type: ignore[arg-type]  # the table above is the signature
    created = desktop.do(matters.open_matter, command).created
    assert created is not None
    return created


def page(desktop: Desktop, case_id: int) -> MatterPage:
    return desktop.see(matters.matter_page, case_id)


def save(desktop: Desktop, case_id: int, **changes: object) -> Matter:
    """Save the file with changes and return it as it is kept."""
    matter = replace(page(desktop, case_id).matter, **changes)  # type: ignore[arg-type]  # fields of the file
    desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=matter))
    return page(desktop, case_id).matter


def submitted(desktop: Desktop, case_id: int) -> None:
    """Record that the submission left, as the sending of its letter does."""

    def record(desk: Desk) -> None:
        case = case_file.load(desk, case_id)
        case_file.record(desk, case, EventKind.SUBMISSION_SENT, occurred_at=desk.now, zone=JAKARTA)
        case_file.refold(desk, case_id, before=case)

    run(desktop.office, record)


def set_deadline(desktop: Desktop, case_id: int, due: date | datetime, *, new_letter: bool = False) -> None:
    command = SetAuthorityDeadline(
        case_id=case_id, due=due, at=desktop.hand.now, zone=JAKARTA, said_in="Their letter", new_letter=new_letter
    )
    desktop.do(matters.set_deadline, command)


def ask(desktop: Desktop, case_id: int, until: date) -> None:
    command = AskMoreTime(case_id=case_id, until=until, reason="Much to read.", at=desktop.hand.now, zone=JAKARTA)
    desktop.do(matters.ask_more_time, command)


def answer(desktop: Desktop, case_id: int, until: date | datetime | None) -> None:
    command = AnswerMoreTime(case_id=case_id, until=until, at=desktop.hand.now, zone=JAKARTA, said_in="Their mail")
    desktop.do(matters.answer_more_time, command)


def decide(desktop: Desktop, case_id: int, outcome: MatterOutcome = MatterOutcome.ORDER, **changes: object) -> None:
    told: dict[str, object] = {"summary": "They decided.", **changes}
    reopen, tasks = told.pop("reopen", ()), told.pop("tasks", ())
    decision = MatterDecision(outcome, desktop.hand.now.date(), **told)  # type: ignore[arg-type]  # fields of a decision
    command = RecordAuthorityDecision(
        case_id=case_id,
        decision=decision,
        at=desktop.hand.now,
        zone=JAKARTA,
        reopen=reopen,  # type: ignore[arg-type]  # as above
        tasks=tasks,  # type: ignore[arg-type]  # as above
    )
    desktop.do(matters.record_decision, command)


def kinds(case: Case) -> list[EventKind]:
    return [event.kind for event in case.events]


# Opening


def test_an_enquiry_starts_with_the_letter_of_the_authority_and_its_deadline(desktop: Desktop) -> None:
    found = page(desktop, opened(desktop, evidence=(PDF,)))
    assert (found.case.kind, found.case.number, found.phase) == (CaseKind.MATTER, "REG-2026-0001", Phase.RECEIVED)
    assert kinds(found.case)[:3] == [
        EventKind.MATTER_OPENED,
        EventKind.REGULATOR_ENQUIRY_RECEIVED,
        EventKind.AUTHORITY_DEADLINE_SET,
    ]
    assert found.own is not None
    assert (found.own.due, found.own.cite) == (DUE, "IC-118")
    assert found.authority is not None
    assert found.authority.id == ICO
    assert [(one.incoming, [file.name for file in one.files]) for one in found.correspondence] == [(True, ["letter.pdf"])]


def test_the_person_is_that_of_the_case_it_is_about(desktop: Desktop) -> None:
    request = desktop.register(laws=(GB_ENG,))
    found = page(desktop, opened(desktop, about_id=request))
    assert (found.matter.person, found.case.subject) == (SUBJECT.name, SUBJECT)
    assert [(one.id, one.kind) for one in found.about] == [(request, CaseKind.REQUEST)]


def test_a_matter_about_nobody_is_called_by_its_title(desktop: Desktop) -> None:
    found = page(desktop, opened(desktop, MatterKind.AUDIT, subject_line="Audit of the web shop"))
    assert (found.matter.person, found.case.subject.name) == ("", "Audit of the web shop")


def test_what_onee_brings_to_an_authority_is_no_enquiry_until_it_asks(desktop: Desktop) -> None:
    case_id = opened(desktop, MatterKind.COMPLAINT, passed_on=True, due=None)
    assert page(desktop, case_id).case.request.channel is Channel.OFFICE, "whatever way was said, it came from nowhere"
    assert EventKind.REGULATOR_ENQUIRY_RECEIVED not in kinds(page(desktop, case_id).case)
    desktop.hand.later(days=3)
    wrote = RecordAuthorityLetter(
        case_id=case_id, at=desktop.hand.now, zone=JAKARTA, what="Six questions", evidence=PDF, asks=True, due=DUE
    )
    desktop.do(matters.record_letter, wrote)
    found = page(desktop, case_id)
    assert kinds(found.case).count(EventKind.REGULATOR_ENQUIRY_RECEIVED) == 1
    assert found.own is not None
    assert found.own.due == DUE
    assert [(one.incoming, one.what, [file.kind for file in one.files]) for one in found.correspondence] == [
        (False, EventKind.MATTER_OPENED, []),
        (True, EventKind.AUTHORITY_WROTE, [EvidenceKind.CORRESPONDENCE]),
    ]


def test_the_authority_s_reference_is_kept_from_the_letter_that_names_it(desktop: Desktop) -> None:
    case_id = opened(desktop, MatterKind.COMPLAINT, passed_on=True, due=None, reference="")
    first = RecordAuthorityLetter(case_id=case_id, at=desktop.hand.now, zone=JAKARTA, what="Receipt", reference=" IC-204 ")
    desktop.do(matters.record_letter, first)
    assert page(desktop, case_id).matter.reference == "IC-204"
    desktop.hand.later(days=1)
    second = RecordAuthorityLetter(case_id=case_id, at=desktop.hand.now, zone=JAKARTA, what="A question")
    desktop.do(matters.record_letter, second)
    assert page(desktop, case_id).matter.reference == "IC-204", "a letter without one leaves it"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"authority_id": "moon"}, NotFoundError),
        ({"about_id": 99}, NotFoundError),
        ({"laws": ()}, InvalidInputError),
        ({"due": date(2026, 11, 1)}, InvalidInputError),
        ({"due": datetime(2026, 11, 30, 17)}, InvalidInputError),  # noqa: DTZ001  that is the point
        ({"received_at": at("2026-11-09 10:00")}, InvalidInputError),
    ],
    ids=["unknown authority", "unknown case", "no law", "due before it came", "an hour without a zone", "not come yet"],
)
def test_a_matter_that_cannot_be_is_not_opened(
    desktop: Desktop, changes: dict[str, object], refusal: type[WorkbenchError]
) -> None:
    with pytest.raises(refusal):
        opened(desktop, MatterKind.ENQUIRY, **changes)
    assert desktop.see(matters.list_matters, every=True) == ()


# The authority's deadline


def test_the_authority_s_deadline_is_made_earlier_but_not_later_without_its_word(desktop: Desktop) -> None:
    case_id = opened(desktop)
    with pytest.raises(DeadlineLaterError):
        set_deadline(desktop, case_id, DUE + timedelta(days=1))
    set_deadline(desktop, case_id, DUE - timedelta(days=5))
    with pytest.raises(DeadlineLaterError):
        set_deadline(desktop, case_id, DUE)
    set_deadline(desktop, case_id, DUE + timedelta(days=9), new_letter=True)
    own = page(desktop, case_id).own
    assert own is not None
    assert own.due == DUE + timedelta(days=9)


def test_an_hour_on_the_same_day_is_earlier_than_the_day(desktop: Desktop) -> None:
    case_id = opened(desktop)
    five = at("2026-11-30 17:00", "Europe/London")
    set_deadline(desktop, case_id, at("2026-11-30 17:00"))
    with pytest.raises(DeadlineLaterError):
        set_deadline(desktop, case_id, five)


def test_more_time_holds_only_once_it_is_granted(desktop: Desktop) -> None:
    case_id = opened(desktop)
    longer = DUE + timedelta(days=14)
    with pytest.raises(MoreTimeNotAskedError):
        answer(desktop, case_id, longer)
    ask(desktop, case_id, longer)
    own = page(desktop, case_id).own
    assert own is not None
    assert own.due == DUE
    desktop.hand.later(days=2)
    answer(desktop, case_id, longer - timedelta(days=4))
    found = page(desktop, case_id)
    assert found.own is not None
    assert (found.own.due, found.own.cite) == (longer - timedelta(days=4), "Their mail")
    assert [(one.until, one.granted, one.due) for one in found.more_time] == [(longer, True, longer - timedelta(days=4))]
    with pytest.raises(MoreTimeNotAskedError):
        answer(desktop, case_id, longer)


def test_a_refusal_of_more_time_leaves_the_deadline(desktop: Desktop) -> None:
    case_id = opened(desktop)
    ask(desktop, case_id, DUE + timedelta(days=14))
    answer(desktop, case_id, None)
    found = page(desktop, case_id)
    assert found.own is not None
    assert found.own.due == DUE
    assert [one.granted for one in found.more_time] == [False]


@pytest.mark.parametrize("until", [DUE, date(2026, 11, 1)], ids=["the day that stands", "a day that has passed"])
def test_more_time_is_asked_beyond_the_deadline_alone(desktop: Desktop, until: date) -> None:
    case_id = opened(desktop)
    with pytest.raises(InvalidInputError):
        ask(desktop, case_id, until)


def test_more_time_cannot_be_granted_to_an_earlier_day(desktop: Desktop) -> None:
    case_id = opened(desktop)
    ask(desktop, case_id, DUE + timedelta(days=14))
    with pytest.raises(InvalidInputError):
        answer(desktop, case_id, DUE - timedelta(days=1))


STEPS = st.lists(
    st.tuples(st.sampled_from(["set", "ask", "save", "chase"]), st.integers(min_value=-20, max_value=60)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_nothing_that_the_office_does_makes_the_authority_s_deadline_later(
    desktop: Desktop, steps: list[tuple[str, int]]
) -> None:
    case_id = opened(desktop)
    stands = end_of(DUE, JAKARTA)
    for what, days in steps:
        on = DUE + timedelta(days=days)
        try:
            match what:
                case "set":
                    set_deadline(desktop, case_id, on)
                case "ask":
                    ask(desktop, case_id, on)
                case "chase":
                    desktop.do(matters.plan_chase, PlanChase(case_id=case_id, due_on=on))
                case _:
                    save(desktop, case_id, target_on=on)
        except WorkbenchError:
            continue
        due = authority_due(page(desktop, case_id).case)
        assert due is not None
        assert end_of(due[0], due[1].zone) <= stands
        stands = end_of(due[0], due[1].zone)


# The working file


def test_the_file_keeps_what_others_record(desktop: Desktop) -> None:
    case_id = opened(desktop)
    decide(desktop, case_id)
    kept = page(desktop, case_id).matter
    told = replace(
        kept,
        case_number="REG-1",
        kind=MatterKind.AUDIT,
        authority_id="debfdi",
        person="Somebody",
        passed_on=True,
        decision=None,
        basis=" s 142 DPA 2018 ",
        contact=ContactOfficer(name=" M. Hale "),
    )
    desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=told))
    assert page(desktop, case_id).matter == replace(kept, basis="s 142 DPA 2018", contact=ContactOfficer(name="M. Hale"))


def test_a_file_that_says_the_same_is_not_written_again(desktop: Desktop) -> None:
    case_id = opened(desktop)
    kept = page(desktop, case_id)
    changes = desktop.do(matters.save_matter, SaveMatter(case_id=case_id, matter=kept.matter))
    assert (changes.cases, changes.journal) == (frozenset(), False)
    assert page(desktop, case_id).case.events == kept.case.events


def test_a_ready_answer_is_sent_with_the_submission_and_stays_as_it_was_sent(desktop: Desktop) -> None:
    case_id = opened(desktop)
    first = Question("When did it arrive?", label="1", answer="On 12 August.", owner_id=1, state=QuestionState.READY)
    second = Question("Why was it refused?", label="2")
    save(desktop, case_id, questions=(first, second))
    assert page(desktop, case_id).unanswered == (2,)
    desktop.hand.later(hours=1)
    submitted(desktop, case_id)
    found = page(desktop, case_id)
    assert [one.state for one in found.matter.questions] == [QuestionState.SENT, QuestionState.OPEN]
    assert found.phase is Phase.AWAITING_AUTHORITY
    changed = replace(found.matter.questions[0], answer="On 13 August.")
    with pytest.raises(InvalidInputError):
        save(desktop, case_id, questions=(changed, found.matter.questions[1]))
    with pytest.raises(InvalidInputError):
        save(desktop, case_id, questions=found.matter.questions[1:])
    desktop.hand.later(hours=1)
    late = replace(found.matter.questions[1], answer="Four times in a week.", state=QuestionState.READY)
    kept = save(desktop, case_id, questions=(found.matter.questions[0], late))
    assert [one.state for one in kept.questions] == [QuestionState.SENT, QuestionState.READY]


def test_the_same_question_may_be_asked_again(desktop: Desktop) -> None:
    case_id = opened(desktop)
    once = Question("Please explain.", answer="It was late.", state=QuestionState.READY)
    save(desktop, case_id, questions=(once,))
    desktop.hand.later(hours=1)
    submitted(desktop, case_id)
    desktop.hand.later(hours=1)
    (sent,) = page(desktop, case_id).matter.questions
    kept = save(desktop, case_id, questions=(sent, Question("Please explain.")))
    assert [one.state for one in kept.questions] == [QuestionState.SENT, QuestionState.OPEN]
    desktop.hand.later(hours=1)
    kept = save(desktop, case_id, questions=(kept.questions[0], once))
    assert [one.state for one in kept.questions] == [QuestionState.SENT, QuestionState.READY], "the new answer has not left"


@pytest.mark.parametrize(
    "question",
    [
        Question("  "),
        Question("Why?", owner_id=77),
        Question("Why?", state=QuestionState.READY),
        Question("Why?", evidence=(99,)),
    ],
    ids=["no words", "a stranger answers", "ready without an answer", "a file of no case"],
)
def test_a_question_that_cannot_be_is_refused(desktop: Desktop, question: Question) -> None:
    case_id = opened(desktop)
    with pytest.raises(InvalidInputError):
        save(desktop, case_id, questions=(question,))
    assert page(desktop, case_id).matter.questions == ()


def test_meetings_are_told_once(desktop: Desktop) -> None:
    case_id = opened(desktop)
    meeting = Meeting(desktop.hand.now, JAKARTA, call=True, people="M. Hale", note="They want the transfer file.")
    save(desktop, case_id, meetings=(meeting,))
    save(desktop, case_id, meetings=(replace(meeting, note="They want the whole transfer file."),))
    held = [event for event in page(desktop, case_id).case.events if event.kind is EventKind.MEETING_HELD]
    assert [(event.occurred_at, event.detail("call")) for event in held] == [(meeting.at, "yes")]
    with pytest.raises(InvalidInputError):
        save(desktop, case_id, meetings=(replace(meeting, at=desktop.hand.now + timedelta(days=1)),))


def test_a_closed_matter_is_not_written_in(desktop: Desktop) -> None:
    case_id = opened(desktop)
    decide(desktop, case_id, MatterOutcome.NO_ACTION)
    desktop.do(close_case, CloseCase(case_id=case_id))
    with pytest.raises(NotPermittedError):
        save(desktop, case_id, basis="s 142")


# Undertakings


def test_an_undertaking_is_a_task_of_whoever_keeps_it(desktop: Desktop) -> None:
    case_id = opened(desktop)
    desktop.do(setting_service.add_officer, AddOfficer(name="Budi Contoh", title="", passphrase=f"{PASSPHRASE} too"))
    save(desktop, case_id, undertakings=(Undertaking(" Train the staff ", 2, date(2027, 1, 15)),))
    (promised,) = page(desktop, case_id).matter.undertakings
    assert (promised.text, promised.number) == ("Train the staff", 1)
    (task,) = desktop.see(list_tasks, case_id=case_id)
    assert (task.kind, task.text, task.owner_name, task.due_on) == (
        undertakings.UNDERTAKING,
        "Train the staff",
        "Budi Contoh",
        date(2027, 1, 15),
    )
    save(desktop, case_id, undertakings=(replace(promised, kept_on=date(2026, 11, 2)),))
    assert desktop.see(list_tasks, case_id=case_id) == ()
    told = [kind for kind in kinds(page(desktop, case_id).case) if kind.value.startswith("undertaking")]
    assert told == [EventKind.UNDERTAKING_GIVEN, EventKind.UNDERTAKING_KEPT]


def test_finishing_the_task_keeps_the_undertaking(desktop: Desktop) -> None:
    case_id = opened(desktop)
    save(desktop, case_id, undertakings=(Undertaking("Train the staff", 1, date(2027, 1, 15)),))
    (task,) = desktop.see(list_tasks, case_id=case_id)
    desktop.do(finish_task, FinishTask(task_id=task.id))
    found = page(desktop, case_id)
    assert [one.kept_on for one in found.matter.undertakings] == [date(2026, 11, 2)]
    assert EventKind.UNDERTAKING_KEPT in kinds(found.case)


def test_a_changed_undertaking_moves_its_task_and_one_taken_out_ends_it(desktop: Desktop) -> None:
    case_id = opened(desktop)
    kept = save(desktop, case_id, undertakings=(Undertaking("Train the staff", 1, date(2027, 1, 15)),))
    later = replace(kept.undertakings[0], due_on=date(2027, 2, 1))
    save(desktop, case_id, undertakings=(later,))
    assert [task.due_on for task in desktop.see(list_tasks, case_id=case_id)] == [date(2027, 2, 1)]
    save(desktop, case_id, undertakings=(later, Undertaking("Report", 1, date(2027, 3, 1))))
    save(desktop, case_id, undertakings=(Undertaking("Write to all", 1, date(2027, 4, 1)),))
    assert [task.text for task in desktop.see(list_tasks, case_id=case_id)] == ["Write to all"]
    assert [one.number for one in page(desktop, case_id).matter.undertakings] == [3], "a number is never given again"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(
            Undertaking,
            st.sampled_from(["Train the staff", "", "  ", "Report"]),
            st.sampled_from([0, 1, 7]),
            st.dates(date(2026, 11, 3), date(2030, 1, 1)),
            number=st.integers(min_value=0, max_value=3),
        ),
        max_size=4,
    )
)
def test_every_undertaking_that_is_kept_has_words_an_owner_and_a_day(desktop: Desktop, given_: list[Undertaking]) -> None:
    case_id = opened(desktop)
    whole = all(one.text.strip() and one.owner_id == 1 for one in given_)
    try:
        save(desktop, case_id, undertakings=tuple(given_))
    except UndertakingIncompleteError:
        assert not whole
    else:
        assert whole
    kept = page(desktop, case_id).matter.undertakings
    officers = {number for number, _ in page(desktop, case_id).officers}
    assert all(one.text and one.owner_id in officers and isinstance(one.due_on, date) for one in kept)
    assert len({one.number for one in kept}) == len(kept)
    assert len(desktop.see(list_tasks, case_id=case_id)) == len(kept)


# What the authority decides


def answered_request(desktop: Desktop, *, closed: bool = True) -> int:
    """Return a request that was refused, told and, unless it is not to be, closed."""
    request = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    desktop.decide(request, Right.ACCESS, Outcome.REFUSED, ("GB.frivolous",), "Asked and answered.")
    desktop.send(request, LetterKind.REFUSAL)
    if closed:
        desktop.do(close_case, CloseCase(case_id=request))
    return request


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "answered"])
def test_an_overturned_refusal_is_decided_anew_and_tasks_follow(desktop: Desktop, *, closed: bool) -> None:
    request = answered_request(desktop, closed=closed)
    assert desktop.page(request).phase is (Phase.CLOSED if closed else Phase.ANSWERED)
    case_id = opened(desktop, MatterKind.APPEAL, about_id=request)
    desktop.hand.later(days=9)
    decide(
        desktop,
        case_id,
        MatterOutcome.OVERTURNED,
        appeal_until=date(2026, 12, 9),
        appeal_to="First-tier Tribunal",
        reopen=(Right.ACCESS,),
        tasks=(CorrectiveTask("Mend the form", 1, date(2026, 12, 1)),),
    )
    found = page(desktop, case_id)
    assert found.phase is Phase.AUTHORITY_DECIDED
    assert found.matter.decision is not None
    assert found.matter.decision.outcome is MatterOutcome.OVERTURNED
    about = desktop.page(request)
    assert about.phase is Phase.IN_PROGRESS
    assert about.case.decision(Right.ACCESS) is None
    assert [event.detail("cause") for event in about.case.events if event.kind is EventKind.REOPENED] == ["regulator"]
    assert [(task.kind, task.due_on) for task in desktop.see(list_tasks, case_id=case_id)] == [
        (undertakings.CORRECTIVE, date(2026, 12, 1)),
        (undertakings.APPEAL_PERIOD, date(2026, 12, 9)),
    ]
    assert found.own is not None
    assert found.own.state == "lapsed", "what was decided is not answered any more"


def test_a_matter_about_a_matter_reopens_the_request_behind_it(desktop: Desktop) -> None:
    request = answered_request(desktop)
    between = opened(desktop, MatterKind.COMPLAINT, about_id=request)
    case_id = opened(desktop, MatterKind.APPEAL, about_id=between)
    assert [one.id for one in page(desktop, case_id).about] == [between, request]
    decide(desktop, case_id, MatterOutcome.OVERTURNED, reopen=(Right.ACCESS,))
    assert desktop.page(request).case.decision(Right.ACCESS) is None


@pytest.mark.parametrize(
    ("outcome", "changes", "refusal"),
    [
        (MatterOutcome.ORDER, {"summary": " "}, InvalidInputError),
        (MatterOutcome.FINE, {}, InvalidInputError),
        (MatterOutcome.ORDER, {"appeal_until": date(2026, 11, 1)}, InvalidInputError),
        (MatterOutcome.OVERTURNED, {"reopen": (Right.ACCESS,)}, InvalidInputError),
        (MatterOutcome.ORDER, {"tasks": (CorrectiveTask("", 1, DUE),)}, TaskIncompleteError),
        (MatterOutcome.ORDER, {"tasks": (CorrectiveTask("Mend it", 9, DUE),)}, TaskIncompleteError),
    ],
    ids=["no words", "a fine without its amount", "an appeal before it", "no request", "an empty task", "a stranger's task"],
)
def test_a_decision_that_cannot_be_is_refused_whole(
    desktop: Desktop, outcome: MatterOutcome, changes: dict[str, object], refusal: type[WorkbenchError]
) -> None:
    case_id = opened(desktop)
    before = page(desktop, case_id)
    with pytest.raises(refusal):
        decide(desktop, case_id, outcome, **changes)
    assert page(desktop, case_id) == before


def test_a_request_that_is_still_open_is_not_reopened(desktop: Desktop) -> None:
    request = desktop.register(laws=(GB_ENG,))
    case_id = opened(desktop, about_id=request)
    with pytest.raises(NotPermittedError) as refused:
        decide(desktop, case_id, MatterOutcome.OVERTURNED, reopen=(Right.ACCESS,))
    assert refused.value.details == {"command": "reopen", "phase": "received", "case": desktop.page(request).case.number}
    assert page(desktop, case_id).matter.decision is None
    decide(desktop, case_id, MatterOutcome.OVERTURNED)
    assert page(desktop, case_id).phase is Phase.AUTHORITY_DECIDED, "the decision alone can be recorded"


# Lists and reminders


def test_matters_are_listed_by_the_authority_s_deadline(desktop: Desktop) -> None:
    late = opened(desktop, reference="late", due=date(2026, 11, 3))
    none = opened(desktop, MatterKind.CONSULTATION, reference="none", due=None, laws=(ID_ID,), authority_id="idkomdigi")
    soon = opened(desktop, reference="soon", due=date(2026, 11, 20))
    save(
        desktop,
        soon,
        questions=(Question("Why?", answer="So.", state=QuestionState.READY), Question("When?")),
        target_on=date(2026, 11, 18),
    )
    desktop.hand.go("2026-11-09 10:00")
    lines = desktop.see(matters.list_matters)
    assert [line.id for line in lines] == [late, soon, none]
    assert [line.late for line in lines] == [True, False, False]
    assert (lines[1].answered, lines[1].asked, lines[1].target_on) == (1, 2, date(2026, 11, 18))
    decide(desktop, late, MatterOutcome.NO_ACTION)
    desktop.do(close_case, CloseCase(case_id=late))
    assert [line.id for line in desktop.see(matters.list_matters)] == [soon, none]
    assert [line.id for line in desktop.see(matters.list_matters, every=True)] == [soon, none, late]


def reminded(desktop: Desktop, case_id: int) -> list[tuple[str, bool]]:
    return [(one.code, one.late) for one in page(desktop, case_id).reminders]


def test_a_matter_reminds_of_what_is_near_or_past(desktop: Desktop) -> None:
    case_id = opened(desktop)
    save(
        desktop,
        case_id,
        questions=(Question("Why?"),),
        undertakings=(Undertaking("Train the staff", 1, date(2026, 12, 10)),),
        target_on=date(2026, 11, 20),
    )
    assert reminded(desktop, case_id) == []
    desktop.hand.go("2026-11-21 10:00")
    assert reminded(desktop, case_id) == [("questions_open", False), ("target_passed", True)]
    desktop.hand.go("2026-12-11 10:00")
    assert reminded(desktop, case_id) == [("questions_open", True), ("target_passed", True), ("undertaking_due", True)]


def test_an_authority_that_is_silent_is_to_be_asked(desktop: Desktop) -> None:
    case_id = opened(desktop)
    ask(desktop, case_id, DUE + timedelta(days=14))
    desktop.do(setting_service.save_settings, SaveSettings(values=(("chase_days", "5"),)))
    desktop.hand.later(days=4)
    assert reminded(desktop, case_id) == []
    desktop.hand.later(days=1)
    assert reminded(desktop, case_id) == [("more_time_unanswered", True)]
    answer(desktop, case_id, None)
    submitted(desktop, case_id)
    desktop.hand.later(days=5)
    assert reminded(desktop, case_id) == [("authority_silent", True)]
    desktop.do(matters.plan_chase, PlanChase(case_id=case_id, due_on=date(2026, 11, 20), text="Ring M. Hale"))
    assert [(task.kind, task.due_on) for task in desktop.see(list_tasks, case_id=case_id)] == [
        (undertakings.CHASE, date(2026, 11, 20))
    ]
    with pytest.raises(InvalidInputError):
        desktop.do(matters.plan_chase, PlanChase(case_id=case_id, due_on=date(2026, 11, 1)))


def test_a_request_has_no_matter_s_page(desktop: Desktop) -> None:
    with pytest.raises(NotFoundError):
        page(desktop, desktop.register())


def test_no_journal_line_names_a_person(desktop: Desktop) -> None:
    request = desktop.register(laws=(GB_ENG,))
    case_id = opened(desktop, about_id=request)
    save(
        desktop,
        case_id,
        questions=(Question(f"What of {SUBJECT.name}?"),),
        undertakings=(Undertaking(f"Write to {SUBJECT.name}", 1, DUE),),
        meetings=(Meeting(desktop.hand.now, JAKARTA, call=False, people=SUBJECT.name, note=f"About {SUBJECT.name}"),),
    )
    entries = desktop.see(partial(_facts, number=page(desktop, case_id).case.number))
    assert entries
    assert SUBJECT.name not in entries


def _facts(desk: Desk, *, number: str) -> str:
    from workbench.store import journal  # noqa: PLC0415  this test alone looks into the journal

    return repr([entry.facts for entry in journal.entries(desk.session, number)])
