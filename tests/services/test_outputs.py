"""What the statutes give out: what if, the planner, the calendar file and the printed record."""

import csv
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pypdfium2
import pytest
import vobject

from tests.makers import EU_DE, ID_ID, JAKARTA, SUBJECT, Desktop
from workbench.domain.calendars import OfficeDay
from workbench.domain.cases import LawPlace
from workbench.domain.clocks import ClockState, Event
from workbench.domain.commands import (
    AcceptMoves,
    ExtendDeadline,
    OverrideDeadline,
    SetOfficeDay,
    SignRulebook,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.domain.rulebooks import EVENT_NAMES, LawUnknownError, LimitNotInForceError, LimitUnknownError, PlaceUnknownError
from workbench.formats.ical import IcalEntry, write_calendar
from workbench.services import deadlines, moves, overrides, settings, signoffs, what_if
from workbench.services.explanations import why_pdf
from workbench.services.ical import deadlines_ics
from workbench.services.laws import load_rulebooks
from workbench.services.planner import planner

EXAMPLES = Path(__file__).parents[1] / "golden" / "examples.csv"
RECEIVED = Event("request_received", date(2026, 1, 31))
pytestmark = pytest.mark.filterwarnings("ignore:.*:DeprecationWarning:vobject")


def question(law: str = "EU", place: str = "DE", rule: str = "EU.respond", *events: Event, **more: object) -> what_if.Question:
    return what_if.Question(law, place, rule, events or (RECEIVED,), **more)  # type: ignore[arg-type]


# What if


def plain_rows() -> list[dict[str, str]]:
    rows = list(csv.DictReader(io.StringIO(EXAMPLES.read_text(encoding="utf-8"))))
    return [row for row in rows if row["asks"] == "due" and re.fullmatch(r"request_received=\d{4}-\d\d-\d\d", row["events"])]


@pytest.mark.parametrize("row", plain_rows(), ids=lambda row: row["id"])
def test_what_if_agrees_with_the_worked_examples(row: dict[str, str]) -> None:
    received = Event("request_received", date.fromisoformat(row["events"].partition("=")[2]))
    flags = frozenset(row["flags"].split())
    found = what_if.answer(question(row["law"], row["place"], row["rule"], received, flags=flags))
    assert found.reckoning.due is not None
    assert found.reckoning.due.isoformat()[:10] == row["due"][:10]


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (question("XX"), LawUnknownError),
        (question("EU", "XX"), PlaceUnknownError),
        (question("EU", "DE", "EU.nothing"), LimitUnknownError),
        (question("IN", "IN", "IN.grievance"), LimitNotInForceError),
        (question("EU", "DE", "EU.respond", Event("fee_paid", date(2026, 2, 1))), what_if.NotStartedError),
        (
            question("EU", "DE", "EU.respond", RECEIVED, Event("extension_notified", date(2026, 1, 2))),
            what_if.EventBeforeStartError,
        ),
        (
            question("EU", "DE", "EU.respond", RECEIVED, Event("clarification_received", date(2026, 2, 2))),
            what_if.AnswerWithoutQuestionError,
        ),
        (
            question(
                "EU",
                "DE",
                "EU.respond",
                RECEIVED,
                Event("extension_notified", date(2026, 2, 2)),
                Event("extension_notified", date(2026, 2, 3)),
            ),
            what_if.SecondExtensionError,
        ),
    ],
    ids=[
        "no such law",
        "no such place",
        "no such rule",
        "not in force",
        "nothing starts it",
        "before the start",
        "an answer to nothing",
        "extended twice",
    ],
)
def test_what_cannot_be_supposed_is_refused(asked: what_if.Question, refusal: type[WorkbenchError]) -> None:
    with pytest.raises(refusal):
        what_if.answer(asked)


def test_a_late_notice_is_shown_to_have_no_effect() -> None:
    late = Event("extension_notified", date(2026, 4, 1))
    found = what_if.answer(question("EU", "DE", "EU.respond", RECEIVED, late))
    assert found.reckoning.extension_void
    assert found.reckoning.due == date(2026, 3, 2)


def test_the_offices_own_day_moves_the_date() -> None:
    day = OfficeDay("DE", date(2026, 3, 2), rests=True, name="x", source="y")
    assert what_if.answer(question(), office_days=(day,)).reckoning.due == date(2026, 3, 3)


def test_flags_that_a_rule_listens_to_change_its_length() -> None:
    received = Event("request_received", date(2026, 3, 2))
    alone = what_if.answer(question("VN", "VN", "VN.access", received)).reckoning.due
    helped = what_if.answer(question("VN", "VN", "VN.access", received, flags=frozenset({"third_party"}))).reckoning.due
    assert isinstance(alone, date)
    assert isinstance(helped, date)
    assert helped > alone


@pytest.mark.parametrize("law", sorted(load_rulebooks()))
def test_every_rule_names_known_events_and_flags(law: str) -> None:
    book = load_rulebooks()[law]
    for limit in book.limits:
        assert set(what_if.triggers_of(limit, book)) <= EVENT_NAMES
        assert set(limit.trigger) <= set(what_if.triggers_of(limit, book))
        assert len(what_if.flags_of(limit)) <= 3
    assert set(what_if.limits_of(law, book.places[0], date(2027, 6, 1))) <= set(book.limits)


# The planner


def test_the_planner_puts_each_deadline_on_its_day(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    found = desktop.see(planner, date(2026, 11, 1), date(2026, 12, 31))
    assert (found.days[0].on.weekday(), found.days[-1].on.weekday()) == (0, 6)
    by_day = {day.on: [entry.deadline.limit_id for entry in day.entries if not entry.safe_day] for day in found.days}
    assert by_day[date(2026, 11, 5)] == ["ID.access"]
    assert by_day[date(2026, 12, 2)] == ["EU.respond"]
    christmas = next(day for day in found.days if day.on == date(2026, 12, 25))
    assert ("ID", "Christmas Day") in christmas.rests
    assert christmas.home_rests
    narrowed = desktop.see(planner, date(2026, 11, 1), date(2026, 12, 31), laws=frozenset({"EU"}))
    assert [entry.deadline.law for day in narrowed.days for entry in day.entries if not entry.safe_day] == ["EU"]


def test_what_was_answered_is_gone_from_the_planner(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    found = desktop.see(planner, date(2026, 11, 1), date(2026, 12, 31))
    assert [entry for day in found.days for entry in day.entries] == []


def test_a_year_without_a_calendar_is_said(desktop: Desktop) -> None:
    desktop.register(Right.ERASURE, laws=(LawPlace("CN", "CN"),))
    found = desktop.see(planner, date(2027, 3, 1), date(2027, 3, 31))
    assert ("CN", 2027) in found.uncovered


# The calendar file


def events_of(data: bytes) -> dict[str, icalendar.Component]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def test_the_calendar_file_opens_in_two_programs(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    data = desktop.see(deadlines_ics)
    text = data.decode("utf-8")
    assert "METHOD:PUBLISH" in text
    assert text.count("CLASS:CONFIDENTIAL") == text.count("BEGIN:VEVENT")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found = events_of(data)
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in found.values()}
    (hour,) = [at for at in days.values() if isinstance(at, datetime)]
    assert hour.astimezone(UTC) == datetime(2026, 11, 5, 2, 30, tzinfo=UTC), "half an hour before the limit ends"
    assert date(2026, 12, 2) in days.values()
    other = vobject.readOne(text)
    assert {str(event.uid.value) for event in other.vevent_list} == set(found)
    assert [zone.tzid.value for zone in other.vtimezone_list] == ["Asia/Jakarta"]
    assert all(len(event.valarm_list) == 2 for event in other.vevent_list)
    starts = {event.uid.value: event.dtstart.value for event in other.vevent_list}
    assert {uid: event.decoded("DTSTART") for uid, event in found.items() if not isinstance(starts[uid], datetime)} == {
        uid: start for uid, start in starts.items() if not isinstance(start, datetime)
    }


def test_a_zone_with_summer_time_keeps_its_rules() -> None:
    due = datetime(2026, 10, 25, 12, 0, tzinfo=UTC)
    entry = IcalEntry("u@x", 3, due, "Europe/Berlin", "DSR: respond; now, please", "a\nb", due)
    other = vobject.readOne(write_calendar([entry], name="n", now=due).decode())
    assert other.vevent.dtend.value.astimezone(UTC) == due
    assert other.vevent.summary.value == "DSR: respond; now, please"
    assert other.vevent.description.value == "a\nb"
    assert other.vevent.sequence.value == "3"


def test_the_sequence_grows_when_a_date_moves_and_the_identity_stays(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    before = events_of(desktop.see(deadlines_ics))
    notice = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Nine systems.")
    desktop.do(deadlines.extend_deadline, notice)
    extended = events_of(desktop.see(deadlines_ics))
    (uid,) = set(before) & set(extended)
    assert int(str(extended[uid]["SEQUENCE"])) > int(str(before[uid]["SEQUENCE"]))
    due = desktop.line(case_id, "EU.respond").due
    assert isinstance(due, date)
    day = SetOfficeDay(place="DE", on=due, rests=True, name="x", source="y")
    desktop.do(settings.add_office_day, day)
    found = desktop.see(moves.find_moves, (case_id,))
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=(case_id,), seen=found.digest))
    moved = events_of(desktop.see(deadlines_ics))
    assert int(str(moved[uid]["SEQUENCE"])) > int(str(extended[uid]["SEQUENCE"]))
    assert events_of(desktop.see(deadlines_ics)).keys() == moved.keys()


def test_the_calendar_file_holds_nothing_about_a_person(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    command = OverrideDeadline(
        case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 28), reason="Mrs Secret asked for it."
    )
    desktop.do(overrides.override_deadline, command)
    text = desktop.see(deadlines_ics, language="id").decode().replace("\r\n ", "")
    for secret in (SUBJECT.name, SUBJECT.email, "My data", "what you hold", "Secret", *SUBJECT.address):
        assert secret not in text
    desktop.decide(case_id)
    desktop.send(case_id, LetterKind.ANSWER)
    assert events_of(desktop.see(deadlines_ics)) == {}


# The printed record


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "due", "confirm"),
    [("en", "2 December 2026", "Have counsel confirm"), ("id", "2 Desember 2026", "Mintalah penasihat hukum")],
    ids=["English", "Indonesian"],
)
def test_the_record_says_why_and_not_who(desktop: Desktop, language: str, due: str, confirm: str) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, LawPlace("NG", "NG")))
    text = text_of(desktop.see(why_pdf, case_id, language))
    for told in ("DSR-2026-0001", due, "GDPR Art 12(3)", "holidays 0.109", confirm):
        assert told in text, told
    assert SUBJECT.name not in text
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "NG")
    desktop.do(signoffs.sign_rulebook, SignRulebook(law="NG", digest=line.digest, text_read="NDPA 2023, Gazette 119"))
    signed = text_of(desktop.see(why_pdf, case_id, language))
    assert confirm not in signed
    assert "NDPA 2023, Gazette 119" in signed


def test_the_record_of_one_clock_tells_who_set_its_date(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 28), reason="Agreed so.")
    desktop.do(overrides.override_deadline, command)
    text = text_of(desktop.see(why_pdf, case_id, "en", limit_ids=("EU.respond",)))
    assert "Ayu Contoh" in text
    assert "Agreed so." in text
    assert "28 November 2026" in text
    assert "2 December 2026" in text
    assert "UU PDP Art 32" not in text
    assert desktop.line(case_id, "EU.respond").reckoning.state is ClockState.RUNNING
