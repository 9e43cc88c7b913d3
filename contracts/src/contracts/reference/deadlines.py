"""Days that the rule table sets, counted and explained."""

import calendar
from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from contracts.errors import Kind, Refusal
from contracts.reference.holidays import (
    Language,
    add_working_days,
    holidays_between,
    holidays_skipped,
    is_working_day,
)
from contracts.reference.rules import Confidence, Rule, rules

_UNITS: Final[dict[Language, dict[str, str]]] = {
    "vi": {
        "calendar_days": "ngày theo lịch",
        "working_days": "ngày làm việc",
        "months": "tháng",
        "years": "năm",
    },
    "en": {
        "calendar_days": "calendar day(s)",
        "working_days": "working day(s)",
        "months": "month(s)",
        "years": "year(s)",
    },
}
_CONFIDENCE_VI: Final[dict[Confidence, str]] = {
    "seed": "nguyên văn Chương trình",
    "verified": "đã kiểm chứng",
    "high": "cao",
    "medium": "trung bình",
    "low": "thấp",
    "design": "lựa chọn thiết kế",
    "unknown": "chưa rõ",
}
_MONTHS_IN: Final = {"months": 1, "years": 12}


class RuleCountsNoTime(Refusal):
    """A deadline was asked of a rule that sets no days, months or years."""

    slug = "rule-counts-no-time"
    kind = Kind.INVALID
    vi = "Quy tắc «{law.vi}» không quy định thời hạn theo ngày, tháng hoặc năm."
    en = "Rule «{law.en}» sets no time in days, months or years."


class Deadline(BaseModel):
    """A day that a rule sets, with all that it rests on.

    `count` is in `unit` (calendar_days, working_days, months or years) and negative when counted back
    from `start`. The day of `start` is not counted. `skipped` names in Vietnamese the public holidays
    between Monday and Friday that working days passed over. A due day in calendar days, months or years
    may fall on a day off; it is not moved, since the programme's rules do not say so.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: Rule
    start: date
    count: int
    unit: str
    skipped: dict[date, str]
    due: date

    @property
    def due_on_working_day(self) -> bool:
        """Whether offices are open on the day due."""
        return is_working_day(self.due)

    @property
    def explanation_vi(self) -> str:
        """How the day was found, in Vietnamese."""
        rule, way = self.rule, "sau" if self.count >= 0 else "trước"
        placeholder = "; số tạm, chờ xác nhận" if rule.is_placeholder else ""
        return (
            f"{rule.name_vi} (nguồn: {rule.source}; "
            f"độ tin cậy: {_CONFIDENCE_VI[rule.confidence]}{placeholder}): "
            f"{abs(self.count)} {_UNITS['vi'][self.unit]} {way} ngày "
            f"{self.start:%d/%m/%Y}{self._days_off('vi')}; kết quả: {self.due:%d/%m/%Y}."
        )

    @property
    def explanation_en(self) -> str:
        """How the day was found, in English."""
        rule, way = self.rule, "after" if self.count >= 0 else "before"
        placeholder = "; a placeholder to be confirmed" if rule.is_placeholder else ""
        return (
            f"{rule.name_en} (source: {rule.source}; confidence: {rule.confidence}"
            f"{placeholder}): {abs(self.count)} {_UNITS['en'][self.unit]} {way} "
            f"{self.start:%Y-%m-%d}{self._days_off('en')}; result: {self.due:%Y-%m-%d}."
        )

    def explain(self, language: Language = "vi") -> str:
        """How the day was found: rule, start, kind of days, holidays passed over, result."""
        return self.explanation_vi if language == "vi" else self.explanation_en

    def _days_off(self, language: Language) -> str:
        if self.unit != "working_days":
            return ""
        return _passing_vi(self.skipped) if language == "vi" else _passing_en(self.skipped)


def deadline(rule_key: str, start: date) -> Deadline:
    """Count a rule's time forward from `start`, as the rule stands on `start`.

    Raises NoRuleInForce, RuleCountsNoTime, RuleIsNoNumber.
    """
    rule = rules().in_force(rule_key, start)
    return _counted(rule, start, rule.number)


def notice_by(rule_key: str, event_on: date) -> Deadline:
    """Count a rule's time back from `event_on`: the last day on which notice is still in time.

    Raises NoRuleInForce, RuleCountsNoTime, RuleIsNoNumber.
    """
    rule = rules().in_force(rule_key, event_on)
    return _counted(rule, event_on, -rule.number)


def _counted(rule: Rule, start: date, count: int) -> Deadline:
    due = _moved(start, count, rule)
    first, last = sorted((start, due))
    skipped = holidays_skipped(first, last) if rule.unit == "working_days" else {}
    skipped.pop(start, None)
    return Deadline(rule=rule, start=start, count=count, unit=rule.unit, skipped=skipped, due=due)


def _moved(start: date, count: int, rule: Rule) -> date:
    if rule.unit == "working_days":
        return add_working_days(start, count)
    if rule.unit == "calendar_days":
        return start + timedelta(days=count)
    if rule.unit in _MONTHS_IN:
        return _months_later(start, count * _MONTHS_IN[rule.unit])
    raise RuleCountsNoTime(rule=rule.key, law=rule.name)


def _months_later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _passing_vi(skipped: dict[date, str]) -> str:
    named = ", ".join(f"{day:%d/%m/%Y} ({name})" for day, name in skipped.items())
    return ", không tính thứ Bảy, Chủ nhật và ngày lễ" + (f": {named}" if named else "")


def _passing_en(skipped: dict[date, str]) -> str:
    if not skipped:
        return ", passing over weekends and public holidays"
    names = holidays_between(min(skipped), max(skipped), "en")
    named = ", ".join(f"{day:%Y-%m-%d} ({names[day]})" for day in skipped)
    return f", passing over weekends and public holidays: {named}"
