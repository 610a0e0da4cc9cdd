"""Run every check of the project: format, lint, types, floors, tests. Exits non-zero when any fails.

Qt draws offscreen unless `QT_QPA_PLATFORM` says otherwise. Long soaks are left out; run them with
`python -m pytest -m soak`.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORKERS = str(min(4, os.cpu_count() or 1))

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", (sys.executable, "-m", "ruff", "format", "--check", "workbench", "ui", "tests")),
    ("lint", (sys.executable, "-m", "ruff", "check", "workbench", "ui", "tests")),
    ("types", (sys.executable, "-m", "mypy")),
    (
        "floors",
        (sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"),
    ),
    ("tests", (sys.executable, "-m", "pytest", "-q", "-n", WORKERS, "--dist", "loadgroup")),
)


def main() -> int:
    """Run the checks in order, all of them even after a failure, and return 0 when all passed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    wanted = set(sys.argv[1:]) or {name for name, _ in CHECKS}
    failed: list[str] = []
    for name, command in CHECKS:
        if name not in wanted:
            continue
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "every check passed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
