"""Recording what an outlet published."""

from datetime import date

from campaigns.exemplars.repository import Exemplars
from campaigns.guidance.domain.media_programme import MediaProgramme
from campaigns.guidance.repository import GuidanceDocuments
from campaigns.media.domain.item import GOOD_EXAMPLES, TIME, MediaItem, require_format, require_measure
from campaigns.media.guards import publishes
from campaigns.media.messages import MediaItemStanding, PublishMediaItem
from campaigns.media.repository import MediaItems
from campaigns.pilot_models.repository import PilotModels
from contracts.campaigns.media import MediaItemPublished
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(
    PublishMediaItem,
    post="/media-items",
    may=publishes,
    vi="Ghi nhận tin, bài đã đăng, phát",
    duties=(TIME, GOOD_EXAMPLES),
    takes=["media_item:publish"],
)
def publish_media_item(said: PublishMediaItem, work: Work) -> MediaItemStanding:
    """Record an item that the acting outlet published on the day of the act.

    Duty III.1.13-a; also III.1.13-b where it tells of a commended exemplar or a recognised model.
    Minutes on air, words to read.
    Raises: NotAllowed, NotFound, InvalidField.
    """
    require_format(work.actor.functions, said.format)
    require_measure(said.format, said.minutes, said.words)
    programme = GuidanceDocuments(work).media_programme(said.guidance_id)
    _require_quota(said, programme, work.actor.body, work.today)
    _require_good_example(said, work)
    item = _item(said, work)
    MediaItems(work).add(item)
    work.emit(_published(item), duties=item.duties)
    return MediaItemStanding(item_id=item.id, state=item.state)


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
        themes = "; ".join(programme.themes)
        raise InvalidField(
            "theme",
            "theme-of-programme",
            f"Chủ đề phải là một trong: {themes}",
            f"The theme must be one of: {themes}",
        )


def _require_good_example(said: PublishMediaItem, work: Work) -> None:
    """Check that a cited exemplar was commended, and a cited model recognised, by the day."""
    if said.exemplar_id:
        awarded = Exemplars(work).get(said.exemplar_id).awarded_on
        _require_by("exemplar_id", "commended-exemplar", awarded, work.today)
    if said.model_id:
        recognised = PilotModels(work).get(said.model_id).recognised_on
        _require_by("model_id", "recognised-model", recognised, work.today)


def _require_by(field: str, rule: str, since: date | None, on: date) -> None:
    if since is None or since > on:
        raise InvalidField(
            field,
            rule,
            "Chỉ tuyên truyền về điển hình đã được biểu dương hoặc mô hình đã được công nhận",
            "Only an exemplar that was commended or a model that was recognised is told of",
        )


def _item(said: PublishMediaItem, work: Work) -> MediaItem:
    return MediaItem(
        id=work.new_id("med"),
        guidance_id=said.guidance_id,
        outlet_body=work.actor.body,
        theme=said.theme,
        topic=said.topic,
        format=said.format,
        title_vi=said.title_vi,
        minutes=said.minutes,
        words=said.words,
        exemplar_id=said.exemplar_id,
        model_id=said.model_id,
        published_on=work.today,
        recorded_at=work.now,
    )


def _published(item: MediaItem) -> MediaItemPublished:
    return MediaItemPublished(
        item_id=item.id,
        guidance_id=item.guidance_id,
        outlet_body=item.outlet_body,
        format=item.format,
        minutes=item.minutes,
        words=item.words,
        topic=item.topic,
        exemplar_id=item.exemplar_id,
        model_id=item.model_id,
        published_on=item.published_on,
    )
