"""Erasure is weighed category by category: what goes, what stays, by which law or interest, until when."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.decisions import Treatment
from workbench.domain.dossier import KeepReason
from workbench.domain.retention import (
    Held,
    Keep,
    Milestone,
    PeriodState,
    Weighed,
    WhyGoes,
    ends_on,
    kept_items,
    parse_schedule,
    parse_systems,
    schedule_lines,
    weigh,
)
from workbench.domain.rights import Right
from workbench.domain.rulebooks import GroundAllowed
from workbench.domain.tables import DataFileError
from workbench.services.laws import load_rulebooks
from workbench.services.registers import load_schedule, load_systems

ON = date(2026, 11, 26)
ISSUED = date(2024, 5, 10)
SCHEDULE = load_schedule()
LEGAL_ONLY = sorted(
    law
    for law, book in load_rulebooks().items()
    if any(ground.policy == "retention_required" and ground.allowed is GroundAllowed.YES_LEGAL_ONLY for ground in book.grounds)
)


def weighed(law: str, *held: Held, on: date = ON) -> dict[str, Weighed]:
    return {one.category: one for one in weigh(held, SCHEDULE, load_rulebooks()[law], on=on)}


def customer(category: str) -> Held:
    return Held(category, {Milestone.CONTRACT_BEGAN: date(2020, 1, 1)})


def test_invoices_stay_for_the_offices_ten_years_and_counsel_is_asked_to_confirm() -> None:
    for law in load_rulebooks():
        line = weighed(law, Held("invoices", {Milestone.ISSUED: ISSUED, Milestone.COLLECTED: ISSUED}))["invoices"]
        assert (line.stays, line.until_on, line.doubtful) == (True, date(2034, 5, 10), True), law
        assert line.keeps[0].reason is KeepReason.LEGAL_DUTY
        assert line.ground is not None
        assert all(source.cite for source in line.sources)


@pytest.mark.parametrize(
    ("on", "stays"),
    [pytest.param(date(2034, 5, 10), True, id="last day"), pytest.param(date(2034, 5, 11), False, id="day after")],
)
def test_an_invoice_goes_when_its_period_is_over(on: date, *, stays: bool) -> None:
    line = weighed("EU", Held("invoices", {Milestone.ISSUED: ISSUED}), on=on)["invoices"]
    assert line.stays is stays
    assert line.why_goes == (None if stays else WhyGoes.PERIOD_OVER)


def test_an_invoice_of_an_unknown_day_stays_without_an_end() -> None:
    line = weighed("EU", Held("invoices"))["invoices"]
    assert (line.stays, line.until_on) == (True, None)


def test_no_number_is_made_up_where_none_is_known() -> None:
    line = weighed("EU", Held("tax_id", {Milestone.ISSUED: ISSUED}))["tax_id"]
    assert (line.stays, line.until_on, line.doubtful) == (True, None, True)
    assert line.keeps[0].state is PeriodState.UNKNOWN
    assert line.keeps[0].period is None


def test_the_schedule_has_no_number_without_a_source_and_no_silent_one() -> None:
    for keep in SCHEDULE.keeps:
        assert keep.source.cite
        if keep.state in {PeriodState.UNKNOWN, PeriodState.UNTIL_EVENT}:
            assert keep.period is None
        if keep.state is PeriodState.UNKNOWN:
            assert "no number known; have counsel confirm" in keep.source.cite


def test_what_nothing_keeps_goes() -> None:
    line = weighed("EU", Held("screen"))["screen"]
    assert (line.stays, line.why_goes, line.until_on) == (False, WhyGoes.NOTHING_KEEPS_IT, None)


@pytest.mark.parametrize("law", LEGAL_ONLY)
def test_an_own_need_keeps_nothing_where_only_a_legal_duty_does(law: str) -> None:
    line = weighed(law, customer("registrations"))["registrations"]
    assert KeepReason.BUSINESS_NEED not in {keep.reason for keep in line.keeps}
    assert line.stays == (law in SCHEDULE.contract_laws)
    if not line.stays:
        assert line.why_goes is WhyGoes.NEED_NOT_ENOUGH


def test_an_own_need_suffices_where_the_law_says_so() -> None:
    line = weighed("SG", customer("registrations"))["registrations"]
    assert [keep.reason for keep in line.keeps] == [KeepReason.BUSINESS_NEED]


def test_nothing_stays_for_a_contract_that_is_over() -> None:
    over = Held("address", {Milestone.CONTRACT_BEGAN: date(2020, 1, 1), Milestone.CONTRACT_ENDED: date(2026, 1, 1)})
    assert not weighed("EU", over)["address"].stays
    assert weighed("EU", customer("address"))["address"].stays


def test_an_open_claim_keeps_every_category_until_it_is_settled() -> None:
    opened = {Milestone.CLAIM_OPENED: date(2026, 10, 1)}
    assert all(weighed(law, Held("mails", opened))["mails"].stays for law in load_rulebooks())
    assert not weighed("EU", Held("mails", opened | {Milestone.CLAIM_SETTLED: date(2026, 11, 1)}))["mails"].stays


@pytest.mark.parametrize(
    ("collected", "stays"),
    [
        pytest.param(date(2025, 11, 26), True, id="last day of the year"),
        pytest.param(date(2025, 11, 25), False, id="day after"),
    ],
)
def test_india_orders_a_year_of_every_category(collected: date, *, stays: bool) -> None:
    line = weighed("IN", Held("visits", {Milestone.COLLECTED: collected}))["visits"]
    assert line.stays is stays
    assert not weighed("EU", Held("visits", {Milestone.COLLECTED: collected}))["visits"].stays


def test_the_newsletter_goes_and_the_address_stands_on_the_suppression_list() -> None:
    lines = weighed("EU", Held("preferences"), Held("email"), Held("name"))
    assert not any(line.stays for line in lines.values())
    assert lines["email"].suppression is not None
    assert lines["preferences"].suppression is None
    assert lines["name"].suppression is None
    assert "Onee may retain your Personal Information" in lines["email"].sources[0].cite


def test_without_marketing_nothing_is_suppressed() -> None:
    assert weighed("EU", Held("email"))["email"].suppression is None


def test_an_address_that_stays_is_suppressed_too() -> None:
    line = weighed("EU", Held("preferences"), customer("email"))["email"]
    assert line.stays
    assert line.suppression is not None


def test_of_two_reasons_the_later_end_counts_and_one_without_a_day_leaves_it_open() -> None:
    began = {Milestone.ISSUED: ISSUED, Milestone.COLLECTED: date(2026, 6, 1)}
    assert weighed("IN", Held("invoices", began))["invoices"].until_on == date(2034, 5, 10)
    claimed = began | {Milestone.CLAIM_OPENED: ON}
    assert weighed("IN", Held("invoices", claimed))["invoices"].until_on is None


def test_what_stays_is_written_into_the_dossier_and_the_schedule_in_both_languages() -> None:
    held = [Held("invoices", {Milestone.ISSUED: ISSUED}), customer("registrations"), Held("email"), Held("preferences")]
    lines = weigh(held, SCHEDULE, load_rulebooks()["EU"], on=ON)
    english, indonesian = kept_items(lines, "en"), kept_items(lines, "id")
    assert [(one.category, one.reason) for one in english] == [
        ("invoices", KeepReason.LEGAL_DUTY),
        ("registrations", KeepReason.CONTRACT),
        ("email", KeepReason.SUPPRESSION),
    ]
    assert (english[0].until_on, english[1].until, indonesian[1].until) == (
        date(2034, 5, 10),
        "until the contract ends",
        "sampai kontrak berakhir",
    )
    treatments = [(line.category, line.treatment) for line in schedule_lines(lines, "en")]
    assert treatments == [
        ("invoices", Treatment.KEPT),
        ("registrations", Treatment.KEPT),
        ("email", Treatment.ERASED),
        ("preferences", Treatment.ERASED),
    ]
    assert [bool(line.why) for line in schedule_lines(lines, "id")] == [True, True, True, False]


HELD = st.lists(
    st.builds(
        Held,
        st.sampled_from(["invoices", "email", "preferences", "registrations", "visits", "mails", "tax_id"]),
        st.dictionaries(st.sampled_from(Milestone), st.dates(date(2010, 1, 1), date(2030, 1, 1)), max_size=4),
    ),
    max_size=6,
)


@given(st.sampled_from(sorted(load_rulebooks())), HELD, st.dates(date(2020, 1, 1), date(2045, 1, 1)))
def test_every_category_goes_or_stays_by_something_that_has_a_source(law: str, held: list[Held], on: date) -> None:
    lines = weigh(held, SCHEDULE, load_rulebooks()[law], on=on)
    assert [line.category for line in lines] == [one.category for one in held]
    for line in lines:
        assert line.stays == bool(line.keeps)
        assert line.stays != (line.why_goes is not None)
        assert not line.stays or (line.ground is not None and line.sources)
        assert line.until_on is None or on <= line.until_on


@given(st.sampled_from(sorted(load_rulebooks())), HELD, st.dates(date(2020, 1, 1), date(2045, 1, 1)), st.integers(0, 9000))
def test_what_went_by_its_period_never_comes_back_later(law: str, held: list[Held], on: date, days: int) -> None:
    later = date.fromordinal(on.toordinal() + days)
    now, then = (weigh(held, SCHEDULE, load_rulebooks()[law], on=day) for day in (on, later))
    for one, other in zip(now, then, strict=True):
        assert one.stays or not other.stays


def test_a_period_in_days_counts_days() -> None:
    keep = _keeps({"n": 30, "unit": "day"})[0]
    assert ends_on(keep, {Milestone.ISSUED: date(2026, 2, 1)}) == date(2026, 3, 3)


def test_systems_tell_where_to_look_and_whom_to_tell() -> None:
    systems = load_systems()
    assert [one.id for one in systems.holding(["invoices"])] == ["billing"]
    assert [one.id for one in systems.to_tell(["invoices", "registrations"])] == ["domain_registry", "payment_provider"]
    assert systems.to_tell(["screen"]) == ()


@pytest.mark.parametrize(
    ("law", "right", "on", "owed"),
    [
        pytest.param("EU", Right.ERASURE, ON, True, id="erasure in the EU"),
        pytest.param("EU", Right.ACCESS, ON, False, id="access in the EU"),
        pytest.param("ID", Right.RECTIFICATION, ON, False, id="Indonesia before the regulation"),
        pytest.param("ID", Right.RECTIFICATION, date(2027, 1, 16), True, id="Indonesia with the regulation"),
        pytest.param("SG", Right.RECTIFICATION, ON, False, id="nothing known for Singapore"),
    ],
)
def test_recipients_are_told_where_a_law_says_so(law: str, right: Right, on: date, *, owed: bool) -> None:
    assert (load_systems().duty_to_tell(law, right, on=on) is not None) is owed


KEEP: dict[str, object] = {
    "id": "x",
    "categories": ["invoices"],
    "laws": ["*"],
    "reason": "legal_duty",
    "state": "stated",
    "n": 10,
    "unit": "month",
    "counted_from": "issued",
    "by": {"en": "a law", "id": "hukum"},
    "source": "Art 1",
    "conf": "H",
}


def _keeps(*changes: dict[str, object], without: Iterable[str] = ()) -> tuple[Keep, ...]:
    left = {key: value for key, value in KEEP.items() if key not in set(without)}
    return parse_schedule({"schema_version": 1, "keep": [left | one for one in changes]}).keeps


@pytest.mark.parametrize(
    ("changed", "without", "key", "problem"),
    [
        pytest.param({"years": 10}, (), "years", "unknown_key", id="unknown key"),
        pytest.param({"reason": "habit"}, (), "reason = habit", "unknown_word", id="no such reason"),
        pytest.param({"reason": "suppression"}, (), "reason", "unknown_word", id="suppression has its own list"),
        pytest.param({"reason": "contract"}, (), "reason", "unknown_word", id="a contract names its laws"),
        pytest.param({"state": "unknown"}, (), "n, counted_from", "state_and_number_disagree", id="a number nobody knows"),
        pytest.param({}, ("n", "unit"), "n, counted_from", "state_and_number_disagree", id="a stated period without number"),
        pytest.param({}, ("counted_from",), "n, counted_from", "state_and_number_disagree", id="counted from nothing"),
        pytest.param({"until": {"en": "x", "id": "x"}}, (), "until", "state_and_number_disagree", id="number and event"),
        pytest.param({"unit": "hour"}, (), "unit", "unknown_word", id="hours"),
        pytest.param({}, ("unit",), "unit", "missing", id="no unit"),
        pytest.param({"n": 0}, (), "n", "not_a_count", id="nothing"),
        pytest.param({}, ("by",), "by", "missing", id="by nothing"),
        pytest.param({}, ("source",), "source", "missing", id="no source"),
        pytest.param({"categories": []}, (), "categories", "missing", id="no category"),
    ],
)
def test_a_slip_in_the_schedule_is_named(changed: dict[str, object], without: tuple[str, ...], key: str, problem: str) -> None:
    with pytest.raises(DataFileError) as refused:
        _keeps(changed, without=without)
    details = refused.value.details
    assert (details["where"], details["key"], details["problem"]) == ("keep x", key, problem)


def test_a_line_twice_is_refused() -> None:
    with pytest.raises(DataFileError) as refused:
        _keeps({}, {})
    assert refused.value.details["problem"] == "twice"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(
            {"system": [{"id": "x", "categories": ["a"], "source": "y", "conf": "L", "owner": "z"}]}, "owner", id="system"
        ),
        pytest.param({"tell": [{"law": "EU", "rights": [], "source": "y", "conf": "L"}]}, "rights", id="duty without a right"),
        pytest.param({"servers": []}, "servers", id="file"),
    ],
)
def test_a_slip_in_the_systems_is_named(data: dict[str, object], key: str) -> None:
    with pytest.raises(DataFileError) as refused:
        parse_systems({"schema_version": 1} | data)
    assert refused.value.details["key"] == key
