"""Every kind of letter under every law and in every language it is written in, and what each of them must not lack."""

from dataclasses import replace
from datetime import date

import pytest

from tests.paper.reading import words_of
from tests.services.letter_cases import (
    EU_DE,
    GB_ENG,
    ID_ID,
    case_of,
    clocks_for,
    composed,
    decision,
    filled,
    fitting,
    fitting_letter,
    ground_of,
    law_place,
    tellings,
)
from workbench.domain.cases import CaseKind, EventKind, LawPlace
from workbench.domain.decisions import Outcome
from workbench.domain.letters import (
    TO_AUTHORITIES,
    TO_OTHERS,
    LetterFields,
    LetterIncompleteError,
    LetterKind,
    LetterPlaceEmptyError,
    LetterValueMissingError,
)
from workbench.domain.phases import ANSWERS, COMPLAINTS, LETTERS_OF, without_occasion
from workbench.domain.rights import Right
from workbench.domain.templates import INSERTS, OWN_WORDS, Block, Template, placeholders_in, walk
from workbench.paper.layout import render
from workbench.services.laws import load_rulebooks
from workbench.services.letter_contents import REMEDIES, content_demands, demands_of
from workbench.services.letter_texts import LONG_SCHEDULE, Composed, languages_of, load_template, refusals

WRITTEN = [(kind, language) for kind in LetterKind for language in languages_of(kind)]
LAWS = tuple(sorted(load_rulebooks()))
HANGING = ("  ", " ,", " .", "()", "( ", "{", "}", ": .", "..", ",,")


def said(letter: Composed) -> str:
    """Return the words of a letter's paragraphs, with plain blanks."""
    parts = [cell for part in letter.letter.paragraphs for cell in (part.text, *(cell for row in part.rows for cell in row))]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")


def groundless(law: str, letter: Composed) -> bool:
    """Return whether a letter lacks nothing but a ground that its law does not have."""
    lacking = {one.code for one in letter.required if not one.present}
    return lacking == {"ground"} and bool(law)


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
@pytest.mark.parametrize("law", LAWS)
def test_every_kind_is_complete_under_every_law(kind: LetterKind, language: str, law: str) -> None:
    place = law_place(law)
    if kind is LetterKind.EXTENSION and not any(limit.extension for limit in load_rulebooks()[law].limits):
        assert law == "ID" or not refusals(fitting_letter(kind, language, (place,)), "L-1")
        return
    for telling in tellings(kind) or (None,):
        letter = fitting_letter(kind, language, (place,), telling)
        found = [error.code for error in refusals(letter, "L-1")]
        assert found == [] or groundless(law, letter), (telling, [error.details for error in refusals(letter, "L-1")])
        words = said(letter)
        assert not [one for one in HANGING if one in words], words


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_every_kind_prints_under_three_laws_at_once(kind: LetterKind, language: str) -> None:
    letter = fitting_letter(kind, language, (EU_DE, GB_ENG, ID_ID))
    words = words_of(render(letter.letter).data)
    assert "DSR-2026-0038" in words
    for insert in letter.places:
        assert f"Words for {insert.name}" in words


def without(blocks: tuple[Block, ...], code: str) -> tuple[Block, ...]:
    """Return blocks without those that print a required content."""
    kept = (replace(block, blocks=without(block.blocks, code)) for block in blocks if code not in block.provides)
    return tuple(block for block in kept if block.blocks or block.style)


def codes_of(kind: LetterKind, letter: Composed) -> set[str]:
    """Return the contents that are demanded of a letter and that its template prints."""
    return {one.code for one in letter.required} & load_template(kind, "en").provides


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_a_letter_that_loses_a_required_block_is_refused_with_the_source(kind: LetterKind, language: str) -> None:
    template = load_template(kind, language)
    dropped: set[str] = set()
    for telling in tellings(kind) or (None,):
        law = law_with_ground(telling)
        if law is None:
            continue  # no law lets this right be refused
        whole = fitting_letter(kind, language, (law,), telling)
        assert all(one.present for one in whole.required)
        for code in codes_of(kind, whole):
            mutant = replace(template, blocks=without(template.blocks, code))
            errors = refusals(fitting_letter(kind, language, (law,), telling, template=mutant), "L-1")
            refused = next(error for error in errors if isinstance(error, LetterIncompleteError))
            assert code in str(refused.details["missing"]).split(",")
            dropped.add(code)
    assert demanded_of(kind) <= dropped


def law_with_ground(telling: tuple[Right, Outcome] | None) -> LawPlace | None:
    """Return a law under which a decision can be told: one with a ground where it says no to something."""
    if telling is None or telling[1] not in {Outcome.PARTLY, Outcome.REFUSED}:
        return EU_DE
    return next((law_place(law) for law in ("EU", *LAWS) if ground_of(law, telling[0])), None)


def demanded_of(kind: LetterKind) -> set[str]:
    """Return the contents that a kind must have in some case: those of decisions only where it tells such decisions."""
    outcomes = {outcome for telling in tellings(kind) if law_with_ground(telling) for outcome in telling[1:]}
    found = {one.code for one in demands_of(kind) if not one.outcomes or one.outcomes & outcomes}
    return found - {REMEDIES, "reference"}


def test_a_letter_without_lines_of_reference_is_refused() -> None:
    template = replace(load_template(LetterKind.ACKNOWLEDGEMENT, "en"), references=())
    letter = fitting_letter(LetterKind.ACKNOWLEDGEMENT, template=template)
    assert [one.code for one in letter.required if not one.present] == ["reference"]


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_demand_has_its_reason_and_every_law_its_source(kind: LetterKind) -> None:
    unsourced = {one.code for one in demands_of(kind) if not one.sources} | {"reference"}
    for one in fitting_letter(kind).required:
        assert one.why == () or set(dict(one.why)) == {"en", "id"}
        assert one.source or one.code in unsourced, one


def test_the_demands_name_only_contents_that_some_template_of_the_kind_prints() -> None:
    for demand in content_demands():
        assert set(dict(demand.why)) == {"en", "id"}
        for kind in demand.kinds:
            if demand.code in demanded_of(kind):
                assert demand.code in load_template(kind, "en").provides, (kind, demand.code)


# Places for the officer's words


def suggested_by_file(kind: LetterKind) -> set[str]:
    """Return the places for which the working file of the case has words."""
    if kind.value.startswith("authority_"):
        return {"matter", "their_reference"}
    of_breach = {"matter", "what_happened", "data_affected", "people_affected", "likely_consequences", "measures_taken"}
    return of_breach if kind.value.startswith("breach_") else set()


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_a_needed_place_without_words_stops_the_issue_and_is_named(kind: LetterKind, language: str) -> None:
    case = fitting(kind)
    letter = composed(case, kind, language, fields=LetterFields(filled(kind).addressee, free_text="Words."))
    suggested = {"identifiers", "reply_by", "complaint_topic"} | suggested_by_file(kind)
    needed = tuple(one.name for one in letter.places if one.needed and one.name not in suggested)
    named = [str(error.details["places"]) for error in refusals(letter, "L-1") if isinstance(error, LetterPlaceEmptyError)]
    assert named == ([",".join(needed)] if needed else [])


@pytest.mark.parametrize("kind", sorted(TO_OTHERS - TO_AUTHORITIES))
def test_a_letter_to_somebody_else_needs_an_addressee(kind: LetterKind) -> None:
    letter = composed(
        fitting(kind), kind, fields=replace(filled(kind), addressee=()), deadlines=clocks_for(kind, fitting(kind))
    )
    assert [error.details.get("places") for error in refusals(letter, "")] == ["addressee"]
    assert ("Hannah Beispiel" in said(letter)) is (kind is not LetterKind.BREACH_SUBJECTS)
    assert letter.letter.salutation == "Dear Sir or Madam,"


def test_a_letter_to_an_authority_goes_to_that_of_the_law_and_needs_a_text() -> None:
    letter = composed(
        fitting(LetterKind.AUTHORITY, (GB_ENG,)), LetterKind.AUTHORITY, fields=LetterFields((), inserts=(("matter", "X"),))
    )
    assert letter.letter.addressee[0] == load_rulebooks()["GB"].authorities[0].name
    assert [error.details.get("places") for error in refusals(letter, "")] == ["free_text"]


def test_a_value_that_is_missing_is_named() -> None:
    case = replace(case_of(Right.ACCESS), number="")
    letter = composed(case, LetterKind.ACKNOWLEDGEMENT)
    blank = next(error for error in refusals(letter, "L-1") if isinstance(error, LetterValueMissingError))
    assert blank.details == {"values": "reference", "letter": "L-1"}


@pytest.mark.parametrize("kind", list(LetterKind))
def test_paragraphs_with_words_of_the_officer_are_marked_and_told(kind: LetterKind) -> None:
    letter = fitting_letter(kind, telling=(Right.ACCESS, Outcome.PARTLY) if kind is LetterKind.ANSWER else None)
    for part in letter.letter.paragraphs:
        own = "Words for" in part.text or "Which account" in part.text or "in our own words" in part.text
        assert part.own is (own or (part.style == "table" and bool(part.rows))), part.text
    told = {one.place for one in letter.own_words}
    assert {one.name for one in letter.places} <= told
    assert "free_text" in told
    assert ("addressee" in told) is (kind in TO_OTHERS)


def test_what_was_suggested_stands_beside_what_the_officer_wrote() -> None:
    letter = composed(
        fitting(LetterKind.COMPLAINT_ACKNOWLEDGEMENT),
        LetterKind.COMPLAINT_ACKNOWLEDGEMENT,
        fields=LetterFields((), salutation="Good day,", inserts=(("complaint_topic", "The answer was late and wrong."),)),
    )
    told = {one.place: one for one in letter.own_words}
    assert (told["complaint_topic"].text, told["complaint_topic"].suggested) == (
        "The answer was late and wrong.",
        "The answer came late.",
    )
    assert (told["salutation"].text, told["salutation"].suggested) == ("Good day,", "Dear Ms Hannah Beispiel,")


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_a_template_prints_each_of_its_places_and_nothing_of_the_inner_note(kind: LetterKind, language: str) -> None:
    template: Template = load_template(kind, language)
    texts = [
        template.subject[-1].text,
        *(text for _, text in template.references),
        *(one.text for one in walk(template.blocks)),
    ]
    used = {name for text in texts for name in placeholders_in(text)}
    assert {one.name for one in template.inserts} <= used
    assert used & set(INSERTS) <= OWN_WORDS
    assert "inner note" not in said(fitting_letter(kind, language))


# What particular kinds say


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "replaces our letter L-2026-0101"), ("id", "nomor L-2026-0101 tanggal")]
)
@pytest.mark.parametrize("kind", list(LetterKind))
def test_a_correction_names_the_letter_that_it_replaces(kind: LetterKind, language: str, sentence: str) -> None:
    letter = composed(fitting(kind), kind, language, fields=filled(kind), corrected=("L-2026-0101", date(2026, 11, 3)))
    assert sentence in said(letter)
    assert sentence not in said(composed(fitting(kind), kind, language, fields=filled(kind)))


def test_a_long_schedule_stands_in_an_annex() -> None:
    telling = (Right.ACCESS, Outcome.GRANTED)
    short = fitting_letter(LetterKind.ANSWER, telling=telling, lines=LONG_SCHEDULE)
    long = fitting_letter(LetterKind.ANSWER, telling=telling, lines=LONG_SCHEDULE + 1)
    assert [part.style for part in short.letter.paragraphs].count("annex") == 0
    assert [part.style for part in long.letter.paragraphs][-2:] == ["annex", "table"]
    assert len(long.letter.paragraphs[-1].rows) == LONG_SCHEDULE + 2
    assert "annex to this letter" in said(long)
    assert refusals(long, "L-1") == ()


def test_a_clock_notice_says_when_the_clock_stood_still_and_the_new_date() -> None:
    words = said(fitting_letter(LetterKind.CLOCK_NOTICE))
    assert "stood still from 2 November 2026 until 9 November 2026, while we waited for proof of identity (6 days)" in words
    assert "is due by 30 November 2026 at the latest" in words
    never = composed(fitting(LetterKind.CLOCK_NOTICE), LetterKind.CLOCK_NOTICE)
    assert [one.code for one in never.required if not one.present] == ["pause_told"]


def test_a_fee_notice_says_what_waiting_for_the_fee_does_under_each_law() -> None:
    words = said(fitting_letter(LetterKind.FEE_NOTICE, laws=(EU_DE, GB_ENG, law_place("CH"))))
    assert "European Union the period keeps running meanwhile" in words
    assert words.count("begins anew on the day on which your reply reaches us") == 2


def test_a_letter_with_nothing_to_say_has_no_occasion() -> None:
    bare = case_of(Right.ACCESS)
    why = {kind: without_occasion(bare, kind) for kind in LetterKind}
    assert {kind for kind, reason in why.items() if reason == "nothing_to_tell"} == ANSWERS
    assert why[LetterKind.EXTENSION] == "no_extension"
    assert why[LetterKind.CLOCK_NOTICE] == "no_pause"
    assert why[LetterKind.RECIPIENT_NOTICE] == "nothing_to_pass_on"
    assert {why[kind] for kind in COMPLAINTS & LETTERS_OF[CaseKind.REQUEST]} == {"no_complaint"}
    apart = {LetterKind.COMPLAINT_IN_WRITING, LetterKind.COMPLAINT_PASSED_ON}
    assert COMPLAINTS - LETTERS_OF[CaseKind.REQUEST] == apart, "a complaint within a request is not put in writing or passed on"
    assert {kind for kind, reason in why.items() if reason == "other_case"} == set(LetterKind) - LETTERS_OF[CaseKind.REQUEST]
    assert without_occasion(replace(bare, kind=CaseKind.MATTER), LetterKind.AUTHORITY_MORE_TIME) == "no_more_time"
    for kind in LetterKind:
        assert without_occasion(fitting(kind), kind) == "", kind


def test_a_notice_to_recipients_tells_what_was_done_and_not_why() -> None:
    erased = replace(decision(Right.ERASURE, Outcome.GRANTED), reason="Because the contract ended.")
    case = case_of(Right.ACCESS, Right.ERASURE, decisions=(decision(Right.ACCESS, Outcome.GRANTED), erased))
    words = said(composed(case, LetterKind.RECIPIENT_NOTICE, fields=filled(LetterKind.RECIPIENT_NOTICE)))
    assert "We have erased these data" in words
    assert "contract ended" not in words
    assert "access" not in words


def test_a_complaint_is_dated_by_its_own_receipt() -> None:
    letter = fitting_letter(LetterKind.COMPLAINT_ACKNOWLEDGEMENT)
    assert "We received your complaint on 10 November 2026" in said(letter)
    assert "The answer came late" not in said(letter)
    silent = composed(fitting(LetterKind.COMPLAINT_ACKNOWLEDGEMENT), LetterKind.COMPLAINT_ACKNOWLEDGEMENT)
    assert "The answer came late" in said(silent)
    assert fitting(LetterKind.COMPLAINT_OUTCOME).last(EventKind.COMPLAINT_RECEIVED) is not None
