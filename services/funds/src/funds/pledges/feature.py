"""Promises of money, and the donors who make them."""

from contracts.funds.pledges import PledgeExtended, PledgeRegistered
from funds.pledges.commands.extend_pledge import extend_pledge
from funds.pledges.commands.register_pledge import register_pledge
from funds.pledges.domain.pledge import LIFECYCLE, Pledge
from funds.pledges.queries.pledges import pledges as pledge_list
from funds.pledges.timers.find_overdue_pledges import find_overdue_pledges
from shared.service import Feature, Subject

pledges = Feature(
    commands=[register_pledge, extend_pledge],
    queries=[pledge_list],
    timers=[find_overdue_pledges],
    events=[PledgeRegistered, PledgeExtended],
    subjects=[Subject("plg", Pledge, LIFECYCLE)],
)
