"""What can be wrong with a file that arrives; every reason is a word key of the table `problem`."""

from enum import StrEnum

from workbench.domain.errors import WorkbenchError


class Problem(StrEnum):
    """Why a file could not be read."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_MANY_HEADERS = "too_many_headers"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    NOT_MAIL = "not_mail"
    UNREADABLE = "unreadable"
    READER_FAILED = "reader_failed"


class ImportProblemError(WorkbenchError):
    """A file could not be read; detail `reason` is a `Problem`. The file itself is to be kept in quarantine."""

    code = "import_problem"

    def __init__(self, reason: Problem) -> None:
        """Keep the reason as a detail."""
        super().__init__(reason=reason.value)
        self.reason = reason
