"""The keys of a store: one random data key of 256 bits, wrapped once for each secret that may open it.

`keys.json` holds slots and no names. A slot wraps the data key with AES-256-GCM under a key made of a passphrase (Argon2id),
of the recovery code (HKDF-SHA256: it is random enough), or of a device key kept in the operating system's keyring. The slot's own words are
bound into the wrapping. A checksum over the file shows damage before any secret is typed; a MAC under the data key shows a
slot that was taken away or put there by someone without it. Changing a passphrase wraps again and leaves the data as it is.
"""

import base64
import hashlib
import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.store import secrets as keyring_store
from workbench.store.errors import (
    KeysDamagedError,
    KeysTooNewError,
    RecoveryCodeMistypedError,
    StoreExistsError,
    StoreMissingError,
    StoreUnreachableError,
    WeakPassphraseError,
    WrongSecretError,
)
from workbench.store.files import BACKUPS, DATABASE, KEYS, private_folder, refusal_of, write_whole

FORMAT = 1
KEY_BYTES = 32
MINIMUM_LENGTH = 10
"""The least number of characters in a passphrase, after normalisation."""

LONGEST = 1024
"""The greatest number of characters in a passphrase."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of a recovery code: no letter that looks like a digit (I, L, O) or makes words (U)."""

CODE_LETTERS = 32
CODE_GROUP = 4
_CHECK_LETTERS = 2
_LARGEST_FILE = 1024 * 1024
_NONCE_BYTES = 12

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, rounds, lanes."""

    memory_kib: int
    rounds: int
    lanes: int


STANDARD = Cost(256 * 1024, 3, 4)
"""About half a second on a laptop."""

FLOOR = Cost(64 * 1024, 3, 4)
"""The least that a key file may ask for (RFC 9106, second recommendation); less is refused as damage."""

_CEILING = Cost(4 * 1024 * 1024, 64, 64)


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A fresh data key, and the recovery code as it is printed once and kept nowhere."""

    data_key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened data key, and the officer whose secret opened it."""

    data_key: bytes = field(repr=False)
    officer_id: int


def create_keys(folder: Path, *, passphrase: str, officer_id: int = 1, cost: Cost = STANDARD) -> NewKeys:
    """Make the key file of a new store, with a slot for one officer's passphrase and one for a recovery code.

    A key file without a database is what a creation leaves that was cut short; it is written over.

    Raises:
        StoreExistsError: the folder holds a store, or the backups of one.
        WeakPassphraseError: problem `passphrase_too_short`, `passphrase_too_long` or `passphrase_one_letter`.
        DiskFullError: no room.
    """
    words = _accepted(passphrase)
    if (folder / DATABASE).exists() or (keys_exist(folder) and (folder / BACKUPS).exists()):
        raise StoreExistsError
    data_key = secrets.token_bytes(KEY_BYTES)
    code = _new_code()
    content = {"format": FORMAT, "store": secrets.token_hex(16), "slots": []}
    content["slots"] = [
        _passphrase_slot(content, data_key, officer_id=officer_id, words=words, cost=cost),
        _recovery_slot(content, data_key, officer_id=officer_id, code=code),
    ]
    _write(folder, content, data_key)
    return NewKeys(data_key, _printed(code))


def keys_exist(folder: Path) -> bool:
    """Return whether the folder has a key file."""
    return (folder / KEYS).exists()


def check(folder: Path, data_key: bytes | None = None) -> None:
    """Look at the key file; with the data key, prove that every slot is one that a holder of it put there.

    Raises:
        StoreMissingError: no such folder.
        KeysDamagedError: damage `keys_missing`, `keys_unreadable`, `keys_altered`, `keys_weakened` or `keys_foreign`.
        KeysTooNewError: a newer program wrote it.
    """
    content = _read(folder)
    if data_key is not None:
        _prove(content, data_key)


def store_of(folder: Path) -> str:
    """Return the random name of the store that a key file belongs to.

    Raises:
        KeysDamagedError: the key file is not what was written.
    """
    return str(_read(folder)["store"])


def unlock_with_passphrase(folder: Path, passphrase: str) -> Unlocked:
    """Return the data key that a passphrase opens; every passphrase slot is tried.

    Raises:
        WrongSecretError: it opens none. The same for every wrong passphrase.
        KeysDamagedError: the key file is not what was written.
    """
    content = _read(folder)
    words = _normalised(passphrase)
    return _unlock(content, "passphrase", lambda slot: _stretched(words, slot))


def unlock_with_recovery_code(folder: Path, code: str) -> Unlocked:
    """Return the data key that the recovery code opens; hyphens, blanks, case and I/L/O for 1/1/0 do not matter.

    Raises:
        RecoveryCodeMistypedError: the code fails its own checksum.
        WrongSecretError: it is no code of this store.
        KeysDamagedError: the key file is not what was written.
    """
    content = _read(folder)
    letters = _typed(code)
    return _unlock(content, "recovery", lambda slot: _derived(letters.encode("ascii"), slot, b"recovery code"))


def unlock_with_device(folder: Path) -> Unlocked:
    """Return the data key that this machine's keyring opens.

    Raises:
        WrongSecretError: the keyring has no key for this store, or another one.
        DeviceKeyRefusedError: no trusted keyring, or it is locked.
        KeysDamagedError: the key file is not what was written.
    """
    content = _read(folder)
    if not _slots(content, "device"):
        raise WrongSecretError
    kept = keyring_store.read(content["store"])
    try:
        device_key = _unpacked(kept or "")
    except ValueError:
        raise WrongSecretError from None
    if len(device_key) != KEY_BYTES:
        raise WrongSecretError
    return _unlock(content, "device", lambda slot: _derived(device_key, slot, b"device key"))


def add_passphrase(folder: Path, data_key: bytes, *, officer_id: int, passphrase: str, cost: Cost = STANDARD) -> None:
    """Give an officer a passphrase of their own, besides those there are.

    Raises:
        WeakPassphraseError: problem as for `create_keys`, or `passphrase_taken` when it opens another slot already.
        KeysDamagedError: the key file is not what was written, or not of this data key.
        DiskFullError: no room; the old key file stands.
    """
    content = _proved(folder, data_key)
    words = _accepted(passphrase)
    _refuse_taken(content, words)
    content["slots"].append(_passphrase_slot(content, data_key, officer_id=officer_id, words=words, cost=cost))
    _write(folder, content, data_key)


def change_passphrase(folder: Path, data_key: bytes, *, officer_id: int, passphrase: str, cost: Cost = STANDARD) -> None:
    """Replace an officer's passphrase; the old one opens nothing from then on (but old backups).

    Raises:
        WeakPassphraseError, KeysDamagedError, DiskFullError: as for `add_passphrase`.
    """
    content = _proved(folder, data_key)
    words = _accepted(passphrase)
    content["slots"] = [slot for slot in content["slots"] if (slot["kind"], slot["officer"]) != ("passphrase", officer_id)]
    _refuse_taken(content, words)
    content["slots"].append(_passphrase_slot(content, data_key, officer_id=officer_id, words=words, cost=cost))
    _write(folder, content, data_key)


def new_recovery_code(folder: Path, data_key: bytes, *, officer_id: int) -> str:
    """Return a new recovery code; the old one opens nothing from then on (but old backups).

    Raises:
        KeysDamagedError, DiskFullError: as for `add_passphrase`.
    """
    content = _proved(folder, data_key)
    code = _new_code()
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] != "recovery"]
    content["slots"].append(_recovery_slot(content, data_key, officer_id=officer_id, code=code))
    _write(folder, content, data_key)
    return _printed(code)


def device_key_possible() -> str:
    """Return an empty text when this machine's keyring can keep a key, else the word key of the reason why not."""
    return keyring_store.possible()


def device_key_enabled(folder: Path) -> bool:
    """Return whether the store has a device slot; it may be another machine's.

    Raises:
        KeysDamagedError: the key file is not what was written.
    """
    return bool(_slots(_read(folder), "device"))


def enable_device_key(folder: Path, data_key: bytes, *, officer_id: int) -> None:
    """Let this machine's keyring open the store for one officer, in place of any device before.

    Raises:
        DeviceKeyRefusedError: detail `reason` says why the keyring cannot be trusted; nothing was changed.
        KeysDamagedError, DiskFullError: as for `add_passphrase`.
    """
    content = _proved(folder, data_key)
    device_key = secrets.token_bytes(KEY_BYTES)
    keyring_store.keep(content["store"], _packed(device_key))
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] != "device"]
    slot = _slot("device", officer_id, {"name": "hkdf-sha256", "salt": _packed(secrets.token_bytes(16))})
    _wrap(content, slot, _derived(device_key, slot, b"device key"), data_key)
    content["slots"].append(slot)
    _write(folder, content, data_key)


def disable_device_key(folder: Path, data_key: bytes) -> None:
    """Take the device key away, from the key file first and then from the keyring.

    Raises:
        KeysDamagedError, DiskFullError: as for `add_passphrase`.
    """
    content = _proved(folder, data_key)
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] != "device"]
    _write(folder, content, data_key)
    keyring_store.forget(content["store"])


def cost_of(folder: Path, officer_id: int) -> Cost:
    """Return what one guess at an officer's passphrase costs, the standard where they have none here.

    Raises:
        KeysDamagedError: the key file is not what was written.
    """
    for slot in _slots(_read(folder), "passphrase"):
        if slot["officer"] == officer_id:
            kdf = slot["kdf"]
            return Cost(int(kdf["memory_kib"]), int(kdf["rounds"]), int(kdf["lanes"]))
    return STANDARD


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return a key of 32 bytes made of a passphrase (Argon2id), for a wrapping beside the store's own."""
    kdf = {"memory_kib": cost.memory_kib, "rounds": cost.rounds, "lanes": cost.lanes, "salt": _packed(salt)}
    return _stretched(_normalised(passphrase), {"kdf": kdf})


def _unlock(content: Slot, kind: str, wrapping: Callable[[Slot], bytes]) -> Unlocked:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  not before the first paint
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  the same

    for slot in _slots(content, kind):
        try:
            data_key = AESGCM(wrapping(slot)).decrypt(
                _unpacked(slot["nonce"]), _unpacked(slot["wrapped"]), _bound(content, slot)
            )
        except InvalidTag:
            continue
        _prove(content, data_key)
        return Unlocked(data_key, slot["officer"])
    raise WrongSecretError


def _wrap(content: Slot, slot: Slot, wrapping_key: bytes, data_key: bytes) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  not before the first paint

    nonce = secrets.token_bytes(_NONCE_BYTES)
    slot["nonce"] = _packed(nonce)
    slot["wrapped"] = _packed(AESGCM(wrapping_key).encrypt(nonce, data_key, _bound(content, slot)))


def _slot(kind: str, officer_id: int, kdf: Slot) -> Slot:
    return {"kind": kind, "officer": officer_id, "kdf": kdf}


def _passphrase_slot(content: Slot, data_key: bytes, *, officer_id: int, words: str, cost: Cost) -> Slot:
    kdf = {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "rounds": cost.rounds,
        "lanes": cost.lanes,
        "salt": _packed(secrets.token_bytes(16)),
    }
    slot = _slot("passphrase", officer_id, kdf)
    _check_cost(slot)
    _wrap(content, slot, _stretched(words, slot), data_key)
    return slot


def _recovery_slot(content: Slot, data_key: bytes, *, officer_id: int, code: str) -> Slot:
    slot = _slot("recovery", officer_id, {"name": "hkdf-sha256", "salt": _packed(secrets.token_bytes(16))})
    _wrap(content, slot, _derived(code.encode("ascii"), slot, b"recovery code"), data_key)
    return slot


def _stretched(words: str, slot: Slot) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  not before the first paint

    kdf = slot["kdf"]
    return bytes(
        hash_secret_raw(
            words.encode("utf-8"),
            _unpacked(kdf["salt"]),
            time_cost=kdf["rounds"],
            memory_cost=kdf["memory_kib"],
            parallelism=kdf["lanes"],
            hash_len=KEY_BYTES,
            type=Type.ID,
        ),
    )


def _derived(secret: bytes, slot: Slot, purpose: bytes) -> bytes:
    return _hkdf(secret, salt=_unpacked(slot["kdf"]["salt"]), purpose=purpose)


def _hkdf(secret: bytes, *, salt: bytes, purpose: bytes) -> bytes:
    """Return 32 bytes by HKDF-SHA256 (RFC 5869), one block long."""
    extracted = hmac.digest(salt, secret, "sha256")
    return hmac.digest(extracted, b"onee workbench " + purpose + b"\x01", "sha256")


def _refuse_taken(content: Slot, words: str) -> None:
    try:
        _unlock(content, "passphrase", lambda slot: _stretched(words, slot))
    except WrongSecretError:
        return
    raise WeakPassphraseError(problem="passphrase_taken", minimum=MINIMUM_LENGTH)


def _normalised(passphrase: str) -> str:
    """Return the passphrase as every keyboard and system would have typed it (NFKC); half a surrogate pair becomes a mark."""
    return unicodedata.normalize("NFKC", passphrase.encode("utf-8", "replace").decode("utf-8"))[: LONGEST + 1]


def _accepted(passphrase: str) -> str:
    words = unicodedata.normalize("NFKC", passphrase)
    if len(words) < MINIMUM_LENGTH:
        raise WeakPassphraseError(problem="passphrase_too_short", minimum=MINIMUM_LENGTH)
    if len(words) > LONGEST:
        raise WeakPassphraseError(problem="passphrase_too_long", minimum=MINIMUM_LENGTH)
    if len(set(words)) == 1:
        raise WeakPassphraseError(problem="passphrase_one_letter", minimum=MINIMUM_LENGTH)
    return _normalised(words)


def _new_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LETTERS - _CHECK_LETTERS))
    return letters + _check_letters(letters)


def _check_letters(letters: str) -> str:
    number = int.from_bytes(hashlib.sha256(letters.encode("ascii")).digest()[:2], "big")
    return ALPHABET[number % 32] + ALPHABET[number // 32 % 32]


def _printed(code: str) -> str:
    return "-".join(code[start : start + CODE_GROUP] for start in range(0, len(code), CODE_GROUP))


def _typed(code: str) -> str:
    plain = unicodedata.normalize("NFKC", code).upper().translate(str.maketrans("ILO", "110"))
    letters = "".join(letter for letter in plain if letter.isascii() and letter.isalnum())
    known = len(letters) == CODE_LETTERS and set(letters) <= set(ALPHABET)
    if not known or _check_letters(letters[:-_CHECK_LETTERS]) != letters[-_CHECK_LETTERS:]:
        raise RecoveryCodeMistypedError
    return letters


def _bound(content: Slot, slot: Slot) -> bytes:
    """Return what is bound into a slot's wrapping: all its words, and the store it belongs to."""
    words = {name: value for name, value in slot.items() if name not in {"nonce", "wrapped"}}
    return _canonical({"format": content["format"], "store": content["store"], "slot": words})


def _mac(content: Slot, data_key: bytes) -> str:
    words = {name: value for name, value in content.items() if name not in {"mac", "checksum"}}
    return hmac.digest(_hkdf(data_key, salt=b"", purpose=b"key file"), _canonical(words), "sha256").hex()


def _checksum(content: Slot) -> str:
    return hashlib.sha256(_canonical({name: value for name, value in content.items() if name != "checksum"})).hexdigest()


def _canonical(words: Slot) -> bytes:
    return json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _prove(content: Slot, data_key: bytes) -> None:
    if not hmac.compare_digest(_mac(content, data_key), str(content["mac"])):
        raise KeysDamagedError(damage="keys_foreign")


def _proved(folder: Path, data_key: bytes) -> Slot:
    content = _read(folder)
    _prove(content, data_key)
    return content


def _read(folder: Path) -> Slot:
    path = folder / KEYS
    if not folder.is_dir():
        raise StoreMissingError
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise KeysDamagedError(damage="keys_unreadable")
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise KeysDamagedError(damage="keys_missing") from None
    except OSError:
        raise StoreUnreachableError(problem="store_open") from None
    except (ValueError, RecursionError):
        raise KeysDamagedError(damage="keys_unreadable") from None
    if not isinstance(content, dict):
        raise KeysDamagedError(damage="keys_unreadable")
    written_by = content.get("format")
    if isinstance(written_by, int) and written_by > FORMAT:
        raise KeysTooNewError(found=written_by, known=FORMAT)
    if written_by != FORMAT or not isinstance(content.get("checksum"), str):
        raise KeysDamagedError(damage="keys_unreadable")
    if content["checksum"] != _checksum(content):
        raise KeysDamagedError(damage="keys_altered")
    _check_shape(content)
    return content


def _check_shape(content: Slot) -> None:
    try:
        for slot in content["slots"]:
            if not isinstance(slot["officer"], int) or not isinstance(slot["kind"], str):
                raise KeysDamagedError(damage="keys_unreadable")
            for part in (slot["nonce"], slot["wrapped"], slot["kdf"]["salt"]):
                _unpacked(part)
            if slot["kind"] == "passphrase":
                _check_cost(slot)
        str(content["store"]), str(content["mac"])
    except (KeyError, TypeError, ValueError):
        raise KeysDamagedError(damage="keys_unreadable") from None


def _check_cost(slot: Slot) -> None:
    kdf = slot["kdf"]
    cost = Cost(int(kdf["memory_kib"]), int(kdf["rounds"]), int(kdf["lanes"]))
    weak = cost.memory_kib < FLOOR.memory_kib or cost.rounds < FLOOR.rounds or cost.lanes < 1
    absurd = cost.memory_kib > _CEILING.memory_kib or cost.rounds > _CEILING.rounds or cost.lanes > _CEILING.lanes
    if kdf["name"] != "argon2id" or weak or absurd:
        raise KeysDamagedError(damage="keys_weakened")


def _slots(content: Slot, kind: str) -> list[Slot]:
    return [slot for slot in content["slots"] if slot["kind"] == kind]


def _write(folder: Path, content: Slot, data_key: bytes) -> None:
    """Put the key file in place of the old one, whole or not at all."""
    content["mac"] = _mac(content, data_key)
    content["checksum"] = _checksum(content)
    try:
        private_folder(folder)
        write_whole(folder / KEYS, json.dumps(content, indent=1, sort_keys=True).encode("ascii"))
    except OSError as error:
        raise refusal_of(error) from None


def _packed(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _unpacked(text: str) -> bytes:
    """Return bytes from their text; raises ValueError for what is no base64."""
    return base64.b64decode(text, validate=True)
