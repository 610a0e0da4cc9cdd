"""What a letter template says about itself, in words: its conditions, its repetitions, and what is wrong with it."""

from PySide6.QtCore import QCoreApplication

from ui.wording import word, words
from workbench.domain.template_text import Part
from workbench.domain.templates import INSERTS, Condition
from workbench.services.templates import TemplateFinding, finding_sentence


def condition_words(condition: Condition) -> str:
    """Return when a paragraph is printed; empty where it always is."""
    parts: list[str] = []
    if condition.all:
        parts.append(_joined(condition.all, QCoreApplication.translate("TemplateWords", " and ")))
    if condition.any:
        told = QCoreApplication.translate("TemplateWords", "at least one of: {flags}")
        parts.append(told.format(flags=_joined(condition.any, "; ")))
    if condition.none:
        told = QCoreApplication.translate("TemplateWords", "not when {flags}")
        parts.append(told.format(flags=_joined(condition.none, QCoreApplication.translate("TemplateWords", " or "))))
    return ", ".join(parts)


def placeholder_words(name: str) -> str:
    """Return what a placeholder stands for."""
    return word("insert" if name in INSERTS else "template_placeholder", name)


def flag_words(name: str) -> str:
    """Return when a condition holds."""
    if name in INSERTS:
        told = QCoreApplication.translate("TemplateWords", "the officer wrote something at “{place}”")
        return told.format(place=word("insert", name))
    return word("template_flag", name)


def part_words(part: Part) -> str:
    """Return where and when a paragraph is printed: for each of what, and under which conditions, those around it included."""
    told: list[str] = []
    for one in (*part.within, part):
        group = one.words("for_each")
        if group:
            told.append(word("template_group", group))
        condition = condition_words(one.condition)
        if condition:
            told.append(QCoreApplication.translate("TemplateWords", "when {condition}").format(condition=condition))
    return "; ".join(told)


def finding_words(finding: TemplateFinding) -> str:
    """Return what is wrong at a place, in the language of the screen."""
    return finding_sentence(finding, words())


def _joined(flags: frozenset[str], between: str) -> str:
    return between.join(flag_words(flag) for flag in sorted(flags))
