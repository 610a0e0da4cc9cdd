"""Letter templates of the office: which text holds, what is refused and where, and that nothing is ever lost."""

import re
from collections.abc import Callable
from functools import cache
from unittest.mock import Mock

import pytest

from tests.makers import Desktop
from workbench.domain import templates as domain
from workbench.domain.commands import DraftTemplate, ResetTemplate, SaveTemplate
from workbench.domain.errors import InvalidInputError, NotFoundError
from workbench.domain.letters import LetterKind
from workbench.domain.template_text import parts_of
from workbench.domain.templates import VOCABULARY, Scope, TemplateError
from workbench.services import letter_contents, templates
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import languages_of
from workbench.services.resources import RESOURCES
from workbench.services.templates import (
    SHIPPED,
    LineChange,
    TemplateFinding,
    TemplateRefusedError,
    TemplateState,
    check_text,
    shipped_text,
)
from workbench.services.verify import verify_office
from workbench.services.wording import words

REFUSAL = LetterKind.REFUSAL
OUR_OWN = "We have looked at your request concerning {rights}"
USUAL = "We have considered your request concerning {rights}"


def changed(text: str = USUAL, to: str = OUR_OWN, body: str = "") -> str:
    old = body or shipped_text(REFUSAL, "en")
    assert text in old
    return old.replace(text, to, 1)


@cache
def whole(kind: LetterKind = REFUSAL, language: str = "en") -> str:
    """Return the shipped text with every shared part written out in it."""
    text = shipped_text(kind, language)
    while uses := [one for one in parts_of(text) if one.words("use")]:
        text = templates.write_out(text, uses[0].line, kind, language)
    return templates.normal(text)


def save(desktop: Desktop, body: str, reason: str = "Plainer words") -> str:
    command = SaveTemplate(kind=REFUSAL, language="en", body=body, reason=reason)
    return desktop.do(templates.save_template, command).number


def reset(desktop: Desktop) -> str:
    command = ResetTemplate(kind=REFUSAL, language="en", reason="The shipped one is better")
    return desktop.do(templates.reset_template, command).number


def check(text: str) -> tuple[TemplateFinding, ...]:
    return check_text(text, REFUSAL, "en", rulebooks=load_rulebooks())


# Which text holds


def test_the_shipped_text_holds_until_the_office_has_its_own(desktop: Desktop) -> None:
    used = desktop.see(templates.template_for, REFUSAL, "en")
    assert re.fullmatch(r"shipped:[0-9a-f]{12}", used.version)
    version = save(desktop, changed())
    assert re.fullmatch(r"office:1:[0-9a-f]{12}", version)
    used = desktop.see(templates.template_for, REFUSAL, "en")
    assert used.version == version
    assert any(OUR_OWN in block.text for block in used.template.blocks)
    other = desktop.see(templates.template_for, REFUSAL, "id")
    assert other.version.startswith("shipped:"), "another language is another template"


@pytest.mark.parametrize(
    ("version", "language", "said"),
    [
        pytest.param("shipped:15e389a0b1c2", "en", "shipped text, version 15e389a0b1c2", id="shipped"),
        pytest.param("office:3:15e389a0b1c2", "en", "office version 3 (15e389a0b1c2)", id="of the office"),
        pytest.param("office:3:15e389a0b1c2", "id", "versi kantor 3 (15e389a0b1c2)", id="of the office, Indonesian"),
        pytest.param("elsewhere:1", "en", "elsewhere:1", id="unknown"),
        pytest.param("", "en", "", id="none"),
    ],
)
def test_a_version_is_named_in_words(version: str, language: str, said: str) -> None:
    assert templates.version_words(version, words(language)) == said


def test_going_back_keeps_every_version(desktop: Desktop) -> None:
    first = desktop.see(templates.template_for, REFUSAL, "en").version
    save(desktop, changed())
    assert reset(desktop) == first
    assert desktop.see(templates.template_for, REFUSAL, "en").version == first
    second = save(desktop, changed(to="We have read your request concerning {rights}"), "Once more")
    assert second.startswith("office:3:"), "going back is a version too"
    page = desktop.see(templates.template_page, REFUSAL, "en")
    assert [(one.number, one.reset, one.holds) for one in page.history] == [
        (3, False, True),
        (2, True, False),
        (1, False, False),
        (SHIPPED, False, False),
    ]
    assert page.history[2].body == changed()
    assert [one.reason for one in page.history] == ["Once more", "The shipped one is better", "Plainer words", ""]
    assert {one.officer_name for one in page.history[:3]} == {"Ayu Contoh"}
    assert not verify_office(desktop.office), "the journal vouches for every version"


def test_the_list_says_what_holds_by_whom_and_why(desktop: Desktop) -> None:
    save(desktop, changed())
    lines = {(one.kind, one.language): one for one in desktop.see(templates.list_templates)}
    assert {kind for kind, _ in lines} == set(LetterKind)
    own = lines[REFUSAL, "en"]
    assert (own.state, own.number, own.officer_name, own.reason) == (TemplateState.OFFICE, 1, "Ayu Contoh", "Plainer words")
    assert own.changed_at == desktop.hand.now
    assert lines[REFUSAL, "id"].state is TemplateState.SHIPPED


def test_a_change_of_the_shipped_text_is_told(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    save(desktop, changed())
    monkeypatch.setattr(templates, "_shipped", lambda _kind, _language: "# another text\n")
    lines = {(one.kind, one.language): one.state for one in desktop.see(templates.list_templates)}
    assert lines[REFUSAL, "en"] is TemplateState.OUTDATED


def test_a_text_that_cannot_be_read_any_more_is_told(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    save(desktop, changed())
    broken = TemplateError(template="refusal.en.toml", line=1, where="top", problem="unknown_key:title")
    monkeypatch.setattr(templates, "read_template", Mock(side_effect=broken))
    lines = {(one.kind, one.language): one.state for one in desktop.see(templates.list_templates)}
    assert lines[REFUSAL, "en"] is TemplateState.BROKEN


# What is refused


def test_a_change_needs_a_reason(desktop: Desktop) -> None:
    with pytest.raises(InvalidInputError) as found:
        save(desktop, changed(), "  ")
    assert found.value.details == {"field": "template_reason", "problem": "empty"}


def test_the_text_that_holds_is_not_saved_again(desktop: Desktop) -> None:
    with pytest.raises(InvalidInputError):
        save(desktop, shipped_text(REFUSAL, "en"))
    save(desktop, changed())
    with pytest.raises(InvalidInputError):
        save(desktop, changed() + "\n\n")
    reset(desktop)
    with pytest.raises(InvalidInputError):
        reset(desktop)


def test_the_shipped_text_saved_by_hand_is_going_back(desktop: Desktop) -> None:
    save(desktop, changed())
    assert save(desktop, shipped_text(REFUSAL, "en"), "As it was").startswith("shipped:")


@pytest.mark.parametrize("language", ["xx", "../en", ""], ids=["no such language", "a path", "nothing"])
def test_only_a_template_that_is_there_can_be_changed(desktop: Desktop, language: str) -> None:
    with pytest.raises(InvalidInputError):
        desktop.do(templates.save_template, SaveTemplate(kind=REFUSAL, language=language, body="x", reason="y"))
    with pytest.raises(InvalidInputError):
        desktop.see(templates.template_page, REFUSAL, language)


def test_a_faulty_text_is_refused_with_line_and_name(desktop: Desktop) -> None:
    before = desktop.see(templates.template_for, REFUSAL, "en")
    body = changed("{rights}, which", "{rigths}, which")
    with pytest.raises(TemplateRefusedError) as found:
        save(desktop, body)
    line = next(number for number, text in enumerate(body.split("\n"), 1) if "{rigths}" in text)
    assert found.value.details == {
        "template": "refusal.en",
        "line": line,
        "count": 1,
        "fault": "unknown_placeholder",
        "name": "rigths",
    }
    for language in ("en", "id"):
        assert f" {line} " in words(language).error(found.value)
    assert desktop.see(templates.template_for, REFUSAL, "en") == before


@pytest.mark.parametrize(
    ("text", "to", "problem", "name"),
    [
        ("{received_at}", "{recieved_at}", "unknown_placeholder", "recieved_at"),
        ("{ground_text}", "{remedy}", "unknown_placeholder", "remedy"),
        ('"acts_by"', '"acts"', "unknown_flag", "acts"),
        ('for_each = "grounds"', 'for_each = "reasons"', "unknown_group", "reasons"),
        ('style = "heading"', 'style = "title"', "unknown_style", "title"),
        ("({received_how})", "({received_how)", "lone_brace", ""),
        ('text = "{free_text}"', 'txt = "{free_text}"', "unknown_key", "txt"),
        ('kind = "refusal"', 'kind = "answer"', "other_kind", ""),
        ('text = "{free_text}"', 'text = "{free_text}', "syntax", ""),
    ],
    ids=[
        "mistyped placeholder",
        "placeholder of another group",
        "mistyped condition",
        "mistyped group",
        "mistyped style",
        "lost brace",
        "mistyped key",
        "another kind",
        "lost quotation mark",
    ],
)
def test_each_slip_is_found_at_its_line(text: str, to: str, problem: str, name: str) -> None:
    body = changed(text, to, whole())
    found = [one for one in check(body) if one.fault]
    assert [(one.problem, one.name) for one in found][:1] == [(problem, name)] or (problem, name) in {
        (one.problem, one.name) for one in found
    }
    finding = next(one for one in found if one.problem == problem)
    if problem not in {"other_kind", "unknown_style", "unknown_key"}:
        near = [number for number, line in enumerate(body.split("\n"), 1) if to in line]
        assert finding.line in near


def test_every_slip_is_told_at_once() -> None:
    body = changed("{rights}", "{rigths}", whole()).replace("{law_short}", "{lawshort}")
    assert {one.name for one in check(body)} >= {"rigths", "lawshort"}


def test_content_that_a_law_requires_cannot_be_lost(desktop: Desktop) -> None:
    body = whole().replace('provides = ["reason"]', "")
    found = [one for one in check(body) if one.problem == "lacks_content"]
    assert [(one.name, one.fault) for one in found] == [("reason", True)]
    assert "GDPR Art 12(4)" in found[0].source
    with pytest.raises(TemplateRefusedError):
        save(desktop, body)


def test_content_that_nothing_requires_is_missed_aloud_but_can_be_lost(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letter_contents, "demands_of", lambda _kind: ())
    body = whole().replace('provides = ["schedule"]', "")
    found = check(body)
    assert [(one.problem, one.name, one.fault) for one in found] == [("lost_content", "schedule", False)]
    save(desktop, body)


def test_a_paragraph_that_uses_a_shared_part_cannot_be_dropped_where_the_part_says_what_is_required() -> None:
    body = changed('[[paragraph]]\nuse = "remedies"\n', "")
    assert {one.name for one in check(body) if one.problem == "lacks_content"} >= {"complaint", "court"}


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_shipped_text_has_nothing_to_find(kind: LetterKind) -> None:
    for language in languages_of(kind):
        assert check_text(shipped_text(kind, language), kind, language, rulebooks=load_rulebooks()) == ()


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "[[paragraph", "a = [" * 50, "x" * (templates.LONGEST + 1), 'text = "' + "{" * 5000 + '"', "\ud7ff = 1"],
    ids=["empty", "NUL", "open table", "deep", "too long", "braces", "strange key"],
)
def test_hostile_texts_are_found_faulty_and_nothing_breaks(text: str) -> None:
    assert any(one.fault for one in check(text))


# Shared parts


@pytest.mark.parametrize("kind", list(LetterKind))
def test_shared_parts_are_written_out_and_lose_nothing(kind: LetterKind) -> None:
    for language in languages_of(kind):
        text = whole(kind, language)
        assert not any(one.words("use") for one in parts_of(text))
        assert check_text(text, kind, language, rulebooks=load_rulebooks()) == ()


def test_only_the_part_that_was_asked_for_is_written_out() -> None:
    old = shipped_text(REFUSAL, "en")
    line = next(one.line for one in parts_of(old) if one.words("use") == "contact")
    new = templates.write_out(old, line, REFUSAL, "en")
    assert "you can reach us {contact}" in new
    assert [one.words("use") for one in parts_of(new) if one.words("use")] == [
        one.words("use") for one in parts_of(old) if one.words("use") not in {"", "contact"}
    ]
    assert templates.write_out(old, 1, REFUSAL, "en") == old, "there is nothing to write out at the top"


# Drafts


def test_a_draft_is_kept_for_its_officer_and_no_letter_is_composed_from_it(desktop: Desktop) -> None:
    before = desktop.see(templates.template_for, REFUSAL, "en")
    desktop.do(templates.draft_template, DraftTemplate(kind=REFUSAL, language="en", body="half a tex"))
    assert desktop.see(templates.template_page, REFUSAL, "en").draft == "half a tex"
    assert desktop.see(templates.template_page, REFUSAL, "id").draft == ""
    assert desktop.see(templates.template_for, REFUSAL, "en") == before
    assert all(one.number >= SHIPPED for one in desktop.see(templates.template_page, REFUSAL, "en").history)
    save(desktop, changed())
    assert desktop.see(templates.template_page, REFUSAL, "en").draft == "", "a saved text is no draft any more"
    assert not verify_office(desktop.office)


# Comparing


def test_two_versions_stand_side_by_side(desktop: Desktop) -> None:
    save(desktop, changed() + "# a remark\n")
    lines = desktop.see(templates.compare_versions, REFUSAL, "en", SHIPPED, 1)
    told = [(one.change, one.left, one.right) for one in lines if one.change is not LineChange.SAME]
    assert [change for change, _, _ in told] == [LineChange.CHANGED, LineChange.ADDED]
    assert USUAL in told[0][1]
    assert OUR_OWN in told[0][2]
    assert told[1][1:] == ("", "# a remark")
    assert [one.left_number for one in lines if one.left_number] == list(range(1, shipped_text(REFUSAL, "en").count("\n") + 1))
    with pytest.raises(NotFoundError):
        desktop.see(templates.compare_versions, REFUSAL, "en", SHIPPED, 7)


# Words


def names(scope: Scope, of: Callable[[Scope], frozenset[str]]) -> set[str]:
    return set(of(scope)).union(*(names(inner, of) for inner in scope.groups.values()))


@pytest.mark.parametrize("language", ["en", "id"])
def test_everything_that_a_template_may_name_is_explained(language: str) -> None:
    spoken = words(language)
    own = set(domain.INSERTS)
    assert names(VOCABULARY, lambda scope: scope.placeholders) - own == set(spoken.keys("template_placeholder"))
    assert names(VOCABULARY, lambda scope: scope.flags) - own == set(spoken.keys("template_flag"))
    assert own <= set(spoken.keys("insert"))
    assert set(templates.shared_parts(language)) == set(spoken.keys("template_part"))
    assert names(VOCABULARY, lambda scope: frozenset(scope.groups)) == set(spoken.keys("template_group"))
    assert set(domain.STYLES) <= set(spoken.keys("template_style"))


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_state_and_problem_is_worded(language: str) -> None:
    spoken = words(language)
    assert {one.value for one in TemplateState} == set(spoken.keys("template_state")) == set(spoken.keys("template_state_help"))
    assert {one.value for one in LineChange} == set(spoken.keys("template_change"))
    source = (RESOURCES.parent / "workbench" / "domain" / "templates.py").read_text("utf-8")
    parser = source.partition("# Parsing")[2].partition("# Composing")[0]
    raised = [part for part in re.findall(r"error\((.*)\)", parser) if "path" in part or "(" in part]
    known = {name for part in raised for name in re.findall(r'"([a-z]+(?:_[a-z]+)+)[":]', part)}
    assert len(known) > 15, "the parser's problems were found"
    known -= {"for_each"}
    known |= {"syntax", "too_long", "other_kind", "lacks_content", "lost_content", "missing"}
    assert known <= set(spoken.keys("template_problem"))
