"""The page of one case: its heading, a row of tabs, and a panel for each."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import formats
from ui.context import Workspace
from ui.models.clock_figures import law_of
from ui.navigation import Place
from ui.pages.case.acts import CaseActs
from ui.pages.case.evidence_panel import EvidencePanel
from ui.pages.case.history_panel import HistoryPanel
from ui.pages.case.overview_panel import OverviewPanel
from ui.style.chips import Tone
from ui.widgets.page import Page, PageTabs
from ui.wording import word
from workbench.domain.cases import CaseKind, EventKind, Request
from workbench.domain.changes import Changes
from workbench.domain.phases import ACTS_OF, Act, Phase, granted_on_data, left_to_carry_out
from workbench.services import cases
from workbench.services.lines import CasePage

if TYPE_CHECKING:
    from ui.pages.case.breach_panel import BreachPanel
    from ui.pages.case.complaint_panel import ComplaintPanel
    from ui.pages.case.matter_panel import MatterPanel

    FrontPanel = OverviewPanel | ComplaintPanel | MatterPanel | BreachPanel

TABS = ("overview", "evidence", "decision", "letters", "history")
"""The tabs of a case, as places name them."""

_TABS_OF: Mapping[CaseKind, tuple[str, ...]] = {
    kind: ("overview", "evidence", "letters", "history") for kind in CaseKind if kind is not CaseKind.REQUEST
}
_HEADING_ACTS: Mapping[CaseKind, tuple[Act, ...]] = {
    CaseKind.REQUEST: (Act.NOTE, Act.DECIDE, Act.COMPOSE),
    CaseKind.COMPLAINT: (Act.NOTE, Act.DECIDE_COMPLAINT, Act.COMPOSE),
    CaseKind.MATTER: (Act.NOTE, Act.RECORD_AUTHORITY, Act.COMPOSE),
    CaseKind.BREACH: (Act.NOTE, Act.HANDLE_BREACH, Act.COMPOSE),
}
_READY_TO_CLOSE = frozenset({Phase.ANSWERED, Phase.AUTHORITY_DECIDED, Phase.NOTICES_DONE})
_PHASE_TONES = {
    Phase.IDENTITY_ASKED: Tone.PAUSED,
    Phase.CLARIFICATION_ASKED: Tone.PAUSED,
    Phase.WRITING_ASKED: Tone.PAUSED,
    Phase.AWAITING_AUTHORITY: Tone.PAUSED,
    Phase.ANSWERED: Tone.DONE,
    Phase.AUTHORITY_DECIDED: Tone.DONE,
    Phase.NOTICES_DONE: Tone.DONE,
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
        self._fronts: dict[CaseKind, FrontPanel] = {}
        self._kind = CaseKind.REQUEST
        self._evidence = EvidencePanel(workspace)
        self._history = HistoryPanel(workspace)
        self._panels: dict[str, QWidget] = {"evidence": self._evidence, "history": self._history}
        self._late_panels: dict[str, Callable[[CasePage], None]] = {}
        self._keep_decision: Callable[[], None] | None = None
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(self._front(self._kind))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._tab_chosen)
        self._acts.tab_wanted.connect(self._tabs.show_tab)
        self._acts.front_wanted.connect(self._perform_in_front)
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
            self._keep_fronts()
            self._page = None
        self._case_id = place.case_id
        self._tabs.show_tab(place.tab if place.tab in TABS else "overview")
        self.setFocus()
        self.reload()

    def reload(self) -> None:
        """Read the case again."""
        if self._case_id is not None:
            self.workspace.jobs.ask(partial(cases.case_page, case_id=self._case_id), self._show)

    def before_lock(self) -> None:
        """Keep what was typed on the Decision tab, and in the working file of a case that is no request."""
        if self._keep_decision is not None:
            self._keep_decision()
        self._keep_fronts()

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
        self._kind = page.case.kind
        self._tabs.show_only(_TABS_OF.get(self._kind, TABS))
        self._acts.show_case(page)
        self._permit(page)
        self._head(page)
        self._front(self._kind).show_case(page, now=self.workspace.now())
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
        if Act.RECORD_DONE in page.permitted and not left_to_carry_out(page.case):
            done = bool(granted_on_data(page.case))
            nothing, over = self.tr("Nothing is granted that could be carried out."), self.tr("It is carried out and recorded.")
            held[Act.RECORD_DONE] = over if done else nothing
        self.workspace.actions.permit(page.permitted, reason, held, known=ACTS_OF[page.case.kind])
        self.workspace.actions.permit_bundle(may=True)

    def _head(self, page: CasePage) -> None:
        case, words = page.case, self.workspace.words
        chips = [] if case.kind is CaseKind.REQUEST else [(word("case_kind", case.kind), Tone.INFO)]
        chips.extend((word("right", right), Tone.INFO) for right in case.request.rights)
        chips.extend((law_of(one.law, one.place, words), Tone.CALM) for one in case.laws)
        chips.append((word("phase", page.phase), _PHASE_TONES.get(page.phase, Tone.SOON)))
        if any(line.override is not None for line in page.deadlines):
            chips.append((self.tr("by hand"), Tone.HAND))
        buttons = [self.workspace.actions.of_act(act) for act in _in_heading(page)]
        self.set_heading(case.number, self._subtitle(page), chips=chips, buttons=buttons)

    def _subtitle(self, page: CasePage) -> str:
        case, request = page.case, page.case.request
        told = [
            case.subject.name,
            self._began(request, case.kind),
        ]
        proved = case.last(EventKind.IDENTITY_VERIFIED)
        if proved is not None:
            day = formats.short_day(formats.local_day(proved.occurred_at, proved.zone), today=self.workspace.now().date())
            told.append(self.tr("identity verified {day}").format(day=day))
        if any(line.override is not None for line in page.deadlines):
            told.append(self.tr("a date was set by hand"))
        return ", ".join(told)

    def _began(self, request: Request, kind: CaseKind) -> str:
        day = formats.day(formats.local_day(request.received_at, request.zone))
        if kind is CaseKind.BREACH:
            return self.tr("known since {at}").format(at=formats.instant(request.received_at, request.zone))
        return self.tr("{channel} on {day}").format(channel=word("by_channel", request.channel), day=day)

    @staticmethod
    def _counted(text: str, count: int) -> str:
        return f"{text} {count}" if count else text

    def _tab_chosen(self, key: str) -> None:
        if self._case_id is not None:
            self.workspace.navigation.note(Place("case", case_id=self._case_id, tab=key))
        self._show_tab(key)

    def _show_tab(self, key: str) -> None:
        if key == "overview":
            self._stack.setCurrentWidget(self._front(self._kind))
            return
        if key not in self._panels:
            if self._page is None:
                return
            self._make(key)
            self._late_panels[key](self._page)
        self._stack.setCurrentWidget(self._panels[key])

    def _front(self, kind: CaseKind) -> "FrontPanel":
        """Return the first panel of a kind of case; all but that of a request are made when one is shown."""
        if kind not in self._fronts:
            made = _front_panel(kind, self.workspace)
            made.act_wanted.connect(self._acts.perform)
            made.tab_wanted.connect(self._tabs.show_tab)
            if isinstance(made, OverviewPanel):
                made.extend_wanted.connect(self._acts.extend)
            self._fronts[kind] = made
            self._stack.addWidget(made)
        return self._fronts[kind]

    def _keep_fronts(self) -> None:
        for panel in self._fronts.values():
            if not isinstance(panel, OverviewPanel):
                panel.keep()

    def _perform_in_front(self, act: Act) -> None:
        panel = self._front(self._kind)
        self._tabs.show_tab("overview")
        if not isinstance(panel, OverviewPanel):
            panel.perform(act)

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


def _front_panel(kind: CaseKind, workspace: Workspace) -> "FrontPanel":
    # Most visits are to requests: the panels of the other kinds are imported when one is shown.
    if kind is CaseKind.COMPLAINT:
        from ui.pages.case.complaint_panel import ComplaintPanel  # noqa: PLC0415

        return ComplaintPanel(workspace)
    if kind is CaseKind.MATTER:
        from ui.pages.case.matter_panel import MatterPanel  # noqa: PLC0415

        return MatterPanel(workspace)
    if kind is CaseKind.BREACH:
        from ui.pages.case.breach_panel import BreachPanel  # noqa: PLC0415

        return BreachPanel(workspace)
    return OverviewPanel(workspace)


def _in_heading(page: CasePage) -> tuple[Act, ...]:
    """Return the acts whose buttons stand in the heading, the main one last."""
    if page.phase is Phase.CLOSED:
        return (Act.NOTE, Act.REOPEN)
    if page.phase in _READY_TO_CLOSE:
        return (Act.NOTE, Act.COMPOSE, Act.CLOSE)
    return _HEADING_ACTS[page.case.kind]
