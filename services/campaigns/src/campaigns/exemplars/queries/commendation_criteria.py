"""The commendation criteria in force, for everyone."""

from campaigns.exemplars.answers import version
from campaigns.exemplars.messages import CommendationCriteria, CriteriaRecord
from campaigns.exemplars.repository import CommendationCriteriaSets
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(
    CommendationCriteria,
    get="/commendation-criteria/in-force",
    may=anyone,
    vi="Tiêu chí khen thưởng đang áp dụng",
)
def commendation_criteria(_asked: CommendationCriteria, work: Work) -> CriteriaRecord:
    """Show the version in force on the day of `as_of`. Raises NoCriteriaInForce."""
    return version(CommendationCriteriaSets(work).in_force(work.today))
