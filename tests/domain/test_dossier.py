"""Dossiers go to JSON and back without loss, are read strictly, and fill in what came before."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.refusal_makers import standing
from workbench.domain.canonical import ContentInvalidError, canonical, digest, from_json, plain, to_json
from workbench.domain.cases import Case, Channel, LawPlace, Request
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.dossier import (
    AnsweredFactor,
    Approval,
    ConsentAsked,
    Dossier,
    EarlierOutcome,
    EarlierRequest,
    Effort,
    EffortLine,
    EvidenceRef,
    EvidenceRefKind,
    KeepReason,
    KeptItem,
    Proportionality,
    Scope,
    TickedFactor,
    TriedWay,
    Verdict,
    WithheldItem,
    earlier_requests,
    refill_earlier,
)
from workbench.domain.parties import DataSubject
from workbench.domain.refusal_grounds import Way
from workbench.domain.rights import Right

WHOLE = standing("EU", "EU.frivolous", Right.ACCESS).dossier
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
SMALL = st.integers(0, 10**6)
REFS = st.builds(
    EvidenceRef, st.sampled_from(EvidenceRefKind), evidence_id=st.none() | SMALL, line=st.none() | SMALL, number=WORDS
)
DOSSIERS = st.builds(
    Dossier,
    case_number=WORDS,
    right=st.sampled_from(Right),
    ticked=st.lists(st.builds(TickedFactor, WORDS, WORDS, st.lists(REFS, max_size=3).map(tuple)), max_size=3).map(tuple),
    answered=st.lists(st.builds(AnsweredFactor, WORDS, WORDS), max_size=3).map(tuple),
    earlier=st.lists(
        st.builds(
            EarlierRequest,
            WORDS,
            DAYS,
            st.lists(st.builds(EarlierOutcome, st.sampled_from(Right), st.none() | st.sampled_from(Outcome)), max_size=2).map(
                tuple
            ),
            SMALL,
            WORDS,
        ),
        max_size=3,
    ).map(tuple),
    effort=st.none()
    | st.builds(Effort, st.lists(st.builds(EffortLine, WORDS, SMALL, SMALL), max_size=3).map(tuple), SMALL, WORDS),
    tried=st.lists(st.builds(TriedWay, st.sampled_from(Way), st.none() | DAYS, WORDS), max_size=3).map(tuple),
    balancing=WORDS,
    internal=WORDS,
    withheld=st.lists(
        st.builds(WithheldItem, WORDS, WORDS, WORDS, st.sampled_from(ConsentAsked), WORDS, WORDS), max_size=2
    ).map(tuple),
    proportionality=st.none() | st.builds(Proportionality, WORDS, WORDS, WORDS, WORDS, WORDS),
    scope=st.none() | st.builds(Scope, WORDS, WORDS),
    kept=st.lists(st.builds(KeptItem, WORDS, st.sampled_from(KeepReason), WORDS, st.none() | DAYS, WORDS), max_size=2).map(
        tuple
    ),
)


@given(DOSSIERS)
def test_a_dossier_comes_back_from_json_as_it_was(dossier: Dossier) -> None:
    back = from_json(Dossier, to_json(dossier))
    assert back == dossier
    assert canonical(back) == canonical(dossier)


@given(DOSSIERS, DOSSIERS)
def test_two_dossiers_have_one_digest_only_when_they_are_the_same(one: Dossier, other: Dossier) -> None:
    assert (digest(one) == digest(other)) == (one == other)


def test_the_canonical_form_is_the_same_however_the_json_was_written() -> None:
    spaced = json.dumps(json.loads(to_json(WHOLE)), indent=2, sort_keys=False)
    assert canonical(from_json(Dossier, spaced)) == canonical(WHOLE)


def test_the_digest_of_a_known_value_never_changes() -> None:
    ref = EvidenceRef(EvidenceRefKind.FILE, evidence_id=3, number="café")
    assert canonical(ref) == '{"evidence_id":3,"kind":"file","line":null,"number":"café"}'.encode()
    assert digest(ref) == "d01f557b10336c68062312bd8d233823c63dd64c199d77cdd6491d1b40b27949"


def test_an_approval_comes_back_with_its_instant() -> None:
    approval = Approval("ab", 2, datetime(2026, 11, 26, 3, 4, 5, 6, tzinfo=UTC), Verdict.QUESTIONS, "Why?")
    assert from_json(Approval, to_json(approval)) == approval


def _changed(**keys: object) -> str:
    return json.dumps(json.loads(to_json(WHOLE)) | keys)


def _without(key: str) -> str:
    data = json.loads(to_json(WHOLE))
    del data[key]
    return json.dumps(data)


def _ticked(**keys: object) -> str:
    return _changed(ticked=[{"factor_id": "x", "sentence": "y", "evidence": []} | keys])


def _ref(**keys: object) -> str:
    return _ticked(evidence=[{"kind": "file", "evidence_id": 1, "line": None, "number": ""} | keys])


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        pytest.param("{", "Dossier", "not_json", id="broken JSON"),
        pytest.param("[" * 100_000, "Dossier", "not_json", id="a tower of brackets"),
        pytest.param('{"a": 1, "a": 1}', "Dossier", "not_json", id="a key twice"),
        pytest.param("[]", "Dossier", "not_a_table", id="a list"),
        pytest.param(_changed(mood="x"), "Dossier.mood", "unknown_key", id="unknown key"),
        pytest.param(_without("internal"), "Dossier.internal", "missing", id="missing key"),
        pytest.param(_changed(balancing=3), "Dossier.balancing", "wrong_type", id="number for text"),
        pytest.param(_changed(balancing=None), "Dossier.balancing", "wrong_type", id="nothing for text"),
        pytest.param(_changed(balancing=True), "Dossier.balancing", "wrong_type", id="true for text"),
        pytest.param(_changed(balancing="\ud800"), "Dossier.balancing", "not_unicode", id="half a character"),
        pytest.param(_changed(right="fly"), "Dossier.right", "unknown_word", id="unknown right"),
        pytest.param(_changed(ticked={}), "Dossier.ticked", "not_a_list", id="table for list"),
        pytest.param(_ticked(evidence=None), "Dossier.ticked 1.evidence", "not_a_list", id="no evidence list"),
        pytest.param(_ref(evidence_id=1.5), "Dossier.ticked 1.evidence 1.evidence_id", "wrong_type", id="fraction"),
        pytest.param(_ref(evidence_id="1"), "Dossier.ticked 1.evidence 1.evidence_id", "wrong_type", id="text for number"),
        pytest.param(_ref(line=True), "Dossier.ticked 1.evidence 1.line", "wrong_type", id="true for number"),
        pytest.param(
            _changed(tried=[{"way": "ask", "tried_on": "soon", "result": ""}]),
            "Dossier.tried 1.tried_on",
            "unknown_word",
            id="no date",
        ),
    ],
)
def test_what_is_no_dossier_is_refused_with_its_place(text: str, where: str, problem: str) -> None:
    with pytest.raises(ContentInvalidError) as refused:
        from_json(Dossier, text)
    assert refused.value.details == {"where": where, "problem": problem}


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ContentInvalidError) as refused:
        from_json(Approval, '{"at":"2026-11-26T03:00","digest":"","officer_id":1,"verdict":"approved","words":""}')
    assert refused.value.details["where"] == "Approval.at"


@pytest.mark.parametrize("value", [1.5, b"x", {"a": 1}, [1]], ids=["fraction", "bytes", "table", "list"])
def test_a_value_without_a_plain_form_is_a_fault(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)


def test_hours_of_work_add_up_over_the_systems() -> None:
    effort = Effort((EffortLine("mail", 4100, 2460), EffortLine("logs", 10, 30)), 960, "counted")
    assert effort.minutes == 2490


@pytest.mark.parametrize(
    ("ref", "points"),
    [
        pytest.param(EvidenceRef(EvidenceRefKind.FILE, evidence_id=3), True, id="a file"),
        pytest.param(EvidenceRef(EvidenceRefKind.FILE, number="L-1"), False, id="a file without id"),
        pytest.param(EvidenceRef(EvidenceRefKind.CASE, number="DSR-2026-0019"), True, id="a case"),
        pytest.param(EvidenceRef(EvidenceRefKind.LETTER, evidence_id=3), False, id="a letter without number"),
    ],
)
def test_evidence_points_at_something(ref: EvidenceRef, *, points: bool) -> None:
    assert ref.points is points


def _case(number: int, received_at: datetime, outcome: Outcome | None = None) -> Case:
    rights = (Right.ACCESS, Right.ERASURE)
    decisions: tuple[Decision, ...] = ()
    if outcome is not None:
        decisions = (Decision(1, number, Right.ACCESS, outcome, (), "", "", (), received_at, 1),)
    return Case(
        id=number,
        number=f"DSR-2026-{number:04}",
        subject=DataSubject("Hannah Beispiel"),
        requester=None,
        request=Request(received_at, "Asia/Jakarta", Channel.EMAIL, rights, "", "", "en"),
        laws=(LawPlace("EU", "DE"),),
        officer_id=1,
        opened_at=received_at,
        decisions=decisions,
    )


AUGUST = datetime(2026, 8, 3, 9, tzinfo=UTC)
LATE_EVENING = datetime(2026, 9, 11, 22, tzinfo=UTC)
"""Already the next day in Jakarta and in Berlin, still the same in Dublin."""

OCTOBER = datetime(2026, 10, 28, 9, tzinfo=UTC)


def test_earlier_requests_are_told_with_intervals_and_outcomes_oldest_first() -> None:
    case = _case(38, OCTOBER)
    others = [_case(27, LATE_EVENING), case, _case(19, AUGUST, Outcome.GRANTED), _case(40, OCTOBER + timedelta(days=1))]
    found = earlier_requests(case, others, zone="Asia/Jakarta")
    told = [(one.case_number, one.received_on, one.days_to_next) for one in found]
    assert told == [("DSR-2026-0019", date(2026, 8, 3), 40), ("DSR-2026-0027", date(2026, 9, 12), 46)]
    assert found[0].outcomes == (EarlierOutcome(Right.ACCESS, Outcome.GRANTED), EarlierOutcome(Right.ERASURE, None))


def test_of_two_requests_of_one_instant_the_lower_number_came_first() -> None:
    case = _case(38, OCTOBER)
    found = earlier_requests(case, [_case(37, OCTOBER), case, _case(39, OCTOBER)], zone="Asia/Jakarta")
    assert [(one.case_number, one.days_to_next) for one in found] == [("DSR-2026-0037", 0)]


def test_a_first_request_has_none_before_it() -> None:
    assert earlier_requests(_case(38, OCTOBER), [], zone="Asia/Jakarta") == ()


def test_words_on_an_earlier_request_stay_when_the_table_is_filled_again() -> None:
    case = _case(38, OCTOBER)
    found = earlier_requests(case, [_case(19, AUGUST)], zone="Asia/Jakarta")
    dossier = replace(Dossier(case.number, Right.ACCESS), earlier=(replace(found[0], changed="a new invoice", days_to_next=1),))
    again = earlier_requests(case, [_case(19, AUGUST), _case(27, LATE_EVENING)], zone="Asia/Jakarta")
    filled = refill_earlier(dossier, again).earlier
    assert [(one.changed, one.days_to_next) for one in filled] == [("a new invoice", 40), ("", 46)]


CHANGES: dict[str, Callable[[Dossier], Dossier]] = {
    "evidence moved to another factor": lambda old: replace(
        old,
        ticked=(
            replace(old.ticked[0], evidence=()),
            replace(old.ticked[1], evidence=old.ticked[0].evidence + old.ticked[1].evidence),
            *old.ticked[2:],
        ),
    ),
    "one factor fewer": lambda old: replace(old, ticked=old.ticked[1:]),
    "another line": lambda old: replace(
        old, ticked=(replace(old.ticked[0], evidence=(EvidenceRef(EvidenceRefKind.FILE, 12, 7),)), *old.ticked[1:])
    ),
    "nothing instead of an empty table": lambda old: replace(old, effort=None),
    "a space": lambda old: replace(old, balancing=old.balancing + " "),
}


@pytest.mark.parametrize("how", CHANGES)
def test_any_change_gives_another_digest(how: str) -> None:
    assert digest(CHANGES[how](WHOLE)) != digest(WHOLE)
