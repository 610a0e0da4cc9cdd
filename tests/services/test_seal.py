"""The seal: an issued letter keeps what it was made from, is made again byte for byte, and vouches for the journal."""

import dataclasses
import hashlib
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import text

from tests.makers import SUBJECT, Desktop
from tests.paper.reading import plain_letter, words_of
from workbench.domain.cases import EventKind
from workbench.domain.commands import ApproveLetter, SaveSettings, SetOfficeImage
from workbench.domain.letters import ComposedLetter, LetterFields, LetterKind, LetterNotIssuedError, Paragraph
from workbench.domain.rights import Right
from workbench.paper import press
from workbench.services import images, letters, seal, settings
from workbench.services.lines import LettersProved
from workbench.services.seal import LetterWithoutSnapshotError
from workbench.store.contents import content_digest
from workbench.store.journal import vouch
from workbench.store.rows import LetterRow


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 20), (10, 90, 160)).save(stream, "PNG")
    return stream.getvalue()


def issue(desktop: Desktop, kind: LetterKind = LetterKind.ACKNOWLEDGEMENT, language: str = "en") -> int:
    return desktop.issue(desktop.register(Right.ACCESS), kind, language)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_letter_is_made_again_byte_for_byte_after_everything_around_it_changed(desktop: Desktop, language: str) -> None:
    desktop.do(images.set_image, SetOfficeImage(name="logo", data=picture()))
    letter_id = issue(desktop, language=language)
    archive = desktop.see(letters.letter_pdf, letter_id)
    desktop.do(images.set_image, SetOfficeImage(name="logo"))
    values = (("office_name", "Another name"), ("page_form", "us"), ("footer", "Another\nfoot"), ("signatory", "Somebody"))
    desktop.do(settings.save_settings, SaveSettings(values=values))
    desktop.hand.later(days=400)
    assert desktop.see(seal.reproduce, letter_id) == archive
    assert desktop.see(seal.verify_letter, letter_id) == ()
    assert seal.verify_letters(desktop.office) == LettersProved(1, 0, 0, ())


def test_the_snapshot_says_every_part_of_a_letter_and_holds_no_picture() -> None:
    letter = plain_letter(Paragraph("table", "x", (("a", "b"), ("c", "d")), own=True, language="de"))
    kept = seal.snapshot_of(letter)
    assert kept["letter"].keys() == {one.name for one in dataclasses.fields(ComposedLetter)}
    assert kept["letter"]["logo"] == ""
    pictured = seal.snapshot_of(dataclasses.replace(letter, logo=b"picture"))
    assert pictured["letter"]["logo"] == hashlib.sha256(b"picture").hexdigest()


def test_a_letter_names_its_template_and_the_head_of_the_journal_before_it(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.draft(case_id, LetterKind.ACKNOWLEDGEMENT)
    before = desktop.see(seal.anchor)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter_id))
    letter = desktop.see(letters.load_letter, letter_id)
    assert letter.anchor == before
    assert letter.template.startswith("shipped:")
    assert before in words_of(desktop.see(letters.letter_pdf, letter_id))
    issued = desktop.page(case_id).case.last(EventKind.LETTER_ISSUED)
    assert issued is not None
    assert (issued.detail("anchor"), issued.detail("template")) == (before, letter.template)


def test_a_draft_has_no_anchor_and_cannot_be_made_again(desktop: Desktop) -> None:
    letter_id = desktop.draft(desktop.register(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT)
    assert desktop.see(letters.load_letter, letter_id).anchor == ""
    for query in (seal.reproduce, seal.verify_letter):
        with pytest.raises(LetterNotIssuedError):
            desktop.see(query, letter_id)


def forge(desktop: Desktop, letter_id: int, **changes: object) -> None:
    """Change a letter's row and vouch for it, as a careful hand with the key would."""
    with desktop.office.store.writing() as session:
        row = session.get_one(LetterRow, letter_id)
        for name, value in changes.items():
            setattr(row, name, value)
        vouch(session, row, action="letter_revised", subject="DSR-2026-0001", at=desktop.hand.now, officer_id=1)
        assert content_digest(row)


def test_a_changed_content_or_anchor_is_found(desktop: Desktop) -> None:
    letter_id = issue(desktop)
    with desktop.office.reading() as desk:
        kept = desk.session.get_one(LetterRow, letter_id).snapshot
    assert kept is not None
    forge(desktop, letter_id, anchor="3·000000000000")
    assert [one.code for one in desktop.see(seal.verify_letter, letter_id)] == ["letter_anchor_unknown"]
    for wrong in ("x", "999999·4f2a91c0d3e8", "·"):
        forge(desktop, letter_id, anchor=wrong)
        assert [one.code for one in desktop.see(seal.verify_letter, letter_id)] == ["letter_anchor_unknown"]
    forge(desktop, letter_id, anchor=kept["letter"]["anchor"], snapshot={**kept, "letter": {**kept["letter"], "subject": "No"}})
    assert [one.code for one in desktop.see(seal.verify_letter, letter_id)] == ["letter_not_reproduced"]
    for broken in ({}, {**kept, "format": 9}, {**kept, "letter": {}}, {**kept, "letter": {**kept["letter"], "odd": 1}}):
        forge(desktop, letter_id, snapshot={"press": press.press(), **broken})
        assert [one.code for one in desktop.see(seal.verify_letter, letter_id)] == ["letter_snapshot_unreadable"]


def test_a_picture_that_is_gone_is_found(desktop: Desktop) -> None:
    desktop.do(images.set_image, SetOfficeImage(name="logo", data=picture()))
    letter_id = issue(desktop)
    with desktop.office.store.writing() as session:
        session.execute(text("UPDATE office_images SET blob_id = NULL"))
    assert [one.code for one in desktop.see(seal.verify_letter, letter_id)] == ["letter_picture_missing"]


def test_a_letter_of_another_press_or_an_older_program_is_counted_and_not_called_wrong(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter_id = issue(desktop)
    monkeypatch.setattr(press, "press", lambda: "another press")
    assert seal.verify_letters(desktop.office) == LettersProved(0, 1, 0, ())
    monkeypatch.undo()
    forge(desktop, letter_id, snapshot=None, anchor=None, template=None)
    assert seal.verify_letters(desktop.office) == LettersProved(0, 0, 1, ())
    with pytest.raises(LetterWithoutSnapshotError):
        desktop.see(seal.reproduce, letter_id)


def test_the_officers_words_and_enclosures_come_back_in_the_fields(desktop: Desktop) -> None:
    fields = LetterFields(addressee=(SUBJECT.name, *SUBJECT.address), free_text="Which {account} <b>do</b> you mean?")
    case_id = desktop.register(Right.ACCESS)
    letter_id = desktop.issue(case_id, LetterKind.CLARIFICATION, fields=fields)
    assert desktop.see(seal.verify_letter, letter_id) == ()
    again = desktop.see(seal.composed_again, letter_id)
    assert any(fields.free_text in part.text for part in again.paragraphs)
