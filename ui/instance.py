"""One window per store: the second start on the same folder asks the first to come forward.

A claim is a lock file in the state folder of this user, named by a digest of the store's path; a request is a small file beside
it that the first window watches for and takes away. A claim of a killed program is void. No socket is used.
"""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QFileSystemWatcher, QLockFile, QObject, QStandardPaths

PATIENCE_S = 3.0
"""How long the second start waits for the first window to answer, in seconds."""


def state_folder() -> Path:
    """Return where claims are kept."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder) / "onee-workbench" / "windows"


class Claim(QObject):
    """A claim of one window on one store folder.

    Args:
        folder: the store's folder; it need not exist yet.
        state: where claims are kept.
    """

    def __init__(self, folder: Path, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        whole = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha256)
        digest = bytes(whole.toHex().data()).decode()[:24]
        self._state = state
        self._request = state / f"{digest}.raise"
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(state / f"{digest}.lock"))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._come_forward: Callable[[], None] | None = None

    def take(self) -> bool:
        """Return whether the folder is ours now; a claim of a program that no longer runs is taken over."""
        return self._lock.tryLock(100)

    def watch(self, come_forward: Callable[[], None]) -> None:
        """Call `come_forward` whenever another start asks for this window."""
        self._come_forward = come_forward
        self._watcher = QFileSystemWatcher([str(self._state)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._request.unlink(missing_ok=True)

    def ask_other(self, patience_s: float = PATIENCE_S) -> bool:
        """Ask the window that holds the claim to come forward, and return whether it answered in time."""
        try:
            self._request.touch(mode=0o600)
            ends = time.monotonic() + patience_s
            while time.monotonic() < ends:
                if not self._request.exists():
                    return True
                time.sleep(0.05)
            self._request.unlink(missing_ok=True)
        except OSError:
            return False
        return False

    def release(self) -> None:
        """Give the folder up."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _look(self) -> None:
        if self._request.exists() and self._come_forward is not None:
            self._request.unlink(missing_ok=True)
            self._come_forward()
