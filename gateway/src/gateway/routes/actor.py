"""As whom the caller acts."""

from datetime import date

from fastapi import APIRouter, Request, Response

from gateway.calling import user_of
from gateway.dependencies import Gateway, GatewayDep
from gateway.http.caching import answer_private
from gateway.openapi.texts import SIGNED_IN, vietnamese
from gateway.session.actor import Actor
from shared.clock import day_of, system_clock

router = APIRouter(tags=["gateway"])


@router.get(
    "/v1/me",
    summary="As whom the caller acts",
    response_model=Actor,
    openapi_extra=vietnamese(
        "Tôi là ai",
        "Người dùng, cơ quan, địa bàn và vai trò như mã đăng nhập nêu, kèm tên gọi hôm nay.",
        security=SIGNED_IN,
    ),
)
async def read_me(request: Request, gateway: GatewayDep) -> Response:
    """Say user, agency, unit and roles as the token names them, with the names of today."""
    actor = Actor.of(await user_of(request, gateway), _days(gateway))
    return answer_private(actor.model_dump(mode="json"))


def _days(gateway: Gateway) -> tuple[date, ...]:
    """Where names are looked up: today, and on the demo day where its accounts are on."""
    today = day_of(system_clock())
    return (today, gateway.settings.demo_day) if gateway.settings.demo_accounts else (today,)
