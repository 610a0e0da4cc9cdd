"""Tables for spreadsheets: no cell is a formula, numbers stay numbers, and everything comes back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.sheets import read_cell, safe_cell, write_csv

FORMULAS = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    " =1",
    "  +1",
    '"=1',
    "'=1",
    "\ufeff=1",
    "\u00a0=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil")',
    "|calc",
    "%0A=1",
    "-",
    "=",
    "@",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_is_kept_as_text_and_comes_back(text: str) -> None:
    safe = safe_cell(text)
    assert safe.startswith("'")
    assert read_cell(safe) == text


@pytest.mark.parametrize("text", ["", "Jl. Merdeka 1", "-5", "-12.50", "a=b", "O'Neil", "'tis", "12", "München"])
def test_plain_text_and_negative_numbers_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
    assert read_cell(text) == text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20))
def test_every_text_comes_back(text: str) -> None:
    assert read_cell(safe_cell(text)) == text


def test_a_table_is_read_again_by_the_standard_library() -> None:
    data = write_csv(("No.", "=Name"), [(1, 'a "b", c'), (2, "line\nbreak"), (-3, "=1")])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows == [["No.", "'=Name"], ["1", 'a "b", c'], ["2", "line\nbreak"], ["-3", "'=1"]]
    assert b"\r\n-3," in data
