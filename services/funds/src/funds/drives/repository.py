"""Funds, their drives, and the campaigns that a drive may serve."""

from datetime import date

from sqlalchemy import ColumnElement, case, select

from contracts.names import Name
from contracts.values import FundKind
from funds.drives import messages
from funds.drives.domain.campaign import KnownCampaign
from funds.drives.domain.drive import Drive
from funds.drives.domain.fund import Fund
from funds.drives.tables import drives, funds
from shared.store import Listed, PageOf, Repository


class Funds(Repository):
    """The funds of one unit of work."""

    def get(self, fund_id: str) -> Fund:
        """Return a fund. Raises NotFound."""
        return self._get(Fund, fund_id, Name("quỹ", "fund"))

    def of(self, kind: FundKind, unit_id: str) -> Fund | None:
        """Return the fund of a kind and unit, if it exists."""
        found = select(Fund).where(funds.c.kind == kind, funds.c.unit_id == unit_id)
        return self._session.scalars(found).one_or_none()


class Drives(Repository):
    """The drives of one unit of work."""

    def get(self, drive_id: str) -> Drive:
        """Return a drive. Raises NotFound."""
        return self._get(Drive, drive_id, Name("đợt vận động", "drive"))

    def page(self, asked: messages.Drives) -> PageOf[Drive]:
        """Return a page of drives by fund, campaign, place, state, name, and the year that they touch."""
        wanted = select(Drive).join(funds, funds.c.id == drives.c.fund_id)
        if asked.fund_kind:
            wanted = wanted.where(funds.c.kind == asked.fund_kind)
        if asked.campaign_id:
            wanted = wanted.where(drives.c.campaign_id == asked.campaign_id)
        if asked.year:
            first, last = date(asked.year, 1, 1), date(asked.year, 12, 31)
            wanted = wanted.where(drives.c.start_on <= last, drives.c.end_on >= first)
        by = Listed(path=drives.c.path, day=drives.c.start_on, state=self._stands(), text=drives.c.search)
        return self._list(Drive, drives, asked.model_copy(update={"year": None}), by, wanted)

    def _stands(self) -> ColumnElement[str]:
        planned = (drives.c.state == "open") & (drives.c.start_on > self._work.today)
        return case((planned, "planned"), else_=drives.c.state)


class KnownCampaigns(Repository):
    """The campaigns that were heard of."""

    def find(self, campaign_id: str) -> KnownCampaign | None:
        """Return a campaign that was heard of, if it was."""
        return self._session.get(KnownCampaign, campaign_id)

    def know(self, campaign: KnownCampaign) -> None:
        """Keep a campaign that was heard of; heard again, it is the same one."""
        self._session.merge(campaign)
