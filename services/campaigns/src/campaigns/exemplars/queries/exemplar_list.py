"""Nominations, for those who are signed in."""

from campaigns.exemplars.answers import nomination
from campaigns.exemplars.messages import ExemplarList, ExemplarPage
from campaigns.exemplars.repository import Exemplars
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ExemplarList, get="/exemplars", may=signed_in, vi="Danh sách gương điển hình")
def exemplar_list(asked: ExemplarList, work: Work) -> ExemplarPage:
    """List nominations by unit and all below it, year, state, content, subject and words."""
    found, after = Exemplars(work).page(asked)
    secondings = Exemplars(work).secondings(*[each.id for each in found])
    return ExemplarPage(items=[nomination(each, secondings) for each in found], next_cursor=after)
