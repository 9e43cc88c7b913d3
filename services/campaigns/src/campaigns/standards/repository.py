"""The repository of units on their way to a standard, of yearly lists, assessments and surveys."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from campaigns.standards import tables
from campaigns.standards.domain.assessment import BY_UNIT, Assessment
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.procedure import FINAL, HELD, SoughtStandard
from campaigns.standards.domain.survey import Survey
from campaigns.standards.messages.queries import AssessmentList, CandidateList, NtmLists, Recognitions
from contracts.names import Name
from shared.store import Listed, PageOf, Repository


class Standards(Repository):
    """Keeps and finds units on their way to a standard, lists, assessments and surveys."""

    def candidate(self, candidate_id: str) -> Candidate:
        """Return a unit on its way. Raises NotFound."""
        return self._get(Candidate, candidate_id, Name("hồ sơ đăng ký đạt chuẩn", "candidate"))

    def ntm_list(self, list_id: str) -> NtmList:
        """Return a yearly list. Raises NotFound."""
        return self._get(NtmList, list_id, Name("danh sách xã đăng ký đạt chuẩn", "list"))

    def survey(self, survey_id: str) -> Survey:
        """Return a survey. Raises NotFound."""
        return self._get(Survey, survey_id, Name("cuộc lấy ý kiến sự hài lòng", "survey"))

    def seeking(self, standard: SoughtStandard, unit_code: str) -> Candidate | None:
        """Return the unit's way to the standard that has not ended yet, if there is one."""
        c = tables.candidates.c
        return self._session.scalar(_of(standard, unit_code).where(c.state.not_in(FINAL | HELD)).limit(1))

    def held(self, standard: SoughtStandard, unit_code: str) -> Candidate | None:
        """Return the unit's recognition that was neither renewed nor lapsed, if there is one."""
        c = tables.candidates.c
        return self._session.scalar(_of(standard, unit_code).where(c.state.in_(HELD)).limit(1))

    def was_recognised(self, standard: SoughtStandard, unit_code: str) -> bool:
        """Say whether the unit was ever recognised."""
        c = tables.candidates.c
        found = _of(standard, unit_code).where(c.valid_until.is_not(None)).limit(1)
        return self._session.scalar(found) is not None

    def list_of(self, year: int) -> NtmList | None:
        """Return the year's list, the last that was compiled, if there is one."""
        c = tables.ntm_lists.c
        found = select(NtmList).where(c.year == year, c.state != "replaced")
        return self._session.scalar(found.limit(1))

    def own_assessments(self, candidate: Candidate, on: date) -> list[Assessment]:
        """Return the unit's assessments of itself for its standard, up to a day."""
        c = tables.assessments.c
        found = _assessed(candidate, on).where(c.standard == candidate.standard, c.by_function == BY_UNIT)
        return list(self._session.scalars(found))

    def inputs(self, candidate: Candidate, on: date) -> list[Assessment]:
        """Return what other agencies assessed of the unit, up to a day."""
        c = tables.assessments.c
        return list(self._session.scalars(_assessed(candidate, on).where(c.by_function != BY_UNIT)))

    def surveys_of(self, candidate_id: str) -> list[Survey]:
        """Return the surveys of a unit's way, the oldest first."""
        c = tables.surveys.c
        return list(
            self._session.scalars(select(Survey).where(c.candidate_id == candidate_id).order_by(c.id))
        )

    def candidates(self, asked: CandidateList) -> PageOf[Candidate]:
        """Return a page of units by place, year, standard and state."""
        c = tables.candidates.c
        wanted = _equal(select(Candidate), (c.standard, asked.standard))
        if asked.overdue_as_of:
            wanted = wanted.where(c.state == "proposed", c.due_on < asked.overdue_as_of)
        return self._list(Candidate, tables.candidates, asked, _CANDIDATES, wanted)

    def ntm_lists(self, asked: NtmLists) -> PageOf[NtmList]:
        """Return a page of yearly lists."""
        return self._list(NtmList, tables.ntm_lists, asked, _NTM_LISTS)

    def assessments(self, asked: AssessmentList) -> PageOf[Assessment]:
        """Return a page of assessments by place, year, set, criterion and assessing body."""
        c = tables.assessments.c
        wanted = _equal(
            select(Assessment),
            (c.standard, asked.standard),
            (c.criterion_no, asked.criterion_no),
            (c.assessing_body, asked.assessing_body),
        )
        return self._list(Assessment, tables.assessments, asked, _ASSESSMENTS, wanted)

    def recognitions(self, asked: Recognitions, on: date) -> PageOf[Candidate]:
        """Return a page of the recognitions that hold on a day."""
        wanted = _equal(select(Candidate), (tables.candidates.c.standard, asked.standard))
        return self._list(Candidate, tables.candidates, asked, _RECOGNITIONS, wanted.where(_holds_on(on)))

    def recognised_units(self, standard: SoughtStandard, units: Sequence[str], on: date) -> int:
        """Count those of the units that hold the standard on a day and are within their term."""
        c = tables.candidates.c
        found = select(c.unit_code).where(c.standard == standard, _holds_on(on), c.valid_until > on)
        return len(set(self._session.scalars(found)) & set(units))


_CANDIDATES = Listed(
    path=tables.candidates.c.path,
    day=tables.candidates.c.registered_on,
    year=tables.candidates.c.year,
    state=tables.candidates.c.state,
)
_RECOGNITIONS = Listed(path=tables.candidates.c.path, day=tables.candidates.c.decided_on)
_NTM_LISTS = Listed(
    path=tables.ntm_lists.c.path,
    day=tables.ntm_lists.c.compiled_on,
    year=tables.ntm_lists.c.year,
    state=tables.ntm_lists.c.state,
)
_ASSESSMENTS = Listed(
    path=tables.assessments.c.path,
    day=tables.assessments.c.assessed_on,
    year=tables.assessments.c.year,
)


def _of(standard: SoughtStandard, unit_code: str) -> Select[Candidate]:
    c = tables.candidates.c
    return select(Candidate).where(c.standard == standard, c.unit_code == unit_code)


def _assessed(candidate: Candidate, on: date) -> Select[Assessment]:
    """Select what was assessed of a unit from the day on which it counts until another, both included."""
    c = tables.assessments.c
    return select(Assessment).where(
        c.unit_code == candidate.unit_code, c.assessed_on.between(candidate.since, on)
    )


def _holds_on(on: date) -> ColumnElement[bool]:
    c = tables.candidates.c
    decided = c.valid_until.is_not(None) & (c.decided_on <= on)
    return decided & or_(c.ended_on.is_(None), c.ended_on > on)


def _equal(wanted: Select[Any], *given: tuple[ColumnElement[Any], object]) -> Select[Any]:
    """Narrow to what was asked for, where anything was."""
    return wanted.where(*[column == value for column, value in given if value is not None])
