"""The command `workbench authorities`: the directory listed, and what of it is to be checked.

`--check` lists the entries that nobody has checked, or not for as long as the house rule allows; it ends with 1 where an open case
stands under one that nobody has checked.
"""

from functools import partial

from workbench.domain.authorities import AddressUncheckedError, ListedAuthority, Standing
from workbench.door import DONE, Door
from workbench.services import authorities as service
from workbench.services.authorities import AuthorityLine
from workbench.services.office import ask


def authorities(door: Door) -> int:
    """List the directory, or what of it is to be checked.

    Raises:
        AddressUncheckedError: with `--check`, an open case stands under an authority whose address nobody has checked.
    """
    arguments = door.arguments
    listing = service.lines_to_check if arguments.check else service.list_authorities
    with door.office(read_only=True) as office:
        lines = ask(office, partial(listing, law=arguments.law))
    if arguments.json:
        door.dump([_as_json(line) for line in lines])
    else:
        heads = ("law", "authority_place", "authority", "authority_languages", "authority_state")
        door.table(
            (*heads, "authority_checked_on", "authority_checked_by", "authority_open"), [_row(line, door) for line in lines]
        )
    held = sum(line.holds_up for line in lines)
    if arguments.check and held:
        raise AddressUncheckedError(count=held)
    if arguments.check and not arguments.json:
        door.say("authorities_sound")
    return DONE


def _row(line: AuthorityLine, door: Door) -> tuple[str, ...]:
    one, spoken = line.authority, door.words
    checked = one.checked
    return (
        one.law,
        one.place,
        _name(one, door),
        ", ".join(one.contact.languages),
        spoken.word("authority_check", line.state.value),
        spoken.date(checked.on) if checked is not None else "",
        checked.by if checked is not None else "",
        str(line.open_cases) if line.open_cases else "",
    )


def _name(one: ListedAuthority, door: Door) -> str:
    if one.standing is Standing.FORMED:
        return one.contact.readable
    return f"{one.contact.readable} ({door.words.word('authority_standing', one.standing.value, awaits=one.awaits)})"


def _as_json(line: AuthorityLine) -> dict[str, object]:
    one = line.authority
    checked = one.checked
    return {
        "authority": one.id,
        "law": one.law,
        "place": one.place,
        "name": one.contact.name,
        "name_en": one.contact.name_en,
        "address": list(one.contact.address),
        "web": one.contact.web,
        "web_form": one.contact.web_form,
        "email": one.contact.email,
        "phone": one.contact.phone,
        "languages": list(one.contact.languages),
        "scope": one.scope.value,
        "standing": one.standing.value,
        "awaits": one.awaits,
        "state": line.state.value,
        "checked_on": checked.on.isoformat() if checked is not None else None,
        "checked_by": checked.by if checked is not None else "",
        "checked_against": checked.against if checked is not None else "",
        "allowed_because": one.allowed_because,
        "own": one.own,
        "source": one.source.cite,
        "confidence": one.source.confidence.value,
        "taken_on": one.taken_on.isoformat(),
        "open_cases": line.open_cases,
    }
