"""Documents that can be supervised by reading them."""

from contracts.supervision.queries import DocumentList, DocumentPage, SupervisedDocument
from shared.authority import anyone
from shared.service import query
from shared.work import Work
from supervision.store.store import SupervisionStore


@query(DocumentList, get="/documents", may=anyone)
def document_list(asked: DocumentList, work: Work[SupervisionStore]) -> DocumentPage:
    """List guiding documents that were issued in the programme, by issuer, unit and year.

    They are what the form `document_review` reads (duty II.4a-e).
    """
    found, after = work.store.documents(asked)
    items = [
        SupervisedDocument(
            guidance_id=each.id,
            kind=each.kind,
            doc_number=each.doc_number,
            title=each.title,
            issuer_org=each.issuer_org,
            unit_code=each.unit_code,
            effective_on=each.effective_on,
            replaces_id=each.replaces_id,
        )
        for each in found
    ]
    return DocumentPage(items=items, next_cursor=after)
