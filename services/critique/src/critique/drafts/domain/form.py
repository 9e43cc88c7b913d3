"""The decision on how a draft is critiqued, and who chairs (duty II.4b-b)."""

from dataclasses import dataclass
from datetime import date

from contracts.critique.drafts import CritiqueForm, FormReason
from contracts.errors import InvalidField
from contracts.reference import Body
from contracts.values import BodyLevel, Track
from critique.common.domain.parties import critiques_at, is_front_itself
from shared.domain.deadlines import ExplainedDeadline

DOSSIER_BEFORE = "crit.dossier_before"


@dataclass(eq=False)
class FormDecision:
    """Track and form of a critique; `session_notice` explains the earliest session day, if any."""

    draft_id: str
    track: Track
    form: CritiqueForm
    chair_body: str
    reason: FormReason
    note: str
    session_on: date | None
    deciding_body: str
    decided_on: date
    session_notice: ExplainedDeadline | None = None

    def __post_init__(self) -> None:
        """Check what the decision says. Raises InvalidField."""
        self._check_session()
        if self.track == "critique" and self.reason == "dossier":
            raise InvalidField(
                "reason",
                "dossier-only-for-comment",
                "Hồ sơ là lý do để góp ý, không phải để phản biện",
                "The state of the dossier is a reason for comments, not for a critique",
            )

    @property
    def notice_kept(self) -> bool | None:
        """Whether the session leaves the time that the rule table sets; None where it sets none."""
        notice = self.session_notice
        return None if notice is None or self.session_on is None else self.session_on >= notice.due_on

    def check_held(self, on: date) -> None:
        """No opinion is issued before the session was held. Raises InvalidField."""
        if self.session_on is not None and on < self.session_on:
            raise InvalidField(
                "occurred_on",
                "not-before-session",
                f"Phiên phản biện họp ngày {self.session_on:%d/%m/%Y}, chưa thể ra văn bản",
                f"The session is on {self.session_on}; no opinion can be issued before it",
            )

    def _check_session(self) -> None:
        if self.session_on is None:
            if self.form != "written":
                raise _session("required", "Hội nghị và đối thoại phải có ngày", "This form needs a day")
        elif self.session_on < self.decided_on:
            raise _session(
                "not-before-decision",
                "Ngày họp không được trước ngày quyết định hình thức",
                "A session cannot be before its form is decided",
            )


def check_chair(chair: Body, decider: Body, level: BodyLevel, unit_code: str) -> None:
    """The decider chairs, or a body of the Front that the Front asks; an organisation asks nobody.

    Permission list of the programme's design, §2.3. Raises InvalidField.
    """
    asks = is_front_itself(decider)
    if chair.name != decider.name and not (asks and critiques_at(chair, level, unit_code)):
        raise InvalidField(
            "chair_body",
            "front-body-of-the-level",
            f"{chair.called.vi} không chủ trì được: phải là cơ quan quyết định, "
            "hoặc tổ chức cùng cấp do Mặt trận đề nghị",
            f"{chair.called.en} cannot chair: it must be the deciding body, or a body that the Front asks",
        )


def _session(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField("session_on", rule, vi, en)
