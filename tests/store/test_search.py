"""Search: whatever is typed finds what it says and never breaks the search."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.makers import CANARIES, NOW, add_case, add_event, subject
from workbench.domain.letters import LetterFields
from workbench.store import letters
from workbench.store.engine import Store
from workbench.store.search import search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("DSR-2026-0001", ["case"], id="a case number"),
        pytest.param("l-2026-0002", ["letter"], id="a letter number in small letters"),
        pytest.param("petun", ["case", "letter", "letter"], id="the beginning of a name"),
        pytest.param("marrowquill  PETUNIA", ["case", "letter", "letter"], id="two words in any order"),
        pytest.param("petunia nobody", [], id="two words of which one is nowhere"),
        pytest.param(CANARIES["email"], ["case"], id="an address"),
        pytest.param(CANARIES["nik"], ["case"], id="a number in the request"),
        pytest.param("thistle", ["case"], id="words of a note lead to the case"),
        pytest.param("walnut", ["case"], id="words of a decision lead to the case"),
        pytest.param("accountants", ["case"], id="words of an internal note"),
        pytest.param("passport", ["evidence"], id="the name of a file"),
        pytest.param("orville", ["case"], id="who wrote for the person"),
        pytest.param("clauses", ["case"], id="words of a working file"),
        pytest.param("heron", ["letter", "letter"], id="words of a letter"),
        pytest.param("quarantine", [], id="what no search may find"),
        pytest.param("", [], id="nothing"),
        pytest.param("  \t ", [], id="blanks"),
    ],
)
def test_things_are_found(full: Store, typed: str, found: list[str]) -> None:
    with full.reading() as session:
        assert [hit.what for hit in search(session, typed)] == found


def test_a_found_thing_says_where_it_is(full: Store) -> None:
    with full.reading() as session:
        (hit,) = search(session, "thistle")
        assert (hit.what, hit.id, hit.case_id, hit.title) == ("case", 1, 1, "DSR-2026-0001")
        (file,) = search(session, "passport")
        assert (file.what, file.id, file.case_id, file.title) == ("evidence", 1, 1, "passport.pdf")


HOSTILE = [
    '"',
    "a:b",
    "-a",
    "*",
    "NEAR(",
    "a AND",
    "OR",
    "NOT x",
    "^a",
    "{a b}:c",
    "a+b",
    "(",
    ")",
    "'",
    "\x00",
    "a\x00b",
    "\ud800",
    "a*b*",
    '""""',
]


@pytest.mark.parametrize("typed", HOSTILE, ids=ascii)
def test_signs_of_the_query_language_are_only_signs(full: Store, typed: str) -> None:
    with full.reading() as session:
        search(session, typed)
        search(session, typed + " petunia")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40))
def test_any_text_can_be_searched_for(full: Store, typed: str) -> None:
    with full.reading() as session:
        assert isinstance(search(session, typed), tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.lists(
        st.text(st.sampled_from("abcxyzäöüéñçøİßÅאבمحمد中日한жд0189"), min_size=1, max_size=8), min_size=1, max_size=3
    )
)
def test_a_name_is_found_by_its_own_words(store: Store, name: list[str]) -> None:
    with store.writing() as session:
        case = add_case(session, subject=subject(" ".join(name), ""), requester=None)
        session.flush()
        assert case.id in {hit.case_id for hit in search(session, " ".join(name), limit=5000)}
        session.rollback()


def test_a_changed_draft_is_found_by_its_new_words_only(full: Store) -> None:
    with full.writing() as session:
        letters.save_draft(
            session, 2, language="en", fields=LetterFields(("Nobody",), free_text="turquoise"), at=NOW, officer_id=1
        )
    with full.reading() as session:
        assert [hit.id for hit in search(session, "turquoise")] == [2]
        assert [hit.id for hit in search(session, "heron")] == [1]


def test_no_more_is_listed_than_was_asked_for(store: Store) -> None:
    with store.writing() as session:
        case = add_case(session)
        for _ in range(30):
            add_event(session, case.id, text="petunia")
        other = add_case(session)
    with store.reading() as session:
        assert [hit.id for hit in search(session, "petunia", limit=2)] == [other.id, case.id]
        assert len(search(session, "petunia", limit=1)) == 1
