"""Tasks follow decisions: recipients to be told, people for the suppression list."""

from dataclasses import replace

from tests.makers import EU_DE, Desktop
from workbench.domain.commands import Decide, FinishTask, SaveDossier
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.dossier import KeepReason, KeptItem
from workbench.domain.rights import Right
from workbench.services.decisions import decide
from workbench.services.dossiers import dossier_page, save_dossier
from workbench.services.tasks import SUPERSEDED, SUPPRESS, TELL_RECIPIENT, TaskLine, finish_task, list_tasks, tasks_of
from workbench.services.today import today_board
from workbench.services.verify import verify_office
from workbench.services.wording import LANGUAGES, words


def told(lines: tuple[TaskLine, ...]) -> set[str]:
    return {line.detail("recipient") for line in lines if line.kind == TELL_RECIPIENT}


def test_a_rectification_granted_brings_a_task_for_each_recipient(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RECTIFICATION)
    desktop.decide(case_id, Right.RECTIFICATION)
    lines = desktop.see(list_tasks, case_id=case_id)
    assert "domain_registry" in told(lines)
    assert {line.detail("law") for line in lines} == {"EU"}
    assert all(line.detail("cite") and line.mine and line.case_number for line in lines)
    assert verify_office(desktop.office) == ()


def test_only_recipients_of_the_categories_named_are_told(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RECTIFICATION)
    line = ScheduleLine(category="card", detail="new number", treatment=Treatment.CHANGED)
    desktop.do(decide, Decide(case_id=case_id, right=Right.RECTIFICATION, outcome=Outcome.GRANTED, schedule=(line,)))
    some = told(desktop.see(list_tasks))
    other = desktop.register(Right.RECTIFICATION)
    desktop.decide(other, Right.RECTIFICATION)
    assert some
    assert some < told(desktop.see(list_tasks, case_id=other))


def test_access_brings_no_task(desktop: Desktop) -> None:
    desktop.decide(desktop.register())
    assert desktop.see(list_tasks) == ()


def test_a_marketing_objection_puts_the_person_on_the_suppression_list(desktop: Desktop) -> None:
    case_id = desktop.register(Right.MARKETING_OPTOUT)
    desktop.decide(case_id, Right.MARKETING_OPTOUT)
    assert [line.kind for line in desktop.see(list_tasks)] == [SUPPRESS]


def test_an_erasure_that_keeps_an_address_for_suppression_brings_the_task_when_the_dossier_says_so(desktop: Desktop) -> None:
    case_id = desktop.register(Right.ERASURE)
    desktop.decide(case_id, Right.ERASURE)
    assert SUPPRESS not in {line.kind for line in desktop.see(list_tasks)}
    dossier = desktop.see(dossier_page, case_id, Right.ERASURE).dossier
    kept = (KeptItem("email", KeepReason.SUPPRESSION, "no newsletter again", None, "as long as we send newsletters"),)
    desktop.do(save_dossier, SaveDossier(case_id=case_id, dossier=replace(dossier, kept=kept)))
    assert SUPPRESS in {line.kind for line in desktop.see(list_tasks)}


def test_a_decision_taken_anew_closes_the_tasks_that_no_longer_hold(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RECTIFICATION)
    desktop.decide(case_id, Right.RECTIFICATION)
    desktop.decide(case_id, Right.RECTIFICATION, Outcome.NOTHING_HELD)
    assert desktop.see(list_tasks) == ()
    assert {line.remark for line in desktop.see(tasks_of, case_id)} == {SUPERSEDED}
    desktop.decide(case_id, Right.RECTIFICATION)
    assert told(desktop.see(list_tasks))


def test_what_was_done_is_not_asked_again(desktop: Desktop) -> None:
    case_id = desktop.register(Right.RECTIFICATION, laws=(EU_DE,))
    desktop.decide(case_id, Right.RECTIFICATION)
    first = desktop.see(list_tasks)[0]
    desktop.do(finish_task, FinishTask(task_id=first.id, remark="By mail."))
    desktop.do(finish_task, FinishTask(task_id=first.id, remark="Twice."))
    desktop.decide(case_id, Right.RECTIFICATION, Outcome.GRANTED)
    assert first.detail("recipient") not in told(desktop.see(list_tasks))
    assert [line.remark for line in desktop.see(tasks_of, case_id) if line.id == first.id] == ["By mail."]


def test_open_tasks_lie_on_the_desk(desktop: Desktop) -> None:
    desktop.decide(desktop.register(Right.RECTIFICATION), Right.RECTIFICATION)
    count = len(desktop.see(list_tasks))
    assert ("tell_recipients", count) in [(task.code, task.count) for task in desktop.see(today_board).tasks]


def test_every_recipient_and_kind_has_its_word(desktop: Desktop) -> None:
    desktop.decide(desktop.register(Right.RECTIFICATION), Right.RECTIFICATION)
    for language in LANGUAGES:
        known = words(language)
        for line in desktop.see(list_tasks):
            assert known.has("task_kind", line.kind)
            assert known.has("system", line.detail("recipient"))
