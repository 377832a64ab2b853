"""Random edits of OpenAPI documents that only add something, as upstream makes them, with names that clash."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

_METHODS: Final = ("get", "put", "post", "delete", "patch")
_SCALARS: Final = ({"type": "string"}, {"type": "integer"}, {"type": "boolean"}, {"type": "number"})
_NOUNS: Final = ("item", "data", "result", "pet", "user", "list", "request", "response", "options", "value")
_MAPS: Final = ("properties", "patternProperties", "definitions", "$defs", "schemas")
"""Keywords whose values map any name to a schema."""
_DATA: Final = ("example", "examples", "default", "const", "enum")


def edited(document: Any, rng: Random, count: int = 1) -> tuple[Any, list[str]]:
    """A copy of `document` with `count` additions and what each of them is; one that finds no location is not made."""
    document, done = copy.deepcopy(document), []
    for _ in range(count):
        edit = rng.choice(EDITS)
        if (what := edit(document, rng)) is not None:
            done.append(what)
    return document, done


def _add_operation(document: Any, rng: Random) -> str | None:
    paths = document.setdefault("paths", {})
    near = rng.choice([*paths, "/0"])
    path = rng.choice(("/0", f"/{_noun(document, rng)}", f"{near.rstrip('/')}/{_noun(document, rng)}", near))
    item = paths.setdefault(path, {})
    free = [method for method in _METHODS if method not in item]
    if not isinstance(item, dict) or "$ref" in item or not free:
        return None
    method = rng.choice(free)
    operation = _operation(document, _parameters_of(document, path, item), method, rng)
    if rng.random() < 0.5:
        operation["operationId"] = f"{method}{_noun(document, rng).title()}"
    if (tag := _tag(document, rng)) is not None:
        operation["tags"] = [tag]
    item[method] = operation
    return f"operation {method} {path}"


def _operation(document: Any, parameters: list[Any], method: str, rng: Random) -> dict[str, Any]:
    response = _response(document, _object(document, rng), rng)
    operation: dict[str, Any] = {"responses": {"200": response}}
    if method not in ("get", "delete"):
        body = _object(document, rng)
        if "swagger" in document:
            parameters = [*parameters, {"in": "body", "name": "body", "schema": body}]
        else:
            operation["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return {**operation, "parameters": parameters} if parameters else operation


def _parameters_of(document: Any, path: str, item: Any) -> list[Any]:
    """A declaration of each parameter of the path that the path item has none for."""
    shared = item.get("parameters", [])
    if any("$ref" in each for each in shared):
        return []
    known = {each.get("name") for each in shared}
    names = [part.partition("}")[0] for part in path.split("{")[1:]]
    return [
        {"name": name, "in": "path", "required": True, **_typed(document, {"type": "string"})}
        for name in dict.fromkeys(names)
        if name not in known
    ]


def _add_component(document: Any, rng: Random) -> str | None:
    schemas = _components(document)
    name = _class(document, rng)
    if name in schemas:
        return None
    schemas[name] = _object(document, rng)
    path = f"/{rng.choice(('0', 'z'))}-{name.lower()}"
    response = _response(document, _reference(document, name), rng)
    document.setdefault("paths", {}).setdefault(path, {"get": {"responses": {"200": response}}})
    return f"component {name}"


def _add_property(document: Any, rng: Random) -> str | None:
    found = [each for each in _schemas(document) if isinstance(each.get("properties"), dict) and each["properties"]]
    if not found:
        return None
    schema = rng.choice(found)
    near = rng.choice(list(schema["properties"]))
    name = rng.choice((_noun(document, rng), near.upper(), near.replace("_", "-"), f"{near}_id", near.title()))
    if name in schema["properties"]:
        return None
    schema["properties"][name] = _schema(document, rng)
    return f"property {name} of {sorted(schema['properties'])[:4]}"


def _add_enum_value(document: Any, rng: Random) -> str | None:
    found = [each for each in _schemas(document) if isinstance(each.get("enum"), list) and each["enum"]]
    found = [each for each in found if all(isinstance(value, str) for value in each["enum"])]
    if not found:
        return None
    schema = rng.choice(found)
    value = f"{rng.choice(schema['enum'])}_{_noun(document, rng)}"
    if value in schema["enum"]:
        return None
    schema["enum"].append(value)
    return f"value {value}"


def _add_response(document: Any, rng: Random) -> str | None:
    found = [each for each in _operations(document) if isinstance(each.get("responses"), dict)]
    if not found:
        return None
    responses, status = rng.choice(found)["responses"], rng.choice(("400", "404", "409", "422", "500", "default"))
    if status in responses:
        return None
    responses[status] = _response(document, _object(document, rng), rng)
    return f"response {status}"


def _add_parameter(document: Any, rng: Random) -> str | None:
    found = list(_operations(document))
    if not found:
        return None
    operation = rng.choice(found)
    parameters = operation.setdefault("parameters", [])
    known = [each["name"] for each in parameters if each.get("in") not in ("body", "formData") and "name" in each]
    name = rng.choice((*known, _noun(document, rng)))
    where = rng.choice(("query", "query", "header", "header" if "swagger" in document else "cookie"))
    if any("$ref" in each or (each.get("name"), each.get("in")) == (name, where) for each in parameters):
        return None
    enum = {"type": "string", "enum": [name, _noun(document, rng) + "2"]}
    parameters.append({"name": name, "in": where, **_typed(document, rng.choice((*_SCALARS, enum)))})
    return f"parameter {name} in {where}"


def _add_tag(document: Any, rng: Random) -> str | None:
    found = list(_operations(document))
    if not found:
        return None
    tags = rng.choice(found).setdefault("tags", [])
    tag = rng.choice((_noun(document, rng), _tag(document, rng) or "other"))
    if tag in tags:
        return None
    tags.append(tag)
    return f"tag {tag}"


def _add_variant(document: Any, rng: Random) -> str | None:
    found = [
        (each, key) for each in _schemas(document) for key in ("oneOf", "anyOf") if isinstance(each.get(key), list)
    ]
    found = [(each, key) for each, key in found if "discriminator" not in each]
    if not found:
        return None
    schema, key = rng.choice(found)
    schema[key].append(_schema(document, rng))
    return f"variant of {key}"


EDITS: Final[tuple[Callable[[Any, Random], str | None], ...]] = (
    *(_add_operation, _add_component, _add_property, _add_enum_value),
    *(_add_response, _add_parameter, _add_tag, _add_variant),
)


def _schema(document: Any, rng: Random) -> dict[str, Any]:
    """A scalar, an enum, an object with properties, a list of such, or a component."""
    kind = rng.randrange(5)
    if kind == 0:
        return copy.deepcopy(rng.choice(_SCALARS))
    if kind == 1:
        return {"type": "string", "enum": sorted({_noun(document, rng), "on", "off"})}
    if kind == 2:
        return {"type": "array", "items": _object(document, rng)}
    names = [name for name in _components(document) if "~" not in name and "/" not in name and "%" not in name]
    return _reference(document, rng.choice(names)) if kind == 3 and names else _object(document, rng)


def _object(document: Any, rng: Random, depth: int = 0) -> dict[str, Any]:
    names = {_noun(document, rng) for _ in range(rng.randrange(1, 4))}
    deeper = depth < 2
    return {
        "type": "object",
        "properties": {
            name: _object(document, rng, depth + 1) if deeper and rng.random() < 0.4 else dict(rng.choice(_SCALARS))
            for name in sorted(names)
        },
    }


def _response(document: Any, schema: Any, rng: Random) -> dict[str, Any]:
    if "swagger" in document:
        return {"description": "Added.", "schema": schema}
    media = rng.choice(("application/json", "application/json", "application/problem+json"))
    return {"description": "Added.", "content": {media: {"schema": schema}}}


def _typed(document: Any, schema: dict[str, Any]) -> dict[str, Any]:
    return dict(schema) if "swagger" in document else {"schema": dict(schema)}


def _reference(document: Any, name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}" if "swagger" in document else f"#/components/schemas/{name}"}


def _components(document: Any) -> dict[str, Any]:
    if "swagger" in document:
        found = document.setdefault("definitions", {})
    else:
        found = document.setdefault("components", {}).setdefault("schemas", {})
    assert isinstance(found, dict)
    return found


def _noun(document: Any, rng: Random) -> str:
    """A word that the document may have already: of a path, a property or a component."""
    words = [part for path in document.get("paths", {}) for part in path.split("/") if part and "{" not in part]
    words += [name for each in _schemas(document) for name in _properties_of(each)]
    words += [name.lower() for name in _components(document)]
    words = [word for word in words if word.isascii() and word.replace("-", "").replace("_", "").isalnum()]
    found: str = rng.choice(sorted({*words, *_NOUNS}))
    return found


def _class(document: Any, rng: Random) -> str:
    """The name of a component that clashes, maybe, with what there is."""
    name = "".join(part.title() for part in _noun(document, rng).replace("-", "_").split("_"))
    return f"{name}{rng.choice(('', '', 's', 'Request', 'Response', 'Params', 'Resource', '2', 'Item', 'Error'))}"


def _tag(document: Any, rng: Random) -> str | None:
    tags = sorted({str(tag) for each in _operations(document) for tag in each.get("tags", [])})
    return rng.choice(tags) if tags else None


def _properties_of(schema: Any) -> list[str]:
    found = schema.get("properties")
    return list(found) if isinstance(found, dict) else []


def _operations(document: Any) -> Iterator[dict[str, Any]]:
    for item in document.get("paths", {}).values():
        if isinstance(item, dict):
            yield from (each for method, each in item.items() if method in _METHODS and isinstance(each, dict))


def _schemas(value: Any, *, is_map: bool = False) -> Iterator[dict[str, Any]]:
    """Each object below `value` that can be a schema; not what is data."""
    if isinstance(value, list):
        for each in value:
            yield from _schemas(each)
    if isinstance(value, dict):
        if not is_map:
            yield value
        for key, each in value.items():
            if is_map or (key not in _DATA and not key.startswith("x-")):
                yield from _schemas(each, is_map=not is_map and key in _MAPS)
