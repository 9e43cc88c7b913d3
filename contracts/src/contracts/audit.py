"""What every service tells of its own audit: how far its chain goes, signed.

The event is the same for each service, and each publishes it under its own name, `funds.audit_head.v1`.
"""

from datetime import datetime
from functools import cache
from typing import Annotated, Literal, cast

from pydantic import Field, create_model

from contracts.messages import Event
from contracts.names import Named
from contracts.values import ServiceName

VIETNAMESE = "Mốc nhật ký kiểm tra"
LogName = Annotated[Literal["audit-log"], Named("Nhật ký", "Log", codes={"audit-log": "Nhật ký kiểm tra"})]
BlockNumber = Annotated[int, Field(ge=0), Named("Số khối", "Block number")]
EntryCount = Annotated[int, Field(ge=0), Named("Số mục", "Number of entries")]
ChainHash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), Named("Mã băm", "Hash (SHA-256)")]
ToldAt = Annotated[datetime, Named("Thời điểm thông báo", "Told at")]
KeyId = Annotated[str, Field(max_length=120), Named("Mã khóa", "Key id")]
Signature = Annotated[
    str, Field(max_length=100, description="Ed25519, in base64"), Named("Chữ ký số", "Signature")
]


class _AuditHead(Event, service="chassis", subject="log", vi=VIETNAMESE):
    """A service's audit goes so far, and its hash stands for every entry up to there."""

    log: LogName
    service_name: ServiceName
    block: BlockNumber
    entries: EntryCount
    hash: ChainHash
    told_at: ToldAt
    key_id: KeyId
    signature: Signature


@cache
def audit_head_of(service: str) -> type[Event]:
    """Return the event as a service publishes it."""
    made = create_model(
        "AuditHead",
        __base__=_AuditHead,
        __doc__=_AuditHead.__doc__,
        __cls_kwargs__={"service": service, "subject": "log", "vi": VIETNAMESE},
    )
    return cast("type[Event]", made)
