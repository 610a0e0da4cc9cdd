"""The table of `workbench deadlines`: an answer for each row, a reason where there is none, and no row stops the others."""

import csv
import io
from pathlib import Path

import pytest

from workbench.domain.errors import WorkbenchError
from workbench.services.deadline_table import TableHeaderError, reckon_table, reckon_table_file
from workbench.services.wording import words

HEADER = "id,law,place,rule,asks,flags,events\n"


def _answers(rows: str, header: str = HEADER) -> list[dict[str, str]]:
    out = io.StringIO()
    reckon_table(io.StringIO(header + rows, newline=""), out, explain=lambda error: error.code)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def _answer(row: str) -> tuple[str, str, str]:
    found = _answers(f"{row}\n")[0]
    return found["due"], found["safe"], found["error"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("1,GB,GB-ENG,GB.respond,due,,request_received=2026-03-03", ("2026-04-07", "2026-04-03", ""), id="a day"),
        pytest.param(
            "1,GB,GB-ENG,GB.respond,,,request_received=2026-03-03", ("2026-04-07", "2026-04-03", ""), id="due is what is asked"
        ),
        pytest.param(
            "1,ID,,ID.access,due,,request_received=2026-03-18T15:30",
            ("2026-03-21T15:30+07:00", "2026-03-21T15:30+07:00", ""),
            id="an hour in the zone of the law, in its only place",
        ),
        pytest.param(
            "1,ID,ID,ID.access,due,,request_received=2026-03-18T15:30 Asia/Makassar",
            ("2026-03-21T14:30+07:00", "2026-03-21T14:30+07:00", ""),
            id="an hour with its own zone",
        ),
        pytest.param(
            "1,ID,ID,ID.access,due,,request_received=2026-03-18T08:30Z",
            ("2026-03-21T15:30+07:00", "2026-03-21T15:30+07:00", ""),
            id="an hour with its offset",
        ),
        pytest.param(
            "1,EU,IE,EU.respond,extension_notice,,request_received=2026-01-31",
            ("2026-03-02", "2026-02-28", ""),
            id="until when an extension can be announced",
        ),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2026-01-31; extension_notified=2026-03-02",
            ("2026-04-30", "2026-04-30", ""),
            id="announced in time",
        ),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2026-01-31; extension_notified=2026-03-03",
            ("2026-03-02", "2026-02-28", ""),
            id="announced too late",
        ),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2026-03-02;extension_notified=2026-03-20;extension_until=2026-05-04",
            ("2026-06-02", "2026-05-04", ""),
            id="announced with a date",
        ),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2026-03-02;",
            ("2026-04-02", "2026-04-02", ""),
            id="a semicolon at the end",
        ),
    ],
)
def test_a_row_is_answered(row: str, expected: tuple[str, str, str]) -> None:
    assert _answer(row) == expected


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("1,FR,FR,FR.respond,due,,request_received=2026-03-02", "law_unknown", id="law"),
        pytest.param("1,EU,,EU.respond,due,,request_received=2026-03-02", "place_unknown", id="no place where there are many"),
        pytest.param("1,EU,US,EU.respond,due,,request_received=2026-03-02", "place_unknown", id="place"),
        pytest.param("1,GB,GB,GB.respond,due,,request_received=2026-03-02", "place_unknown", id="a kingdom has four calendars"),
        pytest.param("1,EU,IE,EU.answer,due,,request_received=2026-03-02", "limit_unknown", id="rule"),
        pytest.param("1,EU,IE,EU.respond,soon,,request_received=2026-03-02", "asks_unknown", id="question"),
        pytest.param("1,EU,IE,EU.respond,due,,request_received", "event_unreadable", id="event without a date"),
        pytest.param("1,EU,IE,EU.respond,due,,request_received=", "event_unreadable", id="event with nothing"),
        pytest.param("1,EU,IE,EU.respond,due,,request_received=2026-02-30", "event_unreadable", id="a day that is none"),
        pytest.param("1,EU,IE,EU.respond,due,,request_received=2026-03-02T10:00 Mars/Base", "event_unreadable", id="zone"),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2026-03-02T10:00 ../etc", "event_unreadable", id="a path for a zone"
        ),
        pytest.param("1,EU,IE,EU.respond,due,,request_received=9999-12-31", "event_unreadable", id="a year out of reach"),
        pytest.param("1,EU,IE,EU.respond,due,,", "event_unreadable", id="no event"),
        pytest.param("1,EU,IE,EU.respond,due,,request_arrived=2026-03-02", "event_unknown", id="event that no law knows"),
        pytest.param("1,EU,IE,EU.respond,due,,breach_aware=2026-03-02", "clock_not_started", id="no trigger"),
        pytest.param(
            "1,GB,GB-ENG,GB.complaint_ack,due,,complaint_received=2026-06-18", "limit_not_in_force", id="before it was law"
        ),
        pytest.param(
            "1,EU,IE,EU.respond,due,,request_received=2150-03-02", "year_not_covered", id="a year that no calendar covers"
        ),
        pytest.param("1,EU,IE,EU.refuse,extension_notice,,request_received=2026-03-02", "no_extension", id="no extension"),
        pytest.param("1,EU,IE,EU.marketing,due,,request_received=2026-03-02", "no_statutory_date", id="no number in the law"),
    ],
)
def test_a_row_that_cannot_be_reckoned_says_why(row: str, code: str) -> None:
    assert _answer(row) == ("", "", code)


@pytest.mark.parametrize(
    "event",
    [
        pytest.param("identity_requested=2026-03-04", id="identity"),
        pytest.param("clarification_requested=2026-03-04", id="meaning"),
    ],
)
def test_an_open_question_leaves_the_safe_date(event: str) -> None:
    assert _answer(f"1,GB,GB-ENG,GB.respond,due,,request_received=2026-03-02;{event}") == ("", "2026-04-02", "clock_paused")


def test_no_row_stops_the_others() -> None:
    rows = [
        "a,GB,GB-ENG,GB.respond,due,,request_received=2026-03-03",
        "",
        "b,XX,XX,XX.respond,due,,request_received=2026-03-03",
        "c",
        "d,EU,IE,EU.respond,due,,request_received=2026-03-02,and,more,cells",
    ]
    answers = _answers("\n".join(rows) + "\n")
    assert [(one["id"], one["due"], one["error"]) for one in answers] == [
        ("a", "2026-04-07", ""),
        ("b", "", "law_unknown"),
        ("c", "", "law_unknown"),
        ("d", "2026-04-02", ""),
    ]


def test_a_line_that_is_no_csv_has_its_reason_and_the_next_is_read() -> None:
    long = '1,EU,IE,"' + "x" * 200_000 + '",due,,\n'
    answers = _answers(long + "2,EU,IE,EU.respond,due,,request_received=2026-03-02\n")
    assert [(one["id"], one["error"]) for one in answers] == [("", "row_unreadable"), ("2", "")]


def test_columns_may_stand_in_any_order_among_others() -> None:
    answers = _answers(
        "x,request_received=2026-03-02,,due,EU.respond,IE,EU,7\n", "\ufeffnote,Events,flags,asks,rule,place,law,ID\n"
    )
    assert answers == [{"id": "7", "due": "2026-04-02", "safe": "2026-04-02", "error": ""}]


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        pytest.param("id,law,place,rule,asks,events\n", "flags", id="one column"),
        pytest.param("due\n", "id, law, place, rule, asks, flags, events", id="all"),
        pytest.param("", "id, law, place, rule, asks, flags, events", id="an empty file"),
    ],
)
def test_a_header_without_its_columns_is_refused_and_nothing_is_written(header: str, missing: str) -> None:
    out = io.StringIO()
    with pytest.raises(TableHeaderError) as refused:
        reckon_table(io.StringIO(header), out)
    assert refused.value.details == {"columns": missing}
    assert out.getvalue() == ""


def test_the_answer_counts_the_rows_without_a_date() -> None:
    out = io.StringIO()
    rows = "1,EU,IE,EU.respond,due,,request_received=2026-03-02\n2,EU,IE,EU.marketing,due,,request_received=2026-03-02\n"
    assert reckon_table(io.StringIO(HEADER + rows), out) == 1


def test_a_file_with_stray_bytes_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = b"1,EU,IE,EU.respond,due,,request_received=2026-03-02\n\xff\xfe,EU,IE,EU.respond,due,,request_received=2026-03-02\n"
    path.write_bytes(b"\xef\xbb\xbf" + HEADER.encode() + rows)
    out = io.StringIO()
    assert reckon_table_file(path, out) == 0
    assert [row["due"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ["2026-04-02", "2026-04-02"]


def test_reasons_are_sentences_in_the_language_asked_for() -> None:
    rows = "1,EU,IE,EU.marketing,due,,request_received=2026-03-02\n2,GB,GB-ENG,GB.respond,due,,request_received=2026-03-02;identity_requested=2026-03-04\n"
    for language, start in (("en", "The law gives no date"), ("id", "Hukum tidak memberi tanggal")):
        out = io.StringIO()
        reckon_table(io.StringIO(HEADER + rows), out, explain=words(language).error)
        reasons = [row["error"] for row in csv.DictReader(io.StringIO(out.getvalue()))]
        assert reasons[0].startswith(start)
        assert "4 " in reasons[1]


def test_a_reason_never_repeats_what_an_event_said() -> None:
    seen: list[WorkbenchError] = []

    def keep(error: WorkbenchError) -> str:
        seen.append(error)
        return error.code

    out = io.StringIO()
    reckon_table(io.StringIO(HEADER + "1,EU,IE,EU.respond,due,,Jane Doe=2026-03-02\n"), out, explain=keep)
    assert seen[0].details == {"number": 1}
