"""Taking back what an outlet published."""

from campaigns.history import note
from campaigns.media.commands.publish_item import publishes
from campaigns.store.store import CampaignStore
from contracts.campaigns.media.commands import MediaItemStanding, WithdrawMediaItem
from contracts.campaigns.media.events import MediaItemWithdrawn
from contracts.errors import NotAllowed
from shared.service import command
from shared.work import Work


@command(WithdrawMediaItem, post="/media-items/{item_id}/withdraw", may=publishes)
def withdraw_media_item(wanted: WithdrawMediaItem, work: Work[CampaignStore]) -> MediaItemStanding:
    """Take an item back; from that day it counts no more.

    Raises: NotFound, NotAllowed (another outlet's), WrongStep, InvalidField.
    """
    item = work.store.media.item(wanted.item_id)
    if item.outlet_org != work.actor.body:
        raise NotAllowed(
            "own-item-only",
            "Chỉ cơ quan đã đăng, phát mới được rút",
            "Only the outlet that published it may take it back",
        )
    item.withdraw(wanted.reason, work.today)
    note(work, item.id, "withdraw_media_item", item.state, reason=wanted.reason)
    work.emit(MediaItemWithdrawn(item_id=item.id, outlet_org=item.outlet_org, withdrawn_on=work.today))
    return MediaItemStanding(item_id=item.id, state="withdrawn")
