"""The table of contents of the supervision service."""

from shared.service import Service
from supervision.common.tables import metadata
from supervision.documents.feature import documents
from supervision.plans.feature import plans
from supervision.recommendations.feature import recommendations

service = Service(
    name="supervision",
    function="front-standing",
    title_vi="Giám sát",
    title_en="Social supervision",
    features=[documents, plans, recommendations],
    tables=metadata,
    migrations="supervision:migrations",
)
