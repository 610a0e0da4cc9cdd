"""No text, however it is meant, changes the letter, vanishes from it, or makes it act."""

import pytest

from tests.paper.hostile import PRINTED, REFUSED
from tests.paper.reading import acting_parts, dense, pages_of, plain_letter, unembedded
from workbench.domain.letters import GlyphMissingError, Paragraph, ScriptNotSetError
from workbench.paper.direction import has_rightward
from workbench.paper.layout import render

MARK = "¶¶"
IN_ORDER = {name: text for name, text in PRINTED.items() if not has_rightward(text) and "\u0361" not in text}
"""Texts that a reader of pages finds in their order; what runs from right to left, or arches over two letters, is read
by the structure alone (`test_structure`)."""


def test_there_are_at_least_three_hundred_hostile_texts() -> None:
    assert len(PRINTED) + len(REFUSED) >= 300


@pytest.mark.parametrize("text", IN_ORDER.values(), ids=IN_ORDER.keys())
def test_text_stands_in_the_letter_as_it_was_written(text: str) -> None:
    marked = f"{MARK} {text} {MARK}"
    parts = (Paragraph(style, marked) for style in ("body", "list", "quote"))
    rendered = render(plain_letter(*parts, footer=(), running="", page_label=""))
    _before, body, _gap, listed, _gap, quoted, _after = dense(" ".join(pages_of(rendered.data))).split(MARK)
    assert (body, listed, quoted) == (dense(text),) * 3
    assert acting_parts(rendered.data) == []
    assert unembedded(rendered.data) == []


@pytest.mark.parametrize("text", IN_ORDER.values(), ids=IN_ORDER.keys())
def test_text_stands_in_a_table_as_it_was_written(text: str) -> None:
    table = Paragraph("table", rows=(("Category", "Details"), (MARK, text), (MARK, "end")))
    rendered = render(plain_letter(table))
    assert dense(" ".join(pages_of(rendered.data))).split(MARK)[1] == dense(text)
    assert acting_parts(rendered.data) == []


@pytest.mark.parametrize("text", [text for text in IN_ORDER.values() if len(text) < 60 and text.count("\n") < 5])
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
        assert dense(f"{letter}{text}") in words, letter
    assert acting_parts(rendered.data) == []
    assert b"/XObject" not in rendered.data


@pytest.mark.parametrize("text", [text for text in PRINTED.values() if has_rightward(text)])
def test_text_from_right_to_left_neither_acts_nor_breaks_a_page(text: str) -> None:
    table = Paragraph("table", rows=(("Category", "Details"), (MARK, text), (text, "end")))
    rendered = render(plain_letter(Paragraph("list", text), table, addressee=(text[:60],), subject=text))
    assert acting_parts(rendered.data) == []
    assert unembedded(rendered.data) == []
    assert dense(" ".join(pages_of(rendered.data))).count(dense(MARK)) == 1


@pytest.mark.parametrize(("text", "character", "name"), REFUSED.values(), ids=REFUSED.keys())
def test_text_that_cannot_be_printed_is_refused_by_its_character(text: str, character: str, name: str) -> None:
    for letter in (
        plain_letter(Paragraph("body", text)),
        plain_letter(Paragraph("table", rows=(("a",), (text,)))),
        plain_letter(addressee=(text,)),
        plain_letter(signatory=(text,)),
        plain_letter(footer=(text,)),
    ):
        with pytest.raises(GlyphMissingError) as refused:
            render(letter)
        assert (refused.value.details["character"], refused.value.details["name"]) == (character, name)


def test_writing_without_a_font_is_refused_by_its_name_and_its_length() -> None:
    with pytest.raises(ScriptNotSetError) as refused:
        render(plain_letter(Paragraph("body", "Name: བོད")))
    assert refused.value.details == {"script": "tibetan", "character": "U+0F56", "name": "TIBETAN LETTER BA", "count": 3}


def test_one_missing_character_is_counted_wherever_it_stands() -> None:
    with pytest.raises(GlyphMissingError) as refused:
        render(plain_letter(Paragraph("body", "\U0001f600 and \U0001f600"), Paragraph("quote", "\U0001f600")))
    assert refused.value.details == {"character": "U+1F600", "name": "GRINNING FACE", "count": 3}


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
