"""stainless.yml: the resources of a client, with the operations of their methods and the schemas of their models.

resources:
  chat:
    models: { chat_completion: "#/components/schemas/CreateChatCompletionResponse" }
    methods: { create: post /chat/completions, list: { endpoint: get /chat/completions } }
    subresources: …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from nemogen import pointer
from nemogen.errors import ConfigError, Location
from nemogen.like.foreign_client import ForeignClient, ForeignMethod
from nemogen.names import pascal, python_name, words
from nemogen.openapi.text import parse_text

_SCHEMAS: Final = "/components/schemas/"
_DEEPEST: Final = 8


def read_stainless_config(content: bytes, label: str) -> ForeignClient:
    """The names that a stainless.yml gives. Raises SpecError for what is not YAML, ConfigError without resources."""
    value = parse_text(content, label).value
    resources = value.get("resources") if isinstance(value, Mapping) else None
    if not isinstance(resources, Mapping):
        remedy = "Give a stainless.yml, a Python package, or `document` for the extensions in the spec itself."
        raise ConfigError("it has no resources", where=Location(label), remedy=remedy)
    found = list(_resources(resources, (), 0))
    methods = tuple(method for way, rows in found for method in _methods(rows.get("methods"), way))
    models = {where: name for _, rows in found for where, name in _models(rows.get("models"))}
    return ForeignClient(label, methods, models)


def _resources(
    rows: Mapping[str, Any], above: tuple[str, ...], depth: int
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Each resource with the way to it; what begins with $ (`$shared`, `$client`) adds nothing to that."""
    for name, resource in rows.items():
        if not isinstance(resource, Mapping) or depth > _DEEPEST:
            continue
        way = above if str(name).startswith("$") else (*above, python_name(str(name)))
        yield way, resource
        inner = resource.get("subresources")
        if isinstance(inner, Mapping):
            yield from _resources(inner, way, depth + 1)


def _methods(rows: object, way: tuple[str, ...]) -> Iterator[ForeignMethod]:
    for name, row in rows.items() if isinstance(rows, Mapping) else ():
        endpoint = row.get("endpoint") if isinstance(row, Mapping) else row
        http_method, _, path = str(endpoint).strip().partition(" ")
        if path.strip().startswith("/"):
            call = ".".join((*way, python_name(str(name))))
            yield ForeignMethod(http_method.lower(), path.strip(), call)


def _models(rows: object) -> Iterator[tuple[str, str]]:
    """The JSON Pointer of each model, and its name: as the spec spells it where it has the same words."""
    for name, target in rows.items() if isinstance(rows, Mapping) else ():
        if isinstance(target, str):
            where = target.removeprefix("#") if target.startswith("#/") else pointer.join(_SCHEMAS[:-1], target)
            spelt = pointer.split(where)[-1]
            yield where, spelt if words(spelt) == words(str(name)) else pascal(str(name))
