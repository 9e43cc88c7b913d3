"""Recording what an outlet published."""

from datetime import date

from campaigns.documents.domain.media import MediaProgramme
from campaigns.history import note
from campaigns.media.domain.item import FORMATS, MediaItem, require_format, require_measure
from campaigns.store.store import CampaignStore
from contracts.campaigns.media.commands import MediaItemStanding, PublishMediaItem
from contracts.campaigns.media.events import MediaItemPublished
from contracts.errors import InvalidField
from shared.authority import function
from shared.service import command
from shared.work import Work

publishes = function(*FORMATS)


@command(PublishMediaItem, post="/media-items", may=publishes)
def publish_media_item(said: PublishMediaItem, work: Work[CampaignStore]) -> MediaItemStanding:
    """Record an item that the acting outlet published on the day of the act.

    Duty III.1.13-a; also III.1.13-b where it tells of a commended exemplar or a recognised model.
    Minutes on air, words to read.
    Raises: NotAllowed, NotFound, InvalidField.
    """
    require_format(work.actor.functions, said.format)
    require_measure(said.format, said.minutes, said.words)
    _require_quota(said, work.store.media_programme(said.guidance_id), work.actor.body, work.today)
    _require_good_example(said, work)
    item = MediaItem(
        id=work.new_id("med"),
        outlet_org=work.actor.body,
        published_on=work.today,
        recorded_at=work.now,
        **said.model_dump(exclude={"occurred_on"}),
    )
    work.store.add(item)
    note(work, item.id, "publish_media_item", item.state)
    told = {name: getattr(item, name) for name in MediaItemPublished.model_fields if name != "item_id"}
    work.emit(MediaItemPublished.model_validate({**told, "item_id": item.id}), duties=item.duties)
    return MediaItemStanding(item_id=item.id, state="published")


def _require_quota(said: PublishMediaItem, programme: MediaProgramme, outlet: str, on: date) -> None:
    """Check that the programme of the year asks this outlet for this theme. Raises InvalidField."""
    if outlet not in programme.quotas or programme.year != on.year or programme.state != "issued":
        raise InvalidField(
            "guidance_id",
            "programme-of-outlet-and-year",
            "Chương trình phải còn hiệu lực, của năm này, và giao chỉ tiêu cho cơ quan báo chí này",
            "The programme must be in force, of this year, and set this outlet a quota",
        )
    if said.theme not in programme.themes:
        raise InvalidField(
            "theme",
            "theme-of-programme",
            f"Chủ đề phải là một trong: {'; '.join(programme.themes)}",
            f"The theme must be one of: {'; '.join(programme.themes)}",
        )


def _require_good_example(said: PublishMediaItem, work: Work[CampaignStore]) -> None:
    """Check that a cited exemplar was commended, and a cited model recognised, by the day."""
    if said.exemplar_id:
        awarded = work.store.exemplars.exemplar(said.exemplar_id).awarded_on
        _require_by("exemplar_id", "commended-exemplar", awarded, work.today)
    if said.model_id:
        recognised = work.store.models.model(said.model_id).recognised_on
        _require_by("model_id", "recognised-model", recognised, work.today)


def _require_by(field: str, rule: str, since: date | None, on: date) -> None:
    if since is None or since > on:
        raise InvalidField(
            field,
            rule,
            "Chỉ tuyên truyền về điển hình đã được biểu dương hoặc mô hình đã được công nhận",
            "Only an exemplar that was commended or a model that was recognised is told of",
        )
