"""What a request sends of a schema and what a response holds of it, where `readOnly` or `writeOnly` tell them apart.

A schema that is used both ways and looks different from either side becomes two: that of responses keeps its pointer in
the document, and so its name; that of requests stands beside it. Anything else stays one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from nemogen.document import JsonObject
from nemogen.naming import unions
from nemogen.naming.canonical_operations import Canonical
from nemogen.naming.marks import NAME, ORIGIN, READ_ONLY, SENT, TITLE, VIEW, WRITE_ONLY
from nemogen.schema_tree import parts, references, request_schemas, response_schemas, with_parts, with_schemas

_OTHER: Final = {READ_ONLY: WRITE_ONLY, WRITE_ONLY: READ_ONLY}

_NONE: Final[frozenset[str]] = frozenset()


def directed(normal: Canonical) -> Canonical:
    """`normal` without the marks of properties that one side alone sends: each side's schemas hold what it sends."""
    asked = [schema for each in normal.operations for schema in request_schemas(each.mapping)]
    answered = [schema for each in normal.operations for schema in response_schemas(each.mapping)]
    everything = [*asked, *answered, *normal.schemas.values()]
    if not any(part.keys() & _OTHER.keys() for part in _within(everything)):
        return normal
    kinds = _kinds(everything)
    sent, held = _side(READ_ONLY, asked, normal.schemas, kinds), _side(WRITE_ONLY, answered, normal.schemas, kinds)
    twofold = _twofold(sent, held)
    schemas: dict[str, JsonObject] = {}
    for at in normal.schemas:
        if at in sent or at in held:
            schemas[at] = held[at] if at in held else _settled(sent[at], twofold)
        if at in twofold:
            schemas[f"{SENT}{at}"] = _beside(sent[at], twofold)
    return replace(
        normal,
        operations=tuple(replace(each, mapping=_operation(each.mapping, twofold)) for each in normal.operations),
        schemas=schemas,
    )


def _operation(mapping: JsonObject, twofold: Collection[str]) -> dict[str, Any]:
    def asked(schema: JsonObject) -> dict[str, Any]:
        return _settled(_seen(schema, READ_ONLY), twofold)

    return with_schemas(mapping, asked, partial(_seen, mark=WRITE_ONLY))


def _within(schemas: Iterable[JsonObject]) -> Iterator[JsonObject]:
    """`schemas` and all that stands inside them."""
    ahead = list(schemas)
    while ahead:
        schema = ahead.pop()
        yield schema
        ahead.extend(parts(schema))


def _kinds(schemas: Iterable[JsonObject]) -> dict[str, frozenset[str]]:
    """By pointer, the properties that tell it from the other variants of a union: both sides send these."""
    found: dict[str, frozenset[str]] = {}
    for union in _within(schemas):
        for branch in union["anyOf"] if "discriminator" in union else ():
            if "$ref" in branch:
                found[branch["$ref"][1:]] = found.get(branch["$ref"][1:], _NONE) | _kind(union)
    return found


def _kind(union: JsonObject) -> frozenset[str]:
    return frozenset({union["discriminator"]["propertyName"]}) if "discriminator" in union else _NONE


def _side(
    mark: str, roots: Iterable[JsonObject], schemas: Mapping[str, JsonObject], kinds: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, Any]]:
    """By pointer, what one side sends of the schemas that `roots` lead to; `mark` is that of what it does not send."""
    found: dict[str, dict[str, Any]] = {}
    ahead = _edges(_seen(root, mark) for root in roots)
    while ahead:
        at = ahead.pop()
        if at in schemas and at not in found:
            found[at] = _seen(schemas[at], mark, kinds.get(at, _NONE))
            ahead |= _edges([found[at]])
    return found


def _edges(schemas: Iterable[JsonObject]) -> set[str]:
    """The pointers that `schemas` refer to, and their own: what stands in place can be referred to as well."""
    every = list(_within(schemas))
    return {reference[1:] for reference in references(every)} | {part[ORIGIN] for part in every if ORIGIN in part}


def _seen(schema: JsonObject, mark: str, kind: frozenset[str] = _NONE) -> dict[str, Any]:
    """`schema` without the properties that have `mark` (`kind` aside); VIEW stands where the request's differs.

    A property with both marks stays, and is required by neither side.
    """
    inner = with_parts(schema, partial(_seen, mark=mark, kind=_kind(schema)))
    result = _merged({key: value for key, value in inner.items() if key not in _OTHER})
    own, other = ({*schema.get(each, ())} - kind for each in (mark, _OTHER[mark]))
    if not own | other:
        return result
    kept = {name: value for name, value in inner["properties"].items() if name not in own - other}
    required = [name for name in schema.get("required", ()) if name in kept.keys() - own]
    for key, value in (("properties", kept), ("required", required)):
        result.pop(key, None)
        result |= {key: value} if value else {}
    return result | ({VIEW: True} if mark == READ_ONLY and own ^ other else {})


def _merged(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` where variants of a union that are no longer told apart are one."""
    branches = unions.distinct(schema.get("anyOf", ()))
    if len(branches) == 1:
        return {**branches[0], **{key: value for key, value in schema.items() if key not in {"anyOf", "discriminator"}}}
    return {**schema, "anyOf": branches} if branches else schema


def _twofold(sent: Mapping[str, JsonObject], held: Mapping[str, JsonObject]) -> frozenset[str]:
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


def _settled(schema: JsonObject, twofold: Collection[str], is_beside: bool = False) -> dict[str, Any]:
    """What a request sends, with references to what requests send.

    VIEW is left where `is_beside` and a response has another schema of the same noun, in which an overlay's name for
    both is but a title.
    """
    result = with_parts(schema, partial(_settled, twofold=twofold, is_beside=is_beside))
    if "discriminator" in result:
        mapping = {_sent(at, twofold): values for at, values in result["discriminator"]["mapping"].items()}
        result["discriminator"] = {**result["discriminator"], "mapping": mapping}
    if "$ref" in result:
        result["$ref"] = _sent(result["$ref"], twofold)
    if result.get(ORIGIN) in twofold:
        result[ORIGIN] = f"{SENT}{result[ORIGIN]}"
    differs = bool(result.pop(VIEW, False)) or result.get("$ref", "").startswith(f"#{SENT}")
    return _named_again(result) if is_beside and (differs or any(VIEW in part for part in parts(result))) else result


def _sent(reference: str, twofold: Collection[str]) -> str:
    return f"#{SENT}{reference[1:]}" if reference[1:] in twofold else reference


def _named_again(schema: JsonObject) -> dict[str, Any]:
    result = {key: value for key, value in schema.items() if key != NAME}
    return {**result, VIEW: True} | ({TITLE: schema[NAME]} if NAME in schema else {})


def _beside(schema: JsonObject, twofold: Collection[str]) -> dict[str, Any]:
    """The schema of requests beside that of responses: named after the component, or as an overlay names it."""
    own = {key: value for key, value in schema.items() if key != TITLE}
    return _named_again(_settled(own, twofold, is_beside=True))
