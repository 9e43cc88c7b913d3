"""How commands on a nomination answer."""

from campaigns.exemplars.domain.exemplar import Exemplar
from contracts.campaigns.exemplars.commands import ExemplarStanding


def standing(exemplar: Exemplar) -> ExemplarStanding:
    """Say where a nomination stands."""
    return ExemplarStanding.model_validate(
        {
            "exemplar_id": exemplar.id,
            "subject_ref": exemplar.subject_ref,
            "state": exemplar.state,
            "criteria_version": exemplar.criteria_version,
        }
    )
