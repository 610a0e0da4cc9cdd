"""The password of an encrypted letter: shown once, copied for half a minute, kept nowhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.clipboard import KEPT_MS, copy
from ui.safe import Label
from ui.style.spacing import GAP


class PasswordDialog(QDialog):
    """Shows one password; closing it forgets the password.

    Args:
        number: the letter that it opens.
        password: as it was made.
    """

    def __init__(self, number: str, password: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passwordDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Password of {number}").format(number=number)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(500)
        self._password = QLineEdit(password)
        self._password.setObjectName("passwordText")
        self._password.setAccessibleName(title)
        self._password.setReadOnly(True)
        self._password.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._said = Label("", role="small", wrap=True, name="passwordSaid")
        self._copy = QPushButton(self.tr("&Copy"))
        self._copy.setObjectName("passwordCopy")
        self._copy.setAccessibleName(self.tr("Copy the password"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copied)
        close = QPushButton(self.tr("I &have noted it"))
        close.setObjectName("passwordClose")
        close.setAccessibleName(self.tr("I have noted it"))
        close.setProperty("role", "primary")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._password, 1)
        row.addWidget(self._copy)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            Label(
                self.tr(
                    "This password opens the encrypted letter. It is shown once and kept nowhere: tell it to the person another "
                    "way, such as by telephone or a text message, never in the same e-mail."
                ),
                role="muted",
                wrap=True,
            )
        )
        column.addLayout(row)
        column.addWidget(self._said)
        column.addLayout(ends)
        self._copy.setFocus()

    def _copied(self) -> None:
        copy(self._password.text())
        self._said.setText(self.tr("Copied. The clipboard is emptied after {count} seconds.").format(count=KEPT_MS // 1000))

    def done(self, result: int) -> None:
        """Close and forget the password."""
        self._password.clear()
        super().done(result)
