"""Days that the rule table sets, as answers carry them: counted, and explained in both languages."""

from datetime import date
from typing import Annotated, Self

from pydantic import JsonValue

from contracts.errors import InvalidField, Kind, Refusal
from contracts.messages import Message
from contracts.names import Named
from contracts.reference import deadline

RuleKey = Annotated[str, Named("Mã quy tắc", "Key in the rule table")]
RuleValue = Annotated[JsonValue, Named("Giá trị của quy tắc", "What the rule said on the first day")]
RuleSource = Annotated[str, Named("Căn cứ", "Where the rule's value comes from")]
RuleConfidence = Annotated[str, Named("Độ tin cậy", "How sure the value is")]
CountedFrom = Annotated[date, Named("Tính từ ngày", "Day from which it counts")]
Count = Annotated[int, Named("Số ngày, tháng hoặc năm", "How many of the unit")]
CountUnit = Annotated[str, Named("Đơn vị thời gian", "Working days, calendar days, months or years")]
HolidaysPassed = Annotated[list[date], Named("Ngày lễ không tính", "Public holidays passed over")]
DueOn = Annotated[date, Named("Hạn", "Due on")]
ExplanationVi = Annotated[str, Named("Giải thích (tiếng Việt)", "Explanation in Vietnamese")]
ExplanationEn = Annotated[str, Named("Giải thích (tiếng Anh)", "Explanation in English")]


class ExplainedDeadline(Message, vi="Thời hạn"):
    """A day that a rule of the dated rule table sets, with all that it rests on.

    A confidence of `unknown` or `design` marks a placeholder that the agencies must confirm.
    """

    rule: RuleKey
    value: RuleValue
    source: RuleSource
    confidence: RuleConfidence
    start_on: CountedFrom
    count: Count
    count_unit: CountUnit
    holidays: HolidaysPassed
    due_on: DueOn
    explanation_vi: ExplanationVi
    explanation_en: ExplanationEn

    @classmethod
    def counted(cls, rule_key: str, start: date) -> Self:
        """Count a rule's time from a day, as it stood on that day. Raises NoRuleInForce, RuleCountsNoTime."""
        found = deadline(rule_key, start)
        return cls(
            rule=rule_key,
            value=found.rule.value,
            source=found.rule.source,
            confidence=found.rule.confidence,
            start_on=start,
            count=found.count,
            count_unit=found.unit,
            holidays=list(found.skipped),
            due_on=found.due,
            explanation_vi=found.explanation_vi,
            explanation_en=found.explanation_en,
        )

    def put_off(self, to: date) -> Self:
        """Return it with a later day; what the rule said, and every day granted before, stays explained."""
        return self.model_copy(
            update={
                "due_on": to,
                "explanation_vi": f"{self.explanation_vi} Đã gia hạn đến ngày {to:%d/%m/%Y}.",
                "explanation_en": f"{self.explanation_en} Put off to {to:%Y-%m-%d}.",
            }
        )


def check_later(new: date, former: date, on: date) -> None:
    """Refuse a new due day that lies not after the former one and the day of the act. Raises InvalidField."""
    if new <= max(former, on):
        raise InvalidField(
            "due_on",
            "later-than-before",
            "Hạn mới phải sau hạn cũ và sau ngày gia hạn",
            "The new due day lies after the former one and after the day of the act",
        )


class TooEarly(Refusal):
    """A term of the rule table has not run out yet."""

    slug = "too-early"
    kind = Kind.CONFLICT
    vi = "Chưa được thực hiện trước ngày {due:%d/%m/%Y}. {explanation_vi}"
    en = "Not before {due:%Y-%m-%d}. {explanation_en}"


def too_early(due: ExplainedDeadline) -> TooEarly:
    """Say that a term has not run out, with its explanation."""
    return TooEarly(
        rule=due.rule,
        due=due.due_on,
        explanation_vi=due.explanation_vi,
        explanation_en=due.explanation_en,
    )
