"""Names in text: known people are found whatever the order, the title or the script; nobody is found who is not there."""

import pytest

from workbench.domain.names import candidates, folded, may_be, names, strangers_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We write to Hannah Beispiel today.", "Hannah Beispiel"),
        ("BEISPIEL, Hannah", "Hannah Beispiel"),
        ("Ursula Muller", "Ursula Müller"),
        ("Frau Dr. Ursula Müller-Lüdenscheidt", "Ursula Müller-Lüdenscheidt"),
        ("Siti Nurhaliza binti Tarudin", "Siti Nurhaliza"),
        ("Yth. Bapak Suharto", "Suharto"),
        ("王小明 先生", "王小明"),
        ("小明王", "王小明"),
        ("尊敬的王小明先生", "王 小明"),
        ("太郎 田中 様", "田中太郎"),
        ("김철수 귀하", "김 철수"),
        ("Анна Петрова", "Петрова Анна"),
        ("محمد بن علي", "محمد علي"),
    ],
)
def test_a_name_is_found(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hannah writes.\nMr Beispiel answers.", "Hannah Beispiel"),
        ("Anna Fischer", "Anna Fischbach"),
        ("王大明", "王小明"),
        ("", "Hannah"),
        ("Hannah", ""),
    ],
    ids=["in two lines", "another name", "another given name", "no text", "no name"],
)
def test_a_name_is_not_found(text: str, name: str) -> None:
    assert not names(text, name)


@pytest.mark.parametrize(
    ("line", "name", "may"),
    [
        ("Ms Fischer", "Anna Fischer", True),
        ("Herrn Prof. Dr. Jan de Vries", "Jan de Vries", True),
        ("Hannah M. Beispiel", "Hannah Beispiel", True),
        ("Suharto", "Suharto", True),
        ("Ibu Dewi", "Dewi Kusuma", True),
        ("Budi Santoso", "Budi Hartono", False),
        ("Beispielweg 4", "Hannah Beispiel", False),
        ("To the household", "Hannah Beispiel", False),
        ("山田花子", "田中太郎", False),
    ],
)
def test_a_line_may_be_a_person(line: str, name: str, *, may: bool) -> None:
    assert may_be(line, name) is may


@pytest.mark.parametrize(
    ("salutation", "known", "strangers"),
    [
        ("Dear Hannah Beispiel,", ["Hannah Beispiel"], ()),
        ("Dear Ms Beispiel,", ["Hannah Beispiel"], ()),
        ("Dear Sir or Madam,", [], ()),
        ("Sehr geehrte Damen und Herren,", [], ()),
        ("Dengan hormat,", [], ()),
        ("Yth. Bapak Budi,", ["Budi Santoso"], ()),
        ("Geachte mevrouw de Vries,", ["Anneke de Vries"], ()),
        ("Estimada Sra. García:", ["María García"], ()),
        ("尊敬的王小明\uff1a", ["王小明"], ()),
        ("Dear Ms Fischer,", ["Hannah Beispiel"], ("Fischer",)),
        ("Sehr geehrter Herr Müller,", ["Hannah Beispiel"], ("Müller",)),
    ],
)
def test_a_stranger_in_the_salutation_is_seen(salutation: str, known: list[str], strangers: tuple[str, ...]) -> None:
    assert strangers_in(salutation, known) == strangers


def test_candidates_hold_a_name_in_either_order_and_single_names_only_after_a_title() -> None:
    found = set(candidates("We asked Budi Santoso and Ibu Melati about the rose melati.", capitals=True))
    assert {"budi santoso", "santoso budi", "melati"} <= found
    assert "melati" not in set(candidates("The melati is a flower.", capitals=False))
    assert "budi santoso" not in set(candidates("budi santoso wrote", capitals=True))
    assert "budi santoso" in set(candidates("budi santoso wrote", capitals=False))
    assert "王小明" in set(candidates("我们写信给王小明先生", capitals=True))


def test_candidates_are_folded_as_the_store_folds_names() -> None:
    from workbench.store.values import fold  # noqa: PLC0415  the one place where both are compared

    for name in (
        "Ursula Müller",
        "Jean-Pierre O'Neil",
        "Łukasz Żółć",
        "김 철수",
        "Ærøe Straße",
        "Dr. Anna Fischer",
        "R. A. Kartini",
    ):
        assert folded(name) == fold(name)
        assert fold(name) in set(candidates(f"{name} wrote", capitals=True))
