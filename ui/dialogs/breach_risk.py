"""Assessing the risk of a breach: how likely, how grave, what the house's scale suggests, and what the officer concludes and why."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QWidget

from ui.context import Workspace
from ui.dialogs.command_dialog import CommandDialog
from ui.models.breach_words import RISK_TONES
from ui.style.chips import Chip, Tone
from ui.widgets.growing_text import GrowingText
from ui.wording import word
from workbench.domain.breaches import Level, Risk, RiskAssessment, suggested_risk
from workbench.domain.commands import AssessRisk
from workbench.services.breaches import BreachPage

_ROWS = 5


class AssessRiskDialog(CommandDialog):
    """Gives an `AssessRisk`; the conclusion follows the suggestion until the officer chooses another one."""

    def __init__(self, workspace: Workspace, page: BreachPage, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(workspace, name="assessRisk", now=now, parent=parent)
        self._case_id = page.case_id
        self._follows = True
        self.describe(
            title=self.tr("Assess the risk of {number}").format(number=page.number),
            explains=self.tr(
                "Think of the people concerned, not of the office: what could happen to them, how likely it is, and how grave. The suggestion is the house's own scale; you conclude."
            ),
            send=self.tr("&Record the assessment"),
        )
        levels = [(word("breach_level", level), level.value) for level in Level]
        self._likelihood = _choice(levels, self.tr("Choose"))
        self._severity = _choice(levels, self.tr("Choose"))
        self._suggested = Chip("", Tone.CALM)
        self._suggested.setObjectName("assessRiskSuggested")
        self._risk = _choice([(word("breach_risk", risk), risk.value) for risk in Risk], self.tr("Choose"))
        self._reasons = GrowingText("assessRiskReasons", self.tr("Reasons"), rows=_ROWS)
        self.add_field("likelihood", self.tr("How &likely is harm?"), self._likelihood)
        self.add_field("severity", self.tr("How &grave would it be?"), self._severity)
        self.add_field("suggested", self.tr("Suggested"), self._suggested)
        self.add_field("risk", self.tr("&Conclusion"), self._risk)
        self.add_field(
            "reasons",
            self.tr("Rea&sons"),
            self._reasons,
            hint=self.tr(
                "what supports the conclusion: kind of data, protection, who got it, what was done; an authority may ask"
            ),
        )
        known = page.breach.assessment
        if known is not None:
            self._likelihood.setCurrentIndex(self._likelihood.findData(known.likelihood.value))
            self._severity.setCurrentIndex(self._severity.findData(known.severity.value))
            self._reasons.show_text(known.reasons)
        self._suggest()
        if known is not None:
            self._risk.setCurrentIndex(self._risk.findData(known.risk.value))
            self._follows = known.risk is self._suggestion()
        self._likelihood.currentIndexChanged.connect(self._suggest)
        self._severity.currentIndexChanged.connect(self._suggest)
        self._risk.activated.connect(self._chosen)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return complaints about what is not chosen, and about missing reasons."""
        boxes = (("likelihood", self._likelihood), ("severity", self._severity), ("risk", self._risk))
        found = [(key, self.tr("Choose one.")) for key, box in boxes if box.currentIndex() < 0]
        if not self._reasons.text().strip():
            found.append(("reasons", self.tr("Give the reasons: everything after rests on them.")))
        return tuple(found)

    def command(self) -> AssessRisk:
        """Return the command."""
        assessment = RiskAssessment(
            Level(str(self._likelihood.currentData())),
            Level(str(self._severity.currentData())),
            Risk(str(self._risk.currentData())),
            self._reasons.text().strip(),
        )
        return AssessRisk(case_id=self._case_id, assessment=assessment)

    def _suggestion(self) -> Risk | None:
        likelihood, severity = self._likelihood.currentData(), self._severity.currentData()
        return suggested_risk(Level(likelihood), Level(severity)) if likelihood and severity else None

    def _suggest(self) -> None:
        risk = self._suggestion()
        if risk is None:
            self._suggested.show_state(self.tr("choose both first"), Tone.CALM)
            return
        self._suggested.show_state(word("breach_risk", risk), RISK_TONES[risk])
        if self._follows:
            self._risk.setCurrentIndex(self._risk.findData(risk.value))

    def _chosen(self) -> None:
        self._follows = self._risk.currentData() == self._suggestion()


def _choice(choices: Sequence[tuple[str, str]], hint: str) -> QComboBox:
    """Return a choice in which nothing is chosen yet: an assessment that nobody made must not look made."""
    box = QComboBox()
    for text, key in choices:
        box.addItem(text, key)
    box.setPlaceholderText(hint)
    box.setCurrentIndex(-1)
    return box
