"""E-mail that arrives: one `.eml` file becomes an `IncomingMail`, or an `ImportProblemError`, and nothing else.

Instants are aware and in UTC; `text` is plain text whatever the mail held; names are safe to show, never to store by.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from workbench.formats.problems import ImportProblemError, Problem
from workbench.formats.worker import DEFAULT_LIMITS, MAX_BYTES, Limits, run_in_worker

__all__ = ["MAX_BYTES", "IncomingMail", "MailAttachment", "read_mail"]


@dataclass(frozen=True, slots=True)
class MailAttachment:
    """A file within a mail: `size` in bytes and `sha256` in hex are of its decoded bytes."""

    name_shown: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class IncomingMail:
    """What one mail says.

    `received_at` comes from the mail's `received_header`, else from its `date_header` (`received_from` says which, empty
    where neither can be read). `language` is a guess, `en` where there is no sign. `sha256` and `size` are of the whole
    file. `warnings` are word keys of the table `mail_warning`.
    """

    from_name: str
    from_email: str
    to: tuple[str, ...]
    subject: str
    received_at: datetime | None
    received_from: str
    date_header_at: datetime | None
    text: str
    language: str
    attachments: tuple[MailAttachment, ...]
    sha256: str
    size: int
    message_id: str
    warnings: tuple[str, ...]


def read_mail(data: bytes, *, own_hosts: tuple[str, ...] = (), limits: Limits = DEFAULT_LIMITS) -> IncomingMail:
    """Return what the mail says, read in a worker process.

    Args:
        data: the file as it came.
        own_hosts: the office's own mail hosts; with them the arrival is the one that they recorded.
        limits: what the worker may use.

    Raises:
        ImportProblemError: the file is empty, too large, no mail, or cannot be read within the limits.
    """
    found = run_in_worker("mail", data, options=own_hosts, limits=limits)
    try:
        return _mail(found, data)
    except (KeyError, TypeError, ValueError) as error:
        raise ImportProblemError(Problem.UNREADABLE) from error


def _mail(found: dict[str, Any], data: bytes) -> IncomingMail:
    return IncomingMail(
        from_name=_word(found["from_name"]),
        from_email=_word(found["from_email"]),
        to=tuple(_word(address) for address in found["to"]),
        subject=_word(found["subject"]),
        received_at=_instant(found["received_at"]),
        received_from=_word(found["received_from"]),
        date_header_at=_instant(found["date_header_at"]),
        text=_word(found["text"]),
        language=_word(found["language"]),
        attachments=tuple(
            MailAttachment(_word(one["name_shown"]), _word(one["media_type"]), int(one["size"]), _word(one["sha256"]))
            for one in found["attachments"]
        ),
        sha256=sha256(data).hexdigest(),
        size=len(data),
        message_id=_word(found["message_id"]),
        warnings=tuple(_word(code) for code in found["warnings"]),
    )


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _instant(value: object) -> datetime | None:
    if value is None:
        return None
    at = datetime.fromisoformat(_word(value))
    if at.tzinfo is None:
        raise ValueError(value)
    return at
