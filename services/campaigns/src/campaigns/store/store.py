"""The repositories of one unit of work."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from sqlalchemy import func, select

from campaigns.assignments.store import AssignmentsStore
from campaigns.criteria.store import CriteriaStore
from campaigns.documents.domain.media import MediaProgramme
from campaigns.documents.store import DocumentsStore
from campaigns.domain.campaign import Campaign, Drive
from campaigns.domain.consultation import Consultation
from campaigns.domain.guidance import Guidance, Receipt
from campaigns.domain.history import Step
from campaigns.domain.responsibility import Assignment
from campaigns.exemplars.store import ExemplarsStore
from campaigns.integration.store import IntegrationStore
from campaigns.media.store import MediaStore
from campaigns.models.store import ModelsStore
from campaigns.outreach.store import OutreachStore
from campaigns.pledges.store import PledgesStore
from campaigns.poverty.store import PovertyStore
from campaigns.register.store import RegisterStore
from campaigns.standards.store import StandardsStore
from campaigns.store import tables
from campaigns.store.households import HouseholdsStore
from campaigns.store.places import placed
from campaigns.store.repository import PageOf, Repository
from campaigns.titles.store import TitlesStore
from contracts.campaigns import queries


class CampaignStore(Repository):
    """Everything that the campaigns service keeps."""

    def campaign(self, campaign_id: str) -> Campaign:
        """Return a campaign. Raises NotFound."""
        return self._get(Campaign, campaign_id, "campaign")

    def consultation(self, consultation_id: str) -> Consultation:
        """Return a consultation. Raises NotFound."""
        return self._get(Consultation, consultation_id, "consultation")

    def assignment(self, assignment_id: str) -> Assignment:
        """Return an assignment. Raises NotFound."""
        return self._get(Assignment, assignment_id, "assignment")

    def guidance(self, guidance_id: str) -> Guidance:
        """Return a guidance. Raises NotFound."""
        return self._get(Guidance, guidance_id, "guidance")

    def has_code(self, unit_code: str, code: str) -> bool:
        """Say whether the unit already has a campaign with this code."""
        table = tables.campaigns
        found = select(table.c.id).where(table.c.unit_code == unit_code, table.c.code == code)
        return self._session.scalar(found) is not None

    def has_number(self, issuer_org: str, doc_number: str) -> bool:
        """Say whether the issuer already has a document with this number."""
        table = tables.guidance
        found = select(table.c.id).where(table.c.issuer_org == issuer_org, table.c.doc_number == doc_number)
        return self._session.scalar(found) is not None

    def has_receipt(self, guidance_id: str, body: str) -> bool:
        """Say whether the body has confirmed that it read the guidance."""
        table = tables.receipts
        found = select(table.c.id).where(table.c.guidance_id == guidance_id, table.c.body == body)
        return self._session.scalar(found) is not None

    def link(self, drive: Drive) -> None:
        """Keep a drive; told again, it replaces what was told before."""
        self._session.merge(drive)

    def drives(self, campaign_id: str) -> list[Drive]:
        """Return the drives that support a campaign, in the order of their ids."""
        table = tables.drives
        found = select(Drive).where(table.c.campaign_id == campaign_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def receipts_of(self, guidance_ids: Sequence[str]) -> dict[str, int]:
        """Count the receipts of each guidance."""
        table = tables.receipts
        counted = select(table.c.guidance_id, func.count()).where(table.c.guidance_id.in_(guidance_ids))
        return dict(self._session.execute(counted.group_by(table.c.guidance_id)).all())

    def campaigns(self, asked: queries.CampaignList) -> PageOf[Campaign]:
        """Return a page of campaigns that run in a year."""
        table, wanted = tables.campaigns, select(Campaign)
        if asked.year:
            wanted = wanted.where(
                table.c.start_on <= date(asked.year, 12, 31), table.c.end_on >= date(asked.year, 1, 1)
            )
        wanted = placed(self._session, wanted, table.c.unit_code, table.c.launched_on, asked.unit_code)
        return self._page(wanted, table, asked)

    def consultations(self, asked: queries.ConsultationList) -> PageOf[Consultation]:
        """Return a page of consultations held in a year."""
        table = tables.consultations
        return self._page(
            self._of_year_and_unit(select(Consultation), table, "held_on", asked.year, asked.unit_code),
            table,
            asked,
        )

    def receipts(self, asked: queries.GuidanceReceipts) -> PageOf[Receipt]:
        """Return a page of the receipts of a guidance."""
        table = tables.receipts
        return self._page(select(Receipt).where(table.c.guidance_id == asked.guidance_id), table, asked)

    def history(self, asked: queries.HistoryOf) -> PageOf[Step]:
        """Return a page of the steps taken with an object, in their order."""
        table = tables.history
        return self._page(select(Step).where(table.c.object_id == asked.object_id), table, asked)

    @cached_property
    def households(self) -> HouseholdsStore:
        """Return the repository of households and their registrations."""
        return HouseholdsStore(self._session)

    @cached_property
    def responsibilities(self) -> AssignmentsStore:
        """Return the repository of the room «assignments»."""
        return AssignmentsStore(self._session)

    @cached_property
    def documents(self) -> DocumentsStore:
        """Return the repository of the room «documents»."""
        return DocumentsStore(self._session)

    def media_programme(self, guidance_id: str) -> MediaProgramme:
        """Return the themes of a communication programme and the quota of each outlet. Raises NotFound."""
        return self.documents.media_programme(guidance_id)

    @cached_property
    def integration(self) -> IntegrationStore:
        """Return the repository of the room «integration»."""
        return IntegrationStore(self._session)

    @cached_property
    def titles(self) -> TitlesStore:
        """Return the repository of the room «titles»."""
        return TitlesStore(self._session)

    @cached_property
    def models(self) -> ModelsStore:
        """Return the repository of the room «models»."""
        return ModelsStore(self._session)

    @cached_property
    def exemplars(self) -> ExemplarsStore:
        """Return the repository of the room «exemplars»."""
        return ExemplarsStore(self._session)

    @cached_property
    def outreach(self) -> OutreachStore:
        """Return the repository of the room «outreach»."""
        return OutreachStore(self._session)

    @cached_property
    def media(self) -> MediaStore:
        """Return the repository of the room «media»."""
        return MediaStore(self._session)

    @cached_property
    def standards(self) -> StandardsStore:
        """Return the repository of the room «standards»."""
        return StandardsStore(self._session)

    @cached_property
    def register(self) -> RegisterStore:
        """Return the repository of the room «register»."""
        return RegisterStore(self._session)

    @cached_property
    def pledges(self) -> PledgesStore:
        """Return the repository of the room «pledges»."""
        return PledgesStore(self._session)

    @cached_property
    def criteria(self) -> CriteriaStore:
        """Return the repository of the room «criteria»."""
        return CriteriaStore(self._session)

    @cached_property
    def poverty(self) -> PovertyStore:
        """Return the repository of the room «poverty»."""
        return PovertyStore(self._session)
