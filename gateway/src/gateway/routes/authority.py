"""Asking who may."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import QueryParams

from contracts.manifest import Operation
from contracts.names import VI
from gateway.calling import call_service, note_operation, user_of
from gateway.dependencies import GatewayDep
from gateway.http.body import Payload
from gateway.http.caching import answer_private
from gateway.http.language import PARAMETER
from gateway.http.payload import properties_of
from gateway.http.text_values import value_of
from gateway.openapi.texts import SIGNED_IN, vietnamese

OF_THE_QUESTION = frozenset({"service", "operation", PARAMETER})
router = APIRouter(tags=["gateway"])


@router.get(
    "/v1/authority/explain",
    summary="Explain who may",
    openapi_extra=vietnamese(
        "Giải thích thẩm quyền",
        """Cho biết người gọi có được thực hiện một thao tác không, và từng quy tắc nói gì.

Mọi tham số khác là trường của thao tác. `allowed` của một quy tắc là null khi quy tắc xét một trường
mà câu hỏi không nêu.""",
        security=SIGNED_IN,
    ),
)
async def explain_authority(
    request: Request,
    gateway: GatewayDep,
    service: Annotated[str, Query(title="Service", json_schema_extra={VI: "Dịch vụ"})],
    operation: Annotated[str, Query(title="Command or query", json_schema_extra={VI: "Thao tác"})],
) -> Response:
    """Say whether the caller may carry out an operation, and what each of its rules says.

    Every further parameter is a field of the operation. `allowed` of a rule is null where the
    rule looks at a field that the question left out.
    """
    with gateway.looking_up():
        manifest = gateway.catalog.service(service)
    note_operation(request, service, operation)
    caller = await user_of(request, gateway)
    fields = _fields(request.query_params, gateway.catalog.operation(service, operation))
    answer = await call_service(
        request, gateway, manifest, "explain", name=operation, payload=fields, caller=caller
    )
    return answer_private(answer)


def _fields(query: QueryParams, operation: Operation) -> Payload:
    schemas = properties_of(operation)
    names = [name for name in query if name not in OF_THE_QUESTION]
    return {name: value_of(query.getlist(name), schemas.get(name, {})) for name in names}
