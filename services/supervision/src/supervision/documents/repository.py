"""The documents of one unit of work."""

from sqlalchemy import select

from shared.store import Listed, PageOf, Repository
from supervision.documents.domain.document import Document
from supervision.documents.messages import DocumentList
from supervision.documents.tables import documents

BY = Listed(path=documents.c.path, day=documents.c.effective_on, text=documents.c.search)


class Documents(Repository):
    """Keeps and finds documents."""

    def keep(self, document: Document) -> None:
        """Keep a document that was heard of; heard again, it is the same one."""
        self._session.merge(document)

    def page(self, asked: DocumentList) -> PageOf[Document]:
        """Return a page of documents in the order of their issue."""
        wanted = select(Document)
        if asked.issuing_body:
            wanted = wanted.where(documents.c.issuing_body == asked.issuing_body)
        return self._list(Document, documents, asked, BY, wanted)
