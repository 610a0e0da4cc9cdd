"""The clock bar: where its marks stand, what it says, and that its words do not lie on each other."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui import samples
from ui.models.clock_figures import figure_of, lines_to_draw, short_cite
from ui.models.clock_shape import ClockFigure, MarkRole
from ui.style.chips import Tone
from ui.style.palette import current_palette
from ui.style.theme import Theme
from ui.widgets.clock_bar import ClockBar
from ui.wording import words
from workbench.domain.clocks import PauseSpan
from workbench.services.lines import DeadlineLine


def figure(line: DeadlineLine, *, now: datetime = samples.NOW, received_at: datetime = samples.RECEIVED) -> ClockFigure:
    return figure_of(line, received_at=received_at, now=now, words=words())


def at(shown: ClockFigure, role: MarkRole) -> float:
    return next(mark.at for mark in shown.marks if mark.role is role)


def test_a_due_day_stands_at_its_end_and_the_safe_day_before_it() -> None:
    shown = figure(samples.deadline())
    assert at(shown, MarkRole.DUE) == date(2026, 12, 2).toordinal()
    assert at(shown, MarkRole.SAFE) == date(2026, 12, 1).toordinal()
    assert shown.begins < at(shown, MarkRole.TODAY) < at(shown, MarkRole.DUE) < at(shown, MarkRole.EXTENDED) < shown.ends
    assert shown.runs_to == at(shown, MarkRole.TODAY)


def test_an_hour_clock_stands_at_its_instant_in_the_zone_of_the_law() -> None:
    due = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
    shown = figure(samples.hour_deadline(due=due), received_at=due - timedelta(hours=72))
    assert at(shown, MarkRole.DUE) == pytest.approx(date(2026, 11, 26).toordinal() + 15 / 24)
    assert at(shown, MarkRole.DUE) - shown.begins == pytest.approx(3.0)
    assert [mark.text for mark in shown.marks if mark.role is MarkRole.DUE] == ["due 26 Nov 15:00"]
    assert [mark.text for mark in shown.marks if mark.role is MarkRole.TODAY] == ["now"]


def test_a_pause_is_a_stretch_with_its_reason() -> None:
    span = PauseSpan(date(2026, 10, 30), date(2026, 11, 2), "identity_requested", 3)
    shown = figure(samples.deadline(pauses=(span,)))
    assert [(pause.ends - pause.begins, pause.text) for pause in shown.pauses] == [
        (3.0, "paused 30 Oct to 2 Nov: Identity asked")
    ]


def test_an_open_pause_reaches_to_today() -> None:
    span = PauseSpan(date(2026, 11, 20), None, "identity_requested", 0)
    shown = figure(samples.deadline(due=None, state="paused", pauses=(span,)))
    assert shown.pauses[0].ends == shown.runs_to
    assert shown.tone is Tone.PAUSED
    assert "paused since 20 Nov" in shown.description


def test_an_answered_clock_stops_at_its_answer() -> None:
    sent = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
    shown = figure(samples.deadline(state="met", answered_at=sent))
    assert shown.runs_to == at(shown, MarkRole.ANSWERED)
    assert not [mark for mark in shown.marks if mark.role in {MarkRole.TODAY, MarkRole.EXTENDED}]


def test_the_bar_says_in_words_all_that_it_paints(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    bar = ClockBar(figure(samples.deadline()))
    qtbot.addWidget(bar)
    told = bar.accessibleDescription()
    for part in (
        "Respond: Access, Erasure",
        "EU GDPR, Germany",
        "28 Oct received",
        "due 1 Dec, safe 30 Nov",
        "1 Feb if extended",
    ):
        assert part in told
    assert bar.accessibleName() == "Respond: Access, Erasure"


@pytest.mark.parametrize("width", [pytest.param(1000, id="wide"), pytest.param(620, id="narrow")])
def test_words_under_the_bar_do_not_lie_on_each_other(qtbot: QtBot, theme: Theme, width: int) -> None:
    assert theme is not None
    span = PauseSpan(date(2026, 10, 30), date(2026, 11, 2), "identity_requested", 3)
    bar = ClockBar(figure(samples.deadline(pauses=(span,))))
    qtbot.addWidget(bar)
    bar.resize(width, bar.sizeHint().height())
    placed = [(label.left, label.left + label.width, row) for label, row in bar._placed()]
    assert len(placed) == 4
    for place, (left, right, row) in enumerate(placed):
        assert left >= 0
        assert right <= width + 1
        for other_left, other_right, other_row in placed[place + 1 :]:
            assert row != other_row or right <= other_left or other_right <= left


def test_time_past_the_due_day_is_painted_red(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    late = samples.deadline(due=date(2026, 11, 10), safe=date(2026, 11, 10), late=True)
    calm = samples.deadline(due=date(2026, 12, 1))
    colours = []
    for line in (late, calm):
        bar = ClockBar(figure(line))
        qtbot.addWidget(bar)
        bar.resize(800, bar.sizeHint().height())
        x = round(bar._x(figure(line).runs_to)) - 6
        colours.append(bar.grab().toImage().pixelColor(x, 30))
    assert colours == [QColor(current_palette().red), QColor(current_palette().accent)]


def test_clocks_of_two_laws_stand_side_by_side_and_a_twin_is_left_out() -> None:
    respond, twin, other = samples.deadline(), samples.deadline(kind="refusal_notice"), samples.hour_deadline()
    open_ended = samples.deadline(due=None, state="open_ended")
    assert lines_to_draw((respond, twin, other, open_ended)) == (respond, other)


@pytest.mark.parametrize(
    ("cite", "short"),
    [
        pytest.param("GDPR Art 12(3); Reg 1182/71 Art 3(2)(c),(4)", "GDPR Art 12(3)", id="two sources"),
        pytest.param("GDPR Art 21(3): 'shall no longer be processed'", "GDPR Art 21(3)", id="a quotation"),
        pytest.param("UU PDP Art 10 - no number", "UU PDP Art 10", id="a remark"),
        pytest.param("", "", id="a house rule"),
    ],
)
def test_a_citation_is_shortened_to_its_first_article(cite: str, short: str) -> None:
    assert short_cite(cite) == short
