"""The parts of a record of a decision that come from the decision and its dossier alone, in the order of reading.

They are what the printed record and the review packet have in common; each section yields nothing where it has nothing to say.
Words that officers wrote stand as they were typed; what a law says in one language alone is given in that language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.domain.decisions import Decision
from workbench.domain.dossier import Dossier, EvidenceRef, EvidenceRefKind, KeptItem
from workbench.domain.factors import Factor
from workbench.domain.letters import Paragraph
from workbench.domain.readiness import Check
from workbench.domain.rulebooks import RefusalGround, Rulebook, pick
from workbench.services import refusal_data
from workbench.services.wording import Words

_LAW_LANGUAGE = "en"
_HOUR = 60


class DossierParts:
    """The parts of one record.

    Args:
        decision: the act on the right.
        dossier: what carries it.
        rulebooks: each law of the case with its rulebook.
        files: names of the kept files by the number that the dossier points with.
        spoken: the words of the language of the record.
    """

    def __init__(
        self,
        decision: Decision,
        dossier: Dossier,
        rulebooks: Sequence[tuple[str, Rulebook]],
        files: Mapping[int, str],
        spoken: Words,
    ) -> None:
        self._decision, self._dossier = decision, dossier
        self._rulebooks, self._files, self._spoken = rulebooks, files, spoken

    def sections(self) -> Iterator[Paragraph]:
        """Yield everything but what stays in the office."""
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

    def inside(self) -> Iterator[Paragraph]:
        """Yield what stays in the office, marked so."""
        texts = [text for text in (self._dossier.internal, self._decision.internal_note) if text.strip()]
        if texts:
            yield Paragraph("heading", self.word("inside"))
            yield Paragraph("lead", self.word("inside_reminder"))
            yield from (Paragraph("quote", line.strip()) for text in texts for line in text.splitlines() if line.strip())

    def readiness(self, found: Iterable[Check]) -> Iterator[Paragraph]:
        """Yield the readiness list."""
        rows = ((self._spoken.word("readiness", check.code.value), self._standing(check)) for check in found)
        yield from self.table("readiness", ("check", "standing"), rows)

    def word(self, key: str, **details: str | int) -> str:
        """Return one of the record's own words."""
        return self._spoken.word("dossier_record", key, **details)

    def table(self, heading: str, heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[Paragraph]:
        """Yield a table under its heading; neither where it has no rows."""
        found = tuple(rows)
        if found:
            yield Paragraph("heading", self.word(heading))
            yield Paragraph("table", rows=(tuple(self.word(name) for name in heads), *found))

    def pairs(self, heading: str, pairs: Iterable[tuple[str, str]]) -> Iterator[Paragraph]:
        """Yield a table of what and how, without what has no value."""
        yield from self.table(heading, ("what", "how"), ((self.word(key), text) for key, text in pairs if text.strip()))

    def _texts(self, heading: str, text: str, *, style: str = "body") -> Iterator[Paragraph]:
        if text.strip():
            yield Paragraph("heading", self.word(heading))
            yield from (Paragraph(style, line.strip()) for line in text.splitlines() if line.strip())

    def _grounds(self) -> Iterator[Paragraph]:
        found = list(self._ground_of())
        if found:
            yield Paragraph("heading", self.word("grounds"))
        for law, ground in found:
            yield Paragraph(
                "lead", f"{self._spoken.word('law', law)}: {pick(ground.titles, self._spoken.language)} ({ground.article})"
            )
            for key, text in (("test", ground.test), ("burden", ground.burden), ("must_say", ground.letter)):
                if text.strip():
                    yield Paragraph("list", self.word(key))
                    yield Paragraph("quote", text, language=_LAW_LANGUAGE)
            sure = self._spoken.word("confidence", ground.source.confidence.value)
            yield Paragraph("body", self.word("source", cite=ground.source.cite, sure=sure))
            if ground.dpv.strip("- "):
                yield Paragraph("body", self.word("dpv", term=ground.dpv))

    def _ground_of(self) -> Iterator[tuple[str, RefusalGround]]:
        for law, rulebook in self._rulebooks:
            for name in self._decision.grounds:
                ground = rulebook.ground(name)
                if ground is not None:
                    yield law, ground

    def _schedule(self) -> Iterator[Paragraph]:
        rows = (
            (one.category, one.detail, self._spoken.word("treatment", one.treatment.value), one.why)
            for one in self._decision.schedule
        )
        yield from self.table("schedule", ("category", "item", "treatment", "why"), rows)

    def _factors(self) -> Iterator[Paragraph]:
        rows = [
            (self._factor(one.factor_id), one.sentence, "; ".join(self._proof(ref) for ref in one.evidence))
            for one in self._dossier.ticked
        ]
        yield from self.table("for", ("factor", "happened", "evidence"), rows)
        answers = [(self._factor(one.factor_id), one.answer) for one in self._dossier.answered]
        yield from self.table("against", ("factor", "answer"), answers)

    def _factor(self, factor_id: str) -> str:
        known: Factor | None = next((one for one in refusal_data.load_factors() if one.id == factor_id), None)
        if known is None:
            return factor_id
        return f"{pick(known.texts, self._spoken.language)} ({known.source.cite})"

    def _proof(self, ref: EvidenceRef) -> str:
        kind = self._spoken.word("evidence_ref", ref.kind.value)
        name = ref.number
        if ref.kind is EvidenceRefKind.FILE:
            name = self._files.get(ref.evidence_id or 0, str(ref.evidence_id or ""))
        line = f", {self.word('line', line=ref.line)}" if ref.line is not None else ""
        return f"{kind} {name}{line}"

    def _earlier(self) -> Iterator[Paragraph]:
        spoken = self._spoken
        rows = []
        for one in self._dossier.earlier:
            outcomes = (
                f"{spoken.word('right', each.right.value)}: "
                f"{spoken.word('outcome', each.outcome.value) if each.outcome is not None else self.word('undecided')}"
                for each in one.outcomes
            )
            rows.append(
                (one.case_number, spoken.date(one.received_on), "; ".join(outcomes), str(one.days_to_next), one.changed)
            )
        yield from self.table("earlier", ("case", "received", "outcomes", "interval", "changed"), rows)

    def _effort(self) -> Iterator[Paragraph]:
        effort = self._dossier.effort
        if effort is None:
            return
        rows = [(self._system(one.system), str(one.items), _hours(one.minutes)) for one in effort.lines]
        rows.append((self.word("total"), "", _hours(effort.minutes)))
        rows.append((self.word("at_hand"), "", _hours(effort.minutes_at_hand)))
        yield from self.table("effort", ("system", "items", "hours"), rows)
        if effort.basis.strip():
            yield Paragraph("body", self.word("basis", text=effort.basis))

    def _system(self, system: str) -> str:
        return self._spoken.word("system", system) if self._spoken.has("system", system) else system

    def _tried(self) -> Iterator[Paragraph]:
        rows = (
            (
                self._spoken.word("lawful_way", one.way.value),
                self._spoken.date(one.tried_on) if one.tried_on is not None else self.word("weighed"),
                one.result,
            )
            for one in self._dossier.tried
        )
        yield from self.table("tried", ("way", "day", "result"), rows)

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
        yield from self.table("withheld", ("item", "whose", "weighing", "consent", "instead"), rows)

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
            yield from self.pairs("proportion", pairs)

    def _scope(self) -> Iterator[Paragraph]:
        scope = self._dossier.scope
        if scope is not None:
            yield from self.pairs("scope", (("provision", scope.provision), ("why_outside", scope.scope)))

    def _kept(self) -> Iterator[Paragraph]:
        rows = (
            (self._category(one), self._spoken.word("keep_reason", one.reason.value), one.by, self._until(one))
            for one in self._dossier.kept
        )
        yield from self.table("kept", ("category", "why", "by", "until"), rows)

    def _category(self, item: KeptItem) -> str:
        known = self._spoken.has("category", item.category)
        return self._spoken.word("category", item.category) if known else item.category

    def _until(self, item: KeptItem) -> str:
        return self._spoken.date(item.until_on) if item.until_on is not None else item.until

    def _details(self) -> Iterator[Paragraph]:
        details = self._dossier.details
        yield from self.table(
            "rectified", ("item", "was", "became"), ((one.item, one.was, one.became) for one in details.rectified)
        )
        yield from self.table("switched_off", ("item", "where"), ((one.what, one.where) for one in details.switched_off))
        if details.automated is not None:
            auto = details.automated
            pairs = (("logic", auto.logic), ("significance", auto.significance), ("consequences", auto.consequences))
            yield from self.pairs("automated", pairs)
        if details.ported is not None:
            ported = details.ported
            yield from self.pairs("ported", (("data", ported.data), ("format", ported.format), ("sent_to", ported.sent_to)))
        yield from self._texts("told", "\n".join(details.told), style="list")

    def _standing(self, check: Check) -> str:
        if check.ok:
            note = f" {self._spoken.word('readiness_note', check.note)}" if check.note else ""
            return self.word("holds") + note
        return " ".join(refusal_data.tell(one, self._spoken.language) for one in check.missing)


def _hours(minutes: int) -> str:
    """Return minutes as hours and minutes, such as 41:05."""
    return f"{minutes // _HOUR}:{minutes % _HOUR:02d}"
