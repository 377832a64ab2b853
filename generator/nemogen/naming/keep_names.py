"""Which of the names that were given belongs to which class or operation of this document (rules: `given_names`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Final, TypeAlias

from nemogen import pointer
from nemogen.document import Call, Operation
from nemogen.given_names import Entry, Names, method_key
from nemogen.names import split_version
from nemogen.naming.class_names import Site

_INDEX: Final = re.compile(r"(?<=[Ff]/)[0-9]+(?=/|$)")
"""A position among the variants of a union, or the parts of an allOf, in a pointer."""
REQUEST: Final = "request "
"""What stands before the pointer of what requests send in another form."""
_Mark: TypeAlias = Callable[[str, str], Hashable]


def kept_calls(operations: Iterable[Operation], names: Names) -> dict[str, Call]:
    """By pointer of an operation, the call that it has had."""
    keys = {each.at: method_key(each.verb, each.path) for each in operations}
    found = {at: key for at, key in keys.items() if key in names.methods}
    found |= _pairs(
        {at: split_version(key)[1] for at, key in keys.items() if at not in found},
        {key: split_version(key)[1] for key in names.methods if key not in keys.values()},
    )
    return {at: _call(names.methods[key].name) for at, key in found.items()}


def _call(dotted: str) -> Call:
    *owners, method = dotted.split(".")
    return Call(tuple(owners) or ("api",), method)


def class_entry(names: Names, key: str, noun: str, shape: str) -> str:
    """The key of the entry of a class, empty where there is none at its pointer.

    A position in a list is no identity: where the pointer has one, the shape has to be the same too.
    """
    found = next((each for each in (f"{key} as {noun}", key) if each in names.classes), "")
    if found and names.classes[found].shape != shape and _INDEX.search(key):
        return ""
    return found


def match_classes(sites: Mapping[str, Site], names: Names) -> None:
    """Gives each site that has no entry that of its shape, else one that is a part of both, where just one fits."""
    for rule in (_by_shape, _by_part, _by_list):
        mark = rule(sites, names)
        matched = {site.entry for site in sites.values()}
        free = {
            key: mark(site.key, site.shape)
            for key, site in sites.items()
            if not (site.entry or site.explicit or site.internal)
        }
        left = {key: mark(key, entry.shape) for key, entry in names.classes.items() if key not in matched}
        for key, entry in _pairs(free, left).items():
            sites[key].entry = entry


def _by_shape(_: Mapping[str, Site], __: Names) -> _Mark:
    return lambda _key, shape: shape


def _by_part(sites: Mapping[str, Site], names: Names) -> Callable[[str, str], tuple[str, tuple[str, ...]] | None]:
    """The steps of a pointer below the nearest schema around it that has a class, and that class."""
    owners = {_bare(key): entry.name for key, entry in names.classes.items()}
    owners |= {site.key: names.classes[site.entry].name for site in sites.values() if site.entry}

    def mark(key: str, _: str) -> tuple[str, tuple[str, ...]] | None:
        steps = pointer.split(_bare(key))
        for end in range(len(steps) - 1, 1, -1):
            owner = owners.get(pointer.join("", *steps[:end]))
            if owner:
                return owner, steps[end:]
        return None

    return mark


def _by_list(sites: Mapping[str, Site], names: Names) -> _Mark:
    """As `_by_part`, wherever in a list."""
    inner = _by_part(sites, names)

    def mark(key: str, shape: str) -> Hashable:
        found = inner(key, shape)
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
        classes[own if own not in classes else f"{own} as {site.nouns[0]}"] = Entry(
            name, site.shape, was=was.get(name, "")
        )
    return classes


def method_names(operations: Iterable[Operation], was: Mapping[str, str]) -> dict[str, Entry]:
    """The names of methods as names.toml keeps them; `was` are those before, by identity."""
    keys = {each.at: method_key(each.verb, each.path) for each in operations}
    return {keys[each.at]: Entry(str(each.call), was=was.get(keys[each.at], "")) for each in operations}
