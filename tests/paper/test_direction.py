"""The direction of text, against another implementation of the bidirectional algorithm."""

import pytest
from bidi import get_base_level, get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.paper.direction import base_level, has_rightward, levels, visual_order

PARTS = [
    "a",
    "Z",
    " ",
    "ש",
    "ל",
    "م",
    "د",
    "1",
    "23",
    "٤",
    "\u0665",
    "-",
    "+",
    ",",
    ".",
    ":",
    "/",
    "%",
    "€",
    "(",
    ")",
    "[",
    "]",
    "!",
    "\u05b0",
    "\u0301",
]


def shown(text: str) -> str:
    """Return the characters of one line from left to right."""
    base = base_level(text)
    found = levels(text, base)
    at = len(text)
    while at and text[at - 1].isspace():
        at -= 1
        found[at] = base
    return "".join(text[place] for place in visual_order(found))


def other(text: str) -> str:
    """Return the same by the other implementation."""
    return str(get_display(text, base_dir="R" if get_base_level(text) else "L")) if text else ""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג 12", "abc 12 גבא"),
        ("אבג 12 abc", "abc 12 גבא"),
        ("אבג (abc)", ")abc( גבא"),
        ("דצמ 3-4", "3-4 מצד"),
    ],
    ids=["latin", "hebrew", "number after hebrew", "number in hebrew", "latin in brackets", "range of numbers"],
)
def test_a_line_is_shown_as_the_standard_has_it(text: str, read: str) -> None:
    assert shown(text) == read


@given(st.lists(st.sampled_from(PARTS), max_size=24))
@settings(max_examples=600, deadline=None)
def test_any_line_is_shown_as_another_program_shows_it(parts: list[str]) -> None:
    text = "".join(parts)
    assert shown(text) == other(text)


@given(st.lists(st.sampled_from(PARTS), max_size=24))
@settings(max_examples=100, deadline=None)
def test_every_character_is_shown_once(parts: list[str]) -> None:
    text = "".join(parts)
    assert sorted(visual_order(levels(text, base_level(text)))) == list(range(len(text)))


def test_text_without_right_to_left_letters_is_known() -> None:
    assert not has_rightward("Ünï 12 → 王")
    assert has_rightward("a ש")
