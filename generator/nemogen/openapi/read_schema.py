"""Reads a raw schema into the one form: see `Schema`. What cannot be read is noted with its location and ignored.

Sources: JSON Schema 2020-12 and the Schema Objects of Swagger 2.0, OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.array_keywords import read_arrays
from nemogen.openapi.dialect import lacks_validation, without_validation
from nemogen.openapi.json_value import JsonObject
from nemogen.openapi.keyword_locations import KeywordLocations
from nemogen.openapi.normal_form import normal_form, without_unevaluated
from nemogen.openapi.number_keywords import read_numbers
from nemogen.openapi.object_keywords import read_objects
from nemogen.openapi.read_schema_annotations import (
    is_annotation,
    read_annotations,
    read_discriminator,
    read_identity,
    with_dynamic_reference,
)
from nemogen.openapi.read_schema_rules import note_other_types, read_format
from nemogen.openapi.read_schema_values import read_allowed
from nemogen.openapi.reading import RawNode, Reading
from nemogen.openapi.schema import Conditional, Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.schema_combination import combined
from nemogen.openapi.schema_context import KeywordReader, listed
from nemogen.openapi.schema_unions import UnionKind, said_by, union_of
from nemogen.openapi.string_keywords import read_strings

DEEPEST: Final = 80
"""How many schemas may be written inside each other; reading one inside another takes frames of Python's stack."""

_COMBINING: Final = frozenset({"allOf", "anyOf", "oneOf", "not", "if", "then", "else", "$dynamicRef"})
_BESIDE_REFERENCE: Final = frozenset({"$ref", "nullable"})
_NULLABLE: Final = ("nullable", "x-nullable")
"""The keyword of OpenAPI 3.0, and the extension that publishers of Swagger 2.0 write for lack of one."""

_COMPONENTS: Final = ("", "components", "schemas")


def read_schema(node: RawNode, reading: Reading, scope: str = "") -> SchemaNode:
    """The schema at `node`; a reference is not followed.

    `scope` is the pointer of the outermost schema around it, for references that are relative to their own schema;
    without it, that is the component that `node` is in, or `node` itself.
    """
    validates = not lacks_validation(node.file, reading)
    return _SchemaReader(reading, scope or _outermost(node.pointer), validates=validates).read(node)


def _outermost(pointer: str) -> str:
    steps = pointer.split("/")
    return "/".join(steps[:4]) if tuple(steps[:3]) == _COMPONENTS else pointer


class _SchemaReader:
    """Reads one schema with all that is written inside it."""

    def __init__(self, reading: Reading, scope: str, *, validates: bool) -> None:
        self.reading = reading
        self.scope = scope
        self.validates = validates
        self.depth = 0

    def read(self, node: RawNode) -> SchemaNode:
        location = self.reading.location(node)
        if isinstance(node.value, bool):
            return Schema(location, never=not node.value)
        if not isinstance(node.value, Mapping):
            self.reading.note("schema-unreadable", "this is not a schema: any value is accepted", location)
            return Schema(location)
        self.reading.visit(node, "schema")
        if self.depth >= DEEPEST:
            message = f"more than {DEEPEST} schemas are written inside each other: any value is accepted"
            self.reading.note("schema-too-deep", message, location)
            return Schema(location)
        self.depth += 1
        try:
            return self._read_object(node, node.value, location)
        finally:
            self.depth -= 1

    def _read_object(self, node: RawNode, raw: JsonObject, location: Location) -> SchemaNode:
        raw = raw if self.validates else without_validation(raw)
        reference = self._reference(node, raw, location)
        if reference is not None:
            if len(raw) == 1:
                return reference
            if self.reading.ignores_siblings:
                raw = self._beside_reference(node, raw)
        reader = KeywordReader(node, raw, location, self.reading, self.read)
        own = self._read_own(reader)
        conjuncts: list[SchemaNode] = [] if reference is None else [reference]
        if not raw.keys().isdisjoint(_COMBINING):
            own = self._read_dynamic_reference(reader, own, conjuncts)
            conjuncts += self._read_conjuncts(reader)
        nullable = any(reader.flag(keyword) for keyword in _NULLABLE if keyword in raw)
        if not conjuncts:
            own = without_unevaluated(own)
            return normal_form(replace(own, nullable=True)) if nullable and not own.nullable else own
        return combined(own, conjuncts, nullable=nullable)

    def _reference(self, node: RawNode, raw: JsonObject, location: Location) -> SchemaRef | None:
        if "$ref" not in raw:
            return None
        text = raw["$ref"]
        where = node.child("$ref")
        if not isinstance(text, str):
            self.reading.note("keyword-unreadable", "`$ref` is not a text: ignored", self.reading.location(where))
            return None
        target = self.reading.follow(text, where, self.scope)
        if target == Target(node.file, node.pointer):
            message = f"`{text}` leads to itself: any value is accepted"
            self.reading.note("reference-circular", message, self.reading.location(where))
            target = None
        return SchemaRef(target, text, location)

    def _beside_reference(self, node: RawNode, raw: JsonObject) -> JsonObject:
        """What counts beside a reference in OpenAPI 3.0: what says something of the use, as publishers mean it."""
        for keyword in raw:
            if keyword not in _BESIDE_REFERENCE and not is_annotation(keyword):
                message = f"`{keyword}` beside a `$ref` is ignored before OpenAPI 3.1"
                self.reading.note("reference-sibling", message, self.reading.location(node.child(keyword)))
        return {
            keyword: value for keyword, value in raw.items() if keyword in _BESIDE_REFERENCE or is_annotation(keyword)
        }

    def _read_own(self, reader: KeywordReader) -> Schema:
        """What the schema says without combining others."""
        allowed = read_allowed(reader)
        note_other_types(reader, allowed.types)
        numbers, strings = read_format(reader, allowed.types, read_numbers(reader), read_strings(reader))
        return normal_form(
            Schema(
                reader.location,
                frozenset(allowed.types),
                allowed.null,
                allowed.values,
                numbers,
                strings,
                read_arrays(reader),
                read_objects(reader),
                discriminator=read_discriminator(reader, self.scope),
                identity=read_identity(reader),
                annotations=read_annotations(reader),
                keywords=KeywordLocations(((reader.raw, reader.location),)),
                type_order=allowed.types,
            )
        )

    def _read_conjuncts(self, reader: KeywordReader) -> list[SchemaNode]:
        """What else a value has to meet: members of `allOf`, unions, `not` and `if`."""
        found = [*reader.schemas("allOf")]
        kinds: tuple[UnionKind, ...] = ("anyOf", "oneOf")
        for kind in kinds:
            if reader.schemas(kind) if listed(reader.raw.get(kind)) is None else reader.raw[kind]:
                nodes = [*reader.node.child(kind).items()]
                members = [self._read_variant(node) if len(nodes) > 1 else self.read(node) for node in nodes]
                found.append(union_of(kind, members, self.reading.location(reader.node.child(kind))))
        negated = reader.schema("not")
        if negated is not None:
            found.append(self._negation(reader, negated))
        condition = reader.schema("if")
        if condition is not None:
            conditional = Conditional(condition, reader.schema("then"), reader.schema("else"))
            found.append(Schema(reader.location, conditional=conditional))
        else:
            for keyword in {"then", "else"} & reader.raw.keys():
                reader.note("keyword-without-if", f"`{keyword}` says nothing without `if`: ignored", keyword)
        return found

    def _read_variant(self, node: RawNode) -> SchemaNode:
        """A variant; one that says nothing but `nullable: true` is meant as null."""
        raw = node.value
        said = [keyword for keyword in raw if not is_annotation(keyword)] if isinstance(raw, Mapping) else []
        if said == ["nullable"] and node.child("nullable").value is True:
            self.reading.visit(node, "schema")
            return Schema(self.reading.location(node), frozenset({"null"}))
        return self.read(node)

    def _negation(self, reader: KeywordReader, negated: SchemaNode) -> SchemaNode:
        if isinstance(negated, Schema) and not said_by(negated):
            return Schema(reader.location, never=True)
        if isinstance(negated, Schema) and negated.never:
            return Schema(reader.location)
        return Schema(reader.location, negated=negated)

    def _read_dynamic_reference(self, reader: KeywordReader, own: Schema, conjuncts: list[SchemaNode]) -> Schema:
        """The schema with its `$dynamicRef`, which joins `conjuncts` where it is a reference like any other."""
        text = reader.text("$dynamicRef")
        if not text:
            return own
        where = reader.node.child("$dynamicRef")
        target = self.reading.follow(text, where, self.scope)
        reference = SchemaRef(target, text, self.reading.location(where))
        raw = self.reading.raw(target).value if target is not None else None
        anchor = text.partition("#")[2]
        if isinstance(raw, Mapping) and anchor and raw.get("$dynamicAnchor") == anchor:
            return replace(own, identity=with_dynamic_reference(own.identity, anchor, reference))
        conjuncts.append(reference)
        return own
