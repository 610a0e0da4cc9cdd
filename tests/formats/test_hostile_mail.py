"""Hostile mail: the answer is an `IncomingMail` or an `ImportProblemError`, and nothing else, soon."""

import dataclasses
import time
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.corpus import HEAD, READABLE, REFUSED, with_body
from workbench.formats import mail_reading
from workbench.formats.mail import IncomingMail, read_mail
from workbench.formats.problems import ImportProblemError, Problem
from workbench.formats.worker import Limits
from workbench.services.resources import RESOURCES

LONGEST_SECONDS = 60  # the worker's own clock is 30; a loaded machine may take its time around it


@pytest.mark.parametrize("name", READABLE)
def test_it_is_read(name: str) -> None:
    began = time.monotonic()
    mail = read_mail(READABLE[name])
    assert time.monotonic() - began < LONGEST_SECONDS
    assert "writer@example.com" in (mail.from_email, *mail.to) or "comments" in name or "quotes" in name
    names = tuple(one.name_shown for one in mail.attachments)
    shown = (mail.from_name, mail.subject, *mail.to, *names)
    assert not any(character in text for text in shown for character in "\0\x1b\n\r\u202e")
    assert not any(character in name for name in names for character in "/\\")
    mail.text.encode("utf-8")


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_reason(name: str) -> None:
    data, reason = REFUSED[name]
    began = time.monotonic()
    with pytest.raises(ImportProblemError) as refused:
        read_mail(data)
    assert refused.value.reason == Problem(reason)
    assert refused.value.details == {"reason": reason}
    assert time.monotonic() - began < LONGEST_SECONDS


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(b"<!--" * 200_000, id="comments never closed"),
        pytest.param(b"<a" * 300_000, id="tags never closed"),
        pytest.param(b"<div>" * 100_000 + b"words", id="blocks never closed"),
        pytest.param(b"&" * 500_000, id="ampersands"),
        pytest.param(b"<![CDATA[" * 50_000, id="marked sections"),
        pytest.param(b"<script>" + b"</scrip" * 100_000, id="a script never closed"),
    ],
)
def test_a_hostile_page_ends_in_one_of_the_two_ways(page: bytes) -> None:
    began = time.monotonic()
    try:
        read_mail(with_body(b"Content-Type: text/html", page), limits=Limits(cpu=2))
    except ImportProblemError as refused:
        assert refused.reason is Problem.TIMED_OUT  # noqa: PT017  both ends are right, and this one has one reason
    assert time.monotonic() - began < LONGEST_SECONDS


_HEADERS = st.sampled_from(
    [
        b"From",
        b"To",
        b"Cc",
        b"Subject",
        b"Date",
        b"Received",
        b"Content-Type",
        b"Content-Transfer-Encoding",
        b"Content-Disposition",
    ]
)
_VALUES = st.one_of(
    st.binary(max_size=80),
    st.text(alphabet="<>()@,;:\\\"'.=?_ abÄ\u202e\0[]/*-%", max_size=60).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(
        [
            b"multipart/mixed; boundary=b",
            b"multipart/alternative; boundary*0=b; boundary*1=c",
            b"message/rfc822",
            b"message/partial; id=1; number=1; total=2",
            b"text/html; charset=utf-7",
            b"text/plain; charset*=x'y'%zz",
            b"base64",
            b"quoted-printable",
            b"x-uue",
            b"attachment; filename*0*=utf-8''%e2; filename*1*=%80%ae",
            b"=?utf-8?q?=?= =?x?b??=",
            b"(((((())",
            b"undisclosed-recipients:;",
            b"Thu, 32 Nov 2026 25:61:61 +2561",
        ]
    ),
)
_MAILS = st.tuples(
    st.lists(st.tuples(_HEADERS, _VALUES), max_size=8), st.lists(st.one_of(st.binary(max_size=60), _VALUES), max_size=8)
).map(lambda drawn: b"".join(b"%s: %s\r\n" % one for one in drawn[0]) + b"\r\n" + b"\r\n--b\r\n".join(drawn[1]))


@settings(max_examples=400, deadline=None)
@given(data=st.one_of(_MAILS, _MAILS.map(lambda mail: HEAD + mail), st.binary(max_size=300)))
def test_the_reader_answers_or_refuses_whatever_comes(data: bytes) -> None:
    try:
        found = mail_reading.read(data)
    except mail_reading.Refused as refused:
        assert refused.reason in Problem  # noqa: PT017  a refusal is one of the two right ends
    else:
        assert set(found) == {field.name for field in dataclasses.fields(IncomingMail)} - {"sha256", "size"}
        for text in (found["text"], found["subject"], found["from_name"]):
            text.encode("utf-8")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(_MAILS, st.binary(max_size=300)))
def test_the_worker_answers_or_refuses_whatever_comes(data: bytes) -> None:
    try:
        mail = read_mail(data)
    except ImportProblemError as refused:
        assert refused.reason is not Problem.UNREADABLE  # noqa: PT017  nothing may end the worker unforeseen
    else:
        assert mail.size == len(data)


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_problem_and_warning_has_words(language: str) -> None:
    words = tomllib.loads((RESOURCES / "translations" / "words" / f"formats.{language}.toml").read_text(encoding="utf-8"))
    assert set(words["reason"]) == {problem.value for problem in Problem}
    source = (RESOURCES.parent / "workbench" / "formats" / "mail_reading.py").read_text(encoding="utf-8")
    named = {part.partition('"')[0] for part in source.split('warnings.add("')[1:]}
    assert set(words["mail_warning"]) == named
