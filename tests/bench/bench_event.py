"""Saving one event through its use case against the bare encrypted driver, in one run.

Run: `python tests/bench/bench_event.py [ROUNDS]`. Both sides commit durably (`synchronous=FULL`, WAL). The use case reads the
case, checks what is permitted, writes the event, its journal entry and the re-reckoned deadlines; the driver inserts one row of the
same length. They take turns; medians in milliseconds and their ratio are printed.
"""

import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2

from workbench.bootstrap import create_office
from workbench.domain.cases import Channel, LawPlace
from workbench.domain.commands import AddNote, RegisterRequest
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services.closure import add_note
from workbench.services.intake import register_request
from workbench.services.office import run

WORDS = "The person called and asked when the answer would come. " * 4


def bare_driver(folder: Path) -> Callable[[], None]:
    """Return a call that commits one row through the driver alone."""
    connection = sqlcipher3.dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, kind TEXT, at TEXT, words TEXT)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO events (kind, at, words) VALUES (?, ?, ?)", ("note", "2026-11-26T03:00:00Z", WORDS))
        connection.execute("COMMIT")

    return insert


def use_case(folder: Path) -> Callable[[], None]:
    """Return a call that adds one note to a case of a real office."""
    office, _ = create_office(
        folder / "office",
        passphrase=secrets.token_urlsafe(16),
        officer_name="Bench",
        clock=lambda: datetime(2026, 11, 26, 3, tzinfo=UTC),
    )
    command = RegisterRequest(
        subject=DataSubject(name="Bench Person", email="bench@example.org"),
        received_at=datetime(2026, 11, 25, 3, tzinfo=UTC),
        zone="Europe/Berlin",
        channel=Channel.EMAIL,
        rights=(Right.ACCESS,),
        laws=(LawPlace("EU", "DE"),),
        text="Please tell me what you hold.",
    )
    case_id = run(office, partial(register_request, command)).created
    if case_id is None:
        raise RuntimeError
    note = AddNote(case_id=case_id, text=WORDS)
    return lambda: void(run(office, partial(add_note, note)))


def void(_: object) -> None:
    """Drop a result."""


def milliseconds(call: Callable[[], None]) -> float:
    """Return how long one call took."""
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Measure in turns and print medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        bare, ours = bare_driver(Path(name)), use_case(Path(name))
        pairs = [(milliseconds(bare), milliseconds(ours)) for _ in range(rounds + 5)][5:]
    driver = statistics.median(one for one, _ in pairs)
    event = statistics.median(two for _, two in pairs)
    sys.stdout.write(
        f"bare encrypted insert {driver:7.2f} ms\nnote through use case {event:7.2f} ms\nratio {event / driver:.1f}, n={rounds}\n"
    )


if __name__ == "__main__":
    main()
