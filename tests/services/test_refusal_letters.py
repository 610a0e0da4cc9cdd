"""Letters of refusal: by each usable ground of each law, for each right it is for, in both languages of the office.

Each names the ground, its article, the reason for the reader, every remedy of the law (complaint and court among them) and the law's
authority with the address that was checked.
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
from workbench.domain.rulebooks import pick
from workbench.services.authorities import shipped_directory
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import compose_for
from workbench.services.wording import LANGUAGES

REASON = "The same was answered twice this month."
NUMBER = re.compile(r"\d+")
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
    place = LawPlace(law, next((one.place for one in book.authorities), law))
    one = decision(right, Outcome.REFUSED, grounds=(ground_id,), reason=REASON)
    case = case_of(right, laws=(place,), decisions=(one,))
    letter = compose_for(
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
    parts = [part.text for part in letter.letter.paragraphs]
    text = "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")
    assert [one.code for one in letter.required if not one.present or one.remark] == []
    assert letter.letter.language == language
    for expected in (pick(ground.titles, language), pick(ground.letter_texts, language), REASON):
        assert expected in text
    numbers = set(NUMBER.findall(ground.article))
    assert bool(numbers) == (ground_id not in WITHOUT_NUMBER)
    assert not numbers or numbers & set(NUMBER.findall(pick(ground.letter_texts, language)))
    assert "complaint" in {remedy.kind for remedy in book.remedies}
    for remedy in book.remedies:
        begun = pick(remedy.texts, language).split("{")[0].strip()
        assert begun
        assert begun in text
    named = [listed for listed in checked().values() if f"Weg {listed.id}" in text]
    assert [one.law for one in named] == [law]
