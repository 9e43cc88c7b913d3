"""Recording how a replication ended."""

from campaigns.pilot_models.answers import carried
from campaigns.pilot_models.guards import own_replication, proposes_models
from campaigns.pilot_models.messages.commands import CloseReplication, ReplicationStanding
from campaigns.pilot_models.repository import PilotModels
from shared.service import command
from shared.work import Work


@command(
    CloseReplication,
    post="/model-replications/{replication_id}/close",
    may=proposes_models,
    vi="Kết thúc lượt nhân rộng",
    takes=["replication:succeed", "replication:fail"],
    checks=own_replication,
)
def close_replication(wanted: CloseReplication, work: Work) -> ReplicationStanding:
    """Record whether a replication succeeded; its lead alone says so, and says why it failed.

    Raises: NotAllowed (lead-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    edge = PilotModels(work).replication(wanted.replication_id)
    own_replication(edge, work)
    edge.close(work.today, wanted.reason, succeeded=wanted.succeeded)
    return carried(edge)
