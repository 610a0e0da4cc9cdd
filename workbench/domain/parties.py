"""The people of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataSubject:
    """The person the data is about; `address` holds lines as an envelope shows them."""

    name: str
    email: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    salutation: str = ""
    customer_since: str = ""


@dataclass(frozen=True, slots=True)
class Requester:
    """Who wrote, when that is not the data subject; `authority` says by what they act."""

    name: str
    email: str = ""
    address: tuple[str, ...] = ()
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person who works in this store and unlocks it with their own secret."""

    id: int
    name: str
    title: str = ""
