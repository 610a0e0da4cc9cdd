"""The journal: every row has its line, and the chain shows any single change."""

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.store.makers import CANARIES, NOW, Made, add_case, add_event, fill
from workbench.domain.journal import Entry, NewEntry
from workbench.store import journal
from workbench.store.engine import Store
from workbench.store.rows import KEPT_ROWS, JournalRow


def test_an_empty_journal_stands_on_zeros(store: Store) -> None:
    with store.reading() as session:
        (first,) = journal.entries(session)
        assert (first.seq, first.previous, first.action) == (1, journal.BEGINNING, "officer_added")
        assert journal.head(session) == journal.Head(1, first.digest)


def test_every_kept_row_has_a_line_and_every_line_follows_the_one_before(full: Store) -> None:
    with full.reading() as session:
        lines = journal.entries(session)
        assert journal.check_chain(session) == []
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert [line.previous for line in lines[1:]] == [line.digest for line in lines[:-1]]
    vouched = {journal.row_of(line)[0] for line in lines}
    assert vouched == {kind.__tablename__ for kind in KEPT_ROWS}


def test_lines_of_a_case_are_found_by_its_number(full: Store) -> None:
    with full.reading() as session:
        lines = journal.entries(session, "DSR-2026-0001")
    assert [line.action for line in lines] == [
        "case_opened",
        "calendar_kept",
        "rulebook_kept",
        "request_received",
        "note",
        "decision_recorded",
        "evidence_added",
        "letter_drafted",
        "letter_issued",
        "dispatch_recorded",
        "letter_dispatched",
        "letter_drafted",
        "dossier_saved",
        "approval_given",
        "packet_made",
        "task_made",
    ]


def test_no_line_holds_what_a_person_said_or_is_called(full: Store) -> None:
    with full.reading() as session:
        said = "\n".join(map(repr, journal.entries(session)))
    for canary in CANARIES.values():
        assert canary not in said


def test_two_rows_that_say_the_same_have_different_digests(store: Store) -> None:
    with store.writing() as session:
        case = add_case(session)
        add_event(session, case.id, text="same")
        add_event(session, case.id, text="same")
        digests = [line.content_sha256 for line in journal.entries(session)]
    assert len(set(digests)) == len(digests)


def test_a_line_of_its_own_can_be_appended(store: Store) -> None:
    with store.writing() as session:
        new = NewEntry(action="backup_made", subject="office", facts={"size": 12, "whole": True, "why": None})
        line = journal.append(session, new, at=NOW, officer_id=1)
    with store.reading() as session:
        assert journal.entries(session)[-1] == line
        assert journal.row_of(line) == ("", "")


def test_a_line_of_its_own_cannot_vouch_for_a_row(store: Store) -> None:
    with pytest.raises(ValueError, match="row"), store.writing() as session:
        journal.append(session, NewEntry(action="x", subject="office", facts={"row": "cases:1"}), at=NOW, officer_id=1)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE journal SET action = 'x' WHERE seq = 1", id="update"),
        pytest.param("DELETE FROM journal WHERE seq = 1", id="delete"),
        pytest.param("REPLACE INTO journal SELECT * FROM journal WHERE seq = 1", id="replace"),
        pytest.param("UPDATE blobs SET data = x'00'", id="kept bytes"),
    ],
)
def test_the_database_itself_refuses_to_change_what_was_written(full: Store, statement: str) -> None:
    with pytest.raises(IntegrityError), full.writing() as session:
        session.execute(text(statement))


def _entries(store: Store) -> list[Entry]:
    with store.writing() as session:
        fill(session)
        return list(journal.entries(session))


FIELDS = ("seq", "at", "officer_id", "action", "subject", "facts", "content_sha256", "previous", "digest")


def _values(entry: Entry) -> dict[str, Any]:
    return {name: copy.deepcopy(getattr(entry, name)) for name in FIELDS}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    fault=st.sampled_from(["delete", "alter", "insert", "swap", "rehash one"]),
)
def test_any_single_change_of_the_chain_is_seen(store: Store, data: st.DataObject, fault: str) -> None:
    with store.reading() as session:
        written = journal.head(session).length > 10
    if not written:
        _entries(store)
    with store.writing() as session:
        lines = list(journal.entries(session))
        at = data.draw(st.integers(1, len(lines) - 1))
        session.execute(text("DROP TRIGGER journal_no_update"))
        session.execute(text("DROP TRIGGER journal_no_delete"))
        session.execute(text("DROP TRIGGER journal_no_replace"))
        _plant(session, lines, at, fault, data)
        assert journal.check_chain(session) != []
        session.rollback()


def _plant(session: Any, lines: list[Entry], at: int, fault: str, data: st.DataObject) -> None:
    line = lines[at - 1]
    row = session.get(JournalRow, line.seq)
    if fault == "delete":
        session.delete(row)
    elif fault == "alter":
        name = data.draw(st.sampled_from(["action", "subject", "content_sha256", "previous", "digest"]))
        setattr(row, name, getattr(row, name) + "x")
    elif fault == "swap":
        other = session.get(JournalRow, line.seq + 1)
        for name in FIELDS[1:]:
            first, second = getattr(row, name), getattr(other, name)
            setattr(row, name, second)
            setattr(other, name, first)
    elif fault == "insert":
        session.execute(text("UPDATE journal SET seq = -seq WHERE seq > :at"), {"at": at})
        session.execute(text("UPDATE journal SET seq = 1 - seq WHERE seq < 0"))
        session.expire_all()
        session.add(JournalRow(**{**_values(line), "seq": at + 1, "previous": line.digest}))
    else:
        row.action = "forged"
        session.flush()
        row.digest = journal.digest_of(journal._entry(row))
    session.flush()


def test_cutting_the_end_off_shows_in_the_rows_that_are_left(filled: Made) -> None:
    from workbench.store.verify import verify  # noqa: PLC0415  only this test needs the whole check

    store = filled.open()
    with store.writing() as session:
        session.execute(text("DROP TRIGGER journal_no_delete"))
        last = journal.entries(session)[-1]
        session.execute(text("DELETE FROM journal WHERE seq = :seq"), {"seq": last.seq})
        session.execute(
            text(
                "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
            ),
        )
    assert [(found.code, found.where) for found in verify(store)] == [("row_unjournaled", "office_days:1")]
    store.close()
