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
from workbench.paper.style import Style

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
        ("a\u200db בא\u200cגד \u200c", "ab בא\u200cגד "),
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
        "joiners",
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


@pytest.mark.parametrize("width", [60, 200, 480])
@given(
    st.lists(
        st.sampled_from(["a", "<b>", "é", "→", "word", "\n", " ", "x" * 450, "王小明", "שלום", "क्षि", "ไทย", "سلام"]),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_lines_hold_every_letter_once_and_in_order(width: float, parts: list[str]) -> None:
    whole = "".join(parts)
    for made in text.flow(whole, BODY):
        lines = made._lines(width)
        assert "".join("".join(line.text for line in lines).split()) == "".join(made.text.split())
        assert all(line.width * BODY.size / 1000 <= width + 0.1 for line in lines)
    assert "".join("".join(made.text for made in text.flow(whole, BODY)).split()) == "".join(text.clean(whole).split())


@pytest.mark.parametrize(
    "whole", ["one two three " * 80, "سلام عليكم " * 80, "王小明" * 200], ids=["plain", "arabic", "chinese"]
)
def test_a_paragraph_that_is_split_and_set_in_another_width_is_the_same_text(whole: str) -> None:
    (made,) = text.flow(whole, BODY)
    made.wrap(300, 0)
    first, rest = made.split(300, 60)
    assert first.height == 56
    assert first.height + rest.height == made.height
    rest.wrap(150, 0)
    assert (first.text + rest.text).replace(" ", "") == made.text.replace(" ", "")
    assert "".join(line.text for line in rest._lines(150)).replace(" ", "") == rest.text.replace(" ", "")


def test_no_line_stands_alone_at_the_foot_or_the_head_of_a_page() -> None:
    (made,) = text.flow("word " * 400, BODY)
    made.wrap(300, 0)
    count = round(made.height / BODY.leading)
    assert made.split(300, BODY.leading * 1.5) == []
    first, rest = made.split(300, BODY.leading * (count - 1))
    assert (first.height, rest.height) == (BODY.leading * (count - 2), BODY.leading * 2)


def test_lines_end_between_words() -> None:
    words = [f"w{number}" for number in range(1_200)]
    (made,) = text.flow(" ".join(words), BODY)
    assert [word for line in made._lines(300) for word in line.text.split()] == words


@pytest.mark.parametrize(
    ("whole", "never"),
    [("漢字仮名交じり文。" * 20, "。"), ("「株」東京都『渋谷』" * 20, "」』"), ("カタカナー" * 30, "ー")],
    ids=["full stop", "closing brackets", "long vowel"],
)
def test_a_line_does_not_begin_with_what_closes(whole: str, never: str) -> None:
    for width in range(80, 160, 7):
        (made,) = text.flow(whole, BODY)
        assert all(line.text[0] not in never for line in made._lines(width))


def test_joined_letters_that_are_cut_fit_their_line() -> None:
    (made,) = text.flow("سلام" * 60, BODY)
    for width in range(40, 120, 7):
        assert all(line.width * BODY.size / 1000 <= width for line in made._lines(width))


def test_a_mark_never_leaves_its_letter() -> None:
    (made,) = text.flow("น้ำ" * 200, BODY)
    lines = made._lines(100)
    assert len(lines) > 5
    assert all(line.text[0] == "น" for line in lines)


def test_a_character_that_no_font_has_is_refused_before_anything_is_made() -> None:
    with pytest.raises(GlyphMissingError) as refused:
        text.check(["fine", "x\U0001f600", "\U0001f600"])
    assert refused.value.details == {"character": "U+1F600", "name": "GRINNING FACE", "count": 2}


def test_each_face_has_a_font_for_what_its_neighbours_have() -> None:
    for code in range(0x20, 0x2FFF):
        fonts = {font_for(chr(code), face) is None for face in FACES}
        assert len(fonts) == 1, f"U+{code:04X}"


def test_words_keep_the_main_font_wherever_it_has_the_character() -> None:
    (made,) = text.flow("é → z <b>", BODY)
    (line,) = made._lines(400)
    assert [(run.text, run.font) for run in line.runs or () if run.text != " "] == [
        ("é", "NotoSerif-Regular"),
        ("→", "NotoSansMath-Regular"),
        ("z", "NotoSerif-Regular"),
        ("<b>", "NotoSerif-Regular"),
    ]
    (plain,) = text.flow("plain é & <b>", BODY)
    assert [line.runs for line in plain._lines(400)] == [None]


@pytest.mark.parametrize(
    ("whole", "right"),
    [("שלום abc", True), ("abc שלום", False), ("12 שלום", True), ("(،) 5", False), ("abc", False)],
    ids=["hebrew first", "latin first", "digits first", "no letter", "latin"],
)
def test_a_paragraph_runs_as_its_first_letter(whole: str, *, right: bool) -> None:
    (made,) = text.flow(whole, BODY)
    made.wrap(400, 0)
    assert (made._left(made._lines(400)[0], 0) > 100) is right


def test_lines_of_a_block_keep_to_one_side() -> None:
    block = text.lines(["שלום", "Herzl 15"], BODY)
    for made in block:
        made.wrap(400, 0)
        assert made._left(made._lines(400)[0], 0) == 0
    (alone,) = text.lines(["שלום"], BODY)
    alone.wrap(400, 0)
    assert alone._left(alone._lines(400)[0], 0) > 100


def test_only_the_first_paragraph_of_a_list_item_has_a_bullet() -> None:
    made = text.flow("one\n\ntwo", Style(SERIF, 10, 14, left=14, bullet="-"))
    assert [paragraph.bullet for paragraph in made] == ["-", ""]


def test_empty_text_makes_nothing() -> None:
    assert text.flow(" \n\n \x00", BODY) == []
    assert text.lines(["", " ", "\u200b"], BODY) == []


def test_nothing_on_paper_asks_reportlab_to_read_or_to_write_text() -> None:
    makers = []
    for path in sorted(PAPER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            if name in {
                "XPreformatted",
                "Preformatted",
                "drawString",
                "drawRightString",
                "drawCentredString",
                "textLine",
                "Lines",
            }:
                makers.append((path.name, name))
    assert makers == [("text.py", "Lines")]


def test_every_font_is_shipped_with_its_licence() -> None:
    shipped = {path.stem for path in FOLDER.glob("*.ttf")}
    assert shipped == {name for face in FACES for name in face.fonts}
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 11_000_000
