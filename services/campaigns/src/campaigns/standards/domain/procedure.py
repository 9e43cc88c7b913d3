"""How a unit reaches each standard: the steps, the rules that set their numbers, and the inputs required.

Steps: programme notes §3.1. An exemplary commune (NTM-KM) follows the same steps as NTM without the
yearly list; the rules for NTM are applied to it, since none of its own are in the rule table.
"""

from dataclasses import dataclass
from datetime import date

from contracts.reference import NoRuleInForce, Rule, rules

Steps = dict[tuple[str, str], str]
FINAL = frozenset({"declined", "rejected", "renewed", "lapsed"})
HELD = frozenset({"recognised", "announced"})

_START: Steps = {("proposed", "decline"): "declined"}
_END: Steps = {
    ("recognised", "announce"): "announced",
    ("recognised", "renew"): "renewed",
    ("announced", "renew"): "renewed",
    ("recognised", "lapse"): "lapsed",
    ("announced", "lapse"): "lapsed",
}


def _commune_way(base: str) -> Steps:
    back = ("self_assessed", "posted", "meeting_passed", "verified", "surveyed", "appraised")
    return {
        (base, "self_assess"): "self_assessed",
        ("self_assessed", "post"): "posted",
        ("posted", "pass_meeting"): "meeting_passed",
        ("posted", "fail_meeting"): base,
        ("meeting_passed", "verify"): "verified",
        ("verified", "survey"): "surveyed",
        ("verified", "fail_survey"): base,
        ("surveyed", "appraise"): "appraised",
        ("surveyed", "fail_appraisal"): base,
        ("appraised", "recognise"): "recognised",
        ("appraised", "reject"): "rejected",
        **{(state, "return"): base for state in back},
    }


_NTM: Steps = {
    **_START,
    ("proposed", "accept"): "accepted",
    ("accepted", "list"): "on_list",
    **_commune_way("on_list"),
    **_END,
}
_NTM_KM: Steps = {**_START, ("proposed", "accept"): "accepted", **_commune_way("accepted"), **_END}
_DTVM: Steps = {
    **_START,
    ("proposed", "accept"): "in_progress",
    ("in_progress", "self_assess"): "self_assessed",
    ("self_assessed", "give_opinion"): "front_opinion",
    ("front_opinion", "survey"): "surveyed",
    ("front_opinion", "fail_survey"): "in_progress",
    ("surveyed", "submit"): "submitted",
    ("submitted", "recognise"): "recognised",
    ("submitted", "reject"): "rejected",
    **{
        (state, "return"): "in_progress"
        for state in ("self_assessed", "front_opinion", "surveyed", "submitted")
    },
    **_END,
}


@dataclass(frozen=True)
class Procedure:
    """One standard's procedure; each rule is a key of the rule table, None where there is no such rule.

    `inputs` are the assessments by other agencies that a decision rests on: set and criterion.
    """

    steps: Steps
    duty: str
    validity: str
    inputs: tuple[tuple[str, int | None], ...]
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
    builds_on: str | None = None

    def deciding_agency(self, on: date) -> str:
        """Return the agency that recognises. Raises NoRuleInForce where the table names none on the day."""
        if self.decided_by is None:
            return str(self.decider)
        return str(rules().value(self.decided_by, on))


PROCEDURES = {
    "NTM": Procedure(
        steps=_NTM,
        duty="II.3a-c",
        decider="ubnd-tinh",
        validity="ntm.re_recognition",
        inputs=(("TCPL", None), ("NTM", 19)),
        answer="ntm.registration.answer",
        posting="ntm.consult.posting",
        vote="ntm.vote.yes_min",
        panel="ntm.panel.yes_min",
        coverage="ntm.survey.coverage.commune",
    ),
    "NTM-KM": Procedure(
        steps=_NTM_KM,
        duty="II.3a-c",
        decided_by="ntm.model.decided_by",
        validity="ntm.re_recognition",
        inputs=(("TCPL", None),),
        answer="ntm.registration.answer",
        posting="ntm.consult.posting",
        vote="ntm.vote.yes_min",
        panel="ntm.panel.yes_min",
        coverage="ntm.survey.coverage.commune",
        builds_on="NTM",
    ),
    "DTVM": Procedure(
        steps=_DTVM,
        duty="II.3a-d",
        decided_by="dtvm.decided_by",
        validity="dtvm.term.again",
        inputs=(("TCPL", None),),
        satisfied="dtvm.satisfied_min",
        decision="dtvm.decision",
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
