"""Settings, officers and the office's own days: what the office says about itself.

Settings are declared once in `workbench.domain.settings`; the settings page and the command are drawn from there.
"""

from workbench.domain.calendars import OfficeDay
from workbench.domain.changes import Changes
from workbench.domain.commands import AddOfficer, SaveSettings, SetOfficeDay
from workbench.domain.parties import Officer
from workbench.domain.reckon import zone_of
from workbench.domain.rulebooks import PlaceUnknownError
from workbench.domain.settings import SETTINGS, OfficeSettings, Setting, SettingKind, checked, parse_settings
from workbench.services import case_file
from workbench.services.office import Desk
from workbench.store import office_days as office_day_store
from workbench.store import officers as officer_store
from workbench.store import settings as setting_store

__all__ = [
    "SETTINGS",
    "OfficeSettings",
    "Setting",
    "SettingKind",
    "add_office_day",
    "add_officer",
    "list_office_days",
    "list_officers",
    "read_settings",
    "save_settings",
    "setting_texts",
]


def read_settings(desk: Desk) -> OfficeSettings:
    """Return the settings of the office as values."""
    return desk.settings


def setting_texts(desk: Desk) -> dict[str, str]:
    """Return the text of every declared setting, its default where nobody set it."""
    kept = setting_store.get_all(desk.session)
    return {setting.key: kept.get(setting.key, setting.default) for setting in SETTINGS}


def save_settings(command: SaveSettings, desk: Desk) -> Changes:
    """Set some settings; the others stay as they are.

    Raises:
        InvalidInputError: a key is not declared or a value cannot be taken; nothing is set then.
        LawUnknownError: the home law is not shipped.
        PlaceUnknownError: the home place is not one of the home law's.
    """
    texts = {key: checked(key, value) for key, value in command.values}
    home = parse_settings({**setting_texts(desk), **texts})
    zone_of(desk.rulebook(home.home_law), home.home_place)
    for key, text in texts.items():
        setting_store.put(desk.session, key, text, at=desk.now, officer_id=desk.officer.id)
    return Changes(settings=True)


def add_office_day(command: SetOfficeDay, desk: Desk) -> Changes:
    """Add a rest day to a place's calendar, or take one away. Cases keep the calendar they were opened with.

    Raises:
        PlaceUnknownError: no law shipped reaches the place.
        InvalidInputError: the day has no name or no source.
    """
    reached = {place for rulebook in desk.rulebooks.values() for place in rulebook.places}
    if command.place not in reached and command.place.partition("-")[0] not in reached:
        raise PlaceUnknownError(law="", place=command.place)
    office_day_store.put(
        desk.session,
        place=command.place,
        on=command.on,
        rests=command.rests,
        name=case_file.required_text(command.name, "day_name"),
        source=case_file.required_text(command.source, "day_source"),
        at=desk.now,
        officer_id=desk.officer.id,
    )
    return Changes(settings=True)


def list_office_days(desk: Desk) -> tuple[OfficeDay, ...]:
    """Return the office's own days, by place and day."""
    return office_day_store.list_all(desk.session)


def list_officers(desk: Desk) -> tuple[Officer, ...]:
    """Return every officer in the order they came."""
    return officer_store.list_all(desk.session)


def add_officer(command: AddOfficer, desk: Desk) -> Changes:
    """Add an officer with a passphrase of their own; `created` is their id.

    Raises:
        InvalidInputError: the name is empty.
        WeakPassphraseError: the passphrase cannot be taken; nobody is added then.
    """
    from workbench.store import keys  # noqa: PLC0415  only who adds a key needs the key derivation

    name = case_file.required_text(command.name, "officer_name")
    officer = officer_store.add(desk.session, name=name, title=command.title.strip(), at=desk.now, by=desk.officer.id)
    keys.add_passphrase(desk.folder, desk.data_key, officer_id=officer.id, passphrase=command.passphrase)
    return Changes(settings=True, created=officer.id)
