"""The parameters of an operation: declared twice, not at all, or without a place in reality."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nemogen.openapi.document import MediaType, Parameter
from nemogen.openapi.read_content import read_content, read_examples, read_schema_at
from nemogen.openapi.read_parts import (
    extensions,
    follow_part,
    list_items,
    location_of,
    read_flag,
    read_text,
)
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import Schema, SchemaNode

PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
STYLES: Final = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "querystring": ("form",),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""By `in`, the styles of OpenAPI 3.2 (Style Values); the first is the default."""

_NOT_PARAMETERS: Final = frozenset({"accept", "authorization", "content-type"})
"""Headers that media types and security schemes describe (OpenAPI 3.2, Parameter Object, `name`)."""

_LOST: Final = "the argument is left out"


class ParameterReader:
    """Reads the parameters of one document; a component that many operations refer to is read once."""

    def __init__(self, reading: References) -> None:
        self._reading = reading
        self._components: dict[tuple[str, str], Parameter | None] = {}

    def read_list(self, node: RawNode, *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of one list: of a path item (`is_shared`) or of an operation."""
        return self.read_items(list_items(node, "parameters", self._reading), is_shared=is_shared)

    def read_items(self, items: Iterable[RawNode], *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of a list; of two with the same name and `in`, the last one counts."""
        found: dict[tuple[str, str], Parameter] = {}
        for item in items:
            parameter = self._read_item(item, is_shared=is_shared)
            if parameter is None:
                continue
            if parameter_key(parameter) in found:
                message = (
                    f"the {parameter.location_in} parameter `{parameter.name}` is declared twice: the last one counts"
                )
                self._reading.note("duplicate-parameter", message, self._reading.location(item))
            found[parameter_key(parameter)] = parameter
        return tuple(found.values())

    def _read_item(self, item: RawNode, *, is_shared: bool) -> Parameter | None:
        node = follow_part(item, "parameter", self._reading, _LOST)
        if node is None:
            return None
        if node is item:
            found = self._read(node)
        else:
            at = (node.file, node.pointer)
            if at not in self._components:
                self._components[at] = self._read(node)
            found = self._components[at]
        return found and replace(found, is_shared=is_shared, use=self._reading.location(item))

    def _read(self, node: RawNode) -> Parameter | None:
        """One parameter; None, and a note, where it cannot be sent or is described elsewhere."""
        reading, location = self._reading, self._reading.location(node)
        name, location_in = node.child("name").value, node.child("in").value
        if name is None and location_in == "querystring":  # it has no name on the wire
            name = location_in
        if not isinstance(name, str):
            reading.note("parameter-unreadable", f"a parameter without a name; {_LOST}", location)
            return None
        if not isinstance(location_in, str) or location_in not in STYLES:
            reading.note("parameter-unreadable", f"`{name}` does not say where it is sent; {_LOST}", location)
            return None
        if location_in == "header" and name.lower() in _NOT_PARAMETERS:
            message = f"the header `{name}` is described by media types and security: left out"
            reading.note("parameter-ignored", message, location)
            return None
        return self._read_sent(node, name, location_in)

    def _read_sent(self, node: RawNode, name: str, location_in: str) -> Parameter:
        """A parameter that can be sent."""
        reading = self._reading
        schema, media = self._read_value(node)
        style = self._read_style(node, location_in)
        explode = read_flag(node, "explode", reading)
        return Parameter(
            name=name,
            location_in=location_in,
            schema=schema,
            media=media,
            required=location_in == "path" or read_flag(node, "required", reading) is True,
            style=style,
            explode=explode if explode is not None else style in ("form", "cookie"),
            allow_reserved=read_flag(node, "allowReserved", reading) is True,
            allow_empty_value=read_flag(node, "allowEmptyValue", reading) is True,
            deprecated=read_flag(node, "deprecated", reading) is True,
            description=read_text(node, "description", reading),
            examples=read_examples(node, reading),
            extensions=extensions(node),
            location=reading.location(node),
        )

    def _read_value(self, node: RawNode) -> tuple[SchemaNode | None, MediaType | None]:
        """What is sent: the schema, or the only media type."""
        content = read_content(node.child("content"), self._reading)
        schema = read_schema_at(node.child("schema"), self._reading)
        if content and schema is not None:
            message = "a parameter has either `schema` or `content`: the schema counts"
            self._reading.note("parameter-schema-and-content", message, location_of(node, "content", self._reading))
            return schema, None
        if len(content) > 1:
            message = f"a parameter has one media type: {content[0].name} counts"
            self._reading.note("parameter-content-many", message, location_of(node, "content", self._reading))
        return schema, content[0] if content else None

    def _read_style(self, node: RawNode, location_in: str) -> str:
        allowed = STYLES[location_in]
        style = node.child("style").value
        if style is None or (isinstance(style, str) and style in allowed):
            return style or allowed[0]
        message = f"`style: {style!r}` cannot be sent in the {location_in}: the usual one is taken"
        self._reading.note("style-unreadable", message, location_of(node, "style", self._reading))
        return allowed[0]


def parameter_key(parameter: Parameter) -> tuple[str, str]:
    """What distinguishes the parameters of an operation: names of headers do not differ by case (RFC 9110)."""
    is_header = parameter.location_in == "header"
    return parameter.location_in, parameter.name.lower() if is_header else parameter.name


def combine(
    path: str | None, operation: RawNode, shared: Iterable[Parameter], own: Iterable[Parameter], reading: References
) -> tuple[Parameter, ...]:
    """The parameters in effect: those of the path item, those of the operation over them, and undeclared placeholders.

    `path` is the path template, None if there is none (webhooks, callbacks). Path parameters that it has no
    placeholder for are kept, as changes of them are changes of the document, but not sent.
    """
    names = () if path is None else tuple(match.group(1) for match in PLACEHOLDER.finditer(path))
    found: dict[tuple[str, str], Parameter] = {}
    for parameter in (*shared, *own):
        if parameter.location_in == "path" and parameter.name not in names:
            message = f"the path has no `{{{parameter.name}}}`: the parameter is not sent"
            reading.note("path-parameter-unused", message, parameter.use)
            found[parameter_key(parameter)] = replace(parameter, is_sent=False)
        else:
            found[parameter_key(parameter)] = parameter
    for name in names:
        if ("path", name) not in found:
            found["path", name] = _undeclared(name, operation, reading)
    return tuple(found.values())


def _undeclared(name: str, operation: RawNode, reading: References) -> Parameter:
    location = reading.location(operation)
    message = f"`{{{name}}}` of the path is not declared: taken as a string"
    reading.note("path-parameter-undeclared", message, location)
    schema = Schema(location, types=frozenset({"string"}), type_order=("string",))
    return Parameter(
        name,
        "path",
        schema,
        required=True,
        style="simple",
        explode=False,
        is_declared=False,
        location=location,
        use=location,
    )
