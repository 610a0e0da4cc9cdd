"""No text, however it is meant, changes the letter, vanishes from it, or makes it act."""

import pytest

from tests.paper.hostile import PRINTED, REFUSED
from tests.paper.reading import acting_parts, dense, pages_of, plain_letter, unembedded
from workbench.domain.letters import GlyphMissingError, Paragraph, ScriptNotSetError
from workbench.paper.layout import render

MARK = "¶¶"


def body_between_marks(data: bytes) -> str:
    """Return what stands between the two marks, page feet taken out."""
    whole = dense(" ".join(pages_of(data)))
    return whole.split(dense(MARK))[1]


def test_there_are_at_least_sixty_hostile_texts() -> None:
    assert len(PRINTED) + len(REFUSED) >= 60


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
@pytest.mark.parametrize("style", ["body", "list"])
def test_text_stands_in_the_letter_as_it_was_written(text: str, style: str) -> None:
    marked = Paragraph(style, f"{MARK} {text} {MARK}")
    rendered = render(plain_letter(marked))
    assert body_between_marks(rendered.data) == dense(text).replace(dense(MARK), "")
    assert acting_parts(rendered.data) == []
    assert unembedded(rendered.data) == []


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_text_stands_in_a_table_as_it_was_written(text: str) -> None:
    table = Paragraph("table", rows=(("Category", "Details"), (MARK, text), (MARK, "end")))
    rendered = render(plain_letter(table))
    assert body_between_marks(rendered.data) == dense(text)
    assert acting_parts(rendered.data) == []


@pytest.mark.parametrize("text", [text for text in PRINTED.values() if len(text) < 100 and text.count("\n") < 5])
def test_text_stands_in_every_other_part_as_it_was_written(text: str) -> None:
    rendered = render(
        plain_letter(
            letterhead=(f"A{text}",),
            office_lines=(f"B{text}",),
            addressee=(f"C{text}", "Lindenweg 4"),
            reference_lines=((f"D{text}", f"E{text}"),),
            subject=f"F{text}",
            salutation=f"G{text}",
            closing=f"H{text}",
            signatory=(f"I{text}",),
            footer=(f"J{text}",),
            running=f"K{text}",
            title=f"L{text}",
            author=f"M{text}",
        )
    )
    words = dense(" ".join(pages_of(rendered.data)))
    for letter in "ABCDEFGHIJK":
        assert f"{letter}{dense(text)}" in words, letter
    assert acting_parts(rendered.data) == []
    assert b"/XObject" not in rendered.data


@pytest.mark.parametrize(("text", "character"), REFUSED.values(), ids=REFUSED.keys())
def test_text_that_cannot_be_printed_is_refused_by_its_character(text: str, character: str) -> None:
    for letter in (
        plain_letter(Paragraph("body", text)),
        plain_letter(Paragraph("table", rows=(("a",), (text,)))),
        plain_letter(addressee=(text,)),
        plain_letter(signatory=(text,)),
        plain_letter(footer=(text,)),
    ):
        with pytest.raises(GlyphMissingError) as refused:
            render(letter)
        assert refused.value.details["character"] == character


def test_writing_that_needs_joining_is_refused_by_its_name_and_its_length() -> None:
    with pytest.raises(ScriptNotSetError) as refused:
        render(plain_letter(Paragraph("body", "Name: محمد")))
    assert refused.value.details == {"script": "arabic", "character": "U+0645", "count": 4}


def test_one_missing_character_is_counted_wherever_it_stands() -> None:
    with pytest.raises(GlyphMissingError) as refused:
        render(plain_letter(Paragraph("body", "\U0001f600 and \U0001f600"), Paragraph("quote", "\U0001f600")))
    assert refused.value.details == {"character": "U+1F600", "count": 3}


def test_a_body_of_a_hundred_thousand_words_is_whole() -> None:
    words = [f"w{number}" for number in range(100_000)]
    rendered = render(plain_letter(Paragraph("body", " ".join(words))))
    printed = " ".join(pages_of(rendered.data)).split()
    kept = set(words)
    assert [word for word in printed if word in kept] == words
    assert rendered.pages == len(pages_of(rendered.data))


@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "é" * 20_000, "word " * 20_000, "\n".join(["line"] * 3_000)],
    ids=["one word", "accents", "words", "lines"],
)
def test_a_huge_text_is_whole_in_a_paragraph_and_in_a_table(text: str) -> None:
    for part in (Paragraph("body", text), Paragraph("table", rows=(("a", "b"), ("x", text)))):
        rendered = render(plain_letter(part, running="", page_label="", footer=()))
        printed = dense("".join(pages_of(rendered.data)))
        letter = dense(text)[0]
        assert printed.count(letter) >= dense(text).count(letter)
