"""The topics of supervision that the programme names; events carry those of later programmes too."""

from typing import Annotated, Literal

from contracts.names import Named
from contracts.values import TOPICS

TopicCode = Annotated[
    Literal[
        "GS-GN",
        "GS-GN-1",
        "GS-GN-2",
        "GS-NTM",
        "GS-NTM-1",
        "GS-NTM-2",
        "GS-NTM-3",
        "GS-NTM-4",
        "GS-NTM-5",
        "GS-DT-1",
        "GS-DT-2",
        "GS-DT-3",
    ],
    Named("Chuyên đề giám sát", "Topic of supervision", codes=TOPICS),
]
TopicCodes = Annotated[list[TopicCode], Named("Các chuyên đề giám sát", "Topics of supervision")]
