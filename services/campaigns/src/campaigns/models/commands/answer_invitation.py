"""Joining a model, or declining to."""

from campaigns.history import note
from campaigns.models.domain.model import require_since
from campaigns.models.guards import coordinates_models
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import DeclineModel, JoinModel, MemberStanding
from shared.service import command
from shared.work import Work


@command(JoinModel, post="/models/{model_id}/join", may=coordinates_models)
def join_model(wanted: JoinModel, work: Work[CampaignStore]) -> MemberStanding:
    """Agree to coordinate in a model before its trial begins; nobody agrees in another's place.

    Raises: NotAllowed, NotFound (not invited), WrongStep.
    """
    return _answer(wanted.model_id, "join", None, work)


@command(DeclineModel, post="/models/{model_id}/decline", may=coordinates_models)
def decline_model(wanted: DeclineModel, work: Work[CampaignStore]) -> MemberStanding:
    """Decline to coordinate in a model, with a reason that stays here.

    Raises: NotAllowed, NotFound (not invited), WrongStep.
    """
    return _answer(wanted.model_id, "decline", wanted.reason, work)


def _answer(model_id: str, step: str, reason: str | None, work: Work[CampaignStore]) -> MemberStanding:
    model = work.store.models.model(model_id)
    member = work.store.models.invitation(model.id, work.actor.body)
    model.require_state(step, "proposed")
    require_since(model.proposed_on, work.today)
    member.answer(step, work.today, reason)
    note(work, member.id, f"{step}_model", member.state, reason=reason)
    return MemberStanding.model_validate({"model_id": model.id, "body": member.body, "state": member.state})
