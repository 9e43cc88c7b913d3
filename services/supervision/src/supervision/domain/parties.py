"""Who may supervise, be consulted, and be supervised: always «cùng cấp» (programme, II.4a; notes §2.3)."""

from contracts.errors import InvalidField
from contracts.reference import Body

FRONT = ("front-standing", "front-committee")
SUPERVISORS = (*FRONT, "socio-political-organisation")
CONSULTED = (*FRONT, "member-organisation", "peoples-committee", "state-department", "peoples-council")
SUPERVISED = ("peoples-committee", "state-department", "peoples-council", "drafting-body")
COORDINATOR = "ntm-coordination"


def check_supervised(body: Body, level: str, unit_code: str, field: str) -> None:
    """Only a state body of the same level is supervised. Raises InvalidField."""
    if body.side != "state" or not body.holds(*SUPERVISED) or not body.is_at(level, unit_code):
        raise _wrong(
            field,
            "state-body-of-the-level",
            f"{body.name} không phải cơ quan Nhà nước cùng cấp, cùng địa bàn",
            f"{body.name} is no state body of the same level and unit",
        )


def check_consulted(body: Body, level: str, unit_code: str, field: str) -> None:
    """Those who are consulted on a plan are bodies of the same level. Raises InvalidField."""
    if not body.holds(*CONSULTED) or not body.is_at(level, unit_code):
        raise _wrong(
            field,
            "body-of-the-level",
            f"{body.name} không phải cơ quan, tổ chức cùng cấp được lấy ý kiến",
            f"{body.name} is no body of the same level that is consulted",
        )


def check_merges_own_plan(body: Body, field: str) -> None:
    """Only a state body merges an inspection plan of its own. Raises InvalidField."""
    if body.side != "state":
        raise _wrong(
            field,
            "state-body",
            f"{body.name} không phải cơ quan Nhà nước có kế hoạch kiểm tra riêng",
            f"{body.name} is no state body with an inspection plan of its own",
        )


def _wrong(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, en)
