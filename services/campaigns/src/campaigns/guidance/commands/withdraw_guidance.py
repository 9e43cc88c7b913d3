"""Withdrawing a document."""

from campaigns.guidance.guards import issuer_of, issues_guidance
from campaigns.guidance.messages import GuidanceStanding, WithdrawGuidance
from campaigns.guidance.repository import GuidanceDocuments
from contracts.campaigns.guidance import GuidanceWithdrawn
from shared.service import command
from shared.work import Work


@command(
    WithdrawGuidance,
    post="/guidance/{guidance_id}/withdraw",
    may=issues_guidance,
    vi="Thu hồi văn bản hướng dẫn",
    takes=["guidance:withdraw"],
    checks=issuer_of,
)
def withdraw_guidance(wanted: WithdrawGuidance, work: Work) -> GuidanceStanding:
    """Withdraw a document without another in its place; it stays readable and takes no more receipts.

    Its issuer does, or the agency that took over from it. No duty is fulfilled by it.
    Raises: NotAllowed (issuer-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    guidance = GuidanceDocuments(work).get(wanted.guidance_id)
    issuer_of(guidance, work)
    guidance.withdraw(wanted.reason, work.today)
    withdrawn = GuidanceWithdrawn(
        guidance_id=guidance.id,
        kind=guidance.kind,
        doc_number=guidance.doc_number,
        issuing_body=guidance.issuing_body,
        decision_no=wanted.decision_no,
        withdrawn_on=work.today,
        unit_code=guidance.unit_code,
    )
    work.emit(withdrawn)
    return GuidanceStanding(guidance_id=guidance.id, state=guidance.state)
