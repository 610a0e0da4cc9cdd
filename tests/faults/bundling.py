"""A bundle that is made in a process that may be killed at any moment; how far it is goes to standard output.

Run as `python -m tests.faults.bundling STORE FOLDER`. A line of output is a stage and how much of it is done; `done` is the last.
"""

import os
import sys
from pathlib import Path

from tests.makers import PASSPHRASE
from workbench import bootstrap
from workbench.domain.bundles import BundleOrder, BundleProgress, Variant
from workbench.services.bundle import make_bundle


def main(store: str, folder: str) -> None:
    """Make the unredacted bundle of the first case."""
    office = bootstrap.open_office(Path(store), passphrase=PASSPHRASE)
    order = BundleOrder(case_id=1, variant=Variant.UNREDACTED, language="en")
    _say("open", 0)
    make_bundle(office, order, Path(folder), replace=True, tell=_told)
    _say("done", 0)
    office.close()


def _told(progress: BundleProgress) -> None:
    _say(progress.stage, progress.done)


def _say(stage: str, done: int) -> None:
    # One write of one short line: it arrives whole or not at all, however soon the process ends.
    os.write(sys.stdout.fileno(), f"{stage} {done}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
