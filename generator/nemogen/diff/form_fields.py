"""The locations of the fields of a Swagger 2.0 form: each is a parameter, and the form has no location of its own."""

from __future__ import annotations

from typing import TypeGuard

from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.openapi.document import MediaType, RequestBody
from nemogen.openapi.schema import Schema, SchemaNode


def locate_field(side: Side, node: SchemaNode | None) -> Location | None:
    """The location of the parameter that a property is; None for a property of any other object."""
    if node is None or "swagger" not in side.raw:
        return None
    file, written = node.location.file, node.location.pointer
    candidates = (Location(file, at) for at in (written, written.removesuffix("/schema")))
    return next((at for at in candidates if side.raw_at(at).get("in") == "formData"), None)


def locate_body(side: Side, body: RequestBody) -> Location:
    """The location of a body; of a form, it is the first field that the operation or its path has by itself."""
    fields = (locate_field(side, node) for media in body.content for node in _properties(media).values())
    return next((at for at in fields if _is_of_operation(at)), body.location)


def locate_requirement(side: Side, body: RequestBody, name: str | None) -> Location:
    """The location of what makes a body required or not; in a form, as `locate_body` has it, it is the field `name`."""
    nodes = (_properties(media).get(name) for media in body.content) if name is not None else ()
    fields = (locate_field(side, node) for node in nodes)
    return side.near(next((at for at in fields if _is_of_operation(at)), body.location), "required")


def locate_encoding(side: Side, media: MediaType, name: str | None) -> Location:
    """The location of how a part of a body is sent: in a form of Swagger 2.0, it is the field `name`."""
    field = None if name is None else locate_field(side, _properties(media).get(name))
    return side.near(media.location, "encoding") if field is None else side.near(field, "collectionFormat")


def first_required(body: RequestBody) -> str | None:
    """The first property that a body requires by itself."""
    schemas = (media.schema for media in body.content)
    return next((name for each in schemas if isinstance(each, Schema) for name in each.objects.required), None)


def _is_of_operation(field: Location | None) -> TypeGuard[Location]:
    """Whether a field is not shared: what is found in a shared part is one finding, whichever body it belongs to."""
    return field is not None and not field.pointer.startswith("/parameters/")


def _properties(media: MediaType) -> dict[str, SchemaNode]:
    return {**media.schema.objects.properties} if isinstance(media.schema, Schema) else {}
