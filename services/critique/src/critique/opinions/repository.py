"""The opinion documents of one unit of work."""

from datetime import date

from sqlalchemy import exists, select

from contracts.names import Name
from critique.opinions.domain.opinion import Opinion
from critique.opinions.tables import WITHOUT_ANSWER, opinions
from shared.store import Repository


class Opinions(Repository):
    """Keeps and finds opinion documents."""

    def get(self, critique_id: str) -> Opinion:
        """Return an opinion document. Raises NotFound."""
        return self._get(Opinion, critique_id, Name("văn bản phản biện", "opinion document"))

    def without_answer(self, on: date) -> list[Opinion]:
        """Return those whose day passed before a day without an answer, and that nobody has found yet.

        One that took a later step is left alone: the clock was set back.
        """
        of = opinions.c
        late = select(Opinion).where(WITHOUT_ANSWER, of.answer_due_on < on, of.stands_since <= on)
        return list(self._session.scalars(late.order_by(of.answer_due_on, of.id)))

    def has_number(self, issuing_body: str, year: int, doc_number: str) -> bool:
        """Say whether the issuer has already used a number in a year."""
        of = opinions.c
        used = exists().where(of.issuing_body == issuing_body, of.year == year, of.doc_number == doc_number)
        return bool(self._session.scalar(select(used)))
