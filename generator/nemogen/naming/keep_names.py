"""Which of the names that were given belongs to which class or operation of this document (rules: `given_names`)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from nemogen import pointer
from nemogen.document import Call, Operation
from nemogen.given_names import Entry, Names, method_key
from nemogen.naming.class_names import Site
from nemogen.naming.identities import REQUEST
from nemogen.path_segments import split_version
from nemogen.schema_text import parse_schema

_INDEX: Final = re.compile(r"(?<=[Ff]/)[0-9]+(?=/|$)")
"""A position among the variants of a union, or the parts of an allOf, in a pointer."""
_POSITION: Final = re.compile(r"/(any|one|all)Of/[0-9]+(?=/|$)")
_Mark: TypeAlias = Callable[[str, Entry], Hashable]


def kept_calls(operations: Iterable[Operation], names: Names) -> dict[str, Call]:
    """By pointer of an operation, the call that it has had."""
    keys = {each.at: method_key(each.method, each.path) for each in operations}
    found = {at: key for at, key in keys.items() if key in names.methods}
    found |= _pairs(
        {at: split_version(key)[1] for at, key in keys.items() if at not in found},
        {key: split_version(key)[1] for key in names.methods if key not in keys.values()},
    )
    return {at: _call(names.methods[key].name) for at, key in found.items()}


def _call(dotted: str) -> Call:
    *owners, method = dotted.split(".")
    return Call(tuple(owners) or ("api",), method)


def entries_by_location(names: Names) -> dict[str, list[str]]:
    """The keys of the entries of classes by role and pointer: several where one schema gives several classes."""
    found: dict[str, list[str]] = {}
    for key in names.classes:
        found.setdefault(key.partition(" as ")[0], []).append(key)
    return found


def class_entry(names: Names, keys: Sequence[str], shape: str) -> str:
    """The key, of `keys` at its pointer, of the entry of a class; empty if none is its own.

    Of several that of its shape. A position in a list is no identity: where the pointer has one, the shape has to be
    the same too.
    """
    same = [key for key in keys if names.classes[key].shape == shape]
    if same:
        return same[0]
    return keys[0] if len(keys) == 1 and not _INDEX.search(keys[0]) else ""


def match_classes(sites: Mapping[str, Site], names: Names) -> None:
    """Gives each site that has no entry that of its shape, else one that is a part of both, where just one fits."""
    _match_shared(sites, names)
    _match_shapes(sites, names)
    for rule in (_by_path, _by_tag, _by_part, _by_list):
        without, unmatched = _without_entry(sites), _unmatched(sites, names)
        if not (without and unmatched):  # as in a new API, and in one whose classes are those that it had
            return
        mark = rule(sites, names)
        free = {key: mark(site.key, Entry(site.nouns[0], site.shape)) for key, site in without}
        left = {key: mark(key, entry) for key, entry in unmatched}
        for key, entry in _pairs(free, left).items():
            sites[key].entry = entry


def _without_entry(sites: Mapping[str, Site]) -> list[tuple[str, Site]]:
    return [(key, site) for key, site in sites.items() if not (site.entry or site.explicit or site.internal)]


def _unmatched(sites: Mapping[str, Site], names: Names) -> list[tuple[str, Entry]]:
    matched = {site.entry for site in sites.values()}
    return [(key, entry) for key, entry in names.classes.items() if key not in matched]


def _match_shared(sites: Mapping[str, Site], names: Names) -> None:
    """Gives a location that shared a class its entry where the location that had the entry is removed."""
    free = {key: site.shared for key, site in _without_entry(sites) if site.shared}
    left = {key: entry.name for key, entry in _unmatched(sites, names)}
    for key, entry in _pairs(free, left).items():
        sites[key].entry = entry


def _match_shapes(sites: Mapping[str, Site], names: Names) -> None:
    """Gives what has the shape of just one class that is at its location no more that class.

    Several inline schemas may be copies of what was referred to before; components have names of their own.
    """
    left = _unmatched(sites, names)
    counted = Counter(entry.shape for _, entry in left)
    by_shape = {entry.shape: key for key, entry in left if entry.shape and counted[entry.shape] == 1}
    free = [site for _, site in _without_entry(sites)]
    wanted = Counter(site.shape for site in free)
    published = {site.shape for site in free if site.published}
    for site in free:
        if wanted[site.shape] == 1 or site.shape not in published:
            site.entry = by_shape.get(site.shape, "")


def _by_path(_: Mapping[str, Site], __: Names) -> _Mark:
    """The pointer but for positions: `anyOf` of a schema and null may become `nullable`."""
    return lambda key, _entry: _POSITION.sub("", key.partition(" as ")[0])


def _by_tag(_: Mapping[str, Site], __: Names) -> _Mark:
    """The same union and what a variant of it would be called, by the tag that distinguishes it."""
    return lambda key, entry: (_INDEX.sub("#", key.partition(" as ")[0]), entry.name) if _INDEX.search(key) else None


def _by_part(sites: Mapping[str, Site], names: Names) -> Callable[[str, Entry], tuple[str, tuple[str, ...]] | None]:
    """The steps of a pointer below the nearest schema around it that has a class, and that class.

    Where there is none, the whole pointer: versions and the names of placeholders aside.
    """
    owners = {_bare(key): entry.name for key, entry in names.classes.items()}
    owners |= {site.key: names.classes[site.entry].name for site in sites.values() if site.entry}

    def mark(key: str, _: Entry) -> tuple[str, tuple[str, ...]] | None:
        steps = pointer.split(_bare(key))
        for end in range(len(steps) - 1, 1, -1):
            owner = owners.get(pointer.join("", *steps[:end]))
            if owner:
                return owner, tuple(steps[end:])
        if len(steps) < 2 or steps[0] != "paths":
            return None
        return "", (split_version(method_key("", steps[1]))[1], *steps[2:])

    return mark


def _by_list(sites: Mapping[str, Site], names: Names) -> _Mark:
    """Like `_by_part`, wherever in a list."""
    inner = _by_part(sites, names)

    def mark(key: str, entry: Entry) -> Hashable:
        found = inner(key, entry)
        return found and (found[0], tuple("#" if step.isdecimal() else step for step in found[1]))

    return mark


def _bare(key: str) -> str:
    """The pointer of an identity."""
    return key.removeprefix(REQUEST).partition(" as ")[0]


def _pairs(wanted: Mapping[str, Hashable], left: Mapping[str, Hashable]) -> dict[str, str]:
    """Those of `wanted` and of `left` that have one mark, which no other of either has."""
    rows, found = defaultdict(list), defaultdict(list)
    for key, mark in left.items():
        rows[mark].append(key)
    for key, mark in wanted.items():
        found[mark].append(key)
    return {
        keys[0]: rows[mark][0] for mark, keys in found.items() if mark and len(keys) == len(rows.get(mark, ())) == 1
    }


def class_names(sites: Mapping[str, Site], final: Mapping[str, str], was: Mapping[str, str]) -> dict[str, Entry]:
    """The names of classes as names.toml keeps them: `final` are those of `sites`, `was` those before by these."""
    classes: dict[str, Entry] = {}
    done: set[str] = set()
    for key, site in sorted(sites.items(), key=lambda each: (not each[1].entry, each[1].key, each[1].nouns)):
        name = final[key]
        if site.internal or name in done or not site.key:
            continue
        done.add(name)
        own = site.entry if site.is_at_entry else site.key
        classes[own if own not in classes else f"{own.partition(' as ')[0]} as {name}"] = Entry(
            name, site.shape, was=was.get(name, ""), alias=site.plain
        )
    return classes


def resource_classes(names: Names) -> frozenset[str]:
    """The names that classes of resources have had, and their derived names: no new class of a schema gets one of them.

    A class that had its name already keeps it.
    """
    own = {entry.name for entry in names.classes.values()}
    found = {each.name for each in names.resources.values()}
    return frozenset(
        {f"{prefix}{name}{end}" for name in found for prefix in ("", "Async") for end in ("", "Raw")} - own
    )


def removed_classes(names: Names) -> frozenset[str]:
    """The classes that removed properties lead to, which a package keeps for these alone: nothing else is called so."""
    return frozenset(name for each in names.removed.values() for name in parse_schema(each.schema).definitions)


def method_names(operations: Iterable[Operation], was: Mapping[str, str]) -> dict[str, Entry]:
    """The names of methods as names.toml keeps them; `was` are those before, by identity."""
    keys = {each.at: method_key(each.method, each.path) for each in operations}
    return {keys[each.at]: Entry(str(each.call), was=was.get(keys[each.at], "")) for each in operations}
