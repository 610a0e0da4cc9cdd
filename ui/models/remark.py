"""A remark: plain words about one thing, as lists of findings, doubts and answers show them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: what it is about, what it says, and what stands below it in small words."""

    about: str
    text: str
    below: str = ""
