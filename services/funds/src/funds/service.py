"""The table of contents of the funds service: everything it does, answers, hears and tells."""

from contracts.funds import events
from funds.commands.close_drive import close_drive
from funds.commands.open_drive import open_drive
from funds.commands.record_gift import record_gift
from funds.commands.register_pledge import register_pledge
from funds.commands.reverse_receipt import reverse_receipt
from funds.queries.drives import drive_balance, drives
from funds.queries.ledger import fund_ledger, trial_balance
from funds.queries.pledges import pledges
from funds.queries.receipts import receipt, receipts
from funds.reactions.campaign_launched import know_campaign
from funds.store import tables
from funds.store.store import FundsStore
from shared.service import Service

service = Service(
    name="funds",
    function="fund-board",
    title_vi="Quỹ «Vì người nghèo» và các quỹ an sinh xã hội",
    title_en="Fund for the Poor and social-welfare funds",
    store=FundsStore,
    tables=tables.metadata,
    migrations="funds.store:migrations",
    commands=[open_drive, close_drive, register_pledge, record_gift, reverse_receipt],
    queries=[drives, drive_balance, pledges, receipts, receipt, fund_ledger, trial_balance],
    reactions=[know_campaign],
    events=[
        events.DriveOpened,
        events.PledgeRegistered,
        events.DonationReceived,
        events.ReceiptReversed,
    ],
)
