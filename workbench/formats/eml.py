"""Drafts of e-mails: a message that nobody has sent yet, which any mail program opens for sending (`X-Unsent: 1`).

Nothing is sent from here. A draft has no date and no message id: both are those of the sending.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

from workbench.domain.errors import InvalidInputError

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


@dataclass(frozen=True, slots=True)
class DraftAttachment:
    """A file that goes with a draft; `media_type` such as `application/pdf`."""

    name: str
    media_type: str
    data: bytes


def write_draft(
    *,
    sender: str,
    sender_name: str,
    to: str,
    to_name: str = "",
    subject: str,
    body: str,
    attachments: Sequence[DraftAttachment],
) -> bytes:
    """Return an unsent message in plain text with its attachments, in order.

    Args:
        sender: the office's e-mail address; may be empty, then the mail program's own is taken.
        sender_name: the office's name.
        to: whom it goes to.
        to_name: their name; may be empty.
        subject: one line.
        body: plain text.
        attachments: the letter first.

    Raises:
        InvalidInputError: an address is none (field `to` or `office_email`).
    """
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    if sender:
        draft["From"] = _address(sender_name, sender, "office_email")
    draft["To"] = _address(to_name, to, "to")
    draft["Subject"] = _line(subject)
    draft.set_content(body.rstrip() + "\n", charset="utf-8", cte="quoted-printable")
    for one in attachments:
        main, _, sub = one.media_type.partition("/")
        if main == "message" or not sub:
            main, sub = "application", "octet-stream"  # a mail within a mail would be read, not kept byte for byte
        draft.add_attachment(one.data, maintype=main, subtype=sub.partition(";")[0], filename=_line(one.name), cte="base64")
    return draft.as_bytes()


def _address(name: str, email: str, field: str) -> Address:
    plain = email.strip()
    try:
        if parseaddr(plain)[1] == plain and _ADDRESS.fullmatch(plain):
            return Address(_line(name), addr_spec=plain)
    except (ValueError, HeaderParseError):
        pass  # what the standard library cannot read as an address is none
    raise InvalidInputError(field=field, problem="no_email")


def _line(text: str) -> str:
    """Return text as one line of a header: line ends and other controls become blanks."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
