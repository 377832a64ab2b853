"""Writes a typed schema as text of JSON Schema 2020-12, which OpenAPI 3.1 uses: the only writer of schemas.

What is written and read again is the same schema, and allows the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.array_keywords import write_arrays
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.number_keywords import write_numbers
from nemogen.openapi.object_keywords import write_objects
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    Annotations,
    Discriminator,
    EnumValue,
    Schema,
    SchemaNode,
    SchemaRef,
    Target,
)
from nemogen.openapi.string_keywords import write_strings
from nemogen.openapi.type_keyword import given

_TYPE_ORDER: Final = ("object", "array", "string", "number", "integer", "boolean")


def _nothing(_: Schema) -> Collection[str]:
    return ()


def _any_pattern(_: str) -> bool:
    return True


def _in_place(_: Schema) -> Target | None:
    return None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How schemas are written.

    `reference` gives the text of a reference to a target ("#/components/schemas/Pet"). `has_annotations` says whether
    titles, defaults, discriminators and extensions are written: a validator needs none of them. `not_required` gives
    the properties of a schema that are not required on the side of the wire that is meant. `accepts_pattern` refuses
    patterns that the reader of the text cannot compile; they are left out. `moved` gives the target of a schema that is
    to be written elsewhere and referred to.
    """

    reference: Callable[[Target], str]
    has_annotations: bool = True
    not_required: Callable[[Schema], Collection[str]] = _nothing
    accepts_pattern: Callable[[str], bool] = _any_pattern
    moved: Callable[[Schema], Target | None] = _in_place


def write_schema(node: SchemaNode, options: WriteOptions) -> dict[str, JsonValue]:
    """The schema as an object; references stay references."""
    return _SchemaWriter(options).write(node)


class _SchemaWriter:
    def __init__(self, options: WriteOptions) -> None:
        self._options = options

    def node(self, node: SchemaNode) -> JsonValue:
        """A schema inside another: true and false where they say it all."""
        target = self._options.moved(node) if isinstance(node, Schema) else None
        if target is not None:
            return {"$ref": self._options.reference(target)}
        written = self.write(node)
        return True if not written else False if written == {"not": {}} else written

    def write(self, node: SchemaNode) -> dict[str, JsonValue]:
        if isinstance(node, SchemaRef):
            return {} if node.target is None else {"$ref": self._options.reference(node.target)}
        said = self._annotations(node.annotations) if self._options.has_annotations else {}
        return {**self._constraints(node), **said}

    def _constraints(self, schema: Schema) -> dict[str, JsonValue]:
        if not schema.nullable:
            return self._rest(schema, with_null=False)
        combines = schema.all_of or schema.any_of or schema.one_of or schema.negated or schema.conditional
        if not combines and schema.types and schema.identity.dynamic_target is None:
            return self._rest(schema, with_null=True)
        rest = self._rest(schema, with_null=False)
        discriminator = {key: rest.pop(key) for key in ("discriminator",) if key in rest}
        null: dict[str, JsonValue] = {"type": "null"}
        members = [self.node(member) for member in schema.any_of] if rest.keys() == {"anyOf"} else [rest]
        return {"anyOf": [*members, null], **discriminator}

    def _rest(self, schema: Schema, *, with_null: bool) -> dict[str, JsonValue]:
        if schema.never:
            return {"not": {}}
        found = {
            **_types(schema, with_null=with_null),
            **self._enum(schema.enum, with_null=with_null),
            **write_numbers(schema.numbers),
            **write_strings(schema.strings, self.node, self._options.accepts_pattern),
            **write_arrays(schema.arrays, self._optional),
            **self._objects(schema),
            **self._combined(schema),
            **self._dynamic(schema),
        }
        if found.keys() == {"allOf"} and len(schema.all_of) == 1 and isinstance(schema.all_of[0], SchemaRef):
            return self.write(schema.all_of[0])
        return found

    def _enum(self, values: Sequence[EnumValue] | None, *, with_null: bool) -> dict[str, JsonValue]:
        if values is None:
            return {}
        if self._options.has_annotations and any(value.deprecated for value in values):
            null: list[JsonValue] = [{"type": "null"}] if with_null else []
            return {"oneOf": [*(_constant(value) for value in values), *null]}
        found: dict[str, JsonValue] = {"enum": [*(value.value for value in values), *([None] if with_null else [])]}
        if self._options.has_annotations:
            texts = {
                "x-enum-varnames": [value.name for value in values],
                "x-enum-descriptions": [value.description for value in values],
            }
            found |= {key: each for key, each in texts.items() if any(each)}
        return found

    def _objects(self, schema: Schema) -> dict[str, JsonValue]:
        left_out = self._options.not_required(schema)
        return write_objects(schema.objects, self._optional, left_out, self._options.accepts_pattern)

    def _combined(self, schema: Schema) -> dict[str, JsonValue]:
        conditional = schema.conditional
        found = given(
            anyOf=[self.node(member) for member in schema.any_of] or None,
            oneOf=[self.node(member) for member in schema.one_of] or None,
            allOf=[self.node(member) for member in schema.all_of] or None,
            discriminator=self._discriminator(schema.discriminator),
        )
        found |= {} if schema.negated is None else {"not": self.node(schema.negated)}
        if conditional is not None:
            ways = {"if": conditional.condition, "then": conditional.then, "else": conditional.otherwise}
            found |= {keyword: self.node(way) for keyword, way in ways.items() if way is not None}
        return found

    def _discriminator(self, discriminator: Discriminator | None) -> JsonValue:
        if discriminator is None or not self._options.has_annotations:
            return None
        mapping: dict[str, JsonValue] = {
            tag: self._options.reference(reference.target)
            for tag, reference in discriminator.mapping.items()
            if reference.target is not None
        }
        default = discriminator.default.target if discriminator.default is not None else None
        return given(
            propertyName=discriminator.property_name,
            mapping=mapping or None,
            defaultMapping=None if default is None else self._options.reference(default),
        )

    def _dynamic(self, schema: Schema) -> dict[str, JsonValue]:
        target = schema.identity.dynamic_target
        if target is None or target.target is None:
            return {}
        resource = self._options.reference(target.target).partition("#")[0]
        return {"$dynamicRef": f"{resource}#{schema.identity.dynamic_ref}"}

    def _optional(self, node: SchemaNode | None) -> JsonValue:
        return None if node is None else self.node(node)

    def _annotations(self, said: Annotations) -> dict[str, JsonValue]:
        if said is NO_ANNOTATIONS:
            return {}
        found = given(
            title=said.title or None,
            description=said.description or None,
            examples=[*said.examples] or None,
            deprecated=said.deprecated or None,
            readOnly=said.read_only or None,
            writeOnly=said.write_only or None,
            externalDocs={"url": said.external_docs} if said.external_docs else None,
            xml=said.xml,
        )
        default: dict[str, JsonValue] = {} if said.default is MISSING else {"default": said.default}
        return {**found, **default, **said.extensions}


def _types(schema: Schema, *, with_null: bool) -> dict[str, JsonValue]:
    """The types in the order of the document, null last."""
    if not schema.types:
        return {}
    known = [name for name in (*schema.type_order, *_TYPE_ORDER, "null") if name in schema.types]
    names = [*dict.fromkeys(known, True), *(["null"] if with_null else [])]
    return {"type": names[0] if len(names) == 1 else names}


def _constant(value: EnumValue) -> JsonObject:
    """A value as a variant, with its annotations."""
    return {
        "const": value.value,
        **given(title=value.name or None, description=value.description or None, deprecated=value.deprecated or None),
    }
