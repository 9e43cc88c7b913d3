"""What the rules make of a household's form B (QĐ 59/2015; the cut-offs are in the rule table)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from contracts.campaigns.poverty import AreaType, PovertyStatus
from contracts.names import Named
from contracts.reference import rules

CUT_OFFS = "poor.form_b.b1"
DEPRIVED = "poor.form_b.b2_min"
POINTS = 10  # of form B2 for each indicator in which a household is deprived

DeprivationCode = Annotated[
    Literal[
        "health_services",
        "health_insurance",
        "adult_education",
        "child_schooling",
        "housing_quality",
        "housing_area",
        "water_source",
        "hygienic_toilet",
        "telecom_services",
        "information_assets",
    ],
    Named(
        "Chỉ số thiếu hụt",
        "Deprivation",
        codes={
            "health_services": "Tiếp cận dịch vụ y tế",
            "health_insurance": "Bảo hiểm y tế",
            "adult_education": "Trình độ giáo dục của người lớn",
            "child_schooling": "Tình trạng đi học của trẻ em",
            "housing_quality": "Chất lượng nhà ở",
            "housing_area": "Diện tích nhà ở bình quân đầu người",
            "water_source": "Nguồn nước sinh hoạt",
            "hygienic_toilet": "Hố xí, nhà tiêu hợp vệ sinh",
            "telecom_services": "Sử dụng dịch vụ viễn thông",
            "information_assets": "Tài sản phục vụ tiếp cận thông tin",
        },
    ),
]


def classify(area_type: AreaType, b1_points: int, deprivations: Sequence[str], on: date) -> PovertyStatus:
    """Return `poor`, `near_poor` or `not_poor`. Raises NoRuleInForce where the table knows no cut-offs."""
    cut_offs = rules().value(f"{CUT_OFFS}.{area_type}", on)
    if not isinstance(cut_offs, dict):
        raise TypeError(CUT_OFFS)
    if b1_points <= int(str(cut_offs["poor_at_most"])):
        return "poor"
    if b1_points > int(str(cut_offs["band_at_most"])):
        return "not_poor"
    return "poor" if POINTS * len(deprivations) >= rules().number(DEPRIVED, on) else "near_poor"
