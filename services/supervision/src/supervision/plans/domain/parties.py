"""Who plans and who is consulted: always «cùng cấp» (programme, II.4a; notes §2.3)."""

from contracts.errors import InvalidField
from contracts.reference import Body
from contracts.values import BodyLevel

FRONT = ("front-standing", "front-committee")
CONSULTED = (*FRONT, "member-organisation", "peoples-committee", "state-department", "peoples-council")
COORDINATOR = "ntm-coordination"


def check_consulted(body: Body, level: BodyLevel, unit_code: str, field: str) -> None:
    """Those who are consulted on a plan are bodies of the same level. Raises InvalidField."""
    if not body.holds(*CONSULTED) or not body.is_at(level, unit_code):
        raise InvalidField(
            field,
            "body-of-the-level",
            f"{body.called.vi} không phải cơ quan, tổ chức cùng cấp được lấy ý kiến",
            f"{body.called.en} is no body of the same level that is consulted",
        )


def check_merges_own_plan(body: Body, consulted_bodies: list[str], field: str) -> None:
    """Only a state body that is consulted merges an inspection plan of its own. Raises InvalidField."""
    if body.side != "state":
        raise InvalidField(
            field,
            "state-body",
            f"{body.called.vi} không phải cơ quan Nhà nước có kế hoạch kiểm tra riêng",
            f"{body.called.en} is no state body with an inspection plan of its own",
        )
    if body.name not in consulted_bodies:
        raise InvalidField(
            field,
            "consulted-too",
            "Cơ quan có kế hoạch được ghép phải được lấy ý kiến",
            "A body whose plan is merged must be consulted",
        )
