"""Domain values as JSON and back: people, letter fields, schedule lines. Lists become tuples again."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, TypeVar

from workbench.domain.decisions import ScheduleLine, Treatment
from workbench.domain.letters import LetterFields
from workbench.domain.parties import DataSubject, Requester
from workbench.store.errors import StoreDamagedError
from workbench.store.rows import JsonObject

Value = TypeVar("Value", DataSubject, Requester, LetterFields)


def to_json(value: DataSubject | Requester | LetterFields | ScheduleLine) -> JsonObject:
    """Return a value's fields as JSON: tuples as lists, enums as their text."""
    return {name: _plain(part) for name, part in asdict(value).items()}


def from_json(kind: type[Value], data: JsonObject) -> Value:
    """Return the value whose fields were kept; a field that an older program did not know takes its default."""
    return kind(**{name: _tuples(part) for name, part in data.items()})


def schedule_line(data: JsonObject) -> ScheduleLine:
    """Return one line of a schedule."""
    return ScheduleLine(**{**data, "treatment": Treatment(data["treatment"])})


def fold(text: str) -> str:
    """Return text as it is searched for: without case, accents or doubled spaces."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).casefold().split())


@contextmanager
def understood() -> Iterator[None]:
    """Turn a row that says what no program of ours wrote into a named damage.

    Raises:
        StoreDamagedError: `row_unreadable`; `verify` says which row.
    """
    try:
        yield
    except (ValueError, TypeError, KeyError):
        raise StoreDamagedError(damage="row_unreadable") from None


def _plain(part: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(part, tuple | list):
        return [_plain(one) for one in part]
    return str(part) if isinstance(part, str) else part


def _tuples(part: Any) -> Any:  # noqa: ANN401  any JSON value
    return tuple(_tuples(one) for one in part) if isinstance(part, list) else part
