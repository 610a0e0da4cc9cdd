"""The commands of the headless door that need a store; each is one function of the same name.

A command reads its arguments, does one use case and prints what came of it. Everything it refuses is a `WorkbenchError`.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from workbench import bootstrap
from workbench.domain.cases import CaseKind, Channel, EventKind, LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    AcceptMoves,
    CloseCase,
    Decide,
    ExtendDeadline,
    LiftOverride,
    OverrideDeadline,
    PauseClock,
    QuarantineFile,
    RecordEvent,
    RegisterRequest,
    ResumeClock,
    SignRulebook,
)
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.envelopes import EnvelopeForm, LabelSheet
from workbench.domain.errors import InvalidInputError, NotFoundError, WorkbenchError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import Letter
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.door import DONE, Door, FindingsError, shown
from workbench.formats.mail import IncomingMail, read_mail
from workbench.formats.mail_rights import suggest_rights
from workbench.formats.problems import ImportProblemError
from workbench.services import backup as backups
from workbench.services import (
    cases,
    closure,
    deadlines,
    decisions,
    envelopes,
    events,
    intake,
    letters,
    overrides,
    pauses,
    plain,
    seal,
    settings,
    signoffs,
    today,
)
from workbench.services import demo as demo_play
from workbench.services import file_copy as file_copies
from workbench.services import moves as move_service
from workbench.services import verify as proofs
from workbench.services.explanations import why_pdf
from workbench.services.exports import FileExistsAlreadyError, export, exporting
from workbench.services.ical import deadlines_ics
from workbench.services.lines import CaseFilter, CasePage, DeadlineLine
from workbench.services.office import Desk, ask, run
from workbench.services.wording import Words

T = TypeVar("T", bound=StrEnum)
C = TypeVar("C")


class MailQuarantinedError(WorkbenchError):
    """A mail could not be read and is kept in quarantine; details `file` and `reason` (a word key)."""

    code = "mail_quarantined"


# Making a store


def init(door: Door) -> int:
    """Create a store and write its recovery code to a file of its own."""
    arguments = door.arguments
    officer_name = arguments.officer or door.words.word("cli", "first_officer")
    with exporting(arguments.recovery_out, replace=arguments.force) as stream:
        office, code = bootstrap.create_office(arguments.folder, passphrase=door.passphrase(), officer_name=officer_name)
        office.close()
        stream.write(f"{code}\n".encode())
    door.say("created", folder=str(arguments.folder), file=str(arguments.recovery_out))
    return DONE


def demo(door: Door) -> int:
    """Create a store and play the demo's cases into it."""
    arguments = door.arguments
    officer = demo_play.demo_officer()
    on = arguments.today or demo_play.DEMO_DAY
    office, code = bootstrap.create_office(
        arguments.folder,
        passphrase=door.passphrase(),
        officer_name=officer.name,
        officer_title=officer.title,
        clock=lambda: demo_play.demo_opening(on),
    )
    try:
        count = demo_play.fill_demo(office, on)
    finally:
        office.close()
    if arguments.recovery_out is not None:
        export(arguments.recovery_out, f"{code}\n".encode(), replace=arguments.force)
    door.say("demo_made", folder=str(arguments.folder), count=count)
    return DONE


# Reading


def list(door: Door) -> int:  # noqa: A001  named as the command is
    """List the cases, the next deadline first."""
    kind = CaseKind(door.arguments.kind) if door.arguments.kind else None
    chosen = CaseFilter(text=door.arguments.text, standing=door.arguments.standing, kind=kind)
    with door.office(read_only=True) as office:
        lines = ask(office, partial(cases.list_cases, chosen=chosen))
    if door.arguments.json:
        door.dump([plain.case_as_json(line) for line in lines])
        return DONE
    spoken = door.words
    rows = [
        (
            line.number,
            spoken.date(line.due, line.due_zone) if line.due is not None else _state(door, line.due_state),
            spoken.word("cli", "late") if line.late else "",
            line.subject_name,
            ", ".join(spoken.word("right", right.value) for right in line.rights) or spoken.word("case_kind", line.kind.value),
            ", ".join(one.place for one in line.laws),
            spoken.word("phase", line.phase.value),
        )
        for line in lines
    ]
    door.table(("case", "due", "", "data_subject", "rights", "place", "phase"), rows)
    return DONE


def show(door: Door) -> int:
    """Show one case."""
    with door.office(read_only=True) as office:
        page = ask(office, partial(_page, door.arguments.case))
    if door.arguments.json:
        door.dump(plain.page_as_json(page))
        return DONE
    spoken, case, request = door.words, page.case, page.case.request
    door.print(f"{case.number}: {spoken.word('phase', page.phase.value)}")
    door.fields(
        (
            ("data_subject", f"{case.subject.name} {case.subject.email}"),
            ("requester", case.requester.name if case.requester is not None else ""),
            ("received", spoken.date(request.received_at, request.zone)),
            ("rights", ", ".join(spoken.word("right", right.value) for right in request.rights)),
            ("law", ", ".join(f"{spoken.word('law', one.law)}, {spoken.place(one.place)}" for one in case.laws)),
            ("officer", page.officer_name),
            ("subject_line", request.subject_line),
            ("next_step", _next_step(page, spoken)),
        )
    )
    _print_parts(door, page)
    return DONE


def explain(door: Door) -> int:
    """Say of every date of a case why it is that date."""
    with door.office(read_only=True) as office:
        page = ask(office, partial(_page, door.arguments.case))
        language = door.arguments.lang or door.arguments.language
        record = ask(office, partial(_record_of, door.arguments.case, language)) if door.arguments.pdf is not None else b""
    if door.arguments.pdf is not None:
        export(door.arguments.pdf, record, replace=door.arguments.force)
    if door.arguments.json:
        door.dump([plain.explained_as_json(line, door.words) for line in page.deadlines])
        return DONE
    for line in page.deadlines:
        door.print(_deadline(door, line))
        for step in line.reckoning.steps:
            sentence = door.words.step(step, line.zone)
            cite = step.source.cite if step.source is not None and step.source.cite not in sentence else ""
            door.print(f"  {sentence} {cite}")
    return DONE


def ical(door: Door) -> int:
    """Write open deadlines as an iCalendar file."""
    arguments = door.arguments
    if bool(arguments.case) == arguments.all:
        door.refuse_use("case_or_all")

    def query(desk: Desk) -> bytes:
        case_id = cases.case_id_of(desk, arguments.case) if arguments.case else None
        return deadlines_ics(desk, case_id=case_id, language=arguments.language)

    with door.office(read_only=True) as office:
        data = ask(office, query)
    export(arguments.out, data, replace=arguments.force)
    door.say("saved", file=str(arguments.out))
    return DONE


def moves(door: Door) -> int:
    """List the open deadlines that would move, and accept them when asked to."""
    with door.office(read_only=not door.arguments.accept) as office:
        waiting = ask(office, move_service.affected_cases)
        found = ask(office, partial(move_service.find_moves, case_ids=waiting))
        if door.arguments.accept and waiting:
            command = AcceptMoves(case_ids=waiting, seen=found.digest)
            run(office, partial(move_service.accept_moves, command))
    if door.arguments.json:
        door.dump(plain.moves_as_json(found.moves))
        return DONE
    spoken = door.words
    rows = [
        (
            move.number,
            spoken.word("law", move.law),
            move.limit_id,
            spoken.date(move.before, move.zone) if move.before is not None else _state(door, move.before_state),
            spoken.date(move.after, move.zone) if move.after is not None else _state(door, move.after_state),
            ", ".join(spoken.word("move_cause", cause) for cause in move.causes),
        )
        for move in found.moves
    ]
    door.table(("case", "law", "rule", "before", "after", "why"), rows)
    for case_id, error in found.failed:
        door.print(f"{case_id}: {spoken.error(error)}")
    if door.arguments.accept:
        door.say("moves_accepted", count=len(waiting))
    return DONE


def verify(door: Door) -> int:
    """Prove the store and its journal; every finding is a line, and any of them an error."""
    with door.office(read_only=True) as office:
        findings = proofs.verify_office(office)
        status = ask(office, today.office_status)
        proved = seal.verify_letters(office) if door.arguments.letters and not findings else None
    findings += proved.findings if proved is not None else ()
    if door.arguments.json:
        found = [{"code": finding.code, "where": finding.where} for finding in findings]
        journal = {"length": status.journal_length, "head": status.journal_head}
        made = {} if proved is None else {"letters": plain.letters_proved_as_json(proved)}
        door.dump({"sound": not found, "journal": journal, "findings": found, **made})
    else:
        for finding in findings:
            door.print(f"{finding.where}: {door.words.word('finding', finding.code)}")
    if findings:
        raise FindingsError(count=len(findings))
    if not door.arguments.json:
        door.say("sound", count=status.journal_length, head=status.journal_head)
        if proved is not None:
            counts = {"count": proved.made_again, "other": proved.other_press, "without": proved.without_snapshot}
            door.say("letters_proved", **counts)
    return DONE


# Writing


def receive(door: Door) -> int:
    """Open a case for an e-mail and print its number; a mail that cannot be read is kept in quarantine."""
    arguments = door.arguments
    if len(arguments.law) != len(arguments.place):
        door.refuse_use("law_and_place")
    laws = tuple(LawPlace(law, place) for law, place in zip(arguments.law, arguments.place, strict=True))
    rights = tuple(_choice(Right, right, "rights") for right in arguments.right)
    data = door.bytes_of(arguments.file)
    name = "mail.eml" if arguments.file == "-" else Path(arguments.file).name
    with door.office() as office:
        read = ask(office, settings.read_settings)
        try:
            mail = read_mail(data, own_hosts=read.mail_hosts)
        except ImportProblemError as problem:
            if not data:
                raise
            kept = QuarantineFile(name=name, data=data, reason=problem.reason.value)
            run(office, partial(intake.quarantine_file, kept))
            raise MailQuarantinedError(file=shown(name), reason=problem.reason.value) from problem
        asked = rights or tuple(right for right, _phrase in suggest_rights(f"{mail.subject}\n{mail.text}"))
        command = _request(
            door, mail, NewEvidence(name, "message/rfc822", data, EvidenceKind.REQUEST), asked, laws, read.home_zone
        )
        changes = run(office, partial(intake.register_request, command))
    door.print(changes.number)
    return DONE


def decide(door: Door) -> int:
    """Decide on one right of a case."""
    arguments = door.arguments
    schedule = tuple(
        ScheduleLine(category=category, detail=what, treatment=_choice(Treatment, treatment, "schedule"))
        for category, what, treatment in arguments.line
    )
    right = _choice(Right, arguments.right, "rights")
    outcome = _choice(Outcome, arguments.outcome, "outcome")

    def use_case(desk: Desk) -> None:
        command = Decide(
            case_id=cases.case_id_of(desk, arguments.case),
            right=right,
            outcome=outcome,
            grounds=tuple(arguments.ground),
            reason=arguments.reason,
            internal_note=arguments.note,
            schedule=schedule,
        )
        decisions.decide(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("decided", case=arguments.case)
    return DONE


def extend(door: Door) -> int:
    """Announce a longer limit under one law."""
    arguments = door.arguments

    def use_case(desk: Desk) -> None:
        command = ExtendDeadline(
            case_id=cases.case_id_of(desk, arguments.case),
            law=arguments.law,
            notified_at=desk.now,
            zone=desk.settings.home_zone,
            reason=arguments.reason,
        )
        deadlines.extend_deadline(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("extended", case=arguments.case)
    return DONE


def pause(door: Door) -> int:
    """Record that the person was asked for what a law lets a clock wait for."""
    opens = _choice(EventKind, door.arguments.event, "event")
    return _happened(door, PauseClock, pauses.pause_clock, opens=opens)


def resume(door: Door) -> int:
    """Record that what a clock waited for has come."""
    closes = _choice(EventKind, door.arguments.event, "event")
    return _happened(door, ResumeClock, pauses.resume_clock, closes=closes)


def record(door: Door) -> int:
    """Record an event that a law of the case counts from."""
    kind = _choice(EventKind, door.arguments.event, "event")
    return _happened(door, RecordEvent, events.record_event, kind=kind)


def override(door: Door) -> int:
    """Set the date of a clock by hand, or take it back."""
    arguments = door.arguments
    if bool(arguments.due) == arguments.lift:
        door.refuse_use("due_or_lift")

    def use_case(desk: Desk) -> None:
        case_id = cases.case_id_of(desk, arguments.case)
        if arguments.lift:
            lift = LiftOverride(case_id=case_id, law=arguments.law, limit_id=arguments.rule, reason=arguments.reason)
            overrides.lift_override(lift, desk)
            return
        command = OverrideDeadline(
            case_id=case_id, law=arguments.law, limit_id=arguments.rule, due=_when(arguments.due), reason=arguments.reason
        )
        overrides.override_deadline(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("recorded", case=arguments.case)
    return DONE


def sign(door: Door) -> int:
    """Sign a rulebook off as it is shipped."""
    arguments = door.arguments

    def use_case(desk: Desk) -> None:
        book = desk.rulebook(arguments.law)
        command = SignRulebook(law=arguments.law, digest=book.digest, text_read=arguments.text, counsel=arguments.counsel)
        signoffs.sign_rulebook(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("signed", law=arguments.law)
    return DONE


def pdf(door: Door) -> int:
    """Save an issued letter again, exactly as it was issued."""
    arguments = door.arguments
    if not arguments.force and arguments.out.exists():
        raise FileExistsAlreadyError(file=arguments.out.name)
    with door.office(read_only=True) as office:
        data = ask(office, lambda desk: letters.letter_pdf(desk, _letter(desk, arguments.letter).id))
    export(arguments.out, data, replace=arguments.force)
    door.say("saved", file=str(arguments.out))
    return DONE


def envelope(door: Door) -> int:
    """Save envelopes for issued letters, in the order in which they are named."""
    form = _choice(EnvelopeForm, door.arguments.form, "envelope_form")
    return _on_paper(door, lambda desk, ids: envelopes.envelope_pdf(desk, ids, form))


def labels(door: Door) -> int:
    """Save address labels for issued letters, in the order in which they are named."""
    sheet = _choice(LabelSheet, door.arguments.sheet, "label_sheet")
    return _on_paper(door, lambda desk, ids: envelopes.labels_pdf(desk, ids, sheet, door.arguments.start))


def file_copy(door: Door) -> int:
    """Save an issued letter with its internal sheet, for the file of the office."""
    return _on_paper(door, lambda desk, ids: file_copies.file_copy_pdf(desk, ids[0]))


def close(door: Door) -> int:
    """Close an answered case."""
    arguments = door.arguments

    def use_case(desk: Desk) -> None:
        closure.close_case(CloseCase(case_id=cases.case_id_of(desk, arguments.case), remark=arguments.remark), desk)

    with door.office() as office:
        run(office, use_case)
    door.say("closed", case=arguments.case)
    return DONE


def backup(door: Door) -> int:
    """Make a proved backup and print its path."""
    with door.office() as office:
        made = backups.back_up_office(office)
    door.print(str(made))
    return DONE


# Parts


def _page(number: str, desk: Desk) -> CasePage:
    return cases.case_page(desk, cases.case_id_of(desk, number))


def _record_of(number: str, language: str, desk: Desk) -> bytes:
    return why_pdf(desk, cases.case_id_of(desk, number), language)


def _happened(door: Door, made: Callable[..., C], use_case: Callable[[C, Desk], Changes], **fields: EventKind) -> int:
    """Record something that happened in a case at the instant named, or now."""

    def work(desk: Desk) -> None:
        command = made(
            case_id=cases.case_id_of(desk, door.arguments.case),
            at=door.arguments.at or desk.now,
            zone=desk.settings.home_zone,
            text=door.arguments.text,
            **fields,
        )
        use_case(command, desk)

    with door.office() as office:
        run(office, work)
    door.say("recorded", case=door.arguments.case)
    return DONE


def _when(text: str) -> date | datetime:
    """Return a day or an instant that was typed.

    Raises:
        InvalidInputError: it is neither.
    """
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInputError(field="due", problem="not_a_date") from error


def _on_paper(door: Door, made: Callable[[Desk, tuple[int, ...]], bytes]) -> int:
    """Save a PDF that is made from issued letters."""
    arguments = door.arguments
    if not arguments.force and arguments.out.exists():
        raise FileExistsAlreadyError(file=arguments.out.name)
    numbers = getattr(arguments, "letters", None) or (arguments.letter,)
    with door.office(read_only=True) as office:
        data = ask(office, lambda desk: made(desk, tuple(_letter(desk, number).id for number in numbers)))
    export(arguments.out, data, replace=arguments.force)
    door.say("paper_saved", file=str(arguments.out))
    return DONE


def _letter(desk: Desk, number: str) -> Letter:
    found = next((line for line in letters.list_letters(desk) if line.number == number), None)
    if found is None:
        raise NotFoundError(what="letter", name=shown(number))
    return letters.load_letter(desk, found.id)


def _choice(kind: type[T], text: str, field: str) -> T:
    """Return the value that a word on the command line names.

    Raises:
        InvalidInputError: it is none of them.
    """
    found = next((one for one in kind if one.value == text), None)
    if found is None:
        raise InvalidInputError(field=field, problem="not_a_choice")
    return found


def _request(
    door: Door, mail: IncomingMail, original: NewEvidence, rights: tuple[Right, ...], laws: tuple[LawPlace, ...], zone: str
) -> RegisterRequest:
    given = door.arguments.received
    received_at = given or mail.received_at
    if received_at is None:
        raise InvalidInputError(field="received_at", problem="empty")
    return RegisterRequest(
        subject=DataSubject(name=door.arguments.name or mail.from_name or mail.from_email, email=mail.from_email),
        received_at=received_at,
        zone=zone,
        received_from="officer" if given else mail.received_from,
        channel=Channel.EMAIL,
        rights=rights,
        laws=laws,
        subject_line=mail.subject,
        text=mail.text,
        language=mail.language,
        evidence=(original,),
    )


def _state(door: Door, state: str) -> str:
    return door.words.word("deadline_state", state) if state else ""


def _deadline(door: Door, line: DeadlineLine) -> str:
    spoken = door.words
    kind = spoken.word("deadline_kind" if spoken.has("deadline_kind", line.kind) else "limit_kind", line.kind)
    due = spoken.date(line.due, line.zone) if line.due is not None else _state(door, line.state)
    safe = f" ({spoken.word('cli', 'safe')} {spoken.date(line.safe, line.zone)})" if line.safe not in {None, line.due} else ""
    late = f", {spoken.word('cli', 'late')}" if line.late else ""
    return f"{kind}{', ' if line.cite else ''}{line.cite}: {due}{safe}{late}"


def _next_step(page: CasePage, spoken: Words) -> str:
    step = page.next_step
    told = spoken.word("next_step", step.code)
    return told.format(law=spoken.word("law", step.law)) if step.law else told


def _print_parts(door: Door, page: CasePage) -> None:
    spoken = door.words
    decided = [
        f"{spoken.word('right', one.right.value)}: {spoken.word('outcome', one.outcome.value)} {', '.join(one.grounds)}".rstrip()
        for one in page.case.decisions
    ]
    written = [
        f"{one.number}: {spoken.word('letter', one.kind.value)} ({one.language}), {spoken.word('letter_state', one.state.value)}"
        for one in page.letters
    ]
    kept = [f"{one.name}, {one.size} B, {one.sha256}" for one in page.evidence]
    parts = {
        "deadlines": [_deadline(door, line) for line in page.deadlines],
        "decisions": decided,
        "letters": written,
        "evidence": kept,
    }
    for name, lines in parts.items():
        if lines:
            door.print(f"{spoken.word('cli', name)}:", *(f"  {line}" for line in lines))
