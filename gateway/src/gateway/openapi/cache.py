"""The document in each language, made once for each version of the catalogue."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute

from gateway.catalog import Catalog
from gateway.http.caching import Entity
from gateway.http.language import Language
from gateway.openapi.document import build


@dataclass(frozen=True)
class Document:
    """The JSON of the document, UTF-8, as it is and compressed."""

    plain: Entity
    gzipped: Entity


class DocumentCache:
    """Keeps the documents until a manifest comes."""

    def __init__(self, routes: Callable[[], Sequence[BaseRoute]], catalog: Catalog) -> None:
        self._routes, self._catalog = routes, catalog
        self._made: dict[Language, tuple[int, Document]] = {}

    def get(self, language: Language) -> Document:
        """Return the document; make it where there is none of the catalogue as it is now."""
        version, document = self._made.get(language, (-1, None))
        if document is None or version != self._catalog.version:
            document = self._build(language)
            self._made[language] = (self._catalog.version, document)
        return document

    def _build(self, language: Language) -> Document:
        document = build(self._routes(), self._catalog, language)
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        return Document(Entity.of(body), Entity.of(gzip.compress(body, mtime=0)))
