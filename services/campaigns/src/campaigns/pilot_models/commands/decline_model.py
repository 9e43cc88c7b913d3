"""Declining to coordinate in a model."""

from campaigns.pilot_models.answers import answered
from campaigns.pilot_models.guards import coordinates_models, invited_and_not_answered
from campaigns.pilot_models.messages.commands import DeclineModel, MemberStanding
from campaigns.pilot_models.repository import PilotModels
from shared.service import command
from shared.work import Work


@command(
    DeclineModel,
    post="/models/{model_id}/decline",
    may=coordinates_models,
    vi="Từ chối phối hợp xây dựng mô hình",
    takes=["pilot_model:decline", "model_member:decline"],
    checks=invited_and_not_answered,
)
def decline_model(wanted: DeclineModel, work: Work) -> MemberStanding:
    """Decline to coordinate in a model, with a reason that stays here.

    Raises: NotFound, NotAllowed (not invited), WrongStep, DayBeforeLastStep.
    """
    model = PilotModels(work).get(wanted.model_id)
    invited_and_not_answered(model, work)
    model.answer("decline", work.today)
    member = PilotModels(work).invitation(model.id, work.actor.body)
    member.answer("decline", work.today, wanted.reason)
    return answered(member)
