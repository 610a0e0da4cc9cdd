"""Forms of a letter: the address in the window however the sheet slides, folds, later pages, annexes, pictures, bars."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.paper.reading import acting_parts, dense, pages_of, plain_letter, words_of
from tests.paper.test_archive import FOLDER, HAS_PREFLIGHT, JARS
from tests.paper.test_layout import LONG_TABLE
from tests.paper.test_structure import composed, structure_of
from tests.paper.test_structure import words_of as structure_words
from workbench.domain.letters import LetterPartTooLongError, PageForm, Paragraph
from workbench.paper.forms import BLOCK_WORDS, FORMS
from workbench.paper.layout import render
from workbench.paper.picture import plain_picture

POINTS = 72 / 25.4
ALL = list(PageForm)
WINDOWED = [form for form in ALL if FORMS[form].window is not None]
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
CONTINUATION = "Onee to Ms Beispiel, DSR-2026-0038"
ANCHOR = "128·4f2a91c0d3e8"
ANNEX = (
    Paragraph("annex", "Annex 1: what we hold"),
    LONG_TABLE,
    Paragraph("annex", "Annex 2: recipients"),
    Paragraph("list", "The courier"),
)


@dataclass(frozen=True)
class Word:
    """A word on a page, in millimetres from the left and the upper edge."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def placed(data: bytes, folder: Path) -> list[Word]:
    """Return where another program finds each word."""
    file = folder / "letter.pdf"
    file.write_bytes(data)
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return list(_words(found))


def _words(found: str) -> Iterator[Word]:
    for page, part in enumerate(found.split("<page ")[1:]):
        for *edges, text in WORD.findall(part):
            left, top, right, bottom = (float(edge) / POINTS for edge in edges)
            yield Word(page, left, top, right, bottom, text)


def picture(color: tuple[int, int, int], size: tuple[int, int] = (300, 100)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, color).save(target, "PNG")
    return plain_picture(target.getvalue(), field="picture")


LOGO, SIGNATURE = picture((20, 90, 160)), picture((10, 10, 90), (400, 120))

SEEN = {
    # What the window shows at every place of the sheet in its envelope, in millimetres: left, top, right, bottom.
    PageForm.DIN_5008_B: (20, 45, 105, 90),
    PageForm.ISO: (20, 50, 100, 84),
    PageForm.US: (25.4, 66.6, 108, 84.2),
}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("form", WINDOWED)
@pytest.mark.parametrize("lines", [3, 4, 5])
def test_the_address_stays_in_the_window_however_the_sheet_slides(tmp_path: Path, form: PageForm, lines: int) -> None:
    addressee = tuple(f"Addressee{number} of the letter" for number in range(lines))
    words = placed(render(plain_letter(form=form, addressee=addressee)).data, tmp_path)
    left, top, right, bottom = SEEN[form]
    address = [word for word in words if word.text.startswith("Addressee")]
    assert len(address) == lines
    for word in address:
        assert left <= word.left
        assert word.right <= right
        assert top <= word.top + 1, "the box of a word is higher than its letters"
        assert word.bottom <= bottom + 1
    between = [word for word in words if word.page == 0 and top + 1 < word.top < bottom - 1 and word.left < right]
    letter = plain_letter()
    sender = {*letter.return_line.split()} if FORMS[form].sender_in_window else set()
    assert {word.text for word in between} - {word for line in addressee for word in line.split()} <= sender


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_an_indonesian_letter_has_number_and_subject_left_the_date_right_and_the_addressee_below(tmp_path: Path) -> None:
    letter = plain_letter(
        form=PageForm.INDONESIA,
        language="id",
        reference_lines=(("Nomor", "L-2026-0031"),),
        subject="Keputusan kami",
        enclosures=("Salinan data", "Daftar penerima"),
        enclosures_label="Lampiran",
        addressee=("Yth. Hannah", "Lindenweg 4", "50667 KÖLN", "GERMANY"),
    )
    words = placed(render(letter).data, tmp_path)
    at = {word.text: word for word in reversed(words)}
    number, date = at["Nomor"], at["November"]
    assert number.left < 30
    assert date.left > 140
    assert date.top == pytest.approx(number.top, abs=0.5)
    assert number.top < at["Lampiran"].top < at["Hal"].top < at["Yth."].top < at["Dear"].top
    assert at["berkas"].left > number.left
    middle = (at["Onee"].left + at["Onee"].right) / 2
    assert middle == pytest.approx(25 + (210 - 45) / 2, abs=1)


def test_a_subject_that_brings_its_own_label_keeps_it_in_the_block_and_is_not_labelled_twice() -> None:
    for subject, block in {
        "Perihal: Penerimaan permohonan Anda": "Perihal : Penerimaan permohonan Anda",
        "Penerimaan: permohonan Anda": "Hal : Penerimaan: permohonan Anda",
        "Perihal:": "Hal : Perihal:",
    }.items():
        words = words_of(render(plain_letter(form=PageForm.INDONESIA, language="id", subject=subject)).data)
        assert block.replace(" ", "") in words.replace(" ", "")
        assert words.count("Hal ") <= 1


@pytest.mark.parametrize("form", ALL)
def test_the_sheet_has_the_size_and_the_folds_of_its_form(form: PageForm) -> None:
    data = render(plain_letter(form=form)).data
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        size = [float(edge) for edge in page.mediabox][2:]
        drawn = page.Contents.read_bytes().decode("latin-1")
    assert size == pytest.approx(FORMS[form].size, abs=0.01)
    ends = [float(match) for match in re.findall(r"^n 14\.17323 ([\d.]+) m", drawn, re.MULTILINE)]
    assert ends == pytest.approx([size[1] - fold for fold, _ in FORMS[form].folds], abs=0.01)
    first = FORMS[form].folds[0][0] / POINTS
    assert first == pytest.approx({"din_5008_b": 105, "iso": 99, "us": 100.0125, "indonesia": 99}[form.value])


@pytest.mark.parametrize("form", ALL)
def test_every_form_reads_back_the_composed_words_in_order(form: PageForm, tmp_path: Path) -> None:
    letter = plain_letter(Paragraph("body", "One."), LONG_TABLE, form=form)
    read = structure_words(structure_of(render(letter).data, tmp_path))
    if form is not PageForm.INDONESIA:
        assert dense(read) == dense(composed(letter))
        return
    words = BLOCK_WORDS["en"]
    head = [*letter.letterhead, *letter.office_lines, letter.place_and_date]
    head += [f"{label}: {value}" for label, value in letter.reference_lines]
    head += [f"{words.subject}: {letter.subject}", *letter.addressee, letter.salutation]
    assert dense(read).startswith(dense("".join(head)))


@pytest.mark.parametrize("form", ALL)
def test_later_pages_have_a_head_with_their_number_and_annexes_say_which_they_are(form: PageForm) -> None:
    letter = plain_letter(
        *(Paragraph("body", "A sentence. " * 30) for _ in range(12)),
        *ANNEX,
        form=form,
        continuation=CONTINUATION,
        anchor=ANCHOR,
    )
    pages = pages_of(render(letter).data)
    count = len(pages)
    assert CONTINUATION not in pages[0]
    assert all(CONTINUATION in page for page in pages[1:])
    assert all(page.count(f"Page {number} of {count}") == 1 for number, page in enumerate(pages, start=1))
    assert all(ANCHOR in page for page in pages)
    begins = next(number for number, page in enumerate(pages) if "Annex 1: what we hold" in page)
    assert "Rina Pratama" in pages[begins - 1]
    assert all("Annex 1: what we hold" in page for page in pages[begins:-1])
    assert all("Category" in page and "Details" in page for page in pages[begins:-1])
    assert "Annex 2: recipients" in pages[-1]
    assert "Annex 1" not in pages[-1]
    assert pages[-1].count("Annex 2: recipients") == 2


def test_the_head_of_a_later_page_is_cut_and_never_runs_into_the_text() -> None:
    letter = plain_letter(Paragraph("body", "word " * 900), continuation="A very long head of a page " * 60)
    pages = pages_of(render(letter).data)
    assert len(pages) > 1
    assert "…" in pages[1]


def test_a_table_that_runs_over_many_pages_is_one_table_with_its_head_once_in_the_structure(tmp_path: Path) -> None:
    read = structure_of(render(plain_letter(Paragraph("body", "x"), *ANNEX, continuation=CONTINUATION)).data, tmp_path)
    assert len(re.findall(r"^\s*Table", read, re.MULTILINE)) == 1
    assert len(re.findall(r"^\s*TH", read, re.MULTILINE)) == 3
    assert CONTINUATION not in structure_words(read)


def test_enclosures_are_listed_after_the_signature_in_order() -> None:
    letter = plain_letter(enclosures=("Extract of the register", "Copy of the data"), enclosures_label="Enclosures")
    words = words_of(render(letter).data)
    order = [words.index(one) for one in ("Rina Pratama", "Enclosures", "Extract of the register", "Copy of the data")]
    assert order == sorted(order)


@pytest.mark.parametrize("form", ALL)
def test_no_page_holds_a_signature_alone_whatever_the_form(form: PageForm) -> None:
    for count in range(22, 40, 4):
        paragraphs = tuple(Paragraph("body", f"Sentence {number}.") for number in range(count))
        letter = plain_letter(*paragraphs, form=form, signature=SIGNATURE, continuation=CONTINUATION)
        page = next(page for page in pages_of(render(letter).data) if "Rina Pratama" in page)
        assert f"Sentence {count - 1}." in page


@pytest.mark.parametrize("style", ["body", "list", "quote", "table"])
@pytest.mark.parametrize("own", [False, True], ids=["template", "own"])
def test_the_end_of_a_long_text_goes_with_the_signature(style: str, *, own: bool) -> None:
    for count in range(300, 460, 20):
        if style == "table":
            rows = (("Head", "More"), *((f"Row {row}", "word " * 12) for row in range(count // 23)), ("Last", "the end"))
            last = Paragraph("table", rows=rows, own=own)
        else:
            last = Paragraph(style, "word " * count + "the end", own=own)
        page = next(page for page in pages_of(render(plain_letter(last, draft=True)).data) if "Rina Pratama" in page)
        assert "the end" in " ".join(page.split())
        assert "Yours sincerely" in page


@pytest.mark.parametrize("form", ALL)
def test_logo_and_signature_are_printed_as_plain_rgb_pictures(form: PageForm) -> None:
    data = render(plain_letter(form=form, logo=LOGO, signature=SIGNATURE)).data
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        pictures = [one for one in pdf.pages[0].Resources.XObject.values() if one.Subtype == "/Image"]
        assert len(pictures) == 2
        assert all(str(one.ColorSpace) == "/DeviceRGB" and int(one.BitsPerComponent) == 8 for one in pictures)
        assert not any("/SMask" in one or "/Mask" in one or one.get("/Interpolate", False) for one in pictures)
    assert acting_parts(data) == []
    assert render(plain_letter(form=form, logo=LOGO, signature=SIGNATURE)).data == data


def test_a_letter_without_a_name_under_it_carries_no_signature() -> None:
    data = render(plain_letter(closing="", signatory=(), signature=SIGNATURE)).data
    assert b"/Subtype /Image" not in data


def test_the_foot_has_columns_where_an_empty_line_begins_one(tmp_path: Path) -> None:
    footer = ("Onee", "Jakarta", "", "Register", "12345", "", "", "Bank")
    words = placed(render(plain_letter(footer=footer, reference_lines=())).data, tmp_path)
    foot = {word.text: word for word in words if word.top > 270}
    assert foot["Onee"].left == foot["Jakarta"].left < foot["Register"].left == foot["12345"].left < foot["Bank"].left
    assert foot["Onee"].top == foot["Register"].top == foot["Bank"].top


def test_a_draft_has_a_bar_beside_the_officers_own_words_and_an_issued_letter_has_none() -> None:
    parts = (Paragraph("body", "Of the template."), Paragraph("body", "My own words. " * 400, own=True))
    draft, issued = render(plain_letter(*parts, draft=True)), render(plain_letter(*parts))
    assert words_of(draft.data) == words_of(issued.data)
    assert bars(draft.data) >= draft.pages
    assert bars(issued.data) == 0
    assert render(plain_letter(parts[0], draft=True)).data == render(plain_letter(parts[0])).data


def bars(data: bytes) -> int:
    """Return how many bars are drawn."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        return sum(page.Contents.read_bytes().count(b"1.6 w") for page in pdf.pages)


def test_an_own_table_and_an_own_list_keep_their_words_in_a_draft() -> None:
    table = Paragraph("table", rows=(("Head", "More"), *((f"Row {row}", "x") for row in range(60))), own=True)
    letter = plain_letter(table, Paragraph("list", "an item", own=True), Paragraph("heading", "H", own=True), draft=True)
    pages = pages_of(render(letter).data)
    assert "Row 59" in " ".join(pages)
    assert all("Head" in page for page in pages if "Row" in page)


@pytest.mark.parametrize("form", ALL)
def test_a_letterhead_too_high_for_its_form_is_refused(form: PageForm) -> None:
    with pytest.raises(LetterPartTooLongError) as refused:
        render(plain_letter(form=form, office_lines=tuple(f"line {number}" for number in range(30))))
    assert refused.value.details == {"field": "letterhead"}


@pytest.mark.skipif(not HAS_PREFLIGHT, reason="PDFBox Preflight is not installed")
def test_an_independent_checker_calls_every_form_archival(tmp_path: Path) -> None:
    files = []
    for form in ALL:
        letter = plain_letter(
            Paragraph("body", "Words. " * 200, own=True),
            *ANNEX,
            form=form,
            logo=LOGO,
            signature=SIGNATURE,
            draft=True,
            continuation=CONTINUATION,
            anchor=ANCHOR,
            enclosures=("One",),
            enclosures_label="Enclosures",
        )
        files.append(tmp_path / f"{form.value}.pdf")
        files[-1].write_bytes(render(letter).data)
    jars = ":".join(str(FOLDER / f"{jar}.jar") for jar in JARS)
    for file in files:
        checker = ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
        said = subprocess.run(checker, capture_output=True, text=True, check=False).stdout
        assert "is a valid PDF/A-1b file" in said, said
