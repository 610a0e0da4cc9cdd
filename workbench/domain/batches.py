"""Batches: how far each case of one is, and how long the rest will take."""

from enum import StrEnum


class ItemState(StrEnum):
    """Where one case of a batch stands."""

    WAITING = "waiting"
    ISSUED = "issued"
    FAILED = "failed"


def seconds_left(*, done: int, left: int, elapsed: float) -> float | None:
    """Return how many seconds the rest takes at the pace so far; None before there is a pace.

    Args:
        done: how many are done, failed ones too.
        left: how many wait.
        elapsed: seconds since the first was begun.
    """
    return left * elapsed / done if done > 0 and elapsed > 0 else None
