"""How the properties of a form or a multipart body are sent, and which of them are files, from the typed spec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from nemogen.canonical import references
from nemogen.document import Document, Operation
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document as DeclaredDocument
from nemogen.openapi.document import Encoding, Header, MediaType
from nemogen.openapi.schema import Schema, SchemaNode

_TEXT_TYPES: Final = ("text/", "application/json")
_NOT_SAID: Final = Encoding()


@dataclass(frozen=True, slots=True)
class PartPlan:
    """How one property is sent, as the runtime's `Part` has it."""

    content_type: str = ""
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    is_base64: bool = False


@dataclass(frozen=True, slots=True)
class FormPlan:
    """By property, how it is sent where the spec says something of it; and the properties that are files.

    The name `*` among the files stands for every property that is not declared.
    """

    parts: Mapping[str, PartPlan]
    files: tuple[str, ...]


NO_FORM: Final = FormPlan({}, ())


def read_form(operation: Operation, media: str, kind: str, document: DeclaredDocument | None) -> FormPlan:
    """The plan of the body of this media type, which is a form or multipart."""
    body = operation.declared.body if operation.declared else None
    found = next((each for each in body.content if each.name == media), None) if body else None
    if found is None or document is None or kind not in {"form", "multipart"}:
        return NO_FORM
    properties = dict(_properties(found, document))
    parts: dict[str, PartPlan] = {}
    files: list[str] = []
    for name, node in properties.items():
        encoding = found.encoding.get(name, _NOT_SAID)
        if kind == "multipart" and _is_file(node, encoding, document):
            files.append(name)
        part = _part(encoding, node, document, is_file=name in files)
        if part != PartPlan():
            parts[name] = part
    more = _resolved(found.schema, document).objects.additional_properties if found.schema else None
    if kind == "multipart" and more is not None and _is_file(more, _NOT_SAID, document):
        files.append("*")
    return FormPlan(parts, tuple(files))


def _properties(media: MediaType, document: DeclaredDocument) -> Iterator[tuple[str, SchemaNode]]:
    """The properties of an object, those of its `allOf` included; later ones have the last word."""
    ahead = [media.schema] if media.schema is not None else []
    for _ in range(200):
        if not ahead:
            return
        schema = document.resolve(ahead.pop())
        ahead += schema.all_of
        yield from schema.objects.properties.items()


def _resolved(node: SchemaNode, document: DeclaredDocument) -> Schema:
    """The schema, or the only part that it has."""
    schema = document.resolve(node)
    for _ in range(10):
        if len(schema.all_of) != 1 or schema.types or schema.strings.format:
            break
        schema = document.resolve(schema.all_of[0])
    return schema


def _is_file(node: SchemaNode, encoding: Encoding, document: DeclaredDocument) -> bool:
    """Raw bytes however the version spells them, or a list or a map of such (OpenAPI 3.1, section 4.8.14.2).

    A schema that says nothing is a file where `encoding` names a media type that is not text.
    """
    schema = _resolved(node, document)
    if schema.arrays.items is not None and "array" in schema.types:
        return _is_file(schema.arrays.items, encoding, document)
    more = schema.objects.additional_properties
    if "object" in schema.types and more is not None and not schema.objects.properties:
        return _is_file(more, encoding, document)
    rules = schema.strings
    if rules.format == "binary" or rules.content_encoding == "binary":
        return True
    is_encoded = bool(rules.content_encoding) or rules.format == "byte"
    if rules.content_media_type and not is_encoded and schema.types == {"string"}:
        return not rules.content_media_type.startswith(_TEXT_TYPES)
    says_nothing = not (schema.types or schema.enum or schema.any_of or schema.one_of or schema.all_of)
    return says_nothing and bool(encoding.content_type) and not str(encoding.content_type).startswith(_TEXT_TYPES)


def _part(encoding: Encoding, node: SchemaNode, document: DeclaredDocument, *, is_file: bool) -> PartPlan:
    rules = _resolved(node, document).strings
    said = encoding.content_type or (rules.content_media_type if is_file else "") or ""
    first = said.split(",")[0].strip()
    return PartPlan(
        content_type="" if "*" in first or (is_file and "," in said) else first,
        style=encoding.style,
        explode=encoding.explode,
        allow_reserved=encoding.allow_reserved,
        headers={each.name: value for each in encoding.headers if (value := _only_value(each, document)) is not None},
        is_base64=rules.format == "byte",
    )


def _only_value(header: Header, document: DeclaredDocument) -> str | None:
    """The value of a header that has but one; a caller gives any other with the file."""
    if header.schema is None or header.name.lower() == "content-type":
        return None
    values = _resolved(header.schema, document).enum or ()
    return str(values[0].value) if len(values) == 1 else None


def upload_bodies(document: Document) -> frozenset[str]:
    """The components that are nothing but a multipart body: their files are not properties of a model."""
    bodies: set[str] = set()
    others = list(document.schemas.values())
    for operation in document.operations:
        others += (each.schema for each in operation.parameters)
        for media, schema in operation.body_content.items():
            if schema.reference and media.lower().startswith("multipart/"):
                bodies.add(schema.reference)
            else:
                others.append(schema)
        others += operation.response_schemas()
    return frozenset(bodies) - references(others)
