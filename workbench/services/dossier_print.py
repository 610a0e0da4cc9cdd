"""The printed dossier: the formal record of a decision on one right, for the file or for an authority.

The copy for the file holds the internal reasoning and says so on every page; the one for an authority leaves it out. Words that officers
wrote stand as they were typed, and what a law says in one language alone is printed in that language.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from workbench.domain.approvals import ApprovalRecord
from workbench.domain.cases import Case
from workbench.domain.decisions import Decision
from workbench.domain.dossier import Dossier, EvidenceRef, EvidenceRefKind, KeptItem
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Evidence
from workbench.domain.factors import Factor
from workbench.domain.letters import ComposedLetter, Paragraph
from workbench.domain.readiness import Check, needs_approval
from workbench.domain.rights import Right
from workbench.domain.rulebooks import RefusalGround, pick
from workbench.services import approvals, case_file, deadlines, dossiers, explanations, ready, refusal_data, seal
from workbench.services.answer_clocks import ANSWERING
from workbench.services.dossiers import Round
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import evidence as evidence_store

_LAW_LANGUAGE = "en"
_DIGITS = 12
_HOUR = 60


def dossier_pdf(desk: Desk, case_id: int, right: Right, language: str, *, internal: bool) -> bytes:
    """Return the record of the decision on a right, as an archival PDF.

    Args:
        desk: the desk.
        case_id: the case.
        right: the right that was decided on.
        language: `en` or `id`.
        internal: with the internal reasoning, for the file; else without it, for an authority.

    Raises:
        NotFoundError: there is no such case, or nothing is decided on the right.
        GlyphMissingError: somebody's words hold a character that cannot be printed.
    """
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return render(dossier_record(desk, case_id, right, language, internal=internal)).data


def dossier_record(desk: Desk, case_id: int, right: Right, language: str, *, internal: bool) -> ComposedLetter:
    """Return that record as it goes on paper, before it is drawn.

    Raises:
        NotFoundError: there is no such case, or nothing is decided on the right.
    """
    case = case_file.load(desk, case_id)
    decision = case.decision(right)
    if decision is None:
        raise NotFoundError(what="decision", name=right.value)
    spoken = words(language)
    office = desk.settings
    head = office.letterhead or (office.office_name,)
    title = _word(spoken, "title", right=spoken.word("right", right.value))
    kind = _word(spoken, "internal_copy" if internal else "outer_copy")
    return ComposedLetter(
        language=spoken.language,
        letterhead=head[:1],
        office_lines=head[1:] or office.office_address,
        return_line="",
        addressee=(kind,),
        place_and_date=", ".join(one for one in (office.office_city, spoken.date(desk.today())) if one),
        reference_lines=((_word(spoken, "case"), case.number),),
        subject=title,
        salutation="",
        paragraphs=tuple(_Record(desk, case, decision, spoken, internal=internal).parts()),
        closing="",
        signatory=(),
        footer=(kind,),
        title=f"{title} {case.number}",
        author=office.office_name,
        running=f"{case.number} · {kind}",
        page_label=_word(spoken, "page"),
        dated=desk.today(),
        continuation=f"{case.number} · {kind}",
        anchor=seal.anchor(desk),
    )


class _Record:
    """The parts of one record; each method yields the paragraphs of one section, none where it has nothing to say."""

    def __init__(self, desk: Desk, case: Case, decision: Decision, spoken: Words, *, internal: bool) -> None:
        self._desk, self._case, self._decision = desk, case, decision
        self._spoken, self._internal = spoken, internal
        self._right = decision.right
        self._dossier: Dossier = dossiers.at_work(desk, case, decision.right)
        self._files = evidence_store.list_for_case(desk.session, case.id)
        self._zone = desk.settings.home_zone

    def parts(self) -> Iterator[Paragraph]:
        """Yield every part in the order of reading."""
        yield Paragraph("body", self._word("intro" if self._internal else "intro_outer"))
        yield from self._facts()
        yield from self._grounds()
        yield from self._texts("reason", self._decision.reason, style="quote")
        yield from self._schedule()
        yield from self._factors()
        yield from self._earlier()
        yield from self._effort()
        yield from self._tried()
        yield from self._texts("balancing", self._dossier.balancing)
        yield from self._withheld()
        yield from self._proportion()
        yield from self._scope()
        yield from self._kept()
        yield from self._details()
        yield from self._inside()
        yield from self._readiness()
        yield from self._approvals()
        yield from self._rounds()
        yield from self._evidence()
        yield from self._reckoning()

    def _word(self, key: str, **details: str | int) -> str:
        return _word(self._spoken, key, **details)

    def _texts(self, heading: str, text: str, *, style: str = "body") -> Iterator[Paragraph]:
        if text.strip():
            yield Paragraph("heading", self._word(heading))
            yield from (Paragraph(style, line.strip()) for line in text.splitlines() if line.strip())

    def _table(self, heading: str, heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[Paragraph]:
        found = tuple(rows)
        if found:
            yield Paragraph("heading", self._word(heading))
            yield Paragraph("table", rows=(tuple(self._word(name) for name in heads), *found))

    def _pairs(self, heading: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
        yield from self._table(heading, ("what", "how"), ((self._word(key), text) for key, text in pairs if text.strip()))

    def _facts(self) -> Iterator[Paragraph]:
        case, decision, spoken = self._case, self._decision, self._spoken
        letter = approvals.letter_for(case, self._right)
        content = approvals.content_of(self._desk, case.id, self._right).digest if needs_approval(decision) else ""
        yield from self._pairs(
            "facts",
            (
                ("person", case.subject.name),
                ("received", spoken.date(case.request.received_at, case.request.zone)),
                ("laws", ", ".join(f"{spoken.word('law', one.law)} ({spoken.place(one.place)})" for one in case.laws)),
                ("right", spoken.word("right", self._right.value)),
                ("outcome", spoken.word("outcome", decision.outcome.value)),
                ("decided", self._who(decision.officer_id, decision.decided_at)),
                ("letter", letter.number if letter is not None else ""),
                ("content", content),
            ),
        )

    def _grounds(self) -> Iterator[Paragraph]:
        found = list(self._ground_of())
        if found:
            yield Paragraph("heading", self._word("grounds"))
        for law, ground in found:
            yield Paragraph(
                "lead", f"{self._spoken.word('law', law)}: {pick(ground.titles, self._spoken.language)} ({ground.article})"
            )
            for key, text in (("test", ground.test), ("burden", ground.burden), ("must_say", ground.letter)):
                if text.strip():
                    yield Paragraph("list", self._word(key))
                    yield Paragraph("quote", text, language=_LAW_LANGUAGE)
            sure = self._spoken.word("confidence", ground.source.confidence.value)
            yield Paragraph("body", self._word("source", cite=ground.source.cite, sure=sure))

    def _ground_of(self) -> Iterator[tuple[str, RefusalGround]]:
        for place in self._case.laws:
            rulebook = self._desk.rulebook_of(self._case, place.law)
            for name in self._decision.grounds:
                ground = rulebook.ground(name)
                if ground is not None:
                    yield place.law, ground

    def _schedule(self) -> Iterator[Paragraph]:
        rows = (
            (one.category, one.detail, self._spoken.word("treatment", one.treatment.value), one.why)
            for one in self._decision.schedule
        )
        yield from self._table("schedule", ("category", "item", "treatment", "why"), rows)

    def _factors(self) -> Iterator[Paragraph]:
        rows = [
            (self._factor(one.factor_id), one.sentence, "; ".join(self._proof(ref) for ref in one.evidence))
            for one in self._dossier.ticked
        ]
        yield from self._table("for", ("factor", "happened", "evidence"), rows)
        answers = [(self._factor(one.factor_id), one.answer) for one in self._dossier.answered]
        yield from self._table("against", ("factor", "answer"), answers)

    def _factor(self, factor_id: str) -> str:
        known: Factor | None = next((one for one in refusal_data.load_factors() if one.id == factor_id), None)
        if known is None:
            return factor_id
        return f"{pick(known.texts, self._spoken.language)} ({known.source.cite})"

    def _proof(self, ref: EvidenceRef) -> str:
        kind = self._spoken.word("evidence_ref", ref.kind.value)
        name = ref.number
        if ref.kind is EvidenceRefKind.FILE:
            name = next((one.name for one in self._files if one.id == ref.evidence_id), str(ref.evidence_id or ""))
        line = f", {self._word('line', line=ref.line)}" if ref.line is not None else ""
        return f"{kind} {name}{line}"

    def _earlier(self) -> Iterator[Paragraph]:
        spoken = self._spoken
        rows = []
        for one in self._dossier.earlier:
            outcomes = (
                f"{spoken.word('right', each.right.value)}: "
                f"{spoken.word('outcome', each.outcome.value) if each.outcome is not None else self._word('undecided')}"
                for each in one.outcomes
            )
            rows.append(
                (one.case_number, spoken.date(one.received_on), "; ".join(outcomes), str(one.days_to_next), one.changed)
            )
        yield from self._table("earlier", ("case", "received", "outcomes", "interval", "changed"), rows)

    def _effort(self) -> Iterator[Paragraph]:
        effort = self._dossier.effort
        if effort is None:
            return
        rows = [(self._system(one.system), str(one.items), _hours(one.minutes)) for one in effort.lines]
        rows.append((self._word("total"), "", _hours(effort.minutes)))
        rows.append((self._word("at_hand"), "", _hours(effort.minutes_at_hand)))
        yield from self._table("effort", ("system", "items", "hours"), rows)
        if effort.basis.strip():
            yield Paragraph("body", self._word("basis", text=effort.basis))

    def _system(self, system: str) -> str:
        return self._spoken.word("system", system) if self._spoken.has("system", system) else system

    def _tried(self) -> Iterator[Paragraph]:
        rows = (
            (
                self._spoken.word("lawful_way", one.way.value),
                self._spoken.date(one.tried_on) if one.tried_on is not None else self._word("weighed"),
                one.result,
            )
            for one in self._dossier.tried
        )
        yield from self._table("tried", ("way", "day", "result"), rows)

    def _withheld(self) -> Iterator[Paragraph]:
        rows = (
            (
                one.item,
                one.whose,
                one.balancing,
                ": ".join(part for part in (self._spoken.word("consent_asked", one.consent.value), one.consent_note) if part),
                one.given_instead,
            )
            for one in self._dossier.withheld
        )
        yield from self._table("withheld", ("item", "whose", "weighing", "consent", "instead"), rows)

    def _proportion(self) -> Iterator[Paragraph]:
        sheet = self._dossier.proportionality
        if sheet is not None:
            pairs = (
                ("gain", sheet.gain),
                ("burden_of_work", sheet.burden),
                ("lessened", sheet.lessened),
                ("own_part", sheet.own_part),
                ("conclusion", sheet.conclusion),
            )
            yield from self._pairs("proportion", pairs)

    def _scope(self) -> Iterator[Paragraph]:
        scope = self._dossier.scope
        if scope is not None:
            yield from self._pairs("scope", (("provision", scope.provision), ("why_outside", scope.scope)))

    def _kept(self) -> Iterator[Paragraph]:
        rows = (
            (self._category(one), self._spoken.word("keep_reason", one.reason.value), one.by, self._until(one))
            for one in self._dossier.kept
        )
        yield from self._table("kept", ("category", "why", "by", "until"), rows)

    def _category(self, item: KeptItem) -> str:
        known = self._spoken.has("category", item.category)
        return self._spoken.word("category", item.category) if known else item.category

    def _until(self, item: KeptItem) -> str:
        return self._spoken.date(item.until_on) if item.until_on is not None else item.until

    def _details(self) -> Iterator[Paragraph]:
        details = self._dossier.details
        yield from self._table(
            "rectified", ("item", "was", "became"), ((one.item, one.was, one.became) for one in details.rectified)
        )
        yield from self._table("switched_off", ("item", "where"), ((one.what, one.where) for one in details.switched_off))
        if details.automated is not None:
            auto = details.automated
            pairs = (("logic", auto.logic), ("significance", auto.significance), ("consequences", auto.consequences))
            yield from self._pairs("automated", pairs)
        if details.ported is not None:
            ported = details.ported
            yield from self._pairs("ported", (("data", ported.data), ("format", ported.format), ("sent_to", ported.sent_to)))
        yield from self._texts("told", "\n".join(details.told), style="list")

    def _inside(self) -> Iterator[Paragraph]:
        """Yield what stays in the office, marked so; nothing in a copy for an authority."""
        if not self._internal:
            return
        texts = [text for text in (self._dossier.internal, self._decision.internal_note) if text.strip()]
        if texts:
            yield Paragraph("heading", self._word("inside"))
            yield Paragraph("lead", self._word("inside_reminder"))
            yield from (Paragraph("quote", line.strip()) for text in texts for line in text.splitlines() if line.strip())

    def _readiness(self) -> Iterator[Paragraph]:
        found = approvals.readiness_of(self._desk, self._case.id, self._right)
        rows = ((self._spoken.word("readiness", check.code.value), self._standing(check)) for check in found)
        yield from self._table("readiness", ("check", "standing"), rows)

    def _standing(self, check: Check) -> str:
        if check.ok:
            note = f" {self._spoken.word('readiness_note', check.note)}" if check.note else ""
            return self._word("holds") + note
        return " ".join(refusal_data.tell(one, self._spoken.language) for one in check.missing)

    def _approvals(self) -> Iterator[Paragraph]:
        records = ready.records_since(self._desk, self._case, self._right)
        given = [one for one in records if one.verdict is not None]
        heads = ("officer", "verdict", "means", "on", "content", *(("words",) if self._internal else ()))
        yield from self._table("approvals", heads, (self._approval(one) for one in given))

    def _approval(self, record: ApprovalRecord) -> tuple[str, ...]:
        verdict = self._spoken.word("verdict", record.verdict.value) if record.verdict is not None else ""
        means = self._spoken.word("means", record.means.value) if record.means is not None else ""
        row = (
            self._desk.officer_name(record.officer_id),
            verdict,
            means,
            self._spoken.date(record.given_at, self._zone),
            record.digest[:_DIGITS],
        )
        return (*row, record.words) if self._internal else row

    def _rounds(self) -> Iterator[Paragraph]:
        rows = (self._round(one) for one in dossiers.rounds(self._desk, self._case, self._right) if self._before(one))
        yield from self._table("rounds", ("decided", "outcome", "letter"), rows)

    def _before(self, one: Round) -> bool:
        return one.decision.id != self._decision.id

    def _round(self, one: Round) -> tuple[str, ...]:
        decision = one.decision
        return (
            self._who(decision.officer_id, decision.decided_at),
            self._spoken.word("outcome", decision.outcome.value),
            ", ".join(one.letters),
        )

    def _evidence(self) -> Iterator[Paragraph]:
        pointed = {ref.evidence_id for one in self._dossier.ticked for ref in one.evidence}
        rows = (self._file(one) for one in self._files if one.id in pointed)
        yield from self._table("files", ("file", "added", "digest"), rows)

    def _file(self, file: Evidence) -> tuple[str, ...]:
        return file.name, self._spoken.date(file.added_at, self._zone), file.sha256

    def _reckoning(self) -> Iterator[Paragraph]:
        """Yield on pages of their own how the dates were reckoned by which the answer on this right is due."""
        lines = deadlines.lines_of(self._desk, self._case)
        limits = {line.limit_id for line in lines if line.kind in ANSWERING and self._right in line.rights}
        if limits:
            record = explanations.why_record(self._desk, self._case, self._spoken.language, limit_ids=limits)
            yield Paragraph("annex", self._word("reckoning"))
            yield from record.paragraphs

    def _who(self, officer_id: int, at: datetime) -> str:
        name = self._desk.officer_name(officer_id)
        return ", ".join(one for one in (name, self._spoken.date(at, self._zone)) if one)


def _word(spoken: Words, key: str, **details: str | int) -> str:
    return spoken.word("dossier_record", key, **details)


def _hours(minutes: int) -> str:
    """Return minutes as hours and minutes, such as 41:05."""
    return f"{minutes // _HOUR}:{minutes % _HOUR:02d}"
