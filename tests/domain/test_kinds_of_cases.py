"""Where complaints, regulator matters and breaches stand, what they permit, and the clocks that run in them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.case_clocks import AUTHORITY_DEADLINE, CaseClock, authority_due, clocks_of, is_late
from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.letters import Letter, LetterFields, LetterKind, LetterState
from workbench.domain.parties import DataSubject
from workbench.domain.phases import (
    ACTS_OF,
    LETTERS_OF,
    Act,
    Phase,
    answered,
    permitted,
    phase_of,
    untold_under,
    without_occasion,
)
from workbench.services.calendars import calendar_for
from workbench.services.laws import load_rulebooks

K = EventKind
BEGAN = datetime(2026, 11, 9, 10, 20, tzinfo=UTC)  # a Monday
EU, GB, ID = LawPlace("EU", "DE"), LawPlace("GB", "GB-ENG"), LawPlace("ID", "ID")
Step = tuple[EventKind, dict[str, str]]
COMPLAINED: Step = (K.COMPLAINT_RECEIVED, {"written": "yes"})
OPENED: tuple[Step, ...] = ((K.MATTER_OPENED, {}), (K.REGULATOR_ENQUIRY_RECEIVED, {}))
DUE = (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20"})
SENT = ((K.LETTER_ISSUED, {"letter": "L-1"}), (K.LETTER_DISPATCHED, {"letter": "L-1"}))
BACK = (K.LETTER_RETURNED, {"letter": "L-1"})
SUBMITTED = (*SENT, (K.SUBMISSION_SENT, {"letter": "L-1"}))
AWARE: Step = (K.BREACH_AWARE, {})
ASSESSED = (K.RISK_ASSESSED, {"risk": "high"})


def made(kind: CaseKind, *steps: Step, laws: Sequence[LawPlace] = (EU,), letters: Sequence[LetterState] = ()) -> Case:
    """Return a case whose events happened an hour apart; `letters` are letters of outcome in these states."""
    events = tuple(
        CaseEvent(
            id=seq,
            seq=seq,
            kind=what,
            occurred_at=BEGAN + timedelta(hours=seq - 1),
            zone="Europe/Berlin",
            recorded_at=BEGAN + timedelta(hours=seq - 1),
            officer_id=1,
            details=tuple(details.items()),
        )
        for seq, (what, details) in enumerate(steps, start=1)
    )
    fields = LetterFields(addressee=("Somebody",))
    written = tuple(
        Letter(number, f"L-{number}", 1, LetterKind.COMPLAINT_OUTCOME, "en", state, fields, BEGAN, 1)
        for number, state in enumerate(letters, start=1)
    )
    request = Request(BEGAN, "Europe/Berlin", Channel.POST, (), "", "", "en")
    subject = DataSubject("Somebody")
    return Case(1, "X-1", subject, None, request, tuple(laws), 1, BEGAN, events, letters=written, kind=kind)


def clocks(case: Case) -> tuple[CaseClock, ...]:
    """Return the clocks of a case under the shipped rulebooks and calendars."""
    books = load_rulebooks()
    calendars = {one.place: calendar_for(books[one.law], one.place, first_year=2026, last_year=2027) for one in case.laws}
    return clocks_of(case, books, calendars)


def clock(case: Case, limit_id: str) -> CaseClock:
    """Return the one clock of a case under a limit."""
    found = [one for one in clocks(case) if one.line.limit_id == limit_id]
    assert len(found) == 1, [one.line.limit_id for one in clocks(case)]
    return found[0]


# Phases


@pytest.mark.parametrize(
    ("steps", "letters", "phase"),
    [
        ([COMPLAINED], [], Phase.RECEIVED),
        ([COMPLAINED, (K.NOTE, {})], [], Phase.RECEIVED),
        ([COMPLAINED, (K.ACKNOWLEDGED, {})], [], Phase.IN_PROGRESS),
        ([COMPLAINED, (K.WRITING_ASKED, {})], [], Phase.WRITING_ASKED),
        ([COMPLAINED, (K.WRITING_ASKED, {}), (K.PUT_IN_WRITING, {})], [], Phase.IN_PROGRESS),
        ([COMPLAINED, (K.PASSED_ON, {"matter": "REG-1"})], [], Phase.AWAITING_AUTHORITY),
        ([COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"})], [], Phase.DECIDED),
        ([COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"})], [LetterState.DRAFT], Phase.TO_APPROVE),
        ([COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"})], [LetterState.ISSUED], Phase.TO_DISPATCH),
        ([COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"})], [], Phase.ANSWERED),
        (
            [COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"}), *SENT, (K.COMPLIED, {"letter": "L-1"})],
            [],
            Phase.ANSWERED,
        ),
        (
            [COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"}), *SENT, (K.COMPLIED, {"letter": "L-1"}), BACK],
            [],
            Phase.DECIDED,
        ),
        ([COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"}), (K.CLOSED, {})], [], Phase.CLOSED),
        (
            [COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"}), (K.CLOSED, {}), (K.REOPENED, {})],
            [],
            Phase.IN_PROGRESS,
        ),
    ],
    ids=[
        "new",
        "a note begins nothing",
        "acknowledged",
        "asked to write",
        "written",
        "passed on",
        "decided",
        "outcome drafted",
        "outcome issued",
        "withdrawn",
        "outcome told",
        "outcome came back",
        "closed",
        "reopened",
    ],
)
def test_a_complaint_stands_where_its_events_say(steps: list[Step], letters: list[LetterState], phase: Phase) -> None:
    case = made(CaseKind.COMPLAINT, *steps, letters=letters)
    assert phase_of(case) is phase
    if phase is not Phase.CLOSED:
        assert answered(case) is (phase in {Phase.ANSWERED, Phase.AWAITING_AUTHORITY})


@pytest.mark.parametrize(
    ("steps", "phase"),
    [
        (OPENED, Phase.RECEIVED),
        ((*OPENED, DUE), Phase.RECEIVED),
        ((*OPENED, DUE, (K.MORE_TIME_ASKED, {"until": "2026-12-01"})), Phase.IN_PROGRESS),
        ((*OPENED, DUE, *SUBMITTED), Phase.AWAITING_AUTHORITY),
        ((*OPENED, DUE, *SUBMITTED, BACK), Phase.IN_PROGRESS),
        ((*OPENED, DUE, *SUBMITTED, DUE), Phase.IN_PROGRESS),
        ((*OPENED, DUE, *SUBMITTED, (K.AUTHORITY_DECIDED, {"outcome": "order"})), Phase.AUTHORITY_DECIDED),
        ((*OPENED, (K.AUTHORITY_DECIDED, {"outcome": "no_action"}), (K.CLOSED, {})), Phase.CLOSED),
        ((*OPENED, (K.AUTHORITY_DECIDED, {"outcome": "no_action"}), (K.CLOSED, {}), (K.REOPENED, {})), Phase.IN_PROGRESS),
        ((*OPENED, DUE, *SUBMITTED, (K.CLOSED, {}), BACK), Phase.IN_PROGRESS),
    ],
    ids=[
        "opened",
        "with a deadline",
        "more time asked",
        "answered",
        "answer came back",
        "asked again",
        "decided",
        "closed",
        "reopened",
        "closed on an answer that came back",
    ],
)
def test_a_matter_stands_where_its_events_say(steps: tuple[Step, ...], phase: Phase) -> None:
    assert phase_of(made(CaseKind.MATTER, *steps)) is phase


@pytest.mark.parametrize(
    ("steps", "untold", "phase"),
    [
        ([AWARE], {"authority", "subjects"}, Phase.RECEIVED),
        ([AWARE, ASSESSED], {"authority", "subjects"}, Phase.IN_PROGRESS),
        ([AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "EU"})], {"subjects"}, Phase.IN_PROGRESS),
        ([AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "ID"})], {"authority", "subjects"}, Phase.IN_PROGRESS),
        ([AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "EU"}), (K.SUBJECTS_NOTIFIED, {})], set(), Phase.NOTICES_DONE),
        (
            [
                AWARE,
                ASSESSED,
                (K.NOTICE_NOT_OWED, {"law": "EU", "who": "authority"}),
                (K.NOTICE_NOT_OWED, {"law": "EU", "who": "subjects"}),
            ],
            set(),
            Phase.NOTICES_DONE,
        ),
        ([AWARE, (K.BREACH_REPORTED_INITIAL, {"law": "EU"}), (K.SUBJECTS_NOTIFIED, {})], set(), Phase.IN_PROGRESS),
        (
            [
                AWARE,
                ASSESSED,
                (K.SUBJECTS_NOTIFIED, {}),
                *SENT,
                (K.BREACH_REPORTED_INITIAL, {"law": "EU", "letter": "L-1"}),
                (K.CLOSED, {}),
                BACK,
            ],
            {"authority"},
            Phase.IN_PROGRESS,
        ),
    ],
    ids=[
        "known",
        "assessed",
        "authority told",
        "told under another law",
        "all told",
        "all left untold with a reason",
        "told without an assessment",
        "closed on a notice that came back",
    ],
)
def test_a_breach_stands_where_its_events_say(steps: list[Step], untold: set[str], phase: Phase) -> None:
    case = made(CaseKind.BREACH, *steps)
    assert untold_under(case, "EU") == untold
    assert phase_of(case) is phase


def test_a_breach_is_done_only_when_it_is_under_every_law() -> None:
    told: tuple[Step, ...] = (AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "EU"}), (K.SUBJECTS_NOTIFIED, {}))
    assert phase_of(made(CaseKind.BREACH, *told, laws=(EU, ID))) is Phase.IN_PROGRESS
    more = (*told, (K.BREACH_REPORTED_INITIAL, {"law": "ID"}))
    assert phase_of(made(CaseKind.BREACH, *more, laws=(EU, ID))) is Phase.NOTICES_DONE


# What is permitted


def test_every_kind_permits_its_own_acts_while_at_work() -> None:
    own = {
        CaseKind.COMPLAINT: {Act.INVESTIGATE, Act.DECIDE_COMPLAINT, Act.TAKE_TO_AUTHORITY},
        CaseKind.MATTER: {Act.ANSWER_AUTHORITY, Act.RECORD_AUTHORITY},
        CaseKind.BREACH: {Act.HANDLE_BREACH},
    }
    for kind, acts in own.items():
        case = made(kind, (K.NOTE, {}))
        assert acts <= permitted(case)
        assert not permitted(case) & {Act.DECIDE, Act.EXTEND, Act.PAUSE, Act.ASK_FOR_IDENTITY, Act.CLOSE, Act.REOPEN}
        others = set().union(*(one for other, one in own.items() if other is not kind))
        assert not permitted(case) & others
        assert permitted(case) <= ACTS_OF[kind]


def test_a_complaint_is_decided_once_until_it_is_reopened() -> None:
    decided = made(CaseKind.COMPLAINT, COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"}))
    assert Act.DECIDE_COMPLAINT not in permitted(decided)
    assert Act.CLOSE in permitted(decided)
    again = made(CaseKind.COMPLAINT, COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"}), (K.REOPENED, {}))
    assert Act.DECIDE_COMPLAINT in permitted(again)


@pytest.mark.parametrize("kind", [kind for kind in CaseKind if kind is not CaseKind.REQUEST])
def test_a_closed_case_permits_files_notes_and_reopening(kind: CaseKind) -> None:
    assert permitted(made(kind, (K.CLOSED, {}))) == {Act.ATTACH, Act.NOTE, Act.REOPEN}


@pytest.mark.parametrize("kind", list(CaseKind))
def test_a_letter_of_another_kind_of_case_has_no_occasion(kind: CaseKind) -> None:
    case = made(kind, COMPLAINED)
    for letter in LetterKind:
        assert (without_occasion(case, letter) == "other_case") is (letter not in LETTERS_OF[kind])


# Clocks of complaints and matters


@pytest.mark.parametrize(
    ("place", "limit_id", "due"),
    [
        (GB, "GB.complaint_ack", date(2026, 12, 9)),
        (LawPlace("AU", "AU-NSW"), "AU.complaint", date(2026, 12, 9)),
        (LawPlace("PH", "PH"), "PH.complaint", date(2026, 11, 24)),
    ],
    ids=["British acknowledgement", "Australian outcome", "Philippine acknowledgement"],
)
def test_a_complaint_has_the_clock_of_its_law(place: LawPlace, limit_id: str, due: date) -> None:
    running = clock(made(CaseKind.COMPLAINT, COMPLAINED, laws=(place,)), limit_id)
    assert (running.line.due, running.line.state, running.line.rights) == (due, "running", ())
    ended = K.ACKNOWLEDGED if running.line.kind == "complaint_ack" else K.COMPLIED
    met = clock(made(CaseKind.COMPLAINT, COMPLAINED, (ended, {}), laws=(place,)), limit_id)
    assert (met.line.state, met.line.open) == ("met", False)


@pytest.mark.parametrize(
    ("details", "state"),
    [({"rights": "", "complaint": "yes"}, "met"), ({"rights": "access"}, "running")],
    ids=["the outcome of the complaint", "an answer to the request"],
)
def test_an_outcome_told_in_time_is_its_own_acknowledgement(details: dict[str, str], state: str) -> None:
    found = clock(made(CaseKind.COMPLAINT, COMPLAINED, (K.COMPLIED, details), laws=(GB,)), "GB.complaint_ack")
    assert found.line.state == state


def test_a_complaint_that_was_taken_back_owes_nothing() -> None:
    steps = (COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "withdrawn"}))
    assert {one.line.state for one in clocks(made(CaseKind.COMPLAINT, *steps, laws=(GB,)))} == {"lapsed"}
    steps = (COMPLAINED, (K.COMPLAINT_DECIDED, {"outcome": "upheld"}))
    assert "lapsed" not in {one.line.state for one in clocks(made(CaseKind.COMPLAINT, *steps, laws=(GB,)))}


@pytest.mark.parametrize(
    ("place", "limit_id", "due"),
    [
        (LawPlace("KE", "KE"), "KE.enquiry", date(2026, 11, 30)),
        (LawPlace("TR", "TR"), "TR.enquiry", date(2026, 11, 24)),
    ],
    ids=["Kenya", "Turkey"],
)
def test_an_enquiry_has_the_statutory_clock_beside_the_authoritys_own(place: LawPlace, limit_id: str, due: date) -> None:
    case = made(CaseKind.MATTER, *OPENED, DUE, laws=(place,))
    assert clock(case, limit_id).line.due == due
    assert clock(case, "authority.answer").line.due == date(2026, 11, 20)
    answered_ = made(CaseKind.MATTER, *OPENED, DUE, *SUBMITTED, laws=(place,))
    assert {one.line.state for one in clocks(answered_)} == {"met"}
    over = made(CaseKind.MATTER, *OPENED, DUE, (K.AUTHORITY_DECIDED, {"outcome": "order"}), laws=(place,))
    assert {one.line.state for one in clocks(over)} == {"lapsed"}


@pytest.mark.parametrize(
    ("steps", "due", "state"),
    [
        ([DUE], date(2026, 11, 20), "running"),
        ([(K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20T12:00:00+01:00"})], datetime(2026, 11, 20, 11, tzinfo=UTC), "running"),
        ([DUE, (K.MORE_TIME_ASKED, {"until": "2026-12-04"})], date(2026, 11, 20), "running"),
        (
            [
                DUE,
                (K.MORE_TIME_ASKED, {"until": "2026-12-04"}),
                (K.MORE_TIME_ANSWERED, {"granted": "yes", "due": "2026-12-01"}),
            ],
            date(2026, 12, 1),
            "running",
        ),
        (
            [DUE, (K.MORE_TIME_ASKED, {"until": "2026-12-04"}), (K.MORE_TIME_ANSWERED, {"granted": "no"})],
            date(2026, 11, 20),
            "running",
        ),
        ([DUE, *SUBMITTED], date(2026, 11, 20), "met"),
        ([(K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-08"}), *SUBMITTED], date(2026, 11, 8), "met_late"),
        ([DUE, *SUBMITTED, BACK], date(2026, 11, 20), "running"),
        ([DUE, *SUBMITTED, (K.AUTHORITY_DEADLINE_SET, {"due": "2026-12-20"})], date(2026, 12, 20), "running"),
        ([DUE, (K.AUTHORITY_DECIDED, {"outcome": "no_action"})], date(2026, 11, 20), "lapsed"),
        (
            [DUE, (K.DEADLINE_OVERRIDDEN, {"law": "EU", "limit": "authority.answer", "due": "2027-01-01"})],
            date(2026, 11, 20),
            "running",
        ),
    ],
    ids=[
        "a day",
        "an instant",
        "more time only asked",
        "more time granted",
        "more time refused",
        "answered in time",
        "answered late",
        "the answer came back",
        "asked again",
        "decided without it",
        "no hand moves it",
    ],
)
def test_the_authoritys_day_is_the_authoritys_own(steps: list[Step], due: date | datetime, state: str) -> None:
    found = clock(made(CaseKind.MATTER, *OPENED, *steps), "authority.answer")
    assert (found.line.due, found.line.state, found.line.kind) == (due, state, AUTHORITY_DEADLINE)
    assert found.line.override is None
    assert [step.at for step in found.reckoning.steps][-1] == due


def test_the_authoritys_day_ends_with_its_local_day_and_an_instant_at_once() -> None:
    day = clock(made(CaseKind.MATTER, *OPENED, DUE), "authority.answer").line
    assert day.ends_at == datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert not is_late(day, datetime(2026, 11, 20, 22, 59, tzinfo=UTC))
    assert is_late(day, datetime(2026, 11, 20, 23, tzinfo=UTC))


def test_a_rest_day_does_not_move_the_authoritys_day() -> None:
    saturday = (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-21"})
    assert clock(made(CaseKind.MATTER, *OPENED, saturday), "authority.answer").line.due == date(2026, 11, 21)


OURS = [kind for kind in EventKind if kind not in {K.AUTHORITY_DEADLINE_SET, K.MORE_TIME_ANSWERED}]
DETAILS = st.dictionaries(
    st.sampled_from(["due", "until", "law", "limit", "letter", "granted", "before", "after"]),
    st.sampled_from(["2027-03-01", "EU", "authority.answer", "L-1", "yes", "2026-11-20"]),
    max_size=5,
)


@given(st.lists(st.tuples(st.sampled_from(OURS), DETAILS), max_size=12), st.booleans())
def test_nothing_of_ours_moves_the_authoritys_day(ours: list[Step], granted: bool) -> None:  # noqa: FBT001
    theirs: list[Step] = [*OPENED, DUE]
    if granted:
        theirs += [(K.MORE_TIME_ASKED, {}), (K.MORE_TIME_ANSWERED, {"granted": "yes", "due": "2026-12-01"})]
    before, after = made(CaseKind.MATTER, *theirs), made(CaseKind.MATTER, *theirs, *ours)
    stands = date(2026, 12, 1) if granted else date(2026, 11, 20)
    for case in (before, after):
        found = authority_due(case)
        assert found is not None
        assert found[0] == stands
    assert [one.line.due for one in clocks(after) if one.line.kind == AUTHORITY_DEADLINE] == [stands]


# Clocks of breaches


@pytest.mark.parametrize(
    ("place", "steps", "limit_id", "due"),
    [
        (EU, [AWARE], "EU.breach_auth", datetime(2026, 11, 12, 11, tzinfo=UTC)),
        (GB, [AWARE], "GB.breach_auth", datetime(2026, 11, 12, 11, tzinfo=UTC)),
        (ID, [AWARE], "ID.breach_auth", datetime(2026, 11, 12, 10, 20, tzinfo=UTC)),
        (LawPlace("MY", "MY"), [(K.BREACH_OCCURRED, {}), AWARE], "MY.breach_auth", datetime(2026, 11, 12, 10, 20, tzinfo=UTC)),
        (LawPlace("SG", "SG"), [AWARE, ASSESSED, (K.BREACH_ASSESSED_NOTIFIABLE, {})], "SG.breach_auth", date(2026, 11, 12)),
        (LawPlace("JP", "JP"), [AWARE], "JP.breach_prompt", date(2026, 11, 13)),
        (LawPlace("BR", "BR"), [AWARE], "BR.breach", date(2026, 11, 12)),
    ],
    ids=["EU", "United Kingdom", "Indonesia", "Malaysia from occurrence", "Singapore from assessment", "Japan", "Brazil"],
)
def test_a_breach_is_reported_in_the_time_of_each_law(
    place: LawPlace, steps: list[Step], limit_id: str, due: date | datetime
) -> None:
    found = clock(made(CaseKind.BREACH, *steps, laws=(place,)), limit_id)
    assert (found.line.due, found.line.open, found.line.binding) == (due, True, True)


def test_singapore_counts_nothing_towards_its_authority_before_the_assessment() -> None:
    waiting = made(CaseKind.BREACH, AWARE, laws=(LawPlace("SG", "SG"),))
    assert "SG.breach_auth" not in {one.line.limit_id for one in clocks(waiting)}


def test_a_notice_ends_the_clock_of_its_own_law_alone() -> None:
    steps = (AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "EU"}))
    case = made(CaseKind.BREACH, *steps, laws=(EU, ID))
    assert clock(case, "EU.breach_auth").line.state == "met"
    assert clock(case, "ID.breach_auth").line.state == "running"
    both = made(CaseKind.BREACH, AWARE, (K.BREACH_REPORTED_INITIAL, {}), laws=(EU, ID))
    assert {clock(both, one).line.state for one in ("EU.breach_auth", "ID.breach_auth")} == {"met"}


def test_who_is_left_untold_with_a_reason_is_owed_no_notice() -> None:
    left = (AWARE, ASSESSED, (K.NOTICE_NOT_OWED, {"law": "ID", "who": "subjects"}))
    case = made(CaseKind.BREACH, *left, laws=(EU, ID))
    assert clock(case, "ID.breach_subject").line.state == "lapsed"
    assert clock(case, "ID.breach_auth").line.state == "running"
    assert clock(case, "EU.breach_subject").line.open


def test_a_late_notice_is_late_and_one_that_came_back_was_none() -> None:
    late = made(CaseKind.BREACH, AWARE, (K.BREACH_REPORTED_INITIAL, {}), laws=(ID,))
    told = replace(late.events[1], occurred_at=BEGAN + timedelta(hours=73))
    assert clock(replace(late, events=(late.events[0], told)), "ID.breach_auth").line.state == "met_late"
    back = made(CaseKind.BREACH, AWARE, *SENT, (K.BREACH_REPORTED_INITIAL, {"letter": "L-1"}), BACK, laws=(ID,))
    assert clock(back, "ID.breach_auth").line.state == "running"


def test_the_final_notice_runs_from_the_first_and_ends_with_the_last() -> None:
    place = LawPlace("PH", "PH")
    first = (AWARE, ASSESSED, (K.BREACH_REPORTED_INITIAL, {"law": "PH"}))
    assert clock(made(CaseKind.BREACH, *first, laws=(place,)), "PH.breach_full").line.due == date(2026, 11, 14)
    done = (*first, (K.BREACH_REPORTED_FINAL, {"law": "PH"}))
    assert clock(made(CaseKind.BREACH, *done, laws=(place,)), "PH.breach_full").line.state == "met"
