"""Ids that messages of two or more features carry: a short prefix and a uuid7, `don_0190f3c2…`."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

ID = Field(max_length=64)

# Campaigns
CampaignId = Annotated[str, ID, Named("Mã cuộc vận động", "Campaign id")]
ConsultationId = Annotated[str, ID, Named("Mã cuộc hiệp thương", "Consultation id")]
GuidanceId = Annotated[str, ID, Named("Mã văn bản hướng dẫn", "Guidance id")]
ReplacesId = Annotated[str, ID, Named("Thay thế cho", "Replaces")]
RegistrationId = Annotated[str, ID, Named("Mã đăng ký", "Registration id")]
ExemplarId = Annotated[str, ID, Named("Mã gương điển hình", "Exemplar id")]
ModelId = Annotated[str, ID, Named("Mã mô hình", "Model id")]
PlanId = Annotated[str, ID, Named("Mã kế hoạch", "Plan id")]

# Funds
DriveId = Annotated[str, ID, Named("Mã đợt vận động", "Drive id")]
FundId = Annotated[str, ID, Named("Mã quỹ", "Fund id")]
PledgeId = Annotated[str, ID, Named("Mã cam kết ủng hộ", "Pledge id")]
DonorId = Annotated[
    str,
    Field(max_length=64, description="Reference to the donor; it names nobody"),
    Named("Mã tham chiếu người ủng hộ", "Donor reference"),
]

# Critique and supervision
DraftId = Annotated[str, ID, Named("Mã dự thảo", "Draft id")]
CritiqueId = Annotated[str, ID, Named("Mã văn bản phản biện", "Opinion document id")]

# Of every service
DutyId = Annotated[
    str,
    Field(
        pattern=r"^(0|I|II|III|IV|S)[.0-9a-z]*-[a-z]$",
        description="One of the programme's 115 items",
        examples=["II.2a-a"],
    ),
    Named("Mã nhiệm vụ của Chương trình", "Item of the programme"),
]
EventId = Annotated[str, Named("Mã sự kiện", "Event id")]
ServiceName = Annotated[str, Named("Dịch vụ", "Service")]
