"""Breaches: opened, assessed, told law by law or left untold with a reason, and their register."""

import csv
import io
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from tests.makers import EU_DE, ID_ID, JAKARTA, Desktop, at
from tests.paper.reading import words_of
from workbench.domain.breaches import (
    Breach,
    BreachNature,
    LateWithoutReasonError,
    Level,
    NoticeAlreadyMadeError,
    NoticeNotMadeError,
    NoticeStage,
    NotToTell,
    Risk,
    RiskAssessment,
    RiskNotAssessedError,
)
from workbench.domain.cases import CaseKind, Channel, EventKind, LawPlace
from workbench.domain.commands import (
    AssessRisk,
    CloseCase,
    LeaveUntold,
    OpenBreach,
    RecordBreachNotice,
    RecordReturn,
    RecordSubjectsTold,
    SaveBreach,
)
from workbench.domain.errors import InvalidInputError, NotFoundError, NotPermittedError
from workbench.domain.letters import DeliveryOutcome, LetterFields, LetterKind
from workbench.domain.phases import Phase
from workbench.formats.sheets import read_cell
from workbench.services import breach_register, breaches, closure, dispatch
from workbench.services.breaches import BreachClock, BreachPage
from workbench.services.lines import DeadlineLine
from workbench.services.verify import verify_office

BERLIN = "Europe/Berlin"
MY = LawPlace("MY", "MY")
SG = LawPlace("SG", "SG")
BR = LawPlace("BR", "BR")
EVIL = "=HYPERLINK(A1) stolen"


def opened(desktop: Desktop, *laws: LawPlace, **more: Any) -> int:
    fields: dict[str, Any] = {
        "title": "Backup on a stolen laptop",
        "what": "A laptop with a backup was stolen in a train.",
        "aware_at": desktop.hand.now,
        "zone": JAKARTA,
        "laws": laws or (ID_ID, EU_DE),
        **more,
    }
    changes = desktop.do(breaches.open_breach, OpenBreach(**fields))
    assert changes.created is not None
    return int(changes.created)


def page(desktop: Desktop, case_id: int) -> BreachPage:
    return desktop.see(breaches.breach_page, case_id)


def clock(desktop: Desktop, case_id: int, limit: str) -> BreachClock:
    return next(one for law in page(desktop, case_id).laws for one in law.clocks if one.line.limit_id == limit)


def line(desktop: Desktop, case_id: int, limit: str) -> DeadlineLine:
    return clock(desktop, case_id, limit).line


def assess(desktop: Desktop, case_id: int, risk: Risk = Risk.RISK, reasons: str = "The disk was not encrypted.") -> None:
    found = RiskAssessment(Level.MEDIUM, Level.MEDIUM, risk, reasons)
    desktop.do(breaches.assess_risk, AssessRisk(case_id=case_id, assessment=found))


def notice(desktop: Desktop, case_id: int, law: str, stage: NoticeStage = NoticeStage.INITIAL, **more: Any) -> None:
    fields: dict[str, Any] = {"at": desktop.hand.now, "zone": JAKARTA, **more}
    desktop.do(breaches.record_notice, RecordBreachNotice(case_id=case_id, law=law, stage=stage, **fields))


def told(desktop: Desktop, case_id: int, law: str = "", **more: Any) -> None:
    fields: dict[str, Any] = {"at": desktop.hand.now, "zone": JAKARTA, "how": "by e-mail", **more}
    desktop.do(breaches.record_subjects_told, RecordSubjectsTold(case_id=case_id, law=law, **fields))


def leave(desktop: Desktop, case_id: int, law: str, who: NotToTell, reason: str = "No risk remains.") -> None:
    desktop.do(breaches.leave_untold, LeaveUntold(case_id=case_id, law=law, who=who, reason=reason))


def kinds(desktop: Desktop, case_id: int) -> list[EventKind]:
    return [event.kind for event in desktop.page(case_id).case.events]


# Opening


def test_a_breach_is_a_case_of_its_own_with_a_clock_for_each_law(desktop: Desktop) -> None:
    aware = desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop, occurred_at=at("2026-10-31 22:00"), suspected_at=at("2026-11-01 08:00"))
    case = desktop.page(case_id).case
    assert (case.number, case.kind, case.subject.name) == ("BRE-2026-0001", CaseKind.BREACH, "Backup on a stolen laptop")
    assert case.request.channel is Channel.OFFICE
    assert kinds(desktop, case_id) == [EventKind.BREACH_OCCURRED, EventKind.BREACH_SUSPECTED, EventKind.BREACH_AWARE]
    shown = page(desktop, case_id)
    assert (shown.aware_at, shown.occurred_at, shown.suspected_at) == (
        aware,
        at("2026-10-31 22:00"),
        at("2026-11-01 08:00"),
    )
    # Indonesia counts from the instant, the Union from the next full hour: both from the same awareness.
    assert line(desktop, case_id, "ID.breach_auth").due == at("2026-11-05 10:20")
    assert line(desktop, case_id, "EU.breach_auth").due == at("2026-11-05 11:00")
    assert line(desktop, case_id, "EU.breach_auth").safe == at("2026-11-05 10:20")
    assert [law.proposals[0].authority.id for law in shown.laws] == ["idkomdigi", "debfdi"]
    assert shown.laws[0].proposals[0].authority.awaits == "Lembaga PDP"
    assert not any(law.silent or law.waits_for for law in shown.laws)
    assert {one.kind for one in desktop.page(case_id).deadlines} == {"breach_authority", "breach_subject"}
    assert verify_office(desktop.office) == ()


@pytest.mark.parametrize(
    ("fields", "field", "problem"),
    [
        ({"title": "  "}, "breach_title", "empty"),
        ({"laws": ()}, "laws", "empty"),
        ({"aware_at": at("2026-11-02 11:00")}, "aware_at", "in_future"),
        ({"occurred_at": at("2026-11-02 10:01")}, "occurred_at", "after_awareness"),
        ({"suspected_at": at("2026-11-02 10:01")}, "suspected_at", "after_awareness"),
        ({"zone": "Mars/Olympus"}, "aware_at", "unknown_zone"),
    ],
    ids=["no title", "no law", "known tomorrow", "happened after it was known", "suspected after it was known", "no such zone"],
)
def test_what_cannot_be_is_refused_and_nothing_is_opened(
    desktop: Desktop, fields: dict[str, Any], field: str, problem: str
) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        opened(desktop, **fields)
    assert (refusal.value.details["field"], refusal.value.details["problem"]) == (field, problem)
    assert desktop.see(breaches.list_breaches) == ()


def test_hours_pass_and_are_left_law_by_law(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop)
    now = desktop.hand.later(hours=30, minutes=50)
    found = clock(desktop, case_id, "ID.breach_auth")
    assert found.hours(now) == 30
    assert isinstance(found.line.due, datetime)
    assert (found.line.due - now).total_seconds() / 3600 == pytest.approx(41.17, abs=0.01)
    notice(desktop, case_id, "ID")
    later = desktop.hand.later(hours=9)
    assert clock(desktop, case_id, "ID.breach_auth").hours(later) == 30
    assert clock(desktop, case_id, "EU.breach_auth").hours(later) == 39


def test_seventy_two_hours_are_elapsed_hours_over_the_end_of_summer_time(desktop: Desktop) -> None:
    desktop.hand.go("2026-10-23 18:00", BERLIN)
    case_id = opened(desktop, EU_DE, zone=BERLIN)
    # From the next full hour, 19:00 in summer time: 72 hours later it is 18:00 in winter time.
    assert line(desktop, case_id, "EU.breach_auth").due == at("2026-10-26 18:00", BERLIN)
    assert line(desktop, case_id, "EU.breach_auth").safe == at("2026-10-26 17:00", BERLIN)
    now = desktop.hand.go("2026-10-26 18:00", BERLIN)
    assert clock(desktop, case_id, "EU.breach_auth").hours(now) == 73
    notice(desktop, case_id, "EU", zone=BERLIN)
    assert line(desktop, case_id, "EU.breach_auth").state == "met"


# Facts and risk


def test_the_facts_are_kept_without_touching_number_title_and_assessment(desktop: Desktop) -> None:
    case_id = opened(desktop)
    assess(desktop, case_id)
    said = Breach(
        case_number="BRE-1999-0009",
        title="Another title",
        what="  A laptop. ",
        nature=(BreachNature.AVAILABILITY, BreachNature.CONFIDENTIALITY, BreachNature.AVAILABILITY),
        categories=("email", "name"),
        subjects=1200,
        records=3,
        people="customers",
    )
    desktop.do(breaches.save_breach, SaveBreach(case_id=case_id, breach=said))
    kept = page(desktop, case_id).breach
    assert (kept.case_number, kept.title, kept.what) == ("BRE-2026-0001", "Backup on a stolen laptop", "A laptop.")
    assert kept.assessment is not None
    assert kept.categories == ("name", "email")
    assert kept.nature == (BreachNature.CONFIDENTIALITY, BreachNature.AVAILABILITY)
    before = len(desktop.page(case_id).history)
    again = desktop.do(breaches.save_breach, SaveBreach(case_id=case_id, breach=said))
    assert again.cases == frozenset()
    assert len(desktop.page(case_id).history) == before
    assert verify_office(desktop.office) == ()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"categories": ("shoe_size",)}, "breach_categories"),
        ({"subjects": -1}, "breach_subjects"),
        ({"records": -1}, "breach_records"),
    ],
    ids=["a category of nobody", "fewer people than none", "fewer records than none"],
)
def test_facts_that_cannot_be_are_refused(desktop: Desktop, fields: dict[str, Any], field: str) -> None:
    case_id = opened(desktop)
    said = Breach(case_number="", title="", what="", **fields)
    with pytest.raises(InvalidInputError) as refusal:
        desktop.do(breaches.save_breach, SaveBreach(case_id=case_id, breach=said))
    assert refusal.value.details["field"] == field


def test_the_risk_is_assessed_with_reasons_and_can_be_assessed_anew(desktop: Desktop) -> None:
    case_id = opened(desktop)
    with pytest.raises(InvalidInputError, match="invalid_input"):
        assess(desktop, case_id, reasons=" ")
    assess(desktop, case_id, Risk.RISK)
    assess(desktop, case_id, Risk.UNLIKELY, "It was encrypted after all.")
    found = page(desktop, case_id)
    assert found.breach.assessment == RiskAssessment(Level.MEDIUM, Level.MEDIUM, Risk.UNLIKELY, "It was encrypted after all.")
    assert found.assessed_at == desktop.hand.now
    assert EventKind.BREACH_ASSESSED_NOTIFIABLE not in kinds(desktop, case_id)


def test_singapore_counts_from_the_first_assessment_that_finds_a_risk(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    case_id = opened(desktop, SG)
    assert page(desktop, case_id).laws[0].waits_for == (EventKind.BREACH_ASSESSED_NOTIFIABLE,)
    assess(desktop, case_id, Risk.UNLIKELY)
    assert EventKind.BREACH_ASSESSED_NOTIFIABLE not in kinds(desktop, case_id)
    desktop.hand.go("2026-11-04 10:00")
    assess(desktop, case_id, Risk.RISK)
    first = line(desktop, case_id, "SG.breach_auth").due
    assert str(first) == "2026-11-07"
    desktop.hand.go("2026-11-05 10:00")
    assess(desktop, case_id, Risk.HIGH)
    assert kinds(desktop, case_id).count(EventKind.BREACH_ASSESSED_NOTIFIABLE) == 1
    assert line(desktop, case_id, "SG.breach_auth").due == first
    assert page(desktop, case_id).laws[0].waits_for == ()


def test_malaysia_counts_from_the_breach_itself(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:00")
    unknown = opened(desktop, MY)
    assert page(desktop, unknown).laws[0].waits_for == (EventKind.BREACH_OCCURRED,)
    case_id = opened(desktop, MY, occurred_at=at("2026-11-01 09:00"))
    assert line(desktop, case_id, "MY.breach_auth").due == at("2026-11-04 09:00")
    assert clock(desktop, case_id, "MY.breach_auth").hours(desktop.hand.now) == 25


# Notices


def test_one_authority_is_told_in_time_and_the_other_late_with_a_reason(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop)
    assess(desktop, case_id)
    desktop.hand.later(hours=20)
    notice(desktop, case_id, "ID", reference="KOMDIGI 12/2026")
    assert line(desktop, case_id, "ID.breach_auth").state == "met"
    assert line(desktop, case_id, "EU.breach_auth").state == "running"
    desktop.hand.go("2026-11-05 11:01")
    with pytest.raises(LateWithoutReasonError) as refusal:
        notice(desktop, case_id, "EU", late_reason=" ")
    assert refusal.value.details == {"case": "BRE-2026-0001", "law": "EU"}
    assert line(desktop, case_id, "EU.breach_auth").state == "running"
    notice(desktop, case_id, "EU", late_reason="The extent was not known.")
    assert line(desktop, case_id, "EU.breach_auth").state == "met_late"
    first, second = page(desktop, case_id).notices
    assert (first.what, first.law, first.hours, first.late, first.reference) == ("initial", "ID", 20, False, "KOMDIGI 12/2026")
    assert (second.what, second.law, second.hours, second.late) == ("initial", "EU", 72, True)
    assert second.text == "The extent was not known."
    assert first.authority.startswith("Kementerian Komunikasi")
    assert second.officer_name == "Ayu Contoh"


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (1, True)], ids=["at the last minute", "a minute after"])
def test_a_notice_is_late_after_its_instant(desktop: Desktop, minutes: int, *, late: bool) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop, ID_ID)
    desktop.hand.later(hours=72, minutes=minutes)
    if late:
        with pytest.raises(LateWithoutReasonError):
            notice(desktop, case_id, "ID")
    else:
        notice(desktop, case_id, "ID")
        assert line(desktop, case_id, "ID.breach_auth").state == "met"


def test_a_day_clock_ends_with_its_local_day(desktop: Desktop) -> None:
    sao_paulo = "America/Sao_Paulo"
    desktop.hand.go("2026-11-03 10:00", sao_paulo)
    case_id = opened(desktop, BR, zone=sao_paulo)
    assert str(line(desktop, case_id, "BR.breach").due) == "2026-11-06"
    desktop.hand.go("2026-11-06 23:59", sao_paulo)
    notice(desktop, case_id, "BR", zone=sao_paulo)
    assert line(desktop, case_id, "BR.breach").state == "met"


def test_notices_come_in_phases_and_each_in_its_place(desktop: Desktop) -> None:
    case_id = opened(desktop, BR, EU_DE)
    for stage in (NoticeStage.FOLLOW_UP, NoticeStage.FINAL):
        with pytest.raises(NoticeNotMadeError):
            notice(desktop, case_id, "BR", stage)
    notice(desktop, case_id, "BR")
    with pytest.raises(NoticeAlreadyMadeError):
        notice(desktop, case_id, "BR")
    with pytest.raises(NoticeNotMadeError):
        notice(desktop, case_id, "EU", NoticeStage.FOLLOW_UP)
    desktop.hand.later(days=1)
    notice(desktop, case_id, "BR", NoticeStage.FOLLOW_UP, reference="ANPD 7")
    assert line(desktop, case_id, "BR.breach_complement").state == "running"
    desktop.hand.later(days=60)
    notice(desktop, case_id, "BR", NoticeStage.FOLLOW_UP)
    with pytest.raises(LateWithoutReasonError):
        notice(desktop, case_id, "BR", NoticeStage.FINAL)
    notice(desktop, case_id, "BR", NoticeStage.FINAL, late_reason="The forensic report took longer.")
    assert [one.what for one in page(desktop, case_id).notices] == ["initial", "follow_up", "follow_up", "final"]
    assert page(desktop, case_id).notices[-1].late


def test_a_notice_under_a_law_that_the_case_lacks_is_refused(desktop: Desktop) -> None:
    case_id = opened(desktop, ID_ID)
    acts = (
        partial(notice, desktop, case_id, "EU"),
        partial(told, desktop, case_id, "EU"),
        partial(leave, desktop, case_id, "EU", NotToTell.SUBJECTS),
    )
    for act in acts:
        with pytest.raises(InvalidInputError) as refusal:
            act()
        assert refusal.value.details["problem"] == "not_in_case"


def test_nobody_is_told_before_anybody_knew(desktop: Desktop) -> None:
    case_id = opened(desktop, suspected_at=at("2026-11-02 08:00"))
    for early in ("2026-11-02 07:59", "2026-11-02 10:30"):
        with pytest.raises(InvalidInputError, match="invalid_input"):
            notice(desktop, case_id, "ID", at=at(early))
        with pytest.raises(InvalidInputError, match="invalid_input"):
            told(desktop, case_id, "ID", at=at(early))
    notice(desktop, case_id, "ID", at=at("2026-11-02 08:30"))


def test_the_people_are_told_under_one_law_or_all(desktop: Desktop) -> None:
    case_id = opened(desktop)
    with pytest.raises(InvalidInputError, match="invalid_input"):
        told(desktop, case_id, how=" ")
    with pytest.raises(InvalidInputError, match="invalid_input"):
        told(desktop, case_id, count=-1)
    told(desktop, case_id, "EU", count=12)
    assert line(desktop, case_id, "EU.breach_subject").answered_at == desktop.hand.now
    assert line(desktop, case_id, "ID.breach_subject").answered_at is None
    desktop.hand.later(hours=1)
    told(desktop, case_id, count=1200)
    assert line(desktop, case_id, "ID.breach_subject").answered_at == desktop.hand.now
    assert [(one.law, one.count, one.text) for one in page(desktop, case_id).notices] == [
        ("EU", 12, "by e-mail"),
        ("", 1200, "by e-mail"),
    ]


def test_a_letter_that_leaves_is_a_notice_under_its_law_and_none_when_it_comes_back(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop)
    letter_id = desktop.issue(case_id, LetterKind.BREACH_NOTICE, fields=LetterFields(addressee=(), law="EU"))
    desktop.hand.later(hours=73)
    desktop.dispatch(letter_id)
    assert line(desktop, case_id, "EU.breach_auth").state == "met_late"
    assert line(desktop, case_id, "ID.breach_auth").late
    (found,) = page(desktop, case_id).notices
    assert (found.law, found.letter, found.hours, found.late) == ("EU", "L-2026-0001", 73, True)
    assert found.authority.startswith("Die Bundesbeauftragte")
    back = RecordReturn(letter_id=letter_id, outcome=DeliveryOutcome.RETURNED, at=desktop.hand.now, zone=JAKARTA)
    desktop.do(dispatch.record_return, back)
    assert page(desktop, case_id).notices == ()
    assert line(desktop, case_id, "EU.breach_auth").answered_at is None


def test_a_letter_that_comes_late_tells_the_register_why(desktop: Desktop) -> None:
    desktop.hand.go("2026-11-02 10:20")
    case_id = opened(desktop, EU_DE)
    desktop.hand.later(hours=90)
    reason = (("delay_reason", "The provider was silent."),)
    desktop.dispatch(desktop.issue(case_id, LetterKind.BREACH_NOTICE, fields=LetterFields(addressee=(), inserts=reason)))
    (found,) = page(desktop, case_id).notices
    assert (found.late, found.text) == (True, "The provider was silent.")
    assert "after the limit: The provider was silent." in words_of(desktop.see(breach_register.register_pdf))


# Left untold


@pytest.mark.parametrize("who", list(NotToTell), ids=lambda who: who.value)
def test_nobody_is_left_untold_before_the_risk_is_assessed(desktop: Desktop, who: NotToTell) -> None:
    case_id = opened(desktop)
    with pytest.raises(RiskNotAssessedError):
        leave(desktop, case_id, "EU", who)
    assess(desktop, case_id, Risk.UNLIKELY)
    with pytest.raises(InvalidInputError, match="invalid_input"):
        leave(desktop, case_id, "EU", who, reason=" ")
    leave(desktop, case_id, "EU", who)
    limit = {NotToTell.AUTHORITY: "breach_auth", NotToTell.SUBJECTS: "breach_subject"}[who]
    assert line(desktop, case_id, f"EU.{limit}").state == "lapsed"
    assert line(desktop, case_id, f"ID.{limit}").state in {"running", "open_ended"}
    assert page(desktop, case_id).notices[0].what == f"untold_{who.value}"
    assert page(desktop, case_id).laws[1].untold == frozenset(NotToTell) - {who}


def test_who_was_told_is_not_left_untold_afterwards(desktop: Desktop) -> None:
    case_id = opened(desktop)
    assess(desktop, case_id)
    notice(desktop, case_id, "ID")
    told(desktop, case_id)
    for law, who in (("ID", NotToTell.AUTHORITY), ("ID", NotToTell.SUBJECTS), ("EU", NotToTell.SUBJECTS)):
        with pytest.raises(NoticeAlreadyMadeError):
            leave(desktop, case_id, law, who)
    leave(desktop, case_id, "EU", NotToTell.AUTHORITY)
    assert desktop.page(case_id).phase is Phase.NOTICES_DONE
    notice(desktop, case_id, "EU")
    assert line(desktop, case_id, "EU.breach_auth").state == "met"


def test_a_law_without_a_duty_to_tell_says_so(desktop: Desktop) -> None:
    case_id = opened(desktop, LawPlace("AR", "AR"), LawPlace("IN", "IN"))
    argentina, india = page(desktop, case_id).laws
    assert (argentina.silent, argentina.clocks) == (True, ())
    # Of the Indian limits only that of CERT-In is in force in 2026.
    assert [one.line.limit_id for one in india.clocks] == ["IN.certin"]


def test_a_closed_breach_is_worked_on_no_more(desktop: Desktop) -> None:
    case_id = opened(desktop, ID_ID)
    with pytest.raises(NotPermittedError):
        desktop.do(closure.close_case, CloseCase(case_id=case_id))
    assess(desktop, case_id, Risk.UNLIKELY)
    leave(desktop, case_id, "ID", NotToTell.AUTHORITY)
    leave(desktop, case_id, "ID", NotToTell.SUBJECTS)
    assert page(desktop, case_id).may
    desktop.do(closure.close_case, CloseCase(case_id=case_id))
    assert not page(desktop, case_id).may
    saved = SaveBreach(case_id=case_id, breach=Breach(case_number="", title="", what="x"))
    acts = (
        partial(assess, desktop, case_id),
        partial(notice, desktop, case_id, "ID"),
        partial(told, desktop, case_id),
        partial(leave, desktop, case_id, "ID", NotToTell.SUBJECTS),
        partial(desktop.do, breaches.save_breach, saved),
    )
    for act in acts:
        with pytest.raises(NotPermittedError):
            act()
    assert verify_office(desktop.office) == ()


def test_a_request_is_no_breach(desktop: Desktop) -> None:
    case_id = desktop.register()
    with pytest.raises(NotFoundError):
        page(desktop, case_id)
    with pytest.raises(NotPermittedError):
        assess(desktop, case_id)


def test_a_notice_under_one_law_begins_no_clock_of_another(desktop: Desktop) -> None:
    case_id = opened(desktop, MY, EU_DE, occurred_at=at("2026-11-02 09:00"))
    notice(desktop, case_id, "EU")
    assert not any(one.line.limit_id == "MY.breach_subject" for one in page(desktop, case_id).laws[0].clocks)
    desktop.hand.later(hours=5)
    notice(desktop, case_id, "MY")
    assert str(line(desktop, case_id, "MY.breach_subject").due) == "2026-11-09"


def test_laws_are_offered_from_the_home_and_from_open_cases(desktop: Desktop) -> None:
    desktop.register(laws=(EU_DE,))
    desktop.register(laws=(EU_DE, ID_ID))
    found = desktop.see(breaches.laws_to_choose)
    assert [(one.law, one.home, one.cases) for one in found] == [(ID_ID, True, 1), (EU_DE, False, 2)]


# The register


@pytest.fixture
def kept(desktop: Desktop) -> tuple[int, int]:
    """Return two breaches: one told and left untold under two laws, one just opened with hostile words."""
    desktop.hand.go("2026-11-02 10:20")
    first = opened(desktop, occurred_at=at("2026-10-31 22:00"))
    said = Breach(
        case_number="",
        title="",
        what="A laptop with a backup was stolen in a train.",
        nature=(BreachNature.CONFIDENTIALITY,),
        categories=("name", "email"),
        other_data="passwords, hashed",
        people="Customers of the shop",
        subjects=1200,
        records=4000,
        consequences="Unwanted mail.",
        measures="Passwords were reset.",
        protected="scrypt",
    )
    desktop.do(breaches.save_breach, SaveBreach(case_id=first, breach=said))
    assess(desktop, first, Risk.HIGH)
    desktop.hand.later(hours=20)
    notice(desktop, first, "ID", reference="KOMDIGI 12/2026")
    told(desktop, first, "ID", count=1200)
    leave(desktop, first, "EU", NotToTell.SUBJECTS, "Nobody in the Union is affected.")
    desktop.hand.go("2026-11-05 12:00")
    notice(desktop, first, "EU", late_reason="The extent was not known.")
    second = opened(desktop, ID_ID, title=EVIL, what="\t@evil")
    return first, second


def rows(desktop: Desktop, language: str = "en") -> list[list[str]]:
    data = desktop.see(breach_register.register_csv, language=language)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_table_says_what_the_data_say_and_holds_no_formula(desktop: Desktop, kept: tuple[int, int]) -> None:
    assert len(kept) == 2
    heads, evil, good = rows(desktop)
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t"} for row in (evil, good) for cell in row)
    assert read_cell(evil[1]) == EVIL
    found = dict(zip(heads, good, strict=True))
    assert found["Number"] == "BRE-2026-0001"
    assert found["Happened"] == "2026-10-31T22:00+07:00"
    assert found["Known since"] == "2026-11-02T10:20+07:00"
    assert found["Facts"] == "A laptop with a backup was stolen in a train."
    assert found["Categories of data"] == "Name; E-mail address; passwords, hashed"
    assert (found["People affected"], found["Records affected"], found["Counted"]) == ("1200", "4000", "estimates")
    assert (found["Likely consequences"], found["Remedial action"]) == ("Unwanted mail.", "Passwords were reset.")
    assert (found["Risk"], found["Reasons for the assessment"]) == ("High risk", "The disk was not encrypted.")
    assert found["Hours to the first notice"] == "20"
    assert "20 h after awareness, reference KOMDIGI 12/2026" in found["Authorities told"]
    assert "73 h after awareness, after the limit: The extent was not known." in found["Authorities told"]
    assert "1200 people, by e-mail" in found["People told"]
    assert found["Not told, and why"].endswith("Nobody in the Union is affected.")
    other = dict(zip(heads, evil, strict=True))
    assert (other["Risk"], other["Authorities told"], other["Hours to the first notice"]) == (
        "not assessed yet",
        "nobody yet",
        "",
    )


def test_the_list_is_what_the_table_was_made_of(desktop: Desktop, kept: tuple[int, int]) -> None:
    lines = desktop.see(breaches.list_breaches)
    assert [one.case_id for one in lines] == [kept[1], kept[0]]
    assert [one.hours for one in lines] == [None, 20]
    assert lines[0].next is not None
    assert lines[0].next.due == at("2026-11-08 12:00")
    assert lines[1].next is None
    assert lines[1].phase is Phase.NOTICES_DONE


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("Register of breaches", "holds 2 breaches", "Passwords were reset.", "after the limit: The extent", "High risk"),
        ),
        (
            "id",
            (
                "Daftar kegagalan pelindungan data pribadi",
                "memuat 2 kegagalan",
                "Passwords were reset.",
                "lewat batas waktu: The extent",
                "Risiko tinggi",
            ),
        ),
    ],
    ids=["in English", "in Indonesian"],
)
def test_the_register_on_paper_reads_back(
    desktop: Desktop, kept: tuple[int, int], language: str, said: tuple[str, ...]
) -> None:
    assert len(kept) == 2
    text = words_of(desktop.see(breach_register.register_pdf, language=language))
    for words in (*said, "BRE-2026-0001", "BRE-2026-0002", "=HYPERLINK(A1) stolen", "KOMDIGI 12/2026", "20"):
        assert words in text
    heads = rows(desktop, language)[0]
    assert all(
        head in text
        for head in heads[2:]
        if head not in {"Suspected", "Diduga", "Happened at the processor", "Terjadi pada prosesor"}
    )


def test_an_empty_register_says_so(desktop: Desktop) -> None:
    assert "has no breach of personal data on record" in words_of(desktop.see(breach_register.register_pdf))
    assert len(rows(desktop)) == 1
