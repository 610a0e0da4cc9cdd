"""Settings of an office: each declared once with its key, kind, default and choices.

Every value is kept as text; `OfficeSettings` is the parsed form. A setting never holds a secret.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.domain.approvals import FourEyes
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import PageForm


class SettingKind(StrEnum):
    """How a setting is typed in and checked."""

    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    COUNT = "count"
    LAW = "law"
    PLACE = "place"
    ZONE = "zone"
    HOSTS = "hosts"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting; its name and its explanation are words (`setting.<key>`, `setting_help.<key>`).

    Args:
        key: what commands and the store call it.
        kind: how it is entered and checked.
        default: the text it has until someone sets it.
        choices: the texts that a `choice` may have.
        group: the part of the settings page it stands in: `office`, `letters`, `work`, `screen`.
        least, most: bounds of a `count`, both inclusive.
    """

    key: str
    kind: SettingKind
    default: str
    group: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


SETTINGS: tuple[Setting, ...] = (
    Setting("office_name", SettingKind.TEXT, "", "office"),
    Setting("office_address", SettingKind.LINES, "", "office"),
    Setting("office_city", SettingKind.TEXT, "", "office"),
    Setting("office_email", SettingKind.TEXT, "", "office"),
    Setting("office_phone", SettingKind.TEXT, "", "office"),
    Setting("home_law", SettingKind.LAW, "ID", "office"),
    Setting("home_place", SettingKind.PLACE, "ID", "office"),
    Setting("home_zone", SettingKind.ZONE, "Asia/Jakarta", "office"),
    Setting("establishments", SettingKind.PLACES, "", "office"),
    Setting("letterhead", SettingKind.LINES, "", "letters"),
    Setting("footer", SettingKind.LINES, "", "letters"),
    Setting(
        "page_form", SettingKind.CHOICE, PageForm.DIN_5008_B.value, "letters", choices=tuple(one.value for one in PageForm)
    ),
    Setting("signatory", SettingKind.TEXT, "", "letters"),
    Setting("signatory_title", SettingKind.TEXT, "", "letters"),
    Setting("letter_language", SettingKind.CHOICE, "en", "letters", choices=("en", "id")),
    Setting("mail_subject", SettingKind.CHOICE, "office_only", "letters", choices=("office_only", "number")),
    Setting("acknowledge_days", SettingKind.COUNT, "3", "work", least=0, most=30),
    Setting(
        "four_eyes", SettingKind.CHOICE, FourEyes.SECOND_OFFICER.value, "work", choices=tuple(one.value for one in FourEyes)
    ),
    Setting("mail_hosts", SettingKind.HOSTS, "", "work"),
    Setting("chase_days", SettingKind.COUNT, "14", "work", least=1, most=180),
    Setting("language", SettingKind.CHOICE, "en", "screen", choices=("en", "id")),
    Setting("lock_minutes", SettingKind.COUNT, "10", "screen", least=1, most=240),
)
"""Every setting of an office, in the order of the settings page."""

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_DECLARED = {setting.key: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """The settings of one office as values.

    `acknowledge_days` counts working days (a house rule, 0 switches it off); `mail_hosts` are the office's own mail
    servers, whose received headers tell when a message arrived. An empty line in `footer` begins a column. `establishments` are
    the places where Onee is established, the main one first, the home place where none is said; `chase_days` counts the days
    after which an authority that is silent is asked how a matter stands.
    """

    office_name: str = ""
    office_address: tuple[str, ...] = ()
    office_city: str = ""
    office_email: str = ""
    office_phone: str = ""
    home_law: str = "ID"
    home_place: str = "ID"
    home_zone: str = "Asia/Jakarta"
    letterhead: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    page_form: str = PageForm.DIN_5008_B.value
    signatory: str = ""
    signatory_title: str = ""
    letter_language: str = "en"
    mail_subject: str = "office_only"
    acknowledge_days: int = 3
    four_eyes: str = FourEyes.SECOND_OFFICER.value
    mail_hosts: tuple[str, ...] = ()
    establishments: tuple[str, ...] = ()
    chase_days: int = 14
    language: str = "en"
    lock_minutes: int = 10


def declared(key: str) -> Setting:
    """Return the declaration of a setting.

    Raises:
        InvalidInputError: no setting has this key.
    """
    if key not in _DECLARED:
        raise InvalidInputError(field="setting", problem="unknown", value=key)
    return _DECLARED[key]


def checked(key: str, value: str) -> str:
    """Return the text of a setting as it is kept, with stray blanks removed.

    Raises:
        InvalidInputError: the key is not declared, or the value is not one that its kind can take.
    """
    setting = declared(key)
    lines = tuple(line.strip() for line in value.splitlines())
    text = "\n".join(lines).strip() if setting.kind is SettingKind.LINES else " ".join(value.split())
    if setting.kind is SettingKind.PLACES:
        text = " ".join(value.replace(",", " ").upper().split())
    match setting.kind:
        case SettingKind.CHOICE if text not in setting.choices:
            raise InvalidInputError(field=key, problem="not_a_choice")
        case SettingKind.COUNT if not (text.isascii() and text.isdigit() and setting.least <= int(text) <= setting.most):
            raise InvalidInputError(field=key, problem="out_of_range", least=setting.least, most=setting.most)
        case SettingKind.ZONE if not _is_zone(text):
            raise InvalidInputError(field=key, problem="unknown_zone")
        case SettingKind.PLACES if not all(_PLACE.fullmatch(one) for one in text.split()):
            raise InvalidInputError(field=key, problem="not_a_place")
    return text


def parse_settings(values: Mapping[str, str]) -> OfficeSettings:
    """Return the settings as values; what is not set has its default, what is not declared is left out."""
    text = {setting.key: values.get(setting.key, setting.default) for setting in SETTINGS}
    return OfficeSettings(
        office_name=text["office_name"],
        office_address=_lines(text["office_address"]),
        office_city=text["office_city"],
        office_email=text["office_email"],
        office_phone=text["office_phone"],
        home_law=text["home_law"],
        home_place=text["home_place"],
        home_zone=text["home_zone"],
        letterhead=_lines(text["letterhead"]),
        footer=tuple(text["footer"].splitlines()),
        page_form=text["page_form"],
        signatory=text["signatory"],
        signatory_title=text["signatory_title"],
        letter_language=text["letter_language"],
        mail_subject=text["mail_subject"],
        acknowledge_days=int(text["acknowledge_days"]),
        four_eyes=text["four_eyes"],
        mail_hosts=tuple(text["mail_hosts"].replace(",", " ").split()),
        establishments=tuple(text["establishments"].split()),
        chase_days=int(text["chase_days"]),
        language=text["language"],
        lock_minutes=int(text["lock_minutes"]),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)
