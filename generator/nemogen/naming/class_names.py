"""The final names of components: given names first, then those of the document, then the best noun that is free.

The first that is met keeps the short name; a later one of another shape gets its parent's name in front: no numbers.
`hoist` meets them in an order of its own, by pointer and name, so that of the document decides nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from nemogen.canonical import ANYTHING, NO_FACTS, CanonicalSchema
from nemogen.errors import Location, NameClash
from nemogen.internal_classes import with_mark
from nemogen.light_dataclasses import dataclass
from nemogen.names import LONGEST, PARAM, another_name, bounded_pascal, class_name, compound, pascal, words
from nemogen.naming.schema_keys import NAME
from nemogen.pointer import split

_STEPS: Final = {
    "items": "item",
    **dict.fromkeys(
        ("components", "content", "paths", "properties", "requestBody", "responses", "schema", "schemas"), ""
    ),
}
"""What is left in a name of the steps of a pointer that every location of its kind has."""


@dataclass(slots=True, eq=False)
class Site:
    """A schema that gets a name: what it could be called (best first), what it was met in and where, its given name.

    `published`: the document has it among its components, and so gives it a name too; `plain`: it is a list, a map or a
    scalar, and leaves the short name to an object. `index` numbers the sites in the order of the document; `shape` is
    equal for schemas that differ in prose only: two of one name and one shape are one component.

    `location` has the tags of variants in place of their positions; `referred` is that of the reference to it, if any.
    `key` is its identity in names.toml, `entry` that of the entry which has its name, if any: another one where a
    schema moved (`is_at_entry` is False then). `internal`: no user sees the class, and its name is not kept.
    """

    nouns: tuple[str, ...]
    parent: Site | None
    origin: str
    explicit: str | None
    index: int
    published: bool = False
    plain: bool = False
    schema: CanonicalSchema = ANYTHING
    shape: str = ""
    name: str = ""
    key: str = ""
    entry: str = ""
    is_at_entry: bool = False
    location: str = ""
    referred: str = ""
    locations: tuple[str, ...] = ()
    shared: str = ""
    internal: bool = False


class _Names:
    """The names that are given so far. A name also takes that of its TypedDict."""

    def __init__(self, reserved: frozenset[str], used: Collection[str]) -> None:
        self._owners: dict[str, Site] = {}
        self._reserved = reserved
        self._used = used

    def is_new(self, name: str) -> bool:
        """Whether nothing is or was called so: what is new takes no other name, nor one whose TypedDict is such."""
        return not {name, f"{name}{PARAM}", name.removesuffix(PARAM)} & {*self._used}

    def has(self, name: str, site: Site) -> bool:
        """Whether the class of this name has the shape of `site`: what is new is it again."""
        owner = self._owners.get(name)
        return owner is not None and owner.shape == site.shape

    def may_keep(self, name: str) -> bool:
        """Whether a class can keep this name. An assigned name may be longer than those made here."""
        return class_name(name) == name and not {name, name.removesuffix(PARAM)} & self._reserved

    def fit(self, noun: str) -> str:
        name = class_name(bounded_pascal(noun, LONGEST - len(PARAM)))
        return another_name(name) if {name, name.removesuffix(PARAM)} & self._reserved else name

    def owner(self, name: str) -> Site | None:
        rivals = (name, f"{name}{PARAM}", name.removesuffix(PARAM))
        return next((self._owners[rival] for rival in rivals if rival in self._owners), None)

    def give(self, name: str, site: Site) -> bool:
        """Gives `name` to `site` where it is free, or where its owner has the shape of `site`: the two become one."""
        owner = self.owner(name)
        if owner and (owner.name, owner.shape) != (name, site.shape):
            return False
        self._owners.setdefault(name, site)
        site.name = name
        return True


def names(
    sites: Mapping[str, Site], file: str, reserved: frozenset[str] = frozenset(), kept: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The name of every key of `sites` (in order of the document), none of them `reserved`.

    `kept` are the names that were given, by identity: a site with an entry has its own, and no other site takes one.
    Raises NameClash where two names that a person gives are equal.
    """
    kept = kept or {}
    given = _Names(reserved, frozenset(kept.values()))
    for site in sites.values():
        if site.explicit:
            _give_first(iter([given.fit(pascal(site.explicit))]), given, site, file)
    for site in sorted(sites.values(), key=_rank):
        if site.entry and not site.name and given.may_keep(kept[site.entry]):
            given.give(kept[site.entry], site)
    for site in sites.values():
        if site.shared and not site.name and given.has(site.shared, site):
            given.give(site.shared, site)
    # One schema that several operations share, as in a component of bodies, is one class, whoever names it.
    shared: dict[tuple[str, str], str] = {}
    for site in sorted(sites.values(), key=_rank):
        place = (site.key, site.shape)
        if not site.name and not (site.key and place in shared and given.give(shared[place], site)):
            free = (name for name in _candidates(given, site) if given.is_new(name) or given.has(name, site))
            _give_first(free, given, site, file)
        shared.setdefault(place, site.name)
    return {key: site.name for key, site in sites.items()}


def _candidates(given: _Names, site: Site) -> Iterator[str]:
    """The nouns of `site`, then each with more and more of its parents' names in front; at last all of its location.

    What is internal keeps the end of its name: that is what it is known by.
    """
    for noun in map(given.fit, site.nouns):
        yield noun
        owner = given.owner(noun)
        if site.published and owner:  # the owner is called like its TypedDict, or they differ in case and signs only
            yield another_name(noun)
    if site.internal:
        yield from (with_mark(site.nouns[0], each) for each in _digests(site))
    nouns, parent = site.nouns, site.parent
    while parent is not None:
        nouns = tuple(compound(parent.name, noun, LONGEST - len(PARAM)) for noun in nouns)
        yield from map(given.fit, nouns)
        parent = parent.parent
    steps = (_STEPS.get(part, part) for part in split(site.origin) if not part.isdecimal())
    place = [word for step in steps for word in words(step)]
    if place:
        yield given.fit(pascal(*(word for word, before in zip(place, ["", *place], strict=False) if word != before)))
    if site.parent is not None:
        yield given.fit(f"Inner{site.nouns[0]}")
    yield from (f"{bounded_pascal(given.fit(site.nouns[0]), 40)}{each}" for each in _digests(site))


def _digests(site: Site) -> Iterator[str]:
    for text in (site.origin, f"{site.origin} {site.shape}"):  # several may be merged at one location
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield from (digest[:size].upper() for size in range(6, 17))


def _rank(site: Site) -> tuple[bool, bool, bool, int]:
    """The order of sites that want the same short name: components of the document, then objects, then outer ones."""
    depth, parent = 0, site.parent
    while parent is not None:
        depth, parent = depth + 1, parent.parent
    return not site.published, site.plain, not _is_as_written(site), depth


def _is_as_written(site: Site) -> bool:
    """Whether the document itself calls a component what its class would be called."""
    return split(site.origin)[-1:] == (site.nouns[0],)


def _give_first(candidates: Iterator[str], given: _Names, site: Site, file: str) -> None:
    if any(given.give(name, site) for name in candidates):
        return
    wanted = given.fit(pascal(site.explicit) if site.explicit else site.nouns[0])
    owner = given.owner(wanted)
    raise NameClash(
        f"two schemas want the name {wanted}: {owner.origin if owner else 'another'} and {site.origin}",
        where=Location(file, site.origin),
        remedy=f"Give one of them a name of its own with an overlay action: `update: {{{NAME}: OtherName}}`.",
    )


def renamed(schema: CanonicalSchema, names: Mapping[str, str]) -> CanonicalSchema:
    """`schema` with final names in place of keys, and without what names are made of."""
    inner = schema.with_parts(lambda part: renamed(part, names))
    if inner.reference is None and inner.facts is NO_FACTS and inner.discriminator is None:
        return inner
    tag = inner.discriminator
    if tag is not None:
        tag = replace(tag, mapping={value: names[key] for value, key in tag.mapping.items()})
    reference = None if inner.reference is None else names[inner.reference]
    return replace(inner, reference=reference, discriminator=tag, facts=NO_FACTS)
