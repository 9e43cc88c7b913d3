"""What may be asked: criteria sets, and which is in force on a day."""

from datetime import date
from typing import Literal

from pydantic import Field

from contracts.messages import Answer, Query

Standard = Literal["NTM", "NTM-KM", "DTVM", "TCPL", "GDVH", "KDCVH", "XVH"]


class CriteriaVersions(Query):
    """All versions of a criteria set, oldest first."""

    standard: Standard


class CriteriaInForce(Query):
    """The version of a criteria set in force on a day."""

    standard: Standard


class ListedCriterion(Answer):
    """One criterion."""

    no: int
    group: int | None
    name_vi: str
    name_en: str


class CriteriaVersion(Answer):
    """One version of a criteria set."""

    standard: Standard
    version: str = Field(description="Of a promulgated draft: the number of its document")
    title_vi: str
    title_en: str
    valid_from: date | None
    valid_to: date | None = Field(description="First day on which it no longer holds, where that is known")
    criteria_known: bool
    criteria: list[ListedCriterion]
    source: str
    confidence: str
    draft_id: str | None = Field(description="Draft in the critique service from which it came")


class CriteriaVersionsAnswer(Answer):
    """The versions of a criteria set, oldest first."""

    versions: list[CriteriaVersion]
