"""Confirming a nomination as co-nominator."""

from campaigns.exemplars.guards import seconds
from campaigns.exemplars.standing import standing
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import ExemplarStanding, SecondExemplar
from shared.service import command
from shared.work import Work


@command(SecondExemplar, post="/exemplars/{exemplar_id}/second", may=seconds)
def second_exemplar(wanted: SecondExemplar, work: Work[CampaignStore]) -> ExemplarStanding:
    """Confirm, as a named co-nominator, that the acting body nominates too.

    Raises: NotAllowed, NotFound (not named), WrongStep (confirmed, or reviewed already), InvalidField.
    """
    exemplar = work.store.exemplars.exemplar(wanted.exemplar_id)
    part = work.store.exemplars.seconding(exemplar.id, work.actor.body)
    exemplar.require_state("second", "nominated")
    exemplar.require_since(work.today)
    part.confirm(work.today)
    note(work, part.id, "second_exemplar", "confirmed")
    return standing(exemplar)
