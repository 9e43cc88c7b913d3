"""The self-assessment of a household or an area."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.titles.answers import standing
from campaigns.titles.domain.standard import require_criteria
from campaigns.titles.guards import assesses_titles, of_its_area
from campaigns.titles.messages.commands import SelfAssessTitle, TitleStanding
from campaigns.titles.repository import Titles
from shared.service import command
from shared.work import Work


@command(
    SelfAssessTitle,
    post="/titles/{registration_id}/self-assess",
    may=assesses_titles,
    vi="Tự đánh giá danh hiệu",
    takes=["title:self_assess", "title:find_unmet"],
    checks=of_its_area,
)
def self_assess_title(wanted: SelfAssessTitle, work: Work) -> TitleStanding:
    """Record how a household or an area assesses itself by the criteria set in force on the day.

    A version that came into force since the registration applies. A subject that does not hold itself to
    meet the set goes no further this year. Where the list of a set is not known, none is made up.
    Raises: NotAllowed, NotFound, WrongStep, UnknownCriterion, InvalidField.
    """
    title = Titles(work).get(wanted.registration_id)
    of_its_area(title, work)
    criteria = CriteriaSets(work).in_force(title.title, work.today)
    met = [(each.criterion_no, each.met) for each in wanted.criteria]
    require_criteria(criteria, met, meets=wanted.meets)
    said = wanted.model_dump(mode="json", include={"meets", "criteria"})
    title.self_assess(said, criteria.version, work.today, meets=wanted.meets)
    return standing(title)
