"""Who a nomination is about: the one query that tells a name."""

from campaigns.exemplars.guards import holds_area, sees_persons
from campaigns.exemplars.messages import ExemplarSubject, SubjectAnswer
from campaigns.exemplars.repository import Exemplars
from shared.service import query
from shared.work import Work


@query(
    ExemplarSubject,
    get="/exemplars/{exemplar_id}/subject",
    may=sees_persons,
    vi="Họ tên, tên gọi của điển hình",
    personal=True,
)
def exemplar_subject(asked: ExemplarSubject, work: Work) -> SubjectAnswer:
    """Show who is meant, to the Front bodies of the area and above it. Raises NotAllowed, NotFound."""
    exemplar = Exemplars(work).get(asked.exemplar_id)
    holds_area(exemplar, work)
    subject = Exemplars(work).subject(exemplar.subject_ref)
    return SubjectAnswer(
        exemplar_id=exemplar.id,
        subject_kind=exemplar.subject_kind,
        subject_ref=subject.id,
        name=subject.name,
    )
