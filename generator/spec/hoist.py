"""Every object and every union of objects becomes a named component: the one thing that both engines have to share.

Two inline schemas are one component when they have one shape (prose and order aside) and one noun: what stands twice
in a document (two equal paths, usage in an answer and in its chunks) is one class; what is alike by chance stays two.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator import pointer
from generator.ir import JsonObject, Operation
from generator.naming import class_name, noun_of, singular, words
from generator.spec import components
from generator.spec.components import Site
from generator.spec.normalise import Normal
from generator.spec.schemas import NAME, ORIGIN

TAGS = ("type", "role", "object", "kind", "event")
"""Properties that tell the branches of a union apart, as APIs name them."""

ARGUMENTS = "parameters"
"""An operation's `x-nemogen-parameters` refers to one object of all its parameters."""

_UNSHAPED = {"description", "deprecated", "default", NAME, ORIGIN}
_CONTENT_ITEM = {"content": "content_part"}


@dataclass(frozen=True, slots=True)
class Hoisted:
    """`schemas` by final name, each with references to others; `operations` as in Normal, with references in place;
    `origins` by name: the pointer that each was first met at."""

    operations: tuple[Operation, ...]
    schemas: Mapping[str, JsonObject]
    origins: Mapping[str, str]


@dataclass(slots=True)
class _Walk:
    normal: Normal
    sites: dict[str, Site] = field(default_factory=dict)
    by_origin: dict[str, str] = field(default_factory=dict)
    met: int = 0

    def site(self, nouns: tuple[str, ...], parent: Site | None, origin: str, schema: JsonObject) -> Site:
        """A new site, numbered in the order in which a reader meets them."""
        self.met += 1
        return Site(nouns, parent, origin, schema.get(NAME), self.met)


def hoist(normal: Normal, file: str) -> Hoisted:
    """`normal` with every object and union of objects named. Raises NameClash where two given names are equal."""
    walk = _Walk(normal)
    operations = [replace(operation, mapping=_operation(operation, walk)) for operation in normal.operations]
    sites = dict(sorted(walk.sites.items(), key=lambda entry: entry[1].index))
    names = components.names(sites, file)
    return Hoisted(
        tuple(replace(each, mapping=components.renamed(each.mapping, names)) for each in operations),
        {names[key]: components.renamed(site.schema, names) for key, site in sites.items()},
        {names[key]: site.origin for key, site in sites.items()},
    )


def _operation(operation: Operation, walk: _Walk) -> dict[str, Any]:
    mapping = dict(operation.mapping)
    noun = noun_of(operation.call)
    full = f"{noun}{class_name(operation.call.method)}"
    if "requestBody" in mapping:
        own = noun if operation.call.method == "create" else full
        mapping["requestBody"] = _content(mapping["requestBody"], (f"{own}Request",), walk)
    if mapping["parameters"]:
        mapping |= _parameters(mapping["parameters"], f"{full}{class_name(ARGUMENTS)}", walk)
    mapping["responses"] = {
        status: _content(response, _answer_nouns(operation, status), walk)
        for status, response in mapping["responses"].items()
    }
    return mapping


def _parameters(parameters: list[JsonObject], noun: str, walk: _Walk) -> dict[str, Any]:
    """The parameters with their schemas named, and one object of them all, which arguments are checked against."""
    properties = {entry["name"]: entry["schema"] for entry in reversed(parameters)}
    required = sorted({entry["name"] for entry in parameters if entry["required"]})
    whole = {"type": "object", "properties": properties, "required": required}
    reference = _named(whole, (noun,), None, walk)
    placed = walk.sites[reference["$ref"].removeprefix(components.PREFIX)].schema["properties"]
    return {
        "parameters": [{**entry, "schema": placed[entry["name"]]} for entry in parameters],
        f"x-nemogen-{ARGUMENTS}": reference,
    }


def _answer_nouns(operation: Operation, status: str) -> tuple[str, ...]:
    call = operation.call
    noun = noun_of(call)
    full = f"{noun}{class_name(call.method)}"
    if status not in operation.successes():
        return (f"{noun}Error", f"{full}Error", f"{full}{class_name(status)}Error")
    if call.method in {"create", "retrieve", "update", "replace"}:
        return (noun, f"{full}Response", f"{full}{class_name(status)}Response")
    short = f"{noun}List" if call.method == "list" else f"{full}Response"
    return (short, f"{full}{class_name(status)}Response")


def _content(owner: JsonObject, nouns: tuple[str, ...], walk: _Walk) -> dict[str, Any]:
    content = {}
    for media, entry in owner["content"].items():
        schema = entry["schema"]
        own = nouns
        if media.startswith("text/event-stream"):
            own = tuple(f"{noun.removesuffix('List')}Event" for noun in nouns)
        elif schema.get("type") == "array":
            own = tuple(noun.removesuffix("List") for noun in nouns)
        tag = _constant(schema, "object")
        content[media] = {"schema": _answer(schema, (class_name(tag), *own) if tag else own, walk)}
    return {**owner, "content": content}


def _answer(schema: JsonObject, nouns: tuple[str, ...], walk: _Walk) -> dict[str, Any]:
    """The whole of a body; where it is a list, one item is called what the body would be."""
    if schema.get("type") == "array":
        return {**schema, "items": _place(schema["items"], nouns, None, walk)}
    return _place(schema, nouns, None, walk)


def _place(schema: JsonObject, nouns: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """`schema` with its parts named, or a reference to it where it is named itself."""
    if "$ref" in schema:
        return _referenced(schema, nouns, parent, walk)
    if not _is_named(schema, walk):
        return _inside(schema, nouns, parent, walk)
    return _named(schema, nouns, parent, walk)


def _is_named(schema: JsonObject, walk: _Walk) -> bool:
    """Objects with properties, and unions of nothing but such (null aside)."""
    if "properties" in schema:
        return True
    branches = [branch for branch in schema.get("anyOf", ()) if branch != {"type": "null"}]
    return len(branches) > 1 and all(_is_object(branch, walk, ()) for branch in branches)


def _is_object(schema: JsonObject, walk: _Walk, seen: tuple[str, ...]) -> bool:
    at = schema.get("$ref", "")[1:]
    if at:
        return at not in seen and _is_object(walk.normal.schemas[at], walk, (*seen, at))
    branches: Sequence[JsonObject] = schema.get("anyOf") or ()
    return "properties" in schema or (bool(branches) and all(_is_object(branch, walk, seen) for branch in branches))


def _named(schema: JsonObject, nouns: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """Enters the schema under a key of shape and noun; its children go first: their keys are part of its shape."""
    site = walk.site(nouns, parent, str(schema.get(ORIGIN, "")), schema)
    site.schema = _inside({key: value for key, value in schema.items() if key != NAME}, nouns, site, walk)
    site.shape = _digest(site.schema)
    key = f"{site.shape} {nouns[0]}"
    known = walk.sites.setdefault(key, site)
    known.explicit = known.explicit or site.explicit
    walk.by_origin.setdefault(site.origin, key)
    return _reference(key, schema)


def _referenced(schema: JsonObject, nouns: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """A reference of the spec: to a component under its own name, or in place where it is a mere list or scalar."""
    at = schema["$ref"][1:]
    target = walk.normal.schemas[at]
    key = f"at {at}"
    if key not in walk.sites and at not in walk.by_origin:
        if "$ref" in target or (
            not (_is_named(target, walk) or "enum" in target) and not _reaches(target, at, walk, ())
        ):
            return {**_place(target, nouns, parent, walk), **_beside(schema)}
        site = walk.sites[key] = walk.site((class_name(pointer.split(at)[-1]),), None, at, target)
        site.schema = _inside({k: v for k, v in target.items() if k != NAME}, site.nouns, site, walk)
        site.shape = _digest(site.schema)
    return _reference(key if key in walk.sites else walk.by_origin[at], schema)


def _reaches(schema: JsonObject, at: str, walk: _Walk, seen: tuple[str, ...]) -> bool:
    """Whether `schema` refers back to `at`: such a list or map needs a name to be written down at all."""
    for reference in _references(schema):
        target = reference[1:]
        if target == at:
            return True
        if target not in seen and _reaches(walk.normal.schemas[target], at, walk, (*seen, target)):
            return True
    return False


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _inside(schema: JsonObject, nouns: tuple[str, ...], here: Site | None, walk: _Walk) -> dict[str, Any]:
    """`schema` with what stands inside it named: properties, items, values of a map, branches."""
    result = dict(schema)
    if "properties" in schema:
        result["properties"] = {
            name: _place(value, (class_name(name),), here, walk) for name, value in schema["properties"].items()
        }
    if isinstance(schema.get("additionalProperties"), Mapping):
        result["additionalProperties"] = _place(schema["additionalProperties"], (f"{nouns[0]}Value",), here, walk)
    if "items" in schema:
        result["items"] = _place(schema["items"], _tagged(schema["items"], _item_noun(nouns[0])), here, walk)
    if "anyOf" in schema:
        result["anyOf"] = [_branch(branch, schema["anyOf"], nouns, here, walk) for branch in schema["anyOf"]]
        result |= _discriminator(schema, walk)
    return result


def _item_noun(noun: str) -> str:
    """What one item of a list is called: ToolCalls holds a ToolCall, Content a ContentPart, Data a DataItem."""
    last = words(noun)
    snake = "_".join(last)
    one = _CONTENT_ITEM.get(snake) or singular(snake)
    return class_name(one) if one != snake else f"{noun}Item"


def _tagged(schema: JsonObject, noun: str) -> tuple[str, ...]:
    """The names of an item or a branch: by its tag where it has one (UserMessage), else by its noun."""
    tag = next((value for name in TAGS if (value := _constant(schema, name))), None)
    named = class_name(tag, noun) if tag else noun
    return (named,) if named == noun else (named, noun)


def _branch(
    branch: JsonObject, all_branches: list[JsonObject], nouns: tuple[str, ...], here: Site | None, walk: _Walk
) -> dict[str, Any]:
    objects = [other for other in all_branches if "properties" in other]
    if "properties" not in branch or len(objects) + sum("$ref" in other for other in all_branches) < 2:
        mixed = _tagged(branch, nouns[0]) if "properties" in branch and len(all_branches) > 2 else nouns
        return _place(branch, mixed, here, walk)
    named = _tagged(branch, nouns[0])
    if len(named) == 1:
        others = {name for other in objects if other is not branch for name in other["properties"]}
        own = [name for name in (*branch.get("required", ()), *branch["properties"]) if name not in others]
        named = (class_name(nouns[0], own[0]) if own else class_name(nouns[0], *branch["properties"]),)
    return _place(branch, named, here, walk)


def _constant(schema: JsonObject, name: str) -> str | None:
    """The one value that the property `name` of an object can have, if it is a word."""
    values: Sequence[Any] = schema.get("properties", {}).get(name, {}).get("enum") or ()
    return values[0] if len(values) == 1 and isinstance(values[0], str) and words(values[0]) else None


def _discriminator(schema: JsonObject, walk: _Walk) -> dict[str, Any]:
    """The tag of a union: the one that the spec names, else a property that is required and differs in each branch."""
    branches: list[JsonObject] = [_target(branch, walk) for branch in schema["anyOf"]]
    if len(branches) < 2 or not all("properties" in branch for branch in branches):
        return {"discriminator": None} if "discriminator" in schema else {}
    declared = (schema.get("discriminator") or {}).get("propertyName")
    for name in dict.fromkeys(name for name in (declared, *TAGS, *branches[0]["properties"]) if name):
        values = {_constant(branch, name) for branch in branches if name in branch.get("required", ())}
        if None not in values and len(values) == len(branches):
            return {"discriminator": {"propertyName": name, "values": [_constant(each, name) for each in branches]}}
    return {"discriminator": None}


def _target(schema: JsonObject, walk: _Walk) -> JsonObject:
    return walk.normal.schemas[schema["$ref"][1:]] if "$ref" in schema else schema


def _digest(schema: JsonObject) -> str:
    """The shape of a schema whose children are keys already: prose, names, defaults and order left out."""

    def bare(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {
                key: {name: bare(inner) for name, inner in held.items()} if key == "properties" else bare(held)
                for key, held in value.items()
                if key not in _UNSHAPED
            }
        return [bare(inner) for inner in value] if isinstance(value, list) else value

    shape = bare(schema)
    shape["required"] = sorted(shape.get("required", ()))
    return hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()[:16]


def _reference(key: str, schema: JsonObject) -> dict[str, Any]:
    return {"$ref": f"{components.PREFIX}{key}", **_beside(schema)}


def _beside(schema: JsonObject) -> dict[str, Any]:
    return {key: schema[key] for key in ("description", "default", "deprecated") if key in schema}
