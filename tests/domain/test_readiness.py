"""Readiness is computed: what is complete stands, and one missing piece is refused with the right reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.refusal_makers import DUE, LETTER, NOW, OFFICER, SECOND, Standing, approved, standing
from workbench.domain.decisions import Decision, Outcome, ScheduleLine, Treatment
from workbench.domain.dossier import (
    AnsweredFactor,
    Approval,
    ConsentAsked,
    Dossier,
    EvidenceRef,
    EvidenceRefKind,
    KeepReason,
    TickedFactor,
    Verdict,
    approved_content,
)
from workbench.domain.factors import Side, factors_for
from workbench.domain.readiness import Check, CheckCode, Gap, LawFacts, LetterFacts, needs_approval, readiness, ready
from workbench.domain.refusal_grounds import Clause, why_not
from workbench.domain.rights import Right
from workbench.services.laws import load_rulebooks
from workbench.services.refusal_data import load_factors

BASES: dict[str, Standing] = {
    "EU frivolous": standing("EU", "EU.frivolous", Right.ACCESS),
    "GB frivolous": standing("GB", "GB.frivolous", Right.ERASURE),
    "SG frivolous": standing("SG", "SG.frivolous", Right.ACCESS),
    "NZ frivolous": standing("NZ", "NZ.frivolous", Right.ACCESS),
    "EU privacy": standing("EU", "EU.privacy", Right.COPY, Outcome.PARTLY),
    "HK privacy": standing("HK", "HK.privacy", Right.ACCESS, Outcome.PARTLY),
    "SG burden": standing("SG", "SG.impractical", Right.ACCESS),
    "MY burden": standing("MY", "MY.impractical", Right.ACCESS),
    "EU not required": standing("EU", "EU.not_required", Right.PORTABILITY),
    "ID not required": standing("ID", "ID.not_required_access", Right.ACCESS),
    "EU kept": standing("EU", "EU.retention", Right.ERASURE, Outcome.PARTLY),
    "SG kept": standing("SG", "SG.retention", Right.ERASURE),
}
EVERY = tuple(BASES)
WEIGHED = ("EU frivolous", "GB frivolous", "SG frivolous", "NZ frivolous", "SG burden", "MY burden")
FRIVOLOUS = ("EU frivolous", "GB frivolous", "SG frivolous", "NZ frivolous")
EVIDENCED = (*WEIGHED, "EU privacy", "HK privacy")


@dataclass(frozen=True)
class Piece:
    """One missing piece: what is taken away, where that matters, and what readiness must then say."""

    name: str
    takes: Callable[[Standing], Standing]
    where: tuple[str, ...]
    code: CheckCode
    gap: Gap


def _first_ticked(**changes: object) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        first, *rest = one.dossier.ticked
        return one.with_dossier(ticked=(replace(first, **changes), *rest))  # type: ignore[arg-type]

    return take


def _letter(**changes: object) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        assert one.facts.letter is not None
        return approved(one.with_facts(letter=replace(one.facts.letter, **changes)))  # type: ignore[arg-type]

    return take


def _law(**changes: object) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        return one.with_facts(laws=tuple(replace(law, **changes) for law in one.facts.laws))  # type: ignore[arg-type]

    return take


def _item(**changes: object) -> Callable[[Standing], Standing]:
    return lambda one: one.with_dossier(withheld=(replace(one.dossier.withheld[0], **changes),))  # type: ignore[arg-type]


def _sheet(**changes: object) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        assert one.dossier.proportionality is not None
        return one.with_dossier(proportionality=replace(one.dossier.proportionality, **changes))  # type: ignore[arg-type]

    return take


def _kept(**changes: object) -> Callable[[Standing], Standing]:
    return lambda one: one.with_dossier(kept=(replace(one.dossier.kept[0], **changes),))  # type: ignore[arg-type]


def _effort(**changes: object) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        assert one.dossier.effort is not None
        return one.with_dossier(effort=replace(one.dossier.effort, **changes))  # type: ignore[arg-type]

    return take


def _by(officer_id: int, verdict: Verdict = Verdict.APPROVED) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        (approval,) = one.facts.approvals
        return one.with_facts(approvals=(replace(approval, officer_id=officer_id, verdict=verdict),))

    return take


def _then(verdict: Verdict) -> Callable[[Standing], Standing]:
    def take(one: Standing) -> Standing:
        (approval,) = one.facts.approvals
        return one.with_facts(approvals=(approval, replace(approval, verdict=verdict)))

    return take


def _stale(one: Standing) -> Standing:
    return replace(one, dossier=replace(one.dossier, internal="Something else."))


PIECES: tuple[Piece, ...] = (
    Piece("no ground", lambda one: one.with_decision(grounds=()), EVERY, CheckCode.GROUND_EXISTS, Gap.NO_GROUND),
    Piece(
        "unknown ground", lambda one: one.with_decision(grounds=("XX.x",)), EVERY, CheckCode.GROUND_EXISTS, Gap.GROUND_UNKNOWN
    ),
    Piece(
        "ground of another right",
        lambda one: one.with_decision(right=Right.LIMIT_SENSITIVE),
        EVERY,
        CheckCode.GROUND_EXISTS,
        Gap.GROUND_BARRED,
    ),
    Piece("no reason", lambda one: one.with_decision(reason=" \n"), EVERY, CheckCode.REASON_FOR_READER, Gap.NO_REASON),
    Piece("late and silent", _law(due_at=NOW - timedelta(seconds=1)), EVERY, CheckCode.IN_TIME, Gap.LATE_UNSAID),
    Piece("no clock", _law(due_at=None, due_known=False), EVERY, CheckCode.IN_TIME, Gap.TIME_UNKNOWN),
    Piece("no letter", lambda one: one.with_facts(letter=None), EVERY, CheckCode.REMEDIES_NAMED, Gap.NO_LETTER),
    Piece("no remedy", _letter(remedies=frozenset()), EVERY, CheckCode.REMEDIES_NAMED, Gap.REMEDY_MISSING),
    Piece("letter lacks the court", _letter(lacks=("court",)), EVERY, CheckCode.REMEDIES_NAMED, Gap.CONTENT_MISSING),
    Piece("no approval", lambda one: one.with_facts(approvals=()), EVERY, CheckCode.APPROVED, Gap.NOT_APPROVED),
    Piece("own approval", _by(OFFICER), EVERY, CheckCode.APPROVED, Gap.OWN_APPROVAL),
    Piece("rejected", _by(SECOND, Verdict.REJECTED), EVERY, CheckCode.APPROVED, Gap.NOT_AGREED),
    Piece("approved, then questions", _then(Verdict.QUESTIONS), EVERY, CheckCode.APPROVED, Gap.NOT_AGREED),
    Piece("changed since", _stale, EVERY, CheckCode.APPROVED, Gap.STALE_APPROVAL),
    Piece("no factor", lambda one: one.with_dossier(ticked=()), WEIGHED, CheckCode.FACTORS_EVIDENCED, Gap.NO_FACTOR),
    Piece("no sentence", _first_ticked(sentence=" "), EVIDENCED, CheckCode.FACTORS_EVIDENCED, Gap.NO_SENTENCE),
    Piece("no evidence", _first_ticked(evidence=()), EVIDENCED, CheckCode.FACTORS_EVIDENCED, Gap.NO_EVIDENCE),
    Piece(
        "evidence that points nowhere",
        _first_ticked(evidence=(EvidenceRef(EvidenceRefKind.CASE),)),
        EVIDENCED,
        CheckCode.FACTORS_EVIDENCED,
        Gap.NO_EVIDENCE,
    ),
    Piece(
        "factor against", _first_ticked(factor_id="unf.c_language"), EVIDENCED, CheckCode.FACTORS_EVIDENCED, Gap.FACTOR_UNFIT
    ),
    Piece("no such factor", _first_ticked(factor_id="x"), EVIDENCED, CheckCode.FACTORS_EVIDENCED, Gap.FACTOR_UNFIT),
    Piece(
        "tone alone",
        lambda one: one.with_dossier(
            ticked=(replace(one.dossier.ticked[0], factor_id="vex.abusive_no_need"),),
            answered=(*one.dossier.answered, AnsweredFactor("own.changed", "Nothing has.")),
        ),
        FRIVOLOUS,
        CheckCode.MORE_THAN_TONE,
        Gap.TONE_ALONE,
    ),
    Piece(
        "no earlier request", lambda one: one.with_dossier(earlier=()), FRIVOLOUS, CheckCode.EARLIER_SHOWN, Gap.TOO_FEW_EARLIER
    ),
    Piece(
        "what changed is not said",
        lambda one: one.with_dossier(earlier=tuple(replace(old, changed="") for old in one.dossier.earlier)),
        FRIVOLOUS,
        CheckCode.EARLIER_SHOWN,
        Gap.CHANGE_NOT_SAID,
    ),
    Piece("no effort", lambda one: one.with_dossier(effort=None), WEIGHED, CheckCode.EFFORT_ESTIMATED, Gap.NO_EFFORT),
    Piece("no systems", _effort(lines=()), WEIGHED, CheckCode.EFFORT_ESTIMATED, Gap.EFFORT_UNCLEAR),
    Piece("effort out of the air", _effort(basis=""), WEIGHED, CheckCode.EFFORT_ESTIMATED, Gap.EFFORT_UNCLEAR),
    Piece(
        "one counter-factor unanswered",
        lambda one: one.with_dossier(answered=one.dossier.answered[1:]),
        FRIVOLOUS,
        CheckCode.COUNTER_FACTORS_ANSWERED,
        Gap.UNANSWERED,
    ),
    Piece(
        "a counter-factor answered with nothing",
        lambda one: one.with_dossier(answered=tuple(replace(old, answer=" ") for old in one.dossier.answered)),
        (*FRIVOLOUS, "EU privacy", "HK privacy"),
        CheckCode.COUNTER_FACTORS_ANSWERED,
        Gap.UNANSWERED,
    ),
    Piece(
        "one milder way not considered",
        lambda one: one.with_dossier(tried=one.dossier.tried[1:]),
        WEIGHED,
        CheckCode.ALTERNATIVES_CONSIDERED,
        Gap.NOT_CONSIDERED,
    ),
    Piece(
        "a milder way without what came of it",
        lambda one: one.with_dossier(tried=tuple(replace(old, result="") for old in one.dossier.tried)),
        WEIGHED,
        CheckCode.ALTERNATIVES_CONSIDERED,
        Gap.NO_RESULT,
    ),
    Piece("no balancing", lambda one: one.with_dossier(balancing=""), WEIGHED, CheckCode.BALANCED, Gap.NO_BALANCING),
    Piece(
        "no item",
        lambda one: one.with_dossier(withheld=()),
        ("EU privacy", "HK privacy"),
        CheckCode.ITEMS_WEIGHED,
        Gap.NO_ITEM,
    ),
    *(
        Piece(f"an item without {field}", _item(**{field: ""}), ("EU privacy",), CheckCode.ITEMS_WEIGHED, Gap.ITEM_INCOMPLETE)
        for field in ("item", "whose", "balancing", "consent_note", "given_instead")
    ),
    Piece(
        "no worksheet",
        lambda one: one.with_dossier(proportionality=None),
        ("SG burden", "MY burden"),
        CheckCode.PROPORTION_WEIGHED,
        Gap.NO_WORKSHEET,
    ),
    *(
        Piece(
            f"a worksheet without {field}",
            _sheet(**{field: " "}),
            ("SG burden",),
            CheckCode.PROPORTION_WEIGHED,
            Gap.WORKSHEET_INCOMPLETE,
        )
        for field in ("gain", "burden", "lessened", "own_part", "conclusion")
    ),
    Piece(
        "no provision",
        lambda one: one.with_dossier(scope=None),
        ("EU not required", "ID not required"),
        CheckCode.SCOPE_NAMED,
        Gap.NO_SCOPE,
    ),
    Piece(
        "nothing kept",
        lambda one: one.with_dossier(kept=()),
        ("EU kept", "SG kept"),
        CheckCode.KEEPING_GROUNDED,
        Gap.NOTHING_KEPT,
    ),
    Piece("kept by nothing", _kept(by=""), ("EU kept", "SG kept"), CheckCode.KEEPING_GROUNDED, Gap.KEPT_INCOMPLETE),
    Piece("kept for ever", _kept(until_on=None), ("EU kept", "SG kept"), CheckCode.KEEPING_GROUNDED, Gap.KEPT_INCOMPLETE),
    Piece(
        "an own need under the GDPR",
        _kept(reason=KeepReason.BUSINESS_NEED),
        ("EU kept",),
        CheckCode.KEEPING_GROUNDED,
        Gap.NEED_NOT_ENOUGH,
    ),
)


def broken() -> Iterator[tuple[str, Piece]]:
    """Yield every dossier with one missing piece, by base and piece."""
    for piece in PIECES:
        for base in piece.where:
            yield base, piece


CASES = tuple(broken())


def look(one: Standing) -> tuple[Check, ...]:
    return readiness(one.dossier, one.decision, one.facts, now=NOW)


def gaps(checks: tuple[Check, ...], code: CheckCode) -> set[Gap]:
    return {missing.gap for check in checks if check.code is code for missing in check.missing}


@pytest.mark.parametrize("name", BASES)
def test_a_complete_refusal_stands(name: str) -> None:
    checks = look(BASES[name])
    assert [(check.code, check.missing) for check in checks if not check.ok] == []
    assert ready(checks)


def test_at_least_a_hundred_dossiers_lack_one_piece() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize(("base", "piece"), CASES, ids=[f"{piece.name}, {base}" for base, piece in CASES])
def test_one_missing_piece_is_refused_with_the_right_reason(base: str, piece: Piece) -> None:
    checks = look(piece.takes(BASES[base]))
    assert not ready(checks)
    assert piece.gap in gaps(checks, piece.code)


@pytest.mark.parametrize(
    ("base", "piece"),
    [
        case
        for case in CASES
        if case[1].code not in {CheckCode.GROUND_EXISTS, CheckCode.REMEDIES_NAMED, CheckCode.FACTORS_EVIDENCED}
    ],
    ids=lambda value: value.name if isinstance(value, Piece) else value,
)
def test_one_missing_piece_leaves_the_other_checks_as_they_were(base: str, piece: Piece) -> None:
    assert {check.code for check in look(piece.takes(BASES[base])) if not check.ok} == {piece.code}


USABLE = [
    (law, ground.id, right)
    for law, book in load_rulebooks().items()
    for ground in book.grounds
    for right in ground.rights
    if why_not(ground, right, on=date(2026, 10, 28)) is None
]


@pytest.mark.parametrize(("law", "ground", "right"), USABLE, ids=[f"{ground}, {right}" for _, ground, right in USABLE])
def test_every_ground_that_a_law_offers_can_be_made_ready(law: str, ground: str, right: Right) -> None:
    checks = look(standing(law, ground, right))
    assert [(check.code, check.missing) for check in checks if not check.ok] == []


def test_abusive_language_alone_never_makes_it_ready_under_any_law() -> None:
    tone = [factor for factor in load_factors() if factor.tone]
    assert {factor.id for factor in tone} == {"unf.malicious_accusation", "vex.abusive_no_need", "vex.harass"}
    for law, ground, right in USABLE:
        if ground.endswith(".frivolous"):
            whole = standing(law, ground, right)
            ref = whole.dossier.ticked[0].evidence
            ticked = tuple(TickedFactor(factor.id, "Calls us thieves in every line.", ref) for factor in tone)
            assert Gap.TONE_ALONE in gaps(look(whole.with_dossier(ticked=ticked)), CheckCode.MORE_THAN_TONE)


def test_a_refusal_that_is_late_stands_when_the_letter_says_so() -> None:
    late = _law(due_at=NOW - timedelta(days=3))(_letter(says_late=True)(BASES["EU frivolous"]))
    check = next(one for one in look(late) if one.code is CheckCode.IN_TIME)
    assert (check.ok, check.note) == (True, "late_said")


def test_the_last_instant_is_in_time() -> None:
    assert ready(look(_law(due_at=NOW)(BASES["EU frivolous"])))


def test_a_law_without_a_number_is_not_late() -> None:
    assert ready(look(_law(due_at=None)(BASES["EU frivolous"])))


def test_an_office_of_one_says_that_it_is_an_exception() -> None:
    alone = BASES["EU frivolous"].with_facts(approvals=(), single_officer=True)
    check = next(one for one in look(alone) if one.code is CheckCode.APPROVED)
    assert (check.ok, check.note) == (True, "single_officer")


def test_an_approval_after_a_rejection_of_the_same_officer_counts() -> None:
    whole = BASES["EU frivolous"]
    (approval,) = whole.facts.approvals
    assert ready(look(whole.with_facts(approvals=(replace(approval, verdict=Verdict.REJECTED), approval))))


def test_one_officer_who_rejects_outweighs_another_who_approves() -> None:
    whole = BASES["EU frivolous"]
    (approval,) = whole.facts.approvals
    third = replace(approval, officer_id=3, verdict=Verdict.REJECTED)
    assert gaps(look(whole.with_facts(approvals=(third, approval))), CheckCode.APPROVED) == {Gap.NOT_AGREED}


def test_a_running_contract_keeps_data_where_the_law_counts_it() -> None:
    assert ready(look(_kept(reason=KeepReason.CONTRACT)(BASES["EU kept"])))
    indonesian = _kept(reason=KeepReason.CONTRACT)(standing("ID", "ID.retention", Right.ERASURE))
    assert gaps(look(indonesian), CheckCode.KEEPING_GROUNDED) == {Gap.NEED_NOT_ENOUGH}


def test_what_is_only_suppressed_keeps_nothing_by_law() -> None:
    only = _kept(reason=KeepReason.SUPPRESSION)(BASES["EU kept"])
    assert gaps(look(only), CheckCode.KEEPING_GROUNDED) == {Gap.NOTHING_KEPT}


def test_consent_that_was_asked_without_an_answer_needs_no_note() -> None:
    assert ready(look(_item(consent=ConsentAsked.NO_ANSWER, consent_note="")(BASES["EU privacy"])))


def test_two_laws_need_a_ground_and_their_remedies_each() -> None:
    whole = BASES["EU frivolous"]
    british = load_rulebooks()["GB"]
    both = approved(whole.with_facts(laws=(*whole.facts.laws, LawFacts(british, date(2026, 10, 28), DUE))))
    checks = look(both)
    assert gaps(checks, CheckCode.GROUND_EXISTS) == {Gap.NO_GROUND}
    assert gaps(checks, CheckCode.REMEDIES_NAMED) == {Gap.REMEDY_MISSING}
    assert not ready(checks)


def test_a_plain_yes_asks_for_nothing_and_an_erasure_for_a_second_officer() -> None:
    whole = BASES["GB frivolous"]
    granted = whole.with_decision(right=Right.ACCESS, outcome=Outcome.GRANTED, grounds=())
    erased = whole.with_decision(outcome=Outcome.GRANTED, grounds=())
    assert look(granted) == ()
    assert [check.code for check in look(erased)] == [CheckCode.APPROVED]
    assert gaps(look(erased.with_facts(approvals=())), CheckCode.APPROVED) == {Gap.NOT_APPROVED}


@pytest.mark.parametrize(
    ("right", "outcome", "expected"),
    [
        pytest.param(Right.ACCESS, Outcome.GRANTED, False, id="access granted"),
        pytest.param(Right.ACCESS, Outcome.PARTLY, True, id="access partly granted"),
        pytest.param(Right.ACCESS, Outcome.REFUSED, True, id="access refused"),
        pytest.param(Right.ERASURE, Outcome.GRANTED, True, id="erasure granted"),
        pytest.param(Right.ERASURE, Outcome.NOTHING_HELD, False, id="nothing to erase"),
        pytest.param(Right.ERASURE, Outcome.WITHDRAWN, False, id="erasure withdrawn"),
    ],
)
def test_refusals_and_erasures_need_a_second_officer(right: Right, outcome: Outcome, *, expected: bool) -> None:
    decision = replace(BASES["EU frivolous"].decision, right=right, outcome=outcome)
    assert needs_approval(decision) is expected


def test_checks_stand_in_one_order_and_say_by_which_text() -> None:
    for whole in BASES.values():
        codes = [check.code for check in look(whole)]
        assert codes == [code for code in CheckCode if code in codes]
        ground = next(check for check in look(whole) if check.code is CheckCode.GROUND_EXISTS)
        assert ground.sources
        assert all(source.cite for check in look(whole) for source in check.sources)


REFS = st.builds(
    EvidenceRef,
    kind=st.sampled_from(EvidenceRefKind),
    evidence_id=st.none() | st.integers(1, 99),
    line=st.none() | st.integers(1, 999),
    number=st.sampled_from(["", "DSR-2026-0001", "L-2026-0007"]),
)


@given(
    base=st.sampled_from(EVIDENCED), which=st.integers(0, 2), refs=st.lists(REFS, max_size=4), missing=st.sampled_from(PIECES)
)
def test_adding_evidence_never_makes_a_ready_one_unready(
    base: str, which: int, refs: list[EvidenceRef], missing: Piece
) -> None:
    whole = BASES[base]
    for one in (whole, missing.takes(whole) if base in missing.where else whole):
        ticked = list(one.dossier.ticked)
        if not ticked:
            continue
        at = which % len(ticked)
        ticked[at] = replace(ticked[at], evidence=(*ticked[at].evidence, *refs))
        more = one.with_dossier(ticked=tuple(ticked))
        before = {check.code for check in look(one) if check.ok and check.code is not CheckCode.APPROVED}
        after = {check.code for check in look(more) if check.ok}
        assert before <= after


@given(base=st.sampled_from(EVERY), answers=st.lists(st.sampled_from([one.id for one in load_factors()]), max_size=5))
def test_answering_more_counter_factors_never_makes_a_ready_one_unready(base: str, answers: list[str]) -> None:
    whole = BASES[base]
    more = tuple(AnsweredFactor(one, "Looked at.") for one in answers)
    assert ready(look(whole.with_dossier(answered=(*whole.dossier.answered, *more))))


WORDS = st.text(min_size=1, max_size=20)
DOSSIER_CHANGES: dict[str, Callable[[Dossier, str], Dossier]] = {
    "balancing": lambda old, words: replace(old, balancing=old.balancing + words),
    "internal": lambda old, words: replace(old, internal=words + old.internal),
    "case number": lambda old, words: replace(old, case_number=old.case_number + words),
    "a ticked sentence": lambda old, words: replace(old, ticked=(TickedFactor("exc.repeat", words, ()), *old.ticked)),
    "an answer": lambda old, words: replace(old, answered=(*old.answered, AnsweredFactor("own.delay", words))),
    "nothing but order": lambda old, _: replace(old, earlier=tuple(reversed(old.earlier))),
    "an item": lambda old, words: replace(
        old, withheld=tuple(replace(one, given_instead=one.given_instead + words) for one in old.withheld)
    ),
    "a day": lambda old, _: replace(old, kept=tuple(replace(one, until_on=date(2034, 1, 2)) for one in old.kept)),
}
DECISION_CHANGES: dict[str, Callable[[Decision, str], Decision]] = {
    "reason": lambda old, words: replace(old, reason=old.reason + words),
    "note": lambda old, words: replace(old, internal_note=old.internal_note + words),
    "ground": lambda old, words: replace(old, grounds=(*old.grounds, words)),
    "outcome": lambda old, _: replace(old, outcome=Outcome.PARTLY if old.outcome is Outcome.REFUSED else Outcome.REFUSED),
    "schedule": lambda old, words: replace(old, schedule=(*old.schedule, ScheduleLine(words, "", Treatment.KEPT))),
}


@given(base=st.sampled_from(EVERY), how=st.sampled_from(sorted(DOSSIER_CHANGES)), words=WORDS)
def test_any_change_of_the_dossier_voids_an_approval(base: str, how: str, words: str) -> None:
    whole = BASES[base]
    changed = replace(whole, dossier=DOSSIER_CHANGES[how](whole.dossier, words))
    assert changed.dossier != whole.dossier
    assert gaps(look(changed), CheckCode.APPROVED) == {Gap.STALE_APPROVAL}


@given(base=st.sampled_from(EVERY), how=st.sampled_from(sorted(DECISION_CHANGES)), words=WORDS)
def test_any_change_of_the_decision_voids_an_approval(base: str, how: str, words: str) -> None:
    whole = BASES[base]
    changed = replace(whole, decision=DECISION_CHANGES[how](whole.decision, words))
    assert gaps(look(changed), CheckCode.APPROVED) == {Gap.STALE_APPROVAL}


@given(base=st.sampled_from(EVERY), other=st.text(max_size=20).filter(lambda text: text != LETTER))
def test_any_change_of_the_letter_voids_an_approval(base: str, other: str) -> None:
    whole = BASES[base]
    assert whole.facts.letter is not None
    changed = whole.with_facts(letter=replace(whole.facts.letter, digest=other))
    assert gaps(look(changed), CheckCode.APPROVED) == {Gap.STALE_APPROVAL}


def test_words_do_not_slip_from_one_place_to_another_unseen() -> None:
    whole = BASES["EU frivolous"]
    one = replace(whole.dossier, balancing="ab", internal="c")
    other = replace(whole.dossier, balancing="a", internal="bc")
    assert approved_content(one, whole.decision, LETTER) != approved_content(other, whole.decision, LETTER)


def test_the_same_words_decided_again_are_the_same_content() -> None:
    whole = BASES["EU frivolous"]
    again = replace(whole.decision, id=9, decided_at=NOW + timedelta(days=1))
    assert approved_content(whole.dossier, again, LETTER) == approved_content(whole.dossier, whole.decision, LETTER)


def test_an_approval_of_something_else_is_no_approval() -> None:
    whole = BASES["EU frivolous"]
    other = Approval("0" * 64, SECOND, NOW, Verdict.REJECTED)
    assert ready(look(whole.with_facts(approvals=(other, *whole.facts.approvals))))


def test_a_letter_with_more_remedies_than_needed_is_fine() -> None:
    whole = BASES["EU frivolous"]
    assert whole.facts.letter is not None
    more = LetterFacts(LETTER, whole.facts.letter.remedies | {("XX", "court")})
    assert ready(look(approved(whole.with_facts(letter=more))))


def test_factors_of_the_law_come_first_and_guidance_is_marked() -> None:
    found = factors_for(load_factors(), "GB", Clause.FRIVOLOUS)
    sides = [one.factor.side for one in found]
    assert sides == sorted(sides, key=lambda side: side is Side.AGAINST)
    standings = [one.law_says_so for one in found if one.factor.side is Side.FOR]
    assert standings == sorted(standings, reverse=True)
    assert {one.factor.id for one in found if one.law_says_so} == {
        factor.id for factor in load_factors() if "GB" in factor.laws and not factor.id.startswith(("pri.", "imp."))
    }


@dataclass(frozen=True)
class Step:
    """One thing that happens to a refusal, in the order in which Hypothesis puts it."""

    name: str
    officer_id: int = OFFICER
    words: str = ""
    hours: int = 0


STEPS = st.lists(
    st.one_of(
        st.builds(Step, st.sampled_from(["approve", "reject", "question"]), officer_id=st.integers(1, 3)),
        st.builds(Step, st.sampled_from(["write dossier", "write letter", "decide again"]), words=st.sampled_from("abc")),
        st.builds(Step, st.just("wait"), hours=st.integers(0, 80)),
        st.builds(Step, st.just("say late")),
    ),
    max_size=14,
)


def _after(one: Standing, step: Step, now: datetime) -> Standing:
    letter = one.facts.letter
    assert letter is not None
    match step.name:
        case "write dossier":
            return replace(one, dossier=replace(one.dossier, balancing=step.words))
        case "write letter":
            return one.with_facts(letter=replace(letter, digest=step.words))
        case "say late":
            return one.with_facts(letter=replace(letter, digest="late", says_late=True))
        case "decide again":
            again = replace(one.decision, reason=step.words, id=one.decision.id + 1, decided_at=now)
            return replace(one, decision=again)
        case "approve" | "reject" | "question":
            verdicts = {"approve": Verdict.APPROVED, "reject": Verdict.REJECTED, "question": Verdict.QUESTIONS}
            content = approved_content(one.dossier, one.decision, letter.digest)
            given_now = Approval(content, step.officer_id, now, verdicts[step.name])
            return one.with_facts(approvals=(*one.facts.approvals, given_now))
    return one


@given(STEPS)
def test_in_whatever_order_things_happen_nothing_is_ready_unapproved_stale_or_late_in_silence(steps: list[Step]) -> None:
    one, now = BASES["EU frivolous"].with_facts(approvals=()), NOW
    for step in steps:
        now += timedelta(hours=step.hours)
        one = _after(one, step, now)
        if not ready(readiness(one.dossier, one.decision, one.facts, now=now)):
            continue
        letter = one.facts.letter
        assert letter is not None
        content = approved_content(one.dossier, one.decision, letter.digest)
        last = {said.officer_id: said.verdict for said in one.facts.approvals if said.digest == content}
        others = [verdict for officer, verdict in last.items() if officer != OFFICER]
        assert others
        assert set(others) == {Verdict.APPROVED}
        assert now <= DUE or letter.says_late
