"""Facts frozen with a decision, so that a later change of a register does not change what was decided."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import JsonValue

from contracts.errors import Kind, NotFound, Refusal
from contracts.messages import Answer
from contracts.names import Name, Named
from contracts.reference import rules

Facts = dict[str, JsonValue]
SubjectId = Annotated[str, Named("Mã đối tượng", "Id of the object")]
FactsDigest = Annotated[str, Named("Giá trị băm (SHA-256)", "SHA-256 digest")]
Intact = Annotated[bool, Named("Còn nguyên vẹn", "Intact")]
FrozenJson = Annotated[Facts, Named("Căn cứ", "Facts")]
DECISION = Name("quyết định về", "decision on")


class AlreadyFrozen(Refusal):
    """A decision's facts are frozen once."""

    slug = "facts-already-frozen"
    kind = Kind.CONFLICT
    vi = "Căn cứ của quyết định về {subject} đã được lưu."
    en = "The facts of the decision on {subject} are frozen already."


class FrozenFacts(Answer, vi="Căn cứ đã lưu của quyết định"):
    """The facts behind a decision; `intact` says that they still have the digest they were frozen with."""

    subject_id: SubjectId
    facts: FrozenJson
    digest: FactsDigest
    intact: Intact


def freeze(thing: Any, facts: Facts) -> str:
    """Keep the facts of its decision with an object, once, and return their digest. Raises AlreadyFrozen."""
    if thing.facts is not None:
        raise AlreadyFrozen(rule="facts:freeze-once", subject=thing.id)
    thing.facts, thing.facts_digest = facts, digest_of(facts)
    digest: str = thing.facts_digest
    return digest


def frozen_facts(thing: Any) -> FrozenFacts:
    """Show the facts of an object's decision. Raises NotFound where none was made."""
    if thing.facts is None:
        raise NotFound(what=DECISION, id=thing.id)
    return FrozenFacts(
        subject_id=thing.id,
        facts=thing.facts,
        digest=thing.facts_digest,
        intact=digest_of(thing.facts) == thing.facts_digest,
    )


def digest_of(facts: Mapping[str, JsonValue]) -> str:
    """Return the SHA-256 of facts in canonical JSON: keys sorted, no spaces, UTF-8."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def rule_fact(key: str, on: date) -> Facts:
    """Return a rule as it stood on a day, with what it rests on. Raises NoRuleInForce."""
    rule = rules().in_force(key, on)
    return {
        "key": key,
        "value": rule.value,
        "unit": rule.unit,
        "source": rule.source,
        "confidence": rule.confidence,
    }


def day(value: date | None) -> str | None:
    """Write a day as facts carry it."""
    return value.isoformat() if value else None
