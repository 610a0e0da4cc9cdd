"""Drafts of e-mails: opened by other readers as what they are, unsent, with every attachment byte for byte."""

import email
from email.message import EmailMessage
from email.policy import default

import pytest

from workbench.domain.errors import InvalidInputError
from workbench.formats.eml import DraftAttachment, write_draft
from workbench.formats.mail import read_mail

PDF = b"%PDF-1.4 letter \x00\xff bytes"
FILES = (
    DraftAttachment("L-2026-0001.pdf", "application/pdf", PDF),
    DraftAttachment("Übersicht Ä 表.csv", "text/csv", b"a;b\r\n1;2\r\n"),
    DraftAttachment("request.eml", "message/rfc822", b"From: x@example.org\n\nbody\n"),
    DraftAttachment("odd", "nothing", b"\x01"),
)


def draft(**changes: object) -> bytes:
    values: dict[str, object] = {
        "sender": "privacy@onee.example",
        "sender_name": "Onee, Privacy Office",
        "to": "hannah@beispiel.example",
        "to_name": 'Hannah "Hanni" Beispiel, Köln',
        "subject": "Schreiben von Onee",
        "body": "Anbei erhalten Sie unser Schreiben.\n\nGrüße 王",
        "attachments": FILES,
    }
    return write_draft(**{**values, **changes})  # type: ignore[arg-type]


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def test_it_is_unsent_and_says_who_writes_to_whom_about_what() -> None:
    message = parsed(draft())
    assert message["X-Unsent"] == "1"
    assert message["Date"] is None
    assert message["Message-ID"] is None
    assert message["To"].addresses[0].addr_spec == "hannah@beispiel.example"
    assert message["To"].addresses[0].display_name == 'Hannah "Hanni" Beispiel, Köln'
    assert message["From"].addresses[0].addr_spec == "privacy@onee.example"
    assert message["Subject"] == "Schreiben von Onee"
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == "Anbei erhalten Sie unser Schreiben.\n\nGrüße 王\n"


def test_every_attachment_comes_back_byte_for_byte_under_its_name() -> None:
    found = [(part.get_filename(), part.get_payload(decode=True)) for part in parsed(draft()).iter_attachments()]
    assert found == [(one.name, one.data) for one in FILES]


def test_our_own_reader_understands_it() -> None:
    mail = read_mail(draft())
    assert (mail.from_email, mail.to, mail.subject) == (
        "privacy@onee.example",
        ("hannah@beispiel.example",),
        "Schreiben von Onee",
    )
    assert [one.size for one in mail.attachments] == [len(one.data) for one in FILES]
    assert "Grüße 王" in mail.text


@pytest.mark.parametrize(
    "to",
    ["", "hannah", "a@b.example, c@d.example", "x@y.example\nBcc: z@y.example", "<a@b.example>", "a b@c.example"],
    ids=["nobody", "a name", "two people", "a header within", "in brackets", "with a blank"],
)
def test_an_address_that_is_none_is_refused(to: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        draft(to=to)
    assert refused.value.details == {"field": "to", "problem": "no_email"}


def test_nothing_in_a_name_or_a_subject_becomes_a_header() -> None:
    message = parsed(draft(subject="Letter\r\nBcc: evil@example.org", to_name="Hannah\nBcc: evil@example.org"))
    assert message["Bcc"] is None
    assert message["Subject"] == "Letter Bcc: evil@example.org"


def test_without_an_office_address_the_mail_program_takes_its_own() -> None:
    assert parsed(draft(sender=""))["From"] is None
