"""Rejecting a nomination."""

from campaigns.exemplars.domain.exemplar import Exemplar
from campaigns.exemplars.guards import decides, require_area, require_decider
from campaigns.exemplars.standing import standing
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import ExemplarStanding, RejectExemplar
from contracts.errors import NotAllowed
from shared.service import command
from shared.work import Work


@command(RejectExemplar, post="/exemplars/{exemplar_id}/reject", may=decides)
def reject_exemplar(wanted: RejectExemplar, work: Work[CampaignStore]) -> ExemplarStanding:
    """Reject a nomination, with a reason that stays here.

    Before the review the commune's Front committee rejects, after it the body that was to decide.
    Raises: NotAllowed, NotFound, WrongStep, InvalidField.
    """
    exemplar = work.store.exemplars.exemplar(wanted.exemplar_id)
    _require_turn(exemplar, work)
    exemplar.reject(wanted.reason, work.today)
    note(work, exemplar.id, "reject_exemplar", exemplar.state, reason=wanted.reason)
    return standing(exemplar)


def _require_turn(exemplar: Exemplar, work: Work[CampaignStore]) -> None:
    if exemplar.level:
        require_decider(work.actor, exemplar, work.today)
        return
    if work.actor.level != "X":
        raise NotAllowed(
            "level:X",
            "Trước khi bình xét, chỉ Mặt trận cấp xã được bác đề nghị",
            "Before the review only the commune's Front committee rejects",
        )
    require_area(work.actor, exemplar, work.today)
