"""A program that works on a store until it is done or killed; it acknowledges on standard output after each commit.

Usage: python -m tests.store.worker FOLDER JOB, with the data key in hex as the first line of standard input.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

from tests.store.makers import NOW, add_case, add_event, add_letter
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import NewEvidence
from workbench.store import backup, evidence, letters
from workbench.store.engine import Store, open_store

EVENTS = 40


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def write_events(store: Store) -> None:
    for number in range(EVENTS):
        with store.writing() as session:
            add_event(session, 1, text=f"event {number} of {os.getpid()}")
        say("event")


def do_everything(store: Store, *, rounds: int) -> None:
    for number in range(1, rounds + 1):
        with store.writing() as session:
            case = add_case(session)
            add_event(session, case.id, text="opened")
        say("event")
        with store.writing() as session:
            evidence.add(session, case.id, NewEvidence("scan", "image/png", os.urandom(300_000)), added_at=NOW, officer_id=1)
            add_event(session, case.id, text="attached")
        say("event")
        with store.writing() as session:
            letter = add_letter(session, case.id)
            letters.save_issued(session, letter, pdf=os.urandom(50_000), pages=1, issued_at=NOW, officer_id=1)
            add_event(session, case.id, text="issued")
        say("event")
        if number % 3 == 0:
            backup.back_up(store, at=NOW + timedelta(seconds=number))


def main() -> int:
    """Return 0 when done, 3 when the store refused."""
    try:
        store = open_store(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline().strip()), patience=30)
        say("ready")
        if sys.argv[2] == "events":
            write_events(store)
        else:
            do_everything(store, rounds=3 if sys.argv[2] == "once" else 10**6)
        store.close()
    except WorkbenchError:
        say("refused")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
