"""The document of all addresses, and the page that shows it, in the reader's language."""

from importlib.resources import files
from string import Template

import fastapi_offline
from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from werkzeug.http import parse_accept_header

from gateway.dependencies import GatewayDep
from gateway.http.caching import answer_public
from gateway.http.language import LANGUAGES, PARAMETER, Language
from gateway.http.request_context import context_of
from gateway.http.security_headers import POLICY
from gateway.openapi import texts
from gateway.openapi.cache import DocumentCache

# The page is served with everything that it loads: offices work behind closed networks (decision 0020).
SWAGGER_UI = "/docs/swagger-ui"
PAGE_FILES = "/docs/page"
FOLDER = files("gateway.routes").joinpath("documentation_page")
PAGE = Template(FOLDER.joinpath("page.html").read_text("utf-8"))
# Swagger UI draws with data: images and styles within elements; scripts come from here alone.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
router = APIRouter(include_in_schema=False)


def swagger_ui() -> StaticFiles:
    """Return the files of Swagger UI, as the package fastapi-offline brings them."""
    return StaticFiles(packages=[(fastapi_offline.__name__, "static")])


def page_files() -> StaticFiles:
    """Return the page's own script and style."""
    return StaticFiles(packages=[("gateway.routes", "documentation_page")])


@router.get("/openapi.json")
async def read_document(request: Request, gateway: GatewayDep) -> Response:
    """Describe every address in OpenAPI 3.1."""
    documents: DocumentCache = request.app.state.documents
    language = context_of(request).language
    document, seconds = documents.get(language), gateway.settings.public_read_seconds
    if parse_accept_header(request.headers.get("Accept-Encoding"))["gzip"]:
        response = answer_public(request, document.gzipped, seconds)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = answer_public(request, document.plain, seconds)
    response.headers.add_vary_header("Accept-Encoding")
    response.headers["Content-Language"] = language
    return response


@router.get("/docs")
async def show_document(request: Request) -> HTMLResponse:
    """Show the document, with a link to the same page in the other language."""
    language = context_of(request).language
    page = PAGE.substitute(
        language=language,
        title=f"{texts.TITLE} – {texts.SUMMARY[language]}",
        languages="\n".join(_link(each, language) for each in LANGUAGES),
    )
    return HTMLResponse(page, headers={"Content-Language": language, POLICY: PAGE_POLICY})


def _link(to: Language, reader: Language) -> str:
    current = ' aria-current="true"' if to == reader else ""
    return f'<a href="docs?{PARAMETER}={to}" lang="{to}" hreflang="{to}"{current}>{texts.SWITCH[to]}</a>'
