"""Clocks of matters and breaches when things are written down late, happen in another order, or are found to be graver."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.domain.test_kinds_of_cases import ASSESSED, AWARE, BEGAN, OPENED, Step, clock, made
from workbench.domain.case_clocks import AUTHORITY_LIMIT, authority_due
from workbench.domain.cases import Case, CaseKind, EventKind, LawPlace
from workbench.domain.complaints import Complaint, ComplaintKind, WhyBarred, barred, why_barred, written
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.phases import Phase, left_untold, phase_of, untold_under
from workbench.domain.rights import Right

K = EventKind
LETTER = {"new_letter": "yes"}


def moved(case: Case, seq: int, days: int) -> Case:
    """Return a case of which one event happened so many days later than it was written down."""
    return replace(
        case,
        events=tuple(
            replace(one, occurred_at=one.occurred_at + timedelta(days=days)) if one.seq == seq else one for one in case.events
        ),
    )


# The authority's deadline


def test_an_older_letter_that_is_written_down_later_does_not_move_the_day_back() -> None:
    steps: tuple[Step, ...] = (
        *OPENED,
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20", **LETTER}),
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-12-20", **LETTER}),
    )
    due = authority_due(moved(made(CaseKind.MATTER, *steps), 4, days=-3))
    assert due is not None
    assert due[0] == date(2026, 11, 20)


def test_an_older_grant_does_not_stand_against_a_newer_letter() -> None:
    steps: tuple[Step, ...] = (
        *OPENED,
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20", **LETTER}),
        (K.MORE_TIME_ANSWERED, {"due": "2026-12-20", "granted": "yes"}),
    )
    case = made(CaseKind.MATTER, *steps)
    newest, older = authority_due(case), authority_due(moved(case, 4, days=-3))
    assert newest is not None
    assert older is not None
    assert (newest[0], older[0]) == (date(2026, 12, 20), date(2026, 11, 20))


def test_a_day_that_the_office_read_again_stands_against_the_letter_that_it_read() -> None:
    steps: tuple[Step, ...] = (
        *OPENED,
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-12-20", **LETTER}),
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20"}),
    )
    due = authority_due(moved(made(CaseKind.MATTER, *steps), 4, days=-3))
    assert due is not None
    assert due[0] == date(2026, 11, 20)


def test_a_submission_answers_the_letter_before_it_whenever_that_was_written_down() -> None:
    steps: tuple[Step, ...] = (
        *OPENED,
        (K.SUBMISSION_SENT, {"letter": "L-1"}),
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20", **LETTER}),
    )
    case = made(CaseKind.MATTER, *steps)
    assert (clock(case, AUTHORITY_LIMIT).line.state, phase_of(case)) == ("running", Phase.IN_PROGRESS)
    late = moved(case, 4, days=-2)
    assert (clock(late, AUTHORITY_LIMIT).line.state, phase_of(late)) == ("met", Phase.AWAITING_AUTHORITY)


def test_a_decision_ends_the_deadline_before_it_whenever_that_was_written_down() -> None:
    steps: tuple[Step, ...] = (
        *OPENED,
        (K.AUTHORITY_DECIDED, {"outcome": "no_action"}),
        (K.AUTHORITY_DEADLINE_SET, {"due": "2026-11-20", **LETTER}),
    )
    case = made(CaseKind.MATTER, *steps)
    assert clock(case, AUTHORITY_LIMIT).line.state == "running"
    assert clock(moved(case, 4, days=-2), AUTHORITY_LIMIT).line.state == "lapsed"


@pytest.mark.parametrize(("asks", "phase"), [("yes", Phase.IN_PROGRESS), ("", Phase.AWAITING_AUTHORITY)], ids=["asks", "tells"])
def test_an_authority_that_asks_again_is_not_awaited(asks: str, phase: Phase) -> None:
    case = made(CaseKind.MATTER, *OPENED, (K.SUBMISSION_SENT, {}), (K.AUTHORITY_WROTE, {"asks": asks}))
    assert phase_of(case) is phase


# Breaches


def left(who: str, law: str = "EU") -> Step:
    return K.NOTICE_NOT_OWED, {"law": law, "who": who}


def risk(found: str) -> Step:
    return K.RISK_ASSESSED, {"risk": found}


@pytest.mark.parametrize(
    ("before", "after", "holds"),
    [("unlikely", "risk", False), ("risk", "high", False), ("high", "risk", True), ("risk", "risk", True)],
    ids=["a risk after all", "a high risk after all", "less than thought", "the same"],
)
def test_a_reason_to_tell_nobody_holds_until_the_risk_is_found_greater(before: str, after: str, *, holds: bool) -> None:
    steps = (AWARE, risk(before), left("authority"), left("subjects"), risk(after))
    case = made(CaseKind.BREACH, *steps)
    assert left_untold(case, "EU") == (frozenset({"authority", "subjects"}) if holds else frozenset())
    assert phase_of(case) is (Phase.NOTICES_DONE if holds else Phase.IN_PROGRESS)
    assert clock(case, "EU.breach_auth").line.state == ("lapsed" if holds else "running")


def test_a_final_report_is_owed_by_who_reported_after_all() -> None:
    steps: tuple[Step, ...] = (AWARE, ASSESSED, left("authority", "PH"), (K.BREACH_REPORTED_INITIAL, {"law": "PH"}))
    case = made(CaseKind.BREACH, *steps, laws=(LawPlace("PH", "PH"),))
    assert "authority" not in untold_under(case, "PH")
    assert left_untold(case, "PH") == frozenset()
    assert clock(case, "PH.breach_full").line.state == "running"


@pytest.mark.parametrize(
    ("law", "limit", "steps"),
    [
        ("SG", "SG.breach_auth", [(K.BREACH_REPORTED_INITIAL, {"law": "SG"}), (K.BREACH_ASSESSED_NOTIFIABLE, {})]),
        ("MY", "MY.breach_subject", [(K.SUBJECTS_NOTIFIED, {}), (K.BREACH_REPORTED_INITIAL, {"law": "MY"})]),
        (
            "MY",
            "MY.breach_subject",
            [(K.BREACH_REPORTED_INITIAL, {"law": "MY"}), (K.SUBJECTS_NOTIFIED, {}), (K.BREACH_REPORTED_INITIAL, {"law": "MY"})],
        ),
    ],
    ids=["before the assessment", "people before the authority", "the authority told once more"],
)
def test_who_was_told_before_a_clock_began_need_not_be_told_again(law: str, limit: str, steps: list[Step]) -> None:
    case = made(CaseKind.BREACH, AWARE, *steps, laws=(LawPlace(law, law),))
    line = clock(case, limit).line
    assert (line.state, line.open) == ("met", False)


# Whom a complaint is about

KEEPER, REFUSER, LATER = 1, 2, 3


def decided(officer_id: int, at: datetime) -> Decision:
    return Decision(
        id=1,
        case_id=1,
        right=Right.ACCESS,
        outcome=Outcome.GRANTED,
        grounds=(),
        reason="",
        internal_note="",
        schedule=(),
        decided_at=at,
        officer_id=officer_id,
    )


def request_of(*decisions: Decision) -> Case:
    case = made(CaseKind.REQUEST, (K.REQUEST_RECEIVED, {}))
    return replace(case, decisions=decisions, request=replace(case.request, rights=(Right.ACCESS,)))


def test_a_decision_after_the_complaint_does_not_free_who_keeps_the_case() -> None:
    said = Complaint("CMP-2026-0001", ComplaintKind.OTHER)
    case = request_of(decided(LATER, BEGAN + timedelta(days=2)))
    assert barred(said, case, since=BEGAN + timedelta(days=1)) == {KEEPER, LATER}
    assert barred(said, case, since=BEGAN + timedelta(days=3)) == {LATER}


@pytest.mark.parametrize("kind", [K.RISK_ASSESSED, K.NOTICE_NOT_OWED], ids=["who assessed", "who left people untold"])
def test_a_complaint_about_a_breach_is_about_who_decided_in_it(kind: EventKind) -> None:
    case = made(CaseKind.BREACH, AWARE, (kind, {"risk": "unlikely"}))
    case = replace(case, events=(case.events[0], replace(case.events[1], officer_id=REFUSER)))
    why = why_barred(Complaint("CMP-2026-0001", ComplaintKind.SECURITY), case)
    assert why == {REFUSER: (WhyBarred.DECIDED,)}


def test_a_complaint_that_came_in_writing_stays_written_when_it_is_taken_up_again() -> None:
    case = made(CaseKind.COMPLAINT, (K.COMPLAINT_RECEIVED, {"written": "yes"}), (K.REOPENED, {}), (K.COMPLAINT_RECEIVED, {}))
    assert written(case)
    assert not written(made(CaseKind.COMPLAINT, (K.COMPLAINT_RECEIVED, {"written": "no"})))
