"""The table of contents of the funds service: its features, each of which may use those before it."""

from funds.common.tables import metadata
from funds.donations.feature import donations
from funds.drives.feature import drives
from funds.ledger.feature import ledger
from funds.pledges.feature import pledges
from shared.service import Service

service = Service(
    name="funds",
    function="fund-board",
    title_vi="Quỹ «Vì người nghèo» và các quỹ an sinh xã hội",
    title_en="Fund for the Poor and social-welfare funds",
    features=[drives, ledger, pledges, donations],
    tables=metadata,
    migrations="funds:migrations",
)
