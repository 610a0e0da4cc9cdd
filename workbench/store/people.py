"""The people of other cases: who else in this store has a name, an address or a file that a letter speaks of.

Names and addresses are compared folded, as the store keeps them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store.rows import CaseRow, EvidenceRow, LetterRow
from workbench.store.values import fold

_AT_ONCE = 900
_TOO_MANY = 20_000


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """A person of another case: the subject, or who wrote for them."""

    case_id: int
    case_number: str
    name: str
    email: str


def named(session: Session, folded_names: Iterable[str], *, but_case: int) -> tuple[OtherPerson, ...]:
    """Return the subjects of other cases who have one of these names, and the requesters who do.

    Args:
        session: of the store.
        folded_names: folded names; they may come twice.
        but_case: the case whose own people are left out.
    """
    wanted = set(folded_names)
    if not wanted:
        return ()
    found = list(_subjects(session, wanted, but_case))
    found += [one for one in requesters(session, but_case=but_case) if fold(one.name) in wanted]
    return tuple(found)


def mailed(session: Session, emails: Iterable[str], *, but_case: int) -> tuple[OtherPerson, ...]:
    """Return the subjects of other cases who have one of these e-mail addresses, and the requesters who do."""
    wanted = {fold(email) for email in emails if email.strip()}
    if not wanted:
        return ()
    query = select(CaseRow.id, CaseRow.number, CaseRow.subject_name, CaseRow.folded_email)
    found = [
        OtherPerson(*row)
        for some in _some(sorted(wanted))
        for row in session.execute(query.where(CaseRow.folded_email.in_(some), CaseRow.id != but_case).order_by(CaseRow.id))
    ]
    found += [one for one in requesters(session, but_case=but_case) if fold(one.email) in wanted]
    return tuple(found)


def numbered(session: Session, numbers: Iterable[str], *, but_case: int) -> tuple[tuple[str, OtherPerson], ...]:
    """Return those numbers that other cases, or letters of other cases, have, each with the person of that case."""
    wanted = sorted(set(numbers))
    if not wanted:
        return ()
    person = (CaseRow.id, CaseRow.number, CaseRow.subject_name, CaseRow.folded_email)
    found: list[tuple[str, OtherPerson]] = []
    for some in _some(wanted):
        query = select(*person).where(CaseRow.number.in_(some), CaseRow.id != but_case)
        found += [(number, OtherPerson(one, number, name, email)) for one, number, name, email in session.execute(query)]
        joined = select(LetterRow.number, *person).join(CaseRow, CaseRow.id == LetterRow.case_id)
        lettered = session.execute(joined.where(LetterRow.number.in_(some), LetterRow.case_id != but_case))
        found += [(letter, OtherPerson(one, number, name, email)) for letter, one, number, name, email in lettered]
    return tuple(found)


def keeping(session: Session, sha256: str, *, but_case: int) -> tuple[OtherPerson, ...]:
    """Return the persons of the other cases that keep a file with this digest."""
    query = select(CaseRow.id, CaseRow.number, CaseRow.subject_name, CaseRow.folded_email).join(
        EvidenceRow, EvidenceRow.case_id == CaseRow.id
    )
    rows = session.execute(query.where(EvidenceRow.sha256 == sha256, CaseRow.id != but_case).order_by(CaseRow.id).distinct())
    return tuple(OtherPerson(*row) for row in rows)


def of_case(session: Session, case_id: int) -> OtherPerson | None:
    """Return the subject of a case."""
    query = select(CaseRow.id, CaseRow.number, CaseRow.subject_name, CaseRow.folded_email).where(CaseRow.id == case_id)
    row = session.execute(query).first()
    return OtherPerson(*row) if row is not None else None


def requesters(session: Session, *, but_case: int) -> Iterator[OtherPerson]:
    """Yield who wrote for the subject of each other case, where somebody did."""
    query = select(CaseRow.id, CaseRow.number, CaseRow.requester).where(CaseRow.requester.is_not(None), CaseRow.id != but_case)
    for case_id, number, requester in session.execute(query.order_by(CaseRow.id)):
        said = requester or {}
        yield OtherPerson(case_id, number, str(said.get("name", "")), str(said.get("email", "")))


def _subjects(session: Session, wanted: set[str], but_case: int) -> Iterator[OtherPerson]:
    query = select(CaseRow.id, CaseRow.number, CaseRow.subject_name, CaseRow.folded_email, CaseRow.folded_name)
    query = query.where(CaseRow.id != but_case).order_by(CaseRow.id)
    if len(wanted) > _TOO_MANY:  # a long file: one walk over the names is cheaper than asking for each word of it
        rows = (row for row in session.execute(query) if row[4] in wanted)
    else:
        rows = (row for some in _some(sorted(wanted)) for row in session.execute(query.where(CaseRow.folded_name.in_(some))))
    for case_id, number, name, email, _ in rows:
        yield OtherPerson(case_id, number, name, email)


def _some(values: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]
