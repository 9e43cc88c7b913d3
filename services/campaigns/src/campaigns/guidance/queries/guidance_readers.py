"""Who has read a document and who has not, for those who are signed in."""

from campaigns.common.record import record
from campaigns.guidance.domain.readers import ReaderOf, readers
from campaigns.guidance.messages import GuidanceReaders, ReaderPage, ReaderRecord
from campaigns.guidance.repository import Documents
from campaigns.households.repository import Households
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(
    GuidanceReaders,
    get="/guidance/{guidance_id}/readers",
    may=signed_in,
    vi="Tình hình đọc văn bản hướng dẫn",
)
def guidance_readers(asked: GuidanceReaders, work: Work) -> ReaderPage:
    """Show for whom a document is meant, who has read it by a day and who has not. Raises NotFound.

    Residential areas are in no official list: those whose households are registered here are shown.
    """
    documents = Documents(work)
    guidance = documents.get(asked.guidance_id)
    read = documents.read_days(guidance.id, work.today)
    found = readers(guidance, read, Households(work).areas(), asked.unit)
    meant = [each for each in found if each.addressed]
    page, after = _page([each for each in found if asked.read in {None, each.read_on is not None}], asked)
    return ReaderPage(
        items=[record(ReaderRecord, each) for each in page],
        next_cursor=after,
        on=work.today,
        addressed=len(meant),
        read=sum(each.read_on is not None for each in meant),
    )


def _page(found: list[ReaderOf], asked: GuidanceReaders) -> tuple[list[ReaderOf], str | None]:
    # The list is by name, and a body's name is the cursor.
    later = [each for each in found if not asked.cursor or each.reading_body > asked.cursor]
    page = later[: asked.limit]
    return page, page[-1].reading_body if len(later) > asked.limit else None
