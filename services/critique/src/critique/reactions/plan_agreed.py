"""What an agreed supervision plan means here: drafts on its topics show that they overlap."""

from contracts.reference import Place
from contracts.supervision.events import PlanAgreed
from critique.domain.supervised import SupervisedTopic
from critique.store.store import CritiqueStore
from shared.service import reaction
from shared.work import Work


@reaction(PlanAgreed, replayable=True)
def know_topics(agreed: PlanAgreed, work: Work[CritiqueStore]) -> None:
    """Keep the topics that a plan supervises; heard again, it changes nothing."""
    place = Place.on(agreed.unit_code, agreed.issued_on)
    for topic in agreed.topics:
        work.store.know(
            SupervisedTopic(
                plan_id=agreed.plan_id,
                topic=topic,
                year=agreed.year,
                unit_code=place.code,
                unit_path=place.path,
                chair_org=agreed.chair_org,
            )
        )
