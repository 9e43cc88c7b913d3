"""What the rules of the standards refuse."""

from contracts.errors import Kind, Refusal


class OpenCandidacy(Refusal):
    """A unit seeks a standard once at a time."""

    slug = "open-candidacy"
    kind = Kind.CONFLICT
    vi = "{unit.vi} đang trong quá trình đề nghị công nhận «{standard.vi}» ({candidate_id})."
    en = "{unit.en} is already on its way to «{standard.en}» ({candidate_id})."


class PrerequisiteStandard(Refusal):
    """One standard builds on another, which the unit does not hold."""

    slug = "prerequisite-standard"
    kind = Kind.CONFLICT
    vi = "{unit.vi} chưa được công nhận «{needed.vi}», nên chưa thể đề nghị công nhận «{standard.vi}»."
    en = "{unit.en} does not hold «{needed.en}», on which «{standard.en}» builds."


class CriteriaNotMet(Refusal):
    """A unit's own assessment is not complete, or not all of it is passed."""

    slug = "criteria-not-met"
    kind = Kind.CONFLICT
    vi = "Bộ tiêu chí «{standard.vi}» ({version}): chưa đánh giá hoặc chưa đạt: {missing.vi}."
    en = "Set «{standard.en}» ({version}): not assessed or not passed: {missing.en}."


class MissingInputs(Refusal):
    """The decision rests on assessments by other agencies that are absent or not passed."""

    slug = "missing-inputs"
    kind = Kind.CONFLICT
    vi = "Thiếu kết quả đạt của cơ quan chuyên ngành: {missing.vi}."
    en = "There is no passed assessment by the agency in charge: {missing.en}."


class OutdatedCriteria(Refusal):
    """A new version of the criteria set applies from its date: the unit is assessed by it first."""

    slug = "outdated-criteria"
    kind = Kind.CONFLICT
    vi = (
        "Bộ tiêu chí «{standard.vi}» nay là bản {now}; hồ sơ đánh giá theo bản {assessed}, phải đánh giá lại."
    )
    en = "The set «{standard.en}» is now version {now}; the dossier applied {assessed} and is assessed again."


class CoverageNotReached(Refusal):
    """A survey asked too few households."""

    slug = "coverage-not-reached"
    kind = Kind.CONFLICT
    vi = "Mới lấy ý kiến {asked}/{total} hộ; theo quy tắc «{law.vi}» phải đạt ít nhất {percent}%."
    en = "{asked} of {total} households were asked; the rule «{law.en}» asks for at least {percent}%."


class OnAnotherList(Refusal):
    """A year has one list; a returned one may be compiled anew."""

    slug = "list-of-year-exists"
    kind = Kind.CONFLICT
    vi = "Năm {year} đã có danh sách {list_id}."
    en = "The year {year} already has the list {list_id}."
