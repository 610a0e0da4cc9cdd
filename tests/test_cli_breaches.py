"""The command and the register of breaches: listed, as JSON, as a table and on paper."""

import csv
import io
from pathlib import Path

from tests.makers import EU_DE, ID_ID, JAKARTA, PASSPHRASE
from tests.paper.reading import words_of
from tests.test_cli import Command, command, is_one_sentence
from workbench import bootstrap
from workbench.domain.breaches import NoticeStage
from workbench.domain.commands import OpenBreach, RecordBreachNotice
from workbench.services import breaches
from workbench.services.office import Desk, run

__all__ = ["command"]


def open_one(command: Command) -> None:
    """Open a breach under two laws, and tell one authority six hours later."""

    def act(desk: Desk) -> None:
        opening = OpenBreach(title="=Stolen laptop", what="In a train.", aware_at=desk.now, zone=JAKARTA, laws=(ID_ID, EU_DE))
        case_id = int(breaches.open_breach(opening, desk).created or 0)
        notice = RecordBreachNotice(case_id=case_id, law="ID", stage=NoticeStage.INITIAL, at=desk.now, zone=JAKARTA)
        breaches.record_notice(notice, desk)

    office = bootstrap.open_office(command.store, passphrase=PASSPHRASE, clock=command.hand)
    run(office, act)
    office.close()


def test_the_register_is_listed_and_written_to_files(command: Command, tmp_path: Path) -> None:
    command.hand.go("2026-11-02 10:20")
    empty = command.on("breaches")
    assert empty.out.split()[:3] == ["Breach", "Known", "since"]
    assert command.on("breaches", "--json").json == []
    open_one(command)
    command.hand.later(hours=1)
    (head, line) = command.on("breaches").out.splitlines()
    assert head.startswith("Breach")
    assert "BRE-2026-0001" in line
    assert "5 November 2026, 10:20 WIB" in line
    (found,) = command.on("breaches", "--json").json
    assert (found["number"], found["hours_to_notice"], found["risk"]) == ("BRE-2026-0001", 0, None)
    assert found["laws"] == [{"law": "ID", "place": "ID"}, {"law": "EU", "place": "DE"}]
    assert found["next"]["limit"] == "ID.breach_subject"
    assert [(one["what"], one["law"], one["late"]) for one in found["notices"]] == [("initial", "ID", False)]
    table, paper = tmp_path / "register.csv", tmp_path / "register.pdf"
    command.on("breaches", "--csv", str(table), "--pdf", str(paper), "--lang", "id")
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert (rows[0][0], rows[1][0], rows[1][1]) == ("Nomor", "BRE-2026-0001", "'=Stolen laptop")
    assert "Daftar kegagalan pelindungan data pribadi" in words_of(paper.read_bytes())
    again = command.may("breaches", "--csv", str(table))
    assert again.code == 1
    assert is_one_sentence(again.err)
    assert command.on("breaches", "--csv", str(table), "--force").code == 0
