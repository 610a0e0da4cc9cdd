"""The seal: what an issued letter is made of is kept with it, so that its bytes can be made again and compared.

The head of the journal before the issue is printed small in the foot: a letter on paper vouches for the journal that it left from.
A press other than the one that drew a letter (a later program) may set it otherwise; then only the kept bytes speak.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import ComposedLetter, Letter, LetterNotIssuedError, LetterState, PageForm, Paragraph
from workbench.services.lines import Finding, LettersProved
from workbench.services.office import Desk, Office
from workbench.store import journal as journal_store
from workbench.store import letters as letter_store
from workbench.store.errors import StoreDamagedError

DIFFERS = "letter_not_reproduced"
UNANCHORED = "letter_anchor_unknown"
PICTURE_MISSING = "letter_picture_missing"
UNREADABLE = "letter_snapshot_unreadable"
FINDINGS: tuple[str, ...] = (DIFFERS, UNANCHORED, PICTURE_MISSING, UNREADABLE)
"""What proving letters finds, as word keys of the table `finding`."""

_FORMAT = 1
_DIGITS = 12
_PICTURES = ("logo", "signature")


class LetterWithoutSnapshotError(WorkbenchError):
    """An older program issued this letter and kept nothing to make it again from; detail `letter`."""

    code = "letter_without_snapshot"


def anchor(desk: Desk) -> str:
    """Return the head of the journal as it is printed: its length and the first twelve hex digits of its digest."""
    head = journal_store.head(desk.session)
    return f"{head.length}·{head.digest[:_DIGITS]}"


def sealed(letter: ComposedLetter, *, template: str, anchored: str) -> letter_store.Seal:
    """Return what is kept with the bytes of a letter that is issued now.

    Args:
        letter: as it goes on paper.
        template: the version of its template.
        anchored: the head of the journal that it names.
    """
    return letter_store.Seal(template=template, anchor=anchored, snapshot=snapshot_of(letter))


def snapshot_of(letter: ComposedLetter) -> dict[str, Any]:
    """Return a composed letter as plain JSON, with the digest of each picture in its place."""
    from workbench.paper.press import press  # noqa: PLC0415  only what is issued names its press

    said = {name: _plain(part) for name, part in asdict(letter).items()}
    for name in _PICTURES:
        picture: bytes = getattr(letter, name)
        said[name] = hashlib.sha256(picture).hexdigest() if picture else ""
    return {"format": _FORMAT, "press": press(), "letter": said}


def composed_again(desk: Desk, letter_id: int) -> ComposedLetter:
    """Return an issued letter as it was composed, from what was kept with it.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        LetterWithoutSnapshotError: an older program issued it.
        StoreDamagedError: what was kept cannot be understood, or a picture is gone.
    """
    letter = letter_store.load(desk.session, letter_id)
    return _composed(desk, _snapshot(desk, letter))


def reproduce(desk: Desk, letter_id: int) -> bytes:
    """Return the bytes of an issued letter, made again from what was kept with it; those of its press are the archive's.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
        LetterWithoutSnapshotError: an older program issued it.
        StoreDamagedError: what was kept cannot be understood, or a picture is gone.
    """
    from workbench.paper.layout import render  # noqa: PLC0415  ReportLab is slow to import and lists need no paper

    return render(composed_again(desk, letter_id)).data


def verify_letter(desk: Desk, letter_id: int) -> tuple[Finding, ...]:
    """Return what is wrong with one issued letter: nothing where its bytes, its content and its anchor agree.

    Raises:
        NotFoundError: there is no such letter.
        LetterNotIssuedError: it is a draft.
    """
    letter = letter_store.load(desk.session, letter_id)
    if letter.state is LetterState.DRAFT:
        raise LetterNotIssuedError(letter=letter.number)
    return _prove(desk, (letter,)).findings


def verify_letters(office: Office) -> LettersProved:
    """Prove every issued letter: made again from its snapshot, and its anchor found in the journal. Nothing is changed."""
    with office.reading() as desk:
        issued = [letter for letter in letter_store.list_all(desk.session) if letter.state is not LetterState.DRAFT]
        return _prove(desk, reversed(issued))


def _prove(desk: Desk, letters: Iterable[Letter]) -> LettersProved:
    from workbench.paper.layout import render  # noqa: PLC0415  as above
    from workbench.paper.press import press  # noqa: PLC0415  as above

    again = other = without = 0
    findings: list[Finding] = []
    for letter in letters:
        if letter.anchor and not _anchored(desk, letter.anchor):
            findings.append(Finding(UNANCHORED, letter.number))
        try:
            kept = _snapshot(desk, letter)
            if kept.get("press") != press():
                other += 1
                continue
            made = render(_composed(desk, kept))
        except LetterWithoutSnapshotError:
            without += 1
        except StoreDamagedError as damage:
            code = UNREADABLE if damage.details["damage"] == "row_unreadable" else PICTURE_MISSING
            findings.append(Finding(code, letter.number))
        except WorkbenchError:
            findings.append(Finding(DIFFERS, letter.number))
        else:
            again += 1
            if made.sha256 != letter.sha256:
                findings.append(Finding(DIFFERS, letter.number))
    return LettersProved(again, other, without, tuple(findings))


def _anchored(desk: Desk, printed: str) -> bool:
    """Return whether the journal has the head that a letter names."""
    length, _, digits = printed.partition("·")
    if not length.isascii() or not length.isdigit():
        return False
    digest = journal_store.digest_at(desk.session, int(length))
    return digest is not None and digest[:_DIGITS] == digits


def _snapshot(desk: Desk, letter: Letter) -> dict[str, Any]:
    if letter.state is LetterState.DRAFT:
        raise LetterNotIssuedError(letter=letter.number)
    kept = letter_store.snapshot(desk.session, letter.id)
    if kept is None:
        raise LetterWithoutSnapshotError(letter=letter.number)
    return kept


def _composed(desk: Desk, kept: dict[str, Any]) -> ComposedLetter:
    if kept.get("format") != _FORMAT:
        raise StoreDamagedError(damage="row_unreadable")
    try:
        said = {name: _tuples(part) for name, part in kept["letter"].items()}
        said["paragraphs"] = tuple(
            Paragraph(**{name: _tuples(part) for name, part in one.items()}) for one in kept["letter"]["paragraphs"]
        )
        said["dated"] = date.fromisoformat(said["dated"]) if said["dated"] else None
        said["form"] = PageForm(said["form"])
        pictures = {name: str(said[name]) for name in _PICTURES}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise StoreDamagedError(damage="row_unreadable") from None
    for name, digest in pictures.items():
        said[name] = letter_store.picture(desk.session, digest) if digest else b""
    known = {one.name for one in fields(ComposedLetter)}
    if not said.keys() <= known:
        raise StoreDamagedError(damage="row_unreadable")
    return ComposedLetter(**said)


def _plain(part: Any) -> Any:  # noqa: ANN401  any part of a letter
    if isinstance(part, dict):
        return {name: _plain(one) for name, one in part.items()}
    if isinstance(part, tuple | list):
        return [_plain(one) for one in part]
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, bytes):
        return ""
    return str(part) if isinstance(part, str) else part


def _tuples(part: Any) -> Any:  # noqa: ANN401  any JSON value
    return tuple(_tuples(one) for one in part) if isinstance(part, list) else part
