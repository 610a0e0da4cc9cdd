"""Frozen read models for tests of models and widgets: one invented office on 26 November 2026 at 10:00 in Jakarta."""

from datetime import UTC, date, datetime, timedelta

from workbench.domain.cases import Case, CaseEvent, Channel, EventKind, LawPlace, Request
from workbench.domain.clocks import ClockState, PauseSpan, Reckoning, Step, StepKind
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.domain.letters import LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.phases import PERMITTED, Act, Phase
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Confidence, Source
from workbench.services.lines import (
    CalendarDay,
    CaseLine,
    CasePage,
    DeadlineLine,
    DeskTask,
    DueLine,
    HistoryLine,
    NextStep,
    TodayBoard,
)

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)
JAKARTA = "Asia/Jakarta"
BERLIN = "Europe/Berlin"
RECEIVED = datetime(2026, 10, 28, 9, 14, tzinfo=UTC)


def reckoning(
    due: date | datetime | None = date(2026, 12, 1),
    *,
    state: ClockState = ClockState.RUNNING,
    safe: date | datetime | None = date(2026, 11, 30),
    pauses: tuple[PauseSpan, ...] = (),
    extended_due: date | None = None,
) -> Reckoning:
    """Return a month's reckoning with three steps."""
    source = Source("GDPR Art 12(3)", Confidence.HIGH)
    return Reckoning(
        limit_id="EU.respond",
        state=state,
        due=due,
        safe=safe,
        steps=(
            Step(StepKind.RECEIVED, date(2026, 10, 28), source, (("event", "request_received"),)),
            Step(
                StepKind.COUNTED, date(2026, 11, 28), source, (("count", 1), ("unit", "month"), ("from_on", date(2026, 10, 28)))
            ),
            Step(StepKind.ENDS, due, source) if due is not None else Step(StepKind.STILL_PAUSED, None, source),
        ),
        base_due=due,
        extension_notice_due=date(2026, 12, 1),
        extended_due=extended_due,
        starts=date(2026, 10, 28),
        pauses=pauses,
    )


def deadline(
    *,
    case_id: int = 38,
    number: str = "DSR-2026-0038",
    law: str = "EU",
    place: str = "DE",
    due: date | datetime | None = date(2026, 12, 1),
    safe: date | datetime | None = date(2026, 11, 30),
    state: str = "running",
    late: bool = False,
    zone: str = BERLIN,
    kind: str = "respond",
    limit_id: str = "EU.respond",
    answered_at: datetime | None = None,
    pauses: tuple[PauseSpan, ...] = (),
    rights: tuple[Right, ...] = (Right.ACCESS, Right.ERASURE),
) -> DeadlineLine:
    """Return one clock of one case."""
    clock_state = ClockState(state) if state in set(ClockState) else ClockState.RUNNING
    return DeadlineLine(
        case_id=case_id,
        number=number,
        law=law,
        place=place,
        limit_id=limit_id,
        kind=kind,
        rights=rights,
        due=due,
        safe=safe,
        state=state,
        late=late,
        zone=zone,
        cite="GDPR Art 12(3)",
        answered_at=answered_at,
        reckoning=reckoning(due, state=clock_state, safe=safe, pauses=pauses, extended_due=date(2027, 2, 1)),
        paused_since=date(2026, 11, 20) if state == "paused" else None,
        paused_by="identity_requested" if state == "paused" else "",
    )


def hour_deadline(*, due: datetime = NOW + timedelta(hours=5), late: bool = False) -> DeadlineLine:
    """Return a clock of 72 hours."""
    return DeadlineLine(
        case_id=42,
        number="DSR-2026-0042",
        law="ID",
        place="ID",
        limit_id="ID.rectify",
        kind="respond",
        rights=(Right.RECTIFICATION,),
        due=due,
        safe=due,
        state="running",
        late=late,
        zone=JAKARTA,
        cite="UU PDP Art 30(1)",
        answered_at=None,
        reckoning=Reckoning(
            limit_id="ID.rectify",
            state=ClockState.RUNNING,
            due=due,
            safe=due,
            steps=(),
            base_due=due,
            starts=due - timedelta(hours=72),
        ),
    )


def case_line(case_id: int = 38, *, number: str = "DSR-2026-0038", name: str = "Hannah Fischer", **changes: object) -> CaseLine:
    """Return one case of a list."""
    values: dict[str, object] = {
        "id": case_id,
        "number": number,
        "subject_name": name,
        "rights": (Right.ACCESS, Right.ERASURE),
        "laws": (LawPlace("EU", "DE"),),
        "phase": Phase.IN_PROGRESS,
        "received_at": RECEIVED,
        "zone": BERLIN,
        "officer_name": "A. Lestari",
        "due": date(2026, 12, 1),
        "safe": date(2026, 11, 30),
        "due_kind": "respond",
        "due_state": "running",
        "due_zone": BERLIN,
        "late": False,
    }
    return CaseLine(**{**values, **changes})  # type: ignore[arg-type]  # the table above is the signature


def due_line(line: DeadlineLine | None = None, *, name: str = "Hannah Fischer") -> DueLine:
    """Return one row of Today's list."""
    shown = line or deadline()
    return DueLine(shown.case_id, shown.number, name, "A. Lestari", shown)


def board(due: tuple[DueLine, ...] | None = None) -> TodayBoard:
    """Return what must be done now: one late, one in hours, one tomorrow, one later, one paused."""
    lines = (
        due
        if due is not None
        else (
            due_line(deadline(case_id=31, number="DSR-2026-0031", due=date(2026, 11, 24), late=True), name="Sari Wulandari"),
            due_line(hour_deadline(), name="Budi Santoso"),
            due_line(deadline(case_id=38, due=date(2026, 11, 27))),
            due_line(deadline(case_id=36, number="DSR-2026-0036", due=date(2026, 12, 15)), name="Li Wei"),
            due_line(deadline(case_id=39, number="DSR-2026-0039", due=None, state="paused"), name="J. Okafor"),
        )
    )
    monday = date(2026, 11, 23)
    weeks = tuple(
        CalendarDay(
            on=monday + timedelta(days=count),
            due=1 if count in {1, 4, 22} else 0,
            late=1 if count == 1 else 0,
            paused=1 if count == 33 else 0,
            rest=count % 7 > 4,
            holiday="Hari Raya Natal" if count == 32 else "",
        )
        for count in range(42)
    )
    return TodayBoard(
        now=NOW,
        today=TODAY,
        zone=JAKARTA,
        place="ID",
        overdue=sum(one.deadline.late for one in lines),
        oldest_late_days=2,
        due_in_seven_days=2,
        need_letter=2,
        paused=1,
        to_approve=0,
        due=lines,
        weeks=weeks,
        tasks=(DeskTask("dispatch_letters", 3, None, ""),),
    )


def case(phase_events: tuple[CaseEvent, ...] = ()) -> Case:
    """Return the case that `page` shows."""
    return Case(
        id=38,
        number="DSR-2026-0038",
        subject=DataSubject("Hannah Fischer", "hannah.fischer@example.de", ("Lindenweg 4", "50667 Köln", "Germany")),
        requester=None,
        request=Request(
            RECEIVED,
            BERLIN,
            Channel.EMAIL,
            (Right.ACCESS, Right.ERASURE),
            "Auskunft und Löschung",
            "Please tell me what data you hold about my account <b>hfischer</b> and then delete it.",
            "de",
            "received_header",
        ),
        laws=(LawPlace("EU", "DE"), LawPlace("ID", "ID")),
        officer_id=1,
        opened_at=RECEIVED,
        events=phase_events or (CaseEvent(1, 1, EventKind.REQUEST_RECEIVED, RECEIVED, BERLIN, RECEIVED, 1),),
    )


def page(*, phase: Phase = Phase.IN_PROGRESS, deadlines: tuple[DeadlineLine, ...] | None = None) -> CasePage:
    """Return everything the page of one case shows."""
    return CasePage(
        case=case(),
        phase=phase,
        permitted=PERMITTED[phase],
        officer_name="A. Lestari",
        deadlines=deadlines if deadlines is not None else (deadline(), hour_deadline()),
        next_step=NextStep("decide", Act.DECIDE, LetterKind.ANSWER, date(2026, 12, 1), date(2026, 11, 30), BERLIN),
        evidence=(Evidence(7, 38, "Anfrage.eml", "message/rfc822", EvidenceKind.REQUEST, 14_336, "9c41" * 16, RECEIVED, 1),),
        letters=(),
        history=(HistoryLine(1, RECEIVED, RECEIVED, "A. Lestari", "request_registered", (), ""),),
        earlier_cases=(),
    )
