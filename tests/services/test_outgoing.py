"""Letters on their way out: drafts of e-mails, encrypted copies, signed copies kept beside the archive."""

import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from io import BytesIO

import pikepdf
import pytest

from tests.makers import SUBJECT, Desktop
from tests.paper.test_sign import PASSPHRASE, make_key
from workbench.domain.cases import EventKind
from workbench.domain.commands import AttachEvidence, SaveSettings, SignLetter
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import LetterFields, LetterKind, LetterNotIssuedError, LetterSignedAlreadyError
from workbench.domain.rights import Right
from workbench.paper.sign import SigningRefusedError, check
from workbench.services import evidence, letters, outgoing, settings
from workbench.services.verify import verify_office

ADDRESS = (SUBJECT.name, *SUBJECT.address)


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def files(message: EmailMessage) -> list[tuple[str | None, bytes]]:
    return [(part.get_filename(), bytes(part.get_payload(decode=True))) for part in message.iter_attachments()]


def enclosed(desktop: Desktop, language: str = "en") -> int:
    """Return an issued letter with one enclosure."""
    case_id = desktop.register(Right.ACCESS)
    kept = desktop.do(
        evidence.attach_evidence,
        AttachEvidence(case_id=case_id, evidence=NewEvidence("Data of Hannah.csv", "text/csv", b"a;b\n")),
    )
    fields = LetterFields(addressee=ADDRESS, free_text="Which account do you mean?", enclosures=(int(kept.created or 0),))
    return desktop.issue(case_id, LetterKind.CLARIFICATION, language, fields)


@pytest.mark.parametrize(("language", "said"), [("en", "Please find our letter"), ("id", "Bersama surel ini")])
def test_a_draft_carries_the_issued_bytes_and_the_enclosures_in_the_language_of_the_letter(
    desktop: Desktop, language: str, said: str
) -> None:
    letter_id = enclosed(desktop, language)
    made = desktop.see(outgoing.mail_draft, letter_id)
    message = parsed(made.data)
    assert (made.name, made.to, made.mismatches, made.password) == ("L-2026-0001.eml", SUBJECT.email, (), "")
    assert files(message) == [
        ("L-2026-0001.pdf", desktop.see(letters.letter_pdf, letter_id)),
        ("Data of Hannah.csv", b"a;b\n"),
    ]
    body = message.get_body(("plain",))
    assert body is not None
    assert said in body.get_content()
    assert "DSR" not in str(message["Subject"])
    assert message["To"].addresses[0].display_name == SUBJECT.name


def test_the_case_number_stands_in_the_subject_only_where_the_office_wants_it(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    desktop.do(settings.save_settings, SaveSettings(values=(("mail_subject", "number"),)))
    assert parsed(desktop.see(outgoing.mail_draft, letter_id).data)["Subject"].startswith("DSR-2026-0001: ")


def test_a_draft_to_somebody_else_is_asked_about_and_one_to_nobody_refused(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    made = desktop.see(outgoing.mail_draft, letter_id, to="other@example.org")
    assert [one.code for one in made.mismatches] == ["recipient_other"]
    nobody = desktop.register(Right.ACCESS, subject=replace(SUBJECT, email=""))
    silent = desktop.issue(nobody, LetterKind.ACKNOWLEDGEMENT)
    for to in ("", "Hannah"):
        with pytest.raises(InvalidInputError) as refused:
            desktop.see(outgoing.mail_draft, silent, to=to)
        assert refused.value.details == {"field": "to", "problem": "no_email"}
    draft = desktop.draft(nobody, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterNotIssuedError):
        desktop.see(outgoing.mail_draft, draft)


def test_an_encrypted_draft_says_so_and_goes_without_readable_enclosures(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    made = desktop.see(outgoing.mail_draft, letter_id, encrypt=True)
    ((name, data),) = files(parsed(made.data))
    assert name == "L-2026-0001.pdf"
    assert made.password
    assert made.password not in repr(made)
    assert made.password.encode() not in made.data
    with pikepdf.Pdf.open(BytesIO(data), password=made.password) as pdf:
        assert len(pdf.pages) == 1
    body = parsed(made.data).get_body(("plain",))
    assert body is not None
    assert "encrypted" in body.get_content()


def test_an_encrypted_copy_leaves_the_archive_as_it_is(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    archive = desktop.see(letters.letter_pdf, letter_id)
    first, second = (desktop.see(outgoing.encrypted_letter, letter_id) for _ in range(2))
    assert first.name == "L-2026-0001-encrypted.pdf"
    assert first.password != second.password
    assert first.password not in repr(first)
    assert desktop.see(letters.letter_pdf, letter_id) == archive


def test_a_signed_copy_is_kept_beside_the_archive_and_goes_out_in_its_place(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    archive = desktop.see(letters.letter_pdf, letter_id)
    key = make_key()
    assert outgoing.can_sign()
    command = SignLetter(letter_id=letter_id, p12=key.p12, passphrase=PASSPHRASE)
    assert PASSPHRASE not in repr(command)
    desktop.do(outgoing.sign_letter, command)
    copy = desktop.see(outgoing.signed_pdf, letter_id)
    assert copy is not None
    assert desktop.see(letters.letter_pdf, letter_id) == archive
    assert copy.startswith(archive)
    assert check(copy, (key.certificate,), at=desktop.hand.now).good
    assert files(parsed(desktop.see(outgoing.mail_draft, letter_id).data))[0][1] == copy
    event = desktop.page(desktop.see(letters.load_letter, letter_id).case_id).case.last(EventKind.LETTER_SIGNED)
    assert event is not None
    assert event.text == "Onee Privacy Office"
    with pytest.raises(LetterSignedAlreadyError):
        desktop.do(outgoing.sign_letter, command)
    assert verify_office(desktop.office) == ()
    with desktop.office.reading() as desk:
        from workbench.store import journal  # noqa: PLC0415  only this test looks for a secret in it

        said = "\n".join(map(repr, journal.entries(desk.session)))
    assert PASSPHRASE not in said


def test_what_cannot_be_signed_leaves_nothing(desktop: Desktop) -> None:
    letter_id = enclosed(desktop)
    with pytest.raises(SigningRefusedError):
        desktop.do(outgoing.sign_letter, SignLetter(letter_id=letter_id, p12=make_key().p12, passphrase="wrong"))  # noqa: S106
    assert desktop.see(outgoing.signed_pdf, letter_id) is None
    draft = desktop.draft(desktop.register(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(LetterNotIssuedError):
        desktop.do(outgoing.sign_letter, SignLetter(letter_id=draft, p12=b"", passphrase=""))
