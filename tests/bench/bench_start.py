"""Process start to the first painted page, and memory then, against a bare window that imports nothing else.

Run: `python tests/bench/bench_start.py [ROUNDS]`. The first painted page of a locked store is its unlock page. A third line says
when the store stands open with Today on the screen, given the passphrase at once: key derivation and every import are in it. Prints medians
in milliseconds and MiB and the ratio of the first two; the programs take turns, so that a drift of the machine's speed cancels.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMPILED = str(Path(tempfile.gettempdir()) / "onee-bench-compiled")
"""Both programs run compiled, as an installed one does; the first round fills this folder and is not counted."""

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QMainWindow, QTableWidget, QWidget
from PySide6.QtCore import QTimer

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write("painted\\n"); sys.stdout.flush()
        QTimer.singleShot(0, app.quit)

app = QApplication(sys.argv)
window = Window()
window.menuBar().addMenu("File")
body = QWidget()
form = QFormLayout(body)
form.addRow("Name", QLineEdit())
form.addRow(QTableWidget(20, 5))
window.setCentralWidget(body)
window.resize(1200, 800)
window.show()
app.exec()
"""


def once(command: list[str], until: str = "painted") -> tuple[float, float]:
    """Return milliseconds from process start to the line `until`, and the resident memory then in MiB."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPYCACHEPREFIX": COMPILED,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment, text=True) as child:
        if child.stdout is None:
            raise RuntimeError
        memory = 0.0
        painted = 0.0
        for line in child.stdout:
            if line.startswith(until):
                painted = (time.perf_counter() - started) * 1000
                memory = resident(child.pid)
                break
        child.kill()
    return painted, memory


def resident(pid: int) -> float:
    """Return the resident memory of a process in MiB, 0 where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) / 1024


def main() -> None:
    """Measure in turns and print medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        store, secret = demo_store(Path(folder))
        ours = [sys.executable, "-m", "ui", str(store), "--say-painted"]
        opening = [*ours, "--passphrase-file", str(secret)]
        bare = [sys.executable, "-c", BARE]
        rows = [(once(bare), once(ours), once(opening, "opened")) for _ in range(rounds + 1)][1:]
    bare_ms = statistics.median(one[0][0] for one in rows)
    ours_ms = statistics.median(one[1][0] for one in rows)
    bare_mib = statistics.median(one[0][1] for one in rows)
    ours_mib = statistics.median(one[1][1] for one in rows)
    ratio = statistics.median(one[1][0] / one[0][0] for one in rows)
    sys.stdout.write(f"bare window   {bare_ms:7.1f} ms  {bare_mib:6.1f} MiB\n")
    sys.stdout.write(f"workbench     {ours_ms:7.1f} ms  {ours_mib:6.1f} MiB\n")
    today_ms = statistics.median(one[2][0] for one in rows)
    today_mib = statistics.median(one[2][1] for one in rows)
    sys.stdout.write(f"Today, open   {today_ms:7.1f} ms  {today_mib:6.1f} MiB\n")
    sys.stdout.write(f"ratio, pair by pair: {ratio:.2f} (target at most 1.30), n={rounds}\n")


def demo_store(folder: Path) -> tuple[Path, Path]:
    """Return a demo store made for this run, and the file of its passphrase."""
    secret = folder / "passphrase"
    secret.write_text("bench passphrase for a demo", encoding="utf-8")
    target = folder / "store"
    command = [sys.executable, "-m", "workbench", "demo", str(target), "--passphrase-file", str(secret)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return target, secret


if __name__ == "__main__":
    main()
