"""Sealed files: what goes in comes out, and whatever is changed on the way is refused."""

import hashlib
import io
import random

import pytest

from workbench.formats import packet
from workbench.formats.packet import (
    CHUNK,
    FLOOR,
    Kind,
    NewItem,
    PacketDamagedError,
    PacketSecretError,
    PacketTooNewError,
    WeakPacketPassphraseError,
)

SAID = "badoki lumeta gofira"
CASE = b'{"case":"R-2026-0001"}'


def stretched(passphrase: str, salt: bytes, cost: packet.Stretch) -> bytes:
    """Stretch fast, in tests that make and open hundreds of files; one test below takes the real way."""
    return hashlib.sha512(f"{passphrase.casefold().split()} {cost}".encode() + salt).digest()


def item(name: str, data: bytes) -> NewItem:
    return NewItem(name, len(data), hashlib.sha256(data).hexdigest(), lambda: data)


def sealed(*items: NewItem, kind: Kind = Kind.PACKET) -> bytes:
    stream = io.BytesIO()
    packet.write(stream, items, kind=kind, passphrase=SAID, cost=FLOOR, stretcher=stretched)
    return stream.getvalue()


def opened(data: bytes, *, kind: Kind = Kind.PACKET, passphrase: str = SAID) -> packet.Opened:
    return packet.read(io.BytesIO(data), passphrase, kind=kind, stretcher=stretched)


def checked_again(data: bytes) -> bytes:
    """Return a changed file with a checksum that fits, as somebody who means harm would write it."""
    return data[:-32] + hashlib.sha256(data[:-32]).digest()


@pytest.mark.parametrize(
    "size",
    [0, 1, CHUNK - 200, CHUNK, CHUNK + 1, 3 * CHUNK + 17],
    ids=["empty", "a byte", "less than a chunk", "a chunk", "a chunk and a byte", "several chunks"],
)
def test_what_is_sealed_comes_out_as_it_was(size: int) -> None:
    data = random.Random(size).randbytes(size)  # noqa: S311  content of a test
    whole = sealed(item("case.json", CASE), item("evidence/1", data))
    found = opened(whole)
    assert [one.name for one in found.items] == ["case.json", "evidence/1"]
    source = io.BytesIO(whole)
    assert b"".join(packet.pieces(source, found, "evidence/1")) == data
    assert packet.data_of(source, found, "case.json", most=100) == CASE
    assert size < CHUNK - 200 or data[:40] not in whole


def test_the_end_of_a_chunk_may_be_the_end_of_the_file() -> None:
    sizes = set()
    for size in range(CHUNK - 160, CHUNK - 90):
        whole = sealed(item("evidence/1", bytes(size)))
        sizes.add(len(whole))
        found = opened(whole)
        assert found.item("evidence/1").size == size
    assert len(sizes) > 60


def test_a_passphrase_is_what_was_said_and_not_how_it_was_typed() -> None:
    stream = io.BytesIO()
    packet.write(stream, [item("case.json", CASE)], kind=Kind.PACKET, passphrase=SAID, cost=FLOOR)
    assert packet.read(stream, "  Badoki  LUMETA gofira ", kind=Kind.PACKET).items
    with pytest.raises(PacketSecretError):
        packet.read(stream, "badoki lumeta gofiro", kind=Kind.PACKET)


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaaaaaaaaaa", "abcabcabcabcabc"])
def test_a_weak_passphrase_is_refused_before_anything_is_written(weak: str) -> None:
    stream = io.BytesIO()
    with pytest.raises(WeakPacketPassphraseError):
        packet.write(stream, [item("case.json", CASE)], kind=Kind.PACKET, passphrase=weak, cost=FLOOR)
    assert stream.getvalue() == b""


def test_a_suggested_passphrase_is_strong_and_never_the_same() -> None:
    suggested = {packet.suggested_passphrase() for _ in range(50)}
    assert len(suggested) == 50
    for one in suggested:
        packet.check_passphrase(one)


def test_two_files_of_the_same_content_have_nothing_in_common() -> None:
    one, other = sealed(item("case.json", CASE)), sealed(item("case.json", CASE))
    assert one[-200:-32] != other[-200:-32]


def test_five_hundred_mutations_are_refused() -> None:
    whole = sealed(item("case.json", CASE), item("evidence/1", bytes(range(256)) * 20))
    chance = random.Random(5)  # noqa: S311  chosen places of a test
    for number in range(500):
        at = chance.randrange(len(whole))
        match number % 5:
            case 0:
                changed = whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]
            case 1:
                changed = whole[:at]
            case 2:
                changed = whole[:at] + chance.randbytes(1 + chance.randrange(40)) + whole[at:]
            case 3:
                changed = whole[:at] + whole[at + 1 + chance.randrange(40) :]
            case _:
                changed = whole + chance.randbytes(1 + chance.randrange(40))
        if number % 2:
            changed = checked_again(changed)
        if changed == whole:
            continue
        with pytest.raises((PacketDamagedError, PacketSecretError, PacketTooNewError)):
            opened(changed)


def test_chunks_that_change_places_or_fall_away_at_the_end_are_refused() -> None:
    whole = sealed(item("evidence/1", bytes(3 * CHUNK)))
    head = len(opened(whole).head)
    step = CHUNK + 16
    one, two, rest = whole[head : head + step], whole[head + step : head + 2 * step], whole[head + 2 * step :]
    for changed in (whole[:head] + two + one + rest, whole[:head] + one + two + whole[-32:], whole[:head] + one + one + rest):
        with pytest.raises(PacketDamagedError):
            opened(checked_again(changed))


def test_an_answer_is_no_packet() -> None:
    with pytest.raises(PacketDamagedError) as refusal:
        opened(sealed(item("answer.json", b"{}"), kind=Kind.ANSWER))
    assert refusal.value.details["problem"] == "other_kind"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"memory_kib":65536', b'"memory_kib":00008', "packet_damaged"),
        (b'"memory_kib":65536', b'"memory_kib":1024 ', "packet_damaged"),
        (b'"memory_kib":65536', b'"memory_kib":9e999', "packet_damaged"),
        (b'"rounds":3', b'"rounds":1', "packet_damaged"),
        (b'"format":1', b'"format":2', "packet_too_new"),
        (b'"format":1', b'"format":0', "packet_damaged"),
    ],
    ids=["no number", "too little memory", "endless memory", "too few rounds", "newer", "unknown format"],
)
def test_a_header_is_refused_before_any_key_is_made(old: bytes, new: bytes, code: str) -> None:
    whole = sealed(item("case.json", CASE))
    assert old in whole

    def never(passphrase: str, salt: bytes, cost: packet.Stretch) -> bytes:
        raise AssertionError((passphrase, salt, cost))

    with pytest.raises((PacketDamagedError, PacketTooNewError)) as refusal:
        packet.read(io.BytesIO(checked_again(whole.replace(old, new))), SAID, kind=Kind.PACKET, stretcher=never)
    assert refusal.value.code == code


def test_an_item_that_is_not_what_was_announced_is_not_sealed() -> None:
    wrong = NewItem("evidence/1", 3, hashlib.sha256(b"abc").hexdigest(), lambda: b"abd")
    with pytest.raises(PacketDamagedError):
        sealed(wrong)


def test_a_file_that_was_swapped_after_it_was_opened_gives_nothing() -> None:
    found = opened(sealed(item("case.json", CASE)))
    with pytest.raises(PacketDamagedError):
        packet.data_of(io.BytesIO(sealed(item("case.json", CASE))), found, "case.json", most=100)
