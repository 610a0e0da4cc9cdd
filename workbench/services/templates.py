"""Templates: the texts that letters are composed from, as shipped or as the office has written them.

The office's own version of a template is its whole text; it holds from the moment it is saved for every letter that is not issued
yet. Going back to the shipped text is a version too, so the history tells everything. Lines and places count from 1.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache

from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import LetterKind
from workbench.domain.templates import Template, parse_template
from workbench.services.letter_texts import LETTER_LANGUAGES, load_template
from workbench.services.office import Desk
from workbench.services.resources import RESOURCES
from workbench.store import templates as template_store
from workbench.store.templates import TemplateVersion

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class TemplateInUse:
    """The template that letters are composed from now; `version` names it for good.

    `version` is `shipped:<digest>`, or `office:<number>:<digest>` for the office's own; the digest is the first twelve hex digits
    of the SHA-256 of its text.
    """

    template: Template
    version: str


def template_for(desk: Desk, kind: LetterKind, language: str) -> TemplateInUse:
    """Return the template of a kind of letter in a language: the office's own, else the shipped one.

    Raises:
        InvalidInputError: there is no template in the language.
        TemplateError: the text is no template.
    """
    own = template_store.newest(desk.session, kind, language)
    if own is not None and own.body:
        return TemplateInUse(_parsed(own.body), version_name(own))
    _check(language)
    return TemplateInUse(load_template(kind, language), shipped_version(kind, language))


def shipped_text(kind: LetterKind, language: str) -> str:
    """Return the text of a template as it is shipped.

    Raises:
        InvalidInputError: there is none in the language.
    """
    _check(language)
    return _shipped(kind, language)


def shipped_version(kind: LetterKind, language: str) -> str:
    """Return the name of the shipped version of a template."""
    return f"shipped:{_digest(_shipped(kind, language))}"


def version_name(version: TemplateVersion) -> str:
    """Return the name of one of the office's versions."""
    return f"office:{version.version}:{_digest(version.body)}" if version.body else version.shipped


def _check(language: str) -> None:
    if language not in LETTER_LANGUAGES:
        raise InvalidInputError(field="letter_language", problem="not_a_choice")


@cache
def _shipped(kind: LetterKind, language: str) -> str:
    return (RESOURCES / "letters" / f"{kind.value}.{language}.toml").read_text(encoding="utf-8")


@cache
def _parsed(text: str) -> Template:
    return parse_template(tomllib.loads(text))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGITS]
