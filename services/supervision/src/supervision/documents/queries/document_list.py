"""Documents that can be supervised by reading them."""

from shared.authority import anyone
from shared.service import query
from shared.work import Work
from supervision.documents.domain.document import Document
from supervision.documents.messages import DocumentList, DocumentPage, SupervisedDocument
from supervision.documents.repository import Documents


@query(DocumentList, get="/documents", may=anyone, vi="Danh sách văn bản thuộc diện giám sát")
def document_list(asked: DocumentList, work: Work) -> DocumentPage:
    """List guiding documents that were issued in the programme.

    They are what the form `document_review` reads (duty II.4a-e).
    """
    found, after = Documents(work).page(asked)
    return DocumentPage(items=[_shown(each) for each in found], next_cursor=after)


def _shown(document: Document) -> SupervisedDocument:
    return SupervisedDocument(
        guidance_id=document.id,
        kind=document.kind,
        doc_number=document.doc_number,
        title=document.title,
        issuing_body=document.issuing_body,
        unit_code=document.unit_code,
        effective_on=document.effective_on,
        replaces_id=document.replaces_id,
    )
