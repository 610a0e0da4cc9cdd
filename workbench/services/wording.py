"""Words: error codes, enums, dates and periods in the reader's language.

The words live in `resources/translations/words/<area>.<language>.toml`; tables of the same name are joined across
areas. A missing word is a fault of the program (KeyError), never a blank on the screen. Dates in letters, on screen and
in the headless command are worded here and nowhere else.
"""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from workbench.domain.clocks import Step
from workbench.domain.errors import Detail, WorkbenchError
from workbench.domain.periods import Period
from workbench.services.resources import RESOURCES

LANGUAGES = ("en", "id")
"""The languages the workbench speaks; the first is what an unknown language falls back to."""

Moment = date | datetime
"""A local day or an aware instant."""

Day = date

_TABLES_OF_DETAIL = {
    "command": ("act",),
    "phase": ("phase",),
    "right": ("right",),
    "law": ("law",),
    "field": ("field",),
    "problem": ("problem", "sign_problem", "packet_problem"),
    "damage": ("damage",),
    "missing": ("required",),
    "event": ("event",),
    "unit": ("unit",),
    "weekday": ("weekday",),
    "language": ("language",),
    "kind": ("letter",),
    "script": ("script",),
    "reason": ("reason", "problem", "occasion"),
    "places": ("insert",),
    "what": ("thing",),
    "fault": ("template_problem",),
    "mismatches": ("mismatch_name",),
    "why": ("correction",),
}


@cache
def words(language: str) -> "Words":
    """Return the words of a language, read once; an unknown language reads as English."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    tables: dict[str, dict[str, str]] = {}
    for path in sorted((RESOURCES / "translations" / "words").glob(f"*.{known}.toml")):
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            tables.setdefault(table, {}).update(entries)
    return Words(known, tables)


class Words:
    """The words of one language.

    Args:
        language: `en` or `id`.
        tables: table name to key to sentence; a sentence may name details in braces.
    """

    def __init__(self, language: str, tables: dict[str, dict[str, str]]) -> None:
        self.language = language
        self._tables = tables

    def has(self, table: str, key: str) -> bool:
        """Return whether a word exists."""
        return key in self._tables.get(table, {})

    def keys(self, table: str) -> tuple[str, ...]:
        """Return the keys of a table, in the order of the files."""
        return tuple(self._tables.get(table, {}))

    def word(self, table: str, key: str, **details: Detail) -> str:
        """Return one word or sentence with its details filled in; without details the sentence as it stands.

        Raises:
            KeyError: the table or the key is missing, or the sentence names a detail that the given ones lack.
        """
        return self._filled(table, key, details) if details else self._sentence(table, key)

    def error(self, exc: WorkbenchError) -> str:
        """Return what an error says to the officer: what is wrong, where, and what to do.

        Raises:
            KeyError: the code has no wording, or the wording names a detail that the error does not carry.
        """
        return self.refusal(exc.code, exc.details)

    def refusal(self, code: str, details: Mapping[str, Detail]) -> str:
        """Return what `error` says of a refusal that was kept as its code and its details.

        Raises:
            KeyError: as `error`.
        """
        return self._filled("error", code, details) if code != "invalid_input" else self._invalid(details)

    def detail(self, name: str, value: Detail) -> str:
        """Return one detail as readers see it: dates worded, word keys looked up, everything else as it is."""
        if isinstance(value, date):
            return self.date(value)
        text = str(value)
        if name == "place":
            return self.place(text)
        parts = text.split(",")
        for table in _TABLES_OF_DETAIL.get(name, ()):
            if all(self.has(table, part) for part in parts):
                return ", ".join(self._tables[table][part] for part in parts)
        return text

    def step(self, step: Step, zone: str = "") -> str:
        """Return one line of the answer to "why this date?".

        The sentence of a step may name `at`, `cite`, `period` (from `count` and `unit`) and every detail of the step. A
        detail `variant` picks the sentence `<kind>_<variant>`.

        Raises:
            KeyError: the step has no wording, or its wording names a detail that it does not carry.
        """
        shown: dict[str, str] = {"at": self.date(step.at, zone) if step.at is not None else "", "cite": ""}
        if step.source is not None:
            shown["cite"] = step.source.cite
        raw = dict(step.details)
        for name, value in raw.items():
            shown[name] = self.date(value, zone) if isinstance(value, date) else self.detail(name, value)
        count, unit = raw.get("count"), raw.get("unit")
        if isinstance(count, int) and isinstance(unit, str):
            shown["period"] = self._counted(count, unit)
        variant = raw.get("variant")
        key = f"{step.kind.value}_{variant}" if variant else step.kind.value
        return self._sentence("step", key).format(**shown)

    def date(self, when: Moment, zone: str = "") -> str:
        """Return a day ("26 November 2026") or an instant ("26 November 2026, 14:30 WIB") in words.

        Args:
            when: a local day, or an aware instant.
            zone: the IANA zone to show an instant in; without it the instant's own.
        """
        from babel.dates import format_date  # noqa: PLC0415  Babel is slow to import and the first paint needs no date

        if not isinstance(when, datetime):
            return str(format_date(when, "d MMMM y", locale=self.language))
        local = _local(when, zone)
        day = format_date(local.date(), "d MMMM y", locale=self.language)
        between, clock = (" pukul ", "%H.%M") if self.language == "id" else (", ", "%H:%M")
        return f"{day}{between}{local.strftime(clock)} {_zone_name(local)}"

    def short_date(self, when: Moment, zone: str = "") -> str:
        """Return a day without its year ("26 Nov"), an instant with its hour ("26 Nov 14:30"), for tight places."""
        from babel.dates import format_date  # noqa: PLC0415  as above

        if not isinstance(when, datetime):
            return str(format_date(when, "d MMM", locale=self.language))
        local = _local(when, zone)
        clock = "%H.%M" if self.language == "id" else "%H:%M"
        return f"{format_date(local.date(), 'd MMM', locale=self.language)} {local.strftime(clock)}"

    def weekday(self, on: Day) -> str:
        """Return a day with its weekday: "Thursday 26 November 2026", "Kamis, 26 November 2026"."""
        from babel.dates import format_date  # noqa: PLC0415  as above

        pattern = "EEEE, d MMMM y" if self.language == "id" else "EEEE d MMMM y"
        return str(format_date(on, pattern, locale=self.language))

    def period(self, period: Period) -> str:
        """Return a period in words: "1 month", "72 hours", "20 working days"."""
        return self._counted(period.count, period.unit.value)

    def place(self, place: str) -> str:
        """Return the name of a law's place; a subdivision without a name of its own names its country and its code."""
        if self.has("place", place):
            return self._tables["place"][place]
        country = place.split("-", maxsplit=1)[0]
        return f"{self._tables['place'][country]} ({place})" if self.has("place", country) else place

    def _sentence(self, table: str, key: str) -> str:
        if not self.has(table, key):
            missing = f"{table}.{key} ({self.language})"
            raise KeyError(missing)
        return self._tables[table][key]

    def _filled(self, table: str, key: str, details: Mapping[str, Detail]) -> str:
        return self._sentence(table, key).format(**{name: self.detail(name, value) for name, value in details.items()})

    def _counted(self, count: int, unit: str) -> str:
        return self.word("period", f"{unit}_{'one' if count == 1 else 'other'}", count=count)

    def _invalid(self, details: Mapping[str, Detail]) -> str:
        rest = {name: value for name, value in details.items() if name not in {"field", "problem"}}
        name = str(details["field"])
        field = self._sentence("setting" if self.has("setting", name) else "field", name)
        problem = self._filled("problem", str(details["problem"]), rest)
        return self._sentence("error", "invalid_input").format(field=field, problem=problem)


def _local(when: datetime, zone: str) -> datetime:
    if zone:
        return when.astimezone(ZoneInfo(zone))
    return when if when.tzinfo is not None else when.replace(tzinfo=UTC)


def _zone_name(local: datetime) -> str:
    name = local.tzname() or "UTC"
    return f"UTC{name}" if name[0] in "+-" else name
