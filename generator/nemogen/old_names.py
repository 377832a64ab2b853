"""Old names of renamed classes and methods: they still work, deprecated, for two minor releases.

A name is old from the release that renames it. It is in the two minor releases after the last version in which it was
the name, and is removed by the next release after these. Removing it never causes a release.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.given_names import Entry, Names

KEPT_FOR: Final = 2
"""For how many minor releases an old name goes on to work."""


def with_old_names(now: Names, before: Names, versions: Sequence[str]) -> Names:
    """`now` with the old names of its classes and methods: those that `before` has, and those renamed since.

    `versions` are those of the package, the newest first; without a release there are no old names.
    """
    return replace(
        now,
        classes=_with_old(now.classes, before.classes, versions),
        methods=_with_old(now.methods, before.methods, versions),
    )


def _with_old(now: Mapping[str, Entry], before: Mapping[str, Entry], versions: Sequence[str]) -> dict[str, Entry]:
    by_name = {each.name: each for each in before.values() if not each.last}
    taken = {each.name for each in now.values()}
    found: dict[str, Entry] = {}
    for key, entry in now.items():
        had = before.get(key) or by_name.get(entry.name)
        old = list(had.old) if had else []
        if had and versions and not had.last and had.name != entry.name:
            old.append(f"{had.name} {versions[0]}")
        kept = {name: version for name, version in replace(entry, old=tuple(old)).old_names() if name not in taken}
        found[key] = replace(entry, old=tuple(f"{name} {version}" for name, version in sorted(kept.items())))
    return found


def without_expired(names: Names, versions: Iterable[str]) -> Names:
    """`names` for a release after `versions`: without names that were old or removed in enough of them."""
    minors = list({_minor(each): None for each in versions})

    def fresh(entry: Entry) -> Entry:
        old = (pair for pair in entry.old_names() if _releases_since(pair[1], minors) < KEPT_FOR)
        return replace(entry, old=tuple(f"{name} {version}" for name, version in old))

    def table(entries: Mapping[str, Entry]) -> dict[str, Entry]:
        return {key: fresh(entry) if entry.old else entry for key, entry in entries.items()}

    kept = {key: each for key, each in names.removed.items() if _releases_since(each.last, minors) < KEPT_FOR}
    return replace(names, classes=table(names.classes), methods=table(names.methods), removed=kept)


def _releases_since(version: str, minors: list[tuple[int, ...]]) -> int:
    return sum(each > _minor(version) for each in minors)


def _minor(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])


def rename_note(new: str, version: str) -> str:
    """The note about an old name, for its docstring and its warning."""
    return f"Renamed to `{new}` after {version}."
