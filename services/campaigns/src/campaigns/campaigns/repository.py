"""The repository of campaigns."""

from datetime import date
from typing import Any

from sqlalchemy import Select, select

from campaigns.campaigns import tables
from campaigns.campaigns.domain.campaign import Campaign, Drive
from campaigns.campaigns.messages import CampaignList
from contracts.names import Name
from shared.store import Listed, PageOf, Repository

CAMPAIGN = Name("cuộc vận động", "campaign")


class Campaigns(Repository):
    """Keeps and finds campaigns and the drives that support them."""

    def get(self, campaign_id: str) -> Campaign:
        """Return a campaign. Raises NotFound."""
        return self._get(Campaign, campaign_id, CAMPAIGN)

    def has_code(self, unit_code: str, code: str) -> bool:
        """Say whether the unit already has a campaign with this code."""
        table = tables.campaigns
        found = select(table.c.id).where(table.c.unit_code == unit_code, table.c.code == code)
        return self._session.scalar(found) is not None

    def page(self, asked: CampaignList) -> PageOf[Campaign]:
        """Return a page of campaigns that run in a year."""
        by_day = asked.model_copy(update={"year": None, "state": None})
        return self._list(Campaign, tables.campaigns, by_day, _LISTED, _running(asked, self._work.today))

    def link(self, drive: Drive) -> None:
        """Keep a drive; told again, it replaces what was told before."""
        self._session.merge(drive)

    def drives(self, campaign_id: str) -> list[Drive]:
        """Return the drives that support a campaign, in the order of their ids."""
        table = tables.drives
        found = select(Drive).where(table.c.campaign_id == campaign_id).order_by(table.c.id)
        return list(self._session.scalars(found))


def _running(asked: CampaignList, today: date) -> Select[Any]:
    c, wanted = tables.campaigns.c, select(Campaign)
    if asked.year:
        wanted = wanted.where(c.start_on <= date(asked.year, 12, 31), c.end_on >= date(asked.year, 1, 1))
    if asked.state:
        wanted = wanted.where(c.end_on < today if asked.state == "ended" else c.end_on >= today)
    return wanted


_LISTED = Listed(
    path=tables.campaigns.c.path, day=tables.campaigns.c.launched_on, text=tables.campaigns.c.search
)
