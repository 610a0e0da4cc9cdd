"""The office's first registers, read once: purposes with their lawful bases, the retention schedule, the systems."""

import functools
from typing import Final

from workbench.domain.bases import MAPPING_FILE, PURPOSES_FILE, Purpose, RightsByBasis, parse_mapping, parse_purposes
from workbench.domain.retention import SCHEDULE_FILE, SYSTEMS_FILE, Schedule, Systems, parse_schedule, parse_systems
from workbench.services.refusal_data import read_table
from workbench.services.resources import RESOURCES

FOLDER: Final = RESOURCES / "registers"
"""Where the registers are."""

VOCABULARY: Final = RESOURCES / "vocabulary"
"""Where the parts of the Data Privacy Vocabulary are, with their notice."""


@functools.cache
def load_purposes() -> tuple[tuple[Purpose, ...], RightsByBasis]:
    """Return the purposes of the office, and what is known about bases and rights.

    Raises:
        DataFileError: one of the files cannot be used.
    """
    mapping = parse_mapping((VOCABULARY / MAPPING_FILE).read_text(encoding="utf-8"))
    return parse_purposes(read_table(FOLDER / PURPOSES_FILE), mapping)


@functools.cache
def load_schedule() -> Schedule:
    """Return the retention schedule of the office.

    Raises:
        DataFileError: the file cannot be used.
    """
    return parse_schedule(read_table(FOLDER / SCHEDULE_FILE))


@functools.cache
def load_systems() -> Systems:
    """Return the systems of the office, and the duties to tell recipients.

    Raises:
        DataFileError: the file cannot be used.
    """
    return parse_systems(read_table(FOLDER / SYSTEMS_FILE))
