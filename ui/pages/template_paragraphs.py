"""The paragraphs of a template one under the other, each with when it is printed and a field for its words.

For an officer who does not want to see the text of the file: only words can be changed here, and the file keeps everything else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.models.template_words import part_words
from ui.safe import ElidedLabel, Label, restyle, set_role, set_tooltip
from ui.style.spacing import GAP, ROOM
from ui.widgets.page import scrolled
from ui.widgets.text_editor import Colouring, TextEditor
from ui.wording import word
from workbench.domain.template_text import Part, Passage, allowed_in, parts_of, passages
from workbench.services.templates import TemplateFinding

_DEPTH = 18
PLACEHOLDERS = Colouring(re.compile(r"\{[^{}]*\}"), "accent", strong=True)


class ParagraphList(QWidget):
    """The words of a template.

    `changed` carries the number of a passage and its new words, `entered` the passage in hand, `write_out_wanted` the line of a
    paragraph whose shared part is to be written out.
    """

    changed = Signal(int, str)
    entered = Signal(int)
    write_out_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._uses: tuple[Part, ...] = ()
        self._rows: list[_Row] = []
        self._fields: list[TextEditor] = []
        self._read_only = False
        self._last = 0
        self._empty = Label(self.tr("No paragraph can be read in this text. Look at the text itself."), role="muted")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self._area = scrolled(content, name="templateParagraphs")
        # A bar that comes and goes would change the width of the words, and with it whether the bar is needed.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        content.setProperty("role", "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def show_text(self, text: str) -> None:
        """Show the paragraphs of a text; fields that are there already keep their cursor where the shape is the same."""
        found = passages(text)
        uses = tuple(one for one in parts_of(text) if one.words("use"))
        same = [_shape(one.part) for one in found] == [_shape(one.part) for one in self._passages]
        if same and [_shape(one) for one in uses] == [_shape(one) for one in self._uses]:
            self._passages, self._uses = found, uses
            for field, one in zip(self._fields, found, strict=True):
                if field.text() != one.text:
                    field.show_text(one.text)
            return
        self._passages, self._uses = found, uses
        self._build()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let words be changed, or not."""
        self._read_only = read_only
        for field in self._fields:
            field.setReadOnly(read_only)
        for button in (row.button for row in self._rows if row.button is not None):
            button.setEnabled(not read_only)

    def show_findings(self, findings: Sequence[TemplateFinding]) -> None:
        """Outline the fields of the paragraphs in which a fault stands."""
        lines = {one.line for one in findings if one.fault}
        for field, one in zip(self._fields, self._passages, strict=True):
            wrong = any(one.part.line <= line < one.part.end_line for line in lines) and one.part.line > 1
            if field.property("problem") != wrong:
                field.setProperty("problem", wrong)
                restyle(field)

    def field_in_hand(self) -> TextEditor | None:
        """Return the field with the cursor, or the first."""
        focused = next((one for one in self._fields if one.hasFocus()), None)
        return focused or (self._fields[self._last] if self._fields else None)

    def number_in_hand(self) -> int | None:
        """Return the number of the passage that was last in hand, None where there is none."""
        return self._last if self._last < len(self._passages) else None

    def go_to_line(self, line: int) -> bool:
        """Put the cursor into the paragraph in which a line of the file stands; returns whether there is one."""
        for field, one in zip(self._fields, self._passages, strict=True):
            if one.part.line <= line < one.part.end_line:
                field.setFocus()
                self._area.ensureWidgetVisible(field)
                return True
        return False

    def passages(self) -> tuple[Passage, ...]:
        """Return the passages that are shown."""
        return self._passages

    def _build(self) -> None:
        """Lay the rows out anew; a row whose paragraph is still there is used again, for a field takes its time to make."""
        spare: dict[object, list[_Row]] = {}
        for row in self._rows:
            spare.setdefault(row.shape, []).append(row)
        while self._column.takeAt(0) is not None:
            pass
        parts = [*((one.part, one) for one in self._passages), *((one, None) for one in self._uses)]
        self._rows = []
        for part, passage in sorted(parts, key=lambda one: one[0].line):
            kept = spare.get(_shape(part))
            row = kept.pop(0) if kept else self._made_row(part, passage)
            self._rows.append(row)
            self._column.addWidget(row.widget)
        for row in (row for rows in spare.values() for row in rows):
            row.widget.hide()
            row.widget.setParent(None)
            row.widget.deleteLater()
        self._fields = [row.field for row in self._rows if row.field is not None]
        self._last = min(self._last, max(len(self._fields) - 1, 0))
        for number, (field, one) in enumerate(zip(self._fields, self._passages, strict=True)):
            field.setObjectName(f"templateParagraph{number}")
            when = part_words(one.part) or self.tr("always printed")
            field.setAccessibleName(
                self.tr("{kind} {number}: {when}").format(kind=self._kind(one.part), number=number + 1, when=when)
            )
            if field.text() != one.text:
                field.show_text(one.text)
        self._empty.setVisible(not self._passages)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)

    def _kind(self, part: Part) -> str:
        return self.tr("Subject") if part.path == "subject" else word("template_style", part.words("style"))

    def _made_row(self, part: Part, passage: Passage | None) -> "_Row":
        return self._shared_row(part) if passage is None else self._words_row(passage)

    def _words_row(self, one: Passage) -> "_Row":
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(_DEPTH * len(one.part.within), 0, 0, ROOM // 2)
        column.setSpacing(3)
        when = part_words(one.part)
        kind = self._kind(one.part)
        field = TextEditor("templateParagraph", "", [PLACEHOLDERS], ("{",), numbered=False)
        field.setReadOnly(self._read_only)
        field.show_text(one.text)
        field.offer({"{": sorted(allowed_in(one.part).placeholders)})
        field.edited.connect(partial(self._edited, field))
        field.installEventFilter(self)
        # In one line, its whole text in the tooltip: a scroll area gives labels that wrap more height than they need.
        column.addWidget(ElidedLabel(kind if not when else f"{kind} \N{MIDDLE DOT} {when}", role="small"))
        column.addWidget(field)
        return _Row(_shape(one.part), widget, field)

    def _shared_row(self, part: Part) -> "_Row":
        widget = QWidget()
        across = QHBoxLayout(widget)
        across.setContentsMargins(_DEPTH * len(part.within), 0, 0, ROOM // 2)
        across.setSpacing(GAP)
        name = word("template_part", part.words("use"))
        told = self.tr("Shared with other letters: {part}").format(part=name)
        button = QPushButton(self.tr("Write out here"))
        button.setObjectName(f"templateShared_{part.words('use')}")
        button.setAccessibleName(self.tr("Write out here: {part}").format(part=name))
        button.setEnabled(not self._read_only)
        set_role(button, "small")
        set_tooltip(
            button, self.tr("Puts the words of the shared part into this letter, so that they can be changed here alone.")
        )
        row = _Row(_shape(part), widget, None, button)
        button.clicked.connect(partial(self._write_out, row))
        across.addWidget(ElidedLabel(told, role="muted"), 1)
        across.addWidget(button)
        return row

    def _write_out(self, row: "_Row", _checked: object = None) -> None:
        shared = [one for one in self._rows if one.button is not None]
        self.write_out_wanted.emit(self._uses[shared.index(row)].line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which paragraph is in hand."""
        if event.type() is QEvent.Type.FocusIn and watched in self._fields:
            self._last = self._fields.index(watched)
            self.entered.emit(self._last)
            self._area.ensureWidgetVisible(self._fields[self._last], 0, _DEPTH)
        return super().eventFilter(watched, event)

    def _edited(self, field: TextEditor) -> None:
        self.changed.emit(self._fields.index(field), field.text())


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """One paragraph on the screen: its shape, its widget, and the field or the button in it."""

    shape: tuple[object, ...]
    widget: QWidget
    field: TextEditor | None
    button: QPushButton | None = None


def _shape(part: Part) -> tuple[object, ...]:
    conditions = tuple(one.condition for one in (*part.within, part))
    return (part.path, part.groups, part.words("style"), part.words("use"), conditions)
