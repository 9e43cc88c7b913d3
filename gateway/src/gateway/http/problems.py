"""Refusals as RFC 9457 problem documents, and the only table from a refusal's kind to an HTTP status."""

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from contracts.calls import Problem
from contracts.errors import Kind, Refusal
from gateway.bus.port import ServiceUnavailable
from gateway.catalog import Catalog
from gateway.http.language import Language
from gateway.http.refusals import HttpRefusal, MethodNotAllowed

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = "2"
STATUS: dict[Kind, int] = {
    Kind.INVALID: 422,
    Kind.UNAUTHENTICATED: 401,
    Kind.FORBIDDEN: 403,
    Kind.NOT_FOUND: 404,
    Kind.CONFLICT: 409,
    Kind.UNAVAILABLE: 503,
    Kind.INTERNAL: 500,
}
TITLES: dict[Kind, dict[Language, str]] = {
    Kind.INVALID: {"vi": "Yêu cầu không hợp lệ", "en": "Invalid request"},
    Kind.UNAUTHENTICATED: {"vi": "Chưa đăng nhập", "en": "Not signed in"},
    Kind.FORBIDDEN: {"vi": "Không có thẩm quyền", "en": "Not allowed"},
    Kind.NOT_FOUND: {"vi": "Không tìm thấy", "en": "Not found"},
    Kind.CONFLICT: {"vi": "Mâu thuẫn với trạng thái hiện tại", "en": "In conflict with the present state"},
    Kind.UNAVAILABLE: {"vi": "Tạm thời gián đoạn", "en": "Away for the moment"},
    Kind.INTERNAL: {"vi": "Lỗi hệ thống", "en": "Internal error"},
}
HEADERS: dict[Kind, dict[str, str]] = {
    Kind.UNAUTHENTICATED: {"WWW-Authenticate": "Bearer"},
    Kind.UNAVAILABLE: {"Retry-After": RETRY_AFTER_SECONDS},
}


class FieldDocument(BaseModel):
    """One field that broke one rule."""

    field: str
    rule: str
    message: str


class ProblemDocument(BaseModel):
    """A refusal as a caller reads it (RFC 9457), in the language asked for by Accept-Language."""

    type: str = Field(
        description="Address that explains this sort of problem", examples=["/problems/not-allowed"]
    )
    title: str
    status: int
    detail: str
    instance: str = Field(description="The address that was asked for")
    errors: list[FieldDocument] = Field(default=[], description="The fields that broke a rule")
    rule: str | None = Field(default=None, description="The rule or law that refused")
    agency: str | None = Field(default=None, description="Code of the agency that refused or is away")
    agency_name: str | None = None


def document(
    problem: Problem, status: int, instance: str, language: Language, catalog: Catalog
) -> ProblemDocument:
    """Put a problem into one language."""
    errors = [
        FieldDocument(field=each.field, rule=each.rule, message=each.message.get(language, ""))
        for each in problem.errors
    ]
    return ProblemDocument(
        type=f"/problems/{problem.slug}",
        title=TITLES[problem.kind][language],
        status=status,
        detail=problem.detail.get(language, ""),
        instance=instance,
        errors=errors,
        rule=problem.rule,
        agency=problem.agency,
        agency_name=catalog.agency_name(problem.agency, language) if problem.agency else None,
    )


def answer(body: ProblemDocument, kind: Kind, language: Language) -> JSONResponse:
    """Return a problem as a response; members that say nothing are left out."""
    content = body.model_dump(exclude_none=True, exclude_defaults=True)
    headers = {"Content-Language": language, "Cache-Control": "no-store", **HEADERS.get(kind, {})}
    return JSONResponse(content, body.status, headers, MEDIA_TYPE)


def answer_refusal(refusal: Refusal, instance: str, language: Language, catalog: Catalog) -> JSONResponse:
    """Return a refusal of the gateway itself as a response."""
    agency = refusal.agency if isinstance(refusal, ServiceUnavailable) else None
    status = refusal.status if isinstance(refusal, HttpRefusal) else STATUS[refusal.kind]
    problem = Problem.of(refusal, agency)
    response = answer(document(problem, status, instance, language, catalog), refusal.kind, language)
    if isinstance(refusal, MethodNotAllowed):
        response.headers["Allow"] = refusal.allowed
    return response
