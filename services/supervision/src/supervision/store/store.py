"""The repository of the supervision service within one unit of work."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import Session

from contracts.errors import NotFound
from contracts.supervision.queries import DocumentList, PlanList, RecommendationList
from shared.paging import page_of
from supervision.domain.documents import SupervisedDocument
from supervision.domain.plan import Plan
from supervision.domain.recommendation import Recommendation
from supervision.store import tables


class SupervisionStore:
    """Finds and keeps the objects of the domain; it never commits."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def add(self, thing: Plan | Recommendation) -> None:
        """Keep a new object."""
        self._session.add(thing)
        self._session.flush()

    def plan(self, plan_id: str, *, lock: bool = False) -> Plan:
        """Return a plan; with `lock` no one else can change it until this work ends. Raises NotFound."""
        found = self._session.get(Plan, plan_id, with_for_update=lock or None)
        if found is None:
            raise NotFound(what="plan", id=plan_id)
        return found

    def recommendation(self, recommendation_id: str, *, lock: bool = False) -> Recommendation:
        """Return a recommendation; with `lock`, to change it. Raises NotFound."""
        found = self._session.get(Recommendation, recommendation_id, with_for_update=lock or None)
        if found is None:
            raise NotFound(what="recommendation", id=recommendation_id)
        return found

    def has_plan(self, unit_id: str, year: int) -> bool:
        """Say whether a unit already has a plan for a year."""
        columns = tables.plans.c
        return bool(
            self._session.scalar(select(exists().where(columns.unit_id == unit_id, columns.year == year)))
        )

    def has_number(self, sender_org: str, year: int, doc_number: str) -> bool:
        """Say whether the sender has already used a number in a year."""
        columns = tables.recommendations.c
        used = exists().where(
            columns.sender_org == sender_org,
            columns.doc_number == doc_number,
            _in_year(columns.sent_on, year),
        )
        return bool(self._session.scalar(select(used)))

    def know(self, document: SupervisedDocument) -> None:
        """Keep a document that was heard of; heard again, it is the same one."""
        self._session.merge(document)

    def plans(self, asked: PlanList) -> tuple[list[Plan], str | None]:
        """Return a page of plans in the order of their proposal."""
        columns = tables.plans.c
        wanted = _equal(select(Plan), {columns.year: asked.year, columns.state: asked.state})
        return page_of(self._session, _placed(wanted, columns.unit_path, asked.unit_code), columns.id, asked)

    def recommendations(self, asked: RecommendationList) -> tuple[list[Recommendation], str | None]:
        """Return a page of recommendations in the order of their sending."""
        columns = tables.recommendations.c
        wanted = _equal(
            select(Recommendation),
            {
                columns.addressee_org: asked.addressee,
                columns.topic: asked.topic,
                columns.state: asked.state,
            },
        )
        if asked.year:
            wanted = wanted.where(_in_year(columns.sent_on, asked.year))
        if asked.overdue_as_of:
            open_then = or_(columns.answered_on.is_(None), columns.answered_on > asked.overdue_as_of)
            wanted = wanted.where(columns.due_on < asked.overdue_as_of, open_then)
        return page_of(self._session, _placed(wanted, columns.unit_path, asked.unit_code), columns.id, asked)

    def documents(self, asked: DocumentList) -> tuple[list[SupervisedDocument], str | None]:
        """Return a page of documents in the order of their issue."""
        columns = tables.documents.c
        wanted = _equal(select(SupervisedDocument), {columns.issuer_org: asked.issuer})
        if asked.year:
            wanted = wanted.where(_in_year(columns.effective_on, asked.year))
        return page_of(self._session, _placed(wanted, columns.unit_path, asked.unit_code), columns.id, asked)


def _equal(wanted: Select[Any], values: dict[ColumnElement[Any], object]) -> Select[Any]:
    """Narrow a list to the values that were asked for."""
    return wanted.where(*(column == value for column, value in values.items() if value is not None))


def _placed(wanted: Select[Any], path: ColumnElement[Any], unit_code: str | None) -> Select[Any]:
    """Narrow a list to a unit and all below it, where one is asked for."""
    return wanted.where(path.contains(f"/{unit_code}/", autoescape=True)) if unit_code else wanted


def _in_year(day: ColumnElement[Any], year: int) -> ColumnElement[bool]:
    return day.between(date(year, 1, 1), date(year, 12, 31))
