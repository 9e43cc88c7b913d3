"""Value types that commands and queries of titles share, each with its name."""

from typing import Annotated

from contracts.names import Named
from contracts.values import COUNT, ID, NUMBER, HouseholdRef
from contracts.values.bodies import BODY
from shared.domain.deadlines import ExplainedDeadline

TitleMeetingId = Annotated[str, ID, Named("Mã cuộc họp bình xét", "Meeting id")]
DossierNumber = Annotated[str, NUMBER, Named("Số hồ sơ", "Dossier number")]
RegisteringBody = Annotated[str, BODY, Named("Cơ quan đăng ký", "Registering body")]
HouseholdRefs = Annotated[list[HouseholdRef], Named("Mã tham chiếu các hộ", "Household references")]
CriterionMetFlag = Annotated[bool, Named("Đạt tiêu chí", "Met")]
MeetsStandard = Annotated[bool, Named("Tự đánh giá đạt", "Meets the standard")]
CertificateEarned = Annotated[bool, Named("Đủ điều kiện cấp giấy công nhận", "Certificate earned")]
DossierDue = Annotated[ExplainedDeadline, Named("Hạn gửi hồ sơ", "Dossier due")]
DecisionDue = Annotated[ExplainedDeadline, Named("Hạn quyết định", "Decision due")]
SubmittedCount = Annotated[int, COUNT, Named("Số danh hiệu trình", "Submitted")]
RecognisedCount = Annotated[int, COUNT, Named("Số được công nhận", "Recognised")]
RejectedTitles = Annotated[int, COUNT, Named("Số không công nhận", "Rejected")]
RevokedCount = Annotated[int, COUNT, Named("Số bị thu hồi", "Revoked")]
