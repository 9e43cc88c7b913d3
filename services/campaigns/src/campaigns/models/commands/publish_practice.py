"""Publishing and withdrawing sheets of good practice."""

from campaigns.domain.folding import folded
from campaigns.history import note
from campaigns.models.domain.evidence import PRACTICES_SHOWN, duties_of_practice
from campaigns.models.domain.practice import Practice
from campaigns.models.guards import coordinates_models, publishes_here
from campaigns.models.standing import shown
from campaigns.store.store import CampaignStore
from contracts.campaigns.models.commands import PracticeStanding, PublishPractice, WithdrawPractice
from contracts.campaigns.models.events import ModelReplicated
from contracts.errors import InvalidField
from contracts.reference import Body, Place
from shared.service import command
from shared.work import Work

SHOWN = ("piloting", "evaluated", "recognised", "replicated")


@command(PublishPractice, post="/practices", may=publishes_here, duties=(PRACTICES_SHOWN,))
def publish_practice(wanted: PublishPractice, work: Work[CampaignStore]) -> PracticeStanding:
    """Publish a sheet of good practice to the whole province; who asks for more asks a body, no person.

    Duty II.3b-b where a department or a People's Committee publishes it. A sheet may stand without a model.
    Raises: NotAllowed, NotFound, WrongStep (the model is not tried out), InvalidField.
    """
    path = Place.on(wanted.unit_code, work.today).path
    Body.on(wanted.contact, work.today, "contact")
    _require_model(wanted, work)
    practice = _practice(wanted, path, work)
    work.store.add(practice)
    note(work, practice.id, "publish_practice", practice.state)
    work.emit(_event(practice), duties=duties_of_practice(work.actor.functions))
    return shown(practice)


@command(WithdrawPractice, post="/practices/{practice_id}/withdraw", may=coordinates_models)
def withdraw_practice(wanted: WithdrawPractice, work: Work[CampaignStore]) -> PracticeStanding:
    """Withdraw a sheet, with a reason: its publisher alone; it stays readable.

    Raises: NotAllowed (publisher-only), NotFound, WrongStep, InvalidField.
    """
    practice = work.store.models.practice(wanted.practice_id)
    practice.withdraw(work.actor.body, wanted.reason, work.today)
    note(work, practice.id, "withdraw_practice", practice.state, reason=wanted.reason)
    return shown(practice)


def _require_model(wanted: PublishPractice, work: Work[CampaignStore]) -> None:
    if wanted.model_id is None:
        return
    model = work.store.models.model(wanted.model_id)
    model.require_state("show_practice", *SHOWN)
    if wanted.unit_code != model.unit_code:
        raise InvalidField(
            "unit_code",
            "unit-of-model",
            "Phải là địa bàn của mô hình",
            "It is the unit of the model",
        )


def _practice(wanted: PublishPractice, path: str, work: Work[CampaignStore]) -> Practice:
    texts = wanted.model_dump(include={"name_vi", "problem", "method", "result"})
    return Practice(
        **texts,
        id=work.new_id("prc"),
        unit_code=wanted.unit_code,
        path=path,
        model_id=wanted.model_id,
        cost_vnd=wanted.cost_vnd,
        contact=wanted.contact,
        search_text=folded(*texts.values()),
        published_by=work.actor.body,
        published_on=work.today,
        recorded_at=work.now,
    )


def _event(practice: Practice) -> ModelReplicated:
    return ModelReplicated(
        replication_id=practice.id,
        model_id=practice.model_id,
        kind="practice",
        from_unit=practice.unit_code,
        to_unit=practice.path.strip("/").rpartition("/")[2],
        to_model_id=None,
        replicated_on=practice.published_on,
    )
