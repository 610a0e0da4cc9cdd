"""Template previews: a text that is being edited as a real letter of a real case, before it is saved."""

from dataclasses import dataclass

from workbench.domain.cases import Case, EventKind
from workbench.domain.letters import LetterKind
from workbench.domain.phases import ANSWERS, LETTERS_OF, rights_to_tell
from workbench.services import case_file, letters
from workbench.services.lines import LetterPreview
from workbench.services.office import Desk
from workbench.services.templates import read_template
from workbench.store import cases as case_store

_LOOKED_AT = 200
"""Cases that are looked at, the newest first; an office with more has a fitting one among them."""

_OFFERED = 30


@dataclass(frozen=True, slots=True)
class FittingCase:
    """A case that a kind of letter can be drawn for; `fits` says that such a letter tells something in it now."""

    case_id: int
    number: str
    subject_name: str
    fits: bool


def fitting_cases(desk: Desk, kind: LetterKind) -> tuple[FittingCase, ...]:
    """Return cases to look at a template with: those that it fits first, each group with the newest first."""
    rows = sorted(case_store.list_case_rows(desk.session), key=lambda row: -row.id)[:_LOOKED_AT]
    found: list[FittingCase] = []
    for row in rows:
        fits = _fits(case_file.load(desk, row.id), kind)
        found.append(FittingCase(row.id, row.number, row.subject_name, fits))
        if sum(one.fits for one in found) == _OFFERED:
            break
    return tuple(sorted(found, key=lambda one: not one.fits)[:_OFFERED])


def preview_template(desk: Desk, case_id: int, kind: LetterKind, language: str, text: str) -> LetterPreview:
    """Return the letter of a case as a text would make it; what the officer writes into a letter is what the case suggests.

    Raises:
        NotFoundError: there is no such case.
        TemplateError: the text is no template of this kind and language.
    """
    template = read_template(text, kind, language)
    return letters.preview_letter(desk, case_id, kind, language, template=template)


def _fits(case: Case, kind: LetterKind) -> bool:
    if kind not in LETTERS_OF[case.kind]:
        return False
    if kind in ANSWERS:
        return bool(rights_to_tell(case, kind)) or any(letter.kind is kind for letter in case.letters)
    if kind is LetterKind.EXTENSION:
        return case.last(EventKind.EXTENSION_NOTIFIED) is not None
    return True
