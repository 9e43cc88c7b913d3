"""One year's list of candidate communes; public, as its decision is."""

from campaigns.standards.answers import shown_list
from campaigns.standards.messages.queries import NtmListById, NtmListRecord
from campaigns.standards.repository import Standards
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(
    NtmListById,
    get="/ntm-lists/{list_id}",
    may=anyone,
    vi="Danh sách xã đăng ký đạt chuẩn nông thôn mới trong năm",
)
def ntm_list_by_id(asked: NtmListById, work: Work) -> NtmListRecord:
    """Show a year's list of candidate communes. Raises NotFound."""
    return shown_list(Standards(work).ntm_list(asked.list_id))
