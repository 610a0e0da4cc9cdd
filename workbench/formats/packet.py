"""Sealed files that are carried from one workbench to another: review packets and the answers to them.

A file is a header, chunks of 1 MiB each sealed with AES-256-GCM, and the SHA-256 of everything before it, by which a file that was
damaged on its way is known before any secret is typed. The key is made of a passphrase that two people agree on by word of mouth
(Argon2id, with a salt for each file). The header is bound into every chunk, the number of a chunk and whether it is the last one
into its nonce, so that nothing can be changed, moved, repeated or cut off. Inside stands a list of the items, each with its size
and its SHA-256, and then their bytes. Both ways are streams: one item and one chunk are in memory at a time.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, BinaryIO

from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
SUFFIX = ".onee-packet"
ANSWER_SUFFIX = ".onee-answer"
MINIMUM_LENGTH = 12
"""The least number of characters in a passphrase, after normalisation."""

CHUNK = 1024 * 1024
MOST_ITEMS = 2000
MOST_ITEM = 128 * 1024 * 1024
MOST_BYTES = 2 * 1024 * 1024 * 1024
"""The most items of a file, bytes of an item, bytes of a file."""

_MAGIC = b"ONEE SEALED FILE"
_MOST_HEADER = 4096
_MOST_LIST = 1024 * 1024
_LENGTH = 4
_TAG = 16
_CHECKSUM = 32
_SALT = 16
_SEALED = CHUNK + _TAG
_NAME = re.compile(r"[a-z0-9][a-z0-9/._-]{0,79}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
_WORDS, _SYLLABLES = 5, 3


class PacketDamagedError(WorkbenchError):
    """It is no file of this kind, or not as it was written; detail `problem` (a word key of `packet_problem`)."""

    code = "packet_damaged"


class PacketTooNewError(WorkbenchError):
    """A newer program wrote the file; details `found`, `known`."""

    code = "packet_too_new"


class PacketSecretError(WorkbenchError):
    """The passphrase does not open the file."""

    code = "packet_secret_wrong"


class WeakPacketPassphraseError(WorkbenchError):
    """The passphrase is too easy to guess; detail `minimum` (characters)."""

    code = "packet_passphrase_weak"


class Kind(StrEnum):
    """What a file is: what goes to a reviewer, or what comes back."""

    PACKET = "packet"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one guess at a passphrase costs: memory in KiB, rounds, lanes."""

    memory_kib: int
    rounds: int
    lanes: int


STANDARD = Stretch(256 * 1024, 3, 4)
FLOOR = Stretch(64 * 1024, 3, 4)
"""The least that a file may ask for (RFC 9106, second recommendation)."""

_CEILING = Stretch(1024 * 1024, 16, 16)


@dataclass(frozen=True, slots=True)
class NewItem:
    """Something about to be sealed: `data` gives its bytes when their turn comes, which must have that size and that digest."""

    name: str
    size: int
    sha256: str
    data: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a file: where its bytes begin in what is sealed, how many they are, and their SHA-256 in hex."""

    name: str
    start: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of which every byte was proved, with the key that opens it as long as somebody looks at it."""

    items: tuple[Item, ...]
    head: bytes
    key: bytes = field(repr=False)

    def item(self, name: str) -> Item:
        """Return one item.

        Raises:
            PacketDamagedError: there is none of that name.
        """
        found = next((one for one in self.items if one.name == name), None)
        if found is None:
            raise PacketDamagedError(problem="item_missing")
        return found


Stretcher = Callable[[str, bytes, Stretch], bytes]
"""Makes 64 bytes of a passphrase, a salt and a cost."""


def suggested_passphrase() -> str:
    """Return a random passphrase that is easy to say and to write down (about 92 bits)."""
    return " ".join(
        "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(_SYLLABLES)) for _ in range(_WORDS)
    )


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is too easy to guess.

    Raises:
        WeakPacketPassphraseError: it is too short, or the same few characters again and again.
    """
    said = _normalised(passphrase)
    if len(said) < MINIMUM_LENGTH or len(set(said)) < MINIMUM_LENGTH // 3:
        raise WeakPacketPassphraseError(minimum=MINIMUM_LENGTH)


def stretch(passphrase: str, salt: bytes, cost: Stretch) -> bytes:
    """Return 64 bytes made of a passphrase (Argon2id): the key, and what shows that it is the right one."""
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  not before the first paint

    return hash_secret_raw(
        secret=_normalised(passphrase).encode(),
        salt=salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=64,
        type=Type.ID,
    )


def write(
    stream: BinaryIO,
    items: Sequence[NewItem],
    *,
    kind: Kind,
    passphrase: str,
    cost: Stretch = STANDARD,
    stretcher: Stretcher = stretch,
) -> str:
    """Write items as one sealed file and return the SHA-256 of the file in hex.

    Raises:
        WeakPacketPassphraseError: the passphrase is too easy to guess.
        PacketDamagedError: `too_large`, or the bytes of an item are not those that were announced.
    """
    check_passphrase(passphrase)
    if len(items) > MOST_ITEMS or any(one.size > MOST_ITEM for one in items) or sum(one.size for one in items) > MOST_BYTES:
        raise PacketDamagedError(problem="packet_too_large")
    salt = secrets.token_bytes(_SALT)
    made = stretcher(passphrase, salt, cost)
    kdf = {"name": "argon2id", "memory_kib": cost.memory_kib, "rounds": cost.rounds, "lanes": cost.lanes, "salt": salt.hex()}
    head = _framed(_json({"format": FORMAT, "kind": kind.value, "kdf": kdf, "proof": _proof(made)}), before=_MAGIC)
    sealer = _Sealer(stream, _cipher(made), head)
    listed = [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in items]
    sealer.write(_framed(_json({"items": listed})))
    for one in items:
        data = one.data()
        if len(data) != one.size or hashlib.sha256(data).hexdigest() != one.sha256:
            raise PacketDamagedError(problem="item_altered")
        sealer.write(data)
    return sealer.close()


def read(source: BinaryIO, passphrase: str, *, kind: Kind, stretcher: Stretcher = stretch) -> Opened:
    """Prove every byte of a sealed file and return what is in it.

    Args:
        source: the file, to be read from any place.
        passphrase: that was agreed on.
        kind: what it must be.
        stretcher: makes the key.

    Raises:
        PacketDamagedError: it is no such file, or not as it was written.
        PacketTooNewError: a newer program wrote it.
        PacketSecretError: the passphrase does not open it.
    """
    size = source.seek(0, 2)
    if size > MOST_BYTES + _MOST_LIST + _MOST_HEADER + size // CHUNK * _TAG:
        raise PacketDamagedError(problem="packet_too_large")
    head, said = _head(source)
    cost, salt, proof = _understood(said, kind)
    _prove_checksum(source, size)
    made = stretcher(passphrase, salt, cost)
    if not hmac.compare_digest(_proof(made), proof):
        raise PacketSecretError
    reader = _Reader(source, _cipher(made), head, size)
    items = _listed(reader)
    for one in items:
        for _piece in _pieces(reader, one):
            pass
    return Opened(items, head, made)


def pieces(source: BinaryIO, opened: Opened, name: str) -> Iterator[bytes]:
    """Yield the bytes of one item in pieces, proved again; whoever takes them keeps them only when the last one came.

    Raises:
        PacketDamagedError: the file is not the one that was opened, or there is no such item.
    """
    item = opened.item(name)
    source.seek(0)
    if source.read(len(opened.head)) != opened.head:
        raise PacketDamagedError(problem="altered")
    yield from _pieces(_Reader(source, _cipher(opened.key), opened.head, source.seek(0, 2)), item)


def data_of(source: BinaryIO, opened: Opened, name: str, *, most: int) -> bytes:
    """Return the bytes of one item of at most `most` bytes.

    Raises:
        PacketDamagedError: as `pieces`, or it is larger.
    """
    if opened.item(name).size > most:
        raise PacketDamagedError(problem="packet_too_large")
    return b"".join(pieces(source, opened, name))


class _Sealer:
    """Seals what is written to it in chunks; the last one is known as such only when it is closed."""

    def __init__(self, stream: BinaryIO, cipher: "AESGCM", head: bytes) -> None:
        self._stream, self._cipher, self._head = stream, cipher, head
        self._held = bytearray()
        self._number = 0
        self._sum = hashlib.sha256()
        self._put(head)

    def write(self, data: bytes) -> None:
        for start in range(0, len(data), CHUNK):
            self._held += data[start : start + CHUNK]
            while len(self._held) > CHUNK:
                self._seal(bytes(self._held[:CHUNK]), last=False)
                del self._held[:CHUNK]

    def close(self) -> str:
        self._seal(bytes(self._held), last=True)
        self._held.clear()
        checksum = self._sum.digest()
        self._put(checksum)
        return self._sum.hexdigest()

    def _seal(self, data: bytes, *, last: bool) -> None:
        self._put(self._cipher.encrypt(_nonce(self._number, last=last), data, self._head))
        self._number += 1

    def _put(self, data: bytes) -> None:
        self._sum.update(data)
        self._stream.write(data)


class _Reader:
    """What is sealed in a file, to be read from any place; the chunk that was opened last is kept."""

    def __init__(self, source: BinaryIO, cipher: "AESGCM", head: bytes, size: int) -> None:
        self._source, self._cipher, self._head = source, cipher, head
        sealed = size - len(head) - _CHECKSUM
        self._chunks = -(-sealed // _SEALED)
        self.length = sealed - self._chunks * _TAG
        if sealed <= _TAG or self.length <= (self._chunks - 1) * CHUNK:
            raise PacketDamagedError(problem="cut_short")
        self._sealed = sealed
        self._number, self._chunk = -1, b""

    def read(self, start: int, count: int) -> Iterator[bytes]:
        end = start + count
        if end > self.length:
            raise PacketDamagedError(problem="cut_short")
        while start < end:
            number, inside = divmod(start, CHUNK)
            piece = self._open(number)[inside : inside + end - start]
            yield piece
            start += len(piece)

    def _open(self, number: int) -> bytes:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415  not before the first paint

        if number != self._number:
            self._source.seek(len(self._head) + number * _SEALED)
            sealed = self._source.read(min(_SEALED, self._sealed - number * _SEALED))
            try:
                self._chunk = self._cipher.decrypt(_nonce(number, last=number == self._chunks - 1), sealed, self._head)
            except InvalidTag:
                raise PacketDamagedError(problem="altered") from None
            self._number = number
        return self._chunk


def _head(source: BinaryIO) -> tuple[bytes, dict[str, Any]]:
    source.seek(0)
    start = source.read(len(_MAGIC) + _LENGTH)
    if len(start) != len(_MAGIC) + _LENGTH or not start.startswith(_MAGIC):
        raise PacketDamagedError(problem="not_sealed")
    length = int.from_bytes(start[len(_MAGIC) :], "big")
    words = source.read(length) if length <= _MOST_HEADER else b""
    if not words or len(words) != length:
        raise PacketDamagedError(problem="cut_short")
    return start + words, _table(words)


def _understood(said: dict[str, Any], kind: Kind) -> tuple[Stretch, bytes, str]:
    """Return cost, salt and proof of a header."""
    found = said.get("format")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        raise PacketTooNewError(found=found, known=FORMAT)
    try:
        kdf = said["kdf"]
        cost = Stretch(*(_whole(kdf[name]) for name in ("memory_kib", "rounds", "lanes")))
        salt, proof = bytes.fromhex(kdf["salt"]), str(said["proof"])
        known = found == FORMAT and kdf["name"] == "argon2id" and len(salt) == _SALT and _DIGEST.fullmatch(proof)
    except (KeyError, TypeError, ValueError):
        raise PacketDamagedError(problem="altered") from None
    if not known:
        raise PacketDamagedError(problem="altered")
    low = cost.memory_kib < FLOOR.memory_kib or cost.rounds < FLOOR.rounds or cost.lanes < 1
    if low or cost.memory_kib > _CEILING.memory_kib or cost.rounds > _CEILING.rounds or cost.lanes > _CEILING.lanes:
        raise PacketDamagedError(problem="weakened")
    if said.get("kind") != kind.value:
        raise PacketDamagedError(problem="other_kind")
    return cost, salt, proof


def _prove_checksum(source: BinaryIO, size: int) -> None:
    source.seek(0)
    found = hashlib.sha256()
    left = size - _CHECKSUM
    while left > 0 and (piece := source.read(min(CHUNK, left))):
        found.update(piece)
        left -= len(piece)
    if left or source.read(_CHECKSUM) != found.digest():
        raise PacketDamagedError(problem="altered")


def _listed(reader: _Reader) -> tuple[Item, ...]:
    length = int.from_bytes(b"".join(reader.read(0, _LENGTH)), "big")
    if length > _MOST_LIST:
        raise PacketDamagedError(problem="packet_too_large")
    table = _table(b"".join(reader.read(_LENGTH, length)))
    start = _LENGTH + length
    items: list[Item] = []
    try:
        for one in table["items"]:
            item = Item(str(one["name"]), start, _whole(one["size"]), str(one["sha256"]))
            if not _NAME.fullmatch(item.name) or not _DIGEST.fullmatch(item.sha256) or not 0 <= item.size <= MOST_ITEM:
                raise PacketDamagedError(problem="altered")
            items.append(item)
            start += item.size
    except (KeyError, TypeError, ValueError):
        raise PacketDamagedError(problem="altered") from None
    if len(items) > MOST_ITEMS or len({one.name for one in items}) != len(items) or start != reader.length:
        raise PacketDamagedError(problem="altered")
    return tuple(items)


def _pieces(reader: _Reader, item: Item) -> Iterator[bytes]:
    found = hashlib.sha256()
    for piece in reader.read(item.start, item.size):
        found.update(piece)
        yield piece
    if found.hexdigest() != item.sha256:
        raise PacketDamagedError(problem="item_altered")


def _table(words: bytes) -> dict[str, Any]:
    try:
        table = json.loads(words)
    except (ValueError, RecursionError):
        raise PacketDamagedError(problem="altered") from None
    if not isinstance(table, dict):
        raise PacketDamagedError(problem="altered")
    return table


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError(value)


def _json(table: dict[str, Any]) -> bytes:
    return json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _framed(data: bytes, *, before: bytes = b"") -> bytes:
    return before + len(data).to_bytes(_LENGTH, "big") + data


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _cipher(made: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  not before the first paint

    return AESGCM(made[:32])


def _proof(made: bytes) -> str:
    """Return what shows the right passphrase, and binds the file to one key."""
    return hashlib.sha256(b"onee sealed file proof 1" + made[32:]).hexdigest()


def _normalised(passphrase: str) -> str:
    """Return a passphrase as it was said: letter case and the number of blanks do not matter."""
    text = unicodedata.normalize("NFKC", passphrase.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(text.casefold().split())[:1024]
