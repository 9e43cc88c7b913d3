"""Freezing the facts behind a decision on a title."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.households.repository import Households
from campaigns.titles.domain.facts import facts_of
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Title
from shared.domain.facts import freeze
from shared.work import Work


def freeze_decision(title: Title, meeting: Meeting, work: Work) -> str:
    """Keep the facts as they are now with the title, and return their digest. Raises NoStandardInForce."""
    criteria = CriteriaSets(work).in_force(title.title, work.today)
    contents = Households(work).contents_of(title.subject_ref, title.year)
    return freeze(title, facts_of(title, meeting, criteria, contents, work.today))
