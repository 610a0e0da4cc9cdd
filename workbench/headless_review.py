"""The commands `workbench packet` and `workbench dossier`: the second pair of eyes elsewhere, and the record of a decision on paper.

The passphrase of a packet is the first line of a file, never an argument. What an answer would record is shown; `--take` records it.
"""

from functools import partial
from pathlib import Path

from workbench.domain.dossier import Verdict
from workbench.domain.errors import InvalidInputError
from workbench.domain.packets import AddReviewer, AnswerPacket, ExportPacket, TakeAnswer, fingerprint
from workbench.domain.rights import Right
from workbench.door import DONE, Door
from workbench.services import cases, packets
from workbench.services.dossier_print import dossier_pdf
from workbench.services.exports import export, read_whole
from workbench.services.office import Desk, ask, run

_MOST_LINE = 4096


def packet(door: Door) -> int:
    """Do what the word after `packet` says."""
    return _PACKET[door.arguments.what](door)


def dossier_print(door: Door) -> int:
    """Save the record of the decision on one right: for the file, or with `--outer` without the internal reasoning."""
    arguments = door.arguments
    right = _right(arguments.right)

    def query(desk: Desk) -> bytes:
        case_id = cases.case_id_of(desk, arguments.case)
        language = arguments.lang or arguments.language
        return dossier_pdf(desk, case_id, right, language, internal=not arguments.outer)

    if arguments.out is None:
        door.refuse_use("need_out")
    with door.office(read_only=True) as office:
        data = ask(office, query)
    export(arguments.out, data, replace=arguments.force)
    return DONE


def _export(door: Door) -> int:
    arguments = door.arguments
    right = _right(arguments.right)

    def use_case(desk: Desk) -> str:
        command = ExportPacket(
            case_id=cases.case_id_of(desk, arguments.name),
            right=right,
            path=_out(door),
            passphrase=_passphrase(door),
            words=arguments.words,
            replace=arguments.force,
        )
        return packets.export_packet(command, desk).number

    with door.office() as office:
        number = run(office, use_case)
    door.print(number)
    return DONE


def _open(door: Door) -> int:
    """Prove a packet and say what is in it; needs no store."""
    arguments = door.arguments
    review = packets.open_packet(Path(arguments.name), _passphrase(door))
    found, spoken = review.packet, door.words
    if arguments.out is not None and arguments.save:
        item = next((one.item for one in found.files if arguments.save in {one.name, one.item}), arguments.save)
        packets.save_copy(review, item, arguments.out, replace=arguments.force)
    elif arguments.out is not None:
        export(arguments.out, packets.letter_paper(review), replace=arguments.force)
    door.print(f"{found.number}: {found.case_number}")
    door.fields(
        (
            ("office", found.office),
            ("asked_by", f"{found.asked_by}, {spoken.date(found.made_at, found.zone)}"),
            ("asked", found.asked_words),
            ("data_subject", found.subject.name),
            ("rights", spoken.word("right", found.right.value)),
            ("outcome", spoken.word("outcome", found.decision.outcome.value)),
            ("reason", found.decision.reason),
            ("balancing", found.dossier.balancing),
            ("letter", found.letter_number),
            ("content", found.digest),
        )
    )
    rows = [(one.name, str(one.size), one.sha256) for one in found.files]
    if rows:
        door.table(("file", "size", "digest"), rows)
    return DONE


def _answer(door: Door) -> int:
    door.check_one_input()
    arguments = door.arguments
    secret = _passphrase(door)
    path = Path(arguments.name)
    verdict = next((one for one in Verdict if one.value == arguments.verdict), None)
    if verdict is None:
        raise InvalidInputError(field="verdict", problem="not_a_choice")
    command = AnswerPacket(
        path=path,
        passphrase=secret,
        own_passphrase=door.passphrase(),
        verdict=verdict,
        seen=packets.open_packet(path, secret).sha256,
        out=_out(door),
        words=arguments.words,
        replace=arguments.force,
    )
    with door.office() as office:
        number = run(office, partial(packets.answer_packet, command)).number
    door.print(number)
    return DONE


def _import(door: Door) -> int:
    """Say what an answer would record; with `--take` record exactly that."""
    arguments = door.arguments
    path, secret = Path(arguments.name), _passphrase(door)
    with door.office(read_only=not arguments.take) as office:
        found = ask(office, lambda desk: packets.look_at_answer(desk, path, secret))
        answer, spoken = found.answer, door.words
        door.print(f"{answer.packet}: {answer.case_number}")
        door.fields(
            (
                ("officer", found.officer_name),
                ("verdict", spoken.word("verdict", answer.verdict.value)),
                ("words", answer.words),
                ("given", spoken.date(answer.given_at, ask(office, lambda desk: desk.settings.home_zone))),
                ("content", answer.digest),
            )
        )
        if arguments.take:
            command = TakeAnswer(path=path, passphrase=secret, seen=found.sha256)
            run(office, partial(packets.take_answer, command))
    door.say("answer_taken" if arguments.take else "answer_not_taken")
    return DONE


def _key(door: Door) -> int:
    """Print the public key of the officer, which is made when there is none yet."""
    door.check_one_input()
    with door.office() as office:
        run(office, partial(packets.make_own_key, door.passphrase()))
        key = ask(office, packets.own_key)
    door.print(fingerprint(key))
    return DONE


def _reviewer(door: Door) -> int:
    arguments = door.arguments
    command = AddReviewer(name=arguments.name, public_key=arguments.key, title=arguments.title)
    with door.office() as office:
        run(office, partial(packets.add_reviewer, command))
        rows = [(one.name, one.title, one.fingerprint) for one in ask(office, packets.list_reviewers)]
    door.table(("officer", "title", "key"), rows)
    return DONE


def _suggest(door: Door) -> int:
    door.print(packets.suggested_passphrase())
    return DONE


def _passphrase(door: Door) -> str:
    name = door.arguments.packet_passphrase_file
    if not name:
        door.refuse_use("need_packet_passphrase")
    raw = read_whole(Path(name), most=_MOST_LINE)
    try:
        return raw.split(b"\n", 1)[0].rstrip(b"\r").decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInputError(field="passphrase", problem="not_utf8") from error


def _out(door: Door) -> Path:
    if door.arguments.out is None:
        door.refuse_use("need_out")
    return Path(door.arguments.out)


def _right(text: str) -> Right:
    found = next((one for one in Right if one.value == text), None)
    if found is None:
        raise InvalidInputError(field="right", problem="not_a_choice")
    return found


_PACKET = {
    "export": _export,
    "open": _open,
    "answer": _answer,
    "import": _import,
    "key": _key,
    "reviewer": _reviewer,
    "suggest": _suggest,
}
