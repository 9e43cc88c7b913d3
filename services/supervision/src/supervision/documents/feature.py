"""Documents: what was issued in the programme and can be supervised by reading it."""

from shared.service import Feature
from supervision.documents.queries.document_list import document_list
from supervision.documents.reactions.know_document import know_document

documents = Feature(queries=[document_list], reactions=[know_document])
