"""Fields that the intake of a complaint and the dialog of its scope share: a list of ticks, and the transfer at issue."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.safe import Label, plain
from ui.style.spacing import GAP
from ui.widgets.rows import empty
from workbench.domain.complaints import TransferAtIssue


class TickList(QWidget):
    """Ticks one under the other.

    Args:
        name: object name; a tick is `<name>_<key>`.
        label: what they are, for whoever cannot see them.
    """

    changed = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def offer(self, choices: Sequence[tuple[str, str]], *, held: Collection[str] = ()) -> None:
        """Offer other choices by key and words; those that are held are ticked and stay so, others that were ticked too."""
        ticked = set(self.ticked()) | set(held)
        empty(self._column)
        self._boxes = {}
        for key, words in choices:
            box = QCheckBox(plain(words))
            box.setObjectName(f"{self.objectName()}_{key}")
            box.setAccessibleName(words)
            box.setChecked(key in ticked)
            box.setEnabled(key not in held)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._column.addWidget(box)
            self._boxes[key] = box
        free = next((box for box in self._boxes.values() if box.isEnabled()), None)
        if free is not None:
            self.setFocusProxy(free)

    def clear(self) -> None:
        """Untick what can be unticked."""
        for box in self._boxes.values():
            box.setChecked(box.isChecked() and not box.isEnabled())

    def ticked(self) -> tuple[str, ...]:
        """Return the keys that are ticked, in their order."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())


class TransferFields(QWidget):
    """The four things that are said of a transfer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("The transfer at issue"))
        self._lines: dict[str, QLineEdit] = {}
        fields = (
            ("destination", self.tr("Where the data go")),
            ("safeguard", self.tr("Under which safeguard")),
            ("exporter", self.tr("Who sends them")),
            ("importer", self.tr("Who receives them")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(3)
        for place, (key, label) in enumerate(fields):
            line = QLineEdit()
            line.setObjectName(f"{name}_{key}")
            line.setAccessibleName(label)
            row, column = place // 2 * 2, place % 2
            grid.addWidget(Label(label, role="field", buddy=line), row, column)
            grid.addWidget(line, row + 1, column)
            self._lines[key] = line
        self.setFocusProxy(self._lines["destination"])

    def show_transfer(self, transfer: TransferAtIssue | None) -> None:
        """Show another transfer; None empties the fields."""
        said = transfer or TransferAtIssue("", "", "", "")
        for key, line in self._lines.items():
            line.setText(str(getattr(said, key)))

    def transfer(self) -> TransferAtIssue:
        """Return what is said."""
        said = {key: line.text().strip() for key, line in self._lines.items()}
        return TransferAtIssue(said["destination"], said["safeguard"], said["exporter"], said["importer"])

    def missing(self) -> bool:
        """Return whether something is not said yet."""
        return not all(line.text().strip() for line in self._lines.values())
