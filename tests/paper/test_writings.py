"""Letters in many writings: what other programs read is what was written, and in its order."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.paper.hostile import PRINTED
from tests.paper.reading import pages_of, plain_letter
from tests.paper.test_structure import structure_of, words_of
from workbench.domain.letters import Paragraph
from workbench.paper.direction import has_rightward
from workbench.paper.fonts import FACES, font
from workbench.paper.layout import render

WRITINGS = {name.removeprefix("writing: "): text for name, text in PRINTED.items() if name.startswith("writing: ")}
WRITINGS |= {name: PRINTED[name] for name in ("greek", "russian", "armenian", "georgian", "chinese", "japanese", "korean")}
LEFT_TO_RIGHT = {name: text for name, text in WRITINGS.items() if not has_rightward(text)}
RIGHT_TO_LEFT = ["שלום עולם", "דוד כהן בן יוסף", "السيد محمد عبد الله", "شارع الملك فهد", "السلام عليكم ورحمة الله وبركاته"]
VOWELLED = "בְּרֵאשִׁית"
JOINERS = str.maketrans("", "", "\u200c\u200d\u202a\u202b\u202c")
HAS_POPPLER = shutil.which("pdftotext") is not None


def words(text: str) -> str:
    """Return a text with single blanks, composed, without what only joins or turns."""
    return unicodedata.normalize("NFC", " ".join(text.translate(JOINERS).split()))


def printed(data: bytes, folder: Path) -> str:
    """Return the words of a letter as poppler finds them on its pages."""
    file = folder / "letter.pdf"
    file.write_bytes(data)
    return words(subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode())


@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS.keys())
def test_the_structure_reads_every_writing_as_it_was_written(text: str, tmp_path: Path) -> None:
    letter = plain_letter(Paragraph("body", text), salutation="before", closing="after")
    read = words_of(structure_of(render(letter).data, tmp_path))
    # A line may end within a word where blanks do not part words: the structure has a blank there.
    found = words(read).replace(" ", "")
    assert f"before{words(text).replace(' ', '')}after" in found
    if len(text) < 60:
        assert words(text) in words(read)


@pytest.mark.skipif(not HAS_POPPLER, reason="poppler-utils is not installed")
@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT.keys())
def test_a_reader_of_pages_finds_the_words_in_their_order(text: str, tmp_path: Path) -> None:
    found = printed(render(plain_letter(Paragraph("body", text))).data, tmp_path)
    if len(text) < 60:
        assert words(text) in found
    assert words(text).replace(" ", "") in found.replace(" ", "")


@pytest.mark.skipif(not HAS_POPPLER, reason="poppler-utils is not installed")
@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_a_reader_of_pages_turns_words_from_right_to_left_round(text: str, tmp_path: Path) -> None:
    for part in (Paragraph("body", text), Paragraph("table", rows=(("a", "b"), ("x", text)))):
        assert words(text) in printed(render(plain_letter(part)).data, tmp_path)
    mixed = printed(render(plain_letter(Paragraph("body", f"Mr {text} wrote on 5 May"))).data, tmp_path)
    assert all(word in mixed for word in (*words(text).split(), "Mr", "wrote on 5 May"))


@pytest.mark.parametrize("text", ["שלום עולם", "دوست من ساکن تهران"])
def test_a_second_reader_of_pages_turns_them_round_as_well(text: str) -> None:
    assert words(text) in words(" ".join(pages_of(render(plain_letter(Paragraph("body", text))).data)))


def test_words_in_other_writing_are_an_element_with_their_language() -> None:
    letter = plain_letter(Paragraph("body", "Mr Δημήτρης, ไทย, שלום, 王小明 and Привет: Ω, x → y"))
    with pikepdf.Pdf.open(BytesIO(render(letter).data)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Span"]
        told = {str(one.Lang): str(one.get("/ActualText", "")) for one in found}
    assert told == {"el": "", "th": "ไทย", "he": "שלום", "und-Hani": "", "und-Cyrl": ""}


def test_a_paragraph_in_another_language_says_so() -> None:
    letter = plain_letter(Paragraph("body", "Guten Tag", language="de"), Paragraph("body", "Good day"))
    with pikepdf.Pdf.open(BytesIO(render(letter).data)) as pdf:
        languages = [
            str(one.Lang)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/P" and "/Lang" in one
        ]
    assert languages == ["de"]


def test_letters_join_and_marks_stand_over_their_letters() -> None:
    data = render(plain_letter(Paragraph("body", f"محمد {VOWELLED} क्षि"))).data
    fonts = set(re.findall(rb"/BaseFont /[A-Z]{6}\+(\w+)", data))
    assert {b"NotoNaskhArabic", b"NotoSerifHebrew", b"NotoSerifDevanagari"} <= fonts
    alone, joined = font("NotoNaskhArabic-Regular").glyphs[ord("م")], "محمد"
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        shown = pdf.pages[0].Contents.read_bytes()
    assert joined
    assert f"<{alone:04x}>".encode() not in shown, "an initial, a medial and a final form, never the letter alone"


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT.keys())
def test_every_face_sets_every_writing(text: str) -> None:
    for style in ("heading", "quote", "list"):
        render(plain_letter(Paragraph(style, text), letterhead=(text[:40],)))


def test_every_hangul_syllable_has_a_glyph() -> None:
    last = FACES[0].fonts[-1]
    assert all(font(last).glyphs[code] for code in range(0xAC00, 0xD7A4))


def test_another_process_that_set_other_letters_before_makes_the_same_bytes() -> None:
    """Nothing of one letter stays for the next, and no order of a set reaches the file."""
    told = set()
    for seed, before in (("1", ""), ("2", "render(plain_letter(Paragraph('body', 'ÄÖÜ ไทย שלום Ω 王 Łódź')));"), ("3", "")):
        code = (
            "from tests.paper.test_writings import *\n"
            f"{before}\n"
            "print(render(plain_letter(*(Paragraph('list', text) for text in WRITINGS.values()))).sha256)"
        )
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        told.add(run.stdout.strip())
    assert len(told) == 1


@pytest.mark.soak
def test_a_thousand_letters_hold_no_more_memory_than_a_hundred() -> None:
    code = (
        "import resource\n"
        "from tests.paper.test_writings import *\n"
        "texts = list(PRINTED.values())\n"
        "for number in range(1, 1001):\n"
        "    render(plain_letter(Paragraph('body', f'{number} {texts[number % len(texts)]}'), addressee=(f'Søren {number}',)))\n"
        "    if number in {400, 1000}:\n"
        "        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    early, late = map(int, run.stdout.split())
    assert late < early * 1.1
