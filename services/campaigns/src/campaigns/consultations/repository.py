"""The repository of consultations."""

from campaigns.consultations import tables
from campaigns.consultations.domain.consultation import Consultation
from campaigns.consultations.messages import ConsultationList
from contracts.names import Name
from shared.store import Listed, PageOf, Repository

CONSULTATION = Name("cuộc hiệp thương", "consultation")


class Consultations(Repository):
    """Keeps and finds consultations."""

    def get(self, consultation_id: str) -> Consultation:
        """Return a consultation. Raises NotFound."""
        return self._get(Consultation, consultation_id, CONSULTATION)

    def page(self, asked: ConsultationList) -> PageOf[Consultation]:
        """Return a page of consultations by place, day, state and topic."""
        return self._list(Consultation, tables.consultations, asked, _LISTED)


_LISTED = Listed(
    path=tables.consultations.c.path,
    day=tables.consultations.c.held_on,
    state=tables.consultations.c.state,
    text=tables.consultations.c.search,
)
