"""Recommendations: sent to a supervised body, acknowledged and answered by it."""

from contracts.supervision.recommendations import (
    RecommendationAcknowledged,
    RecommendationAnswered,
    RecommendationSent,
)
from shared.service import Feature, Subject
from supervision.recommendations.commands.acknowledge_recommendation import acknowledge_recommendation
from supervision.recommendations.commands.answer_recommendation import answer_recommendation
from supervision.recommendations.commands.send_recommendation import send_recommendation
from supervision.recommendations.domain.recommendation import LIFECYCLE, Recommendation
from supervision.recommendations.queries.recommendation_by_id import recommendation_by_id
from supervision.recommendations.queries.recommendation_list import recommendation_list

recommendations = Feature(
    commands=[send_recommendation, acknowledge_recommendation, answer_recommendation],
    queries=[recommendation_list, recommendation_by_id],
    events=[RecommendationSent, RecommendationAcknowledged, RecommendationAnswered],
    subjects=[Subject("rec", Recommendation, LIFECYCLE)],
)
