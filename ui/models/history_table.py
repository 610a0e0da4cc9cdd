"""The history of one case: one row per line of the journal, newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from ui import formats
from ui.models.clock_figures import law_of
from ui.models.line_table import LineTable
from ui.wording import word
from workbench.services.event_words import table_of
from workbench.services.lines import HistoryLine
from workbench.services.wording import Words

_BY_HAND = frozenset({"deadline_overridden", "override_lifted"})
_TASKS = frozenset({"task_made", "task_done"})


class HistoryTable(LineTable[HistoryLine]):
    """Columns: recorded, who, what happened."""

    AT, WHO, WHAT = range(3)

    def __init__(self, words: Words, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._zone = zone

    def show_history(self, lines: Sequence[HistoryLine]) -> None:
        """Show other lines; they come oldest first and are shown newest first."""
        self.show_lines(sorted(lines, key=lambda line: line.seq, reverse=True))

    def headings(self) -> tuple[str, ...]:
        """Return the words above the columns."""
        return (self.tr("Recorded"), self.tr("Who"), self.tr("What happened"))

    def text(self, line: HistoryLine, column: int) -> str:
        """Return the words of a cell."""
        match column:
            case self.AT:
                return formats.short_instant(line.at, self._zone)
            case self.WHO:
                return line.officer_name
            case _:
                return sentence_of(line, self._words, self._zone)

    def hint(self, line: HistoryLine, column: int) -> str:
        """Return the whole sentence with the words that were kept."""
        if column == self.WHAT:
            return "\n".join(one for one in (self.text(line, column), line.text) if one)
        return formats.instant(line.at, self._zone) if column == self.AT else ""


def sentence_of(line: HistoryLine, words: Words, zone: str) -> str:
    """Return one line of the history in words: what happened, to what, and when where that is another day."""
    told = word("action", line.action)
    shown = _details(line, words)
    if shown:
        told = f"{told}: {', '.join(shown)}"
    if line.occurred_at is not None and formats.local_day(line.occurred_at, zone) != formats.local_day(line.at, zone):
        told = f"{told} ({formats.short_day(formats.local_day(line.occurred_at, zone))})"
    return told


def _details(line: HistoryLine, words: Words) -> list[str]:
    """Return the details of a line that say something to a reader; digests, ids and what is shown elsewhere are left out."""
    found = dict(line.details)
    channels = {"letter_dispatched": "dispatch_channel"}
    told: list[str] = []
    if line.action == "evidence_added":
        told.append(line.text)
    told.append(found.get("letter", ""))
    if line.action in _TASKS and found.get("task"):
        told.append(word("task_kind", found["task"]))
    if "kind" in found:
        told.append(word(table_of(line.action, "kind"), found["kind"]))
    told.extend(word("right", right) for name in ("right", "rights") for right in found.get(name, "").split(",") if right)
    told.extend(word(table_of(line.action, name), found[name]) for name in ("outcome", "risk", "who") if found.get(name))
    told.append(found.get("matter", ""))
    told.extend(_law(law, words) for name in ("law", "laws") for law in found.get(name, "").split(",") if law)
    if "channel" in found:
        told.append(word(channels.get(line.action, "by_channel"), found["channel"]))
    if found.get("until_on"):
        told.append(QCoreApplication.translate("History", "until {day}").format(day=_day_or_state(found["until_on"])))
    if found.get("due"):
        told.append(QCoreApplication.translate("History", "due {day}").format(day=_day_or_state(found["due"])))
    if line.action in _BY_HAND and found.get("before"):
        instead = QCoreApplication.translate("History", "instead of {day}")
        told.append(instead.format(day=_day_or_state(found["before"])))
    if "before" in found and "after" in found:
        move = QCoreApplication.translate("History", "before {before}, now {after}")
        told.append(move.format(before=_day_or_state(found["before"]), after=_day_or_state(found["after"])))
    return [one for one in told if one]


def _law(law: str, words: Words) -> str:
    name, _, place = law.partition("/")
    return law_of(name, place, words) if place else word("law", name)


def _day_or_state(text: str) -> str:
    """Return an ISO day or instant as a reader writes it, or the state of a clock in words."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return word("deadline_state", text).lower()
    return formats.short_moment(at if at.tzinfo is not None else at.date(), str(at.tzinfo or ""))
