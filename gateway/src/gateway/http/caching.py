"""Answers that a cache may keep: ETag, If-None-Match, Cache-Control."""

import hashlib

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from werkzeug.http import parse_etags

NOT_MODIFIED = 304
JSON = "application/json"


def answer_public(request: Request, answer: object) -> Response:
    """Answer a public read; whoever signed in gets the same, but no shared cache keeps it."""
    return answer_public_json(request, bytes(JSONResponse(answer).body))


def answer_public_json(request: Request, body: bytes) -> Response:
    """Answer a public read whose JSON is at hand."""
    response = Response(body, media_type=JSON)
    etag = hashlib.sha256(body).hexdigest()[:32]
    scope = "private" if "Authorization" in request.headers else "public"
    headers = {"ETag": f'"{etag}"', "Cache-Control": f"{scope}, max-age=5"}
    if parse_etags(request.headers.get("If-None-Match")).contains_weak(etag):
        return Response(status_code=NOT_MODIFIED, headers=headers)
    response.headers.update(headers)
    return response


def answer_private(answer: object, status: int = 200) -> Response:
    """Answer what no cache may keep."""
    return JSONResponse(answer, status, headers={"Cache-Control": "no-store"})
