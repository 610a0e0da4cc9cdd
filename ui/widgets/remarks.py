"""Remarks one under the other: each a sentence with small words above it. Knows no letter; remarks come already worded."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models.remark import Remark
from ui.safe import Label
from ui.style.spacing import GAP


class Remarks(QWidget):
    """The remarks.

    Args:
        name: object name.
        label: what they are, for whoever cannot see them.
        tone: how the text looks, late or empty.
    """

    def __init__(self, name: str, label: str, *, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._tone = tone
        self._remarks: tuple[Remark, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP + 2)

    def remarks(self) -> tuple[Remark, ...]:
        """Return what is shown."""
        return self._remarks

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these instead."""
        if tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in self._remarks]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, one: Remark) -> QWidget:
        row = QWidget(self)
        row.setAccessibleName(f"{one.about}: {one.text}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(one.about, row, role="small", wrap=True))
        text = Label(one.text, row, wrap=True)
        if self._tone:
            text.set_role("", self._tone)
        column.addWidget(text)
        if one.below:
            column.addWidget(Label(one.below, row, role="small", wrap=True))
        return row
