"""Codes of the programme and of its funds, each code with its Vietnamese name."""

from typing import Annotated, Literal

from contracts.names import Named

_LEVELS = {
    "T": ("Cấp tỉnh", "province"),
    "H": ("Cấp huyện", "district"),
    "X": ("Cấp xã", "commune"),
    "K": ("Khu dân cư", "residential area"),
}
Level = Annotated[Literal["T", "H", "X", "K"], Named("Cấp", "Level", codes=_LEVELS)]
Levels = Annotated[list[Level], Named("Cấp nhận văn bản", "Levels addressed")]
BodyLevel = Annotated[
    Literal["TW", "T", "H", "X", "K"],
    Named("Cấp", "Level", codes={"TW": ("Cấp trung ương", "central level"), **_LEVELS}),
]
AgencyLevel = Annotated[
    Literal["T", "H", "X"], Named("Cấp", "Level", codes={code: _LEVELS[code] for code in "THX"})
]  # where the state and the Front act side by side
AgencySide = Annotated[
    Literal["state", "front", "other"],
    Named(
        "Khối",
        "Side",
        codes={
            "state": "Khối Nhà nước",
            "front": "Khối Mặt trận",
            "other": ("Cơ quan, tổ chức khác", "others"),
        },
    ),
]

# The campaign's contents, the State's movements
ContentCode = Annotated[
    Literal["ND1", "ND2", "ND3", "ND4", "ND5"],
    Named(
        "Nội dung của cuộc vận động",
        "Content of the campaign",
        codes={
            "ND1": ("Phát triển kinh tế, giúp nhau giảm nghèo, làm giàu chính đáng", "economy, mutual help"),
            "ND2": ("Đời sống văn hóa, giáo dục, chăm sóc sức khỏe, đền ơn đáp nghĩa", "culture, health"),
            "ND3": ("Bảo vệ môi trường, an toàn thực phẩm", "environment, food safety"),
            "ND4": ("Chấp hành pháp luật, trật tự an toàn xã hội", "law and order"),
            "ND5": ("Phát huy dân chủ, tham gia giám sát và phản biện xã hội", "democracy, supervision"),
        },
    ),
]
ContentCodes = Annotated[list[ContentCode], Named("Các nội dung của cuộc vận động", "Contents")]
MovementCode = Annotated[
    Literal["PT-NTM", "PT-VH", "PT-AN", "PT-VNN"],
    Named(
        "Phong trào",
        "Movement",
        codes={
            "PT-NTM": ("Cả nước chung sức xây dựng nông thôn mới", "new-style rural areas"),
            "PT-VH": ("Toàn dân đoàn kết xây dựng đời sống văn hóa", "cultural life"),
            "PT-AN": ("Toàn dân bảo vệ an ninh Tổ quốc", "national security"),
            "PT-VNN": ("Cả nước chung tay vì người nghèo - Không để lại ai phía sau", "for the poor"),
        },
    ),
]

# Guiding documents, and what is said of them and of recommendations
GuidanceKind = Annotated[
    Literal[
        "guidance", "integration", "material", "scheme", "budget", "media_programme", "convention", "criteria"
    ],
    Named(
        "Loại văn bản hướng dẫn",
        "Kind of guidance",
        codes={
            "guidance": "Hướng dẫn",
            "integration": "Kế hoạch lồng ghép",
            "material": "Tài liệu tuyên truyền",
            "scheme": "Đề án phát triển sản xuất",
            "budget": "Hướng dẫn kinh phí",
            "media_programme": "Chương trình truyền thông",
            "convention": "Hướng dẫn quy ước, hương ước",
            "criteria": "Tiêu chí, thủ tục bình xét",
        },
    ),
]
Track = Annotated[
    Literal["critique", "comment"],
    Named("Phương thức góp ý", "Track", codes={"critique": "Phản biện xã hội", "comment": "Góp ý"}),
]
Outcome = Annotated[
    Literal["accepted", "partly", "rejected"],
    Named(
        "Kết quả tiếp thu",
        "Outcome",
        codes={"accepted": "Tiếp thu", "partly": "Tiếp thu một phần", "rejected": "Không tiếp thu"},
    ),
]

# Standards and titles
_STANDARDS = {
    "NTM": ("Xã đạt chuẩn nông thôn mới", "new-style rural commune"),
    "NTM-KM": ("Xã nông thôn mới kiểu mẫu", "exemplary new-style rural commune"),
    "DTVM": ("Phường, thị trấn đạt chuẩn đô thị văn minh", "civilised urban area"),
    "TCPL": ("Xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật", "access to law"),
    "GDVH": ("Gia đình văn hóa", "cultural family"),
    "KDCVH": ("Khu dân cư văn hóa", "cultural residential area"),
    "XVH": ("Xã đạt chuẩn văn hóa nông thôn mới", "commune of cultural standard"),
}
Standard = Annotated[
    Literal["NTM", "NTM-KM", "DTVM", "TCPL", "GDVH", "KDCVH", "XVH"],
    Named("Bộ tiêu chí", "Criteria set", codes=_STANDARDS),
]
UnitStandard = Annotated[
    Literal["NTM", "NTM-KM", "DTVM", "TCPL"],
    Named(
        "Tiêu chuẩn", "Standard", codes={each: _STANDARDS[each] for each in ("NTM", "NTM-KM", "DTVM", "TCPL")}
    ),
]
DraftedStandard = Annotated[
    Literal["NTM-KM", "DTVM", "GDVH", "KDCVH", "XVH"],
    Named(
        "Bộ tiêu chí",
        "Criteria set",
        codes={each: _STANDARDS[each] for each in ("NTM-KM", "DTVM", "GDVH", "KDCVH", "XVH")},
    ),
]
TitleCode = Annotated[
    Literal["GDVH", "KDCVH", "XVH"],
    Named("Danh hiệu", "Title", codes={each: _STANDARDS[each] for each in ("GDVH", "KDCVH", "XVH")}),
]
