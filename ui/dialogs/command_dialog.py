"""The shape of every dialog here: it explains itself, checks its fields, and gives one command.

A dialog stays open until its command has been carried out, so that a refusal is read beside the words that caused it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Workspace
from ui.safe import Label, restyle, without_mnemonic
from ui.widgets.instant_edit import InstantEdit
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.services.office import Desk

CommandT = TypeVar("CommandT")

_COMBO_LENGTH = 18
"""Characters that a choice shows at least; a longer one must not push the other column aside."""


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
        self._form = _form()
        self._form_beside = _form()
        self._beside: QVBoxLayout | None = None
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
        fields = QVBoxLayout()
        fields.setSpacing(12)
        fields.addLayout(self._form)
        fields.addLayout(self._below)
        fields.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setSpacing(20)
        self._across.addLayout(fields, 1)
        column.addWidget(self.explanation)
        column.addLayout(self._across, 1)
        column.addWidget(self._problem)
        column.addWidget(buttons)

    def describe(self, *, title: str, explains: str, send: str) -> None:
        """Say what the officer is about to do, what it means for the case, and the words of the button."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.explanation.setText(explains)
        self.name_send(send)

    def name_send(self, words: str) -> None:
        """Give the button that sends the command other words."""
        self._send.setText(words)
        self._send.setAccessibleName(without_mnemonic(words))

    def name_cancel(self, words: str) -> None:
        """Give the button that closes the dialog without a command other words."""
        self._cancel.setText(words)
        self._cancel.setAccessibleName(without_mnemonic(words))

    def now(self) -> datetime:
        """Return the present: when the dialog opened and the time since."""
        return self._opened_at + timedelta(milliseconds=self._since_opened.elapsed())

    def past_only(self, key: str, at: datetime) -> tuple[tuple[str, str], ...]:
        """Return a complaint at `key` when `at` has not happened yet."""
        if at <= self.now():
            return ()
        return ((key, self.tr("This is in the future. Record it when it has happened.")),)

    def add_field(
        self,
        key: str,
        label: str,
        widget: QWidget,
        *,
        hint: str = "",
        below: QWidget | None = None,
        beside: bool = False,
    ) -> None:
        """Add a field under its label, with words or a widget below it; `key` is where its complaint is shown.

        With `beside` it stands in a second column at the right.
        """
        words = Label(label, role="field", buddy=widget)
        if not widget.objectName():
            widget.setObjectName(f"{self.objectName()}{key[:1].upper()}{key[1:]}")
        if isinstance(widget, QPlainTextEdit):
            widget.setTabChangesFocus(True)
        if isinstance(widget, QComboBox):
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(_COMBO_LENGTH)
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
        if below is not None:
            column.addWidget(below)
        column.addWidget(complaint)
        if beside:
            self._column_beside()
        (self._form_beside if beside else self._form).addRow(words, cell)
        self._cells[key] = cell

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        form = self._form if self._form.indexOf(self._cells[key]) >= 0 else self._form_beside
        form.setRowVisible(self._cells[key], shown)

    def event(self, event: QEvent) -> bool:
        """Make room for what has come into the dialog since it opened; it never becomes smaller by itself."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        if needed > self.height():
            self.resize(self.width(), needed)

    def add_below(self, widget: QWidget) -> None:
        """Add a widget below the fields, such as a preview."""
        self._below.addWidget(widget)

    def add_beside(self, widget: QWidget, *, title: str) -> None:
        """Add a widget under a title at the right of the fields, such as the reckoning that they are about."""
        column = self._column_beside()
        column.addWidget(Label(title, role="field"))
        column.addWidget(widget)
        column.addStretch(1)

    def _column_beside(self) -> QVBoxLayout:
        if self._beside is None:
            self._beside = QVBoxLayout()
            self._beside.setSpacing(4)
            self._beside.addLayout(self._form_beside)
            self._across.addLayout(self._beside, 1)
        return self._beside

    def allow(self) -> None:
        """Let the command be sent again, after something was shown that is to be read first."""
        self._send.setEnabled(True)

    def block(self, *, blocked: bool) -> None:
        """Let the command be sent, or not: where there is nothing to choose from."""
        self._send.setEnabled(not blocked)

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
        found = (*self._times_that_are_none(), *self.problems())
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

    def _times_that_are_none(self) -> tuple[tuple[str, str], ...]:
        """Return a complaint at each shown field whose clock time does not exist in its zone."""
        shown = ((key, field) for key, field in self._fields.items() if self._cells[key].isVisibleTo(self))
        edits = ((key, field) for key, field in shown if isinstance(field, InstantEdit))
        return tuple((key, self.tr("Choose a time that exists.")) for key, edit in edits if edit.problem())

    def finish(self) -> None:
        """Close after the command has been carried out."""
        super().accept()

    def refuse(self, error: WorkbenchError) -> None:
        """Show why the command was refused; the fields keep what was typed."""
        self._send.setEnabled(True)
        self._problem.setText(self.workspace.words.error(error))
        self._problem.show()


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setVerticalSpacing(4)
    return form


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
