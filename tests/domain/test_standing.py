"""What a letter brought about stands until it comes back, and stands again when it leaves again."""

from datetime import UTC, datetime, timedelta

import pytest

from workbench.domain.cases import CaseEvent, EventKind, standing_events

FIRST = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


def story(*steps: tuple[EventKind, str]) -> tuple[CaseEvent, ...]:
    """Return events in order; each names its letter, or none."""
    return tuple(
        CaseEvent(
            id=seq,
            seq=seq,
            kind=kind,
            occurred_at=FIRST + timedelta(hours=seq),
            zone="Asia/Jakarta",
            recorded_at=FIRST + timedelta(hours=seq),
            officer_id=1,
            details=(("letter", letter),) if letter else (),
        )
        for seq, (kind, letter) in enumerate(steps, start=1)
    )


def fallen(events: tuple[CaseEvent, ...]) -> list[int]:
    return [event.seq for event in events if event not in standing_events(events)]


K = EventKind
SENT = (K.LETTER_ISSUED, "L-1"), (K.LETTER_DISPATCHED, "L-1"), (K.COMPLIED, "L-1")
BACK = (K.LETTER_RETURNED, "L-1")


@pytest.mark.parametrize(
    ("steps", "gone"),
    [
        (SENT, []),
        ((*SENT, BACK), [3]),
        ((*SENT, BACK, (K.LETTER_DISPATCHED, "L-1"), (K.COMPLIED, "L-1")), [3]),
        ((*SENT, BACK, *SENT, BACK), [3, 7]),
        ((*SENT, (K.LETTER_RETURNED, "L-2")), []),
        ((*SENT, (K.CLOSED, ""), BACK), [3, 4]),
        ((*SENT, (K.CLOSED, ""), BACK, *SENT, (K.CLOSED, "")), [3, 4]),
        (((K.LETTER_DISPATCHED, "L-2"), (K.ACKNOWLEDGED, "L-2"), *SENT, (K.CLOSED, ""), (K.LETTER_RETURNED, "L-2")), [2]),
        (((K.EXTENSION_NOTIFIED, ""), (K.LETTER_DISPATCHED, "L-1"), (K.EXTENSION_NOTIFIED, "L-1"), BACK), [3]),
        (((K.NOTE, ""), (K.DECIDED, ""), BACK), []),
    ],
    ids=[
        "sent",
        "came back",
        "sent again",
        "came back twice",
        "another letter came back",
        "closed on it",
        "closed again",
        "closed on another letter",
        "only the notice of an extension",
        "nothing brought about",
    ],
)
def test_what_a_returned_letter_said_does_not_stand(steps: tuple[tuple[EventKind, str], ...], gone: list[int]) -> None:
    assert fallen(story(*steps)) == gone


def test_events_without_a_return_are_the_same_tuple() -> None:
    events = story(*SENT)
    assert standing_events(events) is events
