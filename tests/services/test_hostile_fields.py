"""Hostile texts in every field of every kind of letter, from composing to the page: no word is lost and nothing acts.

The texts go round: each stands once in every field, and every kind in every language has its turn.
"""

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.paper.hostile import PRINTED
from tests.paper.reading import acting_parts, dense
from tests.paper.test_forms import LOGO
from tests.services.letter_cases import OFFICE, clocks_for, composed, filled, fitting, with_subject
from workbench.domain.decisions import ScheduleLine, Treatment
from workbench.domain.letters import TO_OTHERS, ComposedLetter, LetterKind, LetterPartTooLongError, PageForm
from workbench.domain.phases import ANSWERS
from workbench.domain.templates import INSERTS, walk
from workbench.paper.direction import has_rightward
from workbench.paper.layout import render
from workbench.services.letter_texts import languages_of, load_template

TEXTS = tuple(PRINTED.values())
WRITTEN = [(kind, language) for kind in LetterKind for language in languages_of(kind)]
PLACED = ("name", "address", "office", "office_line", "city", "foot")
"""Fields whose place on the page is fixed: what does not fit it is refused."""

FLOWING = ("salutation", "free_text", "reason", "category", "detail", "why", "signatory", "title", "enclosure", *INSERTS)
FIELDS = (*PLACED, *FLOWING)
GROUPS = 10


def written(number: int, field: str) -> str:
    """Return what one field says in one letter: a mark of the field, then a hostile text."""
    at = FIELDS.index(field)
    return f"Q{at:02}Q {TEXTS[(number + at * 11) % len(TEXTS)]}"


def letter_of(number: int) -> tuple[ComposedLetter, dict[str, str]]:
    """Return a letter with a hostile text in each of its fields, and those that must stand in it."""
    kind, language = WRITTEN[number % len(WRITTEN)]
    told = {field: written(number, field) for field in FIELDS}
    case = with_subject(fitting(kind), name=told["name"], address=(told["address"], "50667 Köln"))
    line = ScheduleLine(told["category"], told["detail"], Treatment.WITHHELD, told["why"])
    decisions = tuple(replace(one, reason=told["reason"], schedule=(line,)) for one in case.decisions)
    case = replace(case, decisions=decisions)
    deadlines = clocks_for(kind, case)
    fields = replace(
        filled(kind),
        addressee=(told["name"], told["address"]) if kind in TO_OTHERS else (),
        salutation=told["salutation"],
        free_text=told["free_text"],
        signatory=told["signatory"],
        signatory_title=told["title"],
        inserts=tuple((name, told[name]) for name in INSERTS),
    )
    office = replace(
        OFFICE, office_name="Onee", letterhead=(told["office"], told["office_line"]), office_city=told["city"], office_phone=""
    )
    made = composed(case, kind, language, fields=fields, deadlines=deadlines, office=office)
    letter = replace(
        made.letter,
        form=list(PageForm)[number % len(PageForm)],
        footer=(told["foot"],),
        enclosures=(told["enclosure"],),
        enclosures_label="Enclosures",
        logo=LOGO if number % GROUPS == 0 else b"",
    )
    texts = "\n".join(block.text for block in walk(load_template(kind, language).blocks))
    shown = {"salutation", "signatory", "title", "enclosure", *PLACED, *(place.name for place in made.places)}
    shown |= {"free_text"} if "{free_text}" in texts else set()
    if kind in ANSWERS - {LetterKind.NOTHING_HELD, LetterKind.NOT_CONTROLLER}:
        shown |= {"reason", "category", "detail", "why"}
    return letter, {field: told[field] for field in shown}


def drawn(letter: ComposedLetter) -> tuple[bytes, set[str]]:
    """Return a letter on paper, and the fields that had to be emptied because their place refused them by name."""
    emptied: set[str] = set()
    places: dict[str, tuple[dict[str, Any], set[str]]] = {
        "addressee": ({"addressee": ("Somebody",)}, {"name", "address"}),
        "letterhead": ({"letterhead": ("Onee",), "office_lines": ()}, {"office", "office_line"}),
        "footer": ({"footer": ()}, {"foot"}),
    }
    while True:
        try:
            return render(letter).data, emptied
        except LetterPartTooLongError as error:
            changes, fields = places.pop(str(error.details["field"]))
            letter, emptied = replace(letter, **changes), emptied | fields


def stands_whole(text: str, pages: list[str]) -> bool:
    """Return whether a text stands on a page, or begins on one and goes on over the next."""
    for at, page in enumerate(pages):
        if text in page:
            return True
        fits = next((count for count in range(len(text) - 1, 4, -1) if text[:count] in page), 0)
        if fits and stands_whole(text[fits:], pages[at + 1 : at + 2]):
            return True
    return False


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("group", range(GROUPS))
def test_every_hostile_text_stands_in_every_field_and_does_nothing(group: int, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    for number in range(group, len(TEXTS), GROUPS):
        letter, told = letter_of(number)
        data, refused = drawn(letter)
        file.write_bytes(data)
        read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
        pages = [dense(page) for page in read.split("\f")]
        counts = Counter("".join(pages))
        for field, text in told.items():
            if field in refused:
                continue
            assert Counter(dense(text)) <= counts, (number, field, text)
            if not has_rightward(text) and "\u0361" not in text:
                assert stands_whole(dense(text), pages), (number, field, text)
        assert acting_parts(data) == [], number
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(pictures) == (1 if letter.logo else 0), number


def test_every_text_has_its_turn_in_every_field_and_every_kind_in_every_language() -> None:
    assert {kind for kind, _language in WRITTEN} == set(LetterKind)
    assert len(TEXTS) >= len(WRITTEN)
    for field in FIELDS:
        assert len({written(number, field) for number in range(len(TEXTS))}) == len(set(TEXTS))
