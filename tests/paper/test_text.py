"""The one door from user text to paper."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench
from tests.paper.reading import dense
from workbench.domain.letters import GlyphMissingError
from workbench.paper import text
from workbench.paper.fonts import FACES, FOLDER, SERIF, font_for
from workbench.paper.text import Style

PAPER = Path(workbench.__file__).parent / "paper"
BODY = Style(SERIF, 10, 14)


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("Cafe\u0301", "Café"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one\u2029two", "one\n\ntwo"),
        ("a\tb\u2009c\u3000d", "a b c d"),
        ("10\u00a0km", "10\u00a0km"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("invoice\u202egnp.exe", "invoicegnp.exe"),
        ("\u2066x\u2069\u200e\u200f\ufeff", "x"),
        ("☎\ufe0f", "☎"),
        ("<b>{x}</b> & more", "<b>{x}</b> & more"),
    ],
    ids=[
        "composed",
        "line ends",
        "paragraph end",
        "blanks",
        "no-break space",
        "controls",
        "override",
        "isolates",
        "selector",
        "markup",
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen(given_text: str, printed: str) -> None:
    assert text.clean(given_text) == printed


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_cleaning_twice_is_cleaning_once_and_loses_nothing_that_prints(given_text: str) -> None:
    once = text.clean(given_text)
    assert text.clean(once) == once
    assert dense(once) == dense(given_text)


@given(st.lists(st.sampled_from(["a", "<b>", "é", "→", "word", "\n", " ", "\n\n", "x" * 4500]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_a_text_cut_into_pieces_is_the_same_text(parts: list[str]) -> None:
    whole = "".join(parts)
    pieces = [piece for paragraph in text.clean(whole).split("\n\n") for piece in text._pieces(paragraph.strip("\n"))]
    assert "".join("".join(pieces).split()) == "".join(whole.split())
    assert all(len(piece.split()) <= text.WORDS_AT_ONCE for piece in pieces)


def test_a_cut_falls_between_words() -> None:
    words = [f"w{number}" for number in range(1_200)]
    pieces = list(text._pieces(" ".join(words)))
    assert len(pieces) == 3
    assert [word for piece in pieces for word in piece.split()] == words


def test_a_character_that_no_font_has_is_refused_before_anything_is_made() -> None:
    with pytest.raises(GlyphMissingError) as refused:
        text.check(["fine", "x\U0001f600", "\U0001f600"])
    assert refused.value.details == {"character": "U+1F600", "count": 2}


def test_each_face_has_a_font_for_what_its_neighbours_have() -> None:
    for code in range(0x20, 0x2FFF):
        fonts = {font_for(chr(code), face) is None for face in FACES}
        assert len(fonts) == 1, f"U+{code:04X}"


def test_runs_keep_the_main_font_wherever_it_has_the_character() -> None:
    assert text._markup("plain & <b>", SERIF) == "plain &amp; &lt;b&gt;"
    assert text._markup("é → z", SERIF) == 'é <font face="NotoSansMath-Regular">→</font> z'
    assert text._markup("one\ntwo", SERIF) == "one<br/>two"


def test_only_the_first_paragraph_of_a_list_item_has_a_bullet() -> None:
    made = text.flow("one\n\ntwo", Style(SERIF, 10, 14, left=14, bullet="-"))
    assert [paragraph.bulletText for paragraph in made] == ["-", None]


def test_empty_text_makes_nothing() -> None:
    assert text.flow(" \n\n \x00", BODY) == []
    assert text.lines(["", " ", "\u200b"], BODY) == []


def test_reportlab_paragraphs_are_made_in_one_place_only() -> None:
    makers = []
    for path in sorted(PAPER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            if name in {
                "Paragraph",
                "Tagged",
                "XPreformatted",
                "Preformatted",
                "drawString",
                "drawRightString",
                "drawCentredString",
                "textLine",
            }:
                makers.append((path.name, name))
    assert makers == [("text.py", "Tagged")]


def test_every_font_is_shipped_with_its_licence() -> None:
    shipped = {path.stem for path in FOLDER.glob("*.ttf")}
    assert shipped == {name for face in FACES for name in face.fonts}
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 8_000_000
