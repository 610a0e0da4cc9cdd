"""The page of one case: its heading, a row of tabs, and a panel for each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.clock_figures import law_of
from ui.models.why_facts import unsigned_laws
from ui.navigation import Place
from ui.pages.case.acts import CaseActs
from ui.pages.case.evidence_panel import EvidencePanel
from ui.pages.case.history_panel import HistoryPanel
from ui.pages.case.overview_panel import OverviewPanel
from ui.style.chips import Tone
from ui.widgets.page import Page, PageTabs
from ui.wording import word
from workbench.domain.cases import EventKind
from workbench.domain.changes import Changes
from workbench.domain.phases import Act, Phase, granted_on_data, left_to_carry_out
from workbench.services import cases
from workbench.services.lines import CasePage

TABS = ("overview", "evidence", "decision", "letters", "history")
"""The tabs of a case, as places name them."""

_PHASE_TONES = {
    Phase.IDENTITY_ASKED: Tone.PAUSED,
    Phase.CLARIFICATION_ASKED: Tone.PAUSED,
    Phase.ANSWERED: Tone.DONE,
    Phase.CLOSED: Tone.DONE,
}


class CaseFilePage(Page):
    """Shows one case, and carries out what its menu and its buttons ask for while it is on the screen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("casePage")
        self.setAccessibleName(self.tr("Case"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._case_id: int | None = None
        self._page: CasePage | None = None
        self._acts = CaseActs(workspace, self)
        self._tabs = PageTabs(
            (
                ("overview", self.tr("Overview")),
                ("evidence", self.tr("Evidence")),
                ("decision", self.tr("Decision")),
                ("letters", self.tr("Letters")),
                ("history", self.tr("History")),
            ),
            name="caseTabs",
        )
        self._stack = QStackedWidget()
        self._overview = OverviewPanel(workspace)
        self._evidence = EvidencePanel(workspace)
        self._history = HistoryPanel(workspace)
        self._panels: dict[str, QWidget] = {
            "overview": self._overview,
            "evidence": self._evidence,
            "history": self._history,
        }
        self._late_panels: dict[str, Callable[[CasePage], None]] = {}
        self._keep_decision: Callable[[], None] | None = None
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._tab_chosen)
        self._acts.tab_wanted.connect(self._tabs.show_tab)
        self._overview.tab_wanted.connect(self._tabs.show_tab)
        self._overview.act_wanted.connect(self._acts.perform)
        self._overview.extend_wanted.connect(self._acts.extend)
        self._evidence.act_wanted.connect(self._acts.perform)
        self._evidence.files_dropped.connect(self._acts.take_files)
        workspace.actions.act_triggered.connect(self._act_triggered)
        workspace.actions["bundle"].triggered.connect(self._bundle_triggered)
        workspace.jobs.changed.connect(self._changed)

    def show_place(self, place: Place) -> None:
        """Show a case, and one of its tabs."""
        if place.case_id is None:
            return
        if place.case_id != self._case_id:
            self._page = None
        self._case_id = place.case_id
        self._tabs.show_tab(place.tab if place.tab in TABS else "overview")
        self.setFocus()
        self.reload()

    def reload(self) -> None:
        """Read the case again."""
        if self._case_id is not None:
            self.workspace.jobs.ask(unsigned_laws, self._overview.show_unsigned)
            self.workspace.jobs.ask(partial(cases.case_page, case_id=self._case_id), self._show)

    def before_lock(self) -> None:
        """Keep what was typed on the Decision tab."""
        if self._keep_decision is not None:
            self._keep_decision()

    def case_shown(self) -> CasePage | None:
        """Return what is on the screen."""
        return self._page

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self._case_id in changes.cases:
            self.reload()

    def _show(self, page: CasePage) -> None:
        if page.case.id != self._case_id:
            return
        self._page = page
        self._acts.show_case(page)
        self._permit(page)
        self._head(page)
        self._overview.show_case(page, now=self.workspace.now())
        self._evidence.show_case(page)
        self._history.show_case(page)
        for show in self._late_panels.values():
            show(page)
        self._tabs.set_text("evidence", self._counted(self.tr("Evidence"), len(page.evidence)))
        self._tabs.set_text("letters", self._counted(self.tr("Letters"), len(page.letters)))
        self._show_tab(self._tabs.current())

    def _permit(self, page: CasePage) -> None:
        if self.workspace.read_only:
            reason = self.tr("The store is open for reading only.")
        else:
            reason = self.tr("Not possible while the case stands at: {phase}.").format(phase=word("phase", page.phase))
        held: dict[Act, str] = {}
        if not left_to_carry_out(page.case):
            done = bool(granted_on_data(page.case))
            nothing, over = self.tr("Nothing is granted that could be carried out."), self.tr("It is carried out and recorded.")
            held[Act.RECORD_DONE] = over if done else nothing
        self.workspace.actions.permit(page.permitted, reason, held)
        self.workspace.actions.permit_bundle(may=True)

    def _head(self, page: CasePage) -> None:
        case, words = page.case, self.workspace.words
        chips = [(word("right", right), Tone.INFO) for right in case.request.rights]
        chips.extend((law_of(one.law, one.place, words), Tone.CALM) for one in case.laws)
        chips.append((word("phase", page.phase), _PHASE_TONES.get(page.phase, Tone.SOON)))
        if any(line.override is not None for line in page.deadlines):
            chips.append((self.tr("by hand"), Tone.HAND))
        actions = self.workspace.actions
        names = [actions.of_act(Act.NOTE), actions.of_act(Act.DECIDE), actions.of_act(Act.COMPOSE)]
        if page.phase is Phase.ANSWERED:
            names = [actions.of_act(Act.NOTE), actions.of_act(Act.COMPOSE), actions.of_act(Act.CLOSE)]
        elif page.phase is Phase.CLOSED:
            names = [actions.of_act(Act.NOTE), actions.of_act(Act.REOPEN)]
        self.set_heading(case.number, self._subtitle(page), chips=chips, buttons=names)

    def _subtitle(self, page: CasePage) -> str:
        case, request = page.case, page.case.request
        told = [
            case.subject.name,
            self.tr("{channel} on {day}").format(
                channel=word("by_channel", request.channel),
                day=formats.day(formats.local_day(request.received_at, request.zone)),
            ),
        ]
        proved = case.last(EventKind.IDENTITY_VERIFIED)
        if proved is not None:
            day = formats.short_day(formats.local_day(proved.occurred_at, proved.zone), today=self.workspace.now().date())
            told.append(self.tr("identity verified {day}").format(day=day))
        if any(line.override is not None for line in page.deadlines):
            told.append(self.tr("a date was set by hand"))
        return ", ".join(told)

    @staticmethod
    def _counted(text: str, count: int) -> str:
        return f"{text} {count}" if count else text

    def _tab_chosen(self, key: str) -> None:
        if self._case_id is not None:
            self.workspace.navigation.note(Place("case", case_id=self._case_id, tab=key))
        self._show_tab(key)

    def _show_tab(self, key: str) -> None:
        if key not in self._panels:
            if self._page is None:
                return
            self._make(key)
            self._late_panels[key](self._page)
        self._stack.setCurrentWidget(self._panels[key])

    def _make(self, key: str) -> None:
        if key == "decision":
            from ui.pages.case.decision_panel import DecisionPanel  # noqa: PLC0415  most visits never decide

            decision = DecisionPanel(self.workspace)
            decision.done_wanted.connect(self._acts.record_done)
            self._panels[key], self._late_panels[key] = decision, decision.show_case
            self._keep_decision = decision.keep
        else:
            from ui.pages.case.letters_panel import LettersPanel  # noqa: PLC0415  it brings QtPdf with it

            letters = LettersPanel(self.workspace)
            self._panels[key], self._late_panels[key] = letters, letters.show_case
        self._stack.addWidget(self._panels[key])

    def _act_triggered(self, act: Act) -> None:
        if self.isVisible():
            self._acts.perform(act)

    def _bundle_triggered(self) -> None:
        if self.isVisible():
            self._acts.bundle()
