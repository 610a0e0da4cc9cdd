"""How text is set: its face, its sizes and spaces, its place in the structure. All measures are points."""

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_LEFT

from workbench.paper.fonts import Face


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: sizes and spaces in points, `bullet` hangs before the first line, `role` is its type in the structure."""

    face: Face
    size: float
    leading: float
    after: float = 0.0
    before: float = 0.0
    left: float = 0.0
    align: int = TA_LEFT
    color: Color = Color(0, 0, 0)  # noqa: RUF009  a colour is never changed after it is made
    bullet: str = ""
    keep_with_next: bool = False
    role: str = "P"
