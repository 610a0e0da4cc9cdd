"""Pauses, events, dates set by hand, moves and sign-offs: what they change, what they refuse, and that nothing moves unseen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

import pytest
from sqlalchemy import text

from tests.makers import GB_ENG, ID_ID, JAKARTA, Desktop, at
from workbench.domain.cases import EventKind, LawPlace
from workbench.domain.clocks import ClockState, TimeNotOnClockError, local_instant
from workbench.domain.commands import (
    AcceptMoves,
    AskForIdentity,
    CloseCase,
    ExtendDeadline,
    LiftOverride,
    OverrideDeadline,
    PauseClock,
    RecordEvent,
    ResumeClock,
    SetOfficeDay,
    SignRulebook,
)
from workbench.domain.decisions import ExtensionUsedError, NoticeTooLateError
from workbench.domain.errors import InvalidInputError, NotFoundError, NotPermittedError, WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import (
    closure,
    deadlines,
    events,
    identity,
    laws,
    moves,
    overrides,
    pauses,
    renewal,
    settings,
    signoffs,
    today,
)
from workbench.services.office import Desk, Office, ask, run
from workbench.services.verify import verify_office
from workbench.store import rulebooks as rulebook_store


def holiday(desktop: Desktop, on: date, place: str = "DE", *, rests: bool = True) -> None:
    command = SetOfficeDay(place=place, on=on, rests=rests, name="Day of mourning", source="Official gazette")
    desktop.do(settings.add_office_day, command)


def facts(desktop: Desktop, case_id: int) -> tuple[object, ...]:
    return tuple((line.limit_id, line.kind, line.due, line.safe, line.state) for line in desktop.page(case_id).deadlines)


def refused(desktop: Desktop, case_id: int, kind: type[WorkbenchError], use_case: object, command: object) -> WorkbenchError:
    before = facts(desktop, case_id), desktop.page(case_id).history
    assert callable(use_case)
    with pytest.raises(kind) as found:
        desktop.do(use_case, command)
    assert (facts(desktop, case_id), desktop.page(case_id).history) == before, "the case is untouched"
    return found.value


# Pauses


def test_a_pause_says_what_each_law_makes_of_it(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG, ID_ID))
    choice = next(one for one in desktop.see(pauses.pause_choices, case_id) if one.opens is EventKind.CLARIFICATION_REQUESTED)
    told = {effect.law: effect.stands_still for effect in choice.effects}
    assert told == {"GB": True, "ID": False}
    assert choice.allowed
    assert choice.open_since is None


def test_a_clock_stands_still_from_the_question_to_the_answer(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    before = desktop.line(case_id, "GB.respond")
    desktop.hand.go("2026-11-05 10:00")
    opens = EventKind.CLARIFICATION_REQUESTED
    desktop.do(pauses.pause_clock, PauseClock(case_id=case_id, opens=opens, at=desktop.hand.now, zone=JAKARTA, text="Which?"))
    assert desktop.line(case_id, "GB.respond").state == ClockState.PAUSED
    desktop.hand.go("2026-11-12 10:00")
    preview = desktop.see(pauses.preview_event, case_id, EventKind.CLARIFICATION_RECEIVED, desktop.hand.now, JAKARTA)
    command = ResumeClock(case_id=case_id, closes=EventKind.CLARIFICATION_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(pauses.resume_clock, command)
    after = desktop.line(case_id, "GB.respond")
    assert isinstance(before.due, date)
    assert isinstance(after.due, date)
    assert after.due > before.due
    assert [move.after for move in preview if move.limit_id == "GB.respond" and move.kind == "respond"] == [after.due]


def test_a_pause_that_no_law_allows_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID,))
    command = PauseClock(case_id=case_id, opens=EventKind.FEE_NOTIFIED, at=desktop.hand.now, zone=JAKARTA)
    refused(desktop, case_id, pauses.PauseNotAllowedError, pauses.pause_clock, command)


def test_a_resume_without_a_pause_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    command = ResumeClock(case_id=case_id, closes=EventKind.FEE_PAID, at=desktop.hand.now, zone=JAKARTA)
    refused(desktop, case_id, pauses.ResumeWithoutPauseError, pauses.resume_clock, command)


def test_the_same_question_twice_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    command = PauseClock(case_id=case_id, opens=EventKind.IDENTITY_REQUESTED, at=desktop.hand.now, zone=JAKARTA)
    refused(desktop, case_id, pauses.PauseOpenAlreadyError, pauses.pause_clock, command)


@pytest.mark.parametrize(
    ("moment", "problem"),
    [("2026-11-01 10:00", "before_receipt"), ("2026-11-03 10:00", "in_future")],
    ids=["before the receipt", "in the future"],
)
def test_a_question_at_an_impossible_time_is_refused(desktop: Desktop, moment: str, problem: str) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    command = PauseClock(case_id=case_id, opens=EventKind.IDENTITY_REQUESTED, at=at(moment), zone=JAKARTA)
    assert refused(desktop, case_id, InvalidInputError, pauses.pause_clock, command).details["problem"] == problem


def test_an_answered_case_takes_no_pause(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    command = PauseClock(case_id=case_id, opens=EventKind.IDENTITY_REQUESTED, at=desktop.hand.now, zone=JAKARTA)
    refused(desktop, case_id, NotPermittedError, pauses.pause_clock, command)


# Extensions


def test_a_second_extension_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Many systems.")
    desktop.do(deadlines.extend_deadline, command)
    refused(desktop, case_id, ExtensionUsedError, deadlines.extend_deadline, command)
    assert desktop.page(case_id).next_step.code == "write_extension", "the letter is owed at once"


def test_a_notice_after_its_day_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.hand.go("2026-12-10 10:00")
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Late.")
    refused(desktop, case_id, NoticeTooLateError, deadlines.extend_deadline, command)


# Events


def test_an_event_that_a_law_counts_from_starts_its_clock(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(LawPlace("US-VA", "US-VA"),))
    kinds = {choice.kind for choice in desktop.see(events.event_choices, case_id)}
    assert EventKind.APPEAL_RECEIVED in kinds
    assert EventKind.REQUEST_RECEIVED not in kinds
    command = RecordEvent(case_id=case_id, kind=EventKind.APPEAL_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(events.record_event, command)
    assert desktop.line(case_id, "USVA.appeal", "appeal").due is not None


def test_a_breach_may_have_been_known_before_the_request_came(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID,))
    known = at("2026-11-01 10:00")
    preview = desktop.see(pauses.preview_event, case_id, EventKind.BREACH_AWARE, known, JAKARTA)
    command = RecordEvent(case_id=case_id, kind=EventKind.BREACH_AWARE, at=known, zone=JAKARTA)
    desktop.do(events.record_event, command)
    line = desktop.line(case_id, "ID.breach_auth", "breach_authority")
    assert line.due == at("2026-11-04 10:00")
    assert line.due in [move.after for move in preview]


def test_an_event_that_no_law_knows_is_refused(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(ID_ID,))
    command = RecordEvent(case_id=case_id, kind=EventKind.APPEAL_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    refused(desktop, case_id, events.EventNotKnownError, events.record_event, command)


def test_the_persons_own_window_is_shown_and_never_owed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(LawPlace("CA", "CA"),))
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.see(today.today_board).overdue == 0


# Dates set by hand


def test_a_date_set_by_hand_stands_beside_the_reckoned_one(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    reckoned = desktop.line(case_id, "EU.respond").due
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 20), reason="Agreed so.")
    desktop.do(overrides.override_deadline, command)
    line = desktop.line(case_id, "EU.respond")
    assert (line.due, line.safe) == (date(2026, 11, 20), date(2026, 11, 20))
    assert line.override is not None
    assert (line.override.reckoned, line.override.reason) == (reckoned, "Agreed so.")
    assert line.reckoning.due == reckoned
    desktop.hand.go("2026-11-21 10:00")
    assert desktop.see(today.today_board).overdue == 1
    lift = LiftOverride(case_id=case_id, law="EU", limit_id="EU.respond", reason="A mistake.")
    desktop.do(overrides.lift_override, lift)
    assert desktop.line(case_id, "EU.respond").due == reckoned
    told = [entry.action for entry in desktop.page(case_id).history]
    assert "deadline_overridden" in told
    assert "override_lifted" in told
    assert verify_office(desktop.office) == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"reason": "  "}, "empty"),
        ({"due": date(2026, 10, 1)}, "before_receipt"),
        ({"due": datetime(2026, 11, 20, 8, 0, tzinfo=UTC)}, "not_this_kind_of_date"),
    ],
    ids=["no reason", "before the receipt", "an hour where a day is due"],
)
def test_a_date_that_cannot_be_set_is_refused(desktop: Desktop, change: dict[str, object], problem: str) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 20), reason="So.")
    found = refused(desktop, case_id, InvalidInputError, overrides.override_deadline, replace(command, **change))  # type: ignore[arg-type]
    assert found.details["problem"] == problem


def test_only_a_clock_that_runs_can_be_set_by_hand(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.nothing", due=date(2026, 11, 20), reason="So.")
    refused(desktop, case_id, NotFoundError, overrides.override_deadline, command)
    lift = LiftOverride(case_id=case_id, law="EU", limit_id="EU.respond", reason="So.")
    refused(desktop, case_id, overrides.NoOverrideError, overrides.lift_override, lift)


# Nothing moves unseen


def test_a_declared_holiday_moves_nothing_before_it_is_accepted(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    other = desktop.register(Right.ACCESS, laws=(GB_ENG,))
    due = desktop.line(case_id, "EU.respond").due
    assert due == date(2026, 12, 2)
    holiday(desktop, date(2026, 12, 2))
    assert desktop.line(case_id, "EU.respond").due == due
    assert desktop.see(moves.affected_cases) == (case_id,)
    assert desktop.see(moves.pending) == 1
    assert ("moves_pending", 1) in [(task.code, task.count) for task in desktop.see(today.today_board).tasks]
    found = desktop.see(moves.find_moves, (case_id, other))
    moved = next(move for move in found.moves if move.kind == "respond")
    assert (moved.before, moved.after, moved.causes) == (due, date(2026, 12, 3), ("calendar",))
    assert moved.holidays == (("2026-12-02", "Day of mourning", "1"),)
    assert moved.steps
    assert found.unmoved == (other,)
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=(case_id, other), seen=found.digest))
    assert desktop.line(case_id, "EU.respond").due == date(2026, 12, 3)
    assert desktop.see(moves.pending) == 0
    actions = [entry.action for entry in desktop.page(case_id).history]
    assert "deadline_moved" in actions
    assert "moves_accepted" in actions
    assert verify_office(desktop.office) == ()


def test_an_event_while_moves_wait_is_folded_with_the_old_calendar(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    holiday(desktop, date(2026, 12, 2))
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    assert desktop.line(case_id, "EU.respond").reckoning.base_due in {None, date(2026, 12, 2)}
    assert desktop.see(moves.pending) == 1


def test_moves_that_changed_since_they_were_shown_are_not_accepted(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    holiday(desktop, date(2026, 12, 2))
    found = desktop.see(moves.find_moves, (case_id,))
    holiday(desktop, date(2026, 12, 3))
    command = AcceptMoves(case_ids=(case_id,), seen=found.digest)
    refused(desktop, case_id, moves.MovesChangedError, moves.accept_moves, command)


def test_a_holiday_on_another_day_is_pinned_without_a_move(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    before = facts(desktop, case_id)
    holiday(desktop, date(2026, 11, 18))
    found = desktop.see(moves.find_moves, desktop.see(moves.affected_cases))
    assert found.moves == ()
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=found.unmoved, seen=found.digest))
    assert desktop.see(moves.pending) == 0
    assert facts(desktop, case_id) == before


def test_a_closed_case_never_waits(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    holiday(desktop, date(2026, 12, 2))
    assert desktop.see(moves.pending) == 0


@pytest.fixture
def other_law(tmp_path: Path) -> Path:
    """The EU rulebook of tomorrow: answers are due in two weeks."""
    path = tmp_path / "EU.toml"
    text = (laws.FOLDER / "EU.toml").read_text(encoding="utf-8")
    begins = text.index('id = "EU.respond"')
    rest = text[begins:].replace("n = 1", "n = 2", 1).replace('unit = "month"', 'unit = "week"', 1)
    rest = rest.replace('first = "same_date"', 'first = "next_day"', 1)
    path.write_text(text[:begins] + rest, encoding="utf-8")
    return path


def test_a_changed_law_moves_nothing_before_it_is_accepted(desktop: Desktop, other_law: Path) -> None:
    case_id = desktop.register(Right.ACCESS)
    office = desktop.office
    before = desktop.line(case_id, "EU.respond").due
    office.rulebooks = MappingProxyType({**office.rulebooks, "EU": laws.read_rulebook(other_law)})
    assert desktop.line(case_id, "EU.respond").due == before, "the case keeps the text it was reckoned with"
    assert desktop.see(moves.affected_cases) == (case_id,)
    found = desktop.see(moves.find_moves, (case_id,))
    moved = next(move for move in found.moves if move.kind == "respond")
    assert moved.causes == ("rulebook",)
    assert moved.after == date(2026, 11, 16)
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=(case_id,), seen=found.digest))
    assert desktop.line(case_id, "EU.respond").due == date(2026, 11, 16)
    new = desktop.register(Right.ACCESS)
    assert desktop.line(new, "EU.respond").due == date(2026, 11, 16)


def test_cases_of_an_older_store_are_pinned_once(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)

    def forget(desk: Desk) -> None:
        desk.session.execute(text("DELETE FROM case_rulebooks"))

    run(desktop.office, forget)
    assert ask(desktop.office, lambda desk: rulebook_store.unpinned(desk.session)) == (case_id,)
    assert run(desktop.office, renewal.renew_clocks).cases == {case_id}
    assert ask(desktop.office, lambda desk: rulebook_store.unpinned(desk.session)) == ()
    assert run(desktop.office, renewal.renew_clocks).cases == frozenset()


# Signing off


def test_a_rulebook_says_have_counsel_confirm_until_it_is_signed(desktop: Desktop) -> None:
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "CO")
    assert line.confirm
    assert line.signoff is None
    command = SignRulebook(law="CO", digest=line.digest, text_read="Ley 1581, Diario Oficial", counsel="Contoh & Co")
    desktop.do(signoffs.sign_rulebook, command)
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "CO")
    assert not line.confirm
    assert line.signoff is not None
    assert (line.signoff.officer_name, line.signoff.text_read) == ("Ayu Contoh", "Ley 1581, Diario Oficial")
    assert verify_office(desktop.office) == ()


def test_another_version_of_a_rulebook_must_be_signed_again(desktop: Desktop, other_law: Path) -> None:
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "EU")
    sign = SignRulebook(law="EU", digest=line.digest, text_read="OJ L 119")
    desktop.do(signoffs.sign_rulebook, sign)
    office: Office = desktop.office
    office.rulebooks = MappingProxyType({**office.rulebooks, "EU": laws.read_rulebook(other_law)})
    after = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "EU")
    assert after.signoff is None
    assert len(after.earlier_signoffs) == 1
    with pytest.raises(signoffs.RulebookChangedError):
        desktop.do(signoffs.sign_rulebook, sign)
    with pytest.raises(InvalidInputError):
        desktop.do(signoffs.sign_rulebook, replace(sign, digest=after.digest, text_read=" "))


def test_a_time_that_no_clock_showed_is_refused() -> None:
    with pytest.raises(TimeNotOnClockError):
        local_instant(datetime(2026, 3, 29, 2, 30), "Europe/Berlin")  # noqa: DTZ001  a wall clock has no zone
    assert local_instant(datetime(2026, 3, 29, 3, 30), "Europe/Berlin").utcoffset() is not None  # noqa: DTZ001
