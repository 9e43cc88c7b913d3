"""One model, for those who are signed in: a household is known by its reference alone."""

from campaigns.common.record import record
from campaigns.pilot_models.answers import support
from campaigns.pilot_models.messages.queries import MemberRecord, ModelById, ModelDetail
from campaigns.pilot_models.repository import PilotModels
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ModelById, get="/models/{model_id}", may=signed_in, vi="Mô hình")
def model_by_id(asked: ModelById, work: Work) -> ModelDetail:
    """Show a model with its evaluation, members and support. Raises NotFound."""
    model = PilotModels(work).get(asked.model_id)
    supports = PilotModels(work).supports(model.id)
    return record(
        ModelDetail,
        model,
        model_id=model.id,
        members=[record(MemberRecord, each) for each in PilotModels(work).members(model.id)],
        supports=[support(each) for each in supports],
        support_vnd=sum(each.amount_vnd or 0 for each in supports),
    )
