"""The theme: light or dark as the system has it, or as the reader chose.

Before the first paint the system's choice is read from its palette; its colour scheme is asked afterwards (`follow_system`), because
Qt's name space of enums takes 20 ms to load.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.style.palette import DARK, LIGHT, Palette, qt_palette, show_palette
from ui.style.sheet import style_sheet

_HALF = 128
LEAST_POINTS = 10.5
"""Body text is at least this large, in points; a larger font of the system stays."""


class Theme(QObject):
    """Keeps the application's palette and style sheet; `changed` follows every change. The application runs in Qt's Fusion style."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode = "system"
        self._shown: Palette | None = None
        font = QFont(app.font())
        if font.pointSizeF() < LEAST_POINTS:
            font.setPointSizeF(LEAST_POINTS)
            app.setFont(font)
        self._points = font.pointSizeF()
        self._system_is_dark = app.palette().window().color().lightness() < _HALF
        self._following = False

    @property
    def palette(self) -> Palette:
        """The palette shown now."""
        return self._shown or LIGHT

    @property
    def mode(self) -> str:
        """What was chosen: system, light or dark."""
        return self._mode

    def choose(self, mode: str) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = mode
        if self._following:
            self._tell_system()
        self._show()

    def follow_system(self) -> None:
        """Follow the system's light and dark from now on, and let its own dialogs follow what was chosen here."""
        if not self._following:
            self._following = True
            self._tell_system()
            self._app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
            self._scheme_changed()

    def _tell_system(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415  see the head of the module

        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(self._mode, Qt.ColorScheme.Unknown))

    def _scheme_changed(self) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415  see the head of the module

        scheme = self._app.styleHints().colorScheme()
        if scheme is not Qt.ColorScheme.Unknown and self._mode == "system":
            self._system_is_dark = scheme is Qt.ColorScheme.Dark
        self._show()

    def _show(self) -> None:
        wanted = {"light": LIGHT, "dark": DARK}.get(self._mode)
        if wanted is None:
            wanted = DARK if self._system_is_dark else LIGHT
        if wanted is self._shown:
            return
        self._shown = wanted
        show_palette(wanted)
        self._app.setPalette(qt_palette(wanted))
        self._app.setStyleSheet(style_sheet(wanted, self._points))
        self.changed.emit()
