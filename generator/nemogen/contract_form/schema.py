"""One schema in canonical form: the same node for all spellings of the same constraints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nemogen.contract_form import keywords
from nemogen.contract_form.places import Spot, join
from nemogen.contract_form.values import canonical, number
from nemogen.document import Json


@dataclass(eq=False, slots=True)
class Node:
    """A schema. `facts` hold its own constraints, the other fields the schemas below it, not yet read.

    `layers` are the raw spots that make it up, outermost first: wrappers of a single allOf and the like, then the
    core. `is_const` and `folded` (the branches of a union of bare types)
    tell how enum and type were spelt, which changes no meaning. `unresolved` is a
    reference that leads nowhere: nothing is known of such a schema.
    """

    layers: tuple[Spot, ...]
    facts: dict[str, Json] = field(default_factory=dict)
    values: dict[str, Json] = field(default_factory=dict)
    single: dict[str, Spot] = field(default_factory=dict)
    named: dict[str, dict[str, Spot]] = field(default_factory=dict)
    unions: dict[str, tuple[Spot, ...]] = field(default_factory=dict)
    tuple_items: tuple[Spot, ...] = ()
    required: frozenset[str] = frozenset()
    mapping: dict[str, str] = field(default_factory=dict)
    prose: dict[str, Json] = field(default_factory=dict)
    extensions: dict[str, Json] = field(default_factory=dict)
    unresolved: str | None = None
    is_const: bool = False
    folded: tuple[Spot, ...] = ()
    digest: bytes | None = None

    @property
    def pointer(self) -> str:
        """Where it stands, after references."""
        return self.layers[0].pointer

    @property
    def types(self) -> frozenset[str]:
        """Its JSON types without null; empty for any type."""
        return frozenset(self.facts.get("type", ()))

    @property
    def nullable(self) -> bool:
        """Whether null is said to be allowed."""
        return "nullable" in self.facts

    @property
    def properties(self) -> Mapping[str, Spot]:
        """Its declared properties."""
        return self.named.get("properties", {})

    @property
    def is_leaf(self) -> bool:
        """Whether there is no schema below it."""
        return not (self.single or self.named or self.unions or self.tuple_items or self.unresolved or self.folded)

    @property
    def says_nothing(self) -> bool:
        """Whether any JSON value is allowed."""
        return not (self.facts or self.single or self.named or self.unions or self.tuple_items or self.unresolved)

    def locate(self, *keywords_: str) -> str:
        """The pointer of the first of these keywords that is written down, or of the schema."""
        for layer in self.layers:
            for keyword in keywords_:
                if isinstance(layer.raw, dict) and keyword in layer.raw:
                    return join(layer.pointer, keyword)
        return self.pointer

    def locate_required(self, name: str) -> str:
        """The pointer of the `required` that names a property, or of any, or of the schema."""
        for layer in self.layers:
            names = layer.raw.get("required") if isinstance(layer.raw, dict) else None
            if isinstance(names, list) and name in names:
                return join(layer.pointer, "required")
        return self.locate("required")


def read_core(node: Node, spot: Spot, raw: Mapping[str, Json]) -> None:
    """Put the constraints of one raw schema object into `node`."""
    facts = node.facts
    _read_types(node, raw)
    _read_values(node, raw)
    _read_bounds(facts, raw)
    for keyword in keywords.TEXTS:
        if isinstance(value := raw.get(keyword), str) and value:
            facts[keyword] = value
    if facts.get("contentEncoding") == "base64" and not {"format", "contentMediaType", "contentSchema"} & raw.keys():
        facts["format"] = "byte"  # OpenAPI 3.0's spelling of the same
        del facts["contentEncoding"]
    required = raw.get("required")
    if isinstance(required, list) and (names := {name for name in required if isinstance(name, str) and name}):
        facts["required"] = sorted(names)
        node.required = frozenset(names)
    if isinstance(unit := number(raw.get("multipleOf")), int | float):
        facts["multipleOf"] = unit
    _read_kids(node, spot, raw)


def read_annotations(node: Node, raw: Mapping[str, Json]) -> None:
    """Lay what one raw schema object says beside its constraints over what `node` has."""
    for keyword in keywords.FLAGS:
        if raw.get(keyword) is True:
            node.facts[keyword] = True
    if raw.get("nullable") is True:
        node.facts["nullable"] = True
    for keyword in keywords.VALUES:
        if keyword in raw:
            node.facts[keyword] = canonical(raw[keyword])
            node.values[keyword] = raw[keyword]
    discriminator = raw.get("discriminator")
    if isinstance(discriminator, dict):
        node.facts["discriminator"] = str(discriminator.get("propertyName", ""))
        if isinstance(mapping := discriminator.get("mapping"), dict):
            node.mapping = {str(tag): target for tag, target in mapping.items() if isinstance(target, str)}
    for key, value in raw.items():
        if key in keywords.PROSE:
            node.prose[key] = value
        elif key not in keywords.CONSTRAINTS and key not in keywords.IGNORED and key != "$ref":
            node.extensions[str(key)] = value


def _read_types(node: Node, raw: Mapping[str, Json]) -> None:
    value = raw.get("type")
    types = (
        {value}
        if isinstance(value, str)
        else {item for item in value or () if isinstance(item, str)}
        if (isinstance(value, list))
        else set()
    )
    if "null" in types and len(types) > 1:
        types.discard("null")
        node.facts["nullable"] = True
    if "number" in types:
        types.discard("integer")
    if types:
        node.facts["type"] = sorted(types)


def _read_values(node: Node, raw: Mapping[str, Json]) -> None:
    if "const" in raw:
        values, node.is_const = [raw["const"]], True
    elif isinstance(raw.get("enum"), list) and raw["enum"]:
        values = raw["enum"]
    else:
        return
    allowed = {canonical(value): value for value in values if value is not None}
    if len(allowed) < len(values) and None in values:
        if not allowed:
            node.facts["type"] = ["null"]
            return
        node.facts["nullable"] = True
    node.facts["enum"] = sorted(allowed)
    if "type" not in node.facts and not any(key in raw for key in keywords.UNIONS):
        node.facts["type"] = sorted({_type_of(value) for value in allowed.values()})


def _type_of(value: Json) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int | float):
        return "number" if isinstance(value, float) and not value.is_integer() else "integer"
    return "array" if isinstance(value, list) else "object"


def _read_bounds(facts: dict[str, Json], raw: Mapping[str, Json]) -> None:
    for keyword in raw.keys() & keywords.BOUNDS:
        bound = number(raw[keyword])
        if bound is not None and bound != keywords.IMPLIED_BOUNDS.get(keyword):
            facts[keyword] = bound
    for inclusive, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if raw.get(exclusive) is True and inclusive in facts:  # the spelling of OpenAPI 3.0
            facts[exclusive] = facts.pop(inclusive)


def _read_kids(node: Node, spot: Spot, raw: Mapping[str, Json]) -> None:
    for keyword in raw:
        if keyword in keywords.SINGLE_KIDS:
            _read_single(node, keyword, spot.at(keyword))
        elif keyword in keywords.NAMED_KIDS:
            if members := dict(spot.at(keyword).entries()):
                node.named.setdefault(keyword, {}).update(members)
        elif keyword in ("dependentRequired", "dependencies"):
            _read_dependencies(node, spot.at(keyword))
    positions = "items" if isinstance(raw.get("items"), list) else "prefixItems"  # the former in older JSON Schema
    if positions in raw:
        node.tuple_items = tuple(spot.at(positions).items())


def _read_single(node: Node, keyword: str, kid: Spot) -> None:
    if keyword in keywords.OPEN_IS_NONE and (kid.raw is True or kid.raw == {}):
        return
    if kid.raw is False and keyword in ("additionalProperties", "unevaluatedItems", "unevaluatedProperties"):
        node.facts[keyword] = False
    elif isinstance(kid.raw, dict | bool):
        node.single[keyword] = kid


def _read_dependencies(node: Node, spot: Spot) -> None:
    needed = {}
    for name, value in spot.entries():
        if isinstance(value.raw, list):
            needed[name] = sorted({item for item in value.raw if isinstance(item, str)})
        elif isinstance(value.raw, dict):
            node.named.setdefault("dependentSchemas", {})[name] = value
    if needed:
        node.facts["dependentRequired"] = needed
