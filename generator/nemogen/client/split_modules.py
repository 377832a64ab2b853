"""Splits models.py and params.py of a large package, so that a program loads the types of the resources it uses.

A module holds the types that the same resources use: what it needs of other modules is used by more resources than
its own types are, so that no two modules import each other. An operation that needs many types, and a stream of it,
counts as a resource of its own. What several resources use is in `_common*` modules; all of them are private, and a
type is imported from `models` or `params`, wherever it stands.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeAlias

from nemogen.client.qualified_types import with_qualified_types

_LARGE: Final = 300
"""How many types a package may define in one module. Each costs a program about half a millisecond at its start."""

_WORD = re.compile(r"\w+")
_DEFINITION = re.compile(r"^(?:class |\w+ *[:=])", re.MULTILINE)
"""How each type begins, and perhaps a line of prose."""
_MOST_NAMED: Final = 3
"""Of how many resources the name of a common module is made."""
_LONGEST_NAME: Final = 60
_MANY: Final = 40
"""An operation that needs more types has modules of its own: to load the others with them would take too long."""
_VERY_MANY: Final = 150
"""If the other operations of a resource need more, so has each resource below it."""
_CONTENTS: Final = {"models": "The models", "params": "The types of arguments"}
"""What the docstring of a package of types calls them."""


@dataclass(frozen=True, slots=True)
class _Module:
    """One module as it was written: what stands before its types, and each type with the names that it uses."""

    name: str
    head: str
    imports: str
    types: Mapping[str, str]
    uses: Mapping[str, frozenset[str]]


def split_modules(modules: Mapping[str, str]) -> dict[str, str]:
    """The modules of a package (path to source) with `models.py` and `params.py` as folders where they are large.

    Names are imported as before, from `<package>.models` and `<package>.params`.
    """
    # To parse them takes long, and nearly no package needs it.
    if sum(len(_DEFINITION.findall(modules[f"{name}.py"])) for name in ("models", "params")) <= _LARGE:
        return dict(modules)
    parts = [_read(name, modules[f"{name}.py"]) for name in ("models", "params")]
    read = [part for part in parts if part is not None]
    if len(read) < len(parts) or sum(len(part.types) for part in read) <= _LARGE:
        return dict(modules)
    found = {path: text for path, text in modules.items() if path not in ("models.py", "params.py")}
    users = _users(found, read)
    found = {path: with_qualified_types(text) if _is_resource(path) else text for path, text in found.items()}
    for part in read:
        found |= _split(part, users)
    return found


def _is_resource(path: str) -> bool:
    return path.startswith("resources/")


def _read(name: str, source: str) -> _Module | None:
    """A module taken apart; None if it has statements other than imports and types."""
    lines = source.splitlines(keepends=True)
    imports: list[str] = []
    types: dict[str, str] = {}
    uses: dict[str, frozenset[str]] = {}
    first = 0
    last = ""
    for statement in ast.parse(source).body:
        start = min([statement.lineno, *(each.lineno for each in getattr(statement, "decorator_list", ()))])
        text = "".join(lines[start - 1 : statement.end_lineno])
        first = first or start
        if isinstance(statement, ast.ImportFrom | ast.Import):
            imports.append(_deeper(statement, text))
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            if last:
                types[last] += text
        elif defined := _defined(statement):
            last = defined
            types[last], uses[last] = text, _used(statement)
        else:
            return None
    return _Module(name, "".join(lines[: first - 1]), "".join(imports), types, uses)


def _deeper(statement: ast.Import | ast.ImportFrom, text: str) -> str:
    """An import as it stands in a module one folder below."""
    if isinstance(statement, ast.ImportFrom) and statement.level:
        names = ", ".join(f"{each.name} as {each.asname}" if each.asname else each.name for each in statement.names)
        return f"from {'.' * (statement.level + 1)}{statement.module or ''} import {names}\n"
    return text


def _defined(statement: ast.stmt) -> str:
    """The name of the class or alias that a statement defines; empty for any other statement."""
    if isinstance(statement, ast.ClassDef):
        return statement.name
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _used(statement: ast.AST) -> frozenset[str]:
    """The names in a definition or a module, those in quoted types, keys of dicts and imports among them."""
    documented = {id(each.value) for each in ast.walk(statement) if isinstance(each, ast.Expr)}
    found: set[str] = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.alias):
            found.add(node.name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            found.update(_WORD.findall(node.value))
    return frozenset(found)


_Key: TypeAlias = tuple[str, str]
"""A type: the module that defines it, models or params, and its name; both may have one of the same name."""


def _users(modules: Mapping[str, str], parts: Collection[_Module]) -> dict[_Key, frozenset[str]]:
    """The resources and large operations that use each type, directly or through another type.

    A type that an operation needs is used by it, and not by the module that describes it: that the annotations of a
    module name the types of all its operations does not matter.
    """
    uses = {(part.name, name): _keys(used, part, parts) for part in parts for name, used in part.uses.items()}
    found: defaultdict[_Key, set[str]] = defaultdict(set)
    for path, text in modules.items():
        if not _is_resource(path) and path != "webhooks.py":
            continue
        tree = ast.parse(text)
        user = path.rpartition("/")[2].removesuffix(".py").strip("_")
        needed = {each: _reached(each.uses, uses) for each in _operations(tree)}
        small = [keys for keys in needed.values() if len(keys) <= _MANY]
        is_divided = len(set().union(*small)) > _VERY_MANY
        for operation, keys in needed.items():
            name = operation.user if len(keys) > _MANY else operation.resource if is_divided else user
            for key in keys:
                found[key].add(name)
        for key in _reached(_used(tree), uses) - set().union(*needed.values()):
            found[key].add(user)
    return {key: frozenset(found[key]) for key in uses}


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
            yield _Operation(resource, name, frozenset().union(*map(_used, given.values())))
            if stream is not None:
                yield _Operation(resource, f"{name}_stream", _used(stream))


def _reached(names: Collection[str], uses: Mapping[_Key, Collection[_Key]]) -> set[_Key]:
    """The types of these names, and all that they are made of."""
    found: set[_Key] = set()
    waiting = [key for key in uses if key[1] in names]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += uses[key]
    return found


def _keys(used: Iterable[str], home: _Module, parts: Collection[_Module]) -> list[_Key]:
    """The types that the names in a definition stand for: those of its own module, else those of the other."""
    return [
        (part.name, name)
        for name in used
        for part in parts
        if name in part.types and (part is home or name not in home.types)
    ]


def _split(part: _Module, users: Mapping[_Key, frozenset[str]]) -> dict[str, str]:
    groups = {name: users[part.name, name] for name in part.types}
    names = _module_names(set(groups.values()))
    homes = {name: names[group] for name, group in groups.items()}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, home in homes.items():
        members[home].append(name)
    found = {f"{part.name}/__init__.py": _package(part, homes)}
    for home, own in members.items():
        others = {each for name in own for each in part.uses[name] & homes.keys() if homes[each] != home}
        imports = "".join(f"from .{homes[each]} import {each}\n" for each in sorted(others))
        text = "\n\n".join(part.types[name] for name in own)
        found[f"{part.name}/{home}.py"] = f"{part.head.rstrip()}\n\n{part.imports}\n{imports}\n\n{text}"
    return found


def _module_names(groups: Iterable[frozenset[str]]) -> dict[frozenset[str], str]:
    """A name for the types of each group of resources: their names, or a digest of these where they are many or
    long, or come to the name of another group.
    """
    found: dict[frozenset[str], str] = {}
    for group in sorted(groups, key=sorted):
        first = sorted(group)
        common = "" if len(first) == 1 else "_common"
        name = "_".join([common, *first])
        # Two groups may come to one name: that of `a` and `b_c`, and that of `a_b` and `c`.
        if len(first) > _MOST_NAMED or len(name) > _LONGEST_NAME or name in found.values():
            name = f"_common_{sha256(' '.join(first).encode()).hexdigest()[:8]}"
        found[group] = name
    return found


def _package(part: _Module, homes: Mapping[str, str]) -> str:
    """The module that has all names, and imports each when somebody asks for it."""
    listed = "".join(f"    {name!r}: {home!r},\n" for name, home in homes.items())
    imports = "".join(f"    from .{home} import {name} as {name}\n" for name, home in homes.items())
    return f'''{part.head.rstrip()}

"""{_CONTENTS[part.name]}, each in the module of the resources that use it and imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.exports import lazy

_HOMES = {{
{listed}}}

if TYPE_CHECKING:
{imports}else:
    __getattr__, __dir__ = lazy(__name__, _HOMES)

__all__ = [*_HOMES]  # noqa: PLE0604
'''
