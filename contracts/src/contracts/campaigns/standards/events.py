"""What the service tells the others: units on the way to a standard."""

from datetime import date

from pydantic import Field

from contracts.campaigns.standards.values import StandardCode
from contracts.messages import Event


class NtmRegistrationListApproved(Event, service="campaigns", subject="list_id", unit="unit_code"):
    """The province approved the year's list of communes registered to reach the standard."""

    list_id: str
    year: int
    commune_codes: list[str]
    decision_no: str
    decided_on: date
    unit_code: str = Field(description="The province")


class CriterionAssessed(Event, service="campaigns", subject="unit_code", unit="unit_code"):
    """A body assessed a unit by a criterion; a later assessment by the same body replaces it."""

    assessment_id: str
    standard: StandardCode
    standard_version: str
    criterion_no: int | None = Field(description="Absent where the set was assessed as a whole")
    unit_code: str
    year: int
    passed: bool
    measured_value: str | None = Field(description="Exact decimal number in `unit_of_measure`")
    unit_of_measure: str | None
    assessor_org: str


class SatisfactionSurveyCompleted(Event, service="campaigns", subject="candidate_id", unit="unit_code"):
    """The Front completed its survey of the residents' satisfaction in a unit."""

    survey_id: str
    candidate_id: str
    standard: StandardCode
    unit_code: str
    households_total: int
    households_asked: int
    satisfied: int
    completed_on: date


class UnitRecognized(Event, service="campaigns", subject="candidate_id", unit="unit_code"):
    """A unit was recognised to have reached a standard."""

    candidate_id: str
    standard: StandardCode
    standard_version: str
    unit_code: str
    decision_no: str
    decided_on: date
    valid_until: date = Field(description="Day from which it is due for re-assessment")
    first_time: bool
