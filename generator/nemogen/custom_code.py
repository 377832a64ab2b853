"""specs/<api>/custom/: code of the project that its package takes in, and the mixins among its classes.

A class at the top of a module that is called `PetMixin` is a base of the generated class `Pet`: a client, a resource
(sync or async) or a model. Nothing here is run: what a module holds is read from its syntax.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from nemogen.errors import ConfigError, Location, Problem
from nemogen.light_dataclasses import dataclass

MIXIN: Final = "Mixin"
"""How the name of a class ends that is a base of a generated one."""

_LARGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Mixin:
    """A class of the project that is a base of the generated class `target`; `members` are its public names."""

    name: str
    target: str
    module: str
    where: Location
    members: Mapping[str, Location]

    @property
    def base(self) -> str:
        """The base as a class statement has it, before the others."""
        return f"{self.name}, "


@dataclass(frozen=True, slots=True)
class CustomCode:
    """`modules` by path below custom/, `tests` below custom/tests/; `mixins` by the class that each is a base of."""

    modules: Mapping[str, bytes] = field(default_factory=dict)
    tests: Mapping[str, bytes] = field(default_factory=dict)
    mixins: Mapping[str, Mixin] = field(default_factory=dict)

    def package_files(self) -> dict[str, bytes]:
        """The files below the package's folder: the modules as they are, and what makes a package of each folder."""
        if not self.modules:
            return {}
        folders = {parent.as_posix() for path in self.modules for parent in Path("custom", path).parents}
        found = {f"{folder}/__init__.py": b"" for folder in folders if folder != "."}
        return {**found, **{f"custom/{path}": content for path, content in self.modules.items()}}

    def test_files(self) -> dict[str, bytes]:
        """The files below the distribution's tests/."""
        return {f"custom/{path}": content for path, content in self.tests.items()}


NO_CODE: Final = CustomCode()


def read_custom(folder: Path, shown_as: str) -> CustomCode:
    """The code in `folder`, which messages call `shown_as`; nothing where there is no folder.

    Raises ConfigError for what is not Python, a file that cannot be a module, or two mixins of one class.
    """
    found = {path: _read(folder / path, f"{shown_as}/{path}") for path in _python_files(folder)}
    tests = {path.removeprefix("tests/"): content for path, content in found.items() if path.startswith("tests/")}
    modules = {path: content for path, content in found.items() if not path.startswith("tests/")}
    mixins: dict[str, Mixin] = {}
    for path, content in modules.items():
        for each in _mixins(path, content, f"{shown_as}/{path}"):
            other = mixins.setdefault(each.target, each)
            if other is not each:
                what = f"{each.target} has a mixin already, in {other.where.file}"
                raise ConfigError(what, where=each.where, remedy="Make one class of the two.")
    return CustomCode(modules, tests, mixins)


def _python_files(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*.py") if path.is_file() and not path.is_symlink())
    relative = (path.relative_to(folder) for path in files)
    return sorted(
        path.as_posix() for path in relative if not any(part.startswith((".", "__py")) for part in path.parts)
    )


def _read(path: Path, shown_as: str) -> bytes:
    parts = Path(shown_as).with_suffix("").parts
    if not parts[-1].isidentifier():
        raise ConfigError("not the name of a module", where=Location(shown_as), remedy="Use letters, digits and _.")
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ConfigError(f"larger than {_LARGEST:,} bytes", where=Location(shown_as), remedy="Make it smaller.")
    return content


def _mixins(path: str, content: bytes, shown_as: str) -> Iterator[Mixin]:
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line, what = (error.lineno, error.msg) if isinstance(error, SyntaxError) else (None, str(error))
        where = Location(shown_as, line=line)
        raise ConfigError(f"not valid Python: {what}", where=where, remedy="Correct or remove the module.") from None
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name.endswith(MIXIN) and not node.name.startswith("_"):
            target = node.name.removesuffix(MIXIN)
            members = {name: Location(shown_as, line=line) for name, line in _members(node) if not name.startswith("_")}
            module = ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")
            yield Mixin(node.name, target, f"custom.{module}", Location(shown_as, line=node.lineno), members)


def _members(node: ast.ClassDef) -> Iterator[tuple[str, int]]:
    for each in node.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield each.name, each.lineno
        elif isinstance(each, ast.AnnAssign | ast.Assign):
            targets: Iterable[ast.expr] = each.targets if isinstance(each, ast.Assign) else (each.target,)
            yield from ((target.id, each.lineno) for target in targets if isinstance(target, ast.Name))


def refuse_misfits(custom: CustomCode, classes: Mapping[str, Iterable[str]]) -> None:
    """Raises ConfigError, with lines, for each mixin of no generated class, and each member that is generated already.

    `classes` has the generated members of each class that can have a mixin.
    """
    problems = [problem for each in custom.mixins.values() for problem in _problems(each, classes)]
    if problems:
        raise ConfigError.of(problems)


def _problems(mixin: Mixin, classes: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    if mixin.target not in classes:
        near = get_close_matches(mixin.target, classes, 1)
        remedy = f"Did you mean {near[0]}{MIXIN}?" if near else "Rename it, or remove it where upstream removed that."
        yield Problem(f"{mixin.name}: the package has no class {mixin.target}", mixin.where, remedy)
        return
    for name in sorted(mixin.members.keys() & {*classes[mixin.target]}):
        what = f"{mixin.target}.{name} is generated, and would hide that of {mixin.name}"
        yield Problem(what, mixin.members[name], "Call it otherwise: a mixin adds members.")
