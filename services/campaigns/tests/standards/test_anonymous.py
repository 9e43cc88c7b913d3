"""The first test of each command: nobody without a name."""

import pytest

from campaigns.standards.messages import commands as asked
from shared.testing import Stage
from shared.tokens import NotAuthenticated

COMMUNE = "05485"

EVERY: list[tuple[str, dict[str, object]]] = [
    ("ProposeCandidate", {"standard": "NTM", "unit_code": COMMUNE, "year": 2018, "doc_number": "1"}),
    ("AcceptCandidate", {"candidate_id": "c", "doc_number": "1"}),
    ("DeclineCandidate", {"candidate_id": "c", "reason": "x"}),
    ("CompileNtmList", {"year": 2018, "candidate_ids": ["c"]}),
    ("SubmitNtmList", {"list_id": "l", "doc_number": "1"}),
    ("ReturnNtmList", {"list_id": "l", "reason": "x"}),
    ("ApproveNtmList", {"list_id": "l", "decision_no": "1"}),
    (
        "AssessCriterion",
        {"standard": "NTM", "unit_code": COMMUNE, "year": 2018, "passed": True, "evidence_ref": "1"},
    ),
    ("CompleteSelfAssessment", {"candidate_id": "c", "report_no": "1"}),
    ("PostResults", {"candidate_id": "c", "places": ["x"]}),
    (
        "HoldCommuneMeeting",
        {"candidate_id": "c", "attended": 1, "yes_votes": 1, "comments_received": 0, "minutes_ref": "1"},
    ),
    ("VerifyCandidate", {"candidate_id": "c", "report_no": "1"}),
    ("GiveOpinion", {"candidate_id": "c", "doc_number": "1"}),
    ("OpenSurvey", {"candidate_id": "c"}),
    (
        "CompleteSurvey",
        {"survey_id": "s", "households_total": 1, "households_asked": 1, "satisfied": 1, "report_no": "1"},
    ),
    ("SubmitCandidate", {"candidate_id": "c", "doc_number": "1"}),
    ("AppraiseCandidate", {"candidate_id": "c", "members": 1, "yes_votes": 1, "minutes_ref": "1"}),
    ("ReturnCandidate", {"candidate_id": "c", "reason": "x"}),
    ("RecogniseUnit", {"candidate_id": "c", "decision_no": "1"}),
    ("RejectUnit", {"candidate_id": "c", "reason": "x"}),
    ("AnnounceRecognition", {"candidate_id": "c", "held_at": "x"}),
    ("LapseRecognition", {"candidate_id": "c", "decision_no": "1", "reason": "x"}),
]


@pytest.mark.parametrize(("name", "body"), EVERY, ids=[name for name, _ in EVERY])
def test_nobody_without_a_name_does_anything(stage: Stage, name: str, body: dict[str, object]) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(getattr(asked, name).model_validate(body), by=None)
