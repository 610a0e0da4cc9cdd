"""A door: a page with one card in its middle, for what stands before the office: unlocking, making, mending a store."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.safe import Label, plain, set_role

_WIDE = 440
_INSIDE = 32


class Door(QFrame):
    """A centred card with a title and a subtitle (`say`); add content to `body`.

    Args:
        wide: width of the card.
        tall: the card may be taller than the window, so it can be scrolled.
    """

    def __init__(self, parent: QWidget | None = None, *, wide: int = _WIDE, tall: bool = False) -> None:
        super().__init__(parent)
        set_role(self, "ground")
        card = QFrame()
        set_role(card, "card")
        card.setFixedWidth(wide)
        column = QVBoxLayout(card)
        column.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        column.setSpacing(4)
        self._title = Label("", role="title", wrap=True, name="doorTitle")
        self._subtitle = Label("", role="muted", wrap=True, name="doorSubtitle")
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(14)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column.addLayout(self.body)
        middle = QFrame()
        set_role(middle, "ground")
        across = QHBoxLayout(middle)
        across.addStretch(1)
        down = QVBoxLayout()
        down.addStretch(1)
        down.addWidget(card)
        down.addStretch(1)
        across.addLayout(down)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scrolled(middle) if tall else middle)

    def say(self, title: str, subtitle: str) -> None:
        """Show the head of the card."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)

    @staticmethod
    def _scrolled(middle: QWidget) -> QWidget:
        from PySide6.QtCore import Qt  # noqa: PLC0415  slow to load, and the first page needs none of it
        from PySide6.QtWidgets import QScrollArea  # noqa: PLC0415  as above

        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        return area

    def add_field(self, caption: str, field: QWidget, *, name: str) -> None:
        """Add a field with its caption above; the caption is the field's accessible name."""
        field.setObjectName(name)
        self.body.addWidget(Label(caption, role="field", buddy=field))
        self.body.addWidget(field)
        self.body.addSpacing(6)


def door_button(text: str, name: str, *, role: str = "") -> QPushButton:
    """Return a button of a door, named for tests and for whoever cannot see it."""
    button = QPushButton(plain(text))
    button.setObjectName(name)
    button.setAccessibleName(text.rstrip("…"))
    set_role(button, role)
    return button
