"""What the service tells the others: cultural titles of households and residential areas."""

from datetime import date

from pydantic import Field

from contracts.campaigns.titles.values import TitleCode
from contracts.messages import Event


class TitleRegistered(Event, service="campaigns", subject="registration_id", unit="kdc_id"):
    """A household or an area registered to strive for a cultural title in a year."""

    registration_id: str
    title: TitleCode
    subject_ref: str = Field(description="Opaque household reference, or the area's code")
    kdc_id: str
    year: int


class TitleRecognized(Event, service="campaigns", subject="registration_id", unit="kdc_id"):
    """The People's Committee recognised a cultural title on the residents' vote."""

    registration_id: str
    title: TitleCode
    subject_ref: str = Field(description="Opaque household reference, or the area's code")
    kdc_id: str
    year: int
    last_year: int = Field(description="Last year that the title covers")
    yes_votes: int
    voters: int = Field(description="Persons who attended the meeting")
    invited: int = Field(description="Persons called to the meeting")
    decision_no: str
    decided_on: date
    consecutive_years: int = Field(description="Years in a row up to this one")


class TitleRevoked(Event, service="campaigns", subject="registration_id", unit="kdc_id"):
    """A recognised cultural title was taken back."""

    registration_id: str
    title: TitleCode
    subject_ref: str = Field(description="Opaque household reference, or the area's code")
    kdc_id: str
    year: int
    decision_no: str
    revoked_on: date
