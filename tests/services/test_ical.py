"""The calendar file of open deadlines: what is owed when, the same entry under the same name for ever, and nobody's name."""

from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop, at
from workbench.domain.cases import EventKind
from workbench.domain.commands import (
    AcceptMoves,
    AskForIdentity,
    CloseCase,
    ExtendDeadline,
    LiftOverride,
    OverrideDeadline,
    PauseClock,
    RecordIdentity,
    ResumeClock,
    SetOfficeDay,
)
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.services import closure, deadlines, identity, moves, overrides, pauses, settings
from workbench.services.ical import deadlines_ics

MOST_OCTETS = 75
REASON = "Hannah telephoned and agreed"


def read(data: bytes) -> Any:
    return icalendar.Calendar.from_ical(data)


def unfolded(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n ", "")


def events(desktop: Desktop, case_id: int | None = None, language: str = "") -> dict[str, Any]:
    """Return the entries by their summary."""
    data = desktop.see(deadlines_ics, case_id=case_id, language=language)
    found = {str(event["SUMMARY"]): event for event in read(data).walk("VEVENT")}
    assert len(found) == data.count(b"BEGIN:VEVENT")
    return found


def uids(found: dict[str, Any]) -> set[str]:
    return {str(event["UID"]) for event in found.values()}


def answer_of(desktop: Desktop, case_id: int | None = None) -> Any:
    """Return the one entry of an answer."""
    (found,) = (event for name, event in events(desktop, case_id).items() if ": Respond" in name)
    return found


def extend(desktop: Desktop, case_id: int) -> None:
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Nine systems.")
    desktop.do(deadlines.extend_deadline, command)


def override(desktop: Desktop, case_id: int, due: date) -> None:
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=due, reason=REASON)
    desktop.do(overrides.override_deadline, command)


# What is in it


def test_a_day_and_an_hour_as_two_programs_read_them(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    data = desktop.see(deadlines_ics)
    due = at("2026-11-05 10:00")
    ours = {type(event["DTEND"].dt): event for event in read(data).walk("VEVENT")}
    assert (ours[datetime]["DTEND"].dt, ours[datetime]["DTEND"].params["TZID"]) == (due, JAKARTA)
    assert (ours[date]["DTSTART"].dt, ours[date]["DTEND"].dt) == (date(2026, 12, 2), date(2026, 12, 3))
    theirs = vobject.readOne(data.decode("utf-8"))
    assert theirs.method.value == "PUBLISH"
    (zone,) = theirs.vtimezone_list
    assert zone.tzid.value == JAKARTA
    hours = [event for event in theirs.vevent_list if isinstance(event.dtend.value, datetime)]
    assert [event.dtend.value for event in hours] == [due]
    assert [alarm.trigger.value for alarm in hours[0].valarm_list] == [timedelta(hours=-24), timedelta(hours=-4)]
    assert all(event.getChildValue("class") == "CONFIDENTIAL" for event in theirs.vevent_list)
    assert {event.uid.value for event in theirs.vevent_list} == {str(event["UID"]) for event in events(desktop).values()}


@pytest.mark.parametrize(
    ("language", "answer", "told"),
    [
        (
            "en",
            "Respond (EU GDPR)",
            ("Onee deadlines", "Safe date: 26 December 2026", "Last day to tell of an extension", "Germany"),
        ),
        ("id", "Menjawab (GDPR Uni Eropa)", ("26 Desember 2026", "Jerman")),
    ],
    ids=["English", "Indonesian"],
)
def test_it_speaks_the_language_asked_for(desktop: Desktop, language: str, answer: str, told: tuple[str, ...]) -> None:
    desktop.hand.go("2026-11-28 10:00")
    desktop.register(Right.ACCESS, received_at=at("2026-11-26 10:00"))
    found = events(desktop, language=language)
    assert len(found) == 2, "the answer, and the notice of an extension"
    assert f"DSR-2026-0001: {answer}" in found
    text = unfolded(desktop.see(deadlines_ics, language=language))
    for part in (*told, "GDPR Art 12(3)"):
        assert part in text


def test_one_case_or_every_open_one(desktop: Desktop) -> None:
    first, second = desktop.register(Right.ACCESS), desktop.register(Right.ACCESS, laws=(GB_ENG,))
    apart = [events(desktop, case_id) for case_id in (first, second)]
    assert {name[:13] for name in apart[0]} == {"DSR-2026-0001"}
    assert {name[:13] for name in apart[1]} == {"DSR-2026-0002"}
    assert uids(events(desktop)) == uids(apart[0]) | uids(apart[1])


def test_what_is_answered_stands_still_or_is_closed_is_gone(desktop: Desktop) -> None:
    answered, paused = desktop.register(Right.ACCESS), desktop.register(Right.ACCESS)
    desktop.decide(answered)
    desktop.send(answered, LetterKind.ANSWER)
    assert {name[:13] for name in events(desktop)} == {"DSR-2026-0002"}
    desktop.do(closure.close_case, CloseCase(case_id=answered))
    assert events(desktop, answered) == {}
    ask = AskForIdentity(case_id=paused, asked_at=desktop.hand.now, zone=JAKARTA)
    desktop.do(identity.ask_for_identity, ask)
    assert not [name for name in events(desktop) if "Respond" in name]


def test_an_office_without_cases_gives_an_empty_calendar(desktop: Desktop) -> None:
    assert events(desktop) == {}


# The same entry under the same name


def test_an_entry_keeps_its_name_and_its_number_while_nothing_moves(desktop: Desktop) -> None:
    desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    before = events(desktop)
    desktop.hand.later(days=1)
    desktop.register(Right.ACCESS)
    after = events(desktop)
    assert uids(before) < uids(after)
    assert {int(event["SEQUENCE"]) for event in after.values()} == {0}
    assert uids(events(desktop, language="id")) == uids(after)


def test_two_cases_never_share_a_name(desktop: Desktop) -> None:
    for _ in range(3):
        desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, GB_ENG))
    data = desktop.see(deadlines_ics)
    assert len({line for line in unfolded(data).split("\r\n") if line.startswith("UID:")}) == data.count(b"BEGIN:VEVENT") == 12


def test_a_longer_limit_is_the_same_entry_with_a_higher_number(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    before = answer_of(desktop)
    extend(desktop, case_id)
    after = answer_of(desktop)
    assert (before["DTSTART"].dt, after["DTSTART"].dt) == (date(2026, 12, 2), date(2027, 2, 2))
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["LAST-MODIFIED"].dt == desktop.hand.now
    assert not [name for name in events(desktop) if "extension" in name], "nobody can be told of an extension twice"


def test_an_accepted_move_is_the_same_entry_with_a_higher_number(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    before = answer_of(desktop)
    day = SetOfficeDay(place="DE", on=date(2026, 12, 2), rests=True, name="Day of mourning", source="Gazette")
    desktop.do(settings.add_office_day, day)
    waiting = answer_of(desktop)
    assert (waiting["DTSTART"].dt, waiting["SEQUENCE"]) == (before["DTSTART"].dt, before["SEQUENCE"]), "not accepted yet"
    found = desktop.see(moves.find_moves, (case_id,))
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=(case_id,), seen=found.digest))
    after = answer_of(desktop)
    assert (after["UID"], after["DTSTART"].dt) == (before["UID"], date(2026, 12, 3))
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_a_date_set_by_hand_and_taken_back_moves_the_entry_twice(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    told = [answer_of(desktop)]
    override(desktop, case_id, date(2026, 11, 20))
    told.append(answer_of(desktop))
    assert "This date was set by hand" in str(told[-1]["DESCRIPTION"])
    lift = LiftOverride(case_id=case_id, law="EU", limit_id="EU.respond", reason="A mistake.")
    desktop.do(overrides.lift_override, lift)
    told.append(answer_of(desktop))
    assert [event["DTSTART"].dt for event in told] == [date(2026, 12, 2), date(2026, 11, 20), date(2026, 12, 2)]
    numbers = [int(event["SEQUENCE"]) for event in told]
    assert numbers == sorted(set(numbers))
    assert len({str(event["UID"]) for event in told}) == 1


def test_a_clock_that_stood_still_comes_back_as_the_same_entry(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    before = answer_of(desktop)
    ask = AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA)
    desktop.do(identity.ask_for_identity, ask)
    desktop.hand.later(days=5)
    proof = RecordIdentity(case_id=case_id, result=EventKind.IDENTITY_VERIFIED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(identity.record_identity, proof)
    after = answer_of(desktop)
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt > before["DTSTART"].dt
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_what_is_left_of_two_rights_is_still_the_same_entry(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, Right.RECTIFICATION)
    before = answer_of(desktop)
    desktop.decide(case_id, Right.ACCESS)
    desktop.send(case_id, LetterKind.ANSWER)
    assert {line.rights for line in desktop.lines(case_id)} == {(Right.ACCESS,), (Right.RECTIFICATION,)}
    assert answer_of(desktop)["UID"] == before["UID"]


def test_one_limit_with_two_ends_is_two_entries(desktop: Desktop) -> None:
    """In Britain only a request for access waits for what the person means."""
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, laws=(GB_ENG,))
    one = uids(events(desktop))
    desktop.hand.later(days=3)
    opens = PauseClock(case_id=case_id, opens=EventKind.CLARIFICATION_REQUESTED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(pauses.pause_clock, opens)
    desktop.hand.later(days=5)
    closes = ResumeClock(case_id=case_id, closes=EventKind.CLARIFICATION_RECEIVED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(pauses.resume_clock, closes)
    ends = sorted(line.due for line in desktop.lines(case_id) if isinstance(line.due, date))
    assert len(set(ends)) == 2
    for case in (None, case_id):
        calendar = read(desktop.see(deadlines_ics, case_id=case))
        shown = {str(event["UID"]): event["DTSTART"].dt for event in calendar.walk("VEVENT") if "Respond" in event["SUMMARY"]}
        assert sorted(shown.values()) == ends
        assert one & set(shown)


# Nobody's name


@pytest.mark.parametrize("language", ["en", "id"])
def test_nothing_about_the_person_is_in_it(desktop: Desktop, language: str) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, GB_ENG, ID_ID))
    desktop.decide(
        case_id, Right.ACCESS, Outcome.PARTLY, ("EU.privacy", "GB.privacy", "ID.privacy"), "Hannah's neighbour is named in it."
    )
    override(desktop, case_id, date(2026, 11, 20))
    data = desktop.see(deadlines_ics, language=language)
    text = unfolded(data).casefold()
    for secret in (*SUBJECT.name.split(), SUBJECT.email, *SUBJECT.address, "My data", "what you hold", REASON, "neighbour"):
        assert secret.casefold() not in text, secret
    for name in ("ATTENDEE", "ORGANIZER", "CONTACT", "ATTACH"):
        assert name not in unfolded(data)
    assert max(len(line) for line in data.split(b"\r\n")) <= MOST_OCTETS
    assert text.count("class:confidential") == text.count("begin:vevent") > 0
