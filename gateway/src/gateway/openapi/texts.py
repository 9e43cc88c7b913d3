"""What the document says in the gateway's own words, in both languages."""

from typing import Any

from contracts.manifest import Manifest
from contracts.names import VI
from gateway.http.language import Language

VI_DESCRIPTION = "x-vi-description"
IN_ENGLISH = "(tiếng Anh)"
SIGNED_IN: list[dict[str, list[str]]] = [{"bearer": []}]
TITLE = "Chung Tay"
SUMMARY: dict[Language, str] = {
    "vi": "Các cơ quan cùng thực hiện một chương trình phối hợp",
    "en": "Agencies carry out one coordination programme together",
}
DESCRIPTION: dict[Language, str] = {
    "vi": """Mỗi địa chỉ dưới `/v1/{service}` lấy từ bản kê khai dịch vụ mà cơ quan chủ quản công bố.

- Đăng nhập bằng `POST /v1/session` ở nơi bật tài khoản thử, rồi gửi `Authorization: Bearer …`.
- Gửi kèm `Idempotency-Key` với mỗi lệnh POST: gửi lại cùng khóa thì nhận lại kết quả đã lưu.
- Lỗi trả về dạng `application/problem+json` (RFC 9457).
- Ngôn ngữ chọn bằng `?lang=vi|en`, nếu không có thì theo `Accept-Language`; mặc định là tiếng Việt.
- Tiền tính bằng đồng, số nguyên; ngày theo giờ Việt Nam; thời điểm ghi kèm múi giờ.
""",
    "en": """Every address below `/v1/{service}` comes from the manifest that its agency publishes.

- Sign in with `POST /v1/session` where demo accounts are on, and send `Authorization: Bearer …`.
- Send an `Idempotency-Key` with every POST: a repeated key gets the stored answer.
- Errors are `application/problem+json` (RFC 9457).
- The language is chosen by `?lang=vi|en`, else by `Accept-Language`; Vietnamese by default.
- Money is whole VND; days are those of Vietnam; instants carry their offset.
""",
}
GATEWAY: dict[Language, str] = {
    "vi": "Cổng chung: đăng nhập, việc đang chờ, dịch vụ, thẩm quyền, lỗi",
    "en": "The gateway itself: signing in, tasks, services, authority, problems",
}
DONE: dict[Language, str] = {"vi": "Đã thực hiện", "en": "Done"}
ACCEPTED: dict[Language, str] = {
    "vi": "Đã tiếp nhận; hệ thống xử lý tiếp, tra cứu đối tượng để biết kết quả",
    "en": "Taken in; it is worked on, and the object tells what came of it",
}
REFUSED: dict[Language, str] = {
    "vi": "Yêu cầu bị từ chối, hoặc lúc này chưa thực hiện được",
    "en": "The request is refused, or cannot be carried out now",
}
SWITCH: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}


def vietnamese(summary: str, description: str = "", **more: Any) -> dict[str, Any]:
    """Give an address of the gateway its Vietnamese words, as FastAPI's `openapi_extra`."""
    return {VI: summary, VI_DESCRIPTION: description, **more}


def vietnamese_description(text: str) -> dict[str, Any]:
    """Give a field its Vietnamese description, as pydantic's `json_schema_extra`."""
    return {VI_DESCRIPTION: text}


def of_service(manifest: Manifest, language: Language) -> str:
    """Say what a service is and whose."""
    if language == "vi":
        return f"{manifest.title_vi} — {manifest.agency_vi}"
    return f"{manifest.title_en} — {manifest.agency_en}"
