"""The property that tells the variants of a union of objects apart, where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nemogen.document import JsonObject
from nemogen.naming.name_candidates import TAGS
from nemogen.pointer import split


def found(
    declared: JsonObject | None, branches: Sequence[JsonObject], targets: Sequence[JsonObject]
) -> JsonObject | None:
    """`propertyName`, and `values`: those of each variant. None if no property tells them apart.

    `branches` are objects or references, `targets` the objects themselves. The property that the spec declares is tried
    first; it tells a variant by the values that the variant lets it have, or else by those that the spec maps to the
    variant, or by the name of the component (OpenAPI 3.1.1, Discriminator Object).
    """
    named = declared["propertyName"] if declared else None
    for name in dict.fromkeys((*((named,) if named else ()), *TAGS, *targets[0]["properties"])):
        if not all(name in target.get("required", ()) for target in targets):
            continue
        values = [_words(target["properties"][name]) for target in targets]
        if declared and name == named:
            values = [own or _mapped(declared, *pair) for own, *pair in zip(values, branches, targets, strict=True)]
        every = [value for own in values for value in own]
        if all(values) and len(set(every)) == len(every):
            return {"propertyName": name, "values": values}
    return None


def contradicted(schemas: Mapping[str, JsonObject]) -> frozenset[str]:
    """The unions, by name, of which a variant is told by other values in another union.

    A class has one set of values for a property. Only a mapping can say such a thing: a constant of the variant holds
    everywhere.
    """
    tags: dict[tuple[str, str], dict[frozenset[str], set[str]]] = {}
    declared = {union: schema["discriminator"] for union, schema in schemas.items() if "discriminator" in schema}
    for union, tag in declared.items():
        values: dict[str, set[str]] = {}
        for value, branch in tag["mapping"].items():
            values.setdefault(branch, set()).add(value)
        for branch, own in values.items():
            known = tags.setdefault((branch, tag["propertyName"]), {})
            known.setdefault(frozenset(own), set()).add(union)
    return frozenset().union(*(unions for known in tags.values() if len(known) > 1 for unions in known.values()))


def _words(schema: JsonObject) -> list[str]:
    """The texts that a property can be; none where it can be anything else."""
    values: list[Any] = schema.get("enum", [])
    return values if all(isinstance(value, str) for value in values) else []


def _mapped(declared: JsonObject, branch: JsonObject, target: JsonObject) -> list[str]:
    """The values that the spec maps to a variant whose property is any text."""
    reference = branch.get("$ref")
    if reference is None or target["properties"][declared["propertyName"]].get("type") != "string":
        return []
    values: list[str] = declared["mapping"].get(reference) or [split(reference[1:])[-1]]
    return values
