"""What the authority said: a choice of what is to be recorded."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, plain, set_role
from ui.style.spacing import GAP

_WIDTH = 420


class AuthoritySaidDialog(QDialog):
    """Buttons, one for each thing that can be recorded now; `chosen` carries the key of the one that was pressed.

    Args:
        choices: key, words and an explanation of each.
        parent: the window.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("authoritySaid")
        title = self.tr("What did the authority say?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(GAP)
        column.addWidget(Label(title, role="heading"))
        for key, words, explains in choices:
            button = QPushButton(plain(words))
            button.setObjectName(f"authoritySaid_{key}")
            button.setAccessibleName(words)
            button.setAccessibleDescription(explains)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, key))
            column.addWidget(button)
            column.addWidget(Label(explains, role="small", wrap=True))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("authoritySaidCancel")
        cancel.setAccessibleName(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        set_role(cancel, "link")
        cancel.clicked.connect(self.reject)
        column.addWidget(cancel)

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self.accept()
        self.chosen.emit(key)
