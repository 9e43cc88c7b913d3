"""How every exception becomes a problem document."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from contracts.calls import Problem
from contracts.errors import FieldError, Refusal
from gateway.calling import ServiceRefused
from gateway.context import Gateway
from gateway.http import problems
from gateway.http.language import Language, language_of
from gateway.http.refusals import InvalidRequest, MethodNotAllowed, UnknownRoute
from gateway.http.trail import trail_of

METHOD_NOT_ALLOWED = 405


def add_handlers(app: FastAPI, gateway: Gateway) -> None:
    """Answer refusals of the gateway, of services, and of the framework alike."""

    @app.exception_handler(Refusal)
    async def own(request: Request, refusal: Refusal) -> Response:
        return _answer(request, gateway, refusal)

    @app.exception_handler(ServiceRefused)
    async def of_service(request: Request, refused: ServiceRefused) -> Response:
        return _relay(request, gateway, refused.problem)

    @app.exception_handler(RequestValidationError)
    async def of_input(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, gateway, InvalidRequest(*map(_field_error, error.errors())))

    @app.exception_handler(HTTPException)
    async def of_framework(request: Request, error: HTTPException) -> Response:
        return _answer(request, gateway, _as_refusal(request, error))


def _answer(request: Request, gateway: Gateway, refusal: Refusal) -> Response:
    trail_of(request).notes["slug"] = refusal.slug
    return problems.answer_refusal(refusal, request.url.path, _language(request), gateway.catalog)


def _relay(request: Request, gateway: Gateway, problem: Problem) -> Response:
    language = _language(request)
    trail_of(request).notes["slug"] = problem.slug
    gateway.glossary.note(problem)
    status = problems.STATUS[problem.kind]
    body = problems.document(problem, status, request.url.path, language, gateway.catalog)
    return problems.answer(body, problem.kind, language)


def _language(request: Request) -> Language:
    return language_of(request.headers.get("Accept-Language", ""))


def _as_refusal(request: Request, error: HTTPException) -> Refusal:
    if error.status_code == METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "")
        return MethodNotAllowed(request.method, sorted(allowed.split(", ")))
    return UnknownRoute(path=request.url.path)


def _field_error(details: dict[str, object]) -> FieldError:
    location = details["loc"]
    name = str(location[-1]) if isinstance(location, tuple) else "(query)"
    return FieldError(name, str(details["type"]), "Thiếu hoặc không hợp lệ", str(details["msg"]))
