"""Where a law knows only part of a clause of the policy, a refusal of the whole right is not ready before the dossier says why."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from workbench.domain.decisions import Decision, Outcome
from workbench.domain.dossier import ConsentAsked, Dossier, Scope, TriedWay, WithheldItem
from workbench.domain.readiness import CheckCode, Facts, Gap, LawFacts, readiness
from workbench.domain.refusal_grounds import Clause, Way
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed, RefusalGround, Rulebook
from workbench.services import refusal_data
from workbench.services.laws import load_rulebooks

NOW: Final = datetime(2027, 2, 1, 9, tzinfo=UTC)
GAP_OF: Final = {
    Clause.FRIVOLOUS: (CheckCode.ALTERNATIVES_CONSIDERED, Gap.NOT_CONSIDERED, Way.PARTIAL.value),
    Clause.IMPRACTICAL: (CheckCode.ALTERNATIVES_CONSIDERED, Gap.NOT_CONSIDERED, Way.PARTIAL.value),
    Clause.PRIVACY: (CheckCode.ITEMS_WEIGHED, Gap.NO_ITEM, ""),
    Clause.NOT_REQUIRED: (CheckCode.SCOPE_NAMED, Gap.NO_SCOPE, ""),
    Clause.RETENTION: (CheckCode.KEEPING_GROUNDED, Gap.NOTHING_KEPT, ""),
}
"""What a dossier without a word on the part lacks, by clause."""
PARTIAL: Final = tuple(
    (book, ground) for book in load_rulebooks().values() for ground in book.grounds if ground.allowed is GroundAllowed.PARTIAL
)


def gaps(book: Rulebook, ground: RefusalGround, dossier: Dossier) -> set[tuple[CheckCode, Gap, str]]:
    decision = Decision(
        id=1,
        case_id=1,
        right=dossier.right,
        outcome=Outcome.REFUSED,
        grounds=(ground.id,),
        reason="No.",
        internal_note="",
        schedule=(),
        decided_at=NOW,
        officer_id=1,
    )
    facts = Facts(
        laws=(LawFacts(book, NOW.date(), None),),
        factors=refusal_data.load_factors(),
        alternatives=refusal_data.load_alternatives(),
        letter=None,
    )
    found = readiness(dossier, decision, facts, now=NOW)
    return {(check.code, one.gap, one.about) for check in found for one in check.missing}


def test_there_are_such_grounds_of_every_clause() -> None:
    assert {Clause(ground.policy) for _, ground in PARTIAL} == set(Clause)


@pytest.mark.parametrize(("book", "ground"), PARTIAL, ids=[ground.id for _, ground in PARTIAL])
def test_a_refusal_of_the_whole_says_why_not_a_part(book: Rulebook, ground: RefusalGround) -> None:
    for right in ground.rights:
        assert GAP_OF[Clause(ground.policy)] in gaps(book, ground, Dossier("DSR-2027-0001", right)), right


def test_what_was_said_of_the_part_closes_the_gap() -> None:
    item = WithheldItem("a mail", "a customer", "It names health.", ConsentAsked.NO_ANSWER, "", "nothing")
    empty = Dossier("DSR-2027-0001", Right.ACCESS)
    said = {
        Clause.FRIVOLOUS: replace(empty, tried=(TriedWay(Way.PARTIAL, NOW.date(), "No part is of use alone."),)),
        Clause.PRIVACY: replace(empty, withheld=(item,)),
        Clause.NOT_REQUIRED: replace(empty, scope=Scope("the provision", "all of it lies outside")),
    }
    for clause, dossier in said.items():
        book, ground = next((book, ground) for book, ground in PARTIAL if ground.policy == clause.value)
        assert GAP_OF[clause] not in gaps(book, ground, replace(dossier, right=ground.rights[0])), clause
