"""How long it takes to reckon every open deadline again after a holiday: the folds alone, and through the store, by portions.

Run: `python -m tests.bench.bench_moves [CASES]`. Ratios are to python-dateutil with `holidays`, which does less: one month and a
roll for as many dates, without pauses, steps, sources or a second reading.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import holidays
from dateutil.relativedelta import relativedelta

from tests.makers import make_office
from workbench.domain.case_clocks import clocks_of
from workbench.domain.cases import Case, Channel, LawPlace
from workbench.domain.commands import RegisterRequest, SetOfficeDay
from workbench.domain.parties import DataSubject
from workbench.domain.rights import Right
from workbench.services import case_file, intake, moves, settings
from workbench.services.office import Desk, Office, ask, run
from workbench.store import cases as case_store

PORTION = 100
TODAY = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
LAWS = ((LawPlace("EU", "DE"),), (LawPlace("GB", "GB-ENG"),), (LawPlace("EU", "DE"), LawPlace("ID", "ID")))
HOLIDAY = SetOfficeDay(place="DE", on=date(2026, 12, 21), rests=True, name="Bench day", source="bench")
ONE_DAY = timedelta(days=1)


def fill(office: Office, count: int) -> None:
    """Open so many cases, in batches of one transaction."""
    random.seed(7)

    def batch(size: int, first: int, desk: Desk) -> None:
        for number in range(first, first + size):
            command = RegisterRequest(
                subject=DataSubject(name=f"Person {number}", email=f"p{number}@example.org"),
                received_at=TODAY - timedelta(days=random.randrange(28), minutes=random.randrange(600)),  # noqa: S311
                zone="Asia/Jakarta",
                channel=Channel.EMAIL,
                rights=(Right.ACCESS,),
                laws=LAWS[number % len(LAWS)],
            )
            intake.register_request(command, desk)

    for first in range(0, count, 500):
        run(office, partial(batch, min(500, count - first), first))


def plain_library(starts: list[date]) -> list[date]:
    """Return one month and a roll for each day, with the libraries alone."""
    days = holidays.country_holidays("DE", years=range(2026, 2028))
    month = relativedelta(months=1)
    found = []
    for start in starts:
        due = start + month
        while due.weekday() > 4 or due in days:
            due += ONE_DAY
        found.append(due)
    return found


def seconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        office, _code = make_office(Path(folder) / "office", lambda: TODAY)
        fill(office, count)
        run(office, partial(settings.add_office_day, HOLIDAY))
        affected = ask(office, moves.affected_cases)
        find = seconds(lambda: ask(office, moves.affected_cases))
        portions = [affected[at : at + PORTION] for at in range(0, len(affected), PORTION)]
        times, lines = [], 0
        for portion in portions:
            started = time.perf_counter()
            found = ask(office, partial(moves.find_moves, case_ids=portion))
            times.append(time.perf_counter() - started)
            lines += len(found.moves)
        loaded: list[Case] = []
        for portion in portions:
            loaded += ask(office, lambda desk, wanted=portion: case_store.load_many(desk.session, wanted))  # type: ignore[misc]

        def fold(desk: Desk) -> int:
            total = 0
            for case in loaded:
                kept = {one.place: case_file.calendar_of(desk, case, one.law, one.place) for one in case.laws}
                books = {one.law: desk.rulebook_of(case, one.law) for one in case.laws}
                total += len(clocks_of(case, books, kept))
            return total

        clocks = ask(office, fold)
        folded = statistics.median(seconds(lambda: ask(office, fold)) for _ in range(3))
        starts = [case.request.received_at.date() for case in loaded]
        dates = (starts * (clocks // max(len(starts), 1) + 1))[:clocks]
        plain = statistics.median(seconds(lambda: plain_library(dates)) for _ in range(5))
        office.close()
    whole = sum(times)
    out = sys.stdout.write
    out(f"{count} open cases, {len(affected)} affected, {clocks} clocks, {lines} moves\n")
    out(f"plain library, as many dates         {plain * 1000:9.1f} ms    1.00\n")
    out(f"folds alone (with steps)             {folded * 1000:9.1f} ms  {folded / plain:6.2f}\n")
    out(f"through the store, both readings     {whole * 1000:9.1f} ms  {whole / plain:6.2f}\n")
    out(f"which cases are affected             {find * 1000:9.1f} ms\n")
    out(f"a portion of {PORTION}: median {statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms\n")


if __name__ == "__main__":
    main()
