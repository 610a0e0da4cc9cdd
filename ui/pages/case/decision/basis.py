"""What a right follows from: under each law, for which purposes the lawful basis gives it, and where it does not, why."""

from ui.context import Workspace
from ui.models.remark import Remark
from ui.widgets.card import Card
from ui.widgets.remarks import Remarks
from workbench.domain.bases import Following, Follows
from workbench.services.dossiers import DossierPage, LawLine


class BasisCard(Card):
    """The purposes of the office and the right that is decided."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(self._title_words(), name="basisCard")
        self._words = workspace.words
        self._remarks = Remarks("basisRemarks", self._title_words())
        self.body.addWidget(self._remarks)

    def show_known(self, known: DossierPage | None) -> None:
        """Show what is known of a right; hidden where no purpose is known."""
        remarks = [remark for line in known.laws for remark in self._of(line)] if known is not None else []
        self._remarks.show_remarks(remarks)
        self.setVisible(bool(remarks))

    def remarks(self) -> tuple[Remark, ...]:
        """Return what is shown."""
        return self._remarks.remarks()

    def _title_words(self) -> str:
        return self.tr("What the right follows from")

    def _of(self, line: LawLine) -> list[Remark]:
        law = self._words.word("law", line.law)
        found: list[Remark] = []
        for follows in Follows:
            groups: dict[str, list[Following]] = {}
            for one in line.follows:
                if one.follows is follows:
                    groups.setdefault(one.why.value, []).append(one)
            for why, members in groups.items():
                about = f"{law}: {self._words.word('follows', follows.value)}"
                purposes = "; ".join(self._purpose(one, line.law) for one in members)
                cites = dict.fromkeys(source.cite for one in members for source in one.sources)
                below = self._words.word("why_follows", why)
                found.append(Remark(about, purposes, f"{below} {'; '.join(cites)}" if follows is Follows.NO else below))
        return found

    def _purpose(self, one: Following, law: str) -> str:
        name = self._words.word("purpose", one.purpose.id)
        basis = one.purpose.basis_under(law)
        return f"{name} ({self._words.word('basis', basis.basis.value)})" if basis is not None else name
