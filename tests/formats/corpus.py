"""Hostile and broken mails, made here so that no such file has to be kept: name to bytes."""

import base64

HEAD = (
    b"From: A. Writer <writer@example.com>\r\nTo: privacy@onee.example\r\nSubject: My data\r\n"
    b"Date: Thu, 26 Nov 2026 09:00:00 +0700\r\nMIME-Version: 1.0\r\n"
)
"""Headers of a mail that anyone may write; a body or more headers follow."""


def nested(depth: int) -> bytes:
    """Return a mail of multiparts within multiparts."""
    opened = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(depth))
    return HEAD + b"".join(opened) + b"Content-Type: text/plain\r\n\r\nPlease delete my data.\r\n"


def parts(count: int) -> bytes:
    """Return a mail of many small parts side by side."""
    one = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + one * count + b"--b--\r\n"


def nested_messages(depth: int) -> bytes:
    """Return a mail that holds a mail that holds a mail."""
    return (HEAD + b"Content-Type: message/rfc822\r\n\r\n") * depth + HEAD + b"\r\nPlease delete my data.\r\n"


def attached(name: bytes, content: bytes = b"%PDF-1.7 not really") -> bytes:
    """Return a mail with a text and one attachment; `name` stands in its header as it is."""
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the file attached here.\r\n'
        + b"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
        + name
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(content)
        + b"\r\n--b--\r\n"
    )


def with_body(headers: bytes, body: bytes) -> bytes:
    """Return a mail with more headers and a body."""
    return HEAD + headers + b"\r\n\r\n" + body


READABLE: dict[str, bytes] = {
    "unknown charset": with_body(b"Content-Type: text/plain; charset=klingon", b"Please delete my data. \xff\xe4"),
    "charset that raises": with_body(b"Content-Type: text/plain; charset=idna", b"Please delete my data. \xff\xe4"),
    "charset with a NUL": with_body(b"Content-Type: text/plain; charset=utf\x008", b"Please delete my data."),
    "charset named undefined": with_body(
        b"Content-Type: text/plain; charset*=undefined''%ff; charset=undefined", b"Please, my data."
    ),
    "group address": HEAD.replace(b"privacy@onee.example", b"undisclosed:;") + b"\r\nPlease delete my data.",
    "group of groups": HEAD.replace(b"privacy@onee.example", b"a:b:c@example.com;;,;:") + b"\r\nPlease delete my data.",
    "three thousand comments": HEAD.replace(b"A. Writer", b"(" * 3000) + b"\r\nPlease delete my data.",
    "three thousand quotes": HEAD.replace(b"A. Writer", b'"\\' * 3000) + b"\r\nPlease delete my data.",
    "broken encoded words": HEAD.replace(b"My data", b"=?utf-8?b?A?= =?x?q?=ZZ?= =?utf-8?q??=") + b"\r\nPlease delete my data.",
    "encoded word of an unknown charset": HEAD.replace(b"My data", b"=?klingon?q?=FF?=") + b"\r\nPlease delete my data.",
    "NUL everywhere": HEAD.replace(b"My data", b"My\0data") + b"\r\nPlease\0 delete my data.\0",
    "control characters": with_body(b"X-Note: \x1b[2J", b"\x1b[31mPlease delete my data.\x07\x08"),
    "truncated base64": with_body(b"Content-Transfer-Encoding: base64", base64.b64encode(b"Please delete my data.")[:-3]),
    "base64 that is none": with_body(b"Content-Transfer-Encoding: base64", b"!!!! not base64 at all ????"),
    "unknown transfer encoding": with_body(b"Content-Transfer-Encoding: x-uuencode", b"begin 644 x\n#86)C\n`\nend\n"),
    "no boundary": with_body(b"Content-Type: multipart/mixed", b"Please delete my data."),
    "boundary never met": with_body(b"Content-Type: multipart/mixed; boundary=never", b"Please delete my data."),
    "empty boundary": with_body(b'Content-Type: multipart/mixed; boundary=""', b"--\r\n\r\nPlease delete my data."),
    "content type that is none": with_body(b"Content-Type: ;;;=;/", b"Please delete my data."),
    "date of the year 0": HEAD.replace(b"26 Nov 2026", b"26 Nov 0000") + b"\r\nPlease delete my data.",
    "date of the year 9999": HEAD.replace(b"26 Nov 2026", b"31 Dec 9999") + b"\r\nPlease delete my data.",
    "date with an absurd zone": HEAD.replace(b"+0700", b"+9999") + b"\r\nPlease delete my data.",
    "date of words": HEAD.replace(b"Thu, 26 Nov 2026 09:00:00 +0700", b"tomorrow, if you like") + b"\r\nPlease delete my data.",
    "byte order mark": b"\xef\xbb\xbf" + HEAD + b"\r\nPlease delete my data.",
    "blank lines first": b"\r\n\r\n" + HEAD + b"\r\nPlease delete my data.",
    "mailbox line first": b"From writer@example.com Thu Nov 26 09:00:00 2026\n" + HEAD + b"\r\nPlease delete my data.",
    "raw octets in headers": HEAD.replace(b"A. Writer", "Jürgen Öz".encode("latin-1")) + b"\r\nPlease delete my data.",
    "hundred thousand addressees": HEAD.replace(b"privacy@onee.example", b"a@example.com," * 60_000)
    + b"\r\nPlease delete my data.",
    "one line of ten megabytes": with_body(b"X-Note: none", b"a" * 10_000_000),
    "twenty-five megabytes of text": with_body(b"X-Note: none", b"Please delete my data now, thank you.\r\n" * 640_000),
    "attachment of eighteen megabytes": attached(b'filename="scan.pdf"', b"\0" * 18_000_000),
    "mails within mails": nested_messages(8),
    "file name that is a path": attached(b'filename="../../../etc/cron.d/x"'),
    "file name turned round": attached(b"filename*=utf-8''inv%E2%80%AEgpj.exe"),
    "file name of an unknown charset": attached(b"filename*=klingon''%FF%FE"),
    "a mail within that cannot be written again": with_body(
        b"Content-Type: message/rfc822", b"From: a@example.com\r\nTo: pri\x1cacy: x\r\nSubject: y\r\n\r\nP\x9aea"
    ),
    "file name told twice": attached(b'filename*=a; filename*0="b"; filename*="c"'),
    "declaration that is none": with_body(b"Content-Type: text/html", b"<p>Please delete my data.</p><![if foo"),
    "marked section that is none": with_body(b"Content-Type: text/html", b"<p>Please delete my data.</p><![: x]]>"),
    "file name in pieces": attached(b'filename*0="a"; filename*1=".pdf"; filename*x="b"'),
}
"""Mails that a person could still have sent: each must be read."""

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "binary junk": (bytes(range(256)) * 500, "not_mail"),
    "a web page": (b"<!doctype html><title>Hello</title><p>Delete my data", "not_mail"),
    "fifteen hundred multiparts": (nested(1500), "too_deep"),
    "forty multiparts": (nested(40), "too_deep"),
    "twenty thousand parts": (parts(20_000), "too_many_parts"),
    "a boundary told twice": (
        with_body(
            b"Content-Type: multipart/mixed; boundary*0=a; boundary*=utf-8''b; boundary*1*=c", b"--a\r\n\r\nHello.\r\n--a--"
        ),
        "unreadable",
    ),
    "a header bomb": (HEAD + b"X: y\r\n" * 500_000 + b"\r\nhello", "too_many_headers"),
    "fifty megabytes": (HEAD + b"\r\n" + b"a" * 50_000_000, "too_large"),
}
"""Files that are refused, with the reason."""
