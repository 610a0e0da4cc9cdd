"""Letters of refusal: by each usable ground of each law, for each right it is for, in both languages of the office.

Each names the ground, its article, the reason for the reader, every remedy of the law, the law's authority with the address that was
checked, and one way to a court: the law's own, or the general sentence where the law names none. What is in Indonesian is in no other
language.
"""

import re
from dataclasses import replace
from functools import cache

import pytest

from tests.services.letter_cases import OFFICE, OFFICER, ON, case_of, clocks_of, decision
from workbench.domain.authorities import Check, ListedAuthority, OwnCopy, with_copies
from workbench.domain.cases import LawPlace
from workbench.domain.decisions import Outcome
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.domain.rulebooks import Rulebook, pick
from workbench.services.authorities import shipped_directory
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import LETTER_LANGUAGES, Composed, compose_for
from workbench.services.letter_words import letter_words
from workbench.services.wording import LANGUAGES

REASON = "The same was answered twice this month."
NUMBER = re.compile(r"\d+")
ENGLISH = re.compile(
    r"\b(?:the|of|and|or|to|with|for|by|from|on|in|at|under|where|which|that|is|are|be|not|other|none|via|list|rights?|"
    r"sections?|articles?|arts?|paras?|regs?|exemptions?|exceptions?|grounds?|proviso|schedule|decree|state)\b|\bss?\.\d",
    re.IGNORECASE,
)
"""Words that English sentences and citations are held together by; Indonesian has none of them."""
WITHOUT_NUMBER = {"KE.not_required", "MX.not_required", "MX.retention"}
"""Grounds whose article the research names in words alone."""

USABLE = [
    pytest.param(book.id, ground.id, right, id=f"{ground.id} {right.value}")
    for book in load_rulebooks().values()
    for ground in book.grounds
    if ground.usable
    for right in ground.rights
]


@cache
def checked() -> dict[str, ListedAuthority]:
    """Return the directory with every address checked."""
    shipped = shipped_directory()
    copies = [
        OwnCopy(authority_id=one.id, contact=replace(one.contact, address=(f"Weg {one.id}",)), checked=Check(ON, "Ayu", "web"))
        for one in shipped.authorities.values()
    ]
    return dict(with_copies(shipped, copies).authorities)


def test_every_law_has_a_usable_ground() -> None:
    assert {law for law, _, _ in (param.values for param in USABLE)} == set(load_rulebooks())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("law", "ground_id", "right"), USABLE)
def test_a_refusal_says_all_that_it_must(law: str, ground_id: str, right: Right, language: str) -> None:
    book = load_rulebooks()[law]
    ground = book.ground(ground_id)
    assert ground is not None
    letter = refusal(law, ground_id, right, language)
    text = said(letter)
    assert [one.code for one in letter.required if not one.present] == []
    remarks = ["court_unnamed"] if book.court_unnamed else []
    assert [one.remark for one in letter.required if one.remark] == remarks
    assert letter.letter.language == language
    for expected in (pick(ground.titles, language), pick(ground.letter_texts, language), REASON):
        assert expected in text
    numbers = set(NUMBER.findall(ground.article))
    assert bool(numbers) == (ground_id not in WITHOUT_NUMBER)
    assert not numbers or numbers & set(NUMBER.findall(pick(ground.letter_texts, language)))
    assert "complaint" in {remedy.kind for remedy in book.remedies}
    for remedy in book.remedies:
        begun = pick(remedy.texts, language).split("{")[0].strip()
        assert begun or remedy.general
        assert begun in text
    assert text.count(to_court(book, language)) == 1
    named = [listed for listed in checked().values() if f"Weg {listed.id}" in text]
    assert [one.law for one in named] == [law]


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
@pytest.mark.parametrize("law", sorted(load_rulebooks()))
def test_a_refusal_in_each_language_of_letters_tells_one_way_to_a_court(law: str, language: str) -> None:
    book = load_rulebooks()[law]
    ground_id, right = next((ground.id, ground.rights[0]) for ground in book.grounds if ground.usable)
    letter = refusal(law, ground_id, right, language)
    assert [one.code for one in letter.required if not one.present] == []
    assert said(letter).count(to_court(book, language)) == 1
    general = letter_words(language).word("letter_phrase", "court_general")
    assert (general in said(letter)) is book.court_unnamed


@pytest.mark.parametrize(("law", "ground_id", "right"), USABLE)
def test_an_indonesian_refusal_is_in_indonesian(law: str, ground_id: str, right: Right) -> None:
    book = load_rulebooks()[law]
    letter = refusal(law, ground_id, right, "id", reason="Permohonan yang sama telah dijawab.")
    own = "\n".join(part.text for part in letter.letter.paragraphs if not part.language)
    for authority in book.authorities:
        own = own.replace(authority.name, "")
    assert ENGLISH.findall(own) == []


@pytest.mark.parametrize("ground_id", sorted(WITHOUT_NUMBER))
def test_a_ground_without_an_article_names_the_law_and_says_the_ground(ground_id: str) -> None:
    book = load_rulebooks()[ground_id.partition(".")[0]]
    ground = book.ground(ground_id)
    assert ground is not None
    for language in LANGUAGES:
        short = pick(book.short_names, language).partition(" (")[0]
        told = pick(ground.letter_texts, language)
        assert short in told
        assert not re.search(r"Art|Pasal|\?|same list", told)


def refusal(law: str, ground_id: str, right: Right, language: str, *, reason: str = REASON) -> Composed:
    """Return the letter that refuses one right under one law, every address checked."""
    place = LawPlace(law, next((one.place for one in load_rulebooks()[law].authorities), law))
    case = case_of(right, laws=(place,), decisions=(decision(right, Outcome.REFUSED, grounds=(ground_id,), reason=reason),))
    return compose_for(
        case,
        LetterKind.REFUSAL,
        language,
        None,
        rulebooks=load_rulebooks(),
        office=OFFICE,
        deadlines=clocks_of(case),
        number="L-2026-0117",
        on=ON,
        officer=OFFICER,
        authorities=checked(),
    )


def said(letter: Composed) -> str:
    """Return what a letter says, with plain spaces."""
    return "\n".join(part.text for part in letter.letter.paragraphs).replace("\N{NO-BREAK SPACE}", " ")


def to_court(book: Rulebook, language: str) -> str:
    """Return how a letter under a law begins to tell the way to a court."""
    remedy = next(one for one in book.remedies if one.kind in {"court", "dispute"})
    words = letter_words(language)
    if remedy.general:
        return words.word("letter_phrase", "court_general")
    texts = dict(remedy.texts)
    return (texts[language] if language in texts else words.word("remedy", remedy.kind).split("{")[0]).strip()
