"""A batch on the screen, from the list of cases to the letters: two cases fail, one stop in between, the rest is issued."""

from functools import partial

import pytest
from PySide6.QtWidgets import QPushButton

from tests.journeys.screen import Screen
from tests.makers import EU_DE, JAKARTA
from tests.ui.hands import find
from ui.pages.batch import BatchPage, Standing
from ui.pages.batch_run import BatchRun
from ui.safe import Label
from workbench.domain.cases import Channel
from workbench.domain.commands import Decide, RegisterRequest
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterKind
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import batch as batches
from workbench.services import decisions, intake
from workbench.services.letters import list_letters
from workbench.services.office import Office, ask, run
from workbench.services.verify import verify_office

PEOPLE = ("Ada Muster", "Berta Muster", "Carl Muster", "Dora Muster")
UNPRINTABLE = "Frida \U0001f600 Muster"
UNDECIDED = "Emil Muster"
SAID = {
    "en": ("no decision", "U+1F600", "4 issued, 2 failed, 0 waiting"),
    "id": ("keputusan", "U+1F600", ""),
}


def fill(office: Office) -> None:
    """Open a case for each person, as a morning's mail would."""
    for name in (*PEOPLE, UNPRINTABLE, UNDECIDED):
        request = RegisterRequest(
            subject=DataSubject(name, "x@muster.example", address=("Musterweg 1", "10115 Berlin")),
            received_at=office.clock(),
            zone=JAKARTA,
            channel=Channel.EMAIL,
            rights=(Right.ACCESS,),
            laws=(EU_DE,),
            text="Please tell me what you hold about me.",
            language="en",
        )
        case_id = run(office, partial(intake.register_request, request)).created or 0
        if name != UNDECIDED:
            command = Decide(case_id=case_id, right=Right.ACCESS, outcome=Outcome.NOTHING_HELD)
            run(office, partial(decisions.decide, command))


def standing(screen: Screen) -> Standing:
    return screen.find(BatchPage, "batchPage").standing


def stop_once(run_: BatchRun, button: QPushButton) -> None:
    """Press Stop after the first portion."""

    def press(_line: object) -> None:
        run_.moved.disconnect(press)
        button.click()

    run_.moved.connect(press)


@pytest.mark.parametrize("screen", ["en", "id"], indirect=True, ids=["in English", "in Indonesian"])
def test_a_batch_with_two_failing_cases_is_stopped_resumed_and_told(screen: Screen, request: pytest.FixtureRequest) -> None:
    no_decision, character, told = SAID[request.node.callspec.params["screen"]]
    office = screen.window.jobs.office
    assert office is not None
    fill(office)
    screen.window.actions_by_id["go_cases"].trigger()
    screen.press("casesWriteLetters")
    screen.choose("batchKind", LetterKind.ANSWER.value)
    screen.wait(lambda: standing(screen) is Standing.CHECKED, "the cases were not checked")
    before = screen.table("batchTable")
    assert no_decision in before
    assert character in before
    page = screen.find(BatchPage, "batchPage")
    assert page.preview.page_count or screen.find(Label, "batchReason").text()
    page.run.processes = 1
    page.run.most = 2
    stop_once(page.run, find(page, QPushButton, "batchStop"))
    screen.press("batchIssue")
    screen.press("yesButton")
    screen.wait(lambda: standing(screen) is Standing.HALTED, "the batch did not stop")
    stopped = ask(office, batches.list_batches)[0]
    assert 0 < stopped.waiting < 6
    screen.press("batchResume")
    screen.wait(lambda: standing(screen) is Standing.DONE, "the batch did not go on")
    done = ask(office, batches.list_batches)[0]
    assert (done.issued, done.failed, done.waiting) == (4, 2, 0)
    assert told in screen.find(Label, "batchSaid").text()
    after = screen.table("batchTable")
    assert no_decision in after
    assert character in after
    assert all(f"L-2026-000{at}" in after for at in range(1, 5))
    letters = ask(office, list_letters)
    assert sorted(line.number for line in letters) == [f"L-2026-000{at}" for at in range(1, 5)]
    assert {line.subject_name for line in letters} == set(PEOPLE)
    screen.window.actions_by_id["go_letters"].trigger()
    screen.settle()
    assert verify_office(office) == ()
