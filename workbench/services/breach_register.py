"""The register of breaches: each with facts, effects and remedial action, when which authority was told, and who was not and why.

As a table for a spreadsheet and as a formal record on paper. Instants are read in the zone of their case.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from workbench.domain.breaches import NoticeStage
from workbench.domain.letters import ComposedLetter, PageForm, Paragraph
from workbench.services import seal
from workbench.services.breaches import BreachLine, NoticeLine, list_breaches
from workbench.services.office import Desk
from workbench.services.wording import Words, words

COLUMNS: tuple[str, ...] = (
    "number",
    "name",
    "state",
    "officer",
    "occurred",
    "suspected",
    "aware",
    "facts",
    "nature",
    "data",
    "people",
    "subjects",
    "records",
    "counted",
    "processor",
    "effects",
    "measures",
    "protected",
    "risk",
    "reasons",
    "laws",
    "authorities",
    "hours",
    "people_told",
    "untold",
)
"""What the register says of a breach, as word keys of the table `breach_register`, in order."""

_TO_AUTHORITY = frozenset(stage.value for stage in NoticeStage)
_TO_PEOPLE = frozenset({"subjects"})
_UNTOLD = frozenset({"untold_authority", "untold_subjects"})
_NOTICES_OF = MappingProxyType({"authorities": _TO_AUTHORITY, "people_told": _TO_PEOPLE, "untold": _UNTOLD})
_IN_HEADING = frozenset({"number", "name"})
_BETWEEN = "; "


def register_csv(desk: Desk, *, language: str = "en") -> bytes:
    """Return the register of breaches as CSV in which no cell is a formula, the newest breach first."""
    from workbench.formats.sheets import write_csv  # noqa: PLC0415  lists need no sheets

    spoken = words(language)
    heads = [_word(spoken, name) for name in COLUMNS]
    return write_csv(heads, (tuple(_Entry(line, spoken).cells()) for line in list_breaches(desk)))


def register_pdf(desk: Desk, *, language: str = "en") -> bytes:
    """Return the register of breaches as an archival PDF.

    Raises:
        GlyphMissingError: somebody's words hold a character that cannot be printed.
    """
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return render(register_record(desk, language=language)).data


def register_record(desk: Desk, *, language: str = "en") -> ComposedLetter:
    """Return the register as it goes on paper, before it is drawn."""
    spoken = words(language)
    office = desk.settings
    lines = list_breaches(desk)
    title, day = _word(spoken, "title"), spoken.date(desk.today())
    amount = {0: "intro_none", 1: "intro_one"}.get(len(lines), "intro_other")
    intro = spoken.word("breach_register", amount, count=len(lines), office=office.office_name)
    head = office.letterhead or (office.office_name,)
    return ComposedLetter(
        language=spoken.language,
        letterhead=head[:1],
        office_lines=head[1:] or office.office_address,
        return_line="",
        addressee=(_word(spoken, "file"),),
        place_and_date=", ".join(one for one in (office.office_city, day) if one),
        reference_lines=((_word(spoken, "as_of"), spoken.date(desk.now, office.home_zone)),),
        subject=title,
        salutation="",
        paragraphs=(Paragraph("body", intro), *_parts(lines, spoken)),
        closing="",
        signatory=(),
        footer=(" · ".join(part for part in (office.office_name, *office.office_address) if part),),
        title=f"{title} {day}",
        author=office.office_name,
        running=title,
        page_label=spoken.word("record", "page"),
        dated=desk.today(),
        form=PageForm(office.page_form),
        continuation=f"{title} · {day}",
        anchor=seal.anchor(desk),
    )


def notice_words(notice: NoticeLine, spoken: Words) -> str:
    """Return a notice in one line: who was told under which law, when, how many hours after awareness, and what goes with it."""
    law = spoken.word("law", notice.law) if notice.law else _word(spoken, "every_law")
    told = spoken.word("breach_notice", notice.what)
    late = ""
    if notice.late:
        late = _word(spoken, "late_why", reason=notice.text) if notice.text else _word(spoken, "late")
    reason = notice.text if notice.what not in _TO_AUTHORITY else ""
    parts = (
        f"{told} ({law})",
        notice.authority,
        spoken.date(notice.at, notice.zone),
        _word(spoken, "hours_after", hours=notice.hours) if not notice.what.startswith("untold") else "",
        _word(spoken, "reference", reference=notice.reference) if notice.reference else "",
        _word(spoken, "by_letter", letter=notice.letter) if notice.letter else "",
        _word(spoken, "people_count", count=notice.count) if notice.count is not None else "",
        late,
        reason,
    )
    return ", ".join(part for part in parts if part)


class _Entry:
    """One breach in words."""

    def __init__(self, line: BreachLine, spoken: Words) -> None:
        self._line, self._spoken = line, spoken

    def cells(self) -> Iterator[str | int]:
        """Yield the cells of a table, in the order of `COLUMNS`: instants in ISO form, counts as numbers, empty while not known."""
        line, breach, texts = self._line, self._line.breach, self.texts()
        instants = {"occurred": line.occurred_at, "suspected": line.suspected_at, "aware": line.aware_at}
        counts = {"subjects": breach.subjects, "records": breach.records, "hours": line.hours}
        for name in COLUMNS:
            if name in instants:
                at = instants[name]
                yield at.astimezone(ZoneInfo(line.zone)).isoformat(timespec="minutes") if at is not None else ""
            elif name in counts:
                count = counts[name]
                yield count if count is not None else ""
            else:
                yield texts[name]

    def texts(self) -> Mapping[str, str]:
        """Return what the register says under each of its columns."""
        line, breach, spoken = self._line, self._line.breach, self._spoken
        risk = breach.assessment
        data = [spoken.word("category", one) for one in breach.categories]
        counted = breach.subjects is not None or breach.records is not None
        return {
            "number": line.number,
            "name": breach.title,
            "state": spoken.word("phase", line.phase.value),
            "officer": line.officer_name,
            "occurred": self._instant(line.occurred_at),
            "suspected": self._instant(line.suspected_at),
            "aware": self._instant(line.aware_at),
            "facts": breach.what,
            "nature": _BETWEEN.join(spoken.word("breach_nature", one.value) for one in breach.nature),
            "data": _BETWEEN.join([*data, *([breach.other_data] if breach.other_data else [])]),
            "people": breach.people,
            "subjects": self._count(breach.subjects),
            "records": self._count(breach.records),
            "counted": _word(spoken, "estimate" if breach.approximate else "exact") if counted else "",
            "processor": breach.by_processor,
            "effects": breach.consequences,
            "measures": breach.measures,
            "protected": breach.protected,
            "risk": spoken.word("breach_risk", risk.risk.value) if risk is not None else _word(spoken, "not_assessed"),
            "reasons": risk.reasons if risk is not None else "",
            "laws": _BETWEEN.join(f"{spoken.word('law', one.law)} ({spoken.place(one.place)})" for one in line.laws),
            "authorities": self._notices(_TO_AUTHORITY) or _word(spoken, "nobody"),
            "hours": str(line.hours) if line.hours is not None else "",
            "people_told": self._notices(_TO_PEOPLE) or _word(spoken, "nobody"),
            "untold": self._notices(_UNTOLD),
        }

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield the rows of the record: what and how, without what has no value; each notice in a row of its own."""
        texts = self.texts()
        for name in COLUMNS:
            if name not in _IN_HEADING:
                told = self._told(_NOTICES_OF[name]) if name in _NOTICES_OF else ()
                for place, text in enumerate(told or (texts[name],)):
                    if text.strip():
                        yield ("" if place else _word(self._spoken, name)), text

    def _count(self, count: int | None) -> str:
        return str(count) if count is not None else _word(self._spoken, "not_known")

    def _instant(self, at: datetime | None) -> str:
        return self._spoken.date(at, self._line.zone) if at is not None else ""

    def _notices(self, wanted: frozenset[str]) -> str:
        return _BETWEEN.join(self._told(wanted))

    def _told(self, wanted: frozenset[str]) -> tuple[str, ...]:
        return tuple(notice_words(one, self._spoken) for one in self._line.notices if one.what in wanted)


def _parts(lines: Sequence[BreachLine], spoken: Words) -> Iterator[Paragraph]:
    heads = (_word(spoken, "what"), _word(spoken, "how"))
    for line in lines:
        entry = _Entry(line, spoken)
        yield Paragraph("heading", f"{line.number} · {line.breach.title}")
        yield Paragraph("table", rows=(heads, *entry.rows()))


def _word(spoken: Words, key: str, **details: str | int) -> str:
    return spoken.word("breach_register", key, **details)
