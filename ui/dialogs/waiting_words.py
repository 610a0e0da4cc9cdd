"""What asking the person does to each clock of a case, in one sentence per law, read from the rulebooks."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.models.clock_figures import law_of, short_cite
from ui.models.why_words import confidence_word
from workbench.domain.cases import Case, EventKind
from workbench.domain.rulebooks import PauseEffect, PauseRule, Rulebook
from workbench.services.lines import PauseEffectLine
from workbench.services.wording import Words


def waiting_words(case: Case, asked: EventKind, rulebooks: Mapping[str, Rulebook], words: Words) -> tuple[str, ...]:
    """Return a sentence for each law of the case on what waiting for the person's answer does to its clock."""
    told: list[str] = []
    for one in case.laws:
        book = rulebooks.get(one.law)
        if book is None:
            continue
        rule = _rule(book, asked, case)
        effect = rule.effect if rule is not None else PauseEffect.NONE
        law = law_of(one.law, one.place, words)
        cite = short_cite(rule.source.cite) if rule is not None else ""
        sentence = _sentence(effect).format(law=law)
        told.append(f"{sentence} ({cite})" if cite else sentence)
    return tuple(told)


def effect_words(line: PauseEffectLine, words: Words) -> str:
    """Return a sentence on what waiting does to the clocks of one law, with its article and how sure we are of it."""
    sentence = _sentence(line.effect or PauseEffect.NONE).format(law=law_of(line.law, line.place, words))
    basis: list[str] = []
    if line.source is not None:
        basis = [short_cite(line.source.cite), confidence_word(line.source.confidence)]
    if line.guidance:
        basis.insert(1, QCoreApplication.translate("Waiting", "by guidance, not by statute"))
    return f"{sentence} ({', '.join(basis)})" if basis else sentence


def _rule(book: Rulebook, asked: EventKind, case: Case) -> PauseRule | None:
    fitting = [
        rule
        for rule in book.pauses
        if rule.opens == asked.value and (not rule.rights or any(right in rule.rights for right in case.request.rights))
    ]
    day = case.request.received_at.date()
    fitting = [rule for rule in fitting if rule.effective_from is None or rule.effective_from <= day]
    return fitting[-1] if fitting else None


def _sentence(effect: PauseEffect) -> str:
    sentences = {
        PauseEffect.NONE: QCoreApplication.translate("Waiting", "{law}: the clock keeps running while you wait."),
        PauseEffect.SUSPEND_EXCLUSIVE: QCoreApplication.translate(
            "Waiting", "{law}: the clock pauses until the answer arrives; the safe date does not count on the pause."
        ),
        PauseEffect.SUSPEND_INCLUSIVE: QCoreApplication.translate(
            "Waiting", "{law}: the days from the question to the answer do not count, both included."
        ),
        PauseEffect.RESTART: QCoreApplication.translate(
            "Waiting", "{law}: the whole period starts again when the answer arrives."
        ),
        PauseEffect.RESTART_AFTER_N: QCoreApplication.translate(
            "Waiting", "{law}: the period starts again a fixed time after the question."
        ),
        PauseEffect.LAPSE: QCoreApplication.translate(
            "Waiting", "{law}: the request lapses if the answer does not arrive in time."
        ),
    }
    return sentences[effect]
