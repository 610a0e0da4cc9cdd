"""The style sheet: one text made from a palette and the reader's own font size.

Widgets choose their look by the dynamic property `role`; sizes are points relative to the font of the system, so that a larger
font makes everything larger.
"""

from pathlib import Path

from ui.style.palette import Palette
from ui.style.spacing import RADIUS

_PICTURES = (Path(__file__).resolve().parent.parent.parent / "resources" / "style").as_posix()


def style_sheet(palette: Palette, points: float) -> str:
    """Return the application's style sheet.

    Args:
        palette: the theme.
        points: size of body text in points.
    """
    tokens = {
        **palette._asdict(),
        "title": f"{points * 1.45:.1f}pt",
        "heading": f"{points * 1.08:.1f}pt",
        "number": f"{points * 2.0:.1f}pt",
        "body": f"{points:.1f}pt",
        "small": f"{points * 0.9:.1f}pt",
        "radius": f"{RADIUS}px",
        "pictures": f"{_PICTURES}/{palette.name}",
    }
    text = _SHEET
    for name in sorted(tokens, key=len, reverse=True):
        text = text.replace(f"@{name}", tokens[name])
    return text


_SHEET = """
QWidget { color: @text; }
QMainWindow, QDialog, QWidget[role="ground"] { background: @ground; }
QWidget[role="surface"] { background: @surface; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @title; font-weight: 700; }
QLabel[role="heading"] { font-size: @heading; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: @small; }
QLabel[role="section"] { color: @muted; font-size: @small; font-weight: 600; }
QLabel[role="field"] { color: @muted; font-size: @small; font-weight: 500; }
QLabel[role="number"] { font-size: @number; font-weight: 700; }
QLabel[role="code"] { font-family: monospace; font-size: @heading; font-weight: 600; }
QLabel[tone="late"] { color: @red; }
QLabel[tone="soon"] { color: @amber; }
QLabel[tone="paused"], QLabel[tone="info"] { color: @blue; }
QLabel[tone="done"] { color: @green; }

QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: @radius; }
QFrame[role="card"][tone="late"] { border-color: @red; }
QFrame[role="card"][tone="soon"] { border-color: @amber; }
QFrame[role="card"][tone="accent"] { border-color: @accent; }
QFrame[role="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="choice"] { background: @surface; border: 1px solid @line; border-radius: @radius; }
QFrame[role="choice"][chosen="true"] { background: @accent_soft; border: 2px solid @accent; }
QFrame[role="choice"]:disabled { background: @ground; }

QPushButton {
  background: @surface; border: 1px solid @line; border-radius: 5px; padding: 6px 14px; min-height: 20px; font-weight: 500;
}
QPushButton:hover { border-color: @edge; background: @field; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @faint; background: @ground; }
QPushButton[role="primary"] { background: @accent; border-color: @accent; color: @on_accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: @accent_strong; border-color: @accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[role="link"] {
  background: transparent; border: 1px solid transparent; color: @accent; padding: 2px 4px; text-align: left;
}
QPushButton[role="link"]:hover { border-color: @line; }
QPushButton[role="link"]:focus { border: 2px solid @accent; padding: 1px 3px; }
QPushButton[role="link"]:disabled { color: @faint; }
QPushButton[role="chip"] {
  border-radius: 10px; padding: 2px 10px; min-height: 16px; font-size: @small; background: @surface; color: @muted;
}
QPushButton[role="chip"]:checked { background: @blue_soft; border-color: @blue; color: @blue; }
QPushButton[role="chip"]:focus { border: 2px solid @accent; padding: 1px 9px; }
QPushButton[role="small"] { padding: 2px 10px; min-height: 18px; font-size: @small; }
QPushButton[role="small"]:focus { padding: 1px 9px; }
QPushButton[role="search"] { background: @field; color: @muted; text-align: left; font-weight: 400; }
QPushButton::menu-indicator { image: url(@pictures-down.png); width: 10px; height: 10px; right: 6px; subcontrol-position: right center; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px; }
QToolButton:hover { background: @field; border-color: @line; }
QToolButton:focus { border: 2px solid @accent; padding: 3px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QDateTimeEdit, QTimeEdit, QSpinBox {
  background: @surface; border: 1px solid @edge; border-radius: 5px; padding: 5px 8px;
  selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit, QComboBox, QDateEdit, QDateTimeEdit, QTimeEdit, QSpinBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QDateTimeEdit:focus, QTimeEdit:focus,
QSpinBox:focus { border: 2px solid @accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QDateTimeEdit:disabled, QTimeEdit:disabled,
QSpinBox:disabled { background: @ground; color: @faint; border-color: @line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @ground; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"], QDateEdit[problem="true"] { border: 2px solid @red; padding: 4px 7px; }
QPlainTextEdit[role="plain"], QPlainTextEdit[role="plain"]:read-only { background: transparent; border: none; padding: 0px; }
QPlainTextEdit[role="plain"]:focus { border: 1px dotted @accent; padding: 0px; }
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(@pictures-down.png); width: 10px; height: 10px; }
QSpinBox::up-button, QTimeEdit::up-button { border: none; width: 18px; }
QSpinBox::down-button, QTimeEdit::down-button { border: none; width: 18px; }
QSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(@pictures-up.png); width: 9px; height: 9px; }
QSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(@pictures-down.png); width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; selection-background-color: @accent_soft;
  selection-color: @text; outline: none; padding: 2px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 2px 6px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @edge; background: @surface; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@pictures-check.png); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(@pictures-dot.png); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @ground; border-color: @line; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: @faint; }

QTableView, QTreeView, QListView {
  background: @surface; border: 1px solid @line; border-radius: @radius; gridline-color: @line; outline: none;
  selection-background-color: @accent_soft; selection-color: @text; alternate-background-color: @field;
}
QTableView[role="bare"], QListView[role="bare"], QTreeView[role="bare"] { border: none; border-radius: 0px; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: @accent; }
QTableView::item, QTreeView::item { padding: 6px 8px; border-bottom: 1px solid @line; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accent_soft; color: @text; }
QListView::item { padding: 5px 8px; border-radius: 4px; }
QListView::item:hover, QTreeView::item:hover { background: @field; }
QHeaderView { background: @surface; }
QHeaderView::section {
  background: @surface; color: @muted; border: none; border-bottom: 1px solid @line; padding: 7px 8px; font-size: @small;
  font-weight: 600;
}
#sixWeeks QHeaderView::section { padding: 7px 0; }
QHeaderView::down-arrow { image: url(@pictures-down.png); width: 9px; height: 9px; }
QHeaderView::up-arrow { image: url(@pictures-up.png); width: 9px; height: 9px; }
QTableCornerButton::section { background: @surface; border: none; }

QTabBar { background: @surface; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 10px 2px 8px 2px; margin-right: 20px;
  color: @muted; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @text; border: 1px solid @accent; border-bottom: 2px solid @accent; }
QFrame[role="tabs"] { background: @surface; border: none; border-bottom: 1px solid @line; }

QListWidget[role="sidebar"] { background: @surface; border: none; }
QFrame[role="sidebar"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[role="header"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QPushButton[role="nav"] { background: transparent; border: 1px solid transparent; border-radius: @radius; text-align: left;
  padding: 7px 9px; font-weight: 400; }
QPushButton[role="nav"]:hover { background: @field; }
QPushButton[role="nav"]:checked { background: @accent_soft; color: @accent; font-weight: 600; }
QPushButton[role="nav"]:focus { border: 2px solid @accent; padding: 6px 8px; }
QFrame[role="notice"] { background: @blue_soft; border: none; border-bottom: 1px solid @line; }
QFrame[role="notice"][tone="late"] { background: @red_soft; }
QFrame[role="notice"][tone="soon"] { background: @amber_soft; }
QFrame[role="notice"][tone="done"] { background: @green_soft; }
QLabel[role="key"] { border: 1px solid @line; border-radius: 3px; padding: 0px 5px; color: @muted; font-size: @small; background: @surface; }
QFrame[role="problem"] { background: @red_soft; border: none; border-radius: @radius; }
QFrame[role="popup"] { background: @surface; border: 1px solid @edge; border-radius: @radius; }

QMenuBar { background: @surface; border-bottom: 1px solid @line; }
QMenuBar::item { background: transparent; padding: 5px 10px; }
QMenuBar::item:selected { background: @accent_soft; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="ground"] { background: @ground; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }
QScrollBar::handle:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none;
  width: 0px; height: 0px; }
QSplitter::handle { background: transparent; }
QProgressBar { background: @field; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QGroupBox { border: 1px solid @line; border-radius: @radius; margin-top: 10px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: @muted; }
QCalendarWidget QWidget { alternate-background-color: @field; }
QCalendarWidget QAbstractItemView:enabled { color: @text; background: @surface; selection-background-color: @accent;
  selection-color: @on_accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QToolButton { color: @text; }
"""
