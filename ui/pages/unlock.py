"""The unlock page: a locked window tells nothing of the office or its cases, only which folder it would open.

No officer is chosen here, because names never stand outside the encrypted store: the passphrase says who it is.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ui.safe import Label, set_tooltip
from ui.widgets.door import Door, door_button
from ui.widgets.problem import Line, ProblemBox

if TYPE_CHECKING:
    from ui.doors import DeviceKey, Secret


class UnlockPage(Door):
    """Asks for a passphrase or the recovery code. `submitted` carries a `Secret`."""

    submitted = Signal(object)
    another = Signal()
    make_new = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("unlockPage")
        self._read_only = read_only
        self._by_code = False
        subtitle = self.tr("Privacy office, for reading only") if read_only else self.tr("Privacy office, locked")
        self.say(self.tr("Onee Workbench"), subtitle)
        self._caption = Label(self.tr("Passphrase"), role="field")
        self._secret = QLineEdit()
        self._secret.setObjectName("secretField")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setAccessibleName(self.tr("Passphrase"))
        self._caption.setBuddy(self._secret)
        self._remember = QCheckBox(self.tr("Remember on this laptop, in the system keyring"))
        self._remember.setObjectName("rememberBox")
        self._remember.setAccessibleName(self._remember.text())
        self._remember.hide()
        self._why_not = Label("", role="small", wrap=True, name="keyringExplanation")
        self._why_not.hide()
        self._problem = ProblemBox(name="unlockProblem")
        self._unlock = door_button(self.tr("Unlock"), "unlockButton", role="primary")
        self._unlock.setDefault(True)
        self._switch = door_button(self.tr("Use the recovery code"), "recoveryButton")
        self._device = door_button(self.tr("Unlock with the system keyring"), "deviceButton")
        self._device.hide()
        self._look = door_button(self.tr("Open for reading only"), "readOnlyButton")
        self._look.hide()
        for widget in (self._caption, self._secret, self._remember, self._why_not, self._problem):
            self.body.addWidget(widget)
        self._lay_out(folder)
        self._secret.returnPressed.connect(self._submit)
        self._unlock.clicked.connect(self._submit)
        self._switch.clicked.connect(self._switch_secret)
        self._device.clicked.connect(self._submit_device)
        self._look.clicked.connect(self._submit_reading)
        self._other.clicked.connect(self.another)
        self._new.clicked.connect(self.make_new)
        self.setFocusProxy(self._secret)

    def offer_device_key(self, key: "DeviceKey", why_not: str) -> None:
        """Offer the system's keyring, or explain in `why_not` why it cannot keep a key."""
        self._device.setVisible(key.kept)
        self._remember.setVisible(not key.kept and not key.refusal and not self._read_only)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not) and not key.kept)

    def refuse(self, text: str, *, reading_offered: bool = False) -> None:
        """Show why the store stayed locked, and let the officer try again."""
        self.set_busy(busy=False)
        self._problem.say(text)
        self._look.setVisible(reading_offered)
        self._secret.selectAll()
        self._secret.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Show that the store is being opened."""
        for widget in (self._secret, self._unlock, self._switch, self._device, self._look):
            widget.setEnabled(not busy)
        self._unlock.setText(self.tr("Opening…") if busy else self.tr("Unlock"))
        if busy:
            self._problem.say("")

    def forget(self) -> None:
        """Wipe what was typed."""
        self._secret.clear()

    def _lay_out(self, folder: Path) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 12, 0, 10)
        buttons.setSpacing(12)
        buttons.addWidget(self._unlock)
        buttons.addWidget(self._switch)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self._device)
        self.body.addWidget(self._look)
        self.body.addWidget(Line())
        self.body.addSpacing(4)
        self.body.addWidget(self._folder_label(folder))
        others = QHBoxLayout()
        self._other = door_button(self.tr("Open another store…"), "otherStoreButton", role="link")
        self._new = door_button(self.tr("Make a new store…"), "newStoreButton", role="link")
        others.addWidget(self._other)
        others.addWidget(self._new)
        others.addStretch(1)
        self.body.addLayout(others)

    def _folder_label(self, folder: Path) -> Label:
        home = Path.home()
        shown = folder.relative_to(home) if folder.is_relative_to(home) else folder
        label = Label(
            self.tr("{folder}, encrypted").format(folder=" / ".join(part for part in shown.parts if part != "/")),
            role="small",
            wrap=True,
            name="folderLabel",
        )
        set_tooltip(label, str(folder))
        return label

    def _switch_secret(self) -> None:
        self._by_code = not self._by_code
        caption = self.tr("Recovery code") if self._by_code else self.tr("Passphrase")
        self._caption.setText(caption)
        self._secret.setAccessibleName(caption)
        self._secret.setEchoMode(QLineEdit.EchoMode.Normal if self._by_code else QLineEdit.EchoMode.Password)
        self._secret.clear()
        self._switch.setText(self.tr("Use the passphrase") if self._by_code else self.tr("Use the recovery code"))
        self._switch.setAccessibleName(self._switch.text())
        self._problem.say("")
        self._secret.setFocus()

    def _submit(self) -> None:
        self._send(self._typed(read_only=self._read_only))

    def _submit_device(self) -> None:
        from ui.doors import Secret  # noqa: PLC0415  not needed before the first paint

        self._send(Secret(device=True, read_only=self._read_only))

    def _submit_reading(self) -> None:
        self._read_only = True
        self._send(self._typed(read_only=True))

    def _typed(self, *, read_only: bool) -> "Secret":
        from ui.doors import Secret  # noqa: PLC0415  not needed before the first paint

        text = self._secret.text()
        remember = self._remember.isChecked() and self._remember.isVisible()
        if self._by_code:
            return Secret(recovery_code=text, remember=remember, read_only=read_only)
        return Secret(passphrase=text, remember=remember, read_only=read_only)

    def _send(self, secret: "Secret") -> None:
        if not (secret.device or secret.passphrase or secret.recovery_code):
            self.refuse(self.tr("Type your passphrase first."))
            return
        self.set_busy(busy=True)
        self.submitted.emit(secret)
