"""Decisions: the act on one right of a request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from workbench.domain.errors import WorkbenchError
from workbench.domain.rights import Right


class Outcome(StrEnum):
    """The kind of a decision."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    NOTHING_HELD = "nothing_held"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_CONTROLLER = "not_controller"
    WITHDRAWN = "withdrawn"


REFUSING: Final = frozenset({Outcome.REFUSED, Outcome.PARTLY})
"""The outcomes that say no to something, and so need a ground and a reason."""

ERASING: Final = frozenset({Outcome.GRANTED, Outcome.PARTLY})
"""The outcomes by which an erasure that was asked for erases something."""


class ReopenCause(StrEnum):
    """Why a case is taken up again: the office found a slip, facts are new, the person asks for a review, an authority spoke."""

    OTHER = "other"
    NEW_FACTS = "new_facts"
    INTERNAL_REVIEW = "internal_review"
    REGULATOR = "regulator"


class GroundNotAllowedError(WorkbenchError):
    """The law does not allow this ground for this right; details `ground`, `law`, `right`."""

    code = "ground_not_allowed"


class GroundUnknownError(WorkbenchError):
    """The law does not know this ground; details `ground`, `law`."""

    code = "ground_unknown"


class GroundMissingError(WorkbenchError):
    """A refusal needs a ground under each law of the case; details `law`, `right`."""

    code = "ground_missing"


class ReasonMissingError(WorkbenchError):
    """A refusal needs a reason in the officer's words; detail `right`."""

    code = "reason_missing"


class AccessBeforeErasureError(WorkbenchError):
    """Access asked in the same request is answered before anything is erased; detail `case`."""

    code = "access_before_erasure"


class NothingGrantedError(WorkbenchError):
    """Only what was granted can be carried out; details `right`, `case`."""

    code = "nothing_granted"


class CarriedOutError(WorkbenchError):
    """The decision was carried out already; details `right`, `case`, `done_on`."""

    code = "carried_out_already"


class GroundNotNeededError(WorkbenchError):
    """Only a refusal rests on a ground; detail `right`."""

    code = "ground_not_needed"


class RightNotAskedError(WorkbenchError):
    """The request does not name this right; details `right`, `case`."""

    code = "right_not_asked"


class ExtensionNotAllowedError(WorkbenchError):
    """The law permits no extension for what is still owed; details `law`, `case`."""

    code = "extension_not_allowed"


class ExtensionUsedError(WorkbenchError):
    """The one extension that the law permits was announced already; details `law`, `case`."""

    code = "extension_used"


class ExtensionTooLongError(WorkbenchError):
    """The date asked for lies beyond what the law permits; details `law`, `latest`, `until_on`."""

    code = "extension_too_long"


class NoticeTooLateError(WorkbenchError):
    """The person must hear of an extension before the first limit ends; details `law`, `notice_due`, `notified_on`."""

    code = "notice_too_late"


class Treatment(StrEnum):
    """What happens to one category of data."""

    DISCLOSED = "disclosed"
    WITHHELD = "withheld"
    ERASED = "erased"
    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """One line of what is disclosed, withheld, erased, kept or changed."""

    category: str
    detail: str
    treatment: Treatment
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the office decided on one right.

    `grounds` holds one ground id for each law the right stands under, when refused or partly refused.
    `reason` is what the data subject reads; `internal_note` stays in the office.
    """

    id: int
    case_id: int
    right: Right
    outcome: Outcome
    grounds: tuple[str, ...]
    reason: str
    internal_note: str
    schedule: tuple[ScheduleLine, ...]
    decided_at: datetime
    officer_id: int
