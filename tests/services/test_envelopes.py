"""Envelopes, labels and the file copy: made from issued letters, in the place where the post reads them."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.makers import SUBJECT, Desktop
from tests.paper.reading import acting_parts, pages_of, unembedded, words_of
from tests.paper.test_layout import position_of
from workbench.domain.cases import EventKind
from workbench.domain.commands import DispatchLetter, SaveSettings
from workbench.domain.envelopes import AddressTooLongError, EnvelopeForm, LabelSheet, LetterWithoutAddressError
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import DispatchChannel, LetterFields, LetterKind, LetterNotIssuedError
from workbench.services.dispatch import dispatch_letter
from workbench.services.envelopes import envelope_pdf, labels_pdf
from workbench.services.file_copy import file_copy_pdf
from workbench.services.letters import letter_pdf, load_letter
from workbench.services.settings import save_settings

ABROAD = replace(SUBJECT, address=("Beispielweg 4", "Köln 50667", "Jerman"))
FORMS = list(EnvelopeForm)


@pytest.fixture
def letter_id(desktop: Desktop) -> int:
    """Return an issued letter to Germany."""
    return desktop.issue(desktop.register(subject=ABROAD), LetterKind.ACKNOWLEDGEMENT)


@pytest.mark.parametrize("form", FORMS)
def test_an_envelope_shows_the_address_as_its_country_writes_it(desktop: Desktop, letter_id: int, form: EnvelopeForm) -> None:
    data = desktop.see(envelope_pdf, [letter_id], form)
    number = desktop.see(load_letter, letter_id).number
    lines = [line.strip() for line in pages_of(data)[0].splitlines()]
    assert lines[-4:] == ["Hannah Beispiel", "Beispielweg 4", "50667 KÖLN", "GERMANY"]
    assert number in words_of(data)
    assert "Onee Privacy Office Jalan Contoh 1 Jakarta 10110" in words_of(data)
    assert unembedded(data) == []
    assert acting_parts(data) == []


@pytest.mark.parametrize(
    ("form", "size"),
    [
        (EnvelopeForm.DL, (220, 110)),
        (EnvelopeForm.C5, (229, 162)),
        (EnvelopeForm.C4, (324, 229)),
        (EnvelopeForm.US_10, (241.3, 104.775)),
    ],
)
def test_the_address_stands_where_the_post_reads_it(
    desktop: Desktop, letter_id: int, form: EnvelopeForm, size: tuple[float, float]
) -> None:
    data = desktop.see(envelope_pdf, [letter_id], form)
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        box = [float(edge) * 25.4 / 72 for edge in pdf.pages[0].mediabox]
    assert box[2:] == pytest.approx(size, abs=0.1)
    for words in ("Hannah Beispiel", "GERMANY"):
        left, top = position_of(data, words)
        assert size[0] - 140 <= left <= size[0] - 60
        assert 40 <= top <= size[1] - 15
    left, top = position_of(data, "Onee Privacy Office")
    assert left < 15
    assert top < 15


def test_each_letter_has_an_envelope_in_the_order_asked_for(desktop: Desktop, letter_id: int) -> None:
    other = desktop.issue(
        desktop.register(subject=replace(SUBJECT, name="Budi Contoh", address=("Jalan Contoh 2", "Bandung 40115"))),
        LetterKind.ACKNOWLEDGEMENT,
    )
    pages = pages_of(desktop.see(envelope_pdf, [other, letter_id, other], EnvelopeForm.C5))
    assert [("Budi" in page, "Hannah" in page) for page in pages] == [(True, False), (False, True), (True, False)]


def test_an_envelope_is_the_same_bytes_again(desktop: Desktop, letter_id: int) -> None:
    first = desktop.see(envelope_pdf, [letter_id], EnvelopeForm.DL)
    desktop.hand.later(days=3)
    assert desktop.see(envelope_pdf, [letter_id], EnvelopeForm.DL) == first


def test_labels_fill_a_sheet_from_the_first_free_one(desktop: Desktop, letter_id: int) -> None:
    data = desktop.see(labels_pdf, [letter_id] * 26, LabelSheet.A4_3X8)
    assert [page.count("Hannah Beispiel") for page in pages_of(data)] == [24, 2]
    data = desktop.see(labels_pdf, [letter_id] * 3, LabelSheet.A4_3X8, 23)
    assert [page.count("Hannah Beispiel") for page in pages_of(data)] == [2, 1]
    left, top = position_of(data, "Hannah Beispiel")
    assert 70 < left < 80
    assert 297 - 37.5 < top < 297
    data = desktop.see(labels_pdf, [letter_id] * 30, LabelSheet.US_5160, 1)
    assert [page.count("Hannah Beispiel") for page in pages_of(data)] == [30]
    data = desktop.see(labels_pdf, [letter_id], LabelSheet.US_5160, 30)
    left, top = position_of(data, "Hannah Beispiel")
    assert 144 < left < 152
    assert 279.4 - 12.7 - 25.4 < top < 279.4 - 12.7


@pytest.mark.parametrize(("sheet", "start"), [(LabelSheet.A4_3X8, 0), (LabelSheet.A4_3X8, 25), (LabelSheet.US_5160, 31)])
def test_a_label_that_is_not_on_the_sheet_is_refused(desktop: Desktop, letter_id: int, sheet: LabelSheet, start: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        desktop.see(labels_pdf, [letter_id], sheet, start)
    assert refused.value.details["field"] == "label_start"


def test_a_draft_and_a_letter_without_an_address_get_no_envelope(desktop: Desktop, letter_id: int) -> None:
    case_id = desktop.register(subject=replace(SUBJECT, name="Budi Contoh", email="budi@contoh.example", address=()))
    draft = desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterNotIssuedError):
        desktop.see(envelope_pdf, [letter_id, draft], EnvelopeForm.DL)
    by_mail = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterWithoutAddressError) as refused:
        desktop.see(envelope_pdf, [letter_id, by_mail], EnvelopeForm.DL)
    assert refused.value.details["letter"] == desktop.see(load_letter, by_mail).number
    with pytest.raises(InvalidInputError):
        desktop.see(labels_pdf, [], LabelSheet.A4_3X8)


def test_an_address_that_fits_no_label_is_refused_with_its_letter(desktop: Desktop) -> None:
    address = tuple(f"A line of an address that is long, number {number}" for number in range(12))
    letter_id = desktop.issue(desktop.register(subject=replace(SUBJECT, address=address)), LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(AddressTooLongError) as refused:
        desktop.see(labels_pdf, [letter_id], LabelSheet.US_5160)
    assert refused.value.details == {"letter": desktop.see(load_letter, letter_id).number}


def test_the_file_copy_says_how_the_letter_came_about_and_holds_its_very_pages(desktop: Desktop, letter_id: int) -> None:
    letter = desktop.see(load_letter, letter_id)
    sent = DispatchLetter(
        letter_id=letter_id,
        sent_at=desktop.hand.now,
        zone="Asia/Jakarta",
        channel=DispatchChannel.REGISTERED_POST,
        recipient="Hannah Beispiel, Beispielweg 4, 50667 Köln",
        tracking="RR123456785ID",
    )
    desktop.do(dispatch_letter, sent)
    data, issued = desktop.see(file_copy_pdf, letter_id), desktop.see(letter_pdf, letter_id)
    pages, own = pages_of(data), pages_of(issued)
    assert pages[-len(own) :] == own
    cover = " ".join(" ".join(pages[: -len(own)]).split())
    for told in (
        "INTERNAL \N{EN DASH} NOT FOR SENDING",
        letter.number,
        "Ayu Contoh",
        "RR123456785ID",
        "Registered post",
        "SHA-256 of the letter",
        "shipped text, version ",
    ):
        assert told in cover, told
    assert letter.sha256 in cover.replace(" ", "")
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        assert str(pdf.docinfo["/Title"]) == f"File copy of {letter.number}"
    assert desktop.see(file_copy_pdf, letter_id) == data


def test_a_file_copy_needs_an_issued_letter_and_speaks_the_language_of_the_office(desktop: Desktop) -> None:
    case_id = desktop.register()
    draft = desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT, fields=LetterFields(addressee=("Hannah Beispiel", "Weg 4")))
    with pytest.raises(LetterNotIssuedError):
        desktop.see(file_copy_pdf, draft)
    desktop.do(save_settings, SaveSettings(values=(("language", "id"),)))
    issued = desktop.issue(case_id, LetterKind.ACKNOWLEDGEMENT, "id")
    assert "TIDAK UNTUK DIKIRIM" in pages_of(desktop.see(file_copy_pdf, issued))[0]
    assert any(event.kind is EventKind.LETTER_ISSUED for event in desktop.page(case_id).case.events)
