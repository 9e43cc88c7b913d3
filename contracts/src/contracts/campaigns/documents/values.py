"""What a guiding document of each kind holds: one model a kind, told apart by `kind`."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from contracts.campaigns.values import AreaCode, BodyCode, ContentCode, UnitCode
from contracts.messages import Message

Text = Annotated[str, Field(min_length=1, max_length=500, pattern=r"\S")]
Year = Annotated[int, Field(ge=2016, le=2100)]
Money = Annotated[int, Field(ge=0, description="Vietnamese đồng, whole")]
ContentKind = Literal[
    "guidance",
    "integration",
    "material",
    "scheme",
    "budget",
    "media_programme",
    "convention",
    "criteria",
    "training_plan",
]


class PlainContent(Message):
    """What the levels below are asked to do, point by point."""

    kind: Literal["guidance"]
    points: list[Text] = Field(min_length=1, max_length=50)


class IntegrationTask(Message):
    """An own task that an organisation carries out together with the campaign."""

    task: Text
    content_codes: list[ContentCode] = Field(min_length=1)


class IntegrationContent(Message):
    """Which own tasks or activities are integrated with which contents of the campaign."""

    kind: Literal["integration"]
    tasks: list[IntegrationTask] = Field(min_length=1, max_length=50)


class MaterialContent(Message):
    """Information material."""

    kind: Literal["material"]
    title: Text
    language: str = Field(
        pattern=r"^[a-z]{2,3}$", description="ISO 639 code: `vi`, `tyz` (Tày), `nut` (Nùng)"
    )
    copies: int = Field(ge=1)


class SchemeContent(Message):
    """A scheme of local production."""

    kind: Literal["scheme"]
    unit_code: UnitCode
    product: Text = Field(description="The crop or animal")
    area_ha: Decimal | None = Field(
        default=None, gt=0, max_digits=10, decimal_places=2, description="Hectares; absent for animals"
    )
    target: Text = Field(description="What is to be reached, and by when")
    budget_vnd: Money
    state: Literal["planned", "running", "finished"]


class BudgetLine(Message):
    """The amount of one unit."""

    unit_code: UnitCode
    amount_vnd: Money


class BudgetContent(Message):
    """Amounts by unit for a year."""

    kind: Literal["budget"]
    year: Year
    lines: list[BudgetLine] = Field(min_length=1, max_length=500)


class Convention(Message):
    """The village convention (quy ước, hương ước) of one residential area."""

    kdc_id: AreaCode
    text_ref: Text = Field(description="Where its text is kept")
    approved_on: date
    approved_by: BodyCode


class ConventionContent(Message):
    """How village conventions are made and kept lawful, and those approved so far."""

    kind: Literal["convention"]
    conventions: list[Convention] = Field(min_length=1, max_length=500)


class CriteriaContent(Message):
    """A version of a criteria set or of its review procedure."""

    kind: Literal["criteria"]
    set_code: str = Field(pattern=r"^[A-Z][A-Z0-9-]{1,39}$", examples=["GDVH", "TDKT-CVD"])
    version: Text
    valid_from: date
    part: Literal["criteria", "procedure", "both"] = "both"
    draft_id: str | None = Field(default=None, description="The draft of which it came, in critique")


class MediaQuota(Message):
    """What one outlet is to bring in the year: minutes on air, or articles, or both."""

    outlet: BodyCode
    minutes: int | None = Field(default=None, ge=1)
    articles: int | None = Field(default=None, ge=1)


class MediaProgrammeContent(Message):
    """The year's communication programme."""

    kind: Literal["media_programme"]
    year: Year
    themes: list[Text] = Field(min_length=1, max_length=50)
    quotas: list[MediaQuota] = Field(min_length=1, max_length=50)


class TrainingSession(Message):
    """A training that is planned."""

    topic: Text
    unit_code: UnitCode
    planned_on: date
    participants: int = Field(ge=1, description="Persons expected")


class TrainingPlanContent(Message):
    """Trainings planned; it goes out as a document of the kind `guidance`."""

    kind: Literal["training_plan"]
    sessions: list[TrainingSession] = Field(min_length=1, max_length=200)


GuidanceContent = Annotated[
    PlainContent
    | IntegrationContent
    | MaterialContent
    | SchemeContent
    | BudgetContent
    | ConventionContent
    | CriteriaContent
    | MediaProgrammeContent
    | TrainingPlanContent,
    Field(discriminator="kind"),
]
