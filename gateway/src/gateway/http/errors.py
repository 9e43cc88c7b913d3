"""Errors of the gateway itself: the request does not get as far as a service."""

from collections.abc import Sequence
from typing import ClassVar

from contracts.errors import FieldError, Kind, Refusal


class HttpRefusal(Refusal):
    """A refusal for which HTTP itself has a status, more exact than its kind's."""

    status: ClassVar[int]


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
