"""The final names of components: given names first, then each schema's best noun that is free.

The first that is met keeps the short name; a later one of another shape gets its parent's name in front: no numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import NameClash, Place
from generator.ir import JsonObject
from generator.naming import PARAM, another_name, class_name
from generator.schema_tree import PREFIX, with_parts
from generator.spec.reading import NAME, ORIGIN, TITLE


@dataclass(slots=True, eq=False)
class Site:
    """A schema that gets a name: what it could be called (best first), what it was met in and where, its given name.

    `index` numbers the sites in the order of the document; `shape` is equal for schemas that differ in prose only: two
    with one given name and one shape are one component.
    """

    nouns: tuple[str, ...]
    parent: Site | None
    origin: str
    explicit: str | None
    index: int
    schema: dict[str, Any] = field(default_factory=dict)
    shape: str = ""
    name: str = ""


class _Names:
    """The names that are given so far. A name also takes that of its TypedDict."""

    def __init__(self, reserved: frozenset[str]) -> None:
        self._owners: dict[str, Site] = {}
        self._reserved = reserved

    def fit(self, *words: str) -> str:
        name = class_name(*words)
        return another_name(name) if name in self._reserved else name

    def owner(self, name: str) -> Site | None:
        rivals = (name, f"{name}{PARAM}", name.removesuffix(PARAM))
        return next((self._owners[rival] for rival in rivals if rival in self._owners), None)

    def give(self, name: str, site: Site) -> bool:
        """Gives `name` to `site` where it is free, or belongs to a schema of the same given name and shape."""
        owner = self.owner(name)
        if owner and (owner.shape != site.shape or owner.name != name):
            return False
        self._owners.setdefault(name, site)
        site.name = name
        return True


def names(sites: Mapping[str, Site], file: str, reserved: frozenset[str] = frozenset()) -> dict[str, str]:
    """The name of every key of `sites` (in order of the document), none of them `reserved`.

    Raises NameClash where a name cannot be found.
    """
    given = _Names(reserved)
    for site in sites.values():
        if site.explicit:
            _give_first(given, [given.fit(site.explicit)], site, file)
    for site in sites.values():
        if not site.name:
            _give_first(given, _candidates(given, site), site, file)
    return {key: site.name for key, site in sites.items()}


def _candidates(given: _Names, site: Site) -> Iterator[str]:
    """The nouns of `site`, then each with more and more of its parents' names in front."""
    prefix, parent = "", site.parent
    while True:
        for noun in site.nouns:
            yield given.fit(prefix, noun) if prefix else given.fit(noun)
        if parent is None:
            return
        prefix, parent = class_name(parent.name, prefix) if prefix else parent.name, parent.parent


def _give_first(given: _Names, candidates: Iterator[str] | list[str], site: Site, file: str) -> None:
    tried: list[str] = []
    for name in candidates:
        free = given.owner(name) is None or site.parent is None or site.explicit
        if free and given.give(name, site):
            return
        tried.append(name)
    owner = given.owner(tried[0])
    raise NameClash(
        f"two schemas want the name {tried[0]}: {owner.origin if owner else ''} and {site.origin}",
        where=Place(file, site.origin),
        remedy=f"Give one of them a name of its own with an overlay action: `update: {{{NAME}: OtherName}}`.",
    )


def renamed(schema: JsonObject, names: Mapping[str, str]) -> dict[str, Any]:
    """`schema` with keys replaced by final names, marks taken off, and discriminators written out."""
    inner = with_parts(schema, lambda part: renamed(part, names))
    result = {key: value for key, value in inner.items() if key not in {NAME, ORIGIN, TITLE}}
    if "$ref" in result:
        result["$ref"] = f"{PREFIX}{names[result['$ref'].removeprefix(PREFIX)]}"
    if "discriminator" in result:
        tag = result["discriminator"]
        pairs = zip(tag["values"], result["anyOf"], strict=True)
        mapping = {value: branch["$ref"] for values, branch in pairs for value in values}
        result["discriminator"] = {"propertyName": tag["propertyName"], "mapping": mapping}
    return result
