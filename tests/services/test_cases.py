"""Cases: lists, pages, history, closing and reopening, Today, search, backup and proof."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, PASSPHRASE, SUBJECT, Desktop, Hand, at, make_office
from workbench import bootstrap
from workbench.domain.commands import AddNote, AskForIdentity, CloseCase, QuarantineFile, ReopenCase
from workbench.domain.decisions import Outcome
from workbench.domain.errors import InvalidInputError, NotFoundError, NotPermittedError
from workbench.domain.letters import LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.phases import PERMITTED, Act, Phase
from workbench.domain.rights import Right
from workbench.services import closure, identity, intake, search, today
from workbench.services.backup import back_up_office, list_backups
from workbench.services.cases import list_cases
from workbench.services.lines import CaseFilter
from workbench.services.office import Office, ask, run
from workbench.services.verify import verify_office
from workbench.store import cases as case_store
from workbench.store import journal
from workbench.store.errors import StoreReadOnlyError

OTHER = DataSubject(name="Budi Contoh", email="budi@contoh.example")


def close(desktop: Desktop, case_id: int) -> None:
    desktop.do(closure.close_case, CloseCase(case_id=case_id))


def answer(desktop: Desktop, case_id: int) -> None:
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)


def test_the_list_shows_the_next_deadline_first(desktop: Desktop) -> None:
    german = desktop.register(Right.ACCESS, laws=(EU_DE,))
    indonesian = desktop.register(Right.ACCESS, laws=(ID_ID,), subject=OTHER)
    both = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID), received_at=at("2026-11-02 09:00"))
    lines = desktop.see(list_cases)
    assert [line.id for line in lines] == [both, indonesian, german]
    assert (lines[0].due, lines[0].due_kind, lines[2].due) == (at("2026-11-05 09:00"), "respond", date(2026, 12, 2))
    assert lines[0].officer_name == "Ayu Contoh"


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        (CaseFilter(), {1, 2, 3}),
        (CaseFilter(text="budi"), {2}),
        (CaseFilter(text="dsr-2026-0003"), {3}),
        (CaseFilter(right=Right.ERASURE), {3}),
        (CaseFilter(law="ID"), {2}),
        (CaseFilter(phase=Phase.DECIDED), {1}),
        (CaseFilter(standing="closed"), {4}),
        (CaseFilter(standing="all"), {1, 2, 3, 4}),
        (CaseFilter(text="nobody"), set()),
    ],
    ids=["open", "part of a name", "number", "right", "law", "phase", "closed", "all", "nothing"],
)
def test_lists_are_narrowed(desktop: Desktop, chosen: CaseFilter, numbers: set[int]) -> None:
    desktop.decide(desktop.register(Right.ACCESS))
    desktop.register(Right.ACCESS, laws=(ID_ID,), subject=OTHER)
    desktop.register(Right.ERASURE, laws=(GB_ENG,))
    done = desktop.register(Right.ACCESS)
    answer(desktop, done)
    close(desktop, done)
    assert {int(line.number[-4:]) for line in desktop.see(list_cases, chosen)} == numbers


def test_a_case_is_closed_only_when_everything_was_answered(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    with pytest.raises(NotPermittedError):
        close(desktop, case_id)
    desktop.decide(case_id)
    with pytest.raises(NotPermittedError) as refused:
        close(desktop, case_id)
    assert refused.value.details["phase"] == "decided"
    desktop.send(case_id, LetterKind.ANSWER)
    close(desktop, case_id)
    page = desktop.page(case_id)
    assert (page.phase, page.next_step.code) == (Phase.CLOSED, "closed")
    assert page.permitted == PERMITTED[Phase.CLOSED]


def test_a_closed_case_is_reopened_with_a_reason_and_told_anew(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    answer(desktop, case_id)
    close(desktop, case_id)
    with pytest.raises(InvalidInputError):
        desktop.do(closure.reopen_case, ReopenCase(case_id=case_id, reason=" "))
    desktop.do(closure.reopen_case, ReopenCase(case_id=case_id, reason="They wrote again."))
    assert desktop.page(case_id).phase is Phase.DECIDED
    desktop.decide(case_id, Right.ACCESS, Outcome.NOTHING_HELD)
    desktop.send(case_id, LetterKind.ANSWER)
    assert desktop.page(case_id).phase is Phase.ANSWERED
    assert desktop.line(case_id, "EU.respond").state == "met"


@pytest.mark.parametrize("phase", list(Phase), ids=lambda phase: phase.value)
def test_notes_and_files_are_taken_in_every_phase(phase: Phase) -> None:
    assert {Act.NOTE, Act.ATTACH} <= PERMITTED[phase]


def test_the_history_tells_each_thing_once_in_order(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.send(case_id, LetterKind.ACKNOWLEDGEMENT)
    desktop.do(closure.add_note, AddNote(case_id=case_id, text="Asked billing."))
    lines = desktop.page(case_id).history
    assert [line.action for line in lines] == [
        "case_opened",
        "request_received",
        "letter_drafted",
        "letter_issued",
        "letter_dispatched",
        "acknowledged",
        "note",
    ]
    assert (lines[-1].text, lines[-1].officer_name) == ("Asked billing.", "Ayu Contoh")
    assert [line.seq for line in lines] == sorted(line.seq for line in lines)


def test_the_journal_holds_no_personal_data(desktop: Desktop, office: Office) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.do(closure.add_note, AddNote(case_id=case_id, text="Hannah called."))
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, ("EU.frivolous",), "Hannah again.")
    desktop.send(case_id, LetterKind.REFUSAL)
    told = str([entry.facts for entry in ask(office, lambda desk: journal.entries(desk.session))])
    for private in ("Hannah", "hannah", SUBJECT.address[0], "again"):
        assert private not in told


def test_earlier_cases_of_the_same_person_are_named(desktop: Desktop) -> None:
    first = desktop.register(Right.ACCESS)
    desktop.register(Right.ACCESS, subject=OTHER)
    by_mail = desktop.register(Right.ACCESS, subject=DataSubject(name="H. Beispiel", email=SUBJECT.email.upper()))
    last = desktop.register(Right.ERASURE, subject=DataSubject(name="hannah  beispiel", email=SUBJECT.email))
    assert [line.id for line in desktop.page(last).earlier_cases] == [by_mail, first]
    assert desktop.page(first).earlier_cases == ()


def test_a_case_that_is_not_there_is_refused(desktop: Desktop) -> None:
    with pytest.raises(NotFoundError):
        desktop.page(7)


def test_today_counts_what_is_late_due_paused_and_drafted(desktop: Desktop) -> None:
    late = desktop.register(Right.ACCESS, laws=(ID_ID,))
    soon = desktop.register(Right.ACCESS, laws=(EU_DE,))
    paused = desktop.register(Right.ACCESS, laws=(EU_DE,), subject=OTHER)
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=paused, asked_at=desktop.hand.now, zone=JAKARTA))
    task = desktop.register(Right.MARKETING_OPTOUT, laws=(EU_DE,))
    desktop.do(intake.quarantine_file, QuarantineFile(name="x.eml", data=b"x", reason="not_mail"))
    desktop.decide(soon)
    desktop.draft(soon, LetterKind.ANSWER)
    desktop.hand.go("2026-11-26 10:00")
    board = desktop.see(today.today_board)
    assert (board.today, board.place) == (date(2026, 11, 26), "ID")
    assert (board.overdue, board.oldest_late_days) == (1, 21)
    desktop.hand.go("2026-11-26 09:00")
    assert desktop.see(today.today_board).oldest_late_days == 20, "an hour clock counts elapsed days, as its chip does"
    desktop.hand.go("2026-11-26 10:00")
    assert (board.due_in_seven_days, board.need_letter, board.paused, board.to_approve) == (1, 1, 1, 1)
    assert [line.case_id for line in board.due] == [late, soon, paused, task]
    assert board.due[0].deadline.late
    assert len(board.weeks) == 42
    assert board.weeks[0].on == date(2026, 11, 23)
    days = {day.on: (day.due, day.paused) for day in board.weeks}
    assert days[date(2026, 12, 2)] == (1, 1)
    assert next(day for day in board.weeks if day.on == date(2026, 12, 25)).rest
    told = {task.code: (task.count, task.number) for task in board.tasks}
    assert told["look_at_quarantine"] == (1, "")
    assert told["act_without_delay"] == (1, "DSR-2026-0004")
    status = desktop.see(today.office_status)
    assert (status.open_cases, status.to_approve, status.letters_open, status.quarantined) == (4, 1, 1, 1)
    assert status.journal_sound


def test_an_answered_case_leaves_today_and_asks_to_be_closed(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    answer(desktop, case_id)
    desktop.hand.go("2027-01-26 10:00")
    board = desktop.see(today.today_board)
    assert (board.overdue, board.due) == (0, ())
    assert [task.code for task in board.tasks] == ["close_cases"]
    assert desktop.see(list_cases)[0].due is None


def test_what_is_late_is_asked_of_now_and_not_of_the_last_event(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    desktop.hand.go("2026-12-03 05:59")  # 2 December, 23:59, in Berlin
    assert not desktop.see(list_cases)[0].late
    desktop.hand.go("2026-12-03 06:00")
    assert desktop.see(list_cases)[0].late


def test_anything_is_found_by_its_words(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.send(case_id, LetterKind.ACKNOWLEDGEMENT)
    desktop.register(Right.ACCESS, subject=OTHER)
    hits = desktop.see(search.search, "beispiel")
    assert ("case", case_id, "DSR-2026-0001", "Hannah Beispiel") in [
        (hit.what, hit.id, hit.title, hit.subtitle) for hit in hits
    ]
    assert {hit.case_id for hit in hits} == {case_id}
    assert [hit.what for hit in desktop.see(search.search, "L-2026-0001")] == ["letter"]
    assert desktop.see(search.search, '"*') == ()
    assert desktop.see(search.find, "l-2026-0001".upper()).id == letter_id
    with pytest.raises(NotFoundError):
        desktop.see(search.find, "L-2026-0099")


def test_a_backup_is_a_store_that_opens(tmp_path: Path, hand: Hand) -> None:
    office, _ = make_office(tmp_path / "office", hand)
    desktop = Desktop(office, hand)
    desktop.register()
    path = back_up_office(office)
    assert desktop.see(today.office_status).last_backup_at == hand.now
    assert [backup.path for backup in list_backups(office.folder)] == [path]
    office.close()
    copy = bootstrap.open_office(path, passphrase=PASSPHRASE, read_only=True, clock=hand)
    assert [line.number for line in ask(copy, list_cases)] == ["DSR-2026-0001"]
    with pytest.raises(StoreReadOnlyError):
        back_up_office(copy)
    copy.close()


def test_a_backup_is_put_in_place_of_a_closed_office(tmp_path: Path, hand: Hand) -> None:
    office, _ = make_office(tmp_path / "office", hand)
    desktop = Desktop(office, hand)
    desktop.register()
    path = back_up_office(office)
    desktop.register()
    office.close()
    bootstrap.restore_backup(tmp_path / "office", path, clock=hand)
    again = bootstrap.open_office(tmp_path / "office", passphrase=PASSPHRASE, clock=hand)
    assert [line.number for line in ask(again, list_cases)] == ["DSR-2026-0001"]
    again.close()


def test_a_list_that_does_not_say_what_the_events_say_is_found(desktop: Desktop, office: Office) -> None:
    case_id = desktop.register()
    assert verify_office(office) == ()
    run(office, lambda desk: case_store.save_cached(desk.session, case_id, phase=Phase.CLOSED, deadlines=[]))
    assert [(one.code, one.where) for one in verify_office(office)] == [("deadlines_stale", "DSR-2026-0001")]


def test_the_file_on_disk_is_no_plain_database(desktop: Desktop, office: Office) -> None:
    desktop.register()
    for path in office.folder.glob("cases.db*"):
        assert SUBJECT.name.encode() not in path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(office.folder / "cases.db")) as plain:
        plain.execute("SELECT count(*) FROM sqlite_master")


def test_a_due_day_far_ahead_is_not_soon(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS)
    assert desktop.see(today.today_board).due_in_seven_days == 0
    desktop.hand.now += timedelta(days=24)
    assert desktop.see(today.today_board).due_in_seven_days == 1
