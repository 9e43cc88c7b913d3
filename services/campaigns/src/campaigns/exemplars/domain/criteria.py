"""Versions of the commendation criteria, as guiding documents issue them (III.2a-g)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaigns.guidance.domain.guidance import Guidance
from contracts.errors import InvalidField, Kind, NotAllowed, Refusal
from contracts.values import ContentCode
from shared.domain.text import folded


class NoCriteriaInForce(Refusal):
    """No version of the commendation criteria is in force on the day."""

    slug = "no-commendation-criteria"
    kind = Kind.CONFLICT
    vi = "Ngày {on:%d/%m/%Y} chưa có tiêu chí bình xét khen thưởng nào có hiệu lực."
    en = "No commendation criteria are in force on {on:%Y-%m-%d}."


class CriteriaTaken(Refusal):
    """The document, or the day on which it takes effect, has its version already."""

    slug = "commendation-criteria-taken"
    kind = Kind.CONFLICT
    vi = "Đã có bộ tiêu chí của văn bản {version} hoặc có hiệu lực ngày {on:%d/%m/%Y}."
    en = "There are already criteria of document {version}, or in force from {on:%Y-%m-%d}."


@dataclass(eq=False)
class Criteria:
    """One version: in force from its day until the next one's."""

    id: str
    version: str
    guidance_id: str
    issuing_body: str
    path: str
    effective_on: date
    criteria: list[dict[str, Any]]
    set_on: date
    recorded_at: datetime
    search: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold the words by which it is found."""
        self.search = folded(self.version, *(each["text_vi"] for each in self.criteria))

    def numbers(self, content_code: ContentCode) -> list[int]:
        """Return the numbers of the criteria that hold for a content, in order."""
        return sorted(each["no"] for each in self.criteria if each["content_code"] in {None, content_code})

    def require_met(self, content_code: ContentCode, met: Sequence[int]) -> None:
        """Check that each criterion of the content is stated once, and no other. Raises InvalidField."""
        wanted = self.numbers(content_code)
        if sorted(met) != wanted:
            named = ", ".join(map(str, wanted))
            raise InvalidField(
                "criteria_met",
                f"each-criterion-once:{self.version}",
                f"Phải nêu minh chứng cho mỗi tiêu chí đúng một lần: {named}",
                f"Each criterion is stated with its evidence exactly once: {named}",
            )


def require_criteria_document(guidance: Guidance, by: str) -> None:
    """Check that a document issues criteria, is the body's own and stands.

    Raises: NotAllowed, InvalidField.
    """
    if guidance.issuing_body != by:
        raise NotAllowed(
            "issuer-only",
            "Chỉ cơ quan ban hành văn bản được nhập tiêu chí của văn bản",
            "Only the document's issuer sets down its criteria",
        )
    if guidance.kind != "criteria":
        raise InvalidField(
            "guidance_id",
            "document-of-criteria",
            "Văn bản này không phải là văn bản ban hành tiêu chí",
            "This document issues no criteria",
        )
    if guidance.state != "issued":
        raise InvalidField(
            "guidance_id",
            "document-in-force",
            "Văn bản này đã được thay thế hoặc thu hồi",
            "This document was replaced or withdrawn",
        )
