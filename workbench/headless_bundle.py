"""The command `workbench bundle`: one PDF and one archive of a case, for who checks it without this program.

Progress goes to standard error, the result to standard output.
"""

import sys
import time
from functools import partial

from workbench.domain.bundles import BundleItem, BundleOrder, BundleProgress, Variant
from workbench.domain.errors import NotFoundError
from workbench.door import DONE, Door, shown
from workbench.services import bundle as bundles
from workbench.services import cases
from workbench.services.office import ask, run

_TELL_SECONDS = 1.0


def bundle(door: Door) -> int:
    """Make the bundle of a case and write down in the journal that it was made."""
    arguments = door.arguments
    if not arguments.redacted and (arguments.include or arguments.leave_out):
        door.refuse_use("bundle_needs_redacted")
    with door.office(read_only=arguments.unrecorded) as office:
        case_id = ask(office, partial(cases.case_id_of, number=arguments.case))
        chosen = None
        if arguments.redacted:
            chosen = _chosen(door, ask(office, partial(bundles.bundle_items, case_id=case_id)))
        order = BundleOrder(
            case_id=case_id,
            variant=Variant.REDACTED if arguments.redacted else Variant.UNREDACTED,
            language=arguments.lang or arguments.language,
            chosen=chosen,
        )
        made = bundles.make_bundle(office, order, arguments.out, replace=arguments.force, tell=_Telling(door))
        if not arguments.unrecorded:
            run(office, partial(bundles.record_bundle, made))
    door.say("bundle_saved", folder=made.folder, pages=made.pages, items=made.items, withheld=made.withheld)
    return DONE


class _Telling:
    """Tells how far the work is, about once a second."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._last = time.monotonic()

    def __call__(self, progress: BundleProgress) -> None:
        if time.monotonic() - self._last < _TELL_SECONDS:
            return
        self._last = time.monotonic()
        sentence = self._door.words.word("cli", f"bundle_{progress.stage}", done=progress.done, total=progress.total)
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def _chosen(door: Door, items: tuple[BundleItem, ...]) -> frozenset[str]:
    """Return what a redacted bundle holds: what is released by its kind, with what was named added and taken away."""
    chosen = {item.key for item in items if item.released}
    for name in door.arguments.include:
        chosen |= _named(items, name)
    for name in door.arguments.leave_out:
        chosen -= _named(items, name)
    return frozenset(chosen)


def _named(items: tuple[BundleItem, ...], name: str) -> set[str]:
    """Return the keys of what a number of a letter or an annex, or a file name, stands for.

    Raises:
        NotFoundError: it stands for nothing in the case.
    """
    found = {item.key for item in items if name in {item.number, item.name}}
    if not found:
        raise NotFoundError(what="evidence", name=shown(name))
    return found
