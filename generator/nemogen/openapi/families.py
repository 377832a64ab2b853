"""Families: a component with a discriminator and without a union, whose children are made of it by `allOf`.

    Pet: {properties: {petType: …}, discriminator: {propertyName: petType}}
    Cat: {allOf: [Pet, {properties: …}]}

What is declared as a Pet may be a Cat (OpenAPI 3.1.1, "Models with Polymorphism Support"; Swagger 2.0 has no other way
to declare that). The children are known before any schema is read: nothing refers to them but their own `allOf`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References, reference_of
from nemogen.openapi.schema import Schema, SchemaRef, Target

_BESIDE: Final = frozenset({"$comment", "deprecated", "description", "example", "examples", "externalDocs", "title"})
"""What a component may say beside its only `allOf` and still be nothing but another name."""


@dataclass(frozen=True, slots=True)
class Family:
    """A base and its children over any depth, by pointer.

    `alone` is what stands for the base without its children: no component of the document has this pointer. `others`
    are further names of each member: components that say nothing but `allOf` of it. `tagged` are the base and what it
    is made of itself, those with a discriminator, nearest first.
    """

    base: SchemaRef
    children: tuple[SchemaRef, ...]
    tagged: tuple[SchemaRef, ...]
    alone: Target
    others: Mapping[Target, tuple[SchemaRef, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyUnion(Schema):
    """What a reference to the base of a family means: one of its children, or `base` itself."""

    base: SchemaRef


def find_families(components: Mapping[str, SchemaRef], reading: References) -> dict[Target, Family]:
    """The families among the components of a document, by base. Reads no schema: it looks at raw values only."""
    # By pointer: the order of the document decides nothing.
    targets = sorted(
        {ref.target for ref in components.values() if ref.target}, key=lambda each: (each.file, each.pointer)
    )
    nodes = {target: reading.raw(target) for target in targets}
    tagged = {target for target, node in nodes.items() if _has_tag(node)}
    if not tagged:
        return {}
    parents = {target: [*_parents(node, reading, nodes)] for target, node in nodes.items()}
    meant = _meant({target: parents[target][0] for target in nodes if _is_other_name(nodes[target], parents[target])})
    above = {target: [meant.get(each, each) for each in found] for target, found in parents.items()}
    lines = {target: [*_line(target, above)] for target in nodes if target not in meant}
    references = {ref.target: ref for ref in components.values() if ref.target is not None}
    others: dict[Target, tuple[SchemaRef, ...]] = {}
    for name, target in meant.items():
        others[target] = (*others.get(target, ()), references[name])
    children: dict[Target, list[SchemaRef]] = {}
    for target, line in lines.items():
        for base in line:
            if not tagged.isdisjoint((base, *lines[base])):
                children.setdefault(base, []).append(references[target])
    return {
        base: Family(
            references[base],
            tuple(found),
            tuple(references[each] for each in (base, *lines[base]) if each in tagged),
            _alone(base, nodes),
            others,
        )
        for base, found in children.items()
    }


def _alone(base: Target, nodes: Mapping[Target, RawNode]) -> Target:
    alone = Target(base.file, f"{base.pointer}Base")
    while alone in nodes:
        alone = Target(base.file, f"{alone.pointer}Base")
    return alone


def _has_tag(node: RawNode) -> bool:
    """Whether a component has a discriminator and names no variants of its own."""
    value = node.value
    return isinstance(value, Mapping) and "discriminator" in value and not {"oneOf", "anyOf", "$ref"} & value.keys()


def _parents(node: RawNode, reading: References, nodes: Mapping[Target, RawNode]) -> Iterator[Target]:
    """The components that a component is an `allOf` of."""
    for member in node.child("allOf").items():
        reference = reference_of(member)
        if reference is None:
            yield from _parents(member, reading, nodes)
            continue
        seen: list[RawNode] = []
        found = reading.find(reference, member)
        while found is not None and found not in seen and (further := reference_of(found)) is not None:
            seen.append(found)
            found = reading.find(further, found)
        if found is not None and Target(found.file, found.pointer) in nodes:
            yield Target(found.file, found.pointer)


def _is_other_name(node: RawNode, parents: list[Target]) -> bool:
    """Whether a component is nothing but another name for its only parent."""
    if not isinstance(node.value, Mapping) or len(parents) != 1 or reference_of(node.child("allOf").child(0)) is None:
        return False
    said = {key for key in node.value if not key.startswith("x-") or key == "x-nemogen-name"}
    return said - _BESIDE - {"discriminator"} == {"allOf"} and len([*node.child("allOf").items()]) == 1


def _meant(parents: Mapping[Target, Target]) -> dict[Target, Target]:
    """By component that is nothing but another name, the one that it means in the end."""
    found: dict[Target, Target] = {}
    for name in parents:
        target, seen = parents[name], {name}
        while target in parents and target not in seen:
            seen.add(target)
            target = parents[target]
        if target not in parents:
            found[name] = target
    return found


def _line(start: Target, above: Mapping[Target, list[Target]]) -> Iterator[Target]:
    """What a component is made of over any depth, nearest first; not itself."""
    seen, waiting = {start}, deque([start])
    while waiting:
        for parent in above[waiting.popleft()]:
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
                yield parent


def target_of(reference: SchemaRef) -> Target:
    """The target of a reference to a component, which has one."""
    return reference.target or Target("", "")
