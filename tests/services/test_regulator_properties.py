"""Matters in any hands: whatever the office does in whatever order, an authority's day is not later and no promise stands without a keeper.

The story remembers by itself what the authority said and what was promised; the office is asked afterwards.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.makers import GB_ENG, JAKARTA, Desktop, at
from tests.refusals import second_officer
from workbench.domain import phases
from workbench.domain.case_clocks import AUTHORITY_DEADLINE, AUTHORITY_LIMIT, authority_due, end_of
from workbench.domain.cases import Channel, EventKind
from workbench.domain.commands import (
    AcceptMoves,
    AddNote,
    AnswerMoreTime,
    AskMoreTime,
    CloseCase,
    FinishTask,
    OpenMatter,
    OverrideDeadline,
    PlanChase,
    RecordAuthorityDecision,
    RecordAuthorityLetter,
    RecordEvent,
    ReopenCase,
    SaveMatter,
    SaveSettings,
    SetAuthorityDeadline,
    SetOfficeDay,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.matters import Matter, MatterDecision, MatterKind, MatterOutcome, Question, QuestionState, Undertaking
from workbench.services import closure, events, matters, moves, overrides
from workbench.services import settings as setting_service
from workbench.services.matter_pages import MatterPage
from workbench.services.office import Desk
from workbench.services.tasks import finish_task, list_tasks
from workbench.services.undertakings import UNDERTAKING
from workbench.store import case_contents

DUE = date(2026, 11, 30)
LONDON, NEW_YORK = "Europe/London", "America/New_York"
DAYS = st.integers(-25, 90)
ZONES = st.sampled_from([JAKARTA, LONDON, NEW_YORK, "Pacific/Kiritimati"])
WORDS = st.sampled_from(["Train the staff", "Report", "Write to all", " "])
OWNERS = st.sampled_from([1, 2, 1, 2, 0, 7])


class AnyMatter(RuleBasedStateMachine):
    """A matter in which things are tried; what the office refuses is left as it was."""

    desktop: Desktop

    def __init__(self) -> None:
        super().__init__()
        self.desktop.hand.now = at("2026-11-02 10:00")
        opening = OpenMatter(
            kind=MatterKind.ENQUIRY,
            authority_id="gbico",
            received_at=self.desktop.hand.now,
            zone=JAKARTA,
            channel=Channel.POST,
            laws=(GB_ENG,),
            due=DUE,
        )
        self.case_id = self.desktop.do(matters.open_matter, opening).created or 0

    @property
    def page(self) -> MatterPage:
        return self.desktop.see(matters.matter_page, self.case_id)

    def attempt(self, use_case: Callable[..., object], command: object) -> bool:
        try:
            self.desktop.do(use_case, command)
        except WorkbenchError:
            return False
        return True

    def save(self, **changes: object) -> bool:
        matter = replace(self.page.matter, **changes)  # type: ignore[arg-type]  # fields of the file
        return self.attempt(matters.save_matter, SaveMatter(case_id=self.case_id, matter=matter))

    @rule()
    def close_and_take_up_again(self) -> None:
        self.attempt(closure.close_case, CloseCase(case_id=self.case_id))
        self.attempt(closure.reopen_case, ReopenCase(case_id=self.case_id, reason="Something new."))

    @rule(hours=st.integers(1, 200))
    def wait(self, hours: int) -> None:
        self.desktop.hand.later(hours=hours)


class AnyDay(AnyMatter):
    """The office tries in any order whatever could make the authority's day later; now and then the authority speaks."""

    def __init__(self) -> None:
        super().__init__()
        self.stands = end_of(DUE, JAKARTA)

    def day_or_hour(self, days: int, hour: int | None, zone: str) -> date | datetime:
        on = DUE + timedelta(days=days)
        return on if hour is None else at(f"{on.isoformat()} {hour:02d}:00", zone)

    # What the office does

    @rule(days=DAYS, hour=st.none() | st.integers(0, 23), zone=ZONES)
    def enter_another_day(self, days: int, hour: int | None, zone: str) -> None:
        due = self.day_or_hour(days, hour, zone)
        command = SetAuthorityDeadline(
            case_id=self.case_id,
            due=due,
            at=self.desktop.hand.now,
            zone=zone,
            said_in="The letter, read again",
            due_zone=zone if hour is not None else "",
        )
        if self.attempt(matters.set_deadline, command):
            self.stands = min(self.stands, end_of(due, zone))

    @rule(days=DAYS, zone=ZONES)
    def ask_for_more_time(self, days: int, zone: str) -> None:
        until = DUE + timedelta(days=days)
        command = AskMoreTime(case_id=self.case_id, until=until, reason="Much.", at=self.desktop.hand.now, zone=zone)
        self.attempt(matters.ask_more_time, command)

    @rule(days=DAYS)
    def set_the_day_by_hand(self, days: int) -> None:
        command = OverrideDeadline(
            case_id=self.case_id, law="GB", limit_id=AUTHORITY_LIMIT, due=DUE + timedelta(days=days), reason="We hoped so."
        )
        self.attempt(overrides.override_deadline, command)

    @rule(days=st.integers(-3, 3), zone=ZONES)
    def change_the_calendar_and_the_home(self, days: int, zone: str) -> None:
        rest = SetOfficeDay(place="GB-ENG", on=DUE + timedelta(days=days), rests=True, name="Office closed", source="Circular")
        self.attempt(setting_service.add_office_day, rest)
        self.attempt(setting_service.save_settings, SaveSettings(values=(("home_zone", zone),)))
        found = self.desktop.see(moves.find_moves, (self.case_id,))
        self.attempt(moves.accept_moves, AcceptMoves(case_ids=(self.case_id,), seen=found.digest))

    @rule(days=DAYS, kind=st.sampled_from(list(EventKind)))
    def write_into_the_file(self, days: int, kind: EventKind) -> None:
        on = DUE + timedelta(days=days)
        self.save(target_on=on, questions=(Question("Why?", answer="So.", state=QuestionState.READY),), reference="IC-118")
        self.attempt(closure.add_note, AddNote(case_id=self.case_id, text="They will not mind."))
        self.attempt(matters.plan_chase, PlanChase(case_id=self.case_id, due_on=on))
        self.attempt(events.record_event, RecordEvent(case_id=self.case_id, kind=kind, at=self.desktop.hand.now, zone=JAKARTA))

    # What the authority says

    @rule(days=st.none() | DAYS)
    def the_authority_answers(self, days: int | None) -> None:
        until = DUE + timedelta(days=days) if days is not None else None
        command = AnswerMoreTime(
            case_id=self.case_id, until=until, at=self.desktop.hand.now, zone=JAKARTA, said_in="Their mail"
        )
        if self.attempt(matters.answer_more_time, command) and until is not None:
            self.stands = end_of(until, JAKARTA)

    @rule(days=st.none() | DAYS)
    def the_authority_writes(self, days: int | None) -> None:
        due = DUE + timedelta(days=days) if days is not None else None
        command = RecordAuthorityLetter(
            case_id=self.case_id, at=self.desktop.hand.now, zone=JAKARTA, what="A letter", asks=True, due=due
        )
        if self.attempt(matters.record_letter, command) and due is not None:
            self.stands = end_of(due, JAKARTA)

    @rule(outcome=st.sampled_from([MatterOutcome.NO_ACTION, MatterOutcome.ORDER]))
    def the_authority_decides(self, outcome: MatterOutcome) -> None:
        now = self.desktop.hand.now
        decision = MatterDecision(outcome, now.date(), summary="They decided.")
        command = RecordAuthorityDecision(case_id=self.case_id, decision=decision, at=now, zone=JAKARTA)
        self.attempt(matters.record_decision, command)

    # What holds

    @invariant()
    def the_day_is_never_later_than_the_authority_said(self) -> None:
        page = self.page
        due = authority_due(page.case)
        assert due is not None
        assert end_of(due[0], due[1].detail("due_zone") or due[1].zone) <= self.stands
        (line,) = (one for one in self.desktop.page(self.case_id).deadlines if one.kind == AUTHORITY_DEADLINE)
        assert line.due is not None
        assert end_of(line.due, line.zone) <= self.stands
        assert line.override is None
        (listed,) = (one for one in self.desktop.see(matters.list_matters, every=True) if one.id == self.case_id)
        if listed.due is not None and listed.due_kind == AUTHORITY_DEADLINE:
            assert end_of(listed.due, listed.zone) <= self.stands


class AnyPromise(AnyMatter):
    """Promises are given, changed, kept and taken out in any order, by whoever is of the office and whoever is not."""

    second: int

    @rule(text=WORDS, owner=OWNERS, days=DAYS)
    def promise(self, text: str, owner: int, days: int) -> None:
        before = self.page.matter.undertakings
        sound = bool(text.strip()) and owner in {1, self.second} and self.page.phase is not phases.Phase.CLOSED
        said = Undertaking(text, owner, DUE + timedelta(days=days))
        assert self.save(undertakings=(*before, said)) is sound

    @rule(place=st.integers(0, 2), text=WORDS, owner=OWNERS, days=DAYS)
    def promise_otherwise(self, place: int, text: str, owner: int, days: int) -> None:
        said = list(self.page.matter.undertakings)
        if place < len(said):
            said[place] = replace(said[place], text=text, owner_id=owner, due_on=DUE + timedelta(days=days))
            self.save(undertakings=tuple(said))

    @rule(place=st.integers(0, 2))
    def keep_a_promise(self, place: int) -> None:
        said = list(self.page.matter.undertakings)
        if place < len(said):
            said[place] = replace(said[place], kept_on=self.desktop.hand.now.date())
            self.save(undertakings=tuple(said))

    @rule()
    def finish_a_task(self) -> None:
        for task_id in self.promised_tasks()[:1]:
            self.desktop.do(finish_task, FinishTask(task_id=task_id))

    @rule(place=st.integers(0, 2))
    def take_a_promise_out(self, place: int) -> None:
        said = self.page.matter.undertakings
        self.save(undertakings=(*said[:place], *said[place + 1 :]))

    @invariant()
    def every_promise_has_its_keeper_its_day_and_its_task(self) -> None:
        kept = self.desktop.see(partial(_file, case_id=self.case_id))
        known = {1, self.second}
        assert all(one.text.strip() and one.owner_id in known and isinstance(one.due_on, date) for one in kept.undertakings)
        assert len({one.number for one in kept.undertakings}) == len(kept.undertakings)
        left = sum(1 for one in kept.undertakings if one.kept_on is None)
        assert len(self.promised_tasks()) == left

    def promised_tasks(self) -> list[int]:
        return [one.id for one in self.desktop.see(list_tasks, case_id=self.case_id) if one.kind == UNDERTAKING]


def _file(desk: Desk, *, case_id: int) -> Matter:
    return case_contents.load(desk.session, case_id, Matter)


LIMITS = settings(
    max_examples=16,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=(Phase.generate,),
)
"""A story that fails is short already; shrinking it would take minutes."""


def test_nothing_that_the_office_does_in_whatever_order_makes_the_authority_s_day_later(desktop: Desktop) -> None:
    AnyDay.desktop = desktop
    run_state_machine_as_test(AnyDay, settings=LIMITS)


def test_no_promise_to_an_authority_stands_without_its_keeper_its_day_and_its_task(desktop: Desktop) -> None:
    AnyPromise.desktop = desktop
    AnyPromise.second = second_officer(desktop.office).id
    run_state_machine_as_test(AnyPromise, settings=LIMITS)
