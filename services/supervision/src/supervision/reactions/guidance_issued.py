"""What an issued guiding document means here: it can be supervised by reading it."""

from contracts.campaigns.events import GuidanceIssued
from contracts.reference import Place
from shared.service import reaction
from shared.work import Work
from supervision.domain.documents import SupervisedDocument
from supervision.store.store import SupervisionStore


@reaction(GuidanceIssued, replayable=True)
def know_document(issued: GuidanceIssued, work: Work[SupervisionStore]) -> None:
    """Keep a document in the register of what can be supervised; heard again, it changes nothing."""
    work.store.know(
        SupervisedDocument(
            id=issued.guidance_id,
            kind=issued.kind,
            doc_number=issued.doc_number,
            title=issued.title,
            issuer_org=issued.issuer_org,
            unit_code=issued.unit_code,
            unit_path=Place.on(issued.unit_code, work.today).path,
            effective_on=issued.effective_on,
            replaces_id=issued.replaces_id,
        )
    )
