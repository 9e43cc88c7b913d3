"""Where a model was carried to."""

from collections.abc import Collection

from campaigns.pilot_models.answers import edge
from campaigns.pilot_models.domain.graph import descendants
from campaigns.pilot_models.domain.replication import Replication
from campaigns.pilot_models.messages.queries import Descendant, ModelDescendants, ModelGraph
from campaigns.pilot_models.repository import PilotModels
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    ModelDescendants, get="/models/{model_id}/descendants", may=signed_in, vi="Quá trình nhân rộng mô hình"
)
def model_descendants(asked: ModelDescendants, work: Work) -> ModelGraph:
    """Show every place that a model reached by the day of `as_of`, with its depth and the edges.

    Failed replications are shown with their result. Raises NotFound.
    """
    model = PilotModels(work).get(asked.model_id)
    edges: dict[str, Replication] = {}

    def children(nodes: Collection[str]) -> list[str]:
        found = PilotModels(work).replications_from(nodes, work.today)
        edges.update((each.id, each) for each in found)
        return [each.target for each in found]

    depth = descendants(model.id, children, asked.max_depth)
    reached = {each.target: each for each in edges.values()}
    money = PilotModels(work).support_of(list(edges), work.today)
    return ModelGraph(
        model_id=model.id,
        descendants=[
            Descendant(model_id=reached[node].to_model_id, unit_code=reached[node].to_unit, depth=level)
            for node, level in depth.items()
        ],
        replications=[
            edge(each, money.get(each.id, 0), closed=each.closed_by(work.today)) for each in edges.values()
        ],
    )
