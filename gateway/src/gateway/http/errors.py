"""Errors of the gateway itself: the request does not get as far as a service."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Self

from contracts.errors import FieldError, Kind, Refusal
from contracts.names import Name


class HttpRefusal(Refusal):
    """A refusal for which HTTP itself has a status, more exact than its kind's."""

    status: ClassVar[int]

    @property
    def headers(self) -> Mapping[str, str]:
        """What HTTP wants said beside it."""
        return {}


class UnknownRoute(Refusal):
    """Nobody offers this address."""

    slug = "unknown-route"
    kind = Kind.NOT_FOUND
    vi = "Không có địa chỉ {path}."
    en = "There is no address {path}."


class MethodNotAllowed(HttpRefusal):
    """The address exists, for another method."""

    slug = "method-not-allowed"
    kind = Kind.INVALID
    status = 405
    vi = "Địa chỉ này không nhận phương thức {method}; hãy dùng {allowed}."
    en = "This address does not take {method}; use {allowed}."

    def __init__(self, method: str, allowed: Sequence[str]) -> None:
        """Say which methods are allowed."""
        self.allowed = ", ".join(allowed)
        super().__init__(method=method, allowed=self.allowed)

    @property
    def headers(self) -> Mapping[str, str]:
        """Name the methods that are allowed."""
        return {"Allow": self.allowed}


class MalformedJson(HttpRefusal):
    """The body is no JSON."""

    slug = "malformed-json"
    kind = Kind.INVALID
    status = 400
    vi = "Nội dung gửi đến không phải JSON hợp lệ: {reason}."
    en = "The body is not valid JSON: {reason}."


class WrongContentType(HttpRefusal):
    """The body is of another type than JSON."""

    slug = "wrong-content-type"
    kind = Kind.INVALID
    status = 415
    vi = "Nội dung phải là application/json, không phải {found}."
    en = "The body must be application/json, not {found}."


class BodyTooLarge(HttpRefusal):
    """The body is larger than the gateway takes."""

    slug = "body-too-large"
    kind = Kind.INVALID
    status = 413
    vi = "Nội dung lớn hơn {limit} byte."
    en = "The body is larger than {limit} bytes."


class BodyTooSlow(HttpRefusal):
    """The body takes longer to arrive than the gateway waits."""

    slug = "body-too-slow"
    kind = Kind.INVALID
    status = 408
    vi = "Nội dung không đến đủ trong {seconds:g} giây."
    en = "The body did not arrive within {seconds:g} seconds."


class BodyTooDeep(HttpRefusal):
    """The body's JSON is nested deeper than anything that is asked for."""

    slug = "body-too-deep"
    kind = Kind.INVALID
    status = 400
    vi = "Nội dung JSON lồng nhau quá {limit} cấp."
    en = "The body's JSON is nested more than {limit} levels deep."


class TooManyRequests(HttpRefusal):
    """One address or user asks more often than it may; `rule` says which of the two."""

    slug = "too-many-requests"
    kind = Kind.UNAVAILABLE
    status = 429
    vi = "Quá nhiều yêu cầu từ {whose.vi}: tối đa {limit} yêu cầu mỗi giây; xin gửi lại sau {seconds} giây."
    en = "Too many requests from {whose.en}: at most {limit} a second; repeat in {seconds} second(s)."

    def __init__(self, rule: str, whose: Name, limit: int, seconds: int) -> None:
        """Name the rule, whose requests it counts, its limit a second, and the seconds until the next."""
        self.seconds = seconds
        super().__init__(rule=rule, whose=whose, limit=limit, seconds=seconds)

    @classmethod
    def of_address(cls, limit: int, seconds: int) -> Self:
        """Refuse an address."""
        return cls("requests-per-address", Name("địa chỉ này", "this address"), limit, seconds)

    @classmethod
    def of_user(cls, limit: int, seconds: int) -> Self:
        """Refuse a user, however many tokens that user has."""
        return cls("requests-per-user", Name("người dùng này", "this user"), limit, seconds)

    @property
    def headers(self) -> Mapping[str, str]:
        """Say when to come back."""
        return {"Retry-After": str(self.seconds)}


class GatewayBusy(Refusal):
    """Too many requests are under way here."""

    slug = "gateway-busy"
    kind = Kind.UNAVAILABLE
    vi = "Cổng đang xử lý quá nhiều yêu cầu; xin gửi lại sau giây lát với cùng khóa Idempotency-Key."
    en = "The gateway has too many requests under way; repeat in a moment with the same Idempotency-Key."


class InvalidRequest(Refusal):
    """A part of the request breaks a rule of the gateway."""

    slug = "invalid-input"
    kind = Kind.INVALID
    vi = "Dữ liệu gửi đến không hợp lệ: {count} lỗi."
    en = "The input is not valid: {count} error(s)."

    def __init__(self, *fields: FieldError) -> None:
        """Name every field with its rule."""
        super().__init__(fields=fields, count=len(fields))


class GatewayFailed(Refusal):
    """An error of the gateway itself."""

    slug = "internal-error"
    kind = Kind.INTERNAL
    vi = "Hệ thống gặp lỗi; mã tra cứu {correlation_id}."
    en = "Something failed here; look it up by {correlation_id}."
