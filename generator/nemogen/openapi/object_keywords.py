"""The keywords about objects: their rows, and how they are read, written, compared and merged.

Sources: JSON Schema 2020-12 (core, 10.3.2 and 11.3; validation, 6.5), the predecessors that publishers still write, and
the Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from nemogen.openapi.json_value import JsonValue, unique
from nemogen.openapi.ledger_consumers import Loss
from nemogen.openapi.ledger_keys import Key, a_map, an_object
from nemogen.openapi.reading import RawNode
from nemogen.openapi.rule_merge import RuleMerge, highest, lowest
from nemogen.openapi.schema import NO_OBJECT_RULES, ObjectRules, Schema, SchemaNode
from nemogen.openapi.schema_context import KeywordReader, listed, read_open, says_nothing, unless_open
from nemogen.openapi.schema_unions import is_never, said_by
from nemogen.openapi.type_keyword import NOT_CHECKED, NOT_TYPED, TypeKeyword, given

_PATTERNS: Final = Loss(
    "pattern-properties-not-checked", "the values have a type; which names match a pattern is left to the server"
)
OBJECT_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    "required": TypeKeyword(Key("ObjectRules.required"), "object", "++++", validates=True),
    "minProperties": TypeKeyword(Key("ObjectRules.min_properties"), "object", "-+++", NOT_CHECKED, validates=True),
    "maxProperties": TypeKeyword(Key("ObjectRules.max_properties"), "object", "-+++", NOT_CHECKED, validates=True),
    "dependentRequired": TypeKeyword(
        Key("ObjectRules.dependent_required"), "object", "-+++", NOT_TYPED, validates=True
    ),
    "properties": TypeKeyword(a_map("ObjectRules.properties"), "object", "++++"),
    "additionalProperties": TypeKeyword(an_object("ObjectRules.additional_properties"), "object", "++++"),
    "patternProperties": TypeKeyword(a_map("ObjectRules.pattern_properties"), "object", "-+++", _PATTERNS),
    "propertyNames": TypeKeyword(an_object("ObjectRules.property_names"), "object", "-+++", NOT_TYPED),
    "unevaluatedProperties": TypeKeyword(an_object("ObjectRules.unevaluated_properties"), "object", "-+++", NOT_TYPED),
    "dependentSchemas": TypeKeyword(a_map("ObjectRules.dependent_schemas"), "object", "-+++", NOT_TYPED),
    "dependencies": TypeKeyword(a_map("ObjectRules.dependent_schemas"), "object", "-+++", NOT_TYPED),
}


def read_objects(reader: KeywordReader) -> ObjectRules:
    """The rules of objects. `dependencies` is the older spelling of `dependentRequired` and `dependentSchemas`."""
    if reader.raw.keys().isdisjoint(OBJECT_KEYWORDS):
        return NO_OBJECT_RULES
    additional, is_open = read_open(reader.schema("additionalProperties"))
    unevaluated, leaves_open = read_open(reader.schema("unevaluatedProperties"))
    dependent_required, dependent_schemas = _read_dependencies(reader)
    found = ObjectRules(
        properties=reader.named("properties"),
        required=reader.texts("required"),
        additional_properties=additional,
        pattern_properties=reader.named("patternProperties"),
        property_names=unless_open(reader.schema("propertyNames")),
        min_properties=reader.count("minProperties"),
        max_properties=reader.count("maxProperties", implied=-1),
        dependent_required=dependent_required,
        dependent_schemas=dependent_schemas,
        unevaluated_properties=None if additional is not None or is_open else unevaluated,
        is_open=is_open or leaves_open,
    )
    return NO_OBJECT_RULES if found == NO_OBJECT_RULES and not found.is_open else found


def _read_dependencies(reader: KeywordReader) -> tuple[dict[str, tuple[str, ...]], dict[str, SchemaNode]]:
    required: dict[str, tuple[str, ...]] = {}
    for keyword in ("dependentRequired", "dependencies"):
        for name, member in reader.members(keyword):
            texts = _texts(member)
            if texts is not None and texts:
                required[name] = unique((*required.get(name, ()), *texts))
            elif texts is None and keyword == "dependentRequired":
                reader.unreadable(keyword, "an object of lists of texts")
    schemas = reader.named("dependentSchemas")
    for name, member in reader.members("dependencies"):
        if listed(member.value) is None:
            schemas[name] = reader.read(member)
    return required, {name: node for name, node in schemas.items() if not says_nothing(node)}


def _texts(node: RawNode) -> list[str] | None:
    found = listed(node.value)
    return None if found is None else [item for item in found if isinstance(item, str)]


def write_objects(
    rules: ObjectRules,
    write: Callable[[SchemaNode | None], JsonValue],
    left_out: Collection[str],
    accepts_pattern: Callable[[str], bool],
) -> dict[str, JsonValue]:
    """The keywords with their values, `write` for the schemas below.

    `left_out` are not required; patterns that are not accepted are left out.
    """

    def named(nodes: Mapping[str, SchemaNode]) -> dict[str, JsonValue] | None:
        return {name: write(node) for name, node in nodes.items()} or None

    patterns = {pattern: node for pattern, node in rules.pattern_properties.items() if accepts_pattern(pattern)}
    is_open = rules.additional_properties is None and rules.is_open
    return given(
        properties=named(rules.properties),
        required=[name for name in rules.required if name not in left_out] or None,
        additionalProperties=True if is_open else write(rules.additional_properties),
        patternProperties=named(patterns),
        propertyNames=write(rules.property_names),
        **_counts(rules),
        dependentRequired={name: [*names] for name, names in rules.dependent_required.items()} or None,
        dependentSchemas=named(rules.dependent_schemas),
        unevaluatedProperties=write(rules.unevaluated_properties),
    )


def facts_of_objects(rules: ObjectRules) -> dict[str, JsonValue]:
    """What two rules are compared by, but for the schemas below."""
    if rules is NO_OBJECT_RULES:
        return {}
    needed = {name: sorted(names) for name, names in rules.dependent_required.items()}
    return {**_counts(rules), "required": sorted(rules.required), "dependentRequired": needed}


def _counts(rules: ObjectRules) -> dict[str, JsonValue]:
    return {"minProperties": rules.min_properties, "maxProperties": rules.max_properties}


def is_empty_object(rules: ObjectRules, plain: Callable[[SchemaNode], Schema | None]) -> bool:
    """True if the rules allow the empty object alone. `plain` is that of `without_implied_objects`."""
    if rules.min_properties or rules.required:
        return False
    declares = rules.properties or rules.pattern_properties
    return rules.max_properties == 0 or (not declares and is_never(rules.additional_properties, plain))


def without_implied_objects(
    rules: ObjectRules, others: ObjectRules, plain: Callable[[SchemaNode], Schema | None]
) -> ObjectRules:
    """The rules without those that others of them imply. `plain` gives the schema of a node, None where it is unknown.

    A dependent schema that only requires properties is a dependent requirement where `others` have it as one.
    """
    if rules is NO_OBJECT_RULES:
        return rules
    if rules.min_properties is not None and rules.min_properties <= len(set(rules.required)):
        rules = replace(rules, min_properties=None)
    if rules.property_names is not None and _allows_any_name(plain(rules.property_names)):
        rules = replace(rules, property_names=None)
    if rules.dependent_required or rules.dependent_schemas:
        rules = _without_implied_dependencies(rules, others, plain)
    return rules


def _allows_any_name(schema: Schema | None) -> bool:
    """Whether a schema of property names only requires that they are texts."""
    return schema is not None and said_by(schema) <= {"types"} and (not schema.types or "string" in schema.types)


def _without_implied_dependencies(
    rules: ObjectRules, others: ObjectRules, plain: Callable[[SchemaNode], Schema | None]
) -> ObjectRules:
    needed: dict[str, tuple[str, ...]] = dict(rules.dependent_required)
    schemas = dict(rules.dependent_schemas)
    for name, node in rules.dependent_schemas.items():
        required = _requires_only(plain(node)) if name in others.dependent_required else None
        if required is not None:
            needed[name] = (*needed.get(name, ()), *required)
            del schemas[name]
    left = {
        name: tuple(dict.fromkeys(each for each in names if each != name and not rules.requires(each)))
        for name, names in needed.items()
    }
    needed = {name: names for name, names in left.items() if names}
    return replace(rules, dependent_required=needed, dependent_schemas=schemas)


def _requires_only(schema: Schema | None) -> tuple[str, ...] | None:
    """The properties that a schema requires, if that is all it says."""
    if schema is None or not said_by(schema) <= {"objects", "types"} or schema.types not in (frozenset(), {"object"}):
        return None
    rest = replace(schema.objects, required=(), is_open=False)
    return schema.objects.required if rest == NO_OBJECT_RULES and not schema.nullable else None


def merge_objects(merge: RuleMerge, held: ObjectRules, theirs: ObjectRules) -> ObjectRules:
    """The rules that mean both."""
    if theirs is NO_OBJECT_RULES or held is NO_OBJECT_RULES:
        return held if theirs is NO_OBJECT_RULES else theirs
    needed = {
        name: unique((*held.dependent_required.get(name, ()), *theirs.dependent_required.get(name, ())))
        for name in (*held.dependent_required, *theirs.dependent_required)
    }
    return ObjectRules(
        merge.named(held.properties, theirs.properties),
        unique((*held.required, *theirs.required)),
        merge.schemas(held.additional_properties, theirs.additional_properties),
        merge.named(held.pattern_properties, theirs.pattern_properties),
        merge.schemas(held.property_names, theirs.property_names),
        highest(held.min_properties, theirs.min_properties),
        lowest(held.max_properties, theirs.max_properties),
        needed,
        merge.named(held.dependent_schemas, theirs.dependent_schemas),
        merge.schemas(held.unevaluated_properties, theirs.unevaluated_properties),
        held.is_open or theirs.is_open,
    )
