"""Models, for those who are signed in: a household is known by its reference alone."""

from campaigns.domain.facts import digest_of
from campaigns.models.domain.model import Model
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.queries import (
    FrozenModelFacts,
    MemberRecord,
    ModelById,
    ModelCount,
    ModelCounts,
    ModelCountsAnswer,
    ModelDetail,
    ModelFacts,
    ModelHit,
    ModelHits,
    ModelList,
    ModelPage,
    ModelRecord,
    ModelSearch,
    SupportRecord,
)
from contracts.errors import NotFound
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(ModelById, get="/models/{model_id}", may=signed_in)
def model_by_id(asked: ModelById, work: Work[CampaignStore]) -> ModelDetail:
    """Show a model with its evaluation, members and support. Raises NotFound."""
    model = work.store.models.model(asked.model_id)
    supports = work.store.models.supports(model.id)
    members = [
        MemberRecord.model_validate(each, from_attributes=True)
        for each in work.store.models.members(model.id)
    ]
    return record(
        ModelDetail,
        model,
        model_id=model.id,
        members=members,
        supports=[
            SupportRecord.model_validate({**vars(each), "support_id": each.id}, extra="ignore")
            for each in supports
        ],
        support_vnd=sum(each.amount_vnd or 0 for each in supports),
    )


@query(ModelList, get="/models", may=signed_in)
def model_list(asked: ModelList, work: Work[CampaignStore]) -> ModelPage:
    """List models by unit and all below it, type, subject kind, state, year and words."""
    found, after = work.store.models.models(asked)
    return ModelPage(items=[_model(each) for each in found], next_cursor=after)


@query(ModelFacts, get="/models/{model_id}/facts", may=signed_in)
def model_facts(asked: ModelFacts, work: Work[CampaignStore]) -> FrozenModelFacts:
    """Show the facts that were frozen with the recognition. Raises NotFound where there is none."""
    model = work.store.models.model(asked.model_id)
    if model.facts is None or model.facts_digest is None:
        raise NotFound(what="recognition of", id=model.id)
    return FrozenModelFacts(
        model_id=model.id,
        facts=model.facts,
        digest=model.facts_digest,
        intact=digest_of(model.facts) == model.facts_digest,
    )


@query(ModelCounts, get="/model-counts", may=anyone)
def model_counts(asked: ModelCounts, work: Work[CampaignStore]) -> ModelCountsAnswer:
    """Count the models of a unit and all below it, as they stood on the day of `as_of`."""
    counted = work.store.models.counts(asked.unit_code, work.today)
    return ModelCountsAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        counts=[ModelCount.model_validate(each._asdict()) for each in counted],
    )


@query(ModelSearch, get="/model-search", may=signed_in)
def model_search(asked: ModelSearch, work: Work[CampaignStore]) -> ModelHits:
    """Find models and sheets that hold all the words, with Vietnamese marks or without."""
    found, after = work.store.models.search(asked)
    return ModelHits(items=[ModelHit.model_validate(each._asdict()) for each in found], next_cursor=after)


def _model(model: Model) -> ModelRecord:
    return record(ModelRecord, model, model_id=model.id)
