"""Recording how a replication ended."""

from campaigns.history import note
from campaigns.models.guards import proposes_models
from campaigns.models.standing import carried
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import CloseReplication, ReplicationStanding
from shared.service import command
from shared.work import Work


@command(CloseReplication, post="/model-replications/{replication_id}/close", may=proposes_models)
def close_replication(wanted: CloseReplication, work: Work[CampaignStore]) -> ReplicationStanding:
    """Record whether a replication succeeded; its lead alone says so, and says why it failed.

    Raises: NotAllowed (lead-only), NotFound, WrongStep, InvalidField.
    """
    edge = work.store.models.replication(wanted.replication_id)
    edge.close(work.actor.body, work.today, wanted.reason, succeeded=wanted.succeeded)
    note(work, edge.id, "close_replication", edge.result, reason=wanted.reason)
    return carried(edge)
