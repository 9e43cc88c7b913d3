"""The gateway's public keys, for services that do not share a folder with it."""

import time

from fastapi import APIRouter, Response
from starlette.responses import JSONResponse

from gateway.dependencies import GatewayDep
from gateway.openapi.texts import vietnamese

MAX_AGE_SECONDS = 60
router = APIRouter(tags=["gateway"])


@router.get(
    "/.well-known/jwks.json",
    summary="The gateway's public keys",
    openapi_extra=vietnamese(
        "Khóa công khai của cổng",
        "Các khóa (JWK Set, RFC 7517) mà dịch vụ dùng để kiểm tra lời gọi do cổng ký.",
    ),
)
async def public_keys(gateway: GatewayDep) -> Response:
    """List the keys (JWK Set, RFC 7517) with which services check what the gateway signed."""
    shown = gateway.ring.public(time.time()).as_dict(private=False)
    return JSONResponse(shown, headers={"Cache-Control": f"public, max-age={MAX_AGE_SECONDS}"})
