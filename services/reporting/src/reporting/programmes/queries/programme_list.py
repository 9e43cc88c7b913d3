"""The list of programmes, open to everyone; the reasons of refusals are not in it."""

from reporting.programmes.answers import programme_record
from reporting.programmes.messages import ProgrammeList, ProgrammePage
from reporting.programmes.repository import Programmes
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(ProgrammeList, get="/programmes", may=anyone, vi="Danh sách chương trình phối hợp")
def programme_list(asked: ProgrammeList, work: Work) -> ProgrammePage:
    """List programmes in the order in which they were proposed."""
    found, cursor = Programmes(work).page(asked)
    return ProgrammePage(items=[programme_record(each) for each in found], next_cursor=cursor)
