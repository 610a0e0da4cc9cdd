"""One e-mail read into plain JSON values; runs in the worker process and imports nothing from outside the standard library.

The lenient `compat32` parser is used on purpose: the modern policy parses each header into a tree and raises on group
addresses, on deep comments and on unknown charsets, so that one bad header would cost the whole message. Header text is cut
at `_MOST_HEADER` characters and bodies at `_MOST_TEXT` before anything looks at them. Instants are ISO 8601 in UTC.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any, Final

from workbench.formats.problems import Problem


def _words(text: str) -> list[str]:
    return text.split()


_MOST_DEPTH: Final = 30
_MOST_PARTS: Final = 2_000
_MOST_TEXT: Final = 1_000_000
_MOST_HEAD: Final = 1024 * 1024
_MOST_HEADER: Final = 20_000
_MOST_RECEIVED: Final = 200
_MOST_ADDRESSES: Final = 100
_NAME_LENGTH: Final = 120
_EXTENSION_LENGTH: Final = 12
_SHOWN_LENGTH: Final = 500
_SHORT_TEXT: Final = 20
_FIRST_YEAR: Final = 1995
_LAST_YEAR: Final = 2100
_FAR_APART_SECONDS: Final = 7 * 24 * 3600
_SURROGATES: Final = range(0xD800, 0xE000)

_ADDRESS: Final = re.compile(r"[^\s<>\"(),:;@\[\]]{1,64}@[^\s<>\"(),:;@]{1,255}")
_BY_HOST: Final = re.compile(r"\bby\s+([A-Za-z0-9._-]{1,255})", re.IGNORECASE)
_LOCAL_HOSTS: Final = frozenset({"localhost", "localhost.localdomain"})
_RIGHT_TO_LEFT_TRICKS: Final = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLOCKS: Final = frozenset(
    _words(
        "address article blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul"
    )
)
_SILENT: Final = frozenset({"script", "style", "head", "template", "noscript", "title", "object", "svg"})

_STOP_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(_words("the and you my of to is that your have with for please this not are it me was data")),
    "id": frozenset(
        _words("yang dan saya di ini untuk dengan tidak anda dari data mohon kepada atas telah agar ke dapat adalah akun")
    ),
    "de": frozenset(_words("der die das und ich sie mir mit nicht ist zu den ein eine bitte meine für von auf ihnen daten")),
    "fr": frozenset(_words("le la les et je vous de des mes une un pour que est pas données avec sur mon merci")),
    "es": frozenset(_words("el la los y que de mis una un para por con no datos mi usted se su en les")),
    "nl": frozenset(_words("de het een en ik u mijn van niet is dat te met voor op gegevens zijn aan graag wil")),
    "pt": frozenset(_words("o a os e que de meus uma um para por com não dados meu você se seu em os")),
}


class Refused(Exception):  # noqa: N818  the worker's own word, caught beside it
    """This file is not read; `reason` says why not."""

    def __init__(self, reason: Problem) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


class _Part(Message):
    """A message that counts its parts while they are parsed, so that a bomb is refused before it is built."""

    made = 0

    def __init__(self, policy: Any = None) -> None:  # noqa: ANN401  the standard library's own signature
        type(self).made += 1
        if type(self).made > _MOST_PARTS:
            raise Refused(Problem.TOO_MANY_PARTS)
        super().__init__(policy=policy) if policy is not None else super().__init__()


def read(data: bytes, options: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what the mail says, as plain JSON values.

    Args:
        data: the file as it came.
        options: the office's own mail hosts, whose `Received` lines say when the mail entered the office's system.

    Raises:
        Refused: it is no mail, or one beyond the limits of depth and parts.
    """
    content = _without_preface(data)
    if not 0 <= content.replace(b"\r", b"").find(b"\n\n") <= _MOST_HEAD and len(content) > _MOST_HEAD:
        raise Refused(Problem.TOO_MANY_HEADERS)
    _Part.made = 0
    message = _parsed(content)
    if not any(message.get(name) is not None for name in ("From", "Received", "Date", "Subject", "Message-ID", "Sender")):
        raise Refused(Problem.NOT_MAIL)
    warnings: set[str] = set()
    parts = tuple(_leaves(message))
    from_name, from_email = _first_address(message, warnings)
    received = _received(message, tuple(host.lower().strip(".") for host in options if host), warnings)
    dated = _instant(_header(message, "Date"), warnings)
    text = _text(parts, warnings)
    if received is not None and dated is not None and abs((received - dated).total_seconds()) > _FAR_APART_SECONDS:
        warnings.add("dates_far_apart")
    found_at = received or dated
    if found_at is None:
        warnings.add("no_date")
    return {
        "from_name": from_name,
        "from_email": from_email,
        "to": _addressees(message),
        "subject": _line(_header(message, "Subject")),
        "received_at": _iso(found_at),
        "received_from": "" if found_at is None else "received_header" if received is not None else "date_header",
        "date_header_at": _iso(dated),
        "text": text,
        "language": guess_language(text),
        "attachments": _attachments(parts, warnings),
        "message_id": _line(_header(message, "Message-ID")),
        "warnings": sorted(warnings),
    }


def guess_language(text: str) -> str:
    """Return the language whose small words stand most in the text; `en` where the text gives no sign."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    counts = {language: sum(word in known for word in words) for language, known in _STOP_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > 1 else "en"


def safe_name(raw: str) -> str:
    """Return a name that is safe to show: its last path part, unseen characters replaced, at most 120 characters."""
    last = next((piece for piece in reversed(re.split(r"[/\\]", raw)) if piece.strip(" .\0")), "")
    seen = "".join("\ufffd" if unicodedata.category(character) in _UNSHOWN else character for character in last[:4096])
    name = " ".join(seen.split()).strip(" .")
    if len(name) <= _NAME_LENGTH:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > _EXTENSION_LENGTH:
        return name[: _NAME_LENGTH - 1] + "\u2026"
    return stem[: _NAME_LENGTH - 2 - len(extension)] + "\u2026." + extension


def _parsed(content: bytes) -> Message:
    try:
        return message_from_bytes(content, _class=_Part, policy=Compat32())
    except (TypeError, ValueError, LookupError) as error:
        # The parser itself reads the boundary, and breaks on parameters that contradict each other.
        raise Refused(Problem.UNREADABLE) from error


def _without_preface(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")


def _leaves(message: Message) -> Iterator[Message]:
    """Give every part that is no multipart, in order, without recursion; a message within is one part."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > _MOST_DEPTH:
            raise Refused(Problem.TOO_DEEP)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting.extend((one, depth + 1) for one in reversed(_within(part)))
        else:
            yield part


def _within(part: Message) -> list[Message]:
    # Asked only of a multipart: of a text part, the standard library would decode by whatever charset the mail names.
    inner = part.get_payload() if part.is_multipart() else []
    return [one for one in inner if isinstance(one, Message)]


# Headers


def _raw(message: Message, name: str) -> list[str]:
    """Return the values of a header as they stand; the parser's own look-up would replace raw octets."""
    wanted = name.lower()
    return [str(value)[:_MOST_HEADER] for known, value in message.raw_items() if known.lower() == wanted]


def _header(message: Message, name: str) -> str:
    return _decoded(next(iter(_raw(message, name)), ""))


def _decoded(raw: str) -> str:
    unfolded = re.sub(r"\r?\n[ \t]", " ", raw)
    if "=?" not in unfolded:
        return _from_octets(unfolded)
    try:
        pieces = decode_header(unfolded)
    except (HeaderParseError, ValueError):
        return _from_octets(unfolded)
    return "".join(
        _from_octets(piece) if isinstance(piece, str) else _in_charset(piece, charset or "ascii") for piece, charset in pieces
    )


def _from_octets(text: str) -> str:
    """Return text whose raw octets (kept by the parser as lone surrogates) are read as UTF-8, else as Latin-1."""
    if not any(ord(character) in _SURROGATES for character in text):
        return text
    octets = text.encode("utf-8", "surrogateescape")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def _in_charset(octets: bytes, charset: str) -> str:
    for name in (charset, "utf-8", "latin-1"):
        try:
            return octets.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return octets.decode("ascii", "replace")


def _line(text: str) -> str:
    """Return header text as one line without anything that cannot be seen."""
    one_line = " ".join(text.split())[:_SHOWN_LENGTH]
    return "".join("\ufffd" if unicodedata.category(character) in _UNSHOWN else character for character in one_line)


def _first_address(message: Message, warnings: set[str]) -> tuple[str, str]:
    for name in ("From", "Sender", "Reply-To", "Return-Path"):
        found = [one for value in _raw(message, name)[:1] for one in _addresses(value)]
        with_address = [one for one in found if one[1]]
        if with_address or found:
            if len(with_address) > 1:
                warnings.add("several_senders")
            return (with_address or found)[0]
    warnings.add("no_sender")
    return "", ""


def _addressees(message: Message) -> list[str]:
    values = [value for name in ("To", "Cc") for value in _raw(message, name)[:_MOST_ADDRESSES]]
    return [address for value in values for _name, address in _addresses(value) if address][:_MOST_ADDRESSES]


def _addresses(raw: str) -> list[tuple[str, str]]:
    unfolded = re.sub(r"\r?\n[ \t]", " ", raw)
    try:
        pairs = getaddresses([_from_octets(unfolded)])
    except (RecursionError, IndexError, ValueError, TypeError):
        pairs = []
    clean = [(_line(_decoded(name)), _line(address)) for name, address in pairs[:_MOST_ADDRESSES]]
    usable = [
        (name, address) if _ADDRESS.fullmatch(address) else (name or address, "") for name, address in clean if name or address
    ]
    if any(address for _name, address in usable):
        return usable
    lenient = [
        (_line(_decoded(unfolded[: found.start()])).strip(' <"()'), found.group()) for found in _ADDRESS.finditer(unfolded)
    ]
    return lenient[:1] or [one for one in usable if one[0]]


# Dates


def _received(message: Message, own_hosts: tuple[str, ...], warnings: set[str]) -> datetime | None:
    """Return when the mail entered the office's own hosts, else when the newest hop had it.

    Hops stand newest first. Those of the office are the unbroken run at the top; the oldest of the run is the arrival. What
    stands below was written by others.
    """
    hops = _raw(message, "Received")[:_MOST_RECEIVED]
    if own_hosts:
        arrival: datetime | None = None
        for hop in hops:
            host = _host_of(hop)
            own = any(host == one or host.endswith("." + one) for one in own_hosts)
            if not own and host not in _LOCAL_HOSTS:
                break
            at = _instant(hop.rpartition(";")[2], warnings)
            arrival = at if own and at is not None else arrival
        if arrival is not None:
            return arrival
        warnings.add("own_host_not_found")
    return next((at for hop in hops if (at := _instant(hop.rpartition(";")[2], warnings)) is not None), None)


def _host_of(hop: str) -> str:
    found = _BY_HOST.search(hop.rpartition(";")[0])
    return found.group(1).lower().strip(".") if found else ""


def _instant(raw: str, warnings: set[str]) -> datetime | None:
    """Return the instant that a date header names, in UTC; None where there is none or it cannot be true."""
    if not raw.strip():
        return None
    try:
        at = parsedate_to_datetime(" ".join(raw.split())[:200])
        if at.tzinfo is None:
            warnings.add("date_without_zone")
            at = at.replace(tzinfo=UTC)
        at = at.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        warnings.add("date_unreadable")
        return None
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        warnings.add("date_unreadable")
        return None
    return at


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


# Bodies


class _PlainText(HTMLParser):
    """Collects the words of a page: blocks end lines, scripts and styles are silent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        if tag in {"body", "p", "div"}:
            self._silent = [one for one in self._silent if one not in {"head", "title"}]
        hidden = any(name == "hidden" for name, _value in attrs)
        self.pieces.append("\n" if tag in _BLOCKS and not hidden else "")
        if tag == "li":
            self.pieces.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def plain_text(page: str) -> str:
    """Return the words of an HTML page as lines of plain text."""
    reader = _PlainText()
    try:
        reader.feed(page)
        reader.close()
    except AssertionError:
        # The standard library's own word for a declaration it cannot read: what came before it has been read.
        reader.pieces.append("\n")
    lines = [" ".join(line.split()) for line in "".join(reader.pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _text(parts: tuple[Message, ...], warnings: set[str]) -> str:
    inline = [part for part in parts if _is_body(part)]
    plain = _joined([part for part in inline if part.get_content_type() == "text/plain"], warnings)
    pages = [part for part in inline if part.get_content_type() == "text/html"]
    if len(plain.strip()) < _SHORT_TEXT and pages:
        from_pages = plain_text(_joined(pages, warnings))
        if len(from_pages) > len(plain.strip()):
            warnings.add("html_only")
            return _clean(from_pages)
    if not plain.strip():
        warnings.add("no_text")
    return _clean(plain)


def _is_body(part: Message) -> bool:
    return part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment" and not _given_name(part)


def _joined(parts: list[Message], warnings: set[str]) -> str:
    texts: list[str] = []
    room = _MOST_TEXT
    for part in parts:
        octets = _octets(part)
        if len(octets) > room * 4:
            octets = octets[: room * 4]
        text = _in_charset(octets, _charset(part))
        if len(text) > room:
            warnings.add("text_shortened")
        texts.append(text[:room])
        room -= min(len(text), room)
        if room == 0:
            break
    return "\n\n".join(texts)


def _charset(part: Message) -> str:
    try:
        named = part.get_param("charset", "utf-8")
    except (LookupError, TypeError, ValueError):
        named = None
    return named if isinstance(named, str) else "utf-8"


def _clean(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(_shown(character) for character in lines)
    return kept.encode("utf-8", "replace").decode("utf-8").strip("\n")


def _shown(character: str) -> str:
    if character in "\n\t":
        return character
    if character in _RIGHT_TO_LEFT_TRICKS or ord(character) in _SURROGATES:
        return "\ufffd"
    return "" if unicodedata.category(character) == "Cc" else character


# Attachments


def _octets(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _given_name(part: Message) -> str:
    for header in ("Content-Disposition", "Content-Type"):
        for value in _raw(part, header)[:1]:
            part.replace_header(header, _from_octets(value))
    try:
        return str(part.get_filename("") or "")
    except (LookupError, TypeError, ValueError):
        return "?"


def _attachments(parts: tuple[Message, ...], warnings: set[str]) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = []
    for part in parts:
        if _is_body(part) and part.get_content_type() in {"text/plain", "text/html"}:
            continue
        if part.get_content_maintype() == "multipart":
            warnings.add("part_broken")
        octets, name = _kept(part, warnings)
        if not octets and not name:
            continue
        listed.append(
            {
                "name_shown": safe_name(_decoded(name[:_MOST_HEADER])) or f"attachment-{len(listed) + 1}",
                "media_type": _line(part.get_content_type())[:_NAME_LENGTH],
                "size": len(octets),
                "sha256": sha256(octets).hexdigest(),
            }
        )
    return listed


def _kept(part: Message, warnings: set[str]) -> tuple[bytes, str]:
    """Return the octets and the given name of one part; a message within is named by its subject."""
    messages = _within(part)
    if not messages:
        return _octets(part), _given_name(part)
    name = _given_name(part) or next((_line(_header(one, "Subject")) for one in messages), "") or "message"
    try:
        octets = b"\n".join(one.as_bytes(unixfrom=False, policy=Compat32(max_line_length=None)) for one in messages)
    except (MessageError, LookupError, ValueError, TypeError):
        warnings.add("part_broken")
        octets = b""
    return octets, name if name.lower().endswith(".eml") else name + ".eml"
