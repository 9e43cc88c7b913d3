"""Sheets of good practice, for everyone."""

from campaigns.models.domain.practice import Practice
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.queries import PracticeById, PracticeList, PracticePage, PracticeRecord
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(PracticeById, get="/practices/{practice_id}", may=anyone)
def practice_by_id(asked: PracticeById, work: Work[CampaignStore]) -> PracticeRecord:
    """Show a sheet of good practice. Raises NotFound."""
    return _sheet(work.store.models.practice(asked.practice_id))


@query(PracticeList, get="/practices", may=anyone)
def practice_list(asked: PracticeList, work: Work[CampaignStore]) -> PracticePage:
    """List sheets by unit and all below it, year, state, model and words, with marks or without."""
    found, after = work.store.models.practices(asked)
    return PracticePage(items=[_sheet(each) for each in found], next_cursor=after)


def _sheet(practice: Practice) -> PracticeRecord:
    return record(PracticeRecord, practice, practice_id=practice.id)
