"""Where a `$ref` of a document leads, in the state in which publishers leave them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from nemogen import pointer
from nemogen.document import Json, JsonObject

COMPONENTS = "/components/schemas"

_ANOTHER_NAME = {"$ref", "title", "description", "deprecated"}


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference means: `at` is the pointer of the schema in the document; `rebased`: it was self-relative."""

    at: str
    schema: JsonObject
    rebased: bool = False

    @property
    def component(self) -> str | None:
        """The component's name where the target is one."""
        name = self.at.removeprefix(f"{COMPONENTS}/")
        return None if name == self.at or "/" in name else pointer.split(self.at)[-1]


def resolve(document: JsonObject, reference: Json, schema_root: str) -> Target | None:
    """The target of `reference`; None where it dangles, leaves the document or leads to itself.

    `schema_root` is the pointer of the outermost schema that the reference stands in: some publishers write references
    relative to it (`#/properties/choices`, right for a JSON Schema that stands alone), which is tried second. Targets
    that are nothing but another name for a schema (a `$ref` and perhaps prose) are passed over.
    """
    meant = step = _at(document, reference, schema_root)
    seen: set[str] = set()
    while step is not None and "$ref" in step.schema:
        if step.at in seen:
            return None
        seen.add(step.at)
        only_a_name = meant is step and step.schema.keys() <= _ANOTHER_NAME
        step = _at(document, step.schema["$ref"], step.at)
        if only_a_name and step is not None:
            meant = replace(step, rebased=meant.rebased) if meant else None
            step = meant
    return meant


def _at(document: JsonObject, reference: Json, schema_root: str) -> Target | None:
    at = pointer.from_fragment(reference) if isinstance(reference, str) else None
    if at is None:
        return None
    for base, rebased in (("", False), (schema_root, True)):
        schema = pointer.follow(document, base + at)
        if isinstance(schema, Mapping):
            return Target(base + at, schema, rebased)
    return None
