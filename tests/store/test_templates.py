"""Letter templates in the store: versions count on, nothing goes, drafts are apart, and the journal vouches for all."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.makers import CANARIES, NOW, make_store
from workbench.domain.letters import LetterKind
from workbench.store import journal, templates
from workbench.store.engine import Session, Store
from workbench.store.verify import verify

KIND = LetterKind.ANSWER


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "office").open()


def add(session: Session, body: str, *, language: str = "en", days: int = 0) -> templates.TemplateVersion:
    return templates.add(
        session,
        kind=KIND,
        language=language,
        body=body,
        reason=f"because of {body or 'nothing'}",
        shipped="shipped:0123456789ab",
        at=NOW + timedelta(days=days),
        officer_id=1,
    )


def draft(session: Session, body: str, officer_id: int = 1) -> bool:
    return templates.keep_draft(session, kind=KIND, language="en", body=body, at=NOW, officer_id=officer_id)


def test_versions_count_on_for_each_kind_and_language(store: Store) -> None:
    with store.writing() as session:
        assert [add(session, body).version for body in ("one", "", "three")] == [1, 2, 3]
        assert add(session, "satu", language="id").version == 1
    with store.reading() as session:
        assert [(one.version, one.body) for one in templates.history(session, KIND, "en")] == [
            (3, "three"),
            (2, ""),
            (1, "one"),
        ]
        newest = templates.newest(session, KIND, "en")
        assert newest is not None
        assert (newest.version, newest.reason, newest.saved_at, newest.officer_id) == (3, "because of three", NOW, 1)
        assert templates.newest(session, LetterKind.REFUSAL, "en") is None
        assert [(one.language, one.version) for one in templates.newest_of_each(session)] == [("en", 3), ("id", 1)]
        assert {one.shipped for one in templates.history(session, KIND, "en")} == {"shipped:0123456789ab"}
    store.close()


def test_a_draft_is_no_version(store: Store) -> None:
    with store.writing() as session:
        assert draft(session, "half")
        assert not draft(session, "half"), "nothing changed"
        assert templates.newest(session, KIND, "en") is None
        assert templates.history(session, KIND, "en") == ()
        assert templates.newest_of_each(session) == ()
        assert templates.draft(session, KIND, "en", officer_id=1) == "half"
        assert templates.draft(session, KIND, "en", officer_id=2) == "", "it is its officer's alone"
        assert add(session, "whole").version == 1
        assert draft(session, "")
        assert templates.draft(session, KIND, "en", officer_id=1) == ""
        assert not draft(session, ""), "there is nothing to let go"
    store.close()


def test_the_journal_vouches_for_versions_and_drafts_without_their_words(store: Store) -> None:
    with store.writing() as session:
        draft(session, CANARIES["letter"])
        add(session, CANARIES["letter"])
        add(session, "")
    with store.reading() as session:
        lines = journal.entries(session, "office")[-3:]
        assert [line.action for line in lines] == ["template_drafted", "template_saved", "template_reset"]
        assert CANARIES["letter"] not in repr(lines)
        assert lines[1].facts["version"] == 1
        assert journal.check_chain(session) == []
    assert verify(store) == ()
    store.close()
