"""Readiness: whether a decision that says no would stand, computed from what is there and never ticked.

Which checks apply depends on the clauses of the policy that the grounds belong to. A decision is ready when every check holds.
Pure: `now` is an argument, instants are aware.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workbench.domain.decisions import ERASING, REFUSING, Decision
from workbench.domain.dossier import Approval, ConsentAsked, Dossier, KeepReason, Verdict, approved_content
from workbench.domain.factors import KINDS, Factor, Side, counter_factors
from workbench.domain.refusal_grounds import Alternative, Clause, ClauseOffer, grounds_offered, why_not
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, RefusalGround, Rulebook, Source

_REFUSAL_LETTER = "refusal"


class CheckCode(StrEnum):
    """What is looked at, in the order of the list."""

    GROUND_EXISTS = "ground_exists"
    REASON_FOR_READER = "reason_for_reader"
    FACTORS_EVIDENCED = "factors_evidenced"
    MORE_THAN_TONE = "more_than_tone"
    EARLIER_SHOWN = "earlier_shown"
    EFFORT_ESTIMATED = "effort_estimated"
    COUNTER_FACTORS_ANSWERED = "counter_factors_answered"
    ALTERNATIVES_CONSIDERED = "alternatives_considered"
    BALANCED = "balanced"
    ITEMS_WEIGHED = "items_weighed"
    PROPORTION_WEIGHED = "proportion_weighed"
    SCOPE_NAMED = "scope_named"
    KEEPING_GROUNDED = "keeping_grounded"
    IN_TIME = "in_time"
    REMEDIES_NAMED = "remedies_named"
    APPROVED = "approved"


class Gap(StrEnum):
    """What is missing or wrong; a gap may name the thing it is about."""

    NO_GROUND = "no_ground"
    GROUND_UNKNOWN = "ground_unknown"
    GROUND_BARRED = "ground_barred"
    GROUND_WITHOUT_SOURCE = "ground_without_source"
    NO_REASON = "no_reason"
    NO_FACTOR = "no_factor"
    FACTOR_UNFIT = "factor_unfit"
    NO_SENTENCE = "no_sentence"
    NO_EVIDENCE = "no_evidence"
    TONE_ALONE = "tone_alone"
    TOO_FEW_EARLIER = "too_few_earlier"
    CHANGE_NOT_SAID = "change_not_said"
    NO_EFFORT = "no_effort"
    EFFORT_UNCLEAR = "effort_unclear"
    UNANSWERED = "unanswered"
    NOTHING_CONSIDERED = "nothing_considered"
    NOT_CONSIDERED = "not_considered"
    NO_RESULT = "no_result"
    NO_BALANCING = "no_balancing"
    NO_ITEM = "no_item"
    ITEM_INCOMPLETE = "item_incomplete"
    NO_WORKSHEET = "no_worksheet"
    WORKSHEET_INCOMPLETE = "worksheet_incomplete"
    NO_SCOPE = "no_scope"
    NOTHING_KEPT = "nothing_kept"
    KEPT_INCOMPLETE = "kept_incomplete"
    NEED_NOT_ENOUGH = "need_not_enough"
    LATE_UNSAID = "late_unsaid"
    TIME_UNKNOWN = "time_unknown"
    NO_LETTER = "no_letter"
    CONTENT_MISSING = "content_missing"
    REMEDY_MISSING = "remedy_missing"
    NOT_APPROVED = "not_approved"
    OWN_APPROVAL = "own_approval"
    STALE_APPROVAL = "stale_approval"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: `about` is an id or a key (ground, factor, way, law, remedy, number of an item), empty where nothing is named."""

    gap: Gap
    about: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list: `ok` where nothing is missing; `sources` say by which text it is asked."""

    code: CheckCode
    missing: tuple[Missing, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str = ""

    @property
    def ok(self) -> bool:
        """Return whether it holds."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class LawFacts:
    """One law that the right stands under: the day of receipt in its zone, and until when the answer must be out.

    `due_at` is None where the law gives no number. `due_known` is false where no clock could be reckoned.
    """

    rulebook: Rulebook
    received_on: date
    due_at: datetime | None
    due_known: bool = True


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the letter says.

    Args:
        digest: of its content, exactly.
        remedies: law and kind of every remedy that it names.
        lacks: contents that a law orders and the letter lacks (word keys).
        says_late: it says that the answer comes late.
    """

    digest: str
    remedies: frozenset[tuple[str, str]]
    lacks: tuple[str, ...] = ()
    says_late: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What the checks look at beside the dossier and the decision.

    Args:
        laws: each law that the right stands under.
        factors: all that are known.
        alternatives: the lawful ways that are known.
        letter: None while there is none.
        approvals: all that were given on this decision, oldest first.
        single_officer: the office has set the exception for one officer.
        contract_laws: laws under which a running contract keeps data, even where an own need does not.
    """

    laws: tuple[LawFacts, ...]
    factors: tuple[Factor, ...]
    alternatives: tuple[Alternative, ...]
    letter: LetterFacts | None
    approvals: tuple[Approval, ...] = ()
    single_officer: bool = False
    contract_laws: frozenset[str] = frozenset()


def needs_approval(decision: Decision) -> bool:
    """Return whether a second officer must approve: a refusal, in whole or in part, and every erasure."""
    return decision.outcome in REFUSING or (decision.right is Right.ERASURE and decision.outcome in ERASING)


def readiness(dossier: Dossier, decision: Decision, facts: Facts, *, now: datetime) -> tuple[Check, ...]:
    """Return the checks that apply to a decision, in the order of the list; none for a plain yes.

    Args:
        dossier: what the officer has put together.
        decision: the act on the right.
        facts: the laws, the letter, the approvals.
        now: the instant at which the letter would leave.
    """
    if not needs_approval(decision):
        return ()
    work = _Work(dossier, decision, facts, now, tuple(_chosen(decision, facts)))
    if decision.outcome not in REFUSING:
        asked: set[CheckCode] = {CheckCode.APPROVED}
    else:
        asked = set(_EVERY_REFUSAL).union(*(_OF_CLAUSE[clause] for clause in work.clauses))
    return tuple(_CHECKS[code](work) for code in CheckCode if code in asked)


def ready(checks: Iterable[Check]) -> bool:
    """Return whether every check holds."""
    return all(check.ok for check in checks)


@dataclass(frozen=True, slots=True)
class _Chosen:
    law: LawFacts
    ground: RefusalGround

    @property
    def clause(self) -> Clause:
        return Clause(self.ground.policy)


@dataclass(frozen=True, slots=True)
class _Work:
    dossier: Dossier
    decision: Decision
    facts: Facts
    now: datetime
    chosen: tuple[_Chosen, ...]

    @property
    def clauses(self) -> frozenset[Clause]:
        return frozenset(one.clause for one in self.chosen)

    @property
    def ticked(self) -> tuple[Factor, ...]:
        """The ticked factors that are known and speak for one of the chosen grounds."""
        ids = {one.factor_id for one in self.dossier.ticked}
        return tuple(factor for factor in self.facts.factors if factor.id in ids and self.fits(factor))

    def fits(self, factor: Factor) -> bool:
        return factor.side is Side.FOR and any(factor.kind in KINDS[clause] for clause in self.clauses)

    def sources(self, *clauses: Clause) -> tuple[Source, ...]:
        return _unique(one.ground.source for one in self.chosen if not clauses or one.clause in clauses)

    def of(self, *clauses: Clause) -> tuple[_Chosen, ...]:
        return tuple(one for one in self.chosen if one.clause in clauses)


def _chosen(decision: Decision, facts: Facts) -> Iterable[_Chosen]:
    for law in facts.laws:
        for ground_id in decision.grounds:
            ground = law.rulebook.ground(ground_id)
            if ground is not None:
                yield _Chosen(law, ground)


def _unique(sources: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))


def _blank(*texts: str) -> bool:
    return any(not text.strip() for text in texts)


def _ground_exists(work: _Work) -> Check:
    missing: list[Missing] = []
    known = {one.ground.id for one in work.chosen}
    missing.extend(Missing(Gap.GROUND_UNKNOWN, ground) for ground in work.decision.grounds if ground not in known)
    for one in work.chosen:
        if why_not(one.ground, work.decision.right, on=one.law.received_on) is not None:
            missing.append(Missing(Gap.GROUND_BARRED, one.ground.id))
        if not one.ground.source.cite.strip():
            missing.append(Missing(Gap.GROUND_WITHOUT_SOURCE, one.ground.id))
    covered = {one.law.rulebook.id for one in work.chosen}
    missing.extend(Missing(Gap.NO_GROUND, law.rulebook.id) for law in work.facts.laws if law.rulebook.id not in covered)
    if not work.facts.laws:
        missing.append(Missing(Gap.NO_GROUND))
    return Check(CheckCode.GROUND_EXISTS, tuple(missing), work.sources())


def _reason_for_reader(work: _Work) -> Check:
    missing = (Missing(Gap.NO_REASON),) if _blank(work.decision.reason) else ()
    return Check(CheckCode.REASON_FOR_READER, missing, work.sources())


def _factors_evidenced(work: _Work) -> Check:
    by_id = {factor.id: factor for factor in work.facts.factors}
    missing: list[Missing] = []
    for one in work.dossier.ticked:
        factor = by_id.get(one.factor_id)
        if factor is None or not work.fits(factor):
            missing.append(Missing(Gap.FACTOR_UNFIT, one.factor_id))
        if _blank(one.sentence):
            missing.append(Missing(Gap.NO_SENTENCE, one.factor_id))
        if not any(ref.points for ref in one.evidence):
            missing.append(Missing(Gap.NO_EVIDENCE, one.factor_id))
    if not work.dossier.ticked and work.of(Clause.FRIVOLOUS, Clause.IMPRACTICAL):
        missing.append(Missing(Gap.NO_FACTOR))
    return Check(CheckCode.FACTORS_EVIDENCED, tuple(missing), work.sources(Clause.FRIVOLOUS, Clause.IMPRACTICAL))


def _more_than_tone(work: _Work) -> Check:
    kinds = KINDS[Clause.FRIVOLOUS]
    carrying = [factor for factor in work.ticked if factor.kind in kinds]
    alone = bool(carrying) and all(factor.tone for factor in carrying)
    sources = _unique(factor.source for factor in work.facts.factors if factor.id == "unf.c_language")
    return Check(CheckCode.MORE_THAN_TONE, (Missing(Gap.TONE_ALONE),) if alone else (), sources)


def _earlier_shown(work: _Work) -> Check:
    supposing = [factor for factor in work.ticked if factor.earlier]
    count = len(work.dossier.earlier)
    missing = [Missing(Gap.TOO_FEW_EARLIER, factor.id) for factor in supposing if count < factor.earlier]
    if supposing:
        missing.extend(Missing(Gap.CHANGE_NOT_SAID, one.case_number) for one in work.dossier.earlier if _blank(one.changed))
    return Check(CheckCode.EARLIER_SHOWN, tuple(missing), _unique(factor.source for factor in supposing))


def _effort_estimated(work: _Work) -> Check:
    supposing = [factor for factor in work.ticked if factor.effort]
    needed = supposing or work.of(Clause.IMPRACTICAL)
    effort = work.dossier.effort
    missing: tuple[Missing, ...] = ()
    if needed and effort is None:
        missing = (Missing(Gap.NO_EFFORT),)
    elif needed and effort is not None and (not effort.minutes or _blank(effort.basis, *(one.system for one in effort.lines))):
        missing = (Missing(Gap.EFFORT_UNCLEAR),)
    return Check(CheckCode.EFFORT_ESTIMATED, missing, _unique(factor.source for factor in supposing))


def _counter_factors_answered(work: _Work) -> Check:
    answered = {one.factor_id for one in work.dossier.answered if not _blank(one.answer)}
    asked: dict[str, Factor] = {}
    for one in work.of(Clause.FRIVOLOUS, Clause.PRIVACY, Clause.IMPRACTICAL):
        ticked = [factor for factor in work.ticked if factor.kind in KINDS[one.clause]]
        for factor in counter_factors(work.facts.factors, one.law.rulebook.id, one.clause, ticked):
            asked.setdefault(factor.id, factor)
    missing = tuple(Missing(Gap.UNANSWERED, factor_id) for factor_id in asked if factor_id not in answered)
    return Check(CheckCode.COUNTER_FACTORS_ANSWERED, missing, _unique(factor.source for factor in asked.values()))


def _alternatives_considered(work: _Work) -> Check:
    done = {one.way for one in work.dossier.tried if not _blank(one.result)}
    missing = [Missing(Gap.NO_RESULT, one.way.value) for one in work.dossier.tried if _blank(one.result)]
    offers = [_offer_of(work, one) for one in work.of(Clause.FRIVOLOUS, Clause.IMPRACTICAL)]
    ways = {way.way: way.source for offer in offers for way in offer.ways}
    missing.extend(Missing(Gap.NOT_CONSIDERED, way.value) for way in ways if way not in {one.way for one in work.dossier.tried})
    if not done and not missing:
        missing.append(Missing(Gap.NOTHING_CONSIDERED))
    return Check(CheckCode.ALTERNATIVES_CONSIDERED, tuple(missing), _unique(ways.values()))


def _offer_of(work: _Work, one: _Chosen) -> ClauseOffer:
    offers = grounds_offered(
        one.law.rulebook, work.decision.right, on=one.law.received_on, alternatives=work.facts.alternatives
    )
    return next(offer for offer in offers if offer.clause is one.clause)


def _balanced(work: _Work) -> Check:
    missing = (Missing(Gap.NO_BALANCING),) if _blank(work.dossier.balancing) else ()
    return Check(CheckCode.BALANCED, missing, work.sources(Clause.FRIVOLOUS, Clause.IMPRACTICAL))


def _items_weighed(work: _Work) -> Check:
    missing = [
        Missing(Gap.ITEM_INCOMPLETE, str(number))
        for number, one in enumerate(work.dossier.withheld, start=1)
        if _blank(one.item, one.whose, one.balancing, one.given_instead)
        or (one.consent is not ConsentAsked.NO_ANSWER and _blank(one.consent_note))
    ]
    if not work.dossier.withheld:
        missing.append(Missing(Gap.NO_ITEM))
    return Check(CheckCode.ITEMS_WEIGHED, tuple(missing), work.sources(Clause.PRIVACY))


def _proportion_weighed(work: _Work) -> Check:
    sheet = work.dossier.proportionality
    missing: tuple[Missing, ...] = ()
    if sheet is None:
        missing = (Missing(Gap.NO_WORKSHEET),)
    elif _blank(sheet.gain, sheet.burden, sheet.lessened, sheet.own_part, sheet.conclusion):
        missing = (Missing(Gap.WORKSHEET_INCOMPLETE),)
    return Check(CheckCode.PROPORTION_WEIGHED, missing, work.sources(Clause.IMPRACTICAL))


def _scope_named(work: _Work) -> Check:
    scope = work.dossier.scope
    empty = scope is None or _blank(scope.provision, scope.scope)
    return Check(CheckCode.SCOPE_NAMED, (Missing(Gap.NO_SCOPE),) if empty else (), work.sources(Clause.NOT_REQUIRED))


def _keeping_grounded(work: _Work) -> Check:
    chosen = work.of(Clause.RETENTION)
    duty_only = {one.law.rulebook.id for one in chosen if one.ground.allowed is GroundAllowed.YES_LEGAL_ONLY}
    enough = {KeepReason.LEGAL_DUTY, KeepReason.CLAIMS, KeepReason.SUPPRESSION}
    if duty_only <= work.facts.contract_laws:
        enough.add(KeepReason.CONTRACT)
    missing: list[Missing] = []
    for one in work.dossier.kept:
        if _blank(one.category, one.by) or (one.until_on is None and _blank(one.until)):
            missing.append(Missing(Gap.KEPT_INCOMPLETE, one.category))
        if duty_only and one.reason not in enough:
            missing.append(Missing(Gap.NEED_NOT_ENOUGH, one.category))
    if all(one.reason is KeepReason.SUPPRESSION for one in work.dossier.kept):
        missing.append(Missing(Gap.NOTHING_KEPT))
    return Check(CheckCode.KEEPING_GROUNDED, tuple(missing), work.sources(Clause.RETENTION))


def _in_time(work: _Work) -> Check:
    late_said = work.facts.letter is not None and work.facts.letter.says_late
    missing: list[Missing] = []
    late = False
    for law in work.facts.laws:
        if not law.due_known:
            missing.append(Missing(Gap.TIME_UNKNOWN, law.rulebook.id))
        elif law.due_at is not None and work.now > law.due_at:
            late = True
            if not late_said:
                missing.append(Missing(Gap.LATE_UNSAID, law.rulebook.id))
    return Check(CheckCode.IN_TIME, tuple(missing), note="late_said" if late and late_said else "")


def _remedies_named(work: _Work) -> Check:
    letter = work.facts.letter
    if letter is None:
        return Check(CheckCode.REMEDIES_NAMED, (Missing(Gap.NO_LETTER),))
    missing = [Missing(Gap.CONTENT_MISSING, code) for code in letter.lacks]
    sources: list[Source] = []
    for law in work.facts.laws:
        for remedy in law.rulebook.remedies:
            if not remedy.general:
                sources.append(remedy.source)
            if (law.rulebook.id, remedy.kind) not in letter.remedies:
                missing.append(Missing(Gap.REMEDY_MISSING, f"{law.rulebook.id} {remedy.kind}"))
        sources.extend(rule.source for rule in law.rulebook.contents if rule.duty and rule.letter == _REFUSAL_LETTER)
    return Check(CheckCode.REMEDIES_NAMED, tuple(missing), _unique(sources))


def _approved(work: _Work) -> Check:
    if work.facts.single_officer:
        return Check(CheckCode.APPROVED, note="single_officer")
    if work.facts.letter is None and work.decision.outcome in REFUSING:
        return Check(CheckCode.APPROVED, (Missing(Gap.NO_LETTER),))
    letter_digest = work.facts.letter.digest if work.facts.letter is not None else ""
    content = approved_content(work.dossier, work.decision, letter_digest)
    gap = _approval_gap(work.facts.approvals, content, work.decision.officer_id)
    return Check(CheckCode.APPROVED, (Missing(gap),) if gap is not None else ())


def _approval_gap(approvals: Sequence[Approval], content: str, decided_by: int) -> Gap | None:
    last: dict[int, Verdict] = {one.officer_id: one.verdict for one in approvals if one.digest == content}
    others = {officer: verdict for officer, verdict in last.items() if officer != decided_by}
    if any(verdict is not Verdict.APPROVED for verdict in others.values()):
        return Gap.NOT_AGREED
    if others:
        return None
    if last.get(decided_by) is Verdict.APPROVED:
        return Gap.OWN_APPROVAL
    stale = any(one.verdict is Verdict.APPROVED and one.officer_id != decided_by for one in approvals)
    return Gap.STALE_APPROVAL if stale else Gap.NOT_APPROVED


_EVERY_REFUSAL = (
    CheckCode.GROUND_EXISTS,
    CheckCode.REASON_FOR_READER,
    CheckCode.IN_TIME,
    CheckCode.REMEDIES_NAMED,
    CheckCode.APPROVED,
)
_OF_CLAUSE: dict[Clause, tuple[CheckCode, ...]] = {
    Clause.FRIVOLOUS: (
        CheckCode.FACTORS_EVIDENCED,
        CheckCode.MORE_THAN_TONE,
        CheckCode.EARLIER_SHOWN,
        CheckCode.EFFORT_ESTIMATED,
        CheckCode.COUNTER_FACTORS_ANSWERED,
        CheckCode.ALTERNATIVES_CONSIDERED,
        CheckCode.BALANCED,
    ),
    Clause.PRIVACY: (CheckCode.FACTORS_EVIDENCED, CheckCode.COUNTER_FACTORS_ANSWERED, CheckCode.ITEMS_WEIGHED),
    Clause.IMPRACTICAL: (
        CheckCode.FACTORS_EVIDENCED,
        CheckCode.EFFORT_ESTIMATED,
        CheckCode.COUNTER_FACTORS_ANSWERED,
        CheckCode.ALTERNATIVES_CONSIDERED,
        CheckCode.BALANCED,
        CheckCode.PROPORTION_WEIGHED,
    ),
    Clause.NOT_REQUIRED: (CheckCode.SCOPE_NAMED,),
    Clause.RETENTION: (CheckCode.KEEPING_GROUNDED,),
}
_CHECKS: dict[CheckCode, Callable[[_Work], Check]] = {
    CheckCode.GROUND_EXISTS: _ground_exists,
    CheckCode.REASON_FOR_READER: _reason_for_reader,
    CheckCode.FACTORS_EVIDENCED: _factors_evidenced,
    CheckCode.MORE_THAN_TONE: _more_than_tone,
    CheckCode.EARLIER_SHOWN: _earlier_shown,
    CheckCode.EFFORT_ESTIMATED: _effort_estimated,
    CheckCode.COUNTER_FACTORS_ANSWERED: _counter_factors_answered,
    CheckCode.ALTERNATIVES_CONSIDERED: _alternatives_considered,
    CheckCode.BALANCED: _balanced,
    CheckCode.ITEMS_WEIGHED: _items_weighed,
    CheckCode.PROPORTION_WEIGHED: _proportion_weighed,
    CheckCode.SCOPE_NAMED: _scope_named,
    CheckCode.KEEPING_GROUNDED: _keeping_grounded,
    CheckCode.IN_TIME: _in_time,
    CheckCode.REMEDIES_NAMED: _remedies_named,
    CheckCode.APPROVED: _approved,
}
