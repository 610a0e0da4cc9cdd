"""The palette: every colour of the screen as a named token, once for light and once for dark.

Text tokens are chosen so that each keeps at least 4.5:1 against the grounds it stands on (`TEXT_ON`); a test computes it.
Colours are `#rrggbb`. A palette is a named tuple, because a data class of this many fields takes its time at every start.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


class Palette(NamedTuple):
    """One theme.

    `ground` is the window, `surface` a card, `field` an input that stands back; `*_soft` is the ground of a chip with the
    text colour of the same name. `line` separates, `edge` outlines what can be operated.
    """

    name: str
    ground: str
    surface: str
    field: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    accent_strong: str
    on_accent: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    blue: str
    blue_soft: str
    green: str
    green_soft: str


LIGHT = Palette(
    name="light",
    ground="#f4f6f8",
    surface="#ffffff",
    field="#f4f6f8",
    line="#dde2e8",
    edge="#87919e",
    text="#1b2430",
    muted="#5b6675",
    faint="#8a94a1",
    accent="#1f6f78",
    accent_soft="#e3f1f2",
    accent_strong="#18575e",
    on_accent="#ffffff",
    red="#b3261e",
    red_soft="#fcebea",
    amber="#855700",
    amber_soft="#fff4dc",
    blue="#2a5f96",
    blue_soft="#e6eef7",
    green="#1d7436",
    green_soft="#e3f4e6",
)

DARK = Palette(
    name="dark",
    ground="#151a20",
    surface="#1d242c",
    field="#151a20",
    line="#323b46",
    edge="#6d7987",
    text="#e6eaef",
    muted="#9aa5b1",
    faint="#77828e",
    accent="#5fb7c0",
    accent_soft="#1c3438",
    accent_strong="#84ccd3",
    on_accent="#0f1a1c",
    red="#f2948c",
    red_soft="#3a2020",
    amber="#eebf5c",
    amber_soft="#372c14",
    blue="#8db6e3",
    blue_soft="#1e2c3d",
    green="#7cc98d",
    green_soft="#1b3222",
)

TEXT_ON: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("text", ("ground", "surface", "field", "accent_soft", "red_soft", "amber_soft", "blue_soft", "green_soft")),
    ("muted", ("ground", "surface", "field", "accent_soft")),
    ("accent", ("ground", "surface", "accent_soft")),
    ("on_accent", ("accent", "accent_strong")),
    ("red", ("surface", "ground", "red_soft")),
    ("amber", ("surface", "ground", "amber_soft")),
    ("blue", ("surface", "ground", "blue_soft")),
    ("green", ("surface", "ground", "green_soft")),
)
"""Which text tokens stand on which grounds."""

_shown = [LIGHT]


def current_palette(widget: QWidget | None = None) -> Palette:
    """Return the palette that is on the screen now; `widget` is for calls from inside a paint event and does not matter."""
    del widget
    return _shown[0]


def show_palette(palette: Palette) -> None:
    """Make a palette the one that `current_palette` returns; the theme calls it, nobody else."""
    _shown[0] = palette


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def qt_palette(palette: Palette) -> QPalette:
    """Return the palette for Qt's own drawing: item views, menus, dialogs and whatever the style sheet does not name."""
    roles = {
        QPalette.ColorRole.Window: palette.ground,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.field,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.BrightText: palette.red,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.ToolTipBase: palette.surface,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.Light: palette.surface,
        QPalette.ColorRole.Midlight: palette.field,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.edge,
        QPalette.ColorRole.Accent: palette.accent,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(palette.line))
    return made


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004  sRGB's own numbers

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
