"""The document in each language, made once for each version of the catalogue."""

import json
from collections.abc import Callable, Sequence

from starlette.routing import BaseRoute

from gateway.catalog import Catalog
from gateway.http.language import Language
from gateway.openapi.document import build


class DocumentCache:
    """Keeps the JSON of the document, UTF-8, until a manifest comes."""

    def __init__(self, routes: Callable[[], Sequence[BaseRoute]], catalog: Catalog) -> None:
        self._routes, self._catalog = routes, catalog
        self._made: dict[Language, tuple[int, bytes]] = {}

    def get(self, language: Language) -> bytes:
        """Return the document; make it where there is none of the catalogue as it is now."""
        version, body = self._made.get(language, (-1, b""))
        if version != self._catalog.version:
            version = self._catalog.version
            body = self._build(language)
            self._made[language] = (version, body)
        return body

    def _build(self, language: Language) -> bytes:
        document = build(self._routes(), self._catalog, language)
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
