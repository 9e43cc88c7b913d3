"""Titles by place, year and state, for those who are signed in."""

from campaigns.titles.answers import shown
from campaigns.titles.messages.queries import TitleList, TitlePage
from campaigns.titles.repository import Titles
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(TitleList, get="/titles", may=signed_in, vi="Danh sách danh hiệu văn hóa")
def title_list(asked: TitleList, work: Work) -> TitlePage:
    """List titles by unit and all below it, year, kind, state or subject; or those decided too late."""
    found, after = Titles(work).listed(asked)
    return TitlePage(items=[shown(each) for each in found], next_cursor=after)
