"""What may be asked to be done with a guiding document after it was issued."""

from contracts.campaigns.titles.values import DocNumber, Reason
from contracts.messages import Command


class WithdrawGuidance(Command):
    """Withdraw a document without another in its place; its issuer does."""

    guidance_id: str
    decision_no: DocNumber
    reason: Reason
