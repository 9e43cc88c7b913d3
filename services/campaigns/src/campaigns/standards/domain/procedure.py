"""How a unit reaches each standard: the steps, the rules that set their numbers, and the inputs required.

Steps: programme notes §3.1. An exemplary commune (NTM-KM) follows the same steps as NTM without the
yearly list; the rules for NTM are applied to it, since none of its own are in the rule table.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from contracts.errors import InvalidField
from contracts.names import Named, code_name
from contracts.reference import NoRuleInForce, Rule, rules
from contracts.values import Standard, UnitStandard

SoughtStandard = Annotated[
    Literal["NTM", "NTM-KM", "DTVM"],
    Named(
        "Tiêu chuẩn phấn đấu",
        "Standard sought",
        codes={each: code_name(UnitStandard, each) for each in ("NTM", "NTM-KM", "DTVM")},
    ),
]

CandidateState = Annotated[
    Literal[
        "proposed",
        "declined",
        "accepted",
        "on_list",
        "in_progress",
        "self_assessed",
        "posted",
        "meeting_passed",
        "verified",
        "front_opinion",
        "surveyed",
        "appraised",
        "submitted",
        "recognised",
        "rejected",
        "announced",
        "renewed",
        "lapsed",
    ],
    Named(
        "Tình trạng hồ sơ đăng ký đạt chuẩn",
        "State of the candidate",
        codes={
            "proposed": "Đã đăng ký",
            "declined": "Không chấp nhận đăng ký",
            "accepted": "Được chấp nhận đăng ký",
            "on_list": "Trong danh sách được phê duyệt",
            "in_progress": "Đang phấn đấu",
            "self_assessed": "Đã tự đánh giá",
            "posted": "Đã niêm yết công khai",
            "meeting_passed": "Hội nghị xã đã thông qua",
            "verified": "Cấp huyện đã thẩm tra",
            "front_opinion": "Mặt trận đã có ý kiến",
            "surveyed": "Đã lấy ý kiến sự hài lòng",
            "appraised": "Hội đồng đã thẩm định",
            "submitted": "Đã trình hồ sơ",
            "recognised": "Đã công nhận",
            "rejected": "Không công nhận",
            "announced": "Đã công bố",
            "renewed": "Đã công nhận lại",
            "lapsed": "Hết hiệu lực công nhận",
        },
    ),
]
FINAL = frozenset({"declined", "rejected", "renewed", "lapsed"})
HELD = frozenset({"recognised", "announced"})
COMMUNE_ONLY = frozenset({"post", "pass_meeting", "fail_meeting", "verify", "appraise", "fail_appraisal"})
TOWN_ONLY = frozenset({"give_opinion", "submit"})
LIST = "list"

ANSWER = "ntm.registration.answer"
POSTING = "ntm.consult.posting"
DECISION = "dtvm.decision"


@dataclass(frozen=True)
class Procedure:
    """One standard's procedure; each rule is a key of the rule table, None where there is no such rule.

    `skips` are the steps of other standards that it does not have. `inputs` are the assessments by other
    agencies that a decision rests on: set and criterion.
    """

    skips: frozenset[str]
    duty: str
    validity: str
    inputs: tuple[tuple[Standard, int | None], ...]
    decider: str | None = None
    decided_by: str | None = None
    answer: str | None = None
    posting: str | None = None
    vote: str | None = None
    panel: str | None = None
    coverage: str | None = None
    satisfied: str | None = None
    decision: str | None = None
    term_first: str | None = None
    term_again: str | None = None
    builds_on: SoughtStandard | None = None

    @property
    def is_listed(self) -> bool:
        """Whether its units set out only when they stand on the year's approved list."""
        return LIST not in self.skips

    def has(self, step: str, state: str) -> bool:
        """Whether a unit may take a step on its way to this standard, as far as the standard says."""
        waits_for_list = self.is_listed and step == "self_assess" and state == "accepted"
        return step not in self.skips and not waits_for_list

    def deciding_agency(self, on: date) -> str:
        """Return the agency that recognises. Raises NoRuleInForce where the table names none on the day."""
        if self.decided_by is None:
            return str(self.decider)
        return str(rules().value(self.decided_by, on))


PROCEDURES: dict[SoughtStandard, Procedure] = {
    "NTM": Procedure(
        skips=TOWN_ONLY,
        duty="II.3a-c",
        decider="ubnd-tinh",
        validity="ntm.re_recognition",
        inputs=(("TCPL", None), ("NTM", 19)),
        answer=ANSWER,
        posting=POSTING,
        vote="ntm.vote.yes_min",
        panel="ntm.panel.yes_min",
        coverage="ntm.survey.coverage.commune",
    ),
    "NTM-KM": Procedure(
        skips=TOWN_ONLY | {LIST},
        duty="II.3a-c",
        decided_by="ntm.model.decided_by",
        validity="ntm.re_recognition",
        inputs=(("TCPL", None),),
        answer=ANSWER,
        posting=POSTING,
        vote="ntm.vote.yes_min",
        panel="ntm.panel.yes_min",
        coverage="ntm.survey.coverage.commune",
        builds_on="NTM",
    ),
    "DTVM": Procedure(
        skips=COMMUNE_ONLY | {LIST},
        duty="II.3a-d",
        decided_by="dtvm.decided_by",
        validity="dtvm.term.again",
        inputs=(("TCPL", None),),
        satisfied="dtvm.satisfied_min",
        decision=DECISION,
        term_first="dtvm.term.first",
        term_again="dtvm.term.again",
    ),
}


def rule_on(key: str | None, on: date) -> Rule | None:
    """Return a rule as it stands on a day, or None where the table sets nothing then."""
    if key is None:
        return None
    try:
        return rules().in_force(key, on)
    except NoRuleInForce:
        return None


def is_carried(rule_key: str | None, yes_votes: int, voters: int, on: date) -> bool:
    """Say whether a vote is carried by the rule, or by more than half where there is none.

    Raises InvalidField.
    """
    if yes_votes > voters:
        raise InvalidField(
            "yes_votes", "part-of-whole", "Phần không thể lớn hơn toàn thể", "A part cannot exceed the whole"
        )
    rule = rule_on(rule_key, on)
    return rule.is_reached_by(yes_votes, voters) if rule else 2 * yes_votes > voters
