"""The small vocabularies of the poverty review."""

from typing import Literal

AreaType = Literal["rural", "urban"]
PovertyStatus = Literal["not_poor", "near_poor", "poor", "escaped"]
Indicator = Literal[
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
]
ReviewState = Literal[
    "list_made",
    "screened",
    "scored",
    "posted",
    "complaints_closed",
    "district_checked",
    "commune_decided",
    "approved",
]
