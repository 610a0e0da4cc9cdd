"""Stationery: the pictures and the settings that make a sheet of paper the office's own.

A picture is named `logo`, or `signature:<officer id>`; an officer sets no signature but their own.
"""

from dataclasses import dataclass

from workbench.domain.changes import Changes
from workbench.domain.commands import SetOfficeImage
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import PageForm
from workbench.domain.parties import Officer
from workbench.services.office import Desk
from workbench.store import images as image_store

LOGO = "logo"
"""The name of the office's logo."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a letter takes from the office's paper; the names are those of `ComposedLetter`.

    `footer` comes after the office's own lines in the foot; an empty line in it begins a column.
    """

    form: PageForm
    logo: bytes
    signature: bytes
    footer: tuple[str, ...]


def signature_name(officer: Officer) -> str:
    """Return the name under which the signature of an officer is kept."""
    return f"signature:{officer.id}"


def stationery(desk: Desk, *, signatory: str | None = None) -> Stationery:
    """Return the paper that a letter of the officer at work is written on.

    To use it: `replace(letter, form=..., logo=..., signature=..., footer=(*letter.footer, *made.footer))`.

    Args:
        desk: the desk.
        signatory: the name under the letter; None takes the one of the settings. The picture of a signature is given only
            where the officer at work is who signs: nobody's hand stands over another's name.
    """
    office = desk.settings
    name = office.signatory if signatory is None else signatory
    signs = not name.strip() or name.strip() == desk.officer.name
    return Stationery(
        form=PageForm(office.page_form),
        logo=image(desk, LOGO),
        signature=signature_of(desk, desk.officer) if signs else b"",
        footer=("", *office.footer) if office.footer else (),
    )


def image(desk: Desk, name: str) -> bytes:
    """Return a picture of the office as PNG, or no bytes where there is none.

    Raises:
        StoreDamagedError: the bytes are not those that were kept.
    """
    return image_store.get(desk.session, name)


def signature_of(desk: Desk, officer: Officer) -> bytes:
    """Return the signature of an officer as PNG, or no bytes where there is none.

    Raises:
        StoreDamagedError: the bytes are not those that were kept.
    """
    return image(desk, signature_name(officer))


def set_image(command: SetOfficeImage, desk: Desk) -> Changes:
    """Keep a picture in place of the one before it, or take it away.

    Raises:
        InvalidInputError: no picture has this name, it is another officer's signature, or the bytes are no picture that
            a letter can carry.
    """
    name, data = command.name, command.data
    if name not in {LOGO, signature_name(desk.officer)}:
        raise InvalidInputError(field="picture", problem="not_your_picture")
    media_type = ""
    if data:
        from workbench.paper.picture import KEPT_TYPE, plain_picture  # noqa: PLC0415  only who sets a picture needs to read one

        data, media_type = plain_picture(data, field="picture"), KEPT_TYPE
    if data != image(desk, name):
        image_store.put(desk.session, name, data, media_type=media_type, at=desk.now, officer_id=desk.officer.id)
    return Changes(settings=True)
