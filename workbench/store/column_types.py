"""Column types: instants that are aware and in UTC, and text that is valid Unicode.

A naive datetime is a bug and raises ValueError; text that no Unicode file can hold is refused as input.
"""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from workbench.domain.errors import InvalidInputError


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, kept in UTC to the microsecond."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Return the instant in UTC without its zone, for the column."""
        if value is None:
            return None
        if value.tzinfo is None or value.utcoffset() is None:
            message = "an instant without a zone cannot be stored"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Return the aware instant."""
        return None if value is None else value.replace(tzinfo=UTC)


class PlainText(TypeDecorator[str]):
    """Text as it came, to the last character; half of a surrogate pair is refused, since no file can hold it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Return the text unchanged.

        Raises:
            InvalidInputError: the text holds a lone surrogate.
        """
        if value is not None:
            try:
                value.encode("utf-8")
            except UnicodeEncodeError:
                raise InvalidInputError(field="text", problem="not_unicode") from None
        return value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Return the text unchanged."""
        return value
