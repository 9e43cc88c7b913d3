"""The history of an object, for those who are signed in."""

from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.queries import HistoryOf, StepPage, StepRecord
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(HistoryOf, get="/history/{object_id}", may=signed_in)
def history_of(asked: HistoryOf, work: Work[CampaignStore]) -> StepPage:
    """Show who took which step with an object, and when; empty where nothing is known of it."""
    found, after = work.store.history(asked)
    return StepPage(items=[record(StepRecord, each) for each in found], next_cursor=after)
