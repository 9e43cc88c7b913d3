"""The table of contents of the feature «consultations»."""

from campaigns.consultations.commands.conclude_consultation import conclude_consultation
from campaigns.consultations.commands.hold_consultation import hold_consultation
from campaigns.consultations.commands.reopen_consultation import reopen_consultation
from campaigns.consultations.domain.consultation import LIFECYCLE, Consultation
from campaigns.consultations.queries.consultation_by_id import consultation_by_id
from campaigns.consultations.queries.consultation_list import consultation_list
from contracts.campaigns.consultations import ConsultationConcluded, ConsultationReopened
from shared.service import Feature, Subject

consultations = Feature(
    commands=[hold_consultation, conclude_consultation, reopen_consultation],
    queries=[consultation_by_id, consultation_list],
    events=[ConsultationConcluded, ConsultationReopened],
    subjects=[Subject("con", Consultation, LIFECYCLE)],
)
