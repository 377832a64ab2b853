"""The parameters and headers of Swagger 2.0: their schema is written among their own members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nemogen.openapi.document import Header, Parameter
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.read_parameters import ParameterReader
from nemogen.openapi.read_parts import extensions, follow_part, list_items, location_of, read_flag, read_text
from nemogen.openapi.read_schema import read_schema
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import SchemaNode

_NOT_SCHEMA: Final = frozenset({"name", "in", "required", "collectionFormat", "allowEmptyValue", "description"})
"""The members of a parameter or header that its schema does not have."""

_STYLES: Final = {
    "csv": ("form", False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}
"""By `collectionFormat`, the style and whether it is exploded, where lists are sent in a query or a form."""

_BODY: Final = ("body", "formData")


class SwaggerParameters(ParameterReader):
    """Reads the parameters of a document of Swagger 2.0."""

    def read_list(self, node: RawNode, *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of one list, apart from those that are a body."""
        rest = [item for item in list_items(node, "parameters", self._reading) if not self._is_body(item)]
        return self.read_items(rest, is_shared=is_shared)

    def body_items(self, node: RawNode) -> Iterator[RawNode]:
        """The parameters of one list that are a body or a part of it, references followed."""
        for item in node.items():
            found = follow_part(item, "parameter", self._reading) if self._is_body(item) else None
            if found is not None:
                yield found

    def _is_body(self, item: RawNode) -> bool:
        if isinstance(item.value, Mapping) and "$ref" not in item.value:
            return item.value.get("in") in _BODY
        found = follow_part(item, "parameter", self._reading, "the argument is left out")
        return found is not None and found.child("in").value in _BODY

    def _read_sent(self, node: RawNode, name: str, location_in: str) -> Parameter:
        style, explode = style_of(node, location_in, self._reading)
        return Parameter(
            name=name,
            location_in=location_in,
            schema=read_inline_schema(node, self._reading),
            required=location_in == "path" or read_flag(node, "required", self._reading) is True,
            style=style,
            explode=explode,
            allow_empty_value=read_flag(node, "allowEmptyValue", self._reading) is True,
            description=read_text(node, "description", self._reading),
            extensions=extensions(node),
            location=self._reading.location(node),
        )


def read_header(name: str, node: RawNode, reading: References) -> Header:
    """A header of a response."""
    style_of(node, "header", reading)
    return Header(
        name=name,
        schema=read_inline_schema(node, reading),
        description=read_text(node, "description", reading),
        location=reading.location(node),
    )


def read_inline_schema(node: RawNode, reading: References, *, keeps_description: bool = False) -> SchemaNode:
    """The schema of a parameter or header. One with a `schema` of its own, as many people write it, is read so."""
    schema = node.child("schema")
    if schema.value is not None and node.child("type").value is None:
        return read_schema(schema, reading, schema.pointer)
    dropped = _NOT_SCHEMA - {"description"} if keeps_description else _NOT_SCHEMA
    value = {key: child.value for key, child in node.members() if key not in dropped}
    _note_nested_format(node.child("items"), reading)
    return read_schema(RawNode(as_file(value), node.file, node.pointer), reading, node.pointer)


def as_file(value: JsonObject) -> JsonValue:
    """A schema in which OpenAPI 3's spelling of a file stands for `type: file`."""
    return {**value, "type": "string", "format": "binary"} if value.get("type") == "file" else value


def style_of(node: RawNode, location_in: str, reading: References) -> tuple[str, bool]:
    """The style and whether it is exploded. What OpenAPI 3 has no style for is noted and sent with commas."""
    in_query = location_in in ("query", "formData")
    if node.child("type").value != "array":
        return ("form", True) if in_query else ("simple", False)
    collection = read_text(node, "collectionFormat", reading) or "csv"
    if in_query and collection in _STYLES:
        return _STYLES[collection]
    if collection != "csv":
        message = f"`collectionFormat: {collection}` has no counterpart here: values are separated by commas"
        reading.note("collection-format", message, location_of(node, "collectionFormat", reading))
    return ("form", False) if in_query else ("simple", False)


def _note_nested_format(items: RawNode, reading: References) -> None:
    """Report how lists inside lists are separated, which OpenAPI 3 cannot say."""
    while isinstance(items.value, Mapping):
        if items.child("collectionFormat").value is not None:
            message = "`collectionFormat` of items has no counterpart in OpenAPI 3: left out"
            reading.note("collection-format", message, reading.location(items.child("collectionFormat")))
        items = items.child("items")
