"""Refusals as RFC 9457 problem details, and the only table from a refusal's kind to an HTTP status."""

from typing import Annotated

from fastapi.responses import JSONResponse
from pydantic import Field

from contracts.calls import Problem
from contracts.errors import Kind, Refusal
from contracts.messages import Answer
from contracts.names import Named
from gateway.bus.port import ServiceUnavailable
from gateway.catalog import Catalog
from gateway.http.errors import HttpRefusal
from gateway.http.language import Language
from gateway.openapi.texts import vietnamese_description
from gateway.values import AgencyCode, AgencyName, Detail, ProblemAddress, RuleCode, Status

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


class FieldDetails(Answer, vi="Trường không hợp lệ"):
    """One field that broke one rule."""

    field: Annotated[str, Named("Trường", "Field")]
    rule: RuleCode
    message: Annotated[str, Named("Nội dung", "Message")]


class ProblemDetails(Answer, vi="Lỗi"):
    """A refusal as a caller reads it (RFC 9457), in the reader's language."""

    type: ProblemAddress = Field(
        description="Address that explains this type of problem",
        examples=["/problems/not-allowed"],
        json_schema_extra=vietnamese_description("Địa chỉ giải thích loại lỗi này"),
    )
    title: Annotated[str, Named("Tên lỗi", "Title")]
    status: Status
    detail: Detail
    instance: Annotated[str, Named("Địa chỉ đã gọi", "Address that was asked for")]
    errors: Annotated[list[FieldDetails], Named("Các trường không hợp lệ", "Fields that broke a rule")] = (
        Field(default=[])
    )
    rule: RuleCode | None = Field(
        default=None,
        description="The rule or law that refused",
        json_schema_extra=vietnamese_description("Quy tắc hoặc quy định đã từ chối"),
    )
    agency: AgencyCode | None = Field(
        default=None,
        description="The agency that refused or does not answer",
        json_schema_extra=vietnamese_description("Cơ quan đã từ chối hoặc đang không trả lời"),
    )
    agency_name: AgencyName | None = None


def type_of(problem: Problem) -> str:
    """Return the address that explains this type of problem."""
    return f"/problems/{problem.slug}"


def document(
    problem: Problem, status: int, instance: str, language: Language, catalog: Catalog
) -> ProblemDetails:
    """Put a problem into one language."""
    errors = [
        FieldDetails(field=each.field, rule=each.rule, message=each.message.get(language, ""))
        for each in problem.errors
    ]
    return ProblemDetails(
        type=type_of(problem),
        title=TITLES[problem.kind][language],
        status=status,
        detail=problem.detail.get(language, ""),
        instance=instance,
        errors=errors,
        rule=problem.rule,
        agency=problem.agency,
        agency_name=catalog.agency_name(problem.agency, language) if problem.agency else None,
    )


def answer(body: ProblemDetails, kind: Kind, language: Language) -> JSONResponse:
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
    response.headers.update(refusal.headers if isinstance(refusal, HttpRefusal) else {})
    return response
