"""A button that follows an action: its words, whether it can be used, why not, and what it does."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ui.safe import plain, set_role, set_tooltip, without_mnemonic


class ActionButton(QPushButton):
    """A button for an action of the menus; its object name is the action's with `Button`."""

    def __init__(self, action: QAction, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(f"{action.objectName() or 'page'}Button")
        set_role(self, role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        words = without_mnemonic(self._action.text())
        self.setText(plain(words))
        self.setAccessibleName(words)
        self.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        why = self._action.statusTip()
        set_tooltip(self, why or (f"{words} ({keys})" if keys else ""))
