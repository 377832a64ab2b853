"""Every object and every union of objects becomes a named component: the one thing that both engines have to share.

Two inline schemas are one component when they have one shape (prose and order aside) and one noun: a repetition
in a document (two equal paths, usage in a response and in its chunks) is one class; schemas that are equal by chance
stay two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from nemogen import pointer
from nemogen.canonical import ANYTHING, CanonicalParameter, CanonicalResponse, CanonicalSchema, NamingFacts
from nemogen.document import Operation
from nemogen.findings import Finding
from nemogen.given_names import Entry, Names
from nemogen.internal_classes import arguments_class, bare_body_class
from nemogen.light_dataclasses import dataclass
from nemogen.names import pascal
from nemogen.naming import class_names, keep_names, name_candidates
from nemogen.naming.canonical_operations import Canonical
from nemogen.naming.class_names import Site
from nemogen.naming.component_walk import ComponentWalk, reference_to, without_names
from nemogen.naming.identities import Identities
from nemogen.naming.reading_order import reading_order
from nemogen.naming.rename import Renames, rename_classes
from nemogen.naming.schema_keys import SENT
from nemogen.naming.shared_classes import roots_of, shared_locations, with_shared_classes

_NO_NAMES = Names()

BARE_BODY = "body"
"""The property that holds a body which has no class of its own, in the object that it is checked against."""

_JSON = re.compile(r"json\b|jsonl|^text/event-stream|^(application|\*)/\*", re.IGNORECASE)
"""Media types of responses that hold JSON, as a whole or in events, or may."""

_ONE_JSON = re.compile(
    r"(?!application/stream\+json)(application/json|text/json|[^;]*\+json|(application|\*)/\*|\*)\s*(;|$)",
    re.IGNORECASE,
)
"""Media types of requests that are one JSON value, or may be."""


@dataclass(frozen=True, slots=True)
class Hoisted:
    """`schemas` by final name, each with references to others; `operations` as in Canonical, with references in place;
    `origins` by name: the pointer that each was first met at; `names` and `shared` are those of classes in names.toml.
    """

    operations: tuple[Operation, ...]
    schemas: Mapping[str, CanonicalSchema]
    origins: Mapping[str, str]
    names: Mapping[str, Entry]
    shared: Mapping[str, Entry]
    findings: tuple[Finding, ...]


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
    identities = Identities(_by_name(normal.operations), roots_of(normal))
    normal, findings = with_shared_classes(normal, kept, identities, file)
    walk = ComponentWalk(normal.schemas, kept, identities)
    shared = name_candidates.shared_responses(normal.operations)
    walked = {each.at: _operation(each, walk, shared) for each in sorted(normal.operations, key=lambda each: each.at)}
    walk.finish()
    sites = dict(sorted(walk.sites.items(), key=lambda entry: entry[1].index))
    keep_names.match_classes(sites, kept)
    given = {key: each.name for key, each in kept.classes.items()}
    before = {f"{key} before": each.was for key, each in kept.classes.items() if each.was}  # reserved, and no identity
    before |= {f"{name} removed": name for name in keep_names.removed_classes(kept)}
    names = class_names.names(sites, file, reserved, {**given, **before})
    names, was = rename_classes(names, sites, kept, renames or Renames())
    first: dict[str, Site] = {}
    for key, site in sites.items():
        first.setdefault(names[key], site)
    rename = partial(class_names.renamed, names=names)
    operations = tuple(walked[each.at].with_schemas(rename) for each in normal.operations)
    later = frozenset(names[key] for key in sites if key.startswith("at "))
    response_twins = {names[key]: names[other] for key in sites if (other := key.replace(f"at {SENT}", "at ")) in sites}
    schemas = {name: rename(site.schema) for name, site in first.items()}
    order = reading_order(operations, schemas, later, response_twins)
    origins = {name: first[name].origin for name in order}
    classes = keep_names.class_names(sites, names, was)
    rows = shared_locations(((names[key], site.locations) for key, site in sites.items()), classes)
    return Hoisted(operations, {name: schemas[name] for name in order}, origins, classes, rows, findings)


def _by_name(operations: Sequence[Operation]) -> dict[str, str]:
    """The pointers of parameters with the name and `in` of each instead of its position, by pointer."""
    declared = [each for own in operations if own.declared for each in own.declared.parameters]
    pointers = {each.location.pointer: each for each in declared}
    return {
        at: f"{at.rpartition('/')[0]}{pointer.join('', f'{each.location_in}:{each.name}')}"
        for at, each in pointers.items()
        if at.rpartition("/")[2].isdecimal()
    }


def _operation(operation: Operation, walk: ComponentWalk, shared: Mapping[str, str]) -> Operation:
    body = operation.body
    if body is not None:
        content = _content(body.content, name_candidates.of_request(operation), walk)
        operation = _with_bare_body(replace(operation, body=replace(body, content=content)), walk)
    if operation.parameters:
        operation = _with_parameters(operation, walk)
    nouns = {status: _response_nouns(operation, status, shared) for status in operation.responses}
    named = {
        status: _content(response.content, nouns[status], walk)
        for status, response in sorted(operation.responses.items())
    }
    responses: dict[str, CanonicalResponse] = {}
    for status, response in operation.responses.items():
        content = named[status]
        if status in operation.successes():
            content = _typed(content, nouns[status], pointer.join(operation.at, "responses", status), walk)
        responses[status] = replace(response, content=content)
    return replace(operation, responses=responses)


def _response_nouns(operation: Operation, status: str, shared: Mapping[str, str]) -> tuple[str, ...]:
    own = name_candidates.of_response(operation, status)
    name = shared.get(name_candidates.response_at(operation, status))
    return (name, *own) if name else own


def _with_parameters(operation: Operation, walk: ComponentWalk) -> Operation:
    """The parameters with their schemas named, and one object of them all, which arguments are checked against.

    Where two in different locations have one name, the object takes what either of them takes.
    """
    facts = NamingFacts(pointer=pointer.join(operation.at, "parameters"))
    site = walk.new_site((arguments_class(operation.call),), None, facts)
    site.internal = True
    inside = {
        index: walk.place(each.schema, (pascal(each.name),), site)
        for index, each in sorted(enumerate(operation.parameters), key=lambda pair: (pair[1].name, pair[1].location_in))
    }
    placed = tuple(replace(each, schema=inside[index]) for index, each in enumerate(operation.parameters))
    required = tuple(sorted({each.name for each in placed if each.required}))
    site.schema = CanonicalSchema(type="object", properties=_by_argument(placed), required=required)
    arguments = CanonicalSchema(reference=walk.enter(site))
    return replace(operation, parameters=placed, arguments=arguments)


def _with_bare_body(operation: Operation, walk: ComponentWalk) -> Operation:
    """With an object around the body, which is checked against it, where the one JSON that it may be has no name."""
    found = [schema for media, schema in operation.body_content.items() if _ONE_JSON.match(media)]
    if len(found) != 1 or found[0].reference is not None or found[0].says_nothing:
        return operation
    facts = NamingFacts(pointer=pointer.join(operation.at, "requestBody"))
    site = walk.new_site((bare_body_class(operation.call),), None, facts)
    site.internal = True
    site.schema = CanonicalSchema(type="object", properties={BARE_BODY: without_names(found[0])}, required=(BARE_BODY,))
    return replace(operation, bare_body=CanonicalSchema(reference=walk.enter(site)))


def _by_argument(parameters: Sequence[CanonicalParameter]) -> dict[str, CanonicalSchema]:
    found: dict[str, CanonicalSchema] = {}
    for each in parameters:
        known = found.get(each.name, each.schema)
        found[each.name] = known if known == each.schema else CanonicalSchema(any_of=(known, each.schema))
    return found


def _content(
    content: Mapping[str, CanonicalSchema], names: tuple[str, ...], walk: ComponentWalk
) -> dict[str, CanonicalSchema]:
    found: dict[str, CanonicalSchema] = {}
    for media, schema in sorted(content.items()):
        own = name_candidates.of_content(names, media, schema)
        if schema.is_list and schema.items is not None:  # one item is called what the body would be
            found[media] = replace(schema, items=walk.place(schema.items, own, None))
        else:
            found[media] = walk.place(schema, own, None)
    return {media: found[media] for media in content}


def _typed(
    content: Mapping[str, CanonicalSchema], names: tuple[str, ...], at: str, walk: ComponentWalk
) -> dict[str, CanonicalSchema]:
    """A response whose JSON, whatever it is, has a name: by names alone a client finds the types of its responses."""

    def named(media: str, schema: CanonicalSchema) -> CanonicalSchema:
        is_list_of_known = schema.is_list and schema.items is not None and schema.items.reference is not None
        is_raw = schema.format == "binary" and "*" in media  # bytes of any type, and no JSON
        is_known = schema.reference is not None or is_list_of_known or schema.says_nothing
        if is_known or is_raw or not _JSON.search(media):
            return schema
        origin = schema.facts.pointer or pointer.join(at, "content", media, "schema")
        nouns = name_candidates.of_content(names, media, ANYTHING)
        site = walk.new_site(nouns, None, replace(schema.facts, pointer=origin))
        site.schema, site.plain = without_names(schema), True
        return reference_to(walk.enter(site), schema)

    return {media: named(media, schema) for media, schema in content.items()}
