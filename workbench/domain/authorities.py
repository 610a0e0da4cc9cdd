"""The directory of authorities: who they are, for which law and place they are competent, who checked an entry, and when.

A place is a country or one of its states (`DE`, `DE-NW`). `checked_on` and `taken_on` are local days. An address that nobody has
checked is shown on the screen and printed nowhere, unless the officer says so with a reason.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from workbench.domain.errors import WorkbenchError
from workbench.domain.periods import add_months
from workbench.domain.rulebooks import Rulebook, Source
from workbench.domain.tables import Table, check_unique

FILE = "authorities.toml"
"""The file that the directory is read from."""

CHECK_MONTHS = 12
"""A house rule: after so many months a check is old, and the entry is to be checked again."""

_SCHEMA = 1


class AddressUncheckedError(WorkbenchError):
    """Open cases stand under laws whose authority has an address that nobody has checked; detail `count`."""

    code = "authority_unchecked"


class AddressMissingError(WorkbenchError):
    """There is no address in the entry, so none can be checked or printed; detail `authority`."""

    code = "authority_without_address"


class Scope(StrEnum):
    """For whom an authority is competent in its place: everybody, or such as churches only."""

    GENERAL = "general"
    SPECIAL = "special"


class Standing(StrEnum):
    """Whether the law's own authority exists, or is not formed yet and one writes to another meanwhile."""

    FORMED = "formed"
    INTERIM = "interim"


class CheckState(StrEnum):
    """How far the address of an entry can be relied on."""

    CHECKED = "checked"
    OLD = "old"
    ALLOWED = "allowed"
    UNCHECKED = "unchecked"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How an authority is called and reached; what the office can change in its own copy.

    `name` is in the authority's own language, `languages` are ISO 639 codes.
    """

    name: str
    name_en: str
    address: tuple[str, ...] = ()
    web: str = ""
    web_form: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()

    @property
    def readable(self) -> str:
        """Return the name in its own language where that is written in Latin letters, else the English one."""
        latin = any(unicodedata.name(mark, "").startswith("LATIN") for mark in self.name.partition(" (")[0])
        return self.name if latin else self.name_en


@dataclass(frozen=True, slots=True)
class Check:
    """The last check of an entry: the day, by whom, and against what."""

    on: date
    by: str
    against: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAuthority:
    """One authority of the directory.

    Args:
        id: the id that rulebooks use for the same authority.
        contact: names, address and the rest.
        law, place: its competence.
        awaits: the name of the law's own authority where that is not formed yet.
        taken_on: the day on which the entry was taken from its source.
        checked: its last check; None where nobody has checked it.
        unsourced: fields of `contact` that are not in the source.
        own: whether the office keeps a copy of its own.
        renamed: whether the office changed the name.
        allowed_because: why the officer lets an unchecked address be printed; empty for not.
    """

    id: str
    contact: Contact
    law: str
    place: str
    scope: Scope
    standing: Standing
    source: Source
    taken_on: date
    awaits: str = ""
    checked: Check | None = None
    unsourced: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    own: bool = False
    renamed: bool = False
    allowed_because: str = ""

    @property
    def printed_address(self) -> tuple[str, ...]:
        """Return the lines that a letter may print: none while nobody has checked them or let them be printed."""
        return self.contact.address if self.checked is not None or self.allowed_because else ()

    @property
    def printed_email(self) -> str:
        """Return the e-mail address that a letter may go to: none while nobody has checked the entry or let it be used."""
        return self.contact.email if self.checked is not None or self.allowed_because else ""

    def state(self, *, today: date) -> CheckState:
        """Return how far the address can be relied on."""
        if not self.contact.address:
            return CheckState.NO_ADDRESS
        if self.checked is not None:
            return CheckState.OLD if add_months(self.checked.on, CHECK_MONTHS) < today else CheckState.CHECKED
        return CheckState.ALLOWED if self.allowed_because else CheckState.UNCHECKED


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCopy:
    """The office's own copy of an entry; it holds whatever the shipped one says later."""

    authority_id: str
    contact: Contact
    checked: Check | None = None
    allowed_because: str = ""


@dataclass(frozen=True, slots=True)
class LeadRule:
    """Under this law one authority leads for a controller that is established under it."""

    law: str
    source: Source


@dataclass(frozen=True, slots=True)
class Directory:
    """Every authority by id, and the laws that know a lead authority."""

    authorities: Mapping[str, ListedAuthority]
    leads: tuple[LeadRule, ...] = ()

    def find(self, law: str, place: str) -> ListedAuthority | None:
        """Return the general authority of a place: its own, else its country's; None where the law has none there."""
        by_place = {one.place: one for one in self.authorities.values() if one.law == law and one.scope is Scope.GENERAL}
        return by_place.get(place) or by_place.get(_country(place))

    def of_law(self, law: str) -> tuple[ListedAuthority, ...]:
        """Return the general authorities of a law."""
        return tuple(one for one in self.authorities.values() if one.law == law and one.scope is Scope.GENERAL)


def parse_directory(data: Mapping[str, object]) -> Directory:
    """Return the directory of the data file, in its order.

    Raises:
        DataFileError: an unknown key or word, a missing one, a wrong type, an id that stands twice, two general authorities of
            one law for one place, half a check.
    """
    top = Table(data, file=FILE)
    if top.count("schema_version") != _SCHEMA:
        raise top.error(key="schema_version", problem="another_version")
    leads = tuple(_lead(table) for table in top.tables("lead"))
    listed = tuple(_authority(table) for table in top.tables("authority"))
    top.close()
    check_unique(FILE, "authority", (one.id for one in listed))
    check_unique(FILE, "place", (f"{one.law} {one.place}" for one in listed if one.scope is Scope.GENERAL))
    return Directory({one.id: one for one in listed}, leads)


def with_copies(directory: Directory, copies: Iterable[OwnCopy]) -> Directory:
    """Return the directory with the office's own copies in place of what was shipped; a copy of nothing shipped is left out."""
    merged = dict(directory.authorities)
    for copy in copies:
        shipped = directory.authorities.get(copy.authority_id)
        if shipped is None:
            continue
        changed = changed_fields(shipped.contact, copy.contact)
        merged[copy.authority_id] = replace(
            shipped,
            contact=copy.contact,
            checked=copy.checked,
            allowed_because=copy.allowed_because,
            unsourced=tuple(one for one in shipped.unsourced if one not in changed),
            own=True,
            renamed="name" in changed,
        )
    return Directory(merged, directory.leads)


def changed_fields(before: Contact, after: Contact) -> tuple[str, ...]:
    """Return the names of the fields in which two contacts differ."""
    return tuple(one.name for one in fields(Contact) if getattr(before, one.name) != getattr(after, one.name))


# Competence


class Initiative(StrEnum):
    """Who turns to the authority: the person who complains, or the office that notifies, consults or is asked."""

    PERSON = "person"
    OFFICE = "office"


class Competence(StrEnum):
    """Why an authority is proposed."""

    RESIDENCE = "residence"
    LEAD = "lead"
    ESTABLISHMENT = "establishment"
    ONLY_ONE = "only_one"


@dataclass(frozen=True, slots=True)
class Establishment:
    """Where Onee is established; `main` where decisions on personal data are taken."""

    place: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """An authority that may be competent, with every reason for it, the strongest first, and the source of each."""

    authority: ListedAuthority
    reasons: tuple[tuple[Competence, Source], ...]


def propose(
    directory: Directory,
    rulebooks: Mapping[str, Rulebook],
    *,
    laws: Sequence[str],
    residence: str,
    establishments: Sequence[Establishment] = (),
    initiative: Initiative = Initiative.PERSON,
) -> tuple[Proposal, ...]:
    """Return the authorities that may be competent, law by law, the most fitting of each law first. The officer decides.

    A person turns to the authority of the residence; the office to the lead authority of its establishment where the law knows
    one. Where neither residence nor establishment lies under a law with one authority only, that one is proposed.

    Args:
        directory: the directory with the office's own copies.
        rulebooks: law id to rulebook; those of `laws` that are missing have no source but that of the entry.
        laws: the laws of the matter, in order.
        residence: the place where the person lives, a country or a state; empty where it is not known.
        establishments: Onee's own, the main one marked.
        initiative: who turns to the authority.
    """
    found: dict[str, list[tuple[Competence, Source]]] = {}
    for law in dict.fromkeys(laws):
        for one, why, source in _ordered(directory, rulebooks.get(law), law, residence, establishments, initiative):
            reasons = found.setdefault(one.id, [])
            if why not in {known for known, _ in reasons}:
                reasons.append((why, source))
    return tuple(Proposal(directory.authorities[one], tuple(reasons)) for one, reasons in found.items())


def _ordered(
    directory: Directory,
    rulebook: Rulebook | None,
    law: str,
    residence: str,
    establishments: Sequence[Establishment],
    initiative: Initiative,
) -> list[tuple[ListedAuthority, Competence, Source]]:
    lead = next((one for one in directory.leads if one.law == law), None)
    places = sorted(establishments, key=lambda one: not one.main)
    here = [(one, near) for one in places if (near := directory.find(law, one.place)) is not None]
    found: list[tuple[ListedAuthority, Competence, Source]] = []
    home = directory.find(law, residence)
    if home is not None:
        found.append((home, Competence.RESIDENCE, _complaint_source(rulebook) or home.source))
    if lead is not None:
        leading = [(authority, Competence.LEAD, lead.source) for one, authority in here if one.main]
        found = [*found, *leading] if initiative is Initiative.PERSON else [*leading, *found]
    found += [(authority, Competence.ESTABLISHMENT, authority.source) for _, authority in here]
    only = directory.of_law(law)
    if not found and len(only) == 1:
        found.append((only[0], Competence.ONLY_ONE, only[0].source))
    return found


def _complaint_source(rulebook: Rulebook | None) -> Source | None:
    remedies = rulebook.remedies if rulebook is not None else ()
    return next((one.source for one in remedies if one.kind == "complaint"), None)


def _country(place: str) -> str:
    return place.partition("-")[0]


# Reading


def _lead(table: Table) -> LeadRule:
    lead = LeadRule(table.text("law"), table.source())
    table.close()
    return lead


def _authority(table: Table) -> ListedAuthority:
    contact = Contact(
        name=table.text("name"),
        name_en=table.text("name_en"),
        address=table.strings("address"),
        web=table.optional_text("web"),
        web_form=table.optional_text("web_form"),
        email=table.optional_text("email"),
        phone=table.optional_text("phone"),
        languages=table.strings("languages", needed=True),
    )
    taken_on = table.day("taken_on")
    if taken_on is None:
        raise table.error(key="taken_on", problem="missing")
    standing, awaits = table.word("standing", Standing), table.optional_text("awaits")
    if (standing is Standing.INTERIM) != bool(awaits):
        raise table.error(key="awaits", problem="missing" if not awaits else "unknown_key")
    unsourced = table.strings("unsourced")
    known = {one.name for one in fields(Contact)}
    if not set(unsourced) <= known:
        raise table.error(key="unsourced", problem="unknown_word")
    listed = ListedAuthority(
        id=table.text("id"),
        contact=contact,
        law=table.text("law"),
        place=table.text("place"),
        scope=table.word("scope", Scope),
        standing=standing,
        awaits=awaits,
        source=table.source(),
        taken_on=taken_on,
        checked=_check(table),
        unsourced=unsourced,
        notes=table.texts("note"),
    )
    table.close()
    return listed


def _check(table: Table) -> Check | None:
    on = table.day("checked_on")
    if on is None:
        for key in ("checked_by", "checked_against"):
            if table.has(key):
                raise table.error(key="checked_on", problem="missing")
        return None
    return Check(on, table.text("checked_by"), table.text("checked_against"))
