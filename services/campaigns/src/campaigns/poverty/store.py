"""What the room «poverty» keeps."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from campaigns.poverty import tables
from campaigns.poverty.domain.review import Area, Case, PovertyReview
from campaigns.poverty.domain.status import LISTED, Standing
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.poverty import queries
from contracts.errors import NotFound


class Rates(NamedTuple):
    """Sums over the last approved review of each commune."""

    communes: int
    households: int
    poor: int
    near_poor: int


class PovertyStore(Repository):
    """Keeps reviews, the households that they look at, and the status that these have."""

    def review(self, review_id: str) -> PovertyReview:
        """Return a review. Raises NotFound."""
        return self._get(PovertyReview, review_id, "poverty review")

    def of_year(self, unit_code: str, year: int) -> PovertyReview | None:
        """Return a commune's review of a year, if there is one."""
        c = tables.reviews.c
        return self._session.scalar(select(PovertyReview).where(c.unit_code == unit_code, c.year == year))

    def reviews(self, asked: queries.PovertyReviewList) -> PageOf[PovertyReview]:
        """Return a page of reviews."""
        c, wanted = tables.reviews.c, select(PovertyReview)
        if asked.unit_code:
            wanted = wanted.where(_below(c.path, asked.unit_code))
        if asked.year:
            wanted = wanted.where(c.year == asked.year)
        if asked.state:
            wanted = wanted.where(c.state == asked.state)
        return self._page(wanted, tables.reviews, asked)

    def areas(self, review_id: str) -> list[Area]:
        """Return the areas of a review."""
        c = tables.areas.c
        return list(self._session.scalars(select(Area).where(c.review_id == review_id).order_by(c.kdc_id)))

    def area(self, review_id: str, kdc_id: str) -> Area:
        """Return one area of a review. Raises NotFound."""
        c = tables.areas.c
        found = self._session.scalar(select(Area).where(c.review_id == review_id, c.kdc_id == kdc_id))
        if found is None:
            raise NotFound(what="area of the review", id=kdc_id)
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
        listed = and_(_below(c.path, review.unit_code), c.until.is_(None), c.status.in_(LISTED))
        return self._count(select(func.count()).where(listed, ~screened))

    def areas_without_witness(self, review_id: str) -> int:
        """Count the areas with screened households whose meeting was not held, or not witnessed."""
        c, cases = tables.areas.c, tables.cases.c
        concerned = exists().where(cases.review_id == review_id, cases.kdc_id == c.kdc_id)
        wanted = select(func.count()).where(c.review_id == review_id, c.witnessed_on.is_(None), concerned)
        return self._count(wanted)

    def page_of_cases(self, asked: queries.ReviewedHouseholds) -> PageOf[Case]:
        """Return a page of an area's screened households."""
        c = tables.cases.c
        wanted = select(Case).where(c.review_id == asked.review_id, c.kdc_id == asked.kdc_id)
        return self._page(wanted, tables.cases, asked)

    def current(self, unit_code: str) -> dict[str, Standing]:
        """Return what the households of a commune are now, by reference; the others are not poor."""
        c = tables.standings.c
        wanted = select(Standing).where(_below(c.path, unit_code), c.until.is_(None))
        return {each.household_ref: each for each in self._session.scalars(wanted)}

    def standings(self, asked: queries.PovertyStatuses, on: date) -> PageOf[Standing]:
        """Return a page of an area's households that were poor, near-poor or escaped on a day."""
        c = tables.standings.c
        then = and_(c.since <= on, or_(c.until.is_(None), c.until > on))
        within_term = or_(c.term_ends_on.is_(None), c.term_ends_on > on)
        wanted = select(Standing).where(c.kdc_id == asked.kdc_id, then, within_term, c.status != "not_poor")
        return self._page(wanted, tables.standings, asked)

    def rates(self, unit_code: str, on: date) -> Rates:
        """Sum the last review of each commune that was approved by a day."""
        c = tables.reviews.c
        later = tables.reviews.alias("later")
        newer = exists().where(
            later.c.unit_code == c.unit_code, later.c.approved_on <= on, later.c.year > c.year
        )
        sums = [func.coalesce(func.sum(column), 0) for column in (c.households, c.poor, c.near_poor)]
        wanted = select(func.count(), *sums).where(_below(c.path, unit_code), c.approved_on <= on, ~newer)
        return Rates(*self._session.execute(wanted).one())

    def _count(self, wanted: Select[int]) -> int:
        return int(self._session.scalar(wanted) or 0)


def _below(path: ColumnElement[str], unit_code: str) -> ColumnElement[bool]:
    return path.contains(f"/{unit_code}/", autoescape=True)
