"""The property that tells the branches of a union of objects apart, where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.ir import JsonObject
from generator.pointer import split
from generator.spec.nouns import TAGS


def found(
    declared: JsonObject | None, branches: Sequence[JsonObject], targets: Sequence[JsonObject]
) -> JsonObject | None:
    """`propertyName`, and `values`: those of each branch. None where no property tells them apart.

    `branches` are objects or references, `targets` the objects themselves. The property that the spec declares is tried
    first; it tells a branch by the values that the branch lets it have, or else by those that the spec maps to the
    branch, or by the name of the component (OpenAPI 3.1.1, Discriminator Object).
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


def _words(schema: JsonObject) -> list[str]:
    """The texts that a property can be; none where it can be anything else."""
    values: list[Any] = schema.get("enum", [])
    return values if all(isinstance(value, str) for value in values) else []


def _mapped(declared: JsonObject, branch: JsonObject, target: JsonObject) -> list[str]:
    """The values that the spec maps to a branch whose property is any text."""
    reference = branch.get("$ref")
    if reference is None or target["properties"][declared["propertyName"]].get("type") != "string":
        return []
    values: list[str] = declared["mapping"].get(reference) or [split(reference[1:])[-1]]
    return values
