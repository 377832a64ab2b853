"""Where a module's tests are, as the tree of tests mirrors that of the code, and which of them are run for a mutant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutants.records import Record

SOURCE: Final = "generator/nemogen"
"""The folder of the code, from the project's."""

EDGES: Final = ("cli/*", "commands/*", "recordings/bundled_tests/*", "__init__.py", "*/__init__.py")
"""What is no part of the core: options, commands and reports to a terminal; their tests run the whole command."""


ALSO: Final = {
    "client": ("tests/test_cases.py", "tests/wire"),
    "naming": ("tests/test_cases.py",),
    "runtime": ("tests/wire",),
    "openapi": ("tests/naming", "tests/source/test_load.py", "tests/test_perturbation.py"),
}
"""By package, tests of it that lie elsewhere: the golden cases, the proof of the ledger, calls of generated packages,
and for the reader those of texts that are refused and those of the package that makes something of all that is read."""


def core(project: Path) -> list[Path]:
    """The modules that get faults, relative to the project."""
    root = project / SOURCE
    found = (path.relative_to(root) for path in sorted(root.rglob("*.py")))
    return [Path(SOURCE) / path for path in found if not any(path.match(edge) for edge in EDGES)]


def nearest(module: Path, project: Path) -> tuple[str, ...]:
    """The tests of a module, nearest first: the file of its name, the folder of its package, and those of `ALSO`.

    A module of no package has the tests that lie in no folder.
    """
    inside = module.relative_to(SOURCE)
    folder = Path("tests") / inside.parent
    while not (project / folder).is_dir():
        folder = folder.parent
    own = folder / f"test_{inside.stem}.py"
    rest = [folder] if folder != Path("tests") else sorted(path.relative_to(project) for path in _alone(project))
    first = [own] if (project / own).exists() else []
    also = [path for path in ALSO.get(inside.parts[0], ()) if (project / path).exists()]
    return (*(path.as_posix() for path in [*first, *(path for path in rest if path != own)]), *also)


def _alone(project: Path) -> list[Path]:
    return sorted((project / "tests").glob("test_*.py"))


@dataclass(frozen=True, slots=True)
class Choice:
    """Tests in the order in which they are run, and the ids of all that were recorded of their files. It is complete
    where all that call the function are among them."""

    tests: tuple[Record, ...]
    known: frozenset[str]
    is_complete: bool


def choose(records: Sequence[Record], function: str, own: Sequence[str], budget: float) -> Choice:
    """The tests for a fault in a function (`module:name`), as many as fit into so many seconds of the processor.

    First those that call it, then the others of their files, which may share with them what was made once, then those
    of the module's own tests (`own`, paths as `nearest` gives them) that start programs, as nobody knows what these
    call. What lies in no function, or is called by no test, has the tests that call anything of the module.
    """
    module = f"{function.partition(':')[0]}:"
    calling = [each for each in records if function in each.calls]
    if not calling or function == module:
        calling = [each for each in records if module in each.calls]
    ids = {each.test for each in calling}
    files = {each.file for each in calling} | {path for path in own[:1] if path.endswith(".py")}
    rest = [each for each in records if each.test not in ids]
    related = [each for each in rest if each.file in files]
    programs = [each for each in rest if each.file not in files and each.has_programs and _is_in(each.file, own)]
    chosen: list[Record] = []
    left = budget
    for each in (*_in_order(calling, own), *_in_order(related, own), *_in_order(programs, own)):
        if each.processor <= left:
            left -= each.processor
            chosen.append(each)
    used = {each.file for each in chosen}
    known = frozenset(each.test for each in records if each.file in used)
    return Choice(tuple(chosen), known, ids <= {each.test for each in chosen})


_FIRST: Final = 20
"""How many tests of one file are run before those of another have their turn."""


def _in_order(records: Sequence[Record], own: Sequence[str]) -> list[Record]:
    """The module's own file first, then the files with quick tests; in each the quick ones, and some of each before the
    rest of any."""
    by_file: dict[str, list[Record]] = {}
    for each in records:
        by_file.setdefault(each.file, []).append(each)
    quick = {file: sum(each.seconds for each in tests) / len(tests) for file, tests in by_file.items()}
    found = []
    for file in sorted(by_file, key=lambda file: (file not in own, quick[file])):
        for number, each in enumerate(sorted(by_file[file], key=lambda each: each.seconds)):
            found.append((number // _FIRST > 0, each))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _is_in(file: str, paths: Sequence[str]) -> bool:
    return any(file == path or file.startswith(f"{path}/") for path in paths)
