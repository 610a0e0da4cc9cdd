"""Envelopes and labels of issued letters, as PDFs that go to the printer and are kept nowhere."""

from collections.abc import Sequence

from workbench.domain.envelopes import Addressed, EnvelopeForm, LabelSheet, LetterWithoutAddressError
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import Letter, LetterNotIssuedError, LetterState
from workbench.services.addresses import postal_address
from workbench.services.office import Desk, listed
from workbench.services.wording import words
from workbench.store import letters as letter_store


def envelope_pdf(desk: Desk, letter_ids: Sequence[int], form: EnvelopeForm) -> bytes:
    """Return an envelope for each letter, in their order.

    Raises:
        InvalidInputError: there are no letters.
        NotFoundError: there is no such letter.
        LetterNotIssuedError: one of them is a draft.
        LetterWithoutAddressError: some of them have no postal address; all are named.
        GlyphMissingError: no font has a character of an address.
        AddressTooLongError: an address does not fit its envelope.
    """
    from workbench.paper.envelope import envelopes  # noqa: PLC0415  ReportLab is slow to import

    addressed = _addressed(desk, letter_ids)
    office = desk.settings
    title = words(office.language).word("envelope", "envelopes")
    return envelopes(addressed, form, title=title, author=office.office_name, language=office.language)


def labels_pdf(desk: Desk, letter_ids: Sequence[int], sheet: LabelSheet, start: int = 1) -> bytes:
    """Return a label for each letter, in their order, beginning at the label `start` of the first sheet (1 is the first).

    Raises:
        InvalidInputError: the sheet has no such label, or there are no letters.
        NotFoundError, LetterNotIssuedError, LetterWithoutAddressError, GlyphMissingError, AddressTooLongError: as
            `envelope_pdf`.
    """
    from workbench.paper.envelope import SHEETS, labels  # noqa: PLC0415  ReportLab is slow to import

    most = SHEETS[sheet].labels
    if not 1 <= start <= most:
        raise InvalidInputError(field="label_start", problem="out_of_range", least=1, most=most)
    addressed = _addressed(desk, letter_ids)
    office = desk.settings
    title = words(office.language).word("envelope", "labels")
    return labels(addressed, sheet, start=start, title=title, author=office.office_name, language=office.language)


def postal_lines_of(desk: Desk, letter: Letter) -> tuple[str, ...]:
    """Return the address of a letter as the post reads it, empty where the letter has none (one that goes by e-mail)."""
    name, *rest = (*(line for line in letter.fields.addressee if line.strip()), "")
    lines = tuple(line for line in rest if line and "@" not in line)
    return postal_address(name, lines, home=desk.settings.home_place) if lines else ()


def _addressed(desk: Desk, letter_ids: Sequence[int]) -> tuple[Addressed, ...]:
    office = desk.settings
    sender = tuple(line for line in (office.office_name, *office.office_address) if line)
    found = [letter_store.load(desk.session, letter_id) for letter_id in letter_ids]
    drafts = [letter.number for letter in found if letter.state is LetterState.DRAFT]
    if drafts:
        raise LetterNotIssuedError(letter=listed(drafts))
    addressed = tuple(Addressed(sender, postal_lines_of(desk, letter), letter.number) for letter in found)
    nowhere = [one.reference for one in addressed if not one.addressee]
    if not addressed:
        raise InvalidInputError(field="letters", problem="empty")
    if nowhere:
        raise LetterWithoutAddressError(letter=listed(nowhere))
    return addressed
