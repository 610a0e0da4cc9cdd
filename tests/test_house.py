"""The rules of the house that no tool knows: each is looked for in the syntax tree of every source file, and shown to bite."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAFE = "ui/safe.py"
JOBS = "ui/jobs.py"
TEXT = "workbench/paper/text.py"
SECRETS = "workbench/store/secrets.py"
CRASH = "ui/crash.py"

Rule = Callable[[ast.AST, str], bool]


def called(node: ast.AST) -> str:
    """Return the dotted name of what a node calls, or an empty string."""
    return dotted(node.func) if isinstance(node, ast.Call) else ""


def dotted(node: ast.AST) -> str:
    """Return `a.b.c` for names and attributes, an empty string for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}".lstrip(".")
        case _:
            return ""


def imported(node: ast.AST) -> tuple[str, ...]:
    """Return the modules, and the names out of modules, that a node imports."""
    match node:
        case ast.Import(names=names):
            return tuple(name.name for name in names)
        case ast.ImportFrom(module=module, names=names):
            return (module or "", *(f"{module}.{name.name}" for name in names))
        case _:
            return ()


def bare_label(node: ast.AST, file: str) -> bool:
    """Labels guess whether their text is markup: only `ui.safe.Label` shows it literally."""
    return file.startswith("ui/") and file != SAFE and called(node).rpartition(".")[2] == "QLabel"


def static_message_box(node: ast.AST, file: str) -> bool:
    """The static message boxes cannot be told to show plain text; others are made in `ui.safe`."""
    name = called(node)
    parts = name.split(".")
    static = {"question", "information", "warning", "critical", "about", "aboutQt"}
    return file.startswith("ui/") and (
        (len(parts) > 1 and parts[-2] == "QMessageBox" and parts[-1] in static) or (file != SAFE and parts[-1] == "QMessageBox")
    )


def raw_tooltip(node: ast.AST, file: str) -> bool:
    """Tooltips always guess: `ui.safe.set_tooltip` escapes."""
    return file.startswith("ui/") and file != SAFE and called(node).endswith(".setToolTip")


def thread_outside_jobs(node: ast.AST, file: str) -> bool:
    """Threads live in `ui.jobs` alone."""
    modules = {"threading", "_thread", "concurrent.futures", "multiprocessing", "asyncio"}
    classes = {"PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable"}
    return file.startswith("ui/") and file != JOBS and any(name in modules | classes for name in imported(node))


def event_loop_turned_by_hand(node: ast.AST, file: str) -> bool:
    """Waiting by turning the event loop hides that something blocks it."""
    return file.startswith("ui/") and called(node).endswith(".processEvents")


def raw_paragraph(node: ast.AST, file: str) -> bool:
    """ReportLab reads markup in paragraphs: `paper.text` is the one door from user text to paper."""
    return (
        file.startswith(("workbench/", "ui/"))
        and file != TEXT
        and called(node).rpartition(".")[2] == "Paragraph"
        and uses_reportlab(file)
    )


def uses_reportlab(file: str) -> bool:
    """Return whether a file is on the floor that may use ReportLab, where `Paragraph` is ReportLab's."""
    return file.startswith("workbench/paper/")


def keyring_outside_secrets(node: ast.AST, file: str) -> bool:
    """Only one module decides which keyring can be trusted."""
    return file != SECRETS and not file.startswith("tests/") and any(name.split(".")[0] == "keyring" for name in imported(node))


def machine_clock_in_domain(node: ast.AST, file: str) -> bool:
    """In the domain, today and now are arguments."""
    clocks = {"today", "now", "utcnow", "time", "monotonic"}
    name = called(node).split(".")
    return (
        file.startswith("workbench/domain/")
        and len(name) > 1
        and name[-1] in clocks
        and name[-2] in {"date", "datetime", "time"}
    )


def catch_all(node: ast.AST, file: str) -> bool:
    """`except Exception` stands in the crash handler alone; a worker process has its own catch-all for hostile files."""
    allowed = {CRASH, "workbench/formats/worker.py", "workbench/formats/worker_entry.py"}
    if file in allowed or not file.startswith(("workbench/", "ui/")) or not isinstance(node, ast.ExceptHandler):
        return False
    names = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type] if node.type is not None else []
    return node.type is None or any(dotted(name) == "Exception" for name in names)


def network(node: ast.AST, file: str) -> bool:
    """The program works without a network, and cannot use one."""
    modules = {"socket", "http", "urllib.request", "requests", "ssl", "ftplib", "smtplib", "imaplib", "PySide6.QtNetwork"}
    if not file.startswith(("workbench/", "ui/")):
        return False
    return any(name in modules or name.split(".")[0] in {"http", "requests", "socket"} for name in imported(node))


def opened_outside(node: ast.AST, file: str) -> bool:
    """Nothing is handed to another program by address: no link of a mail can be opened by accident."""
    return file.startswith("ui/") and called(node).endswith("openUrl")


def dangerous_call(node: ast.AST, file: str) -> bool:
    """Nothing evaluates or unpickles."""
    names = {"eval", "exec", "pickle.loads", "pickle.load", "marshal.loads", "yaml.load", "tempfile.mktemp", "os.system"}
    return file.startswith(("workbench/", "ui/")) and called(node) in names


RULES: tuple[Rule, ...] = (
    bare_label,
    static_message_box,
    raw_tooltip,
    thread_outside_jobs,
    event_loop_turned_by_hand,
    raw_paragraph,
    keyring_outside_secrets,
    machine_clock_in_domain,
    catch_all,
    network,
    opened_outside,
    dangerous_call,
)

BAD: dict[str, tuple[str, str]] = {
    "bare_label": ("ui/pages/x.py", "label = QtWidgets.QLabel(name)"),
    "static_message_box": ("ui/pages/x.py", "QMessageBox.question(self, 'a', name)"),
    "raw_tooltip": ("ui/pages/x.py", "self.button.setToolTip(name)"),
    "thread_outside_jobs": ("ui/pages/x.py", "from PySide6.QtCore import QThread"),
    "event_loop_turned_by_hand": ("ui/pages/x.py", "app.processEvents()"),
    "raw_paragraph": ("workbench/paper/x.py", "Paragraph(text, style)"),
    "keyring_outside_secrets": ("workbench/store/x.py", "import keyring.backends"),
    "machine_clock_in_domain": ("workbench/domain/x.py", "on = datetime.date.today()"),
    "catch_all": ("workbench/services/x.py", "try:\n    f()\nexcept (OSError, Exception):\n    g()"),
    "network": ("ui/x.py", "from http.client import HTTPConnection"),
    "opened_outside": ("ui/x.py", "QDesktopServices.openUrl(url)"),
    "dangerous_call": ("workbench/formats/x.py", "value = pickle.loads(data)"),
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Yield every source file with its syntax tree."""
    for floor in ("workbench", "ui", "tests"):
        for path in sorted((ROOT / floor).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def breaches(rule: Rule, tree: ast.AST, file: str) -> list[str]:
    """Return file and line of every place that breaks a rule."""
    return [f"{file}:{getattr(node, 'lineno', 0)}" for node in ast.walk(tree) if rule(node, file)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.replace("_", " "))
def test_no_source_breaks_the_rule(rule: Rule) -> None:
    found = [place for file, tree in sources() if not file.startswith("tests/") for place in breaches(rule, tree, file)]

    assert not found, f"{rule.__doc__}\n" + "\n".join(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.replace("_", " "))
def test_the_rule_sees_a_planted_breach(rule: Rule) -> None:
    file, source = BAD[rule.__name__]

    assert breaches(rule, ast.parse(source), file)


def test_every_module_opens_with_a_sentence() -> None:
    without = [file for file, tree in sources() if not ast.get_docstring(tree)]

    assert not without
