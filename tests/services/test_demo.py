"""The demo store: every phase and every trap, played through the real use cases, the same for the same day."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.makers import PASSPHRASE, Desktop, Hand
from workbench import bootstrap
from workbench.domain.cases import CaseKind, EventKind
from workbench.domain.clocks import StepKind
from workbench.domain.complaints import WhyBarred
from workbench.domain.decisions import Outcome
from workbench.domain.letters import DeliveryOutcome, LetterKind, LetterState
from workbench.domain.matters import MatterKind, MatterOutcome, QuestionState
from workbench.domain.phases import Phase, without_occasion
from workbench.domain.rights import OFFERED_RIGHTS
from workbench.services import demo, plain
from workbench.services.breaches import breach_page, list_breaches
from workbench.services.cases import case_page, list_cases
from workbench.services.complaints import complaint_page, list_complaints
from workbench.services.intake import list_quarantine
from workbench.services.letter_texts import languages_of
from workbench.services.letters import preview_letter
from workbench.services.lines import CaseFilter, CasePage
from workbench.services.matter_pages import MatterPage, list_matters, matter_page
from workbench.services.office import Office, ask
from workbench.services.resources import RESOURCES
from workbench.services.settings import list_officers, read_settings
from workbench.services.today import today_board
from workbench.services.verify import verify_office
from workbench.services.wording import words
from workbench.store.keys import FLOOR


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


CASES: list[dict[str, Any]] = _read("cases")["case"]
OTHER_CASES: list[dict[str, Any]] = [one for kind in ("complaint", "matter", "breach") for one in _read("regulators")[kind]]
PEOPLE: dict[str, Any] = _read("people")["person"]
pytestmark = pytest.mark.xdist_group("demo")  # one played store serves the whole module
VALUE_MISSING = "letter_value_missing"
INCOMPLETE = {"letter_incomplete", "letter_place_empty"}
NOT_INDEPENDENT = "complaint_not_independent"
"""What a letter that nobody has written in yet may lack."""
UNSAID = {"open_reasons", "authority"}
"""Values that the officer has yet to give: why an undertaking is open, to which authority a complaint was passed on."""

OTHER_LAWS = {"BR", "CO", "JP", "NZ", "SG", "US-CA"}
OTHER_DAYS = (date(2027, 3, 7), date(2028, 2, 29))


def make_demo(folder: Path, today: date) -> Office:
    officer = demo.demo_officer()
    office, _code = bootstrap.create_office(
        folder,
        passphrase=PASSPHRASE,
        officer_name=officer.name,
        officer_title=officer.title,
        clock=lambda: demo.demo_opening(today),
        cost=FLOOR,
    )
    demo.fill_demo(office, today)
    office.clock = lambda: demo.demo_now(today)
    return office


def pages_of(office: Office) -> dict[str, CasePage]:
    """Return the page of every case: a request by the key of its person and their order, any other by its number."""
    lines = ask(office, lambda desk: list_cases(desk, CaseFilter(standing="all")))
    pages = [ask(office, partial(case_page, case_id=line.id)) for line in sorted(lines, key=lambda line: line.number)]
    keys = {person["email"]: key for key, person in PEOPLE.items()}
    seen: Counter[str] = Counter()
    found: dict[str, CasePage] = {}
    for page in pages:
        if page.case.kind is not CaseKind.REQUEST:
            found[page.case.number] = page
            continue
        key = keys[page.case.subject.email]
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key} {seen[key]}"] = page
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = make_demo(tmp_path_factory.mktemp("demo") / "office", demo.DEMO_DAY)
    yield made
    made.close()


@pytest.fixture(scope="module")
def pages(played: Office) -> dict[str, CasePage]:
    return pages_of(played)


def respond(page: CasePage, law: str) -> Any:
    (line,) = [line for line in page.deadlines if line.kind == "respond" and line.law == law]
    return line


def steps(page: CasePage, law: str) -> set[StepKind]:
    return {step.kind for step in respond(page, law).reckoning.steps}


def test_there_are_about_seventy_cases_and_each_says_what_it_shows(pages: dict[str, CasePage]) -> None:
    told = CASES + OTHER_CASES
    kinds = Counter(page.case.kind for page in pages.values())
    assert 60 <= len(pages) == len(told) <= 75
    assert kinds == {CaseKind.REQUEST: len(CASES), CaseKind.COMPLAINT: 6, CaseKind.MATTER: 4, CaseKind.BREACH: 3}
    assert all(case["trap"] for case in told)
    assert len({case["trap"] for case in told}) == len(told)


def test_everyone_is_plainly_invented() -> None:
    assert {case["person"] for case in CASES} == set(PEOPLE)
    assert {case["person"] for case in OTHER_CASES if "person" in case} <= set(PEOPLE)
    assert all("@example." in person["email"] for person in PEOPLE.values())


def test_every_phase_is_there(pages: dict[str, CasePage]) -> None:
    assert {page.phase for page in pages.values()} == set(Phase)


def test_every_right_outcome_letter_and_state_is_there(pages: dict[str, CasePage]) -> None:
    assert {right for page in pages.values() for right in page.case.request.rights} >= set(OFFERED_RIGHTS)
    assert {decision.outcome for page in pages.values() for decision in page.case.decisions} == set(Outcome)
    letters = [letter for page in pages.values() for letter in page.letters]
    assert {letter.kind for letter in letters} == set(LetterKind)
    assert {letter.state for letter in letters} == set(LetterState)
    assert {letter.language for letter in letters} == {"en", "id", "de"}
    assert {law.law for page in pages.values() for law in page.case.laws} == {"EU", "GB", "ID", *OTHER_LAWS}


def test_an_hour_clock_is_overdue_one_nearly_over_and_one_two_days_late(pages: dict[str, CasePage]) -> None:
    now = demo.demo_now(demo.DEMO_DAY)
    left = {name: (respond(pages[name], "ID").due - now).total_seconds() / 3600 for name in ("budi", "dewi_k", "sari")}
    assert left == {"budi": 5, "dewi_k": -2, "sari": -48}
    assert [respond(pages[name], "ID").late for name in ("budi", "dewi_k", "sari")] == [False, True, True]


def test_a_short_month_is_clipped(pages: dict[str, CasePage]) -> None:
    line = respond(pages["stefan"], "EU")
    assert (line.due, StepKind.SHORT_MONTH in steps(pages["stefan"], "EU")) == (date(2026, 11, 30), True)


def test_a_month_that_ends_on_a_holiday_is_moved(pages: dict[str, CasePage]) -> None:
    assert respond(pages["jonas"], "EU").due == date(2026, 12, 28)
    assert StepKind.MOVED in steps(pages["jonas"], "EU")


def test_a_pause_for_identity_moves_the_date_and_not_the_safe_one(pages: dict[str, CasePage]) -> None:
    line = respond(pages["hannah 2"], "EU")
    assert (line.due, line.safe) == (date(2026, 12, 1), date(2026, 11, 28))
    assert pages["hannah 2"].earlier_cases[0].number == pages["hannah"].case.number


@pytest.mark.parametrize("name", ["lukas", "giulia"])
def test_a_clock_stands_still_while_the_person_is_asked(pages: dict[str, CasePage], name: str) -> None:
    line = respond(pages[name], "EU")
    assert (line.state, line.due) == ("paused", None)


def test_proof_of_identity_starts_the_british_clock_anew(pages: dict[str, CasePage]) -> None:
    assert StepKind.RESTARTED in steps(pages["olivia"], "GB")
    assert respond(pages["olivia"], "GB").due == date(2026, 12, 7)
    assert respond(pages["gareth"], "GB").state == "paused"


def test_a_clarification_leaves_out_both_end_days(pages: dict[str, CasePage]) -> None:
    assert [span.days for span in respond(pages["harriet"], "GB").reckoning.pauses] == [7]


def test_an_extension_was_announced_in_time(pages: dict[str, CasePage]) -> None:
    line = respond(pages["james"], "EU")
    assert (line.reckoning.extended, line.reckoning.extension_void, line.due) == (True, False, date(2027, 1, 4))


def test_two_laws_run_side_by_side(pages: dict[str, CasePage]) -> None:
    lines = [line for line in pages["putri"].deadlines if line.kind == "respond"]
    assert {(line.law, type(line.due)) for line in lines if line.due is not None} == {("ID", datetime), ("EU", date)}


def test_a_late_answer_and_one_in_time_are_told_apart(pages: dict[str, CasePage]) -> None:
    states = {
        name: {line.state for line in pages[name].deadlines if line.kind == "respond"} for name in ("yuli", "tomasz", "agus")
    }
    assert states == {"yuli": {"met_late"}, "tomasz": {"met_late"}, "agus": {"met"}}


def test_refusals_rest_on_grounds_of_their_law(pages: dict[str, CasePage]) -> None:
    refused = {ground for page in pages.values() for decision in page.case.decisions for ground in decision.grounds}
    assert {"EU.frivolous", "GB.frivolous", "GB.retention", "EU.privacy", "ID.retention"} <= refused


def test_a_registered_letter_came_back(pages: dict[str, CasePage]) -> None:
    (letter,) = pages["annika"].letters
    (sent,) = letter.dispatches
    assert (sent.outcome, sent.tracking) == (DeliveryOutcome.RETURNED, "RR 12 345 678 5 ID")
    assert letter.state is LetterState.ISSUED


def test_a_case_was_reopened(pages: dict[str, CasePage]) -> None:
    assert pages["joko"].case.last(EventKind.REOPENED) is not None
    assert pages["joko"].phase is not Phase.CLOSED


def matter_of(office: Office, kind: MatterKind) -> MatterPage:
    (line,) = [line for line in ask(office, list_matters) if line.kind is kind]
    return ask(office, partial(matter_page, case_id=line.id))


def test_complaints_wait_for_a_finding_for_writing_and_for_somebody_from_outside(played: Office) -> None:
    found = {line.case.subject_name: line for line in ask(played, list_complaints)}
    assert {name: (line.questions, line.questions_open) for name, line in found.items()} == {
        "Tomasz Nowak": (3, 1),
        "Yuli Kartika": (2, 0),
        "Tom Whitfield": (2, 1),
        "Rahmat Hidayat": (0, 0),
        "James Okafor": (2, 0),
        "Dominic Shaw": (1, 0),
    }
    refused = ask(played, partial(complaint_page, case_id=found["Tom Whitfield"].case.id))
    assert {(one.name, one.why) for one in refused.barred} == {
        ("Rina Pratama", (WhyBarred.DECIDED,)),
        ("A. Lestari", (WhyBarred.APPROVED,)),
    }
    upheld = ask(played, partial(complaint_page, case_id=found["Yuli Kartika"].case.id))
    assert [line.late for line in upheld.remedies] == [False, False]
    assert upheld.remedies[0].remedy.due_on == date(2026, 11, 30)


def test_an_authority_granted_more_time_and_four_questions_stand_at_three_states(played: Office) -> None:
    page = matter_of(played, MatterKind.ENQUIRY)
    states = Counter(one.state for one in page.matter.questions)
    assert states == {QuestionState.READY: 2, QuestionState.DRAFTED: 1, QuestionState.OPEN: 1}
    assert page.own is not None
    assert (page.own.due, page.matter.target_on) == (date(2026, 12, 1), date(2026, 11, 27))
    assert [one.granted for one in page.more_time] == [True]


def test_an_authority_overturned_a_refusal_and_the_request_is_open_again(played: Office, pages: dict[str, CasePage]) -> None:
    page = matter_of(played, MatterKind.COMPLAINT)
    assert page.matter.decision is not None
    assert page.matter.decision.outcome is MatterOutcome.OVERTURNED
    reopened = pages["greta"].case.last(EventKind.REOPENED)
    assert reopened is not None
    assert (reopened.detail("cause"), reopened.detail("rights")) == ("regulator", "erasure")


def test_one_undertaking_is_kept_one_overdue_and_one_to_come(played: Office) -> None:
    promised = matter_of(played, MatterKind.AUDIT).matter.undertakings
    standing = [(one.kept_on is not None, one.due_on < demo.DEMO_DAY) for one in promised]
    assert standing == [(True, True), (False, True), (False, False)]


def test_a_breach_runs_one_was_told_in_time_and_one_was_left_untold(played: Office) -> None:
    running, untold, told = ask(played, list_breaches)
    now = demo.demo_now(demo.DEMO_DAY)
    clocks = [clock for law in ask(played, partial(breach_page, case_id=running.case_id)).laws for clock in law.clocks]
    assert {clock.hours(now) for clock in clocks} == {30}
    assert running.breach.assessment is None
    assert {one.what for one in untold.notices} == {"untold_authority", "untold_subjects"}
    assert (told.phase, told.hours) == (Phase.CLOSED, 22)
    assert not any(one.late for one in told.notices)


def test_today_has_something_of_everything(played: Office) -> None:
    board = ask(played, today_board)
    assert board.today == demo.DEMO_DAY
    assert (board.overdue, board.oldest_late_days) == (2, 2)
    assert min(board.due_in_seven_days, board.paused, board.to_approve) >= 2
    assert len(ask(played, list_quarantine)) == 1


def test_two_officers_work_there_and_the_office_is_described(played: Office) -> None:
    assert [officer.name for officer in ask(played, list_officers)] == ["Rina Pratama", "A. Lestari"]
    assert ask(played, read_settings).office_city == "Jakarta"


def test_the_store_is_sound(played: Office) -> None:
    assert verify_office(played) == ()


def test_the_journal_runs_forward_in_time(pages: dict[str, CasePage]) -> None:
    recorded = [(event.id, event.recorded_at) for page in pages.values() for event in page.case.events]
    ordered = [at for _id, at in sorted(recorded)]
    assert ordered == sorted(ordered)
    assert ordered[-1] <= demo.demo_now(demo.DEMO_DAY)
    assert all(event.occurred_at <= event.recorded_at for page in pages.values() for event in page.case.events)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_date_can_be_explained(pages: dict[str, CasePage], language: str) -> None:
    spoken = words(language)
    told = [plain.explained_as_json(line, spoken) for page in pages.values() for line in page.deadlines]
    assert all(step["text"].strip() for line in told for step in line["steps"])
    assert all(line["steps"] for line in told if line["due"] is not None)
    assert all(spoken.word("next_step", page.next_step.code) for page in pages.values())


def test_the_same_day_gives_the_same_content(pages: dict[str, CasePage], tmp_path: Path) -> None:
    again = make_demo(tmp_path / "again", demo.DEMO_DAY)
    second = pages_of(again)
    again.close()
    assert {key: content_of(page) for key, page in second.items()} == {key: content_of(page) for key, page in pages.items()}


def content_of(page: CasePage) -> dict[str, Any]:
    """Return what a case holds; the digest of a letter is left out, for its paper names the head of its own store's journal."""
    found = plain.page_as_json(page)
    return {**found, "letters": [{**letter, "sha256": bool(letter["sha256"])} for letter in found["letters"]]}


@pytest.mark.parametrize("today", OTHER_DAYS, ids=["a Sunday in another year", "a leap day"])
def test_another_day_plays_as_well(today: date, tmp_path: Path) -> None:
    office = make_demo(tmp_path / "office", today)
    board = ask(office, today_board)
    assert (board.today, board.overdue >= 2, verify_office(office)) == (today, True, ())
    office.close()


def only_unsaid(details: str) -> bool:
    return {part.strip() for part in details.split(",") if part.strip()} <= UNSAID


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_kind_is_drawn_for_every_case(kind: LetterKind, played: Office, pages: dict[str, CasePage]) -> None:
    """In every language where the case has an occasion for it; each fourth of the others in one language, each in turn."""
    languages = languages_of(kind)
    for number, (key, page) in enumerate(pages.items()):
        reason = without_occasion(page.case, kind)
        for language in (languages[number // 4 % len(languages)],) * (number % 4 == 0) if reason else languages:
            shown = ask(played, partial(preview_letter, case_id=page.case.id, kind=kind, language=language))
            codes = {code for code, details in shown.problems if code != VALUE_MISSING or not only_unsaid(details)}
            assert shown.pdf.startswith(b"%PDF-"), (key, language, codes)
            assert ("letter_incomplete" in codes) == any(not one.present for one in shown.required), (key, language)
            about_me = {NOT_INDEPENDENT} if kind is LetterKind.COMPLAINT_OUTCOME else set[str]()
            assert codes <= INCOMPLETE | about_me or reason, (key, language, codes)


def test_an_office_with_cases_of_its_own_is_left_alone(desktop: Desktop, hand: Hand) -> None:
    desktop.register()
    before, clock = len(desktop.see(list_cases)), desktop.office.clock
    with pytest.raises(demo.DemoNeedsEmptyOfficeError):
        demo.fill_demo(desktop.office, demo.DEMO_DAY)
    assert (len(desktop.see(list_cases)), desktop.office.clock) == (before, clock)
    assert clock is hand
