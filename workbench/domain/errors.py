"""The root of every refusal the workbench can give.

An error is a code and a few plain details; words for it live in `resources/translations/words`.
Details never hold personal data: case numbers, rule ids, dates, counts and setting names only.
"""

from datetime import date, datetime
from typing import ClassVar

Detail = str | int | date | datetime


class WorkbenchError(Exception):
    """A refusal that the officer can act on; shown politely, never as a crash."""

    code: ClassVar[str] = "workbench"

    def __init__(self, **details: Detail) -> None:
        """Keep the details that the wording of this code names."""
        self.details: dict[str, Detail] = details
        super().__init__(self.code, details)

    def __str__(self) -> str:
        """Return the code and its details, for a programmer; the officer reads the wording."""
        if not self.details:
            return self.code
        listed = ", ".join(f"{name}={value}" for name, value in sorted(self.details.items()))
        return f"{self.code} ({listed})"


class NotFoundError(WorkbenchError):
    """The thing named by the command is not in this store; details `what` (a word key) and `name` (a number or id)."""

    code = "not_found"


class NotPermittedError(WorkbenchError):
    """The phase of the case does not permit this command; details `command`, `phase`, `case`."""

    code = "not_permitted"


class InvalidInputError(WorkbenchError):
    """A field of a command cannot be taken; `field` and `problem` are details (both are word keys)."""

    code = "invalid_input"
