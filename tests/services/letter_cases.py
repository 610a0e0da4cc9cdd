"""Cases for tests of letters: invented people, the shipped laws, clocks as values. One day: 26 November 2026."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from workbench.domain.cases import Case, CaseEvent, Channel, EventKind, LawPlace, Request
from workbench.domain.clocks import ClockState, PauseSpan, Reckoning
from workbench.domain.decisions import Decision, Outcome, ScheduleLine, Treatment
from workbench.domain.letters import TO_OTHERS, LetterFields, LetterKind
from workbench.domain.parties import DataSubject, Officer, Requester
from workbench.domain.phases import COMPLAINTS, shown_by
from workbench.domain.rights import Right
from workbench.domain.settings import OfficeSettings
from workbench.domain.templates import INSERTS, Template
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import Composed, compose_for
from workbench.services.lines import DeadlineLine

ON = date(2026, 11, 26)
ASKED_ON, BACK_ON = date(2026, 11, 2), date(2026, 11, 9)
RECEIVED = datetime(2026, 10, 28, 9, 14, tzinfo=UTC)
EU_DE = LawPlace("EU", "DE-NW")
GB_ENG = LawPlace("GB", "GB-ENG")
ID_ID = LawPlace("ID", "ID")
ZONES = {"EU": "Europe/Berlin", "GB": "Europe/London", "ID": "Asia/Jakarta"}
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
) -> Composed:
    """Return a letter of a case."""
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
    deadlines = clocks_of(case, back=True)
    if kind is LetterKind.EXTENSION:
        deadlines = tuple(clock(line.law, line.rights, extended=True) for line in deadlines)
    if kind in COMPLAINTS:
        deadlines = tuple(replace(line, kind="complaint_outcome") for line in deadlines)
    return composed(case, kind, language, fields=filled(kind), deadlines=deadlines, template=template)
