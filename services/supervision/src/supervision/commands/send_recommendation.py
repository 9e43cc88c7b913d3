"""Sending a recommendation to a supervised body."""

from contracts.errors import InvalidField, WrongStep
from contracts.reference import Body, deadline
from contracts.supervision.commands import RecommendationStanding, SendRecommendation
from contracts.supervision.events import RecommendationSent
from contracts.supervision.values import ExplainedDeadline
from shared.service import command
from shared.work import Work
from supervision.commands.standing import standing_of_recommendation
from supervision.domain.parties import check_supervised
from supervision.domain.plan import Plan
from supervision.domain.recommendation import Recommendation
from supervision.parties import require_same_level, supervises
from supervision.store.store import SupervisionStore

ANSWER_DUE = "sup.answer_due"


@command(SendRecommendation, post="/recommendations", may=supervises)
def send_recommendation(wanted: SendRecommendation, work: Work[SupervisionStore]) -> RecommendationStanding:
    """Send a recommendation on a topic of an agreed plan to a state body of the same level.

    It is to be answered by the day that rule `sup.answer_due` sets, counted from the day of sending.
    The supervised body itself cannot recommend (notes §2.3).
    Raises: NotAllowed, NotFound, WrongStep (plan not agreed), InvalidField (topic, addressee, doc_number).
    """
    # Locked, so that of two that send at once the second sees the number of the first.
    plan = work.store.plan(wanted.plan_id, lock=True)
    require_same_level(plan, work)
    if plan.state != "agreed":
        raise WrongStep(
            rule="recommendation:of-agreed-plan",
            subject=plan.id,
            state=plan.state,
            step="send_recommendation",
        )
    plan.topic(wanted.topic)
    addressee = Body.on(wanted.addressee, work.today, "addressee")
    check_supervised(addressee, plan.level, plan.unit_code, "addressee")
    _check_number(wanted.doc_number, work)
    sent = _recommendation(wanted, plan, _answer_due(work), work)
    work.store.add(sent)
    work.emit(_event(sent))
    return standing_of_recommendation(sent)


def _answer_due(work: Work[SupervisionStore]) -> ExplainedDeadline:
    counted = deadline(ANSWER_DUE, work.today)
    return ExplainedDeadline(
        rule=ANSWER_DUE,
        start_on=counted.start,
        due_on=counted.due,
        explanation_vi=counted.explanation_vi,
        explanation_en=counted.explanation_en,
    )


def _check_number(doc_number: str, work: Work[SupervisionStore]) -> None:
    if work.store.has_number(work.actor.body, work.today.year, doc_number):
        raise InvalidField(
            "doc_number",
            "once-a-year",
            f"Số văn bản {doc_number} đã dùng trong năm",
            f"The number {doc_number} is already used this year",
        )


def _recommendation(
    wanted: SendRecommendation, plan: Plan, due: ExplainedDeadline, work: Work[SupervisionStore]
) -> Recommendation:
    return Recommendation(
        id=work.new_id("rec"),
        plan_id=plan.id,
        topic=wanted.topic,
        level=plan.level,
        unit_code=plan.unit_code,
        unit_path=plan.unit_path,
        sender_org=work.actor.body,
        addressee_org=wanted.addressee,
        doc_number=wanted.doc_number,
        text=wanted.text,
        legal_basis=list(wanted.legal_basis),
        sent_on=work.today,
        due_on=due.due_on,
        deadline=due.model_dump(mode="json"),
        recorded_at=work.now,
    )


def _event(sent: Recommendation) -> RecommendationSent:
    return RecommendationSent(
        recommendation_id=sent.id,
        plan_id=sent.plan_id,
        topic=sent.topic,
        sender_org=sent.sender_org,
        addressee_org=sent.addressee_org,
        unit_code=sent.unit_code,
        doc_number=sent.doc_number,
        sent_on=sent.sent_on,
        due_on=sent.due_on,
    )
