"""The second pair of eyes at another workbench: a packet goes out, the answer comes back, and nothing else is believed."""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import timedelta
from functools import lru_cache, partial
from pathlib import Path

import pytest

from tests.makers import PASSPHRASE, Desktop, Hand
from tests.refusals import fill
from workbench import bootstrap
from workbench.domain.approvals import ContentChangedError, Means, NoLetterToApproveError, OwnApprovalError
from workbench.domain.canonical import to_json
from workbench.domain.commands import AttachEvidence, ReviseLetter, SaveDossier
from workbench.domain.decisions import Outcome
from workbench.domain.dossier import Verdict
from workbench.domain.errors import InvalidInputError
from workbench.domain.evidence import NewEvidence
from workbench.domain.letters import ComposedLetter, LetterKind
from workbench.domain.packets import (
    AddReviewer,
    AnswerForgedError,
    AnswerPacket,
    AnswerSwappedError,
    AnswerTimeError,
    ExportPacket,
    Packet,
    PacketAnswer,
    PacketAnsweredError,
    PacketLetter,
    PacketUnknownError,
    ReviewerKnownError,
    ReviewerUnknownError,
    TakeAnswer,
)
from workbench.domain.readiness import CheckCode
from workbench.domain.rights import Right
from workbench.formats import packet as sealed
from workbench.formats.packet import FLOOR, Kind, NewItem, PacketDamagedError, PacketSecretError, PacketTooNewError
from workbench.services import approvals, dossiers, evidence, letters, packets
from workbench.services.exports import FileExistsAlreadyError, streaming
from workbench.services.office import Desk, ask, run
from workbench.store import evidence as evidence_store
from workbench.store import journal as journal_store
from workbench.store import keys
from workbench.store.engine import Session
from workbench.store.errors import WrongSecretError

SAID = "badoki lumeta gofira"
OWN = "five patient herons wade"
PROOF = bytes(range(256)) * 8000
GROUND = "EU.frivolous"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch a passphrase once for each file: the same files are opened hundreds of times here."""
    once = lru_cache(sealed.stretch)
    for function in (sealed.read, sealed.write):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "stretcher", once)


@pytest.fixture
def elsewhere(tmp_path: Path, hand: Hand) -> Iterator[Desktop]:
    """Another office, with its own officer, on another laptop."""
    office, _code = bootstrap.create_office(
        tmp_path / "elsewhere",
        passphrase=OWN,
        officer_name="Citra Jauh",
        officer_title="Reviewer",
        clock=hand,
        cost=keys.FLOOR,
        office_name="Onee Review Office",
    )
    yield Desktop(office, hand)
    office.close()


@pytest.fixture
def refused(desktop: Desktop) -> int:
    """Return a case whose access is refused, with a dossier that stands, a letter drafted and a proof kept."""
    case_id = desktop.register(Right.ACCESS)
    new = NewEvidence("earlier mail.bin", "application/octet-stream", PROOF)
    desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=new))
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, (GROUND,), "The same was answered twice this month.")
    desktop.draft(case_id, LetterKind.REFUSAL)
    fill(desktop.office, case_id, Right.ACCESS)
    return case_id


def reviewer(home: Desktop, elsewhere: Desktop) -> int:
    """Make the officer elsewhere known at home and return their id there."""
    elsewhere.do(packets.make_own_key, OWN)
    key = elsewhere.see(packets.own_key)
    added = home.do(packets.add_reviewer, AddReviewer(name="Citra Jauh", public_key=key, title="Reviewer"))
    assert added.created is not None
    return added.created


def export(home: Desktop, case_id: int, path: Path, words: str = "") -> str:
    command = ExportPacket(case_id=case_id, right=Right.ACCESS, path=path, passphrase=SAID, words=words)
    return run(home.office, partial(packets.export_packet, command, cost=FLOOR)).number


def answer(elsewhere: Desktop, path: Path, out: Path, verdict: Verdict = Verdict.APPROVED, words: str = "") -> None:
    seen = packets.open_packet(path, SAID).sha256
    command = AnswerPacket(path=path, passphrase=SAID, own_passphrase=OWN, verdict=verdict, seen=seen, out=out, words=words)
    run(elsewhere.office, partial(packets.answer_packet, command, cost=FLOOR))


def look(home: Desktop, path: Path) -> packets.AnswerFound:
    return home.see(packets.look_at_answer, path, SAID)


def take(home: Desktop, path: Path) -> None:
    home.do(packets.take_answer, TakeAnswer(path=path, passphrase=SAID, seen=look(home, path).sha256))


def entries(home: Desktop) -> int:
    return ask(home.office, lambda desk: journal_store.head(desk.session).length)


def open_checks(home: Desktop, case_id: int) -> set[CheckCode]:
    return {check.code for check in home.see(approvals.readiness_of, case_id, Right.ACCESS) if not check.ok}


def test_a_packet_goes_to_a_second_store_and_its_answer_counts(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path, hand: Hand
) -> None:
    officer = reviewer(desktop, elsewhere)
    assert open_checks(desktop, refused) == {CheckCode.APPROVED}
    number = export(desktop, refused, tmp_path / "out.onee-packet", words="Is the pattern enough?")
    assert (tmp_path / "out.onee-packet").stat().st_mode & 0o777 == 0o600
    hand.later(hours=3)

    review = packets.open_packet(tmp_path / "out.onee-packet", SAID)
    packet = review.packet
    assert (packet.number, packet.asked_words) == (number, "Is the pattern enough?")
    assert packet.subject.name == "Hannah Beispiel"
    assert packet.decision.reason == "The same was answered twice this month."
    assert [one.name for one in packet.files] == ["earlier mail.bin"]
    assert {one.code for one in packet.checks if not one.ok} == {CheckCode.APPROVED}
    assert packets.letter_paper(review).startswith(b"%PDF")
    assert review.letter_pdf == packets.letter_paper(review)
    packets.save_copy(review, packet.files[0].item, tmp_path / "copy.bin")
    assert (tmp_path / "copy.bin").read_bytes() == PROOF

    answer(elsewhere, tmp_path / "out.onee-packet", tmp_path / "back.onee-answer", words="It is.")
    hand.later(hours=3)
    before = entries(desktop)
    found = look(desktop, tmp_path / "back.onee-answer")
    assert (found.officer_name, found.answer.verdict, found.answer.words) == ("Citra Jauh", Verdict.APPROVED, "It is.")
    assert entries(desktop) == before, "looking writes nothing"
    take(desktop, tmp_path / "back.onee-answer")
    assert open_checks(desktop, refused) == set()
    kept = desktop.see(approvals.approvals_of, refused, Right.ACCESS)[-1]
    assert (kept.means, kept.officer_id, kept.given_at) == (Means.PACKET, officer, found.answer.given_at)
    told = [entry.action for entry in ask(desktop.office, lambda desk: journal_store.entries(desk.session))]
    assert told[-2:] == ["approval_given", "packet_answered"]
    with pytest.raises(PacketAnsweredError):
        take(desktop, tmp_path / "back.onee-answer")


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.QUESTIONS])
def test_a_rejection_and_questions_need_words_and_keep_the_letter_in(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path, verdict: Verdict
) -> None:
    reviewer(desktop, elsewhere)
    export(desktop, refused, tmp_path / "out")
    with pytest.raises(InvalidInputError):
        answer(elsewhere, tmp_path / "out", tmp_path / "back", verdict)
    assert not (tmp_path / "back").exists()
    answer(elsewhere, tmp_path / "out", tmp_path / "back", verdict, "What of the second address?")
    take(desktop, tmp_path / "back")
    assert open_checks(desktop, refused) == {CheckCode.APPROVED}


def test_five_hundred_mutations_of_packet_and_answer_write_no_row(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path
) -> None:
    reviewer(desktop, elsewhere)
    export(desktop, refused, tmp_path / "out")
    answer(elsewhere, tmp_path / "out", tmp_path / "back")
    at_home, there = entries(desktop), entries(elsewhere)
    chance = random.Random(11)  # noqa: S311  chosen places of a test
    changed = tmp_path / "changed"
    for number in range(500):
        data = mutated((tmp_path / ("out" if number % 2 else "back")).read_bytes(), chance)
        changed.write_bytes(data)
        seen = hashlib.sha256(data).hexdigest()
        command = AnswerPacket(
            path=changed, passphrase=SAID, own_passphrase=OWN, verdict=Verdict.APPROVED, seen=seen, out=tmp_path / "no"
        )
        taking = partial(packets.take_answer, TakeAnswer(path=changed, passphrase=SAID, seen=seen))
        answering = partial(packets.answer_packet, command, cost=FLOOR)
        with pytest.raises((PacketDamagedError, PacketSecretError, PacketTooNewError)):
            run(elsewhere.office, answering) if number % 2 else run(desktop.office, taking)
    assert (entries(desktop), entries(elsewhere)) == (at_home, there)
    assert not (tmp_path / "no").exists()
    take(desktop, tmp_path / "back")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one change: a bit, a cut, bytes more, bytes less; half of them with a checksum that fits."""
    place = chance.randrange(len(data))
    some = 1 + chance.randrange(30)
    changed = chance.choice(
        (
            data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :],
            data[:place],
            data[:place] + chance.randbytes(some) + data[place:],
            data[:place] + data[place + some :],
        )
    )
    if chance.random() < 0.5:
        body = changed[:-32]
        changed = body + hashlib.sha256(body).digest()
    return changed if changed != data else data[:-1]


def forged(home: Desktop, path: Path, change: Callable[[PacketAnswer], PacketAnswer]) -> Path:
    """Return an answer as somebody would write it who knows the passphrase, but has not the officer's key."""
    with path.open("rb") as source:
        opened = sealed.read(source, SAID, kind=Kind.ANSWER)
        said = packets._read(PacketAnswer, sealed.data_of(source, opened, "answer.json", most=10**6))
    data = to_json(change(said)).encode()
    item = NewItem("answer.json", len(data), hashlib.sha256(data).hexdigest(), lambda: data)
    target = path.with_name("forged")
    with streaming(target, replace=True) as stream:
        sealed.write(stream, [item], kind=Kind.ANSWER, passphrase=SAID, cost=FLOOR)
    assert home
    return target


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, verdict=Verdict.APPROVED),
        lambda one: replace(one, words="All is well."),
        lambda one: replace(one, given_at=one.given_at + timedelta(minutes=1)),
        lambda one: replace(one, reviewer="Somebody Else"),
        lambda one: replace(one, right=Right.ERASURE),
        lambda one: replace(one, digest="0" * 64),
        lambda one: replace(one, case_number="DSR-2026-0099"),
        lambda one: replace(one, public_key="0" * 64),
        lambda one: replace(one, signature=one.bound),
        lambda one: replace(one, bound=one.signature),
        lambda one: replace(one, signature="no hex"),
    ],
    ids=[
        "verdict",
        "words",
        "time",
        "name",
        "right",
        "content",
        "case",
        "key",
        "signature",
        "second signature",
        "no signature",
    ],
)
def test_an_answer_that_the_officer_did_not_sign_is_refused(
    desktop: Desktop,
    elsewhere: Desktop,
    refused: int,
    tmp_path: Path,
    change: Callable[[PacketAnswer], PacketAnswer],
) -> None:
    reviewer(desktop, elsewhere)
    export(desktop, refused, tmp_path / "out")
    answer(elsewhere, tmp_path / "out", tmp_path / "back", Verdict.REJECTED, "No.")
    before = entries(desktop)
    with pytest.raises(AnswerForgedError):
        look(desktop, forged(desktop, tmp_path / "back", change))
    assert entries(desktop) == before


def test_an_answer_to_another_packet_is_refused(desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path) -> None:
    reviewer(desktop, elsewhere)
    first = export(desktop, refused, tmp_path / "out")
    second = export(desktop, refused, tmp_path / "again")
    assert first != second
    answer(elsewhere, tmp_path / "out", tmp_path / "back")
    with pytest.raises(AnswerForgedError):
        look(desktop, forged(desktop, tmp_path / "back", lambda one: replace(one, packet=second)))
    with pytest.raises(PacketUnknownError):
        look(elsewhere, tmp_path / "back")
    with pytest.raises(PacketUnknownError):
        look(desktop, forged(desktop, tmp_path / "back", lambda one: replace(one, packet="P-2026-0009-ffffff")))


def test_an_answer_of_somebody_who_is_not_known_is_refused_with_the_key_to_compare(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path
) -> None:
    export(desktop, refused, tmp_path / "out")
    answer(elsewhere, tmp_path / "out", tmp_path / "back")
    with pytest.raises(ReviewerUnknownError) as refusal:
        look(desktop, tmp_path / "back")
    key = elsewhere.see(packets.own_key)
    assert str(refusal.value.details["fingerprint"]).replace(" ", "") == key
    desktop.do(packets.add_reviewer, AddReviewer(name="Citra Jauh", public_key=str(refusal.value.details["fingerprint"])))
    assert look(desktop, tmp_path / "back").officer_name == "Citra Jauh"


def test_an_answer_to_content_that_changed_since_is_refused(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path
) -> None:
    reviewer(desktop, elsewhere)
    export(desktop, refused, tmp_path / "out")
    answer(elsewhere, tmp_path / "out", tmp_path / "back")
    dossier = replace(desktop.see(dossiers.dossier_page, refused, Right.ACCESS).dossier, balancing="On second thoughts.")
    desktop.do(dossiers.save_dossier, SaveDossier(case_id=refused, dossier=dossier))
    with pytest.raises(ContentChangedError):
        look(desktop, tmp_path / "back")


def test_an_answer_from_before_the_packet_or_from_the_future_is_refused(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path, hand: Hand
) -> None:
    reviewer(desktop, elsewhere)
    export(desktop, refused, tmp_path / "out")
    for hours in (-2, 2):
        hand.later(hours=hours)
        answer(elsewhere, tmp_path / "out", tmp_path / f"back{hours}")
        hand.later(hours=-hours)
        with pytest.raises(AnswerTimeError):
            look(desktop, tmp_path / f"back{hours}")


def test_nobody_answers_their_own_packet(desktop: Desktop, refused: int, tmp_path: Path) -> None:
    export(desktop, refused, tmp_path / "out")
    seen = packets.open_packet(tmp_path / "out", SAID).sha256
    command = AnswerPacket(
        path=tmp_path / "out",
        passphrase=SAID,
        own_passphrase=PASSPHRASE,
        verdict=Verdict.APPROVED,
        seen=seen,
        out=tmp_path / "back",
    )
    run(desktop.office, partial(packets.answer_packet, command, cost=FLOOR))
    with pytest.raises(OwnApprovalError):
        look(desktop, tmp_path / "back")


def test_an_answer_needs_the_passphrase_of_the_officer_at_the_desk(
    desktop: Desktop, elsewhere: Desktop, refused: int, tmp_path: Path
) -> None:
    export(desktop, refused, tmp_path / "out")
    seen = packets.open_packet(tmp_path / "out", SAID).sha256
    command = AnswerPacket(
        path=tmp_path / "out",
        passphrase=SAID,
        own_passphrase="not at all mine",  # noqa: S106  of a test
        verdict=Verdict.APPROVED,
        seen=seen,
        out=tmp_path / "back",
    )
    with pytest.raises(WrongSecretError):
        run(elsewhere.office, partial(packets.answer_packet, command, cost=FLOOR))
    swapped = replace(command, seen="0" * 64)
    with pytest.raises(AnswerSwappedError):
        run(elsewhere.office, partial(packets.answer_packet, swapped, cost=FLOOR))
    with pytest.raises(PacketSecretError):
        packets.open_packet(tmp_path / "out", "another passphrase altogether")
    assert not (tmp_path / "back").exists()


def test_a_packet_that_asks_for_something_else_than_it_shows_is_refused(desktop: Desktop, refused: int, tmp_path: Path) -> None:
    export(desktop, refused, tmp_path / "out")
    review = packets.open_packet(tmp_path / "out", SAID)
    changes: tuple[Callable[[Packet], Packet], ...] = (
        lambda one: replace(one, digest="0" * 64),
        lambda one: replace(one, dossier=replace(one.dossier, balancing="Another.")),
        lambda one: replace(one, decision=replace(one.decision, reason="Another.")),
        lambda one: replace(one, letter=replace(one.letter, subject="Another.")),
        lambda one: replace(one, letter=replace(one.letter, logo="0" * 64)),
        lambda one: replace(one, files=()),
        lambda one: replace(one, files=(*one.files, replace(one.files[0], item="evidence/99"))),
    )
    for change in changes:
        data = to_json(change(review.packet)).encode()
        items = [NewItem("case.json", len(data), hashlib.sha256(data).hexdigest(), partial(bytes, data))]
        with (tmp_path / "out").open("rb") as source:
            for one in review.opened.items[1:]:
                kept = sealed.data_of(source, review.opened, one.name, most=10**9)
                items.append(NewItem(one.name, one.size, one.sha256, partial(bytes, kept)))
        with streaming(tmp_path / "lying", replace=True) as stream:
            sealed.write(stream, items, kind=Kind.PACKET, passphrase=SAID, cost=FLOOR)
        with pytest.raises(PacketDamagedError) as refusal:
            packets.open_packet(tmp_path / "lying", SAID)
        assert refusal.value.details["problem"] == "content_differs"


def test_a_packet_that_cannot_be_written_leaves_neither_file_nor_row(desktop: Desktop, refused: int, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"mine")
    before = entries(desktop)
    with pytest.raises(FileExistsAlreadyError):
        export(desktop, refused, tmp_path / "there")
    assert (entries(desktop), (tmp_path / "there").read_bytes()) == (before, b"mine")
    assert desktop.see(packets.list_packets, refused) == ()


def test_a_packet_needs_a_letter_that_tells_the_decision(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id, Right.ACCESS, Outcome.REFUSED, (GROUND,), "Twice this month.")
    with pytest.raises(NoLetterToApproveError):
        export(desktop, case_id, tmp_path / "out")


def test_a_key_is_known_once_and_must_be_one(desktop: Desktop, elsewhere: Desktop) -> None:
    reviewer(desktop, elsewhere)
    key = elsewhere.see(packets.own_key)
    with pytest.raises(ReviewerKnownError):
        desktop.do(packets.add_reviewer, AddReviewer(name="Again", public_key=key.upper()))
    with pytest.raises(InvalidInputError):
        desktop.do(packets.add_reviewer, AddReviewer(name="Nobody", public_key="abc"))
    assert [(one.name, one.here) for one in desktop.see(packets.list_reviewers)] == [("Citra Jauh", False)]


def test_evidence_is_read_one_file_at_a_time(
    desktop: Desktop, refused: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        new = NewEvidence(f"{number}.bin", "application/octet-stream", bytes([number]) * 300_000)
        desktop.do(evidence.attach_evidence, AttachEvidence(case_id=refused, evidence=new))
    order: list[str] = []
    real = evidence_store.data

    def data(session: Session, evidence_id: int) -> bytes:
        order.append(f"read {evidence_id}")
        return real(session, evidence_id)

    class Sealer(sealed._Sealer):
        def write(self, data: bytes) -> None:
            order.append("sealed")
            super().write(data)

    monkeypatch.setattr(evidence_store, "data", data)
    monkeypatch.setattr(sealed, "_Sealer", Sealer)
    export(desktop, refused, tmp_path / "out")
    assert order[-8:] == [one for number in range(1, 5) for one in (f"read {number}", "sealed")]


def test_what_goes_with_the_letter_is_in_the_packet_by_its_bytes(desktop: Desktop, refused: int, tmp_path: Path) -> None:
    (letter,) = [one for one in desktop.page(refused).letters if one.kind is LetterKind.REFUSAL]
    kept = desktop.page(refused).evidence[0]
    enclosing = replace(letter.fields, enclosures=(kept.id,))
    desktop.do(letters.revise_letter, ReviseLetter(letter_id=letter.id, language="en", fields=enclosing))
    export(desktop, refused, tmp_path / "out")
    review = packets.open_packet(tmp_path / "out", SAID)
    assert review.letter.enclosures == (kept.name,)
    assert review.letter.enclosed == (kept.sha256,)


def test_the_letter_of_a_packet_has_every_part_of_a_letter() -> None:
    assert [one.name for one in fields(PacketLetter)] == [one.name for one in fields(ComposedLetter)]


def test_no_passphrase_shows_in_a_command(desktop: Desktop, tmp_path: Path) -> None:
    command = ExportPacket(case_id=1, right=Right.ACCESS, path=tmp_path, passphrase=SAID)
    assert SAID not in repr(command)
    assert SAID not in repr(TakeAnswer(path=tmp_path, passphrase=SAID, seen=""))
    assert isinstance(desktop.see(_folder), Path)


def _folder(desk: Desk) -> Path:
    return desk.folder
