"""The table of contents of the supervision service: everything it does, answers, hears and tells."""

from contracts.supervision import events
from shared.service import Service
from supervision.commands.acknowledge_recommendation import acknowledge_recommendation
from supervision.commands.agree_plan import agree_plan
from supervision.commands.answer_recommendation import answer_recommendation
from supervision.commands.propose_plan import propose_plan
from supervision.commands.resolve_overlap import resolve_overlap
from supervision.commands.send_recommendation import send_recommendation
from supervision.commands.state_view import state_view
from supervision.queries.documents import document_list
from supervision.queries.plans import plan_by_id, plan_list
from supervision.queries.recommendations import recommendation_by_id, recommendation_list
from supervision.reactions.guidance_issued import know_document
from supervision.store import tables
from supervision.store.store import SupervisionStore

service = Service(
    name="supervision",
    function="front-standing",
    title_vi="Giám sát",
    title_en="Social supervision",
    store=SupervisionStore,
    tables=tables.metadata,
    migrations="supervision.store:migrations",
    commands=[
        propose_plan,
        state_view,
        resolve_overlap,
        agree_plan,
        send_recommendation,
        acknowledge_recommendation,
        answer_recommendation,
    ],
    queries=[plan_list, plan_by_id, recommendation_list, recommendation_by_id, document_list],
    reactions=[know_document],
    events=[
        events.PlanAgreed,
        events.RecommendationSent,
        events.RecommendationAcknowledged,
        events.RecommendationAnswered,
    ],
)
