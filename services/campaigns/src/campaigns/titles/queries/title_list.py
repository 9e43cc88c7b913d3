"""Titles by place, year and state, for the bodies of the place and above it."""

from campaigns.titles.answers import shown
from campaigns.titles.guards import reads_titles_of
from campaigns.titles.messages.queries import TitleList, TitlePage
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(TitleList, get="/titles", may=signed_in, vi="Danh sách danh hiệu văn hóa", personal=True)
def title_list(asked: TitleList, work: Work) -> TitlePage:
    """List the titles of the own unit and all below it by unit, year, kind, state, subject; or the late ones.

    A title tells of a household by reference, with its vote: each reading is audited. Raises NotAllowed.
    """
    reads_titles_of(asked.unit, work)
    found, after = Titles(work).listed(asked)
    return TitlePage(items=[shown(each) for each in found], next_cursor=after)
