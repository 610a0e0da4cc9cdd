"""Rest days of the office's own: days added to a place's calendar, and days taken away from it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.domain.calendars import OfficeDay
from workbench.domain.journal import JournalFacts
from workbench.store.journal import vouch
from workbench.store.rows import OfficeDayRow, new_nonce


def put(session: Session, *, place: str, on: date, rests: bool, name: str, source: str, at: datetime, officer_id: int) -> None:
    """Say how a day stands; the newest word on a place and day holds, the journal keeps that it was said before."""
    row = session.scalar(select(OfficeDayRow).where(OfficeDayRow.place == place, OfficeDayRow.on == on))
    if row is None:
        row = OfficeDayRow(place=place, on=on, nonce=new_nonce())
    row.rests, row.name, row.source = rests, name, source
    row.officer_id, row.added_at = officer_id, at
    facts: JournalFacts = {"place": place, "on": on.isoformat(), "rests": rests}
    vouch(session, row, action="office_day_saved", subject="office", at=at, officer_id=officer_id, facts=facts)


def list_all(session: Session, place: str | None = None) -> tuple[OfficeDay, ...]:
    """Return the days of one place or of all, by place and day."""
    query = select(OfficeDayRow).order_by(OfficeDayRow.place, OfficeDayRow.on)
    if place is not None:
        query = query.where(OfficeDayRow.place == place)
    return tuple(OfficeDay(row.place, row.on, row.rests, row.name, row.source) for row in session.scalars(query))
