"""Envelopes and label sheets: which there are, and what stands on one."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.errors import WorkbenchError


class EnvelopeForm(StrEnum):
    """Envelopes without a window, printed in landscape."""

    DL = "dl"
    C5 = "c5"
    C4 = "c4"
    US_10 = "us_10"


class LabelSheet(StrEnum):
    """Sheets of labels: 3 by 8 of 70 mm by 37 mm on A4, and the US sheet 5160 (3 by 10 of 2 5/8 in by 1 in)."""

    A4_3X8 = "a4_3x8"
    US_5160 = "us_5160"


@dataclass(frozen=True, slots=True)
class Addressed:
    """What stands on one envelope or label; `reference` is the number of the letter that goes in."""

    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    reference: str


class LetterWithoutAddressError(WorkbenchError):
    """The letter goes to nobody's house: it has no lines of a postal address; detail `letter` (numbers, comma-joined)."""

    code = "letter_without_address"


class AddressTooLongError(WorkbenchError):
    """The address of a letter does not fit its envelope or label; detail `letter`."""

    code = "address_too_long"
