"""What awaits the caller, over all services."""

import asyncio
from functools import partial
from typing import Annotated, Literal, TypeGuard

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from contracts.calls import Call, Problem, Reply
from contracts.errors import Kind, Refusal
from contracts.manifest import Manifest
from contracts.messages import Answer, Message
from contracts.names import Named
from contracts.values import AsOf, Limit
from gateway.bus.port import BrokerUnavailable, ServiceFailed
from gateway.calling import ServiceRefused, answer_of, call_of, token_for, user_of
from gateway.dependencies import Gateway, GatewayDep
from gateway.http.body import Payload
from gateway.http.caching import answer_private
from gateway.http.language import PARAMETER, Language
from gateway.http.problem_details import type_of
from gateway.http.request_context import context_of
from gateway.openapi.texts import SIGNED_IN, vietnamese, vietnamese_description
from gateway.values import AgencyCode, AgencyName, Detail, ProblemAddress, ServiceName

# The query of this name is answered by every service of the chassis.
QUERY = "task_list"
# Of these kinds is what keeps a service from answering; all others are its answer.
SILENT = frozenset({Kind.UNAVAILABLE, Kind.INTERNAL})
router = APIRouter(tags=["gateway"])


class TaskFilter(Message):
    """Which tasks are wanted."""

    state: Annotated[
        Literal["open", "late", "done"],
        Named("Tình trạng", "State", codes={"open": "Đang chờ", "late": "Quá hạn", "done": "Đã hoàn thành"}),
    ] = "open"
    due_within_days: Annotated[int, Named("Đến hạn trong số ngày", "Due within days")] | None = Field(
        default=None, ge=0, le=3660
    )
    as_of: AsOf | None = Field(
        default=None,
        description="Day on which the caller's body is looked up and tasks are late; today if absent",
        json_schema_extra=vietnamese_description(
            "Ngày dùng để tra cứu cơ quan và tính việc quá hạn; mặc định là hôm nay"
        ),
    )
    limit: Limit | None = Field(
        default=None,
        description="Tasks of one service",
        json_schema_extra=vietnamese_description("Số việc của mỗi dịch vụ"),
    )
    lang: Annotated[Language, Named("Ngôn ngữ", "Language")] | None = None


class TaskItem(Answer, vi="Việc đang chờ"):
    """A task as its service tells it: these fields, and all that the service adds."""

    model_config = ConfigDict(extra="allow")

    service: ServiceName
    due_on: Annotated[str, Named("Hạn", "Due on")] | None
    since: Annotated[str, Named("Chờ từ", "Since")]


class UnansweredService(Answer, vi="Dịch vụ không trả lời"):
    """A service whose tasks are missing, and why."""

    service: ServiceName
    agency: AgencyCode
    agency_name: AgencyName
    detail: Detail


class RefusingService(UnansweredService, vi="Dịch vụ từ chối"):
    """A service that answered that it will not tell, and why."""

    type: ProblemAddress


class TaskOverview(Answer, vi="Việc đang chờ ở mọi dịch vụ"):
    """The tasks by due day, those without one last; `more_in` names services that hold more than `limit`."""

    items: Annotated[list[TaskItem], Named("Danh sách", "Items")]
    unanswered: Annotated[list[UnansweredService], Named("Chưa trả lời", "Unanswered")]
    refused: Annotated[list[RefusingService], Named("Từ chối", "Refused")]
    more_in: Annotated[list[ServiceName], Named("Còn nữa ở", "More in")]


class TaskPage(BaseModel):
    """What a service answers; its tasks are passed on as they are."""

    items: list[dict[str, JsonValue]]
    next_cursor: str | None = None


@router.get(
    "/v1/tasks",
    summary="List what awaits the caller",
    response_model=TaskOverview,
    openapi_extra=vietnamese(
        "Việc đang chờ tôi",
        "Việc đang chờ chủ thể đăng nhập ở mọi dịch vụ, xếp theo hạn; nêu riêng dịch vụ không trả lời "
        "và dịch vụ từ chối.",
        security=SIGNED_IN,
    ),
)
async def list_tasks(
    request: Request, gateway: GatewayDep, wanted: Annotated[TaskFilter, Query()]
) -> Response:
    """List the tasks of all services that await the caller.

    Services that do not answer are named, and apart from them those that refuse; what all refuse alike is
    refused.
    """
    caller = await user_of(request, gateway)
    if not gateway.bus.connected:
        raise BrokerUnavailable
    payload = wanted.model_dump(mode="json", exclude_none=True, exclude={PARAMETER})
    asked = gateway.catalog.answering(QUERY)
    tokens = [token_for(manifest, gateway, caller) for manifest in asked]
    calls = [call_of(request, name=QUERY, payload=payload, token=token) for token in tokens]
    replies = await asyncio.gather(*map(partial(_ask, gateway), asked, calls))
    _require_not_refused_by_all(replies)
    return answer_private(_overview(list(zip(asked, replies, strict=True)), context_of(request).language))


async def _ask(gateway: Gateway, manifest: Manifest, call: Call) -> TaskPage | Problem:
    """Return one service's tasks, or why there are none; the bus holds the time limit."""
    try:
        return _page(manifest, await gateway.bus.call(manifest, "query", call))
    except ServiceRefused as refused:
        gateway.problem_types.note(refused.problem)
        return refused.problem
    except Refusal as refusal:
        return Problem.of(refusal, manifest.agency)


def _page(manifest: Manifest, reply: Reply) -> TaskPage:
    try:
        return TaskPage.model_validate(answer_of(reply))
    except ValidationError as error:
        raise ServiceFailed(manifest) from error


def _require_not_refused_by_all(replies: list[TaskPage | Problem]) -> None:
    """Pass on the one refusal of which all services speak, each for its agency. Raises ServiceRefused."""
    said = [each.model_copy(update={"agency": None}) for each in replies if _is_refusal(each)]
    if said and len(said) == len(replies) and all(each == said[0] for each in said):
        raise ServiceRefused(said[0])


def _is_refusal(reply: TaskPage | Problem) -> TypeGuard[Problem]:
    return isinstance(reply, Problem) and reply.kind not in SILENT


def _overview(replies: list[tuple[Manifest, TaskPage | Problem]], language: Language) -> dict[str, object]:
    pages = [(manifest.service, reply) for manifest, reply in replies if isinstance(reply, TaskPage)]
    items = [{**item, "service": service} for service, page in pages for item in page.items]
    failed = [(manifest, reply) for manifest, reply in replies if isinstance(reply, Problem)]
    return {
        "items": sorted(items, key=_by_due_day),
        "unanswered": [_named(*each, language) for each in failed if not _is_refusal(each[1])],
        "refused": [
            {**_named(manifest, problem, language), "type": type_of(problem)}
            for manifest, problem in failed
            if _is_refusal(problem)
        ],
        "more_in": [service for service, page in pages if page.next_cursor],
    }


def _by_due_day(item: Payload) -> tuple[bool, str, str]:
    due = item.get("due_on")
    return due is None, str(due), str(item.get("since", ""))


def _named(manifest: Manifest, problem: Problem, language: Language) -> Payload:
    return UnansweredService(
        service=manifest.service,
        agency=manifest.agency,
        agency_name=manifest.agency_vi if language == "vi" else manifest.agency_en,
        detail=problem.detail.get(language, ""),
    ).model_dump()
