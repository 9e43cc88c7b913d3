"""Numbers, versions and the words of papers; what people write names no person."""

from typing import Annotated

from pydantic import Field

from contracts.names import Named

NUMBER = Field(min_length=1, max_length=80, pattern=r"\S", description="Number in the issuer's register")
LINE = Field(min_length=1, max_length=200, pattern=r"\S")
PROSE = Field(min_length=1, max_length=4000, pattern=r"\S", description="Vietnamese text; it names no person")

# Numbers
DocNumber = Annotated[str, NUMBER, Named("Số văn bản", "Document number")]
DecisionNumber = Annotated[str, NUMBER, Named("Số quyết định", "Decision number")]
AnswerDocNumber = Annotated[str, NUMBER, Named("Số văn bản trả lời", "Number of the answer")]
MinutesRef = Annotated[
    str,
    Field(min_length=1, max_length=200, pattern=r"\S", description="Number of the minutes in the files"),
    Named("Số biên bản", "Number of the minutes"),
]

# Versions, sources and frozen facts
StandardVersion = Annotated[
    str, Field(min_length=1, max_length=80), Named("Phiên bản bộ tiêu chí", "Version of the criteria set")
]
CommendationVersion = Annotated[
    str,
    Field(min_length=1, max_length=80, description="Number of the document that issued the criteria"),
    Named("Phiên bản tiêu chí khen thưởng", "Version of the commendation criteria"),
]
Source = Annotated[str, Named("Nguồn", "Source")]

# Words
DocTitle = Annotated[str, LINE, Named("Trích yếu", "Subject of the document")]
NameVi = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S"), Named("Tên gọi", "Name")]
NameEn = Annotated[
    str, Field(min_length=1, max_length=300, pattern=r"\S"), Named("Tên tiếng Anh", "English name")
]
Reason = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"\S"), Named("Lý do", "Reason")]
Note = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S"), Named("Ghi chú", "Note")]
Remark = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S"), Named("Nhận xét", "Remark")]
SearchText = Annotated[str, Field(min_length=1, max_length=200), Named("Từ khóa", "Text")]

# A day that the rule table sets, and why
