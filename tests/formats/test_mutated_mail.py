"""Readable mails, broken at random: the reader answers or refuses, and raises nothing that it did not foresee.

What ends the worker is an `ImportProblemError` all the same; but a mail lost to one broken header is a request lost.
"""

import random

import pytest

from tests.formats.corpus import READABLE
from workbench.formats import mail_reading
from workbench.services.resources import RESOURCES

PIECES = tuple(
    b"=?utf-8?q?|?=|\r\n|--b\r\n|--b--|\r\n\r\n|Content-Type: |multipart/mixed; boundary=b|message/rfc822|message/partial|"
    b'message/delivery-status|charset=|filename*0*=|\0|\xff|\x80|(|)|"|;|:|<|>|base64|uuencode|Date: |Received: |text/html|'
    b"&#x110000;|<![|<!--|<!DOCTYPE|=E2=80|idna|punycode|utf-7|undefined|zip|hex|rot13|99999999999999999".split(b"|")
)


def mutated(chance: random.Random, seeds: list[bytes]) -> bytes:
    """Return one of the mails with up to twelve pieces put in, cut out, changed or taken from another."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 12)):
        at, kind = chance.randrange(len(data) + 1), chance.random()
        if kind < 0.5:
            data[at:at] = chance.choice(PIECES)
        elif kind < 0.7:
            data[at : at + chance.randint(1, 30)] = b""
        elif kind < 0.85 and data:
            data[at % len(data)] = chance.randrange(256)
        else:
            other = chance.choice(seeds)
            start = chance.randrange(len(other))
            data[at:at] = other[start : start + chance.randint(1, 200)]
    return bytes(data)


@pytest.mark.parametrize(
    ("seed", "count"),
    [
        pytest.param(1, 3_000, id="three thousand"),
        pytest.param(2, 300_000, id="three hundred thousand", marks=pytest.mark.soak),
    ],
)
@pytest.mark.timeout(3600)
def test_a_broken_mail_is_read_or_refused(seed: int, count: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a repeatable play
    seeds = [data for data in READABLE.values() if len(data) < 5_000]
    seeds += [path.read_bytes() for path in sorted((RESOURCES / "demo").glob("*.eml"))]
    read = 0
    for _ in range(count):
        data = mutated(chance, seeds)
        try:
            mail_reading.read(data)["text"].encode("utf-8")
            read += 1
        except (mail_reading.Refused, RecursionError):
            continue
    assert read > count // 2
