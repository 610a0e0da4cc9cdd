"""The process that draws letters for `workbench.paper.many`: portions come by standard input until it ends.

Nothing is caught but a refusal: a bug ends the process, and the letters are drawn by whoever sent them, where it is reported.
"""

import os
import sys

from workbench.domain.errors import WorkbenchError
from workbench.paper.many import draw, read_message, write_message


def main() -> int:
    """Draw portion after portion and return the exit code."""
    # Standard output is the way back: nothing else may write there.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as back:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        while True:
            try:
                letters = read_message(sys.stdin.buffer)
            except EOFError:
                return 0
            drawn = draw(letters)
            write_message(back, [(type(one), one.details) if isinstance(one, WorkbenchError) else one for one in drawn])


if __name__ == "__main__":
    sys.exit(main())
