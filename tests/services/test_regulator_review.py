"""What a careful reader tries on complaints, matters and breaches: to decide one's own, to gain a day, to leave something behind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.makers import EU_DE, GB_ENG, JAKARTA, Desktop, at
from tests.refusals import second_officer
from tests.services.test_breaches import assess, leave, notice
from tests.services.test_breaches import opened as breach
from tests.services.test_breaches import page as breach_page
from tests.services.test_complaints import complain, officer, refused_case
from tests.services.test_matters import ask, decide, opened, page, set_deadline, submitted
from workbench.domain.breaches import NoticeStage, NotToTell, Risk
from workbench.domain.cases import EventKind, LawPlace
from workbench.domain.commands import (
    AnswerMoreTime,
    CloseCase,
    PassComplaintOn,
    PlanChase,
    RecordAuthorityLetter,
    RecordEvent,
    ReopenCase,
    SaveMatter,
)
from workbench.domain.complaints import ComplaintKind, ComplaintOutcome, NotIndependentError, WhyBarred
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import LetterFields, LetterKind, LetterOutdatedError
from workbench.domain.matters import DeadlineLaterError, Undertaking
from workbench.domain.phases import Act, Phase
from workbench.services import events, matters
from workbench.services.closure import ClockRunningError, close_case, reopen_case
from workbench.services.complaints import competent, pass_on
from workbench.services.tasks import list_tasks
from workbench.services.undertakings import APPEAL_PERIOD, CHASE
from workbench.services.verify import verify_office

JP = LawPlace("JP", "JP")
PH = LawPlace("PH", "PH")
AU = LawPlace("AU", "AU")
FOUND = (("findings", "The answer left in time."),)
LATE = (("delay_reason", "The provider was silent."),)


def own_day(desktop: Desktop, case_id: int) -> date:
    """Return the authority's day as the page of the matter shows it."""
    found = page(desktop, case_id).own
    assert found is not None
    assert isinstance(found.due, date)
    return found.due


# Whom a complaint is about


def test_a_second_complaint_about_the_first_does_not_bring_it_before_whom_it_is_about(desktop: Desktop) -> None:
    about = refused_case(desktop)
    first = complain(desktop, about, kind=ComplaintKind.REFUSAL)
    second = complain(desktop, first.case_id, kind=ComplaintKind.OTHER)
    third = complain(desktop, second.case_id, kind=ComplaintKind.OTHER)
    for story in (second, third):
        story.investigate()
        assert WhyBarred.DECIDED in story.page.barred[0].why
        with pytest.raises(NotIndependentError):
            story.decide()


@pytest.mark.parametrize(
    "outside",
    ["{name}", "SANTOSO, Rina", "Ms.  Rina\u00a0Santoso, head", "Rina  Santoso"],
    ids=["as is", "turned", "titled", "spaced"],
)
def test_no_officer_decides_from_outside_however_the_name_is_written(desktop: Desktop, outside: str) -> None:
    officer(desktop, "Rina Santoso")
    story = complain(desktop, refused_case(desktop), kind=ComplaintKind.REFUSAL)
    page = story.investigate()
    with pytest.raises(InvalidInputError, match="is_an_officer"):
        story.decide(outside=outside.format(name="Rina Santoso"), evidence_id=page.files[0].id)
    story.decide(outside="Prof. Marta Ruiz, university", evidence_id=page.files[0].id)


def test_an_outcome_that_was_overtaken_cannot_leave(desktop: Desktop) -> None:
    story = complain(desktop)
    story.investigate()
    story.decide(ComplaintOutcome.WITHDRAWN)
    old = desktop.issue(story.case_id, LetterKind.COMPLAINT_OUTCOME)
    desktop.do(close_case, CloseCase(case_id=story.case_id))
    desktop.do(reopen_case, ReopenCase(case_id=story.case_id, reason="She complains again."))
    story.decide(ComplaintOutcome.UPHELD)
    assert desktop.page(story.case_id).phase is Phase.DECIDED
    with pytest.raises(LetterOutdatedError):
        desktop.dispatch(old)
    assert desktop.page(story.case_id).phase is Phase.DECIDED


def test_nobody_tells_the_outcome_of_a_complaint_about_themselves_within_the_request(desktop: Desktop) -> None:
    case_id = refused_case(desktop)
    complained = RecordEvent(case_id=case_id, kind=EventKind.COMPLAINT_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(events.record_event, complained)
    with pytest.raises(NotIndependentError):
        desktop.issue(case_id, LetterKind.COMPLAINT_OUTCOME, fields=LetterFields(addressee=(), inserts=FOUND))
    other = second_officer(desktop.office)
    ours, desktop.office.officer = desktop.office.officer, other
    desktop.issue(case_id, LetterKind.COMPLAINT_OUTCOME, fields=LetterFields(addressee=(), inserts=FOUND))
    desktop.office.officer = ours


# An authority's day


@pytest.mark.parametrize(
    ("law", "authority", "zone"),
    [(JP, "jpauthority", "Asia/Tokyo"), (GB_ENG, "gbico", JAKARTA)],
    ids=["theirs is earlier", "ours is"],
)
def test_a_day_is_over_where_it_ends_first(desktop: Desktop, law: LawPlace, authority: str, zone: str) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = opened(desktop, laws=(law,), authority_id=authority, due=date(2026, 11, 5))
    desktop.hand.now = at("2026-11-06 00:00", zone) - timedelta(minutes=1)
    line = page(desktop, case_id).own
    assert line is not None
    assert (line.zone, line.late) == (zone, False)
    desktop.hand.later(minutes=1)
    line = page(desktop, case_id).own
    assert line is not None
    assert line.late


def test_the_same_day_read_in_another_zone_is_a_later_deadline(desktop: Desktop) -> None:
    case_id = opened(desktop, due=at("2026-11-30 12:00", JAKARTA), due_zone=JAKARTA)
    with pytest.raises(DeadlineLaterError):
        set_deadline(desktop, case_id, date(2026, 11, 30))
    set_deadline(desktop, case_id, date(2026, 11, 29))
    assert own_day(desktop, case_id) == date(2026, 11, 29)


def test_a_letter_found_later_gives_no_day_that_a_newer_letter_took(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = opened(desktop, due=date(2026, 12, 10))
    earlier = desktop.hand.go("2026-11-05 10:00")
    desktop.hand.go("2026-11-09 10:00")
    set_deadline(desktop, case_id, date(2026, 11, 20), new_letter=True)
    found = RecordAuthorityLetter(
        case_id=case_id, at=earlier, zone=JAKARTA, what="A letter in the post room", due=date(2026, 12, 24)
    )
    desktop.do(matters.record_letter, found)
    assert own_day(desktop, case_id) == date(2026, 11, 20)
    ask(desktop, case_id, date(2026, 12, 1))
    granted = AnswerMoreTime(case_id=case_id, until=date(2026, 12, 1), at=desktop.hand.now, zone=JAKARTA, said_in="Their mail")
    desktop.do(matters.answer_more_time, granted)
    assert own_day(desktop, case_id) == date(2026, 12, 1)


def test_an_authority_that_asks_again_without_a_day_waits_for_an_answer(desktop: Desktop) -> None:
    case_id = opened(desktop)
    desktop.hand.later(hours=1)
    submitted(desktop, case_id)
    assert desktop.page(case_id).phase is Phase.AWAITING_AUTHORITY
    desktop.hand.later(hours=1)
    wrote = RecordAuthorityLetter(case_id=case_id, at=desktop.hand.now, zone=JAKARTA, what="More questions", asks=True)
    desktop.do(matters.record_letter, wrote)
    shown = desktop.page(case_id)
    assert shown.phase is Phase.IN_PROGRESS
    assert shown.next_step.code != "await_authority"


def test_nobody_is_reminded_to_chase_an_authority_that_decided(desktop: Desktop) -> None:
    case_id = opened(desktop)
    chase = PlanChase(case_id=case_id, due_on=date(2026, 12, 24))
    desktop.do(matters.plan_chase, chase)
    decide(desktop, case_id, appeal_until=date(2026, 12, 20), appeal_to="the tribunal")
    assert [one.kind for one in desktop.see(list_tasks, case_id=case_id)] == [APPEAL_PERIOD]
    decide(desktop, case_id, appeal_until=date(2027, 1, 20), appeal_to="the tribunal")
    assert [one.due_on for one in desktop.see(list_tasks, case_id=case_id)] == [date(2027, 1, 20)]
    desktop.do(matters.plan_chase, chase)
    desktop.do(close_case, CloseCase(case_id=case_id))
    assert CHASE not in {one.kind for one in desktop.see(list_tasks, case_id=case_id)}
    assert verify_office(desktop.office) == ()


# Breaches


def test_a_breach_that_is_graver_than_thought_is_told_after_all(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = breach(desktop, EU_DE)
    assess(desktop, case_id, Risk.UNLIKELY)
    for who in NotToTell:
        leave(desktop, case_id, "EU", who)
    assert desktop.page(case_id).phase is Phase.NOTICES_DONE
    desktop.hand.later(hours=1)
    assess(desktop, case_id, Risk.HIGH)
    shown = desktop.page(case_id)
    assert (shown.phase, shown.next_step.code) == (Phase.IN_PROGRESS, "notify_authority")
    assert breach_page(desktop, case_id).laws[0].untold == frozenset(NotToTell)
    notice(desktop, case_id, "EU")
    leave(desktop, case_id, "EU", NotToTell.SUBJECTS)
    assert desktop.page(case_id).phase is Phase.NOTICES_DONE


def test_a_final_report_is_asked_for_until_it_is_made_and_no_letter_twice(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = breach(desktop, PH)
    assess(desktop, case_id, Risk.RISK)
    notice(desktop, case_id, "PH")
    assert desktop.page(case_id).next_step.code == "people_or_reason"
    assert desktop.page(case_id).next_step.act is None, "the risk is assessed, and the reason is given law by law"
    leave(desktop, case_id, "PH", NotToTell.SUBJECTS)
    first = desktop.page(case_id).next_step
    assert (first.code, first.act, first.letter) == ("follow_up_breach", Act.COMPOSE, LetterKind.BREACH_FOLLOW_UP)
    notice(desktop, case_id, "PH", NoticeStage.FOLLOW_UP)
    again = desktop.page(case_id).next_step
    assert (again.code, again.act, again.letter) == ("follow_up_breach", None, None)
    notice(desktop, case_id, "PH", NoticeStage.FINAL)
    assert desktop.page(case_id).next_step.code == "close_breach"


def test_instants_of_the_hour_that_comes_twice_are_compared_as_instants(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    first = datetime(2026, 10, 25, 2, 50, tzinfo=ZoneInfo("Europe/Berlin"))
    again = datetime(2026, 10, 25, 2, 10, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    case_id = breach(desktop, EU_DE, occurred_at=first, aware_at=again, zone="Europe/Berlin")
    assert breach_page(desktop, case_id).aware_at - first.astimezone(UTC) == timedelta(minutes=20)
    with pytest.raises(InvalidInputError, match="after_awareness"):
        breach(desktop, EU_DE, occurred_at=again, aware_at=first, zone="Europe/Berlin")


def test_a_notice_by_letter_did_not_leave_before_it_was_issued(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = breach(desktop, EU_DE)
    assess(desktop, case_id)
    desktop.hand.go("2026-11-05 14:00")
    letter = desktop.issue(case_id, LetterKind.BREACH_NOTICE, fields=LetterFields(addressee=(), inserts=LATE))
    with pytest.raises(InvalidInputError, match="before_issue"):
        desktop.dispatch(letter, sent_at=at("2026-11-05 09:00"))
    desktop.dispatch(letter)


# What may not leave the lists


def test_a_breach_stays_open_while_its_final_report_is_owed(desktop: Desktop) -> None:
    case_id = breach(desktop, PH)
    assess(desktop, case_id)
    notice(desktop, case_id, "PH")
    leave(desktop, case_id, "PH", NotToTell.SUBJECTS)
    with pytest.raises(ClockRunningError):
        desktop.do(close_case, CloseCase(case_id=case_id))
    assert desktop.page(case_id).phase is Phase.NOTICES_DONE
    notice(desktop, case_id, "PH", NoticeStage.FINAL)
    desktop.do(close_case, CloseCase(case_id=case_id))
    assert desktop.page(case_id).phase is Phase.CLOSED


def test_a_complaint_that_went_to_the_authority_stays_open_while_a_law_wants_its_outcome(desktop: Desktop) -> None:
    for laws, refused in (((AU,), True), ((EU_DE,), False)):
        story = complain(desktop, laws=laws)
        authority = desktop.see(competent, story.case_id)[0].authority.id
        command = PassComplaintOn(
            case_id=story.case_id, authority_id=authority, at=desktop.hand.now, zone=JAKARTA, reason="Not settled."
        )
        desktop.do(pass_on, command)
        if refused:
            with pytest.raises(ClockRunningError):
                desktop.do(close_case, CloseCase(case_id=story.case_id))
        else:
            desktop.do(close_case, CloseCase(case_id=story.case_id))


def test_no_promise_is_kept_on_a_day_that_has_not_come(desktop: Desktop) -> None:
    case_id = opened(desktop)
    matter = page(desktop, case_id).matter
    tomorrow = desktop.hand.now.astimezone(ZoneInfo(JAKARTA)).date() + timedelta(days=1)
    promise = Undertaking("Train the staff", 1, tomorrow, kept_on=tomorrow)
    command = SaveMatter(case_id=case_id, matter=replace(matter, undertakings=(promise,)))
    with pytest.raises(InvalidInputError, match="in_future"):
        desktop.do(matters.save_matter, command)
