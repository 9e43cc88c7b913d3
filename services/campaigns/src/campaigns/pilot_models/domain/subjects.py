"""What a model of each type may be about (programme II.3a, III.1.2, III.1.4), and where that lies."""

from collections.abc import Mapping
from datetime import date

from contracts.campaigns.pilot_models import ModelSubjectKind, ModelType
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import Place, code_names, units

SUBJECTS: Mapping[ModelType, tuple[ModelSubjectKind, ...]] = {
    "GN-VK": ("household",),
    "GN-BV": ("kdc", "commune", "ward", "township"),
    "NTM": ("household", "cooperative_group", "cooperative", "kdc", "commune"),
    "DTVM": ("household", "kdc", "ward", "township"),
}
UNIT_TYPES: Mapping[ModelSubjectKind, str] = {"commune": "xã", "ward": "phường", "township": "thị trấn"}
COOPERATIVES: tuple[ModelSubjectKind, ...] = ("cooperative_group", "cooperative")
OF_AREAS: tuple[ModelSubjectKind, ...] = ("household", "kdc")
WITH_REFERENCE: tuple[ModelSubjectKind, ...] = ("household", *COOPERATIVES)


def require_subject(model_type: ModelType, kind: ModelSubjectKind, subject_ref: str | None) -> None:
    """Check that the type knows this kind of subject, and that it is referred to. Raises InvalidField."""
    if kind not in SUBJECTS[model_type]:
        said = code_name(ModelType, model_type)
        raise InvalidField(
            "subject_kind",
            f"subject-of-type:{model_type}",
            f"Mô hình «{said.vi}» chỉ dành cho: {code_names(ModelSubjectKind, SUBJECTS[model_type]).vi}",
            f"A model «{said.en}» is about: {code_names(ModelSubjectKind, SUBJECTS[model_type]).en}",
        )
    if (kind in WITH_REFERENCE) != bool(subject_ref):
        raise InvalidField(
            "subject_ref",
            "reference-of-household-or-cooperative",
            "Hộ và hợp tác xã, tổ hợp tác phải có mã tham chiếu; địa bàn thì không",
            "A household, cooperative or cooperative group is named by its reference; a unit is not",
        )


def place_of(kind: ModelSubjectKind, unit_code: str, on: date) -> Place:
    """Find where a subject lies, and check that the unit is of its kind. Raises InvalidField."""
    place = Place.on(unit_code, on)
    is_area = "-" in unit_code
    if kind in OF_AREAS and not is_area:
        raise _wrong_unit("residential-area", "khu dân cư", "a residential area")
    if kind in UNIT_TYPES and (is_area or units().at(unit_code, on).type != UNIT_TYPES[kind]):
        raise _wrong_unit(kind, UNIT_TYPES[kind], f"a {kind}")
    if kind in COOPERATIVES and units().level_of(unit_code) not in {"X", "K"}:
        raise _wrong_unit("commune-or-area", "cấp xã hoặc khu dân cư", "a commune or residential area")
    return place


def _wrong_unit(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField("unit_code", f"unit-is:{rule}", f"Địa bàn phải là {vi}", f"The unit must be {en}")
