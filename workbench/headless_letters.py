"""The commands of the headless door for letters on their way out; each is one function, named as the command is.

Passwords are printed once and written nowhere. A key file's passphrase is the first line of a file, never an argument.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from workbench.domain.commands import (
    ApproveLetter,
    ComposeLetter,
    DispatchLetter,
    DispatchRun,
    MakePrintRun,
    RecordDelivery,
    RecordReturn,
    SignLetter,
)
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterFields, LetterKind
from workbench.domain.templates import INSERTS
from workbench.door import DONE, Door, shown
from workbench.services import cases, dispatch, letters, outgoing, register
from workbench.services.exports import FileExistsAlreadyError, export, exporting, read_whole
from workbench.services.lines import Mismatch, SendingFilter
from workbench.services.office import Desk, ask, run

T = TypeVar("T", bound=StrEnum)

_MOST_KEY = 1024 * 1024
_MOST_LINE = 4096


def issue(door: Door) -> int:
    """Write, check and issue a letter in one act, save it as a PDF and print its number.

    A letter that the law finds incomplete, or that points at somebody else without a reason, is not issued, and no draft of
    it is left. With `--draft` it is only written, for a second officer to look at; `issue` issues it.
    """
    arguments = door.arguments
    kind = _choice(LetterKind, arguments.kind, "letter_kind")

    def use_case(desk: Desk) -> tuple[str, bytes]:
        case_id = cases.case_id_of(desk, arguments.case)
        corrects = letters.letter_id_of(desk, arguments.corrects) if arguments.corrects else None
        enclosures = tuple(_evidence(desk, case_id, name) for name in arguments.enclose)
        fields = LetterFields(
            addressee=tuple(arguments.line),
            free_text=arguments.words,
            inserts=tuple(_place(door, one) for one in arguments.place),
            enclosures=enclosures,
            law=arguments.law,
        )
        command = ComposeLetter(case_id=case_id, kind=kind, language=arguments.lang, fields=fields, corrects_id=corrects)
        drafted = letters.compose_letter(command, desk)
        letter_id = int(drafted.created or 0)
        if arguments.draft:
            return drafted.number, letters.preview_draft(desk, letter_id).pdf
        found = letters.preview_draft(desk, letter_id).mismatches if arguments.because else ()
        letters.approve_letter(ApproveLetter(letter_id=letter_id, resolved=_because(door, found)), desk)
        return drafted.number, letters.letter_pdf(desk, letter_id)

    with exporting(arguments.out, replace=arguments.force) as stream:
        with door.office() as office:
            number, data = run(office, use_case)
        # Said before the file is brought to the disk: should that fail, `pdf` saves the issued letter again.
        door.print(number)
        stream.write(data)
    return DONE


def issue_draft(door: Door) -> int:
    """Check and issue a letter that was drafted, and save it as a PDF."""
    arguments = door.arguments

    def use_case(desk: Desk) -> bytes:
        letter_id = letters.letter_id_of(desk, arguments.letter)
        found = letters.preview_draft(desk, letter_id).mismatches if arguments.because else ()
        letters.approve_letter(ApproveLetter(letter_id=letter_id, resolved=_because(door, found)), desk)
        return letters.letter_pdf(desk, letter_id)

    with exporting(arguments.out, replace=arguments.force) as stream:
        with door.office() as office:
            data = run(office, use_case)
        stream.write(data)
    return DONE


def sent(door: Door) -> int:
    """Record that an issued letter left; the clock that it answers stops."""
    arguments = door.arguments
    channel = _choice(DispatchChannel, arguments.channel, "channel")

    def use_case(desk: Desk) -> None:
        command = DispatchLetter(
            letter_id=letters.letter_id_of(desk, arguments.letter),
            sent_at=arguments.sent or desk.now,
            zone=desk.settings.home_zone,
            channel=channel,
            recipient=arguments.to,
            tracking=arguments.tracking,
        )
        found = dispatch.recipient_mismatches(command, desk) if arguments.because else ()
        dispatch.dispatch_letter(replace(command, resolved=_because(door, found)), desk)

    with door.office() as office:
        run(office, use_case)
    door.say("dispatched", letter=arguments.letter)
    return DONE


def delivered(door: Door) -> int:
    """Record the proof that a sent letter arrived."""
    arguments = door.arguments

    def use_case(desk: Desk) -> None:
        command = RecordDelivery(
            letter_id=letters.letter_id_of(desk, arguments.letter),
            delivered_at=arguments.at or desk.now,
            zone=desk.settings.home_zone,
            proof=arguments.proof,
        )
        dispatch.record_delivery(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("delivered", letter=arguments.letter)
    return DONE


def returned(door: Door) -> int:
    """Record that the newest sending of a letter failed; the clock runs on, and the letter waits to be sent again."""
    arguments = door.arguments
    outcome = DeliveryOutcome.BOUNCED if arguments.bounced else DeliveryOutcome.RETURNED

    def use_case(desk: Desk) -> None:
        command = RecordReturn(
            letter_id=letters.letter_id_of(desk, arguments.letter),
            outcome=outcome,
            at=arguments.at or desk.now,
            zone=desk.settings.home_zone,
            remark=arguments.remark,
        )
        dispatch.record_return(command, desk)

    with door.office() as office:
        run(office, use_case)
    door.say("returned", letter=arguments.letter)
    return DONE


def sendings(door: Door) -> int:
    """List the dispatch register, or save it as CSV."""
    arguments = door.arguments
    channel = _choice(DispatchChannel, arguments.channel, "channel") if arguments.channel else None
    chosen = SendingFilter(on=arguments.day, channel=channel, state=arguments.state, text=arguments.text)
    with door.office(read_only=True) as office:
        lines = ask(office, partial(register.list_sendings, chosen=chosen))
        table = ask(office, lambda desk: register.register_csv(desk, chosen, language=arguments.language))
        zone = ask(office, lambda desk: desk.settings.home_zone)
    if arguments.csv is not None:
        export(arguments.csv, table, replace=arguments.force)
    if arguments.json:
        door.dump(
            [
                {
                    "letter": line.letter,
                    "case": line.case_number,
                    "sent_at": line.sent_at.isoformat(),
                    "channel": line.channel.value,
                    "tracking": line.tracking,
                    "recipient": line.recipient,
                    "state": line.state,
                    "newest": line.newest,
                    "outcome_at": _iso(line.outcome_at),
                    "proof": line.proof,
                    "run": line.run,
                }
                for line in lines
            ]
        )
        return DONE
    spoken = door.words
    rows = [
        (
            spoken.date(line.sent_at, zone),
            line.letter,
            line.case_number,
            spoken.word("dispatch_channel", line.channel.value),
            line.tracking,
            line.recipient,
            spoken.word("sending_state", line.state),
        )
        for line in lines
    ]
    door.table(("sent_at", "letter", "case", "channel", "tracking", "recipient", "state"), rows)
    return DONE


def print_run(door: Door) -> int:
    """Put issued letters together that are printed in one go, and print the run's number; without letters list the runs."""
    arguments = door.arguments
    if not arguments.letters:
        with door.office(read_only=True) as office:
            runs = ask(office, register.list_runs)
            zone = ask(office, lambda desk: desk.settings.home_zone)
        rows = [
            (one.number, door.words.date(one.made_at, zone), one.officer_name, f"{one.sent} / {len(one.letters)}")
            for one in runs
        ]
        door.table(("run", "made", "officer", "letters"), rows)
        return DONE

    def use_case(desk: Desk) -> str:
        ids = tuple(letters.letter_id_of(desk, number) for number in arguments.letters)
        return dispatch.make_print_run(MakePrintRun(letter_ids=ids), desk).number

    with door.office() as office:
        door.print(run(office, use_case))
    return DONE


def send_run(door: Door) -> int:
    """Record that the letters of a print run left together."""
    arguments = door.arguments
    channel = _choice(DispatchChannel, arguments.channel, "channel")

    def use_case(desk: Desk) -> int:
        numbers = (_pair(door, one) for one in arguments.tracking)
        command = DispatchRun(
            run_id=_run_id(desk, arguments.run_number),
            sent_at=arguments.sent or desk.now,
            zone=desk.settings.home_zone,
            channel=channel,
            tracking=tuple((letters.letter_id_of(desk, letter), tracking) for letter, tracking in numbers),
        )
        return len(dispatch.dispatch_run(command, desk).letters)

    with door.office() as office:
        count = run(office, use_case)
    door.say("run_sent", run=arguments.run_number, count=count)
    return DONE


def posting_list(door: Door) -> int:
    """Save the posting list of a day or of a print run, as a PDF or as CSV by the name of the file."""
    arguments = door.arguments
    made = register.posting_list_csv if arguments.out.suffix.lower() == ".csv" else register.posting_list_pdf

    def query(desk: Desk) -> tuple[bytes, int]:
        run_id = _run_id(desk, arguments.print_run) if arguments.print_run else None
        data = made(desk, on=arguments.day, run_id=run_id, language=arguments.lang or arguments.language)
        return data, len(register.posting_list(desk, on=arguments.day, run_id=run_id))

    with door.office(read_only=True) as office:
        data, count = ask(office, query)
    export(arguments.out, data, replace=arguments.force)
    door.say("posted", count=count)
    return DONE


def eml(door: Door) -> int:
    """Save the draft of an e-mail with an issued letter; with --encrypt print the password of the attachment, once."""
    arguments = door.arguments
    _check_free(door)

    def query(desk: Desk) -> outgoing.MailDraft:
        letter_id = letters.letter_id_of(desk, arguments.letter)
        return outgoing.mail_draft(desk, letter_id, to=arguments.to, encrypt=arguments.encrypt)

    with door.office(read_only=True) as office:
        made = ask(office, query)
    for one in made.mismatches:
        door.print(_worded(door, one))
    export(arguments.out, made.data, replace=arguments.force)
    door.say("saved", file=str(arguments.out))
    if made.password:
        door.say("password", password=made.password)
    return DONE


def encrypt(door: Door) -> int:
    """Save an encrypted copy of an issued letter and print its password, once."""
    _check_free(door)
    with door.office(read_only=True) as office:
        made = ask(office, lambda desk: outgoing.encrypted_letter(desk, letters.letter_id_of(desk, door.arguments.letter)))
    export(door.arguments.out, made.data, replace=door.arguments.force)
    door.say("saved", file=str(door.arguments.out))
    door.say("password", password=made.password)
    return DONE


def sign_letter(door: Door) -> int:
    """Sign a copy of an issued letter with a key file, keep it beside the issued bytes, and save it where asked."""
    arguments = door.arguments
    if arguments.out is not None:
        _check_free(door)
    p12 = read_whole(Path(arguments.p12), most=_MOST_KEY)
    line = read_whole(Path(arguments.p12_passphrase_file), most=_MOST_LINE).split(b"\n", 1)[0].rstrip(b"\r")
    try:
        passphrase = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInputError(field="passphrase", problem="not_utf8") from error

    def use_case(desk: Desk) -> tuple[bytes, str]:
        letter_id = letters.letter_id_of(desk, arguments.letter)
        outgoing.sign_letter(SignLetter(letter_id=letter_id, p12=p12, passphrase=passphrase), desk)
        return outgoing.signed_pdf(desk, letter_id) or b"", outgoing.signer_of(desk, letter_id)

    with door.office() as office:
        data, signer = run(office, use_case)
    door.say("signed_letter", letter=arguments.letter, signer=signer)
    if arguments.out is not None:
        export(arguments.out, data, replace=arguments.force)
    return DONE


def _because(door: Door, found: tuple[Mismatch, ...]) -> tuple[tuple[str, str], ...]:
    """Return the reasons of the command line, given by the code of a mismatch, for each mismatch of that code."""
    reasons = dict(_pair(door, one) for one in door.arguments.because)
    return tuple((one.key, reasons[one.code]) for one in found if one.code in reasons)


def _worded(door: Door, one: Mismatch) -> str:
    return door.words.word("mismatch", one.code, expected=one.expected, found=one.found)


def _place(door: Door, text: str) -> tuple[str, str]:
    """Return a place of the template and the words for it.

    Raises:
        InvalidInputError: no template has such a place.
    """
    name, words = _pair(door, text)
    if name not in INSERTS:
        raise InvalidInputError(field="letter_place", problem="not_a_choice")
    return name, words


def _pair(door: Door, text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip() or not value.strip():
        door.refuse_use("name_and_value")
    return name.strip(), value.strip()


def _run_id(desk: Desk, number: str) -> int:
    found = next((one.id for one in register.list_runs(desk) if one.number == number), None)
    if found is None:
        raise NotFoundError(what="print_run", name=shown(number))
    return found


def _evidence(desk: Desk, case_id: int, name: str) -> int:
    """Return the id of a file of a case by its name, the newest of that name."""
    kept = cases.case_page(desk, case_id).evidence
    found = next((one.id for one in reversed(kept) if one.name == name), None)
    if found is None:
        raise NotFoundError(what="evidence", name=shown(name))
    return found


def _choice(kind: type[T], text: str, field: str) -> T:
    found = next((one for one in kind if one.value == text), None)
    if found is None:
        raise InvalidInputError(field=field, problem="not_a_choice")
    return found


def _check_free(door: Door) -> None:
    """Refuse a file that exists before a password is made that would be lost with it."""
    if not door.arguments.force and door.arguments.out.exists():
        raise FileExistsAlreadyError(file=door.arguments.out.name)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None


COMMANDS: dict[str, Callable[[Door], int]] = {
    "letter": issue,
    "issue": issue_draft,
    "dispatch": sent,
    "deliver": delivered,
    "return": returned,
    "register": sendings,
    "print-run": print_run,
    "send-run": send_run,
    "posting-list": posting_list,
    "eml": eml,
    "encrypt": encrypt,
    "sign-letter": sign_letter,
}
"""The commands of this module by their names."""
