"""Finding or making the donor of a pledge or a gift."""

from contracts.errors import NotFound
from contracts.funds.commands import RecordGift, RegisterPledge
from funds.domain.donor import Donor, check_anonymous, name_of_new
from funds.domain.fund import Fund
from funds.store.store import FundsStore
from shared.work import Work


def donor_of(given: RegisterPledge | RecordGift, fund: Fund, work: Work[FundsStore]) -> str | None:
    """Return the donor's reference: known to the fund, new to it, or None where anonymous.

    Raises InvalidField, NotFound.
    """
    if given.donor_kind == "anonymous":
        check_anonymous(donor_id=given.donor_id, donor_name=given.donor_name)
        return None
    if given.donor_id is not None:
        return _known(given, given.donor_id, fund, work)
    donor = Donor(work.new_id("dnr"), fund.id, given.donor_kind, name_of_new(given.donor_name))
    work.store.add(donor)
    return donor.id


def _known(given: RegisterPledge | RecordGift, donor_id: str, fund: Fund, work: Work[FundsStore]) -> str:
    donor = work.store.donor(donor_id)
    if donor.fund_id != fund.id:
        raise NotFound(what="donor", id=donor_id)
    donor.check_kind(given.donor_kind)
    return donor.id
