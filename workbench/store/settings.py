"""Office settings by key, each in its text form; what keys mean is declared by the services."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store.journal import vouch
from workbench.store.rows import SettingRow, new_nonce


def get_all(session: Session) -> dict[str, str]:
    """Return every setting that was ever put."""
    return {row.key: row.value for row in session.scalars(select(SettingRow).order_by(SettingRow.key))}


def put(session: Session, key: str, value: str, *, at: datetime, officer_id: int) -> bool:
    """Set one setting; return whether that changed anything. The journal names the key, never the value."""
    row = session.get(SettingRow, key)
    if row is None:
        row = SettingRow(key=key, value=value, nonce=new_nonce())
    elif row.value == value:
        return False
    row.value = value
    vouch(session, row, action="setting_saved", subject="office", at=at, officer_id=officer_id, facts={"setting": key})
    return True
