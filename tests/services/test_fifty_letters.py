"""Fifty letters of every kind, in every language, page form and writing, as the checkers and readers of other programs see them."""

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from tests.paper.test_archive import FOLDER, HAS_PREFLIGHT, JARS
from tests.paper.test_structure import structure_of
from tests.paper.test_structure import words_of as words_in_structure
from tests.services.letter_cases import (
    EU_DE,
    GB_ENG,
    ID_ID,
    clocks_for,
    composed,
    filled,
    fitting,
    tellings,
    with_subject,
)
from workbench.domain.letters import TO_OTHERS, ComposedLetter, LetterKind, PageForm
from workbench.paper.forms import BLOCK_WORDS
from workbench.paper.layout import render
from workbench.services.letter_texts import LONG_SCHEDULE, languages_of

NAMES = (
    "Hannah Beispiel",
    "Nguyễn Thị Ánh",
    "Ἑλένη Παπαδοπούλου",
    "Ђорђе Петровић",
    "محمد عبد الله",
    "王小明",
    "山田 太郎",
    "홍길동",
    "สมชาย น้ำแก้ว",
    "राजेश क्षत्रिय",
    "ꦧꦸꦢꦶ ꦱꦤ꧀ꦠꦺꦴꦱꦺꦴ",
    "דוד כהן",
    "Dato' Sri Ng Wei-Ling, Ph.D.",
)
LAWS = ((EU_DE,), (ID_ID,), (EU_DE, GB_ENG, ID_ID))
COUNT = 50
DASH = "\N{EN DASH}"
_INVISIBLE = frozenset("\u200b\u200c\u200d\ufeff")


def mixed() -> Iterator[tuple[str, ComposedLetter]]:
    """Yield letters that differ in everything a letter can differ in, each with a name that says how."""
    kinds = list(LetterKind)
    for number in range(COUNT):
        kind = kinds[number % len(kinds)]
        languages = languages_of(kind)
        language = languages[number // 2 % len(languages)]
        form = list(PageForm)[number % len(PageForm)]
        laws, name = LAWS[(number // 2) % len(LAWS)], NAMES[number % len(NAMES)]
        possible = tellings(kind)
        telling = possible[number % len(possible)] if possible else None
        case = with_subject(
            fitting(kind, laws, telling, lines=LONG_SCHEDULE + 12 if number % 8 == 0 else 3),
            name=name,
            address=(f"c/o {name}", "Straße 4", "50667 Köln", "GERMANY"),
        )
        deadlines = clocks_for(kind, case)
        fields = replace(filled(kind), addressee=(name, "1 Some Street") if kind in TO_OTHERS else ())
        made = composed(case, kind, language, fields=fields, deadlines=deadlines)
        enclosures = (f"{name}.pdf", "Schedule of data") if number % 3 == 0 else ()
        yield (
            f"{number:02} {kind.value} {language} {form.value}",
            replace(made.letter, form=form, enclosures=enclosures, anchor="0" * 64),
        )


@cache
def drawn() -> dict[str, tuple[ComposedLetter, bytes]]:
    """Return the letters with their bytes, drawn once for all tests."""
    return {name: (letter, render(letter).data) for name, letter in mixed()}


def letters_only(text: str) -> str:
    """Return a text composed, without blanks and what cannot be seen."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if not one.isspace() and one not in _INVISIBLE)


def reading_order(letter: ComposedLetter) -> str:
    """Return the words of a letter in the order in which they are to be read."""
    head = [*letter.letterhead, *letter.office_lines]
    lines = [f"{label}: {value}" for label, value in letter.reference_lines]
    if letter.form is PageForm.INDONESIA:
        words = BLOCK_WORDS.get(letter.language, BLOCK_WORDS["en"])
        if letter.enclosures:
            lines.append(f"{words.enclosures}: {words.count.replace('{count}', str(len(letter.enclosures)))}")
        own = any(letter.subject.startswith(f"{label}:") for label in (words.subject, *words.also))
        lines.append(letter.subject if own else f"{words.subject}: {letter.subject}")
        head += [letter.place_and_date, *lines, *letter.addressee]
    else:
        head += [*letter.addressee, letter.place_and_date, *lines, letter.subject]
    begins = next((at for at, one in enumerate(letter.paragraphs) if one.style == "annex"), len(letter.paragraphs))
    parts = [said(letter, at) for at in range(len(letter.paragraphs))]
    enclosed = [letter.enclosures_label, *(f"{DASH}{one}" for one in letter.enclosures)] if letter.enclosures else []
    after = [letter.closing, *letter.signatory, *enclosed]
    return "".join([*head, letter.salutation, *parts[:begins], *after, *parts[begins:]])


def said(letter: ComposedLetter, at: int) -> str:
    """Return the words of one paragraph, a list with its dash, a table without the columns that say nothing."""
    part = letter.paragraphs[at]
    if part.style == "list":
        return f"{DASH}{part.text}"
    used = (
        [at for at in range(len(part.rows[0])) if at == 0 or any(row[at].strip() for row in part.rows[1:])] if part.rows else []
    )
    return "".join([*(row[at] for row in part.rows for at in used), part.text])


def test_the_fifty_are_of_every_kind_language_form_and_writing() -> None:
    letters = [letter for letter, _data in drawn().values()]
    assert len(letters) == COUNT
    assert {letter.form for letter in letters} == set(PageForm)
    assert {letter.language for letter in letters} == {language for kind in LetterKind for language in languages_of(kind)}
    assert {name.split()[1] for name in drawn()} == {kind.value for kind in LetterKind}
    assert all(any(name in "".join(letter.addressee) for letter in letters) for name in NAMES)
    assert any(part.style == "annex" for letter in letters for part in letter.paragraphs)


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("first", range(0, COUNT, 10), ids=lambda first: f"from the {first + 1}th")
def test_the_structure_of_each_is_the_composed_text_in_order(first: int, tmp_path: Path) -> None:
    for name, (letter, data) in list(drawn().items())[first : first + 10]:
        read = words_in_structure(structure_of(data, tmp_path))
        assert letters_only(read) == letters_only(reading_order(letter)), name


@pytest.mark.skipif(not HAS_PREFLIGHT, reason="PDFBox Preflight is not installed")
def test_an_independent_checker_calls_each_archival(tmp_path: Path) -> None:
    for name, (_letter, data) in drawn().items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    spoilt = next(iter(drawn().values()))[1].replace(b"/GTS_PDFA1", b"/GTS_PDFX1")
    (tmp_path / "spoilt.pdf").write_bytes(spoilt)
    jars = ":".join(str(FOLDER / f"{jar}.jar") for jar in JARS)
    checker = ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", "group", str(tmp_path)]
    said_of = subprocess.run(checker, capture_output=True, text=True, check=False).stdout
    assert said_of.count("is a valid PDF/A-1b file") == COUNT, said_of
    assert said_of.count("is not a valid PDF/A-1b") == 1


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_syntax_of_each_is_sound(tmp_path: Path) -> None:
    for name, (_letter, data) in drawn().items():
        file = tmp_path / "letter.pdf"
        file.write_bytes(data)
        run = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, ""), name


def headings_of(element: pikepdf.Object) -> Iterator[int]:
    """Yield the levels of the headings below an element of the structure, in order."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            role = str(kid.S)[1:]
            if role[0] == "H" and role[1:].isdigit():
                yield int(role[1:])
            yield from headings_of(kid)


def test_headings_begin_with_the_first_level_and_skip_none() -> None:
    deepest = 0
    for name, (_letter, data) in drawn().items():
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            levels = list(headings_of(pdf.Root.StructTreeRoot))
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
        deepest = max(deepest, *levels)
    assert deepest == 2
