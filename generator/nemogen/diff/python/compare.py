"""Two surfaces of a package, compared as their callers see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Final

from nemogen.diff.python.changes import Change
from nemogen.diff.python.renames import moved_definitions, moved_private_names
from nemogen.diff.python.signatures import function_changes, given_changes, read_changes
from nemogen.diff.python.surface import (
    CLIENT,
    CONSTRUCTOR,
    Alias,
    Class,
    ClassKind,
    Definition,
    Field,
    Function,
    Member,
    Surface,
    Use,
    uses,
)
from nemogen.diff.python.types import Relation, Side, Type, names, relate, renamed
from nemogen.errors import Location

_UNSET: Final = ".types.Unset"
"""The class of an omitted attribute in packages of openapi-python-client. It does not count as an alternative."""


def compare(base: Surface, revision: Surface) -> Iterator[Change]:
    """Every change between the two, one by one and unsorted."""
    if not base.names or not revision.names:
        if base.names or revision.names:
            rule = "python-package-removed" if base.names else "python-package-added"
            yield Change(rule, base.package or revision.package, "")
        return
    if base.package != revision.package:
        yield Change("python-package-renamed", base.package, "", f"`{base.package}`", f"`{revision.package}`")
    for name, old in base.settings.items():
        if (new := revision.settings.get(name, old)) != old:
            yield Change("python-setting-changed", f"{CLIENT}.settings.{name}", name, f"`{old}`", f"`{new}`")
    comparison = _Comparison(base, revision)
    yield from comparison.names()
    for name, definition in base.definitions.items():
        if base.is_internal(name):
            continue
        if other := revision.definitions.get(comparison.moved.get(name, name)):
            for change in comparison.definition(name, definition, other):
                yield _placed(change, definition, other)


def _placed(change: Change, before: Definition, after: Definition) -> Change:
    return change if change.base or change.revision else replace(change, base=before.place, revision=after.place)


class _Comparison:
    def __init__(self, base: Surface, revision: Surface) -> None:
        self._base, self._revision = base, revision
        moved = moved_definitions(base, revision)
        self.moved = {**moved_private_names(base, revision, moved), **moved}
        # Nearly nothing, as a rule: types are not made again where none of their names is another one now.
        self._renamed = {old: new for old, new in self.moved.items() if old != new}
        side = base.side
        self._base_side = Side(
            {self.moved.get(name, name): self._now(kind) for name, kind in side.aliases.items()},
            {
                self.moved.get(name, name): frozenset(self.moved.get(each, each) for each in above)
                for name, above in side.ancestors.items()
            },
        )
        self._revision_side = revision.side
        self._named = tuple(frozenset(each.names.values()) for each in (base, revision))
        self._uses = _joined(uses(base), uses(revision), self.moved)

    def _relate(self, before: Type, after: Type) -> Relation:
        return relate(self._now(before), after, self._base_side, self._revision_side)

    def _now(self, kind: Type) -> Type:
        """A type of the base in the names of the revision."""
        return renamed(kind, self._renamed) if self._renamed else kind

    def _is_same_function(self, before: Function, after: Function) -> bool:
        """Whether nothing of a function changed, told at once: no name in it is another one now."""
        return not self._renamed and (before.is_async, before.signatures) == (after.is_async, after.signatures)

    def names(self) -> Iterator[Change]:
        gone = _by_target(self._base, self._revision)
        come = _by_target(self._revision, self._base)
        for target, removed in gone.items():
            if not self._base.is_resource(target) and not self._base.is_internal(target):
                yield self._gone(target, removed)
        lost = self._base.old_names.keys() - self._revision.old_names.keys() - self._revision.names.keys()
        for label in sorted({name.rpartition(".")[2] for name in lost}):
            yield Change("python-name-removed", label, label.removesuffix("Param"))
        known = {_shown(self._base, name) for name in self._base.names}
        for target, added in come.items():
            place = self._revision.definitions[target].place if target in self._revision.definitions else None
            label = _shown(self._revision, added[0])
            is_known = target in self.moved.values() or label in known
            is_public = not self._revision.is_resource(target) and not self._revision.is_internal(target)
            if not is_known and is_public:
                yield Change("python-name-added", label, "", revision=place)

    def _gone(self, target: str, removed: list[str]) -> Change:
        """The one change for a definition that can no longer be imported as before."""
        old = removed[0]
        label = _shown(self._base, old)
        definition = self._base.definitions.get(target)
        new_target = self.moved.get(target, target)
        others = [name for name, goal in self._revision.names.items() if goal == new_target]
        leaf = label.removesuffix("Param")
        change = Change("python-name-removed", label, leaf, base=definition.place if definition else None)
        if all(name in self._revision.old_names for name in removed):
            own = self._revision.old_names[old].rpartition(".")[2]
            return replace(change, rule="python-name-deprecated", new=f"`{own}`")
        if not others:
            return change
        if new_target in self._revision.definitions:
            change = replace(change, revision=self._revision.definitions[new_target].place)
        new = min(others, key=lambda name: (_shown(self._revision, name) != label, name.count("."), name))
        if _shown(self._revision, new) != label:
            return replace(change, rule="python-name-renamed", new=f"`{_shown(self._revision, new)}`")
        modules = (f"{self._base.package}{old}", f"{self._revision.package}{new}")
        was, now = (f"`{path.rpartition('.')[0]}`" for path in modules)
        return replace(change, rule="python-name-moved", old=was, new=now)

    def definition(self, name: str, before: Definition, after: Definition) -> Iterator[Change]:
        label = self._base.caller(name)
        if isinstance(before, Class) and isinstance(after, Class):
            yield from self._class(name, before, after)
        elif isinstance(before, Function) and isinstance(after, Function):
            yield from function_changes(label, before, after, self._relate)
        elif isinstance(before, Alias) and isinstance(after, Alias):
            yield from self._typed(label, label, before.type, after.type, self._uses[name])
        else:
            yield Change("python-kind-changed", label, label, _kind(before), _kind(after))

    def _class(self, name: str, before: Class, after: Class) -> Iterator[Change]:
        caller = self._base.caller(name)
        own = name.rpartition(".")[2]
        if before.kind is not after.kind:
            yield Change("python-kind-changed", own, own, before.kind, after.kind)
            return
        if caller != CLIENT and not self._base.is_resource(name):
            yield from self._ancestors(own, before, after)
        yield from self._members(name, before, after)

    def _ancestors(self, own: str, before: Class, after: Class) -> Iterator[Change]:
        """Bases that callers can name, as they do in an `except`."""
        old = {self.moved.get(each, each) for each in before.ancestors if _can_be_named(each, self._named[0])}
        new = {each for each in after.ancestors if _can_be_named(each, self._named[1])}
        for each in sorted(old - after.ancestors):
            yield Change("python-base-removed", own, own, old=f"`{each.rpartition('.')[2]}`")
        for each in sorted(new - old):
            yield Change("python-base-added", own, own, new=f"`{each.rpartition('.')[2]}`")

    def _members(self, name: str, before: Class, after: Class) -> Iterator[Change]:
        gone = {key: each for key, each in before.members.items() if key not in after.members}
        come = {key: each for key, each in after.members.items() if key not in before.members}
        renames = self._renames(gone, come)
        deprecated: set[str] = set()
        for key, member in before.members.items():
            label = self._label(name, key, before.kind)
            new_key = renames.get(key, key)
            other = after.members.get(new_key)
            if key in renames:
                kind = "method" if isinstance(member, Function) else "attribute"
                yield Change(f"python-{kind}-renamed", label, key, "", f"`{new_key}`", member.place, _place(other))
            if other is not None and other.renamed_to and not member.renamed_to:
                deprecated.add(other.renamed_to)
                kind = "method" if isinstance(member, Function) else "attribute"
                rule = f"python-{kind}-deprecated"
                yield Change(rule, label, key, "", f"`{other.renamed_to}`", member.place, other.place)
            if other is None:
                kind = "method" if isinstance(member, Function) else "attribute"
                yield Change(f"python-{kind}-removed", label, key, base=member.place)
                continue
            for change in self._member(label, key, member, other, self._uses[name]):
                yield replace(change, base=member.place, revision=other.place)
        for key, member in come.items():
            if key not in renames.values() and key not in deprecated and key != CONSTRUCTOR:
                yield self._added(name, key, member, before.kind)

    def _label(self, owner: str, key: str, kind: ClassKind) -> str:
        """A member as callers write it."""
        if key == CONSTRUCTOR:
            return owner.rpartition(".")[2]
        name = self._base.caller(owner)
        return f'{name}["{key}"]' if kind is ClassKind.TYPED_DICT else f"{name}.{key}"

    def _added(self, owner: str, key: str, member: Member, kind: ClassKind) -> Change:
        rule = "python-method-added" if isinstance(member, Function) else "python-attribute-added"
        if isinstance(member, Field) and member.is_required and self._uses[owner].given:
            rule = "python-required-key-added"
        return Change(rule, self._label(owner, key, kind), key, revision=member.place)

    def _member(self, label: str, key: str, before: Member, after: Member, use: Use) -> Iterator[Change]:
        if isinstance(before, Function) and isinstance(after, Function):
            if not self._is_same_function(before, after):
                yield from function_changes(label, before, after, self._relate)
        elif isinstance(before, Field) and isinstance(after, Field):
            yield from self._field(label, key, before, after, use)
        else:
            words = ("a method", "an attribute")
            old, new = (words[isinstance(each, Field)] for each in (before, after))
            yield Change("python-member-kind-changed", label, key, old, new)

    def _field(self, label: str, key: str, before: Field, after: Field, use: Use) -> Iterator[Change]:
        if before.value != after.value:
            yield Change("python-enum-value-changed", label, key, f"`{before.value}`", f"`{after.value}`")
        if before.is_required != after.is_required:
            if use.given:
                rule = "python-key-became-required" if after.is_required else "python-key-became-optional"
                yield Change(rule, label, key)
            elif before.is_required and label.endswith("]"):
                yield Change("python-key-may-be-missing", label, key)
        if before.type is not None and after.type is not None:
            yield from self._typed(label, key, before.type, after.type, use)

    def _typed(self, label: str, leaf: str, before: Type, after: Type, use: Use) -> Iterator[Change]:
        """The worse of what the change of a type means to those who give it and to those who read it."""
        changes = [*given_changes(label, leaf, before, after, self._relate)] if use.given else []
        if use.read:
            changes += read_changes(label, leaf, before, after, self._relate)
        if changes:
            yield min(changes, key=lambda change: change.row.level.rank)

    def _renames(self, gone: Mapping[str, Member], come: Mapping[str, Member]) -> dict[str, str]:
        """Members that went and came and differ in nothing but the name, where there is one such pair of a kind.

        For a method its parameters are the evidence; for an attribute, that its type is a class of the package.
        """
        old = {key: self._evidence(member, self.moved) for key, member in gone.items()}
        new = {key: self._evidence(member, {}) for key, member in come.items()}
        counts = Counter([*old.values(), *new.values()])
        back = {evidence: key for key, evidence in new.items()}
        return {
            key: back[evidence]
            for key, evidence in old.items()
            if evidence and evidence in back and counts[evidence] == 2
        }

    @staticmethod
    def _evidence(member: Member, moved: Mapping[str, str]) -> object:
        if isinstance(member, Field):
            kind = renamed(member.type, moved) if member.type else frozenset()
            own = {name for name in names(kind) if name.startswith(".")} - {_UNSET}
            return (kind, member.is_required) if own else None
        ways = tuple(
            (
                tuple(replace(each, type=each.type and renamed(each.type, moved)) for each in way.parameters),
                way.returns and renamed(way.returns, moved),
            )
            for way in member.signatures
        )
        return (ways, member.is_async) if any(parameters for parameters, _ in ways) else None


def _shown(surface: Surface, name: str) -> str:
    """A name that can be imported, without its module unless functions of others have it too."""
    last = name.rpartition(".")[2]
    caller = surface.caller(surface.names[name])
    return caller if caller.endswith(f".{last}") and not surface.is_resource(surface.names[name]) else last


def _by_target(surface: Surface, other: Surface) -> dict[str, list[str]]:
    """The names that `other` does not have, by what they lead to, the shortest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(surface.names, key=lambda name: (name.count("."), name)):
        if name not in other.names:
            found.setdefault(surface.names[name], []).append(name)
    return found


def _can_be_named(name: str, named: Set[str]) -> bool:
    return name in named if name.startswith(".") else "." not in name and name != "Mapping"


def _joined(base: Mapping[str, Use], revision: Mapping[str, Use], moved: Mapping[str, str]) -> dict[str, Use]:
    nothing = Use(given=False, read=False)
    return {
        name: Use(use.given or other.given, use.read or other.read)
        for name, use in base.items()
        for other in (revision.get(moved.get(name, name), nothing),)
    }


def _kind(definition: Definition) -> str:
    if isinstance(definition, Class):
        return definition.kind
    return "function" if isinstance(definition, Function) else "type alias"


def _place(member: Member | None) -> Location | None:
    return member.place if member else None
