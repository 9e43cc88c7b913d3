from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funds.donations.domain.donation import Donation, entry_of_donation
from funds.ledger.domain.accounts import CHART, INCOME, MONEY, is_memo
from funds.ledger.domain.ledger import BalanceBelowZero, Entry, Line, entry_of_reversal
from funds.pledges.domain.pledge import Pledge, entry_of_pledge

DAY = date(2017, 10, 17)
amounts = st.integers(min_value=1, max_value=10**12)
donations = st.builds(
    Donation,
    id=st.just("don_1"),
    fund_id=st.just("fnd_1"),
    drive_id=st.just("drv_1"),
    pledge_id=st.sampled_from([None, "plg_1"]),
    donor_id=st.none(),
    donor_kind=st.sampled_from(sorted(INCOME)),
    minutes_ref=st.just("01/BB"),
    kind=st.sampled_from(sorted(MONEY)),
    amount_vnd=amounts,
    restriction=st.none(),
    received_on=st.just(DAY),
    received_by=st.just("usr_synthetic"),
    year=st.just(2017),
    number=st.just(1),
)


def entry(*lines: Line) -> Entry:
    return Entry("ent_1", "fnd_1", DAY, "donation", "don_1", list(lines))


@given(donations)
def test_every_donation_balances_and_its_reversal_undoes_it(donation: Donation) -> None:
    posted = entry_of_donation("ent_1", donation)
    undone = entry_of_reversal("ent_2", posted, DAY)
    sides = {
        side: sum(line.amount_vnd for line in posted.lines if line.side == side and not is_memo(line.account))
        for side in ("debit", "credit")
    }
    assert sides == {"debit": donation.amount_vnd, "credit": donation.amount_vnd}
    assert {
        account: posted.changes()[account] + undone.changes()[account] for account in posted.changes()
    } == (dict.fromkeys(posted.changes(), 0))
    assert undone.reverses == posted.id


@given(amounts, amounts)
def test_an_entry_that_does_not_balance_cannot_be_made(debit: int, credit: int) -> None:
    lines = (Line("1111", "debit", debit), Line("5113", "credit", credit))
    if debit == credit:
        assert entry(*lines).changes() == {"1111": debit, "5113": -credit}
    else:
        with pytest.raises(ValueError, match="does not balance"):
            entry(*lines)


@pytest.mark.parametrize("lines", [[], [Line("1111", "debit", 0), Line("5113", "credit", 0)]])
def test_an_entry_holds_amounts_above_zero(lines: list[Line]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        entry(*lines)


@given(donations, amounts)
def test_cash_never_falls_below_zero(donation: Donation, held: int) -> None:
    counter = entry_of_reversal("ent_2", entry_of_donation("ent_1", donation), DAY)
    cash = MONEY[donation.kind]
    assert counter.guarded_accounts() == [cash]
    if held >= donation.amount_vnd:
        counter.check_covered({cash: held})
    else:
        with pytest.raises(BalanceBelowZero) as refused:
            counter.check_covered({cash: held})
        assert refused.value.params == {"account": cash, "balance_vnd": held}


@given(amounts)
def test_a_pledge_touches_the_memo_account_alone(amount: int) -> None:
    pledge = Pledge("plg_1", "fnd_1", "drv_1", None, "anonymous", amount, DAY, DAY, "ban-vd-quy-tinh")
    assert entry_of_pledge("ent_1", pledge).changes() == {"001": amount}


def test_every_account_that_is_posted_is_in_the_chart() -> None:
    assert {*MONEY.values(), *INCOME.values(), "001"} == set(CHART)
