"""What a reviewer reads of a packet: the case, the decision with its dossier, the readiness list, what was said before, what happened."""

from collections.abc import Iterator
from datetime import date, datetime

from workbench.domain.letters import Paragraph
from workbench.domain.packets import Packet, PacketClock, PacketEvent
from workbench.services import laws
from workbench.services.dossier_parts import DossierParts
from workbench.services.wording import Words, words


def packet_paragraphs(packet: Packet, language: str) -> tuple[Paragraph, ...]:
    """Return the packet in the order of reading, with the internal reasoning: the reviewer is of the office."""
    return tuple(_paragraphs(packet, words(language)))


def _paragraphs(packet: Packet, spoken: Words) -> Iterator[Paragraph]:
    books = laws.load_rulebooks()
    rulebooks = [(one.law, books[one.law]) for one in packet.laws if one.law in books]
    parts = DossierParts(packet.decision, packet.dossier, rulebooks, {one.number: one.name for one in packet.files}, spoken)
    yield from parts.pairs("facts", _facts(packet, spoken))
    yield from _request(packet, spoken)
    yield from parts.sections()
    yield from parts.inside()
    yield from parts.readiness(packet.checks)
    said = (
        (
            one.officer,
            spoken.word("verdict", one.verdict.value),
            spoken.word("means", one.means) if spoken.has("means", one.means) else one.means,
            spoken.date(one.given_at, packet.zone),
            one.words,
        )
        for one in packet.verdicts
    )
    yield from parts.table("approvals", ("officer", "verdict", "means", "on", "words"), said)
    yield from parts.table("clocks", ("laws", "clock", "due"), (_clock(one, spoken) for one in packet.clocks))
    yield from parts.table("events", ("on", "what", "words"), (_event(one, spoken) for one in packet.events))


def _facts(packet: Packet, spoken: Words) -> Iterator[tuple[str, str]]:
    decision = packet.decision
    yield "person", ", ".join(one for one in (packet.subject.name, packet.subject.email) if one)
    yield "requester", packet.requester.name if packet.requester is not None else ""
    yield "received", spoken.date(packet.request.received_at, packet.request.zone)
    yield "laws", ", ".join(f"{spoken.word('law', one.law)} ({spoken.place(one.place)})" for one in packet.laws)
    yield "right", spoken.word("right", packet.right.value)
    yield "outcome", spoken.word("outcome", decision.outcome.value)
    yield "decided", f"{packet.decided_by}, {spoken.date(decision.decided_at, packet.zone)}"
    others = (one for one in packet.decisions if one.right is not packet.right)
    told = (f"{spoken.word('right', one.right.value)}: {spoken.word('outcome', one.outcome.value)}" for one in others)
    yield "others", "; ".join(told)
    yield "letter", packet.letter_number
    yield "content", packet.digest


def _request(packet: Packet, spoken: Words) -> Iterator[Paragraph]:
    texts = [line.strip() for line in (packet.request.subject_line, *packet.request.text.splitlines()) if line.strip()]
    if texts:
        yield Paragraph("heading", spoken.word("dossier_record", "request"))
        yield from (Paragraph("quote", line) for line in texts)


def _clock(clock: PacketClock, spoken: Words) -> tuple[str, ...]:
    kind = "deadline_kind" if spoken.has("deadline_kind", clock.kind) else "limit_kind"
    owed = spoken.word(kind, clock.kind) if spoken.has(kind, clock.kind) else clock.kind
    when = spoken.word("deadline_state", clock.state) if spoken.has("deadline_state", clock.state) else clock.state
    if clock.due:
        due = datetime.fromisoformat(clock.due) if "T" in clock.due else date.fromisoformat(clock.due)
        when = spoken.date(due, clock.zone)
    return f"{spoken.word('law', clock.law)} ({spoken.place(clock.place)})", owed, when


def _event(event: PacketEvent, spoken: Words) -> tuple[str, ...]:
    told = f"{spoken.word('action', event.kind.value)}, {event.officer}"
    return spoken.date(event.occurred_at, event.zone), told, event.text
