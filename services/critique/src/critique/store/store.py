"""The repository of the critique service within one unit of work."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select, tuple_
from sqlalchemy.orm import Session

from contracts.critique.queries import DraftList
from contracts.errors import NotFound
from critique.domain.draft import Draft
from critique.domain.opinion import Opinion
from critique.domain.promulgation import Promulgation
from critique.domain.supervised import SupervisedTopic
from critique.store import tables
from shared.paging import page_of


class CritiqueStore:
    """Finds and keeps the objects of the domain; it never commits."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        self._session.add(draft)
        self._session.flush()

    def draft(self, draft_id: str) -> Draft:
        """Return a draft. Raises NotFound."""
        return self._draft(draft_id, lock=False)

    def draft_to_change(self, draft_id: str) -> Draft:
        """Return a draft that no one else can change until this work ends. Raises NotFound."""
        return self._draft(draft_id, lock=True)

    def opinion(self, critique_id: str) -> Opinion:
        """Return an opinion document. Raises NotFound."""
        found = self._session.get(Opinion, critique_id)
        if found is None:
            raise NotFound(what="opinion", id=critique_id)
        return found

    def draft_of_opinion(self, critique_id: str) -> Draft:
        """Return the draft of an opinion document, to change it. Raises NotFound."""
        table = tables.opinions
        draft_id = self._session.scalar(select(table.c.draft_id).where(table.c.id == critique_id))
        if draft_id is None:
            raise NotFound(what="opinion", id=critique_id)
        return self.draft_to_change(draft_id)

    def has_number(self, issuer_org: str, year: int, doc_number: str) -> bool:
        """Say whether the issuer has already used a number in a year."""
        columns = tables.opinions.c
        used = exists().where(
            columns.issuer_org == issuer_org, columns.year == year, columns.doc_number == doc_number
        )
        return bool(self._session.scalar(select(used)))

    def promulgation(self, draft_id: str) -> Promulgation | None:
        """Return the promulgation of a draft's text, if there was one."""
        return self._session.get(Promulgation, draft_id)

    def promulgate(self, promulgation: Promulgation) -> None:
        """Keep that a draft's text was promulgated."""
        self._session.add(promulgation)

    def know(self, topic: SupervisedTopic) -> None:
        """Keep a topic that was heard of; heard again, it is the same one."""
        self._session.merge(topic)

    def drafts(self, asked: DraftList) -> tuple[list[Draft], str | None]:
        """Return a page of drafts in the order of their registration."""
        columns = tables.drafts.c
        wanted = _equal(select(Draft), {columns[name]: getattr(asked, name) for name in EXACT})
        if asked.unit_code:
            wanted = wanted.where(_below(columns.unit_path, asked.unit_code))
        if asked.year:
            wanted = wanted.where(
                columns.received_on.between(date(asked.year, 1, 1), date(asked.year, 12, 31))
            )
        if asked.overdue_as_of:
            wanted = wanted.where(columns.id.in_(_unanswered(asked.overdue_as_of)))
        return page_of(self._session, wanted, columns.id, asked)

    def topics(self, year: int, unit_code: str | None) -> list[SupervisedTopic]:
        """Return what is supervised in a year in a unit and all below it."""
        columns = tables.supervised_topics.c
        wanted = select(SupervisedTopic).where(columns.year == year)
        if unit_code:
            wanted = wanted.where(_below(columns.unit_path, unit_code))
        return list(self._session.scalars(wanted.order_by(columns.unit_code, columns.topic, columns.plan_id)))

    def topics_beside(self, drafts: Iterable[Draft]) -> list[SupervisedTopic]:
        """Return what is supervised in the units of drafts in the years of their receipt."""
        columns = tables.supervised_topics.c
        places = {(draft.unit_code, draft.received_on.year) for draft in drafts}
        wanted = select(SupervisedTopic).where(tuple_(columns.unit_code, columns.year).in_(places))
        return list(self._session.scalars(wanted))

    def _draft(self, draft_id: str, *, lock: bool) -> Draft:
        found = self._session.get(Draft, draft_id, with_for_update=lock or None)
        if found is None:
            raise NotFound(what="draft", id=draft_id)
        return found


EXACT = ("drafting_org", "kind", "state")


def _equal(wanted: Select[Any], values: dict[ColumnElement[Any], object]) -> Select[Any]:
    """Narrow a list to the values that were asked for."""
    return wanted.where(*(column == value for column, value in values.items() if value is not None))


def _below(path: ColumnElement[Any], unit_code: str) -> ColumnElement[bool]:
    return path.contains(f"/{unit_code}/", autoescape=True)


def _unanswered(as_of: date) -> Select[Any]:
    """Return the drafts whose opinion was due before a day and not answered by then."""
    columns = tables.opinions.c
    open_then = or_(columns.answered_on.is_(None), columns.answered_on > as_of)
    return select(columns.draft_id).where(columns.answer_due_on < as_of, open_then)
