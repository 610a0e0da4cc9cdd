"""Draw the small pictures of the style sheet and the program's icon into `resources/`.

Run: `QT_QPA_PLATFORM=offscreen python tests/tools/pictures.py`. The pictures are kept with the source; this is how they were made.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

from ui.style.palette import DARK, LIGHT

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def main() -> None:
    """Draw everything, each small picture also at twice the size."""
    app = QGuiApplication(sys.argv)
    for palette in (LIGHT, DARK):
        for name, colour, draw in (
            ("down", palette.muted, _arrow([(0.15, 0.32), (0.5, 0.68), (0.85, 0.32)])),
            ("up", palette.muted, _arrow([(0.15, 0.68), (0.5, 0.32), (0.85, 0.68)])),
            ("check", palette.on_accent, _arrow([(0.2, 0.54), (0.42, 0.74), (0.8, 0.28)])),
            ("dot", palette.on_accent, _dot),
        ):
            for times, mark in ((1, ""), (2, "@2x")):
                _save(RESOURCES / "style" / f"{palette.name}-{name}{mark}.png", 14 * times, colour, draw)
    for side in (32, 64, 128, 256):
        _save(RESOURCES / "icons" / f"onee-workbench-{side}.png", side, LIGHT.accent, _icon)
    app.quit()


def _save(path: Path, side: int, colour: str, draw: Callable[[QPainter, float, QColor], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, float(side), QColor(colour))
    painter.end()
    image.save(str(path))


def _arrow(points: list[tuple[float, float]]) -> Callable[[QPainter, float, QColor], None]:
    def draw(painter: QPainter, side: float, colour: QColor) -> None:
        pen = QPen(colour, side / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(x * side, y * side) for x, y in points])

    return draw


def _dot(painter: QPainter, side: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(side / 2, side / 2), side / 5, side / 5)


def _icon(painter: QPainter, side: float, colour: QColor) -> None:
    """Draw a sheet of paper with a clock on it, in the accent colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.2, side * 0.2)
    sheet = QPainterPath()
    sheet.addRoundedRect(QRectF(side * 0.24, side * 0.16, side * 0.44, side * 0.6), side * 0.04, side * 0.04)
    painter.fillPath(sheet, QColor("#ffffff"))
    painter.setPen(QPen(colour, side * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for row in (0.29, 0.39, 0.49):
        painter.drawLine(QPointF(side * 0.32, side * row), QPointF(side * 0.6, side * row))
    painter.setPen(QPen(colour, side * 0.045))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(QPointF(side * 0.66, side * 0.68), side * 0.17, side * 0.17)
    painter.setPen(QPen(colour, side * 0.035, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(
        [QPointF(side * 0.66, side * 0.58), QPointF(side * 0.66, side * 0.69), QPointF(side * 0.74, side * 0.72)]
    )


if __name__ == "__main__":
    main()
