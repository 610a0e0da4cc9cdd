"""A dossier in words, to be read and not edited: every part that says something, under its heading."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.models.remark import Remark
from workbench.domain.dossier import Dossier, EvidenceRef, EvidenceRefKind
from workbench.domain.factors import Factor
from workbench.domain.rulebooks import pick
from workbench.services.wording import Words

_HOUR = 60


def dossier_remarks(
    dossier: Dossier, words: Words, *, factors: Iterable[Factor], files: Mapping[int, str]
) -> tuple[Remark, ...]:
    """Return the parts of a dossier in the order of the screen.

    Args:
        dossier: what the officer has put together.
        words: of the language of the screen.
        factors: all that are known, for their words.
        files: the names of the case's files by id.
    """
    names = {factor.id: pick(factor.texts, words.language) for factor in factors}
    found: list[Remark] = []
    for ticked in dossier.ticked:
        proofs = "; ".join(evidence_word(ref, words, files) for ref in ticked.evidence)
        found.append(Remark(names.get(ticked.factor_id, ticked.factor_id), ticked.sentence, proofs))
    for earlier in dossier.earlier:
        became = "; ".join(
            f"{words.word('right', one.right.value)}: {words.word('outcome', one.outcome.value) if one.outcome else '-'}"
            for one in earlier.outcomes
        )
        about = QCoreApplication.translate("Dossier", "Earlier request {number}, {day}").format(
            number=earlier.case_number, day=formats.day(earlier.received_on)
        )
        found.append(Remark(about, became, earlier.changed))
    if dossier.effort is not None:
        effort = dossier.effort
        lines = "; ".join(
            f"{words.word('system', one.system) if words.has('system', one.system) else one.system}: {formats.number(one.items)}"
            for one in effort.lines
        )
        hours = QCoreApplication.translate("Dossier", "{needed} h of {there} h").format(
            needed=formats.number(round(effort.minutes / _HOUR)), there=formats.number(effort.minutes_at_hand // _HOUR)
        )
        found.append(Remark(QCoreApplication.translate("Dossier", "Effort"), f"{hours}. {effort.basis}", lines))
    for answered in dossier.answered:
        about = QCoreApplication.translate("Dossier", "Against: {factor}").format(
            factor=names.get(answered.factor_id, answered.factor_id)
        )
        found.append(Remark(about, answered.answer))
    for tried in dossier.tried:
        day = (
            formats.day(tried.tried_on)
            if tried.tried_on is not None
            else QCoreApplication.translate("Dossier", "weighed and not taken")
        )
        found.append(Remark(f"{words.word('lawful_way', tried.way.value)}, {day}", tried.result))
    for item in dossier.withheld:
        consent = words.word("consent_asked", item.consent.value)
        about = QCoreApplication.translate("Dossier", "Withheld: {item} ({whose})").format(item=item.item, whose=item.whose)
        found.append(Remark(about, item.balancing, f"{consent}. {item.consent_note} {item.given_instead}".strip()))
    found.extend(_sheets(dossier))
    for kept in dossier.kept:
        category = words.word("category", kept.category) if words.has("category", kept.category) else kept.category
        until = formats.day(kept.until_on) if kept.until_on is not None else kept.until
        about = QCoreApplication.translate("Dossier", "Stays: {category}").format(category=category)
        found.append(Remark(about, f"{words.word('keep_reason', kept.reason.value)}: {kept.by}", until))
    found.extend(_details(dossier))
    if dossier.balancing.strip():
        found.append(Remark(QCoreApplication.translate("Dossier", "Weighing"), dossier.balancing))
    if dossier.internal.strip():
        found.append(Remark(QCoreApplication.translate("Dossier", "Internal reasoning"), dossier.internal))
    return tuple(found)


def evidence_word(ref: EvidenceRef, words: Words, files: Mapping[int, str]) -> str:
    """Return a piece of evidence in words: a file by its name and line, a case or a letter by its number."""
    if ref.kind is not EvidenceRefKind.FILE:
        return f"{words.word('evidence_ref', ref.kind.value)} {ref.number}"
    name = files.get(ref.evidence_id or 0, QCoreApplication.translate("Dossier", "a file that is no longer here"))
    return (
        name
        if ref.line is None
        else QCoreApplication.translate("Dossier", "{name}, line {line}").format(name=name, line=ref.line)
    )


def _sheets(dossier: Dossier) -> list[Remark]:
    found: list[Remark] = []
    sheet = dossier.proportionality
    if sheet is not None:
        parts = (sheet.gain, sheet.burden, sheet.lessened, sheet.own_part)
        found.append(
            Remark(
                QCoreApplication.translate("Dossier", "Proportion"),
                sheet.conclusion,
                "; ".join(part for part in parts if part.strip()),
            )
        )
    if dossier.scope is not None:
        found.append(
            Remark(QCoreApplication.translate("Dossier", "Provision and scope"), dossier.scope.scope, dossier.scope.provision)
        )
    return found


def _details(dossier: Dossier) -> list[Remark]:
    details = dossier.details
    found = [Remark(one.item, f"{one.was} \u2192 {one.became}") for one in details.rectified]
    found.extend(
        Remark(QCoreApplication.translate("Dossier", "Switched off"), f"{one.what}: {one.where}")
        for one in details.switched_off
    )
    if details.automated is not None:
        one = details.automated
        found.append(
            Remark(
                QCoreApplication.translate("Dossier", "Decided by a machine"),
                one.logic,
                f"{one.significance} {one.consequences}".strip(),
            )
        )
    if details.ported is not None:
        found.append(
            Remark(
                QCoreApplication.translate("Dossier", "Handed over"),
                details.ported.data,
                f"{details.ported.format}, {details.ported.sent_to}",
            )
        )
    if details.told:
        found.append(Remark(QCoreApplication.translate("Dossier", "Told"), ", ".join(details.told)))
    return found
