"""Logging in as a demo account; these addresses exist only where DEMO_ACCOUNTS=1."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gateway.context import Here
from gateway.http.reading import read_object
from gateway.session.accounts import Account, Accounts
from gateway.session.signer import LIFETIME, Signer
from shared.clock import day_of, system_clock
from shared.validation import InvalidInput

router = APIRouter(tags=["gateway"])


class LogIn(BaseModel):
    """Who logs in, and in which unit."""

    model_config = ConfigDict(extra="forbid")

    account: str = Field(min_length=1, examples=["btt-mttq-tinh"])
    unit: str | None = Field(
        default=None, description="Code of the unit; the province if absent", examples=["19"]
    )
    operator: bool = Field(default=False, description="Log in as an operator of the agency's service")


class ActorInShort(BaseModel):
    """As whom the token acts."""

    agency: str
    unit: str
    name_vi: str
    name_en: str
    side: str
    level: str
    per_unit: bool
    synthetic: bool


class Session(BaseModel):
    """A bearer token, its life in seconds, and as whom it acts."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the type's name, no secret
    expires_in: int
    actor: ActorInShort


class AccountList(BaseModel):
    """All demo accounts."""

    items: list[Account]


def _accounts_of(gateway: Here) -> Accounts:
    return Accounts((gateway.settings.demo_day, day_of(system_clock())))


def _signer_of(request: Request) -> Signer:
    signer: Signer = request.app.state.signer
    return signer


DemoAccounts = Annotated[Accounts, Depends(_accounts_of)]
Signing = Annotated[Signer, Depends(_signer_of)]
BODY: dict[str, Any] = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": LogIn.model_json_schema()}}}
}


@router.post("/v1/session", openapi_extra=BODY)
async def log_in(
    request: Request, gateway: Here, accounts: DemoAccounts, signer: Signing, response: Response
) -> Session:
    """Log in as a demo account. The persons behind the accounts are invented."""
    wanted = _read(await read_object(request))
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


@router.get("/v1/session/accounts")
async def list_accounts(accounts: DemoAccounts) -> AccountList:
    """List the demo accounts."""
    return AccountList(items=list(accounts))


def _read(body: dict[str, Any]) -> LogIn:
    try:
        return LogIn.model_validate(body)
    except ValidationError as error:
        raise InvalidInput.of(error) from error
