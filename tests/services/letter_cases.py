"""Cases for tests of letters: invented people, the shipped laws, clocks as values. One day: 26 November 2026."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from workbench.domain.breaches import Breach, BreachNature
from workbench.domain.cases import Case, CaseEvent, CaseKind, Channel, EventKind, LawPlace, Request
from workbench.domain.clocks import ClockState, PauseSpan, Reckoning
from workbench.domain.complaints import Complaint, ComplaintKind, ComplaintOutcome, Inquiry, Remedy
from workbench.domain.decisions import Decision, Outcome, ScheduleLine, Treatment
from workbench.domain.letters import TO_AUTHORITIES, TO_OTHERS, LetterFields, LetterKind
from workbench.domain.matters import ContactOfficer, Matter, MatterKind, Question, QuestionState, Undertaking
from workbench.domain.parties import DataSubject, Officer, Requester
from workbench.domain.phases import COMPLAINTS, LETTERS_OF, shown_by
from workbench.domain.rights import Right
from workbench.domain.settings import OfficeSettings
from workbench.domain.templates import INSERTS, Template
from workbench.services.authorities import shipped_directory
from workbench.services.laws import load_rulebooks
from workbench.services.letter_files import NO_FILE, Document, WorkingFile
from workbench.services.letter_texts import Composed, compose_for
from workbench.services.lines import DeadlineLine

ON = date(2026, 11, 26)
ASKED_ON, BACK_ON = date(2026, 11, 2), date(2026, 11, 9)
RECEIVED = datetime(2026, 10, 28, 9, 14, tzinfo=UTC)
EU_DE = LawPlace("EU", "DE-NW")
GB_ENG = LawPlace("GB", "GB-ENG")
ID_ID = LawPlace("ID", "ID")
ZONES = {"EU": "Europe/Berlin", "GB": "Europe/London", "ID": "Asia/Jakarta"}
READY = QuestionState.READY
SPOKEN_OF = {
    LetterKind.BREACH_NOTICE: "breach_authority",
    LetterKind.BREACH_FOLLOW_UP: "breach_authority",
    LetterKind.BREACH_SUBJECTS: "breach_subject",
}
HOURS = frozenset({Right.ACCESS, Right.COPY, Right.RECTIFICATION, Right.RESTRICTION, Right.WITHDRAW_CONSENT})

OFFICE = OfficeSettings(
    office_name="Onee Privacy Office",
    office_address=("Jalan Contoh Nomor 1", "Jakarta 10110", "Indonesia"),
    office_city="Jakarta",
    office_email="privacy@onee.example",
    office_phone="+62 21 0000 0000",
    letterhead=("Onee", "Privacy Office", "Jakarta, Indonesia"),
    signatory="Rina Pratama",
    signatory_title="Data Protection Officer",
)
OFFICER = Officer(1, "Ayu Contoh", "Privacy Officer")
SUBJECT = DataSubject(
    name="Hannah Beispiel",
    email="hannah@beispiel.example",
    address=("Lindenweg 4", "50667 Köln", "GERMANY"),
    salutation="Ms",
)
SCHEDULE = (
    ScheduleLine("Name", "Hannah Beispiel", Treatment.DISCLOSED),
    ScheduleLine("E-mails to and from us", "14 messages, 2 March to 9 October 2026", Treatment.DISCLOSED),
    ScheduleLine("Support conversations", "3 of 17 conversations", Treatment.WITHHELD, "They name other customers."),
    ScheduleLine("Invoices and payment records", "2019 to 2026", Treatment.KEPT, "Tax law"),
)


COMPLAINT = Complaint(
    case_number="DSR-2026-0038",
    kind=ComplaintKind.LATE,
    inquiries=(Inquiry("Why was the answer late?", "Support", "Words for a finding: the request lay unread for nine days."),),
    remedies=(
        Remedy("Words for a remedy: mails are read on every working day", 1, date(2026, 12, 15)),
        Remedy("Words for another: the answer was sent again", 9, date(2026, 11, 30), date(2026, 11, 20)),
    ),
    outcome=ComplaintOutcome.PARTLY,
    reasons="Words for the reasons: the answer was late, but whole.",
)
MATTER = Matter(
    case_number="DSR-2026-0038",
    kind=MatterKind.ENQUIRY,
    authority_id="gbauthority",
    reference="AZ-7/2026",
    contact=ContactOfficer("Dr Erika Amt", "amt@authority.example"),
    basis="its own law",
    person="Hannah Beispiel",
    questions=(
        Question(
            "Words for a question: since when do you hold the data?",
            "1a",
            "Words for an answer: since 2019.",
            1,
            (11, 12),
            READY,
        ),
        Question(
            "Words for another question: who has seen them?", "", "Words for another answer: nobody else.", 1, (12,), READY
        ),
    ),
    undertakings=(
        Undertaking("Words for an undertaking: the mailbox is watched", 1, date(2026, 11, 1), date(2026, 10, 30), (13,)),
        Undertaking("Words for another undertaking: the staff is trained", 9, date(2026, 12, 31)),
    ),
)
BREACH = Breach(
    case_number="DSR-2026-0038",
    title="Lost laptop",
    what="A laptop was stolen from a car.",
    nature=tuple(BreachNature),
    categories=("name", "email"),
    other_data="notes of support calls",
    people="customers",
    subjects=1200,
    records=15000,
    consequences="Unwanted mail.",
    measures="The laptop was wiped from afar.",
    protected="The disk was encrypted.",
)
DOCUMENTS = {number: Document(f"Words for annex {number}.pdf", f"{number:064x}") for number in (11, 12, 13)}
FUNCTIONS = {1: "Privacy Officer"}
WORKING = {
    CaseKind.COMPLAINT: WorkingFile(COMPLAINT, shipped_directory().find("EU", "DE-NW"), functions=FUNCTIONS),
    CaseKind.MATTER: WorkingFile(MATTER, documents=DOCUMENTS, functions=FUNCTIONS),
    CaseKind.BREACH: WorkingFile(BREACH, functions=FUNCTIONS),
}
"""The working files of cases that are no requests."""


def event(kind: EventKind, at: datetime, *, text: str = "", seq: int = 1, **details: str) -> CaseEvent:
    """Return one event of a case."""
    return CaseEvent(seq, seq, kind, at, "Asia/Jakarta", at, 1, tuple(details.items()), text)


def decision(
    right: Right,
    outcome: Outcome,
    *,
    grounds: tuple[str, ...] = (),
    reason: str = "",
    schedule: tuple[ScheduleLine, ...] = (),
) -> Decision:
    """Return one decision."""
    return Decision(1, 38, right, outcome, grounds, reason, "inner note: never printed", schedule, RECEIVED, 1)


def case_of(
    *rights: Right,
    laws: tuple[LawPlace, ...] = (EU_DE,),
    decisions: tuple[Decision, ...] = (),
    events: tuple[CaseEvent, ...] = (),
    subject: DataSubject = SUBJECT,
    requester: Requester | None = None,
    text: str = "Please tell me what you hold about me.",
) -> Case:
    """Return a case of these rights under these laws."""
    asked = rights or (Right.ACCESS,)
    request = Request(RECEIVED, "Asia/Jakarta", Channel.EMAIL, asked, "My data", text, "en")
    received = event(EventKind.REQUEST_RECEIVED, RECEIVED)
    return Case(
        id=38,
        number="DSR-2026-0038",
        subject=subject,
        requester=requester,
        request=request,
        laws=laws,
        officer_id=1,
        opened_at=RECEIVED,
        events=(received, *events),
        decisions=decisions,
    )


def clock(
    law: str, rights: tuple[Right, ...], *, extended: bool = False, paused: bool = False, back: bool = False
) -> DeadlineLine:
    """Return a clock of an answer as it stands on the day: a month, 72 hours, or no number."""
    due: date | datetime | None = date(2026, 11, 30)
    cites = {"EU": "GDPR Art 12(3)", "GB": "UK GDPR Art 12A", "ID": "UU PDP Art 32(2)"}
    cite = cites.get(law) or load_rulebooks()[law].limits[0].source.cite
    if law == "ID":
        due = RECEIVED + timedelta(hours=72) if set(rights) <= HOURS else None
    base, later = due, None if law == "ID" else date(2027, 1, 28)
    if extended and later is not None:
        due = later
    if paused:
        due = None
    open_ended = due is None and not paused
    state = ClockState.PAUSED if paused else ClockState.OPEN_ENDED if open_ended else ClockState.RUNNING
    return DeadlineLine(
        case_id=38,
        number="DSR-2026-0038",
        law=law,
        place=law,
        limit_id=f"{law}.respond",
        kind="respond",
        rights=rights,
        due=due,
        safe=due,
        state=state.value,
        late=False,
        zone=ZONES.get(law) or load_rulebooks()[law].zone,
        cite=cite,
        answered_at=None,
        reckoning=Reckoning(
            limit_id=f"{law}.respond",
            state=state,
            due=due,
            safe=due,
            steps=(),
            base_due=base,
            extension_notice_due=base if isinstance(base, date) and not isinstance(base, datetime) else None,
            extended_due=later,
            extended=extended and later is not None,
            pauses=(PauseSpan(ASKED_ON, BACK_ON, "identity_requested", 6),) if back else (),
        ),
    )


def clocks_of(case: Case, *, extended: str = "", paused: str = "", back: bool = False) -> tuple[DeadlineLine, ...]:
    """Return the clocks of a case; Indonesian ones apart for what has a number of hours and what has none."""
    lines: list[DeadlineLine] = []
    for place in case.laws:
        groups = [case.request.rights]
        if place.law == "ID":
            groups = [
                tuple(right for right in case.request.rights if right in HOURS),
                tuple(right for right in case.request.rights if right not in HOURS),
            ]
        lines += [
            clock(place.law, group, extended=extended == place.law, paused=paused == place.law, back=back)
            for group in groups
            if group
        ]
    return tuple(lines)


def composed(
    case: Case,
    kind: LetterKind,
    language: str = "en",
    *,
    fields: LetterFields | None = None,
    deadlines: tuple[DeadlineLine, ...] | None = None,
    office: OfficeSettings = OFFICE,
    on: date = ON,
    template: Template | None = None,
    corrected: tuple[str, date] | None = None,
    working: WorkingFile | None = None,
) -> Composed:
    """Return a letter of a case; a complaint, a matter or a breach has the working file of its kind unless another is given."""
    return compose_for(
        case,
        kind,
        language,
        fields,
        rulebooks=load_rulebooks(),
        office=office,
        deadlines=clocks_of(case) if deadlines is None else deadlines,
        number="L-2026-0117",
        on=on,
        officer=OFFICER,
        template=template,
        corrected=corrected,
        working=working or WORKING.get(case.kind, NO_FILE),
    )


def partly_access(laws: tuple[LawPlace, ...] = (EU_DE,)) -> Case:
    """Return an access request that was granted in part, for the sake of others."""
    grounds = {"EU": "EU.privacy", "GB": "GB.privacy", "ID": "ID.not_required_access"}
    one = decision(
        Right.ACCESS,
        Outcome.PARTLY,
        grounds=tuple(grounds[law.law] for law in laws),
        reason="Three conversations name other customers, who have not agreed.",
        schedule=SCHEDULE,
    )
    return case_of(Right.ACCESS, laws=laws, decisions=(one,))


def vexatious() -> Case:
    """Return a repeated access request that is refused under two laws."""
    one = decision(
        Right.ACCESS,
        Outcome.REFUSED,
        grounds=("EU.frivolous", "GB.frivolous"),
        reason="This is the fourth request for access since August; nothing had changed since our answer of 12 October 2026.",
    )
    return case_of(Right.ACCESS, laws=(EU_DE, GB_ENG), decisions=(one,))


def extended(law: str = "EU", laws: tuple[LawPlace, ...] = (EU_DE,)) -> Case:
    """Return a case whose period was extended under one law."""
    told = event(
        EventKind.EXTENSION_NOTIFIED,
        datetime(2026, 11, 25, 3, 0, tzinfo=UTC),
        seq=2,
        text="The request covers fourteen support conversations that name other people, which must be separated first.",
        law=law,
        until_on="2027-01-28",
    )
    return case_of(Right.ACCESS, laws=laws, events=(told,))


def with_subject(case: Case, **changes: object) -> Case:
    """Return the case with another data subject."""
    return replace(case, subject=replace(case.subject, **changes))  # type: ignore[arg-type]  # fields of a data subject


def law_place(law: str) -> LawPlace:
    """Return a law with one of its places."""
    known = {one.law: one for one in (EU_DE, GB_ENG, ID_ID)}
    return known.get(law) or LawPlace(law, next(iter(load_rulebooks()[law].places), law))


def ground_of(law: str, right: Right) -> str | None:
    """Return a ground by which a law lets a right be refused, with words for a letter."""
    found = (one for one in load_rulebooks()[law].grounds if one.usable and right in one.rights and one.letter_texts)
    return next((one.id for one in found), None)


def tellings(kind: LetterKind) -> tuple[tuple[Right, Outcome], ...]:
    """Return every decision that a kind of letter can tell."""
    shown = shown_by(kind)
    if shown is None:
        return ()
    return tuple(
        (right, outcome) for right in Right if right in shown.rights for outcome in Outcome if outcome in shown.outcomes
    )


def fitting(
    kind: LetterKind, laws: tuple[LawPlace, ...] = (EU_DE,), telling: tuple[Right, Outcome] | None = None, *, lines: int = 4
) -> Case:
    """Return a case in which a letter of this kind makes sense, with everything that it needs.

    Args:
        kind: the kind of letter.
        laws: the laws of the case.
        telling: which decision it tells; None takes the first that the kind can tell.
        lines: how many lines the schedule of a decision has.
    """
    events = [
        event(EventKind.IDENTITY_REQUESTED, datetime(2026, 11, 2, 3, 0, tzinfo=UTC), seq=2),
        event(EventKind.IDENTITY_VERIFIED, datetime(2026, 11, 9, 3, 0, tzinfo=UTC), seq=3),
        event(EventKind.COMPLAINT_RECEIVED, datetime(2026, 11, 10, 3, 0, tzinfo=UTC), seq=4, text="The answer came late."),
    ]
    if kind is LetterKind.EXTENSION:
        events += [
            event(
                EventKind.EXTENSION_NOTIFIED, datetime(2026, 11, 25, 3, 0, tzinfo=UTC), seq=5, text="Much to read.", law=one.law
            )
            for one in laws
        ]
    if kind not in LETTERS_OF[CaseKind.REQUEST]:
        return apart(kind, laws)
    possible = tellings(kind)
    if not possible:
        return case_of(Right.ACCESS, laws=laws, events=tuple(events))
    right, outcome = telling or possible[0]
    refusing = outcome in {Outcome.PARTLY, Outcome.REFUSED}
    one = decision(
        right,
        outcome,
        grounds=tuple(ground for law in laws if (ground := ground_of(law.law, right))) if refusing else (),
        reason="The reason in our own words." if refusing else "",
        schedule=(SCHEDULE * lines)[:lines] if outcome in {Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED} else (),
    )
    return case_of(right, laws=laws, decisions=(one,), events=tuple(events))


def apart(kind: LetterKind, laws: tuple[LawPlace, ...]) -> Case:
    """Return a complaint, a matter or a breach in which a letter of this kind makes sense."""
    day = datetime(2026, 11, 10, 3, 0, tzinfo=UTC)
    events = {
        CaseKind.COMPLAINT: (
            event(EventKind.COMPLAINT_RECEIVED, day, seq=2, text="The answer came late."),
            event(EventKind.COMPLAINT_DECIDED, day, seq=3, outcome="partly"),
        ),
        CaseKind.MATTER: (
            event(EventKind.MATTER_OPENED, day, seq=2),
            event(EventKind.AUTHORITY_DEADLINE_SET, day, seq=3, text="Letter of 9 November", due="2026-12-10"),
            event(EventKind.MORE_TIME_ASKED, day, seq=4, text="Much to read.", until="2027-01-10"),
        ),
        CaseKind.BREACH: (
            event(EventKind.BREACH_OCCURRED, day, seq=2),
            event(EventKind.BREACH_AWARE, day, seq=3),
            event(EventKind.BREACH_REPORTED_INITIAL, day, seq=4, law=""),
        ),
    }
    owner = next(one for one in (CaseKind.COMPLAINT, CaseKind.MATTER, CaseKind.BREACH) if kind in LETTERS_OF[one])
    case = case_of(laws=laws, events=events[owner])
    return replace(case, kind=owner, request=replace(case.request, rights=()))


def clocks_for(kind: LetterKind, case: Case, *, back: bool = True) -> tuple[DeadlineLine, ...]:
    """Return the clocks that a letter of this kind speaks of, as they stand on the day; a notice of a breach comes late."""
    asked = case if case.request.rights else replace(case, request=replace(case.request, rights=(Right.ACCESS,)))
    deadlines = clocks_of(asked, back=back)
    if kind is LetterKind.EXTENSION:
        return tuple(clock(line.law, line.rights, extended=True) for line in deadlines)
    spoken_of = "complaint_outcome" if kind in COMPLAINTS else SPOKEN_OF.get(kind, "")
    spoken_of = spoken_of or ("authority_deadline" if kind in TO_AUTHORITIES - {LetterKind.AUTHORITY} else "")
    late = kind is LetterKind.BREACH_NOTICE
    return tuple(replace(line, kind=spoken_of, rights=(), late=late) for line in deadlines) if spoken_of else deadlines


def filled(kind: LetterKind) -> LetterFields:
    """Return fields with words at every place that a letter can have."""
    addressee = ("The recipient", "1 Some Street") if kind in TO_OTHERS else ()
    return LetterFields(
        addressee=addressee,
        free_text="Which account do you mean?",
        inserts=tuple((name, f"Words for {name}") for name in INSERTS),
    )


def fitting_letter(
    kind: LetterKind,
    language: str = "en",
    laws: tuple[LawPlace, ...] = (EU_DE,),
    telling: tuple[Right, Outcome] | None = None,
    *,
    lines: int = 4,
    template: Template | None = None,
) -> Composed:
    """Return a letter of this kind with everything that it needs."""
    case = fitting(kind, laws, telling, lines=lines)
    return composed(case, kind, language, fields=filled(kind), deadlines=clocks_for(kind, case), template=template)
