"""Request bodies and responses of Swagger 2.0: a body is a parameter, and media types are declared at the operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nemogen.openapi.document import Encoding, Example, Header, MediaType, RequestBody, Response
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.read_content import read_schema_at
from nemogen.openapi.read_parts import entries, follow_part, location_of, read_flag, read_text, read_texts
from nemogen.openapi.read_responses import ResponseReader
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import ObjectRules, Schema, SchemaNode
from nemogen.openapi.upgrade_parameters import as_file, read_header, read_inline_schema, style_of

_JSON: Final = ("application/json",)
_MULTIPART: Final = "multipart/form-data"
_URLENCODED: Final = "application/x-www-form-urlencoded"


class SwaggerBodies(ResponseReader):
    """Reads the bodies of a document of Swagger 2.0; `root` is its root object."""

    def __init__(self, reading: References, root: RawNode) -> None:
        super().__init__(reading, wants_description=True)
        self._consumes = read_texts(root.child("consumes"), reading)
        self._produces = read_texts(root.child("produces"), reading)
        self._media: tuple[str, ...] = ()

    def read_body(self, items: Sequence[RawNode], operation: RawNode) -> RequestBody | None:
        """The body that these parameters (of the path item, then of the operation) make; None if there is none."""
        names = self._names(operation, "consumes") or self._consumes
        whole = [item for item in items if item.child("in").value == "body"]
        fields = [item for item in items if item.child("in").value == "formData"]
        if whole:
            for item in fields:
                message = "a parameter beside a body cannot be sent in a form: the argument is left out"
                self._reading.note("parameter-unreadable", message, self._reading.location(item))
            return self._read_whole(whole[-1], names or _JSON)
        return self._read_form(fields, names, operation) if fields else None

    def read_responses(self, operation: RawNode) -> tuple[Response, ...]:
        """The responses of an operation, in the order of the document."""
        media = self._names(operation, "produces") or self._produces or _JSON
        if media != self._media:
            self._media = media
            self.forget()
        return self.read_map(operation.child("responses"))

    def _names(self, operation: RawNode, key: str) -> tuple[str, ...]:
        return read_texts(operation.child(key), self._reading)

    def _read_whole(self, node: RawNode, names: Sequence[str]) -> RequestBody:
        location = self._reading.location(node)
        schema = read_schema_at(node.child("schema"), self._reading)
        return RequestBody(
            content=tuple(MediaType(name, schema, location=location) for name in names),
            required=read_flag(node, "required", self._reading) is True,
            description=read_text(node, "description", self._reading),
            location=location,
            use=location,
        )

    def _read_form(self, fields: Sequence[RawNode], names: Sequence[str], operation: RawNode) -> RequestBody:
        """A form with a property for each parameter."""
        has_file = any(node.child("type").value == "file" for node in fields)
        forms = [name for name in names if name.partition(";")[0].strip() in (_MULTIPART, _URLENCODED)]
        if has_file:
            forms = [name for name in forms if name.startswith(_MULTIPART)]
        location = location_of(operation, "parameters", self._reading)
        properties: dict[str, SchemaNode] = {}
        encoding: dict[str, Encoding] = {}
        required = []
        for node in fields:
            name = node.child("name").value
            if not isinstance(name, str):
                message = "a parameter without a name; the argument is left out"
                self._reading.note("parameter-unreadable", message, self._reading.location(node))
                continue
            properties[name] = read_inline_schema(node, self._reading, keeps_description=True)
            if read_flag(node, "required", self._reading):
                required.append(name)
            if node.child("type").value == "array":
                style, explode = style_of(node, "formData", self._reading)
                encoding[name] = Encoding(style=style, explode=explode, location=self._reading.location(node))
        rules = ObjectRules(properties=properties, required=tuple(required))
        schema = normal_form(Schema(location, types=frozenset({"object"}), objects=rules, type_order=("object",)))
        media = forms or [_MULTIPART if has_file else _URLENCODED]
        content = tuple(MediaType(name, schema, encoding=encoding, location=location) for name in media)
        return RequestBody(content, required=bool(required), location=location, use=location)

    def _read(self, node: RawNode) -> Response:
        return Response(
            status="",
            content=tuple(self._read_content(node)),
            headers=tuple(self._read_headers(node.child("headers"))),
            description=read_text(node, "description", self._reading),
            location=self._reading.location(node),
        )

    def _read_content(self, node: RawNode) -> Iterator[MediaType]:
        schema = node.child("schema")
        if schema.value is None:
            return
        is_file = isinstance(schema.value, Mapping) and schema.value.get("type") == "file"
        if isinstance(schema.value, Mapping) and is_file:
            schema = RawNode(as_file(schema.value), schema.file, schema.pointer)
        found = read_schema_at(schema, self._reading)
        examples = node.child("examples")
        names = ("application/octet-stream",) if is_file and self._media == _JSON else self._media
        for name in names:
            example = examples.child(name)
            said = isinstance(examples.value, Mapping) and name in examples.value
            each = (Example("", example.value, location=self._reading.location(example)),) if said else ()
            yield MediaType(name, found, examples=each, location=self._reading.location(schema))

    def _read_headers(self, node: RawNode) -> Iterator[Header]:
        for name, entry in entries(node, "headers", self._reading):
            header = follow_part(entry, "header", self._reading)
            if header is not None:
                yield read_header(name, header, self._reading)
