"""The rights a person can use, in the words of the rulebooks."""

from enum import StrEnum


class Right(StrEnum):
    """A right named in a request; each gets its own decision and clock."""

    ACCESS = "access"
    COPY = "copy"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    MARKETING_OPTOUT = "marketing_optout"
    PORTABILITY = "portability"
    AUTOMATED_DECISION = "automated_decision"
    WITHDRAW_CONSENT = "withdraw_consent"
    INFORMATION = "information"
    CONFIRMATION = "confirmation"
    PURPOSE_DISCLOSURE = "purpose_disclosure"
    OPT_OUT_SALE = "opt_out_sale"
    LIMIT_SENSITIVE = "limit_sensitive"


OFFERED_RIGHTS: tuple[Right, ...] = (
    Right.ACCESS,
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.OBJECTION,
    Right.MARKETING_OPTOUT,
    Right.PORTABILITY,
    Right.AUTOMATED_DECISION,
    Right.WITHDRAW_CONSENT,
)
"""The rights that intake offers, in the order of the screen."""
