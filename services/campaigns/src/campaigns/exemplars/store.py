"""What the room «exemplars» keeps."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select

from campaigns.exemplars import tables
from campaigns.exemplars.domain.criteria import Criteria, NoCriteriaInForce
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding, Subject
from campaigns.store.repository import PageOf, Repository
from campaigns.store.standings import standings
from contracts.campaigns.exemplars import queries
from contracts.errors import NotFound


class Counted(NamedTuple):
    """How many nominations of one subject kind and content stood in one state, on a day."""

    subject_kind: str
    content_code: str
    state: str
    exemplars: int


class ExemplarsStore(Repository):
    """Keeps and finds nominations, their private subjects and the criteria."""

    def exemplar(self, exemplar_id: str) -> Exemplar:
        """Return a nomination. Raises NotFound."""
        return self._get(Exemplar, exemplar_id, "exemplar")

    def subject(self, subject_ref: str) -> Subject:
        """Return the private subject behind a reference. Raises NotFound."""
        return self._get(Subject, subject_ref, "subject")

    def known_subject(self, subject_ref: str) -> Subject | None:
        """Return the private subject behind a reference, if it was nominated before."""
        return self._session.get(Subject, subject_ref)

    def criteria(self, criteria_id: str) -> Criteria:
        """Return a version of the criteria. Raises NotFound."""
        return self._get(Criteria, criteria_id, "commendation criteria")

    def criteria_in_force(self, on: date) -> Criteria:
        """Return the version in force on a day. Raises NoCriteriaInForce."""
        table = tables.criteria
        wanted = select(Criteria).where(table.c.effective_on <= on)
        found = self._session.scalars(wanted.order_by(table.c.effective_on.desc()).limit(1)).first()
        if found is None:
            raise NoCriteriaInForce(on=on)
        return found

    def has_criteria(self, guidance_id: str, effective_on: date) -> bool:
        """Say whether the document or the day has its version already."""
        table = tables.criteria
        same = or_(table.c.guidance_id == guidance_id, table.c.effective_on == effective_on)
        return self._session.scalars(select(table.c.id).where(same)).first() is not None

    def criteria_versions(self, asked: queries.CommendationCriteriaList) -> PageOf[Criteria]:
        """Return a page of the versions, in the order in which they were set down."""
        return self._page(select(Criteria), tables.criteria, asked)

    def secondings(self, *exemplar_ids: str) -> list[Seconding]:
        """Return the co-nominators of nominations, in their order."""
        table = tables.secondings
        found = select(Seconding).where(table.c.exemplar_id.in_(exemplar_ids)).order_by(table.c.id)
        return list(self._session.scalars(found))

    def seconding(self, exemplar_id: str, body: str) -> Seconding:
        """Return a body's part in a nomination. Raises NotFound."""
        found = [each for each in self.secondings(exemplar_id) if each.body == body]
        if not found:
            raise NotFound(what=f"part of {body} in", id=exemplar_id)
        return found[0]

    def is_nominated(self, subject_ref: str, content_code: str, year: int) -> bool:
        """Say whether a subject is nominated for a content in a year and was not rejected."""
        table = tables.exemplars
        found = select(table.c.id).where(
            table.c.subject_ref == subject_ref,
            table.c.content_code == content_code,
            table.c.year == year,
            table.c.state != "rejected",
        )
        return self._session.scalars(found).first() is not None

    def exemplars(self, asked: queries.ExemplarList) -> PageOf[Exemplar]:
        """Return a page of nominations by place, year, state, content and subject."""
        table = tables.exemplars
        names = {"year", "state", "content_code", "subject_kind", "subject_ref"}
        given = asked.model_dump(include=names)
        wanted = select(Exemplar).where(*[table.c[name] == value for name, value in given.items() if value])
        if asked.unit_code:
            wanted = wanted.where(_within(asked.unit_code))
        return self._page(wanted, table, asked)

    def counts(self, unit_code: str, year: int | None, on: date) -> list[Counted]:
        """Count the nominations of a unit by subject, content and the state in which they stood on a day."""
        table = tables.exemplars
        stood = standings(select(table.c.id).where(_within(unit_code)), on)
        of = (table.c.subject_kind, table.c.content_code, stood.c.state)
        found = select(*of, func.count()).join(stood, stood.c.object_id == table.c.id)
        found = found.group_by(*of).order_by(*of)
        if year:
            found = found.where(table.c.year == year)
        return [Counted(*row) for row in self._session.execute(found)]


def _within(unit_code: str) -> ColumnElement[bool]:
    return tables.exemplars.c.path.contains(f"/{unit_code}/", autoescape=True)
