"""Reading letters back in tests: their words, their fonts, and what is in the file besides the pages."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2

from workbench.domain.letters import ComposedLetter, Paragraph

STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
ACTING = frozenset(
    {
        "/URI",
        "/JavaScript",
        "/JS",
        "/Launch",
        "/EmbeddedFile",
        "/AcroForm",
        "/Annots",
        "/OpenAction",
        "/AA",
        "/GoTo",
    }
)


def pages_of(data: bytes) -> list[str]:
    """Return the words of each page, as any PDF reader finds them."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            texts.append(words.get_text_range())
            words.close()
            page.close()
        return texts
    finally:
        document.close()


def words_of(data: bytes) -> str:
    """Return all words of a letter with single blanks between them."""
    return " ".join(" ".join(pages_of(data)).split())


def dense(text: str) -> str:
    """Return what prints of a text, without blanks and line ends: where a line was broken cannot be told from a blank.

    Readers take ligatures and the like apart, so they are taken apart on both sides.
    """
    composed = unicodedata.normalize("NFKC", text)
    return "".join(
        one
        for one in composed
        if not one.isspace() and unicodedata.category(one)[0] not in "CZ" and not "\ufe00" <= one <= "\ufe0f"
    )


def objects_of(data: bytes) -> bytes:
    """Return the file without its streams: every dictionary stays."""
    return STREAM.sub(b"", data)


def acting_parts(data: bytes) -> list[str]:
    """Return the names in a file by which it would do something or carry something, as another library reads it."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        names = {name for one in pdf.objects for name in _names(one)}
    return sorted(names & ACTING)


def _names(one: pikepdf.Object) -> Iterator[str]:
    """Yield every key and every name of an object, but not what it only points to: that is an object of its own."""
    if isinstance(one, pikepdf.Name):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for part in one:
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from _names(part)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, part in one.items():
            yield key
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from _names(part)


def fonts_of(data: bytes) -> list[bytes]:
    """Return the names of the fonts."""
    return re.findall(rb"/BaseFont\s*/(\S+)", objects_of(data))


def unembedded(data: bytes) -> list[bytes]:
    """Return the fonts that are not embedded as subsets."""
    left = objects_of(data)
    whole = [name for name in fonts_of(data) if not re.match(rb"[A-Z]{6}\+", name)]
    missing = left.count(b"/Type /FontDescriptor") - left.count(b"/FontFile2")
    return [*whole, *[b"descriptor without file"] * missing]


def plain_letter(*paragraphs: Paragraph, **changes: object) -> ComposedLetter:
    """Return a composed letter with plain parts; `changes` replace any of them."""
    parts: dict[str, object] = {
        "language": "en",
        "letterhead": ("Onee",),
        "office_lines": ("Privacy Office", "Jakarta, Indonesia"),
        "return_line": "Onee, Jalan Contoh Nomor 1, Jakarta 10110",
        "addressee": ("Ms Hannah Beispiel", "Lindenweg 4", "50667 Köln", "GERMANY"),
        "place_and_date": "Jakarta, 26 November 2026",
        "reference_lines": (("Our reference", "DSR-2026-0038"),),
        "subject": "Our decision on your request",
        "salutation": "Dear Ms Beispiel,",
        "paragraphs": paragraphs or (Paragraph("body", "A plain sentence."),),
        "closing": "Yours sincerely,",
        "signatory": ("Rina Pratama", "Data Protection Officer"),
        "footer": ("Onee Privacy Office",),
        "title": "Refusal, DSR-2026-0038",
        "author": "Onee Privacy Office",
        "running": "Our reference DSR-2026-0038",
        "page_label": "Page {page} of {pages}",
        "dated": date(2026, 11, 26),
    }
    return ComposedLetter(**{**parts, **changes})  # type: ignore[arg-type]  # the table above is the signature
