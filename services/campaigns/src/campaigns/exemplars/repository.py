"""What the feature «exemplars» keeps."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, or_, select

from campaigns.exemplars import tables
from campaigns.exemplars.domain.criteria import Criteria, NoCriteriaInForce
from campaigns.exemplars.domain.exemplar import Exemplar, ExemplarState, Seconding, Subject
from campaigns.exemplars.messages import CommendationCriteriaList, ExemplarList
from contracts.campaigns.exemplars import ExemplarKind
from contracts.names import Name
from contracts.values import ContentCode
from shared.history import states_as_of
from shared.store import Listed, PageOf, Repository, within


class Counted(NamedTuple):
    """How many nominations of one subject kind and content stood in one state, on a day."""

    subject_kind: ExemplarKind
    content_code: ContentCode
    state: ExemplarState
    exemplars: int


class Exemplars(Repository):
    """Keeps and finds nominations, those who confirm them, and their private subjects."""

    def get(self, exemplar_id: str) -> Exemplar:
        """Return a nomination. Raises NotFound."""
        return self._get(Exemplar, exemplar_id, Name("gương điển hình", "exemplar"))

    def subject(self, subject_ref: str) -> Subject:
        """Return the private subject behind a reference. Raises NotFound."""
        return self._get(Subject, subject_ref, Name("đối tượng", "subject"))

    def known_subject(self, subject_ref: str) -> Subject | None:
        """Return the private subject behind a reference, if it was nominated before."""
        return self._session.get(Subject, subject_ref)

    def secondings(self, *exemplar_ids: str) -> list[Seconding]:
        """Return the confirmations of nominations, in their order."""
        table = tables.secondings
        found = select(Seconding).where(table.c.exemplar_id.in_(exemplar_ids)).order_by(table.c.id)
        return list(self._session.scalars(found))

    def is_nominated(self, subject_ref: str, content_code: ContentCode, year: int) -> bool:
        """Say whether a subject is nominated for a content in a year and was not rejected."""
        table = tables.exemplars
        found = select(table.c.id).where(
            table.c.subject_ref == subject_ref,
            table.c.content_code == content_code,
            table.c.year == year,
            table.c.state != "rejected",
        )
        return self._session.scalars(found).first() is not None

    def page(self, asked: ExemplarList) -> PageOf[Exemplar]:
        """Return a page of nominations by place, year, state, content, subject and words."""
        table = tables.exemplars
        names = {"content_code", "subject_kind", "subject_ref"}
        given = asked.model_dump(include=names, exclude_none=True)
        wanted = select(Exemplar).where(*(table.c[name] == value for name, value in given.items()))
        return self._list(Exemplar, table, asked, _LISTED, wanted)

    def counts(self, unit_code: str, year: int | None, on: date) -> list[Counted]:
        """Count the nominations of a unit by subject, content and the state in which they stood on a day."""
        table = tables.exemplars
        stood = states_as_of(select(table.c.id).where(within(table.c.path, unit_code)), on)
        of = (table.c.subject_kind, table.c.content_code, stood.c.state)
        counted = select(*of, func.count()).join(stood, stood.c.subject_id == table.c.id)
        if year:
            counted = counted.where(table.c.year == year)
        return [Counted(*row) for row in self._session.execute(counted.group_by(*of).order_by(*of))]


class CommendationCriteriaSets(Repository):
    """Keeps the versions of the commendation criteria, and finds the one in force."""

    def get(self, criteria_id: str) -> Criteria:
        """Return a version of the criteria. Raises NotFound."""
        return self._get(Criteria, criteria_id, Name("tiêu chí khen thưởng", "commendation criteria"))

    def in_force(self, on: date) -> Criteria:
        """Return the version in force on a day. Raises NoCriteriaInForce."""
        table = tables.criteria
        wanted = select(Criteria).where(table.c.effective_on <= on)
        found = self._session.scalars(wanted.order_by(table.c.effective_on.desc()).limit(1)).first()
        if found is None:
            raise NoCriteriaInForce(on=on)
        return found

    def has(self, guidance_id: str, effective_on: date) -> bool:
        """Say whether the document or the day has its version already."""
        table = tables.criteria
        same = or_(table.c.guidance_id == guidance_id, table.c.effective_on == effective_on)
        return self._session.scalars(select(table.c.id).where(same)).first() is not None

    def page(self, asked: CommendationCriteriaList) -> PageOf[Criteria]:
        """Return a page of the versions, in the order in which they were set down."""
        return self._list(Criteria, tables.criteria, asked, _VERSIONS)


_VERSIONS = Listed(
    path=tables.criteria.c.path, day=tables.criteria.c.effective_on, text=tables.criteria.c.search
)
_LISTED = Listed(
    path=tables.exemplars.c.path,
    day=tables.exemplars.c.nominated_on,
    year=tables.exemplars.c.year,
    state=tables.exemplars.c.state,
    text=tables.exemplars.c.search,
)
