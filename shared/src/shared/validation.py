"""What pydantic says of bad input, put into both languages with the field and the rule."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from contracts.errors import FieldError, Kind, Refusal

VIETNAMESE = {
    "missing": "Thiếu trường bắt buộc",
    "extra_forbidden": "Trường này không được chấp nhận",
    "string_type": "Phải là chuỗi ký tự",
    "string_too_short": "Chuỗi quá ngắn",
    "string_too_long": "Chuỗi quá dài",
    "string_pattern_mismatch": "Không đúng mẫu quy định",
    "int_type": "Phải là số nguyên",
    "int_parsing": "Phải là số nguyên",
    "int_from_float": "Phải là số nguyên, không có phần thập phân",
    "bool_parsing": "Phải là đúng hoặc sai",
    "bool_type": "Phải là đúng hoặc sai",
    "decimal_parsing": "Phải là số thập phân dạng 12.5",
    "decimal_max_digits": "Chỉ được tối đa {max_digits} chữ số",
    "decimal_max_places": "Chỉ được tối đa {decimal_places} chữ số thập phân",
    "is_instance_of": "Không đúng kiểu dữ liệu",
    "finite_number": "Phải là số hữu hạn",
    "greater_than": "Phải lớn hơn {gt}",
    "greater_than_equal": "Phải từ {ge} trở lên",
    "less_than": "Phải nhỏ hơn {lt}",
    "less_than_equal": "Phải từ {le} trở xuống",
    "date_parsing": "Phải là ngày theo dạng NĂM-THÁNG-NGÀY",
    "date_from_datetime_parsing": "Phải là ngày theo dạng NĂM-THÁNG-NGÀY",
    "date_type": "Phải là ngày theo dạng NĂM-THÁNG-NGÀY",
    "enum": "Phải là một trong: {expected}",
    "literal_error": "Phải là một trong: {expected}",
    "too_short": "Cần ít nhất {min_length} mục",
    "too_long": "Chỉ được tối đa {max_length} mục",
    "list_type": "Phải là danh sách",
    "model_type": "Phải là một đối tượng",
}


class InvalidInput(Refusal):
    """The message does not fit its schema; every field that does not is named."""

    slug = "invalid-input"
    kind = Kind.INVALID
    vi = "Dữ liệu gửi đến không hợp lệ: {count} lỗi."
    en = "The input is not valid: {count} error(s)."

    @classmethod
    def of(cls, error: ValidationError) -> "InvalidInput":
        """Translate pydantic's errors; the input itself is not repeated, it may be personal."""
        fields = [_field_error(details) for details in error.errors(include_url=False, include_input=False)]
        return cls(fields=fields, count=len(fields))


def _field_error(details: ErrorDetails) -> FieldError:
    rule, context = details["type"], details.get("ctx", {})
    vietnamese = VIETNAMESE.get(rule, "Giá trị không hợp lệ").format_map(context)
    return FieldError(
        field=".".join(str(part) for part in details["loc"]) or "(body)",
        rule=rule,
        vi=vietnamese,
        en=details["msg"],
    )
