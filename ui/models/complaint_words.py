"""What the screen says of a complaint: who cannot decide it and why, and how its outcome looks."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from ui.style.chips import Tone
from ui.wording import word
from workbench.domain.complaints import ComplaintOutcome
from workbench.services.complaints import BarredLine, ComplaintPage

OUTCOME_TONES: Mapping[ComplaintOutcome, Tone] = MappingProxyType(
    {
        ComplaintOutcome.UPHELD: Tone.DONE,
        ComplaintOutcome.PARTLY: Tone.SOON,
        ComplaintOutcome.NOT_UPHELD: Tone.WRONG,
        ComplaintOutcome.WITHDRAWN: Tone.CALM,
    }
)


def independence_lines(page: ComplaintPage) -> tuple[str, ...]:
    """Return a sentence for each officer who cannot decide, and one that says who can where it is not the officer at the desk."""
    lines = [_barred(one) for one in page.barred]
    if not lines:
        return ()
    free = [one.name for one in page.officers if one.id not in {barred.officer_id for barred in page.barred}]
    if free:
        told = QCoreApplication.translate("Complaint", "This complaint can be decided by: {names}.")
        lines.append(told.format(names=", ".join(free)))
    else:
        lines.append(
            QCoreApplication.translate(
                "Complaint",
                "No officer of this office can decide this complaint: somebody outside it must, and their decision is kept with the case.",
            )
        )
    return tuple(lines)


def _barred(one: BarredLine) -> str:
    reasons = "; ".join(word("why_barred", why) for why in one.why)
    if one.here:
        return QCoreApplication.translate("Complaint", "{name} (you) {reasons}.").format(name=one.name, reasons=reasons)
    return QCoreApplication.translate("Complaint", "{name} {reasons}.").format(name=one.name, reasons=reasons)
