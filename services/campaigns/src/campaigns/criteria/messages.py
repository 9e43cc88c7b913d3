"""What may be asked about criteria sets, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import ValidFrom
from contracts.messages import Answer, Query
from contracts.names import Named
from contracts.values import (
    CriterionNumber,
    DraftId,
    NameEn,
    NameVi,
    Source,
    Standard,
    StandardVersion,
)

Confidence = Annotated[str, Named("Mức độ tin cậy của nguồn", "Confidence")]

CriteriaGroup = Annotated[int, Named("Nhóm tiêu chí", "Group of criteria")]
TitleVi = Annotated[str, Named("Tên bộ tiêu chí", "Title of the criteria set")]
TitleEn = Annotated[str, Named("Tên tiếng Anh", "English title")]
ValidTo = Annotated[date, Named("Hết hiệu lực từ ngày", "No longer valid from")]
CriteriaKnown = Annotated[bool, Named("Đã có danh mục tiêu chí", "List of criteria is known")]


class CriteriaVersions(Query):
    """All versions of a criteria set, oldest first."""

    standard: Standard


class CriteriaInForce(Query):
    """The version of a criteria set in force on a day."""

    standard: Standard


class ListedCriterion(Answer, vi="Tiêu chí"):
    """One criterion."""

    no: CriterionNumber
    group: CriteriaGroup | None
    name_vi: NameVi
    name_en: NameEn


ListedCriteria = Annotated[list[ListedCriterion], Named("Các tiêu chí", "Criteria")]


class CriteriaVersion(Answer, vi="Phiên bản bộ tiêu chí"):
    """One version of a criteria set."""

    standard: Standard
    version: StandardVersion = Field(description="Of a promulgated draft: the number of its document")
    title_vi: TitleVi
    title_en: TitleEn
    valid_from: ValidFrom | None
    valid_to: ValidTo | None = Field(description="First day on which it no longer holds, where that is known")
    criteria_known: CriteriaKnown
    criteria: ListedCriteria
    source: Source
    confidence: Confidence
    draft_id: DraftId | None = Field(description="Draft in the critique service from which it came")


CriteriaVersionList = Annotated[list[CriteriaVersion], Named("Các phiên bản", "Versions")]


class CriteriaVersionsAnswer(Answer, vi="Các phiên bản bộ tiêu chí"):
    """The versions of a criteria set, oldest first."""

    versions: CriteriaVersionList
