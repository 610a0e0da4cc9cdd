"""The working file of a complaint, a regulator matter or a breach as a sheet of its bundle; the unredacted variant alone has it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from workbench.domain.breaches import Breach
from workbench.domain.bundles import Block, BundleItem
from workbench.domain.cases import Case, CaseKind, EventKind
from workbench.domain.complaints import Complaint
from workbench.domain.dossier import EvidenceRef
from workbench.domain.matters import Matter
from workbench.services import authorities
from workbench.services.office import Desk
from workbench.services.wording import Words
from workbench.store import case_contents

_NOTICES = (
    EventKind.BREACH_REPORTED_INITIAL,
    EventKind.BREACH_FOLLOWED_UP,
    EventKind.BREACH_REPORTED_FINAL,
    EventKind.SUBJECTS_NOTIFIED,
    EventKind.NOTICE_NOT_OWED,
)


def working_file_blocks(desk: Desk, case: Case, items: Sequence[BundleItem], spoken: Words) -> tuple[Block, ...]:
    """Return the working file of a case that is no request: facts, questions with answers and proofs, promises, notices."""
    file = _File(desk, case, items, spoken)
    if case.kind is CaseKind.COMPLAINT:
        return tuple(file.complaint(case_contents.load(desk.session, case.id, Complaint)))
    if case.kind is CaseKind.MATTER:
        return tuple(file.matter(case_contents.load(desk.session, case.id, Matter)))
    return tuple(file.breach(case_contents.load(desk.session, case.id, Breach)))


class _File:
    """Words one working file."""

    def __init__(self, desk: Desk, case: Case, items: Sequence[BundleItem], spoken: Words) -> None:
        self._desk = desk
        self._case = case
        self._spoken = spoken
        self._annexes: Mapping[int, str] = {
            item.id: f"{spoken.word('bundle', 'annex', number=item.number)}, {item.name}"
            for item in items
            if not item.is_letter
        }

    def complaint(self, one: Complaint) -> Iterator[Block]:
        transfer = one.transfer
        yield self._facts(
            ("kind", self._spoken.word("complaint_kind", one.kind.value)),
            ("rights", ", ".join(self._spoken.word("right", right.value) for right in one.rights)),
            ("destination", transfer.destination if transfer is not None else ""),
            ("safeguard", transfer.safeguard if transfer is not None else ""),
            ("exporter", transfer.exporter if transfer is not None else ""),
            ("importer", transfer.importer if transfer is not None else ""),
            ("outcome", self._spoken.word("complaint_outcome", one.outcome.value) if one.outcome is not None else ""),
            ("reasons", one.reasons),
            ("decided_by", one.decided_outside or (self._desk.officer_name(one.decided_by) if one.decided_by else "")),
        )
        rows = [
            (asked.question, asked.asked, "\n".join((asked.finding, *self._proofs(asked.evidence)))) for asked in one.inquiries
        ]
        yield from self._listed("inquiries", ("question", "asked", "finding"), rows)
        yield from self._listed(
            "remedies",
            ("what", "owner", "by_day"),
            [(put.what, self._desk.officer_name(put.owner_id), self._until(put.due_on, put.done_on)) for put in one.remedies],
        )

    def matter(self, one: Matter) -> Iterator[Block]:
        listed = authorities.directory(self._desk).authorities.get(one.authority_id)
        decision = one.decision
        yield self._facts(
            ("kind", self._spoken.word("matter_kind", one.kind.value)),
            ("authority", listed.contact.readable if listed is not None else one.authority_id),
            ("why_competent", one.why_competent),
            ("reference", one.reference),
            ("contact", ", ".join(part for part in (one.contact.name, one.contact.email, one.contact.phone) if part)),
            ("basis", one.basis),
            ("target", self._spoken.date(one.target_on) if one.target_on is not None else ""),
            ("outcome", self._spoken.word("matter_outcome", decision.outcome.value) if decision is not None else ""),
            ("decided_on", self._spoken.date(decision.decided_on) if decision is not None else ""),
            ("summary", decision.summary if decision is not None else ""),
            ("fine", decision.fine if decision is not None else ""),
            ("appeal", self._spoken.date(decision.appeal_until) if decision is not None and decision.appeal_until else ""),
        )
        rows = []
        for number, asked in enumerate(one.questions, start=1):
            state = self._spoken.word("question_state", asked.state.value)
            answer = "\n".join((asked.answer, *self._files(asked.evidence)))
            rows.append((f"{asked.label or number}. {asked.text}", state, answer))
        yield from self._listed("questions", ("question", "state", "answer"), rows)
        met = [(self._spoken.date(one_.at, one_.zone), one_.people, one_.note) for one_ in one.meetings]
        yield from self._listed("meetings", ("on_day", "people", "note"), met)
        promised = [
            (
                "\n".join((given.text, *self._files(given.evidence))),
                self._desk.officer_name(given.owner_id),
                self._until(given.due_on, given.kept_on),
            )
            for given in one.undertakings
        ]
        yield from self._listed("undertakings", ("what", "owner", "by_day"), promised)

    def breach(self, one: Breach) -> Iterator[Block]:
        found = one.assessment
        yield self._facts(
            ("title", one.title),
            ("happened", one.what),
            ("nature", ", ".join(self._spoken.word("breach_nature", nature.value) for nature in one.nature)),
            ("data", ", ".join(part for part in (*one.categories, one.other_data) if part)),
            ("people", one.people),
            ("subjects", self._count(one.subjects)),
            ("records", self._count(one.records)),
            ("by_processor", one.by_processor),
            ("effects", one.consequences),
            ("measures", one.measures),
            ("protected", one.protected),
            ("risk", self._spoken.word("breach_risk", found.risk.value) if found is not None else ""),
            ("reasons", found.reasons if found is not None else ""),
        )
        told = [
            (
                self._spoken.date(event.occurred_at, event.zone),
                self._spoken.word("event", event.kind.value),
                "\n".join(part for part in (self._law(event.detail("law")), event.detail("letter"), event.text) if part),
            )
            for event in self._case.standing
            if event.kind in _NOTICES
        ]
        yield from self._listed("notices", ("on_day", "what", "note"), told)

    def _facts(self, *facts: tuple[str, str]) -> Block:
        rows = tuple((self._spoken.word("working_file", name), value) for name, value in facts if value.strip())
        return Block("table", rows=(("", ""), *rows), widths=(28, 72))

    def _listed(self, title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[Block]:
        if rows:
            yield Block("heading", self._spoken.word("working_file", title))
            yield Block(
                "table", rows=(tuple(self._spoken.word("working_file", head) for head in heads), *rows), widths=(40, 18, 42)
            )

    def _proofs(self, refs: Sequence[EvidenceRef]) -> Iterator[str]:
        for ref in refs:
            if ref.evidence_id is not None:
                yield from self._files((ref.evidence_id,))
            elif ref.number:
                yield ref.number

    def _files(self, numbers: Sequence[int]) -> Iterator[str]:
        for number in numbers:
            yield self._annexes.get(number) or self._spoken.word("working_file", "other_file", number=number)

    def _until(self, due_on: date, done_on: date | None) -> str:
        told = self._spoken.date(due_on)
        return (
            told if done_on is None else f"{told}\n{self._spoken.word('working_file', 'done', day=self._spoken.date(done_on))}"
        )

    def _law(self, law: str) -> str:
        return self._spoken.word("law", law) if law else ""

    @staticmethod
    def _count(count: int | None) -> str:
        return "" if count is None else str(count)
