"""Rewrites of a document outside its schemas, by chance: each keeps what every request and response means."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
Json = dict[str, Any]


def rewrite_document(document: Json, chance: random.Random) -> Json:
    """The document, rewritten in some of the ways below. Takes and gives OpenAPI 3.1; changes what it is given."""
    for rewrite in REWRITES:
        if chance.random() < 0.3:
            rewrite(document, chance)
    if chance.random() < 0.1:
        document = yaml.safe_load(yaml.safe_dump(document, sort_keys=chance.random() < 0.5))
    return document


def items(document: Json) -> Iterator[Json]:
    """The path items that can be rewritten."""
    paths = document.get("paths")
    for item in paths.values() if isinstance(paths, dict) else ():
        if isinstance(item, dict) and "$ref" not in item:
            yield item


def operations(document: Json) -> Iterator[Json]:
    """The operations of all paths."""
    for item in items(document):
        yield from (item[name] for name in METHODS if isinstance(item.get(name), dict))


def responses(document: Json) -> Iterator[Json]:
    """The objects that hold responses, by status."""
    for operation in operations(document):
        if isinstance(operation.get("responses"), dict):
            yield operation["responses"]


def move_parameters_to_the_path(document: Json, _: random.Random) -> None:
    """What the only operation of a path takes is declared for the path, or what the path takes for each operation."""
    for item in items(document):
        own = [item[name] for name in METHODS if isinstance(item.get(name), dict)]
        if len(own) == 1 and "parameters" in own[0] and "parameters" not in item:
            item["parameters"] = own[0].pop("parameters")
        elif own and "parameters" in item and not any("parameters" in each for each in own):
            shared = item.pop("parameters")
            for each in own:
                each["parameters"] = copy.deepcopy(shared)


def move_servers(document: Json, chance: random.Random) -> None:
    """The servers of the document are declared for each path, or for each operation."""
    inner = [*(items(document) if chance.random() < 0.5 else operations(document))]
    if "servers" not in document or not inner or any("servers" in each for each in (*items(document), *inner)):
        return
    if any("servers" in each for each in operations(document)):
        return
    for each in inner:
        each["servers"] = copy.deepcopy(document["servers"])


def move_to_components(document: Json, chance: random.Random) -> None:
    """Parameters, bodies, responses and headers become components."""
    components = document.setdefault("components", {})
    made = 0

    def move(kind: str, holder: Any, key: Any) -> None:
        nonlocal made
        value = holder[key]
        group = components.setdefault(kind, {})
        if not isinstance(value, dict) or "$ref" in value or not isinstance(group, dict) or chance.random() < 0.5:
            return
        made += 1
        name = f"Moved{made}"
        group[name] = value
        holder[key] = {"$ref": f"#/components/{kind}/{name}"}

    for holder in (*items(document), *operations(document)):
        found = holder.get("parameters")
        for index in range(len(found)) if isinstance(found, list) else ():
            move("parameters", found, index)
    for operation in operations(document):
        if "requestBody" in operation:
            move("requestBodies", operation, "requestBody")
    for found in responses(document):
        for status in found:
            headers = found[status].get("headers") if isinstance(found[status], dict) else None
            for name in headers if isinstance(headers, dict) else ():
                move("headers", headers, name)
            move("responses", found, status)


def say_defaults(document: Json, chance: random.Random) -> None:
    """What holds anyway is said: that a parameter is not required, how it is written, that a body is optional."""
    for holder in (*items(document), *operations(document)):
        for parameter in holder.get("parameters", ()) if isinstance(holder.get("parameters"), list) else ():
            if not isinstance(parameter, dict) or "$ref" in parameter or parameter.get("in") not in STYLES:
                continue
            said = {"deprecated": False, "allowEmptyValue": False}
            if parameter["in"] == "path":
                said = {"deprecated": False}
            elif "required" not in parameter:
                said["required"] = False
            if "content" not in parameter and "style" not in parameter:
                said |= STYLES[parameter["in"]]
            key = chance.choice([*said])
            parameter.setdefault(key, said[key])
        body = holder.get("requestBody")
        if isinstance(body, dict) and "$ref" not in body:
            body.setdefault("required", False)
        if "responses" in holder:
            holder.setdefault("deprecated", False)


STYLES: dict[str, Json] = {
    "query": {"style": "form"},
    "header": {"style": "simple"},
    "path": {"style": "simple"},
    "cookie": {"style": "form"},
}


def rename_media_types(document: Json, chance: random.Random) -> None:
    """Media types do not care for case, nor for white space around them."""
    bodies = [operation.get("requestBody") for operation in operations(document)]
    for part in (*bodies, *(each for found in responses(document) for each in found.values())):
        content = part.get("content") if isinstance(part, dict) else None
        if isinstance(content, dict) and "application/json" in content:
            other = chance.choice(["Application/JSON", "application/json "])
            part["content"] = {other if name == "application/json" else name: content[name] for name in content}


def reorder(document: Json, chance: random.Random) -> None:
    """Paths, methods, parameters, statuses, media types, tags and components come in another order."""
    for item in items(document):
        shuffle(item, chance)
    for operation in operations(document):
        for key in ("parameters", "tags"):
            if isinstance(operation.get(key), list):
                chance.shuffle(operation[key])
        shuffle(operation, chance)
    for found in responses(document):
        shuffle(found, chance)
    for group in (document.get("paths"), document.get("components"), document):
        if isinstance(group, dict):
            shuffle(group, chance)
    if isinstance(document.get("tags"), list):
        chance.shuffle(document["tags"])


def shuffle(value: Json, chance: random.Random) -> None:
    """The keys of an object in another order."""
    keys = [*value]
    chance.shuffle(keys)
    found = {key: value[key] for key in keys}
    value.clear()
    value.update(found)


def describe(document: Json, chance: random.Random) -> None:
    """Prose, examples and extensions anywhere."""
    for each in (document, *items(document), *operations(document)):
        if chance.random() < 0.5:
            each[chance.choice(["x-words", "x-codeSamples"])] = {"a": ["Words"]}
    for operation in operations(document):
        operation["summary"] = "Words"
        operation["externalDocs"] = {"url": "https://example.com/words"}


def say_another_version(document: Json, chance: random.Random) -> None:
    """The same in another patch of 3.1, or in 3.2."""
    document["openapi"] = chance.choice(["3.1.0", "3.1.1", "3.2.0"])


REWRITES: tuple[Callable[[Json, random.Random], None], ...] = (
    say_another_version,
    move_parameters_to_the_path,
    move_servers,
    rename_media_types,
    say_defaults,
    describe,
    move_to_components,
    reorder,
)
