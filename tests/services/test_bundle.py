"""The case bundle: one PDF and one archive that stand without the program, and nothing of one that failed."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from tests.makers import EU_DE, ID_ID, Desktop, Hand, make_office
from tests.refusals import fill
from workbench.domain.bundles import BundleMade, BundleOrder, BundleProgress, BundleStoppedError, NotShown, Variant
from workbench.domain.commands import AttachEvidence
from workbench.domain.decisions import Outcome
from workbench.domain.errors import NotFoundError
from workbench.domain.evidence import EvidenceKind, NewEvidence
from workbench.domain.letters import LetterKind
from workbench.domain.rights import Right
from workbench.formats.worker import MAX_BYTES
from workbench.services import bundle, evidence
from workbench.services.bundle import Bundling, bundle_items, make_bundle, record_bundle
from workbench.services.exports import FileExistsAlreadyError, FileUnwritableError
from workbench.services.office import run
from workbench.services.wording import words
from workbench.store import blobs, journal
from workbench.store import evidence as evidence_store
from workbench.store.engine import Session
from workbench.store.errors import StoreDamagedError

MAIL = b"From: Hannah <hannah@beispiel.example>\r\nTo: privacy@onee.example\r\nSubject: My data\r\n\r\nWhere is it? \xf0\x9f\x98\x80\r\n"


def picture(kind: str = "PNG", size: tuple[int, int] = (640, 320)) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (10, 120, 130)).save(target, kind)
    return target.getvalue()


def plain_pdf(pages: int = 2, change: Callable[[pikepdf.Pdf], None] | None = None, *, locked: bool = False) -> bytes:
    with pikepdf.Pdf.new() as made:
        font = made.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for number in range(1, pages + 1):
            page = made.add_blank_page(page_size=(300, 400))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = pikepdf.Stream(made, b"BT /F1 12 Tf 20 200 Td (original page %d) Tj ET" % number)
        if change is not None:
            change(made)
        target = BytesIO()
        made.save(target, encryption=pikepdf.Encryption(owner="a", user="b") if locked else None)
    return target.getvalue()


def acting(made: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    made.Root.OpenAction = script
    made.Root.AA = pikepdf.Dictionary(WC=script)
    made.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), script])))
    made.attachments["secret.exe"] = b"MZ"
    for page in made.pages:
        page.obj.AA = pikepdf.Dictionary(O=script)
        page.obj.Annots = made.make_indirect(
            pikepdf.Array(
                [
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot,
                        Subtype=pikepdf.Name.Link,
                        Rect=[0, 0, 9, 9],
                        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://evil.example")),
                    )
                ]
            )
        )
        page.obj.Resources.Launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))


def layered(made: pikepdf.Pdf) -> None:
    made.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([]), D=pikepdf.Dictionary())


def keep(
    desktop: Desktop, case_id: int, name: str, data: bytes, media_type: str, kind: EvidenceKind = EvidenceKind.OTHER
) -> int:
    new = NewEvidence(name, media_type, data, kind)
    return desktop.do(evidence.attach_evidence, AttachEvidence(case_id=case_id, evidence=new)).created or 0


def filled(desktop: Desktop) -> int:
    """Return a case with two letters, and files of every sort."""
    case_id = desktop.register(Right.ACCESS, laws=(EU_DE, ID_ID))
    desktop.send(case_id, LetterKind.ACKNOWLEDGEMENT)
    desktop.decide(case_id, reason="All of it.")
    desktop.send(case_id, LetterKind.ANSWER)
    keep(desktop, case_id, "request Hannah.eml", MAIL, "message/rfc822", EvidenceKind.REQUEST)
    keep(desktop, case_id, "passport Hannah.png", picture(), "image/png", EvidenceKind.IDENTITY)
    keep(desktop, case_id, "records.pdf", plain_pdf(3), "application/pdf", EvidenceKind.DATA)
    keep(desktop, case_id, "notes.txt", "Grüße\n\nfrom the desk".encode(), "text/plain")
    keep(desktop, case_id, "table.xlsx", b"PK\x03\x04 no real table", "application/vnd.ms-excel")
    return case_id


def order(
    case_id: int, variant: Variant = Variant.UNREDACTED, language: str = "en", chosen: frozenset[str] | None = None
) -> BundleOrder:
    return BundleOrder(case_id=case_id, variant=variant, language=language, chosen=chosen)


def made(desktop: Desktop, wanted: BundleOrder, folder: Path) -> tuple[BundleMade, Path]:
    folder.mkdir(exist_ok=True)
    found = make_bundle(desktop.office, wanted, folder)
    return found, Path(found.folder)


def texts(pdf: Path) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


def flat(bookmarks: object, reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    if isinstance(bookmarks, list):
        return [one for mark in bookmarks for one in flat(mark, reader)]
    page = reader.get_destination_page_number(bookmarks)  # type: ignore[arg-type]
    assert page is not None
    return [(str(bookmarks["/Title"]), page)]  # type: ignore[index]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_page_has_its_number_its_variant_and_its_stamp(desktop: Desktop, tmp_path: Path, language: str) -> None:
    case_id = filled(desktop)
    found, folder = made(desktop, order(case_id, language=language), tmp_path / "out")
    pdf = folder / f"{folder.name}.pdf"
    reader = pypdf.PdfReader(pdf)
    spoken = words(language)
    assert len(reader.pages) == found.pages == len(reader.page_labels)
    assert reader.page_labels == [str(number) for number in range(1, found.pages + 1)]
    for number, text in enumerate(texts(pdf), start=1):
        assert spoken.word("bundle", "stamp_page", page=number, pages=found.pages) in text
        assert spoken.word("bundle_variant", "unredacted") in text
        assert found.case_number in text
    marks = flat(reader.outline, reader)
    said = texts(pdf)
    for title, page in marks:
        if title.startswith(spoken.word("bundle", "annex", number="3")):
            for at in range(3):
                assert spoken.word("bundle", "stamp_annex", number="3", page=at + 1, pages=3) in said[page + at]
                assert f"original page {at + 1}" in said[page + at]
    assert [title for title, _page in marks][:2] == [spoken.word("bundle", "cover"), spoken.word("bundle", "index")]
    assert reader.trailer["/Root"]["/Lang"] == language  # type: ignore[index]


def test_the_index_and_the_outline_tell_where_each_annex_begins(desktop: Desktop, tmp_path: Path) -> None:
    case_id = filled(desktop)
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    reader = pypdf.PdfReader(folder / f"{folder.name}.pdf")
    said = [page.extract_text() for page in reader.pages]
    index = "\n".join(said[1:3])
    for title, page in flat(reader.outline, reader):
        if not title.startswith("Annex "):
            continue
        number = title.removeprefix("Annex ").partition(":")[0]
        assert f"Annex {number}, page 1 of" in said[page]
        told = re.search(rf"^Annex {number} .*?^(\d+)$", index, re.DOTALL | re.MULTILINE)
        assert told is not None
        assert int(told[1]) == page + 1


def links(pdf: Path) -> Iterator[tuple[int, list[float], int]]:
    """Yield each link of a PDF: its page, its box, and the page to which it leads; pages count from 0."""
    with pikepdf.Pdf.open(pdf) as opened:
        pages = [page.obj.objgen for page in opened.pages]
        for at, page in enumerate(opened.pages):
            for one in list(page.obj.get("/Annots", pikepdf.Array([])).as_list()):
                yield at, [float(edge) for edge in one.Rect.as_list()], pages.index(one.Dest.as_list()[0].objgen)


def within(pdf: Path, page: int, box: list[float]) -> str:
    """Return the words that another reader finds within a box on a page."""
    high = float(pypdf.PdfReader(pdf).pages[page].mediabox.height)
    left, low, right, top = box
    place = {"-x": left, "-y": high - top, "-W": right - left + 1, "-H": top - low + 1, "-f": page + 1, "-l": page + 1}
    told = [word for name, value in place.items() for word in (name, str(int(value)))]
    seen = subprocess.run(["pdftotext", "-r", "72", *told, pdf, "-"], check=True, capture_output=True, text=True)
    return seen.stdout.strip("\n\f ")


@pytest.mark.parametrize("language", ["en", "id"])
def test_each_entry_of_a_long_index_leads_to_the_page_that_it_names(desktop: Desktop, tmp_path: Path, language: str) -> None:
    case_id = filled(desktop)
    for count in range(24):
        keep(desktop, case_id, f"more {count}.txt", f"Text {count}".encode(), "text/plain")
    found, folder = made(desktop, order(case_id, language=language), tmp_path / "out")
    pdf = folder / f"{folder.name}.pdf"
    reader = pypdf.PdfReader(pdf)
    said = texts(pdf)
    led: dict[str, int] = {}
    for at, box, target in links(pdf):
        words_there = within(pdf, at, box)
        led[words_there] = target
        assert words_there.split()[-1] == str(target + 1), words_there
    spoken = words(language)
    for item in desktop.see(bundle_items, case_id):
        number = item.number if item.is_letter else spoken.word("bundle", "annex", number=item.number)
        begun = next(page for entry, page in led.items() if entry.split("\n")[0].startswith(number) and item.sha256 in entry)
        key = "stamp_letter" if item.is_letter else "stamp_annex"
        begins = spoken.word("bundle", key, number=item.number, page=1, pages=99).partition("99")[0]
        assert begins in said[begun]
    marks = dict(flat(reader.outline, reader))
    for name in ("chronology", "decisions", "reckoning"):
        title = spoken.word("bundle", name)
        assert next(page for entry, page in led.items() if entry.startswith(title)) == marks[title]
    assert len(led) >= found.items + 3


def test_other_readers_find_no_fault(desktop: Desktop, tmp_path: Path) -> None:
    _found, folder = made(desktop, order(filled(desktop)), tmp_path / "out")
    subprocess.run(["qpdf", "--check", folder / f"{folder.name}.pdf"], check=True, capture_output=True)
    seen = subprocess.run(["pdftotext", folder / f"{folder.name}.pdf", "-"], check=True, capture_output=True, text=True)
    assert "original page 3" in seen.stdout


def test_the_archive_holds_every_original_as_it_was_kept(desktop: Desktop, tmp_path: Path) -> None:
    case_id = filled(desktop)
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        names = archive.namelist()
        digests = {hashlib.sha256(archive.read(name)).hexdigest() for name in names}
        assert {item.sha256 for item in desktop.see(bundle_items, case_id)} <= digests
    assert all("unredacted" in name and name.isascii() for name in names)
    assert all("unredacted" in path.name for path in folder.iterdir())
    assert not [path for path in (tmp_path / "out").iterdir() if path != folder]
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


# The note alone


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Variant, Path]]:
    """Return one bundle of each variant, made once."""
    place = tmp_path_factory.mktemp("bundles")
    office, _ = make_office(place / "office", hand := Hand())
    desktop = Desktop(office, hand)
    case_id = filled(desktop)
    yield {variant: made(desktop, order(case_id, variant), place / "out")[1] for variant in Variant}
    office.close()


@pytest.fixture
def copied(bundles: dict[Variant, Path], tmp_path: Path) -> Callable[[Variant], Path]:
    """Return a maker of copies of those bundles, to be followed and changed."""

    def copy(variant: Variant = Variant.UNREDACTED) -> Path:
        return Path(shutil.copytree(bundles[variant], tmp_path / bundles[variant].name))

    return copy


def commands(folder: Path, language: str) -> list[str]:
    """Return what the note tells its reader to type."""
    note = next(folder.glob(f"README-*.{language}.txt")).read_text(encoding="utf-8")
    return note.split("\n~~~\n")[1::2]


def follow(folder: Path, language: str = "en") -> tuple[bool, str]:
    """Do what the note says in its order, and return whether every step answered well and what was said."""
    script = "set -e\n" + "\n".join(commands(folder, language)) + "\n"
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("variant", list(Variant))
def test_who_follows_the_note_finds_all_well(copied: Callable[[Variant], Path], language: str, variant: Variant) -> None:
    folder = copied(variant)
    well, said = follow(folder, language)
    assert well, said
    assert "the journal holds" in said
    assert ("the files are those of the journal" in said) is (variant is Variant.UNREDACTED)
    cover = texts(folder / f"{folder.name}.pdf")[0]
    sums = hashlib.sha256((folder / folder.name / "SHA256SUMS").read_bytes()).hexdigest()
    assert sums in cover
    assert sums in said


def changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


PARTS = {
    "a letter": "letters/*.pdf",
    "an original": "originals/annex-004-*",
    "the journal": "journal-*.jsonl",
    "the rows": "rows-*.jsonl",
    "the manifest": "SHA256SUMS",
    "the note": "README-*.id.txt",
}


def follow_unpacked(folder: Path, language: str) -> tuple[bool, str]:
    """Do what the note says with what was unpacked before, and return whether every step answered well and what was said."""
    steps = "\n".join(commands(folder, language)).replace(f"python3 -m zipfile -e {folder.name}.zip .\n", "")
    assert "sha256sum -c SHA256SUMS" in steps
    assert "zipfile" not in steps
    done = subprocess.run(["bash", "-c", f"set -e\n{steps}\n"], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("part", PARTS)
def test_a_changed_byte_of_what_was_unpacked_is_found_by_the_note_alone(
    copied: Callable[[Variant], Path], part: str, language: str
) -> None:
    folder = copied(Variant.UNREDACTED)
    printed = texts(folder / f"{folder.name}.pdf")[0]
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        archive.extractall(folder)
    well, said = follow_unpacked(folder, language)
    assert well, said
    path = next((folder / folder.name).glob(PARTS[part]))
    data = path.read_bytes()
    for at in (0, len(data) // 2, len(data) - 1):
        path.write_bytes(changed(data, at))
        well, said = follow_unpacked(folder, language)
        # The digest that step 3 asks to compare is the line that names the manifest.
        sums = next((line.split()[0] for line in said.splitlines() if line.endswith("  SHA256SUMS")), "none")
        assert not (well and sums in printed), at
    path.write_bytes(data)
    assert follow_unpacked(folder, language)[0]


@pytest.mark.parametrize("ending", ["pdf", "zip", "en.txt"])
def test_a_changed_byte_of_a_file_is_found(copied: Callable[[Variant], Path], ending: str) -> None:
    folder = copied(Variant.UNREDACTED)
    path = next(folder.glob(f"*{ending}"))
    data = path.read_bytes()
    path.write_bytes(changed(data, len(data) // 2))
    assert not follow(folder, "id")[0]


def repacked(folder: Path, change: Callable[[str, bytes], bytes], *, manifest: bool) -> None:
    """Change files of the archive, as somebody would who also makes the digests right that lie beside them."""
    path = folder / f"{folder.name}.zip"
    with zipfile.ZipFile(path) as archive:
        files = {name: change(name, archive.read(name)) for name in archive.namelist()}
    sums = f"{folder.name}/SHA256SUMS"
    if manifest:
        files[sums] = "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name.partition('/')[2]}\n" for name, data in files.items() if name != sums
        ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    listed = folder / f"{folder.name}.sha256"
    lines = [line.split("  ") for line in listed.read_text(encoding="ascii").splitlines()]
    listed.write_text(
        "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for _, name in lines), encoding="ascii"
    )


def test_a_changed_original_is_found_though_the_outer_digests_were_made_right(copied: Callable[[Variant], Path]) -> None:
    folder = copied(Variant.UNREDACTED)
    repacked(folder, lambda name, data: changed(data, 3) if "annex-004" in name else data, manifest=False)
    assert not follow(folder)[0]


def test_a_changed_original_is_found_by_the_journal_though_every_digest_was_made_right(
    copied: Callable[[Variant], Path],
) -> None:
    folder = copied(Variant.UNREDACTED)
    repacked(folder, lambda name, data: changed(data, 3) if "annex-004" in name else data, manifest=True)
    well, said = follow(folder)
    assert not well
    assert "the journal holds" in said
    assert "the files are those" not in said


def test_a_changed_line_of_the_journal_is_found(copied: Callable[[Variant], Path]) -> None:
    folder = copied(Variant.UNREDACTED)
    repacked(
        folder,
        lambda name, data: data.replace(b"letter_issued", b"letter_issuel", 1) if "journal" in name else data,
        manifest=True,
    )
    well, said = follow(folder)
    assert not well
    assert "the journal holds" not in said


def test_the_journal_of_the_bundle_tells_nothing_of_other_cases(desktop: Desktop, tmp_path: Path) -> None:
    case_id = filled(desktop)
    other = desktop.page(desktop.register(Right.ERASURE)).case
    keep(desktop, case_id, "last.txt", b"later", "text/plain")
    found, folder = made(desktop, order(case_id), tmp_path / "out")
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        lines = archive.read(f"{folder.name}/journal-unredacted.jsonl").decode().splitlines()
    assert other.number not in "".join(lines)
    entries = [json.loads(line) for line in lines]
    assert [set(one) for one in entries if "entry" not in one]
    assert all(one["entry"]["subject"] == found.case_number for one in entries if "entry" in one)
    assert entries[-1]["entry"]["action"] in {"evidence_added", "deadline_moved"}


def test_the_dossier_of_a_refusal_stands_in_the_bundle_without_what_stays_in_the_office(
    desktop: Desktop, tmp_path: Path
) -> None:
    case_id = desktop.register(Right.ACCESS)
    desktop.decide(case_id, outcome=Outcome.REFUSED, grounds=("EU.frivolous",), reason="It is the fifth this week.")
    fill(desktop.office, case_id, Right.ACCESS)
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    said = "\n".join(texts(folder / f"{folder.name}.pdf"))
    assert "It is the fifth this week." in said
    assert "The interest in a further copy is small." in said
    assert "Talked over on Monday." not in said
    _found, folder = made(desktop, order(case_id, Variant.REDACTED), tmp_path / "out")
    said = "\n".join(texts(folder / f"{folder.name}.pdf"))
    assert "Refused" in said
    assert "fifth this week" not in said
    assert "further copy" not in said


# Redacted and not


def test_a_redacted_bundle_holds_only_what_was_released(desktop: Desktop, tmp_path: Path) -> None:
    case_id = filled(desktop)
    items = desktop.see(bundle_items, case_id)
    request = next(item for item in items if item.name.startswith("request"))
    wanted = order(case_id, Variant.REDACTED, chosen=frozenset({request.key}))
    found, folder = made(desktop, wanted, tmp_path / "out")
    assert (found.items, found.withheld) == (1, len(items) - 1)
    said = texts(folder / f"{folder.name}.pdf")
    everything = "\n".join(said)
    assert all("Redacted" in text and "Unredacted" not in text for text in said)
    for hidden in ("passport", "records.pdf", "original page", "request Hannah.eml", "All of it."):
        assert hidden not in everything
    before = "\n".join(text for text in said if "Annex 1, page" not in text)
    assert "Hannah" not in before
    assert "Withheld from this variant" in everything
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names if "annex" not in name)
    assert [name for name in names if "originals/" in name or "letters/" in name] == [
        f"{folder.name}/originals/annex-001-redacted.eml"
    ]
    assert b"Hannah" not in whole
    assert all("unredacted" not in name for name in names)


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return each file of a bundle and of its archive, and everything in its PDF unpacked, by name."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        found |= {name: archive.read(name) for name in archive.namelist()}
    with pikepdf.Pdf.open(folder / f"{folder.name}.pdf") as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    found["streams"] = b"\n".join(streams)
    found["words"] = "\n".join(texts(folder / f"{folder.name}.pdf")).encode()
    return found


WITHHELD = {
    "passport Hannah.png": bytes((10, 120, 130)) * 40,
    "records.pdf": b"original page",
    "notes.txt": "Grüße".encode(),
    "table.xlsx": b"no real table",
}


@pytest.mark.parametrize("variant", list(Variant))
def test_no_byte_and_no_digest_of_a_withheld_original_is_in_a_redacted_bundle(
    bundles: dict[Variant, Path], variant: Variant
) -> None:
    unredacted = everything_in(bundles[Variant.UNREDACTED])
    originals = {name: data for name, data in unredacted.items() if "/originals/" in name and "request" not in name}
    letters = {name: data for name, data in unredacted.items() if "/letters/" in name}
    assert (len(originals), len(letters)) == (4, 2)
    found = everything_in(bundles[variant])
    digests = {hashlib.sha256(data).hexdigest() for data in found.values()}
    for name, data in originals.items():
        withheld = variant is Variant.REDACTED
        assert (hashlib.sha256(data).hexdigest() in digests) is not withheld
        assert any(hashlib.sha256(data).hexdigest().encode() in one for one in found.values()) is not withheld, name
        assert any(data[:200] in one for one in found.values()) is not withheld
    for name, telling in WITHHELD.items():
        holds = [where for where, data in found.items() if telling in data or name.encode() in data]
        assert bool(holds) is (variant is Variant.UNREDACTED), (name, holds)
    for data in letters.values():
        assert hashlib.sha256(data).hexdigest() in digests


def test_each_file_of_a_variant_is_called_by_it_and_the_two_share_none(bundles: dict[Variant, Path]) -> None:
    called: dict[Variant, set[str]] = {}
    for variant, folder in bundles.items():
        with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
            inside = {name.removeprefix(f"{folder.name}/") for name in archive.namelist()}
        assert "SHA256SUMS" in inside
        called[variant] = {path.name for path in folder.iterdir()} | inside - {"SHA256SUMS"}
        for name in called[variant] | {folder.name}:
            said = name.replace("unredacted", "UN")
            assert ("UN" in said, "redacted" in said) == (variant is Variant.UNREDACTED, variant is Variant.REDACTED), name
    assert not called[Variant.UNREDACTED] & called[Variant.REDACTED]


def test_without_a_choice_a_redacted_bundle_goes_by_the_kind_of_file(desktop: Desktop) -> None:
    case_id = filled(desktop)
    wanted = order(case_id, Variant.REDACTED)
    held = {item.name for item in desktop.see(bundle_items, case_id) if wanted.holds(item) and not item.is_letter}
    assert held == {"request Hannah.eml"}


def test_an_unredacted_bundle_holds_everything_whatever_was_chosen(desktop: Desktop) -> None:
    case_id = filled(desktop)
    wanted = order(case_id, chosen=frozenset())
    assert all(wanted.holds(item) for item in desktop.see(bundle_items, case_id))


# Hostile files


def bomb() -> bytes:
    target = BytesIO()
    Image.new("1", (20_000, 20_000)).save(target, "PNG")
    return target.getvalue()


HOSTILE = {
    "a PDF with a password": (plain_pdf(1, locked=True), NotShown.ENCRYPTED),
    "a torn PDF": (plain_pdf(2)[:300], NotShown.BROKEN),
    "no PDF at all": (b"%PDF-1.7\n" + bytes(range(256)) * 20, NotShown.BROKEN),
    "a PDF with layers": (plain_pdf(1, layered), NotShown.LAYERS),
    "a picture of 400 megapixels": (bomb(), NotShown.TOO_LARGE),
    "a torn picture": (picture("JPEG")[:400], NotShown.BROKEN),
    "a text that is none": (b"\xff\xfa\x00\x81", NotShown.NOT_TEXT),
    "a long text": (b"x" * 900_000, NotShown.TOO_LONG),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_stands_in_the_archive_and_a_sheet_says_why(desktop: Desktop, tmp_path: Path, name: str) -> None:
    data, why = HOSTILE[name]
    case_id = desktop.register()
    keep(desktop, case_id, "file.bin", data, "text/plain" if "text" in name else "application/octet-stream")
    keep(desktop, case_id, "good.pdf", plain_pdf(1), "application/pdf")
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    said = "\n".join(texts(folder / f"{folder.name}.pdf")).replace("\n", " ")
    assert words("en").word("bundle_not_shown", why.value) in said
    assert "original page 1" in said
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        assert archive.read(f"{folder.name}/originals/annex-001-unredacted-file.bin") == data


def test_a_mail_larger_than_can_be_read_stands_in_the_archive(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register()
    keep(desktop, case_id, "large.eml", MAIL + b"x" * MAX_BYTES, "message/rfc822")
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    said = "\n".join(texts(folder / f"{folder.name}.pdf")).replace("\n", " ")
    assert words("en").word("bundle_not_shown", NotShown.TOO_LARGE.value) in said
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as archive:
        assert archive.getinfo(f"{folder.name}/originals/annex-001-unredacted-large.eml").file_size == len(MAIL) + MAX_BYTES


def test_a_bundle_that_is_stopped_within_a_large_file_leaves_nothing(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = desktop.register()
    keep(desktop, case_id, "large.bin", bytes(3 * blobs.PIECE), "application/octet-stream")
    making = Bundling(order(case_id), tmp_path)
    making.step(desktop.office)
    read = evidence_store.pieces
    taken: list[int] = []

    def pieces(session: Session, evidence_id: int) -> Iterator[bytes]:
        for piece in read(session, evidence_id):
            taken.append(len(piece))
            making.stop = len(taken) == 2
            yield piece

    monkeypatch.setattr("workbench.store.evidence.pieces", pieces)
    with pytest.raises(BundleStoppedError):
        making.step(desktop.office)
    assert len(taken) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_nothing_that_acts_comes_from_a_file_into_the_pdf(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register()
    keep(desktop, case_id, "acts.pdf", plain_pdf(2, acting), "application/pdf")
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    path = folder / f"{folder.name}.pdf"
    assert "original page 2" in "\n".join(texts(path))
    with pikepdf.Pdf.open(path) as pdf:
        whole = b"".join(one.unparse(resolved=True) for one in pdf.objects if not isinstance(one, pikepdf.Stream))
        whole += b"".join(bytes(one.stream_dict.unparse()) for one in pdf.objects if isinstance(one, pikepdf.Stream))
        assert not pdf.attachments
        assert all("/AA" not in page.obj for page in pdf.pages)
        for one in [one for page in pdf.pages for one in page.obj.get("/Annots", [])]:
            assert one.Subtype == pikepdf.Name.Link
            assert set(one.keys()) == {"/Type", "/Subtype", "/F", "/Border", "/Rect", "/Dest"}
    for forbidden in (
        b"/JavaScript",
        b"/JS",
        b"/Launch ",
        b"/URI",
        b"/OpenAction",
        b"/EmbeddedFile",
        b"evil.example",
        b"calc.exe",
    ):
        assert forbidden not in whole, forbidden


def test_what_a_filled_field_shows_stays_visible(desktop: Desktop, tmp_path: Path) -> None:
    def field(made: pikepdf.Pdf) -> None:
        look = pikepdf.Stream(made, b"BT /F1 12 Tf 2 2 Td (filled in) Tj ET")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 100, 20]
        look.Resources = made.pages[0].obj.Resources
        widget = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("a"),
            V=pikepdf.String("filled in"),
            Rect=[20, 20, 120, 40],
            F=4,
            AP=pikepdf.Dictionary(N=made.make_indirect(look)),
        )
        one = made.make_indirect(widget)
        made.pages[0].obj.Annots = pikepdf.Array([one])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([one]))

    case_id = desktop.register()
    keep(desktop, case_id, "form.pdf", plain_pdf(1, field), "application/pdf")
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    assert "filled in" in "\n".join(texts(folder / f"{folder.name}.pdf"))


def test_a_turned_and_cropped_page_is_shown_as_it_is_seen(desktop: Desktop, tmp_path: Path) -> None:
    def turn(made: pikepdf.Pdf) -> None:
        made.pages[0].obj.Rotate = 90
        made.pages[0].obj.CropBox = [0, 100, 300, 300]

    case_id = desktop.register()
    keep(desktop, case_id, "turned.pdf", plain_pdf(1, turn), "application/pdf")
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    page = pypdf.PdfReader(folder / f"{folder.name}.pdf").pages[-1]
    assert round(float(page.mediabox.height)) == 300 + 21
    assert "original page 1" in page.extract_text()


# Whole or not at all


def test_a_stopped_bundle_leaves_nothing(desktop: Desktop, tmp_path: Path) -> None:
    case_id = filled(desktop)
    making = Bundling(order(case_id), tmp_path)
    making.step(desktop.office)
    making.step(desktop.office)
    assert any(path.name.endswith(".part") for path in tmp_path.iterdir())
    making.stop = True
    with pytest.raises(BundleStoppedError):
        making.step(desktop.office)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_bundle_stopped_while_its_pages_are_written_leaves_nothing(desktop: Desktop, tmp_path: Path) -> None:
    making = Bundling(order(filled(desktop)), tmp_path)
    while not making.step(desktop.office):
        pass

    def tell(progress: BundleProgress) -> None:
        making.stop = progress.done == 2

    with pytest.raises(BundleStoppedError):
        making.finish(tell)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_damaged_file_stops_the_bundle_and_leaves_nothing(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = filled(desktop)

    def damaged(*_given: object) -> Iterator[bytes]:
        raise StoreDamagedError(damage="file_altered")

    monkeypatch.setattr("workbench.store.evidence.pieces", damaged)
    with pytest.raises(StoreDamagedError):
        make_bundle(desktop.office, order(case_id), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_full_disk_is_told_and_leaves_nothing(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case_id = filled(desktop)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bundle, "_sync", full)
    with pytest.raises(FileUnwritableError) as refused:
        make_bundle(desktop.office, order(case_id), tmp_path)
    assert refused.value.details["problem"] == "no_room"
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_bundle_takes_the_place_of_another_only_when_asked(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register()
    _found, folder = made(desktop, order(case_id), tmp_path / "out")
    before = (folder / f"{folder.name}.pdf").read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        make_bundle(desktop.office, order(case_id), tmp_path / "out")
    assert (folder / f"{folder.name}.pdf").read_bytes() == before
    desktop.hand.later(hours=1)
    make_bundle(desktop.office, order(case_id), tmp_path / "out", replace=True)
    assert (folder / f"{folder.name}.pdf").read_bytes() != before
    assert [path.name for path in (tmp_path / "out").iterdir()] == [folder.name]


def test_what_a_killed_program_left_is_cleared_away_and_what_another_holds_is_not(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register()
    running = Bundling(order(case_id, Variant.REDACTED), tmp_path)
    running.step(desktop.office)
    held = next(path for path in tmp_path.iterdir() if path.name.endswith(".part"))
    left = tmp_path / ".C-2026-0009-unredacted.abc.part"
    shutil.copytree(held, left)
    make_bundle(desktop.office, order(case_id), tmp_path)
    assert held.exists()
    assert not left.exists()
    running.drop()
    assert not held.exists()


def test_a_case_that_is_not_there_makes_no_bundle(desktop: Desktop, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        make_bundle(desktop.office, order(99), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_the_journal_keeps_that_a_bundle_was_made(desktop: Desktop, tmp_path: Path) -> None:
    case_id = desktop.register()
    found, _folder = made(desktop, order(case_id), tmp_path / "out")
    changes = run(desktop.office, lambda desk: record_bundle(found, desk))
    assert changes.cases == frozenset({case_id})
    last = desktop.see(lambda desk: journal.entries(desk.session, found.case_number))[-1]
    assert (last.action, last.facts["pdf_sha256"], last.facts["variant"]) == ("bundle_made", found.pdf_sha256, "unredacted")
    assert any(line.action == "bundle_made" for line in desktop.page(case_id).history)
