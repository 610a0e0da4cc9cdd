"""The printed answer to "why these dates?": read again as anybody would read it, in both languages."""

from datetime import date

import pytest

from tests.makers import EU_DE, GB_ENG, ID_ID, JAKARTA, SUBJECT, Desktop
from tests.paper.reading import pages_of, words_of
from workbench.domain.cases import LawPlace
from workbench.domain.commands import (
    AcceptMoves,
    AskForIdentity,
    ExtendDeadline,
    OverrideDeadline,
    SetOfficeDay,
    SignRulebook,
)
from workbench.domain.errors import NotFoundError
from workbench.domain.letters import ComposedLetter
from workbench.domain.rights import Right
from workbench.services import case_file, deadlines, identity, moves, overrides, settings, signoffs
from workbench.services.explanations import why_pdf, why_record
from workbench.services.office import Desk
from workbench.services.wording import LANGUAGES, words

REASON = "Agreed on the telephone."
NG_NG = LawPlace("NG", "NG")


def read(desktop: Desktop, case_id: int, language: str = "en", limit_ids: tuple[str, ...] = ()) -> str:
    return words_of(desktop.see(why_pdf, case_id, language, limit_ids=limit_ids))


def record(desktop: Desktop, case_id: int, language: str = "en") -> ComposedLetter:
    def query(desk: Desk) -> ComposedLetter:
        return why_record(desk, case_file.load(desk, case_id), language)

    return desktop.see(query)


def confirm(language: str) -> str:
    return words(language).word("record", "confirm", sure="").strip()


@pytest.mark.parametrize(
    ("language", "title", "due", "hour", "counted", "ends"),
    [
        (
            "en",
            "Why these dates",
            "Due: 2 December 2026.",
            "Due: 5 November 2026, 10:00 WIB.",
            "1 month counted: 2 December 2026.",
            "The limit ends with the end of 2 December 2026.",
        ),
        (
            "id",
            "Mengapa tanggal-tanggal ini",
            "Jatuh tempo: 2 Desember 2026.",
            "Jatuh tempo: 5 November 2026 pukul 10.00 WIB.",
            "Dihitung 1 bulan: 2 Desember 2026.",
            "Tenggat berakhir pada akhir hari 2 Desember 2026.",
        ),
    ],
    ids=["English", "Indonesian"],
)
def test_it_says_every_date_with_its_steps_and_sources(
    desktop: Desktop, language: str, title: str, due: str, hour: str, counted: str, ends: str
) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    text = read(desktop, case_id, language)
    for told in (title, "DSR-2026-0001", due, hour, counted, ends, "GDPR Art 12(3)", "UU PDP Art 32(2)"):
        assert told in text, told
    page = desktop.page(case_id)
    for version in (*(one.version for one in page.case.calendars), *(one.digest for one in page.case.versions)):
        assert version in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_never_names_the_person(desktop: Desktop, language: str) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, ID_ID, GB_ENG))
    data = desktop.see(why_pdf, case_id, language)
    text = words_of(data)
    for secret in (*SUBJECT.name.split(), SUBJECT.email, *SUBJECT.address, "My data", "what you hold"):
        assert secret not in text, secret
    assert SUBJECT.name.encode() not in data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clock_that_stands_still_says_since_when_and_what_is_safe(desktop: Desktop, language: str) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID, GB_ENG))
    desktop.hand.later(days=1)
    ask = AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA)
    desktop.do(identity.ask_for_identity, ask)
    spoken, text = words(language), read(desktop, case_id, language)
    safe = spoken.word("record", "safe", day=spoken.date(date(2026, 12, 2)))
    assert text.count(f"{spoken.word('deadline_state', 'paused')}. {safe}") == 2, "the Union and Britain"
    assert spoken.date(date(2026, 11, 3)) in text
    assert "EDPB 01/2022 para 157" in text
    assert "UK GDPR Art 12A" in text


def test_the_date_set_by_hand_stands_beside_the_reckoned_one(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = OverrideDeadline(case_id=case_id, law="EU", limit_id="EU.respond", due=date(2026, 11, 20), reason=REASON)
    desktop.do(overrides.override_deadline, command)
    text = read(desktop, case_id)
    assert "Due: 20 November 2026." in text
    assert (
        f"Set by hand by Ayu Contoh on 2 November 2026, 10:00 WIB. The reckoned date is 2 December 2026. Reason: {REASON}"
        in text
    )


def test_an_extension_is_told_with_its_notice(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    command = ExtendDeadline(case_id=case_id, law="EU", notified_at=desktop.hand.now, zone=JAKARTA, reason="Nine systems.")
    desktop.do(deadlines.extend_deadline, command)
    text = read(desktop, case_id)
    assert "Due: 2 February 2027." in text
    assert "Nine systems." not in text


def test_an_accepted_move_is_told_once_and_in_words(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    day = SetOfficeDay(place="DE", on=date(2026, 12, 2), rests=True, name="Day of mourning", source="Gazette")
    desktop.do(settings.add_office_day, day)
    found = desktop.see(moves.find_moves, (case_id,))
    desktop.do(moves.accept_moves, AcceptMoves(case_ids=(case_id,), seen=found.digest))
    text = read(desktop, case_id)
    told = "Moved from 2 December 2026 to 3 December 2026, accepted on 2 November 2026, 10:00 WIB: a calendar changed."
    assert text.count(told) == 1
    assert text.count("Moved from") == 1
    assert "Day of mourning" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_counsel_is_asked_until_the_office_has_signed(desktop: Desktop, language: str) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, NG_NG))
    assert read(desktop, case_id, language, ("EU.respond",)).count(confirm(language)) == 0
    assert confirm(language) in read(desktop, case_id, language)
    line = next(one for one in desktop.see(signoffs.list_rulebooks) if one.law == "NG")
    desktop.do(signoffs.sign_rulebook, SignRulebook(law="NG", digest=line.digest, text_read="NDPA 2023, Gazette 119"))
    signed = read(desktop, case_id, language)
    assert confirm(language) not in signed
    assert "NDPA 2023, Gazette 119" in signed
    assert "Ayu Contoh" in signed


def test_only_the_rules_that_are_asked_for(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    text = read(desktop, case_id, "en", ("ID.access",))
    assert "UU PDP Art 32(2)" in text
    assert "GDPR Art 12(3)" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_names_its_source_in_one_place(desktop: Desktop, language: str) -> None:
    case_id = desktop.register(Right.ACCESS, Right.ERASURE, laws=(EU_DE, ID_ID, GB_ENG))
    desktop.do(identity.ask_for_identity, AskForIdentity(case_id=case_id, asked_at=desktop.hand.now, zone=JAKARTA))
    rows = [row for part in record(desktop, case_id, language).paragraphs for row in part.rows]
    assert rows
    for step, source, sure in rows:
        assert not source or source not in step
        assert sure in {"", "H", "M", "L", words(language).word("record", "sure")}


def test_the_notice_of_an_extension_does_not_repeat_the_steps_of_its_answer(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    found = record(desktop, case_id)
    headings = [part.text for part in found.paragraphs if part.style == "heading"]
    assert len(headings) == 2
    assert sum(bool(part.rows) for part in found.paragraphs) == 1
    assert len(pages_of(desktop.see(why_pdf, case_id, "en"))) == 1


def test_a_case_that_is_not_there_has_no_record(desktop: Desktop) -> None:
    with pytest.raises(NotFoundError):
        desktop.see(why_pdf, 99, "en")
