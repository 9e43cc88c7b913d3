"""Reference data of the province: units, agencies, duties, rules, standards, as of any day."""

from contracts.reference.agencies import Agencies, Agency, Function, UnknownAgency, acting_level, agencies
from contracts.reference.bodies import Body, body_holding, body_words
from contracts.reference.codes import Code, Codes, UnknownCode, codes
from contracts.reference.deadlines import Deadline, deadline, notice_by
from contracts.reference.duties import Duties, Duty, DutyActor, DutyKind, DutyRole, duties
from contracts.reference.holidays import add_working_days, holidays_between, is_working_day
from contracts.reference.naming import (
    agency_name,
    body_name,
    code_names,
    duty_name,
    function_names,
    joined,
    lowered,
    name_of_unit,
    rule_name,
    unit_name,
)
from contracts.reference.places import Place, is_unit, paths_of
from contracts.reference.rules import NoRuleInForce, Rule, Rules, rules
from contracts.reference.standards import (
    CriteriaSet,
    Criterion,
    NoStandardInForce,
    Standards,
    UnknownCriterion,
    standards,
)
from contracts.reference.units import (
    PROVINCE,
    SplitUnit,
    Succession,
    Unit,
    Units,
    UnknownUnit,
    level_of,
    units,
)

__all__ = [
    "PROVINCE",
    "Agencies",
    "Agency",
    "Body",
    "Code",
    "Codes",
    "CriteriaSet",
    "Criterion",
    "Deadline",
    "Duties",
    "Duty",
    "DutyActor",
    "DutyKind",
    "DutyRole",
    "Function",
    "NoRuleInForce",
    "NoStandardInForce",
    "Place",
    "Rule",
    "Rules",
    "SplitUnit",
    "Standards",
    "Succession",
    "Unit",
    "Units",
    "UnknownAgency",
    "UnknownCode",
    "UnknownCriterion",
    "UnknownUnit",
    "acting_level",
    "add_working_days",
    "agencies",
    "agency_name",
    "body_holding",
    "body_name",
    "body_words",
    "code_names",
    "codes",
    "deadline",
    "duties",
    "duty_name",
    "function_names",
    "holidays_between",
    "is_unit",
    "is_working_day",
    "joined",
    "level_of",
    "lowered",
    "name_of_unit",
    "notice_by",
    "paths_of",
    "rule_name",
    "rules",
    "standards",
    "unit_name",
    "units",
]
