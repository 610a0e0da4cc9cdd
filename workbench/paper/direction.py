"""The direction of text: the bidirectional algorithm for text without direction marks, which the door takes out.

Levels count from zero; even ones run from left to right. Source: Unicode Standard Annex 9, rules P2-P3, W1-W7, N0-N2, I1-I2,
L1-L2; explicit levels (X1-X10) do not occur.
"""

import unicodedata

_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_RIGHTWARD = frozenset({"R", "AL", "AN"})
_PAIRS = dict(
    zip(
        "([{\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u27e8\u27ea\uff08\uff3b\uff5b\uff5f\uff62",
        ")]}\u232a\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u27e9\u27eb\uff09\uff3d\uff5d\uff60\uff63",
        strict=True,
    )
)
_CLOSING = frozenset(_PAIRS.values())
_MOST_PAIRS = 63


def has_rightward(text: str) -> bool:
    """Return whether anything in a text runs from right to left."""
    return any(unicodedata.bidirectional(one) in _RIGHTWARD for one in set(text))


def base_level(text: str) -> int:
    """Return the level of a paragraph: that of its first strong character, 0 where there is none."""
    for one in text:
        kind = unicodedata.bidirectional(one)
        if kind in _STRONG:
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph."""
    first = [_kind(one) for one in text]
    kinds = _weak(first, "R" if base else "L")
    _neutral(text, kinds, first, base)
    return [_level(kind, base) for kind in kinds]


def visual_order(levels_of_runs: list[int]) -> list[int]:
    """Return the runs of one line from left to right, by their positions in the order of reading."""
    order = list(range(len(levels_of_runs)))
    if not order:
        return order
    for level in range(max(levels_of_runs), 0, -1):
        begins = 0
        while begins < len(order):
            if levels_of_runs[order[begins]] < level:
                begins += 1
                continue
            ends = begins
            while ends < len(order) and levels_of_runs[order[ends]] >= level:
                ends += 1
            order[begins:ends] = order[begins:ends][::-1]
            begins = ends
    return order


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return {"B": "S", "BN": "NSM"}.get(kind, kind)


def _weak(first: list[str], sos: str) -> list[str]:
    kinds = list(first)
    before, strong = sos, sos
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before  # noqa: PLW2901  rule W1 renames it
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"  # noqa: PLW2901  rule W2 renames it
        kinds[at] = before = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and ((kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[at] = left
    _terminators(kinds)
    strong = sos
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    at = 0
    while at < len(kinds):
        ends = at
        while ends < len(kinds) and kinds[ends] == "ET":
            ends += 1
        if ends > at:
            beside = (at > 0 and kinds[at - 1] == "EN") or (ends < len(kinds) and kinds[ends] == "EN")
            kinds[at:ends] = ["EN" if beside else "ON"] * (ends - at)
        at = ends + 1
    for place, kind in enumerate(kinds):
        if kind in {"ES", "CS"}:
            kinds[place] = "ON"


def _neutral(text: str, kinds: list[str], first: list[str], base: int) -> None:
    own = "R" if base else "L"
    _brackets(text, kinds, first, own)
    at = 0
    while at < len(kinds):
        ends = at
        while ends < len(kinds) and kinds[ends] in _NEUTRAL:
            ends += 1
        if ends > at:
            left = _strong(kinds[at - 1]) if at else own
            right = _strong(kinds[ends]) if ends < len(kinds) else own
            kinds[at:ends] = [left if left == right else own] * (ends - at)
        at = ends + 1


def _brackets(text: str, kinds: list[str], first: list[str], own: str) -> None:
    for begins, ends in _pairs(text, kinds):
        inside = {_strong(kind) for kind in kinds[begins + 1 : ends]} & {"L", "R"}
        if own in inside:
            told = own
        elif inside:
            (other,) = inside
            before = next((strong for kind in reversed(kinds[:begins]) if (strong := _strong(kind)) in {"L", "R"}), own)
            told = other if before == other else own
        else:
            continue
        for place in (begins, ends):
            kinds[place] = told
            for after in range(place + 1, len(kinds)):
                if first[after] != "NSM":
                    break
                kinds[after] = told


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, by where they open."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, one in enumerate(text):
        if kinds[at] != "ON":
            continue
        if one in _PAIRS:
            if len(opened) == _MOST_PAIRS:
                break
            opened.append((_PAIRS[one], at))
        elif one in _CLOSING:
            found = next((place for place in range(len(opened) - 1, -1, -1) if opened[place][0] == one), None)
            if found is not None:
                pairs.append((opened[found][1], at))
                del opened[found:]
    return sorted(pairs)


def _strong(kind: str) -> str:
    return "R" if kind in {"EN", "AN", "R"} else kind


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
