"""Letters and what was drawn of them as messages between two processes: plain JSON with the bytes behind it.

A message is the length of its JSON (eight bytes, big-endian), the JSON, and the byte strings that it counts. What does not read as
a message ends the exchange (EOFError), whatever it is.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import IO, Any

from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import (
    ComposedLetter,
    GlyphMissingError,
    LetterPartTooLongError,
    PageForm,
    Paragraph,
    RenderedLetter,
    ScriptNotSetError,
)

Value = ComposedLetter | RenderedLetter | WorkbenchError

_LENGTH = 8
_VALUES = {kind.__name__: kind for kind in (ComposedLetter, Paragraph, RenderedLetter)}
_REFUSALS = {kind.__name__: kind for kind in (GlyphMissingError, ScriptNotSetError, LetterPartTooLongError)}


class UnknownRefusalError(Exception):
    """A refusal that no message has: a programmer's slip."""


def write(stream: IO[bytes], values: Sequence[Value]) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads any more.
        UnknownRefusalError: drawing refuses for a reason that is not known here.
    """
    blobs: list[bytes] = []
    said = [_said(value, blobs) for value in values]
    head = json.dumps({"values": said, "blobs": [len(blob) for blob in blobs]}).encode("ascii")
    stream.write(b"".join((len(head).to_bytes(_LENGTH, "big"), head, *blobs)))
    stream.flush()


def read(stream: IO[bytes]) -> list[Any]:
    """Return the values of one message.

    Raises:
        EOFError: the other side has ended, or what it wrote is no message.
    """
    head = _exactly(stream, int.from_bytes(_exactly(stream, _LENGTH), "big"))
    try:
        message = json.loads(head)
        blobs = [_exactly(stream, length) for length in message["blobs"]]
        return [_meant(one, blobs) for one in message["values"]]
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise EOFError from error


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _said(part: object, blobs: list[bytes]) -> object:  # noqa: PLR0911  one return for each kind of part
    """Return a part of a value as JSON; equal byte strings are written once."""
    if isinstance(part, PageForm):
        return {"form": part.value}
    if part is None or isinstance(part, str | bool | int):
        return part
    if isinstance(part, tuple):
        return [_said(one, blobs) for one in part]
    if isinstance(part, date):
        return {"day": part.isoformat()}
    if isinstance(part, bytes):
        if part not in blobs:
            blobs.append(part)
        return {"blob": blobs.index(part)}
    if isinstance(part, WorkbenchError):
        if type(part).__name__ not in _REFUSALS:
            raise UnknownRefusalError(part.code)
        return {"refusal": type(part).__name__, "details": {name: _said(one, blobs) for name, one in part.details.items()}}
    kept = {one.name: _said(getattr(part, one.name), blobs) for one in fields(part)}  # type: ignore[arg-type]  # one of _VALUES
    return {"value": type(part).__name__, "fields": kept}


def _meant(said: Any, blobs: list[bytes]) -> Any:  # noqa: ANN401, PLR0911  any part of a value, one return for each
    if isinstance(said, list):
        return tuple(_meant(one, blobs) for one in said)
    if not isinstance(said, dict):
        return said
    if "blob" in said:
        return blobs[said["blob"]]
    if "day" in said:
        return date.fromisoformat(said["day"])
    if "form" in said:
        return PageForm(said["form"])
    if "refusal" in said:
        return _REFUSALS[said["refusal"]](**{name: _meant(one, blobs) for name, one in said["details"].items()})
    return _VALUES[said["value"]](**{name: _meant(one, blobs) for name, one in said["fields"].items()})
