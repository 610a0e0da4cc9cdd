"""What speaks for a refusal, each factor with its sentence and its proof, and what speaks against it, each with its answer."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.pages.case.decision.evidence_chips import EvidenceChips, evidence_choices
from ui.pages.case.decision.section import Around, Section
from ui.safe import Label, set_role
from ui.style.spacing import GAP
from ui.widgets.growing_text import GrowingText
from workbench.domain.dossier import AnsweredFactor, Dossier, EvidenceRef, TickedFactor
from workbench.domain.factors import Factor, Side, counter_factors
from workbench.domain.readiness import CheckCode
from workbench.domain.refusal_grounds import Clause
from workbench.domain.rulebooks import pick
from workbench.services.lines import CasePage
from workbench.services.refusal_data import load_factors

_WITH_FACTORS = (Clause.FRIVOLOUS, Clause.PRIVACY, Clause.IMPRACTICAL)


class FactorRow(QWidget):
    """One factor: a tick, and while it is set the sentence and the proof."""

    edited = Signal()

    def __init__(self, workspace: Workspace, factor: Factor, standing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factor = factor
        words = pick(factor.texts, workspace.language)
        self.tick = QCheckBox()
        self.tick.setObjectName(f"factor_{factor.id}")
        self.tick.setAccessibleName(words)
        self.tick.setAccessibleDescription(standing)
        self._words = _ClickLabel(words, self.tick)
        self.sentence = GrowingText(f"sentence_{factor.id}", self.tr("What happened: {factor}").format(factor=words))
        self.sentence.setPlaceholderText(self.tr("What happened, in one or two sentences"))
        self.proof = EvidenceChips(workspace, f"proof_{factor.id}", words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(GAP - 2)
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        column.addLayout(head)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(28, 0, 0, 4)
        more.setSpacing(GAP - 2)
        more.addWidget(Label(f"{standing} {factor.source.cite}", role="small", wrap=True))
        more.addWidget(self.sentence)
        more.addWidget(self.proof)
        column.addWidget(self._more)
        self._more.hide()
        self.tick.toggled.connect(self._toggled)
        self.sentence.textChanged.connect(self.edited)
        self.proof.edited.connect(self.edited)

    def show_factor(self, ticked: TickedFactor | None, page: CasePage, choices: Iterable[EvidenceRef]) -> None:
        """Show what is said of it; a sentence that was written before a tick was taken away stays until it is set again."""
        blockers = [QSignalBlocker(widget) for widget in (self.tick, self.sentence)]
        self.tick.setChecked(ticked is not None)
        if ticked is not None:
            self.sentence.show_text(ticked.sentence)
        self.proof.show_refs(ticked.evidence if ticked is not None else self.proof.refs(), page, tuple(choices))
        for blocker in blockers:
            blocker.unblock()
        self._look()

    def ticked(self) -> TickedFactor | None:
        """Return what is said of it, None while it is not ticked."""
        if not self.tick.isChecked():
            return None
        return TickedFactor(self.factor.id, self.sentence.text(), self.proof.refs())

    def _toggled(self, ticked: bool) -> None:  # noqa: FBT001  the signal's own argument
        self._look()
        if ticked:
            self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _look(self) -> None:
        ticked = self.tick.isChecked()
        self._more.setVisible(ticked)
        self._words.set_role("strong" if ticked else "")


class FactorsSection(Section):
    """The factors for the chosen grounds: those of the law first, those of guidance elsewhere on demand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("Why, on the evidence"),
            name="factorsCard",
            checks=(CheckCode.FACTORS_EVIDENCED, CheckCode.MORE_THAN_TONE),
        )
        self._rows: dict[str, FactorRow] = {}
        self._standing: dict[str, bool] = {}
        self._of: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.remark(
            self.tr("The burden of proof is on Onee. Each ticked factor needs a sentence and at least one piece of evidence.")
        )
        self._own = QVBoxLayout()
        self._elsewhere = QWidget()
        self._others = QVBoxLayout(self._elsewhere)
        self._others.setContentsMargins(0, 0, 0, 0)
        self._more = QPushButton()
        self._more.setObjectName("factorsElsewhere")
        self._more.setAccessibleName(self.tr("Guidance from elsewhere"))
        self._more.setCheckable(True)
        self._more.setAutoDefault(False)
        set_role(self._more, "small")
        self._more.toggled.connect(lambda _shown: self._look())
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        self.body.addLayout(self._own)
        self.body.addLayout(row)
        self.body.addWidget(self._elsewhere)

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether a chosen ground is built of factors."""
        del dossier
        return around.rests_on(*_WITH_FACTORS)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show the factors of the chosen grounds, and what is ticked."""
        offered: dict[str, Factor] = {}
        standing: dict[str, bool] = {}
        for line in around.chosen:
            for one in line.factors:
                if one.factor.side is Side.FOR:
                    offered.setdefault(one.factor.id, one.factor)
                    standing[one.factor.id] = standing.get(one.factor.id, False) or one.law_says_so
        ticked = {one.factor_id: one for one in dossier.ticked}
        unfit = {one.id: one for one in load_factors() if one.id in ticked and one.id not in offered}
        if (tuple(unfit), tuple(offered)) != self._of or standing != self._standing:
            self._build(unfit, offered, standing)
        choices = evidence_choices(around.page, dossier)
        for key, row in self._rows.items():
            row.show_factor(ticked.get(key), around.page, choices)
        self._look()

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what is ticked."""
        return replace(dossier, ticked=tuple(one for row in self._rows.values() if (one := row.ticked()) is not None))

    def first(self) -> QWidget:
        """Return the first tick."""
        return next(iter(self._rows.values())).tick if self._rows else self

    def _build(self, unfit: dict[str, Factor], offered: dict[str, Factor], standing: dict[str, bool]) -> None:
        for row in self._rows.values():
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._of, self._standing, self._rows = (tuple(unfit), tuple(offered)), standing, {}
        for key, factor in unfit.items():
            self._add(key, factor, self.tr("This factor belongs to no chosen ground: take the tick away."), self._own)
        for key, factor in sorted(offered.items(), key=lambda one: not standing[one[0]]):
            says = self.words.word("factor_standing", "law_says_so" if standing[key] else "guidance_elsewhere")
            self._add(key, factor, says, self._own if standing[key] else self._others)

    def _add(self, key: str, factor: Factor, standing: str, column: QVBoxLayout) -> None:
        row = FactorRow(self.workspace, factor, standing)
        row.edited.connect(self.tell)
        column.addWidget(row)
        self._rows[key] = row

    def _look(self) -> None:
        others = [row for key, row in self._rows.items() if not self._standing.get(key, True)]
        for row in others:
            row.setVisible(self._more.isChecked() or row.tick.isChecked())
        ticked = any(row.tick.isChecked() for row in others)
        self._more.setVisible(bool(others))
        more = sum(1 for row in others if not row.tick.isChecked())
        self._more.setText(self.tr("Guidance from elsewhere: %n more", "", more))
        self._more.setAccessibleName(self._more.text())
        self._elsewhere.setVisible(self._more.isChecked() or ticked)


class CounterSection(Section):
    """What speaks against the refusal; each must be answered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            self.tr("What speaks against it"),
            name="counterCard",
            checks=(CheckCode.COUNTER_FACTORS_ANSWERED,),
        )
        self.remark(self.tr("Answer each in your own words; \u201cdoes not apply, because \u2026\u201d is an answer."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self.body.addLayout(self._rows)
        self._answers: dict[str, GrowingText] = {}
        self._frames: list[QWidget] = []

    def wanted(self, around: Around, dossier: Dossier) -> bool:
        """Return whether a chosen ground has factors against it."""
        del dossier
        return around.rests_on(*_WITH_FACTORS)

    def show_part(self, around: Around, dossier: Dossier) -> None:
        """Show what must be answered for the factors that are ticked now."""
        asked = {one.id: one for one in _asked(around, dossier)}
        said = {one.factor_id: one.answer for one in dossier.answered}
        if tuple(asked) != tuple(self._answers):
            said.update({key: text.text() for key, text in self._answers.items() if text.text().strip()})
            self._build(asked, around)
        for key, text in self._answers.items():
            blocker = QSignalBlocker(text)
            text.show_text(said.get(key, ""))
            blocker.unblock()

    def taken(self, dossier: Dossier) -> Dossier:
        """Return the dossier with the answers; those to factors that are not asked now stay."""
        kept = tuple(one for one in dossier.answered if one.factor_id not in self._answers)
        said = tuple(AnsweredFactor(key, text.text()) for key, text in self._answers.items() if text.text().strip())
        return replace(dossier, answered=(*kept, *said))

    def first(self) -> QWidget:
        """Return the first answer that is still empty."""
        open_ones = [text for text in self._answers.values() if not text.text().strip()]
        return open_ones[0] if open_ones else super().first()

    def _build(self, asked: dict[str, Factor], around: Around) -> None:
        for frame in self._frames:
            frame.hide()
            frame.setParent(None)
            frame.deleteLater()
        self._answers, self._frames = {}, []
        laws = {line.offer.law for line in around.chosen}
        for key, factor in asked.items():
            words = pick(factor.texts, self.workspace.language)
            frame = QWidget()
            column = QVBoxLayout(frame)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
            text = GrowingText(f"answer_{key}", words, rows=1)
            text.textChanged.connect(self.tell)
            column.addWidget(Label(words, wrap=True))
            stands = "own" if factor.own else "law_says_so" if laws & set(factor.laws) else "guidance_elsewhere"
            cite = "" if factor.own else f" {factor.source.cite}"
            column.addWidget(Label(self.words.word("factor_standing", stands) + cite, role="small", wrap=True))
            column.addWidget(text)
            self._rows.addWidget(frame)
            self._frames.append(frame)
            self._answers[key] = text


class _ClickLabel(Label):
    """The words of a tick, which may take several lines: a click on them is a click on the tick."""

    def __init__(self, text: str, tick: QCheckBox) -> None:
        super().__init__(text, wrap=True)
        self._tick = tick

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, or take the tick away."""
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._tick.click()
        super().mouseReleaseEvent(event)


def _asked(around: Around, dossier: Dossier) -> Iterable[Factor]:
    factors = load_factors()
    ids = {one.factor_id for one in dossier.ticked}
    ticked = [one for one in factors if one.id in ids]
    for line in around.chosen:
        if line.offer.clause in _WITH_FACTORS:
            fitting = {one.factor.id for one in line.factors if one.factor.side is Side.FOR}
            of_clause = [one for one in ticked if one.id in fitting]
            yield from counter_factors(factors, line.offer.law, line.offer.clause, of_clause)
