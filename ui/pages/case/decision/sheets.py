"""One right while it is being decided: the form and the dossier as typed, and as they were recorded and kept."""

from dataclasses import dataclass, field, replace

from ui.pages.case.decision.readings import Form, Reading
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Dossier

SCHEDULED = frozenset({Outcome.GRANTED, Outcome.PARTLY})
"""The outcomes that say what happens to each category."""


@dataclass(slots=True)
class Sheet:
    """The form of one right and its dossier; `recorded` and `kept` are what the store has."""

    form: Form = field(default_factory=Form)
    recorded: Form = field(default_factory=Form)
    reading: Reading | None = None
    dossier: Dossier | None = None
    kept: Dossier | None = None

    @property
    def unrecorded(self) -> bool:
        """Return whether the form says something else than the decision on record."""
        return self.form != self.recorded

    @property
    def whole(self) -> Dossier | None:
        """Return the dossier as it would be kept now, with the form where that is not recorded."""
        if self.dossier is None:
            return None
        return replace(self.dossier, proposed=self.form.proposed() if self.unrecorded else None)

    @property
    def unkept(self) -> bool:
        """Return whether something was typed that is not kept."""
        return self.whole != self.kept

    def chosen(self, law: str) -> str:
        """Return the ground chosen under a law, or an empty string."""
        lines = self.reading.grounds if self.reading is not None else ()
        ids = [line.ground.id for line in lines if line.law == law]
        return next((ground for ground in self.form.grounds if ground in ids), "")
