"""What an officer does on the screen for a refusal that stands: the dossier, and the word of a second officer."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from tests.journeys.screen import Screen
from ui.widgets.checklist import Checklist


def tick(screen: Screen, factor: str, sentence: str) -> None:
    """Tick a factor, say what happened, and point at the first thing that can prove it."""
    screen.press(f"factor_{factor}")
    screen.write(f"sentence_{factor}", sentence)
    screen.press(f"proof_{factor}Add")
    screen.choose("evidenceRefWhat", 0)
    screen.press("evidenceRefSend")


def answer_what_speaks_against(screen: Screen, answer: str) -> int:
    """Answer every factor against the refusal that is asked, and return how many there were."""
    screen.wait(lambda: bool(names(screen, QPlainTextEdit, "answer_")), "nothing is asked that speaks against it")
    asked = names(screen, QPlainTextEdit, "answer_")
    for name in asked:
        screen.write(name, answer)
    return len(asked)


def say_what_was_tried(screen: Screen, result: str) -> int:
    """Take every lawful way that is offered, say why it was not enough, and return how many there were."""
    count = 0
    while offered := names(screen, QPushButton, "tryWay_"):
        screen.press(offered[0])
        screen.write(f"tried_{count}_result", result)
        count += 1
    return count


def estimate(screen: Screen, *, items: int, minutes: int, hours: int, basis: str) -> None:
    """Estimate the effort in one system against the time that there is."""
    screen.press("effortAdd")
    system = screen.find(QComboBox, "effort_0_system")
    system.setEditText(system.itemText(0))
    for name, value in (("effort_0_items", items), ("effort_0_minutes", minutes), ("effortHours", hours)):
        screen.find(QWidget, name).setProperty("value", value)
    screen.write("effortBasis", basis)


def missing(screen: Screen) -> list[str]:
    """Return what the readiness list says is missing."""
    screen.settle()
    return [line.text for line in screen.find(Checklist, "decisionReadiness").missing()]


def second_officer_says(screen: Screen, verdict: str, *, passphrase: str, words: str = "") -> None:
    """Ask for approval, go to the Approvals page, and let a second officer sign a verdict there."""
    screen.press("askApproval")
    screen.write("askApprovalWords", "Please look.")
    screen.press("askApprovalDialogSend")
    screen.press("giveApproval")
    screen.press(f"verdict_{verdict}")
    if words:
        screen.write("approvalWords", words)
    screen.write("approvalPassphrase", passphrase)
    screen.press("approvalSend")
    screen.wait(lambda: screen.seen(QLabel, "approvalProblem") is None, "the verdict was refused")
    screen.press("approvalCase")


def use_exception(screen: Screen, reason: str) -> None:
    """Go without a second officer, in an office that has but one."""
    screen.press("useException")
    screen.write("exceptionReason", reason)
    screen.press("exceptionDialogSend")


def names(screen: Screen, kind: type[QWidget], begins: str) -> list[str]:
    """Return the object names of the visible widgets whose names begin so."""
    found: Iterable[QWidget] = screen.window.findChildren(kind)
    return sorted(one.objectName() for one in found if one.isVisible() and one.objectName().startswith(begins))
