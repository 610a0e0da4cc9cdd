"""What a decision needs, in lines: to be recorded, to stand, and what its letter must say."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.context import Workspace
from ui.pages.case.decision.sheets import SCHEDULED, Sheet
from ui.pages.case.decision.side import DecisionSide
from ui.widgets.checklist import Check, CheckLine
from workbench.domain.decisions import REFUSING
from workbench.domain.readiness import CheckCode
from workbench.domain.rights import Right
from workbench.services.lines import CasePage, LetterPreview, RequiredContent

_SAID_BY_FORM = frozenset({CheckCode.GROUND_EXISTS, CheckCode.REASON_FOR_READER})
"""Checks that the lines of the form say already while it is not recorded."""


class Needs(QObject):
    """Words the lines for the form of one right.

    Args:
        workspace: the words.
        side: it words the readiness checks.
    """

    def __init__(self, workspace: Workspace, side: DecisionSide) -> None:
        super().__init__(side)
        self._words = workspace.words
        self._side = side

    def to_record(self, page: CasePage, right: Right, sheet: Sheet) -> list[CheckLine]:
        """Return what the decision itself needs before it can be recorded."""
        form = sheet.form
        if form.outcome is None:
            return [CheckLine(self.tr("Outcome"), Check.MISSING)]
        lines: list[CheckLine] = []
        if form.outcome in REFUSING:
            laws = sheet.reading.laws if sheet.reading is not None else ()
            lines.extend(self._ground(sheet, law) for law in laws)
            written = bool(form.reason.strip())
            lines.append(CheckLine(self.tr("Reason in your own words"), Check.THERE if written else Check.MISSING))
        erases = right is Right.ERASURE and form.outcome in SCHEDULED
        if erases and Right.ACCESS in page.case.request.rights:
            first = page.case.decision(Right.ACCESS) is not None
            small = "" if first else self.tr("The same request asks for access: decide on that first.")
            lines.append(CheckLine(self.tr("Access decided before erasure"), Check.THERE if first else Check.MISSING, small))
        if form.outcome in SCHEDULED:
            known = Check.THERE if form.schedule else Check.LATER
            small = "" if form.schedule else self.tr("Without it the letter has no table.")
            lines.append(CheckLine(self.tr("Schedule of the categories"), known, small))
        return lines or [CheckLine(self.tr("Nothing else is needed"), Check.THERE)]

    def everything(
        self, page: CasePage, right: Right, sheet: Sheet, needed: Sequence[CheckLine], letter: LetterPreview | None
    ) -> list[CheckLine]:
        """Return the whole list: what the record needs, then every check of the decision, else what its letter needs.

        Args:
            page: the case.
            right: the right that is decided.
            sheet: its form and its dossier.
            needed: what `to_record` returned.
            letter: the letter that would tell the decision; None while there is none or it is not drawn yet.
        """
        checks = sheet.reading.checks if sheet.reading is not None else ()
        refuses = sheet.form.outcome in REFUSING
        erases = right is Right.ERASURE and sheet.form.outcome in SCHEDULED
        of_letter = self._of_letter(page, right, sheet, letter)
        if not checks or not (refuses or erases):
            return [*needed, *of_letter]
        if not sheet.unrecorded and page.case.decision(right) is not None:
            lacks = [line for line in of_letter if line.check is Check.MISSING]
            return [*(self._side.check_line(check, supposed=False) for check in checks), *lacks]
        left = [check for check in checks if check.code not in _SAID_BY_FORM]
        return [*needed, *(self._side.check_line(check, supposed=True) for check in left)]

    def _of_letter(self, page: CasePage, right: Right, sheet: Sheet, letter: LetterPreview | None) -> list[CheckLine]:
        """Return what the letter needs: known once the decision is recorded, and before that for a refusal in general."""
        if letter is not None:
            return [self._content(one) for one in letter.required]
        if sheet.form.outcome in REFUSING and page.case.decision(right) is None:
            small = self.tr("Checked in the letter when the decision is recorded.")
            return [CheckLine(self.tr("Remedies named in the letter"), Check.LATER, small)]
        return []

    def _ground(self, sheet: Sheet, law: str) -> CheckLine:
        name = self._words.word("law", law)
        usable = any(line.usable and line.law == law for line in (sheet.reading.grounds if sheet.reading is not None else ()))
        text = self.tr("Ground under {law}").format(law=name)
        small = "" if usable else self.tr("This law allows no refusal here. Look at what it allows instead.")
        return CheckLine(text, Check.THERE if sheet.chosen(law) else Check.MISSING, small)

    def _content(self, content: RequiredContent) -> CheckLine:
        text = self._words.word("required", content.code)
        return CheckLine(text, Check.THERE if content.present else Check.MISSING, content.source)
