"""The case bundle: everything of a case in one PDF and one archive that an authority or a court can check without this program.

It is made step by step: one letter or file is read from the store at a time, a file piece by piece, then the pages are joined. What
is written has no name before it is whole, where the system knows such files, so that one whose program was killed leaves nothing but
an empty hidden folder within the one that the officer chose; elsewhere it lies in that folder, readable by its owner alone. The next
bundle clears it away. A bundle that was stopped or failed leaves nothing.
"""

import contextlib
import dataclasses
import hashlib
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from workbench.domain.bundles import (
    RELEASED,
    Block,
    BundleItem,
    BundleMade,
    BundleOrder,
    BundleProgress,
    BundleStoppedError,
    NotShown,
    Variant,
)
from workbench.domain.cases import Case
from workbench.domain.changes import Changes
from workbench.domain.errors import InvalidInputError, WorkbenchError
from workbench.domain.letters import LetterState
from workbench.formats.worker import MAX_BYTES
from workbench.services import bundle_sheets, case_file
from workbench.services.bundle_sheets import Cover, Section, Shown
from workbench.services.exports import FileExistsAlreadyError, FileUnwritableError, problem_of
from workbench.services.office import Desk, Office, ask
from workbench.services.wording import LANGUAGES, Words, words
from workbench.store import evidence as evidence_store
from workbench.store import letters as letter_store
from workbench.store import lock, proofs

if TYPE_CHECKING:
    from workbench.formats.archive_zip import ZipWriter
    from workbench.paper.annexes import Annexes
    from workbench.paper.bundle import Bookmark, Stamp
    from workbench.paper.sheets import Link
    from workbench.paper.spool import Part, Spool

MOST_CHARACTERS = 200_000
"""How long a text may be that is printed; a longer one stands in the archive alone."""

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_TEXTS = frozenset({"text/plain", "text/csv", "text/markdown", "text/x-log", "text/tab-separated-values", "application/json"})
_MAIL = "message/rfc822"
_PDF_WITHIN = 1024
_HIDDEN = ".part"
_OPENED = Path("/proc/self/fd")
_MOST_TRIES = 4
_PIECE = 1024 * 1024
_MOST_TEXT = 4 * MOST_CHARACTERS


def bundle_items(desk: Desk, case_id: int) -> tuple[BundleItem, ...]:
    """Return the issued letters and then the kept files of a case, in the order in which a bundle numbers them.

    Raises:
        NotFoundError: there is no such case.
    """
    case = case_file.load(desk, case_id)
    zone = ZoneInfo(desk.settings.home_zone)
    made = [
        BundleItem(
            key=f"letter:{letter.id}",
            number=letter.number,
            name="",
            kind=letter.kind.value,
            size=0,
            sha256=letter.sha256,
            at=(letter.issued_at or letter.created_at).astimezone(zone),
            released=True,
        )
        for letter in case.letters
        if letter.state is not LetterState.DRAFT
    ]
    for number, one in enumerate(evidence_store.list_for_case(desk.session, case_id), start=1):
        made.append(
            BundleItem(
                key=f"evidence:{one.id}",
                number=str(number),
                name=one.name,
                kind=one.kind.value,
                size=one.size,
                sha256=one.sha256,
                at=one.added_at.astimezone(zone),
                released=one.kind in RELEASED,
            )
        )
    return tuple(made)


def bundle_name(case_number: str, variant: Variant) -> str:
    """Return the name that a bundle, its files and its folder have."""
    return f"{case_number}-{variant.value}"


def record_bundle(made: BundleMade, desk: Desk) -> Changes:
    """Write down in the journal that a bundle was made, with the digests of its files."""
    facts = {
        "variant": made.variant.value,
        "items": made.items,
        "withheld": made.withheld,
        "pages": made.pages,
        "pdf_sha256": made.pdf_sha256,
        "zip_sha256": made.zip_sha256,
        "manifest_sha256": made.manifest_sha256,
    }
    desk.record("bundle_made", made.case_number, facts)
    return Changes(cases=frozenset({made.case_id}))


def make_bundle(
    office: Office,
    order: BundleOrder,
    folder: Path,
    *,
    replace: bool = False,
    tell: Callable[[BundleProgress], None] | None = None,
) -> BundleMade:
    """Make a bundle from beginning to end.

    Args:
        office: the office.
        order: what is wanted.
        folder: the folder in which that of the bundle appears.
        replace: whether a bundle of the same name may be replaced.
        tell: told after each step.

    Raises:
        NotFoundError: there is no such case.
        FileExistsAlreadyError: a bundle of this name is there and is not to be replaced.
        FileUnwritableError: the operating system refused; nothing was left behind.
        StoreDamagedError: the bytes of a letter or file are not those that were kept.
    """
    making = Bundling(order, folder, replace=replace)
    while not making.step(office):
        if tell is not None:
            tell(making.progress)
    return making.finish(tell)


@dataclass(slots=True)
class _Plan:
    """What is known once the case was read, and what came of its items since."""

    number: str
    name: str
    at: datetime
    author: str
    cover: Cover
    sections: tuple[Section, ...]
    items: tuple[BundleItem, ...]
    waiting: list[BundleItem]
    part: Path
    hold: lock.StoreLock
    zip_file: BinaryIO
    pdf_file: BinaryIO
    archive: "ZipWriter"
    annexes: "Annexes"
    spool: "Spool"
    records: dict[str, "Part"] = field(default_factory=dict)
    taken: dict[str, tuple["Part", NotShown | None]] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.part / "out"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Some pages of the bundle that were drawn, and what on them leads elsewhere."""

    title: str
    part: "Part"
    links: tuple["Link", ...]


class Bundling:
    """One bundle while it is made; used by one thread at a time but for `stop` and `progress`.

    Args:
        order: what is wanted.
        folder: the folder in which that of the bundle appears.
        replace: whether a bundle of the same name may be replaced.

    Raises:
        InvalidInputError: the program does not speak the language.
    """

    def __init__(self, order: BundleOrder, folder: Path, *, replace: bool = False) -> None:
        if order.language not in LANGUAGES:
            raise InvalidInputError(field="language", problem="not_a_choice")
        self.order = order
        self.stop = False
        self.progress = BundleProgress("items", 0, 0)
        self._folder = folder
        self._replace = replace
        self._plan: _Plan | None = None
        self._at_work = threading.Lock()

    def step(self, office: Office) -> bool:
        """Read the case, or the next item of it, and return whether none is left.

        Raises:
            BundleStoppedError: it was stopped.
            FileExistsAlreadyError, FileUnwritableError, NotFoundError, StoreDamagedError: as `make_bundle`.
        """
        with self._whole():
            plan = self._plan
            if plan is None:
                plan = self._plan = ask(office, self._begun)
            elif plan.waiting:
                ask(office, partial(self._take, plan, plan.waiting[0]))
                del plan.waiting[0]
            held = sum(self.order.holds(item) for item in plan.items)
            self.progress = BundleProgress("items", held - len(plan.waiting), held)
            self._check()
            return not plan.waiting

    def finish(self, tell: Callable[[BundleProgress], None] | None = None) -> BundleMade:
        """Join the pages, finish the archive and give both their names; needs no office.

        Raises:
            BundleStoppedError: it was stopped.
            FileExistsAlreadyError, FileUnwritableError: as `make_bundle`.
        """
        with self._whole():
            plan = self._read()
            plan.annexes.close()
            manifest = self._close_archive(plan)
            pages, pdf = self._write_pdf(plan, manifest, tell)
            zip_digest = _digest(plan.zip_file)
            sums = {f"{plan.name}.pdf": pdf, f"{plan.name}.zip": zip_digest}
            for name, text in self._notes(plan).items():
                _write(plan.out / name, text)
                sums[name] = hashlib.sha256(text).hexdigest()
            from workbench.formats.archive_zip import manifest as listed  # noqa: PLC0415  few bundles are made

            _write(plan.out / f"{plan.name}.sha256", listed(sums))
            _sync(plan.zip_file)
            _sync(plan.pdf_file)
            self._check()
            # From here to the name it takes a moment, and the disk is not waited for: who is killed now is seldom killed here.
            _name(plan.zip_file, plan.out / f"{plan.name}.zip")
            _name(plan.pdf_file, plan.out / f"{plan.name}.pdf")
            self._give_name(plan)
            held = sum(self.order.holds(item) for item in plan.items)
            made = BundleMade(
                case_id=self.order.case_id,
                case_number=plan.number,
                variant=self.order.variant,
                folder=str(self._folder / plan.name),
                pages=pages,
                items=held,
                withheld=len(plan.items) - held,
                pdf_sha256=pdf,
                zip_sha256=zip_digest,
                manifest_sha256=manifest,
            )
            self.drop()
        return made

    def drop(self) -> None:
        """Let go of everything that is under way and leave nothing of it; a second call does nothing."""
        plan, self._plan = self._plan, None
        if plan is not None:
            plan.annexes.close()
            plan.archive.abandon()
            for stream in (plan.zip_file, plan.pdf_file, plan.spool):
                with contextlib.suppress(OSError):  # what it still held is not wanted
                    stream.close()
            plan.hold.release()
            shutil.rmtree(plan.part, ignore_errors=True)

    def _read(self) -> _Plan:
        if self._plan is None or self._plan.waiting:
            raise BundleStoppedError
        return self._plan

    def give_up(self) -> None:
        """Stop from anywhere: what is at work drops everything when it looks next, otherwise it is dropped now."""
        self.stop = True
        if self._at_work.acquire(blocking=False):
            try:
                self.drop()
            finally:
                self._at_work.release()

    @contextlib.contextmanager
    def _whole(self) -> Iterator[None]:
        """Drop everything when the block fails or was stopped."""
        with self._at_work:
            try:
                self._check()
                with _refusals(self._plan.name if self._plan is not None else self._folder.name):
                    yield
            except BaseException:
                self.drop()
                raise

    def _check(self) -> None:
        if self.stop:
            raise BundleStoppedError

    def _begun(self, desk: Desk) -> _Plan:
        case = case_file.load(desk, self.order.case_id)
        items = bundle_items(desk, case.id)
        name = bundle_name(case.number, self.order.variant)
        if not self._replace and os.path.lexists(self._folder / name):
            raise FileExistsAlreadyError(file=name)
        cover = bundle_sheets.cover_of(desk, case, self.order, items)
        sections = bundle_sheets.sections_of(desk, case, self.order, items)
        with _refusals(name):  # here, so that the store does not take our disk for its own
            return self._part_of(desk, case, items, cover, sections)

    def _part_of(
        self, desk: Desk, case: Case, items: tuple[BundleItem, ...], cover: Cover, sections: tuple[Section, ...]
    ) -> _Plan:
        """Make the hidden folder, with what the journal says of the case."""
        from workbench.formats.archive_zip import ZipWriter  # noqa: PLC0415  few bundles are made
        from workbench.paper.annexes import Annexes  # noqa: PLC0415  as above
        from workbench.paper.spool import Spool  # noqa: PLC0415  as above

        name = bundle_name(case.number, self.order.variant)
        _clear(self._folder)
        part = self._folder / f".{name}.{secrets.token_hex(6)}{_HIDDEN}"
        part.mkdir(mode=0o700)
        hold = lock.hold(part)
        opened = contextlib.ExitStack()
        try:
            out = part / "out"
            out.mkdir(mode=0o700)
            zip_file = opened.enter_context(_nameless(out / f"{name}.zip"))
            pdf_file = opened.enter_context(_nameless(out / f"{name}.pdf"))
            spool = Spool(part)
        except BaseException:
            opened.close()
            hold.release()
            shutil.rmtree(part, ignore_errors=True)
            raise
        plan = _Plan(
            number=case.number,
            name=name,
            at=desk.now,
            author=desk.settings.office_name,
            cover=cover,
            sections=sections,
            items=items,
            waiting=[item for item in items if self.order.holds(item)],
            part=part,
            hold=hold,
            zip_file=zip_file,
            pdf_file=pdf_file,
            archive=ZipWriter(zip_file, name, desk.now),
            annexes=Annexes(),
            spool=spool,
        )
        self._plan = plan  # from here on a failure drops it
        subjects = {case.number, *(letter.number for letter in case.letters)}
        plan.records["journal"] = _spooled(spool, proofs.chain_lines(desk.session, subjects))
        if self.order.variant is Variant.UNREDACTED:
            plan.records["rows"] = _spooled(spool, (_row_line(desk, item) for item in items))
        return plan

    def _take(self, plan: _Plan, item: BundleItem, desk: Desk) -> None:
        with _refusals(plan.name):  # as above
            found = self._letter(plan, item, desk) if item.is_letter else self._file(plan, item, desk)
            if isinstance(found, NotShown):
                sheet, _links = _drawn(bundle_sheets.notice_blocks(item, found, self.order), plan.spool)
                plan.taken[item.key] = (sheet, found)
            else:
                plan.taken[item.key] = (found, None)

    def _letter(self, plan: _Plan, item: BundleItem, desk: Desk) -> "Part | NotShown":
        data, signed = letter_store.pdf(desk.session, item.id), letter_store.signed_pdf(desk.session, item.id)
        plan.archive.add(f"letters/{item.number}-{self.order.variant.value}.pdf", data)
        if signed is not None:
            plan.archive.add(f"letters/{item.number}-signed-{self.order.variant.value}.pdf", signed)
        return _paged(plan, "pdf", iter((data,)), len(data))

    def _file(self, plan: _Plan, item: BundleItem, desk: Desk) -> "Part | NotShown":
        """Bring a file into the archive and its pages into the spool; each takes it from the store by itself, in pieces."""
        kept = evidence_store.load(desk.session, item.id)
        pieces = self._pieces(desk, item.id)
        first = next(pieces, b"")
        plan.archive.add(self._original(item), chain((first,), pieces))
        blocks: tuple[Block, ...] | NotShown
        if b"%PDF-" in first[:_PDF_WITHIN]:
            return _paged(plan, "pdf", self._pieces(desk, item.id), kept.size)
        if first.startswith(_PICTURES) and not kept.media_type.startswith("text/"):
            return _paged(plan, "picture", self._pieces(desk, item.id), kept.size)
        if kept.media_type == _MAIL or kept.name.lower().endswith(".eml"):
            if kept.size > MAX_BYTES:
                return NotShown.TOO_LARGE
            blocks = _mail_blocks(b"".join(self._pieces(desk, item.id)), words(self.order.language))
        elif kept.media_type in _TEXTS:
            if kept.size > _MOST_TEXT:
                return NotShown.TOO_LONG
            blocks = _text_blocks(b"".join(self._pieces(desk, item.id)))
        else:
            return NotShown.OTHER_KIND
        return blocks if isinstance(blocks, NotShown) else _drawn(blocks, plan.spool)[0]

    def _pieces(self, desk: Desk, evidence_id: int) -> Iterator[bytes]:
        """Yield a file in pieces until it is stopped."""
        for piece in evidence_store.pieces(desk.session, evidence_id):
            self._check()
            yield piece

    def _original(self, item: BundleItem) -> str:
        from workbench.formats.archive_zip import safe_name  # noqa: PLC0415  as above

        begins = f"originals/annex-{int(item.number):03}-{self.order.variant.value}"
        if self.order.variant is Variant.UNREDACTED:
            return f"{begins}-{safe_name(item.name)}"
        return f"{begins}{Path(safe_name(item.name)).suffix.lower()}"

    def _close_archive(self, plan: _Plan) -> str:
        """Write what the archive has besides the originals, and return the digest of its manifest."""
        from workbench.formats.archive_zip import manifest  # noqa: PLC0415  as above

        variant = self.order.variant.value
        for name, lines in plan.records.items():
            plan.archive.add(f"{name}-{variant}.jsonl", plan.spool.open(lines))
        for name, text in self._notes(plan).items():
            plan.archive.add(name, text)
        sums = manifest(plan.archive.digests)
        plan.archive.add("SHA256SUMS", sums)
        plan.archive.close()
        return hashlib.sha256(sums).hexdigest()

    def _notes(self, plan: _Plan) -> dict[str, bytes]:
        return {
            f"README-{self.order.variant.value}.{language}.txt": _note(plan, self.order, words(language))
            for language in LANGUAGES
        }

    def _write_pdf(self, plan: _Plan, manifest: str, tell: Callable[[BundleProgress], None] | None) -> tuple[int, str]:
        """Write the PDF and return how many pages it has and its digest."""
        from workbench.paper.bundle import About, write_bundle  # noqa: PLC0415  as above

        spoken = words(self.order.language)
        sheets, shown = self._sheets(plan, manifest)
        stamps, bookmarks = _stamped(plan, self.order, sheets, shown)

        def told(page: int) -> bool:
            self.progress = BundleProgress("pages", page, len(stamps))
            if tell is not None:
                tell(self.progress)
            return self.stop

        variant = spoken.word("bundle_variant", self.order.variant.value)
        about = About(
            title=f"{spoken.word('bundle', 'title')} {plan.number} ({variant})",
            author=plan.author,
            language=self.order.language,
            at=plan.at,
        )
        parts = [one.part for one in sheets] + [plan.taken[one.item.key][0] for one in shown if not one.withheld]
        opened = (plan.spool.open(part) for part in parts)
        digest = write_bundle(plan.pdf_file, opened, stamps, bookmarks, about, links=_links(sheets), tell=told)
        return len(stamps), digest

    def _sheets(self, plan: _Plan, manifest: str) -> tuple[list[_Sheet], list[Shown]]:
        """Draw the sheets before the letters, and return them and where each item begins."""
        spoken = words(self.order.language)

        def draw(title: str, blocks: tuple[Block, ...]) -> _Sheet:
            return _Sheet(title, *_drawn(blocks, plan.spool))

        cover = draw(spoken.word("bundle", "cover"), bundle_sheets.cover_blocks(plan.cover, self.order, manifest))
        drawn = [draw(section.title, section.blocks) for section in plan.sections]
        wanted = 1
        for _ in range(_MOST_TRIES):
            # The index tells pages that lie behind it, so it is drawn anew until it takes as many as was thought.
            starts, page = [], cover.part.pages + wanted + 1
            for one in drawn:
                starts.append((one.title, page))
                page += one.part.pages
            shown = _placed(plan, self.order, page)
            title = spoken.word("bundle", "index")
            index = draw(title, bundle_sheets.index_blocks(self.order, starts, shown))
            if index.part.pages == wanted:
                break
            wanted = index.part.pages
        return [cover, index, *drawn], shown

    def _give_name(self, plan: _Plan) -> None:
        target = self._folder / plan.name
        if self._replace and os.path.lexists(target):
            target.rename(plan.part / "before")
        try:
            plan.out.rename(target)
        except OSError as error:
            if os.path.lexists(target):
                raise FileExistsAlreadyError(file=plan.name) from error
            if (plan.part / "before").exists():
                (plan.part / "before").rename(target)
            raise
        _sync_folder(target)
        _sync_folder(self._folder)


def _paged(plan: _Plan, kind: str, pieces: Iterator[bytes], size: int) -> "Part | NotShown":
    """Return the pages of a PDF or a picture in the spool, or why there are none."""
    with plan.spool.part() as target:
        found = plan.annexes.pages(kind, pieces, size, target)
    return found if isinstance(found, NotShown) else dataclasses.replace(plan.spool.last, pages=found)


def _placed(plan: _Plan, order: BundleOrder, page: int) -> list[Shown]:
    shown = []
    for item in plan.items:
        if not order.holds(item):
            shown.append(Shown(item, 0, 0, None, withheld=True))
            continue
        part, why = plan.taken[item.key]
        shown.append(Shown(item, page, part.pages, why))
        page += part.pages
    return shown


def _links(sheets: list[_Sheet]) -> list["Link"]:
    """Return what leads elsewhere, counted through the bundle."""
    found, before = [], 0
    for sheet in sheets:
        found += [dataclasses.replace(link, page=link.page + before) for link in sheet.links]
        before += sheet.part.pages
    return found


def _stamped(
    plan: _Plan, order: BundleOrder, sheets: list[_Sheet], shown: list[Shown]
) -> tuple[list["Stamp"], list["Bookmark"]]:
    """Return the stamp of every page and the outline."""
    from workbench.paper.bundle import Bookmark, Stamp  # noqa: PLC0415  few bundles are made

    spoken = words(order.language)
    matter = f"{plan.number}, {spoken.word('bundle_variant', order.variant.value)}"
    places: list[str] = []
    marks: list[Bookmark] = []
    for sheet in sheets:
        marks.append(Bookmark(sheet.title, len(places) + 1))
        places += [sheet.title] * sheet.part.pages
    for name, wanted in (("letters", True), ("annexes", False)):
        below = []
        for one in shown:
            if one.withheld or one.item.is_letter is not wanted:
                continue
            title = _title(one.item, order, spoken)
            below.append(Bookmark(title, one.page))
            key = "stamp_letter" if wanted else "stamp_annex"
            places += [
                spoken.word("bundle", key, number=one.item.number, page=page, pages=one.pages)
                for page in range(1, one.pages + 1)
            ]
        if below:
            marks.append(Bookmark(spoken.word("bundle", name), below[0].page, tuple(below)))
    total = len(places)
    stamps = [
        Stamp(matter, place, spoken.word("bundle", "stamp_page", page=page, pages=total))
        for page, place in enumerate(places, start=1)
    ]
    return stamps, marks


def _title(item: BundleItem, order: BundleOrder, spoken: Words) -> str:
    if item.is_letter:
        return f"{item.number}: {spoken.word('letter', item.kind)}"
    told = item.name if order.variant is Variant.UNREDACTED else spoken.word("evidence_kind", item.kind)
    return f"{spoken.word('bundle', 'annex', number=item.number)}: {told}"


def _row_line(desk: Desk, item: BundleItem) -> str:
    return proofs.letter_line(desk.session, item.id) if item.is_letter else proofs.evidence_line(desk.session, item.id)


def _note(plan: _Plan, order: BundleOrder, spoken: Words) -> bytes:
    variant = order.variant.value
    parts = ["head", "rows" if order.variant is Variant.UNREDACTED else "no_rows", "end"]
    details = {
        "case_number": plan.number,
        "variant_word": spoken.word("bundle_variant", variant),
        "name": plan.name,
        "office": plan.author,
        "journal": f"journal-{variant}.jsonl",
        "rows": f"rows-{variant}.jsonl",
    }
    return "".join(spoken.word("bundle_note", part, **details) for part in parts).encode()


def _mail_blocks(data: bytes, spoken: Words) -> tuple[Block, ...] | NotShown:
    from workbench.formats.mail import read_mail  # noqa: PLC0415  few bundles are made
    from workbench.formats.problems import ImportProblemError  # noqa: PLC0415  as above

    try:
        mail = read_mail(data)
    except ImportProblemError:
        return NotShown.BROKEN
    if len(mail.text) > MOST_CHARACTERS:
        return NotShown.TOO_LONG
    facts = [
        ("mail_from", f"{mail.from_name} <{mail.from_email}>" if mail.from_name else mail.from_email),
        ("mail_to", ", ".join(mail.to)),
        ("mail_subject", mail.subject),
        ("mail_received", spoken.date(mail.received_at) if mail.received_at is not None else ""),
        *(
            ("mail_attached", f"{one.name_shown}, {spoken.word('bundle', 'bytes', count=one.size)}, SHA-256 {one.sha256}")
            for one in mail.attachments
        ),
    ]
    rows = tuple((spoken.word("bundle", name), value) for name, value in facts if value)
    return (Block("table", rows=(("", ""), *rows), widths=(20, 80)), *_paragraphs(mail.text))


def _text_blocks(data: bytes) -> tuple[Block, ...] | NotShown:
    try:
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        return NotShown.NOT_TEXT
    return NotShown.TOO_LONG if len(text) > MOST_CHARACTERS else _paragraphs(text)


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block("body", part) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())


def _drawn(blocks: tuple[Block, ...], spool: "Spool") -> tuple["Part", tuple["Link", ...]]:
    from workbench.paper.sheets import draw_sheets  # noqa: PLC0415  ReportLab is slow to import

    sheets = draw_sheets(blocks)
    return spool.keep(sheets.data, sheets.pages), sheets.links


@contextlib.contextmanager
def _refusals(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnwritableError(file=name, problem=problem_of(error)) from error


def _clear(folder: Path) -> None:
    """Clear away what bundles left in a folder whose program was killed; what another program holds stays."""
    for left in folder.glob(f".*{_HIDDEN}"):
        if left.is_symlink() or not (left / lock.LOCK).is_file():
            continue
        with contextlib.suppress(WorkbenchError):
            lock.hold(left).release()
            shutil.rmtree(left, ignore_errors=True)


def _new(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b")


def _write(path: Path, data: bytes) -> None:
    with _new(path) as stream:
        stream.write(data)
        _sync(stream)


def _spooled(spool: "Spool", lines: Iterator[str]) -> "Part":
    with spool.part() as stream:
        for line in lines:
            stream.write(line.encode() + b"\n")
    return spool.last


def _nameless(path: Path) -> BinaryIO:
    """Open a new file that gets its name when it is whole; where the system knows no such files, it has it at once."""
    flag = getattr(os, "O_TMPFILE", 0)
    if flag and _OPENED.is_dir():
        with contextlib.suppress(OSError):  # a disk that knows none; another trouble comes again below
            return os.fdopen(os.open(path.parent, flag | os.O_RDWR, 0o600), "w+b")
    return _new(path)


def _name(stream: BinaryIO, path: Path) -> None:
    """Give a file its name where it has none, and close it."""
    if not path.exists():
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            # With a folder to go by, the system follows the way to the open file instead of naming that way.
            os.link(_OPENED / str(stream.fileno()), path.name, dst_dir_fd=folder, follow_symlinks=True)
        finally:
            os.close(folder)
    stream.close()


def _sync(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(stream: BinaryIO) -> str:
    stream.seek(0)
    proof = hashlib.sha256()
    while piece := stream.read(_PIECE):
        proof.update(piece)
    return proof.hexdigest()
