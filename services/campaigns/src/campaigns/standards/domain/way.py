"""The way of a unit to a standard: one lifecycle, of which each standard has its own steps."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from campaigns.common.domain.seats import next_above, seat_of
from campaigns.standards.domain.procedure import ANSWER, DECISION, POSTING, CandidateState
from contracts.reference import NoRuleInForce, body_holding
from shared.domain.lifecycle import Awaits, Lifecycle, Step

Bodies = Callable[[Any], Iterable[str]]
COMMUNES = ("NTM", "NTM-KM")


class Way(Lifecycle):
    """A lifecycle whose object knows, by its standard, which of the steps it has."""

    def allows(self, thing: Any, step: str, on: date) -> bool:
        """Whether the standard has the step, and the state allows it."""
        return thing.procedure.has(step, thing.state) and super().allows(thing, step, on)


def _of(bodies: Bodies, *standards: str) -> Bodies:
    """Name the bodies for those standards alone."""
    return lambda candidate: bodies(candidate) if candidate.standard in standards else ()


def _some(body: str | None) -> Iterable[str]:
    return [body] if body else []


def _unit(candidate: Any) -> Iterable[str]:
    return [candidate.registering_body]


def _committee_above(candidate: Any) -> Iterable[str]:
    return _some(next_above("peoples-committee", candidate.path, candidate.stands_since))


def _own_front(candidate: Any) -> Iterable[str]:
    return _some(body_holding("front-committee", candidate.unit_code, candidate.stands_since))


def _front_above(candidate: Any) -> Iterable[str]:
    return _some(next_above("front-committee", candidate.path, candidate.stands_since))


def _office(candidate: Any) -> Iterable[str]:
    return _some(body_holding("ntm-coordination", candidate.unit_code, candidate.stands_since, "T"))


def _decider(candidate: Any) -> Iterable[str]:
    """Who decides as of the day; nobody where the rule table names none."""
    try:
        agency = candidate.procedure.deciding_agency(candidate.stands_since)
    except NoRuleInForce:
        return ()
    return _some(seat_of(agency, candidate.path, candidate.stands_since))


SELF_ASSESSMENT = Awaits("self_assess", _unit)
RENEWAL = Awaits("renew", _unit, due=lambda candidate: candidate.valid_until)

LIFECYCLE = Way(
    "candidate",
    vi="Hồ sơ đăng ký đạt chuẩn",
    states=CandidateState,
    steps={
        "propose": Step(
            to="proposed",
            vi="Đăng ký đạt chuẩn",
            awaits=(
                Awaits("accept", _of(_committee_above, *COMMUNES), within=ANSWER),
                Awaits("accept", _of(_committee_above, "DTVM")),
            ),
        ),
        "accept": Step(
            "proposed",
            to="accepted",
            vi="Chấp nhận đăng ký",
            awaits=(Awaits("list", _of(_office, "NTM")), Awaits("self_assess", _of(_unit, "NTM-KM", "DTVM"))),
        ),
        "decline": Step("proposed", to="declined", vi="Không chấp nhận đăng ký"),
        "list": Step("accepted", to="on_list", vi="Đưa vào danh sách được phê duyệt", awaits=SELF_ASSESSMENT),
        "self_assess": Step(
            "accepted",
            "on_list",
            "in_progress",
            to="self_assessed",
            vi="Tự đánh giá",
            awaits=(Awaits("post", _of(_unit, *COMMUNES)), Awaits("give_opinion", _of(_own_front, "DTVM"))),
        ),
        "post": Step(
            "self_assessed",
            to="posted",
            vi="Niêm yết công khai",
            awaits=Awaits("pass_meeting", _unit, within=POSTING),
        ),
        "pass_meeting": Step(
            "posted",
            to="meeting_passed",
            vi="Hội nghị xã thông qua",
            awaits=Awaits("verify", _committee_above),
        ),
        "fail_meeting": Step(
            "posted", to="in_progress", vi="Hội nghị xã không thông qua", awaits=SELF_ASSESSMENT
        ),
        "verify": Step("meeting_passed", to="verified", vi="Thẩm tra", awaits=Awaits("survey", _front_above)),
        "give_opinion": Step(
            "self_assessed",
            to="front_opinion",
            vi="Mặt trận cho ý kiến",
            awaits=Awaits("survey", _front_above),
        ),
        "survey": Step(
            "verified",
            "front_opinion",
            to="surveyed",
            vi="Lấy ý kiến sự hài lòng",
            awaits=(Awaits("appraise", _of(_office, *COMMUNES)), Awaits("submit", _of(_unit, "DTVM"))),
        ),
        "fail_survey": Step(
            "verified",
            "front_opinion",
            to="in_progress",
            vi="Sự hài lòng chưa đạt",
            awaits=SELF_ASSESSMENT,
        ),
        "appraise": Step("surveyed", to="appraised", vi="Thẩm định", awaits=Awaits("recognise", _decider)),
        "fail_appraisal": Step(
            "surveyed", to="in_progress", vi="Thẩm định không đạt", awaits=SELF_ASSESSMENT
        ),
        "submit": Step(
            "surveyed",
            to="submitted",
            vi="Trình hồ sơ",
            awaits=Awaits("recognise", _decider, within=DECISION),
        ),
        "return": Step(
            "self_assessed",
            "posted",
            "meeting_passed",
            "verified",
            "front_opinion",
            "surveyed",
            "appraised",
            "submitted",
            to="in_progress",
            vi="Trả lại hồ sơ",
            awaits=SELF_ASSESSMENT,
        ),
        "recognise": Step(
            "appraised",
            "submitted",
            to="recognised",
            vi="Công nhận đạt chuẩn",
            awaits=(Awaits("announce", lambda candidate: [candidate.deciding_body]), RENEWAL),
        ),
        "reject": Step("appraised", "submitted", to="rejected", vi="Không công nhận"),
        "announce": Step("recognised", to="announced", vi="Công bố", awaits=RENEWAL),
        "renew": Step("recognised", "announced", to="renewed", vi="Công nhận lại"),
        "lapse": Step("recognised", "announced", to="lapsed", vi="Hết hiệu lực công nhận"),
    },
)
