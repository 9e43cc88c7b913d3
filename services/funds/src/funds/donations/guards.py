"""Who may act on a donation: the board of its fund (§2.3)."""

from funds.donations.domain.donation import Donation
from funds.drives.guards import own_fund
from shared.work import Work


def check_own_donation(donation: Donation, work: Work) -> None:
    """Only the board of its fund acts on a donation. Raises NotAllowed."""
    own_fund(donation.fund_id, work)
