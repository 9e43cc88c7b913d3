"""What the feature «criteria» keeps."""

from datetime import date

from sqlalchemy import select

from campaigns.criteria import tables
from campaigns.criteria.domain.versions import PromulgatedSet, in_force
from contracts.reference import CriteriaSet
from contracts.values import Standard
from shared.store import Repository


class CriteriaSets(Repository):
    """Keeps the sets that promulgated drafts laid down, and finds the set in force."""

    def keep(self, promulgated: PromulgatedSet) -> None:
        """Keep a set that was heard of; heard again, it is the same one."""
        self._session.merge(promulgated)

    def promulgated(self, standard: Standard) -> list[PromulgatedSet]:
        """Return the sets that drafts laid down for a standard, oldest first."""
        table = tables.promulgated_sets.c
        wanted = select(PromulgatedSet).where(table.standard == standard)
        return list(self._session.scalars(wanted.order_by(table.effective_on, table.draft_id)))

    def in_force(self, standard: Standard, on: date) -> CriteriaSet:
        """Return the criteria set in force on a day. Raises NoStandardInForce."""
        return in_force(standard, self.promulgated(standard), on)
