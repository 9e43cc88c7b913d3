"""One nomination, for those who are signed in."""

from campaigns.exemplars.answers import nomination
from campaigns.exemplars.messages import ExemplarById, ExemplarRecord
from campaigns.exemplars.repository import Exemplars
from shared.authority import signed_in
from shared.service import query
from shared.work import Work


@query(ExemplarById, get="/exemplars/{exemplar_id}", may=signed_in, vi="Gương điển hình")
def exemplar_by_id(asked: ExemplarById, work: Work) -> ExemplarRecord:
    """Show a nomination with its co-nominators, review, decision and award. Raises NotFound."""
    exemplar = Exemplars(work).get(asked.exemplar_id)
    return nomination(exemplar, Exemplars(work).secondings(exemplar.id))
