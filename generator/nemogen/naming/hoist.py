"""Every object and every union of objects becomes a named component: the one thing that both engines have to share.

Two inline schemas are one component when they have one shape (prose and order aside) and one noun: what stands twice
in a document (two equal paths, usage in a response and in its chunks) is one class; what is alike by chance stays two.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from nemogen import pointer
from nemogen.cycles import on_circles
from nemogen.document import JsonObject, Operation
from nemogen.given_names import Entry, Names
from nemogen.names import arguments_class, pascal
from nemogen.naming import class_names, discriminators, keep_names, name_candidates
from nemogen.naming.canonical_operations import Canonical
from nemogen.naming.class_names import Site
from nemogen.naming.marks import NAME, ORIGIN, SENT, TITLE, VIEW, is_published
from nemogen.naming.reading_order import reading_order
from nemogen.naming.rename import Renames, rename_classes
from nemogen.naming.shape import PROSE, digest
from nemogen.naming.unions import is_null
from nemogen.schema_tree import NULL, PARAMETERS, PREFIX, is_list, references, with_schemas

_NO_NAMES = Names()

_JSON = re.compile(r"json\b|jsonl|^text/event-stream|^(application|\*)/\*", re.IGNORECASE)
"""Media types of responses that hold JSON, as a whole or in events, or may."""

_OF_PARAMETER = re.compile(r"/.*?/parameters/[0-9]+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Hoisted:
    """`schemas` by final name, each with references to others; `operations` as in Canonical, with references in place;
    `origins` by name: the pointer that each was first met at; `names` as names.toml keeps those of classes."""

    operations: tuple[Operation, ...]
    schemas: Mapping[str, JsonObject]
    origins: Mapping[str, str]
    names: Mapping[str, Entry]


@dataclass(slots=True)
class _Walk:
    """What was met so far. Targets of references wait in `ahead` until what refers to them is done."""

    schemas: Mapping[str, JsonObject]
    kept: Names
    entries: Mapping[str, Sequence[str]]
    parameters: Mapping[str, str] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    ahead: deque[tuple[Site, JsonObject]] = field(default_factory=deque)
    objects: dict[str, bool] = field(default_factory=dict)
    in_circles: frozenset[str] = frozenset()
    met: int = 0

    def site(self, names: tuple[str, ...], parent: Site | None, schema: JsonObject) -> Site:
        """A new site, numbered in the order in which a reader meets them."""
        self.met += 1
        origin = str(schema.get(ORIGIN, ""))
        own = self._identity(origin.removeprefix(SENT))
        key = f"{keep_names.REQUEST}{own}" if origin.startswith(SENT) else own
        return Site(names, parent, origin.removeprefix(SENT), schema.get(NAME), self.met, key=key)

    def _identity(self, origin: str) -> str:
        """The pointer of a schema; one inside a parameter by its name, where the pointer has its position."""
        found = _OF_PARAMETER.match(origin)
        own = self.parameters.get(found[0]) if found else None
        return f"{own}{origin[found.end() :]}" if found and own else origin


def hoist(
    normal: Canonical,
    file: str,
    reserved: frozenset[str] = frozenset(),
    kept: Names = _NO_NAMES,
    renames: Renames | None = None,
) -> Hoisted:
    """`normal` with every object and union of objects named as in `kept`, where that names it, then as in `renames`.

    Raises NameClash where two given names are equal.
    """
    walk = _Walk(normal.schemas, kept, keep_names.entries_by_location(kept), _by_name(normal.operations))
    walk.in_circles = _circles(walk)
    walked = {each.at: _operation(each, walk) for each in sorted(normal.operations, key=lambda each: each.at)}
    operations = [replace(each, mapping=walked[each.at]) for each in normal.operations]
    while walk.ahead:
        site, schema = walk.ahead.popleft()
        site.schema = _inside(_unmarked(schema), site.nouns, site, walk)
        site.shape = digest(site.schema)
        _remember(site, walk)
    sites = dict(sorted(walk.sites.items(), key=lambda entry: entry[1].index))
    keep_names.match_classes(sites, kept)
    given = {key: each.name for key, each in kept.classes.items()}
    before = {f"{key} before": each.was for key, each in kept.classes.items() if each.was}  # reserved, and no identity
    names = class_names.names(sites, file, reserved, {**given, **before})
    names, was = rename_classes(names, sites, kept, renames or Renames())
    first: dict[str, Site] = {}
    for key, site in sites.items():
        first.setdefault(names[key], site)
    named = tuple(
        replace(each, mapping=with_schemas(each.mapping, lambda schema: class_names.renamed(schema, names)))
        for each in operations
    )
    later = frozenset(names[key] for key in sites if key.startswith("at "))
    answered = {names[key]: names[other] for key in sites if (other := key.replace(f"at {SENT}", "at ")) in sites}
    schemas = {name: class_names.renamed(site.schema, names) for name, site in first.items()}
    order = reading_order([each.mapping for each in named], schemas, later, answered)
    origins = {name: first[name].origin for name in order}
    return Hoisted(named, {name: schemas[name] for name in order}, origins, keep_names.class_names(sites, names, was))


def _by_name(operations: Sequence[Operation]) -> dict[str, str]:
    """The pointers of parameters with the name and `in` of each in place of its position, by pointer."""
    declared = [each for own in operations if own.declared for each in own.declared.parameters]
    places = {each.location.pointer: each for each in declared}
    return {
        place: f"{place.rpartition('/')[0]}{pointer.join('', f'{each.location_in}:{each.name}')}"
        for place, each in places.items()
        if place.rpartition("/")[2].isdecimal()
    }


def _operation(operation: Operation, walk: _Walk) -> dict[str, Any]:
    mapping = dict(operation.mapping)
    if "requestBody" in mapping:
        mapping["requestBody"] = _content(mapping["requestBody"], name_candidates.of_request(operation), walk)
    if mapping["parameters"]:
        noun = arguments_class(operation.call)
        mapping |= _parameters(mapping["parameters"], noun, operation.at, walk)
    named = {
        status: _content(response, name_candidates.of_answer(operation, status), walk)
        for status, response in sorted(mapping["responses"].items())
    }
    named = {status: named[status] for status in mapping["responses"]}
    mapping["responses"] = {
        status: _typed(
            response,
            name_candidates.of_answer(operation, status),
            pointer.join(operation.at, "responses", status),
            walk,
        )
        if status in operation.successes()
        else response
        for status, response in named.items()
    }
    return mapping


def _parameters(parameters: list[JsonObject], noun: str, at: str, walk: _Walk) -> dict[str, Any]:
    """The parameters with their schemas named, and one object of them all, which arguments are checked against.

    Where two in different places have one name, the object takes what either of them takes.
    """
    site = walk.site((noun,), None, {ORIGIN: pointer.join(at, "parameters")})
    site.internal = True
    inside = {
        index: _place(entry["schema"], (pascal(entry["name"]),), site, walk)
        for index, entry in sorted(enumerate(parameters), key=lambda each: (each[1]["name"], each[1]["in"]))
    }
    placed = [inside[index] for index in range(len(parameters))]
    properties: dict[str, Any] = {}
    for entry, schema in zip(parameters, placed, strict=True):
        known = properties.get(entry["name"], schema)
        properties[entry["name"]] = schema if known == schema else {"anyOf": [known, schema]}
    required = sorted({entry["name"] for entry in parameters if entry["required"]})
    site.schema = {"type": "object", "properties": properties} | ({"required": required} if required else {})
    return {
        "parameters": [{**entry, "schema": schema} for entry, schema in zip(parameters, placed, strict=True)],
        PARAMETERS: _reference(_entered(site, walk), {}),
    }


def _content(owner: JsonObject, names: tuple[str, ...], walk: _Walk) -> dict[str, Any]:
    content = {}
    for media, entry in sorted(owner["content"].items()):
        schema = entry["schema"]
        own = name_candidates.of_content(names, media, schema)
        if is_list(schema):  # one item is called what the body would be
            content[media] = {"schema": {**schema, "items": _place(schema["items"], own, None, walk)}}
        else:
            content[media] = {"schema": _place(schema, own, None, walk)}
    return {**owner, "content": {media: content[media] for media in owner["content"]}}


def _typed(response: JsonObject, names: tuple[str, ...], at: str, walk: _Walk) -> dict[str, Any]:
    """A response whose JSON, whatever it is, has a name: by names alone a client finds the types of its answers."""

    def named(media: str, schema: JsonObject) -> JsonObject:
        known = "$ref" in schema or (is_list(schema) and "$ref" in schema["items"])
        if known or not schema.keys() - PROSE or not _JSON.search(media):
            return schema
        origin = schema.get(ORIGIN) or pointer.join(at, "content", media, "schema")
        site = walk.site(name_candidates.of_content(names, media, {}), None, {**schema, ORIGIN: origin})
        site.schema, site.plain = dict(schema), True
        return _reference(_entered(site, walk), schema)

    content = {media: {"schema": named(media, entry["schema"])} for media, entry in response["content"].items()}
    return {**response, "content": content}


def _place(schema: JsonObject, names: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """`schema` with its parts named, or a reference to it where it is named itself."""
    if "$ref" in schema:
        return _referenced(schema, names, parent, walk)
    if not _is_named(schema, walk):
        return _inside(schema, names, parent, walk)
    if "anyOf" in schema and any(map(is_null, schema["anyOf"])):
        rest = {**schema, "anyOf": [branch for branch in schema["anyOf"] if not is_null(branch)]}
        return {"anyOf": [_place(_without_prose(rest), names, parent, walk), dict(NULL)], **_beside(schema)}
    origin = schema.get(ORIGIN)
    if isinstance(origin, str) and origin in walk.schemas and _has_name(origin, walk):
        return _referenced({"$ref": f"#{origin}", **_beside(schema)}, names, parent, walk)
    return _named(schema, names, parent, walk)


def _is_named(schema: JsonObject, walk: _Walk) -> bool:
    """Objects with properties, and unions of nothing but such (null aside); one that got another variant keeps the
    name that it has had."""
    if "properties" in schema:
        return True
    branches = [branch for branch in schema.get("anyOf", ()) if not is_null(branch)]
    objects = [_is_object(branch, walk) for branch in branches]
    return len(branches) > 1 and (all(objects) or (any(objects) and schema.get(ORIGIN) in walk.entries))


def _is_object(schema: JsonObject, walk: _Walk) -> bool:
    at = schema.get("$ref", "")[1:]
    if at:
        if at not in walk.objects:
            walk.objects[at] = False  # what is met again below itself is a cycle of unions
            walk.objects[at] = _is_object(walk.schemas[at], walk)
        return walk.objects[at]
    branches = schema.get("anyOf", ())
    return "properties" in schema or (bool(branches) and all(_is_object(branch, walk) for branch in branches))


def _named(schema: JsonObject, names: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """A reference to the component that `schema` becomes; its children go first: their keys are part of its shape."""
    own = _nouns(schema, names)
    site = walk.site(own, parent, schema)
    site.schema = _inside(_unmarked(schema), own, site, walk)
    return _reference(_entered(site, walk), schema)


def _entered(site: Site, walk: _Walk) -> str:
    """The key of `site` among the sites, by shape and noun. Of equal ones the first is kept, and any name given."""
    site.shape = digest(site.schema)
    _remember(site, walk)
    key = f"{site.shape} {site.nouns[0]}"
    known = walk.sites.get(key)
    own = _given(site, walk)
    if known and own and _given(known, walk) not in (None, own):
        key = f"{site.shape} named {own}"
    known = walk.sites.setdefault(key, site)
    known.explicit = known.explicit or site.explicit
    if not known.entry:
        known.entry, known.is_at_entry = site.entry, site.is_at_entry
    return key


def _remember(site: Site, walk: _Walk) -> None:
    if not site.internal:
        site.entry = keep_names.class_entry(walk.kept, walk.entries.get(site.key, ()), site.shape)
        site.is_at_entry = bool(site.entry)


def _given(site: Site, walk: _Walk) -> str | None:
    """The name that a person gives a site, or that it has had."""
    return site.explicit or (walk.kept.classes[site.entry].name if site.entry else None)


def _referenced(schema: JsonObject, names: tuple[str, ...], parent: Site | None, walk: _Walk) -> dict[str, Any]:
    """A reference of the spec: to a component under its own name, or in place where it is a mere list or scalar."""
    at = schema["$ref"][1:]
    target = walk.schemas[at]
    published = is_published(at)
    own = (pascal(pointer.split(at)[-1]),) if is_published(at.removeprefix(SENT)) else names
    if not _has_name(at, walk):
        return {**_place(target, own, parent, walk), **_beside(schema)}
    key = f"at {at}"
    if key not in walk.sites:
        if at.startswith(SENT):
            own = (*_of_sent(at, own, parent, walk), *(() if parent else names))
        site = walk.site(own, None if published else parent, {**target, ORIGIN: at})
        site.published = published
        walk.sites[key] = site
        walk.ahead.append((site, target))
    return _reference(key, schema)


def _of_sent(at: str, own: tuple[str, ...], parent: Site | None, walk: _Walk) -> tuple[str, ...]:
    """The names of what requests send of a schema of both sides.

    What answers hold of it goes first: it keeps its own name, and those of what stands inside both.
    """
    answered = at.removeprefix(SENT)
    if is_published(answered) and _has_name(answered, walk):
        _referenced({"$ref": f"#{answered}"}, own, parent, walk)
    return _nouns(walk.schemas[at], own)


def _has_name(at: str, walk: _Walk) -> bool:
    """Whether the target of a reference becomes a component: what cannot be written in place, and enumerations.

    One that is itself but a reference never does: what it refers to has the name.
    """
    schema = walk.schemas[at]
    return "$ref" not in schema and (at in walk.in_circles or "enum" in schema or _is_named(schema, walk))


def _circles(walk: _Walk) -> frozenset[str]:
    """The lists, maps and unions that lead back to themselves with nothing between that has a name."""
    plain = [at for at in walk.schemas if not _has_name(at, walk)]
    edges = {at: {reference[1:] for reference in references([walk.schemas[at]])} for at in plain}
    return on_circles(edges)


def _inside(schema: JsonObject, names: tuple[str, ...], here: Site | None, walk: _Walk) -> dict[str, Any]:
    """`schema` with what stands inside it named: properties, items, values of a map, variants."""
    result = dict(schema)
    if "properties" in schema:
        placed = {
            name: _place(value, (pascal(name),), here, walk) for name, value in sorted(schema["properties"].items())
        }
        result["properties"] = {name: placed[name] for name in schema["properties"]}
    if isinstance(schema.get("additionalProperties"), Mapping):
        result["additionalProperties"] = _place(schema["additionalProperties"], (f"{names[0]}Value",), here, walk)
    if "prefixItems" in schema:
        named = enumerate(schema["prefixItems"], 1)
        result["prefixItems"] = [_place(each, (f"{names[0]}Position{at}",), here, walk) for at, each in named]
    if "items" in schema:
        result["items"] = _place(
            schema["items"], name_candidates.tagged(schema["items"], name_candidates.of_item(names[0])), here, walk
        )
    if "anyOf" in schema:
        branches = schema["anyOf"]
        result["anyOf"] = [
            _place(each, name_candidates.of_branch(each, branches, names), here, walk) for each in branches
        ]
        result.pop("discriminator", None)
        result |= _discriminator(schema, walk)
    return result


def _discriminator(schema: JsonObject, walk: _Walk) -> dict[str, Any]:
    targets = [walk.schemas[each["$ref"][1:]] if "$ref" in each else each for each in schema["anyOf"]]
    if len(targets) < 2 or not all("properties" in target for target in targets):
        return {}
    tag = discriminators.found(schema.get("discriminator"), schema["anyOf"], targets)
    return {"discriminator": tag} if tag else {}


def _nouns(schema: JsonObject, names: tuple[str, ...]) -> tuple[str, ...]:
    own = (pascal(schema[TITLE]), *names) if TITLE in schema else names
    return name_candidates.of_sent(own) if VIEW in schema else own


def _unmarked(schema: JsonObject) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in {NAME, TITLE, VIEW}}


def _without_prose(schema: JsonObject) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in _beside(schema)}


def _reference(key: str, schema: JsonObject) -> dict[str, Any]:
    return {"$ref": f"{PREFIX}{key}", **_beside(schema)}


def _beside(schema: JsonObject) -> dict[str, Any]:
    return {key: schema[key] for key in ("description", "default", "deprecated") if key in schema}
