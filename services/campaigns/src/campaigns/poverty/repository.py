"""The repository of poverty reviews, and of the status that they give households."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from campaigns.poverty import tables
from campaigns.poverty.domain.area import Area, Case
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.domain.status import LISTED, Standing
from campaigns.poverty.messages.queries import PovertyReviewList, PovertyStatuses, ReviewedHouseholds
from contracts.errors import NotFound
from contracts.names import Name
from shared.store import Listed, PageOf, Repository, within


class Rates(NamedTuple):
    """Sums over the last approved review of each commune."""

    communes: int
    households: int
    poor: int
    near_poor: int


class PovertyReviews(Repository):
    """Keeps reviews, the households that they look at, and the status that these have."""

    def get(self, review_id: str) -> PovertyReview:
        """Return a review. Raises NotFound."""
        return self._get(PovertyReview, review_id, Name("đợt rà soát hộ nghèo", "poverty review"))

    def of_year(self, unit_code: str, year: int) -> PovertyReview | None:
        """Return a commune's review of a year, if there is one."""
        c = tables.reviews.c
        return self._session.scalar(select(PovertyReview).where(c.unit_code == unit_code, c.year == year))

    def listed(self, asked: PovertyReviewList) -> PageOf[PovertyReview]:
        """Return a page of reviews."""
        return self._list(PovertyReview, tables.reviews, asked, _LISTED)

    def areas(self, review_id: str) -> list[Area]:
        """Return the areas of a review."""
        c = tables.areas.c
        return list(self._session.scalars(select(Area).where(c.review_id == review_id).order_by(c.area_code)))

    def area(self, review_id: str, area_code: str) -> Area:
        """Return one area of a review. Raises NotFound."""
        c = tables.areas.c
        found = self._session.scalar(select(Area).where(c.review_id == review_id, c.area_code == area_code))
        if found is None:
            raise NotFound(what=Name("khu dân cư trong đợt rà soát", "area of the review"), id=area_code)
        return found

    def cases(self, review_id: str, refs: Sequence[str] | None = None) -> list[Case]:
        """Return the screened households of a review, or those of them that are named."""
        c = tables.cases.c
        wanted = select(Case).where(c.review_id == review_id)
        if refs is not None:
            wanted = wanted.where(c.household_ref.in_(refs))
        return list(self._session.scalars(wanted.order_by(c.id)))

    def unscored(self, review_id: str) -> int:
        """Count the screened households without form B."""
        c = tables.cases.c
        return self._count(select(func.count()).where(c.review_id == review_id, c.found.is_(None)))

    def listed_but_not_screened(self, review: PovertyReview) -> int:
        """Count the commune's poor and near-poor households that the review did not screen."""
        c, cases = tables.standings.c, tables.cases.c
        screened = exists().where(cases.review_id == review.id, cases.household_ref == c.household_ref)
        listed = and_(within(c.path, review.unit_code), c.until.is_(None), c.status.in_(LISTED))
        return self._count(select(func.count()).where(listed, ~screened))

    def areas_without_witness(self, review_id: str) -> int:
        """Count the areas with screened households whose meeting was not held, or not witnessed."""
        wanted = select(func.count()).where(_concerned(review_id), tables.areas.c.state != "witnessed")
        return self._count(wanted)

    def areas_to_meet(self, review_id: str) -> list[Area]:
        """Return the areas with screened households whose meeting is still to be held."""
        wanted = select(Area).where(_concerned(review_id), tables.areas.c.state == "awaited")
        return list(self._session.scalars(wanted))

    def page_of_cases(self, review: PovertyReview, asked: ReviewedHouseholds) -> PageOf[Case]:
        """Return a page of an area's screened households."""
        c, reviews = tables.cases.c, tables.reviews.c
        by = Listed(
            path=f"{review.path}{asked.area_code}/", day=reviews.opened_on, year=reviews.year, state=c.found
        )
        wanted = select(Case).join(tables.reviews, reviews.id == c.review_id)
        wanted = wanted.where(c.review_id == review.id, c.area_code == asked.area_code)
        return self._list(Case, tables.cases, asked, by, wanted)

    def current(self, unit_code: str) -> dict[str, Standing]:
        """Return what the households of a commune are now, by reference; the others are not poor."""
        c = tables.standings.c
        wanted = select(Standing).where(within(c.path, unit_code), c.until.is_(None))
        return {each.household_ref: each for each in self._session.scalars(wanted)}

    def standings(self, asked: PovertyStatuses, on: date) -> PageOf[Standing]:
        """Return a page of an area's households that were poor, near-poor or escaped on a day."""
        c = tables.standings.c
        then = and_(c.since <= on, or_(c.until.is_(None), c.until > on))
        in_term = or_(c.term_ends_on.is_(None), c.term_ends_on > on)
        wanted = select(Standing).where(c.area_code == asked.area_code, then, in_term, c.status != "not_poor")
        by = Listed(path=c.path, day=c.since, state=c.status)
        return self._list(Standing, tables.standings, asked, by, wanted)

    def rates(self, unit_code: str, on: date) -> Rates:
        """Sum the last review of each commune that was approved by a day."""
        c = tables.reviews.c
        later = tables.reviews.alias("later")
        newer = exists().where(
            later.c.unit_code == c.unit_code, later.c.approved_on <= on, later.c.year > c.year
        )
        sums = [func.coalesce(func.sum(column), 0) for column in (c.households, c.poor, c.near_poor)]
        wanted = select(func.count(), *sums).where(within(c.path, unit_code), c.approved_on <= on, ~newer)
        return Rates(*self._session.execute(wanted).one())

    def _count(self, wanted: Select[int]) -> int:
        return int(self._session.scalar(wanted) or 0)


_LISTED = Listed(
    path=tables.reviews.c.path,
    day=tables.reviews.c.opened_on,
    year=tables.reviews.c.year,
    state=tables.reviews.c.state,
)


def _concerned(review_id: str) -> ColumnElement[bool]:
    """The areas of a review that have screened households."""
    c, cases = tables.areas.c, tables.cases.c
    screened = exists().where(cases.review_id == review_id, cases.area_code == c.area_code)
    return and_(c.review_id == review_id, screened)
