"""The structure of a letter as another program reads it: every word once, in order, with its type."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.paper.hostile import PRINTED
from tests.paper.reading import dense, plain_letter
from tests.paper.test_layout import LONG_TABLE
from workbench.domain.letters import ComposedLetter, Paragraph
from workbench.paper.layout import render

LETTERS = {
    "plain": plain_letter(Paragraph("body", "One.\n\nTwo lines\nhere.")),
    "every style": plain_letter(
        *(Paragraph(style, f"A {style} of some words.") for style in ("lead", "list", "list", "heading", "body", "quote"))
    ),
    "long table": plain_letter(Paragraph("body", "Words → “quoted” ქართ Ω."), LONG_TABLE),
    "a paragraph over three pages": plain_letter(Paragraph("body", "word and " * 3000)),
    "a list over two pages": plain_letter(*(Paragraph("list", f"Item {number} " + "more " * 30) for number in range(40))),
}
AT_ONCE = 20
LINE = re.compile(r'^\s*"(.*)"$', re.DOTALL)


def structure_of(data: bytes, folder: Path) -> str:
    """Return the structure with its text as poppler reads it."""
    file = folder / "letter.pdf"
    file.write_bytes(data)
    run = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True)
    assert run.stderr == b""
    return run.stdout.decode("utf-8")


def words_of(structure: str) -> str:
    """Return the text of a structure, in its order."""
    return "".join(match[1] for line in structure.splitlines() if (match := LINE.match(line)))


def composed(letter: ComposedLetter) -> str:
    """Return the text of a letter in the order in which it is to be read."""
    parts = [
        *letter.letterhead,
        *letter.office_lines,
        *letter.addressee,
        letter.place_and_date,
        *(f"{label}: {value}" for label, value in letter.reference_lines),
        letter.subject,
        letter.salutation,
    ]
    for part in letter.paragraphs:
        used = [at for at in range(len(part.rows[0])) if at == 0 or any(row[at] for row in part.rows[1:])] if part.rows else []
        parts += [row[at] for row in part.rows for at in used]
        parts.append(part.text)
    return "".join([*parts, letter.closing, *letter.signatory])


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_the_structure_reads_back_the_composed_words_in_order(letter: ComposedLetter, tmp_path: Path) -> None:
    read = words_of(structure_of(render(letter).data, tmp_path)).replace("\N{EN DASH}", "")
    assert dense(read) == dense(composed(letter))


def test_headings_lists_and_tables_are_told_apart(tmp_path: Path) -> None:
    read = structure_of(render(plain_letter(*LETTERS["every style"].paragraphs, LONG_TABLE)).data, tmp_path)
    roles = re.findall(r"^\s*([A-Z][A-Za-z0-9]*)(?: \(|:|$)", read, re.MULTILINE)
    assert roles[0] == "Document"
    assert (roles.count("H1"), roles.count("H2"), roles.count("L"), roles.count("LI")) == (1, 1, 1, 2)
    assert (roles.count("Lbl"), roles.count("LBody")) == (2, 2)
    assert (roles.count("Table"), roles.count("TR"), roles.count("TH"), roles.count("TD")) == (1, 91, 3, 270)
    assert "/Scope /Column" in read


def test_words_at_the_ends_of_lines_are_not_run_together(tmp_path: Path) -> None:
    letter = plain_letter(Paragraph("body", "alpha beta gamma " * 60))
    read = words_of(structure_of(render(letter).data, tmp_path))
    assert "gammaalpha" not in read
    assert "alphabeta" not in read
    assert read.count("alpha beta gamma") == 60


@pytest.mark.parametrize("first", range(0, len(PRINTED), AT_ONCE))
def test_no_text_breaks_out_of_its_element(first: int, tmp_path: Path) -> None:
    texts = list(PRINTED.values())[first : first + AT_ONCE]
    letter = plain_letter(*(Paragraph("body", f"before{text}after") for text in texts))
    read = structure_of(render(letter).data, tmp_path)
    assert read.startswith("Document\n")
    words = dense(words_of(read))
    assert words.startswith("Onee")
    for text in texts:
        assert dense(f"before{text}after") in words


def test_what_belongs_to_no_element_is_an_artifact_of_its_type() -> None:
    with pikepdf.Pdf.open(BytesIO(render(plain_letter(Paragraph("body", "Text."), LONG_TABLE)).data)) as pdf:
        shown = [page.Contents.read_bytes() for page in pdf.pages]
    for page in shown:
        begun = re.findall(rb"/(\w+) (<<.*?>>|\S*) ?B[DM]C", page)
        assert page.count(b"EMC") == len(begun)
        assert {what for name, what in begun if name == b"Artifact"} == {b"<</Type /Layout>>", b"<</Type /Pagination>>"}
        assert all(b"/MCID" in what for name, what in begun if name != b"Artifact")


def test_a_head_that_comes_again_is_read_once(tmp_path: Path) -> None:
    heads = Paragraph("table", rows=(("Ключ שלום", "ไทย"), *((f"Row {row}", "x " * 60) for row in range(60))))
    rendered = render(plain_letter(heads))
    assert rendered.pages > 2
    read = words_of(structure_of(rendered.data, tmp_path))
    assert (read.count("Ключ"), read.count("שלום"), read.count("ไทย")) == (1, 1, 1)


def test_marks_of_a_page_lead_to_their_elements() -> None:
    letter = plain_letter(Paragraph("body", "Mr דוד כהן wrote ไทย. " * 200))
    with pikepdf.Pdf.open(BytesIO(render(letter).data)) as pdf:
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(pdf.pages):
            marks = {int(mark) for mark in re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())}
            assert marks == set(range(len(owners[2 * number + 1])))
            assert int(page.obj.StructParents) == number == int(owners[2 * number])
