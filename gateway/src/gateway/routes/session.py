"""Logging in as a demo account; these addresses exist only where DEMO_ACCOUNTS=1."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field, ValidationError

from contracts.messages import Answer, Message
from contracts.names import Named
from gateway import values
from gateway.dependencies import GatewayDep
from gateway.http.body import read_object
from gateway.openapi.texts import vietnamese, vietnamese_description
from gateway.session.accounts import Account, Accounts, PerUnit, Synthetic
from gateway.session.signer import LIFETIME, Signer
from shared.clock import day_of, system_clock
from shared.validation import InvalidInput

router = APIRouter(tags=["gateway"])


class LogIn(Message, vi="Đăng nhập"):
    """Who logs in, and in which unit."""

    account: values.Account = Field(min_length=1, examples=["btt-mttq-tinh"])
    unit: values.UnitCode | None = Field(
        default=None,
        description="The province if absent",
        json_schema_extra=vietnamese_description("Bỏ trống là tỉnh"),
        examples=["19"],
    )
    operator: Annotated[bool, Named("Là người vận hành", "As an operator")] = Field(
        default=False,
        description="Log in as an operator of the agency's service",
        json_schema_extra=vietnamese_description("Đăng nhập với vai trò người vận hành dịch vụ của cơ quan"),
    )


class ActorInShort(Answer, vi="Chủ thể"):
    """As whom the token acts."""

    agency: values.AgencyCode
    unit: values.UnitCode
    name_vi: values.VietnameseName
    name_en: values.EnglishName
    side: values.Side
    level: values.Level
    per_unit: PerUnit
    synthetic: Synthetic


class Session(Answer, vi="Phiên đăng nhập"):
    """A bearer token, its life in seconds, and as whom it acts."""

    access_token: Annotated[str, Named("Mã truy cập", "Access token")]
    token_type: Annotated[Literal["Bearer"], Named("Loại mã", "Type of token")] = "Bearer"  # noqa: S105 - the type's name, no secret
    expires_in: Annotated[int, Named("Hiệu lực còn lại (giây)", "Seconds until it expires")]
    actor: ActorInShort


class AccountList(Answer, vi="Danh sách tài khoản thử"):
    """All demo accounts."""

    items: Annotated[list[Account], Named("Danh sách", "Items")]


def _accounts_of(gateway: GatewayDep) -> Accounts:
    return Accounts((gateway.settings.demo_day, day_of(system_clock())))


def _signer_of(request: Request) -> Signer:
    signer: Signer = request.app.state.signer
    return signer


DemoAccounts = Annotated[Accounts, Depends(_accounts_of)]
Signing = Annotated[Signer, Depends(_signer_of)]
BODY: dict[str, Any] = {
    "required": True,
    "content": {"application/json": {"schema": LogIn.model_json_schema()}},
}


@router.post(
    "/v1/session",
    summary="Log in",
    openapi_extra=vietnamese(
        "Đăng nhập",
        "Đăng nhập bằng một tài khoản thử. Người đứng sau các tài khoản là hư cấu.",
        requestBody=BODY,
    ),
)
async def log_in(
    request: Request, gateway: GatewayDep, accounts: DemoAccounts, signer: Signing, response: Response
) -> Session:
    """Log in as a demo account. The persons behind the accounts are invented."""
    wanted = _read(await read_object(request, gateway.settings.body_limits()))
    account, unit = accounts.get(wanted.account), wanted.unit or gateway.settings.demo_unit
    accounts.check_unit(account, unit)
    claims = {
        "sub": f"demo-{account.account}-{unit}",
        "agency": account.account,
        "unit": unit,
        "roles": ["demo", "operator"] if wanted.operator else ["demo"],
    }
    response.headers["Cache-Control"] = "no-store"
    return Session(
        access_token=signer.sign(claims, system_clock()),
        expires_in=int(LIFETIME.total_seconds()),
        actor=ActorInShort(agency=account.account, unit=unit, **account.model_dump(exclude={"account"})),
    )


@router.get(
    "/v1/session/accounts",
    summary="List the demo accounts",
    openapi_extra=vietnamese("Danh sách tài khoản thử", "Mỗi cơ quan của Chương trình có một tài khoản thử."),
)
async def list_accounts(accounts: DemoAccounts) -> AccountList:
    """List the demo accounts."""
    return AccountList(items=list(accounts))


def _read(body: dict[str, Any]) -> LogIn:
    try:
        return LogIn.model_validate(body)
    except ValidationError as error:
        raise InvalidInput.of(error) from error
