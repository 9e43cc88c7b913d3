"""Titles and the meetings that voted on them, for those who are signed in."""

from campaigns.domain.facts import digest_of
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.title import Title
from contracts.campaigns.titles.queries import (
    FrozenFacts,
    TitleById,
    TitleFacts,
    TitleList,
    TitleMeetingById,
    TitleMeetingRecord,
    TitlePage,
    TitleRecord,
)
from contracts.errors import NotFound
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(TitleById, get="/titles/{registration_id}", may=signed_in)
def title_by_id(asked: TitleById, work: Work[CampaignStore]) -> TitleRecord:
    """Show a title with its vote, deadline and decision. Raises NotFound."""
    return _title(work.store.titles.title(asked.registration_id))


@query(TitleList, get="/titles", may=signed_in)
def title_list(asked: TitleList, work: Work[CampaignStore]) -> TitlePage:
    """List titles by unit and all below it, year, kind, state or subject; or those decided too late."""
    found, after = work.store.titles.titles(asked)
    return TitlePage(items=[_title(each) for each in found], next_cursor=after)


@query(TitleFacts, get="/titles/{registration_id}/facts", may=signed_in)
def title_facts(asked: TitleFacts, work: Work[CampaignStore]) -> FrozenFacts:
    """Show the facts that were frozen with the decision. Raises NotFound where none was made."""
    title = work.store.titles.title(asked.registration_id)
    if title.facts is None or title.facts_digest is None:
        raise NotFound(what="decision on", id=title.id)
    return FrozenFacts(
        registration_id=title.id,
        facts=title.facts,
        digest=title.facts_digest,
        intact=digest_of(title.facts) == title.facts_digest,
    )


@query(TitleMeetingById, get="/title-meetings/{meeting_id}", may=signed_in)
def title_meeting_by_id(asked: TitleMeetingById, work: Work[CampaignStore]) -> TitleMeetingRecord:
    """Show a residents' meeting with attendance and minutes. Raises NotFound."""
    meeting = work.store.titles.meeting(asked.meeting_id)
    return record(TitleMeetingRecord, meeting, meeting_id=meeting.id)


def _title(title: Title) -> TitleRecord:
    return record(TitleRecord, title, registration_id=title.id)
