"""Writing the history of an object beside each step."""

from campaigns.domain.history import Step
from campaigns.store.store import CampaignStore
from shared.work import Work


def note(
    work: Work[CampaignStore], object_id: str, step: str, state: str, *, reason: str | None = None
) -> None:
    """Keep that the acting body took a step with an object, which now stands in `state`."""
    work.store.add(
        Step(
            id=work.new_id("stp"),
            object_id=object_id,
            step=step,
            state=state,
            body=work.acting.body if work.acting else work.service,
            on=work.today,
            recorded_at=work.now,
            reason=reason,
        )
    )
