"""Review packets: the second pair of eyes at another workbench.

A packet is written, opened and answered as a stream: whatever the size of the evidence, one file of it is in memory at a time, and a
megabyte more. Opening needs no store. What the reviewer sees is what is approved: the digest is reckoned again from the content that
the packet holds, and the letter that is shown is drawn from it. An answer counts when the key that signed it is known here.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from workbench.domain.approvals import (
    ApprovalRecord,
    ContentChangedError,
    Means,
    NoLetterToApproveError,
    OwnApprovalError,
    statement,
)
from workbench.domain.canonical import ContentInvalidError, from_json, to_json
from workbench.domain.cases import Case, CaseEvent
from workbench.domain.changes import Changes
from workbench.domain.commands import AskApproval
from workbench.domain.dossier import Verdict, approved_content
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import Evidence
from workbench.domain.letters import ComposedLetter, Letter, LetterState
from workbench.domain.packets import (
    AddReviewer,
    AnswerForgedError,
    AnswerPacket,
    AnswerSwappedError,
    AnswerTimeError,
    ExportPacket,
    Packet,
    PacketAnswer,
    PacketAnsweredError,
    PacketClock,
    PacketEvent,
    PacketFile,
    PacketLetter,
    PacketUnknownError,
    PacketVerdict,
    ReviewerKnownError,
    ReviewerUnknownError,
    TakeAnswer,
    fingerprint,
)
from workbench.domain.phases import Act
from workbench.formats import packet as sealed
from workbench.formats.packet import Kind, NewItem, Opened, PacketDamagedError, Stretch
from workbench.services import approvals, case_file, deadlines, letters, ready, seal
from workbench.services.exports import FileUnreadableError, problem_of, streaming
from workbench.services.lines import DeadlineLine
from workbench.services.office import Desk
from workbench.store import approvals as approval_store
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store
from workbench.store import officer_keys as key_store
from workbench.store import officers as officer_store
from workbench.store import packets as packet_store
from workbench.store.packets import NewPacket, PacketRecord

ValueT = TypeVar("ValueT")

SERIES = "P"
SUFFIX = sealed.SUFFIX
ANSWER_SUFFIX = sealed.ANSWER_SUFFIX
"""How the names of packets and of answers end."""

LOGO, SIGNATURE = "picture/logo", "picture/signature"
PAPER = "letter.pdf"
_CASE, _ANSWER = "case.json", "answer.json"
_MOST_CASE = 32 * 1024 * 1024
_MOST_PICTURE = 16 * 1024 * 1024
_MOST_PAPER = 64 * 1024 * 1024
_MOST_ANSWER = 256 * 1024
_MOST_WORDS = 20_000
_KEY = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReviewPacket:
    """A packet that was opened and proved, in every part.

    `letter` is the one that is approved, `letter_pdf` its paper as it was drawn at home. `sha256` is the digest of the file.
    """

    path: Path
    packet: Packet
    letter: ComposedLetter
    letter_pdf: bytes
    sha256: str
    opened: Opened


@dataclass(frozen=True, slots=True)
class AnswerFound:
    """What taking an answer in would record: nothing is written yet. `sha256` is the digest of the file."""

    answer: PacketAnswer
    officer_id: int
    officer_name: str
    case_id: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReviewerLine:
    """An officer with their public key; `here` says that they sign in this store."""

    officer_id: int
    name: str
    title: str
    fingerprint: str
    here: bool


def suggested_passphrase() -> str:
    """Return a random passphrase that is easy to say on the telephone."""
    return sealed.suggested_passphrase()


def export_packet(command: ExportPacket, desk: Desk, *, cost: Stretch = sealed.STANDARD) -> Changes:
    """Write a review packet and ask for the approval that it carries; `number` is that of the packet.

    Raises:
        NotPermittedError: the case is answered or closed.
        ApprovalNotNeededError: nothing is decided, or the decision needs no second officer.
        NoLetterToApproveError: no letter is drafted that tells the decision.
        WeakPacketPassphraseError: the passphrase is too easy to guess.
        PacketDamagedError: the files of the case are larger than a packet may be.
        FileExistsAlreadyError, FileUnwritableError: the file cannot be written; nothing was recorded then.
    """
    sealed.check_passphrase(command.passphrase)
    case = case_file.load_for(desk, command.case_id, Act.APPROVE)
    content = approvals.content_of(desk, case.id, command.right)
    if content.letter is None or content.letter.state is LetterState.DISPATCHED:
        raise NoLetterToApproveError(case=case.number, right=command.right.value)
    asked = [one for one in ready.records_since(desk, case, command.right) if one.verdict is None]
    if not asked or asked[-1].digest != content.digest or command.words.strip():
        approvals.ask_approval(AskApproval(case_id=case.id, right=command.right, words=command.words), desk)
    number = f"{case_store.next_number(desk.session, SERIES, desk.today().year)}-{secrets.token_hex(3)}"
    new = NewPacket(number, case.id, command.right, content.letter.id, content.digest)
    packet_store.add(desk.session, new, case_number=case.number, at=desk.now, officer_id=desk.officer.id)
    letter = _composed(desk, case, content.letter)
    evidence = evidence_store.list_for_case(desk.session, case.id)
    packet = _packet(desk, case, content, number, letter, evidence)
    items = [
        _held(_CASE, to_json(packet).encode()),
        _held(LOGO, letter.logo),
        _held(SIGNATURE, letter.signature),
        _held(PAPER, _drawn(letter)),
        *(_kept(desk, one) for one in packet.files),
    ]
    with streaming(command.path, replace=command.replace) as stream:
        sealed.write(stream, items, kind=Kind.PACKET, passphrase=command.passphrase, cost=cost)
    return Changes(cases=frozenset({case.id}), number=number)


def open_packet(path: Path, passphrase: str) -> ReviewPacket:
    """Return a packet after proving every byte of it; no store is needed, and nothing is written.

    Raises:
        FileUnreadableError: the file cannot be read.
        PacketDamagedError: it is no packet, or not as it was written, or what it names is not what it holds.
        PacketTooNewError: a newer program wrote it.
        PacketSecretError: the passphrase does not open it.
    """
    with _reading(path) as source:
        opened = sealed.read(source, passphrase, kind=Kind.PACKET)
        said = sealed.data_of(source, opened, _CASE, most=_MOST_CASE)
        logo = sealed.data_of(source, opened, LOGO, most=_MOST_PICTURE)
        signature = sealed.data_of(source, opened, SIGNATURE, most=_MOST_PICTURE)
        paper = sealed.data_of(source, opened, PAPER, most=_MOST_PAPER)
        digest = _digest_of(source)
    packet = _read(Packet, said)
    letter = packet.letter.composed(logo=logo, signature=signature)
    _prove(packet, letter, logo, signature, opened)
    return ReviewPacket(path, packet, letter, paper, digest, opened)


def letter_paper(review: ReviewPacket) -> bytes:
    """Return the paper of the letter that is approved, drawn here from what the packet says.

    Raises:
        WorkbenchError: this program cannot draw it.
    """
    return _drawn(review.letter)


def save_copy(review: ReviewPacket, item: str, target: Path, *, replace: bool = False) -> None:
    """Save one file out of a packet, proved once more; the packet stays as it is.

    Raises:
        FileUnreadableError: the packet cannot be read any more.
        PacketDamagedError: the packet is not the one that was opened, or has no such file.
        FileExistsAlreadyError, FileUnwritableError: the copy cannot be written.
    """
    with _reading(review.path) as source, streaming(target, replace=replace) as stream:
        for piece in sealed.pieces(source, review.opened, item):
            stream.write(piece)


def answer_packet(command: AnswerPacket, desk: Desk, *, cost: Stretch = sealed.STANDARD) -> Changes:
    """Sign what the officer at the desk says to a packet and write it to a small file; `number` is that of the packet.

    Raises:
        FileUnreadableError, PacketDamagedError, PacketTooNewError, PacketSecretError: as for `open_packet`.
        AnswerSwappedError: the packet is not the one that was looked at.
        InvalidInputError: a rejection or a question without words, or too many.
        WrongSecretError: the officer's own passphrase is wrong.
        OwnApprovalError: it is that of another officer.
        FileExistsAlreadyError, FileUnwritableError: the answer cannot be written; nothing was recorded then.
    """
    review = open_packet(command.path, command.passphrase)
    packet = review.packet
    if review.sha256 != command.seen:
        raise AnswerSwappedError(packet=packet.number)
    words = command.words.strip()
    if command.verdict is not Verdict.APPROVED:
        words = case_file.required_text(words, "approval_words")
    if len(words) > _MOST_WORDS:
        raise InvalidInputError(field="approval_words", problem="words_too_long")
    signer = approvals.prove_officer(desk, command.own_passphrase)
    key = key_store.find(desk.session, signer.officer_id)
    if key is None or signer.officer_id != desk.officer.id:
        raise OwnApprovalError(case=packet.case_number, right=packet.right.value)
    signature = signer.sign(
        statement(
            case_number=packet.case_number,
            right=packet.right,
            digest=packet.digest,
            verdict=command.verdict,
            words=words,
            given_at=desk.now,
        )
    )
    answer = PacketAnswer(
        packet=packet.number,
        case_number=packet.case_number,
        right=packet.right,
        digest=packet.digest,
        verdict=command.verdict,
        words=words,
        given_at=desk.now,
        reviewer=desk.officer.name,
        title=desk.officer.title,
        public_key=key.public_key,
        signature=signature.hex(),
    )
    answer = replace(answer, bound=signer.sign(answer.said()).hex())
    desk.record(
        "packet_reviewed",
        "office",
        {"packet": packet.number, "verdict": command.verdict.value, "digest": packet.digest[:12]},
    )
    with streaming(command.out, replace=command.replace) as stream:
        item = _held(_ANSWER, to_json(answer).encode())
        sealed.write(stream, [item], kind=Kind.ANSWER, passphrase=command.passphrase, cost=cost)
    return Changes(number=packet.number)


def look_at_answer(desk: Desk, path: Path, passphrase: str) -> AnswerFound:
    """Return what taking an answer in would record, after every check; nothing is written.

    Raises:
        FileUnreadableError: the file cannot be read.
        PacketDamagedError: it is no answer, or not as it was written.
        PacketTooNewError: a newer program wrote it.
        PacketSecretError: the passphrase does not open it.
        PacketUnknownError: no such packet left this store.
        PacketAnsweredError: it was answered before.
        AnswerForgedError: it is not signed with the key that it names, or is about something else than the packet.
        ReviewerUnknownError: nobody here has that key.
        AnswerTimeError: it was given before the packet was made, or in the future.
        OwnApprovalError: the officer decided or asked themselves.
        ContentChangedError: the content changed since the packet was made.
        NotPermittedError: the case is answered or closed.
    """
    return _checked(desk, *_answer_in(path, passphrase))[0]


def take_answer(command: TakeAnswer, desk: Desk) -> Changes:
    """Record an answer that came back as an approval by packet; `created` is its id, `number` the packet's.

    Raises:
        AnswerSwappedError: the file is not the one that was looked at.
        WorkbenchError: whatever `look_at_answer` refuses; nothing is written then.
    """
    answer, digest = _answer_in(command.path, command.passphrase)
    if digest != command.seen:
        raise AnswerSwappedError(packet=answer.packet)
    found, record, content = _checked(desk, answer, digest)
    said = ApprovalRecord(
        id=0,
        case_id=content.case_id,
        right=content.right,
        letter_id=record.letter_id,
        digest=answer.digest,
        verdict=answer.verdict,
        means=Means.PACKET,
        words=answer.words,
        signature=answer.signature,
        given_at=answer.given_at,
        recorded_at=desk.now,
        officer_id=found.officer_id,
        asked_by=record.officer_id,
    )
    kept = approvals.record_answer(desk, content, said)
    packet_store.mark_answered(
        desk.session, record.id, case_number=content.case_number, at=desk.now, officer_id=desk.officer.id
    )
    return Changes(cases=frozenset({content.case_id}), created=kept.id, number=answer.packet)


def add_reviewer(command: AddReviewer, desk: Desk) -> Changes:
    """Make an officer known who works elsewhere, with their public key; `created` is their id.

    Raises:
        InvalidInputError: there is no name, or the key is none.
        ReviewerKnownError: an officer has this key already.
    """
    name = case_file.required_text(command.name, "officer_name")
    key = "".join(command.public_key.split()).lower()
    if not _KEY.fullmatch(key):
        raise InvalidInputError(field="public_key", problem="no_public_key")
    for known in key_store.list_all(desk.session):
        if known.public_key == key:
            raise ReviewerKnownError(officer=desk.officer_name(known.officer_id), fingerprint=fingerprint(key))
    added = officer_store.add(desk.session, name=name, title=command.title.strip(), at=desk.now, by=desk.officer.id)
    key_store.add_public(desk.session, added.id, key, at=desk.now, by=desk.officer.id)
    return Changes(settings=True, created=added.id)


def list_reviewers(desk: Desk) -> tuple[ReviewerLine, ...]:
    """Return every officer who has a key, in the order of the officers."""
    return tuple(
        ReviewerLine(
            key.officer_id,
            desk.officer_name(key.officer_id),
            desk.officers[key.officer_id].title,
            fingerprint(key.public_key),
            key.signs_here,
        )
        for key in key_store.list_all(desk.session)
    )


def make_own_key(passphrase: str, desk: Desk) -> Changes:
    """Make the signing key of the officer at the desk, where there is none yet, so that it can be told to another office.

    Raises:
        WrongSecretError: the passphrase opens nothing.
        OwnApprovalError: it is that of another officer.
    """
    if approvals.prove_officer(desk, passphrase).officer_id != desk.officer.id:
        raise OwnApprovalError(case="", right="")
    return Changes(settings=True)


def own_key(desk: Desk) -> str:
    """Return the public key of the officer at the desk in hex, empty where none was made yet."""
    key = key_store.find(desk.session, desk.officer.id)
    return key.public_key if key is not None else ""


def list_packets(desk: Desk, case_id: int) -> tuple[PacketRecord, ...]:
    """Return the packets of a case, oldest first."""
    return packet_store.list_for_case(desk.session, case_id)


def _packet(
    desk: Desk,
    case: Case,
    content: approvals.Content,
    number: str,
    letter: ComposedLetter,
    evidence: tuple[Evidence, ...],
) -> Packet:
    drafted = content.letter
    if drafted is None:
        raise NoLetterToApproveError(case=case.number, right=content.right.value)
    asked = [one for one in ready.records_since(desk, case, content.right) if one.verdict is None]
    return Packet(
        number=number,
        made_at=desk.now,
        office=desk.settings.office_name,
        zone=desk.settings.home_zone,
        asked_by=desk.officer.name,
        asked_words=asked[-1].words if asked else "",
        case_number=case.number,
        subject=case.subject,
        requester=case.requester,
        request=case.request,
        laws=case.laws,
        events=tuple(_event(desk, one) for one in case.events),
        decisions=tuple(one for one in (case.decision(right) for right in case.request.rights) if one is not None),
        right=content.right,
        decision=content.decision,
        decided_by=desk.officer_name(content.decision.officer_id),
        dossier=content.dossier,
        checks=approvals.readiness_of(desk, case.id, content.right),
        clocks=tuple(_clock(one) for one in deadlines.lines_of(desk, case)),
        verdicts=tuple(
            PacketVerdict(desk.officer_name(one.officer_id), one.verdict, one.means.value, one.words, one.given_at, one.digest)
            for one in approval_store.list_for_case(desk.session, case.id, content.right)
            if one.verdict is not None and one.means is not None
        ),
        files=tuple(
            PacketFile(f"evidence/{one.id}", one.id, one.name, one.media_type, one.kind, one.size, one.sha256, one.added_at)
            for one in evidence
        ),
        letter_number=drafted.number,
        letter_kind=drafted.kind.value,
        letter=PacketLetter.of(letter, logo=_sha256(letter.logo), signature=_sha256(letter.signature)),
        digest=content.digest,
    )


def _event(desk: Desk, event: CaseEvent) -> PacketEvent:
    return PacketEvent(
        event.kind,
        event.occurred_at,
        event.zone,
        event.recorded_at,
        desk.officer_name(event.officer_id),
        event.details,
        event.text,
    )


def _clock(line: DeadlineLine) -> PacketClock:
    due = line.due.isoformat() if line.due is not None else ""
    return PacketClock(line.law, line.place, line.kind, line.rights, due, line.zone, line.state, line.cite)


def _composed(desk: Desk, case: Case, letter: Letter) -> ComposedLetter:
    if letter.state is LetterState.DRAFT:
        return letters.draft_composed(desk, case, letter)
    return seal.composed_again(desk, letter.id)


def _drawn(letter: ComposedLetter) -> bytes:
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return render(letter).data


def _held(name: str, data: bytes) -> NewItem:
    return NewItem(name, len(data), _sha256(data), lambda: data)


def _kept(desk: Desk, file: PacketFile) -> NewItem:
    def data() -> bytes:
        return evidence_store.data(desk.session, file.number)

    return NewItem(file.item, file.size, file.sha256, data)


def _prove(packet: Packet, letter: ComposedLetter, logo: bytes, signature: bytes, opened: Opened) -> None:
    """Refuse a packet whose content is not the one that its digest names, or whose list of files is not what it holds."""
    digest = approved_content(packet.dossier, packet.decision, ready.letter_digest(letter))
    pictures = (packet.letter.logo, packet.letter.signature) == (_sha256(logo), _sha256(signature))
    about = packet.dossier.right is packet.right is packet.decision.right and packet.dossier.case_number == packet.case_number
    if digest != packet.digest or not pictures or not about:
        raise PacketDamagedError(problem="content_differs")
    listed = {(one.item, one.size, one.sha256) for one in packet.files}
    lying = {(one.name, one.size, one.sha256) for one in opened.items if one.name not in {_CASE, LOGO, SIGNATURE, PAPER}}
    goes_along = set(letter.enclosed) <= {one.sha256 for one in packet.files}
    if listed != lying or len(listed) != len(packet.files) or not goes_along:
        raise PacketDamagedError(problem="content_differs")


def _answer_in(path: Path, passphrase: str) -> tuple[PacketAnswer, str]:
    """Return the answer in a file, with the digest of the file."""
    with _reading(path) as source:
        if source.seek(0, 2) > _MOST_ANSWER:
            raise PacketDamagedError(problem="packet_too_large")
        opened = sealed.read(source, passphrase, kind=Kind.ANSWER)
        said = sealed.data_of(source, opened, _ANSWER, most=_MOST_ANSWER)
        return _read(PacketAnswer, said), _digest_of(source)


def _checked(desk: Desk, answer: PacketAnswer, digest: str) -> tuple[AnswerFound, PacketRecord, approvals.Content]:
    """Return what an answer would record, its packet and the content; every refusal comes from here."""
    record = packet_store.find(desk.session, answer.packet)
    if record is None:
        raise PacketUnknownError(packet=answer.packet)
    if record.answered_at is not None:
        raise PacketAnsweredError(packet=answer.packet)
    case = case_file.load_for(desk, record.case_id, Act.APPROVE)
    about = (case.number, record.right, record.digest)
    if (answer.case_number, answer.right, answer.digest) != about or not _signed(answer):
        raise AnswerForgedError(packet=answer.packet)
    key = next((one for one in key_store.list_all(desk.session) if one.public_key == answer.public_key), None)
    if key is None:
        raise ReviewerUnknownError(reviewer=answer.reviewer, fingerprint=fingerprint(answer.public_key))
    if not record.made_at - case_file.CLOCK_SKEW <= answer.given_at <= desk.now + case_file.CLOCK_SKEW:
        raise AnswerTimeError(packet=answer.packet)
    content = approvals.content_of(desk, case.id, record.right)
    if key.officer_id in {content.decision.officer_id, record.officer_id}:
        raise OwnApprovalError(case=case.number, right=record.right.value)
    if content.digest != answer.digest:
        raise ContentChangedError(case=case.number, right=record.right.value)
    found = AnswerFound(answer, key.officer_id, desk.officer_name(key.officer_id), case.id, digest)
    return found, record, content


def _signed(answer: PacketAnswer) -> bool:
    said = statement(
        case_number=answer.case_number,
        right=answer.right,
        digest=answer.digest,
        verdict=answer.verdict,
        words=answer.words,
        given_at=answer.given_at,
    )
    key = answer.public_key
    return key_store.signed_by(key, answer.signature, said) and key_store.signed_by(key, answer.bound, answer.said())


def _read(kind: type[ValueT], said: bytes) -> ValueT:
    try:
        return from_json(kind, said.decode("utf-8"))
    except (ContentInvalidError, UnicodeDecodeError):
        raise PacketDamagedError(problem="other_version") from None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(source: BinaryIO) -> str:
    source.seek(0)
    found = hashlib.sha256()
    while piece := source.read(sealed.CHUNK):
        found.update(piece)
    return found.hexdigest()


def _reading(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise FileUnreadableError(file=path.name, problem=problem_of(error)) from error
