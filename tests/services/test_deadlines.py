"""Deadlines: the clocks of a case, law by law, paused, extended, stopped; a late notice is refused and nothing is written."""

from datetime import date, timedelta

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, Desktop, at
from tests.refusals import stand
from workbench.domain.cases import EventKind, LawPlace
from workbench.domain.commands import (
    AskForClarification,
    AskForIdentity,
    ExtendDeadline,
    RecordClarification,
    RecordDone,
    RecordIdentity,
    SetOfficeDay,
)
from workbench.domain.decisions import (
    AccessBeforeErasureError,
    ExtensionNotAllowedError,
    ExtensionTooLongError,
    ExtensionUsedError,
    NoticeTooLateError,
    Outcome,
)
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import deadlines, identity, settings
from workbench.services.carried_out import record_done
from workbench.services.verify import verify_office
from workbench.services.wording import words


def ask_identity(desktop: Desktop, case_id: int) -> None:
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))


def verify_identity(desktop: Desktop, case_id: int) -> None:
    command = RecordIdentity(
        case_id=case_id, result=EventKind.IDENTITY_VERIFIED, at=desktop.hand.now, zone=JAKARTA, means="passport"
    )
    desktop.do(identity.record_identity, command)


def extend(desktop: Desktop, case_id: int, law: str = "EU", until_on: date | None = None) -> None:
    command = ExtendDeadline(
        case_id=case_id, law=law, notified_at=desktop.hand.now, zone=JAKARTA, reason="Many systems", until_on=until_on
    )
    desktop.do(deadlines.extend_deadline, command)


def test_two_laws_run_side_by_side(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID, EU_DE))
    assert desktop.line(case_id, "ID.access").due == at("2026-11-05 10:00")
    assert desktop.line(case_id, "EU.respond").due == date(2026, 12, 2)


def test_a_right_without_a_number_is_a_task_with_a_labelled_target(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ERASURE, Right.MARKETING_OPTOUT, laws=(ID_ID, EU_DE))
    erase = desktop.line(case_id, "ID.erase")
    assert (erase.due, erase.state, erase.reckoning.guide) == (None, "open_ended", at("2026-11-05 10:00"))
    assert desktop.line(case_id, "EU.marketing").due is None


def test_proof_of_identity_pauses_the_one_law_and_not_the_other(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID, EU_DE))
    desktop.hand.go("2026-11-03 10:00")
    ask_identity(desktop, case_id)
    paused = desktop.line(case_id, "EU.respond")
    assert (paused.due, paused.state, paused.paused_by) == (None, "paused", "identity_requested")
    assert paused.safe == date(2026, 12, 2)
    assert desktop.line(case_id, "ID.access").due == at("2026-11-05 10:00")
    desktop.hand.go("2026-11-08 10:00")
    verify_identity(desktop, case_id)
    resumed = desktop.line(case_id, "EU.respond")
    assert (resumed.due, resumed.safe, resumed.state) == (date(2026, 12, 7), date(2026, 12, 2), "running")
    assert desktop.line(case_id, "ID.access").late


def test_a_verified_proof_has_been_received(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    desktop.hand.go("2026-11-03 10:00")
    ask_identity(desktop, case_id)
    desktop.hand.go("2026-11-10 10:00")
    verify_identity(desktop, case_id)
    kinds = [event.kind for event in desktop.page(case_id).case.events][-2:]
    assert kinds == [EventKind.IDENTITY_INFO_RECEIVED, EventKind.IDENTITY_VERIFIED]
    assert desktop.line(case_id, "GB.respond").due == date(2026, 12, 10)


def test_identity_known_without_asking_moves_no_clock(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    desktop.hand.go("2026-11-10 10:00")
    verify_identity(desktop, case_id)
    assert desktop.line(case_id, "GB.respond").due == date(2026, 12, 2)
    command = RecordIdentity(case_id=case_id, result=EventKind.IDENTITY_INFO_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(identity.record_identity, command)
    assert refused.value.details["problem"] == "not_asked"


def test_a_question_of_meaning_pauses_access_alone_in_the_united_kingdom(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, laws=(GB_ENG,))
    desktop.hand.go("2026-11-10 10:00")
    desktop.do(identity.ask_for_clarification, AskForClarification(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    desktop.hand.go("2026-11-13 10:00")
    desktop.do(identity.record_clarification, RecordClarification(case_id=case_id, at=desktop.hand.now, zone=JAKARTA))
    found = {line.rights: line.due for line in desktop.lines(case_id) if line.limit_id == "GB.respond"}
    assert found == {(Right.ACCESS,): date(2026, 12, 7), (Right.ERASURE,): date(2026, 12, 2)}


def test_an_answer_to_no_question_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register()
    with pytest.raises(InvalidInputError):
        desktop.do(identity.record_clarification, RecordClarification(case_id=case_id, at=desktop.hand.now, zone=JAKARTA))


def test_nobody_is_asked_twice_before_they_answered(desktop: Desktop) -> None:
    case_id = desktop.register()
    ask_identity(desktop, case_id)
    with pytest.raises(InvalidInputError) as refused:
        ask_identity(desktop, case_id)
    assert refused.value.details["problem"] == "already_asked"


def test_an_extension_in_time_moves_the_answer_but_not_the_refusal(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, GB_ENG))
    desktop.hand.go("2026-12-02 10:00")
    extend(desktop, case_id, "EU")
    extend(desktop, case_id, "GB")
    assert desktop.line(case_id, "EU.respond").due == date(2027, 2, 2)
    assert desktop.line(case_id, "EU.refuse", "refusal_notice").due == date(2026, 12, 2)
    assert desktop.line(case_id, "GB.respond").due == date(2027, 2, 2)
    assert desktop.lines(case_id, "extension_notice") == ()
    assert [line.limit_id for line in desktop.lines(case_id, "refusal_notice")] == ["EU.refuse"]
    page = desktop.page(case_id)
    assert (page.next_step.code, page.next_step.letter) == ("write_extension", LetterKind.EXTENSION)


def test_a_late_notice_is_refused_and_nothing_is_written(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.hand.go("2026-12-03 10:00")
    before = desktop.page(case_id)
    with pytest.raises(NoticeTooLateError) as refused:
        extend(desktop, case_id)
    assert refused.value.details["notice_due"] == date(2026, 12, 2)
    assert "2 December 2026" in words("en").error(refused.value)
    assert desktop.page(case_id) == before


def test_the_day_of_the_notice_is_the_day_in_the_zone_of_the_law(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.hand.go("2026-12-03 05:30")  # still 2 December, 23:30, in Berlin
    extend(desktop, case_id)
    assert desktop.line(case_id, "EU.respond").due == date(2027, 2, 2)


@pytest.mark.parametrize(
    ("law", "until_on", "refusal"),
    [
        ("ID", None, ExtensionNotAllowedError),
        ("GB", None, InvalidInputError),
        ("EU", date(2027, 2, 3), ExtensionTooLongError),
    ],
    ids=["no extension in hours", "a law the case is not under", "longer than the law permits"],
)
def test_an_extension_the_law_does_not_give_is_refused(
    desktop: Desktop, law: str, until_on: date | None, refusal: type[WorkbenchError]
) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    before = desktop.page(case_id)
    with pytest.raises(refusal):
        extend(desktop, case_id, law, until_on)
    assert desktop.page(case_id) == before


def test_a_limit_is_extended_once(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    extend(desktop, case_id)
    with pytest.raises(ExtensionUsedError):
        extend(desktop, case_id)


def test_an_extension_needs_a_reason(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason=" ")
    with pytest.raises(InvalidInputError):
        desktop.do(deadlines.extend_deadline, command)


def test_an_extension_letter_that_left_too_late_voids_the_extension(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    extend(desktop, case_id)
    letter_id = desktop.issue(case_id, LetterKind.EXTENSION)
    assert desktop.line(case_id, "EU.respond").due == date(2027, 2, 2)
    desktop.hand.go("2026-12-10 10:00")
    desktop.dispatch(letter_id)
    line = desktop.line(case_id, "EU.respond")
    assert (line.due, line.reckoning.extension_void, line.late) == (date(2026, 12, 2), True, True)


def test_the_preview_of_an_extension_writes_nothing(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    reckoning = desktop.see(deadlines.preview_extension, case_id, "EU", desktop.hand.now)
    assert (reckoning.extended_due, reckoning.extension_void) == (date(2027, 2, 2), False)
    late = desktop.see(deadlines.preview_extension, case_id, "EU", at("2026-12-05 10:00"))
    assert late.extension_void
    assert desktop.line(case_id, "EU.respond").due == date(2026, 12, 2)


def test_deadlines_are_frozen_to_the_calendar_kept_with_the_case(desktop: Desktop) -> None:
    before = desktop.register(Right.ACCESS)
    day = SetOfficeDay(place="DE", on=date(2026, 12, 2), rests=True, name="Day of the office", source="circular 7")
    assert desktop.do(settings.add_office_day, day).settings
    after = desktop.register(Right.ACCESS)
    assert desktop.line(before, "EU.respond").due == date(2026, 12, 2)
    assert desktop.line(after, "EU.respond").due == date(2026, 12, 3)
    assert verify_office(desktop.office) == ()


def test_an_answer_stops_the_clock_at_the_sending(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    sent_at = desktop.hand.go("2026-12-03 05:59")  # 2 December, 23:59, in Berlin
    desktop.hand.later(days=1)
    desktop.dispatch(letter_id, sent_at)
    line = desktop.line(case_id, "EU.respond")
    assert (line.state, line.late, line.answered_at) == ("met", False, sent_at)


@pytest.mark.parametrize(
    ("laws", "sent", "limit_id"),
    [
        ((EU_DE,), "2026-12-03 06:00", "EU.respond"),
        ((ID_ID,), "2026-11-05 10:01", "ID.access"),
    ],
    ids=["a day clock after midnight in Berlin", "an hour clock a minute after"],
)
def test_an_answer_after_the_end_is_late(desktop: Desktop, laws: tuple[LawPlace, ...], sent: str, limit_id: str) -> None:
    case_id = desktop.register(Right.ACCESS, laws=laws)
    desktop.decide(case_id)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    desktop.hand.go(sent)
    desktop.dispatch(letter_id)
    line = desktop.line(case_id, limit_id)
    assert (line.state, line.late) == ("met_late", True)


def test_an_hour_clock_is_met_at_its_very_instant(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID,))
    desktop.decide(case_id)
    letter_id = desktop.issue(case_id, LetterKind.ANSWER)
    desktop.hand.go("2026-11-05 10:00")
    assert not desktop.line(case_id, "ID.access").late
    desktop.dispatch(letter_id)
    assert desktop.line(case_id, "ID.access").state == "met"


def test_what_happens_after_the_answer_moves_nothing(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.RECTIFICATION)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.hand.later(days=1)
    ask_identity(desktop, case_id)
    found = {line.rights: (line.state, line.due) for line in desktop.lines(case_id)}
    assert found == {(Right.ACCESS,): ("met", date(2026, 12, 2)), (Right.RECTIFICATION,): ("paused", None)}


def test_a_withdrawn_request_owes_nothing(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id, Right.ACCESS, Outcome.WITHDRAWN)
    desktop.hand.go("2027-01-10 10:00")
    line = desktop.line(case_id, "EU.respond")
    assert (line.state, line.late) == ("lapsed", False)
    assert desktop.page(case_id).next_step.code == "close"


def test_the_house_rule_is_a_target_and_never_late(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    house = desktop.line(case_id, "house.acknowledge", "house_ack")
    assert (house.due, house.state, house.reckoning.guide) == (None, "open_ended", date(2026, 11, 5))
    desktop.hand.go("2026-11-20 10:00")
    assert not desktop.line(case_id, "house.acknowledge", "house_ack").late
    desktop.send(case_id, LetterKind.ACKNOWLEDGEMENT)
    assert desktop.line(case_id, "house.acknowledge", "house_ack").state == "met"


def test_erased_data_must_be_told_within_hours_once_the_law_says_so(desktop: Desktop) -> None:
    desktop.hand.go("2027-02-01 09:00")
    case_id = desktop.register(Right.ERASURE, laws=(ID_ID,))
    assert desktop.lines(case_id, "notify_outcome") == ()
    desktop.decide(case_id, Right.ERASURE)
    desktop.draft(case_id, LetterKind.ANSWER)
    stand(desktop.office, case_id)
    done_at = desktop.hand.go("2027-02-02 09:00")
    desktop.do(record_done, RecordDone(case_id=case_id, right=Right.ERASURE, done_at=done_at, zone=JAKARTA))
    (told,) = desktop.lines(case_id, "notify_outcome")
    assert told.due == done_at + timedelta(hours=72)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.lines(case_id, "notify_outcome")[0].state == "met"


def test_nothing_is_erased_before_access_is_answered(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE)
    desktop.decide(case_id, Right.ACCESS)
    desktop.decide(case_id, Right.ERASURE)
    done = RecordDone(case_id=case_id, right=Right.ERASURE, done_at=desktop.hand.now, zone=JAKARTA)
    with pytest.raises(AccessBeforeErasureError):
        desktop.do(record_done, done)


def test_a_moved_date_is_told_in_the_history(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    extend(desktop, case_id)
    moved = [dict(line.details) for line in desktop.page(case_id).history if line.action == "deadline_moved"]
    assert moved == [{"limit": "EU.respond", "kind": "respond", "before": "2026-12-02", "after": "2027-02-02"}]
