"""The system under the window: which of Qt's libraries are missing, and whether there is a display. Nothing here imports Qt.

Source of the package names: Debian 12, found by starting the program on a bare system.
"""

import ctypes
import os
import sys

OFFSCREEN_PACKAGES = "libgl1 libxkbcommon0 libegl1 libglib2.0-0 libfreetype6 libfontconfig1 libdbus-1-3"
"""What Qt needs to load at all."""

WINDOW_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0"
"""What a window on X11 needs as well."""

_XCB_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-shm.so.0",
    "libxcb-sync.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
    "libX11-xcb.so.1",
)


def install_line() -> str:
    """Return the command that installs what Qt and its window need on Debian and Ubuntu."""
    return f"sudo apt-get install -y --no-install-recommends {OFFSCREEN_PACKAGES} {WINDOW_PACKAGES}"


def missing_library(problem: ImportError) -> str:
    """Return the system library whose absence an import failed on, or an empty string for any other failure."""
    name = str(problem).partition(":")[0].strip()
    return name if name.startswith("lib") and ".so" in name else ""


def missing_for_window() -> tuple[str, ...]:
    """Return the libraries that a window on X11 lacks here; none where another platform is used."""
    if not sys.platform.startswith("linux") or platform() != "xcb":
        return ()
    return tuple(name for name in _XCB_LIBRARIES if not _loads(name))


def platform() -> str:
    """Return the Qt platform that will be used: what the environment names, else wayland, xcb, or an empty string without a display."""
    named = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if named or not sys.platform.startswith("linux"):
        return named or sys.platform
    if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def missing_sentence(libraries: tuple[str, ...]) -> str:
    """Return what to say when libraries are missing."""
    listed = ", ".join(libraries)
    return f"The window cannot be shown because system libraries are missing ({listed}). Install them with: {install_line()}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
