"""What an issued guiding document means here: it can be supervised by reading it."""

from contracts.campaigns.guidance import GuidanceIssued
from contracts.reference import Place
from shared.domain.text import folded
from shared.service import reaction
from shared.work import Work
from supervision.documents.domain.document import Document
from supervision.documents.repository import Documents


@reaction(GuidanceIssued, replayable=True)
def know_document(issued: GuidanceIssued, work: Work) -> None:
    """Keep a document in the register of what can be supervised; heard again, it changes nothing."""
    Documents(work).keep(
        Document(
            id=issued.guidance_id,
            kind=issued.kind,
            doc_number=issued.doc_number,
            title=issued.title,
            issuing_body=issued.issuing_body,
            unit_code=issued.unit_code,
            path=Place.on(issued.unit_code, work.today).path,
            effective_on=issued.effective_on,
            replaces_id=issued.replaces_id,
            search=folded(issued.doc_number, issued.title),
        )
    )
