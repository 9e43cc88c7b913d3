from collections.abc import Callable
from datetime import date

import pytest
from pydantic import ValidationError

from contracts.errors import InvalidField, NotAllowed
from reporting.programmes.messages import ProgrammeStanding, ProposeProgramme, RefuseProgramme
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Wanted = Callable[..., ProposeProgramme]


def test_no_anonymous_caller_proposes_a_programme(stage: Stage, wanted: Wanted) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(wanted(), by=None)


@pytest.mark.parametrize("agency", ["so-ldtbxh", "btt-mttq-tinh", "ban-vd-quy-tinh"])
def test_only_a_party_proposes_a_programme(stage: Stage, wanted: Wanted, agency: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(), by=actor(agency))
    assert refused.value.rule == "function:peoples-committee,front-committee"


@pytest.mark.parametrize("agency", ["ub-mttq-xa", "ubnd-xa"])
def test_only_the_province_has_the_programme(stage: Stage, wanted: Wanted, agency: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(wanted(), by=actor(agency, "05467"))
    assert refused.value.rule == "level:T"


@pytest.mark.parametrize("agency", ["ubnd-tinh", "ub-mttq-tinh"])
def test_either_party_proposes_and_nothing_is_in_force(stage: Stage, wanted: Wanted, agency: str) -> None:
    proposed = stage.act(wanted(), by=actor(agency))
    assert (proposed.state, proposed.signing_bodies) == ("proposed", [])
    assert stage.events == []


@pytest.mark.parametrize(
    ("signatory_bodies", "rule"),
    [
        (["ubnd-tinh", "ubnd-tinh"], "one-of-each-side"),
        (["ub-mttq-tinh", "ub-mttq-tinh"], "one-of-each-side"),
        (["ub-mttq-tinh", "so-ldtbxh"], "one-of-each-side"),
        (["btt-mttq-tinh", "ubnd-tinh"], "one-of-each-side"),
        (["ubnd-xa", "ub-mttq-tinh"], "one-of-each-side"),
        (["ubnd-tinh", "so-khong-co"], "agency-in-force"),
    ],
)
def test_the_parties_are_one_of_each_side_and_of_one_level(
    stage: Stage, front: Actor, wanted: Wanted, signatory_bodies: list[str], rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(signatory_bodies=signatory_bodies), by=front)
    assert [(error.field, error.rule) for error in refused.value.fields] == [("signatory_bodies", rule)]


@pytest.mark.parametrize(
    "changes",
    [
        {"signatory_bodies": ["ubnd-tinh"]},
        {"signatory_bodies": ["ubnd-tinh", "ub-mttq-tinh", "so-ldtbxh"]},
        {"number": "75"},
        {"number": "75/KH/UBND"},
        {"title": " "},
        {"basis": ""},
    ],
)
def test_a_programme_has_two_parties_a_number_a_title_and_a_basis(
    wanted: Wanted, changes: dict[str, object]
) -> None:
    with pytest.raises(ValidationError) as refused:
        wanted(**changes)
    assert {error["loc"][0] for error in refused.value.errors()} == set(changes)


def test_a_number_is_used_once(
    stage: Stage, programme: ProgrammeStanding, front: Actor, wanted: Wanted
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted(), by=front)
    assert refused.value.rule == "number-once"
    assert programme.state == "proposed"


def test_the_number_of_a_refused_programme_is_free(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor, wanted: Wanted
) -> None:
    refusal = RefuseProgramme(programme_id=programme.programme_id, reason="Chưa thống nhất kinh phí")
    stage.act(refusal, by=state)
    again = stage.act(wanted(occurred_on=date(2017, 6, 20)), by=front)
    assert again.programme_id != programme.programme_id
