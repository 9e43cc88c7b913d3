"""A stage with the reporting service, a proposed programme, and events of other services. All synthetic."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count

import pytest

from contracts.envelope import Envelope
from reporting.programmes.messages import ProgrammeStanding, ProposeProgramme, SignProgramme
from reporting.service import service
from shared.authority import Actor
from shared.testing import SIGNING_DAY, Stage, actor

PARTIES = ["ubnd-tinh", "ub-mttq-tinh"]


@pytest.fixture
def stage() -> Stage:
    return Stage(service)


@pytest.fixture
def state() -> Actor:
    return actor("ubnd-tinh")


@pytest.fixture
def front() -> Actor:
    return actor("ub-mttq-tinh")


@pytest.fixture
def wanted() -> Callable[..., ProposeProgramme]:
    """Give the way to ask for a programme, with any field changed."""

    def make(**changes: object) -> ProposeProgramme:
        fields: dict[str, object] = {
            "number": "75/CTrPH/UBND-UBMTTQ",
            "title": "Thực hiện giảm nghèo bền vững, xây dựng nông thôn mới, đô thị văn minh",
            "basis": "Nghị quyết liên tịch số 88/NQLT/CP-ĐCTUBTWMTTQVN ngày 07/10/2016",
            "signatory_bodies": PARTIES,
            "occurred_on": SIGNING_DAY,
        }
        return ProposeProgramme.model_validate({**fields, **changes})

    return make


@pytest.fixture
def programme(stage: Stage, front: Actor, wanted: Callable[..., ProposeProgramme]) -> ProgrammeStanding:
    answer: ProgrammeStanding = stage.act(wanted(), by=front)
    return answer


@pytest.fixture
def signed(stage: Stage, programme: ProgrammeStanding, state: Actor, front: Actor) -> ProgrammeStanding:
    stage.act(SignProgramme(programme_id=programme.programme_id), by=front)
    answer: ProgrammeStanding = stage.act(SignProgramme(programme_id=programme.programme_id), by=state)
    return answer


@pytest.fixture
def happening() -> Callable[..., Envelope]:
    """Give the way to make an event of another service, with any field of its envelope changed."""
    numbers = count(1)

    def make(**changes: object) -> Envelope:
        fields: dict[str, object] = {
            "id": f"evt_{next(numbers):04}",
            "source": "/funds",
            "type": "funds.drive_opened.v1",
            "subject": "drv_1",
            "time": datetime(2017, 10, 17, 1, tzinfo=UTC),
            "dataschema": "https://chungtay.invalid/schemas/funds.drive_opened.v1.schema.json",
            "data": {"drive_id": "drv_1", "coordinating_bodies": []},
            "partitionkey": "drv_1",
            "correlationid": "cor_1",
            "agency": "ban-vd-quy-tinh",
            "unit": "19",
            "occurredon": date(2017, 10, 17),
            "duties": "II.2a-a",
        }
        return Envelope.model_validate({**fields, **changes})

    return make
