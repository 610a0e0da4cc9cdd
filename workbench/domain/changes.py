"""Receipts: what a write touched, so that screens know what to read again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What one use case changed. `created` is the id of the thing it made (case, letter, evidence), `number` its name."""

    cases: frozenset[int] = frozenset()
    letters: frozenset[int] = frozenset()
    settings: bool = False
    quarantine: bool = False
    journal: bool = True
    created: int | None = None
    number: str = ""
