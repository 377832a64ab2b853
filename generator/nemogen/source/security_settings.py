"""Credentials from api.toml that replace those of the spec, for specs that declare them wrongly or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from nemogen.config import Requirements, Settings
from nemogen.document import JsonObject
from nemogen.errors import ConfigError, Location, Problem

_METHODS: Final = ("get", "put", "post", "delete", "patch", "head", "options", "trace", "query")
_MORE: Final = "additionalOperations"


def with_security(spec: JsonObject, settings: Settings) -> JsonObject:
    """The spec with the security of the settings. The argument is not modified.

    `[client] security` applies to every operation except those that the spec opens with `security: []`; that of an
    operation applies only to it.
    """
    client = settings.client
    changed = dict(spec)
    if client.security_schemes:
        _add_schemes(changed, client.security_schemes)
    own = {label: each.security for label, each in settings.operations.items() if each.security is not None}
    if client.security is not None:
        changed["security"] = _written(client.security)
    if client.security is not None or own:
        changed["paths"] = {
            path: _path_item(path, item, own, client.security) if isinstance(item, Mapping) else item
            for path, item in _mapping(spec.get("paths")).items()
        }
    return changed


def check_security(spec: JsonObject, settings: Settings, file: str) -> None:
    """Raises ConfigError if the settings name schemes or operations that the corrected spec does not have."""
    own = {label: each.security for label, each in settings.operations.items() if each.security is not None}
    schemes, labels = list(_schemes_of(spec)), list(_labels(spec))
    problems = [_problem(f"operations.{label!r}: the spec has no such operation", label, labels, file)
                for label in own if label not in labels]  # fmt: skip
    given = {"client": settings.client.security or (), **own}
    problems += [
        _problem(f"{key}.security: the spec has no security scheme {name}", name, schemes, file)
        for key, requirements in given.items()
        for name in dict.fromkeys(name for each in requirements for name in each if name not in schemes)
    ]
    if problems:
        raise ConfigError.of(problems)


def _problem(what: str, name: str, known: list[str], file: str) -> Problem:
    near = get_close_matches(name, known, 1)
    others = f"It has: {', '.join(known)}." if known else "Declare one in client.security_schemes."
    return Problem(what, Location(file), f"Did you mean {near[0]}?" if near else others)


def _path_item(
    path: str, item: Mapping[str, object], own: Mapping[str, Requirements], of_all: Requirements | None
) -> dict[str, object]:
    changed = dict(item)
    for method in _METHODS:
        if method in item:
            changed[method] = _operation(item[method], own.get(f"{method.upper()} {path}"), of_all)
    if isinstance(more := item.get(_MORE), Mapping):
        changed[_MORE] = {name: _operation(each, own.get(f"{name} {path}"), of_all) for name, each in more.items()}
    return changed


def _operation(operation: object, own: Requirements | None, of_all: Requirements | None) -> object:
    """An operation with its `own` security of the settings, or without what that of all operations stands for."""
    if not isinstance(operation, Mapping):
        return operation
    if own is not None:
        return {**operation, "security": _written(own)}
    if of_all is not None and operation.get("security") != []:
        return {key: value for key, value in operation.items() if key != "security"}
    return operation


def _written(requirements: Requirements) -> list[dict[str, list[str]]]:
    return [{name: list(scopes) for name, scopes in each.items()} for each in requirements]


def _add_schemes(spec: dict[str, Any], schemes: JsonObject) -> None:
    if "swagger" in spec:
        spec["securityDefinitions"] = {**_mapping(spec.get("securityDefinitions")), **schemes}
        return
    components = _mapping(spec.get("components"))
    spec["components"] = {
        **components,
        "securitySchemes": {**_mapping(components.get("securitySchemes")), **schemes},
    }


def _schemes_of(spec: JsonObject) -> Iterable[str]:
    if "swagger" in spec:
        return _mapping(spec.get("securityDefinitions")).keys()
    return _mapping(_mapping(spec.get("components")).get("securitySchemes")).keys()


def _labels(spec: JsonObject) -> Iterator[str]:
    for path, item in _mapping(spec.get("paths")).items():
        yield from (f"{method.upper()} {path}" for method in _METHODS if method in _mapping(item))
        yield from (f"{method} {path}" for method in _mapping(_mapping(item).get(_MORE)))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
