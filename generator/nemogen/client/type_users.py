"""Which types each resource and each large operation of a package uses, directly or through another type."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from nemogen.client.syntax_trees import descendants
from nemogen.light_dataclasses import dataclass

_MANY: Final = 40
"""An operation that needs more types has modules of its own: to load the others with them would take too long."""
_VERY_MANY: Final = 150
"""If the other operations of a resource need more, so has each resource below it."""

_WORD = re.compile(r"\w+")

Key: TypeAlias = tuple[str, str]
"""A type: the module that defines it, models or params, and its name; both may have one of the same name."""


@dataclass(frozen=True)
class Uses:
    """The types that each type is made of."""

    by_key: Mapping[Key, Collection[Key]]

    @cached_property
    def _by_name(self) -> Mapping[str, list[Key]]:
        found: defaultdict[str, list[Key]] = defaultdict(list)
        for key in self.by_key:
            found[key[1]].append(key)
        return found

    def reached(self, names: Iterable[str]) -> set[Key]:
        """The types of these names, and all that they are made of."""
        found: set[Key] = set()
        waiting = [key for name in names for key in self._by_name.get(name, ())]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.by_key[key]
        return found


def used_names(tree: ast.AST) -> frozenset[str]:
    """The names in a definition or a module, those in quoted types, keys of dicts and imports among them."""
    documented: set[int] = set()
    found: set[str] = set()
    for node in descendants(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str) and id(node) not in documented:
                found.update(_WORD.findall(node.value))
        elif isinstance(node, ast.alias):
            found.add(node.name)
        elif isinstance(node, ast.Expr):  # it comes before its value
            documented.add(id(node.value))
    return frozenset(found)


def users_in(tree: ast.Module, module: str, uses: Uses) -> Iterator[tuple[Key, set[str]]]:
    """The types that a module needs, each with the resources and large operations in it that use the type.

    A type that an operation needs is used by it, and not by the module that describes it: that the annotations of a
    module name the types of all its operations does not matter.
    """
    needed = {each: uses.reached(each.uses) for each in _operations(tree)}
    small = [keys for keys in needed.values() if len(keys) <= _MANY]
    is_divided = len(set().union(*small)) > _VERY_MANY
    found: defaultdict[Key, set[str]] = defaultdict(set)
    for operation, keys in needed.items():
        name = operation.user if len(keys) > _MANY else operation.resource if is_divided else module
        for key in keys:
            found[key].add(name)
    for key in uses.reached(used_names(tree)) - found.keys():
        found[key].add(module)
    yield from found.items()


@dataclass(frozen=True, slots=True)
class _Operation:
    """An operation or its stream as a user of types, and the names that it uses."""

    resource: str
    user: str
    uses: frozenset[str]


def _operations(tree: ast.Module) -> Iterator[_Operation]:
    """The operations that a module describes; the stream of one counts as another, for few calls ask for it."""
    for statement in tree.body:
        if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.value, ast.Call)):
            continue
        given = {each.arg: each.value for each in statement.value.keywords}
        named, stream = given.pop("name", None), given.pop("chunk", None)
        if isinstance(named, ast.Constant):
            name = str(named.value).replace(".", "_")
            resource = str(named.value).rpartition(".")[0].replace(".", "_")
            yield _Operation(resource, name, frozenset().union(*map(used_names, given.values())))
            if stream is not None:
                yield _Operation(resource, f"{name}_stream", used_names(stream))
