"""What may be asked of plans, and how it is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Command, ListQuery, Message, Page, Query
from contracts.names import Named
from contracts.supervision.plans import ConsultedBodies
from contracts.values import (
    BODY,
    PROSE,
    AgencyLevel,
    BodyName,
    ChairBody,
    DocNumber,
    Note,
    PlanId,
    ProposedOn,
    ProposingBody,
    Remark,
    UnitCode,
    Year,
)
from supervision.plans.domain.plan import SupervisionForm, SupervisionPlanState
from supervision.plans.domain.topic import TopicCode, TopicCodes
from supervision.plans.domain.view import ViewKind

TargetBodies = Annotated[list[BodyName], Named("Cơ quan được giám sát", "Supervised bodies")]
ConsultedBody = Annotated[str, BODY, Named("Cơ quan được lấy ý kiến", "Consulted body")]
MissingBodies = Annotated[list[BodyName], Named("Cơ quan chưa có ý kiến", "Bodies without a view")]
OverlappingBodies = Annotated[
    list[BodyName], Named("Cơ quan nêu trùng lặp chưa giải quyết", "Bodies with an open overlap")
]
OverlappingTopics = Annotated[list[TopicCode], Named("Các chuyên đề trùng lặp", "Overlapping topics")]
Resolution = Annotated[str, PROSE, Named("Cách giải quyết trùng lặp", "Resolution")]
AgreedOn = Annotated[date, Named("Ngày thống nhất", "Agreed on")]
StatedOn = Annotated[date, Named("Ngày có ý kiến", "Stated on")]


class PlannedTopic(Message, vi="Chuyên đề trong kế hoạch"):
    """A topic of a plan, the form of its supervision, and whom it concerns."""

    topic: TopicCode
    form: SupervisionForm
    target_bodies: TargetBodies = Field(
        min_length=1, max_length=50, description="State bodies of the same level"
    )
    proposing_body: ProposingBody | None = Field(
        default=None, description="The state body whose own inspection plan is merged here, if it is one"
    )


PlannedTopics = Annotated[list[PlannedTopic], Named("Các chuyên đề trong kế hoạch", "Planned topics")]


class ProposePlan(Command):
    """Propose the supervision plan of a year in the Front body's own unit."""

    year: Year = Field(ge=2017)
    unit_code: UnitCode
    topics: PlannedTopics = Field(min_length=1, max_length=30)
    consulted_bodies: ConsultedBodies = Field(
        min_length=1, max_length=60, description="Bodies of the same level that are asked for their view"
    )


class StateView(Command):
    """State the acting body's view of a proposed plan."""

    plan_id: PlanId
    view: ViewKind
    overlapping: OverlappingTopics = Field(
        default=[], max_length=30, description="Required where the view is `overlap`"
    )
    remark: Remark | None = Field(default=None, description="Required where the view is `overlap`")


class ResolveOverlap(Command):
    """Say how an overlap that a consulted body has named is resolved."""

    plan_id: PlanId
    consulted_body: ConsultedBody = Field(description="The body that named it")
    note: Note


class AgreePlan(Command):
    """Agree a plan, once every consulted body has stated its view and no overlap is open."""

    plan_id: PlanId
    doc_number: DocNumber


class PlanStanding(Answer, vi="Tình trạng kế hoạch giám sát"):
    """Where a plan now stands, and what its agreement still lacks."""

    plan_id: PlanId
    state: SupervisionPlanState
    missing_bodies: MissingBodies
    overlapping_bodies: OverlappingBodies


class PlanById(Query):
    """One supervision plan with the views on it."""

    plan_id: PlanId


class PlanList(ListQuery):
    """Supervision plans of a year."""

    state: SupervisionPlanState | None = None


class PlanRow(Answer, vi="Kế hoạch giám sát"):
    """A plan: whose, of which year, and where it stands."""

    plan_id: PlanId
    year: Year
    level: AgencyLevel
    unit_code: UnitCode
    chair_body: ChairBody
    topics: TopicCodes
    state: SupervisionPlanState
    proposed_on: ProposedOn
    doc_number: DocNumber | None
    agreed_on: AgreedOn | None


class PlanPage(Page[PlanRow], vi="Danh sách kế hoạch giám sát"):
    """One page of plans."""


class StatedView(Answer, vi="Ý kiến về kế hoạch giám sát"):
    """What a consulted body said of a plan; `resolution` says how its overlap was resolved."""

    consulted_body: ConsultedBody
    view: ViewKind
    overlapping: OverlappingTopics
    remark: Remark | None
    stated_on: StatedOn
    resolution: Resolution | None


class PlanDetail(PlanRow, vi="Chi tiết kế hoạch giám sát"):
    """A plan with its topics in full and the views on it."""

    planned: PlannedTopics
    consulted_bodies: ConsultedBodies
    views: Annotated[list[StatedView], Named("Ý kiến của các cơ quan", "Views")]
