"""An office at work in a process that may be killed at any moment; each finished change is acknowledged on standard output.

Run as `python -m tests.faults.at_work`. It imports once and then, for each line `FOLDER SEED` on standard input, forks a child
that opens the office and works until it is killed. A line of output is one JSON object: `{"pid": ...}` when the office is open,
`{"did": ..., ...}` after a change was committed, `{"gone": true}` when the child has ended.
"""

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from tests.makers import EU_DE, JAKARTA, PASSPHRASE, SUBJECT, make_office
from workbench import bootstrap
from workbench.domain.cases import Channel
from workbench.domain.commands import (
    AddNote,
    ApproveLetter,
    AttachEvidence,
    CloseCase,
    ComposeLetter,
    Decide,
    DispatchLetter,
    RegisterRequest,
)
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import DispatchChannel, LetterKind
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.services import backup, cases, closure, decisions, dispatch, evidence, intake, letters
from workbench.services.lines import CaseFilter
from workbench.services.office import Office, ask, run, utc_now

ONE_MEGABYTE = 1024 * 1024


@dataclass
class Work:
    """What one child does: the next step of a case's way, with notes, files and backups in between."""

    office: Office
    chance: random.Random
    say: Callable[..., None]
    case_id: int = 0
    number: str = ""
    letter_id: int = 0
    letter: str = ""
    steps: list[Callable[[], None]] = field(default_factory=list)

    def go_on(self) -> None:
        """Do one thing."""
        if not self.steps:
            self.steps = [self.register, self.decide, self.compose, self.approve, self.dispatch, self.close]
        if self.case_id and self.chance.random() < 0.3:
            self.chance.choice([self.note, self.note, self.attach, self.back_up])()
        else:
            self.steps.pop(0)()

    def resume(self) -> None:
        """Take up the newest case where the one who was killed left it."""
        lines = ask(self.office, partial(cases.list_cases, chosen=CaseFilter(standing="all")))
        if not lines or self.chance.random() < 0.2:
            return
        newest = max(lines, key=lambda line: line.id)
        page = ask(self.office, partial(cases.case_page, case_id=newest.id))
        self.case_id, self.number = newest.id, newest.number
        if page.letters:
            self.letter_id, self.letter = page.letters[-1].id, page.letters[-1].number
        left = {
            Phase.RECEIVED: 5,
            Phase.DECIDED: 4,
            Phase.TO_APPROVE: 3,
            Phase.TO_DISPATCH: 2,
            Phase.ANSWERED: 1,
        }.get(page.phase, 0)
        way = [self.decide, self.compose, self.approve, self.dispatch, self.close]
        self.steps = way[len(way) - left :] if left else []

    def register(self) -> None:
        """Open a case, with the original of the request."""
        token = self._token()
        command = RegisterRequest(
            subject=SUBJECT,
            received_at=datetime.now(UTC),
            zone=JAKARTA,
            channel=Channel.EMAIL,
            rights=(Right.ACCESS,),
            laws=(EU_DE,),
            text=token,
            evidence=(NewEvidence("request.eml", "message/rfc822", token.encode() * 500),),
        )
        changes = run(self.office, partial(intake.register_request, command))
        self.case_id, self.number = changes.created or 0, changes.number
        self.say("register", case=self.number, token=token)

    def decide(self) -> None:
        """Decide on the case."""
        line = ScheduleLine("Account", "name and address", Treatment.DISCLOSED)
        command = Decide(case_id=self.case_id, right=Right.ACCESS, outcome=Outcome.GRANTED, schedule=(line,))
        run(self.office, partial(decisions.decide, command))
        self.say("decide", case=self.number)

    def compose(self) -> None:
        """Draft the answer."""
        command = ComposeLetter(case_id=self.case_id, kind=LetterKind.ANSWER, language="en")
        changes = run(self.office, partial(letters.compose_letter, command))
        self.letter_id, self.letter = changes.created or 0, changes.number
        self.say("compose", letter=self.letter)

    def approve(self) -> None:
        """Issue the answer."""
        run(self.office, partial(letters.approve_letter, ApproveLetter(letter_id=self.letter_id)))
        self.say("approve", letter=self.letter)

    def dispatch(self) -> None:
        """Send the answer."""
        command = DispatchLetter(
            letter_id=self.letter_id,
            sent_at=datetime.now(UTC),
            zone=JAKARTA,
            channel=DispatchChannel.EMAIL,
            recipient=SUBJECT.email,
        )
        run(self.office, partial(dispatch.dispatch_letter, command))
        self.say("dispatch", letter=self.letter)

    def close(self) -> None:
        """Close the case."""
        run(self.office, partial(closure.close_case, CloseCase(case_id=self.case_id)))
        self.say("close", case=self.number)

    def note(self) -> None:
        """Keep a note."""
        token = self._token()
        run(self.office, partial(closure.add_note, AddNote(case_id=self.case_id, text=token)))
        self.say("note", case=self.number, token=token)

    def attach(self) -> None:
        """Keep a file of a megabyte."""
        name = f"{self._token()}.bin"
        new = NewEvidence(name, "application/octet-stream", self.chance.randbytes(ONE_MEGABYTE))
        run(self.office, partial(evidence.attach_evidence, AttachEvidence(case_id=self.case_id, evidence=new)))
        self.say("attach", case=self.number, token=name)

    def back_up(self) -> None:
        """Make a backup."""
        self.say("backup", path=str(backup.back_up_office(self.office)))

    def _token(self) -> str:
        return f"token-{self.chance.getrandbits(64):016x}"


def _say(**fact: Any) -> None:
    # One write of one short line: it arrives whole or not at all, however soon the process ends.
    os.write(sys.stdout.fileno(), (json.dumps(fact) + "\n").encode())


def _child(folder: str, seed: str) -> None:
    office = bootstrap.open_office(Path(folder), passphrase=PASSPHRASE)
    work = Work(office, random.Random(seed), lambda did, **more: _say(did=did, **more))  # noqa: S311  a repeatable play
    work.resume()
    _say(pid=os.getpid())
    while True:
        work.go_on()


def _warm_up() -> None:
    """Do everything once in an office of its own, so that a round is spent on changes and not on imports."""
    with tempfile.TemporaryDirectory() as folder:
        office, _code = make_office(Path(folder) / "office", utc_now)
        work = Work(office, random.Random(0), lambda _did, **_more: None)  # noqa: S311  a repeatable play
        for _step in range(8):
            work.go_on()
        for step in (work.note, work.attach, work.back_up, work.resume):
            step()
        office.close()


def main() -> None:
    """Serve rounds until standard input ends."""
    _warm_up()
    for line in sys.stdin:
        folder, seed = line.rsplit(maxsplit=1)
        pid = os.fork()
        if pid == 0:
            _child(folder, seed)
        os.waitpid(pid, 0)
        _say(gone=True)


if __name__ == "__main__":
    main()
