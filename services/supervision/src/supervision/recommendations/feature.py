"""Recommendations: sent to a supervised body, acknowledged and answered by it; late ones are taken up."""

from contracts.supervision.recommendations import (
    RecommendationAcknowledged,
    RecommendationAnswered,
    RecommendationEscalated,
    RecommendationExtended,
    RecommendationOverdue,
    RecommendationReopened,
    RecommendationSent,
)
from shared.service import Feature, Subject
from supervision.recommendations.commands.acknowledge_recommendation import acknowledge_recommendation
from supervision.recommendations.commands.answer_recommendation import answer_recommendation
from supervision.recommendations.commands.escalate_recommendation import escalate_recommendation
from supervision.recommendations.commands.extend_recommendation import extend_recommendation
from supervision.recommendations.commands.reopen_recommendation import reopen_recommendation
from supervision.recommendations.commands.send_recommendation import send_recommendation
from supervision.recommendations.domain.recommendation import LIFECYCLE, Recommendation
from supervision.recommendations.queries.recommendation_by_id import recommendation_by_id
from supervision.recommendations.queries.recommendation_list import recommendation_list
from supervision.recommendations.timers.find_late_answers import find_late_answers

recommendations = Feature(
    commands=[
        send_recommendation,
        acknowledge_recommendation,
        answer_recommendation,
        escalate_recommendation,
        extend_recommendation,
        reopen_recommendation,
    ],
    queries=[recommendation_list, recommendation_by_id],
    timers=[find_late_answers],
    events=[
        RecommendationSent,
        RecommendationAcknowledged,
        RecommendationAnswered,
        RecommendationOverdue,
        RecommendationEscalated,
        RecommendationExtended,
        RecommendationReopened,
    ],
    subjects=[Subject("rec", Recommendation, LIFECYCLE)],
)
