"""The word tables of what events name: one detail is worded from another table in another kind of event."""

from collections.abc import Mapping
from types import MappingProxyType

_USUAL: Mapping[str, str] = MappingProxyType(
    {
        "right": "right",
        "rights": "right",
        "law": "law",
        "laws": "law",
        "outcome": "outcome",
        "kind": "letter",
        "risk": "breach_risk",
    }
)
_OF_ACTION: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("complaint_received", "kind"): "complaint_kind",
        ("complaint_decided", "outcome"): "complaint_outcome",
        ("matter_opened", "kind"): "matter_kind",
        ("authority_decided", "outcome"): "matter_outcome",
        ("notice_not_owed", "who"): "not_to_tell",
        ("case_content_saved", "kind"): "case_kind",
        ("evidence_added", "kind"): "evidence_kind",
        ("deadline_moved", "kind"): "deadline_kind",
    }
)


def table_of(action: str, detail: str) -> str:
    """Return the word table of a detail of an event or of a line of the journal; empty for one that is no word.

    Args:
        action: the kind of the event, or the action of the line.
        detail: the name of the detail.
    """
    return _OF_ACTION.get((action, detail)) or _USUAL.get(detail, "")
