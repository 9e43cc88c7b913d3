from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from campaigns.campaigns.messages import LaunchCampaign
from campaigns.households.domain.registration import AlreadyRegistered
from campaigns.households.messages import RegisterHouseholds, RegistrationCounts
from campaigns.service import service
from contracts.errors import InvalidField, NotAllowed
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Launched = Callable[..., str]
AREA = "05467-K001"


@pytest.fixture
def group() -> Actor:
    return actor("ban-ctmt", AREA)


def entry(number: int, *codes: str) -> dict[str, object]:
    return {"list_number": number, "content_codes": list(codes) or ["ND1"]}


def registering(
    campaign_id: str, *entries: dict[str, object], area_code: str = AREA, year: int = 2017
) -> RegisterHouseholds:
    return RegisterHouseholds.model_validate(
        {
            "campaign_id": campaign_id,
            "area_code": area_code,
            "year": year,
            "households": list(entries) or [entry(1)],
        }
    )


def test_no_anonymous_caller_registers(stage: Stage, launched: Launched) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(registering(launched()), by=None)


def test_no_state_body_registers(stage: Stage, launched: Launched) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(registering(launched()), by=actor("ubnd-xa", "05467"))
    assert refused.value.rule == "side:front"


@pytest.mark.parametrize(
    ("agency", "unit"),
    [
        ("ban-ctmt", "05467-K002"),
        ("ub-mttq-xa", "05431"),
        ("ub-mttq-huyen", "164"),
        ("btt-mttq-tinh", "19"),
        ("hlhpn-tinh", "19"),
    ],
)
def test_only_the_area_and_its_commune_register(
    stage: Stage, launched: Launched, agency: str, unit: str
) -> None:
    campaign_id = launched()
    with pytest.raises(NotAllowed):
        stage.act(registering(campaign_id), by=actor(agency, unit))


def test_the_commune_registers_for_its_areas(stage: Stage, launched: Launched) -> None:
    answer = stage.act(registering(launched()), by=actor("ub-mttq-xa", "05467"))
    assert answer.state == "registered"


def test_each_content_is_evidence_of_its_own_duty(stage: Stage, launched: Launched, group: Actor) -> None:
    entries = [entry(number, f"ND{number}") for number in range(1, 6)]
    stage.act(registering(launched(), *entries), by=group)
    told = stage.envelopes[1:]
    duties = ["II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g"]
    assert [envelope.duties for envelope in told] == duties
    assert {(envelope.type, envelope.unit) for envelope in told} == {
        ("campaigns.household_registered.v1", AREA)
    }


def test_the_list_number_stays_with_the_area(stage: Stage, launched: Launched, group: Actor) -> None:
    answer = stage.act(registering(launched(), entry(987654321, "ND1", "ND3")), by=group)
    [made] = answer.registrations
    envelope = stage.envelopes[-1]
    assert envelope.subject == made.household_ref
    assert b"987654321" not in envelope.encode()
    assert envelope.duty_ids == ("II.1a-c", "II.1a-e")


def test_a_household_keeps_its_reference_over_the_years(
    stage: Stage, launched: Launched, group: Actor
) -> None:
    campaign_id = launched()
    first = stage.act(registering(campaign_id), by=group)
    second = stage.act(registering(campaign_id, year=2018), by=group)
    assert first.registrations[0].household_ref == second.registrations[0].household_ref


def test_a_household_registers_once_a_year(stage: Stage, launched: Launched, group: Actor) -> None:
    campaign_id = launched()
    stage.act(registering(campaign_id, entry(1)), by=group)
    with pytest.raises(AlreadyRegistered):
        stage.act(registering(campaign_id, entry(2), entry(1)), by=group)
    assert len(stage.events) == 2
    [count] = stage.ask(RegistrationCounts()).items
    assert count.households == 1


def test_not_twice_in_one_list_either(stage: Stage, launched: Launched, group: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(registering(launched(), entry(1), entry(1)), by=group)
    assert refused.value.fields[0].field == "households.1.list_number"


def test_only_years_of_the_campaign(stage: Stage, launched: Launched, group: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(registering(launched(), year=2021), by=group)
    assert refused.value.fields[0].field == "year"


def test_only_contents_of_the_campaign(stage: Stage, launched: Launched, group: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(registering(launched(content_codes=["ND1"]), entry(1), entry(2, "ND2")), by=group)
    assert refused.value.fields[0].field == "households.1.content_codes"
    assert stage.ask(RegistrationCounts()).items == []


def test_only_areas_of_the_campaign(stage: Stage, launched: Launched, group: Actor) -> None:
    campaign_id = launched(actor("ub-mttq-xa", "05431"))
    with pytest.raises(InvalidField) as refused:
        stage.act(registering(campaign_id), by=group)
    assert refused.value.rule == "within-campaign"


@pytest.mark.parametrize("wrong", ["05467", "05467-001", "Xóm 1"])
def test_an_area_has_a_code(wrong: str) -> None:
    with pytest.raises(ValidationError):
        registering("cmp_1", area_code=wrong)


def test_counts_are_public_and_by_content(stage: Stage, launched: Launched, group: Actor) -> None:
    campaign_id = launched()
    stage.act(registering(campaign_id, entry(1, "ND1", "ND3"), entry(2, "ND3")), by=group)
    other = registering(campaign_id, entry(1, "ND5"), area_code="05431-K001")
    stage.act(other, by=actor("ban-ctmt", "05431-K001"))
    page = stage.ask(RegistrationCounts(unit="05467", year=2017))
    [count] = page.items
    assert (count.area_code, count.households) == (AREA, 2)
    assert count.by_content == {"ND1": 1, "ND2": 0, "ND3": 2, "ND4": 0, "ND5": 0}


def test_counts_come_by_whole_areas(stage: Stage, launched: Launched, group: Actor) -> None:
    campaign_id = launched()
    stage.act(registering(campaign_id), by=group)
    stage.act(registering(campaign_id, area_code="05431-K001"), by=actor("ban-ctmt", "05431-K001"))
    first = stage.ask(RegistrationCounts(limit=1))
    second = stage.ask(RegistrationCounts(limit=1, cursor=first.next_cursor))
    assert [each.area_code for each in first.items + second.items] == ["05431-K001", AREA]
    assert second.next_cursor is None


NUMBERS = st.lists(st.integers(min_value=1, max_value=6), min_size=1, max_size=4, unique=True)
BATCHES = st.lists(st.tuples(st.sampled_from([2017, 2018]), NUMBERS), max_size=6)


def first_come(batches: list[tuple[int, list[int]]]) -> set[tuple[int, int]]:
    """Return what must stand in the end: a batch with a household already there falls as a whole."""
    kept: set[tuple[int, int]] = set()
    for year, numbers in batches:
        wanted = {(year, number) for number in numbers}
        kept |= wanted if kept.isdisjoint(wanted) else set()
    return kept


@settings(max_examples=30, deadline=None)
@given(BATCHES)
def test_registration_never_doubles(batches: list[tuple[int, list[int]]]) -> None:
    stage, group = Stage(service), actor("ban-ctmt", AREA)
    campaign_id = stage.act(_launch(), by=actor("btt-mttq-tinh")).campaign_id
    for year, numbers in batches:
        _try(stage, registering(campaign_id, *map(entry, numbers), year=year), group)
    expected = first_come(batches)
    told = [(str(each.data["household_ref"]), each.data["year"]) for each in stage.envelopes[1:]]
    assert len(told) == len(set(told)) == len(expected)
    counted = {each.year: each.households for each in stage.ask(RegistrationCounts()).items}
    assert counted == Counter(year for year, _ in expected)


def _try(stage: Stage, order: RegisterHouseholds, by: Actor) -> None:
    """A batch that would double is refused; that is what the property counts."""
    told = len(stage.envelopes)
    try:
        stage.act(order, by=by)
    except AlreadyRegistered:
        assert len(stage.envelopes) == told


def _launch() -> LaunchCampaign:
    return LaunchCampaign.model_validate(
        {
            "code": "TDDK",
            "name_vi": "Cuộc vận động giả lập",
            "unit_code": "19",
            "start_on": "2017-06-16",
            "end_on": "2020-12-31",
        }
    )
