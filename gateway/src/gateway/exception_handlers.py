"""How every exception becomes problem details."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from contracts.calls import Problem
from contracts.errors import FieldError, Refusal
from gateway.calling import ServiceRefused
from gateway.dependencies import Gateway
from gateway.http import problem_details
from gateway.http.errors import InvalidRequest, MethodNotAllowed, UnknownRoute
from gateway.http.request_context import context_of

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
    context = context_of(request)
    context.notes["slug"] = refusal.slug
    return problem_details.answer_refusal(refusal, request.url.path, context.language, gateway.catalog)


def _relay(request: Request, gateway: Gateway, problem: Problem) -> Response:
    context = context_of(request)
    context.notes["slug"] = problem.slug
    gateway.problem_types.note(problem)
    status = problem_details.STATUS[problem.kind]
    body = problem_details.document(problem, status, request.url.path, context.language, gateway.catalog)
    return problem_details.answer(body, problem.kind, context.language)


def _as_refusal(request: Request, error: HTTPException) -> Refusal:
    if error.status_code == METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "")
        return MethodNotAllowed(request.method, sorted(allowed.split(", ")))
    return UnknownRoute(path=request.url.path)


def _field_error(details: dict[str, object]) -> FieldError:
    location = details["loc"]
    name = str(location[-1]) if isinstance(location, tuple) else "(query)"
    return FieldError(name, str(details["type"]), "Thiếu hoặc không hợp lệ", str(details["msg"]))
