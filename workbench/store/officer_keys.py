"""The signing keys of officers: Ed25519, the private half wrapped with AES-256-GCM under the officer's own passphrase.

The passphrase is stretched with a salt of its own (Argon2id), so that nothing of the store's key file opens a signing key, nor the
other way round. Whose key it is and the public half are bound into the wrapping. Keys are hex texts of 32 bytes. An officer who
works on another laptop has only the public half here.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.journal import JournalFacts
from workbench.store import keys
from workbench.store.errors import StoreDamagedError, WrongSecretError
from workbench.store.journal import vouch
from workbench.store.keys import Cost
from workbench.store.rows import JsonObject, OfficerKeyRow, new_nonce
from workbench.store.values import understood

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

MADE = "signing_key_made"
ADDED = "reviewer_key_added"
WRAPPED = "signing_key_wrapped"
"""What the journal calls a new key, the public key of somebody who works elsewhere, and a key under a new passphrase."""

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class OfficerKey:
    """The key of an officer; `signs_here` is false where only the public half is known."""

    officer_id: int
    public_key: str
    signs_here: bool
    made_at: datetime


def make(session: Session, officer_id: int, passphrase: str, *, cost: Cost, at: datetime, by: int) -> OfficerKey:
    """Make the key of an officer and return it.

    Args:
        session: a `writing()` session.
        officer_id: whose key.
        passphrase: theirs, proved before.
        cost: what one guess at it costs.
        at: now.
        by: the officer at the desk.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415  not before the first paint

    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    wrapped = _wrap(private, officer_id, public, passphrase, cost)
    row = OfficerKeyRow(officer_id=officer_id, public_key=public, wrapped=wrapped, made_at=at, nonce=new_nonce())
    vouch(session, row, action=MADE, subject="office", at=at, officer_id=by, facts={"officer": officer_id, "key": public[:16]})
    return _key(row)


def add_public(session: Session, officer_id: int, public_key: str, *, at: datetime, by: int) -> OfficerKey:
    """Keep the public key of an officer who works elsewhere and return it."""
    row = OfficerKeyRow(officer_id=officer_id, public_key=public_key, wrapped=None, made_at=at, nonce=new_nonce())
    facts: JournalFacts = {"officer": officer_id, "key": public_key[:16]}
    vouch(session, row, action=ADDED, subject="office", at=at, officer_id=by, facts=facts)
    return _key(row)


def wrap_again(session: Session, officer_id: int, *, old: str, new: str, cost: Cost, at: datetime, by: int) -> None:
    """Put the private half of an officer under another passphrase; nothing happens where there is none here.

    Raises:
        WrongSecretError: the old passphrase does not open it.
    """
    row = session.get(OfficerKeyRow, officer_id)
    if row is None or row.wrapped is None:
        return
    row.wrapped = _wrap(_unwrapped(row, old), officer_id, row.public_key, new, cost)
    vouch(session, row, action=WRAPPED, subject="office", at=at, officer_id=by, facts={"officer": officer_id})


def find(session: Session, officer_id: int) -> OfficerKey | None:
    """Return the key of an officer, None where none was made."""
    with understood():
        row = session.get(OfficerKeyRow, officer_id)
    return _key(row) if row is not None else None


def list_all(session: Session) -> tuple[OfficerKey, ...]:
    """Return every key, in the order of the officers."""
    with understood():
        return tuple(_key(row) for row in session.scalars(select(OfficerKeyRow).order_by(OfficerKeyRow.officer_id)))


def private_key(session: Session, officer_id: int, passphrase: str) -> "Ed25519PrivateKey | None":
    """Return the private half of an officer's key, None where there is none here.

    Raises:
        WrongSecretError: the passphrase does not open it.
        StoreDamagedError: what is kept is no wrapped key.
    """
    with understood():
        row = session.get(OfficerKeyRow, officer_id)
    return _unwrapped(row, passphrase) if row is not None and row.wrapped is not None else None


def signed_by(public_key: str, signature: str, said: bytes) -> bool:
    """Return whether a signature over some bytes was made with the private half of a public key; both are hex."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  not before the first paint
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415  the same

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(bytes.fromhex(signature), said)
    except (InvalidSignature, ValueError):
        return False
    return True


def _wrap(private: "Ed25519PrivateKey", officer_id: int, public: str, passphrase: str, cost: Cost) -> JsonObject:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  not before the first paint

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(_NONCE_BYTES)
    kdf: JsonObject = {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "rounds": cost.rounds,
        "lanes": cost.lanes,
        "salt": salt.hex(),
    }
    wrapping = keys.stretched(passphrase, salt, cost)
    sealed = AESGCM(wrapping).encrypt(nonce, private.private_bytes_raw(), _bound(officer_id, public, kdf))
    return {"kdf": kdf, "nonce": nonce.hex(), "wrapped": sealed.hex()}


def _unwrapped(row: OfficerKeyRow, passphrase: str) -> "Ed25519PrivateKey":
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  not before the first paint
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415  the same
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  the same

    try:
        kept: JsonObject = row.wrapped or {}
        kdf = kept["kdf"]
        cost = Cost(int(kdf["memory_kib"]), int(kdf["rounds"]), int(kdf["lanes"]))
        salt, nonce, sealed = bytes.fromhex(kdf["salt"]), bytes.fromhex(kept["nonce"]), bytes.fromhex(kept["wrapped"])
    except (KeyError, TypeError, ValueError):
        raise StoreDamagedError(damage="row_unreadable") from None
    try:
        raw = AESGCM(keys.stretched(passphrase, salt, cost)).decrypt(nonce, sealed, _bound(row.officer_id, row.public_key, kdf))
    except InvalidTag:
        raise WrongSecretError from None
    return Ed25519PrivateKey.from_private_bytes(raw)


def _bound(officer_id: int, public: str, kdf: JsonObject) -> bytes:
    said = {"purpose": "officer signing key", "officer": officer_id, "public": public, "kdf": kdf}
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode("ascii")


def _key(row: OfficerKeyRow) -> OfficerKey:
    return OfficerKey(row.officer_id, row.public_key, row.wrapped is not None, row.made_at)
