"""How commands and queries on a nomination answer."""

from collections.abc import Iterable

from campaigns.common.record import record
from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding
from campaigns.exemplars.messages import CoNominator, CriteriaRecord, ExemplarRecord, ExemplarStanding


def standing(exemplar: Exemplar) -> ExemplarStanding:
    """Say where a nomination stands."""
    return ExemplarStanding(
        exemplar_id=exemplar.id,
        subject_ref=exemplar.subject_ref,
        state=exemplar.state,
        criteria_version=exemplar.criteria_version,
    )


def nomination(exemplar: Exemplar, secondings: Iterable[Seconding]) -> ExemplarRecord:
    """Show a nomination, with each body named as co-nominator and when it confirmed."""
    own = (each for each in secondings if each.exemplar_id == exemplar.id)
    confirmed = {each.nominating_body: each.confirmed_on for each in own}
    return record(
        ExemplarRecord,
        exemplar,
        exemplar_id=exemplar.id,
        co_nominators=[
            CoNominator(nominating_body=body, confirmed_on=confirmed.get(body))
            for body in exemplar.co_nominating_bodies
        ],
    )


def version(criteria: Criteria) -> CriteriaRecord:
    """Show a version of the commendation criteria."""
    return record(CriteriaRecord, criteria, criteria_id=criteria.id)
