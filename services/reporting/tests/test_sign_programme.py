from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.errors import DayBeforeLastStep, NotAllowed, NotFound, Refusal, WrongStep
from reporting.programmes.domain.programme import Programme, SignedAlready
from reporting.programmes.messages import (
    ProgrammeById,
    ProgrammeRefusal,
    ProgrammeStanding,
    RefuseProgramme,
    SignProgramme,
)
from shared.authority import Actor
from shared.testing import SIGNING_DAY, Stage, actor
from shared.tokens import NotAuthenticated

PARTIES = ("ubnd-tinh", "ub-mttq-tinh")


def sign(programme: ProgrammeStanding, on: date = SIGNING_DAY) -> SignProgramme:
    return SignProgramme(programme_id=programme.programme_id, occurred_on=on)


def refuse(programme: ProgrammeStanding) -> RefuseProgramme:
    return RefuseProgramme(programme_id=programme.programme_id, reason="Chưa thống nhất kinh phí")


def test_no_anonymous_caller_signs(stage: Stage, programme: ProgrammeStanding) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(sign(programme), by=None)


def test_no_anonymous_caller_refuses(stage: Stage, programme: ProgrammeStanding) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(refuse(programme), by=None)


@pytest.mark.parametrize("agency", ["so-ldtbxh", "btt-mttq-tinh"])
def test_nobody_signs_for_a_party(stage: Stage, programme: ProgrammeStanding, agency: str) -> None:
    for act in (sign(programme), refuse(programme)):
        with pytest.raises(NotAllowed):
            stage.act(act, by=actor(agency))


def test_one_signature_puts_nothing_in_force(
    stage: Stage, programme: ProgrammeStanding, state: Actor
) -> None:
    first = stage.act(sign(programme), by=state)
    assert (first.state, first.signing_bodies) == ("proposed", ["ubnd-tinh"])
    assert stage.events == []


def test_both_signatures_put_it_in_force_on_the_day_of_the_second(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    stage.act(sign(programme, date(2017, 6, 16)), by=front)
    second = stage.act(sign(programme, date(2017, 6, 18)), by=state)
    [told] = stage.envelopes
    assert second.state == "in_force"
    assert (told.type, told.duties, told.unit) == ("reporting.programme_in_force.v1", "0-a", "19")
    assert told.data["signed_on"] == "2017-06-18"
    assert told.data["signatory_bodies"] == list(PARTIES)


def test_a_party_signs_once(stage: Stage, programme: ProgrammeStanding, state: Actor) -> None:
    stage.act(sign(programme), by=state)
    for act in (sign(programme), refuse(programme)):
        with pytest.raises(SignedAlready):
            stage.act(act, by=state)


def test_what_one_party_refused_the_other_cannot_sign(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    stage.act(sign(programme), by=front)
    assert stage.act(refuse(programme), by=state).state == "refused"
    for act in (sign(programme), refuse(programme)):
        with pytest.raises(WrongStep):
            stage.act(act, by=front)
    assert stage.events == []


def test_what_is_in_force_can_be_neither_signed_nor_refused(
    stage: Stage, signed: ProgrammeStanding, state: Actor
) -> None:
    for act in (sign(signed), refuse(signed)):
        with pytest.raises(WrongStep):
            stage.act(act, by=state)


def test_nobody_signs_before_the_proposal(stage: Stage, programme: ProgrammeStanding, state: Actor) -> None:
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(sign(programme, date(2017, 6, 15)), by=state)
    assert refused.value.rule == "programme:sign"


def test_an_unknown_programme_is_not_found(stage: Stage, state: Actor) -> None:
    with pytest.raises(NotFound):
        stage.act(SignProgramme(programme_id="prg_none"), by=state)


def test_the_reason_of_a_refusal_is_for_the_parties(
    stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor
) -> None:
    stage.act(refuse(programme), by=state)
    asked = ProgrammeRefusal(programme_id=programme.programme_id)
    for party in (front, state):
        shown = stage.ask(asked, by=party)
        assert (shown.refusing_body, shown.reason) == ("ubnd-tinh", "Chưa thống nhất kinh phí")
    with pytest.raises(NotAuthenticated):
        stage.ask(asked)
    with pytest.raises(NotAllowed) as other:
        stage.ask(asked, by=actor("so-ldtbxh"))
    assert other.value.rule == "parties-only"
    public = stage.ask(ProgrammeById(programme_id=programme.programme_id))
    assert public.refusing_body == "ubnd-tinh"
    assert "kinh phí" not in str(public)


steps = st.tuples(st.sampled_from(["sign", "refuse"]), st.sampled_from([*PARTIES, "so-ldtbxh"]))


@given(taken=st.lists(steps, max_size=8))
@settings(max_examples=200)
def test_a_programme_is_in_force_exactly_when_both_have_signed(taken: list[tuple[str, str]]) -> None:
    programme = Programme(
        id="prg_1",
        number="75/CTrPH/UBND-UBMTTQ",
        title="Chương trình phối hợp",
        basis="88/NQLT",
        unit_code="19",
        path="/19/",
        signatory_bodies=PARTIES,
        proposing_body=PARTIES[0],
        proposed_on=SIGNING_DAY,
    )
    for step, by in taken:
        before = (programme.state, list(programme.signing_bodies))
        try:
            if step == "sign":
                programme.sign(by, SIGNING_DAY)
            else:
                programme.refuse(by, SIGNING_DAY, "không thống nhất")
        except Refusal:
            assert (programme.state, programme.signing_bodies) == before
        else:
            assert before[0] == "proposed"
        assert (programme.state == "in_force") == (set(programme.signing_bodies) == set(PARTIES))
        assert len(set(programme.signing_bodies)) == len(programme.signing_bodies)
        assert set(programme.signing_bodies) <= set(PARTIES)
        assert (programme.state == "refused") == (programme.refusing_body is not None)
