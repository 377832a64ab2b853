"""Tells components that an operation uses from those that nothing uses."""

from __future__ import annotations

from collections import deque

from nemogen.contract_form.document import Contract, contract_part
from nemogen.contract_form.places import Spot, join, tokens
from nemogen.diff.collector import Context, Log
from nemogen.diff.document import schemes_in_use

SECTIONS = (
    "schemas",
    "parameters",
    "responses",
    "requestBodies",
    "headers",
    "links",
    "callbacks",
    "pathItems",
    "securitySchemes",
)


def used_components(contract: Contract) -> set[str]:
    """The pointers of the components that operations reach, over any number of references."""
    deque(contract.reach(), maxlen=0)  # reading a schema follows its references
    found = {join("/components/securitySchemes", name) for name in schemes_in_use(contract)}
    for pointer in contract.reader.touched:
        parts = tokens(pointer)
        if len(parts) >= 3:
            found.add(join(f"/components/{parts[1]}", parts[2]))
    return found


def compare_unused(log: Log, base: Contract, revision: Contract, used: tuple[set[str], set[str]]) -> None:
    """Note changes of components that neither document uses."""
    for section in SECTIONS:
        old, new = (_members(side, section) for side in (base, revision))
        for name in sorted(old.keys() | new.keys()):
            was, is_ = old.get(name), new.get(name)
            if any(spot and spot.pointer in reached for spot, reached in zip((was, is_), used, strict=True)):
                continue
            change = _change(base, revision, section, (was, is_))
            if change:
                rule = (
                    "api-schema-removed"
                    if (section, change) == ("schemas", "removed")
                    else f"unreachable-component-{change}"
                )
                pointers = was.pointer if was else None, is_.pointer if is_ else None
                log.add(rule, Context(home="components"), *pointers, value=name)


def _members(contract: Contract, section: str) -> dict[str, Spot]:
    return dict(contract.reader.root.at("components", section).entries())


def _change(base: Contract, revision: Contract, section: str, spots: tuple[Spot | None, Spot | None]) -> str | None:
    old, new = spots
    if old is None or new is None:
        return "added" if old is None else "removed"
    if old.raw == new.raw:
        return None
    if section == "schemas":
        return None if base.schema(old) == revision.schema(new) else "changed"
    return None if contract_part(old.raw) == contract_part(new.raw) else "changed"
