"""Each step leaves a row of history, with the object or not at all."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from contracts.errors import NotAllowed
from shared import tables
from shared.group_commit import Job
from shared.history import states_as_of
from shared.testing import SIGNING_DAY, work_in
from shared.tokens import NotAuthenticated

from .papers import (
    FRONT,
    LIFECYCLE,
    REGRETTED,
    STATE,
    THIRD,
    LawChanged,
    Office,
    Paper,
    Papers,
    papers,
    service,
)


@pytest.fixture
def office() -> Office:
    return Office()


def test_history_says_who_as_whom_when_from_where_to_where_and_why(office: Office) -> None:
    office.take("send", FRONT, days=2)
    office.take("refuse", STATE, days=9, reason="Chưa đủ căn cứ")
    drafted, sent, refused = office.history(by=STATE).items
    assert [drafted.source, sent.source, refused.source] == [None, "drafted", "sent"]
    assert (refused.step_vi, refused.step_en) == ("Từ chối", "refuse")
    assert (refused.state, refused.state_vi) == ("refused", "Bị từ chối")
    assert (refused.acting_body, refused.reason) == ("ubnd-tinh", "Chưa đủ căn cứ")
    assert refused.taken_on == SIGNING_DAY + timedelta(days=9)


def test_who_acted_is_told_to_their_own_body_alone(office: Office) -> None:
    assert [each.user for each in office.history(by=FRONT).items] == ["usr_synthetic"]
    [drafted] = office.history(by=STATE).items
    assert (drafted.user, drafted.acting_body) == (None, FRONT.body)
    with pytest.raises(NotAuthenticated):
        office.history(by=None)


def test_history_comes_by_pages(office: Office) -> None:
    office.take("send", FRONT)
    first = office.history(limit=1)
    rest = office.history(limit=1, cursor=first.next_cursor)
    assert [each.step for each in (*first.items, *rest.items)] == ["draft", "send"]
    assert rest.next_cursor is None


def test_what_an_event_brought_about_has_no_user_but_its_body(office: Office) -> None:
    office.take("send", FRONT)
    office.stage.hear(LawChanged(paper_id=office.paper), agency="so-tu-phap")
    last = office.history(by=THIRD).items[-1]
    assert (last.user, last.acting_body, last.step) == ("event", "so-tu-phap", "refuse")


def test_a_row_whose_lifecycle_is_gone_keeps_its_codes(office: Office) -> None:
    row = {"subject_id": office.paper, "subject_kind": "leaflet", "step": "fold_up", "state": "folded"}
    more = {"user": "u", "body": "b", "taken_on": SIGNING_DAY, "recorded_at": office.stage.now}
    with office.stage.database.transaction() as session:
        session.execute(insert(tables.history).values(**row, **more))
    assert office.history().items[-1].step_en == "fold up"


def test_where_objects_stood_on_a_day(office: Office) -> None:
    office.take("send", FRONT, days=3)

    def state_on(day: date) -> list[str]:
        found = states_as_of(select(papers.c.id), day)
        with office.stage.database.reading() as session:
            return list(session.scalars(select(found.c.state)))

    states = [state_on(SIGNING_DAY + timedelta(days=each)) for each in (-1, 0, 2, 3)]
    assert states == [[], ["drafted"], ["drafted"], ["sent"]]


def kept(session: Session) -> tuple[list[str], list[date | None]]:
    """The steps of the history, and the days on which tasks were closed."""
    steps = select(tables.history.c.step).order_by(tables.history.c.seq)
    closed = select(tables.tasks.c.closed_on).order_by(tables.tasks.c.seq)
    return list(session.scalars(steps)), list(session.scalars(closed))


def test_a_refused_command_leaves_neither(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.take("send", FRONT, reason="regretted")
    with office.stage.database.reading() as session:
        assert kept(session) == (["draft"], [None])


def test_an_act_that_failed_in_a_group_leaves_no_history_though_its_object_stays(office: Office) -> None:
    """Two acts share a session; the second writes the very object whose step the first took in vain."""
    held = list[Paper]()

    def fail(session: Session) -> None:
        paper = Papers(work_in(service, session, FRONT)).get(office.paper)
        held.append(paper)
        LIFECYCLE.take(paper, "send", SIGNING_DAY)
        raise REGRETTED

    def remark(session: Session) -> None:
        paper = Papers(work_in(service, session, FRONT)).get(office.paper)
        assert paper is held[0]
        paper.remark = "xem lại"

    with office.stage.database.transaction() as session:
        for act in (fail, remark):
            Job(act).carry_out(session)
    with office.stage.database.reading() as session:
        assert kept(session) == (["draft"], [None])
        assert session.execute(select(papers.c.remark, papers.c.state)).one() == ("xem lại", "drafted")
