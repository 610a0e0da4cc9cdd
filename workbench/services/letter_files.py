"""Working files in letters: what the file of a complaint, a regulator matter or a breach gives the letters of its case.

Pure: values in, words out. The officer's words at a place are suggestions, which the letter lets them change; questions, answers,
undertakings and counts go into the letter as the file has them. Documents are numbered once for the whole letter, from 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from workbench.domain.authorities import ListedAuthority
from workbench.domain.breaches import Breach
from workbench.domain.case_clocks import authority_due, due_zone
from workbench.domain.cases import Case, CaseEvent, EventKind
from workbench.domain.complaints import Complaint, ComplaintOutcome, Remedy
from workbench.domain.letters import LetterKind
from workbench.domain.matters import Matter, Question, QuestionState, Undertaking, unanswered
from workbench.domain.templates import LetterValues
from workbench.services.letter_words import LetterWords

WITH_DOCUMENTS = frozenset(
    {
        LetterKind.AUTHORITY_SUBMISSION,
        LetterKind.AUTHORITY_FILE,
        LetterKind.AUTHORITY_DRAFT_CONTESTED,
        LetterKind.AUTHORITY_UNDERTAKINGS,
    }
)
"""The kinds whose enclosures are numbered annexes, listed at the end."""

_OUTCOME_FLAGS: Mapping[ComplaintOutcome, str] = MappingProxyType(
    {
        ComplaintOutcome.UPHELD: "upheld",
        ComplaintOutcome.PARTLY: "partly_upheld",
        ComplaintOutcome.NOT_UPHELD: "not_upheld",
        ComplaintOutcome.WITHDRAWN: "taken_back",
    }
)


@dataclass(frozen=True, slots=True)
class Document:
    """A kept file as a letter lists it: its name and the hex SHA-256 of its bytes."""

    name: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class WorkingFile:
    """What stands behind the letters of a case that is no request.

    `content` is the working file, None where the case has none. `authority` is whom its letters to an authority go to, or to
    whom a complaint was passed on. `documents` are kept files by id, `functions` what an officer is called, by id.
    `manifest_digest` is that of the newest bundle of the case.
    """

    content: Complaint | Matter | Breach | None = None
    authority: ListedAuthority | None = None
    documents: Mapping[int, Document] = field(default_factory=dict)
    functions: Mapping[int, str] = field(default_factory=dict)
    manifest_digest: str = ""

    def enclosed(self, kind: LetterKind, chosen: tuple[int, ...]) -> tuple[int, ...]:
        """Return the files that go with a letter: those that the officer chose, then those that its text rests on, each once."""
        return tuple(dict.fromkeys((*chosen, *(one for one in self._rests_on(kind) if one in self.documents))))

    def _rests_on(self, kind: LetterKind) -> Iterable[int]:
        if isinstance(self.content, Matter) and kind is LetterKind.AUTHORITY_SUBMISSION:
            return (one for question in self.content.questions for one in question.evidence)
        if isinstance(self.content, Matter) and kind is LetterKind.AUTHORITY_UNDERTAKINGS:
            return (one for undertaking in self.content.undertakings for one in undertaking.evidence)
        return ()


NO_FILE = WorkingFile()
"""For a request, which has no working file."""


def evidence_of(content: Complaint | Matter | Breach | None) -> tuple[int, ...]:
    """Return the ids of the kept files that the letters of a working file can rest on."""
    if not isinstance(content, Matter):
        return ()
    named = [*(question.evidence for question in content.questions), *(one.evidence for one in content.undertakings)]
    return tuple(dict.fromkeys(one for evidence in named for one in evidence))


@dataclass(frozen=True, slots=True)
class FileInLetter:
    """A working file in one letter: its case, the kind and language of the letter, and what the letter encloses.

    `office` is what the office is called where an officer has no function. `law` is the one that a notice of a breach is made
    under, `notice_due` the end of its limit, in the zone `notice_zone`.
    """

    file: WorkingFile
    case: Case
    kind: LetterKind
    words: LetterWords
    office: str
    enclosures: tuple[int, ...] = ()
    law: str = ""
    notice_due: date | datetime | None = None
    notice_zone: str = ""

    @property
    def numbers(self) -> Mapping[int, int]:
        """Return the number of each annex by the id of its file; nothing where the enclosures of the kind have none."""
        return {one: number for number, one in enumerate(self.enclosures, start=1)} if self.kind in WITH_DOCUMENTS else {}

    def suggestion(self, name: str) -> str:
        """Return what the working file and the events of its case suggest for a place."""
        content = self.file.content
        if name == "matter" and content is not None:
            return (self.case.request.subject_line or self.case.subject.name).strip()
        if isinstance(content, Complaint):
            return self._of_complaint(content, name)
        if isinstance(content, Matter):
            suggested = {"their_reference": content.reference.strip(), "manifest_digest": self.file.manifest_digest}
            return suggested.get(name, "")
        return self._of_breach(content, name) if isinstance(content, Breach) else ""

    def placeholders(self) -> Mapping[str, str]:
        """Return the words of the placeholders that letters about complaints, matters and breaches have."""
        content, authority = self.file.content, self.file.authority
        matter = content if isinstance(content, Matter) else None
        breach = content if isinstance(content, Breach) else None
        due = authority_due(self.case)
        asked = self.case.last(EventKind.MORE_TIME_ASKED)
        reported = self._reported()
        occurred, aware = self.case.last(EventKind.BREACH_OCCURRED), self.case.last(EventKind.BREACH_AWARE)
        wrote = self._wrote()
        return {
            **({"received_on": self._when(_local(wrote.occurred_at, wrote.zone), wrote.zone)} if wrote is not None else {}),
            "authority": authority.contact.readable if authority is not None else "",
            "authority_address": ", ".join(authority.printed_address) if authority is not None else "",
            "concerned": matter.person.strip() if matter is not None else "",
            "basis": matter.basis.strip() if matter is not None else "",
            "deadline_on": self._when(due[0], due_zone(due[1])) if due is not None else "",
            "until_on": self._when(_day(asked.detail("until")), asked.zone) if asked is not None else "",
            "question_count": str(len(matter.questions)) if matter is not None else "",
            "occurred_at": self._when(occurred.occurred_at, occurred.zone) if occurred is not None else "",
            "noticed_at": self._when(aware.occurred_at, aware.zone) if aware is not None else "",
            "subject_count": self._counted(breach.subjects) if breach is not None else "",
            "record_count": self._counted(breach.records) if breach is not None else "",
            "processor": breach.by_processor.strip() if breach is not None else "",
            "notice_due_on": self._when(self.notice_due, self.notice_zone),
            "reported_on": self._when(_local(reported.occurred_at, reported.zone), reported.zone)
            if reported is not None
            else "",
        }

    def _wrote(self) -> CaseEvent | None:
        """Return the newest letter of the authority in a matter that began with none of its letters."""
        enquired = self.case.last(EventKind.REGULATOR_ENQUIRY_RECEIVED)
        return self.case.last(EventKind.AUTHORITY_WROTE) if enquired is None else None

    def _reported(self) -> CaseEvent | None:
        """Return the first notice that was made under the law of the letter."""
        made = (one for one in self.case.standing if one.kind is EventKind.BREACH_REPORTED_INITIAL)
        return next((one for one in made if one.detail("law") in {"", self.law}), None)

    def flags(self) -> Mapping[str, bool]:
        """Return the flags that letters about complaints, matters and breaches have."""
        content, said = self.file.content, self.placeholders()
        flags = {
            "own_case": isinstance(content, Complaint),
            "documents": bool(self.numbers),
            "deadline": bool(said["deadline_on"]),
            "occurred": bool(said["occurred_at"]),
            "notice_due": bool(said["notice_due_on"]),
            "reported": bool(said["reported_on"]),
            **{name: bool(said[name]) for name in ("authority_address", "basis", "processor")},
        }
        if isinstance(content, Complaint) and content.outcome is not None:
            flags[_OUTCOME_FLAGS[content.outcome]] = True
        if isinstance(content, Matter):
            flags["questions"] = bool(content.questions)
            flags["answers_ready"] = bool(content.questions) and not unanswered(content.questions)
            flags["undertakings"] = bool(content.undertakings)
            flags["all_kept"] = bool(content.undertakings) and all(one.kept_on is not None for one in content.undertakings)
        if isinstance(content, Breach):
            flags |= {nature.value: True for nature in content.nature}
            flags["subjects_known"] = content.subjects is not None
            flags["records_known"] = content.records is not None
            flags["approximate"] = content.approximate
        return flags

    def groups(self) -> Mapping[str, tuple[LetterValues, ...]]:
        """Return the groups that letters about matters go through."""
        matter = self.file.content if isinstance(self.file.content, Matter) else None
        return {
            "questions": tuple(
                self._question(number, one)
                for number, one in enumerate(matter.questions if matter is not None else (), start=1)
            ),
            "undertakings": tuple(
                self._undertaking(number, one)
                for number, one in enumerate(matter.undertakings if matter is not None else (), start=1)
            ),
            "documents": self._documents(self.numbers),
        }

    # Complaints and breaches

    def _of_complaint(self, complaint: Complaint, name: str) -> str:
        if name == "outcome_reasons":
            return complaint.reasons.strip()
        if name == "findings":
            return "\n".join(one.finding.strip() for one in complaint.inquiries if one.finding.strip())
        if name == "put_right":
            return "\n".join(self._remedy(one) for one in complaint.remedies)
        passed_on = self.case.last(EventKind.PASSED_ON)
        return passed_on.text.strip() if name == "why_passed_on" and passed_on is not None else ""

    def _remedy(self, remedy: Remedy) -> str:
        day, function = remedy.done_on or remedy.due_on, self._function(remedy.owner_id)
        key = "remedy_due" if remedy.done_on is None else "remedy_done"
        return self.words.word("letter_phrase", key, what=remedy.what.strip(), who=function, day=self.words.date(day))

    def _of_breach(self, breach: Breach, name: str) -> str:
        known = (self.words.word("category", one) for one in breach.categories)
        suggested = {
            "what_happened": breach.what,
            "data_affected": ", ".join([*known, *([breach.other_data.strip()] if breach.other_data.strip() else [])]),
            "people_affected": breach.people,
            "likely_consequences": breach.consequences,
            "measures_taken": "\n".join(part.strip() for part in (breach.protected, breach.measures) if part.strip()),
        }
        return suggested.get(name, "").strip()

    def _counted(self, count: int | None) -> str:
        if count is None:
            return ""
        from babel.numbers import format_decimal  # noqa: PLC0415  Babel is slow to import and lists need no letter

        return str(format_decimal(count, locale=self.words.language))

    # Matters

    def _question(self, number: int, question: Question) -> LetterValues:
        label = question.label.strip() or str(number)
        ready = question.state in {QuestionState.READY, QuestionState.SENT} and bool(question.answer.strip())
        return LetterValues(
            {"question_number": label, "question": question.text.strip(), "answer": question.answer.strip() if ready else ""},
            frozenset({"answered"} if ready else ()),
            {"documents": self._documents(question.evidence)},
        )

    def _undertaking(self, number: int, undertaking: Undertaking) -> LetterValues:
        return LetterValues(
            {
                "undertaking_number": str(number),
                "undertaking": undertaking.text.strip(),
                "responsible": self._function(undertaking.owner_id),
                # The cells of a table are narrow: a date may break there.
                "keep_by": self.words.date(undertaking.due_on),
                "kept_on": self.words.date(undertaking.kept_on) if undertaking.kept_on is not None else "",
                "annex_numbers": ", ".join(str(self.numbers[one]) for one in undertaking.evidence if one in self.numbers),
            }
        )

    def _documents(self, evidence: Iterable[int]) -> tuple[LetterValues, ...]:
        listed = sorted(
            (self.numbers[one], self.file.documents.get(one)) for one in dict.fromkeys(evidence) if one in self.numbers
        )
        return tuple(
            LetterValues(
                {
                    "annex_number": str(number),
                    "document": document.name if document is not None else "",
                    "document_digest": document.sha256 if document is not None else "",
                }
            )
            for number, document in listed
        )

    def _function(self, officer_id: int) -> str:
        return self.file.functions.get(officer_id, "").strip() or self.office

    def _when(self, moment: date | datetime | None, zone: str) -> str:
        """Return a date, or an instant with its hour and zone, in words that no line end breaks."""
        return self.words.date(moment, zone).replace(" ", "\N{NO-BREAK SPACE}") if moment is not None else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _local(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
