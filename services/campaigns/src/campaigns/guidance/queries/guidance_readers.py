"""Who has read a document and who has not, for those who are signed in."""

from datetime import date

from campaigns.common.record import record
from campaigns.guidance.domain.readers import ReaderOf, readers
from campaigns.guidance.messages import GuidanceReaders, ReaderPage, ReaderRecord
from campaigns.guidance.repository import GuidanceDocuments
from campaigns.households.repository import Households
from contracts.reference import body_words
from shared.authority import signed_in
from shared.service import query
from shared.store import has_words, in_period, known_paths, page_in
from shared.work import Work


@query(
    GuidanceReaders,
    get="/guidance/{guidance_id}/readers",
    may=signed_in,
    vi="Tình hình đọc văn bản hướng dẫn",
)
def guidance_readers(asked: GuidanceReaders, work: Work) -> ReaderPage:
    """Show for whom a document is meant, who has read it by a day and who has not.

    Residential areas are in no official list: those whose households are registered here are shown.
    Raises NotFound, InvalidField (unit).
    """
    documents = GuidanceDocuments(work)
    guidance = documents.get(asked.guidance_id)
    read = documents.read_days(guidance.id, work.today)
    if asked.unit:
        known_paths(asked.unit)
    found = readers(guidance, read, Households(work).areas(), asked.unit)
    meant = [each for each in found if each.addressed]
    wanted = [each for each in found if _is_wanted(each, asked, guidance.issued_on)]
    page, after = page_in(wanted, asked, lambda each: each.reading_body)
    return ReaderPage(
        items=[record(ReaderRecord, each) for each in page],
        next_cursor=after,
        on=work.today,
        addressed=len(meant),
        read=sum(each.read_on is not None for each in meant),
    )


def _is_wanted(found: ReaderOf, asked: GuidanceReaders, on: date) -> bool:
    return (
        asked.read in {None, found.read_on is not None}
        and in_period(found.read_on, asked)
        and has_words(asked, *body_words(found.reading_body, on))
    )
