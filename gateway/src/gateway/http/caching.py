"""Answers that a cache may keep: ETag, If-None-Match, Cache-Control, Age."""

import hashlib
from dataclasses import dataclass
from typing import Self

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from werkzeug.http import parse_etags

NOT_MODIFIED = 304
JSON = "application/json"


@dataclass(frozen=True)
class Entity:
    """A body, and the tag by which one who has it already knows it again."""

    content: bytes
    etag: str

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Give a body its tag."""
        return cls(content, hashlib.sha256(content).hexdigest()[:32])


def answer_public(request: Request, entity: Entity, max_age: int, age: int = 0) -> Response:
    """Answer a public read with JSON that is `age` seconds old and good for `max_age` seconds in all.

    Whoever signed in gets the same, but no shared cache keeps it.
    """
    scope = "private" if "Authorization" in request.headers else "public"
    headers = {"ETag": f'"{entity.etag}"', "Cache-Control": f"{scope}, max-age={max_age}"}
    if age:
        headers["Age"] = str(age)
    if parse_etags(request.headers.get("If-None-Match")).contains_weak(entity.etag):
        return Response(status_code=NOT_MODIFIED, headers=headers)
    return Response(entity.content, headers=headers, media_type=JSON)


def answer_private(answer: object, status: int = 200) -> Response:
    """Answer what no cache may keep."""
    return JSONResponse(answer, status, headers={"Cache-Control": "no-store"})
