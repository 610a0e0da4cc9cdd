"""The clock bar: where its marks stand, what it says, and that its words do not lie on each other."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import samples
from tests.ui.hands import find
from ui.models.clock_figures import figure_of, lines_to_draw, short_cite
from ui.models.clock_shape import ClockFigure, MarkRole, month_starts, on_one_axis
from ui.models.doubt_words import doubts
from ui.safe import Label
from ui.style.chips import Chip, Tone
from ui.style.palette import current_palette
from ui.style.theme import Theme
from ui.widgets.clock_bar import ClockBar
from ui.widgets.clock_panel import ClockPanel
from ui.widgets.clock_scale import ClockScale
from ui.wording import words
from workbench.domain.clocks import Override, PauseSpan, Step, StepKind
from workbench.domain.rulebooks import Confidence
from workbench.services.laws import load_rulebooks
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
    placed = [(label.left, label.left + label.width, row) for label, row in bar._placed(float(width))]
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


def by_hand(due: date = date(2026, 11, 28)) -> DeadlineLine:
    """Return a clock whose date an officer set."""
    line = samples.deadline()
    override = Override(due, line.reckoning.due, "Agreed with the person.", 1, samples.NOW)
    return replace(line, due=due, safe=due, override=override)


def test_a_date_set_by_hand_keeps_the_reckoned_one_in_sight(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    shown = figure(by_hand())
    assert shown.by_hand
    assert at(shown, MarkRole.DUE) == date(2026, 11, 29).toordinal()
    assert at(shown, MarkRole.RECKONED) == date(2026, 12, 2).toordinal()
    bar = ClockBar(shown)
    qtbot.addWidget(bar)
    assert "due 28 Nov, set by hand" in bar.accessibleDescription()
    assert "reckoned 1 Dec" in bar.accessibleDescription()
    bar.resize(900, bar.sizeHint().height())
    assert {"due 28 Nov, set by hand", "reckoned 1 Dec"} <= {text for text, _ in bar.label_rows()}


def test_the_pin_of_a_hand_is_painted_on_the_bar(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    colours = []
    for line in (by_hand(), samples.deadline(due=date(2026, 11, 28))):
        bar = ClockBar(figure(line))
        qtbot.addWidget(bar)
        bar.resize(900, bar.sizeHint().height())
        x = round(bar._x(at(figure(line), MarkRole.DUE))) + 2
        colours.append(bar.grab().toImage().pixelColor(x, 30))
    red = QColor(current_palette().red)
    assert [abs(colour.red() - red.red()) + abs(colour.green() - red.green()) < 8 for colour in colours] == [True, False]


def test_an_extension_that_was_made_shows_the_date_before_it() -> None:
    line = samples.deadline(due=date(2027, 2, 1), safe=date(2027, 2, 1))
    reckoning = replace(line.reckoning, extended=True, base_due=date(2026, 12, 1), extended_due=date(2027, 2, 1))
    shown = figure(replace(line, reckoning=reckoning))
    assert at(shown, MarkRole.FIRST) == date(2026, 12, 2).toordinal()
    assert "1 Dec before extension" in shown.description
    assert not [mark for mark in shown.marks if mark.role is MarkRole.EXTENDED]


def test_a_clock_that_counts_from_a_later_event_says_from_when() -> None:
    line = samples.deadline()
    restarted = replace(line, reckoning=replace(line.reckoning, starts=date(2026, 11, 10)))
    shown = figure(restarted)
    assert at(shown, MarkRole.STARTED) == date(2026, 11, 10).toordinal()
    assert "28 Oct received; counts from 10 Nov" in shown.description.replace("due 1 Dec, safe 30 Nov; ", "")
    complaint = figure(replace(restarted, kind="complaint_ack"))
    assert not [mark for mark in complaint.marks if mark.role is MarkRole.RECEIVED]
    assert complaint.begins == date(2026, 11, 10).toordinal()


def test_clocks_of_one_case_stand_on_one_axis() -> None:
    day, hours = figure(samples.deadline()), figure(samples.hour_deadline(due=samples.RECEIVED + timedelta(hours=72)))
    first, second = on_one_axis((day, hours))
    assert (first.begins, first.ends) == (second.begins, second.ends)
    assert first.starts == pytest.approx(second.starts, rel=0, abs=1e-3)
    assert at(second, MarkRole.DUE) == pytest.approx(second.starts + 3, rel=0, abs=1e-3)
    assert at(first, MarkRole.TODAY) == pytest.approx(at(second, MarkRole.TODAY), rel=0, abs=1e-3)
    assert month_starts(first) == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1))
    assert on_one_axis(()) == ()


def test_the_scale_names_the_months_and_the_year_where_it_turns(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    scale = ClockScale(figure(samples.deadline()))
    qtbot.addWidget(scale)
    assert scale.words() == ("1 Nov", "1 Dec", "1 Jan 2027", "1 Feb")


def test_a_narrow_bar_is_taller_than_a_wide_one_when_its_words_need_it(qtbot: QtBot, theme: Theme) -> None:
    assert theme is not None
    spans = (
        PauseSpan(date(2026, 11, 6), date(2026, 11, 12), "clarification_requested", 6),
        PauseSpan(date(2026, 11, 20), None, "identity_requested", 0),
    )
    bar = ClockBar(figure(samples.deadline(pauses=spans)))
    qtbot.addWidget(bar)
    assert bar.heightForWidth(420) > bar.heightForWidth(1600)


def doubtful(conf: Confidence) -> DeadlineLine:
    books = load_rulebooks()
    found = ((law, limit.id) for law, book in books.items() for limit in book.limits if limit.source.confidence is conf)
    law, limit_id = next(found)
    return samples.deadline(law=law, limit_id=limit_id)


def test_an_unsigned_rule_that_rests_on_less_than_the_text_asks_for_counsel() -> None:
    line = doubtful(Confidence.MEDIUM)
    assert doubts(line, unsigned=frozenset({line.law})) == ("Have counsel confirm this rule: secondary text read.",)
    assert doubts(line, unsigned=frozenset()) == ()
    sure = doubtful(Confidence.HIGH)
    assert doubts(sure, unsigned=frozenset({sure.law})) == ()


def test_a_holiday_that_is_only_estimated_is_to_be_checked() -> None:
    line = samples.deadline()
    moved = Step(StepKind.MOVED, date(2027, 3, 12), None, (("variant", "holiday"), ("holiday", "Eid al-Fitr (estimated)")))
    shown = replace(line, reckoning=replace(line.reckoning, steps=(moved,)))
    assert doubts(shown, unsigned=frozenset()) == (
        "Check the date of this holiday, the calendar only estimates it: Eid al-Fitr.",
    )


@pytest.mark.parametrize("extendable", [pytest.param(True, id="extendable"), pytest.param(False, id="fixed")])
def test_a_panel_offers_an_extension_where_the_law_does(qtbot: QtBot, theme: Theme, extendable: bool) -> None:  # noqa: FBT001  a case of the table
    assert theme is not None
    panel = ClockPanel(
        figure(by_hand()), left="2 days", tone=Tone.SOON, name="Clock0", extendable=extendable, doubts=("Look again.",)
    )
    qtbot.addWidget(panel)
    button = panel.findChild(QPushButton, "extendClock0")
    assert (button is not None) is extendable
    if button is not None:
        assert button.accessibleName() == "Extend: Respond: Access, Erasure"
        with qtbot.waitSignal(panel.extend):
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert [chip.text() for chip in panel.findChildren(Chip)] == ["2 days", "set by hand"]
    assert find(panel, Label, "clockDoubtClock0").text() == "Look again."
