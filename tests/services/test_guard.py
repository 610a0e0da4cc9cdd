"""The wrong-person guard: what points at another person or case is seen, mended or answered; what is right passes in silence."""

from dataclasses import replace

import pytest

from tests.makers import EU_DE, JAKARTA, SUBJECT, Desktop
from workbench.domain.cases import Channel, EventKind
from workbench.domain.commands import ApproveLetter, AttachEvidence, DispatchLetter, RegisterRequest, ReviseLetter
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import DispatchChannel, LetterFields, LetterKind, LetterState
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.rights import Right
from workbench.services import dispatch, evidence, guard, intake, letters, outgoing
from workbench.services.guard import SHORTEST_REASON, WrongPersonError
from workbench.services.lines import Mismatch

OTHER = DataSubject(name="Jonas Fremd", email="jonas@fremd.example", address=("Fremdweg 9", "10115 Berlin"))
ADDRESS = (SUBJECT.name, *SUBJECT.address)


def found(desktop: Desktop, case_id: int, **fields: object) -> tuple[Mismatch, ...]:
    """Return what the guard says of a clarification with these fields."""
    values: dict[str, object] = {"addressee": ADDRESS, "free_text": "Which account do you mean?", **fields}
    preview = desktop.see(letters.preview_letter, case_id, LetterKind.CLARIFICATION, "en", LetterFields(**values))  # type: ignore[arg-type]
    return preview.mismatches


def codes(mismatches: tuple[Mismatch, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in mismatches]


def attach(desktop: Desktop, case_id: int, name: str, data: bytes, media_type: str = "text/plain") -> int:
    command = AttachEvidence(case_id=case_id, evidence=NewEvidence(name, media_type, data))
    return int(desktop.do(evidence.attach_evidence, command).created or 0)


@pytest.fixture
def two(desktop: Desktop) -> tuple[int, int]:
    """Return the cases of Hannah Beispiel and of Jonas Fremd."""
    return desktop.register(Right.ACCESS), desktop.register(Right.ERASURE, subject=OTHER)


def test_a_letter_to_its_own_person_passes_in_silence(desktop: Desktop, two: tuple[int, int]) -> None:
    assert found(desktop, two[0]) == ()
    assert desktop.see(letters.preview_letter, two[1], LetterKind.ACKNOWLEDGEMENT, "en", None).mismatches == ()


@pytest.mark.parametrize(
    ("fields", "seen"),
    [
        ({"addressee": ("Jonas Fremd", "Fremdweg 9")}, [("addressee_other", "addressee"), ("other_person", "addressee")]),
        ({"addressee": ("Clara Nobody", "Nowhere 1")}, [("addressee_other", "addressee")]),
        ({"salutation": "Dear Jonas Fremd,"}, [("salutation_other", "salutation"), ("other_person", "salutation")]),
        ({"salutation": "Dear Ms Fischer,"}, [("salutation_other", "salutation")]),
        ({"free_text": "As jonas fremd wrote, which account?"}, [("other_person", "text")]),
        ({"free_text": "As Fremd, Jonas wrote: which account?"}, [("other_person", "text")]),
        ({"free_text": "Write to jonas@FREMD.example then?"}, [("other_email", "text")]),
        ({"free_text": "See DSR-2026-0002 please?"}, [("other_number", "text")]),
    ],
    ids=[
        "another person's address",
        "a stranger's address",
        "another person greeted",
        "a stranger greeted",
        "another person in small letters",
        "another person, family name first",
        "another person's e-mail address",
        "another case's number",
    ],
)
def test_whatever_points_elsewhere_is_seen(
    desktop: Desktop, two: tuple[int, int], fields: dict[str, object], seen: list[tuple[str, str]]
) -> None:
    assert codes(found(desktop, two[0], **fields)) == seen


@pytest.mark.parametrize(
    "subject",
    [
        DataSubject(name="Suharto", email="suharto@example.id", address=("Jalan Melati 1", "Jakarta")),
        DataSubject(name="R. A. Kartini", email="kartini@example.id", address=("Jepara",), salutation="Ibu"),
        DataSubject(name="I Gusti Ngurah Rai", email="rai@example.id", address=("Denpasar",), salutation="Bapak"),
        DataSubject(name="王小明", email="wang@example.cn", address=("北京市",)),
        DataSubject(name="Tanaka Tarō", email="tanaka@example.jp", address=("Tokyo",), salutation="Mr Tanaka"),
        DataSubject(name="Dr. Ursula Müller-Lüdenscheidt", email="u@example.de", address=("Köln",), salutation="Frau Dr."),
        DataSubject(name="María del Carmen García López", email="m@example.es", address=("Madrid",), salutation="Sra."),
        DataSubject(name="anna.k@example.org", email="anna.k@example.org"),
    ],
    ids=lambda subject: subject.name,
)
@pytest.mark.parametrize("language", ["en", "id"])
def test_names_of_every_kind_raise_no_false_alarm(desktop: Desktop, subject: DataSubject, language: str) -> None:
    desktop.register(Right.ACCESS, subject=DataSubject(name="Melati", email="melati@example.id"))
    desktop.register(Right.ACCESS, subject=DataSubject(name="Budi Hartono", email="budi@example.id"))
    case_id = desktop.register(Right.ACCESS, subject=subject)
    for kind in (LetterKind.ACKNOWLEDGEMENT, LetterKind.IDENTITY):
        assert desktop.see(letters.preview_letter, case_id, kind, language, None).mismatches == ()


def test_two_people_of_one_name_and_one_person_with_two_cases_raise_no_alarm(desktop: Desktop) -> None:
    first = desktop.register(Right.ACCESS)
    second = desktop.register(Right.ERASURE)
    desktop.register(Right.ACCESS, subject=replace(SUBJECT, email="another.hannah@example.org"))
    assert found(desktop, second, free_text="You asked this in DSR-2026-0001 too. Which account do you mean?") == ()
    assert codes(found(desktop, first, free_text="You asked this in DSR-2026-0003 too?")) == [("other_number", "text")]


def test_who_wrote_for_the_subject_may_be_addressed_and_the_subject_is_named(desktop: Desktop) -> None:
    command = RegisterRequest(
        subject=SUBJECT,
        requester=Requester(
            name="Kanzlei Muster", email="post@muster.example", address=("Ring 1", "50667 Köln"), authority="counsel"
        ),
        received_at=desktop.hand.now,
        zone=JAKARTA,
        channel=Channel.EMAIL,
        rights=(Right.ACCESS,),
        laws=(EU_DE,),
        text="We act for her.",
    )
    case_id = int(desktop.do(intake.register_request, command).created or 0)
    assert desktop.see(letters.preview_letter, case_id, LetterKind.ACKNOWLEDGEMENT, "en", None).mismatches == ()
    other = desktop.register(Right.ACCESS, subject=OTHER)
    assert codes(found(desktop, other, addressee=("Jonas Fremd", "Fremdweg 9"), free_text="Ask Kanzlei Muster?")) == [
        ("other_person", "text")
    ]


def test_a_wrong_letter_is_not_issued_until_each_mismatch_has_its_reason(desktop: Desktop, two: tuple[int, int]) -> None:
    fields = LetterFields(addressee=ADDRESS, free_text="Jonas Fremd shares your account DSR-2026-0002. Do you mean it?")
    letter_id = desktop.draft(two[0], LetterKind.CLARIFICATION, fields=fields)
    mismatches = desktop.see(letters.preview_draft, letter_id).mismatches
    assert codes(mismatches) == [("other_person", "text"), ("other_number", "text")]
    reason = "The account is shared by both of them."
    for resolved in (
        (),
        ((mismatches[0].key, reason),),
        tuple((one.key, "x" * (SHORTEST_REASON - 1)) for one in mismatches),
        tuple((one.code, reason) for one in mismatches),
    ):
        with pytest.raises(WrongPersonError) as refused:
            desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter_id, resolved=resolved))
        assert refused.value.details["letter"] == "L-2026-0001"
        assert "Fremd" not in str(refused.value)
    assert desktop.see(letters.load_letter, letter_id).state is LetterState.DRAFT
    resolved = tuple((one.key, reason) for one in mismatches)
    desktop.do(letters.approve_letter, ApproveLetter(letter_id=letter_id, resolved=resolved))
    issued = desktop.page(two[0]).case.last(EventKind.LETTER_ISSUED)
    assert issued is not None
    assert issued.detail("resolved") == "other_person,other_number"
    assert issued.text.count(reason) == 2


def test_a_reason_does_not_stand_for_another_mismatch(desktop: Desktop, two: tuple[int, int]) -> None:
    desktop.register(Right.ACCESS, subject=DataSubject(name="Petra Dritte", email="petra@dritte.example"))
    letter_id = desktop.draft(
        two[0], LetterKind.CLARIFICATION, fields=LetterFields(addressee=ADDRESS, free_text="Do you know Jonas Fremd?")
    )
    old = desktop.see(letters.preview_draft, letter_id).mismatches
    fields = LetterFields(addressee=ADDRESS, free_text="Do you know Petra Dritte?")
    desktop.do(letters.revise_letter, ReviseLetter(letter_id=letter_id, language="en", fields=fields))
    with pytest.raises(WrongPersonError):
        desktop.do(
            letters.approve_letter,
            ApproveLetter(letter_id=letter_id, resolved=tuple((one.key, "They share a household.") for one in old)),
        )


@pytest.mark.parametrize(
    ("name", "data", "media_type", "seen"),
    [
        ("account.csv", b"name;mail\nHannah Beispiel;hannah@beispiel.example\n", "text/csv", []),
        ("account.csv", b"name;mail\nJonas Fremd;jonas@fremd.example\n", "text/csv", ["other_person", "other_email"]),
        ("Auskunft_Jonas_Fremd.pdf", b"%PDF-1.4", "application/pdf", ["other_person"]),
        ("DSR-2026-0002 answer.pdf", b"%PDF-1.4", "application/pdf", ["other_number"]),
        (
            "mail.eml",
            b"From: jonas@fremd.example\r\nTo: privacy@onee.example\r\nSubject: x\r\n\r\nhello\r\n",
            "message/rfc822",
            ["other_email"],
        ),
    ],
    ids=["her own data", "his data", "his name on the file", "his case on the file", "his mail"],
)
def test_an_enclosure_is_read_for_whom_it_names(
    desktop: Desktop, two: tuple[int, int], name: str, data: bytes, media_type: str, seen: list[str]
) -> None:
    kept = attach(desktop, two[0], name, data, media_type)
    mismatches = found(desktop, two[0], enclosures=(kept,))
    assert [one.code for one in mismatches] == seen
    assert all(one.where == "enclosure" for one in mismatches)


def test_an_enclosure_of_another_case_is_stopped(desktop: Desktop, two: tuple[int, int]) -> None:
    his = attach(desktop, two[1], "data.bin", b"\x01\x02", "application/octet-stream")
    shared = attach(desktop, two[0], "form.bin", b"\x03\x04", "application/octet-stream")
    attach(desktop, two[1], "form.bin", b"\x03\x04", "application/octet-stream")
    assert codes(found(desktop, two[0], enclosures=(his,))) == [("enclosure_other_case", "enclosure")]
    assert codes(found(desktop, two[0], enclosures=(shared,))) == [("enclosure_shared", "enclosure")]


@pytest.mark.parametrize(
    ("channel", "recipient", "seen"),
    [
        (DispatchChannel.EMAIL, SUBJECT.email, []),
        (DispatchChannel.EMAIL, "Hannah <HANNAH@beispiel.example>", []),
        (DispatchChannel.POST, "Hannah Beispiel, Beispielweg 4, 50667 Köln", []),
        (DispatchChannel.POST, "Beispielweg 4, 50667 Köln", []),
        (DispatchChannel.PORTAL, "her account", []),
        (DispatchChannel.BY_HAND, "at our desk", []),
        (DispatchChannel.EMAIL, "jonas@fremd.example", ["other_email", "recipient_other"]),
        (DispatchChannel.EMAIL, "hanna@beispiel.example", ["recipient_other"]),
        (DispatchChannel.EMAIL, "Beispielweg 4", ["recipient_unfit"]),
        (DispatchChannel.POST, "hannah@beispiel.example", ["recipient_unfit"]),
        (DispatchChannel.REGISTERED_POST, "Jonas Fremd, Fremdweg 9", ["other_person", "recipient_other"]),
        (DispatchChannel.COURIER, "Somewhere 5", ["recipient_other"]),
        (DispatchChannel.BY_HAND, "to Jonas Fremd", ["other_person"]),
    ],
)
def test_where_a_letter_goes_is_compared_too(
    desktop: Desktop, two: tuple[int, int], channel: DispatchChannel, recipient: str, seen: list[str]
) -> None:
    letter_id = desktop.issue(two[0], LetterKind.ACKNOWLEDGEMENT)
    command = DispatchLetter(letter_id=letter_id, sent_at=desktop.hand.now, zone=JAKARTA, channel=channel, recipient=recipient)
    mismatches = desktop.see(lambda desk: dispatch.recipient_mismatches(command, desk))
    assert [one.code for one in mismatches] == seen
    if seen:
        with pytest.raises(WrongPersonError):
            desktop.do(dispatch.dispatch_letter, command)
        assert desktop.see(letters.load_letter, letter_id).state is LetterState.ISSUED
    resolved = tuple((one.key, "She moved there in October.") for one in mismatches)
    desktop.do(dispatch.dispatch_letter, replace(command, resolved=resolved))
    sent = desktop.page(two[0]).case.last(EventKind.LETTER_DISPATCHED)
    assert sent is not None
    assert sent.detail("resolved") == ",".join(seen)


def test_a_request_to_a_system_owner_names_the_subject_and_does_not_go_to_them(desktop: Desktop, two: tuple[int, int]) -> None:
    inserts = (("system", "Newsletter"), ("task", "export"), ("data_concerned", "all"), ("action_wanted", "Send us a copy."))
    fields = LetterFields(addressee=("IT Operations", "it@onee.example"), inserts=(*inserts, ("reply_by", "9 November 2026")))
    preview = desktop.see(letters.preview_letter, two[0], LetterKind.SYSTEM_REQUEST, "en", fields)
    assert preview.mismatches == ()
    letter_id = desktop.issue(two[0], LetterKind.SYSTEM_REQUEST, fields=fields)
    assert desktop.see(outgoing.mail_draft, letter_id).to == "it@onee.example"
    command = DispatchLetter(
        letter_id=letter_id,
        sent_at=desktop.hand.now,
        zone=JAKARTA,
        channel=DispatchChannel.EMAIL,
        recipient=SUBJECT.email,
    )
    with pytest.raises(WrongPersonError):
        desktop.do(dispatch.dispatch_letter, command)
    desktop.do(dispatch.dispatch_letter, replace(command, recipient="it@onee.example"))


def test_a_letter_to_an_authority_need_not_name_the_subject(desktop: Desktop, two: tuple[int, int]) -> None:
    fields = LetterFields(addressee=(), inserts=(("matter", "We report on our procedure."),))
    for text, seen in (("We report.", []), ("On Jonas Fremd.", [("other_person", "subject"), ("other_person", "text")])):
        told = replace(fields, inserts=(("matter", text),))
        preview = desktop.see(letters.preview_letter, two[0], LetterKind.AUTHORITY, "en", told)
        assert codes(preview.mismatches) == seen


def test_every_code_and_place_has_its_words() -> None:
    from workbench.services.wording import words  # noqa: PLC0415  only this test words them

    for language in ("en", "id"):
        spoken = words(language)
        assert set(spoken.keys("mismatch")) == set(spoken.keys("mismatch_name")) == set(guard.MISMATCHES)
        assert set(spoken.keys("mismatch_where")) == set(guard.PLACES)
        for code in guard.MISMATCHES:
            assert "{" not in spoken.word("mismatch", code, expected="a", found="b")
