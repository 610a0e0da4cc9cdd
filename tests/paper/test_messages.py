"""Letters between two processes come over as they were, and rubbish ends the exchange."""

from dataclasses import replace
from io import BytesIO

import pytest

from tests.services.letter_cases import composed, vexatious
from workbench.domain.letters import GlyphMissingError, LetterKind, LetterPartTooLongError, PageForm, RenderedLetter
from workbench.paper import messages


def test_a_letter_with_its_pictures_comes_over_as_it_was() -> None:
    letter = composed(vexatious(), LetterKind.REFUSAL).letter
    full = replace(letter, form=PageForm.US, logo=b"\x89PNG" * 50, signature=b"\x00\xff", draft=True, anchor="1\u00b7ab")
    stream = BytesIO()
    messages.write(stream, (letter, full, replace(full, subject="\U0001f600 \u202e")))
    stream.seek(0)
    assert messages.read(stream) == [letter, full, replace(full, subject="\U0001f600 \u202e")]
    assert stream.getvalue().count(b"\x89PNG" * 50) == 1, "a picture that two letters have is written once"


def test_what_was_drawn_and_what_was_refused_come_over() -> None:
    stream = BytesIO()
    refusals = (GlyphMissingError(character="U+1F600", count=2, where="subject"), LetterPartTooLongError(field="addressee"))
    messages.write(stream, (RenderedLetter(b"%PDF", 1, "ab"), *refusals))
    stream.seek(0)
    drawn, *refused = messages.read(stream)
    assert drawn == RenderedLetter(b"%PDF", 1, "ab")
    assert [(type(one), one.details) for one in refused] == [(type(one), one.details) for one in refusals]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00" * 7, id="half a length"),
        pytest.param((5).to_bytes(8, "big") + b"{}", id="less than was promised"),
        pytest.param((2).to_bytes(8, "big") + b"{}", id="no message"),
        pytest.param((4).to_bytes(8, "big") + b"\xff\xfe\x00\x01", id="no text"),
        pytest.param(
            (55).to_bytes(8, "big") + b'{"blobs": [], "values": [{"value": "os", "fields": {}}]}'[:55], id="no letter"
        ),
    ],
)
def test_rubbish_ends_the_exchange(data: bytes) -> None:
    with pytest.raises(EOFError):
        messages.read(BytesIO(data))
