"""What is read out of an e-mail: senders, words, instants, attachments."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.formats.corpus import HEAD, attached, with_body
from workbench.domain.cases import LawPlace
from workbench.domain.rights import Right
from workbench.formats.mail import MAX_BYTES, IncomingMail, read_mail
from workbench.formats.mail_reading import guess_language, plain_text, safe_name
from workbench.formats.mail_rights import suggest_law, suggest_rights
from workbench.formats.problems import ImportProblemError, Problem
from workbench.services.resources import RESOURCES

SAMPLES = RESOURCES / "demo"


def sample(name: str) -> IncomingMail:
    return read_mail((SAMPLES / name).read_bytes(), own_hosts=("mail.onee.example",))


def test_a_plain_mail_is_read_whole() -> None:
    data = with_body(
        b"Content-Type: text/plain; charset=utf-8", "Löschen Sie bitte meine Daten, die Sie von mir haben.\r\n".encode()
    )
    mail = read_mail(data)
    assert mail == IncomingMail(
        from_name="A. Writer",
        from_email="writer@example.com",
        to=("privacy@onee.example",),
        subject="My data",
        received_at=datetime(2026, 11, 26, 2, 0, tzinfo=UTC),
        received_from="date_header",
        date_header_at=datetime(2026, 11, 26, 2, 0, tzinfo=UTC),
        text="Löschen Sie bitte meine Daten, die Sie von mir haben.",
        language="de",
        attachments=(),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        message_id="",
        warnings=(),
    )


@pytest.mark.parametrize(
    ("header", "name", "address"),
    [
        pytest.param("Sari W <s@example.com>", "Sari W", "s@example.com", id="a name"),
        pytest.param('"Wulandari, Sari" <s@example.com>', "Wulandari, Sari", "s@example.com", id="a comma in quotes"),
        pytest.param("=?utf-8?q?Lena_V=C3=B6gel?= <s@example.com>", "Lena Vögel", "s@example.com", id="an encoded word"),
        pytest.param("=?utf-8?b?5p2O5Lyf?= <s@example.com>", "李伟", "s@example.com", id="Chinese in base64"),
        pytest.param("s@example.com", "", "s@example.com", id="an address alone"),
        pytest.param("s@example.com (Sari)", "Sari", "s@example.com", id="a name in a comment"),
        pytest.param("<s@example.com", "", "s@example.com", id="a bracket left open"),
        pytest.param("Office: s@example.com, t@example.com;", "", "s@example.com", id="a group"),
        pytest.param("Nobody", "Nobody", "", id="no address at all"),
        pytest.param("Sari \u202emoc <s@example.com>", "Sari \ufffdmoc", "s@example.com", id="text turned round"),
    ],
)
def test_the_sender_is_read_from(header: str, name: str, address: str) -> None:
    mail = read_mail(HEAD.replace(b"A. Writer <writer@example.com>", header.encode()) + b"\r\nPlease delete my data.")
    assert (mail.from_name, mail.from_email) == (name, address)


OWN = "Received: from a.example by mail.onee.example; Thu, 26 Nov 2026 10:00:00 +0700\r\n"
OWN_LATER = "Received: by store.onee.example; Thu, 26 Nov 2026 10:05:00 +0700\r\n"
LOCAL = "Received: from scan by localhost (filter); Thu, 26 Nov 2026 10:04:00 +0700\r\n"
OTHER = "Received: from b by a.example; Thu, 26 Nov 2026 09:30:00 +0700\r\n"
FORGED = "Received: from c by mail.onee.example; Tue, 1 Sep 2026 09:30:00 +0700\r\n"
BROKEN = "Received: from b by a.example; some day\r\n"


@pytest.mark.parametrize(
    ("hops", "hosts", "hour", "source"),
    [
        pytest.param(OWN_LATER + OWN + OTHER, (), (3, 5), "received_header", id="newest hop where no host is named"),
        pytest.param(
            OWN_LATER + LOCAL + OWN + OTHER, ("onee.example",), (3, 0), "received_header", id="arrival at our first host"
        ),
        pytest.param(OWN + OTHER + FORGED, ("onee.example",), (3, 0), "received_header", id="a forged hop below is not ours"),
        pytest.param(OTHER, ("onee.example",), (2, 30), "received_header", id="none of our hosts"),
        pytest.param(BROKEN + OTHER, (), (2, 30), "received_header", id="an unreadable hop is passed over"),
        pytest.param(BROKEN, (), (2, 0), "date_header", id="only the date header"),
        pytest.param("", (), (2, 0), "date_header", id="no hop"),
    ],
)
def test_the_receipt_is_taken_from(hops: str, hosts: tuple[str, ...], hour: tuple[int, int], source: str) -> None:
    mail = read_mail(hops.encode() + HEAD + b"\r\nPlease delete my data.", own_hosts=hosts)
    assert (mail.received_at, mail.received_from) == (datetime(2026, 11, 26, *hour, tzinfo=UTC), source)


def test_a_name_like_our_host_is_not_our_host() -> None:
    hop = b"Received: by evilonee.example; Tue, 1 Sep 2026 09:30:00 +0700\r\n"
    assert "own_host_not_found" in read_mail(hop + HEAD + b"\r\nPlease.", own_hosts=("onee.example",)).warnings


@pytest.mark.parametrize(
    ("date", "warning"),
    [
        pytest.param(b"Thu, 26 Nov 2026 09:00:00", "date_without_zone", id="no zone"),
        pytest.param(b"Thu, 26 Nov 2026 09:00:00 -0000", "date_without_zone", id="a zone that says unknown"),
        pytest.param(b"26 Nov 0026", "date_unreadable", id="the year 26"),
        pytest.param(b"31 Feb 2026 10:00:00 +0000", "date_unreadable", id="a day that is none"),
    ],
)
def test_a_doubtful_date_is_named(date: bytes, warning: str) -> None:
    mail = read_mail(HEAD.replace(b"Thu, 26 Nov 2026 09:00:00 +0700", date) + b"\r\nPlease delete my data.")
    assert warning in mail.warnings
    assert mail.received_at is None or mail.received_at.tzinfo is not None


def test_a_mail_without_any_date_says_so() -> None:
    mail = read_mail(b"From: a@example.com\r\n\r\nPlease delete my data.")
    assert (mail.received_at, mail.received_from) == (None, "")
    assert "no_date" in mail.warnings


def test_a_web_page_becomes_plain_words() -> None:
    page = (
        b"<html><head><title>no</title><style>p{}</style></head><body><p>Dear&nbsp;Sir &amp; Madam</p><script>bad()</script>"
        b"<ul><li>one<li>two</ul>delete <b>my</b> data<br>please<img src=x onerror=y></body></html>"
    )
    mail = read_mail(with_body(b"Content-Type: text/html; charset=utf-8", page))
    assert mail.text.split() == ["Dear", "Sir", "&", "Madam", "-", "one", "-", "two", "delete", "my", "data", "please"]
    assert mail.warnings == ("html_only",)


def test_words_are_taken_from_the_plain_part_where_there_is_one() -> None:
    body = b"--b\r\n\r\nThe plain words of the mail.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Other words\r\n--b--\r\n"
    mail = read_mail(with_body(b"Content-Type: multipart/alternative; boundary=b", body))
    assert mail.text == "The plain words of the mail."
    assert mail.attachments == ()


def test_no_control_character_reaches_the_reader() -> None:
    mail = read_mail(with_body(b"X: y", b"\x1b[31mred\x07 and \xe2\x80\xaeback\r\nnext\tline\0"))
    assert mail.text == "[31mred and \ufffdback\nnext\tline"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("scan.pdf", "scan.pdf", id="a plain name"),
        pytest.param("../../../etc/cron.d/x", "x", id="a path"),
        pytest.param("C:\\Users\\me\\paspor.jpg", "paspor.jpg", id="a path of Windows"),
        pytest.param("inv\u202egpj.exe", "inv\ufffdgpj.exe", id="text turned round"),
        pytest.param("a\u200bb\ufeff.txt", "a\ufffdb\ufffd.txt", id="unseen characters"),
        pytest.param("a\0b\nc.txt", "a\ufffdb\ufffdc.txt", id="control characters"),
        pytest.param("x" * 400 + ".pdf", "x" * 115 + "\u2026.pdf", id="a long name keeps its ending"),
        pytest.param("x" * 400, "x" * 119 + "\u2026", id="a long name without ending"),
        pytest.param("..", "", id="dots"),
        pytest.param("/", "", id="a slash"),
        pytest.param("name. . ", "name", id="dots and blanks at the end"),
    ],
)
def test_a_name_is_safe_to_show(given: str, shown: str) -> None:
    assert safe_name(given) == shown
    assert len(safe_name(given)) <= 120


def test_attachments_are_listed_with_their_digests() -> None:
    mail = read_mail(attached(b'filename="=?utf-8?q?f=C3=B6rm.pdf?="', b"%PDF-1.7 content"))
    (one,) = mail.attachments
    assert (one.name_shown, one.media_type, one.size) == ("förm.pdf", "application/pdf", 16)
    assert one.sha256 == hashlib.sha256(b"%PDF-1.7 content").hexdigest()


def test_a_name_in_raw_octets_is_read() -> None:
    assert read_mail(attached('filename="förm.pdf"'.encode())).attachments[0].name_shown == "förm.pdf"


def test_an_attachment_without_a_name_gets_one() -> None:
    assert read_mail(attached(b"filename=''")).attachments[0].name_shown
    assert read_mail(attached(b'filename=".."')).attachments[0].name_shown == "attachment-1"


def test_a_mail_within_a_mail_is_an_attachment_named_by_its_subject() -> None:
    inner = b"From: b@example.com\r\nSubject: Earlier answer\r\n\r\nNot the words of the sender."
    body = b"--b\r\n\r\nSee the mail that I forward.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--b--\r\n"
    mail = read_mail(with_body(b"Content-Type: multipart/mixed; boundary=b", body))
    assert mail.text == "See the mail that I forward."
    assert [(one.name_shown, one.media_type, one.size > 0) for one in mail.attachments] == [
        ("Earlier answer.eml", "message/rfc822", True)
    ]


def test_the_largest_file_is_twenty_five_megabytes() -> None:
    with pytest.raises(ImportProblemError) as refused:
        read_mail(HEAD.ljust(MAX_BYTES + 1))
    assert refused.value.reason is Problem.TOO_LARGE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("I would like to know what you have about me", "en", id="English"),
        pytest.param("Saya mohon agar data saya dihapus dari sistem ini", "id", id="Indonesian"),
        pytest.param("Ich bitte um Auskunft über die Daten, die Sie von mir haben", "de", id="German"),
        pytest.param("Je vous demande une copie de mes données", "fr", id="French"),
        pytest.param("12345", "en", id="no sign"),
    ],
)
def test_the_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_unclosed_and_crossed_tags_do_not_swallow_the_words() -> None:
    assert plain_text("<head><p>one</style></head><div>two<script>x</script>three") == "one\ntwothree"


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        pytest.param(
            "Please tell me what data you hold about my account and then delete it.", {"access", "erasure"}, id="English"
        ),
        pytest.param("Mohon hapus seluruh data pribadi saya.", {"erasure"}, id="Indonesian erasure"),
        pytest.param("Nama saya salah tulis, mohon pembetulan.", {"rectification"}, id="Indonesian rectification"),
        pytest.param("Ich bitte um Auskunft und danach um Löschung.", {"access", "erasure"}, id="German"),
        pytest.param("I withdraw my consent and I object to the processing.", {"withdraw_consent", "objection"}, id="consent"),
        pytest.param("Send me my data in a machine-readable format.", {"portability"}, id="portability"),
        pytest.param("Stop sending me newsletters!", {"marketing_optout"}, id="newsletters"),
        pytest.param("This was an automated decision without human review.", {"automated_decision"}, id="automated decision"),
        pytest.param("Saya menarik kembali persetujuan saya.", {"withdraw_consent"}, id="Indonesian consent"),
        pytest.param("Please restrict processing while you check.", {"restriction"}, id="restriction"),
        pytest.param("Where is my invoice?", set(), id="nothing"),
    ],
)
def test_rights_are_suggested_with_the_words_they_rest_on(text: str, rights: set[str]) -> None:
    found = suggest_rights(text)
    assert {right.value for right, _phrase in found} == rights
    assert all(phrase in text for _right, phrase in found)


@pytest.mark.parametrize(
    ("text", "address", "laws"),
    [
        pytest.param("under Art. 15 GDPR", "a@example.de", (LawPlace("EU", "DE"),), id="named law, place by the address"),
        pytest.param("under the UK GDPR", "a@example.com", (LawPlace("GB", "GB-ENG"),), id="the United Kingdom's own"),
        pytest.param("berdasarkan UU PDP", "", (LawPlace("ID", "ID"),), id="Indonesia"),
        pytest.param("under the GDPR", "a@example.com", (LawPlace("EU", ""),), id="a law without its place"),
        pytest.param("I live in Edinburgh", "", (LawPlace("GB", "GB-SCT"),), id="a town"),
        pytest.param("UU PDP and GDPR, Berlin", "", (LawPlace("ID", "ID"), LawPlace("EU", "DE")), id="two laws"),
        pytest.param("hello", "a@example.com", (), id="nothing"),
    ],
)
def test_laws_are_suggested(text: str, address: str, laws: tuple[LawPlace, ...]) -> None:
    assert tuple(law for law, _why in suggest_law(text, email=address)) == laws


@pytest.mark.parametrize(
    ("name", "person", "right", "law", "arrived"),
    [
        pytest.param("access-request.eml", "Lena Vögel", Right.ACCESS, LawPlace("EU", "DE"), (19, 1, 12, 41), id="access"),
        pytest.param(
            "erasure-request.eml", "Dewi Anggraini", Right.ERASURE, LawPlace("ID", "ID"), (20, 3, 37, 5), id="erasure"
        ),
        pytest.param(
            "vexatious-request.eml", "Victor Crane", Right.ACCESS, LawPlace("EU", "IE"), (20, 6, 2, 19), id="vexatious"
        ),
    ],
)
def test_the_samples_are_read(name: str, person: str, right: Right, law: LawPlace, arrived: tuple[int, int, int, int]) -> None:
    mail = sample(name)
    assert mail.from_name == person
    assert mail.received_at == datetime(2026, 11, *arrived, tzinfo=UTC)
    assert mail.received_from == "received_header"
    assert mail.warnings == ()
    assert [one for one, _phrase in suggest_rights(mail.text)] == [right]
    assert [one for one, _why in suggest_law(mail.text, email=mail.from_email)] == [law]


def test_samples_come_as_mail_comes() -> None:
    for path in sorted(Path(SAMPLES).glob("*.eml")):
        assert b"\r\n" in path.read_bytes()
        assert b"@example." in path.read_bytes()
