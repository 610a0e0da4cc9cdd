"""A text editor with line numbers, marks in the margin, colours and a list of words to complete; it knows no template.

Lines and columns count from 1. Tab moves the focus, as everywhere in the window: nobody is caught in the editor.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QTextEdit, QWidget

from ui.style.chips import Tone
from ui.style.palette import current_palette

_MARGIN = 10
_AROUND = 18
"""Above and below the text of an editor that is as tall as its text: padding, border and the document's own margin."""
_WAVE = {Tone.LATE: "red", Tone.SOON: "amber"}


@dataclass(frozen=True, slots=True)
class Colouring:
    """What is coloured alike: every match of a pattern (its first group where it has one) in a token of the palette."""

    pattern: re.Pattern[str]
    token: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that wants attention, with its tone: late for a fault, soon for a remark."""

    line: int
    column: int
    length: int
    tone: Tone


class _Highlighter(QSyntaxHighlighter):
    """Colours one line at a time; a later rule paints over an earlier one."""

    def __init__(self, document: QTextDocument, rules: Sequence[Colouring]) -> None:
        super().__init__(document)
        self._rules = tuple(rules)

    def highlightBlock(self, text: str) -> None:
        """Colour a line."""
        palette = current_palette()._asdict()
        for rule in self._rules:
            form = QTextCharFormat()
            form.setForeground(QColor(palette[rule.token]))
            if rule.strong:
                form.setFontWeight(QFont.Weight.DemiBold)
            for match in rule.pattern.finditer(text):
                group = 1 if rule.pattern.groups and match.group(1) is not None else 0
                self.setFormat(
                    _units(text, match.start(group)), _units(text, match.end(group)) - _units(text, match.start(group)), form
                )


class _Margin(QWidget):
    """The line numbers beside the text."""

    def __init__(self, editor: "TextEditor") -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAccessibleName(self.tr("Line numbers"))

    def sizeHint(self) -> QSize:
        """Return the room of the widest number."""
        return QSize(self._editor.margin_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the lines in view."""
        self._editor.paint_margin(self, event)


class _Completion(QCompleter):
    """The list of words that may complete what was begun; made when it is first needed, since a page has many editors."""

    def __init__(self, editor: "TextEditor") -> None:
        self._words = QStringListModel(editor)
        super().__init__(self._words, editor)
        self.listing = QListView()
        self.listing.setObjectName(f"{editor.objectName()}Words")
        self.listing.setAccessibleName(self.tr("Names that may stand here"))
        self.setPopup(self.listing)
        self.setWidget(editor)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def find(self, words: Sequence[str], begun: str) -> bool:
        """Look for words that complete what was begun; returns whether there is any but itself."""
        self._words.setStringList(list(words))
        self.setCompletionPrefix(begun)
        return self.completionCount() > (1 if begun in words else 0)


class TextEditor(QPlainTextEdit):
    """The editor. `edited` follows a change by the officer, `line_changed` the line of the cursor.

    Args:
        name: object name.
        label: what is edited, for whoever cannot see it.
        rules: what is coloured, the later over the earlier.
        opens: characters after which words are offered, such as an opening brace.
        numbered: whether the lines are numbered; without numbers the editor is as tall as its text.
    """

    edited = Signal()
    line_changed = Signal(int)

    def __init__(
        self,
        name: str,
        label: str,
        rules: Sequence[Colouring] = (),
        opens: Sequence[str] = ("{", '"'),
        parent: QWidget | None = None,
        *,
        numbered: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self._numbered = numbered
        self._fit_timer = QTimer(self)
        self._fit_timer.setSingleShot(True)
        self._fit_timer.setInterval(0)
        self._fit_timer.timeout.connect(self._fit_height)
        if numbered:
            self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        else:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._margin = _Margin(self)
        self._margin.setVisible(numbered)
        self._marks: tuple[Mark, ...] = ()
        self._opens = frozenset(opens)
        self._offers: dict[str, tuple[str, ...]] = {}
        self._highlighter = _Highlighter(self.document(), rules)
        self._completion: _Completion | None = None
        self._filling = False
        self._known = ""
        self._line = 1
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._scroll_margin)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self._make_room()

    # Text and places

    def show_text(self, text: str) -> None:
        """Show another text; the way back through its changes begins anew."""
        self._filling = True
        self._marks = ()
        self.setPlainText(text)
        self._filling = False
        self._paint_marks()

    def text(self) -> str:
        """Return the text with line ends of one kind."""
        return self.toPlainText()

    def replace_text(self, text: str) -> None:
        """Change the text to another as one step that can be undone; the cursor stays in its line."""
        line = self.line()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.go_to(line)

    def replace_lines(self, first: int, end: int, text: str) -> None:
        """Put other text in the place of the lines from `first` to before `end`, as one step that can be undone."""
        cursor = QTextCursor(self.document().findBlockByNumber(first - 1))
        last = self.document().findBlockByNumber(end - 2)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def line(self) -> int:
        """Return the line of the cursor."""
        return self.textCursor().blockNumber() + 1

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor at a place and bring it into view; a place behind the end is the end."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(_units(block.text(), column - 1), len_units(block.text())))
        self.setTextCursor(cursor)
        self.centerCursor()

    def insert(self, words: str) -> None:
        """Put words where the cursor is and go on typing behind them."""
        self.textCursor().insertText(words)
        self.setFocus()

    # Marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark places with a wave and their lines in the margin."""
        self._marks = tuple(marks)
        self._paint_marks()
        self._margin.update()

    def marks(self) -> tuple[Mark, ...]:
        """Return the places that are marked."""
        return self._marks

    def _paint_marks(self) -> None:
        palette = current_palette()._asdict()
        shown: list[QTextEdit.ExtraSelection] = []
        here = QTextEdit.ExtraSelection()
        here.format.setBackground(QColor(palette["field"]))
        here.format.setProperty(QTextCharFormat.Property.FullWidthSelection, True)  # noqa: FBT003  Qt's signature
        here.cursor = self.textCursor()
        here.cursor.clearSelection()
        if self._numbered:
            shown.append(here)
        for mark in self._marks:
            block = self.document().findBlockByNumber(mark.line - 1)
            if not block.isValid():
                continue
            one = QTextEdit.ExtraSelection()
            one.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            one.format.setUnderlineColor(QColor(palette[_WAVE.get(mark.tone, "muted")]))
            cursor = QTextCursor(block)
            start = min(_units(block.text(), mark.column - 1), len_units(block.text()))
            end = min(start + mark.length, len_units(block.text()))
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            shown.append(one)
        self.setExtraSelections(shown)

    # Completion

    def offer(self, words: Mapping[str, Sequence[str]]) -> None:
        """Say which words are offered after which opening character."""
        self._offers = {opening: tuple(offered) for opening, offered in words.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer words while a name is typed, and on Ctrl+Space; let the open list have the keys that choose from it."""
        is_open = self._completion is not None and self._completion.listing.isVisible()
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
        if is_open and event.key() in keys:
            event.ignore()
            return
        asked = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not asked:
            super().keyPressEvent(event)
        typed = event.text()
        if asked or is_open or (typed and (typed in self._opens or typed.isalnum() or typed == "_")):
            self._offer_words()

    def offered(self) -> tuple[str, ...]:
        """Return the words in the open list, none while it is closed."""
        if self._completion is None or not self._completion.listing.isVisible():
            return ()
        model = self._completion.completionModel()
        return tuple(str(model.index(row, 0).data()) for row in range(model.rowCount()))

    def _offer_words(self) -> None:
        opening, begun = self._begun()
        words = self._offers.get(opening, ())
        if self._completion is None:
            if not words:
                return
            self._completion = _Completion(self)
            self._completion.activated.connect(self._complete)
        listed = self._completion
        if not words or self.isReadOnly() or not listed.find(words, begun):
            listed.listing.hide()
            return
        listed.listing.setCurrentIndex(listed.completionModel().index(0, 0))
        box = self.cursorRect()
        box.setWidth(listed.listing.sizeHintForColumn(0) + listed.listing.verticalScrollBar().sizeHint().width() + 16)
        box.translate(self.margin_width(), 0)
        listed.complete(box)

    def _begun(self) -> tuple[str, str]:
        """Return the opening character before the cursor and the name begun after it; empty where no name is begun."""
        cursor = self.textCursor()
        before = cursor.block().text().encode("utf-16-le")[: cursor.positionInBlock() * 2].decode("utf-16-le", "replace")
        match = re.search(r"([^\w\s])(\w*)\Z", before)
        return (match.group(1), match.group(2)) if match is not None and match.group(1) in self._opens else ("", "")

    def _complete(self, word: str) -> None:
        opening, begun = self._begun()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(word)
        closing = {"{": "}"}.get(opening, opening)
        after = cursor.block().text()[cursor.positionInBlock() :]
        if closing and not after.startswith(closing):
            cursor.insertText(closing)
        self.setTextCursor(cursor)

    # Margin

    def margin_width(self) -> int:
        """Return the room of the line numbers."""
        if not self._numbered:
            return 0
        digits = max(len(str(self.blockCount())), 2)
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * _MARGIN

    def paint_margin(self, margin: QWidget, event: QPaintEvent) -> None:
        """Paint the line numbers in view, those of marked lines in their colour with a bar before them."""
        palette = current_palette()
        tones = {mark.line: mark.tone for mark in reversed(self._marks)}
        painter = QPainter(margin)
        painter.fillRect(event.rect(), QColor(palette.field))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        tall = self.fontMetrics().height()
        here = self.line()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(offset).top()
            if top > event.rect().bottom():
                break
            number = block.blockNumber() + 1
            colour = QColor(palette.text if number == here else palette.muted)
            if number in tones:
                colour = QColor(palette._asdict()[_WAVE.get(tones[number], "muted")])
                painter.fillRect(QRect(0, round(top), 4, tall), colour)
            painter.setPen(colour)
            box = QRect(0, round(top), margin.width() - _MARGIN, tall)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(number))
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text."""
        super().resizeEvent(event)
        if not self._numbered and event.size().width() != event.oldSize().width():
            self._fit_timer.start()
        box = self.contentsRect()
        self._margin.setGeometry(QRect(box.left(), box.top(), self.margin_width(), box.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark, and of the font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()
            self._paint_marks()
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_margin"):
            self._make_room()
            if not self._numbered:
                self._fit_timer.start()

    def _make_room(self) -> None:
        self.setViewportMargins(self.margin_width(), 0, 0, 0)
        box = self.contentsRect()
        self._margin.setGeometry(QRect(box.left(), box.top(), self.margin_width(), box.height()))

    def _fit_height(self) -> None:
        """Be as tall as the text; done after the layout that asks for it, when fonts and widths are what they will be."""
        tall, block = 0.0, self.document().firstBlock()
        while block.isValid():
            tall += self.blockBoundingGeometry(block).height()
            block = block.next()
        wanted = round(max(tall, self.fontMetrics().lineSpacing())) + _AROUND
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def _scroll_margin(self, area: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, area.y(), self._margin.width(), area.height())

    def _changed(self) -> None:
        """Tell of a change of the words; Qt also tells of one when only colours were changed."""
        text = self.text()
        changed, self._known = text != self._known, text
        if changed and not self._filling:
            self.edited.emit()
        if changed and not self._numbered:
            self._fit_timer.start()

    def _moved(self) -> None:
        self._paint_marks()
        if self.line() != self._line:
            self._line = self.line()
            self._margin.update()
            self.line_changed.emit(self._line)


def len_units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _units(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it."""
    return len_units(text[:place])
