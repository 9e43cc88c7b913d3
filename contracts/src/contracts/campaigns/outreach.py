"""What the feature «outreach» tells the others, and the values that its event carries."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import BODY, COUNT, ID, HeldOn, MemberBodies, Persons, UnitCode

OutreachKind = Annotated[
    Literal[
        "meeting",
        "guide_people",
        "extension",
        "technology_transfer",
        "investment_promotion",
        "training",
        "health",
        "environment",
        "legal",
        "crime_prevention",
    ],
    Named(
        "Loại hoạt động",
        "Kind of outreach",
        codes={
            "meeting": "Hội nghị, họp dân",
            "guide_people": "Vận động, hướng dẫn nhân dân",
            "extension": "Khuyến nông",
            "technology_transfer": "Chuyển giao khoa học kỹ thuật",
            "investment_promotion": "Xúc tiến đầu tư",
            "training": "Đào tạo, bồi dưỡng cán bộ",
            "health": "Chăm sóc sức khỏe nhân dân",
            "environment": "Bảo vệ môi trường, ứng phó biến đổi khí hậu",
            "legal": "Phổ biến pháp luật",
            "crime_prevention": "Phòng ngừa tội phạm, tệ nạn xã hội",
        },
    ),
]
LinkedProgramme = Annotated[
    Literal["LK-BHYT", "LK-THUOC", "LK-HIV", "LK-TL", "LK-DB", "LK-VSMT"],
    Named(
        "Chương trình gắn với cuộc vận động",
        "Linked programme",
        codes={
            "LK-BHYT": ("Vận động tham gia bảo hiểm y tế", "health insurance"),
            "LK-THUOC": ("Đề án «Người Việt Nam ưu tiên dùng thuốc Việt Nam»", "Vietnamese medicines first"),
            "LK-HIV": ("Phòng, chống HIV/AIDS", "against HIV/AIDS"),
            "LK-TL": ("Phòng, chống tác hại thuốc lá", "against the harm of tobacco"),
            "LK-DB": ("Phòng, chống dịch bệnh", "against epidemics"),
            "LK-VSMT": ("Vệ sinh môi trường", "hygiene and environment"),
        },
    ),
]
OutreachId = Annotated[str, ID, Named("Mã hoạt động tuyên truyền", "Outreach id")]
HolderBody = Annotated[str, BODY, Named("Cơ quan tổ chức", "Holding body")]
Enrolled = Annotated[
    int, COUNT, Named("Số người mới tham gia bảo hiểm y tế", "Newly enrolled in health insurance")
]
DurationMinutes = Annotated[int, COUNT, Named("Thời lượng (phút)", "Minutes")]


class OutreachHeld(
    Event,
    service="campaigns",
    subject="outreach_id",
    unit="unit_code",
    vi="Đã tổ chức hoạt động tuyên truyền, vận động",
):
    """A meeting, training, talk or visit among people was held."""

    outreach_id: OutreachId
    kind: OutreachKind
    linked_programme: LinkedProgramme | None
    unit_code: UnitCode
    holder_body: HolderBody
    member_bodies: MemberBodies = Field(description="Bodies that took part in holding it")
    participants: Persons
    enrolled: Enrolled | None = Field(description="Persons newly enrolled in health insurance")
    duration: DurationMinutes
    held_on: HeldOn
