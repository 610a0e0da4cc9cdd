"""Approvals: the word of a second officer on exact content, how it was given, and what is signed with it.

An approval names its content by digest: whatever changes afterwards in the dossier, the decision or the letter voids it. Instants
are aware.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.domain.canonical import canonical
from workbench.domain.dossier import Approval, Verdict
from workbench.domain.errors import WorkbenchError
from workbench.domain.rights import Right

_PURPOSE = "onee workbench approval 1"


class NotReadyError(WorkbenchError):
    """The decision would not stand yet; details `right`, `missing` (comma-joined codes of checks), `count` of them, `case`."""

    code = "not_ready"


class NotApprovedError(WorkbenchError):
    """What was decided is not carried out before a second officer approved it; details `right`, `case`."""

    code = "not_approved"


class OwnApprovalError(WorkbenchError):
    """Nobody approves what they decided or asked for themselves; details `case`, `right`."""

    code = "own_approval"


class ApprovalNotNeededError(WorkbenchError):
    """The decision needs no second officer, or there is none; details `case`, `right`."""

    code = "approval_not_needed"


class NoLetterToApproveError(WorkbenchError):
    """What is approved includes the letter, and none is drafted that tells the decision; details `case`, `right`."""

    code = "no_letter_to_approve"


class ContentChangedError(WorkbenchError):
    """The content is no longer the one that was looked at; details `case`, `right`."""

    code = "content_changed"


class ExceptionNotAllowedError(WorkbenchError):
    """The exception is for an office with one officer that has set it; details `case`, `why` (a word key of `no_exception`)."""

    code = "exception_not_allowed"


class SigningKeyMissingError(WorkbenchError):
    """The officer has no signing key here: they work on another laptop; detail `officer`."""

    code = "signing_key_missing"


class FourEyes(StrEnum):
    """Who approves: a second officer, or, in an office with one, that officer with a written reason."""

    SECOND_OFFICER = "second_officer"
    ONE_OFFICER = "one_officer"


class Means(StrEnum):
    """How an approval was given: with the officer's passphrase on this laptop, by a review packet, or by the exception."""

    SLOT = "slot"
    PACKET = "packet"
    EXCEPTION = "exception"


class ApprovalState(StrEnum):
    """How a request for approval stands."""

    WAITING = "waiting"
    STALE = "stale"
    APPROVED = "approved"
    REJECTED = "rejected"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class ApprovalRecord:
    """One line of the approvals of a case: a verdict, or, without one, that somebody asked for it.

    Args:
        digest: of the content, as `dossier.approved_content` gives it.
        verdict: None where the line says that approval was asked for.
        means: None where it was only asked for.
        words: of the officer: what they ask, or what they say to it; the reason of an exception.
        signature: of the officer over `statement`, in hex; empty for what was asked and for an exception.
        given_at: when they said it; `recorded_at` is when it was written down here.
        officer_id: whose word it is.
        asked_by: who asked for it.
    """

    id: int
    case_id: int
    right: Right
    letter_id: int | None
    digest: str
    verdict: Verdict | None
    means: Means | None
    words: str
    signature: str
    given_at: datetime
    recorded_at: datetime
    officer_id: int
    asked_by: int

    def as_approval(self) -> Approval:
        """Return a verdict as readiness looks at it.

        Raises:
            TypeError: it only asks: a fault of the program.
        """
        if self.verdict is None:
            raise TypeError(self.id)
        return Approval(self.digest, self.officer_id, self.given_at, self.verdict, self.words)


def statement(*, case_number: str, right: Right, digest: str, verdict: Verdict, words: str, given_at: datetime) -> bytes:
    """Return the bytes that an officer signs: exactly which content, what they say to it, and when."""
    return canonical((_PURPOSE, case_number, right, digest, verdict, words, given_at))
