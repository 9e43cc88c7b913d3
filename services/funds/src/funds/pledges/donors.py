"""Finding the donor of a pledge or a donation, or making a new one."""

from contracts.errors import NotFound
from contracts.values import DonorKind
from funds.drives.domain.fund import Fund
from funds.pledges.domain.donor import Donor, check_anonymous, name_of_new
from funds.pledges.repository import DONOR, Donors
from shared.work import Work


def donor_of(
    fund: Fund, work: Work, *, kind: DonorKind, donor_id: str | None, name: str | None
) -> Donor | None:
    """Return the donor: known to the fund, or new to it; None where anonymous.

    A new donor is not kept yet. Raises InvalidField, NotFound.
    """
    if kind == "anonymous":
        check_anonymous(donor_id=donor_id, donor_name=name)
        return None
    if donor_id is not None:
        return _known(fund, work, kind, donor_id)
    return Donor(work.new_id("dnr"), fund.id, kind, name_of_new(name))


def _known(fund: Fund, work: Work, kind: DonorKind, donor_id: str) -> Donor:
    donor = Donors(work).get(donor_id)
    if donor.fund_id != fund.id:
        raise NotFound(what=DONOR, id=donor_id)
    donor.check_kind(kind)
    return donor
