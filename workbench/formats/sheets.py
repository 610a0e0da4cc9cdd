"""Tables that leave for a spreadsheet: CSV in UTF-8, in which no cell is ever a formula.

A cell whose text a spreadsheet could take for a formula (it begins with `= + - @`, their wide forms, a tab or a line end, blanks,
quotes or a byte order mark before them passed over) gets an apostrophe before it, which spreadsheets show or swallow but never
compute; `read_cell` takes exactly that one away again. A plain negative number stays a number.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[\s\"'\ufeff\u200b\u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20|%]")
_BREAKS_FIRST = re.compile(r"[\t\r\n]")
_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?\Z")


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return a table as CSV with a byte order mark (for spreadsheets that ask), commas, and every text in quotes.

    Args:
        head: the names of the columns.
        rows: cells; whole numbers stay numbers.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in head])
    for row in rows:
        writer.writerow([cell if isinstance(cell, int) else safe_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    text = text.replace("\0", "")
    if _NUMBER.match(text):
        return text
    return f"'{text}" if _FORMULA.match(text) or _BREAKS_FIRST.match(text) else text


def read_cell(text: str) -> str:
    """Return what was written into a cell: without the apostrophe that `safe_cell` put before it."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
