"""Retention: what must stay when a person asks for erasure, category by category, by which law or interest, and until when.

A line of the schedule without a period is an open question with its own state: no number is made up for it. Days are local days; a
period counts from the day of the event that the line names, on the same-numbered day for months.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.decisions import ScheduleLine, Treatment
from workbench.domain.dossier import KeepReason, KeptItem
from workbench.domain.periods import Period, Unit, add_months
from workbench.domain.refusal_grounds import Clause, why_not
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, RefusalGround, Rulebook, Source, pick
from workbench.domain.tables import Table, check_unique

SCHEDULE_FILE = "retention.toml"
"""The file that the retention schedule is read from."""

SYSTEMS_FILE = "systems.toml"
"""The file that the systems are read from."""

_SCHEMA = 1
_EVERY = "*"
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_ALWAYS = frozenset({KeepReason.LEGAL_DUTY, KeepReason.CLAIMS, KeepReason.CONTRACT})
"""What suffices under each law that the line names; an own need must be let suffice by the law."""


class PeriodState(StrEnum):
    """What is known of how long: the law states it, the office's own schedule does, an event ends it, or nobody has said."""

    STATED = "stated"
    OFFICE = "office"
    UNTIL_EVENT = "until_event"
    UNKNOWN = "unknown"


class WhyGoes(StrEnum):
    """Why a category goes."""

    NOTHING_KEEPS_IT = "nothing_keeps_it"
    PERIOD_OVER = "period_over"
    NEED_NOT_ENOUGH = "need_not_enough"
    LAW_HAS_NO_GROUND = "law_has_no_ground"


class Milestone(StrEnum):
    """What can have happened to a category that is held; periods count from it, or a line speaks only after it."""

    COLLECTED = "collected"
    ISSUED = "issued"
    CONTRACT_BEGAN = "contract_began"
    CONTRACT_ENDED = "contract_ended"
    CLAIM_OPENED = "claim_opened"
    CLAIM_SETTLED = "claim_settled"


@dataclass(frozen=True, slots=True)
class Keep:
    """One line of the schedule: why categories must stay under some laws, and how long.

    Args:
        categories: keys of the words of categories; empty for every one.
        laws: ids of rulebooks; empty for all.
        needs: it speaks only where this is known to have happened.
        unless: it is silent where this is known to have happened.
        by: the law or the interest, per language.
        period: None unless `state` is stated or office.
        until: for `until_event`, the event in words, per language.
    """

    id: str
    categories: tuple[str, ...]
    laws: tuple[str, ...]
    reason: KeepReason
    state: PeriodState
    by: tuple[tuple[str, str], ...]
    source: Source
    period: Period | None = None
    counted_from: Milestone | None = None
    until: tuple[tuple[str, str], ...] = ()
    needs: Milestone | None = None
    unless: Milestone | None = None

    def speaks(self, held: "Held", law: str) -> bool:
        """Return whether the line says something about a held category under a law."""
        return (
            (not self.categories or held.category in self.categories)
            and (not self.laws or law in self.laws)
            and (self.needs is None or self.needs in held.began)
            and (self.unless is None or self.unless not in held.began)
        )


@dataclass(frozen=True, slots=True)
class Suppression:
    """Categories of which the least that still matches is kept, so that marketing stops; only where one of `when` is weighed too."""

    categories: tuple[str, ...]
    when: tuple[str, ...]
    by: tuple[tuple[str, str], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Schedule:
    """The retention schedule of the office."""

    keeps: tuple[Keep, ...]
    suppression: tuple[Suppression, ...]

    @property
    def contract_laws(self) -> frozenset[str]:
        """Return the laws under which a running contract keeps data, even where an own need does not."""
        return frozenset(law for keep in self.keeps if keep.reason is KeepReason.CONTRACT for law in keep.laws)


@dataclass(frozen=True, slots=True)
class Held:
    """A category that is held of a person; `began` says when the events happened that periods count from."""

    category: str
    began: Mapping[Milestone, date] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the schedule says about one category on a day.

    A category stays by each of `keeps`, until the day in `ends` that stands at the same place, None where there is none yet. One that
    goes says why; of one with `suppression` the least that still matches is kept on the list that stops marketing.
    """

    category: str
    stays: bool
    keeps: tuple[Keep, ...] = ()
    ends: tuple[date | None, ...] = ()
    why_goes: WhyGoes | None = None
    ground: RefusalGround | None = None
    suppression: Suppression | None = None

    @property
    def until_on(self) -> date | None:
        """Return the day until which it stays, the latest of its ends; None where one of them has no day yet."""
        known = [end for end in self.ends if end is not None]
        return max(known) if known and len(known) == len(self.ends) else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return what the line rests on."""
        found = [keep.source for keep in self.keeps]
        if self.ground is not None:
            found.append(self.ground.source)
        if self.suppression is not None:
            found.append(self.suppression.source)
        return tuple(dict.fromkeys(found))

    @property
    def doubtful(self) -> bool:
        """Return whether a number is missing, or is the office's own, so that counsel has to confirm it."""
        return any(keep.state in {PeriodState.UNKNOWN, PeriodState.OFFICE} for keep in self.keeps)


@dataclass(frozen=True, slots=True)
class System:
    """A system that holds categories, or a recipient outside the office that must be told of changes."""

    id: str
    categories: tuple[str, ...]
    recipient: bool
    source: Source


@dataclass(frozen=True, slots=True)
class TellRule:
    """A duty to tell recipients what was rectified, erased or restricted."""

    law: str
    rights: tuple[Right, ...]
    source: Source
    effective_from: date | None = None


@dataclass(frozen=True, slots=True)
class Systems:
    """The systems of the office, and the duties to tell recipients."""

    systems: tuple[System, ...]
    tell: tuple[TellRule, ...]

    def holding(self, categories: Iterable[str]) -> tuple[System, ...]:
        """Return the office's own systems that hold one of these categories, in the order of the file."""
        wanted = set(categories)
        return tuple(one for one in self.systems if not one.recipient and wanted.intersection(one.categories))

    def to_tell(self, categories: Iterable[str]) -> tuple[System, ...]:
        """Return the recipients that got one of these categories, in the order of the file."""
        wanted = set(categories)
        return tuple(one for one in self.systems if one.recipient and wanted.intersection(one.categories))

    def duty_to_tell(self, law: str, right: Right, *, on: date) -> TellRule | None:
        """Return the duty of a law to tell recipients what became of a right, None where none is known."""
        return next(
            (
                one
                for one in self.tell
                if one.law == law and right in one.rights and (one.effective_from is None or one.effective_from <= on)
            ),
            None,
        )


def parse_schedule(data: Mapping[str, object]) -> Schedule:
    """Return the retention schedule of the data file.

    Raises:
        DataFileError: an unknown key or word, a missing one, a wrong type, an id twice, or a period that does not fit its state.
    """
    top = Table(data, file=SCHEDULE_FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    schedule = Schedule(
        keeps=tuple(_keep(table) for table in top.tables("keep")),
        suppression=tuple(_suppression(table) for table in top.tables("suppression")),
    )
    top.close()
    check_unique(SCHEDULE_FILE, "keep", (keep.id for keep in schedule.keeps))
    return schedule


def parse_systems(data: Mapping[str, object]) -> Systems:
    """Return the systems of the data file.

    Raises:
        DataFileError: an unknown key or word, a missing one, a wrong type, or an id twice.
    """
    top = Table(data, file=SYSTEMS_FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    systems = Systems(
        systems=tuple(_system(table) for table in top.tables("system")),
        tell=tuple(_tell(table) for table in top.tables("tell")),
    )
    top.close()
    check_unique(SYSTEMS_FILE, "system", (system.id for system in systems.systems))
    return systems


def weigh(held: Iterable[Held], schedule: Schedule, rulebook: Rulebook, *, on: date) -> tuple[Weighed, ...]:
    """Return for each category whether it goes or stays under a law, in the order given.

    A legal duty, claims, or a contract under the laws that count it keep it; an own need only where the law lets it suffice.

    Args:
        held: what is held of the person.
        schedule: the office's schedule.
        rulebook: the law under which erasure was asked.
        on: the local day on which it is weighed.
    """
    categories = tuple(held)
    names = {one.category for one in categories}
    ground = next(
        (
            one
            for one in rulebook.grounds
            if one.policy == Clause.RETENTION.value and why_not(one, Right.ERASURE, on=on) is None
        ),
        None,
    )
    return tuple(_weighed(one, names, schedule, rulebook, ground, on) for one in categories)


def kept_items(lines: Iterable[Weighed], language: str) -> tuple[KeptItem, ...]:
    """Return what stays as lines of a dossier, in words of a language; what nobody has said is left empty for the officer."""
    found = []
    for line in lines:
        for keep, end in zip(line.keeps, line.ends, strict=True):
            found.append(KeptItem(line.category, keep.reason, pick(keep.by, language), end, pick(keep.until, language)))
        if line.suppression is not None:
            by = pick(line.suppression.by, language)
            found.append(KeptItem(line.category, KeepReason.SUPPRESSION, by, None, by))
    return tuple(found)


def schedule_lines(lines: Iterable[Weighed], language: str) -> tuple[ScheduleLine, ...]:
    """Return the schedule of an erasure decision: what is erased and what is kept, and by what."""
    return tuple(
        ScheduleLine(
            category=line.category,
            detail="",
            treatment=Treatment.KEPT if line.stays else Treatment.ERASED,
            why="; ".join(pick(keep.by, language) for keep in line.keeps)
            or (pick(line.suppression.by, language) if line.suppression is not None else ""),
        )
        for line in lines
    )


def ends_on(keep: Keep, began: Mapping[Milestone, date]) -> date | None:
    """Return the last day that a line keeps a category, None where it has no number or its event is not known."""
    start = began.get(keep.counted_from) if keep.counted_from is not None else None
    if keep.period is None or start is None:
        return None
    if keep.period.unit is Unit.MONTH:
        return add_months(start, keep.period.count)
    return start + timedelta(days=keep.period.count * _DAYS[keep.period.unit])


def _weighed(
    held: Held, names: set[str], schedule: Schedule, rulebook: Rulebook, ground: RefusalGround | None, on: date
) -> Weighed:
    speaking = [keep for keep in schedule.keeps if keep.speaks(held, rulebook.id)]
    running = [keep for keep in speaking if (end := ends_on(keep, held.began)) is None or on <= end]
    kept = [keep for keep in running if ground is not None and _suffices(keep, ground)]
    suppressed = next(
        (one for one in schedule.suppression if held.category in one.categories and names.intersection(one.when)), None
    )
    if kept:
        ends = tuple(ends_on(keep, held.began) for keep in kept)
        return Weighed(held.category, stays=True, keeps=tuple(kept), ends=ends, ground=ground, suppression=suppressed)
    why = WhyGoes.NOTHING_KEEPS_IT
    if running:
        why = WhyGoes.NEED_NOT_ENOUGH if ground is not None else WhyGoes.LAW_HAS_NO_GROUND
    elif speaking:
        why = WhyGoes.PERIOD_OVER
    return Weighed(held.category, stays=False, why_goes=why, suppression=suppressed)


def _suffices(keep: Keep, ground: RefusalGround) -> bool:
    return keep.reason in _ALWAYS or ground.allowed is not GroundAllowed.YES_LEGAL_ONLY


def _keep(table: Table) -> Keep:
    categories, laws = table.strings("categories", needed=True), table.strings("laws", needed=True)
    keep = Keep(
        id=table.text("id"),
        categories=() if categories == (_EVERY,) else categories,
        laws=() if laws == (_EVERY,) else laws,
        reason=table.word("reason", KeepReason),
        state=table.word("state", PeriodState),
        by=table.texts("by"),
        source=table.source(),
        period=table.period("n", "unit"),
        counted_from=table.word("counted_from", Milestone) if table.has("counted_from") else None,
        until=table.texts("until"),
        needs=table.word("needs", Milestone) if table.has("needs") else None,
        unless=table.word("unless", Milestone) if table.has("unless") else None,
    )
    table.close()
    _check_keep(table, keep)
    return keep


def _check_keep(table: Table, keep: Keep) -> None:
    numbered = keep.state in {PeriodState.STATED, PeriodState.OFFICE}
    if not keep.by:
        raise table.error(key="by", problem="missing")
    if numbered != (keep.period is not None) or numbered != (keep.counted_from is not None):
        raise table.error(key="n, counted_from", problem="state_and_number_disagree")
    if keep.period is not None and keep.period.unit not in {Unit.MONTH, *_DAYS}:
        raise table.error(key="unit", problem="unknown_word")
    if (keep.state is PeriodState.UNTIL_EVENT) != bool(keep.until):
        raise table.error(key="until", problem="state_and_number_disagree")
    if keep.reason is KeepReason.SUPPRESSION or (keep.reason is KeepReason.CONTRACT and not keep.laws):
        raise table.error(key="reason", problem="unknown_word")


def _suppression(table: Table) -> Suppression:
    found = Suppression(
        categories=table.strings("categories", needed=True),
        when=table.strings("when", needed=True),
        by=table.texts("by"),
        source=table.source(),
    )
    table.close()
    if not found.by:
        raise table.error(key="by", problem="missing")
    return found


def _system(table: Table) -> System:
    system = System(
        id=table.text("id"),
        categories=table.strings("categories", needed=True),
        recipient=table.flag("recipient"),
        source=table.source(),
    )
    table.close()
    return system


def _tell(table: Table) -> TellRule:
    rule = TellRule(
        law=table.text("law"),
        rights=table.rights("rights"),
        source=table.source(),
        effective_from=table.day("effective_from"),
    )
    table.close()
    if not rule.rights:
        raise table.error(key="rights", problem="missing")
    return rule
