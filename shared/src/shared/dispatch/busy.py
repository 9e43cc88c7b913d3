"""What a caller is told where the database kept a call waiting, went away, or others always came first."""

from contracts.errors import Kind, Refusal


class DatabaseBusy(Refusal):
    """Nothing is known to be done; with the same idempotency key it is done once at most."""

    slug = "database-busy"
    kind = Kind.UNAVAILABLE
    vi = "Cơ sở dữ liệu của dịch vụ đang bận hoặc tạm thời gián đoạn; hãy gửi lại yêu cầu với cùng khóa."
    en = "The service's database is busy or away for a moment; send the request again with the same key."
