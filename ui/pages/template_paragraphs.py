"""The paragraphs of a template one under the other, each with when it is printed and a field for its words.

For an officer who does not want to see the text of the file: only words can be changed here, and the file keeps everything else.
"""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.models.template_words import part_words
from ui.safe import Label, restyle, set_role, set_tooltip
from ui.style.spacing import GAP, ROOM
from ui.widgets.page import scrolled
from ui.widgets.rows import empty
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
        self._buttons: list[QPushButton] = []
        self._fields: list[TextEditor] = []
        self._read_only = False
        self._last = 0
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self._area = scrolled(content, name="templateParagraphs")
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
        for button in self._buttons:
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
        empty(self._column)
        self._fields, self._buttons = [], []
        self._last = 0
        rows = [(one.part.line, self._row(number, one)) for number, one in enumerate(self._passages)]
        rows += [(one.line, self._shared_row(number, one)) for number, one in enumerate(self._uses)]
        for _line, row in sorted(rows, key=lambda row: row[0]):
            self._column.addWidget(row)
        if not self._passages:
            told = self.tr("No paragraph can be read in this text. Look at the text itself.")
            self._column.addWidget(Label(told, role="muted", wrap=True))
        self._column.addStretch(1)

    def _row(self, number: int, one: Passage) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(_DEPTH * len(one.part.within), 0, 0, ROOM // 2)
        column.setSpacing(3)
        kind = self.tr("Subject") if one.part.path == "subject" else word("template_style", one.part.words("style"))
        when = part_words(one.part)
        caption = Label(kind if not when else f"{kind} \N{MIDDLE DOT} {when}", role="small", wrap=True)
        label = self.tr("{kind} {number}: {when}").format(kind=kind, number=number + 1, when=when or self.tr("always printed"))
        field = TextEditor(f"templateParagraph{number}", label, [PLACEHOLDERS], ("{",), numbered=False)
        field.setReadOnly(self._read_only)
        field.show_text(one.text)
        field.offer({"{": sorted(allowed_in(one.part).placeholders)})
        field.edited.connect(partial(self._edited, number))
        field.installEventFilter(self)
        self._fields.append(field)
        column.addWidget(caption)
        column.addWidget(field)
        return row

    def _shared_row(self, number: int, part: Part) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
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
        button.clicked.connect(partial(self._write_out, number))
        self._buttons.append(button)
        across.addWidget(Label(told, role="muted", wrap=True), 1)
        across.addWidget(button)
        return row

    def _write_out(self, number: int, _checked: object = None) -> None:
        self.write_out_wanted.emit(self._uses[number].line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which paragraph is in hand."""
        if event.type() is QEvent.Type.FocusIn and watched in self._fields:
            self._last = self._fields.index(watched)
            self.entered.emit(self._last)
            self._area.ensureWidgetVisible(self._fields[self._last], 0, _DEPTH)
        return super().eventFilter(watched, event)

    def _edited(self, number: int) -> None:
        self.changed.emit(number, self._fields[number].text())


def _shape(part: Part) -> tuple[object, ...]:
    conditions = tuple(one.condition for one in (*part.within, part))
    return (part.path, part.groups, part.words("style"), part.words("use"), conditions)
