"""Makers of real encrypted stores, with plainly invented people; instants are aware and fixed."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from workbench.domain.approvals import ApprovalRecord, Means
from workbench.domain.authorities import Contact
from workbench.domain.cases import (
    CalendarSnapshot,
    Case,
    CaseKind,
    Channel,
    EventKind,
    LawPlace,
    LawVersion,
    NewCaseEvent,
    Request,
)
from workbench.domain.complaints import Complaint, ComplaintKind, ComplaintOutcome, Inquiry, Remedy, TransferAtIssue
from workbench.domain.decisions import Decision, Outcome, ScheduleLine, Treatment
from workbench.domain.dossier import Dossier, EvidenceRef, EvidenceRefKind, Verdict
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import Dispatch, DispatchChannel, LetterFields, LetterKind
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.store import (
    approvals,
    authorities,
    blobs,
    case_contents,
    cases,
    dispatches,
    dossiers,
    evidence,
    journal,
    keys,
    letters,
    office_days,
    officer_keys,
    officers,
    packets,
    rulebooks,
    settings,
    tasks,
)
from workbench.store.engine import Session, Store, create_store, open_store
from workbench.store.rows import BatchRow, OfficeImageRow, TemplateRow
from workbench.store.rulebooks import Signoff

NOW = datetime(2026, 11, 26, 2, 15, 0, 123456, tzinfo=UTC)
PASSPHRASE = "rain over the harbour wall"  # noqa: S105  it opens stores of the tests alone
OTHER_WORDS = "different words this year"
ZONE = "Asia/Jakarta"
COMPLAINT_NUMBER = "CMP-2026-0001"

CANARIES = {
    "name": "Petunia Marrowquill",
    "email": "petunia.marrowquill@example.com",
    "nik": "3174096112900042",
    "request": "zebra-lantern request words",
    "refusal": "walnut-compass refusal words",
    "note": "thistle-anchor note words",
    "evidence": "quartz-bramble evidence words",
    "letter": "copper-heron letter words",
    "officer": "Leocadia Brindlewood",
    "setting": "Saffron Quay Building",
    "quarantine": "juniper-gasket quarantine words",
}
"""Words that must be readable nowhere outside the encrypted file."""


@dataclass(frozen=True, slots=True)
class Made:
    """A store on the disk with its secrets; open one with `open()`."""

    folder: Path
    key: bytes
    recovery_code: str = field(default="")

    def open(self, *, read_only: bool = False, patience: float = 5.0) -> Store:
        return open_store(self.folder, self.key, read_only=read_only, patience=patience)


def make_store(folder: Path) -> Made:
    """Return a closed store with one officer and nothing else."""
    new = keys.create_keys(folder, passphrase=PASSPHRASE, officer_id=1, cost=keys.FLOOR)
    store = create_store(folder, new.data_key)
    with store.writing() as session:
        officers.add(session, name=CANARIES["officer"], title="Privacy officer", at=NOW)
    store.close()
    return Made(folder, new.data_key, new.recovery_code)


def subject(name: str = CANARIES["name"], email: str = CANARIES["email"]) -> DataSubject:
    return DataSubject(
        name=name,
        email=email,
        address=("Jl. Melati 5", "Jakarta"),
        phone="+62 21 555 0100",
        salutation="Ibu",
        customer_since="2019",
    )


def request(**changes: object) -> Request:
    values: dict[str, object] = {
        "received_at": NOW - timedelta(days=3),
        "zone": ZONE,
        "channel": Channel.EMAIL,
        "rights": (Right.ACCESS, Right.ERASURE),
        "subject_line": "My data",
        "text": f"{CANARIES['request']}\nNIK {CANARIES['nik']}",
        "language": "en",
        "received_from": "received_header",
    }
    return Request(**{**values, **changes})  # type: ignore[arg-type]


def add_case(session: Session, **changes: object) -> Case:
    values: dict[str, object] = {
        "number": changes.get("number") or cases.next_number(session, "DSR", 2026),
        "subject": subject(),
        "requester": Requester(name="Orville Pennant", email="orville@example.com", address=("Box 4",), authority="counsel"),
        "request": request(),
        "laws": (LawPlace("ID", "ID"), LawPlace("EU", "DE")),
        "officer_id": 1,
        "opened_at": NOW,
    }
    return cases.add(session, **{**values, **changes})  # type: ignore[arg-type]


def add_event(session: Session, case_id: int, kind: EventKind = EventKind.NOTE, text: str = "") -> int:
    new = NewCaseEvent(kind=kind, occurred_at=NOW, zone=ZONE, details=(("rights", "access"),), text=text)
    return cases.add_event(session, case_id, new, officer_id=1, recorded_at=NOW).id


def decision(case_id: int, right: Right = Right.ERASURE) -> Decision:
    return Decision(
        id=0,
        case_id=case_id,
        right=right,
        outcome=Outcome.PARTLY,
        grounds=("EU:art17-3b", "ID:pdp-33"),
        reason=CANARIES["refusal"],
        internal_note="ask the accountants",
        schedule=(
            ScheduleLine("invoices", "2019 to 2024", Treatment.KEPT, "tax law"),
            ScheduleLine("newsletter", "address", Treatment.ERASED),
        ),
        decided_at=NOW,
        officer_id=1,
    )


def stored_deadline(due: date, state: str = "running", law: str = "EU") -> cases.StoredDeadline:
    ends_at = datetime(due.year, due.month, due.day, 22, 0, tzinfo=UTC)
    return cases.StoredDeadline(
        law=law, limit_id=f"{law}.respond", kind="respond", ends_at=ends_at, state=state, body=due.isoformat()
    )


def fill(session: Session) -> Case:
    """Write one of everything and return the case as it is then."""
    case = add_case(session)
    cases.save_calendar(session, case.id, CalendarSnapshot("DE", "v1", '{"days":["2026-12-25"]}'), at=NOW, officer_id=1)
    rulebooks.pin(session, case.id, LawVersion("EU", "v1"), "id = 'EU'", at=NOW, officer_id=1)
    rulebooks.sign(session, Signoff("EU", "v1", NOW, 1, "the whole text", "", ""))
    add_event(session, case.id, EventKind.REQUEST_RECEIVED)
    add_event(session, case.id, EventKind.NOTE, CANARIES["note"])
    cases.add_decision(session, decision(case.id))
    evidence.add(
        session,
        case.id,
        NewEvidence("passport.pdf", "application/pdf", CANARIES["evidence"].encode(), EvidenceKind.IDENTITY),
        added_at=NOW,
        officer_id=1,
    )
    evidence.quarantine(
        session,
        name="broken.eml",
        data=CANARIES["quarantine"].encode(),
        reason="too_large",
        added_at=NOW,
        officer_id=1,
    )
    letter = add_letter(session, case.id)
    letters.save_issued(session, letter, pdf=b"%PDF-1.7 " + CANARIES["letter"].encode(), pages=2, issued_at=NOW, officer_id=1)
    sent = Dispatch(sent_at=NOW, channel=DispatchChannel.REGISTERED_POST, recipient=CANARIES["name"], officer_id=1)
    run = dispatches.add_run(
        session, number=cases.next_number(session, "RUN", 2026), letters=[letter], made_at=NOW, officer_id=1
    )
    letters.save_dispatch(session, letter, sent, at=NOW, run_id=run.id)
    add_letter(session, case.id, kind=LetterKind.REFUSAL)
    add_of_the_office(session, case.id)
    add_authority(session)
    add_refusal(session, case, letter)
    settings.put(session, "office_name", CANARIES["setting"], at=NOW, officer_id=1)
    office_days.put(
        session,
        place="ID",
        on=date(2026, 12, 24),
        rests=True,
        name="Cuti bersama",
        source="decree",
        at=NOW,
        officer_id=1,
    )
    due = stored_deadline(date(2026, 12, 23))
    cases.save_cached(session, case.id, phase=Phase.TO_APPROVE, deadlines=[due], next_deadline=due)
    return cases.load(session, case.id)


def add_refusal(session: Session, case: Case, letter_id: int) -> None:
    """Keep what a refusal leaves: a dossier, the word of an officer, a signing key, a packet, a task."""
    dossier = Dossier(case_number=case.number, right=Right.ERASURE, balancing=CANARIES["refusal"], internal=CANARIES["note"])
    dossiers.save(session, case.id, dossier, at=NOW, officer_id=1)
    record = ApprovalRecord(
        id=0,
        case_id=case.id,
        right=Right.ERASURE,
        letter_id=letter_id,
        digest="c" * 64,
        verdict=Verdict.QUESTIONS,
        means=Means.SLOT,
        words=CANARIES["note"],
        signature="",
        given_at=NOW,
        recorded_at=NOW,
        officer_id=1,
        asked_by=1,
    )
    approvals.add(session, record, case_number=case.number, by=1)
    reviewer = officers.add(session, name=CANARIES["name"], title="", at=NOW)
    officer_keys.add_public(session, reviewer.id, "d" * 64, at=NOW, by=1)
    packet = packets.NewPacket(
        number=f"{letter_id:032x}", case_id=case.id, right=Right.ERASURE, letter_id=letter_id, digest="c" * 64
    )
    packets.add(session, packet, case_number=case.number, at=NOW, officer_id=1)
    task = tasks.NewTask(
        case_id=case.id, kind="tell_recipient", details={"system": "billing"}, owner_id=1, text=CANARIES["note"]
    )
    tasks.add(session, task, at=NOW, officer_id=1)
    case_contents.save(session, case.id, complaint(), at=NOW, officer_id=1)


def add_complaint(session: Session, about: Case) -> int:
    """Open a complaint about a case, without its working file, and return its id."""
    opened = add_case(
        session,
        number=cases.next_number(session, "CMP", 2026),
        kind=CaseKind.COMPLAINT,
        about_id=about.id,
        request=request(rights=(), text=""),
    )
    add_event(session, opened.id, EventKind.COMPLAINT_RECEIVED)
    return opened.id


def complaint(**changes: object) -> Complaint:
    """Return the working file of that complaint, with one of everything."""
    ref = EvidenceRef(EvidenceRefKind.FILE, evidence_id=1, line=2)
    values: dict[str, object] = {
        "case_number": COMPLAINT_NUMBER,
        "kind": ComplaintKind.TRANSFER,
        "rights": (Right.ACCESS,),
        "named_officers": (1,),
        "transfer": TransferAtIssue("Nowhere", "clauses", "Onee", "Somebody Ltd"),
        "inquiries": (Inquiry("Who sent it?", CANARIES["name"], CANARIES["note"], (ref,)),),
        "remedies": (Remedy(CANARIES["note"], 1, date(2026, 12, 1), date(2026, 11, 30)),),
        "outcome": ComplaintOutcome.PARTLY,
        "reasons": CANARIES["refusal"],
        "decided_by": 1,
    }
    return Complaint(**{**values, **changes})  # type: ignore[arg-type]


def add_authority(session: Session, **changes: object) -> None:
    """Keep the office's own copy of an authority, checked."""
    contact = Contact(name="Invented Authority", name_en="Invented Authority", address=("1 Plainly Road", "Nowhere"))
    record = authorities.AuthorityRecord(
        **{  # type: ignore[arg-type]
            "authority_id": "atdsb",
            "contact": contact,
            "checked_on": NOW.date(),
            "checked_by": 1,
            "against": "its web page",
            **changes,
        }
    )
    authorities.put(session, record, action=authorities.CHECKED, facts={}, at=NOW, officer_id=1)


def add_of_the_office(session: Session, version: int) -> None:
    """Write a template, a picture and a batch: rows that no case owns."""
    template = TemplateRow(
        kind="answer", language="en", version=version, body="kind = 'answer'", reason="shorter", saved_at=NOW, officer_id=1
    )
    picture = OfficeImageRow(
        name="logo",
        media_type="image/png",
        blob_id=blobs.keep(session, b"a picture"),
        sha256=blobs.digest(b"a picture"),
        officer_id=1,
        saved_at=NOW,
    )
    batch = BatchRow(
        number=cases.next_number(session, "B", 2026), made_at=NOW, officer_id=1, plan={"kind": "answer", "language": ""}
    )
    for row in (template, picture, batch):
        journal.vouch(session, row, action="kept", subject="office", at=NOW, officer_id=1)


def add_letter(session: Session, case_id: int, kind: LetterKind = LetterKind.ANSWER) -> int:
    return letters.add(
        session,
        case_id=case_id,
        number=cases.next_number(session, "L", 2026),
        kind=kind,
        language="en",
        fields=LetterFields(addressee=(CANARIES["name"], "Jl. Melati 5"), free_text=CANARIES["letter"], signatory="L. B."),
        created_at=NOW,
        officer_id=1,
    ).id
