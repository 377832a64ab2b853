"""The old names of methods, resources and classes in the plan of a client: which of them still work, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from nemogen.client.environment import Text
from nemogen.client.method_plan import Method
from nemogen.client.plan import ClientPlan, OldAttribute, OldClass, OldMethod, Resource
from nemogen.document import Call
from nemogen.given_names import Names
from nemogen.internal_classes import arguments_class
from nemogen.light_dataclasses import dataclass
from nemogen.names import PARAM
from nemogen.old_names import rename_note

_Way: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rename:
    """One old call: the resource and the method that it named, those of the new call, and since when."""

    old: _Way
    old_method: str
    new: _Way
    method: str
    version: str


def with_old_members(plan: ClientPlan, names: Names) -> ClientPlan:
    """The plan with the old names that `names` has.

    An old method is beside the new one. If its resource was renamed, the old resource is an attribute that leads to the
    new one. A method that moved to another resource, while its old resource is still there, keeps no old name.
    """
    renames = list(_renames(names))
    if not renames and not any(each.old for each in names.classes.values()):
        return plan
    tree = {way: each for top in plan.resources for way, each in _family((), top)}
    methods, attributes = _old_methods(renames, tree), _old_attributes(renames, tree)
    return replace(
        plan,
        resources=tuple(_with_old((each.attribute,), each, methods, attributes) for each in plan.resources),
        old_attributes=tuple(attributes.get((), {}).values()),
        old_internal=tuple(_old_arguments(renames, tree)),
        old_models=tuple(_old_classes(names, plan.models, "")),
        old_params=tuple(_old_classes(names, plan.params, PARAM)),
    )


def _renames(names: Names) -> Iterator[_Rename]:
    for _, entry in sorted(names.methods.items()):
        *new, method = entry.name.split(".")
        for dotted, version in entry.old_names():
            *old, old_method = dotted.split(".")
            yield _Rename(tuple(old), old_method, tuple(new), method, version)


def _family(above: _Way, resource: Resource) -> Iterator[tuple[_Way, Resource]]:
    way = (*above, resource.attribute)
    yield way, resource
    for child in resource.children:
        yield from _family(way, child)


def _old_methods(renames: Iterable[_Rename], tree: Mapping[_Way, Resource]) -> dict[_Way, dict[str, OldMethod]]:
    """The old methods of each resource, by name: where it is, or has become, that of the new method."""
    found: dict[_Way, dict[str, OldMethod]] = {}
    for each in renames:
        resource = tree.get(each.new)
        method = next((own for own in resource.methods if own.name == each.method), None) if resource else None
        is_own = each.old == each.new or each.old not in tree
        if resource and method and is_own and each.old_method not in _members(resource):
            note = Text(rename_note(each.method, each.version))
            found.setdefault(each.new, {})[each.old_method] = OldMethod(each.old_method, method, note)
    return found


def _members(resource: Resource) -> set[str]:
    methods: set[str] = {"with_raw_response", "with_streaming_response"}
    methods |= {each.attribute for each in resource.children}
    for method in resource.methods:
        methods |= {method.name, method.manager_name, method.paging.name if method.paging else ""}
    return methods


def _old_attributes(renames: Iterable[_Rename], tree: Mapping[_Way, Resource]) -> dict[_Way, dict[str, OldAttribute]]:
    """The old attributes of each resource (of the client: of nothing), by name."""
    found: dict[_Way, dict[str, OldAttribute]] = {}
    for each in renames:
        old, new = each.old, each.new
        while old and new and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        owner = old[:-1]
        # A module of a resource imports no other one, so that the new resource has to be in that of the owner.
        if not old or old in tree or new not in tree or new[: len(owner)] != owner or (owner and owner not in tree):
            continue
        way = ".".join(new[len(owner) :])
        if not way:
            continue
        note = Text(rename_note(way, each.version))
        module = tree[new[:1]].module
        found.setdefault(owner, {})[old[-1]] = OldAttribute(old[-1], way, tree[new].class_name, module, note)
    return found


def _with_old(
    way: _Way,
    resource: Resource,
    methods: Mapping[_Way, Mapping[str, OldMethod]],
    attributes: Mapping[_Way, Mapping[str, OldAttribute]],
) -> Resource:
    old = tuple(methods.get(way, {}).values())
    own = resource.methods
    if any(each.name == "list" for each in old):  # it hides the builtin from the annotations of its class
        own = tuple(replace(each, hides_list=True) for each in own)
        old = tuple(replace(each, method=replace(each.method, hides_list=True)) for each in old)
    return replace(
        resource,
        methods=own,
        children=tuple(_with_old((*way, each.attribute), each, methods, attributes) for each in resource.children),
        old_methods=old,
        old_attributes=tuple(attributes.get(way, {}).values()),
    )


def _old_classes(names: Names, present: tuple[str, ...], suffix: str) -> Iterator[OldClass]:
    known = {*present}
    for entry in sorted(names.classes.values(), key=lambda each: each.name):
        for name, version in entry.old_names():
            new = f"{entry.name}{suffix}"
            if new in known and f"{name}{suffix}" not in known:
                yield OldClass(f"{name}{suffix}", new, Text(rename_note(new, version)))


def _old_arguments(renames: Iterable[_Rename], tree: Mapping[_Way, Resource]) -> Iterator[OldClass]:
    """The classes that arguments are checked against: they are called as their methods are."""
    models = {(way, method.name): method.arguments_model for way, each in tree.items() for method in each.methods}
    for each in renames:
        new = models.get((each.new, each.method))
        old = arguments_class(Call(each.old, each.old_method))
        if new and old != new and old not in models.values():
            yield OldClass(old, new, Text(rename_note(new, each.version)))


def old_method_of(old: OldMethod) -> Method:
    """The method under its old name, without methods for pages or streams beside it."""
    return replace(old.method, name=old.name, deprecation=old.note, summary=old.note, paging=None, manager_name="")
