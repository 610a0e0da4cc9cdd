"""The command `workbench templates`: the texts that letters are composed from, listed, shown, checked, saved, compared, set back.

A name is that of the shipped file without its ending, such as `refusal.en`. A file says itself which template it is. Version 0 is the
shipped text.
"""

from pathlib import Path

from workbench.domain.commands import ResetTemplate, SaveTemplate
from workbench.domain.errors import WorkbenchError
from workbench.domain.letters import LetterKind
from workbench.door import DONE, Door
from workbench.services import templates as service
from workbench.services.exports import export, text_of
from workbench.services.laws import load_rulebooks
from workbench.services.office import ask, run
from workbench.services.templates import ComparedLine, LineChange, TemplateFinding, TemplateLine


class TemplateFaultsError(WorkbenchError):
    """A file has faults as a template; details `template`, `count`. They themselves go to standard output."""

    code = "template_faults"


def templates(door: Door) -> int:
    """Do what the word after `templates` says."""
    does = {"list": listing, "show": show, "check": check, "save": save, "reset": reset, "diff": diff}
    return does[door.arguments.what](door)


def listing(door: Door) -> int:
    """List every template with the text that holds."""
    with door.office(read_only=True) as office:
        found = ask(office, service.list_templates)
    if door.arguments.json:
        door.dump([_as_json(line) for line in found])
        return DONE
    spoken = door.words
    rows = [
        (
            service.template_name(line.kind, line.language),
            spoken.word("letter", line.kind.value),
            spoken.word("template_state", line.state.value),
            line.version,
            spoken.date(line.changed_at) if line.changed_at is not None else "",
            line.officer_name,
            line.reason,
        )
        for line in found
    ]
    heads = ("template", "letters", "template_text", "", "template_changed", "template_by", "template_why")
    door.table(heads, rows)
    return DONE


def show(door: Door) -> int:
    """Print one version of a template, by default the one that holds, or write it to a file."""
    kind, language = _named(door)
    number = door.arguments.number
    with door.office(read_only=True) as office:
        page = ask(office, lambda desk: service.template_page(desk, kind, language))
        text = page.body if number is None else ask(office, lambda desk: service.template_text(desk, kind, language, number))
    if door.arguments.out is not None:
        export(door.arguments.out, text.encode("utf-8"), replace=door.arguments.force)
        door.say("template_written", template=service.template_name(kind, language), file=str(door.arguments.out))
        return DONE
    if door.arguments.json:
        door.dump({**_as_json(page.line), "body": text})
        return DONE
    door.print(*text.splitlines())
    return DONE


def check(door: Door) -> int:
    """Say what is wrong with a file as a template; any fault is an error. Needs no store."""
    text, kind, language = _file(door)
    found = service.check_text(text, kind, language, rulebooks=load_rulebooks())
    _tell(door, found)
    name = service.template_name(kind, language)
    faults = sum(one.fault for one in found)
    if faults:
        raise TemplateFaultsError(template=name, count=faults)
    if not found:
        door.say("template_sound", template=name)
    return DONE


def save(door: Door) -> int:
    """Save a file as the office's own text of the template that it says it is."""
    if not door.arguments.reason:
        door.refuse_use("template_needs_reason")
    text, kind, language = _file(door)
    faults = [one for one in service.check_text(text, kind, language, rulebooks=load_rulebooks()) if one.fault]
    _tell(door, faults)
    command = SaveTemplate(kind=kind, language=language, body=text, reason=door.arguments.reason)
    with door.office() as office:
        version = run(office, lambda desk: service.save_template(command, desk)).number
    door.say("template_kept", template=service.template_name(kind, language), version=version)
    return DONE


def reset(door: Door) -> int:
    """Go back to the shipped text of a template."""
    kind, language = _named(door)
    if not door.arguments.reason:
        door.refuse_use("template_needs_reason")
    command = ResetTemplate(kind=kind, language=language, reason=door.arguments.reason)
    with door.office() as office:
        version = run(office, lambda desk: service.reset_template(command, desk)).number
    door.say("template_back", template=service.template_name(kind, language), version=version)
    return DONE


def diff(door: Door) -> int:
    """Print the lines in which two versions of a template differ, by default the shipped text and the one that holds."""
    kind, language = _named(door)
    arguments = door.arguments
    with door.office(read_only=True) as office:
        page = ask(office, lambda desk: service.template_page(desk, kind, language))
        right = page.line.number if arguments.right is None else arguments.right
        found = ask(office, lambda desk: service.compare_versions(desk, kind, language, arguments.left, right))
    differing = [one for one in found if one.change is not LineChange.SAME]
    if not differing:
        door.say("template_same", template=service.template_name(kind, language))
    for one in differing:
        door.print(*_lines(one))
    return DONE


def _lines(one: ComparedLine) -> list[str]:
    told = [f"-{one.left_number}: {one.left}"] if one.left_number is not None else []
    return [*told, f"+{one.right_number}: {one.right}"] if one.right_number is not None else told


def _named(door: Door) -> tuple[LetterKind, str]:
    if not door.arguments.name:
        door.refuse_use("template_needs_name")
    return service.named(door.arguments.name)


def _file(door: Door) -> tuple[str, LetterKind, str]:
    name = door.arguments.name
    if not name:
        door.refuse_use("template_needs_file")
    text = service.normal(text_of(door.bytes_of(name), name).read())
    kind, language = service.kind_and_language(text, Path(name).name)
    return text, kind, language


def _tell(door: Door, found: tuple[TemplateFinding, ...] | list[TemplateFinding]) -> None:
    name = Path(door.arguments.name).name
    for one in found:
        door.print(f"{name}:{one.line}:{one.column}: {service.finding_sentence(one, door.words)}")


def _as_json(line: TemplateLine) -> dict[str, object]:
    return {
        "template": service.template_name(line.kind, line.language),
        "state": line.state.value,
        "version": line.version,
        "number": line.number,
        "changed_at": line.changed_at.isoformat() if line.changed_at is not None else None,
        "officer": line.officer_name,
        "reason": line.reason,
    }
