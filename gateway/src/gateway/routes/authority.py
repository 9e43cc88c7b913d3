"""Asking who may."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import JsonValue

from gateway.calling import call_service, token_of
from gateway.context import Here
from gateway.http.caching import answer_private

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
    asked = {"service", "operation"}
    fields: dict[str, JsonValue] = {k: v for k, v in request.query_params.items() if k not in asked}
    answer = await call_service(
        request, gateway, manifest, "explain", name=operation, payload=fields, token=token
    )
    return answer_private(answer)
