"""Complaints, regulator matters and breaches of the demo: how each is opened, and what is done in it, word by word of the data.

Days in a step are counted from its instant. A proof is the name of a file of the case, `case` for the case that it is about, or
`letter:<kind>` for a letter of that.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from workbench.domain.breaches import Breach, BreachNature, Level, NoticeStage, NotToTell, Risk, RiskAssessment
from workbench.domain.cases import Channel
from workbench.domain.changes import Changes
from workbench.domain.commands import (
    AnswerMoreTime,
    AskInWriting,
    AskMoreTime,
    AssessRisk,
    CheckAuthority,
    DecideComplaint,
    LeaveUntold,
    OpenBreach,
    OpenMatter,
    PassComplaintOn,
    PlanChase,
    RecordAuthorityDecision,
    RecordAuthorityLetter,
    RecordBreachNotice,
    RecordSubjectsTold,
    RecordWriting,
    RegisterComplaint,
    SaveBreach,
    SaveComplaint,
    SaveMatter,
)
from workbench.domain.complaints import Complaint, ComplaintKind, ComplaintOutcome, Inquiry, Remedy, TransferAtIssue
from workbench.domain.dossier import EvidenceRef, EvidenceRefKind
from workbench.domain.evidence import NewEvidence
from workbench.domain.matters import (
    ContactOfficer,
    CorrectiveTask,
    MatterDecision,
    MatterKind,
    MatterOutcome,
    Meeting,
    Question,
    QuestionState,
    Undertaking,
)
from workbench.domain.rights import Right
from workbench.services import authorities, breaches, complaints, matters
from workbench.services.demo_stage import ZONE, Facts, Stage, UseCase, day, day_or_none, instant, law_place, new_file, subject
from workbench.services.office import Desk
from workbench.store import case_contents
from workbench.store import cases as case_store
from workbench.store import evidence as evidence_store


def check_authority(facts: Facts) -> UseCase:
    """Return the use case by which the office checks the entry of an authority."""
    command = CheckAuthority(authority_id=facts["authority"], against=facts["against"])
    return partial(authorities.check_authority, command)


# Opening


def open_complaint(
    facts: Facts, person: Facts, received_at: datetime, original: tuple[NewEvidence, ...], stage: Stage
) -> UseCase:
    """Return the use case that registers a complaint."""
    transfer = facts.get("transfer")
    command = RegisterComplaint(
        subject=subject(person),
        received_at=received_at,
        zone=ZONE,
        channel=Channel(facts.get("channel", "email")),
        laws=tuple(law_place(law) for law in facts["laws"]),
        kind=ComplaintKind(facts["kind"]),
        written=facts.get("written", True),
        about_id=stage.cases[facts["about"]] if "about" in facts else None,
        rights=tuple(Right(right) for right in facts.get("rights", ())),
        transfer=TransferAtIssue(**transfer) if transfer is not None else None,
        subject_line=facts["subject_line"],
        text=facts["text"].strip(),
        language=facts.get("language", "en"),
        evidence=original,
    )
    return stage.opens(facts["trap"], partial(complaints.register_complaint, command))


def open_matter(facts: Facts, received_at: datetime, stage: Stage) -> UseCase:
    """Return the use case that opens a regulator matter."""
    target = day_or_none(facts.get("target", ""), received_at)
    command = OpenMatter(
        kind=MatterKind(facts["kind"]),
        authority_id=facts["authority"],
        why_competent=facts["why"],
        received_at=received_at,
        zone=ZONE,
        channel=Channel(facts.get("channel", "email")),
        laws=tuple(law_place(law) for law in facts["laws"]),
        reference=facts.get("reference", ""),
        contact=ContactOfficer(**facts.get("contact", {})),
        basis=facts.get("basis", ""),
        due=day_or_none(facts.get("due", ""), received_at),
        target_on=target,
        about_id=stage.cases[facts["about"]] if "about" in facts else None,
        subject_line=facts["subject_line"],
        text=facts["text"].strip(),
        language=facts.get("language", "en"),
        evidence=tuple(new_file({"kind": "correspondence", **one}) for one in facts.get("files", ())),
    )
    return stage.opens(facts["trap"], partial(matters.open_matter, command))


def open_breach(facts: Facts, aware_at: datetime, stage: Stage) -> UseCase:
    """Return the use case that opens a breach."""
    command = OpenBreach(
        title=facts["title"],
        what=facts["text"].strip(),
        aware_at=aware_at,
        zone=ZONE,
        laws=tuple(law_place(law) for law in facts["laws"]),
        occurred_at=aware_at + timedelta(hours=facts["occurred"]) if "occurred" in facts else None,
        suspected_at=aware_at + timedelta(hours=facts["suspected"]) if "suspected" in facts else None,
        language=facts.get("language", "en"),
    )
    return stage.opens(facts["trap"], partial(breaches.open_breach, command))


# What is done


def play(trap: str, step: Facts, at: datetime, stage: Stage) -> UseCase:  # noqa: C901, PLR0911, PLR0912  one case for each word of the data
    """Return the use case of one step in a complaint, a matter or a breach.

    Raises:
        ValueError: the data name nothing that can be done.
    """
    case_id = stage.cases[trap]
    match step["do"]:
        case "investigation":
            return partial(_save_complaint, case_id, step, at, stage)
        case "ask_in_writing":
            return partial(complaints.ask_in_writing, AskInWriting(case_id=case_id, asked_at=at, zone=ZONE))
        case "writing":
            written = RecordWriting(case_id=case_id, at=at, zone=ZONE, text=step["words"])
            return partial(complaints.record_writing, written)
        case "decide_complaint":
            decided = DecideComplaint(case_id=case_id, outcome=ComplaintOutcome(step["outcome"]), reasons=step["reasons"])
            return partial(complaints.decide_complaint, decided)
        case "pass_on":
            passed = PassComplaintOn(case_id=case_id, authority_id=step["authority"], at=at, zone=ZONE, reason=step["reason"])
            return stage.opens(step["matter"], partial(complaints.pass_on, passed))
        case "matter":
            return partial(_save_matter, case_id, step, at, stage)
        case "ask_more_time":
            asked = AskMoreTime(case_id=case_id, until=day(step["until"], at), reason=step["reason"], at=at, zone=ZONE)
            return partial(matters.ask_more_time, asked)
        case "answer_more_time":
            until = day_or_none(step.get("until", ""), at)
            answered = AnswerMoreTime(case_id=case_id, until=until, at=at, zone=ZONE, said_in=step["said_in"])
            return partial(matters.answer_more_time, answered)
        case "authority_letter":
            return partial(matters.record_letter, _letter(case_id, step, at))
        case "authority_decision":
            return partial(matters.record_decision, _decision(case_id, step, at, stage))
        case "chase":
            chased = PlanChase(case_id=case_id, due_on=day(step["due"], at), text=step["words"])
            return partial(matters.plan_chase, chased)
        case "breach":
            return partial(_save_breach, case_id, step)
        case "assess":
            assessment = RiskAssessment(Level(step["likelihood"]), Level(step["severity"]), Risk(step["risk"]), step["reasons"])
            return partial(breaches.assess_risk, AssessRisk(case_id=case_id, assessment=assessment))
        case "notice":
            notice = RecordBreachNotice(
                case_id=case_id,
                law=step["law"],
                stage=NoticeStage(step["stage"]),
                at=at,
                zone=ZONE,
                reference=step.get("reference", ""),
            )
            return partial(breaches.record_notice, notice)
        case "people_told":
            told = RecordSubjectsTold(
                case_id=case_id, law=step.get("law", ""), at=at, zone=ZONE, how=step["how"], count=step.get("count")
            )
            return partial(breaches.record_subjects_told, told)
        case "untold":
            left = LeaveUntold(case_id=case_id, law=step["law"], who=NotToTell(step["who"]), reason=step["reason"])
            return partial(breaches.leave_untold, left)
        case unknown:
            raise ValueError(unknown)


def _save_complaint(case_id: int, step: Facts, at: datetime, stage: Stage, desk: Desk) -> Changes:
    kept = case_contents.load(desk.session, case_id, Complaint)
    complaint = replace(
        kept,
        inquiries=tuple(
            Inquiry(question, asked, finding, tuple(_proof(desk, case_id, one) for one in proofs))
            for question, asked, finding, proofs in step["questions"]
        ),
        remedies=tuple(Remedy(what, stage.officers[owner], day(due, at)) for what, owner, due in step.get("remedies", ())),
    )
    return complaints.save_complaint(SaveComplaint(case_id=case_id, complaint=complaint), desk)


def _proof(desk: Desk, case_id: int, named: str) -> EvidenceRef:
    about_id = case_store.load(desk.session, case_id).about_id
    if named == "case" and about_id is not None:
        return EvidenceRef(EvidenceRefKind.CASE, number=case_store.number_of(desk.session, about_id))
    if named.startswith("letter:") and about_id is not None:
        kind = named.removeprefix("letter:")
        letters = case_store.load(desk.session, about_id).letters
        return EvidenceRef(EvidenceRefKind.LETTER, number=next(one.number for one in letters if one.kind.value == kind))
    return EvidenceRef(EvidenceRefKind.FILE, evidence_id=_files(desk, case_id, (named,))[0])


def _files(desk: Desk, case_id: int, names: Iterable[str]) -> tuple[int, ...]:
    kept = {one.name: one.id for one in evidence_store.list_for_case(desk.session, case_id)}
    return tuple(kept[name] for name in names)


def _save_matter(case_id: int, step: Facts, at: datetime, stage: Stage, desk: Desk) -> Changes:
    """Keep what a step says of a matter: what it does not name stays as it was."""
    kept = matters.matter_page(desk, case_id).matter
    said: dict[str, Any] = {key: step[key] for key in ("reference", "basis") if key in step}
    if "contact" in step:
        said["contact"] = ContactOfficer(**step["contact"])
    if "target" in step:
        said["target_on"] = day(step["target"], at)
    if "questions" in step:
        said["questions"] = tuple(
            Question(
                text,
                label,
                answer,
                stage.officers[owner] if owner else None,
                _files(desk, case_id, files),
                QuestionState(state),
            )
            for label, text, state, owner, answer, files in step["questions"]
        )
    if "meetings" in step:
        said["meetings"] = tuple(
            Meeting(instant(when, at, at), ZONE, call, people, note) for when, call, people, note in step["meetings"]
        )
    if "undertakings" in step:
        said["undertakings"] = tuple(
            Undertaking(
                text, stage.officers[owner], day(due, at), day_or_none(kept_on, at), _files(desk, case_id, files), number
            )
            for number, (text, owner, due, kept_on, files) in enumerate(step["undertakings"], start=1)
        )
    return matters.save_matter(SaveMatter(case_id=case_id, matter=replace(kept, **said)), desk)


def _letter(case_id: int, step: Facts, at: datetime) -> RecordAuthorityLetter:
    return RecordAuthorityLetter(
        case_id=case_id,
        at=at,
        zone=ZONE,
        what=step["words"],
        evidence=new_file({"kind": "correspondence", **step["file"]}) if "file" in step else None,
        asks=step.get("asks", False),
        due=day_or_none(step.get("due", ""), at),
    )


def _decision(case_id: int, step: Facts, at: datetime, stage: Stage) -> RecordAuthorityDecision:
    return RecordAuthorityDecision(
        case_id=case_id,
        decision=MatterDecision(
            MatterOutcome(step["outcome"]),
            day("+0d", at),
            reference=step.get("reference", ""),
            summary=step["summary"],
            appeal_until=day_or_none(step.get("appeal_until", ""), at),
            appeal_to=step.get("appeal_to", ""),
        ),
        at=at,
        zone=ZONE,
        reopen=tuple(Right(right) for right in step.get("reopen", ())),
        tasks=tuple(CorrectiveTask(text, stage.officers[owner], day(due, at)) for text, owner, due in step.get("tasks", ())),
        evidence=new_file({"kind": "correspondence", **step["file"]}) if "file" in step else None,
    )


def _save_breach(case_id: int, step: Facts, desk: Desk) -> Changes:
    kept = case_contents.load(desk.session, case_id, Breach)
    words = ("other_data", "people", "by_processor", "consequences", "measures", "protected")
    counts = ("subjects", "records", "approximate")
    breach = replace(
        kept,
        nature=tuple(BreachNature(one) for one in step["nature"]),
        categories=tuple(step.get("categories", kept.categories)),
        **{key: step[key] for key in (*words, *counts) if key in step},
    )
    return breaches.save_breach(SaveBreach(case_id=case_id, breach=breach), desk)
