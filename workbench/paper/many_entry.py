"""The process that draws letters for `workbench.paper.many`: portions come by standard input until it ends.

Nothing is caught but a refusal: a bug ends the process, and the letters are drawn by whoever sent them, where it is reported.
"""

import os
import sys

from workbench.paper import messages
from workbench.paper.many import draw


def main() -> int:
    """Draw portion after portion and return the exit code."""
    # Standard output is the way back: nothing else may write there.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as back:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        while True:
            try:
                letters = messages.read(sys.stdin.buffer)
            except EOFError:
                return 0
            messages.write(back, draw(letters))


if __name__ == "__main__":
    sys.exit(main())
