"""`patternProperties` whose pattern matches every name: what it says of all properties, without the pattern."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import Final

from nemogen.openapi.pattern_form import matches_any_text
from nemogen.openapi.rule_merge import Both
from nemogen.openapi.schema import ObjectRules, SchemaNode

_ANY_LINE: Final = "^.*$"
"""Does not match a name with a line break, which nobody means to tell apart."""


def matches_every_name(pattern: str) -> bool:
    """Whether a pattern matches the name of any property."""
    return pattern == _ANY_LINE or matches_any_text(pattern)


def without_pattern_of_every_name(
    rules: ObjectRules, both: Both, allows_anything: Callable[[SchemaNode], bool]
) -> ObjectRules:
    """The rules with what holds for every name said by `properties`, the other patterns and `additionalProperties`.

    What was said of additional properties held for none, as each name matched a pattern. The same rules where no
    pattern matches every name.
    """
    every = [node for pattern, node in rules.pattern_properties.items() if matches_every_name(pattern)]
    if not every:
        return rules
    whole = reduce(both, every)
    others = {name: node for name, node in rules.pattern_properties.items() if not matches_every_name(name)}
    if allows_anything(whole):
        return replace(rules, pattern_properties=others, additional_properties=None, unevaluated_properties=None)
    return replace(
        rules,
        properties={name: both(node, whole) for name, node in rules.properties.items()},
        pattern_properties={name: both(node, whole) for name, node in others.items()},
        additional_properties=whole,
        unevaluated_properties=None,
    )
