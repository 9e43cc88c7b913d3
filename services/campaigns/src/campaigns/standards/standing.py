"""How commands on a candidate answer, and the steps that several of them share."""

from campaigns.history import note
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import rule_on
from campaigns.store.store import CampaignStore
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.standards.commands import CandidateStanding
from shared.work import Work


def standing(candidate: Candidate) -> CandidateStanding:
    """Say where a unit stands, and by when the next step is due."""
    return CandidateStanding.model_validate(
        {"candidate_id": candidate.id, "state": candidate.state, "due": candidate.explained}
    )


def counted(key: str | None, work: Work[CampaignStore]) -> ExplainedDeadline | None:
    """Count a rule's time from today; None where the table sets none on the day."""
    return ExplainedDeadline.counted(key, work.today) if key and rule_on(key, work.today) else None


def take(
    candidate: Candidate,
    step: str,
    work: Work[CampaignStore],
    *,
    due: ExplainedDeadline | None = None,
    **details: object,
) -> CandidateStanding:
    """Take a step in the name of the acting body, and keep it in the history."""
    candidate.take(step, work.actor.body, work.today, due=due, **details)
    reason = details.get("reason")
    note(work, candidate.id, step, candidate.state, reason=str(reason) if reason else None)
    return standing(candidate)
