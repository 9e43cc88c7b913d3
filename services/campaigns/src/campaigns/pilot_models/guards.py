"""Who may do what with a model whose place is stored with it (§2.3)."""

from campaigns.common.boards import require_board
from campaigns.common.domain.front import COMMITTEE, MEMBERS, STANDING
from campaigns.common.reach import require_within
from campaigns.pilot_models.domain.levels import meeting_level
from campaigns.pilot_models.domain.member import LIFECYCLE as MEMBERSHIP
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.practice import Practice
from campaigns.pilot_models.domain.replication import Replication
from campaigns.pilot_models.repository import PilotModels
from shared.authority import any_of, function, own_unit_or_below, side
from shared.work import Work

PROPOSERS = (*MEMBERS, STANDING, COMMITTEE, "area-front-group")
STATE_UNITS = ("state-department", "peoples-committee")

proposes_models = side("front") & function(*PROPOSERS)
coordinates_models = any_of(side("front") & function(*PROPOSERS), side("state") & function(*STATE_UNITS))
recognises_models = side("front") & function(STANDING, COMMITTEE)
proposes_here = proposes_models & own_unit_or_below("unit_code")
replicates_here = coordinates_models & own_unit_or_below("to_unit")
publishes_here = coordinates_models & own_unit_or_below("unit_code")


def own_model(model: Model, work: Work) -> None:
    """Only the body that chairs a model tries it out and evaluates it. Raises NotAllowed."""
    work.actor.require_body(model.chair_body, "chair-only")


def invited_and_not_answered(model: Model, work: Work) -> None:
    """Only a body that was invited answers, and once. Raises NotAllowed, WrongStep."""
    member = PilotModels(work).invitation(model.id, work.actor.body)
    MEMBERSHIP.check_state(member, "join", work.today)


def in_reach(model: Model, work: Work) -> None:
    """Only a body whose own unit holds the place supports a model. Raises NotAllowed."""
    require_within(work.actor, model.unit_code, work.today)


def of_recognising_level(model: Model, work: Work) -> None:
    """Only the Front's standing board of the chair's level recognises a model. Raises NotAllowed."""
    require_board(work.actor, meeting_level(model.chair_level), model.unit_code, work.today)


def chair_or_recogniser(model: Model, work: Work) -> None:
    """Its chair, or the standing board that recognises it, retires a model. Raises NotAllowed."""
    if work.actor.body != model.chair_body:
        of_recognising_level(model, work)


def own_replication(edge: Replication, work: Work) -> None:
    """Only the body that leads a replication says how it ended. Raises NotAllowed."""
    work.actor.require_body(edge.lead_body, "lead-only")


def own_practice(practice: Practice, work: Work) -> None:
    """Only its publisher withdraws a sheet. Raises NotAllowed."""
    work.actor.require_body(practice.publishing_body, "publisher-only")
