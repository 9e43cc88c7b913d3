"""Confirming that a guidance was read."""

from campaigns.guidance.domain.guidance import AlreadyAcknowledged
from campaigns.guidance.guards import reader_of
from campaigns.guidance.messages import AcknowledgeGuidance, Acknowledgement
from campaigns.guidance.repository import GuidanceDocuments
from contracts.reference import Place, body_name
from shared.authority import signed_in
from shared.service import command
from shared.work import Work


@command(
    AcknowledgeGuidance,
    post="/guidance/{guidance_id}/acknowledge",
    may=signed_in,
    vi="Xác nhận đã đọc văn bản hướng dẫn",
    takes=["guidance:acknowledge"],
    checks=reader_of,
)
def acknowledge_guidance(wanted: AcknowledgeGuidance, work: Work) -> Acknowledgement:
    """Confirm that the acting body has read a guidance addressed to its level, once.

    It supports duty II.1a-b (the read receipts of guidance) but is no evidence by itself.
    Raises: NotAllowed (not addressed to this level or unit), NotFound, AlreadyAcknowledged,
    WrongStep (replaced or withdrawn), DayBeforeLastStep.
    """
    documents = GuidanceDocuments(work)
    guidance = documents.get(wanted.guidance_id)
    reader_of(guidance, work)
    if documents.has_receipt(guidance.id, work.actor.body):
        body = body_name(work.actor.body, work.today)
        raise AlreadyAcknowledged(body=body, guidance_id=guidance.id)
    place = Place.on(work.actor.unit, work.today)
    receipt = guidance.receipt(work.new_id("rcp"), work.actor.body, place, work.today, work.now)
    documents.add(receipt)
    return Acknowledgement(receipt_id=receipt.id, guidance_id=guidance.id, state="acknowledged")
