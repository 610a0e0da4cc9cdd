"""Values as plain data and back, and the digest of exactly what they say.

Made of frozen dataclasses of text, whole numbers, true or false, days, aware instants, words of a list, and tuples of these. There
are no fractions, so that the same value has the same bytes everywhere. Reading is strict: what is unknown, missing or of another
type is refused with its place.
"""

import hashlib
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from workbench.domain.errors import WorkbenchError

_Value = TypeVar("_Value")

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None
"""Data that JSON can hold without loss."""


class ContentInvalidError(WorkbenchError):
    """Kept or carried content cannot be read back; details `where`, `problem` (a word key)."""

    code = "content_invalid"


def plain(value: object) -> Plain:
    """Return a value as plain data; a dataclass is a table of its fields.

    Raises:
        TypeError: the value holds something that has no plain form: a fault of the program.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(type(value).__name__)


def canonical(value: object) -> bytes:
    """Return the one form of a value in bytes: JSON with sorted keys, no spaces, in UTF-8."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(*values: object) -> str:
    """Return the SHA-256 of values in their order, in hex; any change of any of them gives another."""
    return hashlib.sha256(canonical(values)).hexdigest()


def to_json(value: object) -> str:
    """Return a value as JSON text that `from_json` reads back."""
    return canonical(value).decode()


def from_json(kind: type[_Value], text: str) -> _Value:
    """Return the value that a JSON text holds.

    Raises:
        ContentInvalidError: the text is no JSON, or does not hold exactly such a value.
    """
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise ContentInvalidError(where=kind.__name__, problem="not_json") from error
    return cast("_Value", _read(kind, data, kind.__name__))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the table of a JSON object; a key that stands there twice makes it no JSON of ours."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


@cache
def _hints(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _read(kind: object, data: object, where: str) -> object:
    origin = get_origin(kind)
    if origin in {types.UnionType, Union}:
        return None if data is None else _read(next(one for one in get_args(kind) if one is not type(None)), data, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise ContentInvalidError(where=where, problem="not_a_list")
        return _items(get_args(kind), data, where)
    if not isinstance(kind, type):
        raise TypeError(str(kind))
    if is_dataclass(kind):
        return _fields(kind, data, where)
    return _leaf(kind, data, where)


def _items(kinds: tuple[object, ...], data: list[object], where: str) -> tuple[object, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], one, f"{where} {number}") for number, one in enumerate(data, start=1))
    if len(kinds) != len(data):
        raise ContentInvalidError(where=where, problem="not_a_list")
    return tuple(_read(kind, one, where) for kind, one in zip(kinds, data, strict=True))


def _fields(kind: type, data: object, where: str) -> object:
    if not isinstance(data, dict):
        raise ContentInvalidError(where=where, problem="not_a_table")
    hints = _hints(kind)
    if set(data) != set(hints):
        odd = min(set(data) ^ set(hints), key=str)
        raise ContentInvalidError(where=f"{where}.{odd}", problem="unknown_key" if odd in data else "missing")
    given = {name: _read(hint, data[name], f"{where}.{name}") for name, hint in hints.items()}
    return cast("Any", kind)(**given)


def _leaf(kind: type, data: object, where: str) -> object:
    if issubclass(kind, bool) or isinstance(data, bool):
        if kind is bool and isinstance(data, bool):
            return data
        raise ContentInvalidError(where=where, problem="not_true_or_false" if kind is bool else "wrong_type")
    if kind is int and isinstance(data, int):
        return data
    if not isinstance(data, str) or kind is int:
        raise ContentInvalidError(where=where, problem="wrong_type")
    return _text(kind, data, where)


def _text(kind: type, data: str, where: str) -> object:
    try:
        data.encode()
    except UnicodeEncodeError as error:
        raise ContentInvalidError(where=where, problem="not_unicode") from error
    try:
        if kind is datetime:
            return _instant(data)
        if kind is date:
            return date.fromisoformat(data)
        if issubclass(kind, StrEnum):
            return kind(data)
    except ValueError as error:
        raise ContentInvalidError(where=where, problem="unknown_word") from error
    return data


def _instant(data: str) -> datetime:
    found = datetime.fromisoformat(data)
    if found.tzinfo is None:
        raise ValueError(data)
    return found
