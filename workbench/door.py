"""What one run of the headless command has in its hands: arguments, streams, words, secrets and the office.

Words that people wrote reach the terminal through `shown` alone.
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from workbench.domain.errors import InvalidInputError, WorkbenchError

if TYPE_CHECKING:
    from workbench.services.office import Office
    from workbench.services.wording import Words

DONE, REFUSED, WRONG_USE = 0, 1, 2
"""The exit codes: done; a refusal, bad input or a finding; a command line that cannot be understood."""

Clock = Callable[[], datetime]

_STANDARD_INPUT = "-"
_MOST_PASSPHRASE = 4096
_MOST_FILE = 100 * 1024 * 1024
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class FindingsError(WorkbenchError):
    """The store was proved and something was found; detail `count`. The findings themselves go to standard output."""

    code = "verify_found"


class WrongUseError(Exception):
    """The command line cannot be understood; the text is one sentence."""


def shown(text: str) -> str:
    """Return text on one line, with what a terminal could obey or what cannot be seen replaced."""
    one_line = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(mark) in _HIDDEN else mark for mark in one_line)


class Door:
    """One run of the command.

    Args:
        arguments: the parsed command line.
        clock: returns now as an aware instant; None takes the machine's clock.
    """

    def __init__(self, arguments: argparse.Namespace, clock: Clock | None) -> None:
        self.arguments = arguments
        self.clock = clock

    @property
    def words(self) -> "Words":
        """Return the words of the language asked for."""
        from workbench.services.wording import words  # noqa: PLC0415  read when there is something to say

        return words(self.arguments.language)

    def print(self, *lines: str) -> None:
        """Write lines to standard output, each made safe for a terminal; blanks at their beginning stay."""
        for line in lines:
            indent = len(line) - len(line.lstrip(" "))
            sys.stdout.write(" " * indent + _safe_line(line.strip(" ")) + "\n")

    def say(self, key: str, **details: str | int | date | datetime) -> None:
        """Write one sentence of the command's own words."""
        self.print(self.words.word("cli", key, **details))

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write rows under worded heads, in columns."""
        titles = [self.words.word("cli", head) if head else "" for head in heads]
        cells = [[shown(cell) for cell in row] for row in (titles, *rows)]
        widths = [max(len(row[column]) for row in cells) for column in range(len(titles))]
        for row in cells:
            self.print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

    def fields(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Write worded names with their values, those without a value left out."""
        for name, value in pairs:
            if value.strip():
                self.print(f"{self.words.word('cli', name)}: {value}")

    def dump(self, content: dict[str, Any] | list[Any]) -> None:
        """Write JSON; whatever a terminal could obey is escaped by its grammar."""
        sys.stdout.write(json.dumps(content, ensure_ascii=True, indent=2) + "\n")

    def refuse_use(self, key: str) -> NoReturn:
        """Say in one sentence what is wrong with the command line.

        Raises:
            WrongUseError: always.
        """
        raise WrongUseError(self.words.word("cli", key))

    def passphrase(self) -> str:
        """Return the passphrase: the first line of the file, or of standard input for `-`.

        Raises:
            WrongUseError: no file was named.
            FileUnreadableError: it cannot be read.
            InvalidInputError: it is no UTF-8.
        """
        name = self.arguments.passphrase_file
        if not name:
            self.refuse_use("need_passphrase")
        raw = sys.stdin.buffer.readline(_MOST_PASSPHRASE) if name == _STANDARD_INPUT else _read(name, _MOST_PASSPHRASE)
        try:
            return raw.split(b"\n", 1)[0].rstrip(b"\r").decode("utf-8")
        except UnicodeDecodeError as error:
            raise InvalidInputError(field="passphrase", problem="not_utf8") from error

    def bytes_of(self, name: str) -> bytes:
        """Return the bytes of a file, or of standard input for `-`.

        Raises:
            WrongUseError: standard input is to be the passphrase already.
            FileUnreadableError: it cannot be read or is larger than anything the store takes.
        """
        if name != _STANDARD_INPUT:
            return _read(name, _MOST_FILE)
        self.check_one_input()
        return sys.stdin.buffer.read(_MOST_FILE)

    def check_one_input(self) -> None:
        """Refuse to read two things from standard input.

        Raises:
            WrongUseError: standard input is to be the passphrase already.
        """
        if self.arguments.passphrase_file == _STANDARD_INPUT:
            self.refuse_use("one_input")

    @contextmanager
    def office(self, *, read_only: bool = False) -> Iterator["Office"]:
        """Give the opened office of `--store` and close it afterwards.

        Raises:
            WrongUseError: no store was named.
            WorkbenchError: whatever keeps the store from being opened.
        """
        if not self.arguments.store:
            self.refuse_use("need_store")
        from workbench.bootstrap import open_office  # noqa: PLC0415  the store is heavy to import

        opened = open_office(Path(self.arguments.store), passphrase=self.passphrase(), read_only=read_only, clock=self.clock)
        try:
            yield opened
        finally:
            opened.close()


def _safe_line(text: str) -> str:
    return "".join("\ufffd" if unicodedata.category(mark) in _HIDDEN else mark for mark in text)


def _read(name: str, most: int) -> bytes:
    from workbench.services.exports import read_whole  # noqa: PLC0415  where a file is read

    return read_whole(Path(name), most=most)
