"""The sheets of a case bundle in words: its cover, its index, what happened when, what was decided, how each date was reckoned.

A redacted bundle has what names nobody: no words of officers or of the person, no names of people or files, no dossier. What an
officer noted for the office alone stands in neither.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workbench.domain.bundles import Block, BundleItem, BundleOrder, NotShown, Variant
from workbench.domain.cases import Case, CaseEvent, CaseKind
from workbench.domain.decisions import Decision
from workbench.domain.dossier import Dossier
from workbench.domain.rulebooks import pick
from workbench.services.bundle_working_file import working_file_blocks
from workbench.services.dossier_parts import DossierParts
from workbench.services.event_words import table_of
from workbench.services.explanations import why_record
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import dossiers as dossier_store

_DETAILS = ("right", "rights", "law", "laws", "outcome", "risk", "who")
_DAYS = ("until_on", "due", "before", "after")


@dataclass(frozen=True, slots=True)
class Section:
    """Some sheets with their title, which stands in the outline and in the index."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of an item in the PDF: where it begins (from 1), how many pages, and why it is not shown where it is not."""

    item: BundleItem
    page: int
    pages: int
    why: NotShown | None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says besides the digest of the manifest."""

    office: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def cover_of(desk: Desk, case: Case, order: BundleOrder, items: Sequence[BundleItem]) -> Cover:
    """Return what the cover says."""
    spoken, office = words(order.language), desk.settings
    held = [item for item in items if order.holds(item)]
    letters = sum(item.is_letter for item in held)
    facts = [
        ("case", case.number),
        ("kind", "" if case.kind is CaseKind.REQUEST else spoken.word("case_kind", case.kind.value)),
        ("person", case.subject.name if order.variant is Variant.UNREDACTED else ""),
        ("laws", "; ".join(f"{spoken.word('law', one.law)}, {spoken.place(one.place)}" for one in case.laws)),
        ("rights", ", ".join(spoken.word("right", right.value) for right in case.request.rights)),
        ("received", spoken.date(case.request.received_at, case.request.zone)),
        ("made", f"{spoken.date(desk.now, office.home_zone)}, {desk.officer.name}"),
        ("letters", str(letters)),
        ("annexes", str(len(held) - letters)),
        ("left_out", str(len(items) - len(held)) if len(items) != len(held) else ""),
    ]
    head = office.letterhead or (office.office_name, *office.office_address)
    told = tuple((spoken.word("bundle", f"cover_{name}"), value) for name, value in facts if value)
    return Cover(head, told)


def cover_blocks(cover: Cover, order: BundleOrder, manifest_sha256: str) -> tuple[Block, ...]:
    """Return the blocks of the cover."""
    spoken = words(order.language)
    variant = spoken.word("bundle_variant", order.variant.value)
    return (
        *(Block("office" if at == 0 else "small", line) for at, line in enumerate(cover.office)),
        Block("cover", spoken.word("bundle", "title")),
        Block("variant", variant),
        Block("body", spoken.word("bundle", f"about_{order.variant.value}")),
        Block("table", rows=(("", ""), *cover.facts), widths=(30, 70)),
        Block("heading", spoken.word("bundle", "check")),
        Block("body", spoken.word("bundle", "check_how")),
        Block("body", spoken.word("bundle", "manifest", digest=manifest_sha256)),
    )


def index_blocks(order: BundleOrder, sections: Sequence[tuple[str, int]], shown: Sequence[Shown]) -> tuple[Block, ...]:
    """Return the blocks of the index.

    Args:
        order: the order.
        sections: titles with the page where each begins.
        shown: the letters and the annexes in order.
    """
    spoken = words(order.language)
    heads = tuple(spoken.word("bundle", name) for name in ("number", "document", "page"))
    told = [("", title, str(page)) for title, page in sections]
    parts = [Block("title", spoken.word("bundle", "index")), _list(heads, told, [page for _title, page in sections])]
    for name, wanted in (("letters", True), ("annexes", False)):
        listed = [one for one in shown if one.item.is_letter is wanted]
        if listed:
            rows = [_index_row(one, order, spoken) for one in listed]
            parts += [Block("heading", spoken.word("bundle", name)), _list(heads, rows, [one.page for one in listed])]
    return tuple(parts)


def notice_blocks(item: BundleItem, why: NotShown, order: BundleOrder) -> tuple[Block, ...]:
    """Return the sheet that stands where the pages of a file would."""
    spoken = words(order.language)
    return (
        Block("title", spoken.word("bundle", "annex", number=item.number)),
        *(Block("body", line) for line in _item_lines(item, order, spoken)),
        Block("body", spoken.word("bundle_not_shown", why.value)),
        Block("body", spoken.word("bundle", "in_archive")),
    )


def sections_of(desk: Desk, case: Case, order: BundleOrder, items: Sequence[BundleItem]) -> tuple[Section, ...]:
    """Return what the bundle tells before the letters: the chronology, the decisions, the reckoning of every date."""
    spoken = words(order.language)
    made = [Section(spoken.word("bundle", "chronology"), tuple(_chronology(desk, case, order, spoken)))]
    if case.decisions:
        made.append(Section(spoken.word("bundle", "decisions"), tuple(_decisions(desk, case, order, items))))
    if case.kind is not CaseKind.REQUEST and order.variant is Variant.UNREDACTED:
        title = spoken.word("bundle", "working_file")
        made.append(Section(title, (Block("title", title), *working_file_blocks(desk, case, items, spoken))))
    record = why_record(desk, case, order.language)
    reckoned = [_record_block(one.style, one.text, one.rows) for one in record.paragraphs]
    title = spoken.word("bundle", "reckoning")
    return (*made, Section(title, (Block("title", title), *reckoned)))


def _record_block(style: str, text: str, rows: tuple[tuple[str, ...], ...]) -> Block:
    if style == "table":
        longest = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        return Block("table", rows=rows, widths=tuple(float(min(max(one, 8), 46)) for one in longest))
    return Block(style if style in {"heading", "lead", "list", "quote"} else "body", text)


def _list(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], pages: Sequence[int]) -> Block:
    return Block("table", rows=(heads, *rows), widths=(16, 74, 10), right=frozenset({2}), leads=tuple(pages))


def _index_row(one: Shown, order: BundleOrder, spoken: Words) -> tuple[str, str, str]:
    if one.withheld:
        number = one.item.number if one.item.is_letter else spoken.word("bundle", "annex", number=one.item.number)
        return number, spoken.word("bundle", "withheld", kind=_kind(one.item, spoken)), ""
    lines = list(_item_lines(one.item, order, spoken))
    if one.why is not None:
        lines.append(spoken.word("bundle_not_shown", one.why.value))
    number = one.item.number if one.item.is_letter else spoken.word("bundle", "annex", number=one.item.number)
    return number, "\n".join(lines), str(one.page)


def _item_lines(item: BundleItem, order: BundleOrder, spoken: Words) -> Iterator[str]:
    on = spoken.date(item.at.date())
    if item.is_letter:
        yield f"{_kind(item, spoken)}, {on}"
    elif order.variant is Variant.UNREDACTED:
        yield f"{item.name} ({_kind(item, spoken)}, {on})"
    else:
        yield f"{_kind(item, spoken)}, {on}"
    if item.size:
        yield spoken.word("bundle", "bytes", count=item.size)
    yield f"SHA-256 {item.sha256}"


def _kind(item: BundleItem, spoken: Words) -> str:
    return spoken.word("letter" if item.is_letter else "evidence_kind", item.kind)


def _chronology(desk: Desk, case: Case, order: BundleOrder, spoken: Words) -> Iterator[Block]:
    yield Block("title", spoken.word("bundle", "chronology"))
    yield Block("body", spoken.word("bundle", "chronology_about"))
    heads = tuple(spoken.word("bundle", name) for name in ("when", "what", "details"))
    rows = [
        (
            spoken.date(event.occurred_at, event.zone),
            f"{spoken.word('event', event.kind.value)}\n{desk.officer_name(event.officer_id)}",
            "\n".join(_told(event, order, spoken)),
        )
        for event in sorted(case.events, key=lambda event: (event.occurred_at, event.seq))
    ]
    yield Block("table", rows=(heads, *rows), widths=(31, 27, 42))


def _told(event: CaseEvent, order: BundleOrder, spoken: Words) -> Iterator[str]:
    details = dict(event.details)
    parts = [details.get("letter", ""), details.get("matter", "")]
    for name in _DETAILS:
        table = table_of(event.kind.value, name)
        for value in details.get(name, "").split(","):
            key = value.partition("/")[0]
            parts.append(spoken.word(table, key) if spoken.has(table, key) else "")
    parts += [_moment(details.get(name, ""), spoken) for name in _DAYS]
    told = ", ".join(dict.fromkeys(part for part in parts if part))
    if told:
        yield told
    if event.text.strip() and order.variant is Variant.UNREDACTED:
        yield event.text.strip()


def _moment(text: str, spoken: Words) -> str:
    try:
        return spoken.date(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)) if text else ""
    except ValueError:
        return ""  # the state of a clock, which the reckoning tells


def _decisions(desk: Desk, case: Case, order: BundleOrder, items: Sequence[BundleItem]) -> Iterator[Block]:
    spoken = words(order.language)
    books = tuple((one.law, desk.rulebook_of(case, one.law)) for one in case.laws)
    annexes = {
        item.id: f"{spoken.word('bundle', 'annex', number=item.number)}, {item.name}" for item in items if not item.is_letter
    }
    dossiers = _dossiers(desk, case)
    yield Block("title", spoken.word("bundle", "decisions"))
    for decision in case.decisions:
        right, outcome = spoken.word("right", decision.right.value), spoken.word("outcome", decision.outcome.value)
        yield Block("heading", f"{right}: {outcome}")
        told = spoken.date(decision.decided_at, desk.settings.home_zone)
        yield Block("body", f"{told}, {desk.officer_name(decision.officer_id)}")
        if order.variant is Variant.REDACTED:
            yield from (Block("list", _ground(desk, ground, order.language)) for ground in decision.grounds)
            continue
        dossier = dossiers.get(decision.id, Dossier(case.number, decision.right))
        for part in DossierParts(decision, dossier, books, annexes, spoken).sections():
            yield _record_block(part.style, part.text, part.rows)


def _dossiers(desk: Desk, case: Case) -> dict[int, Dossier]:
    """Return the dossiers of a case by the decision that each carries; one at work carries the decision that stands."""
    found: dict[int, Dossier] = {}
    for stored in dossier_store.list_for_case(desk.session, case.id):
        standing: Decision | None = case.decision(stored.right)
        key = stored.decision_id if stored.decision_id is not None else standing.id if standing is not None else 0
        found[key] = stored.dossier
    return found


def _ground(desk: Desk, ground: str, language: str) -> str:
    law = ground.partition(".")[0]
    known = desk.rulebook(law).ground(ground) if law in desk.rulebooks else None
    return f"{pick(known.titles, language)} ({known.article})" if known is not None else ground
