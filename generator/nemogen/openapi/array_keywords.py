"""The keywords about arrays: their rows, and how they are read, written, compared and merged.

Sources: JSON Schema 2020-12 (core, 10.3.1 and 11.2; validation, 6.4), the predecessors that publishers still write, and
the Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.ledger_keys import Key, a_list, an_object
from nemogen.openapi.rule_merge import RuleMerge, highest, lowest
from nemogen.openapi.schema import NO_ARRAY_RULES, ArrayRules, Schema, SchemaNode
from nemogen.openapi.schema_context import KeywordReader, listed, read_open
from nemogen.openapi.schema_unions import is_never
from nemogen.openapi.type_keyword import NOT_CHECKED, NOT_TYPED, TypeKeyword, given

ARRAY_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    "minItems": TypeKeyword(Key("ArrayRules.min_items"), "array", "++++", validates=True),
    "maxItems": TypeKeyword(Key("ArrayRules.max_items"), "array", "++++", validates=True),
    "uniqueItems": TypeKeyword(Key("ArrayRules.unique_items"), "array", "-+++", NOT_CHECKED, validates=True),
    "minContains": TypeKeyword(Key("ArrayRules.min_contains"), "array", "-+++", NOT_TYPED, validates=True),
    "maxContains": TypeKeyword(Key("ArrayRules.max_contains"), "array", "-+++", NOT_TYPED, validates=True),
    "items": TypeKeyword(an_object("ArrayRules.items"), "array", "++++"),
    "additionalItems": TypeKeyword(an_object("ArrayRules.items"), "array", "++++"),
    "prefixItems": TypeKeyword(a_list("ArrayRules.prefix_items"), "array", "++++"),
    "contains": TypeKeyword(an_object("ArrayRules.contains"), "array", "-+++", NOT_TYPED),
    "unevaluatedItems": TypeKeyword(an_object("ArrayRules.unevaluated_items"), "array", "-+++", NOT_TYPED),
}


def read_arrays(reader: KeywordReader) -> ArrayRules:
    """The rules of arrays. A list of `items` with `additionalItems` is the older spelling of `prefixItems`."""
    raw = reader.raw
    if raw.keys().isdisjoint(ARRAY_KEYWORDS):
        return NO_ARRAY_RULES
    is_older = listed(raw.get("items")) is not None and "prefixItems" not in raw
    prefix = reader.schemas("items" if is_older else "prefixItems")
    items, is_open = read_open(reader.schema("additionalItems" if is_older else "items"))
    unevaluated, leaves_open = read_open(reader.schema("unevaluatedItems"))
    contains = reader.schema("contains")
    least, most = reader.count("minContains", implied=1), reader.count("maxContains", implied=-1)
    found = ArrayRules(
        items=items,
        prefix_items=prefix,
        min_items=reader.count("minItems"),
        max_items=reader.count("maxItems", implied=-1),
        unique_items=reader.flag("uniqueItems"),
        contains=contains,
        min_contains=least if contains is not None else None,
        max_contains=most if contains is not None else None,
        unevaluated_items=None if items is not None or is_open else unevaluated,
        is_open=is_open or leaves_open,
    )
    return NO_ARRAY_RULES if found == NO_ARRAY_RULES and not found.is_open else found


def write_arrays(rules: ArrayRules, write: Callable[[SchemaNode | None], JsonValue]) -> dict[str, JsonValue]:
    """The keywords with their values, `write` for the schemas below."""
    return given(
        prefixItems=[write(item) for item in rules.prefix_items] or None,
        items=True if rules.items is None and rules.is_open else write(rules.items),
        **facts_of_arrays(rules),
        contains=write(rules.contains),
        unevaluatedItems=write(rules.unevaluated_items),
    )


def facts_of_arrays(rules: ArrayRules) -> dict[str, JsonValue]:
    """What two rules are compared by, but for the schemas below."""
    if rules is NO_ARRAY_RULES:
        return {}
    return {
        "minItems": rules.min_items,
        "maxItems": rules.max_items,
        "uniqueItems": rules.unique_items or None,
        "minContains": rules.min_contains,
        "maxContains": rules.max_contains,
    }


def contains_of(rules: ArrayRules) -> ArrayRules:
    """`contains` alone, with the counts that belong to it."""
    return ArrayRules(contains=rules.contains, min_contains=rules.min_contains, max_contains=rules.max_contains)


def without_contains(rules: ArrayRules) -> ArrayRules:
    """The rules but for `contains` and its counts."""
    return replace(rules, contains=None, min_contains=None, max_contains=None)


def without_implied_arrays(rules: ArrayRules, plain: Callable[[SchemaNode], Schema | None]) -> ArrayRules:
    """The rules without those that others imply. `plain` gives the schema of a node, None where it is unknown."""
    if rules is NO_ARRAY_RULES:
        return rules
    items = None if rules.items is None else plain(rules.items)
    if items is not None and items.never:
        count = len(rules.prefix_items)
        most = count if rules.max_items is None else min(count, rules.max_items)
        rules = replace(rules, items=None, max_items=most)
    if rules.unique_items and rules.max_items is not None and rules.max_items < 2:
        rules = replace(rules, unique_items=False)
    return without_contains(rules) if rules.min_contains == 0 and rules.max_contains is None else rules


def is_empty_array(rules: ArrayRules, plain: Callable[[SchemaNode], Schema | None]) -> bool:
    """True if the rules allow the empty array alone. `plain` is that of `without_implied_arrays`."""
    if rules.min_items or (rules.contains is not None and rules.min_contains != 0):
        return False
    return rules.max_items == 0 or (not rules.prefix_items and is_never(rules.items, plain))


def merge_arrays(merge: RuleMerge, held: ArrayRules, theirs: ArrayRules, at: Location) -> ArrayRules:
    """The rules that mean both; what does not fit becomes a schema of its own, at the location `at`."""
    if theirs is NO_ARRAY_RULES or held is NO_ARRAY_RULES:
        return held if theirs is NO_ARRAY_RULES else theirs
    search = held if held.contains is not None else theirs
    if held.contains is not None and theirs.contains is not None:
        merge.residue.append(Schema(at, arrays=contains_of(theirs)))
    return replace(
        contains_of(search),
        items=merge.schemas(held.items, theirs.items),
        prefix_items=_merge_by_position(merge, held, theirs, at),
        min_items=highest(held.min_items, theirs.min_items),
        max_items=lowest(held.max_items, theirs.max_items),
        unique_items=held.unique_items or theirs.unique_items,
        unevaluated_items=merge.schemas(held.unevaluated_items, theirs.unevaluated_items),
        is_open=held.is_open or theirs.is_open,
    )


def _merge_by_position(merge: RuleMerge, held: ArrayRules, theirs: ArrayRules, at: Location) -> tuple[SchemaNode, ...]:
    found = []
    for first, second in zip_longest(held.prefix_items, theirs.prefix_items):
        one = merge.schemas(held.items if first is None else first, theirs.items if second is None else second)
        found.append(one or Schema(at))
    return tuple(found)
