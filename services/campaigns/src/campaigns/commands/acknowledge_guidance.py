"""Confirming that a guidance was read."""

from campaigns.domain.guidance import AlreadyAcknowledged, Reader
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AcknowledgeGuidance, Acknowledgement
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(AcknowledgeGuidance, post="/guidance/{guidance_id}/acknowledge", may=signed_in)
def acknowledge_guidance(wanted: AcknowledgeGuidance, work: Work[CampaignStore]) -> Acknowledgement:
    """Confirm that the acting body has read a guidance addressed to its level, once.

    It supports duty II.1a-b (the read receipts of guidance) but is no evidence by itself.
    Raises: NotAllowed (not addressed to this level or unit), NotFound, AlreadyAcknowledged,
    WrongStep (replaced or withdrawn), InvalidField.
    """
    guidance = work.store.guidance(wanted.guidance_id)
    reader = Reader(work.actor.body, work.actor.level, work.actor.unit)
    receipt = guidance.receipt(work.new_id("rcp"), reader, work.today, work.now)
    if work.store.has_receipt(guidance.id, receipt.body):
        raise AlreadyAcknowledged(body=receipt.body, guidance_id=guidance.id)
    work.store.add(receipt)
    return Acknowledgement(receipt_id=receipt.id, guidance_id=guidance.id, state="acknowledged")
