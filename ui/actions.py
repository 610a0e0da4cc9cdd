"""Actions: every action once, with its words, shortcut and the act of a case it stands for.

The window puts them into its menus and buttons; what each does is connected where it is done. An action that cannot be used now is
grey, and its status tip says why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from workbench.domain.phases import Act


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its menu, its words, its keys, and the act of a case where it is one."""

    id: str
    menu: str
    text: Callable[[], str]
    keys: str = ""
    standard: QKeySequence.StandardKey | None = None
    act: Act | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole


SPECS: tuple[Spec, ...] = (
    Spec(
        "new_case", "file", lambda: QCoreApplication.translate("Actions", "&New case…"), standard=QKeySequence.StandardKey.New
    ),
    Spec(
        "import_mail",
        "file",
        lambda: QCoreApplication.translate("Actions", "&Import mail…"),
        standard=QKeySequence.StandardKey.Open,
    ),
    Spec("new_complaint", "file", lambda: QCoreApplication.translate("Actions", "New co&mplaint…")),
    Spec("new_matter", "file", lambda: QCoreApplication.translate("Actions", "New re&gulator matter…")),
    Spec("new_breach", "file", lambda: QCoreApplication.translate("Actions", "New b&reach…")),
    Spec("back_up", "file", lambda: QCoreApplication.translate("Actions", "&Back up now"), keys="Ctrl+B"),
    Spec("verify", "file", lambda: QCoreApplication.translate("Actions", "&Check the store")),
    Spec("lock", "file", lambda: QCoreApplication.translate("Actions", "&Lock"), keys="Ctrl+L"),
    Spec(
        "quit",
        "file",
        lambda: QCoreApplication.translate("Actions", "&Quit"),
        keys="Ctrl+Q",
        role=QAction.MenuRole.QuitRole,
    ),
    Spec("search", "go", lambda: QCoreApplication.translate("Actions", "&Search…"), keys="Ctrl+K"),
    Spec("back", "go", lambda: QCoreApplication.translate("Actions", "&Back"), keys="Alt+Left"),
    Spec("go_today", "go", lambda: QCoreApplication.translate("Actions", "&Today"), keys="Ctrl+1"),
    Spec("go_cases", "go", lambda: QCoreApplication.translate("Actions", "&Cases"), keys="Ctrl+2"),
    Spec("go_approvals", "go", lambda: QCoreApplication.translate("Actions", "A&pprovals"), keys="Ctrl+Shift+P"),
    Spec("go_packet", "go", lambda: QCoreApplication.translate("Actions", "Review pac&kets"), keys="Ctrl+Shift+K"),
    Spec("go_letters", "go", lambda: QCoreApplication.translate("Actions", "&Letters"), keys="Ctrl+3"),
    Spec("go_laws", "go", lambda: QCoreApplication.translate("Actions", "La&ws"), keys="Ctrl+4"),
    Spec(
        "go_settings",
        "go",
        lambda: QCoreApplication.translate("Actions", "S&ettings"),
        keys="Ctrl+5",
        role=QAction.MenuRole.PreferencesRole,
    ),
    Spec("go_calendar", "go", lambda: QCoreApplication.translate("Actions", "Cale&ndar"), keys="Ctrl+6"),
    Spec("go_what_if", "go", lambda: QCoreApplication.translate("Actions", "W&hat if"), keys="Ctrl+7"),
    Spec("go_moves", "go", lambda: QCoreApplication.translate("Actions", "Dates that &move"), keys="Ctrl+8"),
    Spec("go_templates", "go", lambda: QCoreApplication.translate("Actions", "Templ&ates"), keys="Ctrl+9"),
    Spec("go_batch", "go", lambda: QCoreApplication.translate("Actions", "Letters to man&y"), keys="Ctrl+0"),
    Spec("go_regulators", "go", lambda: QCoreApplication.translate("Actions", "Reg&ulators"), keys="Ctrl+Shift+R"),
    Spec("reload", "go", lambda: QCoreApplication.translate("Actions", "&Read again"), keys="F5"),
    Spec(
        "ask_for_identity",
        "case",
        lambda: QCoreApplication.translate("Actions", "Ask for proof of &identity…"),
        act=Act.ASK_FOR_IDENTITY,
    ),
    Spec(
        "record_identity",
        "case",
        lambda: QCoreApplication.translate("Actions", "&Record what came of it…"),
        act=Act.RECORD_IDENTITY,
    ),
    Spec(
        "ask_for_clarification",
        "case",
        lambda: QCoreApplication.translate("Actions", "Ask for &clarification…"),
        act=Act.ASK_FOR_CLARIFICATION,
    ),
    Spec(
        "record_clarification",
        "case",
        lambda: QCoreApplication.translate("Actions", "Record the cl&arification…"),
        act=Act.RECORD_CLARIFICATION,
    ),
    Spec("pause", "case", lambda: QCoreApplication.translate("Actions", "&Pause a clock…"), act=Act.PAUSE),
    Spec("resume", "case", lambda: QCoreApplication.translate("Actions", "Res&ume a clock…"), act=Act.RESUME),
    Spec("record_event", "case", lambda: QCoreApplication.translate("Actions", "Record an e&vent…"), act=Act.RECORD_EVENT),
    Spec("extend", "case", lambda: QCoreApplication.translate("Actions", "&Extend the deadline…"), act=Act.EXTEND),
    Spec("override", "case", lambda: QCoreApplication.translate("Actions", "&Set a date by hand…"), act=Act.OVERRIDE),
    Spec("decide", "case", lambda: QCoreApplication.translate("Actions", "&Decide"), keys="Ctrl+D", act=Act.DECIDE),
    Spec(
        "record_done",
        "case",
        lambda: QCoreApplication.translate("Actions", "Record as carried ou&t…"),
        act=Act.RECORD_DONE,
    ),
    Spec("compose", "case", lambda: QCoreApplication.translate("Actions", "&Write a letter"), keys="Ctrl+T", act=Act.COMPOSE),
    Spec(
        "investigate",
        "case",
        lambda: QCoreApplication.translate("Actions", "Investi&gate"),
        act=Act.INVESTIGATE,
    ),
    Spec(
        "decide_complaint",
        "case",
        lambda: QCoreApplication.translate("Actions", "Decide the co&mplaint…"),
        act=Act.DECIDE_COMPLAINT,
    ),
    Spec(
        "take_to_authority",
        "case",
        lambda: QCoreApplication.translate("Actions", "Pass on to an aut&hority…"),
        act=Act.TAKE_TO_AUTHORITY,
    ),
    Spec(
        "answer_authority",
        "case",
        lambda: QCoreApplication.translate("Actions", "&Questions and answers"),
        act=Act.ANSWER_AUTHORITY,
    ),
    Spec(
        "record_authority",
        "case",
        lambda: QCoreApplication.translate("Actions", "Authorit&y said…"),
        act=Act.RECORD_AUTHORITY,
    ),
    Spec(
        "handle_breach",
        "case",
        lambda: QCoreApplication.translate("Actions", "Assess the ris&k of the breach…"),
        act=Act.HANDLE_BREACH,
    ),
    Spec("attach", "case", lambda: QCoreApplication.translate("Actions", "Attach a &file…"), keys="Ctrl+E", act=Act.ATTACH),
    Spec("note", "case", lambda: QCoreApplication.translate("Actions", "Add a &note…"), act=Act.NOTE),
    Spec("bundle", "case", lambda: QCoreApplication.translate("Actions", "Case &bundle…")),
    Spec("close", "case", lambda: QCoreApplication.translate("Actions", "C&lose the case…"), act=Act.CLOSE),
    Spec("reopen", "case", lambda: QCoreApplication.translate("Actions", "Re&open the case…"), act=Act.REOPEN),
    Spec("approve", "letter", lambda: QCoreApplication.translate("Actions", "&Approve and issue"), act=Act.APPROVE),
    Spec("dispatch", "letter", lambda: QCoreApplication.translate("Actions", "Record the &dispatch…"), act=Act.DISPATCH),
    Spec("save_pdf", "letter", lambda: QCoreApplication.translate("Actions", "&Save PDF…"), keys="Ctrl+Shift+S"),
    Spec(
        "print",
        "letter",
        lambda: QCoreApplication.translate("Actions", "&Print…"),
        standard=QKeySequence.StandardKey.Print,
    ),
    Spec("record_delivery", "letter", lambda: QCoreApplication.translate("Actions", "Record the deliver&y…")),
    Spec("record_return", "letter", lambda: QCoreApplication.translate("Actions", "Record the re&turn…")),
    Spec("email_draft", "letter", lambda: QCoreApplication.translate("Actions", "&E-mail draft…")),
    Spec("encrypt_pdf", "letter", lambda: QCoreApplication.translate("Actions", "Encrypted PD&F…")),
    Spec("envelope", "letter", lambda: QCoreApplication.translate("Actions", "En&velope or label…")),
    Spec("file_copy", "letter", lambda: QCoreApplication.translate("Actions", "File &copy…")),
    Spec("sign", "letter", lambda: QCoreApplication.translate("Actions", "Si&gn…")),
    Spec("correct", "letter", lambda: QCoreApplication.translate("Actions", "Co&rrect…")),
    Spec(
        "help",
        "help",
        lambda: QCoreApplication.translate("Actions", "&Help"),
        standard=QKeySequence.StandardKey.HelpContents,
    ),
    Spec(
        "about", "help", lambda: QCoreApplication.translate("Actions", "&About Onee Workbench"), role=QAction.MenuRole.AboutRole
    ),
)
"""Every action, in the order of the menus."""

MENUS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("file", lambda: QCoreApplication.translate("Actions", "&File")),
    ("go", lambda: QCoreApplication.translate("Actions", "&Go")),
    ("case", lambda: QCoreApplication.translate("Actions", "&Case")),
    ("letter", lambda: QCoreApplication.translate("Actions", "&Letter")),
    ("help", lambda: QCoreApplication.translate("Actions", "&Help")),
)
"""The menus by id, with their words."""


class Actions(QObject):
    """Every action once. `act_triggered` carries the `Act` of a case that was asked for, from whichever menu or button."""

    act_triggered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(spec.text(), self)
            action.setObjectName(spec.id)
            action.setMenuRole(spec.role)
            if spec.standard is not None:
                action.setShortcuts(QKeySequence.keyBindings(spec.standard)[:1])
            elif spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            if spec.menu in {"case", "letter"}:
                action.setEnabled(False)
            if spec.act is not None:
                action.triggered.connect(self._teller(spec.act))
            self._actions[spec.id] = action

    def __getitem__(self, name: str) -> QAction:
        """Return the action of an id."""
        return self._actions[name]

    def all(self) -> Mapping[str, QAction]:
        """Return every action by id."""
        return self._actions

    def of_act(self, act: Act) -> QAction:
        """Return the action that stands for an act of a case."""
        return self._actions[act.value]

    def permit(
        self,
        permitted: frozenset[Act],
        reason: str = "",
        held: Mapping[Act, str] = MappingProxyType[Act, str]({}),
        *,
        known: frozenset[Act] = frozenset(Act),
    ) -> None:
        """Grey out every act that is not permitted now, with the reason as its status tip (a button shows it as its tooltip).

        Args:
            permitted: what the phase of the case permits.
            reason: why the rest is not permitted.
            held: acts that the phase permits and something else rules out, each with its own reason.
            known: the acts that the kind of case knows at all; the menus leave out the rest.
        """
        for act in Act:
            action = self._actions[act.value]
            why = held.get(act, "") if act in permitted else reason
            may = act in permitted and not why
            action.setEnabled(may)
            action.setVisible(act in known)
            action.setStatusTip(why)

    def permit_bundle(self, *, may: bool) -> None:
        """Let the bundle of a case be made, or not, while none is shown."""
        self._actions["bundle"].setEnabled(may)

    def permit_letter(self, names: frozenset[str]) -> None:
        """Let only these of the letter menu's actions be used (`save_pdf`, `print`, `approve`, `dispatch` ...)."""
        for spec in SPECS:
            if spec.menu == "letter":
                self._actions[spec.id].setEnabled(spec.id in names)

    def retranslate(self) -> None:
        """Word every action anew, after a change of language."""
        for spec in SPECS:
            self._actions[spec.id].setText(spec.text())

    def _teller(self, act: Act) -> Callable[[], None]:
        def tell() -> None:
            self.act_triggered.emit(act)

        return tell
