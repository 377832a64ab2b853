"""What a request sends of a schema and what a response holds of it, where `readOnly` or `writeOnly` distinguish them.

A schema that is used in both directions and differs between them becomes two: that of responses keeps its pointer in
the document, and so its name; that of requests is added. Any other schema stays one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from nemogen.canonical import CanonicalSchema, Discriminator, NamingFacts, within
from nemogen.findings import Direction
from nemogen.naming import unions
from nemogen.naming.canonical_operations import Canonical
from nemogen.naming.schema_keys import SENT

_NONE: Final[frozenset[str]] = frozenset()


def directed(normal: Canonical) -> Canonical:
    """`normal` in which the schemas of each direction have what is sent in it, without readOnly and writeOnly."""
    of_requests = [schema for each in normal.operations for schema in each.request_schemas()]
    of_responses = [schema for each in normal.operations for schema in each.response_schemas()]
    everything = [*of_requests, *of_responses, *normal.schemas.values()]
    if not any(part.facts.read_only or part.facts.write_only for part in within(everything)):
        return normal
    kinds = _kinds(everything)
    sent = _side(Direction.REQUEST, of_requests, normal.schemas, kinds)
    held = _side(Direction.RESPONSE, of_responses, normal.schemas, kinds)
    twofold = _twofold(sent, held)
    schemas: dict[str, CanonicalSchema] = {}
    for at in normal.schemas:
        if at in sent or at in held:
            schemas[at] = held[at] if at in held else _settled(sent[at], twofold)
        if at in twofold:
            schemas[f"{SENT}{at}"] = _beside(sent[at], twofold)

    def settle(schema: CanonicalSchema) -> CanonicalSchema:
        return _settled(_seen(schema, Direction.REQUEST), twofold)

    see = partial(_seen, direction=Direction.RESPONSE)
    return replace(
        normal, operations=tuple(each.with_schemas(settle, see) for each in normal.operations), schemas=schemas
    )


def _kinds(schemas: Iterable[CanonicalSchema]) -> dict[str, frozenset[str]]:
    """By key, the discriminators' properties: they are in the view of requests and in that of responses."""
    found: dict[str, frozenset[str]] = {}
    for union in within(schemas):
        for variant in union.any_of if union.discriminator else ():
            if variant.reference is not None:
                found[variant.reference] = found.get(variant.reference, _NONE) | _kind(union)
    return found


def _kind(union: CanonicalSchema) -> frozenset[str]:
    return frozenset({union.discriminator.property_name}) if union.discriminator else _NONE


def _side(
    direction: Direction,
    roots: Iterable[CanonicalSchema],
    schemas: Mapping[str, CanonicalSchema],
    kinds: Mapping[str, frozenset[str]],
) -> dict[str, CanonicalSchema]:
    """By key, what one side sends of the schemas that `roots` lead to."""
    found: dict[str, CanonicalSchema] = {}
    ahead = _edges(_seen(root, direction) for root in roots)
    while ahead:
        at = ahead.pop()
        if at in schemas and at not in found:
            found[at] = _seen(schemas[at], direction, kinds.get(at, _NONE))
            ahead |= _edges([found[at]])
    return found


def _edges(schemas: Iterable[CanonicalSchema]) -> set[str]:
    """The keys that `schemas` refer to, and their own: inline schemas can be referred to as well."""
    every = list(within(schemas))
    referred = {part.reference for part in every if part.reference is not None}
    return referred | {part.facts.pointer for part in every if part.facts.pointer}


def _seen(schema: CanonicalSchema, direction: Direction, kind: frozenset[str] = _NONE) -> CanonicalSchema:
    """`schema` without the properties that the other side alone sends (`kind` aside).

    `is_request_view` is set where the request's differs. A property that is read-only and write-only stays, and is
    required by neither side.
    """
    inner = schema.with_parts(partial(_seen, direction=direction, kind=_kind(schema)))
    facts = inner.facts
    if not (facts.read_only or facts.write_only):
        return _merged(inner)
    one_way = [facts.read_only, facts.write_only]
    own, other = (frozenset(names) - kind for names in (one_way if direction is Direction.REQUEST else one_way[::-1]))
    facts = replace(facts, read_only=(), write_only=())
    if not own | other:
        return replace(inner, facts=facts)
    kept = {name: value for name, value in inner.properties.items() if name not in own - other}
    is_request_view = facts.is_request_view or (direction is Direction.REQUEST and bool(own ^ other))
    return replace(
        inner,
        properties=kept,
        required=tuple(name for name in inner.required if name in kept.keys() - own),
        facts=replace(facts, is_request_view=is_request_view),
    )


def _merged(schema: CanonicalSchema) -> CanonicalSchema:
    """`schema` where variants of a union that are no longer distinguished are one."""
    if not schema.any_of:
        return schema
    variants = unions.distinct(schema.any_of)
    if len(variants) > 1:
        return replace(schema, any_of=variants) if len(variants) < len(schema.any_of) else schema
    (only,) = variants
    return replace(
        only,
        description=schema.description or only.description,
        deprecated=schema.deprecated or only.deprecated,
        sunset=schema.sunset or only.sunset,
        default=only.default if schema.default is None else schema.default,
        facts=only.facts.beneath(schema.facts),
    )


def _twofold(sent: Mapping[str, CanonicalSchema], held: Mapping[str, CanonicalSchema]) -> frozenset[str]:
    """The schemas of both sides that differ themselves, or in what they lead to."""
    sources: dict[str, list[str]] = {}
    for at in sent.keys() & held.keys():
        for target in _edges([sent[at]]):
            sources.setdefault(target, []).append(at)
    ahead = [at for at in sent.keys() & held.keys() if sent[at] != held[at]]
    found: set[str] = set()
    while ahead:
        at = ahead.pop()
        if at not in found:
            found.add(at)
            ahead.extend(sources.get(at, ()))
    return frozenset(found)


def _settled(schema: CanonicalSchema, twofold: Collection[str], is_beside: bool = False) -> CanonicalSchema:
    """What a request sends, with references to what requests send.

    It stays marked as the view of requests where `is_beside` and a response has another schema of the same noun, in
    which an overlay's name for both is but a title.
    """
    result = schema.with_parts(partial(_settled, twofold=twofold, is_beside=is_beside))
    facts = result.facts
    if result.discriminator is not None:
        result = replace(result, discriminator=_sent_tags(result.discriminator, twofold))
    if result.reference in twofold:
        result = replace(result, reference=f"{SENT}{result.reference}")
    differs = facts.is_request_view or (result.reference or "").startswith(SENT)
    if facts.pointer in twofold or facts.is_request_view:
        pointer = f"{SENT}{facts.pointer}" if facts.pointer in twofold else facts.pointer
        result = replace(result, facts=replace(facts, pointer=pointer, is_request_view=False))
    is_view = is_beside and (differs or any(part.facts.is_request_view for part in result.parts()))
    return _named_again(result) if is_view else result


def _sent_tags(tag: Discriminator, twofold: Collection[str]) -> Discriminator:
    mapping = {value: f"{SENT}{at}" if at in twofold else at for value, at in tag.mapping.items()}
    return replace(tag, mapping=mapping)


def _named_again(schema: CanonicalSchema) -> CanonicalSchema:
    facts: NamingFacts = schema.facts
    return replace(schema, facts=replace(facts, name="", title=facts.name or facts.title, is_request_view=True))


def _beside(schema: CanonicalSchema, twofold: Collection[str]) -> CanonicalSchema:
    """The schema of requests beside that of responses: named after the component, or as an overlay names it."""
    own = replace(schema, facts=replace(schema.facts, title=""))
    return _named_again(_settled(own, twofold, is_beside=True))
