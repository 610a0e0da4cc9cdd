"""The directory of authorities as the office keeps it: read, edited, checked, and proposed for a matter.

The shipped entries are in `resources/authorities.toml`; the office's own copies, in the store, stand in their place. Days of checks
are those of the office's zone.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from workbench.domain.authorities import (
    FILE,
    AddressMissingError,
    Check,
    CheckState,
    Contact,
    Directory,
    Establishment,
    Initiative,
    ListedAuthority,
    OwnCopy,
    Proposal,
    Scope,
    changed_fields,
    parse_directory,
    propose,
    with_copies,
)
from workbench.domain.cases import LawPlace
from workbench.domain.changes import Changes
from workbench.domain.commands import AllowAddress, CheckAuthority, EditAuthority
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.journal import JournalFacts
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.services.refusal_data import read_table
from workbench.services.resources import RESOURCES
from workbench.store import authorities as authority_store
from workbench.store import journal as journal_store
from workbench.store.authorities import AuthorityRecord

_VOIDING: Final = frozenset({"name", "address"})
"""Fields whose change leaves nothing of an earlier check."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_UNSURE: Final = frozenset({CheckState.UNCHECKED, CheckState.NO_ADDRESS})
_TO_CHECK: Final = frozenset({CheckState.UNCHECKED, CheckState.NO_ADDRESS, CheckState.OLD, CheckState.ALLOWED})
_ACTIONS: Final = (authority_store.EDITED, authority_store.CHECKED, authority_store.ALLOWED, authority_store.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One authority as the directory lists it, with how far its address can be relied on and how many open cases it concerns."""

    authority: ListedAuthority
    state: CheckState
    open_cases: int

    @property
    def to_check(self) -> bool:
        """Return whether the entry waits for a check, by the house rule."""
        return self.state in _TO_CHECK

    @property
    def holds_up(self) -> bool:
        """Return whether an open case stands under it and nobody has checked its address."""
        return self.open_cases > 0 and self.state in _UNSURE


@dataclass(frozen=True, slots=True)
class AuthorityEvent:
    """One line of the history of an entry; `action` is a word key, `fields` are those that were changed."""

    at: datetime
    officer_name: str
    action: str
    fields: tuple[str, ...] = ()


@functools.cache
def shipped_directory() -> Directory:
    """Return the directory as it is shipped, read once.

    Raises:
        DataFileError: the file is no directory.
    """
    return parse_directory(read_table(RESOURCES / FILE))


def directory(desk: Desk) -> Directory:
    """Return the directory with the office's own copies."""
    copies = [
        OwnCopy(
            authority_id=one.authority_id,
            contact=one.contact,
            checked=_check(desk, one),
            allowed_because=one.allowed_because,
        )
        for one in authority_store.list_all(desk.session)
    ]
    return with_copies(shipped_directory(), copies)


def list_authorities(desk: Desk, law: str = "") -> tuple[AuthorityLine, ...]:
    """Return every authority of a law, of all laws where none is named, in the order of the laws.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
    """
    if law:
        desk.rulebook(law)
    found = directory(desk)
    today = desk.today()
    used = _open_cases(desk, found)
    return tuple(
        AuthorityLine(one, one.state(today=today), used.get(one.id, 0))
        for one in found.authorities.values()
        if law in {"", one.law}
    )


def lines_to_check(desk: Desk, law: str = "") -> tuple[AuthorityLine, ...]:
    """Return the general authorities whose entry nobody has checked, or not for as long as the house rule allows; open cases first."""
    lines = (one for one in list_authorities(desk, law) if one.to_check and one.authority.scope is Scope.GENERAL)
    return tuple(sorted(lines, key=lambda one: (not one.holds_up, -one.open_cases)))


def history(desk: Desk, authority_id: str) -> tuple[AuthorityEvent, ...]:
    """Return what the office did with an entry, the newest first."""
    lines = [line for action in _ACTIONS for line in journal_store.entries_of(desk.session, action)]
    own = sorted((line for line in lines if line.facts.get("authority") == authority_id), key=lambda line: -line.seq)
    return tuple(
        AuthorityEvent(
            line.at,
            desk.officer_name(line.officer_id),
            line.action,
            tuple(part for part in str(line.facts.get("changed") or "").split(",") if part),
        )
        for line in own
    )


def proposals(
    desk: Desk,
    laws: Sequence[LawPlace],
    *,
    residence: str = "",
    initiative: Initiative = Initiative.PERSON,
    establishments: Sequence[Establishment] | None = None,
) -> tuple[Proposal, ...]:
    """Return the authorities that may be competent for a matter, the most fitting of each law first. The officer decides.

    Args:
        desk: the desk.
        laws: the laws of the matter with their places.
        residence: the place where the person lives; empty takes the place of each law.
        initiative: who turns to the authority.
        establishments: where Onee is established; None takes what the settings say.
    """
    known = directory(desk)
    places = establishments if establishments is not None else own_establishments(desk)
    found: dict[str, Proposal] = {}
    for one in laws:
        for proposal in propose(
            known,
            desk.rulebooks,
            laws=(one.law,),
            residence=residence or one.place,
            establishments=places,
            initiative=initiative,
        ):
            found.setdefault(proposal.authority.id, proposal)
    return tuple(found.values())


def own_establishments(desk: Desk) -> tuple[Establishment, ...]:
    """Return where Onee is established by the settings, the main one first; the home place of the office where they name none."""
    places = desk.settings.establishments or (desk.settings.home_place,)
    return tuple(Establishment(place, main=number == 0) for number, place in enumerate(places))


def edit_authority(command: EditAuthority, desk: Desk) -> Changes:
    """Change the office's copy of an authority; a changed name or address is unchecked again, unless it is said against what.

    Raises:
        NotFoundError: no entry has this id.
        InvalidInputError: there is no name, or a language is no code.
        AddressMissingError: it is said against what the address was checked, and there is none.
    """
    before = _listed(desk, command.authority_id)
    contact = _cleaned(command.contact)
    changed = changed_fields(before.contact, contact)
    against = command.against.strip()
    if not changed and not against:
        return Changes(journal=False)
    if against and not contact.address:
        raise AddressMissingError(authority=before.id)
    kept = _record(desk, before)
    voided = bool(_VOIDING & set(changed))
    if voided or against:
        kept = replace(kept, checked_on=None, checked_by=None, against="", allowed_because="")
    if against:
        kept = replace(kept, checked_on=desk.today(), checked_by=desk.officer.id, against=against)
    facts: JournalFacts = {"changed": ",".join(changed), "checked": bool(against)}
    authority_store.put(
        desk.session,
        replace(kept, contact=contact),
        action=authority_store.EDITED,
        facts=facts,
        at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(settings=True)


def check_authority(command: CheckAuthority, desk: Desk) -> Changes:
    """Record that the officer checked the entry of an authority today.

    Raises:
        NotFoundError: no entry has this id.
        InvalidInputError: it is not said against what.
        AddressMissingError: the entry has no address.
    """
    before = _listed(desk, command.authority_id)
    against = case_file.required_text(command.against, "checked_against")
    if not before.contact.address:
        raise AddressMissingError(authority=before.id)
    record = AuthorityRecord(
        authority_id=before.id,
        contact=before.contact,
        checked_on=desk.today(),
        checked_by=desk.officer.id,
        against=against,
    )
    _put(desk, record, authority_store.CHECKED)
    return Changes(settings=True)


def allow_address(command: AllowAddress, desk: Desk) -> Changes:
    """Let letters print an address that nobody has checked, with a reason, or no longer let them.

    Raises:
        NotFoundError: no entry has this id.
        AddressMissingError: the entry has no address.
    """
    before = _listed(desk, command.authority_id)
    reason = command.reason.strip()
    if not before.contact.address:
        raise AddressMissingError(authority=before.id)
    if reason == before.allowed_because:
        return Changes(journal=False)
    _put(
        desk,
        replace(_record(desk, before), allowed_because=reason),
        authority_store.ALLOWED if reason else authority_store.FORBIDDEN,
    )
    return Changes(settings=True)


def _put(desk: Desk, record: AuthorityRecord, action: str) -> None:
    authority_store.put(desk.session, record, action=action, facts={}, at=desk.now, officer_id=desk.officer.id)


def _listed(desk: Desk, authority_id: str) -> ListedAuthority:
    found = directory(desk).authorities.get(authority_id)
    if found is None:
        raise NotFoundError(what="authority", name=authority_id)
    return found


def _record(desk: Desk, before: ListedAuthority) -> AuthorityRecord:
    """Return the copy that is kept, else one of the shipped entry, which the office has not checked itself."""
    return authority_store.find(desk.session, before.id) or AuthorityRecord(authority_id=before.id, contact=before.contact)


def _check(desk: Desk, record: AuthorityRecord) -> Check | None:
    if record.checked_on is None or record.checked_by is None:
        shipped = shipped_directory().authorities.get(record.authority_id)
        same = shipped is not None and not _VOIDING & set(changed_fields(shipped.contact, record.contact))
        return shipped.checked if shipped is not None and same else None
    return Check(record.checked_on, desk.officer_name(record.checked_by), record.against)


def _cleaned(contact: Contact) -> Contact:
    """Return a contact without stray blanks and empty lines.

    Raises:
        InvalidInputError: there is no name, no language, or one that is no code.
    """
    name = case_file.required_text(" ".join(contact.name.split()), "authority_name")
    languages = tuple(dict.fromkeys(one.strip().lower() for one in contact.languages if one.strip()))
    if not languages or not all(_LANGUAGE.fullmatch(one) for one in languages):
        raise InvalidInputError(field="authority_languages", problem="not_a_language_code")
    return Contact(
        name=name,
        name_en=" ".join(contact.name_en.split()) or name,
        address=tuple(line for one in contact.address if (line := " ".join(one.split()))),
        web=contact.web.strip(),
        web_form=contact.web_form.strip(),
        email=contact.email.strip(),
        phone=" ".join(contact.phone.split()),
        languages=languages,
    )


def _open_cases(desk: Desk, known: Directory) -> dict[str, int]:
    found: dict[str, int] = {}
    for law, cases in authority_store.open_laws(desk.session).items():
        one = known.find(law.law, law.place)
        if one is not None:
            found[one.id] = found.get(one.id, 0) + cases
    return found
