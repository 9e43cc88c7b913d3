"""The Front's survey of the residents' satisfaction."""

from dataclasses import dataclass
from datetime import date, datetime

from campaigns.standards.domain.refusals import CoverageNotReached
from contracts.errors import InvalidField, NotAllowed, WrongStep
from contracts.reference import Body, Rule

MEMBERS = ("member-organisation", "socio-political-organisation")


@dataclass
class Survey:
    """A survey: opened by a Front committee, carried out by it or by the members that it names."""

    id: str
    candidate_id: str
    opened_by: str
    opened_on: date
    surveyors: list[str]
    recorded_at: datetime
    state: str = "open"
    households_total: int | None = None
    households_asked: int | None = None
    satisfied: int | None = None
    report_no: str | None = None
    completed_by: str | None = None
    completed_on: date | None = None

    def complete(
        self, by: str, on: date, figures: tuple[int, int, int], report_no: str, coverage: Rule | None
    ) -> None:
        """Keep its figures: households in all, asked, and satisfied.

        Raises NotAllowed, WrongStep, InvalidField, CoverageNotReached.
        """
        self._require_surveyor(by)
        if self.state != "open":
            raise WrongStep(
                rule="survey:complete-once", subject=self.id, state=self.state, step="complete_survey"
            )
        total, asked, satisfied = figures
        _require_order(total, asked, satisfied)
        _require_coverage(coverage, asked, total)
        self.households_total, self.households_asked, self.satisfied = figures
        self.report_no, self.completed_by, self.completed_on, self.state = report_no, by, on, "completed"

    @property
    def is_by_members(self) -> bool:
        """Whether member organisations carried it out."""
        return bool(self.surveyors)

    def _require_surveyor(self, by: str) -> None:
        if by not in (self.surveyors or [self.opened_by]):
            raise NotAllowed(
                "surveyor-only",
                "Chỉ tổ chức được giao lấy ý kiến mới hoàn thành được cuộc lấy ý kiến",
                "Only a body charged with the survey completes it",
            )


def _require_order(total: int, asked: int, satisfied: int) -> None:
    for field, part, whole in (("households_asked", asked, total), ("satisfied", satisfied, asked)):
        if part > whole:
            raise InvalidField(
                field, "part-of-whole", "Phần không thể lớn hơn toàn thể", "A part cannot exceed the whole"
            )


def _require_coverage(rule: Rule | None, asked: int, total: int) -> None:
    if rule and not rule.is_reached_by(asked, total):
        raise CoverageNotReached(rule=rule.key, key=rule.key, asked=asked, total=total, percent=rule.number)


def require_members(names: list[str], path: str, on: date) -> None:
    """Check that surveyors are member organisations of the unit or of one above. Raises InvalidField."""
    for index, name in enumerate(names):
        field = f"surveyors.{index}"
        body = Body.on(name, on, field)
        near = not body.unit_code or f"/{body.unit_code}/" in path
        if body.side != "front" or not body.holds(*MEMBERS) or not near:
            raise InvalidField(
                field,
                "member-of-the-place",
                "Phải là tổ chức thành viên của Mặt trận tại địa bàn hoặc cấp trên",
                "It must be a member organisation of the unit or of a unit above it",
            )
