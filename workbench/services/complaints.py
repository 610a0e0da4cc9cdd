"""Complaints: received, put in writing, investigated, decided by an officer whom they are not about, put right, or passed on.

A complaint may be about another case of the office; whose handling it disputes is never made less afterwards. What is put right is a
task of whoever does it. Days are local days of the office.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.domain.authorities import Initiative, Proposal
from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    AskInWriting,
    DecideComplaint,
    OpenMatter,
    PassComplaintOn,
    RecordWriting,
    RegisterComplaint,
    SaveComplaint,
)
from workbench.domain.complaints import (
    Complaint,
    ComplaintDecidedError,
    ComplaintKind,
    ComplaintOutcome,
    IndependenceKeptError,
    Inquiry,
    InvestigationOpenError,
    NotIndependentError,
    Remedy,
    RemedyWithoutOwnerError,
    TransferAtIssue,
    WhyBarred,
    narrows,
    open_inquiries,
    why_barred,
    written,
)
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind, Verdict
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.letters import Letter
from workbench.domain.matters import MatterKind
from workbench.domain.names import names
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.phases import Act, Phase, complaint_decision, permitted, phase_of
from workbench.domain.rights import Right
from workbench.services import authorities, case_file, cases, deadlines, evidence, matters, opening, remedies
from workbench.services.lines import CaseFilter, CaseLine, DeadlineLine
from workbench.services.office import Desk, listed
from workbench.store import approvals as approval_store
from workbench.store import case_contents
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store
from workbench.store import tasks as task_store


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """An officer of the office, as somebody who is asked, named or made responsible."""

    id: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class BarredLine:
    """An officer who cannot decide the complaint, and every reason why; `here` for the one at the desk."""

    officer_id: int
    name: str
    why: tuple[WhyBarred, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class AboutLine:
    """The case that a complaint is about, with its files and letters, which can be pointed at as evidence."""

    id: int
    number: str
    kind: CaseKind
    subject_name: str
    rights: tuple[Right, ...]
    evidence: tuple[Evidence, ...]
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class PassedOnLine:
    """A matter that the complaint was passed on as: its case, the authority, when and why."""

    case_id: int
    number: str
    authority: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """A remedy, who does it by name, and the id of its open task; None before the decision and once it is done."""

    remedy: Remedy
    owner_name: str
    task_id: int | None
    late: bool


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """Everything the panel of a complaint shows.

    `editable` says that the investigation can be saved. `asked_on` is the day since which writing is awaited. `open_inquiries` are
    numbers of questions without a finding and evidence, from 1. `files` are the kept files of the complaint itself.
    """

    case_id: int
    case_number: str
    complaint: Complaint
    channel: Channel
    written: bool
    asked_on: date | None
    about: AboutLine | None
    officers: tuple[OfficerLine, ...]
    barred: tuple[BarredLine, ...]
    may_decide: bool
    editable: bool
    open_inquiries: tuple[int, ...]
    remedies: tuple[RemedyLine, ...]
    files: tuple[Evidence, ...]
    decided: bool
    decided_at: datetime | None
    decided_by: str
    passed_on: tuple[PassedOnLine, ...]


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """One complaint in a list: its case, what it is about, how far it is."""

    case: CaseLine
    kind: ComplaintKind
    about_number: str
    outcome: ComplaintOutcome | None
    questions: int
    questions_open: int


@dataclass(frozen=True, slots=True)
class ComplaintStart:
    """What a new complaint begins with: the case it is about, its person and laws, else the office's own law."""

    about: CaseLine | None
    subject: DataSubject | None
    requester: Requester | None
    laws: tuple[LawPlace, ...]
    language: str
    rights: tuple[Right, ...]
    officers: tuple[OfficerLine, ...]
    mail_hosts: tuple[str, ...] = ()


def register_complaint(command: RegisterComplaint, desk: Desk) -> Changes:
    """Open a case for a complaint and start its clocks; `created` is its id, `number` its number.

    Raises:
        InvalidInputError: a name or a law is missing, the receipt cannot be, a disputed right or a named officer is none, or a
            complaint about a transfer does not say all four things about it; or it did not arrive.
        NotFoundError: there is no such case that it could be about.
        LawUnknownError: a law is not shipped.
        PlaceUnknownError: a law does not reach a place.
        YearNotCoveredError: no calendar covers the year of the receipt.
    """
    received_at = case_file.checked_instant(desk, command.received_at, command.zone, "received_at")
    about = case_file.load(desk, command.about_id) if command.about_id is not None else None
    rights = tuple(dict.fromkeys(command.rights))
    named = tuple(dict.fromkeys(command.named_officers))
    transfer = _transfer(command.kind, command.transfer)
    _check_scope(desk, about, rights, named)
    topic = command.subject_line.strip()
    case = opening.open_case(
        desk,
        kind=CaseKind.COMPLAINT,
        subject=command.subject,
        requester=command.requester,
        request=Request(
            received_at=received_at,
            zone=command.zone,
            channel=case_file.checked_arrival(command.channel),
            rights=(),
            subject_line=topic,
            text=command.text.strip(),
            language=command.language,
        ),
        laws=command.laws,
        events=[
            opening.FirstEvent(
                EventKind.COMPLAINT_RECEIVED,
                received_at,
                {
                    "channel": command.channel.value,
                    "written": "yes" if command.written else "no",
                    "kind": command.kind.value,
                    "about": about.number if about is not None else "",
                    "rights": listed([right.value for right in rights]),
                },
                topic,
            )
        ],
        files=command.evidence,
        about_id=command.about_id,
    )
    complaint = Complaint(case_number=case.number, kind=command.kind, rights=rights, named_officers=named, transfer=transfer)
    _keep(desk, case, complaint)
    return Changes(cases=frozenset({case.id}), created=case.id, number=case.number)


def save_complaint(command: SaveComplaint, desk: Desk) -> Changes:
    """Keep the investigation; nothing is written where nothing changed. The decision stays as it was taken.

    Raises:
        NotFoundError: there is no such complaint.
        ComplaintDecidedError: it is decided.
        NotPermittedError: its case is closed.
        IndependenceKeptError: it would be about fewer officers or rights than before.
        RemedyWithoutOwnerError: a remedy says nothing, or nobody of the office does it.
        InvalidInputError: a question is empty, what is said of a transfer is incomplete, or evidence points at nothing.
    """
    case, before = _at_work(desk, command.case_id, Act.INVESTIGATE)
    said = command.complaint
    if said.case_number != case.number:
        raise InvalidInputError(field="case", problem="not_a_choice")
    about = _about(desk, case)
    after = replace(
        said,
        rights=tuple(dict.fromkeys(said.rights)),
        named_officers=tuple(dict.fromkeys(said.named_officers)),
        transfer=_transfer(said.kind, said.transfer),
        inquiries=_inquiries(said.inquiries),
        remedies=_remedies(desk, case, said.remedies, before.remedies),
        outcome=before.outcome,
        reasons=before.reasons,
        decided_by=before.decided_by,
        decided_outside=before.decided_outside,
    )
    _check_scope(desk, about, after.rights, after.named_officers)
    if narrows(before, after) or set(_why(desk, case, before)) - set(_why(desk, case, after)):
        raise IndependenceKeptError(case=case.number)
    _check_evidence(desk, case, about, after.inquiries)
    if not _keep(desk, case, after):
        return Changes(journal=False)
    return Changes(cases=frozenset({case.id}))


def ask_in_writing(command: AskInWriting, desk: Desk) -> Changes:
    """Record that whoever complained was asked to put it in writing.

    Raises:
        NotFoundError: there is no such complaint.
        ComplaintDecidedError: it is decided.
        NotPermittedError: its case is closed.
        InvalidInputError: it is in writing already, was asked already, or the instant cannot be.
    """
    case, _ = _at_work(desk, command.case_id, Act.INVESTIGATE)
    if written(case):
        raise InvalidInputError(field="writing", problem="already_written")
    if case.last(EventKind.WRITING_ASKED) is not None:
        raise InvalidInputError(field="writing", problem="already_asked")
    at = _instant(desk, case, command.asked_at, command.zone, "asked_at")
    return _record(desk, case, EventKind.WRITING_ASKED, at, command.zone)


def record_writing(command: RecordWriting, desk: Desk) -> Changes:
    """Record that the complaint came in writing, or that the officer put it in writing; `created` is the id of its file.

    Raises:
        NotFoundError: there is no such complaint.
        ComplaintDecidedError: it is decided.
        NotPermittedError: its case is closed.
        InvalidInputError: it is in writing already, there is neither a text nor a file, or the instant cannot be.
    """
    case, _ = _at_work(desk, command.case_id, Act.INVESTIGATE)
    if written(case):
        raise InvalidInputError(field="writing", problem="already_written")
    text = command.text.strip()
    if not text and command.evidence is None:
        raise InvalidInputError(field="writing", problem="empty")
    at = _instant(desk, case, command.at, command.zone, "at")
    kept = evidence.keep(desk, case, command.evidence) if command.evidence is not None else None
    details = {"evidence": str(kept.id)} if kept is not None else {}
    changes = _record(desk, case, EventKind.PUT_IN_WRITING, at, command.zone, details, text)
    return replace(changes, created=kept.id if kept is not None else None)


def decide_complaint(command: DecideComplaint, desk: Desk) -> Changes:
    """Decide a complaint, or write down how somebody outside the office decided it; what is put right becomes tasks.

    Raises:
        NotFoundError: there is no such complaint.
        ComplaintDecidedError: it is decided.
        NotPermittedError: its case is closed.
        NotIndependentError: it is about the officer at the desk, and nobody outside the office decided it.
        InvalidInputError: there are no reasons; the decision from outside is no kept file of the case, or was taken by an officer.
        InvestigationOpenError: a question has no finding with evidence, or none was asked; a complaint that was withdrawn may.
        RemedyWithoutOwnerError: a remedy is no officer's.
    """
    case, before = _at_work(desk, command.case_id, Act.DECIDE_COMPLAINT)
    reasons = case_file.required_text(command.reasons, "reasons")
    outside = " ".join(command.outside.split())
    if outside:
        _check_outside(desk, case, outside, command.evidence_id)
    elif desk.officer.id in _why(desk, case, before):
        raise NotIndependentError(case=case.number, officer=desk.officer.id)
    if command.outcome is not ComplaintOutcome.WITHDRAWN:
        if not before.inquiries:
            raise InvalidInputError(field="plan", problem="empty")
        left = open_inquiries(before.inquiries)
        if left:
            raise InvestigationOpenError(case=case.number, questions=listed([str(one) for one in left]))
    for number, remedy in enumerate(before.remedies, start=1):
        _check_remedy(desk, case, number, remedy)
    after = replace(
        before,
        outcome=command.outcome,
        reasons=reasons,
        decided_by=None if outside else desk.officer.id,
        decided_outside=outside,
    )
    _keep(desk, case, after)
    remedies.make_tasks(desk, case, after)
    details = {
        "outcome": command.outcome.value,
        "outside": "yes" if outside else "",
        "evidence": str(command.evidence_id) if outside and command.evidence_id is not None else "",
    }
    return _record(desk, case, EventKind.COMPLAINT_DECIDED, desk.now, desk.settings.home_zone, details, reasons)


def pass_on(command: PassComplaintOn, desk: Desk) -> Changes:
    """Take a complaint that was not settled to an authority: `created` is the id of the matter that is opened, `number` its number.

    Raises:
        NotFoundError: there is no such complaint or authority.
        NotPermittedError: its case is closed.
        InvalidInputError: there is no reason, the instant cannot be, or it went to this authority before.
    """
    case = _complaint_case(desk, command.case_id)
    case_file.permitted(case, Act.TAKE_TO_AUTHORITY)
    complaint = _load(desk, case)
    reason = case_file.required_text(command.reason, "pass_on_reason")
    at = _instant(desk, case, command.at, command.zone, "at")
    authority = authorities.directory(desk).authorities.get(command.authority_id)
    if authority is None:
        raise NotFoundError(what="authority", name=command.authority_id)
    passed = [event for event in case.standing if event.kind is EventKind.PASSED_ON]
    if any(event.detail("authority") == authority.id for event in passed):
        raise InvalidInputError(field="authority", problem="already_passed_on")
    laws = tuple(one for one in case.laws if one.law == authority.law) or case.laws
    opened = matters.open_matter(
        OpenMatter(
            kind=MatterKind.TRANSFER if complaint.kind is ComplaintKind.TRANSFER else MatterKind.COMPLAINT,
            authority_id=authority.id,
            why_competent=reason,
            received_at=at,
            zone=command.zone,
            channel=Channel.OFFICE,
            laws=laws,
            about_id=case.id,
            passed_on=True,
            subject_line=case.request.subject_line,
            text=case.request.text,
            language=case.request.language,
        ),
        desk,
    )
    details = {"matter": opened.number, "authority": authority.id}
    changes = _record(desk, case, EventKind.PASSED_ON, at, command.zone, details, reason)
    return replace(changes, cases=changes.cases | opened.cases, created=opened.created, number=opened.number)


def complaint_page(desk: Desk, case_id: int) -> ComplaintPage:
    """Return everything the panel of a complaint shows.

    Raises:
        NotFoundError: there is no such complaint.
    """
    case = _complaint_case(desk, case_id)
    complaint = _load(desk, case)
    about = _about(desk, case)
    may = frozenset[Act]() if desk.read_only else permitted(case)
    found = _why(desk, case, complaint)
    asked = case.last(EventKind.WRITING_ASKED)
    taken = complaint_decision(case)
    by = desk.officer_name(complaint.decided_by) if complaint.decided_by is not None else complaint.decided_outside
    return ComplaintPage(
        case_id=case.id,
        case_number=case.number,
        complaint=complaint,
        channel=case.request.channel,
        written=written(case),
        asked_on=_local(asked.occurred_at, asked.zone) if asked is not None and not written(case) else None,
        about=_about_line(desk, about),
        officers=officers(desk),
        barred=tuple(
            BarredLine(officer_id, desk.officer_name(officer_id), why, officer_id == desk.officer.id)
            for officer_id, why in sorted(found.items())
        ),
        may_decide=Act.DECIDE_COMPLAINT in may and desk.officer.id not in found,
        editable=Act.INVESTIGATE in may,
        open_inquiries=open_inquiries(complaint.inquiries),
        remedies=_remedy_lines(desk, case, complaint),
        files=evidence_store.list_for_case(desk.session, case.id),
        decided=taken is not None,
        decided_at=taken.occurred_at if taken is not None else None,
        decided_by=by,
        passed_on=_passed_on(desk, case),
    )


def list_complaints(desk: Desk, *, standing: str = "all") -> tuple[ComplaintLine, ...]:
    """Return the complaints that are open, closed or all, the next deadline first."""
    files = case_contents.load_all(desk.session, Complaint)
    lines = cases.list_cases(desk, CaseFilter(standing=standing, kind=CaseKind.COMPLAINT))
    numbers = case_store.numbers_of(desk.session, (line.about_id for line in lines if line.about_id is not None))
    found = []
    for line in lines:
        complaint = files[line.id]
        found.append(
            ComplaintLine(
                case=line,
                kind=complaint.kind,
                about_number=numbers[line.about_id] if line.about_id is not None else "",
                outcome=complaint.outcome,
                questions=len(complaint.inquiries),
                questions_open=len(open_inquiries(complaint.inquiries)),
            )
        )
    return tuple(found)


def officers(desk: Desk) -> tuple[OfficerLine, ...]:
    """Return the officers of the office, by name."""
    lines = (OfficerLine(one.id, one.name, one.title) for one in desk.officers.values())
    return tuple(sorted(lines, key=lambda one: (one.name.casefold(), one.id)))


def disputable(desk: Desk, text: str, *, most: int) -> tuple[CaseLine, ...]:
    """Return the cases that a complaint can be about whose number or name has a text, at most so many; matters are none of them."""
    lines = cases.list_cases(desk, CaseFilter(text=text, standing="all"))
    return tuple(line for line in lines if line.kind is not CaseKind.MATTER)[:most]


def start_of(desk: Desk, about_id: int | None) -> ComplaintStart:
    """Return what a new complaint begins with, about a case or standing alone.

    Raises:
        NotFoundError: there is no such case.
    """
    settings, named = desk.settings, officers(desk)
    case = case_file.load(desk, about_id) if about_id is not None else None
    if case is None or case.kind is CaseKind.MATTER:
        home = LawPlace(settings.home_law, settings.home_place)
        return ComplaintStart(None, None, None, (home,), settings.letter_language, (), named, settings.mail_hosts)
    return ComplaintStart(
        about=cases.line_of(case_store.list_case_rows(desk.session, case_ids=(case.id,))[0], now=desk.now),
        subject=None if case.kind is CaseKind.BREACH else case.subject,
        requester=case.requester,
        laws=case.laws,
        language=case.request.language,
        rights=case.request.rights,
        officers=named,
        mail_hosts=settings.mail_hosts,
    )


def clocks_of_receipt(desk: Desk, laws: tuple[LawPlace, ...], received_at: datetime, zone: str) -> tuple[DeadlineLine, ...]:
    """Return the clocks that would run for a complaint, before its case is opened.

    Raises:
        LawUnknownError, PlaceUnknownError: a law or a place is not shipped.
        YearNotCoveredError: no calendar covers the year.
    """
    received = CaseEvent(0, 0, EventKind.COMPLAINT_RECEIVED, received_at, zone, received_at, desk.officer.id)
    case = Case(
        id=0,
        number="",
        subject=DataSubject(""),
        requester=None,
        request=Request(received_at, zone, Channel.EMAIL, (), "", "", "en"),
        laws=laws,
        officer_id=desk.officer.id,
        opened_at=desk.now,
        events=(received,),
        calendars=tuple(desk.snapshot(one.law, one.place, year=received_at.year) for one in laws),
        kind=CaseKind.COMPLAINT,
    )
    return deadlines.lines_of(desk, case) if laws else ()


def competent(desk: Desk, case_id: int) -> tuple[Proposal, ...]:
    """Return the authorities to which a complaint can be passed on, the most fitting first, each with the reason.

    Raises:
        NotFoundError: there is no such complaint.
    """
    return authorities.proposals(desk, _complaint_case(desk, case_id).laws, initiative=Initiative.PERSON)


# The case and its working file


def _complaint_case(desk: Desk, case_id: int) -> Case:
    case = case_file.load(desk, case_id)
    if case.kind is not CaseKind.COMPLAINT:
        raise NotFoundError(what="complaint", name=case.number)
    return case


def _load(desk: Desk, case: Case) -> Complaint:
    return case_contents.load(desk.session, case.id, Complaint)


def _keep(desk: Desk, case: Case, complaint: Complaint) -> bool:
    return case_contents.save(desk.session, case.id, complaint, at=desk.now, officer_id=desk.officer.id)


def _at_work(desk: Desk, case_id: int, act: Act) -> tuple[Case, Complaint]:
    """Return a complaint that is not decided, with its working file."""
    case = _complaint_case(desk, case_id)
    if complaint_decision(case) is not None and phase_of(case) is not Phase.CLOSED:
        raise ComplaintDecidedError(case=case.number)
    return case_file.permitted(case, act), _load(desk, case)


def _about(desk: Desk, case: Case) -> Case | None:
    return case_file.load(desk, case.about_id) if case.about_id is not None else None


def _instant(desk: Desk, case: Case, at: datetime, zone: str, field: str) -> datetime:
    return case_file.checked_instant(desk, at, zone, field, not_before=case.request.received_at)


def _record(
    desk: Desk,
    case: Case,
    kind: EventKind,
    at: datetime,
    zone: str,
    details: Mapping[str, str] | None = None,
    text: str = "",
) -> Changes:
    case_file.record(desk, case, kind, occurred_at=at, zone=zone, details=details, text=text)
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}))


def _local(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


# Whom it is about


def _why(desk: Desk, case: Case, complaint: Complaint) -> Mapping[int, tuple[WhyBarred, ...]]:
    """Return who cannot decide a complaint, and why; one about another complaint is also about whom that one is about."""
    about = _about(desk, case)
    approved = _approved_by(desk, complaint, about)
    found = dict(why_barred(complaint, about, approved_by=approved, since=case.opened_at))
    if about is not None and about.kind is CaseKind.COMPLAINT:
        for officer_id, why in _why(desk, about, _load(desk, about)).items():
            found[officer_id] = tuple(one for one in WhyBarred if one in {*found.get(officer_id, ()), *why})
    return found


def _approved_by(desk: Desk, complaint: Complaint, about: Case | None) -> frozenset[int]:
    """Return who approved a decision on a disputed right as second officer."""
    if about is None:
        return frozenset()
    records = approval_store.list_for_case(desk.session, about.id)
    disputed = (one for one in records if not complaint.rights or one.right in complaint.rights)
    return frozenset(one.officer_id for one in disputed if one.verdict is Verdict.APPROVED)


def _check_scope(desk: Desk, about: Case | None, rights: Iterable[Right], named: Iterable[int]) -> None:
    asked = about.request.rights if about is not None else ()
    if any(right not in asked for right in rights):
        raise InvalidInputError(field="rights", problem="not_a_choice")
    if any(one not in desk.officers for one in named):
        raise InvalidInputError(field="named_officers", problem="not_a_choice")
    if about is not None and about.kind is CaseKind.MATTER:
        raise InvalidInputError(field="about", problem="not_a_choice")


def _check_outside(desk: Desk, case: Case, outside: str, evidence_id: int | None) -> None:
    """Check that somebody outside the office decided, and that their decision is kept."""
    if any(names(outside, one.name) for one in desk.officers.values()):
        raise InvalidInputError(field="outside", problem="is_an_officer")
    if evidence_id is None:
        raise InvalidInputError(field="outside_evidence", problem="empty")
    if all(one.id != evidence_id for one in evidence_store.list_for_case(desk.session, case.id)):
        raise InvalidInputError(field="outside_evidence", problem="not_a_choice")


# What it says


def _transfer(kind: ComplaintKind, transfer: TransferAtIssue | None) -> TransferAtIssue | None:
    """Return what is said of the transfer at issue, all four things."""
    if kind is not ComplaintKind.TRANSFER:
        if transfer is not None:
            raise InvalidInputError(field="transfer", problem="not_a_transfer")
        return None
    said = transfer or TransferAtIssue("", "", "", "")
    return TransferAtIssue(
        destination=case_file.required_text(said.destination, "transfer_destination"),
        safeguard=case_file.required_text(said.safeguard, "transfer_safeguard"),
        exporter=case_file.required_text(said.exporter, "transfer_exporter"),
        importer=case_file.required_text(said.importer, "transfer_importer"),
    )


def _inquiries(said: Iterable[Inquiry]) -> tuple[Inquiry, ...]:
    return tuple(
        Inquiry(
            question=case_file.required_text(one.question, "question"),
            asked=one.asked.strip(),
            finding=one.finding.strip(),
            evidence=tuple(dict.fromkeys(ref for ref in one.evidence if ref.points)),
        )
        for one in said
    )


def _remedies(desk: Desk, case: Case, said: Iterable[Remedy], before: tuple[Remedy, ...]) -> tuple[Remedy, ...]:
    """Return the remedies; only their task says that one is done."""
    found = []
    for number, one in enumerate(said, start=1):
        remedy = replace(one, what=one.what.strip())
        _check_remedy(desk, case, number, remedy)
        found.append(remedy if remedy in before else replace(remedy, done_on=None))
    return tuple(found)


def _check_remedy(desk: Desk, case: Case, number: int, remedy: Remedy) -> None:
    if not remedy.what or remedy.owner_id not in desk.officers:
        raise RemedyWithoutOwnerError(case=case.number, remedy=number)


def _check_evidence(desk: Desk, case: Case, about: Case | None, inquiries: Iterable[Inquiry]) -> None:
    """Check that every piece of evidence is a file or a letter of the complaint or of the case it is about, or a case."""
    both = [one for one in (case, about) if one is not None]
    files = {file.id for one in both for file in evidence_store.list_for_case(desk.session, one.id)}
    letters = {letter.number for one in both for letter in one.letters}

    def points(ref: EvidenceRef) -> bool:
        if ref.kind is EvidenceRefKind.FILE:
            return ref.evidence_id in files
        if ref.kind is EvidenceRefKind.LETTER:
            return ref.number in letters
        return case_store.find(desk.session, ref.number) > 0

    if not all(points(ref) for one in inquiries for ref in one.evidence):
        raise InvalidInputError(field="evidence", problem="not_a_choice")


# What is shown


def _about_line(desk: Desk, about: Case | None) -> AboutLine | None:
    if about is None:
        return None
    return AboutLine(
        id=about.id,
        number=about.number,
        kind=about.kind,
        subject_name=about.subject.name,
        rights=about.request.rights,
        evidence=tuple(
            one for one in evidence_store.list_for_case(desk.session, about.id) if one.kind is not EvidenceKind.IDENTITY
        ),
        letters=about.letters,
    )


def _remedy_lines(desk: Desk, case: Case, complaint: Complaint) -> tuple[RemedyLine, ...]:
    tasks = {
        one.details.get("remedy"): one.id
        for one in task_store.list_open(desk.session, case_id=case.id)
        if one.kind == remedies.COMPLAINT_REMEDY
    }
    today = desk.today()
    return tuple(
        RemedyLine(
            remedy=one,
            owner_name=desk.officer_name(one.owner_id),
            task_id=tasks.get(str(number)) if one.done_on is None else None,
            late=one.done_on is None and one.due_on < today,
        )
        for number, one in enumerate(complaint.remedies, start=1)
    )


def _passed_on(desk: Desk, case: Case) -> tuple[PassedOnLine, ...]:
    known = authorities.directory(desk).authorities
    return tuple(
        PassedOnLine(
            case_id=case_store.find(desk.session, event.detail("matter")),
            number=event.detail("matter"),
            authority=known[event.detail("authority")].contact.name if event.detail("authority") in known else "",
            on=_local(event.occurred_at, event.zone),
            reason=event.text,
        )
        for event in case.standing
        if event.kind is EventKind.PASSED_ON
    )
