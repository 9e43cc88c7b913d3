"""Withdrawing a document."""

from campaigns.guards import issues_guidance
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import GuidanceStanding
from contracts.campaigns.documents.commands import WithdrawGuidance
from contracts.campaigns.documents.events import GuidanceWithdrawn
from shared.service import command
from shared.work import Work


@command(WithdrawGuidance, post="/guidance/{guidance_id}/withdraw", may=issues_guidance)
def withdraw_guidance(wanted: WithdrawGuidance, work: Work[CampaignStore]) -> GuidanceStanding:
    """Withdraw a document without another in its place; it stays readable and takes no more receipts.

    Its issuer does, or the agency that took over from it. No duty is fulfilled by it.
    Raises: NotAllowed (issuer-only), NotFound, WrongStep, InvalidField.
    """
    guidance = work.store.guidance(wanted.guidance_id)
    guidance.withdraw(work.actor.body, wanted.reason, work.today)
    note(work, guidance.id, "withdraw_guidance", guidance.state, reason=wanted.reason)
    work.emit(
        GuidanceWithdrawn.model_validate(
            {
                "guidance_id": guidance.id,
                "kind": guidance.kind,
                "doc_number": guidance.doc_number,
                "issuer_org": guidance.issuer_org,
                "decision_no": wanted.decision_no,
                "withdrawn_on": work.today,
                "unit_code": guidance.unit_code,
            }
        ),
        duties=(),
    )
    return GuidanceStanding(guidance_id=guidance.id, state=guidance.state)
