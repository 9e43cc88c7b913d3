"""The table of contents of the critique service."""

from critique.common.tables import metadata
from critique.drafts.feature import drafts
from critique.opinions.feature import opinions
from critique.topics.feature import topics
from shared.service import Service

service = Service(
    name="critique",
    function="front-standing",
    title_vi="Phản biện xã hội",
    title_en="Social critique of drafts",
    features=[topics, drafts, opinions],
    tables=metadata,
    migrations="critique:migrations",
)
