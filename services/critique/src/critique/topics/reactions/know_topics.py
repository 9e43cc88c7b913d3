"""What an agreed supervision plan means here: drafts on its topics show that they overlap."""

from contracts.reference import Place
from contracts.supervision.plans import PlanAgreed
from critique.topics.domain.topic import SupervisedTopic
from critique.topics.repository import Topics
from shared.service import reaction
from shared.work import Work


@reaction(PlanAgreed, replayable=True)
def know_topics(agreed: PlanAgreed, work: Work) -> None:
    """Keep the topics that a plan supervises; heard again, it changes nothing."""
    place = Place.on(agreed.unit_code, agreed.issued_on)
    for topic in agreed.topics:
        Topics(work).keep(
            SupervisedTopic(
                plan_id=agreed.plan_id,
                topic=topic,
                year=agreed.year,
                unit_code=place.code,
                path=place.path,
                chair_body=agreed.chair_body,
            )
        )
