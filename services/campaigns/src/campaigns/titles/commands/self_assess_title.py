"""The self-assessment of a household or an area."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.standard import require_criteria
from campaigns.titles.guards import assesses_titles, require_area
from campaigns.titles.standing import standing
from contracts.campaigns.titles.commands import SelfAssessTitle, TitleStanding
from shared.service import command
from shared.work import Work


@command(SelfAssessTitle, post="/titles/{registration_id}/self-assess", may=assesses_titles)
def self_assess_title(wanted: SelfAssessTitle, work: Work[CampaignStore]) -> TitleStanding:
    """Record how a household or an area assesses itself by the criteria set in force on the day.

    A version that came into force since the registration applies. A subject that does not hold itself to
    meet the set goes no further this year. Where the list of a set is not known, none is made up.
    Raises: NotAllowed, NotFound, WrongStep, UnknownCriterion, InvalidField.
    """
    title = work.store.titles.title(wanted.registration_id)
    require_area(work.actor, title.kdc_id, work.today)
    criteria = work.store.criteria.in_force(title.title, work.today)
    require_criteria(criteria, wanted.criteria, meets=wanted.meets)
    said = wanted.model_dump(mode="json", include={"meets", "criteria"})
    title.self_assess(said, criteria.version, work.today, meets=wanted.meets)
    note(work, title.id, "self_assess_title", title.state)
    return standing(title)
