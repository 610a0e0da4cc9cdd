"""The archival form: what an independent checker says of it, and that it says the same about itself everywhere."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from tests.paper.hostile import PRINTED
from tests.paper.reading import plain_letter
from tests.paper.test_layout import LONG_TABLE
from workbench.domain.letters import ComposedLetter, Paragraph
from workbench.paper.colour import srgb
from workbench.paper.layout import render

JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")
FOLDER = Path("/usr/share/java")
HAS_PREFLIGHT = shutil.which("java") is not None and all((FOLDER / f"{jar}.jar").exists() for jar in JARS)
LETTERS = {
    "plain": plain_letter(Paragraph("body", "Text.")),
    "long table": plain_letter(Paragraph("body", "Words → “quoted” ქართ Ω."), LONG_TABLE),
    "markup in the title": plain_letter(Paragraph("body", "x"), title="<b> & ]]> \" '", subject="a < b & c > d"),
    "Indonesian": replace(plain_letter(Paragraph("body", "Dengan hormat")), language="id"),
    "no day": replace(plain_letter(Paragraph("body", "x")), dated=None),
    "every writing": plain_letter(
        *(
            Paragraph(style, text)
            for name, text in PRINTED.items()
            if name.startswith("writing: ")
            for style in ("list", "heading")
        ),
        Paragraph("table", rows=tuple((text, text[::-1]) for name, text in PRINTED.items() if name.startswith("writing: a"))),
        addressee=("Mr محمد", "王小明", "ꦧꦸꦢꦶ"),
        footer=("ไทย क्षि שלום",),
    ),
    "hostile": plain_letter(*(Paragraph("body", text) for text in list(PRINTED.values())[40:280:3])),
    "every style": plain_letter(
        *(Paragraph(style, f"A {style}.") for style in ("lead", "list", "list", "heading", "body", "quote", "heading", "body")),
        LONG_TABLE,
    ),
    "another language": plain_letter(Paragraph("body", "Guten Tag", language="de"), Paragraph("quote", "10\u00a0km x\u0331 Ω")),
    "names beyond Latin": plain_letter(Paragraph("list", "Ђорђе Öztürk Λένα"), author="Kateřina ☃", title="Ђорђе"),
}


@pytest.mark.skipif(not HAS_PREFLIGHT, reason="PDFBox Preflight is not installed")
def test_an_independent_checker_calls_every_letter_archival(tmp_path: Path) -> None:
    files = []
    for name, letter in LETTERS.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(render(letter).data)
    spoilt = tmp_path / "spoilt.pdf"
    spoilt.write_bytes(files[0].read_bytes().replace(b"/GTS_PDFA1", b"/GTS_PDFX1"))
    jars = ":".join(str(FOLDER / f"{jar}.jar") for jar in JARS)
    told = {}
    for file in (*files, spoilt):
        checker = ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
        told[file.stem] = subprocess.run(checker, capture_output=True, text=True, check=False).stdout
    assert "is not a valid PDF/A-1b" in told.pop("spoilt"), "the checker tells a spoilt file"
    assert {name: said for name, said in told.items() if "is a valid PDF/A-1b file" not in said} == {}


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_syntax_of_every_letter_is_sound(tmp_path: Path) -> None:
    for name, letter in LETTERS.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(render(letter).data)
        run = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert (run.returncode, run.stderr) == (0, ""), name


def test_a_checker_of_accessible_files_finds_nothing_but_that_no_claim_is_made(tmp_path: Path) -> None:
    for name, letter in LETTERS.items():
        (tmp_path / f"{name}.pdf").write_bytes(render(letter).data)
    plain = tmp_path / "untagged.pdf"
    with pikepdf.Pdf.open(tmp_path / "plain.pdf") as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo, pdf.Root.Lang
        pdf.save(plain)
    told = {file.stem: {finding.rule_id for finding in validate(str(file)).findings} for file in sorted(tmp_path.glob("*.pdf"))}
    assert len(told.pop("untagged")) > 1, "the checker tells a file without structure"
    assert {name: found - {"UA-28-004"} for name, found in told.items() if found - {"UA-28-004"}} == {}


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_a_file_says_the_same_about_itself_in_both_places(letter: ComposedLetter) -> None:
    data = render(letter).data
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == letter.language
        assert str(pdf.docinfo["/Title"]) == letter.title
        assert str(pdf.docinfo["/Author"]) == letter.author
        day = letter.dated or date(2000, 1, 1)
        assert str(pdf.docinfo["/CreationDate"]) == f"D:{day:%Y%m%d}000000Z"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == letter.title
            assert metadata["dc:creator"] == [letter.author]
            assert metadata["dc:description"] == letter.subject
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "B")
            assert metadata["xmp:CreateDate"] == f"{day.isoformat()}T00:00:00Z"
        assert not pdf.check_pdf_syntax()


def test_the_colour_profile_is_what_its_header_says() -> None:
    profile = srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    assert profile[8] == 2, "a PDF 1.4 reader knows version 2 profiles"
