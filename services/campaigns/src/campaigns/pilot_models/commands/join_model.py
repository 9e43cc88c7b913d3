"""Joining a model."""

from campaigns.pilot_models.answers import answered
from campaigns.pilot_models.guards import coordinates_models, invited_and_not_answered
from campaigns.pilot_models.messages.commands import JoinModel, MemberStanding
from campaigns.pilot_models.repository import PilotModels
from shared.service import command
from shared.work import Work


@command(
    JoinModel,
    post="/models/{model_id}/join",
    may=coordinates_models,
    vi="Đồng ý phối hợp xây dựng mô hình",
    takes=["pilot_model:join", "model_member:join"],
    checks=invited_and_not_answered,
)
def join_model(wanted: JoinModel, work: Work) -> MemberStanding:
    """Agree to coordinate in a model before its trial begins; nobody agrees in another's place.

    Raises: NotFound, NotAllowed (not invited), WrongStep, DayBeforeLastStep.
    """
    model = PilotModels(work).get(wanted.model_id)
    invited_and_not_answered(model, work)
    model.answer("join", work.today)
    member = PilotModels(work).invitation(model.id, work.actor.body)
    member.answer("join", work.today)
    return answered(member)
