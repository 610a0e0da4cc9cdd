"""Table models: they keep Qt's rules, word every cell, and give rows a page at a time."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.ui import samples
from ui.models.case_table import CaseTable
from ui.models.due_table import DueTable
from ui.models.due_words import word_of_case, word_of_deadline
from ui.models.evidence_table import EvidenceTable, short_digest
from ui.models.history_table import HistoryTable
from ui.models.six_weeks import SixWeeksModel
from ui.models.why_words import why_lines, why_text
from ui.style.chips import Tone, tone_of
from ui.wording import words
from workbench.domain.evidence import Evidence, EvidenceKind
from workbench.services.lines import DeadlineLine, HistoryLine


def due_table() -> DueTable:
    model = DueTable(words())
    model.show_due(samples.board().due, now=samples.NOW)
    return model


def case_table(count: int = 3) -> CaseTable:
    model = CaseTable(words())
    model.show_cases([samples.case_line(n, number=f"DSR-2026-{n:04}") for n in range(count)], now=samples.NOW)
    return model


def evidence_table() -> EvidenceTable:
    model = EvidenceTable(words(), samples.JAKARTA)
    model.show_evidence(
        [Evidence(7, 38, "Anfrage.eml", "message/rfc822", EvidenceKind.REQUEST, 14_336, "9c41" * 16, samples.RECEIVED, 1)]
    )
    return model


def history_table(*lines: HistoryLine) -> HistoryTable:
    model = HistoryTable(words(), samples.JAKARTA)
    model.show_history(lines or samples.page().history)
    return model


def six_weeks() -> SixWeeksModel:
    model = SixWeeksModel(words())
    model.show_days(samples.board().weeks, today=samples.TODAY)
    return model


def row_of(model: QAbstractItemModel, row: int) -> list[str]:
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(due_table, id="due list"),
        pytest.param(case_table, id="cases"),
        pytest.param(evidence_table, id="evidence"),
        pytest.param(history_table, id="history"),
        pytest.param(six_weeks, id="six weeks"),
    ],
)
def test_a_model_keeps_the_rules_of_qt(make: type[QAbstractItemModel], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(make())


def test_the_due_list_says_in_words_and_tones_how_much_time_is_left() -> None:
    model = due_table()
    shown = [(model.index(row, 0).data(), tone_of(model.index(row, 0))) for row in range(model.rowCount())]
    tones = [tone for _, tone in shown]
    assert tones == [Tone.LATE, Tone.SOON, Tone.SOON, Tone.CALM, Tone.PAUSED]
    assert "late" in str(shown[0][0])
    assert str(shown[1][0]).startswith("5 h")
    assert shown[2][0] == "tomorrow"
    assert shown[4][0] == "paused"
    assert row_of(model, 1)[1:5] == ["DSR-2026-0042", "Budi Santoso", "Rectification", "UU PDP Art 30(1)"]


def test_the_due_list_tells_the_safe_date_in_its_tooltip() -> None:
    model = due_table()
    hint = str(model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "27 November 2026" in hint
    assert "safe 30 November 2026" in hint


def test_a_tooltip_shows_the_name_of_a_person_as_plain_text() -> None:
    model = CaseTable(words())
    model.show_cases([samples.case_line(name="<img src=x> Eve")], now=samples.NOW)
    hint = str(model.index(0, CaseTable.SUBJECT).data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in hint
    assert "&lt;img" in hint


def test_a_long_list_is_given_to_the_view_a_page_at_a_time() -> None:
    model = case_table(450)
    assert model.rowCount() == 200
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 450
    assert not model.canFetchMore(QModelIndex())
    assert row_of(model, 449)[1] == "DSR-2026-0449"


def test_a_case_is_listed_in_words_without_any_code() -> None:
    row = row_of(case_table(), 0)
    assert row[2:] == ["Hannah Fischer", "Access, Erasure", "Germany", "In progress", "28 Oct"]


@pytest.mark.parametrize(
    ("line", "tone", "text"),
    [
        pytest.param(samples.deadline(due=date(2026, 11, 26)), Tone.SOON, "today", id="today"),
        pytest.param(samples.deadline(due=None, state="paused"), Tone.PAUSED, "paused", id="paused"),
        pytest.param(samples.deadline(state="met"), Tone.DONE, "in time", id="answered in time"),
        pytest.param(samples.deadline(state="met_late"), Tone.LATE, "answered late", id="answered late"),
        pytest.param(samples.deadline(state="lapsed"), Tone.CALM, "lapsed", id="lapsed"),
        pytest.param(samples.deadline(state="lapsed", kind="breach_authority"), Tone.CALM, "not owed", id="notice-left-out"),
        pytest.param(samples.deadline(due=None, state="open_ended"), Tone.CALM, "no fixed date", id="no number in the law"),
    ],
)
def test_each_state_of_a_clock_has_its_word(line: DeadlineLine, tone: Tone, text: str) -> None:
    told = word_of_deadline(line, now=samples.NOW)
    assert (told.tone, told.text) == (tone, text)


def test_an_hour_clock_that_ended_ten_minutes_ago_is_late() -> None:
    line = samples.hour_deadline(due=samples.NOW - timedelta(minutes=10), late=True)
    assert word_of_deadline(line, now=samples.NOW).tone is Tone.LATE


def test_a_case_without_an_open_clock_has_nothing_due() -> None:
    told = word_of_case(samples.case_line(due=None, safe=None, due_kind="", due_state=""), now=samples.NOW)
    assert (told.tone, told.text) == (Tone.DONE, "nothing due")


def test_a_day_of_the_calendar_is_a_sentence_for_who_cannot_see_it() -> None:
    model = six_weeks()
    christmas = model.index(4, 4)
    assert christmas.data(Qt.ItemDataRole.AccessibleTextRole) == "Friday 25 December 2026, Hari Raya Natal"
    late = str(model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert late == "Tuesday 24 November 2026, 1 deadline ends, 1 late"
    assert "today" in str(model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_history_has_no_codes_and_no_digests_in_it() -> None:
    at = datetime.fromisoformat("2026-11-20T03:00:00+00:00")
    model = history_table(
        HistoryLine(
            1,
            at,
            None,
            "Ayu",
            "deadline_moved",
            (("limit", "EU.respond"), ("kind", "respond"), ("before", "paused"), ("after", "2026-12-01")),
            "",
        ),
        HistoryLine(
            2, at, at, "Ayu", "evidence_added", (("evidence", "1"), ("kind", "identity"), ("sha256", "ab" * 32)), "pass.png"
        ),
        HistoryLine(
            3,
            at,
            at,
            "Ayu",
            "letter_dispatched",
            (("letter", "L-2026-0001"), ("kind", "answer"), ("channel", "email")),
            "a@b.example",
        ),
        HistoryLine(4, at, at, "Ayu", "extension_notified", (("law", "EU"), ("until_on", "2027-02-01")), "many requests"),
        HistoryLine(
            5, at, at, "Ayu", "decided", (("right", "access"), ("outcome", "refused"), ("grounds", "EU.excessive")), ""
        ),
    )
    told = [row_of(model, row)[2] for row in range(5)]
    assert told[4] == "Deadline moved: Respond, before paused, now 1 Dec 2026"
    assert told[3] == "File added: pass.png, Proof of identity"
    assert told[2] == "Letter dispatched: L-2026-0001, Answer, E-mail"
    assert told[1] == "Extension announced: EU GDPR, until 1 Feb 2027"
    assert told[0] == "Decision taken: Access, Refused"


def test_the_answer_to_why_can_be_copied_with_every_source() -> None:
    line = samples.deadline()
    text = why_text(line, words())
    assert text.splitlines()[0].startswith("DSR-2026-0038, Respond: Access, Erasure (EU GDPR, Germany")
    assert "Due 1 December 2026. Safe 30 November 2026." in text
    assert len(why_lines(line, words())) == 3
    assert "GDPR Art 12(3)" in text
    assert "primary text read" in text


def test_a_digest_is_shortened_to_two_groups() -> None:
    assert short_digest("9c417d20" + "0" * 56) == "9c41 7d20 …"
