"""Taking back what an outlet published."""

from campaigns.media.guards import own_item, publishes
from campaigns.media.messages import MediaItemStanding, WithdrawMediaItem
from campaigns.media.repository import MediaItems
from contracts.campaigns.media import MediaItemWithdrawn
from shared.service import command
from shared.work import Work


@command(
    WithdrawMediaItem,
    post="/media-items/{item_id}/withdraw",
    may=publishes,
    vi="Gỡ tin, bài",
    takes=["media_item:withdraw"],
    checks=own_item,
)
def withdraw_media_item(wanted: WithdrawMediaItem, work: Work) -> MediaItemStanding:
    """Take an item back; from that day it counts no more.

    Raises: NotFound, NotAllowed (another outlet's), WrongStep, DayBeforeLastStep.
    """
    item = MediaItems(work).get(wanted.item_id)
    own_item(item, work)
    item.withdraw(wanted.reason, work.today)
    work.emit(MediaItemWithdrawn(item_id=item.id, outlet_body=item.outlet_body, withdrawn_on=work.today))
    return MediaItemStanding(item_id=item.id, state=item.state)
