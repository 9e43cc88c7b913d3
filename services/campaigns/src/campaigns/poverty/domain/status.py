"""The poverty status of a household; only an approved review changes it."""

from dataclasses import dataclass
from datetime import date

from contracts.campaigns.poverty import PovertyStatus
from contracts.reference import deadline

TERM = "poor.escaped.term"
LISTED = ("poor", "near_poor")


@dataclass(eq=False)
class Standing:
    """What a household is from one day until another, by the review that found it so.

    `term_ends_on` is set for `escaped` alone: from that day it is simply not poor.
    """

    id: str
    household_ref: str
    area_code: str
    path: str
    status: PovertyStatus
    fallen_back: bool
    deprivations: int
    review_id: str
    since: date
    until: date | None = None
    term_ends_on: date | None = None

    def on(self, day: date) -> PovertyStatus:
        """Return the status on a day of its time; a term that has run out makes `escaped` not poor."""
        over = self.term_ends_on is not None and self.term_ends_on <= day
        return "not_poor" if over else self.status


@dataclass(frozen=True)
class Change:
    """The status before and after a review."""

    before: PovertyStatus
    after: PovertyStatus

    @property
    def fallen_back(self) -> bool:
        """Whether a household that had escaped is poor again (tái nghèo)."""
        return self.before == "escaped" and self.after == "poor"

    @property
    def escaped(self) -> bool:
        """Whether a household left the list of the poor."""
        return self.before == "poor" and self.after != "poor"


@dataclass
class Counts:
    """What a review found, in households."""

    poor: int = 0
    near_poor: int = 0
    escaped: int = 0
    fallen_back: int = 0

    def add(self, change: Change) -> None:
        """Count one household more."""
        self.poor += change.after == "poor"
        self.near_poor += change.after == "near_poor"
        self.escaped += change.escaped
        self.fallen_back += change.fallen_back


def after_review(before: PovertyStatus, found: PovertyStatus) -> Change:
    """Return what a household becomes: who was poor and is neither poor nor near-poor has escaped.

    Who had escaped and is found not poor stays so, until the term has run out.
    """
    keeps = found == "not_poor" and before in {"poor", "escaped"}
    return Change(before, "escaped" if keeps else found)


def term_end(since: date) -> date:
    """Return the day from which an escaped household is simply not poor (rule poor.escaped.term)."""
    return deadline(TERM, since).due
