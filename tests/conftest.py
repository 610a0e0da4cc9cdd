"""Fixtures that every floor may use: an office in a temporary folder, on a real encrypted file, with a pinned clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.makers import Desktop, Hand, make_office
from workbench.services.office import Office


@pytest.fixture
def hand() -> Hand:
    """Return the clock of the office, standing at 2 November 2026, 10:00 in Jakarta."""
    return Hand()


@pytest.fixture
def office(tmp_path: Path, hand: Hand) -> Iterator[Office]:
    """Return an open office that is closed after the test."""
    made, _ = make_office(tmp_path / "office", hand)
    yield made
    made.close()


@pytest.fixture
def desktop(office: Office, hand: Hand) -> Desktop:
    """Return the office with short words for its use cases."""
    return Desktop(office, hand)
