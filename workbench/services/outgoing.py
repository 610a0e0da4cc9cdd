"""Letters on their way out: the draft of an e-mail, the encrypted copy for a weak channel, the signed copy.

Nothing is sent from here, and no password or key is kept. The archive's bytes stay as they are.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from workbench.domain.cases import Case, EventKind
from workbench.domain.changes import Changes
from workbench.domain.commands import SignLetter
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import DispatchChannel, Letter, LetterSignedAlreadyError
from workbench.domain.phases import Act
from workbench.services import case_file, guard, letters
from workbench.services.lines import Mismatch
from workbench.services.office import Desk
from workbench.services.resources import RESOURCES
from workbench.store import evidence as evidence_store
from workbench.store import letters as letter_store


@dataclass(frozen=True, slots=True)
class MailDraft:
    """The draft of an e-mail: its bytes, a name for its file, whom it goes to, and what the guard asks about the recipient.

    `password` opens the attached letter where it is encrypted; it is shown once and sent another way.
    """

    data: bytes
    name: str
    to: str
    subject: str
    mismatches: tuple[Mismatch, ...] = ()
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EncryptedLetter:
    """An encrypted copy of a letter: its bytes, a name for its file, and the password, shown once and sent another way."""

    data: bytes
    name: str
    password: str = field(repr=False)


def mail_draft(desk: Desk, letter_id: int, *, to: str = "", encrypt: bool = False) -> MailDraft:
    """Return the draft of an e-mail that carries an issued letter and its enclosures, in the language of the letter.

    The signed copy goes where there is one; an encrypted copy is made of the issued bytes. Enclosures are not encrypted, so
    an encrypted letter goes without them.

    Args:
        desk: the desk.
        letter_id: an issued letter.
        to: whom it goes to; empty for the e-mail address of who wrote, else of the data subject. A letter to an authority
            goes to the address that is known of it, one to somebody else needs it unless its addressee has an e-mail address.
        encrypt: attach an encrypted copy, with a new password.

    Raises:
        NotFoundError: there is no such letter, or an enclosure is gone.
        LetterNotIssuedError: it is a draft.
        InvalidInputError: there is no e-mail address, or `to` is none.
    """
    from workbench.formats.eml import DraftAttachment, write_draft  # noqa: PLC0415  few letters leave as a draft

    letter = letter_store.load(desk.session, letter_id)
    issued = letter_store.pdf(desk.session, letter.id)
    case = case_file.load(desk, letter.case_id)
    email, name = _recipient(desk, case, letter, to)
    password, pdf = "", letter_store.signed_pdf(desk.session, letter.id) or issued
    attachments = []
    if encrypt:
        made = encrypted_letter(desk, letter_id)
        password, pdf = made.password, made.data
    else:
        for one in letter.fields.enclosures:
            kept = evidence_store.load(desk.session, one)
            attachments.append(DraftAttachment(kept.name, kept.media_type, evidence_store.data(desk.session, one)))
    texts = _texts(letter.language)
    values = {"office": desk.settings.office_name, "reference": case.number, "letter": letter.number}
    numbered = desk.settings.mail_subject == "number"
    subject = texts["subject_numbered" if numbered else "subject"].format(**values)
    body = texts["encrypted" if encrypt else "body"].strip().format(**values)
    data = write_draft(
        sender=desk.settings.office_email,
        sender_name=desk.settings.office_name,
        to=email,
        to_name=name,
        subject=subject,
        body=body,
        attachments=(DraftAttachment(f"{letter.number}.pdf", "application/pdf", pdf), *attachments),
    )
    found = guard.recipient_mismatches(desk, case, letter, DispatchChannel.EMAIL, email)
    return MailDraft(data, f"{letter.number}.eml", email, subject, found, password)


def encrypted_letter(desk: Desk, letter_id: int) -> EncryptedLetter:
    """Return an encrypted copy of an issued letter (AES-256) with a new random password, which is kept nowhere.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
    """
    from workbench.paper.protect import encrypted  # noqa: PLC0415  few letters are encrypted

    letter = letter_store.load(desk.session, letter_id)
    made = encrypted(letter_store.pdf(desk.session, letter.id))
    return EncryptedLetter(made.data, f"{letter.number}-encrypted.pdf", made.password)


def can_sign() -> bool:
    """Return whether the addition to the program that signs is installed."""
    from workbench.paper.sign import can_sign as installed  # noqa: PLC0415  few letters are signed

    return installed()


def sign_letter(command: SignLetter, desk: Desk) -> Changes:
    """Sign a copy of an issued letter with a key that is kept nowhere, and keep that copy beside the issued bytes.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        LetterSignedAlreadyError: it is signed already.
        SigningMissingError: the addition that signs is not installed.
        SigningRefusedError: the key file cannot be opened or cannot sign, or the finished signature does not hold.
    """
    from workbench.paper.sign import signed  # noqa: PLC0415  as above

    letter = letter_store.load(desk.session, command.letter_id)
    case = case_file.load_for(desk, letter.case_id, Act.ATTACH)
    pdf = letter_store.pdf(desk.session, letter.id)
    if letter.signed_sha256:
        raise LetterSignedAlreadyError(letter=letter.number)
    made = signed(pdf, command.p12, command.passphrase, at=desk.now, reason=letter.number, place=desk.settings.office_city)
    letter_store.save_signed(desk.session, letter.id, pdf=made.data, at=desk.now, officer_id=desk.officer.id)
    details = {"letter": letter.number, "kind": letter.kind.value, "certificate": made.certificate_sha256}
    case_file.record(
        desk,
        case,
        EventKind.LETTER_SIGNED,
        occurred_at=desk.now,
        zone=desk.settings.home_zone,
        details=details,
        text=made.signer,
    )
    case_file.refold(desk, case.id, before=case)
    return Changes(cases=frozenset({case.id}), letters=frozenset({letter.id}), number=letter.number)


def signed_pdf(desk: Desk, letter_id: int) -> bytes | None:
    """Return the signed copy of a letter, or None where none is kept.

    Raises:
        NotFoundError: there is no such letter.
        StoreDamagedError: the bytes are not those that were kept.
    """
    return letter_store.signed_pdf(desk.session, letter_id)


def signer_of(desk: Desk, letter_id: int) -> str:
    """Return who signed the copy of a letter, or an empty text where none is kept."""
    letter = letter_store.load(desk.session, letter_id)
    events = reversed(case_file.load(desk, letter.case_id).events)
    kept = (event for event in events if event.kind is EventKind.LETTER_SIGNED and event.detail("letter") == letter.number)
    return next((event.text for event in kept), "")


def corrected_by(desk: Desk, letter_id: int) -> tuple[str, ...]:
    """Return the numbers of the letters that replace one, oldest first, drafts among them."""
    return tuple(number for number, _ in letter_store.corrected_by(desk.session, letter_id))


def _recipient(desk: Desk, case: Case, letter: Letter, to: str) -> tuple[str, str]:
    """Return address and name of whom a letter is mailed to."""
    email = to.strip() or letters.mail_address(desk, letter)
    if not email:
        raise InvalidInputError(field="to", problem="no_email")
    people = (case.requester, case.subject) if case.requester is not None else (case.subject,)
    return email, next((person.name for person in people if person.email == email), "")


@cache
def _drafts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((RESOURCES / "mail_drafts.toml").read_text(encoding="utf-8"))


def _texts(language: str) -> Mapping[str, str]:
    drafts = _drafts()
    return drafts.get(language, drafts["en"])
