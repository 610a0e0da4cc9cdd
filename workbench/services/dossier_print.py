"""The printed dossier: the formal record of a decision on one right, for the file or for an authority.

The copy for the file holds the internal reasoning and says so on every page; the one for an authority leaves it out. Words that officers
wrote stand as they were typed, and what a law says in one language alone is printed in that language.
"""

from collections.abc import Iterator
from datetime import datetime

from workbench.domain.approvals import ApprovalRecord
from workbench.domain.cases import Case
from workbench.domain.decisions import Decision
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import Evidence
from workbench.domain.letters import ComposedLetter, Paragraph
from workbench.domain.readiness import needs_approval
from workbench.domain.rights import Right
from workbench.services import approvals, case_file, deadlines, dossiers, explanations, ready, seal
from workbench.services.answer_clocks import ANSWERING
from workbench.services.dossier_parts import DossierParts
from workbench.services.dossiers import Round
from workbench.services.office import Desk
from workbench.services.wording import Words, words
from workbench.store import evidence as evidence_store

_DIGITS = 12


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
        running=case.number,
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
        self._files = evidence_store.list_for_case(desk.session, case.id)
        self._dossier = dossiers.at_work(desk, case, decision.right)
        rulebooks = [(place.law, desk.rulebook_of(case, place.law)) for place in case.laws]
        names = {one.id: one.name for one in self._files}
        self._parts = DossierParts(decision, self._dossier, rulebooks, names, spoken)
        self._zone = desk.settings.home_zone

    def parts(self) -> Iterator[Paragraph]:
        """Yield every part in the order of reading."""
        yield Paragraph("body", self._parts.word("intro" if self._internal else "intro_outer"))
        yield from self._facts()
        yield from self._parts.sections()
        if self._internal:
            yield from self._parts.inside()
        yield from self._parts.readiness(approvals.readiness_of(self._desk, self._case.id, self._right))
        yield from self._approvals()
        yield from self._rounds()
        yield from self._evidence()
        yield from self._reckoning()

    def _facts(self) -> Iterator[Paragraph]:
        case, decision, spoken = self._case, self._decision, self._spoken
        letter = approvals.letter_for(case, self._right)
        content = approvals.content_of(self._desk, case.id, self._right).digest if needs_approval(decision) else ""
        yield from self._parts.pairs(
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

    def _approvals(self) -> Iterator[Paragraph]:
        records = ready.records_since(self._desk, self._case, self._right)
        given = [one for one in records if one.verdict is not None]
        heads = ("officer", "verdict", "means", "on", "content", *(("words",) if self._internal else ()))
        yield from self._parts.table("approvals", heads, (self._approval(one) for one in given))

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
        yield from self._parts.table("rounds", ("decided", "outcome", "letter"), rows)

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
        yield from self._parts.table("files", ("file", "added", "digest"), rows)

    def _file(self, file: Evidence) -> tuple[str, ...]:
        return file.name, self._spoken.date(file.added_at, self._zone), file.sha256

    def _reckoning(self) -> Iterator[Paragraph]:
        """Yield on pages of their own how the dates were reckoned by which the answer on this right is due."""
        lines = deadlines.lines_of(self._desk, self._case)
        limits = {line.limit_id for line in lines if line.kind in ANSWERING and self._right in line.rights}
        if limits:
            record = explanations.why_record(self._desk, self._case, self._spoken.language, limit_ids=limits)
            yield Paragraph("annex", self._parts.word("reckoning"))
            yield from record.paragraphs

    def _who(self, officer_id: int, at: datetime) -> str:
        name = self._desk.officer_name(officer_id)
        return ", ".join(one for one in (name, self._spoken.date(at, self._zone)) if one)


def _word(spoken: Words, key: str, **details: str | int) -> str:
    return spoken.word("dossier_record", key, **details)
