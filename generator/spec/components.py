"""The final names of components: given names first, then each schema's best noun that is free.

The first that is met keeps the short name; a later one of another shape gets its parent's name in front: no numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.errors import NameClash, Place
from generator.naming import class_name
from generator.spec.schemas import NAME, ORIGIN

PREFIX: Final = "#/components/schemas/"


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


def names(sites: Mapping[str, Site], file: str) -> dict[str, str]:
    """The name of every key of `sites` (in order of the document). Raises NameClash where a name cannot be found."""
    owners: dict[str, Site] = {}
    for site in sites.values():
        if site.explicit:
            site.name = class_name(site.explicit)
            owner = owners.setdefault(site.name, site)
            if owner.shape != site.shape:
                raise _clash(site.name, owner, site, file)
    for site in sites.values():
        if not site.name:
            site.name = _free(site, owners, file)
            owners[site.name] = site
    return {key: site.name for key, site in sites.items()}


def _free(site: Site, owners: Mapping[str, Site], file: str) -> str:
    prefix, parent = "", site.parent
    while True:
        for noun in site.nouns:
            name = class_name(prefix, noun) if prefix else noun
            if name not in owners:
                return name
        if parent is None or not parent.name:
            raise _clash(site.nouns[0], owners[site.nouns[0]], site, file)
        prefix, parent = class_name(parent.name, prefix), parent.parent


def _clash(name: str, first: Site, second: Site, file: str) -> NameClash:
    return NameClash(
        f"two schemas want the name {name}: {first.origin} and {second.origin}",
        where=Place(file, second.origin),
        remedy=f"Give one of them a name of its own with an overlay action: `update: {{{NAME}: OtherName}}`.",
    )


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """`value` with keys replaced by final names, marks taken off, and discriminators written out."""
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    if not isinstance(value, Mapping):
        return value
    result = {key: renamed(inner, names) for key, inner in value.items() if key not in {NAME, ORIGIN}}
    if isinstance(value.get("$ref"), str):
        result["$ref"] = f"{PREFIX}{names[value['$ref'].removeprefix(PREFIX)]}"
    if "discriminator" in value and "anyOf" in value:
        tag = result.pop("discriminator")
        if tag:
            targets = [branch["$ref"] for branch in result["anyOf"]]
            mapping = dict(zip(tag["values"], targets, strict=True))
            result["discriminator"] = {"propertyName": tag["propertyName"], "mapping": mapping}
    return result
