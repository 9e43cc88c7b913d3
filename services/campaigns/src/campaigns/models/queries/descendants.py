"""Where a model was carried to."""

from collections.abc import Collection

from campaigns.models.domain.graph import descendants
from campaigns.models.domain.replication import Replication
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.queries import Descendant, ModelDescendants, ModelGraph, ReplicationRecord
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ModelDescendants, get="/models/{model_id}/descendants", may=signed_in)
def model_descendants(asked: ModelDescendants, work: Work[CampaignStore]) -> ModelGraph:
    """Show every place that a model reached by the day of `as_of`, with its depth and the edges.

    Failed replications are shown with their result. Raises NotFound.
    """
    model = work.store.models.model(asked.model_id)
    edges: dict[str, Replication] = {}

    def children(nodes: Collection[str]) -> list[str]:
        found = work.store.models.replications_from(nodes, work.today)
        edges.update((each.id, each) for each in found)
        return [each.target for each in found]

    depth = descendants(model.id, children, asked.max_depth)
    reached = {each.target: each for each in edges.values()}
    money = work.store.models.support_of(list(edges), work.today)
    return ModelGraph(
        model_id=model.id,
        descendants=[
            Descendant(model_id=reached[node].to_model_id, unit_code=reached[node].to_unit, depth=level)
            for node, level in depth.items()
        ],
        replications=[_edge(each, money.get(each.id, 0), work) for each in edges.values()],
    )


def _edge(edge: Replication, support_vnd: int, work: Work[CampaignStore]) -> ReplicationRecord:
    closed = edge.closed_on is not None and edge.closed_on <= work.today
    later = {} if closed else {"result": "pending", "reason": None, "closed_on": None}
    own = {name: getattr(edge, name) for name in ReplicationRecord.model_fields if hasattr(edge, name)}
    return ReplicationRecord.model_validate(
        {**own, **later, "replication_id": edge.id, "support_vnd": support_vnd}
    )
