"""What the room «standards» keeps."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, Table, or_, select

from campaigns.standards import tables
from campaigns.standards.domain.assessment import Assessment
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.procedure import FINAL, HELD
from campaigns.standards.domain.survey import Survey
from campaigns.store.repository import PageOf, Repository, T
from contracts.campaigns.standards import queries


class StandardsStore(Repository):
    """Keeps and finds units on their way to a standard, lists, assessments and surveys."""

    def candidate(self, candidate_id: str) -> Candidate:
        """Return a unit on its way. Raises NotFound."""
        return self._get(Candidate, candidate_id, "candidate")

    def ntm_list(self, list_id: str) -> NtmList:
        """Return a yearly list. Raises NotFound."""
        return self._get(NtmList, list_id, "list")

    def survey(self, survey_id: str) -> Survey:
        """Return a survey. Raises NotFound."""
        return self._get(Survey, survey_id, "survey")

    def seeking(self, standard: str, unit_code: str) -> Candidate | None:
        """Return the unit's way to the standard that has not ended yet, if there is one."""
        table = tables.candidates
        return self._session.scalar(
            _of(standard, unit_code).where(table.c.state.not_in(FINAL | HELD)).limit(1)
        )

    def held(self, standard: str, unit_code: str) -> Candidate | None:
        """Return the unit's recognition that was neither renewed nor lapsed, if there is one."""
        table = tables.candidates
        return self._session.scalar(_of(standard, unit_code).where(table.c.state.in_(HELD)).limit(1))

    def was_recognised(self, standard: str, unit_code: str) -> bool:
        """Say whether the unit was ever recognised."""
        table = tables.candidates
        found = _of(standard, unit_code).where(table.c.valid_until.is_not(None)).limit(1)
        return self._session.scalar(found) is not None

    def list_of(self, year: int) -> NtmList | None:
        """Return the year's list that was not returned, if there is one."""
        table = tables.ntm_lists
        found = select(NtmList).where(table.c.year == year, table.c.state != "returned")
        return self._session.scalar(found.limit(1))

    def own_assessments(self, standard: str, unit_code: str, since: date, on: date) -> list[Assessment]:
        """Return the unit's assessments of itself between two days, both included."""
        table = tables.assessments
        found = select(Assessment).where(
            table.c.standard == standard,
            table.c.unit_code == unit_code,
            table.c.by_function == "unit",
            table.c.assessed_on.between(since, on),
        )
        return list(self._session.scalars(found))

    def inputs(self, unit_code: str, since: date, on: date) -> list[Assessment]:
        """Return what other agencies assessed of a unit between two days, both included."""
        table = tables.assessments
        found = select(Assessment).where(
            table.c.unit_code == unit_code,
            table.c.by_function != "unit",
            table.c.assessed_on.between(since, on),
        )
        return list(self._session.scalars(found))

    def surveys_of(self, candidate_id: str) -> list[Survey]:
        """Return the surveys of a unit's way, the oldest first."""
        table = tables.surveys
        found = select(Survey).where(table.c.candidate_id == candidate_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def candidates(self, asked: queries.CandidateList) -> PageOf[Candidate]:
        """Return a page of units by place, year, standard and state."""
        table = tables.candidates
        wanted = _where(select(Candidate), table, asked.model_dump(include={"year", "standard", "state"}))
        wanted = _placed(wanted, table, asked.unit_code)
        if asked.overdue_as_of:
            wanted = wanted.where(table.c.state == "proposed", table.c.due_on < asked.overdue_as_of)
        return self._page(wanted, table, asked)

    def ntm_lists(self, asked: queries.NtmLists) -> PageOf[NtmList]:
        """Return a page of yearly lists."""
        table = tables.ntm_lists
        wanted = _where(select(NtmList), table, asked.model_dump(include={"year", "state"}))
        return self._page(wanted, table, asked)

    def assessments(self, asked: queries.AssessmentList) -> PageOf[Assessment]:
        """Return a page of assessments by place, year, set, criterion and assessor."""
        table = tables.assessments
        given = asked.model_dump(include={"year", "standard", "criterion_no", "assessor"})
        wanted = _placed(_where(select(Assessment), table, given), table, asked.unit_code)
        return self._page(wanted, table, asked)

    def recognitions(self, asked: queries.Recognitions, on: date) -> PageOf[Candidate]:
        """Return a page of the recognitions that hold on a day."""
        table = tables.candidates
        wanted = _where(select(Candidate), table, asked.model_dump(include={"standard"}))
        return self._page(_placed(wanted.where(_holds_on(on)), table, asked.unit_code), table, asked)

    def recognised_units(self, standard: str, units: Sequence[str], on: date) -> int:
        """Count those of the units that hold the standard on a day and are within their term."""
        table = tables.candidates
        found = select(table.c.unit_code).where(
            table.c.standard == standard, _holds_on(on), table.c.valid_until > on
        )
        return len(set(self._session.scalars(found)) & set(units))


def _of(standard: str, unit_code: str) -> Select[Candidate]:
    table = tables.candidates
    return select(Candidate).where(table.c.standard == standard, table.c.unit_code == unit_code)


def _holds_on(on: date) -> ColumnElement[bool]:
    table = tables.candidates
    decided = table.c.valid_until.is_not(None) & (table.c.decided_on <= on)
    return decided & or_(table.c.ended_on.is_(None), table.c.ended_on > on)


def _where(wanted: Select[T], table: Table, given: dict[str, object]) -> Select[T]:
    return wanted.where(*[table.c[name] == value for name, value in given.items() if value is not None])


def _placed(wanted: Select[T], table: Table, unit_code: str | None) -> Select[T]:
    return wanted.where(table.c.path.contains(f"/{unit_code}/")) if unit_code else wanted
