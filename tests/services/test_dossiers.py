"""Dossiers: what the program fills in, what the officer wrote, and what stays with a decision that was told."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.makers import EU_DE, SUBJECT, Desktop
from tests.refusals import complete, fill
from workbench.domain.bases import Follows
from workbench.domain.commands import CloseCase, ReopenCase, SaveDossier
from workbench.domain.decisions import Outcome, ReopenCause, RightNotAskedError
from workbench.domain.dossier import (
    Automated,
    Details,
    Dossier,
    EarlierRequest,
    KeepReason,
    KeptItem,
    Ported,
    Rectified,
    SwitchedOff,
)
from workbench.domain.errors import InvalidInputError, NotPermittedError
from workbench.domain.letters import LetterKind
from workbench.domain.retention import Held, Milestone
from workbench.domain.rights import Right
from workbench.services.closure import close_case, reopen_case
from workbench.services.dossiers import DossierPage, dossier_page, save_dossier, weigh_erasure
from workbench.services.letters import load_letter, preview_letter
from workbench.services.office import run
from workbench.services.verify import verify_office
from workbench.store import dossiers as dossier_store

GROUND = ("EU.frivolous",)


def page(desktop: Desktop, case_id: int, right: Right = Right.ACCESS) -> DossierPage:
    return desktop.see(dossier_page, case_id, right)


def save(desktop: Desktop, case_id: int, dossier: Dossier) -> bool:
    return desktop.do(save_dossier, SaveDossier(case_id=case_id, dossier=dossier)).journal


def refused(desktop: Desktop) -> int:
    case_id = desktop.register()
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, GROUND, "Asked and answered.")
    return case_id


def test_earlier_requests_of_the_same_person_are_found_by_address_or_name(desktop: Desktop) -> None:
    first = desktop.register()
    desktop.decide(first)
    desktop.hand.later(days=20)
    desktop.register(subject=replace(SUBJECT, name="Hanna B.", email=SUBJECT.email.upper()))
    desktop.hand.later(days=10)
    desktop.register(subject=replace(SUBJECT, name="Somebody Else", email="other@beispiel.example"))
    third = desktop.register()
    found = page(desktop, third).dossier.earlier
    assert [(one.days_to_next, [(pair.right, pair.outcome) for pair in one.outcomes]) for one in found] == [
        (20, [(Right.ACCESS, Outcome.GRANTED)]),
        (10, [(Right.ACCESS, None)]),
    ]


def test_the_officers_words_on_an_earlier_request_stay_and_the_rest_is_the_programs(desktop: Desktop) -> None:
    first = desktop.page(desktop.register()).case.number
    case_id = desktop.register()
    at_work = page(desktop, case_id).dossier
    said = replace(at_work.earlier[0], changed="a new invoice")
    forged = EarlierRequest("DSR-1999-0001", date(1999, 1, 1), (), 3, "made up")
    save(desktop, case_id, replace(at_work, earlier=(replace(said, days_to_next=999), forged)))
    found = page(desktop, case_id).dossier.earlier
    assert [(one.case_number, one.days_to_next, one.changed) for one in found] == [(first, 0, "a new invoice")]


def test_what_is_saved_is_read_back_whole(desktop: Desktop) -> None:
    case_id = refused(desktop)
    dossier = desktop.see(complete, case_id, Right.ACCESS)
    save(desktop, case_id, dossier)
    assert page(desktop, case_id).dossier == dossier
    assert page(desktop, case_id).officer_name == "Ayu Contoh"


def test_saving_the_same_again_writes_nothing(desktop: Desktop) -> None:
    case_id = refused(desktop)
    dossier = desktop.see(complete, case_id, Right.ACCESS)
    assert save(desktop, case_id, dossier)
    assert not save(desktop, case_id, dossier)


def test_the_journal_vouches_for_a_dossier(desktop: Desktop) -> None:
    case_id = refused(desktop)
    fill(desktop.office, case_id, Right.ACCESS)
    assert verify_office(desktop.office) == ()
    assert "dossier_saved" in [line.action for line in desktop.page(case_id).history]


def test_a_dossier_of_another_case_or_right_is_refused(desktop: Desktop) -> None:
    case_id = refused(desktop)
    number = desktop.page(case_id).case.number
    with pytest.raises(InvalidInputError):
        save(desktop, case_id, Dossier("DSR-2026-9999", Right.ACCESS))
    with pytest.raises(RightNotAskedError):
        save(desktop, case_id, Dossier(number, Right.ERASURE))


def test_after_the_decision_was_told_the_dossier_stays_and_cannot_be_saved(desktop: Desktop) -> None:
    case_id = refused(desktop)
    desktop.send(case_id, LetterKind.REFUSAL)
    kept = page(desktop, case_id)
    assert not kept.editable
    with pytest.raises(NotPermittedError):
        save(desktop, case_id, replace(kept.dossier, internal="Changed my mind."))
    stored = desktop.see(lambda desk: dossier_store.list_for_case(desk.session, case_id))
    assert [one.decision_id for one in stored] == [kept.decision.id if kept.decision is not None else None]


def test_a_reopened_case_begins_a_new_dossier_and_the_old_one_stays_readable(desktop: Desktop) -> None:
    case_id = refused(desktop)
    desktop.send(case_id, LetterKind.REFUSAL)
    old = page(desktop, case_id).dossier
    number = old.case_number
    desktop.do(close_case, CloseCase(case_id=case_id))
    reopened = ReopenCase(case_id=case_id, reason="A new mail.", cause=ReopenCause.NEW_FACTS, rights=(Right.ACCESS,))
    desktop.do(reopen_case, reopened)
    anew = page(desktop, case_id)
    assert anew.dossier == Dossier(number, Right.ACCESS)
    assert anew.decision is None
    assert [(one.decision.outcome, one.dossier) for one in anew.earlier_rounds] == [(Outcome.REFUSED, old)]
    save(desktop, case_id, replace(anew.dossier, internal="Begun anew."))
    assert [one.dossier for one in page(desktop, case_id).earlier_rounds] == [old]
    assert page(desktop, case_id).dossier.internal == "Begun anew."


def test_grounds_factors_and_bases_are_offered_with_sources(desktop: Desktop) -> None:
    case_id = desktop.register(Right.PORTABILITY)
    (law,) = page(desktop, case_id, Right.PORTABILITY).laws
    assert (law.law, law.received_on) == ("EU", date(2026, 11, 2))
    assert len(law.clauses) == 5
    assert all(offer.ground.source.cite for clause in law.clauses for offer in clause.offer.grounds)
    assert {one.follows for one in law.follows} >= {Follows.YES, Follows.NO}


def test_the_systems_that_an_estimate_does_not_name_yet_are_offered(desktop: Desktop) -> None:
    case_id = refused(desktop)
    before = {one.system for one in page(desktop, case_id).effort_offered}
    fill(desktop.office, case_id, Right.ACCESS)
    assert before - {one.system for one in page(desktop, case_id).effort_offered} == {"mailboxes"}
    assert "domain_registry" not in before  # a recipient is no system to search


def test_erasure_is_weighed_by_category(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ERASURE)
    held = (Held("invoices", {Milestone.ISSUED: date(2025, 3, 1)}), Held("email"), Held("preferences"))
    (weighed,) = desktop.see(weigh_erasure, case_id, held)
    assert weighed.law == "EU"
    assert {one.category for one in weighed.lines if one.stays} == {"invoices"}
    assert KeepReason.SUPPRESSION in {one.reason for one in weighed.kept}


DETAILS = {
    LetterKind.RECTIFICATION: (
        Right.RECTIFICATION,
        Details(rectified=(Rectified("surname", "Kovalska", "Kowalska"),), told=("Registry Contoh",)),
        ("measures", "surname: “Kovalska” is now “Kowalska”"),
    ),
    LetterKind.RESTRICTION: (
        Right.RESTRICTION,
        Details(switched_off=(SwitchedOff("credit scoring", "billing"),)),
        ("measures", "credit scoring (billing)"),
    ),
    LetterKind.OBJECTION: (
        Right.OBJECTION,
        Details(switched_off=(SwitchedOff("statistics", "web logs"),)),
        ("measures", "statistics (web logs)"),
    ),
    LetterKind.AUTOMATED_DECISION: (
        Right.AUTOMATED_DECISION,
        Details(automated=Automated("A score of three numbers.", "It blocks orders.", "The order was stopped.")),
        ("consequences", "It blocks orders.\nThe order was stopped."),
    ),
    LetterKind.PORTABILITY: (
        Right.PORTABILITY,
        Details(ported=Ported("three domains", "JSON", "to the person, by download")),
        ("file_format", "JSON"),
    ),
}


@pytest.mark.parametrize("kind", DETAILS, ids=[kind.value for kind in DETAILS])
def test_what_a_decision_brings_is_suggested_to_its_letter(desktop: Desktop, kind: LetterKind) -> None:
    right, details, (place, words) = DETAILS[kind]
    case_id = desktop.register(right, laws=(EU_DE,))
    desktop.decide(case_id, right)
    save(desktop, case_id, replace(page(desktop, case_id, right).dossier, details=details))
    assert desktop.see(preview_letter, case_id, kind, "en").fields.insert(place) == words
    letter_id = desktop.draft(case_id, kind)
    assert desktop.see(load_letter, letter_id).fields.insert(place) == words


def test_kept_items_may_have_a_day_or_words(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ERASURE)
    kept = (
        KeptItem("invoices", KeepReason.LEGAL_DUTY, "tax law", date(2036, 1, 1)),
        KeptItem("mails", KeepReason.CLAIMS, "claim", None, "the claim is settled"),
    )
    at_work = page(desktop, case_id, Right.ERASURE).dossier
    run(desktop.office, partial(save_dossier, SaveDossier(case_id=case_id, dossier=replace(at_work, kept=kept))))
    assert page(desktop, case_id, Right.ERASURE).dossier.kept == kept
