"""What each type of problem means: the gateway's own, and those that services answered with."""

from typing import Annotated

from pydantic import Field

from contracts.calls import Problem
from contracts.errors import Kind, NotAllowed, NotFound, Refusal, WrongStep
from contracts.messages import Answer
from contracts.names import Named
from gateway.bus import port
from gateway.http import errors
from gateway.http.errors import HttpRefusal, UnknownRoute
from gateway.http.language import Language
from gateway.http.problem_details import STATUS, TITLES
from gateway.values import Slug, Status
from shared.tokens import KeysUnavailable, NotAuthenticated
from shared.validation import InvalidInput

OWN: tuple[type[Refusal], ...] = (
    InvalidInput,
    KeysUnavailable,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    WrongStep,
    port.BrokerUnavailable,
    port.ServiceBusy,
    port.ServiceFailed,
    port.ServicesUnknown,
    port.ServiceUnavailable,
    errors.BodyTooDeep,
    errors.BodyTooLarge,
    errors.BodyTooSlow,
    errors.GatewayBusy,
    errors.GatewayFailed,
    errors.MalformedJson,
    errors.MethodNotAllowed,
    errors.TooManyRequests,
    UnknownRoute,
    errors.WrongContentType,
)
ADVICE: dict[Kind, dict[Language, str]] = {
    Kind.INVALID: {
        "vi": "Sửa các trường nêu trong «errors» rồi gửi lại.",
        "en": "Correct what `errors` and `detail` name, then send again.",
    },
    Kind.UNAUTHENTICATED: {
        "vi": "Đăng nhập và gửi mã trong tiêu đề «Authorization: Bearer …».",
        "en": "Sign in and send the token in the header `Authorization: Bearer …`.",
    },
    Kind.FORBIDDEN: {
        "vi": "Cơ quan của bạn không có thẩm quyền; «rule» nêu quy tắc. Xem GET /v1/authority/explain.",
        "en": "Your agency may not do this; `rule` names what refuses. See GET /v1/authority/explain.",
    },
    Kind.NOT_FOUND: {
        "vi": "Kiểm tra mã hoặc địa chỉ.",
        "en": "Check the id or the address.",
    },
    Kind.CONFLICT: {
        "vi": "Đọc lại trạng thái hiện tại trước khi làm tiếp.",
        "en": "Read the present state again before you go on.",
    },
    Kind.UNAVAILABLE: {
        "vi": "Gửi lại sau với cùng khóa Idempotency-Key; việc sẽ không bị làm hai lần.",
        "en": "Repeat later with the same Idempotency-Key; the act is not done twice.",
    },
    Kind.INTERNAL: {
        "vi": "Báo cho đơn vị vận hành kèm mã X-Correlation-Id.",
        "en": "Tell the operator, with the X-Correlation-Id.",
    },
}
KIND = Named("Nhóm lỗi", "Kind", codes={kind: (said["vi"], said["en"]) for kind, said in TITLES.items()})


class ProblemType(Answer, vi="Loại lỗi"):
    """What one type of problem means and what to do, in the reader's language."""

    slug: Slug
    kind: Annotated[str, Field(json_schema_extra={"enum": list(Kind)}), KIND]
    status: Status
    title: Annotated[str, Named("Tên lỗi", "Title")]
    advice: Annotated[str, Named("Cách xử lý", "What to do")]


class ProblemTypes:
    """The types of problem known here."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Kind, int]] = {each.slug: (each.kind, _status(each)) for each in OWN}

    def note(self, problem: Problem) -> None:
        """Remember a type of problem that a service answered with."""
        self._known.setdefault(problem.slug, (problem.kind, STATUS[problem.kind]))

    def explain(self, slug: str, language: Language) -> ProblemType:
        """Explain a type of problem. Raises UnknownRoute."""
        if slug not in self._known:
            raise UnknownRoute(path=f"/problems/{slug}")
        kind, status = self._known[slug]
        return ProblemType(
            slug=slug, kind=kind, status=status, title=TITLES[kind][language], advice=ADVICE[kind][language]
        )


def _status(refusal: type[Refusal]) -> int:
    return refusal.status if issubclass(refusal, HttpRefusal) else STATUS[refusal.kind]
