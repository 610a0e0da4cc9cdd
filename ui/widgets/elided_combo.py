"""A choice whose words end in an ellipsis where its place is too narrow; its tooltip tells them whole."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.safe import set_tooltip


class ElidedCombo(QComboBox):
    """A combo box that never widens its place and never cuts a word without saying so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def event(self, event: QEvent) -> bool:
        """Tell the whole words, where they do not fit, when the pointer rests here."""
        if event.type() == QEvent.Type.ToolTip:
            whole = self.currentText()
            set_tooltip(self, whole if self.shown_text() != whole else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as ever, with the words that fit."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self) -> str:
        """Return the words as they stand in the place that there is."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 4)
