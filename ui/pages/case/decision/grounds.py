"""The grounds for saying no, law by law: usable, or greyed with the reason and the lawful ways beside it."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.context import Workspace
from ui.safe import Label, plain, set_role
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.ground_cards import GroundCards, GroundCardText
from ui.widgets.rows import empty
from workbench.domain.letters import LetterKind
from workbench.domain.refusal_grounds import LawfulWay, Way
from workbench.domain.rights import Right
from workbench.domain.rulebooks import pick
from workbench.services.dossiers import ClauseLine, DossierPage
from workbench.services.laws import rulebook
from workbench.services.lines import GroundLine

LETTER_OF: Mapping[Way, LetterKind] = MappingProxyType(
    {Way.FEE: LetterKind.FEE_NOTICE, Way.ASK: LetterKind.CLARIFICATION, Way.NARROW: LetterKind.CLARIFICATION}
)
"""The lawful ways that begin with a letter to the person, and which."""

_QUOTED_IN = "en"
"""The language in which the rulebooks say what a ground asks for."""


class GroundsCard(Card):
    """The cards of every law under which a refusal needs a ground, and the letters by which the lawful ways begin."""

    edited = Signal()
    letter_wanted = Signal(LetterKind)
    """The officer would rather write this letter than refuse."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(self.tr("Ground for refusal"), name="groundCard", remark=" ")
        self._language = workspace.language
        self._words = workspace.words
        self._cards: dict[str, GroundCards] = {}
        self._shown: tuple[Right, tuple[GroundLine, ...]] | None = None
        self._notes = QVBoxLayout()
        self.body.addLayout(self._notes)
        self._letters = QWidget()
        self._letters.setObjectName("insteadLetters")
        self._letters.setAccessibleName(self.tr("Write instead of refusing"))
        self._flow = FlowLayout(self._letters)
        self.body.addWidget(self._letters)

    @property
    def built(self) -> bool:
        """Return whether cards are shown."""
        return bool(self._cards)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen grounds, at most one of each law."""
        return tuple(cards.ground() for cards in self._cards.values() if cards.ground())

    def clear(self) -> None:
        """Show no cards."""
        for cards in self._cards.values():
            self.body.removeWidget(cards)
            cards.hide()
            cards.deleteLater()
        self._cards, self._shown = {}, None
        empty(self._notes)
        self._letters.hide()

    def show_grounds(
        self, right: Right, grounds: tuple[GroundLine, ...], laws: tuple[str, ...], known: DossierPage, chosen: tuple[str, ...]
    ) -> None:
        """Show the grounds of some laws with these chosen; showing the same again disturbs nothing."""
        if self._shown == (right, grounds) and self.chosen() == chosen:
            return
        self.clear()
        self._shown = (right, grounds)
        self.set_remark(self.tr("applies to: {right}").format(right=self._words.word("right", right.value)))
        for line in known.laws:
            if line.law not in laws:
                continue
            cards = GroundCards(line.law, self._words.word("law", line.law))
            ways = {clause.offer.clause.value: clause.offer.ways for clause in line.clauses}
            texts = [self._text(one, ways.get(one.ground.policy, ())) for one in grounds if one.law == line.law]
            texts.extend(self._unknown(clause) for clause in line.clauses if not clause.offer.grounds)
            cards.show_grounds(texts, chosen=next((one.ground for one in texts if one.ground in chosen), ""))
            cards.chosen.connect(lambda _ground: self.edited.emit())
            self.body.insertWidget(self.body.indexOf(self._notes), cards)
            self._cards[line.law] = cards
        self._note()
        self._offer_letters(known, laws)

    def go(self) -> None:
        """Go to the first card that can be chosen."""
        for cards in self._cards.values():
            for card in cards.cards():
                if card.text_shown.usable and not cards.ground():
                    card.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _note(self) -> None:
        """Say what holds for all the cards: which law names no way to a court, and that the law is quoted in English."""
        notes = [
            (f"courtUnnamed_{law}", f"{self._words.word('law', law)}: {self._words.word('content_remark', 'court_unnamed')}")
            for law in self._cards
            if rulebook(law).court_unnamed
        ]
        if self._cards and self._language != _QUOTED_IN:
            quoted = self.tr("Tests, burdens, demands on the letter, articles and sources are quoted in English.")
            notes.append(("quotedInEnglish", quoted))
        for name, text in notes:
            label = Label(text, role="small", wrap=True)
            label.setObjectName(name)
            self._notes.addWidget(label)

    def _offer_letters(self, known: DossierPage, laws: tuple[str, ...]) -> None:
        """Offer each letter by which a way begins that one of these laws knows."""
        empty(self._flow)
        ways = [way for line in known.laws if line.law in laws for clause in line.clauses for way in clause.offer.ways]
        kinds = dict.fromkeys(LETTER_OF[way.way] for way in ways if way.way in LETTER_OF)
        for kind in kinds:
            button = QPushButton(plain(self.tr("Write: {letter}").format(letter=self._words.word("letter", kind.value))))
            button.setObjectName(f"instead_{kind.value}")
            button.setAccessibleName(button.text())
            named = (
                f"{self._words.word('lawful_way', way.way.value)}: {way.source.cite}"
                for way in ways
                if LETTER_OF.get(way.way) is kind
            )
            button.setAccessibleDescription("; ".join(dict.fromkeys(named)))
            button.setAutoDefault(False)
            set_role(button, "chip")
            button.clicked.connect(partial(self._wanted, kind))
            self._flow.addWidget(button)
        self._letters.setVisible(bool(kinds))
        self._letters.updateGeometry()

    def _wanted(self, kind: LetterKind, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's clicked carries it
        self.letter_wanted.emit(kind)

    def _text(self, line: GroundLine, ways: tuple[LawfulWay, ...]) -> GroundCardText:
        ground = line.ground
        details: list[tuple[str, str]] = []
        if line.usable:
            details.append((self.tr("The test"), ground.test))
            details.append((self.tr("Who must prove it"), ground.burden))
            details.append((self.tr("For the letter"), ground.letter))
            details.append((self.tr("The letter says"), pick(ground.letter_texts, self._language)))
        else:
            details.append((self.tr("The law, and what it allows instead"), ground.test))
            details.append((self.tr("For the letter"), ground.letter))
            details.extend(self._ways(ways))
        details.append((self.tr("Source"), ground.source.cite))
        details.append((self.tr("How sure we are"), self._words.word("confidence", ground.source.confidence.value)))
        details.append((self.tr("Term of the Data Privacy Vocabulary"), ground.dpv))
        return GroundCardText(
            ground=ground.id,
            title=pick(ground.titles, self._language),
            article=ground.article,
            usable=line.usable,
            why_not=self._words.word("why_not", line.why_not) if line.why_not else "",
            details=tuple((label, text) for label, text in details if text.strip("- ")),
            instead="" if line.usable else self._instead(ways),
        )

    def _unknown(self, clause: ClauseLine) -> GroundCardText:
        """Return the card of a clause of the policy that a law says nothing about."""
        offer = clause.offer
        why_not = self._words.word("why_not", offer.why_not.value) if offer.why_not is not None else ""
        return GroundCardText(
            ground=f"{offer.law}.{offer.clause.value}",
            title=self._words.word("ground_policy", offer.clause.value),
            article="",
            usable=False,
            why_not=why_not,
            details=tuple(self._ways(offer.ways)),
            instead=self._instead(offer.ways),
        )

    def _instead(self, ways: tuple[LawfulWay, ...]) -> str:
        named = "; ".join(self._words.word("lawful_way", way.way.value) for way in ways)
        return self.tr("Instead: {ways}").format(ways=named) if named else ""

    def _ways(self, ways: tuple[LawfulWay, ...]) -> list[tuple[str, str]]:
        return [
            (
                self._words.word("lawful_way", way.way.value),
                " ".join(part for part in (pick(way.notes, self._language), way.source.cite) if part),
            )
            for way in ways
        ]
