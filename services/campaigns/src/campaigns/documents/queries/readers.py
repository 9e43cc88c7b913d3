"""Who has read a document and who has not, and the village conventions that documents tell."""

from campaigns.documents.domain.readers import ReaderOf, readers
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.documents.queries import (
    ConventionList,
    ConventionPage,
    ConventionRecord,
    GuidanceReaders,
    ReaderPage,
    ReaderRecord,
)
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(GuidanceReaders, get="/guidance/{guidance_id}/readers", may=signed_in)
def guidance_readers(asked: GuidanceReaders, work: Work[CampaignStore]) -> ReaderPage:
    """Show for whom a document is meant, who has read it by a day and who has not. Raises NotFound.

    Residential areas are in no official list: those whose households are registered here are shown.
    """
    guidance = work.store.guidance(asked.guidance_id)
    documents = work.store.documents
    read = documents.read_days(guidance.id, work.today)
    found = readers(guidance, read, documents.areas(), asked.unit_code)
    meant = [each for each in found if each.addressed]
    page, after = _page([each for each in found if asked.read in {None, each.read_on is not None}], asked)
    return ReaderPage(
        items=[record(ReaderRecord, each) for each in page],
        next_cursor=after,
        on=work.today,
        addressed=len(meant),
        read=sum(each.read_on is not None for each in meant),
    )


@query(ConventionList, get="/conventions", may=anyone)
def convention_list(asked: ConventionList, work: Work[CampaignStore]) -> ConventionPage:
    """List the village conventions of a unit and all below it, by the year of their approval."""
    found, after = work.store.documents.conventions(asked)
    items = [record(ConventionRecord, each, convention_id=each.id) for each in found]
    return ConventionPage(items=items, next_cursor=after)


def _page(found: list[ReaderOf], asked: GuidanceReaders) -> tuple[list[ReaderOf], str | None]:
    # The list is by name, and a body's name is the cursor.
    later = [each for each in found if not asked.cursor or each.body > asked.cursor]
    page = later[: asked.limit]
    return page, page[-1].body if len(later) > asked.limit else None
