"""The recovery code, shown once: printed or saved, and confirmed by typing its last group again."""

from PySide6.QtCore import QFile, QIODevice, Signal
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.safe import Label
from ui.widgets.door import Door, door_button
from ui.widgets.problem import ProblemBox

_WIDE = 560


class RecoveryPage(Door):
    """Shows the recovery code once; `confirmed` follows only when its last group was typed again."""

    confirmed = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, wide=_WIDE)
        self.setObjectName("recoveryPage")
        self.say(
            self.tr("The recovery code"),
            self.tr(
                "It opens the store when the passphrase is lost, and it is shown only now. Print it or write it down, and keep "
                "it away from this laptop. Without passphrase and code nobody can open the cases again."
            ),
        )
        self._code = code
        shown = Label(code, role="code", wrap=True, selectable=True, name="recoveryCode")
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.body.addWidget(shown)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        keep_on_paper = door_button(self.tr("Print…"), "printCodeButton")
        keep_in_file = door_button(self.tr("Save…"), "saveCodeButton")
        keep_on_paper.clicked.connect(self._print)
        keep_in_file.clicked.connect(self._choose_file)
        row.addWidget(keep_on_paper)
        row.addWidget(keep_in_file)
        row.addStretch(1)
        self.body.addLayout(row)
        self._typed = QLineEdit()
        self.add_field(self.tr("To go on, type the last group of the code"), self._typed, name="lastGroupField")
        self._problem = ProblemBox(name="recoveryProblem")
        self.body.addWidget(self._problem)
        go_on = QHBoxLayout()
        self._go_on = door_button(self.tr("I have kept the code"), "codeKeptButton", role="primary")
        self._go_on.setDefault(True)
        self._go_on.clicked.connect(self._confirm)
        self._typed.returnPressed.connect(self._confirm)
        go_on.addWidget(self._go_on)
        go_on.addStretch(1)
        self.body.addLayout(go_on)
        self.setFocusProxy(self._typed)

    def last_group(self) -> str:
        """Return the last group of the code."""
        return self._code.replace("\n", " ").replace("-", " ").split()[-1]

    def save_to(self, path: str) -> None:
        """Write the code into a file that only this user can read, or say why not."""
        file = QFile(path)
        mode = QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.NewOnly
        owner = QFile.Permission.ReadOwner | QFile.Permission.WriteOwner
        if not file.open(mode, owner) or file.write(self._sheet().encode()) < 0 or not file.flush():
            self._problem.say(self.tr("The code was not saved: the file exists already, or the folder cannot be written."))
            return
        file.close()
        self._problem.say("")

    def _sheet(self) -> str:
        head = self.tr("Recovery code of an Onee Workbench store")
        advice = self.tr("Keep this sheet apart from the laptop. Whoever holds it can open the store.")
        return f"{head}\n\n{self._code}\n\n{advice}\n"

    def _confirm(self) -> None:
        if self._typed.text().strip().casefold() == self.last_group().casefold():
            self._problem.say("")
            self.confirmed.emit()
        else:
            self._problem.say(self.tr("That is not the last group of the code shown above."))
            self._typed.selectAll()
            self._typed.setFocus()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the recovery code"), "recovery-code.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  only when something is printed

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)

        def write() -> None:
            sheet = QTextDocument()
            sheet.setPlainText(self._sheet())
            sheet.print_(printer)

        dialog.accepted.connect(write)
        dialog.setModal(True)
        dialog.show()
