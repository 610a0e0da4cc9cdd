"""Letter templates: strict to read, pure to compose."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.letters import LetterKind, Paragraph
from workbench.domain.templates import (
    VOCABULARY,
    Composition,
    Frame,
    LetterValues,
    Need,
    TemplateError,
    compose,
    fill,
    missing_content,
    parse_parts_text,
    parse_template,
    parse_template_text,
)

PLAIN: dict[str, Any] = {
    "kind": "refusal",
    "language": "en",
    "title": "Refusal, {reference}",
    "salutation": "Dear {name},",
    "salutation_unknown": "Dear Sir or Madam,",
    "closing": "Yours sincerely,",
    "running": "{reference}",
    "page_label": "Page {page} of {pages}",
    "subject": [{"text": "Several", "when": {"all": ["several_rights"]}}, {"text": "Your request of {received_on}"}],
    "reference": [{"label": "Our reference", "text": "{reference}"}, {"label": "Our letter", "text": "{letter}"}],
    "paragraph": [
        {"style": "body", "text": "You wrote on {received_on}."},
        {"style": "body", "text": "{free_text}", "when": {"all": ["free_text"]}, "provides": ["question"]},
        {
            "for_each": "decided",
            "paragraph": [
                {"style": "heading", "text": "{right_title}"},
                {"style": "body", "text": "{reason}", "provides": ["reason"]},
                {"for_each": "grounds", "style": "list", "text": "{ground}", "provides": ["ground"]},
                {
                    "style": "table",
                    "for_each": "schedule",
                    "head": ["Category", "Why"],
                    "row": ["{category}", "{why}"],
                    "when": {"all": ["schedule"]},
                    "provides": ["schedule"],
                },
            ],
        },
    ],
}
FRAME = Frame(
    letterhead=("Onee",),
    office_lines=(),
    return_line="",
    addressee=("Hannah Beispiel",),
    addressed_to="Hannah Beispiel",
    salutation="",
    place_and_date="Jakarta",
    signatory=("Rina",),
    footer=(),
    author="Onee",
    dated=date(2026, 11, 26),
)
WORDS = dict.fromkeys(VOCABULARY.placeholders, "") | {"reference": "DSR-1", "received_on": "1 May 2026"}


def changed(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Return the plain template with one thing changed."""
    data = deepcopy(PLAIN)
    change(data)
    return data


def paragraph(**keys: object) -> dict[str, Any]:
    """Return the plain template with one other paragraph in place of all."""
    return changed(lambda data: data.update(paragraph=[keys]))


def decided(right: str, *, reason: str = "Because.", grounds: tuple[str, ...] = (), lines: int = 0) -> LetterValues:
    """Return the values of one decision."""
    line = LetterValues({"category": "Name", "detail": "", "treatment": "", "why": "x"})
    return LetterValues(
        {"right": right, "right_title": right.title(), "articles": "", "reason": reason},
        frozenset({"schedule"} if lines else ()),
        {
            "grounds": tuple(LetterValues({"ground": f"Ground of {law}"}, key=law) for law in grounds),
            "schedule": (line,) * lines,
        },
        key=right,
    )


def composed(values: LetterValues, data: dict[str, Any] = PLAIN, frame: Frame = FRAME) -> Composition:
    """Return the letter that the template says with these values."""
    return compose(parse_template(data), values, frame)


def values(*groups: LetterValues, flags: frozenset[str] = frozenset(), **words: str) -> LetterValues:
    """Return values with some decisions."""
    return LetterValues({**WORDS, **words}, flags, {"decided": groups, "laws": (), "clocks": ()})


def test_a_template_says_its_kind_and_what_it_can_provide() -> None:
    template = parse_template(PLAIN)
    assert (template.kind, template.language) == (LetterKind.REFUSAL, "en")
    assert template.provides == {"question", "reason", "ground", "schedule"}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (changed(lambda data: data.update(extra="x")), "unknown_key:extra"),
        (changed(lambda data: data.update(kind="greeting")), "unknown_kind:greeting"),
        (changed(lambda data: data.pop("closing")), "missing"),
        (changed(lambda data: data.update(closing=3)), "not_a_text"),
        (changed(lambda data: data.update(paragraph=[])), "missing"),
        (changed(lambda data: data.update(paragraph="x")), "not_a_list_of_tables"),
        (changed(lambda data: data.update(paragraph=["x"])), "not_a_table"),
        (changed(lambda data: data.update(subject=[])), "last_choice_needs_no_condition"),
        (changed(lambda data: data["subject"].pop()), "last_choice_needs_no_condition"),
        (changed(lambda data: data.update(title="{nobody}")), "unknown_placeholder:nobody"),
        (changed(lambda data: data.update(title="{reference")), "lone_brace"),
        (paragraph(style="body", text="x", colour="red"), "unknown_key:colour"),
        (paragraph(style="loud", text="x"), "unknown_style:loud"),
        (paragraph(style="body"), "paragraph_needs_text"),
        (paragraph(style="body", text="{name}"), "unknown_placeholder:name"),
        (paragraph(style="body", text="{reference.upper}"), "unknown_placeholder:reference.upper"),
        (paragraph(style="body", text="{}"), "unknown_placeholder:"),
        (paragraph(style="body", text="{ground}"), "unknown_placeholder:ground"),
        (paragraph(style="body", text="x", when={"all": ["sunny"]}), "unknown_flag:sunny"),
        (paragraph(style="body", text="x", when={"only": ["free_text"]}), "unknown_key:only"),
        (paragraph(style="body", text="x", when={"all": "free_text"}), "not_a_list_of_texts"),
        (paragraph(style="body", text="x", when={}), "empty_condition"),
        (paragraph(style="body", text="x", when="free_text"), "not_a_table"),
        (paragraph(style="body", text="x", for_each="people"), "unknown_group:people"),
        (paragraph(style="body", text="x", for_each="grounds"), "unknown_group:grounds"),
        (paragraph(style="body", text="x", provides=["luck"]), "unknown_content:luck"),
        (paragraph(style="table", head=["a"], row=["b"]), "table_needs_for_each_head_and_row"),
        (paragraph(style="table", for_each="laws", head=["a", "b"], row=["{law}"]), "table_needs_for_each_head_and_row"),
        (paragraph(style="body", paragraph=[{"style": "body", "text": "x"}]), "a_group_has_no_text"),
        (paragraph(use="remedies"), "unknown_part:remedies"),
        (paragraph(style="body", text="x", language="English"), "unknown_language:English"),
        (changed(lambda data: data.update(language="German")), "unknown_language:German"),
        (changed(lambda data: data.update(insert=[{"name": "poem"}])), "unknown_insert:poem"),
        (changed(lambda data: data.update(insert=[{"name": "searched"}])), "insert_not_used:searched"),
        (changed(lambda data: data.update(insert=[{"name": "searched"}] * 2)), "name_taken:searched"),
        (changed(lambda data: data.update(insert=[{"name": "searched", "lines": 0}])), "not_a_number"),
        (changed(lambda data: data.update(insert=[{"name": "searched", "lines": True}])), "not_a_number"),
        (changed(lambda data: data.update(insert=[{"name": "searched", "needed": "yes"}])), "not_true_or_false"),
        (paragraph(style="body", text="{searched}"), "insert_not_declared:searched"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_slip_in_a_template_is_an_error(data: dict[str, Any], problem: str) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_template(data)
    assert refused.value.details["problem"] == problem


def test_a_letter_is_composed_in_the_order_of_its_template() -> None:
    letter = composed(values(decided("access", grounds=("EU", "GB"), lines=2), decided("erasure"))).letter
    assert letter.subject == "Your request of 1 May 2026"
    assert letter.title == "Refusal, DSR-1"
    assert letter.salutation == "Dear Hannah Beispiel,"
    assert letter.paragraphs == (
        Paragraph("body", "You wrote on 1 May 2026."),
        Paragraph("heading", "Access"),
        Paragraph("body", "Because.", own=True),
        Paragraph("list", "Ground of EU"),
        Paragraph("list", "Ground of GB"),
        Paragraph("table", rows=(("Category", "Why"), ("Name", "x"), ("Name", "x")), own=True),
        Paragraph("heading", "Erasure"),
        Paragraph("body", "Because.", own=True),
    )


def test_a_reference_line_without_a_value_is_left_out() -> None:
    assert composed(values()).letter.reference_lines == (("Our reference", "DSR-1"),)
    assert composed(values(letter="L-1")).letter.reference_lines[1] == ("Our letter", "L-1")


def test_the_first_subject_whose_condition_holds_is_taken() -> None:
    assert composed(values(flags=frozenset({"several_rights"}))).letter.subject == "Several"


@pytest.mark.parametrize(
    ("addressed_to", "own", "salutation"),
    [
        ("Hannah", "", "Dear Hannah,"),
        ("", "", "Dear Sir or Madam,"),
        ("Hannah", "Hello {name}", "Hello {name}"),
        ("{reference}", "", "Dear {reference},"),
    ],
    ids=["named", "nobody", "the officer's own", "a name in braces"],
)
def test_the_salutation_is_the_officers_own_else_the_templates(addressed_to: str, own: str, salutation: str) -> None:
    parts = {name: getattr(FRAME, name) for name in FRAME.__dataclass_fields__}
    frame = Frame(**{**parts, "addressed_to": addressed_to, "salutation": own})
    assert composed(values(), frame=frame).letter.salutation == salutation


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=80))
def test_a_value_is_never_read_as_a_template(text: str) -> None:
    composition = composed(values(flags=frozenset({"free_text"}), free_text=text))
    assert composition.letter.paragraphs[1].text == text


@pytest.mark.parametrize("text", ["{reference}", "{", "}", "{}", "{0}", "{free_text}", "%s", "<b>", "{free_text!r}"])
def test_braces_in_a_value_stay(text: str) -> None:
    assert fill("a {x} b {x}", {"x": text}) == f"a {text} b {text}"


def test_a_condition_needs_all_any_and_none() -> None:
    data = paragraph(
        style="body", text="x", when={"all": ["free_text"], "any": ["several_rights", "several_laws"], "none": ["contact"]}
    )

    def printed(*flags: str) -> bool:
        return bool(composed(values(flags=frozenset(flags)), data).letter.paragraphs)

    assert printed("free_text", "several_laws")
    assert not printed("free_text")
    assert not printed("several_laws")
    assert not printed("free_text", "several_laws", "contact")


def test_what_was_printed_is_known_by_right_and_law() -> None:
    printed = composed(values(decided("access", grounds=("EU",), lines=1))).printed
    assert printed == {
        Need("reference"),
        Need("reason", "access"),
        Need("ground", "access/EU"),
        Need("schedule", "access"),
    }
    needs = (Need("ground", "access/EU"), Need("ground", "access/GB"), Need("court", "EU"))
    assert missing_content(needs, printed) == needs[1:]


def test_a_paragraph_with_a_blank_value_does_not_count_as_printed() -> None:
    printed = composed(values(decided("access", reason="  \n"))).printed
    assert Need("reason", "access") not in printed


def test_a_template_that_names_what_has_no_value_is_an_error() -> None:
    without = {name: word for name, word in WORDS.items() if name != "received_on"}
    with pytest.raises(TemplateError, match="placeholder_without_value:received_on"):
        composed(LetterValues(without, groups={"decided": ()}))
    with pytest.raises(TemplateError, match="group_without_values:decided"):
        composed(LetterValues(WORDS))


# Conditions that can never hold


def within_decided(**when: list[str]) -> dict[str, Any]:
    """Return the plain template with one paragraph about each decision, under a condition."""
    return paragraph(for_each="decided", paragraph=[{"style": "body", "text": "x", "when": when}])


@pytest.mark.parametrize(
    "data",
    [
        paragraph(style="body", text="x", when={"all": ["free_text"], "none": ["free_text"]}),
        paragraph(style="body", text="x", when={"any": ["free_text"], "none": ["free_text", "contact"]}),
        paragraph(style="body", text="x", when={"all": ["acts_by"], "none": ["represented"]}),
        paragraph(when={"all": ["contact"]}, paragraph=[{"style": "body", "text": "x", "when": {"none": ["contact"]}}]),
        paragraph(style="body", text="x", when={"all": ["withheld_told"]}),
        paragraph(for_each="laws", style="body", text="x", when={"all": ["pauses"]}),
        paragraph(for_each="laws", style="body", text="x", when={"all": ["runs", "lapses"]}),
        within_decided(all=["granted"]),
        within_decided(all=["refused", "access", "erasure"]),
        within_decided(any=["granted", "partly"]),
        within_decided(all=["annexed"], none=["schedule"]),
        changed(lambda data: data["subject"][0].update(when={"all": ["contact"], "none": ["contact"]})),
    ],
    ids=[
        "wanted and barred",
        "all choices barred",
        "one flag implies another",
        "barred by the group around it",
        "an outcome that a refusal never tells, at the top",
        "a pause in a letter that asks nothing",
        "two effects at once",
        "an outcome that a refusal never tells",
        "two rights at once",
        "only outcomes that a refusal never tells",
        "an annex without a schedule",
        "in the subject",
    ],
)
def test_a_condition_that_can_never_hold_is_an_error(data: dict[str, Any]) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_template(data)
    assert refused.value.details["problem"] == "never_holds"


def test_decisions_in_a_letter_that_tells_none_are_an_error() -> None:
    data = paragraph(for_each="decided", style="body", text="{right}")
    assert parse_template(data).blocks
    with pytest.raises(TemplateError, match="never_holds"):
        parse_template({**data, "kind": "acknowledgement", "subject": [{"text": "x"}]})


@pytest.mark.parametrize(
    "data",
    [
        paragraph(style="body", text="x", when={"any": ["free_text", "contact"], "none": ["free_text"]}),
        paragraph(style="body", text="x", when={"all": ["acts_by", "represented"]}),
        within_decided(all=["refused"], any=["access", "erasure"]),
        within_decided(none=["granted"]),
        paragraph(for_each="laws", style="body", text="x", when={"all": ["runs"]}),
    ],
)
def test_a_condition_that_can_hold_is_none(data: dict[str, Any]) -> None:
    assert parse_template(data).blocks


# Files, lines and parts

PARTS = """language = "en"
salutation = "Dear {name},"
salutation_unknown = "Dear Sir or Madam,"
closing = "Yours sincerely,"
running = "{reference}"
page_label = "Page {page} of {pages}"
continuation = "{to_name}"
enclosures_label = "Enclosures"

[[reference]]
label = "Our reference"
text = "{reference}"

[[part]]
name = "remark"

[[part.paragraph]]
style = "body"
when = { all = ["free_text"] }
text = "{free_text}"

[[part]]
name = "reasons"
within = "decided"

[[part.paragraph]]
use = "remark"

[[part.paragraph]]
style = "body"
text = "{reason}"
provides = ["reason"]
"""
SHORT = """kind = "refusal"
language = "en"
title = "Refusal"

[[insert]]
name = "searched"
needed = true

[[subject]]
text = "Your request"

[[paragraph]]
style = "body"
text = '''
Not a header, only words:
[[paragraph]]
text = "no"
'''

[[paragraph]]
for_each = "decided"

[[paragraph.paragraph]]
use = "reasons"

[[paragraph.paragraph]]
style = "body"
text = "We searched: {searched}"
"""


def short(old: str = "", new: str = "") -> str:
    """Return the short template with one text replaced."""
    assert old in SHORT
    return SHORT.replace(old, new) if old else SHORT


def test_a_template_takes_its_parts_and_what_all_letters_share() -> None:
    parts = parse_parts_text(PARTS, "parts.en.toml")
    template = parse_template_text(SHORT, "refusal.en.toml", parts)
    assert (template.closing, template.enclosures_label) == ("Yours sincerely,", "Enclosures")
    assert template.references == (("Our reference", "{reference}"),)
    assert template.provides == {"reason"}
    letter = compose(
        template, values(decided("access"), searched="Everywhere", free_text="Own", to_name="Hannah"), FRAME
    ).letter
    assert [part.text for part in letter.paragraphs[1:]] == ["Because.", "We searched: Everywhere"]
    assert (letter.continuation, letter.closing) == ("Hannah", "Yours sincerely,")


def test_a_template_may_say_otherwise_than_all_letters() -> None:
    text = short('title = "Refusal"', 'title = "Refusal"\nclosing = "Kind regards,"')
    assert parse_template_text(text, "x", parse_parts_text(PARTS, "y")).closing == "Kind regards,"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (short('language = "en"\n'), 1, "missing"),
        (short('language = "en"', 'language = "de"'), 2, "unknown_language:de"),
        (short('kind = "refusal"', 'kind = "greeting"'), 1, "unknown_kind:greeting"),
        (short("We searched: {searched}", "{searched} {nobody}"), 28, "unknown_placeholder:nobody"),
        (short('for_each = "decided"', 'for_each = "decided"\nwhen = { all = ["granted"] }'), 22, "never_holds"),
        (short('use = "reasons"', 'use = "poem"'), 24, "unknown_part:poem"),
        (short('for_each = "decided"', 'when = { all = ["contact"] }'), 24, "part_needs_group:decided"),
        (short("needed = true", "needed = 1"), 7, "not_true_or_false"),
        (short("needed = true", "wanted = true"), 7, "unknown_key:wanted"),
        (short("We searched: {searched}", "We searched."), 6, "insert_not_used:searched"),
        (short('[[subject]]\ntext = "Your request"', ""), 1, "last_choice_needs_no_condition"),
    ],
    ids=[
        "no language",
        "a language without parts",
        "an unknown kind",
        "an unknown placeholder",
        "a condition that never holds",
        "an unknown part",
        "a part outside its group",
        "a wrong value",
        "an unknown key",
        "a place that nothing prints",
        "no subject",
    ],
)
def test_a_slip_is_told_with_its_file_and_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_template_text(text, "refusal.en.toml", parse_parts_text(PARTS, "parts.en.toml"))
    told = refused.value.details
    assert (told["template"], told["line"], told["problem"]) == ("refusal.en.toml", line, problem)


@pytest.mark.parametrize(
    ("text", "line"),
    [(short('"Refusal"', '"Refusal'), 3), (short("[[subject]]", "[[subject]"), 9), (SHORT + "[[paragraph", 29)],
    ids=["an open string", "an open bracket", "at the very end"],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_template_text(text, "refusal.en.toml")
    assert refused.value.details["line"] == line
    assert str(refused.value.details["problem"]).startswith("syntax:")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (PARTS.replace("{reason}", "{nobody}"), 31, "unknown_placeholder:nobody"),
        (PARTS.replace('within = "decided"', 'within = "people"'), 24, "unknown_group:people"),
        (PARTS.replace('name = "reasons"', 'name = "remark"'), 23, "name_taken:remark"),
        (PARTS.replace('name = "reasons"', 'name = "Reasons!"'), 23, "unknown_name:Reasons!"),
        (PARTS.replace('use = "remark"', 'use = "later"'), 27, "unknown_part:later"),
        (PARTS.replace('closing = "Yours sincerely,"\n', ""), 1, "missing"),
        (PARTS.replace('["reason"]', '["luck"]'), 32, "unknown_content:luck"),
        (PARTS + '[[part]]\nname = "empty"\n', 33, "missing"),
    ],
    ids=[
        "an unknown placeholder",
        "an unknown group",
        "a name taken",
        "no name at all",
        "a part that is not there yet",
        "no closing",
        "unknown content",
        "a part without paragraphs",
    ],
)
def test_a_slip_in_the_parts_is_told_with_its_file_and_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(TemplateError) as refused:
        parse_parts_text(text, "parts.en.toml")
    told = refused.value.details
    assert (told["template"], told["line"], told["problem"]) == ("parts.en.toml", line, problem)


def test_a_placeholder_printed_without_a_value_is_told_and_a_line_of_reference_is_not() -> None:
    assert composed(values(received_on="")).blanks == ("received_on",)
    assert composed(values(decided("access", reason=" "))).blanks == ("reason",)
    assert composed(values(letter="")).blanks == ()
    assert composed(values(flags=frozenset({"free_text"}), free_text="x")).blanks == ()
