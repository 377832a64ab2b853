"""`[package] keep`: a person's own files inside the folder of a package, as paths and globs. Cheap to import."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from nemogen.errors import Location, Problem

MANIFEST: Final = "MANIFEST.in"

_NOT_IN_A_MANIFEST: Final = re.compile(r"[\s#\\\[\]]")
"""What setuptools takes for the end of a pattern, a comment, a continued line or a set of characters."""
_MOST_NAMED: Final = 3
_NAME_YOUR_OWN: Final = (
    "Name your own files alone; where one has a name that is generated now, rename it. A change of a generated file"
    " belongs to custom/, overlay.yaml or a template."
)


def is_kept(path: str, keep: Iterable[str]) -> bool:
    """Whether one of the entries names `path`, or a folder that it is in."""
    return any(_pattern(entry).match(path) for entry in keep)


def manifest_of(keep: Iterable[str]) -> bytes:
    """MANIFEST.in: by it, setuptools takes the files that `keep` names into the wheel and the source distribution."""
    patterns = (_NOT_IN_A_MANIFEST.sub("?", entry) for entry in keep)
    lines = (f"include {each}\nrecursive-include {each} *\n" for each in patterns)
    return f"{''.join(lines)}global-exclude *.py[cod]\n".encode()


def clashes_of_keep(
    keep: Iterable[str], generated: Collection[str], where: Location | None
) -> Iterator[tuple[str, Problem]]:
    """Each entry that names generated files, with the problem to report."""
    for entry in keep:
        pattern = _pattern(entry.casefold())
        if named := sorted(path for path in generated if pattern.match(path.casefold())):
            what = f"package.keep: {entry!r} names what is generated: {_listed(named)}"
            yield entry, Problem(what, where, _NAME_YOUR_OWN)


def unused_of_keep(keep: Iterable[str], own: Collection[str], where: Location | None) -> Iterator[Problem]:
    """The problem to report for each entry that names none of the person's `own` files in the folder."""
    from difflib import get_close_matches  # a check where nothing changed does without

    for entry in keep:
        if not any(map(_pattern(entry).match, own)):
            near = get_close_matches(entry, own, 1)
            others = f"Files that are not generated: {_listed(sorted(own))}." if own else "It has no file of yours."
            remedy = f"Did you mean {near[0]}?" if near else others
            yield Problem(f"package.keep: {entry!r} matches no file in the folder of the package", where, remedy)


def _listed(paths: list[str]) -> str:
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    return f"{', '.join(paths[:_MOST_NAMED])}{more}"


def _pattern(entry: str) -> re.Pattern[str]:
    """`*` and `?` stop at /, `**` as a part of its own is any number of folders; what is named may be a folder."""
    *folders, last = entry.split("/")
    above = "".join("(?:[^/]+/)*" if part == "**" else f"{_segment(part)}/" for part in folders)
    return re.compile(rf"{above}{'.+' if last == '**' else _segment(last)}(?:/.*)?\Z", re.DOTALL)


def _segment(part: str) -> str:
    """The pattern of one part of a glob."""
    wildcards = {"*": "[^/]*", "?": "[^/]"}
    return "".join(wildcards.get(char) or re.escape(char) for char in part)
