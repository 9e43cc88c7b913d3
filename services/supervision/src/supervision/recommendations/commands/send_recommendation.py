"""Sending a recommendation to a supervised body."""

from contracts.errors import InvalidField
from contracts.reference import Body
from contracts.supervision.recommendations import RecommendationSent
from shared.domain.deadlines import ExplainedDeadline
from shared.service import command
from shared.work import Work
from supervision.common.supervised import check_supervised
from supervision.plans.domain.plan import LIFECYCLE as LIFE_OF_PLAN
from supervision.plans.domain.plan import Plan
from supervision.plans.guards import of_its_level
from supervision.plans.repository import Plans
from supervision.recommendations.answers import standing
from supervision.recommendations.domain.recommendation import ANSWER_DUE, Recommendation
from supervision.recommendations.guards import supervises
from supervision.recommendations.messages import RecommendationStanding, SendRecommendation
from supervision.recommendations.repository import Recommendations


@command(
    SendRecommendation,
    post="/recommendations",
    may=supervises,
    vi="Gửi kiến nghị",
    takes=["plan:send_recommendation", "recommendation:send"],
    checks=of_its_level,
)
def send_recommendation(wanted: SendRecommendation, work: Work) -> RecommendationStanding:
    """Send a recommendation on a topic of an agreed plan to a state body of the same level.

    It is to be answered by the day that rule `sup.answer_due` sets, counted from the day of sending.
    The supervised body itself cannot recommend (notes §2.3).
    Raises: NotAllowed, NotFound, WrongStep (plan not agreed), InvalidField (topic, addressee_body,
    doc_number).
    """
    plan = Plans(work).get(wanted.plan_id)
    of_its_level(plan, work)
    LIFE_OF_PLAN.check_state(plan, "send_recommendation", work.today)
    plan.topic(wanted.topic)
    _check_addressee(wanted, plan, work)
    _check_number(wanted.doc_number, work)
    sent = _recommendation(wanted, plan, work)
    Recommendations(work).add(sent)
    work.emit(_event(sent))
    return standing(sent)


def _check_addressee(wanted: SendRecommendation, plan: Plan, work: Work) -> None:
    addressee = Body.on(wanted.addressee_body, work.today, "addressee_body")
    check_supervised(addressee, plan.level, plan.unit_code, "addressee_body")


def _check_number(doc_number: str, work: Work) -> None:
    if Recommendations(work).has_number(work.actor.body, work.today.year, doc_number):
        raise InvalidField(
            "doc_number",
            "once-a-year",
            f"Số văn bản {doc_number} đã dùng trong năm",
            f"The number {doc_number} is already used this year",
        )


def _recommendation(wanted: SendRecommendation, plan: Plan, work: Work) -> Recommendation:
    due = ExplainedDeadline.counted(ANSWER_DUE, work.today)
    return Recommendation(
        id=work.new_id("rec"),
        plan_id=plan.id,
        topic=wanted.topic,
        level=plan.level,
        unit_code=plan.unit_code,
        path=plan.path,
        sending_body=work.actor.body,
        addressee_body=wanted.addressee_body,
        doc_number=wanted.doc_number,
        text=wanted.text,
        legal_basis=list(wanted.legal_basis),
        sent_on=work.today,
        due_on=due.due_on,
        answer_due=due,
        recorded_at=work.now,
    )


def _event(sent: Recommendation) -> RecommendationSent:
    return RecommendationSent(
        recommendation_id=sent.id,
        plan_id=sent.plan_id,
        topic=sent.topic,
        sending_body=sent.sending_body,
        addressee_body=sent.addressee_body,
        unit_code=sent.unit_code,
        doc_number=sent.doc_number,
        sent_on=sent.sent_on,
        due_on=sent.due_on,
    )
