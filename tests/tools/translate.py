"""Translations of the screen: gather the strings, compile them, say what is missing.

Run: `python tests/tools/translate.py update` after words on the screen changed, translate what it lists in
`resources/translations/*.ts`, then `... release`. `... check` fails when a string is untranslated or a compiled file is old.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
_TOOLS = Path(PySide6.__file__).resolve().parent
_OURS = (("onee_id", ()), ("onee_en", ("-pluralonly",)))
_QT = "qt_id"


def main(arguments: list[str]) -> int:
    """Do what the argument says and return the exit code."""
    match arguments:
        case ["update"]:
            update(FOLDER)
            return report()
        case ["release"]:
            release(FOLDER)
            return 0
        case ["check"]:
            return 1 if report() or outdated() else 0
        case _:
            sys.stderr.write("Use: translate.py update | release | check\n")
            return 2


def sources() -> list[str]:
    """Return the files whose strings are translated, relative to the root, in a fixed order."""
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))


def update(folder: Path) -> None:
    """Bring the `.ts` files in a folder up to date with the sources; what is gone is dropped."""
    with tempfile.TemporaryDirectory() as spare:
        listed = Path(spare) / "files.lst"
        listed.write_text("\n".join(str(ROOT / name) for name in sources()), encoding="utf-8")
        for name, options in _OURS:
            _run(
                "lupdate",
                f"@{listed}",
                "-locations",
                "none",
                "-no-obsolete",
                "-source-language",
                "en",
                "-target-language",
                name.removeprefix("onee_"),
                *options,
                "-ts",
                str(folder / f"{name}.ts"),
            )


def release(folder: Path, target: Path | None = None) -> None:
    """Compile every `.ts` of a folder into `target`, by default beside it; a running program keeps the file that it has open."""
    for path in sorted(folder.glob("*.ts")):
        made = (target or folder) / f"{path.stem}.qm"
        beside = made.with_suffix(".part")
        _run("lrelease", "-silent", "-nounfinished", str(path), "-qm", str(beside))
        beside.replace(made)


def unfinished() -> list[tuple[str, str, str]]:
    """Return file, context and source of every string without a finished translation."""
    found: list[tuple[str, str, str]] = []
    for path in sorted(FOLDER.glob("*.ts")):
        for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  our own files
            for message in context.iter("message"):
                translation = message.find("translation")
                texts = [] if translation is None else [translation.text or "", *(form.text or "" for form in translation)]
                done = (
                    translation is not None and translation.get("type") != "unfinished" and any(text.strip() for text in texts)
                )
                if not done:
                    found.append((path.name, context.findtext("name", ""), message.findtext("source", "")))
    return found


def missing() -> list[str]:
    """Return the sources that the `.ts` files do not hold yet, as a fresh gathering finds them."""
    with tempfile.TemporaryDirectory() as spare:
        fresh = Path(spare)
        for name, _ in _OURS:
            (fresh / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
        update(fresh)
        return [name for name, _ in _OURS if (fresh / f"{name}.ts").read_bytes() != (FOLDER / f"{name}.ts").read_bytes()]


def outdated() -> list[str]:
    """Return the compiled files that differ from what their `.ts` compiles to, and those whose `.ts` lacks a string."""
    with tempfile.TemporaryDirectory() as spare:
        release(FOLDER, Path(spare))
        old = [
            path.name
            for path in sorted(Path(spare).glob("*.qm"))
            if not (FOLDER / path.name).exists() or (FOLDER / path.name).read_bytes() != path.read_bytes()
        ]
    for name in old:
        sys.stdout.write(f"{name} is not what its source compiles to: run `release`\n")
    gone = missing()
    for name in gone:
        sys.stdout.write(f"{name}.ts does not hold the strings of the sources: run `update`\n")
    return old + gone


def report() -> int:
    """List what is untranslated and return how many strings that is."""
    left = unfinished()
    for file, context, source in left:
        sys.stdout.write(f"{file}: {context}: {source}\n")
    sys.stdout.write(f"{len(left)} unfinished\n")
    return len(left)


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(_TOOLS / tool), *arguments], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
