"""The command `workbench breaches`: the register of breaches listed, as JSON, as a table and as a formal record.

JSON says instants in UTC and word keys as the store keeps them; a table and a record are in the language asked for.
"""

from functools import partial

from workbench.domain.case_clocks import end_of
from workbench.door import DONE, Door
from workbench.services import breach_register
from workbench.services import breaches as service
from workbench.services.breaches import BreachLine, NoticeLine
from workbench.services.exports import export
from workbench.services.office import ask


def breaches(door: Door) -> int:
    """List the breaches, the newest first; write the register to files where they are named.

    Raises:
        FileExistsAlreadyError, FileUnwritableError: a file cannot be written.
    """
    arguments = door.arguments
    language = arguments.lang or door.words.language
    with door.office(read_only=True) as office:
        lines = ask(office, service.list_breaches)
        for path, made in ((arguments.csv, breach_register.register_csv), (arguments.pdf, breach_register.register_pdf)):
            if path is not None:
                export(path, ask(office, partial(made, language=language)), replace=arguments.force)
    if arguments.json:
        door.dump([_as_json(line) for line in lines])
        return DONE
    heads = ("breach", "breach_aware", "breach_state", "breach_risk", "breach_hours", "breach_due", "breach_title")
    door.table(heads, [_row(line, door) for line in lines])
    return DONE


def _row(line: BreachLine, door: Door) -> tuple[str, ...]:
    spoken, risk = door.words, line.breach.assessment
    due = line.next.due if line.next is not None else None
    return (
        line.number,
        spoken.date(line.aware_at, line.zone),
        spoken.word("phase", line.phase.value),
        spoken.word("breach_risk", risk.risk.value) if risk is not None else spoken.word("breach_register", "not_assessed"),
        str(line.hours) if line.hours is not None else "",
        spoken.date(due, line.next.zone) if due is not None and line.next is not None else "",
        line.breach.title,
    )


def _as_json(line: BreachLine) -> dict[str, object]:
    breach, risk, upcoming = line.breach, line.breach.assessment, line.next
    due = upcoming.due if upcoming is not None else None
    return {
        "number": line.number,
        "title": breach.title,
        "phase": line.phase.value,
        "officer": line.officer_name,
        "aware_at": line.aware_at.isoformat(),
        "occurred_at": line.occurred_at.isoformat() if line.occurred_at is not None else None,
        "suspected_at": line.suspected_at.isoformat() if line.suspected_at is not None else None,
        "zone": line.zone,
        "laws": [{"law": one.law, "place": one.place} for one in line.laws],
        "what": breach.what,
        "nature": [one.value for one in breach.nature],
        "categories": list(breach.categories),
        "other_data": breach.other_data,
        "people": breach.people,
        "subjects": breach.subjects,
        "records": breach.records,
        "approximate": breach.approximate,
        "by_processor": breach.by_processor,
        "consequences": breach.consequences,
        "measures": breach.measures,
        "protected": breach.protected,
        "risk": risk.risk.value if risk is not None else None,
        "likelihood": risk.likelihood.value if risk is not None else None,
        "severity": risk.severity.value if risk is not None else None,
        "risk_reasons": risk.reasons if risk is not None else "",
        "hours_to_notice": line.hours,
        "next": {
            "law": upcoming.law,
            "limit": upcoming.limit_id,
            "due": due.isoformat(),
            "ends_at": end_of(due, upcoming.zone).isoformat(),
            "late": upcoming.late,
        }
        if upcoming is not None and due is not None
        else None,
        "notices": [_notice(one) for one in line.notices],
    }


def _notice(notice: NoticeLine) -> dict[str, object]:
    return {
        "what": notice.what,
        "law": notice.law,
        "at": notice.at.isoformat(),
        "hours": notice.hours,
        "late": notice.late,
        "authority": notice.authority,
        "reference": notice.reference,
        "letter": notice.letter,
        "text": notice.text,
        "count": notice.count,
        "officer": notice.officer_name,
    }
