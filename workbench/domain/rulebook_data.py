"""Reading a rulebook from its data, strictly: an unknown key, word or combination is an error that names its place.

Keys follow the header of the rulebook data (`tz`, `nonworking`, `rules`, `pauses`); dates are ISO text or TOML dates. What a
rulebook adds to that: `names`, `short_names`, `zones`, `places`, `grounds`, `remedies`, `contents`, `authorities`, `right_articles`.
A remedy that is `general` is not the law's: a sentence of letters on courts, where the law names no way to one.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Literal, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.domain.letters import LetterKind
from workbench.domain.periods import FirstDay, Period, Roll, Unit
from workbench.domain.rights import Right
from workbench.domain.rulebooks import (
    EVENT_NAMES,
    Authority,
    Confidence,
    ContentRule,
    Extension,
    ExtensionOrigin,
    GroundAllowed,
    Limit,
    LimitKind,
    PauseEffect,
    PauseRule,
    RefusalGround,
    Remedy,
    RestDayRule,
    RestDays,
    Rulebook,
    RulebookError,
    Source,
)

_Word = TypeVar("_Word", bound=StrEnum)

_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_NOTES = ("authority", "address", "ack", "extension", "refusal", "burden", "letter", "fee", "complaint", "enquiry", "sources")
_REMEDIES = frozenset({"complaint", "court", "controller", "damages", "dispute"})
_NO_SOURCE = Source("", Confidence.LOW)
_EVERY_RIGHT = "*"
_MIN_WITH = "min_with:"
_FIRST_OF_UNIT: dict[Unit, tuple[FirstDay, ...]] = {
    Unit.HOUR: (FirstDay.INSTANT, FirstDay.NEXT_FULL_HOUR),
    Unit.DAY: (FirstDay.NEXT_DAY, FirstDay.EVENT_DAY),
    Unit.WEEK: (FirstDay.NEXT_DAY, FirstDay.EVENT_DAY),
    Unit.BUSINESS_DAY: (FirstDay.NEXT_DAY, FirstDay.EVENT_DAY),
    Unit.MONTH: (FirstDay.SAME_DATE, FirstDay.NEXT_DAY_SAME_DATE),
}


def parse_rulebook(data: Mapping[str, object], *, digest: str) -> Rulebook:
    """Return the rulebook that the data holds.

    Args:
        data: one body of law, as `tomllib` reads it.
        digest: of the file it came from; it names this version of the law in a case.

    Raises:
        RulebookError: an unknown key, a missing one, a wrong type, or rules that contradict each other.
    """
    top = _Table(data, law=_law_of(data), where="rulebook")
    law = top.text("id")
    rest, holiday_sets = _nonworking(top)
    zone = top.zone("tz")
    name = top.text("name")
    limits = tuple(_limit(table) for table in top.tables("rules"))
    _check_references(law, limits)
    rulebook = Rulebook(
        id=law,
        name=name,
        names=top.texts("names") or (("en", name),),
        law=top.text("law"),
        short_names=top.texts("short_names") or (("en", law),),
        language=top.text("language"),
        zone=zone,
        zones=tuple((place, _zone(top, place, value)) for place, value in top.texts("zones")),
        rest_weekdays=rest,
        holiday_sets=holiday_sets,
        places=top.strings("places") or (law,),
        limits=limits,
        pauses=tuple(_pause(table) for table in top.tables("pauses")),
        grounds=tuple(_ground(table, law) for table in top.tables("grounds")),
        remedies=tuple(_remedy(table) for table in top.tables("remedies")),
        authorities=tuple(_authority(table) for table in top.tables("authorities")),
        right_articles=tuple(
            (_word(top, "right_articles", Right, right), article) for right, article in top.texts("right_articles")
        ),
        digest=digest,
        notes=tuple((key, note) for key in _NOTES if (note := top.note(key))),
        contents=tuple(_content(table) for table in top.tables("contents")),
        rest_days=_rest_days(top),
    )
    top.close()
    _check_unique(law, "grounds", (ground.id for ground in rulebook.grounds))
    _check_courts(law, rulebook.remedies)
    _check_unique(law, "authorities", (authority.id for authority in rulebook.authorities))
    return rulebook


def _law_of(data: Mapping[str, object]) -> str:
    law = data.get("id")
    return law if isinstance(law, str) else "?"


class _Table:
    """One table of the data; every key is taken once, and what nobody took is unknown."""

    def __init__(self, data: Mapping[str, object], *, law: str, where: str) -> None:
        self.data = dict(data)
        self.law = law
        self.where = where
        self.left = set(self.data)

    def error(self, *, key: str, problem: str) -> RulebookError:
        return RulebookError(law=self.law, where=self.where, key=key, problem=problem)

    def close(self) -> None:
        if self.left:
            raise self.error(key=min(self.left), problem="unknown_key")

    def has(self, key: str) -> bool:
        return key in self.data

    def take(self, key: str) -> object:
        self.left.discard(key)
        return self.data.get(key)

    def text(self, key: str) -> str:
        found = self.optional_text(key)
        if not found:
            raise self.error(key=key, problem="missing")
        return found

    def optional_text(self, key: str) -> str:
        found = self.take(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self.error(key=key, problem="not_text")
        return found

    def flag(self, key: str) -> bool:
        found = self.take(key)
        if found is None:
            return False
        if not isinstance(found, bool):
            raise self.error(key=key, problem="not_true_or_false")
        return found

    def count(self, key: str) -> int | None:
        found = self.take(key)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.error(key=key, problem="not_a_count")
        return found

    def day(self, key: str) -> date | None:
        found = self.take(key)
        if found is None:
            return None
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        if isinstance(found, str):
            try:
                return date.fromisoformat(found)
            except ValueError as error:
                raise self.error(key=key, problem="not_a_date") from error
        raise self.error(key=key, problem="not_a_date")

    def strings(self, key: str) -> tuple[str, ...]:
        found = self.take(key)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise self.error(key=key, problem="not_a_list_of_text")
        return tuple(cast("list[str]", found))

    def texts(self, key: str) -> tuple[tuple[str, str], ...]:
        found = self.take(key)
        if found is None:
            return ()
        if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
            raise self.error(key=key, problem="not_a_table_of_text")
        return tuple(cast("dict[str, str]", found).items())

    def tables(self, key: str) -> "tuple[_Table, ...]":
        found = self.take(key)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.error(key=key, problem="not_a_list_of_tables")
        tables = []
        for number, one in enumerate(cast("list[dict[str, object]]", found), start=1):
            name = one.get("id", one.get("open", number))
            tables.append(_Table(one, law=self.law, where=f"{key} {name}"))
        return tuple(tables)

    def note(self, key: str) -> str:
        found = self.data.get(key)
        return "; ".join(self.strings(key)) if isinstance(found, list) else self.optional_text(key)

    def zone(self, key: str) -> str:
        return _zone(self, key, self.text(key))

    def source(self) -> Source:
        return Source(self.text("cite"), _word(self, "conf", Confidence, self.text("conf")))

    def rights(self, key: str) -> tuple[Right, ...]:
        return tuple(_word(self, key, Right, right) for right in self.strings(key) if right != _EVERY_RIGHT)

    def period(self, count_key: str, unit_key: str, *, unit: Unit | None = None) -> Period | None:
        count = self.count(count_key)
        named = self.optional_text(unit_key)
        if count is None:
            if named:
                raise self.error(key=count_key, problem="missing")
            return None
        if named:
            unit = _word(self, unit_key, Unit, named)
        if unit is None:
            raise self.error(key=unit_key, problem="missing")
        return Period(count, unit)

    def first(self, key: str, period: Period | None) -> FirstDay | None:
        named = self.optional_text(key)
        if not named:
            return None
        first = _word(self, key, FirstDay, named)
        if period is not None and first not in _FIRST_OF_UNIT[period.unit]:
            raise self.error(key=key, problem="unit_and_first_day_disagree")
        return first

    def roll(self, key: str, period: Period | None) -> Roll:
        named = self.optional_text(key)
        roll = _word(self, key, Roll, named) if named else Roll.NONE
        if roll is not Roll.NONE and period is not None and period.unit is Unit.HOUR:
            raise self.error(key=key, problem="hours_never_roll")
        return roll


def _word(table: _Table, key: str, words: type[_Word], text: str) -> _Word:
    try:
        return words(text)
    except ValueError as error:
        raise table.error(key=f"{key} = {text}", problem="unknown_word") from error


def _zone(table: _Table, key: str, name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise table.error(key=f"{key} = {name}", problem="unknown_zone") from error
    return name


def _nonworking(top: _Table) -> tuple[frozenset[int], tuple[str, ...]]:
    found = top.strings("nonworking")
    if not found:
        raise top.error(key="nonworking", problem="missing")
    rest = frozenset(_WEEKDAYS[word] for word in found if word in _WEEKDAYS)
    return rest, tuple(word for word in found if word not in _WEEKDAYS)


def _rest_days(top: _Table) -> RestDays:
    weekly = []
    found = top.take("weekly_rest")
    if found is not None and not isinstance(found, dict):
        raise top.error(key="weekly_rest", problem="not_a_table_of_text")
    for place, words in cast("dict[str, object]", found or {}).items():
        if not isinstance(words, list) or not set(words) <= set(_WEEKDAYS):
            raise top.error(key=f"weekly_rest.{place}", problem="unknown_word")
        weekly.append((place, frozenset(_WEEKDAYS[word] for word in words)))
    return RestDays(
        weekly=tuple(weekly),
        own=tuple(_rest_day(table) for table in top.tables("rest_days")),
        only=top.strings("only_days"),
        without=top.strings("without_days"),
        safe_sets=top.strings("safe_sets"),
        stands_for=top.texts("stands_for"),
        known_to=top.count("known_to"),
        provisional_from=top.count("provisional_from"),
    )


def _rest_day(table: _Table) -> RestDayRule:
    easter = table.take("easter")
    if easter is not None and (not isinstance(easter, int) or isinstance(easter, bool)):
        raise table.error(key="easter", problem="not_a_number")
    weekday = table.optional_text("weekday")
    if weekday and weekday not in _WEEKDAYS:
        raise table.error(key=f"weekday = {weekday}", problem="unknown_word")
    first, last = _month_day(table, "from"), _month_day(table, "to")
    rule = RestDayRule(
        name=table.text("name"),
        source=table.source(),
        easter=easter,
        on=_month_day(table, "on"),
        if_sunday=_month_day(table, "if_sunday"),
        weekday=_WEEKDAYS[weekday] if weekday else None,
        nth=table.count("nth"),
        month=table.count("month"),
        before=_month_day(table, "before"),
        span=(first, last) if first is not None and last is not None else None,
    )
    table.close()
    ways = (rule.easter is not None, rule.on is not None, rule.span is not None, rule.weekday is not None)
    by_weekday = rule.before is not None or (rule.nth is not None and rule.month is not None)
    if sum(ways) != 1 or (first is None) != (last is None) or (rule.weekday is not None) != by_weekday:
        raise table.error(key="rest_days", problem="day_found_in_one_way")
    return rule


def _month_day(table: _Table, key: str) -> tuple[int, int] | None:
    text = table.optional_text(key)
    if not text:
        return None
    try:
        day = date.fromisoformat(f"2023-{text}")  # a year without 29 February: a rest day stands in every year
    except ValueError as error:
        raise table.error(key=f"{key} = {text}", problem="not_a_month_and_day") from error
    return day.month, day.day


def _events(table: _Table, key: str, names: Iterable[str]) -> tuple[str, ...]:
    found = tuple(names)
    for name in found:
        if name not in EVENT_NAMES:
            raise table.error(key=f"{key} = {name}", problem="unknown_word")
    return found


def _limit(table: _Table) -> Limit:
    period = table.period("n", "unit")
    open_ended = table.flag("open_ended")
    follows = table.optional_text("follows")
    if open_ended == (period is not None):
        raise table.error(key="n", problem="open_ended_has_no_number" if open_ended else "missing")
    first = table.first("first", period)
    if period is not None and first is None:
        raise table.error(key="first", problem="missing")
    trigger = _events(table, "trigger", table.strings("trigger"))
    if not trigger:
        raise table.error(key="trigger", problem="missing")
    named_rights = table.data.get("rights")
    guide = table.period("guide_n", "guide_unit")
    guide_first = table.first("guide_first", guide)
    safe = table.period("safe_n", "safe_unit", unit=period.unit if period else None)
    combine = table.optional_text("combine")
    if combine and not combine.startswith(_MIN_WITH):
        raise table.error(key=f"combine = {combine}", problem="unknown_word")
    limit = Limit(
        id=table.text("id"),
        kind=_word(table, "kind", LimitKind, table.text("kind")).value,
        rights=table.rights("rights"),
        every_right=isinstance(named_rights, list) and _EVERY_RIGHT in named_rights,
        trigger=trigger,
        source=table.source(),
        period=period,
        first=first,
        roll=table.roll("roll", period),
        open_ended=open_ended,
        extension=_extension(table),
        safe_period=safe,
        safe_first=table.first("safe_first", safe or period),
        guide_period=guide,
        guide_first=guide_first or (_FIRST_OF_UNIT[guide.unit][0] if guide else None),
        guide_roll=table.roll("guide_roll", guide),
        minimum=table.flag("minimum"),
        backward=table.flag("backward"),
        ceiling=table.flag("ceiling"),
        published_param=table.optional_text("published_param"),
        guideline=table.flag("guideline"),
        partial_compliance=table.flag("partial_compliance"),
        third_party_count=table.count("third_party_n"),
        double_if=table.optional_text("double_if"),
        follows=follows,
        combine_min_with=combine.removeprefix(_MIN_WITH),
        scope=table.optional_text("scope"),
        variant=table.optional_text("variant"),
        place=table.optional_text("place"),
        effective_from=table.day("effective_from"),
        effective_to=table.day("effective_to"),
        note=table.optional_text("note"),
    )
    table.close()
    _check_limit(table, limit)
    return limit


def _check_limit(table: _Table, limit: Limit) -> None:
    unit = limit.period.unit if limit.period is not None else None
    if limit.roll is not Roll.NONE and (limit.minimum or limit.backward):
        raise table.error(key="roll", problem="minimum_and_backward_never_roll")
    if limit.backward and unit is Unit.BUSINESS_DAY:
        raise table.error(key="backward", problem="business_days_never_count_backward")
    if limit.extension is not None and unit is Unit.HOUR:
        raise table.error(key="ext_from", problem="hours_are_never_extended")
    if limit.follows and limit.combine_min_with:
        raise table.error(key="combine", problem="follows_another_rule")


def _extension(table: _Table) -> Extension | None:
    period = table.period("ext_n", "ext_unit")
    origin = table.optional_text("ext_from")
    most = table.count("ext_max")
    notice = table.optional_text("ext_notice")
    if not origin:
        for key, found in (("ext_n", period), ("ext_max", most), ("ext_notice", notice)):
            if found:
                raise table.error(key=key, problem="extension_without_origin")
        return None
    counted = _word(table, "ext_from", ExtensionOrigin, origin)
    if not notice:
        raise table.error(key="ext_notice", problem="missing")
    if (period is None) == (counted in {ExtensionOrigin.START, ExtensionOrigin.BASE_DUE}):
        raise table.error(key="ext_n", problem="extension_and_origin_disagree")
    return Extension(period, counted, most or 1, notice)


def _pause(table: _Table) -> PauseRule:
    touched = table.strings("also")
    if set(touched) - {"ext_notice"}:
        raise table.error(key="also", problem="unknown_word")
    effect = _word(table, "effect", PauseEffect, table.text("effect"))
    period = table.period("n", "unit")
    if (period is not None) != (effect in {PauseEffect.RESTART_AFTER_N, PauseEffect.LAPSE}):
        raise table.error(key="n", problem="pause_and_number_disagree")
    pause = PauseRule(
        opens=_events(table, "open", (table.text("open"),))[0],
        closes=_events(table, "close", (table.text("close"),))[0],
        effect=effect,
        source=table.source(),
        rights=table.rights("rights"),
        touches_extension_notice=bool(touched),
        period=period,
        effective_from=table.day("effective_from"),
        guidance=table.flag("guidance"),
        note=table.optional_text("note"),
    )
    table.close()
    return pause


def _ground(table: _Table, law: str) -> RefusalGround:
    named = table.optional_text("law")
    if named and named != law:
        raise table.error(key="law", problem="another_law")
    ground = RefusalGround(
        id=table.text("id"),
        policy=table.text("policy"),
        rights=table.rights("rights"),
        allowed=_word(table, "allowed", GroundAllowed, table.text("allowed")),
        article=table.text("article"),
        test=table.text("test"),
        burden=table.text("burden"),
        letter=table.text("letter"),
        source=Source(table.text("source"), _word(table, "conf", Confidence, table.text("conf"))),
        titles=table.texts("titles"),
        letter_texts=table.texts("letter_texts"),
        dpv=table.optional_text("dpv"),
        effective_from=table.day("effective_from"),
    )
    table.close()
    if not ground.rights:
        raise table.error(key="rights", problem="missing")
    return ground


def _remedy(table: _Table) -> Remedy:
    kind = table.text("kind")
    if kind not in _REMEDIES:
        raise table.error(key=f"kind = {kind}", problem="unknown_word")
    general = table.flag("general")
    remedy = Remedy(
        kind=cast("Literal['complaint', 'court', 'controller', 'damages', 'dispute']", kind),
        texts=table.texts("texts"),
        source=_NO_SOURCE if general else table.source(),
        general=general,
    )
    table.close()
    if general and (kind != "court" or remedy.texts):
        raise table.error(key="general", problem="general_and_law_disagree")
    if not general and not remedy.texts:
        raise table.error(key="texts", problem="missing")
    return remedy


def _check_courts(law: str, remedies: Iterable[Remedy]) -> None:
    """Refuse a general sentence on courts beside a way to a court that the law has."""
    ways = [remedy.general for remedy in remedies if remedy.kind in {"court", "dispute"}]
    if any(ways) and len(ways) > 1:
        raise RulebookError(law=law, where="remedies", key="general", problem="general_and_law_disagree")


def _content(table: _Table) -> ContentRule:
    content = ContentRule(
        letter=_word(table, "letter", LetterKind, table.text("letter")).value,
        code=table.text("code"),
        duty=table.flag("duty"),
        source=table.source(),
    )
    table.close()
    return content


def _authority(table: _Table) -> Authority:
    confidence = _word(table, "conf", Confidence, table.text("conf"))
    listed = table.strings("address")
    authority = Authority(
        id=table.text("id"),
        place=table.text("place"),
        name=table.text("name"),
        address=listed if confidence is Confidence.HIGH else (),
        web=table.optional_text("web"),
        source=table.text("source"),
        confidence=confidence,
        listed_address=listed,
    )
    table.close()
    return authority


def _check_unique(law: str, where: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise RulebookError(law=law, where=where, key=one, problem="twice")
        seen.add(one)


def _check_references(law: str, limits: tuple[Limit, ...]) -> None:
    known = {limit.id for limit in limits}
    chained = {limit.id for limit in limits if limit.follows or limit.combine_min_with}
    for limit in limits:
        named = {"follows": limit.follows, "combine": limit.combine_min_with}
        if limit.extension is not None and limit.extension.notice_until != "base_due":
            named["ext_notice"] = limit.extension.notice_until
        for key, other in named.items():
            if other and other not in known - chained - {limit.id}:
                raise RulebookError(law=law, where=f"rules {limit.id}", key=f"{key} = {other}", problem="unknown_rule")
    _check_gaps(law, limits)
    for number, limit in enumerate(limits):
        for other_limit in limits[number + 1 :]:
            if limit.id == other_limit.id and _overlap(limit, other_limit):
                raise RulebookError(law=law, where="rules", key=limit.id, problem="twice")


def _check_gaps(law: str, limits: tuple[Limit, ...]) -> None:
    """Refuse versions of one rule between which days are left without any."""
    versions: dict[tuple[str, str], list[Limit]] = {}
    for limit in limits:
        versions.setdefault((limit.id, limit.place), []).append(limit)
    for (name, _place), found in versions.items():
        ordered = sorted(found, key=lambda one: one.effective_from or date.min)
        for earlier, later in pairwise(ordered):
            ends, begins = earlier.effective_to, later.effective_from
            if ends is not None and begins is not None and (begins - ends).days > 1:
                raise RulebookError(law=law, where=f"rules {name}", key="effective_from", problem="gap")


def _overlap(one: Limit, other: Limit) -> bool:
    first = max(one.effective_from or date.min, other.effective_from or date.min)
    last = min(one.effective_to or date.max, other.effective_to or date.max)
    return first <= last
