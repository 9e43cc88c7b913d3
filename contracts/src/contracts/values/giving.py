"""Codes of funds: their kinds, who gives, how, and for what."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.names import Named

FundKind = Annotated[
    Literal["for_the_poor", "social_welfare", "relief"],
    Named(
        "Loại quỹ",
        "Kind of fund",
        codes={
            "for_the_poor": "Quỹ «Vì người nghèo»",
            "social_welfare": "Quỹ an sinh xã hội",
            "relief": "Quỹ cứu trợ",
        },
    ),
]
DonorKind = Annotated[
    Literal[
        "individual", "household", "employee_day_pay", "enterprise", "organisation", "overseas", "anonymous"
    ],
    Named(
        "Đối tượng ủng hộ",
        "Kind of donor",
        codes={
            "individual": "Cá nhân",
            "household": "Hộ gia đình",
            "employee_day_pay": ("Cán bộ, công chức, viên chức (một ngày lương)", "employees, a day's pay"),
            "enterprise": "Doanh nghiệp",
            "organisation": "Cơ quan, tổ chức",
            "overseas": ("Kiều bào, tổ chức nước ngoài", "overseas or foreign"),
            "anonymous": "Nhà hảo tâm ẩn danh",
        },
    ),
]
DonationKind = Annotated[
    Literal["cash", "bank"],
    Named(
        "Hình thức ủng hộ",
        "Kind of donation",
        codes={"cash": "Tiền mặt", "bank": ("Chuyển khoản", "bank transfer")},
    ),
]
PledgeKind = Annotated[
    Literal["money"], Named("Hình thức cam kết", "Kind of pledge", codes={"money": "Bằng tiền"})
]
Purpose = Annotated[
    Literal["NHA-MOI", "NHA-SUA", "SINH-KE", "Y-TE", "GIAO-DUC", "KHAN-CAP", "TET", "DAN-SINH"],
    Named(
        "Mục đích do người ủng hộ chỉ định",
        "Restriction",
        codes={
            "NHA-MOI": ("Xây mới nhà Đại đoàn kết", "new Great Unity house"),
            "NHA-SUA": ("Sửa chữa nhà Đại đoàn kết", "repair of a Great Unity house"),
            "SINH-KE": ("Hỗ trợ sinh kế", "livelihood"),
            "Y-TE": ("Hỗ trợ khám, chữa bệnh", "medical treatment"),
            "GIAO-DUC": ("Hỗ trợ học tập", "schooling"),
            "KHAN-CAP": ("Cứu trợ khẩn cấp", "emergency"),
            "TET": ("Quà Tết vì người nghèo", "Tet gifts for the poor"),
            "DAN-SINH": ("Công trình dân sinh", "small community works"),
        },
    ),
]
Restriction = Annotated[
    Purpose | None,
    Field(description="The only purpose that the donor allows (purpose code of the programme); none if free"),
]
ReversalReason = Annotated[
    Literal["wrong_amount", "wrong_donor", "duplicate", "failed_transfer", "returned_to_donor"],
    Named(
        "Lý do hủy phiếu thu",
        "Reason of the reversal",
        codes={
            "wrong_amount": "Sai số tiền",
            "wrong_donor": "Sai người ủng hộ",
            "duplicate": "Trùng phiếu thu",
            "failed_transfer": "Chuyển khoản không thành công",
            "returned_to_donor": "Hoàn trả người ủng hộ",
        },
    ),
]
