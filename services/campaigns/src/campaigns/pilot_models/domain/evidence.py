"""Of which duties an act on a model is evidence."""

from collections.abc import Iterable

from contracts.campaigns.pilot_models import ModelType

BUILT_BY_MEMBERS = "II.3a-b"
REPLICATED_WITH_STATE = "II.3b-a"
PRACTICES_SHOWN = "II.3b-b"
POVERTY_MODELS_SUPPORTED = "III.1.1-b"
RURAL_MODELS = "III.1.2-a"

MEMBERS = frozenset({"member-organisation", "socio-political-organisation"})
STATE_UNITS = frozenset({"state-department", "peoples-committee"})  # «sở, ban, ngành, địa phương, đơn vị»


def _is_poverty(model_type: ModelType) -> bool:
    return model_type.startswith("GN-")


def duties_of_building(
    model_type: ModelType, chair: Iterable[str], members: Iterable[Iterable[str]]
) -> list[str]:
    """Return the duties of a trial by the functions of its chair and of each body that joined.

    II.3a-b: a member organisation builds a model of poverty reduction. II.3b-a: the state coordinates in
    it. III.1.2-a: the department of rural development coordinates in a model of the new countryside.
    """
    joined = [frozenset(each) for each in members]
    return [
        *duties_of_own_model(model_type, chair),
        *([REPLICATED_WITH_STATE] if any(each & STATE_UNITS for each in joined) else []),
        *(
            [RURAL_MODELS]
            if model_type == "NTM" and any("rural-development" in each for each in joined)
            else []
        ),
    ]


def duties_of_own_model(model_type: ModelType, chair: Iterable[str]) -> list[str]:
    """Return II.3a-b where a member organisation chairs a model of poverty reduction."""
    own = _is_poverty(model_type) and not MEMBERS.isdisjoint(chair)
    return [BUILT_BY_MEMBERS] if own else []


def duties_of_replication(model_type: ModelType, functions: frozenset[str]) -> list[str]:
    """Return the duties of carrying a model on, by the functions of the body that does it."""
    return [
        *([REPLICATED_WITH_STATE] if functions & STATE_UNITS else []),
        *duties_of_support(model_type, functions),
        *([RURAL_MODELS] if model_type == "NTM" and "rural-development" in functions else []),
    ]


def duties_of_support(model_type: ModelType, functions: frozenset[str]) -> list[str]:
    """Return III.1.1-b where the department of poverty reduction supports a model of that kind."""
    meant = _is_poverty(model_type) and "poverty-reduction" in functions
    return [POVERTY_MODELS_SUPPORTED] if meant else []


def duties_of_practice(functions: frozenset[str]) -> list[str]:
    """Return II.3b-b where a department or a People's Committee publishes."""
    return [PRACTICES_SHOWN] if functions & STATE_UNITS else []
