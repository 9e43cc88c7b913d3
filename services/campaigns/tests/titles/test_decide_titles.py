"""Cultural titles; all households are synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.titles.domain.title import TitleAlreadyCovered
from campaigns.titles.messages.commands import RejectTitle, RevokeTitle
from campaigns.titles.messages.queries import TitleCounts, TitleFacts, TitleList
from contracts.errors import NotAllowed, NotFound, WrongStep
from contracts.reference import NoRuleInForce
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor

Play = Any
AREA, COMMUNE = "05467-K001", "05467"
MEETING = date(2017, 11, 10)  # a Friday
SENT = date(2017, 11, 13)
DECIDED = date(2017, 11, 17)


def test_recognition_freezes_the_facts(stage: Stage, play: Play) -> None:
    [ref] = play.households(1)
    [registration_id] = play.submitted([ref])
    decided = stage.act(play.recognition(registration_id), by=play.commune, on=DECIDED)
    assert (decided.state, decided.on_time, decided.consecutive_years) == ("recognised", True, 1)
    event = stage.envelopes[-1]
    assert (event.type, event.duties) == ("campaigns.title_recognised.v1", "II.1a-h")
    counted = {name: event.data[name] for name in ("yes_votes", "voters", "invited", "last_year")}
    assert counted == {"yes_votes": 60, "voters": 60, "invited": 100, "last_year": 2017}
    frozen = stage.ask(TitleFacts(registration_id=registration_id), by=play.group)
    assert (frozen.intact, frozen.digest) == (True, decided.facts_digest)
    assert frozen.facts["registered_contents"] == ["ND1", "ND2"]
    assert frozen.facts["vote"]["minutes_ref"] == "02/BB-BX"
    assert [rule["value"] for rule in frozen.facts["rules"]] == [60, 60]


@pytest.mark.parametrize(
    ("agency", "unit"),
    [
        ("ubnd-xa", "05431"),
        ("ubnd-huyen", "164"),
        ("ubnd-tinh", "19"),
        ("so-vhttdl", "19"),
        ("ub-mttq-xa", COMMUNE),
        ("truong-xom", AREA),
    ],
)
def test_the_communes_committee_alone_decides_the_family_title(
    stage: Stage, play: Play, agency: str, unit: str
) -> None:
    [registration_id] = play.submitted(play.households(1))
    with pytest.raises(NotAllowed):
        stage.act(play.recognition(registration_id), by=actor(agency, unit), on=DECIDED)


def test_the_rule_table_says_who_decides_the_areas_title(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted([], title="KDCVH")
    with pytest.raises(NotAllowed) as refused:
        stage.act(play.recognition(registration_id), by=play.commune, on=DECIDED)
    assert refused.value.rule == "kdcvh.decided_by"
    stage.act(play.recognition(registration_id), by=actor("ubnd-huyen", "164"), on=DECIDED)
    assert play.title(registration_id).last_year == 2019
    with pytest.raises(TitleAlreadyCovered):
        play.register([], 2018, "KDCVH")


def test_no_decider_is_made_up_where_the_rule_table_names_none(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted([], 2019, "KDCVH")
    with pytest.raises(NoRuleInForce):
        stage.act(play.recognition(registration_id), by=play.commune, on=date(2019, 11, 17))


def test_nothing_is_recognised_without_vote_and_dossier(stage: Stage, play: Play) -> None:
    ids = play.register(play.households(1))
    for step in (lambda: None, lambda: play.assess(ids), lambda: play.review({ids[0]: 60})):
        step()
        with pytest.raises(WrongStep):
            stage.act(play.recognition(ids[0]), by=play.commune, on=DECIDED)


def test_a_rejection_keeps_its_reason_and_its_facts(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted(play.households(1))
    before = len(stage.events)
    late = date(2017, 12, 1)
    decided = stage.act(
        RejectTitle(registration_id=registration_id, reason="Hồ sơ thiếu biên bản"), by=play.commune, on=late
    )
    assert (decided.state, decided.on_time) == ("rejected", False)
    assert len(stage.events) == before
    assert stage.ask(TitleFacts(registration_id=registration_id), by=play.group).intact
    steps = stage.ask(HistoryOf(subject_id=registration_id), by=play.commune).items
    assert [each.state for each in steps] == [
        "registered",
        "self_assessed",
        "area_reviewed",
        "submitted",
        "rejected",
    ]
    assert steps[-1].reason == "Hồ sơ thiếu biên bản"


def test_three_years_in_a_row_earn_the_certificate(play: Play) -> None:
    refs = play.households(1)
    ids = [play.recognised(refs, year)[0] for year in (2018, 2019, 2020)]
    shown = [play.title(each) for each in ids]
    assert [each.consecutive_years for each in shown] == [1, 2, 3]
    assert [each.certificate_earned for each in shown] == [False, False, True]


def test_a_revoked_year_breaks_the_row_but_not_what_was_decided(stage: Stage, play: Play) -> None:
    refs = play.households(1)
    first, second = (play.recognised(refs, year)[0] for year in (2018, 2019))
    revocation = RevokeTitle(registration_id=first, decision_no="9/QĐ-UBND", reason="Vi phạm tiêu chí")
    stage.act(revocation, by=play.commune, on=date(2020, 1, 6))
    assert stage.events[-1] == "campaigns.title_revoked.v1"
    [third] = play.recognised(refs, 2020)
    assert play.title(second).consecutive_years == 2
    assert play.title(third).consecutive_years == 2
    assert stage.ask(TitleFacts(registration_id=first), by=play.group).intact
    with pytest.raises(WrongStep):
        stage.act(revocation, by=play.commune, on=date(2020, 12, 31))


def test_facts_exist_only_with_a_decision(stage: Stage, play: Play) -> None:
    [registration_id] = play.register(play.households(1))
    with pytest.raises(NotFound):
        stage.ask(TitleFacts(registration_id=registration_id), by=play.group)


def test_counts_are_as_of_a_day(stage: Stage, play: Play) -> None:
    refs = play.households(1, 2, 3)
    ids = play.submitted(refs)
    stage.act(play.recognition(ids[0]), by=play.commune, on=DECIDED)
    stage.act(play.recognition(ids[1]), by=play.commune, on=DECIDED)
    stage.act(RejectTitle(registration_id=ids[2], reason="Chưa đủ"), by=play.commune, on=DECIDED)
    revocation = RevokeTitle(registration_id=ids[1], decision_no="9/QĐ", reason="Vi phạm")
    stage.act(revocation, by=play.commune, on=date(2018, 2, 1))

    def on(day: date, unit_code: str = "19") -> list[tuple[int, int, int, int]]:
        asked = TitleCounts(unit_code=unit_code, year=2017, as_of=day)
        return [(c.registered, c.recognised, c.rejected, c.revoked) for c in stage.ask(asked).counts]

    assert on(date(2017, 6, 30)) == []
    assert on(SENT) == [(3, 0, 0, 0)]
    assert on(date(2017, 12, 31)) == [(3, 2, 1, 0)]
    assert on(date(2018, 2, 1), "164") == [(3, 1, 1, 1)]
    assert on(date(2018, 2, 1), "165") == []


def test_lists_filter_by_place_year_state_and_lateness_and_have_pages(stage: Stage, play: Play) -> None:
    ids = play.submitted(play.households(1, 2, 3))

    def found(**more: object) -> list[str]:
        page = stage.ask(TitleList.model_validate(more), by=play.group)
        return [each.registration_id for each in page.items]

    assert found(unit="164", year=2017, state="submitted", title="GDVH") == ids
    assert found(year=2018) == found(state="recognised") == []
    assert found(overdue_as_of=date(2017, 11, 20)) == []
    assert found(overdue_as_of=date(2017, 11, 21)) == ids
    page = stage.ask(TitleList(limit=2), by=play.group)
    rest = stage.ask(TitleList(limit=2, cursor=page.next_cursor), by=play.group)
    assert [each.registration_id for each in (*page.items, *rest.items)] == ids
    assert rest.next_cursor is None


def test_who_decides_has_a_task_by_the_rule_until_it_decides(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted(play.households(1))
    [task] = stage.ask(TaskList(), by=play.commune, on=SENT).items
    assert (task.subject_id, task.step, task.rule) == (registration_id, "recognise", "gdvh.decision")
    assert (task.due_on, task.late) == (date(2017, 11, 20), False)
    stage.act(play.recognition(registration_id), by=play.commune, on=DECIDED)
    assert stage.ask(TaskList(), by=play.commune, on=DECIDED).items == []
    assert len(stage.ask(TaskList(state="done"), by=play.commune, on=DECIDED).items) == 1


def test_the_district_has_the_task_where_the_rule_says_so(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted([], title="KDCVH")
    district = actor("ubnd-huyen", "164")
    assert [each.subject_id for each in stage.ask(TaskList(), by=district, on=SENT).items] == [
        registration_id
    ]
    assert stage.ask(TaskList(), by=play.commune, on=SENT).items == []


def test_only_who_decides_is_offered_the_decision(stage: Stage, play: Play) -> None:
    [registration_id] = play.submitted(play.households(1))
    asked = NextSteps(subject_id=registration_id)

    def offered(by: Any) -> list[str]:
        return [each.command for each in stage.ask(asked, by=by, on=DECIDED).items]

    assert offered(play.commune) == ["recognise_title", "reject_title"]
    assert offered(actor("ubnd-huyen", "164")) == offered(play.group) == []
    stage.act(play.recognition(registration_id), by=play.commune, on=DECIDED)
    assert offered(play.commune) == ["revoke_title"]
