"""Splits models.py and params.py of a large package, so that a program loads the types of the resources it uses.

A module holds the types that the same resources use: what it needs of other modules is used by more resources than
its own types are, so that no two modules import each other. An operation that needs many types, and a stream of it,
counts as a resource of its own. What several resources use is in `_common*` modules; all of them are private, and a
type is imported from `models` or `params`, whichever module defines it.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import Final

from nemogen.client.qualified_types import with_qualified_types
from nemogen.client.type_users import Key, Uses, used_names, users_in
from nemogen.light_dataclasses import dataclass

_LARGE: Final = 300
"""How many types a package may define in one module. Each costs a program about half a millisecond at its start."""

_DEFINITION = re.compile(r"^(?:class |\w+ *[:=])", re.MULTILINE)
"""How each type begins, and perhaps a line of prose."""
_MOST_NAMED: Final = 3
"""Of how many resources the name of a common module is made."""
_LONGEST_NAME: Final = 60
_CONTENTS: Final = {"models": "The models", "params": "The types of arguments"}
"""What the docstring of a package of types calls them."""


@dataclass(frozen=True, slots=True)
class _Module:
    """One module as it was written: the text before its types, and each type with the names that it uses."""

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
    uses = Uses({(part.name, name): _keys(used, part, read) for part in read for name, used in part.uses.items()})
    users: defaultdict[Key, set[str]] = defaultdict(set)
    for path, text in found.items():
        if not _is_resource(path) and path != "webhooks.py":
            continue
        tree = ast.parse(text)  # one at a time: that of a module takes many times the memory of its text
        for key, names in users_in(tree, path.rpartition("/")[2].removesuffix(".py").strip("_"), uses):
            users[key] |= names
        if _is_resource(path):
            found[path] = with_qualified_types(text, tree)
    groups = {key: frozenset(users[key]) for key in uses.by_key}
    for part in read:
        found |= _split(part, groups)
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
            types[last], uses[last] = text, used_names(statement)
        else:
            return None
    return _Module(name, "".join(lines[: first - 1]), "".join(imports), types, uses)


def _deeper(statement: ast.Import | ast.ImportFrom, text: str) -> str:
    """An import as a module one folder below needs it."""
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


def _keys(used: Iterable[str], home: _Module, parts: Collection[_Module]) -> list[Key]:
    """The types that the names in a definition stand for: those of its own module, else those of the other."""
    return [
        (part.name, name)
        for name in used
        for part in parts
        if name in part.types and (part is home or name not in home.types)
    ]


def _split(part: _Module, users: Mapping[Key, frozenset[str]]) -> dict[str, str]:
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
    """The module that has all names, and imports each on first use."""
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
