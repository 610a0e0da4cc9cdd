"""The dispatch register: every sending with its state, print runs, and posting lists for the post office."""

import csv
import io
from datetime import date

import pytest

from tests.makers import JAKARTA, SUBJECT, Desktop
from tests.paper.reading import words_of
from workbench.domain.commands import (
    ApproveLetter,
    ComposeLetter,
    DispatchLetter,
    DispatchRun,
    MakePrintRun,
    RecordDelivery,
    RecordReturn,
)
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.letters import DeliveryOutcome, DispatchChannel, LetterFields, LetterKind, LetterNotIssuedError
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import dispatch, letters, register
from workbench.services.lines import SendingFilter
from workbench.services.verify import verify_office

EVIL = DataSubject(name="=cmd Evil", email="evil@example.org", address=("@SUM(A1)", "10115 Berlin"))


def letter(desktop: Desktop, subject: DataSubject = SUBJECT) -> int:
    return desktop.issue(desktop.register(Right.ACCESS, subject=subject), LetterKind.ACKNOWLEDGEMENT)


def send(desktop: Desktop, letter_id: int, channel: DispatchChannel, recipient: str, tracking: str = "") -> None:
    command = DispatchLetter(
        letter_id=letter_id,
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=channel,
        recipient=recipient,
        tracking=tracking,
    )
    desktop.do(dispatch.dispatch_letter, command)


@pytest.fixture
def sent(desktop: Desktop) -> tuple[int, int, int, int]:
    """Return four letters: mailed; registered and delivered; registered, returned and sent again by courier; posted next day."""
    mailed, delivered, returned, posted = (letter(desktop) for _ in range(4))
    address = ", ".join((SUBJECT.name, *SUBJECT.address))
    send(desktop, mailed, DispatchChannel.EMAIL, SUBJECT.email)
    send(desktop, delivered, DispatchChannel.REGISTERED_POST, address, " RR 1  ID ")
    send(desktop, returned, DispatchChannel.REGISTERED_POST, address, "RR 2 ID")
    desktop.hand.later(days=1)
    send(desktop, posted, DispatchChannel.POST, address)
    desktop.hand.later(days=3)
    desktop.do(
        dispatch.record_delivery,
        RecordDelivery(letter_id=delivered, delivered_at=desktop.hand.now, zone=JAKARTA, proof="signed by H. B."),
    )
    back = RecordReturn(letter_id=returned, outcome=DeliveryOutcome.RETURNED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(dispatch.record_return, back)
    send(desktop, returned, DispatchChannel.COURIER, address, "C 3")
    return mailed, delivered, returned, posted


def test_every_sending_is_listed_with_its_state(desktop: Desktop, sent: tuple[int, ...]) -> None:
    lines = desktop.see(register.list_sendings)
    assert [(line.letter, line.channel.value, line.tracking, line.state, line.newest) for line in lines] == [
        ("L-2026-0003", "courier", "C 3", "waiting_for_proof", True),
        ("L-2026-0004", "post", "", "sent", True),
        ("L-2026-0003", "registered_post", "RR 2 ID", "returned", False),
        ("L-2026-0002", "registered_post", "RR 1 ID", "delivered", True),
        ("L-2026-0001", "email", "", "sent", True),
    ]
    assert lines[3].proof == "signed by H. B."
    assert {line.officer_name for line in lines} == {"Ayu Contoh"}
    assert [line.letter_id for line in lines if not line.newest] == [sent[2]]
    assert verify_office(desktop.office) == ()


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (SendingFilter(on=date(2026, 11, 2)), ["RR 2 ID", "RR 1 ID", ""]),
        (SendingFilter(on=date(2026, 11, 4)), []),
        (SendingFilter(channel=DispatchChannel.REGISTERED_POST), ["RR 2 ID", "RR 1 ID"]),
        (SendingFilter(state="waiting_for_proof"), ["C 3"]),
        (SendingFilter(state="returned"), ["RR 2 ID"]),
        (SendingFilter(text="rr 1"), ["RR 1 ID"]),
        (SendingFilter(text="l-2026-0003"), ["C 3", "RR 2 ID"]),
        (SendingFilter(text="beispiel", channel=DispatchChannel.POST), [""]),
        (SendingFilter(run_id=9), []),
    ],
    ids=["a day", "an empty day", "a way", "without proof", "returned", "by number", "by letter", "by person", "a run"],
)
def test_the_register_is_narrowed(desktop: Desktop, sent: tuple[int, ...], chosen: SendingFilter, numbers: list[str]) -> None:
    assert len(sent) == 4
    assert [line.tracking for line in desktop.see(register.list_sendings, chosen)] == numbers


def test_a_run_is_printed_listed_and_sent_together(desktop: Desktop) -> None:
    first, second = letter(desktop), letter(desktop, EVIL)
    assert [line.id for line in desktop.see(register.letters_to_print)] == [second, first]
    made = desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(second, first)))
    assert made.number == "RUN-2026-0001"
    assert desktop.see(register.letters_to_print) == ()
    run_id = int(made.created or 0)
    before = desktop.see(register.posting_list, run_id=run_id)
    assert [(line.position, line.letter, line.recipient, line.tracking, line.sent_at) for line in before] == [
        (1, "L-2026-0002", "=cmd Evil, @SUM(A1), 10115 Berlin", "", None),
        (2, "L-2026-0001", "Hannah Beispiel, Beispielweg 4, 50667 Köln", "", None),
    ]
    sending = DispatchRun(
        run_id=run_id,
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=DispatchChannel.REGISTERED_POST,
        tracking=((first, "RR 7"), (second, "RR 8")),
    )
    changes = desktop.do(dispatch.dispatch_run, sending)
    assert (changes.letters, changes.number) == (frozenset({first, second}), "RUN-2026-0001")
    (run,) = desktop.see(register.list_runs)
    assert (run.letters, run.sent, run.officer_name) == ((second, first), 2, "Ayu Contoh")
    assert run == desktop.see(register.load_run, run_id)
    after = desktop.see(register.posting_list, run_id=run_id)
    assert [line.tracking for line in after] == ["RR 8", "RR 7"]
    assert {line.run for line in desktop.see(register.list_sendings, SendingFilter(run_id=run_id))} == {"RUN-2026-0001"}
    with pytest.raises(InvalidInputError):
        desktop.do(dispatch.dispatch_run, sending)
    assert verify_office(desktop.office) == ()


def test_a_letter_that_left_before_its_run_is_passed_over(desktop: Desktop) -> None:
    first, second = letter(desktop), letter(desktop)
    run_id = int(desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(first, second))).created or 0)
    send(desktop, first, DispatchChannel.EMAIL, SUBJECT.email)
    sending = DispatchRun(run_id=run_id, sent_at=desktop.hand.now, zone=JAKARTA, channel=DispatchChannel.POST)
    assert desktop.do(dispatch.dispatch_run, sending).letters == {second}
    assert desktop.see(register.load_run, run_id).sent == 2


def test_a_run_whose_letters_all_left_alone_has_nothing_to_send(desktop: Desktop) -> None:
    both = (letter(desktop), letter(desktop))
    run_id = int(desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=both)).created or 0)
    assert desktop.see(register.load_run, run_id).sent == 0
    for count, letter_id in enumerate(both, start=1):
        send(desktop, letter_id, DispatchChannel.EMAIL, SUBJECT.email)
        assert desktop.see(register.load_run, run_id).sent == count


def test_a_letter_of_a_run_that_another_one_replaces_is_not_waited_for(desktop: Desktop) -> None:
    wrong, other = letter(desktop), letter(desktop)
    run_id = int(desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(wrong, other))).created or 0)
    case_id = desktop.see(letters.load_letter, wrong).case_id
    command = ComposeLetter(case_id=case_id, kind=LetterKind.ACKNOWLEDGEMENT, language="en", corrects_id=wrong)
    right = int(desktop.do(letters.compose_letter, command).created or 0)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=right))
    assert desktop.see(register.load_run, run_id).sent == 1
    sending = DispatchRun(run_id=run_id, sent_at=desktop.hand.now, zone=JAKARTA, channel=DispatchChannel.POST)
    assert [line.letter_id for line in desktop.see(register.waiting_in_run, run_id)] == [other]
    assert desktop.do(dispatch.dispatch_run, sending).letters == {other}
    assert desktop.see(register.load_run, run_id).sent == 2
    assert desktop.see(register.waiting_in_run, run_id) == ()


def test_what_cannot_be_printed_makes_no_run(desktop: Desktop) -> None:
    issued = letter(desktop)
    draft = desktop.draft(desktop.register(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT)
    for letter_ids in ((), (issued, issued)):
        with pytest.raises(InvalidInputError):
            desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=letter_ids))
    with pytest.raises(LetterNotIssuedError):
        desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(issued, draft)))
    with pytest.raises(NotFoundError):
        desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=(99,)))
    assert desktop.see(register.list_runs) == ()


def test_the_posting_list_of_a_day_holds_what_was_posted_then(desktop: Desktop, sent: tuple[int, ...]) -> None:
    lines = desktop.see(register.posting_list, on=date(2026, 11, 2))
    assert [line.letter_id for line in lines] == [sent[1], sent[2]]
    assert [line.position for line in lines] == [1, 2]
    assert desktop.see(register.posting_list, on=date(2026, 11, 1)) == ()


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_posting_list_leaves_as_a_table_and_on_paper(desktop: Desktop, language: str) -> None:
    letter_id = letter(desktop, EVIL)
    send(desktop, letter_id, DispatchChannel.REGISTERED_POST, "=cmd Evil, @SUM(A1), 10115 Berlin", "-1")
    data = desktop.see(register.posting_list_csv, language=language)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1][2] == "'=cmd Evil, @SUM(A1), 10115 Berlin"
    assert rows[1][4] == "-1"
    pdf = desktop.see(register.posting_list_pdf, language=language)
    said = words_of(pdf)
    assert "L-2026-0001" in said
    assert "@SUM(A1)" in said
    assert pdf == desktop.see(register.posting_list_pdf, language=language)
    empty = desktop.see(register.posting_list_pdf, on=date(2026, 1, 1), language=language)
    assert "L-2026-0001" not in words_of(empty)


def test_the_register_leaves_as_a_table_without_formulas(desktop: Desktop, sent: tuple[int, ...]) -> None:
    assert len(sent) == 4
    data = desktop.see(register.register_csv)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 6
    assert rows[1][:5] == ["2026-11-06T10:00+07:00", "L-2026-0003", "DSR-2026-0003", "Courier", "C 3"]


def test_the_posting_list_of_a_run_names_each_of_its_letters(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    fields = LetterFields(addressee=(SUBJECT.name, *SUBJECT.address))
    ids = tuple(desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT, fields=fields) for _ in range(3))
    run_id = int(desktop.do(dispatch.make_print_run, MakePrintRun(letter_ids=ids)).created or 0)
    said = words_of(desktop.see(register.posting_list_pdf, run_id=run_id))
    assert said.count("Hannah Beispiel") == 3
    assert "RUN-2026-0001" in said
    assert desktop.see(letters.load_letter, ids[0]).dispatches == ()
