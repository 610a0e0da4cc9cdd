"""Worked examples of published guidance and statute: each row of `examples.csv` agrees, asked one by one and as a table."""

import csv
import io
from pathlib import Path

import pytest

from workbench.services.deadline_table import reckon_table

EXAMPLES = Path(__file__).with_name("examples.csv")


def _rows() -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _answers(text: str) -> list[dict[str, str]]:
    out = io.StringIO()
    reckon_table(io.StringIO(text, newline=""), out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['id']} {row['rule']} {row['asks']}")
def test_the_example_agrees(row: dict[str, str]) -> None:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, fieldnames=list(row))
    writer.writeheader()
    writer.writerow(row)
    answer = _answers(table.getvalue())[0]
    assert answer["due"] == row["due"], row["computation"]
    assert answer["error"] == ""
    if row["safe"]:
        assert answer["safe"] == row["safe"], row["computation"]


def test_every_example_is_here() -> None:
    assert len({row["id"] for row in _rows()}) == 70
    assert len({row["law"] for row in _rows()}) == 27


def test_the_whole_table_answers_in_its_order() -> None:
    answers = _answers(EXAMPLES.read_text(encoding="utf-8"))
    assert [answer["id"] for answer in answers] == [row["id"] for row in _rows()]
    assert [answer["due"] for answer in answers] == [row["due"] for row in _rows()]
