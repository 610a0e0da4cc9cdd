"""Cases, letters, evidence, settings, officers, office days: what goes in comes out, and what must be refused is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.makers import (
    CANARIES,
    COMPLAINT_NUMBER,
    NOW,
    ZONE,
    Made,
    add_case,
    add_complaint,
    add_event,
    add_letter,
    complaint,
    decision,
    request,
    stored_deadline,
    subject,
)
from workbench.domain.breaches import Breach, BreachNature, Level, Risk, RiskAssessment
from workbench.domain.calendars import OfficeDay
from workbench.domain.cases import CalendarSnapshot, CaseKind, Channel, EventKind, LawPlace, NewCaseEvent
from workbench.domain.complaints import Complaint, ComplaintKind
from workbench.domain.decisions import Outcome
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import (
    DeliveryOutcome,
    Dispatch,
    DispatchChannel,
    LetterFields,
    LetterKind,
    LetterNotDraftError,
    LetterNotIssuedError,
    LetterState,
)
from workbench.domain.matters import (
    ContactOfficer,
    Matter,
    MatterDecision,
    MatterKind,
    MatterOutcome,
    Meeting,
    Question,
    QuestionState,
    Undertaking,
)
from workbench.domain.parties import DataSubject, Officer, Requester
from workbench.domain.phases import Phase
from workbench.domain.rights import Right
from workbench.store import blobs, case_contents, cases, evidence, journal, letters, office_days, officers, settings
from workbench.store.engine import Session, Store
from workbench.store.errors import StoreDamagedError
from workbench.store.verify import verify

JAKARTA = timezone(timedelta(hours=7))
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_a_case_comes_back_as_it_went_in(store: Store) -> None:
    with store.writing() as session:
        made = add_case(session)
    with store.reading() as session:
        kept = cases.load(session, made.id)
    assert kept == made
    assert kept.subject == subject()
    assert kept.requester == Requester("Orville Pennant", "orville@example.com", ("Box 4",), "counsel")
    assert kept.request == request()
    assert kept.laws == (LawPlace("ID", "ID"), LawPlace("EU", "DE"))


def test_instants_come_back_aware_in_utc_to_the_microsecond(store: Store) -> None:
    received = datetime(2026, 3, 1, 6, 30, 0, 999999, tzinfo=JAKARTA)
    with store.writing() as session:
        made = add_case(session, request=request(received_at=received))
    with store.reading() as session:
        kept = cases.load(session, made.id).request.received_at
    assert kept == received
    assert kept.tzinfo is UTC


@example_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=words, line=words, free=words)
def test_any_text_comes_back_to_the_last_character(store: Store, name: str, line: str, free: str) -> None:
    person = DataSubject(name=name, address=(line, ""), salutation=free)
    fields = LetterFields(addressee=(name, line), free_text=free)
    with store.writing() as session:
        made = add_case(session, subject=person, request=request(text=free, subject_line=line))
        add_event(session, made.id, text=free)
        letter = add_letter(session, made.id)
        letters.save_draft(session, letter, language="id", fields=fields, at=NOW, officer_id=1)
    with store.reading() as session:
        kept = cases.load(session, made.id)
    assert (kept.subject, kept.request.text, kept.request.subject_line) == (person, free, line)
    assert kept.events[0].text == free
    assert kept.letters[0].fields == fields


def test_every_field_of_a_letter_comes_back(store: Store) -> None:
    fields = LetterFields(
        addressee=("a", "b"),
        salutation="c",
        free_text="d",
        signatory="e",
        signatory_title="f",
        inserts=(("fee", "g"), ("basis", "h")),
        enclosures=(7, 3),
        law="EU",
    )
    assert all(getattr(fields, name) for name in fields.__dataclass_fields__), "a new field needs a value here"
    with store.writing() as session:
        letter = add_letter(session, add_case(session).id)
        letters.save_draft(session, letter, language="en", fields=fields, at=NOW, officer_id=1)
    with store.reading() as session:
        assert letters.load(session, letter).fields == fields


def test_events_keep_their_order_and_their_details(store: Store) -> None:
    with store.writing() as session:
        case = add_case(session)
        first = NewCaseEvent(EventKind.EXTENSION_NOTIFIED, NOW, ZONE, (("law", "EU"), ("until_on", "2027-01-26")), "volume")
        second = replace(first, kind=EventKind.NOTE, occurred_at=NOW - timedelta(days=9), details=())
        one = cases.add_event(session, case.id, first, officer_id=1, recorded_at=NOW)
        two = cases.add_event(session, case.id, second, officer_id=1, recorded_at=NOW)
    with store.reading() as session:
        assert cases.load(session, case.id).events == (one, two)
    assert (one.seq, two.seq) == (1, 2)
    assert one.detail("until_on") == "2027-01-26"
    assert (one.text, one.recorded_at, one.officer_id) == ("volume", NOW, 1)


@pytest.mark.parametrize(
    "content",
    [
        complaint(),
        Complaint(case_number=COMPLAINT_NUMBER, kind=ComplaintKind.LATE),
        Matter(
            case_number="REG-2026-0001",
            kind=MatterKind.APPEAL,
            authority_id="atdsb",
            contact=ContactOfficer("Ms Officer", "officer@authority.example", "+43 1"),
            target_on=date(2026, 12, 1),
            questions=(Question("Why?", "1a", "Because.", 1, (3, 4), QuestionState.READY),),
            meetings=(Meeting(NOW, ZONE, call=True, people="Ms Officer", note="She called."),),
            undertakings=(Undertaking("To do it", 1, date(2026, 12, 3), date(2026, 12, 2), (5,)),),
            decision=MatterDecision(
                MatterOutcome.FINE, date(2026, 12, 9), "7/2026", "Too late.", "EUR 100", date(2027, 1, 9), "a court"
            ),
        ),
        Breach(
            case_number="BRE-2026-0001",
            title="A lost laptop",
            what="It was left on a train.",
            nature=(BreachNature.CONFIDENTIALITY, BreachNature.AVAILABILITY),
            categories=("contact",),
            subjects=120,
            approximate=False,
            assessment=RiskAssessment(Level.HIGH, Level.MEDIUM, Risk.HIGH, "Names and addresses."),
        ),
    ],
    ids=["complaint", "bare complaint", "matter", "breach"],
)
def test_a_working_file_comes_back_as_it_went_in(store: Store, content: Any) -> None:
    with store.writing() as session:
        case = add_case(session, kind=CaseKind.COMPLAINT)
        assert case_contents.save(session, case.id, content, at=NOW, officer_id=1)
    with store.writing() as session:
        assert case_contents.load(session, case.id, type(content)) == content
        assert case_contents.load_all(session, type(content)) == {case.id: content}
        lines = journal.head(session).length
        assert not case_contents.save(session, case.id, content, at=NOW, officer_id=1)
        assert journal.head(session).length == lines
        other: Any = Breach if not isinstance(content, Breach) else Matter
        with pytest.raises(NotFoundError):
            case_contents.load(session, case.id, other)
    assert verify(store) == ()


def test_a_case_keeps_what_it_is_and_what_it_is_about(full: Store) -> None:
    with full.writing() as session:
        add_complaint(session, cases.load(session, 1))
    with full.reading() as session:
        about = cases.load(session, cases.find(session, COMPLAINT_NUMBER))
        assert (about.kind, about.about_id) == (CaseKind.COMPLAINT, 1)
        assert cases.about(session, 1) == cases.about(session, 1, CaseKind.COMPLAINT) == (about.id,)
        assert cases.about(session, 1, CaseKind.MATTER) == ()
        listed = {kind: [row.number for row in cases.list_case_rows(session, kinds=(kind,))] for kind in CaseKind}
        assert listed == {
            CaseKind.REQUEST: ["DSR-2026-0001"],
            CaseKind.COMPLAINT: [COMPLAINT_NUMBER],
            CaseKind.MATTER: [],
            CaseKind.BREACH: [],
        }


def test_the_newest_decision_on_a_right_counts(store: Store) -> None:
    with store.writing() as session:
        case = add_case(session)
        first = cases.add_decision(session, decision(case.id))
        second = cases.add_decision(session, replace(decision(case.id), outcome=Outcome.GRANTED, grounds=(), schedule=()))
    with store.reading() as session:
        kept = cases.load(session, case.id)
    assert kept.decisions == (first, second)
    assert kept.decision(Right.ERASURE) == second
    assert replace(first, id=0) == decision(case.id)


def test_the_calendar_of_a_case_is_kept_and_can_be_replaced(store: Store) -> None:
    old, new = CalendarSnapshot("DE", "v1", "{}"), CalendarSnapshot("DE", "v2", '{"more":1}')
    with store.writing() as session:
        case, other = add_case(session), add_case(session)
        assert cases.save_calendar(session, case.id, old, at=NOW, officer_id=1)
        assert not cases.save_calendar(session, case.id, old, at=NOW, officer_id=1)
        assert cases.save_calendar(session, other.id, old, at=NOW, officer_id=1)
        assert cases.save_calendar(session, case.id, new, at=NOW, officer_id=1)
    with store.reading() as session:
        assert cases.load(session, case.id).calendars == (new,)
        assert cases.load(session, other.id).calendars == (old,)


def test_one_version_of_a_calendar_cannot_say_two_things(store: Store) -> None:
    with store.writing() as session:
        case, other = add_case(session), add_case(session)
        cases.save_calendar(session, case.id, CalendarSnapshot("DE", "v1", "{}"), at=NOW, officer_id=1)
        with pytest.raises(ValueError, match="version"):
            cases.save_calendar(session, other.id, CalendarSnapshot("DE", "v1", "other"), at=NOW, officer_id=1)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda session: cases.load(session, 9), id="a case by id"),
        pytest.param(lambda session: cases.find(session, "DSR-2026-0009"), id="a case by number"),
        pytest.param(lambda session: add_event(session, 9), id="an event of no case"),
        pytest.param(lambda session: cases.add_decision(session, decision(9)), id="a decision on no case"),
        pytest.param(lambda session: add_letter(session, 9), id="a letter of no case"),
        pytest.param(lambda session: letters.load(session, 9), id="a letter"),
        pytest.param(lambda session: letters.find(session, "L-2026-0009"), id="a letter by number"),
        pytest.param(lambda session: evidence.load(session, 9), id="a file"),
        pytest.param(lambda session: evidence.data(session, 9), id="bytes of a file"),
        pytest.param(lambda session: evidence.quarantine_data(session, 9), id="bytes in quarantine"),
        pytest.param(lambda session: officers.load(session, 9), id="an officer"),
        pytest.param(lambda session: cases.save_cached(session, 9, phase=Phase.CLOSED, deadlines=()), id="a cache of no case"),
        pytest.param(
            lambda session: evidence.add(session, 9, NewEvidence("a", "b", b""), added_at=NOW, officer_id=1),
            id="a file of no case",
        ),
    ],
)
def test_what_is_not_there_is_not_found(store: Store, act: object) -> None:
    with pytest.raises(NotFoundError), store.writing() as session:
        act(session)  # type: ignore[operator]


def test_a_case_is_found_by_its_number_in_small_letters_too(full: Store) -> None:
    with full.reading() as session:
        assert cases.find(session, " dsr-2026-0001 ") == 1
        assert letters.find(session, "L-2026-0002") == 2


def test_an_issued_letter_never_changes(store: Store) -> None:
    with store.writing() as session:
        letter = add_letter(session, add_case(session).id)
        issued = letters.save_issued(session, letter, pdf=b"%PDF one", pages=3, issued_at=NOW, officer_id=1)
    assert (issued.state, issued.pages, issued.issued_at) == (LetterState.ISSUED, 3, NOW)
    with store.reading() as session:
        assert letters.pdf(session, letter) == b"%PDF one"
    acts: tuple[Callable[[Session], object], ...] = (
        lambda session: letters.save_issued(session, letter, pdf=b"%PDF two", pages=1, issued_at=NOW, officer_id=1),
        lambda session: letters.save_draft(session, letter, language="id", fields=LetterFields(("x",)), at=NOW, officer_id=1),
    )
    for act in acts:
        with pytest.raises(LetterNotDraftError) as refused, store.writing() as session:
            act(session)
        assert refused.value.details == {"letter": "L-2026-0001"}
    with store.reading() as session:
        assert letters.load(session, letter) == issued


def test_a_draft_has_no_bytes_and_cannot_leave(store: Store) -> None:
    sent = Dispatch(NOW, DispatchChannel.POST, "x", 1)
    with store.writing() as session:
        letter = add_letter(session, add_case(session).id)
    acts: tuple[Callable[[Session], object], ...] = (
        lambda session: letters.pdf(session, letter),
        lambda session: letters.save_dispatch(session, letter, sent, at=NOW),
        lambda session: letters.save_delivery(session, letter, delivered_at=NOW, proof="", at=NOW, officer_id=1),
    )
    for act in acts:
        with pytest.raises(LetterNotIssuedError), store.writing() as session:
            act(session)


def test_sending_and_delivery_come_back(store: Store) -> None:
    sent = Dispatch(NOW, DispatchChannel.REGISTERED_POST, "Petunia", 1)
    with store.writing() as session:
        letter = add_letter(session, add_case(session).id)
        letters.save_issued(session, letter, pdf=b"%PDF", pages=1, issued_at=NOW, officer_id=1)
        letters.save_dispatch(session, letter, sent, at=NOW)
        with pytest.raises(LetterNotIssuedError):
            letters.save_dispatch(session, letter, sent, at=NOW)
        later = NOW + timedelta(days=2)
        letters.save_delivery(session, letter, delivered_at=later, proof="RR123", at=later, officer_id=1)
    with store.reading() as session:
        kept = letters.load(session, letter)
    assert kept.state is LetterState.DISPATCHED
    told = replace(sent, delivered_at=later, proof="RR123", id=1, outcome=DeliveryOutcome.DELIVERED, outcome_at=later)
    assert kept.dispatch == told
    assert kept.dispatches == (told,)


def test_letters_are_listed_and_counted_by_state(full: Store) -> None:
    with full.reading() as session:
        assert [letter.number for letter in letters.list_all(session)] == ["L-2026-0002", "L-2026-0001"]
        assert [letter.number for letter in letters.list_all(session, LetterState.DRAFT)] == ["L-2026-0002"]
        assert letters.count(session, LetterState.DRAFT, LetterState.DISPATCHED) == 2
        assert letters.count(session, LetterState.ISSUED) == 0
        assert letters.list_for_case(session, 1) == cases.load(session, 1).letters


def test_evidence_is_kept_to_the_byte(store: Store) -> None:
    data = bytes(range(256)) * 4096
    with store.writing() as session:
        case = add_case(session)
        kept = evidence.add(
            session,
            case.id,
            NewEvidence("../scan.pdf", "application/pdf", data, EvidenceKind.IDENTITY),
            added_at=NOW,
            officer_id=1,
        )
        nothing = evidence.add(session, case.id, NewEvidence("empty", "text/plain", b""), added_at=NOW, officer_id=1)
    with store.reading() as session:
        assert evidence.data(session, kept.id) == data
        assert evidence.data(session, nothing.id) == b""
        assert list(evidence.pieces(session, nothing.id)) == []
        assert evidence.list_for_case(session, case.id) == (kept, nothing)
        assert evidence.load(session, kept.id) == kept
    assert (kept.size, kept.name, kept.kind) == (len(data), "../scan.pdf", EvidenceKind.IDENTITY)


def test_a_large_file_is_read_in_pieces_that_make_the_whole(store: Store) -> None:
    data = bytes(range(256)) * 9000 + b"end"
    with store.writing() as session:
        case = add_case(session)
        kept = evidence.add(session, case.id, NewEvidence("scan.pdf", "application/pdf", data), added_at=NOW, officer_id=1)
    with store.reading() as session:
        pieces = list(evidence.pieces(session, kept.id))
    assert [len(piece) for piece in pieces] == [blobs.PIECE, blobs.PIECE, len(data) - 2 * blobs.PIECE]
    assert b"".join(pieces) == data


def test_quarantine_keeps_bytes_and_reason(full: Store) -> None:
    with full.reading() as session:
        (kept,) = evidence.list_quarantine(session)
        assert (kept.name, kept.reason, evidence.count_quarantine(session)) == ("broken.eml", "too_large", 1)
        assert evidence.quarantine_data(session, kept.id) == CANARIES["quarantine"].encode()


def test_bytes_that_were_altered_are_not_handed_out(full: Store) -> None:
    with full.writing() as session:
        session.execute(text("DROP TRIGGER blobs_no_update"))
        session.execute(text("UPDATE blobs SET data = x'00'"))
    reads: tuple[Callable[[Session], bytes], ...] = (
        lambda session: evidence.data(session, 1),
        lambda session: b"".join(evidence.pieces(session, 1)),
        lambda session: letters.pdf(session, 1),
    )
    for read in reads:
        with pytest.raises(StoreDamagedError) as refused, full.reading() as session:
            read(session)
        assert refused.value.details == {"damage": "file_altered"}


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE cases SET channel = 'pigeon'", id="a channel"),
        pytest.param("UPDATE cases SET rights = '[\"fly\"]'", id="a right"),
        pytest.param("UPDATE cases SET subject = '{\"wings\": 2}'", id="a field of a person"),
        pytest.param("UPDATE cases SET laws = '[\"EU\"]'", id="a law without a place"),
        pytest.param("UPDATE events SET kind = 'vanished'", id="an event"),
        pytest.param("UPDATE decisions SET outcome = 'maybe'", id="an outcome"),
        pytest.param("UPDATE decisions SET schedule = '[{}]'", id="a schedule"),
        pytest.param("UPDATE letters SET state = 'lost'", id="a letter's state"),
        pytest.param("UPDATE cases SET subject = 'no json'", id="what is no JSON"),
        pytest.param("UPDATE events SET occurred_at = 'yesterday'", id="what is no instant"),
    ],
)
def test_a_row_that_says_what_no_program_wrote_is_a_named_damage(full: Store, statement: str) -> None:
    with full.writing() as session:
        session.execute(text(statement))
    with pytest.raises(StoreDamagedError) as refused, full.reading() as session:
        cases.load(session, 1)
    assert refused.value.details == {"damage": "row_unreadable"}


def test_settings_are_put_once_and_changed(store: Store) -> None:
    with store.writing() as session:
        assert settings.put(session, "language", "en", at=NOW, officer_id=1)
        assert not settings.put(session, "language", "en", at=NOW, officer_id=1)
        assert settings.put(session, "language", "id", at=NOW, officer_id=1)
    with store.reading() as session:
        assert settings.get_all(session) == {"language": "id"}


def test_officers_come_in_order(store: Store) -> None:
    with store.writing() as session:
        second = officers.add(session, name="Hyacinth Orr", title="Deputy", at=NOW, by=1)
    with store.reading() as session:
        assert officers.list_all(session) == (Officer(1, CANARIES["officer"], "Privacy officer"), second)
        assert officers.load(session, 2) == Officer(2, "Hyacinth Orr", "Deputy")


def test_the_newest_word_on_a_day_holds(store: Store) -> None:
    with store.writing() as session:
        for rests, name in ((True, "first"), (False, "second")):
            office_days.put(
                session, place="ID", on=date(2026, 12, 24), rests=rests, name=name, source="s", at=NOW, officer_id=1
            )
        office_days.put(session, place="DE", on=date(2026, 12, 24), rests=True, name="n", source="s", at=NOW, officer_id=1)
    with store.reading() as session:
        assert office_days.list_all(session, "ID") == (
            OfficeDay("ID", date(2026, 12, 24), rests=False, name="second", source="s"),
        )
        assert [day.place for day in office_days.list_all(session)] == ["DE", "ID"]


def _listed(store: Store, **filters: object) -> list[str]:
    with store.reading() as session:
        return [row.number for row in cases.list_case_rows(session, **filters)]  # type: ignore[arg-type]


@pytest.fixture
def listed(store: Store) -> Store:
    """Three cases: 1 due second, 2 due first, 3 closed without a date."""
    with store.writing() as session:
        add_case(session, subject=subject("Ñandú Óscar 100%", "OSCAR@example.org"))
        add_case(session, subject=subject("Wati Suryani", "wati@example.org"), requester=None, laws=(LawPlace("GB", "GB-ENG"),))
        add_case(
            session, subject=subject("Wati Suryani", ""), request=request(rights=(Right.PORTABILITY,), channel=Channel.POST)
        )
        late, early = stored_deadline(date(2026, 12, 30)), stored_deadline(date(2026, 12, 1), law="GB")
        notice = replace(stored_deadline(date(2026, 11, 30), "paused"), kind="extension_notice")
        cases.save_cached(session, 1, phase=Phase.IN_PROGRESS, deadlines=[late, notice], next_deadline=late)
        cases.save_cached(session, 2, phase=Phase.RECEIVED, deadlines=[early], next_deadline=early)
        cases.save_cached(session, 3, phase=Phase.CLOSED, deadlines=[])
    return store


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        pytest.param({}, [2, 1, 3], id="all, the next due first"),
        pytest.param({"closed": False}, [2, 1], id="open"),
        pytest.param({"closed": True}, [3], id="closed"),
        pytest.param({"text": "dsr-2026-0002"}, [2], id="by number"),
        pytest.param({"text": "nandu oscar"}, [1], id="by name without accents"),
        pytest.param({"text": "surYANI wati"}, [2, 3], id="by words in any order"),
        pytest.param({"text": "orville"}, [1, 3], id="by requester"),
        pytest.param({"text": "%"}, [1], id="a per cent sign is a sign"),
        pytest.param({"text": "_"}, [], id="an underscore is a sign"),
        pytest.param({"right": Right.PORTABILITY}, [3], id="by right"),
        pytest.param({"law": "GB"}, [2], id="by law"),
        pytest.param({"law": "E"}, [], id="by part of a law"),
        pytest.param({"phase": Phase.IN_PROGRESS}, [1], id="by phase"),
        pytest.param({"subject_email": "oscar@EXAMPLE.org"}, [1], id="by address"),
        pytest.param({"case_ids": [1, 3]}, [1, 3], id="by id"),
        pytest.param({"limit": 1}, [2], id="the first"),
        pytest.param({"limit": 2, "offset": 1}, [1, 3], id="the second and third"),
    ],
)
def test_cases_are_listed(listed: Store, filters: dict[str, object], numbers: list[int]) -> None:
    assert _listed(listed, **filters) == [f"DSR-2026-{number:04d}" for number in numbers]
    if not {"limit", "subject_email", "case_ids"} & set(filters):
        with listed.reading() as session:
            assert cases.count(session, **filters) == len(numbers)  # type: ignore[arg-type]


def test_a_listed_case_shows_its_next_deadline(listed: Store) -> None:
    with listed.reading() as session:
        first, second, third = cases.list_case_rows(session)
        assert cases.count_phases(session) == {Phase.RECEIVED: 1, Phase.IN_PROGRESS: 1, Phase.CLOSED: 1}
    assert first.next_deadline == replace(stored_deadline(date(2026, 12, 1), law="GB"), case_id=2)
    assert (second.phase, second.closed, second.officer_name) == (Phase.IN_PROGRESS, False, CANARIES["officer"])
    assert (third.next_deadline, third.closed, third.rights) == (None, True, (Right.PORTABILITY,))


def test_cached_clocks_are_listed(listed: Store) -> None:
    def bodies(**filters: object) -> list[str]:
        with listed.reading() as session:
            return [one.body for one in cases.list_deadlines(session, **filters)]  # type: ignore[arg-type]

    assert bodies() == ["2026-11-30", "2026-12-01", "2026-12-30"]
    assert bodies(case_id=1) == ["2026-12-30", "2026-11-30"]
    assert bodies(states=("paused",)) == ["2026-11-30"]
    assert bodies(ends_before=datetime(2026, 12, 2, tzinfo=UTC)) == ["2026-11-30", "2026-12-01"]
    assert bodies(closed=True) == []


def test_cached_clocks_are_replaced_and_not_added_to(listed: Store) -> None:
    with listed.writing() as session:
        cases.save_cached(session, 1, phase=Phase.CLOSED, deadlines=[])
        assert cases.list_deadlines(session, case_id=1) == ()
    assert _listed(listed, closed=True) == ["DSR-2026-0003", "DSR-2026-0001"]


def test_cases_of_the_same_person_are_found(listed: Store) -> None:
    with listed.reading() as session:
        assert cases.same_person(session, email="WATI@example.org", name="", but=None) == (2,)
        assert cases.same_person(session, email="", name="wati suryani", but=2) == (3,)
        assert cases.same_person(session, email="", name=" ") == ()


def test_ids_are_given_by_standing(listed: Store) -> None:
    with listed.reading() as session:
        assert (cases.ids(session), cases.ids(session, closed=False), cases.ids(session, closed=True)) == (
            (1, 2, 3),
            (1, 2),
            (3,),
        )


def test_a_letter_field_that_an_older_program_did_not_know_takes_its_default(filled: Made) -> None:
    store = filled.open()
    with store.writing() as session:
        session.execute(text('UPDATE letters SET fields = \'{"addressee": ["A"]}\''))
    with store.reading() as session:
        assert letters.load(session, 1).fields == LetterFields(("A",))
        assert letters.load(session, 1).kind is LetterKind.ANSWER
    store.close()
