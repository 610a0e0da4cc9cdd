"""Consequences: what a letter brings about in its case when it leaves the house.

The events happen at the instant of the sending. Their details never hold words of a person; the words are the officer's own.
"""

from collections.abc import Iterator, Mapping

from workbench.domain.cases import Case, EventKind
from workbench.domain.decisions import Outcome
from workbench.domain.letters import Letter, LetterKind
from workbench.domain.phases import ASKED_BY, TELLS, clarification_open, fee_open, identity_open, rights_told_by
from workbench.domain.rights import Right

Consequence = tuple[EventKind, Mapping[str, str], str]
"""What a letter brings about: the event, its details and its words."""

_STILL_OPEN = {
    LetterKind.IDENTITY: identity_open,
    LetterKind.CLARIFICATION: clarification_open,
    LetterKind.FEE_NOTICE: fee_open,
}
_BROUGHT_ABOUT: Mapping[LetterKind, EventKind] = {
    LetterKind.COMPLAINT_IN_WRITING: EventKind.WRITING_ASKED,
    LetterKind.COMPLAINT_PROGRESS: EventKind.PROGRESS_TOLD,
    LetterKind.AUTHORITY_ACKNOWLEDGEMENT: EventKind.ACKNOWLEDGED,
    LetterKind.AUTHORITY_SUBMISSION: EventKind.SUBMISSION_SENT,
    LetterKind.BREACH_NOTICE: EventKind.BREACH_REPORTED_INITIAL,
    LetterKind.BREACH_FOLLOW_UP: EventKind.BREACH_FOLLOWED_UP,
    LetterKind.BREACH_SUBJECTS: EventKind.SUBJECTS_NOTIFIED,
}
_UNDER_A_LAW = frozenset({LetterKind.BREACH_NOTICE, LetterKind.BREACH_FOLLOW_UP})


def consequences(case: Case, letter: Letter) -> Iterator[Consequence]:
    """Return what the sending of a letter brings about, in order.

    A question opens once, however many letters put it again. A letter that tells decisions ends the clocks of the rights that it
    tells: what was refused as a refusal, the rest as done. The outcome of a complaint ends the clocks of the complaint alone. The
    first notice of a breach keeps why it came late, for the register.
    """
    if letter.kind in ASKED_BY:
        if not _STILL_OPEN[letter.kind](case):
            text = letter.fields.free_text if letter.kind is LetterKind.CLARIFICATION else ""
            yield ASKED_BY[letter.kind], {}, text
    elif letter.kind in TELLS:
        yield from _told(case, rights_told_by(case, letter))
    elif letter.kind is LetterKind.ACKNOWLEDGEMENT:
        if case.last(EventKind.ACKNOWLEDGED) is None:
            yield EventKind.ACKNOWLEDGED, {}, ""
    elif letter.kind is LetterKind.COMPLAINT_ACKNOWLEDGEMENT:
        yield EventKind.ACKNOWLEDGED, {"complaint": "yes"}, ""
    elif letter.kind is LetterKind.COMPLAINT_OUTCOME:
        yield EventKind.COMPLIED, {"rights": "", "complaint": "yes"}, ""
    elif letter.kind is LetterKind.EXTENSION:
        yield from _extensions(case)
    elif letter.kind in _BROUGHT_ABOUT:
        law = letter.fields.law or case.laws[0].law
        late = letter.fields.insert("delay_reason") if letter.kind is LetterKind.BREACH_NOTICE else ""
        yield _BROUGHT_ABOUT[letter.kind], {"law": law} if letter.kind in _UNDER_A_LAW else {}, late


def _told(case: Case, rights: tuple[Right, ...]) -> Iterator[Consequence]:
    refused = [right for right in rights if _refused(case, right)]
    done = [right for right in rights if right not in refused]
    for kind, told in ((EventKind.COMPLIED, done), (EventKind.REFUSED, refused)):
        if told:
            yield kind, {"rights": ",".join(right.value for right in told)}, ""


def _refused(case: Case, right: Right) -> bool:
    decision = case.decision(right)
    return decision is not None and decision.outcome is Outcome.REFUSED


def _extensions(case: Case) -> Iterator[Consequence]:
    announced = [event for event in case.standing if event.kind is EventKind.EXTENSION_NOTIFIED]
    written = {event.detail("law") for event in announced if event.detail("letter")}
    for event in announced:
        law = event.detail("law")
        if law not in written:
            written.add(law)
            yield EventKind.EXTENSION_NOTIFIED, {"law": law, "until_on": event.detail("until_on")}, event.text
