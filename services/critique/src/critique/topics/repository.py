"""The supervised topics of one unit of work."""

from collections.abc import Iterable

from sqlalchemy import select, tuple_

from critique.topics.domain.topic import SupervisedTopic
from critique.topics.tables import supervised_topics
from shared.store import Repository, within

OF = supervised_topics.c


class Topics(Repository):
    """Keeps and finds supervised topics."""

    def keep(self, topic: SupervisedTopic) -> None:
        """Keep a topic that was heard of; heard again, it is the same one."""
        self._session.merge(topic)

    def of_year(self, year: int, unit_code: str | None) -> list[SupervisedTopic]:
        """Return what is supervised in a year in a unit and all below it."""
        wanted = select(SupervisedTopic).where(OF.year == year)
        if unit_code:
            wanted = wanted.where(within(OF.path, unit_code))
        return list(self._session.scalars(wanted.order_by(OF.unit_code, OF.topic, OF.plan_id)))

    def at(self, places: Iterable[tuple[str, int]]) -> list[SupervisedTopic]:
        """Return what is supervised in units in years, each place a code and a year."""
        wanted = select(SupervisedTopic).where(tuple_(OF.unit_code, OF.year).in_(set(places)))
        return list(self._session.scalars(wanted))
