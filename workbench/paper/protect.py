"""Encryption for a channel that others can read: a copy of a letter that opens with a password alone (AES-256, PDF 2.0's revision 6).

The password is ours and random; it is shown once and kept nowhere. An encrypted copy is no archival file, and never the archive.
"""

import secrets
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Encryption, Pdf, Permissions

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No i, l, o, 0, 1: a password is read out on the telephone and typed from paper."""
_GROUPS = 4
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Protected:
    """An encrypted copy and the password that opens it; the password is in no text that Python makes of this value."""

    data: bytes
    password: str

    def __repr__(self) -> str:
        return f"Protected({len(self.data)} bytes)"


def new_password() -> str:
    """Return a random password of 99 bits, in four groups that can be read out."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def encrypted(pdf: bytes) -> Protected:
    """Return an encrypted copy of a PDF, its metadata included, with a new password.

    Whoever can open it may print it, copy from it and have it read aloud; nobody may change it.
    """
    password = new_password()
    rights = Permissions(
        accessibility=True,
        extract=True,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
        print_lowres=True,
        print_highres=True,
    )
    owner = secrets.token_urlsafe(24)  # nobody's: what the permissions forbid stays forbidden
    target = BytesIO()
    with Pdf.open(BytesIO(pdf)) as opened:
        opened.save(target, encryption=Encryption(owner=owner, user=password, R=6, aes=True, metadata=True, allow=rights))
    return Protected(target.getvalue(), password)
