"""The table of contents of the reporting service: its features, each of which may use those before it."""

from reporting.common.tables import metadata
from reporting.duty_board.feature import duty_board
from reporting.programmes.feature import programmes
from shared.service import Service

service = Service(
    name="reporting",
    function="peoples-committee",
    title_vi="Chương trình phối hợp và bảng theo dõi nhiệm vụ",
    title_en="The coordination programme and its duty board",
    features=[programmes, duty_board],
    tables=metadata,
    migrations="reporting:migrations",
)
