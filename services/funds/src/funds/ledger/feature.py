"""The double-entry ledger of each fund: it tells nobody, and its entries come from other features."""

from funds.ledger.queries.fund_ledger import fund_ledger
from funds.ledger.queries.trial_balance import trial_balance
from shared.service import Feature

ledger = Feature(queries=[fund_ledger, trial_balance])
