"""The demo store: invented people and their cases, played through the real use cases on a clock that is moved along.

What happens is data (`resources/demo`): people, and for each case what was asked and what was done when. The same pinned day
gives the same content. Hours without a zone are read in the office's own zone.
"""

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from workbench.domain.case_clocks import ClockLine
from workbench.domain.cases import Channel, EventKind, LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    AddNote,
    AddOfficer,
    ApproveLetter,
    AskApproval,
    AskForClarification,
    AskForIdentity,
    AttachEvidence,
    CloseCase,
    ComposeLetter,
    Decide,
    DispatchLetter,
    ExtendDeadline,
    GiveApproval,
    QuarantineFile,
    RecordClarification,
    RecordDelivery,
    RecordEvent,
    RecordIdentity,
    RecordReturn,
    RegisterRequest,
    ReopenCase,
    SaveDossier,
    SaveSettings,
    SetOfficeDay,
)
from workbench.domain.decisions import Outcome, ReopenCause, ScheduleLine, Treatment
from workbench.domain.dossier import (
    AnsweredFactor,
    ConsentAsked,
    EvidenceRef,
    EvidenceRefKind,
    KeepReason,
    KeptItem,
    Scope,
    TickedFactor,
    TriedWay,
    Verdict,
    WithheldItem,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterFields, LetterKind
from workbench.domain.parties import Officer, Requester
from workbench.domain.periods import add_months
from workbench.domain.refusal_grounds import Way
from workbench.domain.rights import Right
from workbench.domain.rulebooks import LimitKind
from workbench.services import (
    approvals,
    closure,
    decisions,
    demo_regulators,
    dispatch,
    dossiers,
    events,
    evidence,
    identity,
    intake,
    letters,
    settings,
)
from workbench.services import deadlines as clocks
from workbench.services.demo_stage import (
    ZONE,
    Facts,
    PlayedAct,
    Stage,
    UseCase,
    day_or_none,
    instant,
    law_place,
    local,
    made,
    new_file,
    subject,
)
from workbench.services.office import Desk, Office, ask, run
from workbench.services.resources import RESOURCES
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store

DEMO_DAY = date(2026, 11, 26)
"""The pinned day of the demo store, where no other is asked for."""

SECOND_PASSPHRASE = "lestari reads it twice"  # noqa: S105  of an invented officer in a store of invented people
"""The passphrase of the demo's second officer, so that four eyes can be tried."""

_MORNING = time(10, 0)
_TO_OPEN = timedelta(minutes=20)
_TO_ISSUE = timedelta(minutes=10)
_TO_SEND = timedelta(minutes=40)
_HISTORY = timedelta(days=100)
_LOOK_BACK = range(4, 29)
_JUNK = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR not a mail at all"

_Opens = Callable[[Facts, Facts, datetime, Stage], UseCase]


class DemoNeedsEmptyOfficeError(WorkbenchError):
    """The office has cases of its own; the demo is played into an empty one only."""

    code = "demo_needs_empty_office"


def demo_now(today: date) -> datetime:
    """Return the instant at which the demo's day is looked at: ten in the morning at the office."""
    return datetime.combine(today, _MORNING, ZoneInfo(ZONE)).astimezone(UTC)


def demo_opening(today: date) -> datetime:
    """Return the instant at which the demo's office is made, before its first case arrived."""
    return demo_now(today) - _HISTORY


def demo_officer() -> Officer:
    """Return the officer to create the demo's office with; the second one is added by `fill_demo`."""
    officer = _read("people")["officers"]["rina"]
    return Officer(id=1, name=officer["name"], title=officer["title"])


def fill_demo(office: Office, today: date = DEMO_DAY) -> int:
    """Play the demo's cases into an empty office and return how many there are.

    The office's clock and officer are moved while the play runs and put back afterwards.

    Args:
        office: an open office without cases.
        today: the pinned day; every date is relative to it.

    Raises:
        DemoNeedsEmptyOfficeError: the office has cases of its own.
    """
    clock, officer = office.clock, office.officer
    people, played = _read("people"), _read("cases") | _read("regulators")
    now = demo_now(today)
    try:
        acts = sorted(_acts(office, people, played, now), key=lambda act: (act.at, act.order))
        _set_clock(office, demo_opening(today))
        if not ask(office, _is_empty):
            raise DemoNeedsEmptyOfficeError
        second = _set_up(office, people)
        officers = {"rina": officer, "lestari": second}
        stage = Stage(run(office, partial(_signer, second)), {name: one.id for name, one in officers.items()})
        for act in acts:
            _set_clock(office, act.at)
            office.officer = officers[act.officer]
            run(office, act.play(stage))
        _set_clock(office, now)
        run(office, _declare_holiday)
    finally:
        office.clock, office.officer = clock, officer
    return sum(1 for _ in _cases(played))


def _declare_holiday(desk: Desk) -> Changes:
    """Declare an invented holiday on the day on which a running European clock ends, so that a move waits to be accepted."""
    running = [
        ClockLine.from_json(one.body)
        for one in case_store.list_deadlines(desk.session, states=("running",), closed=False)
        if one.law == "EU" and one.kind == LimitKind.RESPOND
    ]
    days = sorted((line.due, line.place) for line in running if type(line.due) is date and line.due > desk.today())
    if not days:
        return Changes(journal=False)
    on, place = days[0]
    command = SetOfficeDay(place=place, on=on, rests=True, name="Day of the demo", source="Invented for the demo")
    return settings.add_office_day(command, desk)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def _set_clock(office: Office, at: datetime) -> None:
    office.clock = lambda: at


def _is_empty(desk: Desk) -> bool:
    from workbench.services.cases import list_cases  # noqa: PLC0415  read once, before the play
    from workbench.services.lines import CaseFilter  # noqa: PLC0415  as above

    return not list_cases(desk, CaseFilter(standing="all"))


def _set_up(office: Office, people: Facts) -> Officer:
    run(office, partial(settings.save_settings, SaveSettings(values=tuple(people["office"].items()))))
    second = people["officers"]["lestari"]
    command = AddOfficer(name=second["name"], title=second["title"], passphrase=SECOND_PASSPHRASE)
    added = run(office, partial(settings.add_officer, command)).created
    return next(one for one in ask(office, settings.list_officers) if one.id == added)


def _signer(second: Officer, desk: Desk) -> approvals.Signer:
    """Return the second officer with a signing key, made without trying the passphrase on the slots of the key file."""
    from workbench.store import keys, officer_keys  # noqa: PLC0415  only the play makes a key so

    officer_keys.make(desk.session, second.id, SECOND_PASSPHRASE, cost=keys.FLOOR, at=desk.now, by=desk.officer.id)
    private = officer_keys.private_key(desk.session, second.id, SECOND_PASSPHRASE)
    if private is None:
        raise ValueError(second.id)
    return approvals.Signer(second.id, private.sign)


# When things happen


def _acts(office: Office, people: Facts, played: Facts, now: datetime) -> Iterator[PlayedAct]:
    """Give every act of every case, letters taken apart into writing, issuing and sending."""
    rest_days = _RestDays(office)
    for number, facts in enumerate(played["check"]):
        yield PlayedAct(now - _HISTORY, (-1, number, 0), "rina", partial(_checked, facts))
    for index, (opens, case) in enumerate(_cases(played)):
        received_at = _received(case, now, rest_days)
        person = people["person"].get(case.get("person"), {})
        officer = case.get("officer", "rina")
        if opens is not None:
            opened_at = min(received_at + _TO_OPEN, now)
            yield PlayedAct(opened_at, (index, 0, 0), officer, partial(opens, case, person, received_at))
        for number, step in enumerate(case["steps"], start=1):
            at = instant(step["at"], received_at, now)
            acting = step.get("by", "lestari" if step["do"] == "approve" else officer)
            for part, (later, play) in enumerate(_plays(case, person, step, at)):
                yield PlayedAct(min(later, now), (index, number, part), acting, play)
    junk = QuarantineFile(name="invoice-scan.eml", data=_JUNK, reason="not_mail")
    last = sum(1 for _ in _cases(played))
    yield PlayedAct(now - timedelta(hours=20), (last, 0, 0), "rina", lambda _stage: partial(intake.quarantine_file, junk))


def _cases(played: Facts) -> Iterator[tuple[_Opens | None, Facts]]:
    """Give every case with what opens it; None for a matter that is opened by passing a complaint on."""
    for case in played["case"]:
        yield _register, case
    for case in played["complaint"]:
        yield _complain, case
    for case in played["matter"]:
        yield None if "passed_on_from" in case else _open_matter, case
    for case in played["breach"]:
        yield _open_breach, case


class _RestDays:
    """Asks the office's calendars which days rest; each calendar is made once."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._made: dict[LawPlace, Any] = {}

    def holiday(self, place: LawPlace, on: date) -> bool:
        """Return whether a working weekday rests there."""
        if place not in self._made:
            self._made[place] = ask(self._office, lambda desk: desk.calendar(place.law, place.place, year=on.year - 1))
        calendar = self._made[place]
        return bool(calendar.name_of(on)) and on.weekday() not in calendar.rest_weekdays


def _received(case: Facts, now: datetime, rest_days: _RestDays) -> datetime:
    when: str = case["received"]
    kind, _, hour = when.partition(" ")
    today = now.astimezone(ZoneInfo(ZONE)).date()
    if kind == "short_month":
        days = [today - timedelta(days=back) for back in _LOOK_BACK]
        found = next((day for day in days if add_months(day, 1).day < day.day), days[20])
        return local(found, hour)
    if kind == "holiday":
        days = [today - timedelta(days=back) for back in range(1, 28)]
        place = law_place(case["laws"][0])
        found = next((day for day in days if rest_days.holiday(place, add_months(day, 1))), days[0])
        return local(found, hour)
    return instant(when, now, now)


# What happens


def _checked(facts: Facts, _stage: Stage) -> UseCase:
    return demo_regulators.check_authority(facts)


def _plays(case: Facts, person: Facts, step: Facts, at: datetime) -> Iterator[tuple[datetime, Callable[[Stage], UseCase]]]:
    trap: str = case["trap"]
    if step["do"] != "letter":
        yield at, partial(_plain, trap, step, at)
        return
    kind = LetterKind(step["kind"])
    language = step.get("language", "id" if case.get("language") == "id" else "en")
    yield at, partial(_write, trap, kind, language, _fields(step))
    if step["state"] in {"issued", "dispatched"}:
        yield at + _TO_ISSUE, partial(_issue, trap, kind)
    if step["state"] == "dispatched":
        yield at + _TO_SEND, partial(_send, trap, step, _recipient(person, step), at + _TO_SEND)


def _register(case: Facts, person: Facts, received_at: datetime, stage: Stage) -> UseCase:
    channel = Channel(case.get("channel", "email"))
    requester = case.get("requester")
    command = RegisterRequest(
        subject=subject(person),
        requester=None if requester is None else Requester(**{**requester, "address": tuple(requester["address"])}),
        received_at=received_at,
        zone=ZONE,
        received_from="received_header" if channel is Channel.EMAIL else "officer",
        channel=channel,
        rights=tuple(Right(right) for right in case["rights"]),
        laws=tuple(law_place(law) for law in case["laws"]),
        subject_line=case["subject_line"],
        text=case["text"].strip(),
        language=case.get("language", "en"),
        evidence=_original(channel, case, person, received_at),
    )

    return stage.opens(case["trap"], partial(intake.register_request, command))


def _complain(case: Facts, person: Facts, received_at: datetime, stage: Stage) -> UseCase:
    original = _original(Channel(case.get("channel", "email")), case, person, received_at)
    return demo_regulators.open_complaint(case, person, received_at, original, stage)


def _open_matter(case: Facts, _person: Facts, received_at: datetime, stage: Stage) -> UseCase:
    return demo_regulators.open_matter(case, received_at, stage)


def _open_breach(case: Facts, _person: Facts, aware_at: datetime, stage: Stage) -> UseCase:
    return demo_regulators.open_breach(case, aware_at, stage)


def _fields(step: Facts) -> LetterFields | None:
    """Return what the officer writes in a letter, None where the case says everything."""
    fields = LetterFields(
        addressee=tuple(step.get("to", ())),
        free_text=step.get("words", ""),
        inserts=tuple(step.get("places", {}).items()),
        law=step.get("law", ""),
    )
    return fields if fields != LetterFields(addressee=()) else None


def _recipient(person: Facts, step: Facts) -> str:
    """Return to whom a letter is sent: the person by mail or post, or whoever else it is for."""
    if "recipient" in step or "to" in step:
        return str(step.get("recipient") or ", ".join(step["to"]))
    by_mail = step.get("channel", "email") in {"email", "portal"}
    return str(person["email"]) if by_mail else ", ".join((person["name"], *person["address"]))


def _write(trap: str, kind: LetterKind, language: str, fields: LetterFields | None, stage: Stage) -> UseCase:
    command = ComposeLetter(case_id=stage.cases[trap], kind=kind, language=language, fields=fields)

    def use_case(desk: Desk) -> Changes:
        changes = letters.compose_letter(command, desk)
        stage.letters[trap, kind.value] = made(changes)
        return changes

    return use_case


def _issue(trap: str, kind: LetterKind, stage: Stage) -> UseCase:
    return partial(letters.approve_letter, ApproveLetter(letter_id=stage.letters[trap, kind.value]))


def _send(trap: str, step: Facts, recipient: str, at: datetime, stage: Stage) -> UseCase:
    command = DispatchLetter(
        letter_id=stage.letters[trap, step["kind"]],
        sent_at=at,
        zone=ZONE,
        channel=DispatchChannel(step.get("channel", "email")),
        recipient=recipient,
        tracking=step.get("tracking", ""),
    )
    return partial(dispatch.dispatch_letter, command)


def _plain(trap: str, step: Facts, at: datetime, stage: Stage) -> UseCase:  # noqa: C901, PLR0911, PLR0912  one case for each word of the data
    case_id = stage.cases[trap]
    match step["do"]:
        case "ask_identity":
            return partial(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=at, zone=ZONE))
        case "identity":
            return partial(identity.record_identity, _identity(case_id, step, at))
        case "ask_clarification":
            question = AskForClarification(case_id=case_id, asked_at=at, zone=ZONE, question=step["question"])
            return partial(identity.ask_for_clarification, question)
        case "clarification":
            answer = RecordClarification(case_id=case_id, at=at, zone=ZONE, answer=step["answer"])
            return partial(identity.record_clarification, answer)
        case "extend":
            longer = ExtendDeadline(case_id=case_id, law=step["law"], notified_at=at, zone=ZONE, reason=step["reason"])
            return partial(clocks.extend_deadline, longer)
        case "decide":
            return partial(decisions.decide, _decision(case_id, step))
        case "dossier":
            return partial(_save_dossier, case_id, step, at)
        case "ask_approval":
            asked = AskApproval(case_id=case_id, right=Right(step["right"]), words=step["words"])
            return partial(approvals.ask_approval, asked)
        case "approve":
            return partial(_approve, case_id, step, stage.signer)
        case "attach":
            return partial(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=new_file(step)))
        case "event":
            happened = RecordEvent(case_id=case_id, kind=EventKind(step["kind"]), at=at, zone=ZONE, text=step["words"])
            return partial(events.record_event, happened)
        case "note":
            return partial(closure.add_note, AddNote(case_id=case_id, text=step["text"]))
        case "delivery":
            letter_id = stage.letters[trap, step["kind"]]
            return partial(
                dispatch.record_delivery, RecordDelivery(letter_id=letter_id, delivered_at=at, zone=ZONE, proof=step["proof"])
            )
        case "returned":
            letter_id = stage.letters[trap, step["kind"]]
            back = RecordReturn(letter_id=letter_id, outcome=DeliveryOutcome.RETURNED, at=at, zone=ZONE, remark=step["remark"])
            return partial(dispatch.record_return, back)
        case "close":
            return partial(closure.close_case, CloseCase(case_id=case_id, remark=step.get("remark", "")))
        case "reopen":
            cause = ReopenCause(step.get("cause", ReopenCause.OTHER))
            return partial(closure.reopen_case, ReopenCase(case_id=case_id, reason=step["reason"], cause=cause))
        case _:
            return demo_regulators.play(trap, step, at, stage)


def _identity(case_id: int, step: Facts, at: datetime) -> RecordIdentity:
    return RecordIdentity(case_id=case_id, result=EventKind(step["result"]), at=at, zone=ZONE, means=step["means"])


def _decision(case_id: int, step: Facts) -> Decide:
    return Decide(
        case_id=case_id,
        right=Right(step["right"]),
        outcome=Outcome(step["outcome"]),
        grounds=tuple(step.get("grounds", ())),
        reason=step.get("reason", ""),
        internal_note=step.get("note", ""),
        schedule=tuple(_schedule_line(*line) for line in step.get("schedule", ())),
    )


def _save_dossier(case_id: int, step: Facts, at: datetime, desk: Desk) -> Changes:
    page = dossiers.dossier_page(desk, case_id, Right(step["right"]))
    files = evidence_store.list_for_case(desk.session, case_id)
    refs = {
        "request": EvidenceRef(EvidenceRefKind.FILE, evidence_id=files[0].id if files else None, line=1),
        "earlier": EvidenceRef(
            EvidenceRefKind.CASE, number=page.dossier.earlier[-1].case_number if page.dossier.earlier else ""
        ),
        "number": EvidenceRef(EvidenceRefKind.CASE, number=page.case_number),
    }
    dossier = replace(
        page.dossier,
        ticked=tuple(TickedFactor(name, sentence, (refs[ref],)) for name, sentence, ref in step.get("ticked", ())),
        answered=tuple(AnsweredFactor(*one) for one in step.get("answered", ())),
        earlier=tuple(replace(one, changed=step.get("changed", "")) for one in page.dossier.earlier),
        tried=tuple(TriedWay(Way(way), day_or_none(when, at), result) for way, when, result in step.get("tried", ())),
        balancing=step.get("balancing", ""),
        internal=step.get("internal", ""),
        withheld=tuple(
            WithheldItem(item, whose, balancing, ConsentAsked(consent), note, instead)
            for item, whose, balancing, consent, note, instead in step.get("withheld", ())
        ),
        scope=Scope(*step["scope"]) if "scope" in step else None,
        kept=tuple(KeptItem(name, KeepReason(reason), by, until=until) for name, reason, by, until in step.get("kept", ())),
    )
    return dossiers.save_dossier(SaveDossier(case_id=case_id, dossier=dossier), desk)


def _approve(case_id: int, step: Facts, signer: approvals.Signer, desk: Desk) -> Changes:
    right = Right(step["right"])
    command = GiveApproval(
        case_id=case_id,
        right=right,
        digest=approvals.content_of(desk, case_id, right).digest,
        verdict=Verdict.APPROVED,
        passphrase="",
        words=step["words"],
    )
    return approvals.give_verdict(command, signer, desk)


def _schedule_line(category: str, detail: str, treatment: str, why: str = "") -> ScheduleLine:
    return ScheduleLine(category=category, detail=detail, treatment=Treatment(treatment), why=why)


# The originals


def _original(channel: Channel, case: Facts, person: Facts, received_at: datetime) -> tuple[NewEvidence, ...]:
    """Return the request as it would have arrived, where the channel leaves a file."""
    match channel:
        case Channel.EMAIL:
            return (NewEvidence("request.eml", "message/rfc822", _mail(case, person, received_at), EvidenceKind.REQUEST),)
        case Channel.WEB_FORM:
            form = {"name": person["name"], "email": person["email"], "subject": case["subject_line"], "message": case["text"]}
            data = json.dumps(form, ensure_ascii=False, indent=1).encode()
            return (NewEvidence("web-form.json", "application/json", data, EvidenceKind.REQUEST),)
        case Channel.WHATSAPP:
            local = received_at.astimezone(ZoneInfo(ZONE))
            line = f"{local:%d/%m/%y, %H.%M} - {person['name']}: {case['text'].strip()}\n"
            return (NewEvidence("WhatsApp chat.txt", "text/plain", line.encode(), EvidenceKind.REQUEST),)
        case _:
            return ()


def _mail(case: Facts, person: Facts, received_at: datetime) -> bytes:
    local = received_at.astimezone(ZoneInfo(ZONE))
    domain = person["email"].partition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["Received"] = f"from mx.{domain} by mail.onee.example; {local:%a, %d %b %Y %H:%M:%S %z}"
    mail["From"] = f'"{person["name"]}" <{person["email"]}>'
    mail["To"] = "privacy@onee.example"
    mail["Subject"] = case["subject_line"]
    mail["Date"] = local
    mail["Message-ID"] = f"<{received_at:%Y%m%d%H%M%S}@{domain}>"
    mail.set_content(case["text"].strip() + "\n\n" + person["name"] + "\n", charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()
