"""The yearly lists of candidate communes."""

from campaigns.standards.answers import shown_list
from campaigns.standards.messages.queries import NtmListPage, NtmLists
from campaigns.standards.repository import Standards
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(NtmLists, get="/ntm-lists", may=anyone, vi="Các danh sách xã đăng ký đạt chuẩn nông thôn mới")
def ntm_lists(asked: NtmLists, work: Work) -> NtmListPage:
    """List the yearly lists by year and state."""
    found, after = Standards(work).ntm_lists(asked)
    return NtmListPage(items=[shown_list(each) for each in found], next_cursor=after)
