"""Sign-offs: which version of each rulebook the office has had checked, by whom and on what text."""

from collections import Counter

from workbench.domain.changes import Changes
from workbench.domain.commands import SignRulebook
from workbench.domain.errors import WorkbenchError
from workbench.domain.rulebooks import Confidence
from workbench.services import case_file
from workbench.services.lines import RulebookLine, SignoffLine
from workbench.services.office import Desk
from workbench.store import rulebooks as rulebook_store
from workbench.store.rulebooks import Signoff


class RulebookChangedError(WorkbenchError):
    """The version to be signed is not the one that is shipped; details `law`, `digest`."""

    code = "rulebook_changed"


def list_rulebooks(desk: Desk) -> tuple[RulebookLine, ...]:
    """Return every rulebook with how sure its rules are, its sign-offs, and how many open cases stand under it."""
    signed = [_line(desk, one) for one in rulebook_store.signoffs(desk.session)]
    used: Counter[str] = Counter()
    for version, case_ids in rulebook_store.open_pins(desk.session).items():
        used[version.law] += len(case_ids)
    lines = []
    for law, book in desk.rulebooks.items():
        counts = Counter(limit.source.confidence for limit in book.limits)
        own = [one for one in signed if one.law == law]
        now = next((one for one in own if one.digest == book.digest), None)
        unsure = any(confidence is not Confidence.HIGH for confidence in counts)
        lines.append(
            RulebookLine(
                law=law,
                digest=book.digest,
                limits=tuple((confidence, counts[confidence]) for confidence in Confidence),
                confirm=unsure and now is None,
                signoff=now,
                earlier_signoffs=tuple(one for one in own if one is not now),
                used=used[law],
            )
        )
    return tuple(lines)


def sign_rulebook(command: SignRulebook, desk: Desk) -> Changes:
    """Sign a version of a rulebook off for the office.

    Raises:
        LawUnknownError: no rulebook of that id is shipped.
        RulebookChangedError: the version is not the one that is shipped.
        InvalidInputError: it is not said on what text the version was checked.
    """
    book = desk.rulebook(command.law)
    if command.digest != book.digest:
        raise RulebookChangedError(law=command.law, digest=command.digest)
    signoff = Signoff(
        law=command.law,
        digest=command.digest,
        signed_at=desk.now,
        officer_id=desk.officer.id,
        text_read=case_file.required_text(command.text_read, "text_read"),
        counsel=command.counsel.strip(),
        remark=command.remark.strip(),
    )
    rulebook_store.sign(desk.session, signoff)
    return Changes(settings=True)


def _line(desk: Desk, one: Signoff) -> SignoffLine:
    return SignoffLine(
        law=one.law,
        digest=one.digest,
        signed_at=one.signed_at,
        officer_name=desk.officer_name(one.officer_id),
        text_read=one.text_read,
        counsel=one.counsel,
        remark=one.remark,
    )
