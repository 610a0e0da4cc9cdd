"""Spacing: the few distances and sizes that every page uses, in device-independent pixels."""

GAP = 8
"""Between things that belong together."""
ROOM = 16
"""Inside a card, and between cards."""
EDGE = 24
"""From the window's edge to its content."""
RADIUS = 6
SIDEBAR_WIDTH = 216
HEADER_HEIGHT = 70
SIDE_COLUMN = 320
"""The right column of a page: next step, calendar, readiness."""
