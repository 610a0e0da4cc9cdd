"""Letter contents: what each kind of letter must contain under which law, why, and whether it was really printed.

The demands are in `resources/letters/contents.toml`, joined with what each rulebook demands itself. A demand counts as met only where
the letter as composed printed it with words in it. Parsing is strict: an unknown key or code is an error.
"""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import law_applies
from workbench.domain.cases import Case, EventKind, LawPlace
from workbench.domain.decisions import Decision, Outcome
from workbench.domain.letters import LetterKind
from workbench.domain.phases import ASKED_BY, TELLS, left_to_carry_out
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Rulebook
from workbench.domain.templates import CONTENT_CODES, LetterValues, Need, TemplateError
from workbench.services.letter_words import LETTERS
from workbench.services.lines import DeadlineLine, RequiredContent

REMEDIES = "remedies"
"""Stands in the data for each remedy of a law, the name of its authority and, where it is sure, the address."""

_PER = frozenset({"letter", "law", "right", "ground"})
_LAWS = frozenset({"", "all", "clocks", "paused", "extended"})
_SOURCES = frozenset({"rule", "limit", "pause", "right", "ground", "remedy"})
_KEYS = frozenset({"kinds", "code", "per", "rights", "outcomes", "laws", "schedule", "source", "why"})
_TELLING = "telling"
_EVERY = "*"
_FILE = "contents.toml"
_UNDONE: Mapping[Right, str] = {Right.ERASURE: "not_erased", Right.RESTRICTION: "not_restricted"}


@dataclass(frozen=True, slots=True)
class ContentDemand:
    """One thing that kinds of letter must contain; the fields are those of the data file."""

    kinds: frozenset[LetterKind]
    code: str
    per: str
    rights: frozenset[Right]
    outcomes: frozenset[Outcome]
    laws: str
    schedule: bool
    sources: tuple[str, ...]
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lettered:
    """What the demands are asked of: the case, the kind, its laws, the decisions told, the clocks spoken of, the values."""

    case: Case
    kind: LetterKind
    laws: tuple[tuple[LawPlace, Rulebook], ...]
    told: tuple[Decision, ...]
    clocks: tuple[DeadlineLine, ...]
    values: LetterValues


def required(letter: Lettered, printed: frozenset[Need]) -> tuple[RequiredContent, ...]:
    """Return what a letter must contain, in the order of a reader, and whether it was printed.

    Args:
        letter: the letter and what it is made of.
        printed: what was printed in it, as `templates.compose` found.
    """
    groups: dict[tuple[str, str], tuple[ContentDemand | None, list[Need]]] = {}
    ids = {law.law for law, _ in letter.laws}
    unaddressed = {values.key for values in letter.values.groups["laws"] if not values.words["authority_address"]}
    for demand, need in _needs(letter):
        law = need.key.rpartition("/")[2] if need.key.rpartition("/")[2] in ids else ""
        groups.setdefault((need.code, law), (demand, []))[1].append(need)
    unnamed = {law.law for law, rulebook in letter.laws if rulebook.court_unnamed}
    lines = [
        RequiredContent(
            code,
            all(need in printed for need in needs),
            _source(letter, code, law, demand.sources if demand is not None else ("rule",)),
            demand.why if demand is not None else (),
            _undone(letter)
            if code == "outcome"
            else _remark(code, law, unaddressed, unnamed, addressed=bool(letter.values.words["authority_address"])),
        )
        for (code, law), (demand, needs) in groups.items()
    ]
    asked = {code for code, _ in groups}
    unknown = [
        RequiredContent(rule.code, present=False, source=rule.source.cite)
        for _, rulebook in letter.laws
        for rule in rulebook.contents
        if rule.letter in _ruling(letter) and rule.duty and rule.code not in CONTENT_CODES | asked
    ]
    return (*lines, *unknown)


def _remark(code: str, law: str, unaddressed: Container[str], unnamed: Container[str], *, addressed: bool) -> str:
    """Return what the officer should know of a content that is there, as a key of `content_remark`; empty for nothing."""
    if code == "authority" and (law in unaddressed if law else not addressed):
        return "address_unchecked"
    return "court_unnamed" if code == "court" and law in unnamed else ""


def _undone(letter: Lettered) -> str:
    """Return the remark on a letter that says that data were erased or restricted while nobody recorded it; empty for none."""
    left = left_to_carry_out(letter.case)
    return next((_UNDONE[one.right] for one in letter.told if one.right in left), "")


def demands_of(kind: LetterKind) -> tuple[ContentDemand, ...]:
    """Return what a kind of letter must contain, under whatever law."""
    return tuple(demand for demand in content_demands() if kind in demand.kinds)


@cache
def content_demands() -> tuple[ContentDemand, ...]:
    """Return every demand of the data, read once.

    Raises:
        TemplateError: the data has an unknown key, kind, code or choice.
    """
    data = tomllib.loads((LETTERS / _FILE).read_text(encoding="utf-8"))
    return tuple(_demand(number, table) for number, table in enumerate(data["content"], start=1))


def _demand(number: int, table: Mapping[str, object]) -> ContentDemand:
    def wrong(*, problem: str) -> TemplateError:
        return TemplateError(template=_FILE, line=0, where=f"content {number}", problem=problem)

    def names(key: str) -> tuple[str, ...]:
        listed = table.get(key, [])
        if not isinstance(listed, list):
            raise wrong(problem=f"not_a_list_of_texts:{key}")
        return tuple(str(one) for one in listed)

    for key in set(table) - _KEYS:
        raise wrong(problem=f"unknown_key:{key}")
    code, per, laws = str(table.get("code")), str(table.get("per")), str(table.get("laws", ""))
    if code not in CONTENT_CODES | {REMEDIES}:
        raise wrong(problem=f"unknown_content:{code}")
    if per not in _PER or laws not in _LAWS or not set(names("source")) <= _SOURCES:
        raise wrong(problem="not_a_choice")
    kinds: set[LetterKind] = set()
    for name in names("kinds"):
        kinds |= set(LetterKind) if name == _EVERY else set(TELLS) if name == _TELLING else {LetterKind(name)}
    why = table.get("why")
    return ContentDemand(
        kinds=frozenset(kinds),
        code=code,
        per=per,
        rights=frozenset(Right(name) for name in names("rights")),
        outcomes=frozenset(Outcome(name) for name in names("outcomes")),
        laws=laws,
        schedule=bool(table.get("schedule", False)),
        sources=names("source"),
        why=tuple((str(language), str(words)) for language, words in why.items()) if isinstance(why, dict) else (),
    )


def _needs(letter: Lettered) -> Iterator[tuple[ContentDemand | None, Need]]:
    for demand in demands_of(letter.kind):
        for need in _needs_of(letter, demand):
            yield demand, need
    yield from ((None, need) for need in _ruled(letter))


def _needs_of(letter: Lettered, demand: ContentDemand) -> Iterator[Need]:
    if demand.code == REMEDIES:
        for values, (_, rulebook) in zip(letter.values.groups["laws"], letter.laws, strict=True):
            yield from (Need(remedy.kind, values.key) for remedy in rulebook.remedies)
            yield from (Need(code, values.key) for code in ("authority", "authority_address") if values.words[code])
        return
    decisions = [one for one in letter.told if _concerned(demand, one)]
    if demand.per == "letter":
        if decisions or not (demand.rights or demand.outcomes):
            yield Need(demand.code)
    elif demand.per == "law":
        if demand.laws == "paused" and not _laws(letter, "paused"):
            yield Need(demand.code)
        yield from (Need(demand.code, law) for law in _laws(letter, demand.laws))
    elif demand.code == "outcome" and not letter.told:
        yield Need(demand.code)
    elif demand.per == "right":
        yield from (Need(demand.code, one.right.value) for one in decisions)
    else:
        yield from (Need(demand.code, f"{one.right.value}/{law}") for one in decisions for law in _standing(letter, one.right))


def _concerned(demand: ContentDemand, decision: Decision) -> bool:
    return (
        (not demand.rights or decision.right in demand.rights)
        and (not demand.outcomes or decision.outcome in demand.outcomes)
        and (not demand.schedule or bool(decision.schedule))
    )


def _laws(letter: Lettered, which: str) -> tuple[str, ...]:
    every = tuple(law.law for law, _ in letter.laws)
    if which == "clocks":
        return tuple(dict.fromkeys(line.law for line in letter.clocks))
    if which == "paused":
        back = (line.law for line in letter.clocks if any(span.closed_on is not None for span in line.reckoning.pauses))
        return tuple(dict.fromkeys(back))
    if which == "extended":
        told = tuple(event.detail("law") for event in letter.case.events if event.kind is EventKind.EXTENSION_NOTIFIED)
        could = tuple(line.law for line in letter.clocks if line.reckoning.extended_due is not None)
        return tuple(dict.fromkeys(told or could)) or every
    return every


def _standing(letter: Lettered, right: Right) -> tuple[str, ...]:
    """Return the laws of the case that know the right, else all of them."""
    request = letter.case.request
    on = request.received_at.astimezone(ZoneInfo(request.zone)).date()
    knowing = tuple(law.law for law, rulebook in letter.laws if law_applies(rulebook, right, on=on))
    return knowing or tuple(law.law for law, _ in letter.laws)


def _ruling(letter: Lettered) -> frozenset[str]:
    """Return the kinds of letter whose rules in the rulebooks hold for this one: whatever refuses is a refusal too."""
    refusing = any(one.outcome is Outcome.REFUSED for one in letter.told)
    return frozenset({letter.kind.value, LetterKind.REFUSAL.value} if refusing else {letter.kind.value})


def _ruled(letter: Lettered) -> Iterator[Need]:
    """Return what a rulebook demands for a whole law; what it demands of a decision is asked there."""
    of_decisions = {"reason", "ground", "outcome", "schedule", "extension_reasons"}
    extended = _laws(letter, "extended") if letter.kind is LetterKind.EXTENSION else None
    for law, rulebook in letter.laws:
        if extended is not None and law.law not in extended:
            continue
        for rule in rulebook.contents:
            if rule.letter in _ruling(letter) and rule.duty and rule.code in CONTENT_CODES - of_decisions:
                yield Need(rule.code, law.law)


# Sources


def _source(letter: Lettered, code: str, law: str, sources: tuple[str, ...]) -> str:
    """Return the citation of a required content: under each law the first that its sources give."""
    found: list[str] = []
    for place, rulebook in letter.laws:
        if law and place.law != law:
            continue
        cites = (cite for source in sources for cite in _cites(letter, rulebook, code, source))
        found += [first for first in (next(cites, ""),) if first]
    return "; ".join(dict.fromkeys(found))


def _cites(letter: Lettered, rulebook: Rulebook, code: str, source: str) -> Iterable[str]:
    match source:
        case "rule":
            kinds = [letter.kind.value, *([LetterKind.REFUSAL.value] if letter.kind in TELLS else [])]
            return (
                rule.source.cite for kind in kinds for rule in rulebook.contents if (rule.letter, rule.code) == (kind, code)
            )
        case "limit":
            return (line.cite for line in letter.clocks if line.law == rulebook.id)
        case "pause":
            asked = ASKED_BY.get(letter.kind)
            opening = {asked.value} if asked is not None else {event.value for event in ASKED_BY.values()}
            return (rule.source.cite for rule in rulebook.pauses if rule.opens in opening)
        case "right":
            rights = {one.right for one in letter.told} or set(letter.case.request.rights)
            return (article for right, article in rulebook.right_articles if right in rights)
        case "ground":
            grounds = (rulebook.ground(one) for decision in letter.told for one in decision.grounds)
            return (ground.article for ground in grounds if ground is not None)
        case _:
            kind = "complaint" if code in {"authority", "authority_address"} else code
            return (remedy.source.cite for remedy in rulebook.remedies if remedy.kind == kind and not remedy.general)
