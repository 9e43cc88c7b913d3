"""The recommendations of one unit of work."""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_, select

from contracts.names import Name
from shared.store import Listed, PageOf, Repository
from supervision.recommendations.domain.recommendation import Recommendation
from supervision.recommendations.messages import RecommendationList
from supervision.recommendations.tables import recommendations

OF = recommendations.c
BY = Listed(path=OF.path, day=OF.sent_on, state=OF.state)


class Recommendations(Repository):
    """Keeps and finds recommendations."""

    def get(self, recommendation_id: str) -> Recommendation:
        """Return a recommendation. Raises NotFound."""
        return self._get(Recommendation, recommendation_id, Name("kiến nghị", "recommendation"))

    def has_number(self, sending_body: str, year: int, doc_number: str) -> bool:
        """Say whether the sender has already used a number in a year."""
        of_year = OF.sent_on.between(date(year, 1, 1), date(year, 12, 31))
        used = exists().where(OF.sending_body == sending_body, OF.doc_number == doc_number, of_year)
        return bool(self._session.scalar(select(used)))

    def without_answer(self, on: date) -> list[Recommendation]:
        """Return those whose day passed before a day without an answer, and that nobody has found yet.

        One that took a later step is left alone: the clock was set back.
        """
        waiting = OF.answered_on.is_(None) & OF.overdue_since.is_(None)
        late = select(Recommendation).where(waiting, OF.due_on < on, OF.stands_since <= on)
        return list(self._session.scalars(late.order_by(OF.due_on, OF.id)))

    def page(self, asked: RecommendationList) -> PageOf[Recommendation]:
        """Return a page of recommendations in the order of their sending."""
        wanted = select(Recommendation)
        if asked.addressee_body:
            wanted = wanted.where(OF.addressee_body == asked.addressee_body)
        if asked.topic:
            wanted = wanted.where(OF.topic == asked.topic)
        if asked.overdue_as_of:
            wanted = wanted.where(_overdue(asked.overdue_as_of))
        return self._list(Recommendation, recommendations, asked, BY, wanted)


def _overdue(on: date) -> ColumnElement[bool]:
    """Due before a day and not answered by it, also where it was answered since."""
    return and_(OF.due_on < on, or_(OF.answered_on.is_(None), OF.answered_on > on))
