"""How a deadline would move, in words: what stood before, what would stand after. A clock without a date says its state instead."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui import formats
from ui.models.clock_figures import kind_word, law_of, short_cite, title_of
from ui.wording import word
from workbench.services.lines import DeadlineLine, MoveLine
from workbench.services.wording import Words


@dataclass(frozen=True, slots=True)
class MoveWord:
    """One clock before and after: `told` says in one sentence what changes.

    `moved` is false where nothing does, `begins` true for a clock that is not there before.
    """

    clock: str
    law: str
    before: str
    after: str
    moved: bool
    told: str
    begins: bool = False


def move_word(move: MoveLine, words: Words) -> MoveWord:
    """Return the words of one move; where only the safe date moves, that is said beside the date that stays."""
    begins = move.before is None and move.before_state in {"", "not_started"}
    before = "" if begins else _standing(move.before, move.before_state, move.zone)
    after = _standing(move.after, move.after_state, move.zone)
    clock = _clock(move)
    law = ", ".join(one for one in (law_of(move.law, move.place, words), short_cite(move.cite)) if one)
    if not begins and (move.before, move.before_state) == (move.after, move.after_state):
        after = QCoreApplication.translate("Moves", "{date}, the safe date moves").format(date=after)
        sentence = QCoreApplication.translate("Moves", "{clock} ({law}): {after}")
        return MoveWord(clock, law, "", after, moved=True, told=sentence.format(clock=clock, law=law, after=after))
    if begins:
        sentence = QCoreApplication.translate("Moves", "{clock} ({law}) begins: {after}")
        return MoveWord(clock, law, "", after, moved=True, told=sentence.format(clock=clock, law=law, after=after), begins=True)
    if before == after:
        sentence = QCoreApplication.translate("Moves", "{clock} ({law}) stays: {after}")
        return MoveWord(clock, law, before, after, moved=False, told=sentence.format(clock=clock, law=law, after=after))
    sentence = QCoreApplication.translate("Moves", "{clock} ({law}): {before} before, {after} after")
    told = sentence.format(clock=clock, law=law, before=before, after=after)
    return MoveWord(clock, law, before, after, moved=True, told=told)


def standing_word(line: DeadlineLine, words: Words) -> MoveWord:
    """Return the words of a clock that stays where it is."""
    clock = title_of(line)
    law = ", ".join(one for one in (law_of(line.law, line.place, words), short_cite(line.cite)) if one)
    after = _standing(line.due, line.state, line.zone)
    told = QCoreApplication.translate("Moves", "{clock} ({law}) stays: {after}").format(clock=clock, law=law, after=after)
    return MoveWord(clock, law, after, after, moved=False, told=told)


def _clock(move: MoveLine) -> str:
    owed = kind_word(move.kind)
    rights = ", ".join(word("right", right) for right in move.rights)
    return f"{owed}: {rights}" if rights else owed


def _standing(due: date | datetime | None, state: str, zone: str) -> str:
    """Return a date or, where there is none, the state; nothing for a clock that is not there."""
    if due is not None:
        return formats.short_moment(due, zone)
    return word("deadline_state", state).lower() if state else ""
