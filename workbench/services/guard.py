"""The wrong-person guard: before a letter is issued, and when it leaves, everything that names somebody is compared.

A mismatch is mended in the letter, or answered with a written reason that is kept with the issue: it cannot be clicked away. Only
people and cases of this store are known; the guard does not guess who a stranger is, except in the salutation.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.cases import Case, CaseKind
from workbench.domain.errors import NotFoundError, WorkbenchError
from workbench.domain.evidence import Evidence
from workbench.domain.letters import TO_AUTHORITIES, TO_OTHERS, ComposedLetter, DispatchChannel, Letter, LetterKind
from workbench.domain.matters import Matter
from workbench.domain.names import candidates, folded, may_be, name_words, names, strangers_in
from workbench.services.lines import Mismatch
from workbench.services.office import Desk, listed
from workbench.store import case_contents, people
from workbench.store import evidence as evidence_store
from workbench.store.people import OtherPerson

SHORTEST_REASON = 10
"""How many characters a reason has at least: a word like "ok" is no reason."""

MISMATCHES: tuple[str, ...] = (
    "addressee_other",
    "subject_not_named",
    "salutation_other",
    "case_number_missing",
    "other_person",
    "other_email",
    "other_number",
    "enclosure_other_case",
    "enclosure_shared",
    "enclosure_unknown",
    "recipient_other",
    "recipient_unfit",
)
"""Every mismatch there is, as word keys of the table `mismatch`."""

PLACES: tuple[str, ...] = ("addressee", "salutation", "subject", "references", "text", "enclosure", "recipient")
"""Where one can be, as word keys of the table `mismatch_where`."""

_NAMING = frozenset({LetterKind.RECIPIENT_NOTICE, LetterKind.SYSTEM_REQUEST})
"""The kinds that go to somebody else and ask for something about the subject, who is named in them.

An authority may be told of a matter alone, except in a matter that concerns a person.
"""

_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_NUMBER = re.compile(r"\b[A-Z][A-Z0-9]{0,11}-[0-9]{4}-[0-9]{2,9}\b")
_MOST_READ = 2 * 1024 * 1024
_READABLE = ("text/", "application/json", "message/rfc822")


class WrongPersonError(WorkbenchError):
    """Something points at another person or case, and no reason says why; details `mismatches` (word keys), `letter`."""

    code = "wrong_person"


@dataclass(frozen=True, slots=True)
class Answer:
    """A mismatch that is meant as it stands, with the officer's reason."""

    mismatch: Mismatch
    reason: str


def mismatches(
    desk: Desk, case: Case, kind: LetterKind, letter: ComposedLetter, enclosures: Sequence[int] = ()
) -> tuple[Mismatch, ...]:
    """Return what in a letter points at another person or case than its own; nothing for a letter that is right.

    Args:
        desk: the desk.
        case: the case of the letter.
        kind: its kind.
        letter: as it goes on paper.
        enclosures: the ids of the evidence that goes with it.
    """
    watch = _Watch(desk, case)
    found = [*_addressed(watch, kind, letter), *_numbers(case, letter), *watch.others(*_parts(letter))]
    for evidence_id in enclosures:
        found += _enclosure(watch, evidence_id)
    return tuple(dict.fromkeys(found))


def recipient_mismatches(
    desk: Desk, case: Case, letter: Letter, channel: DispatchChannel, recipient: str
) -> tuple[Mismatch, ...]:
    """Return what in a sending points at another person than the letter's: to whom it went, and by which way.

    Args:
        desk: the desk.
        case: the case of the letter.
        letter: the issued letter.
        channel: how it left.
        recipient: the address it went to, as it was written down.
    """
    watch = _Watch(desk, case)
    found = list(watch.others(("recipient", recipient, True)))
    addresses = _EMAIL.findall(recipient)
    if letter.kind not in TO_OTHERS:
        found += _sent(watch, letter, channel, recipient, addresses)
    elif any(watch.own_person(address) for address in addresses):
        found.append(_mismatch("recipient_other", "recipient", ", ".join(letter.fields.addressee), recipient))
    if channel is DispatchChannel.EMAIL and not addresses:
        found.append(_mismatch("recipient_unfit", "recipient", listed(watch.emails), recipient))
    return tuple(dict.fromkeys(found))


def mail_address(case: Case, letter: Letter) -> str:
    """Return the e-mail address that a letter goes to, empty where the case does not tell one.

    A letter to somebody else goes to the address that its addressee has, never to the data subject's.
    """
    if letter.kind in TO_OTHERS:
        return next(iter(_EMAIL.findall("\n".join(letter.fields.addressee))), "")
    return (case.requester.email if case.requester is not None else "") or case.subject.email


def answered(found: Sequence[Mismatch], resolved: Iterable[tuple[str, str]], *, letter: str) -> tuple[Answer, ...]:
    """Return the mismatches with the reasons that were given for them.

    Args:
        found: the mismatches of the letter as it is now.
        resolved: (key of a mismatch, reason); a key of something that was mended since is left out.
        letter: the number of the letter.

    Raises:
        WrongPersonError: a mismatch has no reason of at least `SHORTEST_REASON` characters.
    """
    reasons = {key: " ".join(reason.split()) for key, reason in resolved}
    open_still = [one.code for one in found if len(reasons.get(one.key, "")) < SHORTEST_REASON]
    if open_still:
        raise WrongPersonError(mismatches=listed(tuple(dict.fromkeys(open_still))), letter=letter)
    return tuple(Answer(one, reasons[one.key]) for one in found)


def told(answers: Sequence[Answer]) -> str:
    """Return what was answered, a line for each mismatch, as the event of the issue keeps it."""
    return "\n".join(f"{one.mismatch.code} ({one.mismatch.found}): {one.reason}" for one in answers)


class _Watch:
    """Who the letter is about and who may stand in it, and the search for anybody else."""

    def __init__(self, desk: Desk, case: Case) -> None:
        self.desk = desk
        self.case = case
        writer = (case.requester.name, case.requester.email) if case.requester is not None else ("", "")
        self.concerned = _concerned(desk, case)
        self.people = tuple(dict.fromkeys(name for name in (case.subject.name, writer[0], self.concerned) if name.strip()))
        self.emails = tuple(email for email in (case.subject.email, writer[1]) if email.strip())
        office = desk.settings
        house = (office.office_name, office.signatory, *(officer.name for officer in desk.officers.values()))
        self._known = tuple(name_words(name) for name in (*self.people, *house) if name.strip())
        self._own_emails = {folded(email) for email in (*self.emails, office.office_email)}

    def same_person(self, other: OtherPerson) -> bool:
        """Return whether the person of another case is the subject of this one."""
        subject = self.case.subject
        if subject.email and other.email:
            return folded(subject.email) == folded(other.email)
        return name_words(subject.name) == name_words(other.name)

    def others(self, *parts: tuple[str, str, bool]) -> Iterator[Mismatch]:
        """Yield each person, e-mail address and number of another case that one of these texts names.

        The store is asked once for all of them: most letters name nobody else.
        """
        session, case = self.desk.session, self.case
        said = [_Said.of(self, *part) for part in parts]
        wanted = {name for one in said for name in one.names} - self.desk.nobody
        anybody = people.named(session, wanted, but_case=0)
        self.desk.nobody |= wanted - {folded(other.name) for other in anybody}
        named = [other for other in anybody if other.case_id != case.id]
        mailed = people.mailed(session, {email for one in said for email in one.emails}, but_case=case.id)
        numbered = people.numbered(session, {number for one in said for number in one.numbers}, but_case=case.id)
        for one in said:
            for other in named:
                words = name_words(other.name)
                if folded(other.name) in one.names and not any(words <= known for known in self._known):
                    found = f"{other.name} ({other.case_number})"
                    yield _mismatch("other_person", one.where, listed(self.people), found)
            for other in mailed:
                if folded(other.email) in {folded(email) for email in one.emails}:
                    found = f"{other.email} ({other.case_number})"
                    yield _mismatch("other_email", one.where, listed(self.emails), found)
            for number, other in numbered:
                if number in one.numbers and other.case_id != self.case.about_id and not self.same_person(other):
                    yield _mismatch("other_number", one.where, case.number, number)

    def names_in(self, line: str, *, capitals: bool) -> frozenset[str]:
        """Return what may be a name in one line; most lines of a batch are the template's."""
        known = self.desk.names
        if (line, capitals) not in known:
            known[line, capitals] = frozenset(candidates(line, capitals=capitals))
        return known[line, capitals]

    def own(self, email: str) -> bool:
        """Return whether an e-mail address is the person's or the office's."""
        return folded(email) in self._own_emails

    def own_person(self, email: str) -> bool:
        """Return whether an e-mail address is that of the subject or of who wrote for them."""
        return folded(email) in {folded(one) for one in self.emails}


@dataclass(frozen=True, slots=True)
class _Said:
    """What could name somebody in one part of a letter: folded names, e-mail addresses and numbers."""

    where: str
    names: frozenset[str]
    emails: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, watch: _Watch, where: str, text: str, loose: bool) -> "_Said":  # noqa: FBT001  a part as `_parts` yields it
        """Return what a text could name."""
        return cls(
            where,
            frozenset(name for line in text.splitlines() for name in watch.names_in(line, capitals=not loose)),
            frozenset(address for address in _EMAIL.findall(text) if not watch.own(address)),
            frozenset(_NUMBER.findall(text)),
        )


def _concerned(desk: Desk, case: Case) -> str:
    """Return the name of the person whom a case concerns; empty for a matter or a breach that concerns nobody by name."""
    if case.kind is CaseKind.MATTER:
        try:
            return case_contents.load(desk.session, case.id, Matter).person.strip()
        except NotFoundError:
            return ""
    return "" if case.kind is CaseKind.BREACH else case.subject.name


def _addressed(watch: _Watch, kind: LetterKind, letter: ComposedLetter) -> Iterator[Mismatch]:
    case = watch.case
    written = "\n".join(text for where, text, _ in _parts(letter) if where in {"subject", "references", "text"})
    lines = [line for line in letter.addressee if line.strip()]
    fits = any(may_be(line, name) for line in lines for name in watch.people)
    if kind in TO_OTHERS:
        naming = kind in _NAMING or (kind in TO_AUTHORITIES and case.kind is CaseKind.MATTER)
        if naming and watch.concerned and not names(written, watch.concerned):
            yield _mismatch("subject_not_named", "text", watch.concerned, "")
    elif not fits:
        yield _mismatch("addressee_other", "addressee", listed(watch.people), lines[0] if lines else "")
    elif not any(may_be(line, case.subject.name) for line in lines) and not names(written, case.subject.name):
        yield _mismatch("subject_not_named", "text", case.subject.name, "")
    known = [*watch.people, case.subject.salutation]
    if fits or kind in TO_OTHERS:
        known += lines
    strangers = strangers_in(letter.salutation, known)
    if strangers:
        yield _mismatch("salutation_other", "salutation", listed(watch.people), " ".join(strangers))


def _numbers(case: Case, letter: ComposedLetter) -> Iterator[Mismatch]:
    if not any(case.number in text for _, text, _ in _parts(letter)):
        yield _mismatch("case_number_missing", "references", case.number, "")


def _parts(letter: ComposedLetter) -> Iterator[tuple[str, str, bool]]:
    """Yield the words of a letter: where, what, and whether a person typed them (then names may be in small letters)."""
    yield "addressee", "\n".join(letter.addressee), True
    yield "salutation", letter.salutation, True
    yield "subject", letter.subject, False
    yield "references", "\n".join(value for _, value in letter.reference_lines), False
    for own in (False, True):
        said = [part for part in letter.paragraphs if part.own is own]
        yield (
            "text",
            "\n".join(text for part in said for text in (part.text, *(cell for row in part.rows for cell in row))),
            own,
        )


def _enclosure(watch: _Watch, evidence_id: int) -> Iterator[Mismatch]:
    desk, case = watch.desk, watch.case
    try:
        kept = evidence_store.load(desk.session, evidence_id)
    except NotFoundError:
        yield _mismatch("enclosure_unknown", "enclosure", case.number, str(evidence_id))
        return
    if kept.case_id != case.id:
        owner = people.of_case(desk.session, kept.case_id)
        yield _mismatch("enclosure_other_case", "enclosure", case.number, f"{kept.name} ({owner.case_number if owner else ''})")
    for other in people.keeping(desk.session, kept.sha256, but_case=case.id):
        if other.case_id != kept.case_id and not watch.same_person(other):
            yield _mismatch("enclosure_shared", "enclosure", case.number, f"{kept.name} ({other.case_number})")
    name = re.sub(r"[_\-.]+", " ", kept.name)
    for found in (*watch.others(("enclosure", f"{name}\n{kept.name}", True)), *_inside(watch, kept)):
        yield _mismatch(found.code, "enclosure", found.expected, f"{found.found}, {kept.name}")


def _inside(watch: _Watch, kept: Evidence) -> Iterator[Mismatch]:
    """Yield who else the text of a file names; only files that are text are read."""
    if not kept.media_type.startswith(_READABLE) or kept.size > _MOST_READ:
        return
    data = evidence_store.data(watch.desk.session, kept.id)
    yield from watch.others(("enclosure", _text_of(kept, data), True))


def _text_of(kept: Evidence, data: bytes) -> str:
    if kept.media_type == "message/rfc822":
        from workbench.formats.mail import read_mail  # noqa: PLC0415  few letters have a mail with them
        from workbench.formats.problems import ImportProblemError  # noqa: PLC0415  as above

        try:
            mail = read_mail(data)
        except ImportProblemError:
            return data.decode("utf-8", errors="replace")
        return "\n".join((mail.from_name, mail.from_email, *mail.to, mail.subject, mail.text))
    return data.decode("utf-8-sig", errors="replace")


def _sent(
    watch: _Watch, letter: Letter, channel: DispatchChannel, recipient: str, addresses: Sequence[str]
) -> Iterator[Mismatch]:
    own = {folded(email) for email in watch.emails}
    if channel is DispatchChannel.EMAIL:
        strange = [address for address in addresses if folded(address) not in own]
        if strange:
            yield _mismatch("recipient_other", "recipient", listed(watch.emails), listed(strange))
    elif channel in {DispatchChannel.POST, DispatchChannel.REGISTERED_POST, DispatchChannel.COURIER}:
        if addresses and not _EMAIL.sub("", recipient).strip(" ,;<>"):
            yield _mismatch("recipient_unfit", "recipient", ", ".join(letter.fields.addressee), recipient)
        elif not _reaches(watch, letter, recipient):
            yield _mismatch("recipient_other", "recipient", ", ".join(letter.fields.addressee), recipient)


def _reaches(watch: _Watch, letter: Letter, recipient: str) -> bool:
    """Return whether an address on an envelope names the person, or has a line of an address that is theirs."""
    case = watch.case
    lines = [*letter.fields.addressee, *case.subject.address, *(case.requester.address if case.requester is not None else ())]
    said = folded(recipient)
    return any(names(recipient, name) for name in watch.people) or any(
        folded(line) in said or said in folded(line) for line in lines if line.strip()
    )


def _mismatch(code: str, where: str, expected: str, found: str) -> Mismatch:
    digest = hashlib.sha256(f"{code}|{where}|{expected}|{found}".encode()).hexdigest()[:8]
    return Mismatch(code=code, where=where, expected=expected, found=found, key=f"{code}:{digest}")
