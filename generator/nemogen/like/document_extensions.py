"""Names that a spec itself has for the clients of other generators: x-stainless-*, x-fern-*, x-speakeasy-*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from nemogen.like.foreign_client import ForeignClient, ForeignMethod
from nemogen.names import pascal, python_name
from nemogen.openapi.document import Document, Operation
from nemogen.openapi.json_value import JsonValue

_GROUPS: Final = ("x-fern-sdk-group-name", "x-speakeasy-group")
_METHODS: Final = ("x-fern-sdk-method-name", "x-speakeasy-name-override")
_MODELS: Final = ("x-fern-type-name", "x-speakeasy-name-override")
_NAMING: Final = "x-stainless-naming"
"""A mapping by language (`python`, `default`), of `method_name` and `type_name`."""


def read_extensions(document: Document, calls: Mapping[tuple[str, str], str], label: str) -> ForeignClient:
    """The names that `document` has in extensions. Where one gives the group or the method alone, the other half is
    that of `calls` (the call of each operation, by HTTP method and path)."""
    methods = (_method(each, calls.get((each.method, each.path), "")) for each in document.operations)
    return ForeignClient(label, tuple(filter(None, methods)), dict(_models(document)))


def _text_of(operation: Operation, keys: tuple[str, ...]) -> str:
    """The first of these extensions, lists (of Fern) with dots."""
    for key in keys:
        value = operation.extensions.get(key)
        parts = value if isinstance(value, list | tuple) else [value]
        if value and all(isinstance(each, str) for each in parts):
            return ".".join(map(str, parts))
    return ""


def _method(operation: Operation, present: str) -> ForeignMethod | None:
    group = _text_of(operation, _GROUPS)
    method = _text_of(operation, _METHODS) or _naming(operation.extensions, "method_name")
    if not group and not method:
        return None
    owner, _, own = present.rpartition(".")
    way = [python_name(each) for each in (group or owner).split(".") if each]
    return ForeignMethod(operation.method, operation.path, ".".join((*way, python_name(method) if method else own)))


def _models(document: Document) -> Iterator[tuple[str, str]]:
    for reference in document.component_schemas.values():
        schema = document.resolve_target(reference)
        extensions = document.resolve(schema).annotations.extensions if schema is not None else {}
        found = next((extensions[key] for key in _MODELS if isinstance(extensions.get(key), str)), None)
        name = found or _naming(extensions, "type_name")
        if isinstance(name, str) and name and reference.target is not None:
            yield reference.target.pointer, name if name[:1].isupper() else pascal(name)


def _naming(extensions: Mapping[str, JsonValue], key: str) -> str:
    naming = extensions.get(_NAMING)
    if not isinstance(naming, Mapping):
        return ""
    rows = (naming.get(language) for language in ("python", "default"))
    found = (row.get(key) for row in rows if isinstance(row, Mapping))
    return next((each for each in found if isinstance(each, str)), "")
