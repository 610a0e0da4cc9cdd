"""The shape of every dialog here: it explains itself, checks its fields, and gives one command.

A dialog stays open until its command has been carried out, so that a refusal is read beside the words that caused it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.safe import Label, restyle, without_mnemonic
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services.office import Desk

CommandT = TypeVar("CommandT")


class CommandDialog(QDialog):
    """One dialog, one command; `submitted` carries it when the fields are sound.

    Args:
        workspace: jobs, words, zone.
        name: object name; the send button is `<name>Send`.
        now: aware instant at which the dialog opens; later instants are the future.
    """

    submitted = Signal(object)

    def __init__(self, workspace: Workspace, *, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._opened_at = now
        self._since_opened = QElapsedTimer()
        self._since_opened.start()
        self.setObjectName(name)
        self.setMinimumWidth(540)
        self._complaints: dict[str, Label] = {}
        self._fields: dict[str, QWidget] = {}
        self._cells: dict[str, QWidget] = {}
        self._below = QVBoxLayout()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(4)
        self._problem = Label(wrap=True, name=f"{name}Problem")
        self._problem.set_role("", "late")
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._send = QPushButton()
        self._send.setObjectName(f"{name}Send")
        self._send.setProperty("role", "primary")
        self._send.setDefault(True)
        buttons.addButton(self._send, QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName(f"{name}Cancel")
        cancel.setText(self.tr("Cancel"))
        cancel.setAccessibleName(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.explanation = Label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.explanation)
        column.addLayout(self._form)
        column.addLayout(self._below)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(buttons)

    def describe(self, *, title: str, explains: str, send: str) -> None:
        """Say what the officer is about to do, what it means for the case, and the words of the button."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.explanation.setText(explains)
        self._send.setText(send)
        self._send.setAccessibleName(without_mnemonic(send))

    def now(self) -> datetime:
        """Return the present: when the dialog opened and the time since."""
        return self._opened_at + timedelta(milliseconds=self._since_opened.elapsed())

    def past_only(self, key: str, at: datetime) -> tuple[tuple[str, str], ...]:
        """Return a complaint at `key` when `at` has not happened yet."""
        if at <= self.now():
            return ()
        return ((key, self.tr("This is in the future. Record it when it has happened.")),)

    def add_field(self, key: str, label: str, widget: QWidget, *, hint: str = "") -> None:
        """Add a field under its label; `key` is where its complaint is shown."""
        words = Label(label, role="field", buddy=widget)
        if not widget.objectName():
            widget.setObjectName(f"{self.objectName()}{key[:1].upper()}{key[1:]}")
        if isinstance(widget, QPlainTextEdit):
            widget.setTabChangesFocus(True)
        complaint = Label(wrap=True, name=f"{self.objectName()}Complaint{key[:1].upper()}{key[1:]}")
        complaint.set_role("", "late")
        complaint.hide()
        self._complaints[key] = complaint
        self._fields[key] = widget
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(widget)
        if hint:
            column.addWidget(Label(hint, role="small", wrap=True))
        column.addWidget(complaint)
        self._form.addRow(words, cell)
        self._cells[key] = cell

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._form.setRowVisible(self._cells[key], shown)

    def add_below(self, widget: QWidget) -> None:
        """Add a widget below the fields, such as a preview."""
        self._below.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the tabulator go through the fields first and the buttons last, and begin at the first field."""
        super().showEvent(event)
        fields = [field for key, field in self._fields.items() if self._cells[key].isVisibleTo(self)]
        if fields:
            QWidget.setTabOrder(fields[-1], self._send)
            QWidget.setTabOrder(self._send, self._cancel)
            fields[0].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return what is wrong as pairs of field key and sentence; nothing when the command can be made."""
        return ()

    def command(self) -> object:
        """Return the command the fields describe."""
        raise NotImplementedError

    def accept(self) -> None:
        """Check the fields; give the command, or say at the field what is wrong."""
        found = self.problems()
        self._problem.hide()
        for key, complaint in self._complaints.items():
            sentence = next((text for field, text in found if field == key), "")
            complaint.setText(sentence)
            complaint.setVisible(bool(sentence))
            self._fields[key].setProperty("problem", bool(sentence))
            restyle(self._fields[key])
        if found:
            field = self._fields.get(found[0][0])
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._send.setEnabled(False)
        self.submitted.emit(self.command())

    def finish(self) -> None:
        """Close after the command has been carried out."""
        super().accept()

    def refuse(self, error: WorkbenchError) -> None:
        """Show why the command was refused; the fields keep what was typed."""
        self._send.setEnabled(True)
        self._problem.setText(self.workspace.words.error(error))
        self._problem.show()


def present(
    dialog: CommandDialog,
    workspace: Workspace,
    use_case: Callable[[CommandT, Desk], Changes],
    *,
    then: Callable[[Changes], None] | None = None,
) -> None:
    """Open the dialog and carry out its command; it closes on success and shows the words of a refusal."""

    def carried_out(changes: Changes) -> None:
        dialog.finish()
        if then is not None:
            then(changes)

    def send(command: CommandT) -> None:
        workspace.jobs.run(partial(use_case, command), then=carried_out, refused=dialog.refuse)

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.submitted.connect(send)
    dialog.open()
