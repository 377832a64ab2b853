"""A typed schema in canonical form: the few spellings of JSON Schema that both engines read right.

What comes out is OpenAPI 3.1: `$ref` to another schema (with prose beside it), a scalar with its bounds, an array, an
object with `properties` or `additionalProperties`, `anyOf` (null last), or {} for any value. What the document says in
other words was read by `openapi`; what no type of Python expresses is reported here or by the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nemogen import canonical
from nemogen.canonical import ANYTHING, NULL, CanonicalSchema, NamingFacts
from nemogen.errors import Location
from nemogen.naming import canonical_values, unions
from nemogen.naming.canonical_objects import ObjectWriter, located
from nemogen.naming.conversion import Conversion
from nemogen.naming.schema_keys import component_name
from nemogen.openapi.json_value import unique
from nemogen.openapi.merged_child import merge_child
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    NO_IDENTITY,
    Annotations,
    Discriminator,
    Schema,
    SchemaNode,
    SchemaRef,
    Target,
)
from nemogen.openapi.schema_resources import with_static_reference
from nemogen.openapi.schema_unions import UnionKind, said_by
from nemogen.pointer import split
from nemogen.sunset_extensions import sunset_of

_DEEPEST: Final = 50
"""Schemas inside each other: the engines call themselves too, and take more of Python's stack."""

_CLASS_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9]*")

_UNIQUE: Final = {"any_of": "`anyOf`", "one_of": "`oneOf`", "negated": "`not`", "conditional": "`if`"}
"""What a schema can say once, as the document writes it."""


class SchemaWriter:
    """Writes the schemas of one document; what references lead to is asked for with `Conversion.want`."""

    def __init__(self, conversion: Conversion) -> None:
        self._state = conversion
        self._views = conversion.views
        self._objects = ObjectWriter(conversion, self.write)
        self._open: dict[str, Schema] = {}
        self._repeated: dict[int, str] = {}
        self._commons: dict[int, tuple[Schema, Schema]] = {}
        self._expanded: list[Schema] = []
        """The unions around what is being written, and those of their variants that are written with what they share.
        """

    def write(self, node: SchemaNode) -> CanonicalSchema:
        """The canonical form of `node`. Raises SpecError where the document unfolds without end."""
        self._state.count(node.location)
        node = with_static_reference(node, self._state.read.document)
        if isinstance(node, SchemaRef):
            return self._reference(node)
        known = next((key for key, schema in self._open.items() if schema is node), None)
        if known is not None:
            # Only a schema that was merged of several has itself inside without a reference in between.
            key = self._repeated.setdefault(id(node), f"{known}/allOf/{len(self._repeated)}")
            self._state.want(key, node)
            return CanonicalSchema(reference=key)
        if len(self._open) > _DEEPEST:
            message = f"more than {_DEEPEST} schemas inside each other: any value is accepted"
            self._state.note("schema-too-deep", message, node.location)
            return ANYTHING
        key = self._state.key_at(node.location)
        while key in self._open:
            key += "/"
        self._open[key] = node
        try:
            return self._schema(node)
        finally:
            del self._open[key]

    def _schema(self, schema: Schema) -> CanonicalSchema:
        alone = lone_reference(schema)
        if alone is not None:
            return self._finish(self._reference(alone), schema, schema, is_reference=True)
        merged = self._merged(schema)
        is_union = bool(merged.one_of or merged.any_of)
        result = self._union(merged, schema) if is_union else self._typed(merged)
        return self._finish(result, merged, schema, is_reference=False)

    def _reference(self, reference: SchemaRef) -> CanonicalSchema:
        """A reference to a component or to a schema around this one; any other target is written in place."""
        target = self._meant(reference)
        node = None if target is None else self._state.read.document.resolve_target(_to(target, reference))
        if target is None or node is None:
            return ANYTHING
        key = self._state.key_of(target)
        if component_name(key) is None and key not in self._open:
            found = self.write(node)
            referred = self._state.key_at(reference.location) if found.facts.pointer else ""
            return replace(found, facts=replace(found.facts, referred=referred)) if referred else found
        self._state.want(key, node)
        return CanonicalSchema(reference=key)

    def _meant(self, reference: SchemaRef) -> Target | None:
        """The target of a reference; components that are nothing but another name for one are passed over."""
        target = reference.target
        seen: set[Target] = set()
        while target is not None and target not in seen:
            seen.add(target)
            node = self._state.read.document.resolve_target(_to(target, reference))
            following = node if isinstance(node, SchemaRef) else _other_name(node) if node is not None else None
            if following is None:
                return target
            target = following.target
        if target is not None:
            key = self._state.key_of(target)
            message = f"`{split(key)[-1]}` is a variant of itself: any value is accepted"
            self._state.note_at("self-reference", message, key)
        return None

    def _merged(self, schema: Schema) -> Schema:
        """The schema with its `allOf` merged; what does not go together is reported."""
        if not schema.all_of:
            return schema
        merged = merge_child(schema, self._views)
        for contradiction in merged.contradictions:
            self._state.note("all-of-unmerged", contradiction.message, contradiction.location)
        for rest in merged.schema.all_of:
            said = said_by(rest) if isinstance(rest, Schema) else ()
            keywords = " and ".join(_UNIQUE[field] for field in _UNIQUE if field in said) or "rules"
            message = f"parts of an `allOf` have {keywords} each: one is taken"
            self._state.note("all-of-unmerged", message, rest.location)
        return merged.schema

    def _union(self, schema: Schema, declared: Schema) -> CanonicalSchema:
        """The union of a schema (merged), which is `declared` so in the document."""
        kinds: tuple[tuple[UnionKind, Sequence[SchemaNode]], ...] = (("oneOf", schema.one_of), ("anyOf", schema.any_of))
        for kind, members in kinds:
            typed = [member for member in members if not _only_requires(member)]
            if len(typed) < len(members):
                message = f"`{kind}` only requires properties: left to the server"
                self._state.note("keyword-not-typed", message, schema.locate(kind))
            found = [self._variant(member, schema, declared) for member in typed]
            if found:
                return unions.flat(found, self._discriminator(schema.discriminator))
        return self._typed(replace(schema, one_of=(), any_of=()))

    def _variant(self, member: SchemaNode, schema: Schema, declared: Schema) -> CanonicalSchema:
        """One variant of a union; one that leads back to a union around it is but a reference there."""
        meant = self._state.read.document.resolve(member)
        if any(meant is each for each in (*self._expanded, declared)):
            return self.write(member)
        self._expanded += (declared, meant)
        try:
            return self.write(self._with_common(member, schema, declared))
        finally:
            del self._expanded[-2:]

    def _with_common(self, member: SchemaNode, schema: Schema, declared: Schema) -> SchemaNode:
        """A variant with the keywords beside the union, unless it is an `allOf` of the union itself."""
        _, common = self._commons.setdefault(id(schema), (schema, _common(schema)))
        said = said_by(common)
        is_reference = isinstance(member, SchemaRef)
        if not said or (is_reference and (not common.objects.properties or self._extends(member, declared))):
            return member
        return self._views.both(common, member)

    def _extends(self, member: SchemaNode, parent: Schema) -> bool:
        resolve = self._state.read.document.resolve
        return any(resolve(part) is parent for part in resolve(member).all_of)

    def _discriminator(self, declared: Discriminator | None) -> canonical.Discriminator | None:
        """The property by which the document distinguishes the variants, and the tags that it gives for each target."""
        if declared is None:
            return None
        mapping: dict[str, str] = {}
        for tag, reference in declared.mapping.items():
            target = self._meant(reference)
            if target is not None:
                mapping[tag] = self._state.key_of(target)
        return canonical.Discriminator(declared.property_name, mapping)

    def _typed(self, schema: Schema) -> CanonicalSchema:
        if schema.never:
            self._state.note("schema-unreadable", "no value is valid here: any value is accepted", schema.location)
            return ANYTHING
        if schema.enum is not None:
            return canonical_values.enumeration(schema, self._state.note)
        if schema.types == frozenset({"null"}):
            return NULL
        names = _types(schema) or _implied(schema)
        if len(names) > 1:
            at = f"{self._state.key_at(schema.location)}/type"
            return unions.flat([located(self._of_type(name, schema), at) for name in names])
        return self._of_type(names[0], schema) if names else ANYTHING

    def _of_type(self, name: str, schema: Schema) -> CanonicalSchema:
        if name == "object":
            return self._objects.object(schema)
        if name == "array":
            return self._objects.array(schema)
        return canonical_values.scalar(name, schema, self._state.note)

    def _finish(self, result: CanonicalSchema, said: Schema, schema: Schema, *, is_reference: bool) -> CanonicalSchema:
        """The name goes inside; null, prose and the default go outside."""
        annotations = said.annotations
        pointer = result.facts.pointer
        if not is_reference and (result.properties or result.any_of):
            pointer = self._repeated.get(id(schema)) or self._state.key_at(schema.location)
        if result.reference is None and (pointer or annotations.name):
            result = replace(result, facts=_facts(annotations, pointer, result.facts))
        if said.nullable and result != ANYTHING:
            result = unions.or_null(result)
        if annotations.description or annotations.deprecated:
            result = replace(
                result,
                description=annotations.description or result.description,
                deprecated=annotations.deprecated or result.deprecated,
                sunset=(sunset_of(annotations.extensions) if annotations.deprecated else "") or result.sunset,
            )
        default = annotations.default
        if default is MISSING or default is None:
            return result
        if canonical_values.fits(default, result):
            return replace(result, default=default)
        message = f"the default {default!r} is not a value of its schema: dropped"
        self._state.note("default-unfit", message, _at_default(said, schema))
        return result


def lone_reference(schema: Schema) -> SchemaRef | None:
    """The reference that a schema is, with prose or null beside it; None if it says more."""
    if len(schema.all_of) != 1 or said_by(schema) - {"identity", "discriminator"} != {"all_of"}:
        return None
    (only,) = schema.all_of
    return only if isinstance(only, SchemaRef) else None


def _other_name(schema: Schema) -> SchemaRef | None:
    """What a component refers to that is nothing but another name for it: with prose beside it at most."""
    said = schema.annotations
    is_plain = not (said.name or said.read_only or said.write_only) and said.default is MISSING
    return lone_reference(schema) if is_plain and not schema.nullable else None


def _to(target: Target, reference: SchemaRef) -> SchemaRef:
    return SchemaRef(target, reference.text, reference.location)


def _common(schema: Schema) -> Schema:
    """The keywords beside a union that apply to each variant."""
    return replace(
        schema, one_of=(), any_of=(), all_of=(), discriminator=None, negated=None, conditional=None, nullable=False,
        annotations=NO_ANNOTATIONS, identity=NO_IDENTITY,
    )  # fmt: skip


def _only_requires(node: SchemaNode) -> bool:
    """Whether a variant says nothing but which properties there have to be."""
    if not isinstance(node, Schema) or not (node.objects.required or node.negated is not None):
        return False
    rest = replace(node, objects=replace(node.objects, required=()), negated=None)
    return not said_by(rest) - ({"types"} if node.objects.required else set())


def _types(schema: Schema) -> tuple[str, ...]:
    """The types in the order of the document."""
    return unique(name for name in (*schema.type_order, *sorted(schema.types)) if name in schema.types)


def _implied(schema: Schema) -> tuple[str, ...]:
    """The type that rules imply where none is named: publishers leave it out."""
    objects, arrays, strings = schema.objects, schema.arrays, schema.strings
    if objects.properties or objects.pattern_properties or objects.additional_properties or objects.is_open:
        return ("object",)
    if arrays.items is not None or arrays.prefix_items or arrays.is_open:
        return ("array",)
    if canonical_values.has_bounds(schema.numbers):
        return ("number",)
    if strings.min_length is not None or strings.max_length is not None or strings.pattern is not None:
        return ("string",)
    return ("array",) if arrays.min_items is not None or arrays.max_items is not None else ()


def _facts(said: Annotations, pointer: str, found: NamingFacts) -> NamingFacts:
    """The name that an overlay gives a schema, and its title where it is to be named at all."""
    title = said.title if pointer and _CLASS_NAME.fullmatch(said.title) else found.title
    return replace(found, name=said.name or found.name, title=title, pointer=pointer)


def _at_default(said: Schema, schema: Schema) -> Location:
    return said.locate("default") if "default" in said.keywords else schema.location
