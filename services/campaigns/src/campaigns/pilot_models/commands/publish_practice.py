"""Publishing a sheet of good practice."""

from campaigns.pilot_models.answers import sheet_standing
from campaigns.pilot_models.domain.evidence import PRACTICES_SHOWN, duties_of_practice
from campaigns.pilot_models.domain.model import LIFECYCLE
from campaigns.pilot_models.domain.practice import Practice
from campaigns.pilot_models.guards import in_reach, publishes_here
from campaigns.pilot_models.messages.commands import PracticeStanding, PublishPractice
from campaigns.pilot_models.repository import PilotModels, Practices
from contracts.campaigns.pilot_models import ModelReplicated
from contracts.errors import InvalidField
from contracts.reference import Body, Place
from shared.service import command
from shared.work import Work


@command(
    PublishPractice,
    post="/practices",
    may=publishes_here,
    vi="Phổ biến cách làm hay",
    duties=(PRACTICES_SHOWN,),
    takes=["practice:publish", "pilot_model:show_practice"],
    checks=in_reach,
)
def publish_practice(wanted: PublishPractice, work: Work) -> PracticeStanding:
    """Publish a sheet of good practice to the whole province; who asks for more asks a body, no person.

    Duty II.3b-b where a department or a People's Committee publishes it. A sheet may stand without a model.
    Raises: NotAllowed, NotFound, WrongStep (the model is not tried out), InvalidField.
    """
    path = Place.on(wanted.unit_code, work.today).path
    Body.on(wanted.contact_body, work.today, "contact_body")
    _require_model(wanted, work)
    practice = _practice(wanted, path, work)
    Practices(work).add(practice)
    work.emit(_shown(practice), duties=duties_of_practice(work.actor.functions))
    return sheet_standing(practice)


def _require_model(wanted: PublishPractice, work: Work) -> None:
    if wanted.model_id is None:
        return
    model = PilotModels(work).get(wanted.model_id)
    LIFECYCLE.check_state(model, "show_practice", work.today)
    if wanted.unit_code != model.unit_code:
        raise InvalidField(
            "unit_code",
            "unit-of-model",
            "Phải là địa bàn của mô hình",
            "It is the unit of the model",
        )


def _practice(wanted: PublishPractice, path: str, work: Work) -> Practice:
    return Practice(
        id=work.new_id("prc"),
        unit_code=wanted.unit_code,
        path=path,
        model_id=wanted.model_id,
        name_vi=wanted.name_vi,
        problem=wanted.problem,
        method=wanted.method,
        cost_vnd=wanted.cost_vnd,
        result=wanted.result,
        contact_body=wanted.contact_body,
        publishing_body=work.actor.body,
        published_on=work.today,
        recorded_at=work.now,
    )


def _shown(practice: Practice) -> ModelReplicated:
    return ModelReplicated(
        replication_id=practice.id,
        model_id=practice.model_id,
        kind="practice",
        from_unit=practice.unit_code,
        to_unit=practice.path.strip("/").partition("/")[0],
        to_model_id=None,
        replicated_on=practice.published_on,
    )
