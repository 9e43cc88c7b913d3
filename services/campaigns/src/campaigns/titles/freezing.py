"""Freezing the facts behind a decision on a title."""

from campaigns.store.store import CampaignStore
from campaigns.titles.domain.facts import facts_of
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Title
from contracts.errors import NotFound
from shared.work import Work


def freeze(title: Title, work: Work[CampaignStore]) -> Meeting:
    """Keep the facts as they are now with the title, and return the meeting that voted.

    Raises NotFound where no meeting voted.
    """
    if title.meeting_id is None:
        raise NotFound(what="title meeting of", id=title.id)
    meeting = work.store.titles.meeting(title.meeting_id)
    criteria = work.store.criteria.in_force(title.title, work.today)
    contents = work.store.titles.contents_of(title.subject_ref, title.year)
    title.freeze(facts_of(title, meeting, criteria, contents, work.today))
    return meeting
