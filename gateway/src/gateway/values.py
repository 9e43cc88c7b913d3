"""Value types of the gateway's own answers, each with its name in both languages."""

from datetime import datetime
from typing import Annotated

from contracts.names import Named

# Services and their agencies
ServiceName = Annotated[str, Named("Dịch vụ", "Service")]
Version = Annotated[str, Named("Phiên bản", "Version")]
FunctionCode = Annotated[str, Named("Mã chức năng", "Function code")]
AgencyCode = Annotated[str, Named("Mã cơ quan", "Agency code")]
AgencyName = Annotated[str, Named("Tên cơ quan", "Name of the agency")]
VietnameseName = Annotated[str, Named("Tên tiếng Việt", "Vietnamese name")]
EnglishName = Annotated[str, Named("Tên tiếng Anh", "English name")]
EventType = Annotated[str, Named("Loại sự kiện", "Event type")]

# Bodies and places
Side = Annotated[
    str,
    Named("Khối", "Side", codes={"state": "Chính quyền", "front": "Mặt trận", "other": "Cơ quan khác"}),
]
Level = Annotated[
    str,
    Named(
        "Cấp",
        "Level",
        codes={
            "TW": ("Trung ương", "central"),
            "T": ("Tỉnh", "province"),
            "H": ("Huyện", "district"),
            "X": ("Xã", "commune"),
            "K": ("Khu dân cư", "residential area"),
        },
    ),
]
UnitCode = Annotated[str, Named("Mã địa bàn", "Unit code")]
UserId = Annotated[str, Named("Người dùng", "User")]
Role = Annotated[str, Named("Vai trò", "Role")]
Account = Annotated[str, Named("Tài khoản", "Account")]

# Problems
Slug = Annotated[str, Named("Mã loại lỗi", "Slug of the problem type")]
ProblemAddress = Annotated[str, Named("Loại lỗi", "Type")]
Status = Annotated[int, Named("Mã trạng thái HTTP", "HTTP status")]
Detail = Annotated[str, Named("Nội dung", "Detail")]
RuleCode = Annotated[str, Named("Quy tắc", "Rule")]

# Time
Instant = Annotated[datetime, Named("Thời điểm", "Instant")]
Seconds = Annotated[int, Named("Số giây", "Seconds")]
