"""Asking who may."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.datastructures import QueryParams

from gateway.calling import call_service, token_of
from gateway.context import Here
from gateway.http.caching import answer_private
from gateway.http.reading import Payload

router = APIRouter(tags=["gateway"])


@router.get("/v1/authority/explain", openapi_extra={"security": [{"bearer": []}]})
async def explain_authority(
    request: Request,
    gateway: Here,
    service: Annotated[str, Query(description="Name of the service")],
    operation: Annotated[str, Query(description="Name of the command or query")],
) -> Response:
    """Say whether the caller may carry out an operation, and what each of its rules says.

    Every further parameter is a field of the operation. `allowed` of a rule is null where the
    rule looks at a field that the question left out.
    """
    manifest = gateway.catalog.service(service)
    token = await token_of(request, gateway, required=True)
    fields = _fields(request.query_params)
    answer = await call_service(
        request, gateway, manifest, "explain", name=operation, payload=fields, token=token
    )
    return answer_private(answer)


def _fields(query: QueryParams) -> Payload:
    names = [name for name in query if name not in {"service", "operation"}]
    lists = {name: query.getlist(name) for name in names}
    return {name: list(texts) if len(texts) > 1 else texts[0] for name, texts in lists.items()}
