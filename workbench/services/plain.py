"""Cases, dates and rules as plain values and as rows of words, for the headless command.

JSON holds ids and ISO 8601: a local day as `2026-12-01`, an instant with the offset of its zone.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from workbench.domain.cases import LawPlace
from workbench.domain.clocks import Reckoning
from workbench.domain.periods import Period
from workbench.domain.rulebooks import Confidence, Limit, RefusalGround, Rulebook, Source
from workbench.services.lines import CaseLine, CasePage, DeadlineLine, LettersProved, MoveLine, RuleLine
from workbench.services.what_if import Answer
from workbench.services.wording import Words

Json = dict[str, Any]


def iso(when: date | datetime | None, zone: str = "") -> str | None:
    """Return a day or an instant as ISO 8601, an instant in its zone where one is named."""
    if isinstance(when, datetime):
        return (when.astimezone(ZoneInfo(zone)) if zone else when).isoformat()
    return None if when is None else when.isoformat()


def case_as_json(line: CaseLine) -> Json:
    """Return one case of a list."""
    return {
        "number": line.number,
        "kind": line.kind.value,
        "data_subject": line.subject_name,
        "rights": [right.value for right in line.rights],
        "laws": _laws(line.laws),
        "phase": line.phase.value,
        "received_at": iso(line.received_at, line.zone),
        "officer": line.officer_name,
        "due": iso(line.due, line.due_zone),
        "safe": iso(line.safe, line.due_zone),
        "due_kind": line.due_kind,
        "due_state": line.due_state,
        "late": line.late,
    }


def deadline_as_json(line: DeadlineLine) -> Json:
    """Return one clock of a case."""
    return {
        "law": line.law,
        "place": line.place,
        "limit": line.limit_id,
        "kind": line.kind,
        "rights": [right.value for right in line.rights],
        "state": line.state,
        "due": iso(line.due, line.zone),
        "safe": iso(line.safe, line.zone),
        "late": line.late,
        "answered_at": iso(line.answered_at, line.zone),
        "source": line.cite,
        "override": _override(line),
    }


def explained_as_json(line: DeadlineLine, words: Words) -> Json:
    """Return one clock with the steps that led to its date."""
    return {**deadline_as_json(line), "steps": _steps(line.reckoning, line.zone, words)}


def page_as_json(page: CasePage) -> Json:
    """Return everything that the command shows of one case."""
    case, request = page.case, page.case.request
    return {
        "number": case.number,
        "kind": case.kind.value,
        "about": page.about.number if page.about is not None else None,
        "about_this": [line.number for line in page.about_this],
        "phase": page.phase.value,
        "officer": page.officer_name,
        "data_subject": {"name": case.subject.name, "email": case.subject.email, "address": list(case.subject.address)},
        "requester": case.requester.name if case.requester is not None else None,
        "laws": _laws(case.laws),
        "request": {
            "received_at": iso(request.received_at, request.zone),
            "received_from": request.received_from,
            "channel": request.channel.value,
            "rights": [right.value for right in request.rights],
            "subject_line": request.subject_line,
            "text": request.text,
            "language": request.language,
        },
        "next_step": page.next_step.code,
        "deadlines": [deadline_as_json(line) for line in page.deadlines],
        "decisions": [
            {
                "right": decision.right.value,
                "outcome": decision.outcome.value,
                "grounds": list(decision.grounds),
                "reason": decision.reason,
                "decided_at": iso(decision.decided_at, request.zone),
            }
            for decision in case.decisions
        ],
        "letters": [
            {
                "number": letter.number,
                "kind": letter.kind.value,
                "language": letter.language,
                "state": letter.state.value,
                "sha256": letter.sha256,
                "sent_at": iso(letter.dispatch.sent_at, request.zone) if letter.dispatch is not None else None,
            }
            for letter in page.letters
        ],
        "evidence": [
            {"name": kept.name, "kind": kept.kind.value, "size": kept.size, "sha256": kept.sha256} for kept in page.evidence
        ],
    }


def letters_proved_as_json(proved: LettersProved) -> Json:
    """Return what came of making the issued letters again."""
    return {
        "made_again": proved.made_again,
        "other_press": proved.other_press,
        "without_snapshot": proved.without_snapshot,
    }


def laws_as_json(rulebooks: Mapping[str, Rulebook]) -> list[Json]:
    """Return the rulebooks that are shipped, with their rules and refusal grounds, sources and confidence."""
    return [
        {
            "id": book.id,
            "name": book.name,
            "law": book.law,
            "digest": book.digest,
            "places": list(book.places),
            "rules": [_rule(limit) for limit in book.limits],
            "grounds": [_ground(ground) for ground in book.grounds],
        }
        for book in rulebooks.values()
    ]


def rule_rows(rules: Iterable[RuleLine], words: Words) -> list[tuple[str, ...]]:
    """Return one row of words for each rule: law, rule, kind, period, rights, confidence, what to do about it, source."""
    return [
        (
            rule.law,
            rule.limit.id,
            words.word("limit_kind", rule.limit.kind) if words.has("limit_kind", rule.limit.kind) else rule.limit.kind,
            _period(rule.limit, words),
            words.word("cli", "every_right")
            if rule.limit.every_right
            else ", ".join(words.word("right", right.value) for right in rule.limit.rights),
            rule.limit.source.confidence.value,
            "" if rule.limit.source.confidence is Confidence.HIGH else words.word("cli", "confirm"),
            rule.limit.source.cite,
        )
        for rule in rules
    ]


def answer_as_json(found: Answer, words: Words) -> Json:
    """Return what a rule comes to under what is supposed, with its steps."""
    reckoning = found.reckoning
    return {
        "rule": found.limit.id,
        "state": reckoning.state.value,
        "due": iso(reckoning.due, found.zone),
        "safe": iso(reckoning.safe, found.zone),
        "extension_notice_due": iso(reckoning.extension_notice_due),
        "extension_void": reckoning.extension_void,
        "target": iso(reckoning.guide, found.zone),
        "zone": found.zone,
        "calendar": {"version": found.calendar_version, "origin": found.calendar_origin},
        "source": _source(found.limit.source),
        "confirm": found.limit.source.confidence is not Confidence.HIGH,
        "steps": _steps(reckoning, found.zone, words),
    }


def answer_lines(found: Answer, words: Words) -> list[str]:
    """Return the same as lines of words."""
    reckoning, zone = found.reckoning, found.zone
    state = words.word("clock_state", reckoning.state.value)
    due = words.date(reckoning.due, zone) if reckoning.due is not None else state
    head = f"{words.word('limit_kind', found.limit.kind)}, {found.limit.source.cite}: {due}"
    if reckoning.safe is not None and reckoning.safe != reckoning.due:
        head += f" ({words.word('cli', 'safe')} {words.date(reckoning.safe, zone)})"
    lines = [head]
    for step in reckoning.steps:
        cite = step.source.cite if step.source is not None and step.source.cite not in words.step(step, zone) else ""
        lines.append(f"  {words.step(step, zone)} {cite}".rstrip())
    if found.limit.source.confidence is not Confidence.HIGH:
        lines.append(f"  {words.word('cli', 'confirm')}: {words.word('confidence', found.limit.source.confidence.value)}")
    return lines


def moves_as_json(moves: Iterable[MoveLine]) -> list[Json]:
    """Return deadlines that would move, each before and after."""
    return [
        {
            "case": move.number,
            "law": move.law,
            "place": move.place,
            "limit": move.limit_id,
            "kind": move.kind,
            "before": iso(move.before, move.zone),
            "after": iso(move.after, move.zone),
            "state": move.after_state,
            "causes": list(move.causes),
            "days": [{"on": on, "name": name, "rests": rests == "1"} for on, name, rests in move.holidays],
        }
        for move in moves
    ]


def _override(line: DeadlineLine) -> Json | None:
    override = line.override
    if override is None:
        return None
    return {
        "due": iso(override.due, line.zone),
        "reckoned": iso(override.reckoned, line.zone),
        "reason": override.reason,
        "recorded_at": iso(override.recorded_at, line.zone),
    }


def _steps(reckoning: Reckoning, zone: str, words: Words) -> list[Json]:
    return [
        {
            "kind": step.kind.value,
            "at": iso(step.at, zone),
            "text": words.step(step, zone),
            "source": _source(step.source),
        }
        for step in reckoning.steps
    ]


def _laws(laws: Iterable[LawPlace]) -> list[Json]:
    return [{"law": one.law, "place": one.place} for one in laws]


def _source(source: Source | None) -> Json | None:
    return None if source is None else {"cite": source.cite, "confidence": source.confidence.value}


def _period(limit: Limit, words: Words) -> str:
    return words.period(limit.period) if limit.period is not None else words.word("cli", "no_number")


def _rule(limit: Limit) -> Json:
    return {
        "id": limit.id,
        "kind": limit.kind,
        "rights": ["*"] if limit.every_right else [right.value for right in limit.rights],
        "trigger": list(limit.trigger),
        "period": _period_as_json(limit.period),
        "first": None if limit.first is None else limit.first.value,
        "roll": limit.roll.value,
        "open_ended": limit.open_ended,
        "extension": None if limit.extension is None else _period_as_json(limit.extension.period),
        "effective_from": iso(limit.effective_from),
        "effective_to": iso(limit.effective_to),
        "source": limit.source.cite,
        "confidence": limit.source.confidence.value,
    }


def _period_as_json(period: Period | None) -> Json | None:
    return None if period is None else {"count": period.count, "unit": period.unit.value}


def _ground(ground: RefusalGround) -> Json:
    return {
        "id": ground.id,
        "rights": [right.value for right in ground.rights],
        "allowed": ground.allowed.value,
        "usable": ground.usable,
        "article": ground.article,
        "dpv": ground.dpv,
        "effective_from": iso(ground.effective_from),
        "source": ground.source.cite,
        "confidence": ground.source.confidence.value,
    }
