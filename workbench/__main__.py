"""The headless door: the command `workbench`.

Results go to standard output, refusals to standard error as one sentence. Exit code 0 for done, 1 for a refusal, bad input or
a finding, 2 for wrong use. The passphrase comes from a file or from standard input, never from an argument or the
environment.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from workbench import __version__
from workbench.domain.errors import WorkbenchError
from workbench.door import DONE, REFUSED, WRONG_USE, Clock, Door, WrongUseError, shown

if TYPE_CHECKING:
    from workbench.services.wording import Words

_INTERRUPTED = 130
# Options that may stand before or after the command: their defaults are here, for a default within a parser would undo
# what was said before the command.
_UNSAID = {"passphrase_file": "", "language": "en", "store": "", "json": False, "force": False}


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the process, so that wrong use is one sentence too."""

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(message)


def main(argv: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Do what the command line asks and return the exit code.

    Args:
        argv: the words after the program's name; None takes those of the process.
        clock: returns now as an aware instant; None takes the machine's clock.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    language = "en"
    try:
        arguments = _parser().parse_args(argv, argparse.Namespace(**_UNSAID))
        language = arguments.language
        code: int = arguments.run(Door(arguments, clock))
        sys.stdout.flush()
    except WrongUseError as wrong:
        return _complain(language, wrong, WRONG_USE)
    except WorkbenchError as refusal:
        return _complain(language, refusal, REFUSED)
    except BrokenPipeError:
        # Whoever read our output has gone: that is their business, and no reason for a traceback at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _complain(language: str, problem: Exception, code: int) -> int:
    from workbench.services.wording import words  # noqa: PLC0415  read when there is something to say

    spoken = words(language)
    if isinstance(problem, WorkbenchError):
        sentence = spoken.error(problem)
    else:
        sentence = spoken.word("cli", "wrong_use", problem=str(problem))
    sys.stderr.write(f"workbench: {shown(sentence)}\n")
    return code


# Commands without a store


def _deadlines(door: Door) -> int:
    from workbench.services.deadline_table import reckon_table  # noqa: PLC0415  this command alone
    from workbench.services.exports import text_of  # noqa: PLC0415  as above

    name = door.arguments.file
    reckon_table(text_of(door.bytes_of(name), name), sys.stdout, explain=door.words.error)
    return DONE


def _laws(door: Door) -> int:
    from workbench.services import laws, plain  # noqa: PLC0415  this command alone

    chosen = door.arguments.law
    books = laws.load_rulebooks() if not chosen else {chosen: laws.rulebook(chosen)}
    if door.arguments.json:
        door.dump(plain.laws_as_json(books))
        return DONE
    rules = [rule for rule in laws.list_rules() if rule.law in books]
    heads = ("law", "rule", "kind", "period", "rights", "confidence", "check", "source")
    door.table(heads, plain.rule_rows(rules, door.words))
    return DONE


def _explain(door: Door) -> int:
    """Say why a date is that date: of a case in a store, or of a rule and events that are only supposed."""
    arguments = door.arguments
    if arguments.case:
        return _with_store("explain", door)
    if not (arguments.law and arguments.place and arguments.rule and arguments.event):
        door.refuse_use("need_case_or_rule")
    from workbench.domain.rights import Right  # noqa: PLC0415  this command alone
    from workbench.services import plain, what_if  # noqa: PLC0415  as above
    from workbench.services.deadline_table import supposed_events  # noqa: PLC0415  as above

    events = supposed_events(";".join(arguments.event), arguments.law, arguments.place)
    right = next((one for one in Right if one.value == arguments.right), None)
    question = what_if.Question(arguments.law, arguments.place, arguments.rule, events, right, frozenset(arguments.flag))
    spoken = door.words if not arguments.lang else _words_of(arguments.lang)
    found = what_if.answer(question)
    if arguments.json:
        door.dump(plain.answer_as_json(found, spoken))
    else:
        door.print(*plain.answer_lines(found, spoken))
    return DONE


def _words_of(language: str) -> "Words":
    from workbench.services.wording import words  # noqa: PLC0415  read when there is something to say

    return words(language)


def _letters(door: Door) -> int:
    from workbench import headless_letters  # noqa: PLC0415  as below

    return headless_letters.COMMANDS[door.arguments.command](door)


def _with_store(name: str, door: Door) -> int:
    from workbench import headless  # noqa: PLC0415  the store is heavy to import, and two commands need none

    code: int = getattr(headless, name)(door)
    return code


def _templates(door: Door) -> int:
    from workbench import headless_templates  # noqa: PLC0415  as above

    return headless_templates.templates(door)


def _batch(door: Door) -> int:
    from workbench import headless_batch  # noqa: PLC0415  as above

    return headless_batch.batch(door)


def _authorities(door: Door) -> int:
    from workbench import headless_authorities  # noqa: PLC0415  as above

    return headless_authorities.authorities(door)


def _matters(door: Door) -> int:
    from workbench import headless_matters  # noqa: PLC0415  as above

    return headless_matters.matter(door) if door.arguments.command == "matter" else headless_matters.matters(door)


def _refusals(door: Door) -> int:
    from workbench import headless_refusals  # noqa: PLC0415  as above

    return headless_refusals.COMMANDS[door.arguments.command](door)


def _packet(door: Door) -> int:
    from workbench import headless_review  # noqa: PLC0415  as above

    return headless_review.packet(door)


def _dossier(door: Door) -> int:
    from workbench import headless_review  # noqa: PLC0415  as above

    return headless_review.dossier_print(door)


def _breaches(door: Door) -> int:
    from workbench import headless_breaches  # noqa: PLC0415  as above

    return headless_breaches.breaches(door)


def _complaints(door: Door) -> int:
    from workbench import headless_complaints  # noqa: PLC0415  as above

    return headless_complaints.COMMANDS[door.arguments.command](door)


def _bundle(door: Door) -> int:
    from workbench import headless_bundle  # noqa: PLC0415  as above

    return headless_bundle.bundle(door)


# The command line


def _parser() -> _Parser:
    everywhere, store, as_json, force = (_Parser(add_help=False, argument_default=argparse.SUPPRESS) for _ in range(4))
    everywhere.add_argument("--passphrase-file", metavar="FILE", help="the passphrase is its first line; - for standard input")
    everywhere.add_argument("--language", choices=("en", "id"), help="language of messages")
    store.add_argument("--store", metavar="DIR", help="folder of the store")
    as_json.add_argument("--json", action="store_true", help="print JSON")
    force.add_argument("--force", action="store_true", help="replace a file that exists")

    parser = _Parser(
        prog="workbench",
        description="The Onee compliance workbench without its window.",
        parents=[everywhere, store],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)

    def command(name: str, text: str, *parents: _Parser, run: Callable[[Door], int] | None = None) -> _Parser:
        made = commands.add_parser(name, help=text, description=text, parents=[everywhere, *parents], allow_abbrev=False)
        made.set_defaults(run=run or partial(_with_store, name), command=name)
        return made

    _making_commands(command, force)
    _reading_commands(command, store, as_json)
    _writing_commands(command, store, force)
    _clock_commands(command, store)
    _batch_command(command, store, as_json)
    _template_command(command, store, as_json, force)
    _bundle_command(command, store, force)
    _breaches_command(command, store, as_json, force)
    authorities = command("authorities", "list the directory of authorities", store, as_json, run=_authorities)
    authorities.add_argument("--law", default="", metavar="LAW", help="only this law")
    authorities.add_argument("--check", action="store_true", help="only entries to be checked; 1 where an open case needs one")
    complaints = command("complaints", "list the complaints, the next deadline first", store, as_json, run=_complaints)
    complaints.add_argument("--standing", choices=("open", "closed", "all"), default="open")
    shown = command("complaint", "show one complaint: its plan, findings and outcome", store, as_json, run=_complaints)
    shown.add_argument("case", metavar="CASE")
    listed = command("matters", "list the regulator matters, the nearest deadline first", store, as_json, run=_matters)
    listed.add_argument("--all", action="store_true", help="closed ones too")
    matter = command("matter", "show one regulator matter", store, as_json, run=_matters)
    matter.add_argument("case", metavar="CASE")
    _refusal_commands(command, store, as_json, force)
    _review_commands(command, store, force)
    table = command("deadlines", "reckon a table of deadlines; needs no store", run=_deadlines)
    table.add_argument("file", metavar="FILE.csv", help="- for standard input")
    shipped = command("laws", "list the rules of the laws that are shipped", as_json, run=_laws)
    shipped.add_argument("--law", default="", metavar="LAW", help="only this law")
    return parser


def _making_commands(command: Callable[..., _Parser], force: _Parser) -> None:
    init = command("init", "create a store", force)
    init.add_argument("folder", metavar="DIR", type=Path)
    init.add_argument("--recovery-out", metavar="FILE", type=Path, required=True, help="where the recovery code is written")
    init.add_argument("--officer", default="", metavar="NAME", help="name of the first officer")
    demo = command("demo", "create a store with invented cases", force)
    demo.add_argument("folder", metavar="DIR", type=Path)
    demo.add_argument("--today", type=_day, metavar="DAY", help="the pinned day, such as 2026-11-26")
    demo.add_argument("--recovery-out", metavar="FILE", type=Path, help="where the recovery code is written")


def _reading_commands(command: Callable[..., _Parser], store: _Parser, as_json: _Parser) -> None:
    for name in ("list", "cases"):
        listing = command(name, "list the cases, the next deadline first", store, as_json, run=partial(_with_store, "list"))
        listing.add_argument("--standing", choices=("open", "closed", "all"), default="open")
        listing.add_argument("--text", default="", help="only cases whose number or name has this")
        listing.add_argument("--kind", choices=("request", "complaint", "matter", "breach"), default="", help="only this kind")
    show = command("show", "show one case", store, as_json)
    show.add_argument("case", metavar="CASE")
    explain = command(
        "explain", "say why a date is that date; without a case for a rule and events", store, as_json, run=_explain
    )
    explain.add_argument("case", metavar="CASE", nargs="?", default="")
    explain.add_argument("--law", default="", metavar="LAW")
    explain.add_argument("--place", default="", metavar="PLACE")
    explain.add_argument("--rule", default="", metavar="RULE", help="as `workbench laws` names it")
    explain.add_argument("--event", action="append", default=[], metavar="NAME=WHEN", help="a day or an instant, once for each")
    explain.add_argument("--right", default="", metavar="RIGHT")
    explain.add_argument("--flag", action="append", default=[], metavar="FLAG", help="third_party, small_agent or NAME=COUNT")
    explain.add_argument("--lang", choices=("en", "id"), default="", help="language of the steps")
    explain.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="write the record of a case to a file as well")
    explain.add_argument("--force", action="store_true", help="replace a file that exists")
    calendar = command("ical", "write open deadlines as an iCalendar file, without personal data", store)
    calendar.add_argument("case", metavar="CASE", nargs="?", default="", help="left out with --all")
    calendar.add_argument("--all", action="store_true", help="of every open case")
    calendar.add_argument("--out", required=True, type=Path, metavar="FILE.ics")
    calendar.add_argument("--force", action="store_true", help="replace a file that exists")
    listed = command("moves", "list the open deadlines that a changed calendar or law would move", store, as_json)
    listed.add_argument("--accept", action="store_true", help="accept all that is listed")
    proof = command("verify", "prove the store and its journal", store, as_json)
    proof.add_argument("--letters", action="store_true", help="make every issued letter again and compare")


def _writing_commands(command: Callable[..., _Parser], store: _Parser, force: _Parser) -> None:
    receive = command("receive", "open a case for an e-mail and print its number", store)
    receive.add_argument("file", metavar="FILE.eml", help="- for standard input")
    receive.add_argument("--law", action="append", required=True, metavar="LAW", help="once for each law")
    receive.add_argument(
        "--place", action="append", required=True, metavar="PLACE", help="once for each law, in the same order"
    )
    receive.add_argument(
        "--right", action="append", default=[], metavar="RIGHT", help="once for each; left out, what the mail says"
    )
    receive.add_argument(
        "--received", type=_instant, metavar="INSTANT", help="when it arrived, with its offset, if the mail is wrong"
    )
    receive.add_argument("--name", default="", metavar="NAME", help="name of the data subject, if the mail has none")
    decide = command("decide", "decide on one right of a case", store)
    decide.add_argument("case", metavar="CASE")
    decide.add_argument("--right", required=True, metavar="RIGHT")
    decide.add_argument(
        "--outcome", required=True, metavar="OUTCOME", help="granted, partly, refused, nothing_held or withdrawn"
    )
    decide.add_argument("--ground", action="append", default=[], metavar="GROUND", help="once for each law")
    decide.add_argument("--reason", default="", metavar="TEXT", help="what the data subject reads")
    decide.add_argument("--note", default="", metavar="TEXT", help="what stays in the office")
    schedule = ("CATEGORY", "WHAT", "TREATMENT")
    treatments = "disclosed, withheld, erased, kept or changed"
    decide.add_argument(
        "--line", action="append", default=[], nargs=3, metavar=schedule, help=f"a line of the schedule: {treatments}"
    )
    extend = command("extend", "announce a longer limit under one law", store)
    extend.add_argument("case", metavar="CASE")
    extend.add_argument("--law", required=True, metavar="LAW")
    extend.add_argument("--reason", required=True, metavar="TEXT")
    kinds = "acknowledgement, identity, clarification, extension, answer or refusal"
    letter = command("letter", "write, check and issue a letter, and print its number", store, force, run=_letters)
    letter.add_argument("case", metavar="CASE")
    letter.add_argument("kind", metavar="KIND", help=kinds)
    letter.add_argument("--lang", required=True, metavar="LANG", help="language of the letter: en or id")
    letter.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    letter.add_argument("--words", default="", metavar="TEXT", help="the officer's own paragraph")
    letter.add_argument("--place", action="append", default=[], metavar="NAME=TEXT", help="words at a place of the template")
    letter.add_argument(
        "--line", action="append", default=[], metavar="TEXT", help="a line of the addressee, if not the person"
    )
    letter.add_argument("--draft", action="store_true", help="only write it, for a second officer to look at")
    pdf = command("pdf", "save an issued letter again", store, force)
    pdf.add_argument("letter", metavar="LETTER")
    pdf.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    _paper_commands(command, store, force)
    channels = "email, post, registered_post, courier, by_hand or portal"
    dispatch = command("dispatch", "record that an issued letter left", store, run=_letters)
    dispatch.add_argument("letter", metavar="LETTER")
    dispatch.add_argument("--sent", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    dispatch.add_argument("--channel", required=True, metavar="CHANNEL", help=channels)
    dispatch.add_argument("--to", required=True, metavar="RECIPIENT")
    dispatch.add_argument("--tracking", default="", metavar="NUMBER", help="number of a registered item or of a courier")
    _further_words(letter)
    for one in (letter, dispatch):
        _because(one)
    _outgoing_commands(command, store, force)
    close = command("close", "close an answered case", store)
    close.add_argument("case", metavar="CASE")
    close.add_argument("--remark", default="", metavar="TEXT")
    command("backup", "make a proved backup and print its path", store)


def _paper_commands(command: Callable[..., _Parser], store: _Parser, force: _Parser) -> None:
    envelope = command("envelope", "save envelopes for issued letters", store, force)
    envelope.add_argument("--form", default="dl", metavar="FORM", help="dl, c5, c4 or us_10")
    labels = command("labels", "save address labels for issued letters", store, force)
    labels.add_argument("--sheet", default="a4_3x8", metavar="SHEET", help="a4_3x8 or us_5160")
    labels.add_argument("--start", type=int, default=1, metavar="N", help="the first free label of the sheet, from 1")
    copy = command(
        "file-copy", "save an issued letter with its internal sheet", store, force, run=partial(_with_store, "file_copy")
    )
    copy.add_argument("letter", metavar="LETTER")
    for one in (envelope, labels):
        one.add_argument("letters", metavar="LETTER", nargs="+")
    for one in (envelope, labels, copy):
        one.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")


def _outgoing_commands(command: Callable[..., _Parser], store: _Parser, force: _Parser) -> None:
    deliver = command("deliver", "record the proof that a sent letter arrived", store, run=_letters)
    deliver.add_argument("--proof", default="", metavar="TEXT")
    back = command("return", "record that a letter came back; its clock runs on", store, run=_letters)
    back.add_argument("--bounced", action="store_true", help="the mail system refused it; left out, the post brought it back")
    back.add_argument("--remark", default="", metavar="TEXT")
    for one in (deliver, back):
        one.add_argument("--at", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    listing = command("register", "list the dispatch register", store, force, run=_letters)
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.add_argument("--day", type=_day, metavar="DAY", help="only what was sent on that day")
    listing.add_argument("--channel", default="", metavar="CHANNEL")
    states = "sent, waiting_for_proof, delivered, returned or bounced"
    listing.add_argument("--state", default="", metavar="STATE", help=states)
    listing.add_argument("--text", default="", help="only what has this in its letter, case, person, address or number")
    listing.add_argument("--csv", type=Path, metavar="FILE.csv", help="save it as a table as well")
    runs = command("print-run", "put letters together that are printed in one go; without letters list the runs", store)
    runs.set_defaults(run=_letters)
    runs.add_argument("letters", metavar="LETTER", nargs="*")
    send = command("send-run", "record that the letters of a print run left together", store, run=_letters)
    send.add_argument("run_number", metavar="RUN")
    send.add_argument("--channel", required=True, metavar="CHANNEL", help="post, registered_post, courier, email ...")
    send.add_argument("--sent", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    send.add_argument("--tracking", action="append", default=[], metavar="LETTER=NUMBER", help="once for each item")
    posted = command("posting-list", "save the posting list of a day or a print run, as PDF or CSV", store, force, run=_letters)
    posted.add_argument("--day", type=_day, metavar="DAY", help="left out, today")
    posted.add_argument("--run", dest="print_run", default="", metavar="RUN", help="of a print run instead of a day")
    posted.add_argument("--lang", choices=("en", "id"), default="", help="language of the list")
    posted.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    draft = command("eml", "save an unsent e-mail with an issued letter", store, force, run=_letters)
    draft.add_argument("--to", default="", metavar="ADDRESS", help="left out, the person of the case")
    draft.add_argument("--encrypt", action="store_true", help="attach an encrypted copy and print its password, once")
    draft.add_argument("--out", required=True, type=Path, metavar="FILE.eml")
    secret = command("encrypt", "save an encrypted copy of an issued letter and print its password, once", store, force)
    secret.set_defaults(run=_letters)
    secret.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    signed = command("sign-letter", "sign a copy of an issued letter with a key file (PKCS#12)", store, force, run=_letters)
    signed.add_argument("--p12", required=True, metavar="FILE.p12")
    signed.add_argument("--p12-passphrase-file", required=True, metavar="FILE", help="the passphrase is its first line")
    signed.add_argument("--out", type=Path, metavar="FILE.pdf", help="save the signed copy as well")
    for one in (deliver, back, draft, secret, signed):
        one.add_argument("letter", metavar="LETTER")


def _clock_commands(command: Callable[..., _Parser], store: _Parser) -> None:
    waits = "identity_requested, clarification_requested or fee_notified"
    pause = command("pause", "record that the person was asked for what a law lets a clock wait for", store)
    pause.add_argument("case", metavar="CASE")
    pause.add_argument("--for", dest="event", required=True, metavar="EVENT", help=waits)
    pause.add_argument("--at", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    pause.add_argument("--text", default="", help="what was asked")
    resume = command("resume", "record that what a clock waited for has come", store)
    resume.add_argument("case", metavar="CASE")
    resume.add_argument("--with", dest="event", required=True, metavar="EVENT", help="such as clarification_received")
    resume.add_argument("--at", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    resume.add_argument("--text", default="", help="what came")
    record = command("record", "record an event that a law of the case counts from", store)
    record.add_argument("case", metavar="CASE")
    record.add_argument("event", metavar="EVENT", help="such as appeal_received")
    record.add_argument("--at", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    record.add_argument("--text", default="", help="a remark")
    override = command("override", "set the date of a clock by hand, or take it back", store)
    override.add_argument("case", metavar="CASE")
    override.add_argument("--law", required=True, metavar="LAW")
    override.add_argument("--rule", required=True, metavar="RULE")
    override.add_argument("--due", default="", metavar="WHEN", help="a day, or an instant with its offset for an hour clock")
    override.add_argument("--lift", action="store_true", help="take the date back")
    override.add_argument("--reason", required=True, metavar="TEXT")
    sign = command("sign", "sign a rulebook off as it is shipped", store)
    sign.add_argument("law", metavar="LAW")
    sign.add_argument("--text", required=True, help="the text of the law that was read")
    sign.add_argument("--counsel", default="", metavar="NAME")


def _further_words(letter: _Parser) -> None:
    letter.add_argument("--law", default="", metavar="LAW", help="the law that a notice of a breach is made under")
    letter.add_argument("--corrects", default="", metavar="LETTER", help="the issued letter that this one replaces")
    letter.add_argument("--enclose", action="append", default=[], metavar="NAME", help="a file of the case, once for each")


def _template_command(command: Callable[..., _Parser], store: _Parser, as_json: _Parser, force: _Parser) -> None:
    words = "list, show, check, save, compare and set back the texts that letters are composed from"
    template = command("templates", words, store, as_json, force, run=_templates)
    choices = ("list", "show", "check", "save", "reset", "diff")
    template.add_argument("what", choices=choices, metavar="|".join(choices))
    template.add_argument(
        "name", nargs="?", default="", metavar="NAME|FILE", help="a template such as refusal.en; for check and save a file"
    )
    template.add_argument("--reason", default="", metavar="TEXT", help="save, reset: why; the history keeps it")
    template.add_argument("--version", type=int, dest="number", metavar="N", help="show: this version; 0 is the shipped text")
    template.add_argument("--from", type=int, default=0, dest="left", metavar="N", help="diff: from this version, by default 0")
    template.add_argument(
        "--to", type=int, dest="right", metavar="N", help="diff: to this version, by default the one that holds"
    )
    template.add_argument("--out", type=Path, metavar="FILE", help="show: write the text there, to be edited")


def _breaches_command(command: Callable[..., _Parser], store: _Parser, as_json: _Parser, force: _Parser) -> None:
    breaches = command("breaches", "list the register of breaches", store, as_json, force, run=_breaches)
    breaches.add_argument("--csv", type=Path, metavar="FILE.csv", help="write the register to a table as well")
    breaches.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="write the register to a formal record as well")
    breaches.add_argument("--lang", choices=("en", "id"), default="", help="language of the table and of the record")


def _bundle_command(command: Callable[..., _Parser], store: _Parser, force: _Parser) -> None:
    words = "make one PDF and one archive of a case, to be checked without this program"
    bundle = command("bundle", words, store, force, run=_bundle)
    bundle.add_argument("case", metavar="CASE")
    bundle.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder in which that of the bundle appears")
    bundle.add_argument("--lang", choices=("en", "id"), default="", help="language of the bundle")
    bundle.add_argument("--redacted", action="store_true", help="only what is released, by the kind of file")
    named = "a letter, an annex or a file by its number or name, once for each"
    bundle.add_argument("--include", action="append", default=[], metavar="NAME", help=f"redacted: {named}")
    bundle.add_argument("--leave-out", action="append", default=[], metavar="NAME", help=f"redacted: {named}")
    bundle.add_argument("--unrecorded", action="store_true", help="write nothing in the journal: for a store that is read only")


def _batch_command(command: Callable[..., _Parser], store: _Parser, as_json: _Parser) -> None:
    batch = command("batch", "write, check and issue letters of one kind for many cases", store, as_json, run=_batch)
    batch.add_argument("what", choices=("plan", "run", "resume", "list"), metavar="plan|run|resume|list")
    batch.add_argument(
        "name", nargs="?", default="", metavar="KIND|BATCH", help="a kind of letter to plan or run, else a batch"
    )
    batch.add_argument("--case", action="append", default=[], metavar="CASE", help="once for each; left out, by the filters")
    batch.add_argument("--standing", choices=("open", "closed", "all"), default="open")
    batch.add_argument("--text", default="", help="only cases whose number or name has this")
    batch.add_argument("--right", default="", metavar="RIGHT")
    batch.add_argument("--law", default="", metavar="LAW")
    batch.add_argument("--phase", default="", metavar="PHASE")
    batch.add_argument("--lang", default="", metavar="LANG", help="one language for all; left out, that of each request")
    batch.add_argument(
        "--words", dest="words_given", default="", metavar="TEXT", help="a paragraph that stands in every letter"
    )
    batch.add_argument("--processes", type=int, metavar="N", help="how many processes draw; left out, what the machine has")
    batch.add_argument("--retry", action="store_true", help="resume: also the cases that failed")


def _because(parser: _Parser) -> None:
    parser.add_argument(
        "--because",
        action="append",
        default=[],
        metavar="MISMATCH=REASON",
        help="why something that seems to point at another person is right, such as other_person=TEXT",
    )


def _refusal_commands(command: Callable[..., _Parser], store: _Parser, as_json: _Parser, force: _Parser) -> None:
    drafted = command("issue", "check and issue a letter that was drafted", store, force, run=_letters)
    drafted.add_argument("letter", metavar="LETTER")
    drafted.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    _because(drafted)
    dossier = command("dossier", "show or save what carries the decision on a right, as JSON", store, run=_refusals)
    dossier.add_argument("what", choices=("show", "set"), metavar="show|set")
    _case_and_right(dossier)
    dossier.add_argument("--file", default="", metavar="FILE.json", help="set: - for standard input")
    _case_and_right(command("ready", "say whether the decision on a right would stand", store, as_json, run=_refusals))
    approve = command("approve-refusal", "ask a second officer, or record what they say", store, run=_refusals)
    _case_and_right(approve)
    approve.add_argument("--ask", action="store_true", help="only ask for it")
    approve.add_argument("--verdict", default="approved", metavar="approved|rejected|questions")
    approve.add_argument("--words", default="", metavar="TEXT", help="what is asked, or what is said to it")
    approve.add_argument("--second-passphrase-file", default="", metavar="FILE", help="the second officer's, its first line")
    approve.add_argument("--digest", default="", metavar="HEX", help="only if the content is still this one")
    approve.add_argument(
        "--exception", default="", metavar="REASON", help="in an office with one officer: why without a second"
    )
    done = command("carried-out", "record that data were erased or restricted as it was decided", store, run=_refusals)
    _case_and_right(done)
    done.add_argument("--at", type=_instant, metavar="INSTANT", help="with its offset; left out, now")
    done.add_argument("--remark", default="", metavar="TEXT", help="how it was done; it stays in the office")
    task = command("tasks", "list what decisions left to do", store, as_json, run=_refusals)
    task.add_argument("--case", default="", metavar="CASE", help="only this case")
    task.add_argument("--mine", action="store_true", help="only those of the officer")
    task.add_argument("--done", type=int, metavar="TASK", help="write down that this task is over")
    task.add_argument("--remark", default="", metavar="TEXT", help="with --done")


def _case_and_right(parser: _Parser) -> None:
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--right", required=True, metavar="RIGHT")


def _review_commands(command: Callable[..., _Parser], store: _Parser, force: _Parser) -> None:
    packet = command("packet", "carry a decision to a reviewer at another workbench and back", store, force, run=_packet)
    choices = ("export", "open", "answer", "import", "key", "reviewer", "suggest")
    packet.add_argument("what", choices=choices, metavar="|".join(choices))
    packet.add_argument(
        "name", nargs="?", default="", metavar="CASE|FILE|NAME", help="a case, a packet, an answer or an officer"
    )
    packet.add_argument("--right", default="", metavar="RIGHT", help="export: the right that was decided on")
    packet.add_argument("--out", type=Path, metavar="FILE", help="export, answer: the file; open: save the letter there")
    packet.add_argument("--save", default="", metavar="NAME", help="open: save this file of the packet instead")
    packet.add_argument(
        "--packet-passphrase-file", default="", metavar="FILE", help="the passphrase agreed on is its first line"
    )
    packet.add_argument("--words", default="", metavar="TEXT", help="export: what is asked; answer: what is said")
    packet.add_argument("--verdict", default="", metavar="VERDICT", help="answer: approved, rejected or questions")
    packet.add_argument("--take", action="store_true", help="import: record it; left out, only say what would be recorded")
    packet.add_argument(
        "--key", default="", metavar="HEX", help="reviewer: the officer's public key, compared on the telephone"
    )
    packet.add_argument("--title", default="", metavar="TITLE", help="reviewer: the officer's title")
    printed = command("dossier-print", "save the record of the decision on a right as a PDF", store, force, run=_dossier)
    printed.add_argument("case", metavar="CASE")
    printed.add_argument("--right", required=True, metavar="RIGHT")
    printed.add_argument("--outer", action="store_true", help="without the internal reasoning, for an authority")
    printed.add_argument("--lang", choices=("en", "id"), default="", help="language of the record")
    printed.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        msg = "an instant needs its offset, such as 2026-11-26T14:30+07:00"
        raise argparse.ArgumentTypeError(msg)
    return at.astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
