"""Plays the steps of cultural titles; all households are synthetic."""

from collections.abc import Callable
from datetime import date

import pytest

from campaigns.households.messages import RegisterHouseholds
from campaigns.titles.messages.commands import (
    RecogniseTitle,
    RegisterTitles,
    ReviewTitles,
    SelfAssessTitle,
    SubmitTitles,
)
from campaigns.titles.messages.queries import TitleById
from shared.authority import Actor
from shared.testing import Stage, actor

Launched = Callable[..., str]
AREA, COMMUNE = "05467-K001", "05467"
MEETING = date(2017, 11, 10)  # a Friday
SENT = date(2017, 11, 13)
DECIDED = date(2017, 11, 17)


class Play:
    """Plays the steps of titles of one area on a stage."""

    def __init__(self, stage: Stage, campaign_id: str) -> None:
        self.stage, self.campaign_id = stage, campaign_id
        self.group, self.commune = actor("ban-ctmt", AREA), actor("ubnd-xa", COMMUNE)

    def households(self, *numbers: int) -> list[str]:
        entries = [{"list_number": number, "content_codes": ["ND1", "ND2"]} for number in numbers]
        body = {"area_code": AREA, "campaign_id": self.campaign_id, "year": 2017, "households": entries}
        done = self.stage.act(RegisterHouseholds.model_validate(body), by=self.group)
        return [each.household_ref for each in done.registrations]

    def register(self, refs: list[str], year: int = 2017, title: str = "GDVH") -> list[str]:
        body = {"title": title, "area_code": AREA, "year": year, "household_refs": refs}
        done = self.stage.act(RegisterTitles.model_validate(body), by=self.group, on=date(year, 7, 1))
        return [each.registration_id for each in done.registrations]

    def assess(self, ids: list[str], on: date = MEETING) -> None:
        for each in ids:
            self.stage.act(SelfAssessTitle(registration_id=each, meets=True), by=self.group, on=on)

    def review(
        self,
        votes: dict[str, int],
        on: date = MEETING,
        attended: int = 60,
        title: str = "GDVH",
        invited: int = 100,
    ) -> str:
        done = self.stage.act(self.review_of(votes, on.year, attended, title, invited), by=self.group, on=on)
        return str(done.meeting_id)

    def submitted(self, refs: list[str], year: int = 2017, title: str = "GDVH") -> list[str]:
        ids = self.register(refs, year, title)
        meeting, sent = MEETING.replace(year=year), SENT.replace(year=year)
        self.assess(ids, meeting)
        meeting_id = self.review(dict.fromkeys(ids, 60), meeting, title=title)
        self.stage.act(self.submission(meeting_id), by=self.group, on=sent)
        return ids

    def recognised(
        self, refs: list[str], year: int = 2017, title: str = "GDVH", by: Actor | None = None
    ) -> list[str]:
        ids = self.submitted(refs, year, title)
        for each in ids:
            self.stage.act(self.recognition(each), by=by or self.commune, on=DECIDED.replace(year=year))
        return ids

    def title(self, registration_id: str) -> object:
        return self.stage.ask(TitleById(registration_id=registration_id), by=self.group)

    @staticmethod
    def review_of(
        votes: dict[str, int], year: int = 2017, attended: int = 60, title: str = "GDVH", invited: int = 100
    ) -> ReviewTitles:
        return ReviewTitles.model_validate(
            {
                "title": title,
                "area_code": AREA,
                "year": year,
                "invited": invited,
                "attended": attended,
                "ballot": "secret_ballot",
                "minutes_ref": "02/BB-BX",
                "votes": [{"registration_id": each, "yes_votes": yes} for each, yes in votes.items()],
            }
        )

    @staticmethod
    def submission(meeting_id: str) -> SubmitTitles:
        return SubmitTitles(meeting_id=meeting_id, dossier_no="03/HS-BX")

    @staticmethod
    def recognition(registration_id: str) -> RecogniseTitle:
        return RecogniseTitle(registration_id=registration_id, decision_no="15/QĐ-UBND")


@pytest.fixture
def play(stage: Stage, launched: Launched) -> Play:
    return Play(stage, launched())
