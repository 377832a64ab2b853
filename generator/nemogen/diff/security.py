"""Compares credentials: what an operation asks for, and how each scheme is sent."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.contract_form.contract import Operation, Security
from nemogen.contract_form.places import Spot
from nemogen.diff.collector import Context
from nemogen.diff.document import schemes_in_use
from nemogen.diff.schema_pairs import Walk
from nemogen.findings import Direction

Alternative = Mapping[str, frozenset[str]]


def compare_security(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note what became of the credentials of an operation; a change for all of them is told once."""
    old, new = base.security, revision.security
    is_global = old.is_global and new.is_global
    prefix = "api-global-security" if is_global else "api-security"
    context = context._replace(
        direction=Direction.REQUEST, operation="" if is_global else context.operation, home="the credentials"
    )
    places = _place(walk.base.reader.root, base, old), _place(walk.revision.reader.root, revision, new)
    if _allows_nobody(old) and not _allows_nobody(new):
        names = " or ".join(map(_named, new.alternatives))
        walk.log.add(f"{prefix}-credential-required", context, *places, value=names)
        return
    scoped = _compare_scopes(walk, old, new, context, places, prefix)
    for alternative in old.alternatives:
        if alternative and alternative not in new.alternatives and frozenset(alternative) not in scoped:
            is_covered = _allows_nobody(new) or any(_covers(other, alternative) for other in new.alternatives)
            ending = "removed" if is_covered else "alternative-removed"
            walk.log.add(f"{prefix}-{ending}", context, *places, value=_named(alternative))
    for alternative in new.alternatives:
        if alternative and alternative not in old.alternatives and frozenset(alternative) not in scoped:
            walk.log.add(f"{prefix}-added", context, *places, value=_named(alternative))


def _place(root: Spot, operation: Operation, security: Security) -> str:
    return root.near("security") if security.is_global else operation.spot.near("security")


def _allows_nobody(security: Security) -> bool:
    """Whether no credential at all will do."""
    return not security.alternatives or any(not alternative for alternative in security.alternatives)


def _named(alternative: Alternative) -> str:
    return " and ".join(alternative) or "none"


def _covers(new: Alternative, old: Alternative) -> bool:
    """Whether who satisfied the old alternative satisfies the new one."""
    return all(name in old and scopes <= old[name] for name, scopes in new.items())


def _compare_scopes(
    walk: Walk, old: Security, new: Security, context: Context, places: tuple[str, str], prefix: str
) -> set[frozenset[str]]:
    """Note scopes that an alternative of the same schemes gained or lost; returns the schemes of such alternatives."""
    told: set[frozenset[str]] = set()
    waiting = {frozenset(item): item for item in new.alternatives if item not in old.alternatives}
    for alternative in old.alternatives:
        twin = waiting.get(frozenset(alternative))
        if twin is None or alternative in new.alternatives:
            continue
        told.add(frozenset(alternative))
        for name, scopes in alternative.items():
            for ending, changed in (("added", twin[name] - scopes), ("removed", scopes - twin[name])):
                if changed:
                    value = ", ".join(sorted(changed))
                    walk.log.add(f"{prefix}-scope-{ending}", context, *places, what=name, value=value)
    return told


def compare_schemes(walk: Walk) -> None:
    """Note what became of the security schemes that an operation of either document asks for."""
    used = schemes_in_use(walk.base) | schemes_in_use(walk.revision)
    base, revision = (
        {name: spot for name, spot in side.schemes.items() if name in used} for side in (walk.base, walk.revision)
    )
    around = [side.reader.root.near("components", "securitySchemes") for side in (walk.base, walk.revision)]
    for name in sorted(base.keys() | revision.keys()):
        context = Context(direction=Direction.REQUEST, home=f"the security scheme {name}")
        if name in base and name in revision:
            old = walk.base.reader.resolved(base[name])
            new = walk.revision.reader.resolved(revision[name])
            _compare_scheme(walk, name, (old, new), context)
        elif name in base:
            walk.log.add("api-security-component-removed", context, base[name].pointer, around[1], what=name)
        else:
            walk.log.add("api-security-component-added", context, around[0], revision[name].pointer, what=name)


def _compare_scheme(walk: Walk, name: str, spots: tuple[Spot, Spot], context: Context) -> None:
    if any(not isinstance(spot.raw, dict) for spot in spots):
        return
    for rule, keywords in (
        ("type-changed", ("type",)),
        ("place-changed", ("in", "name")),
        ("scheme-changed", ("scheme",)),
        ("bearer-format-changed", ("bearerFormat",)),
        ("open-id-url-changed", ("openIdConnectUrl",)),
    ):
        if rule == "place-changed" and spots[1].raw.get("type") != "apiKey":
            continue
        old, new = (" ".join(str(spot.raw.get(key, "")) for key in keywords).strip() for spot in spots)
        if old.lower() != new.lower():
            places = spots[0].near(keywords[0]), spots[1].near(keywords[0])
            rule_id = f"api-security-component-{rule}"
            walk.log.add(rule_id, context, *places, what=name, old=old, new=new)
            if rule == "type-changed":
                return
    _compare_flows(walk, name, spots, context)


def _compare_flows(walk: Walk, name: str, spots: tuple[Spot, Spot], context: Context) -> None:
    old, new = (dict(spot.at("flows").entries()) for spot in spots)
    places = spots[0].near("flows"), spots[1].near("flows")
    for flow in sorted(old.keys() | new.keys()):
        if flow in old and flow in new:
            _compare_flow(walk, name, (old[flow], new[flow]), context)
        else:
            ending = "added" if flow in new else "removed"
            rule = f"api-security-component-oauth-flow-{ending}"
            walk.log.add(rule, context, *places, what=name, value=flow)


def _compare_flow(walk: Walk, name: str, spots: tuple[Spot, Spot], context: Context) -> None:
    for keyword, rule in (("authorizationUrl", "oauth-url-changed"), ("tokenUrl", "oauth-token-url-changed")):
        old, new = (spot.at(keyword).raw for spot in spots)
        if old != new:
            places = spots[0].near(keyword), spots[1].near(keyword)
            walk.log.add(f"api-security-component-{rule}", context, *places, what=name, old=old, new=new)
    was, is_ = (dict(spot.at("scopes").entries()) for spot in spots)
    places = spots[0].near("scopes"), spots[1].near("scopes")
    for scope in sorted(was.keys() | is_.keys()):
        if scope in was and scope in is_ and was[scope].raw == is_[scope].raw:
            continue
        ending = "added" if scope not in was else "removed" if scope not in is_ else "changed"
        rule = f"api-security-component-oauth-scope-{ending}"
        walk.log.add(rule, context, *places, what=name, value=scope)
