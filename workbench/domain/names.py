"""Names in running text: whether words name a person, whatever the order, the title or the script.

Words are compared folded: without case, accents and punctuation. In scripts that set no blanks between words (Chinese, Japanese,
Korean) a name is its characters, family name first or last. Nothing here guesses who a stranger is: it only finds known names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise


def _folded_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MOST_WORDS = 6
"""The longest name, in words, that is looked for in a text."""

TITLES = _folded_words(
    "mr mrs ms miss mx dr prof professor sir madam herr herrn frau damen herren monsieur madame mademoiselle m mme mlle me maitre"
    " senor senora senorita sr sra srta don dona doutor doutora dra exmo exma senhor senhora meneer mevrouw heer dhr mevr"
    " bapak ibu bpk sdr sdri saudara saudari tuan nyonya nona ny tn yth kak mas mbak haji hajjah h hj ir drs kh"
)
"""Forms of address, folded: a word of these is no part of a name."""

GREETINGS = _folded_words(
    "dear dears hello good morning afternoon day to whom it may concern and or all customer customers colleague colleagues client"
    " sehr geehrte geehrter geehrtes liebe lieber guten tag und an die den der hallo kundin kunde"
    " bonjour chere cher et a l attention de cliente client"
    " estimado estimada estimados estimadas muy hola buenos dias y o cliente distinguido distinguida"
    " geachte beste en of aan de het klant prezado prezada prezados prezadas caro cara ilustrissimo e ou"
    " dengan hormat kepada yang terhormat salam di tempat dan atau pelanggan"
)
"""Words of a salutation that name nobody, folded."""

_PARTICLES = _folded_words("de da do dos das di du del della la le van von der den ter ten bin binti ibn al el y e zu zum zur")
_WORD = re.compile(r"[^\W_]+(?:['\u2019`.\-][^\W_]+)*")
_AROUND = ',;:!?()[]"\u201c\u201d\u201e'
_CLEAN = re.compile(r"['\u2019`.\-]")


def folded(text: str) -> str:
    """Return text without case and accents, with single blanks."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(mark for mark in plain if not unicodedata.combining(mark)).casefold().split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded and without punctuation, in order; a word with a hyphen is one word."""
    return tuple(_CLEAN.sub("", folded(found)) for found in _WORD.findall(unicodedata.normalize("NFC", text)))


def name_words(name: str) -> frozenset[str]:
    """Return the words that make a name: without titles, and without initials where there is more than them."""
    kept = [word for word in words_of(name) if word not in TITLES] or list(words_of(name))
    whole = [word for word in kept if len(word) > 1 or _unspaced(word)]
    return frozenset(whole or kept)


def names(text: str, name: str) -> bool:
    """Return whether a line of text names a person: every word of the name stands in it, in whatever order."""
    wanted = name_words(name)
    if not wanted:
        return False
    if any(_unspaced(word) for word in wanted):
        line = "".join(words_of(text))
        return any(one in line for one in _unspaced_orders(name))
    return any(wanted <= set(words_of(line)) for line in text.splitlines())


def may_be(line: str, name: str) -> bool:
    """Return whether a line may be the person's name: the name stands in it, or all it says is a part of the name.

    "Ms Fischer" may be Anna Fischer, and "Hannah M. Beispiel" Hannah Beispiel.
    """
    if names(line, name):
        return True
    said = name_words(line) - TITLES - GREETINGS
    own = name_words(name)
    if any(_unspaced(word) for word in said):
        return bool(said) and set("".join(said)) <= set("".join(own))
    return bool(said) and said <= own


def strangers_in(salutation: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a salutation that are neither a greeting, nor a title, nor a part of one of the known names."""
    own = {word for name in known for word in words_of(name)}
    spelled = {_CLEAN.sub("", folded(word)): word for word in _WORD.findall(unicodedata.normalize("NFC", salutation))}
    return tuple(
        word
        for plain, word in spelled.items()
        if plain not in own and plain not in TITLES | GREETINGS | _PARTICLES and word[:1].isupper() and not plain.isdigit()
    )


def candidates(text: str, *, capitals: bool) -> Iterator[str]:
    """Yield what may be a person's full name in a text, folded as the store folds names; one may come twice.

    Args:
        text: running text.
        capitals: only words that begin with a capital (and particles such as "van" between them); for text whose writer is
            known to write names so.
    """
    for line in text.splitlines():
        spelled = _WORD.findall(unicodedata.normalize("NFC", line))
        plain = [folded(word) for word in spelled]
        for first in range(len(spelled)):
            yield from _unspaced_parts(plain[first])
            for length in range(2, min(MOST_WORDS, len(spelled) - first) + 1):
                part = spelled[first : first + length]
                if capitals and not _capital(part):
                    continue
                yield " ".join(plain[first : first + length])
                yield " ".join([plain[first + length - 1], *plain[first : first + length - 1]])
                yield " ".join([*plain[first + 1 : first + length], plain[first]])
        yield from _pointed(line, capitals=capitals)
        for title, word in pairwise(plain):
            if _CLEAN.sub("", title) in TITLES:
                yield word  # a single name is a person only where a form of address says so


def _pointed(line: str, *, capitals: bool) -> Iterator[str]:
    """Yield names with a point in them as they are written: "Dr. Anna Fischer", "R. A. Kartini"."""
    spelled = [word.strip(_AROUND) for word in unicodedata.normalize("NFC", line).split()]
    for first in range(len(spelled)):
        for length in range(2, min(MOST_WORDS, len(spelled) - first) + 1):
            part = spelled[first : first + length]
            if any(word.endswith(".") for word in part[:-1]) and not (capitals and not _capital(part)):
                yield " ".join(folded(word) for word in part).rstrip(".")


def _capital(part: list[str]) -> bool:
    """Return whether words may be one name: each has a capital, or a script without any, or is a particle between them."""
    return all(
        word[:1].isupper() or word.upper() == word.lower() or (0 < place < len(part) - 1 and folded(word) in _PARTICLES)
        for place, word in enumerate(part)
    )


def _unspaced(word: str) -> bool:
    return any("\u2e80" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7af" or "\u1100" <= mark <= "\u11ff" for mark in word)


def _unspaced_orders(name: str) -> Iterator[str]:
    """Yield a name in its orders, without blanks: as written, and with each beginning moved to the end."""
    parts = [word for word in words_of(name) if word not in TITLES]
    whole = "".join(parts)
    yield whole
    cuts = [len("".join(parts[:count])) for count in range(1, len(parts))] or range(1, len(whole))
    yield from (whole[cut:] + whole[:cut] for cut in cuts)


def _unspaced_parts(word: str) -> Iterator[str]:
    if not _unspaced(word):
        return
    for first in range(len(word)):
        for length in range(2, min(12, len(word) - first) + 1):
            yield word[first : first + length]
