"""Reviewing a nomination."""

from datetime import date

from campaigns.common.domain.front import COMMITTEE
from campaigns.exemplars.answers import standing
from campaigns.exemplars.domain.exemplar import LIFECYCLE, CommendationLevel, Exemplar, NominationIncomplete
from campaigns.exemplars.guards import holds_area, reviews
from campaigns.exemplars.messages import ExemplarStanding, ReviewExemplar
from campaigns.exemplars.repository import Exemplars
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import agencies, body_name, joined, lowered
from contracts.values import AgencyLevel
from shared.service import command
from shared.work import Work


@command(
    ReviewExemplar,
    post="/exemplars/{exemplar_id}/review",
    may=reviews,
    vi="Bình xét gương điển hình",
    takes=["exemplar:review"],
    checks=holds_area,
)
def review_exemplar(wanted: ReviewExemplar, work: Work) -> ExemplarStanding:
    """Record the review by the commune's Front committee, and which level is to commend.

    The criteria are the version of the nomination's day. Every co-nominator has confirmed before.
    Raises: NotAllowed, NotFound, NominationIncomplete, WrongStep, DayBeforeLastStep, InvalidField.
    """
    exemplar = Exemplars(work).get(wanted.exemplar_id)
    holds_area(exemplar, work)
    _require_level(wanted.level, work.today)
    LIFECYCLE.check_state(exemplar, "review", work.today)
    _require_all_confirmed(exemplar, work)
    exemplar.review(work.actor.body, wanted.level, wanted.minutes_ref, work.today)
    return standing(exemplar)


def _require_level(level: CommendationLevel, on: date) -> None:
    """Refuse to propose a level that has no Front committee on the day. Raises InvalidField."""
    if not agencies().holding(COMMITTEE, on, level):
        raise InvalidField(
            "level",
            "level-in-force",
            f"Ngày này không có Mặt trận {lowered(code_name(AgencyLevel, level)).vi}",
            f"There is no Front of the {code_name(AgencyLevel, level).en} on the day",
        )


def _require_all_confirmed(exemplar: Exemplar, work: Work) -> None:
    known = Exemplars(work).secondings(exemplar.id)
    confirmed = {each.nominating_body for each in known if each.confirmed_on <= work.today}
    silent = [body for body in exemplar.co_nominating_bodies if body not in confirmed]
    if silent:
        names = joined(body_name(body, work.today) for body in silent)
        raise NominationIncomplete(bodies=names, rule="all-co-nominators")
