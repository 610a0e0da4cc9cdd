"""Review packets: what is carried to an officer at another workbench, what comes back, and the commands for both ways.

A packet holds everything that the officer needs to form an opinion, and names the content that is approved by its digest. The answer
is signed twice with the officer's own key: the verdict as every approval is, and the whole answer with the number of the packet.
Instants are aware.
"""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path

from workbench.domain.canonical import canonical
from workbench.domain.cases import EventKind, LawPlace, Request
from workbench.domain.decisions import Decision
from workbench.domain.dossier import Dossier, Verdict
from workbench.domain.errors import WorkbenchError
from workbench.domain.evidence import EvidenceKind
from workbench.domain.letters import ComposedLetter, PageForm, Paragraph
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.readiness import Check
from workbench.domain.rights import Right

_PURPOSE = "onee workbench packet answer 1"
_GROUP = 4


class PacketUnknownError(WorkbenchError):
    """No packet of that number left this store; detail `packet`."""

    code = "packet_unknown"


class PacketAnsweredError(WorkbenchError):
    """The packet was answered before; detail `packet`."""

    code = "packet_answered"


class AnswerForgedError(WorkbenchError):
    """The answer is not signed with the key that it names, or not for this packet; detail `packet`."""

    code = "answer_forged"


class AnswerTimeError(WorkbenchError):
    """The answer was given before the packet was made, or in the future; detail `packet`."""

    code = "answer_time"


class AnswerSwappedError(WorkbenchError):
    """The file is not the one that was looked at; detail `packet`."""

    code = "answer_swapped"


class ReviewerUnknownError(WorkbenchError):
    """Nobody in this store has the key that the answer is signed with; details `reviewer`, `fingerprint`."""

    code = "reviewer_unknown"


class ReviewerKnownError(WorkbenchError):
    """An officer has this key already; details `officer`, `fingerprint`."""

    code = "reviewer_known"


@dataclass(frozen=True, slots=True)
class PacketEvent:
    """One event of the case, with the name of who recorded it."""

    kind: EventKind
    occurred_at: datetime
    zone: str
    recorded_at: datetime
    officer: str
    details: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True, slots=True)
class PacketClock:
    """One clock: `due` is a day or an instant in ISO form, empty where there is no date."""

    law: str
    place: str
    kind: str
    rights: tuple[Right, ...]
    due: str
    zone: str
    state: str
    cite: str


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One kept file: `item` is its name inside the packet, `number` the one by which the dossier points at it."""

    item: str
    number: int
    name: str
    media_type: str
    kind: EvidenceKind
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class PacketVerdict:
    """What somebody said before, and by which means."""

    officer: str
    verdict: Verdict
    means: str
    words: str
    given_at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class PacketLetter:
    """A letter as it was composed; the fields are those of `ComposedLetter`, pictures stand for themselves by their SHA-256."""

    language: str
    letterhead: tuple[str, ...]
    office_lines: tuple[str, ...]
    return_line: str
    addressee: tuple[str, ...]
    place_and_date: str
    reference_lines: tuple[tuple[str, str], ...]
    subject: str
    salutation: str
    paragraphs: tuple[Paragraph, ...]
    closing: str
    signatory: tuple[str, ...]
    footer: tuple[str, ...]
    title: str
    author: str
    running: str
    page_label: str
    dated: date | None
    form: PageForm
    anchor: str
    continuation: str
    enclosures: tuple[str, ...]
    enclosures_label: str
    enclosed: tuple[str, ...]
    logo: str
    signature: str
    draft: bool

    @classmethod
    def of(cls, letter: ComposedLetter, *, logo: str, signature: str) -> "PacketLetter":
        """Return a composed letter with digests in the place of its pictures."""
        said = {one.name: getattr(letter, one.name) for one in fields(letter)}
        return cls(**(said | {"logo": logo, "signature": signature}))

    def composed(self, *, logo: bytes, signature: bytes) -> ComposedLetter:
        """Return the letter with its pictures."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return ComposedLetter(**(said | {"logo": logo, "signature": signature}))


@dataclass(frozen=True, slots=True)
class Packet:
    """Everything that a review packet says; the bytes of files and pictures lie beside it.

    Args:
        number: of the packet, known to the store that made it.
        office: the name of the office that asks.
        asked_by: the officer who asks, `asked_words` what they ask.
        right: the one that the decision is about, `decision` and `dossier` are what is approved with `letter`.
        digest: of exactly that content.
        decisions: the newest on each right of the case.
        checks: the readiness list when the packet was made.
    """

    number: str
    made_at: datetime
    office: str
    zone: str
    asked_by: str
    asked_words: str
    case_number: str
    subject: DataSubject
    requester: Requester | None
    request: Request
    laws: tuple[LawPlace, ...]
    events: tuple[PacketEvent, ...]
    decisions: tuple[Decision, ...]
    right: Right
    decision: Decision
    decided_by: str
    dossier: Dossier
    checks: tuple[Check, ...]
    clocks: tuple[PacketClock, ...]
    verdicts: tuple[PacketVerdict, ...]
    files: tuple[PacketFile, ...]
    letter_number: str
    letter_kind: str
    letter: PacketLetter
    digest: str


@dataclass(frozen=True, slots=True)
class PacketAnswer:
    """What an officer says to a packet: `signature` is over the verdict, `bound` over the whole answer; both and the key are hex."""

    packet: str
    case_number: str
    right: Right
    digest: str
    verdict: Verdict
    words: str
    given_at: datetime
    reviewer: str
    title: str
    public_key: str
    signature: str
    bound: str = ""

    def said(self) -> bytes:
        """Return the bytes that `bound` is a signature over."""
        return canonical((_PURPOSE, *(getattr(self, one.name) for one in fields(self) if one.name != "bound")))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPacket:
    """A review packet is written for an officer at another workbench, sealed with a passphrase that both know."""

    case_id: int
    right: Right
    path: Path
    passphrase: str = field(repr=False)
    words: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPacket:
    """The officer at the desk answers a packet; `own_passphrase` opens their key, `passphrase` seals the answer as the packet was."""

    path: Path
    passphrase: str = field(repr=False)
    own_passphrase: str = field(repr=False)
    verdict: Verdict
    seen: str
    out: Path
    words: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAnswer:
    """An answer that came back is taken in; `seen` is the digest of the file that was looked at before."""

    path: Path
    passphrase: str = field(repr=False)
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReviewer:
    """An officer who works at another workbench is known here by name and public key (hex); they unlock nothing."""

    name: str
    public_key: str
    title: str = ""


def fingerprint(public_key: str) -> str:
    """Return a public key as it is read out and compared: in groups of four."""
    return " ".join(public_key[start : start + _GROUP] for start in range(0, len(public_key), _GROUP))
