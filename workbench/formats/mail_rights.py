"""What a mail seems to ask, by plain phrases in English, Indonesian and German; suggestions that an officer confirms.

Pure functions. Each suggestion carries the words of the mail that it rests on, in the order of the screen.
"""

import re
from typing import Final

from workbench.domain.cases import LawPlace
from workbench.domain.rights import OFFERED_RIGHTS, Right

_MOST_TEXT: Final = 100_000
_EXCERPT: Final = 80

_DATA_EN = r"(?:(?:all|any|the|my|of|personal|own|account|and|information|records?|data|profile)\s+){0,6}"
_DATA_ID = r"(?:(?:semua|seluruh|akun|data|pribadi|informasi|dan)\s+){0,5}"

_PHRASES: Final[dict[Right, tuple[str, ...]]] = {
    Right.ACCESS: (
        r"subject access request",
        r"(?:right of )?access (?:to|under|request)",
        rf"cop(?:y|ies) of {_DATA_EN}(?:data|information|records?)",
        r"(?:what|which|all)(?: personal)? (?:data|information) (?:that )?(?:you|onee) (?:hold|have|keep|store|process)",
        r"art(?:icle|\.)? ?15\b",
        r"section 45\b",
        r"(?:meng)?akses (?:ke |terhadap |atas )?(?:data|informasi)",
        r"salinan (?:dari )?(?:semua |seluruh )?(?:data|informasi)",
        r"data (?:pribadi )?(?:saya )?(?:apa (?:saja )?)?yang (?:anda|onee|kalian) (?:simpan|miliki|proses)",
        r"(?:pasal|art\.?) (?:7|32)\b",
        r"\bauskunft(?:sersuchen|sanspruch|santrag)?\b",
        r"kopie (?:all )?(?:meiner|der) (?:personenbezogenen )?daten",
        r"welche (?:personenbezogenen )?daten",
    ),
    Right.RECTIFICATION: (
        r"rectif(?:y|ication)",
        rf"(?:correct|update|amend|change) {_DATA_EN}(?:name|address|e-?mail|number|data|details|record)",
        r"(?:is|are) (?:wrong|incorrect|inaccurate|misspelt|misspelled|out of date)",
        r"art(?:icle|\.)? ?16\b",
        r"(?:mem)?perbaik(?:i|an) (?:data|nama|alamat)",
        r"pembetulan|mengoreksi|koreksi data|data (?:saya )?(?:yang )?(?:salah|keliru)|salah (?:tulis|ketik|eja)",
        r"pembaruan data|memperbarui data",
        r"berichtig(?:ung|en|t)|korrigier(?:en|t)|(?:ist|sind) (?:falsch|unrichtig)",
    ),
    Right.ERASURE: (
        rf"(?:delete|erase|remove|destroy) {_DATA_EN}(?:data|account|information|records?|profile|it all|everything|them|it)\b",
        r"right to (?:be forgotten|erasure)",
        r"erasure (?:of|request)|deletion (?:of|request)",
        r"art(?:icle|\.)? ?17\b",
        rf"(?:meng)?hapus(?:kan|lah)? {_DATA_ID}(?:data|akun|informasi)",
        r"penghapusan|pemusnahan|musnahkan",
        r"l(?:ö|oe)sch(?:en|ung|t|e)\b",
    ),
    Right.RESTRICTION: (
        r"restrict(?:ion of)?(?: the)? processing",
        r"art(?:icle|\.)? ?18\b",
        r"pembatasan pemrosesan|(?:mem)?batasi pemrosesan|(?:me)?nunda pemrosesan|penundaan pemrosesan",
        r"einschr(?:ä|ae)nkung der verarbeitung|verarbeitung (?:einzuschr(?:ä|ae)nken|einschr(?:ä|ae)nken)",
    ),
    Right.OBJECTION: (
        r"(?:i )?object(?:ion)? to (?:the |your |any |further )?(?:processing|use of)",
        r"art(?:icle|\.)? ?21\b",
        r"keberatan (?:atas|terhadap|dengan) (?:pemrosesan|penggunaan)",
        r"widerspr(?:uch|eche)(?: hiermit)? (?:gegen )?(?:die|der) verarbeitung|lege (?:hiermit )?widerspruch",
    ),
    Right.MARKETING_OPTOUT: (
        r"unsubscribe|opt(?:ing)?[ -]out",
        r"stop (?:sending|e-?mailing|contacting|calling|all)(?: me)?(?: (?:your|the|any|with))?(?: \w+)? ?(?:marketing|newsletters?|adverts?|offers?|promotions?)",
        r"(?:never|not) (?:agreed?|signed up|subscribed?|consent(?:ed)?) (?:to|for) (?:the |your |any )?(?:newsletters?|marketing|adverts?)",
        r"direct marketing",
        r"berhenti berlangganan|(?:berhenti|jangan|hentikan)(?: lagi)? (?:meng|pe)?(?:irim|iriman)(?:i|kan|kan saya)?(?: saya)? (?:promosi|iklan|buletin)",
        r"keberatan (?:atas|terhadap|dengan) (?:pemasaran|promosi)",
        r"newsletter ab(?:zu)?bestellen|keine werbung|widerspr(?:uch|eche).{0,40}werbung",
    ),
    Right.PORTABILITY: (
        r"portab(?:le|ility)",
        r"machine[- ]readable",
        r"(?:transfer|transmit|move) my (?:personal )?data to",
        r"art(?:icle|\.)? ?20\b",
        r"portabilitas|dapat dibaca (?:oleh )?(?:mesin|komputer)|memindahkan data",
        r"daten(?:ü|ue)bertragbarkeit|datenportabilit(?:ä|ae)t|maschinenlesbar",
    ),
    Right.AUTOMATED_DECISION: (
        r"automated (?:decision|individual decision|processing)",
        r"decided (?:\w+ )?(?:by|automatically|solely by)(?: an?| the)? ?(?:computer|machine|algorithm|system)?",
        r"human (?:intervention|review)",
        r"\bprofiling\b",
        r"art(?:icle|\.)? ?22\b",
        r"keputusan (?:yang )?(?:\w+ )?(?:secara )?otomatis|pemrofilan",
        r"automatisierte[nr]? (?:entscheidung|einzelentscheidung|verarbeitung)",
    ),
    Right.WITHDRAW_CONSENT: (
        r"(?:withdraw(?:ing|al of)?|revok(?:e|ing)) (?:\w+ ){0,3}consent",
        r"(?:menarik|mencabut|tarik|cabut)(?: kembali)? persetujuan|penarikan(?: kembali)? persetujuan",
        r"einwilligung(?:en)?.{0,60}widerruf|widerrufe?.{0,60}einwilligung",
    ),
}
_RIGHT_PATTERNS: Final = {
    right: tuple(re.compile(phrase, re.IGNORECASE) for phrase in phrases) for right, phrases in _PHRASES.items()
}

_LAW_PHRASES: Final[tuple[tuple[str, str, str], ...]] = (
    ("GB", "GB-ENG", r"\buk[ -]gdpr\b|data protection act 2018|\bico\b|information commissioner"),
    (
        "ID",
        "ID",
        r"\buu pdp\b|\bpdp law\b|undang-undang (?:nomor |no\.? ?)?27 tahun 2022|uu (?:nomor |no\.? ?)?27|pelindungan data pribadi",
    ),
    ("EU", "", r"(?<!uk )(?<!uk-)\bgdpr\b|\bdsgvo\b|2016/679|datenschutz-?grundverordnung"),
)
_PLACE_PHRASES: Final[tuple[tuple[str, str, str], ...]] = (
    ("EU", "DE", r"\b(?:germany|deutschland|jerman|köln|berlin|hamburg|münchen|munich)\b"),
    ("EU", "FR", r"\b(?:france|prancis|frankreich|paris)\b"),
    ("EU", "IE", r"\b(?:republic of ireland|irlandia|irland|dublin)\b"),
    ("EU", "NL", r"\b(?:netherlands|belanda|niederlande|amsterdam)\b"),
    ("EU", "ES", r"\b(?:spain|spanyol|spanien|madrid|barcelona)\b"),
    ("EU", "PT", r"\b(?:portugal|lisbon|lisboa)\b"),
    ("EU", "IT", r"\b(?:italy|italia|italien|rome|roma|milan|milano)\b"),
    ("EU", "AT", r"\b(?:austria|österreich|vienna|wien)\b"),
    ("GB", "GB-ENG", r"\b(?:united kingdom|england|inggris|london|manchester|bristol|leeds)\b"),
    ("GB", "GB-SCT", r"\b(?:scotland|skotlandia|edinburgh|glasgow)\b"),
    ("GB", "GB-WLS", r"\b(?:wales|cardiff|swansea)\b"),
    ("ID", "ID", r"\b(?:indonesia|jakarta|bandung|surabaya|yogyakarta|medan|denpasar)\b"),
)
_LAW_PATTERNS: Final = tuple((law, place, re.compile(phrase, re.IGNORECASE)) for law, place, phrase in _LAW_PHRASES)
_PLACE_PATTERNS: Final = tuple((law, place, re.compile(phrase, re.IGNORECASE)) for law, place, phrase in _PLACE_PHRASES)
_ENDINGS: Final[dict[str, LawPlace]] = {
    "id": LawPlace("ID", "ID"),
    "uk": LawPlace("GB", "GB-ENG"),
    "ie": LawPlace("EU", "IE"),
    **{
        ending: LawPlace("EU", ending.upper())
        for ending in ("at", "be", "cz", "de", "dk", "es", "fi", "fr", "it", "nl", "pl", "pt", "se")
    },
}


def suggest_rights(text: str) -> tuple[tuple[Right, str], ...]:
    """Return the rights that the words seem to use, each with the phrase found, in the order that intake offers them."""
    words = _one_line(text)
    found = ((right, _first(_RIGHT_PATTERNS[right], words)) for right in OFFERED_RIGHTS)
    return tuple((right, phrase) for right, phrase in found if phrase)


def suggest_law(text: str, *, email: str = "") -> tuple[tuple[LawPlace, str], ...]:
    """Return the laws and places that the words or the sender's address point to, each with what points there.

    A law that the text names comes first. Where a law is known without its place, `place` is empty and must be asked.
    """
    words = _one_line(text)
    named = [(LawPlace(law, place), _first((pattern,), words)) for law, place, pattern in _LAW_PATTERNS]
    placed = [(LawPlace(law, place), _first((pattern,), words)) for law, place, pattern in _PLACE_PATTERNS]
    by_address = _ENDINGS.get(email.rpartition("@")[2].rpartition(".")[2].lower())
    pointers = [(one, phrase) for one, phrase in (*named, *placed) if phrase]
    if by_address is not None:
        pointers.append((by_address, email.rpartition("@")[2]))
    return _one_place_each(pointers)


def _one_place_each(pointers: list[tuple[LawPlace, str]]) -> tuple[tuple[LawPlace, str], ...]:
    """Keep one pointer for each law: its own mention or its first place, with the place filled in where one is known."""
    kept: dict[str, tuple[LawPlace, str]] = {}
    for one, phrase in pointers:
        first = kept.get(one.law)
        if first is None:
            kept[one.law] = (one, phrase)
        elif not first[0].place:
            kept[one.law] = (one, first[1])
    return tuple(kept.values())


def _one_line(text: str) -> str:
    return " ".join(text[:_MOST_TEXT].split())


def _first(patterns: tuple[re.Pattern[str], ...], words: str) -> str:
    found = next((match for pattern in patterns if (match := pattern.search(words)) is not None), None)
    return "" if found is None else found.group()[:_EXCERPT].strip()
