"""Letters on paper: the same bytes each time, fonts inside, nothing cut, nothing that acts."""

import hashlib
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.paper.reading import acting_parts, fonts_of, pages_of, plain_letter, unembedded, words_of
from workbench.domain.letters import ComposedLetter, LetterPartTooLongError, Paragraph
from workbench.paper.layout import render

LONG_TABLE = Paragraph(
    "table",
    rows=(
        ("Category", "Details", "Treatment", "Why"),
        *((f"Category {row}", "detail " * 12, "Disclosed", "") for row in range(90)),
    ),
)
POINTS = 72 / 25.4


def position_of(data: bytes, words: str, page: int = 0) -> tuple[float, float]:
    """Return where words begin on a page: millimetres from the left and from the top."""
    document = pypdfium2.PdfDocument(data)
    try:
        sheet = document[page]
        sheet_height = sheet.get_height()
        found = sheet.get_textpage()
        search = found.search(words)
        hit = search.get_next()
        assert hit is not None, words
        left, _bottom, _right, top = found.get_charbox(hit[0])
        search.close()
        found.close()
        sheet.close()
    finally:
        document.close()
    return left / POINTS, (sheet_height - top) / POINTS


def test_the_same_letter_is_the_same_bytes() -> None:
    letter = plain_letter(Paragraph("body", "Text with → and “quotes”."), LONG_TABLE)
    first, second = render(letter), render(letter)
    assert first == second
    assert first.sha256 == hashlib.sha256(first.data).hexdigest()


def test_another_letter_between_changes_no_byte() -> None:
    letter = plain_letter(Paragraph("body", "One"))
    first = render(letter)
    render(plain_letter(Paragraph("body", "Ω → ✓ ქართ"), LONG_TABLE))
    assert render(letter) == first


def test_a_changed_word_changes_the_digest() -> None:
    assert render(plain_letter(Paragraph("body", "One"))).sha256 != render(plain_letter(Paragraph("body", "Two"))).sha256


def test_the_file_names_its_title_author_language_and_day() -> None:
    document = pypdfium2.PdfDocument(render(plain_letter(language="id", dated=date(2027, 2, 1))).data)
    try:
        about = document.get_metadata_dict()
    finally:
        document.close()
    assert about["Title"] == "Refusal, DSR-2026-0038"
    assert about["Author"] == "Onee Privacy Office"
    assert about["CreationDate"].startswith("D:20270201")
    assert b"/Lang (id)" in render(plain_letter(language="id")).data


def test_every_font_is_embedded_and_none_is_built_in() -> None:
    data = render(plain_letter(Paragraph("body", "Text → ✓"), Paragraph("heading", "Head"), LONG_TABLE)).data
    assert unembedded(data) == []
    assert not any(b"Helvetica" in name or b"Times" in name for name in fonts_of(data))
    assert any(b"NotoSerif-Regular" in name for name in fonts_of(data))


def test_nothing_in_the_file_acts() -> None:
    letter = plain_letter(Paragraph("body", "see https://example.com or mail a@example.com"), LONG_TABLE)
    data = render(letter).data
    assert acting_parts(data) == []
    assert b"/Subtype /Image" not in data


def test_the_addressee_stands_in_the_window_of_the_envelope() -> None:
    data = render(plain_letter()).data
    left, top = position_of(data, "Ms Hannah Beispiel")
    assert 20 <= left <= 30
    assert 60 <= top <= 66
    _, end = position_of(data, "GERMANY")
    assert end <= 90
    assert position_of(data, "Jakarta, 26 November 2026")[1] >= 90
    assert position_of(data, "Onee, Jalan Contoh")[1] < top


def test_a_long_address_is_set_smaller_and_pushes_the_text_down() -> None:
    lines = tuple(f"Address line {number}" for number in range(12))
    data = render(plain_letter(addressee=lines)).data
    assert all(line in words_of(data) for line in lines)
    assert position_of(data, "Jakarta, 26 November")[1] > position_of(data, "Address line 11")[1]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"addressee": tuple(f"line {number}" for number in range(40))}, "addressee"),
        ({"footer": tuple(f"line {number}" for number in range(40))}, "footer"),
        ({"letterhead": ("word " * 200,)}, "letterhead"),
        ({"office_lines": tuple(f"line {number}" for number in range(40))}, "letterhead"),
        ({"return_line": "word " * 200}, "return_line"),
    ],
    ids=["addressee", "footer", "letterhead", "office lines", "return line"],
)
def test_a_part_that_does_not_fit_its_place_is_refused_and_never_cut(changes: dict[str, object], field: str) -> None:
    with pytest.raises(LetterPartTooLongError) as refused:
        render(plain_letter(**changes))
    assert refused.value.details == {"field": field}


@pytest.mark.parametrize("part", ["subject", "salutation", "place_and_date", "closing"])
def test_a_part_that_flows_may_be_as_long_as_it_likes(part: str) -> None:
    words = [f"w{number}" for number in range(3_000)]
    found = words_of(render(plain_letter(**{part: " ".join(words)})).data).split()
    assert [word for word in found if word in set(words)] == words


@pytest.mark.parametrize("style", ["heading", "lead", "list", "quote"])
def test_a_paragraph_of_any_style_may_be_longer_than_a_page(style: str) -> None:
    words = [f"w{number}" for number in range(3_000)]
    letter = plain_letter(Paragraph(style, " ".join(words)), Paragraph("body", "after"))
    found = words_of(render(letter).data).split()
    assert [word for word in found if word in set(words)] == words


def test_every_page_has_its_number_and_the_reference() -> None:
    rendered = render(plain_letter(LONG_TABLE))
    pages = pages_of(rendered.data)
    assert rendered.pages == len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Our reference DSR-2026-0038" in page
        assert "Onee Privacy Office" in page


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    pages = pages_of(render(plain_letter(LONG_TABLE)).data)
    assert all("Category" in page and "Details" in page for page in pages[:-1])
    assert "Category 89" in " ".join(pages)


def test_a_column_that_says_nothing_is_left_out() -> None:
    assert "Why" not in words_of(render(plain_letter(LONG_TABLE)).data)
    row = ("Name", "x", "Withheld", "It names others")
    table = replace(LONG_TABLE, rows=(LONG_TABLE.rows[0], row))
    assert "Why" in words_of(render(plain_letter(table)).data)


PLAIN = words_of(render(plain_letter()).data)
SIX = Paragraph(
    "table",
    rows=(
        ("Category", "Purpose", "Lawful basis", "Recipients", "Retention", "Source"),
        ("Identification", "Authentication", "Contract", "Internationally operating processors", "10 years", "Registration"),
        ("Umzugskosten", "Reimbursement " * 9, "Einwilligung", "Payroll", "Steuerrecht", "Selbstauskunft"),
    ),
)


def test_a_table_of_many_columns_breaks_no_word() -> None:
    words = words_of(render(plain_letter(SIX)).data).split()
    assert {word for row in SIX.rows for cell in row for word in cell.split()} <= set(words)


def test_words_that_cannot_all_stand_whole_share_the_width() -> None:
    table = replace(SIX, rows=(("A", "B", "C", "D"), ("x" * 200, "y" * 90, "short", "z" * 50)))
    said = words_of(render(plain_letter(table)).data)
    assert "short" in said.split()
    assert (said.count("x"), said.count("z")) == (200 + PLAIN.count("x"), 50 + PLAIN.count("z"))


def test_no_page_holds_a_signature_alone() -> None:
    for count in range(20, 46):
        paragraphs = tuple(Paragraph("body", f"Sentence {number}.") for number in range(count))
        last = pages_of(render(plain_letter(*paragraphs)).data)[-1]
        assert "Rina Pratama" in last
        assert f"Sentence {count - 1}." in last


def test_a_signature_does_not_go_to_another_page_with_one_short_sentence() -> None:
    spans = set()
    for count in range(6, 40):
        fill = tuple(Paragraph("body", f"Sentence {number}.") for number in range(count))
        pages = pages_of(render(plain_letter(*fill, Paragraph("body", "We thank you."))).data)
        spans.add(len(pages))
        assert f"Sentence {count - 1}." in pages[-1]
    assert spans == {1, 2}


def test_a_lead_stays_with_what_it_leads_to() -> None:
    for count in range(20, 36):
        fill = tuple(Paragraph("body", f"Sentence {number}.") for number in range(count))
        pages = pages_of(
            render(plain_letter(*fill, Paragraph("lead", "It follows:"), Paragraph("list", "the item"), *fill)).data
        )
        page = next(page for page in pages if "It follows:" in page)
        assert "the item" in page


def test_a_letter_without_a_signatory_or_references_is_still_a_letter() -> None:
    letter: ComposedLetter = plain_letter(signatory=(), reference_lines=(), addressee=(), footer=(), running="", page_label="")
    assert "A plain sentence." in words_of(render(letter).data)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_another_reader_finds_the_same_words(tmp_path: Path) -> None:
    letter = plain_letter(Paragraph("body", "Smith <smith@example.com> wrote & said {x}."), Paragraph("quote", "Ñandú → café"))
    path = tmp_path / "letter.pdf"
    path.write_bytes(render(letter).data)
    found = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert "Smith <smith@example.com> wrote & said {x}." in found
    assert "Ñandú → café" in found
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert listed
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listed), listed
