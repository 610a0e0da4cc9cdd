"""The clipboard: what is copied here asks clipboard histories to leave it out, and is taken back after half a minute.

Source of the marks: KDE Klipper (`x-kde-passwordManagerHint`), Windows clipboard formats, macOS nspasteboard.org.
"""

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

KEPT_MS = 30_000
"""How long a copied text stays, in milliseconds."""

_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
}
_ours: list[str] = []


def copy(text: str) -> None:
    """Put a text on the clipboard, concealed, until `KEPT_MS` have passed."""
    data = QMimeData()
    data.setText(text)
    for name, mark in _MARKS.items():
        data.setData(name, mark)
    _ours[:] = [text]
    QGuiApplication.clipboard().setMimeData(data)
    QTimer.singleShot(KEPT_MS, clear_if_ours)


def clear_if_ours() -> None:
    """Empty the clipboard if it still holds what `copy` put there."""
    clipboard = QGuiApplication.clipboard()
    if _ours and clipboard.text() == _ours[0]:
        clipboard.clear()
    _ours.clear()
