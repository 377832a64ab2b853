"""How the fields of a webhook that comes as a form are read: which are JSON, and which may come several times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from nemogen.client.environment import Text
from nemogen.openapi.document import MediaType
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_views import SchemaViews

_SEPARATORS: Final = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


class FormFieldPlan(NamedTuple):
    """A field that is no plain text, as the runtime's FormField."""

    name: Text
    holds: str
    separator: str


def plan_form(form: MediaType, views: SchemaViews) -> tuple[FormFieldPlan, ...]:
    """The fields of a form that are no plain texts. Objects are JSON (OpenAPI 3.1, 4.8.15) if nothing else is said."""
    found: dict[str, FormFieldPlan] = {}
    for whole in _objects(form.schema, views) if form.schema is not None else ():
        for name, node in whole.objects.properties.items():
            field = _field(name, node, form, views)
            if field is not None:
                found.setdefault(name, field)
    return tuple(found.values())


def _objects(node: SchemaNode, views: SchemaViews) -> Iterator[Schema]:
    whole = views.merged(node).schema
    yield whole
    for variant in whole.any_of or whole.one_of:
        yield views.merged(variant).schema


def _field(name: str, node: SchemaNode, form: MediaType, views: SchemaViews) -> FormFieldPlan | None:
    encoding, schema = form.encoding.get(name), views.merged(node).schema
    media = (encoding.content_type or "" if encoding else "").partition(";")[0].strip().lower()
    if media.endswith(("/json", "+json")):
        return FormFieldPlan(Text(name), "json", "")
    if schema.types == {"array"}:
        items = schema.arrays.items
        holds = "texts" if items is None or _is_text(views.merged(items).schema) else "values"
        is_joined = encoding is not None and encoding.explode is False
        style = encoding.style or "form" if encoding else "form"
        return FormFieldPlan(Text(name), holds, _SEPARATORS.get(style, ",") if is_joined else "")
    return None if _is_text(schema) else FormFieldPlan(Text(name), "json", "")


def _is_text(schema: Schema) -> bool:
    """Whether a value is, or may be, a plain text: then it is not read as anything else."""
    branches = schema.any_of or schema.one_of
    return "string" in schema.types or not (schema.types or branches or schema.objects.properties)
