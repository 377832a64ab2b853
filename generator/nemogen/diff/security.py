"""Compares credentials: what an operation asks for, and how each scheme is sent."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from nemogen.diff.collector import Context
from nemogen.diff.document import schemes_in_use
from nemogen.diff.schema_pairs import Walk
from nemogen.errors import Location
from nemogen.findings import Direction
from nemogen.openapi.document import OAuthFlow, Operation, SecurityScheme

Alternative = Mapping[str, frozenset[str]]
Locations = tuple[Location, Location]


def compare_security(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note changes of the credentials of an operation; a change for all of them is reported once."""
    old, new = _alternatives(base, _renamed_schemes(walk)), _alternatives(revision, {})
    is_global = not base.security_is_own and not revision.security_is_own
    if is_global and context.is_flipped:
        return  # what all calls need says nothing of the calls that the API makes
    prefix = "api-global-security" if is_global else "api-security"
    context = context._replace(
        direction=Direction.REQUEST, operation="" if is_global else context.operation, home="the credentials"
    )
    places = (
        walk.base.near(walk.base.root if is_global else base.location, "security"),
        walk.revision.near(walk.revision.root if is_global else revision.location, "security"),
    )
    if _needs_none(old) and not _needs_none(new):
        names = " or ".join(map(_named, new))
        walk.log.add(f"{prefix}-credential-required", context, *places, value=names)
        return
    scoped = _compare_scopes(walk, (old, new), context, places, prefix)
    removed, added = (
        [each for each in side if each and each not in other and frozenset(each) not in scoped]
        for side, other in ((old, new), (new, old))
    )
    for alternative in removed:
        ending, twin, value = _removal(alternative, added, new)
        walk.log.add(f"{prefix}-{ending}", context, *places, value=value)
        added = [each for each in added if each is not twin]
    for alternative in added:
        walk.log.add(f"{prefix}-added", context, *places, value=_named(alternative))
    if _needs_none(new) and not _needs_none(old) and len(removed) < len(old):
        walk.log.add(f"{prefix}-became-optional", context, *places, value=" or ".join(map(_named, old)))


def _removal(
    alternative: Alternative, added: Sequence[Alternative], new: Sequence[Alternative]
) -> tuple[str, Alternative | None, str]:
    """The change of an alternative that was removed: the rule's ending, its successor, and the credentials.

    The successor is the only new one that requires some of its credentials, or all of them and others.
    """
    looser = [each for each in added if each and _covers(each, alternative)]
    stricter = [each for each in added if _covers(alternative, each)]
    if _needs_none(new) or any(_covers(other, alternative) for other in new):
        if len(looser) == 1:
            return "removed", looser[0], " and ".join(_beyond(alternative, looser[0]))
        return "removed", None, _named(alternative)
    if len(stricter) == 1:
        return "credential-required", stricter[0], " and ".join(_beyond(stricter[0], alternative))
    return "alternative-removed", None, _named(alternative)


def _beyond(more: Alternative, less: Alternative) -> list[str]:
    """The credentials that only the first of two alternatives asks for."""
    return [name for name in more if name not in less]


def _alternatives(operation: Operation, renamed: Mapping[str, str]) -> list[Alternative]:
    """The alternatives of credentials in effect: each maps a scheme, by its later name, to its scopes."""
    return [
        {renamed.get(name, name): frozenset(scopes) for name, scopes in requirement.schemes.items()}
        for requirement in operation.security
    ]


def _renamed_schemes(walk: Walk) -> Mapping[str, str]:
    """The schemes that only got another name, which is not sent, with that name."""
    base, revision = (side.document.security_schemes for side in (walk.base, walk.revision))
    if base.keys() == revision.keys():  # as nearly always, and each operation asks
        return {}
    added = {_content(scheme): name for name, scheme in reversed([*revision.items()]) if name not in base}
    removed = ((name, _content(scheme)) for name, scheme in base.items() if name not in revision)
    found: dict[str, str] = {}
    for name, content in removed if added else ():
        if content in added:
            found[name] = added.pop(content)
    return found


def _content(scheme: SecurityScheme) -> Hashable:
    """The content of a scheme; two schemes with the same content are one."""
    flows = tuple((flow.kind, flow.authorization_url, flow.token_url, *sorted(flow.scopes)) for flow in scheme.flows)
    return scheme.kind, _sent_as(scheme).lower(), scheme.http_scheme, scheme.open_id_connect_url, flows


def _needs_none(alternatives: Sequence[Alternative]) -> bool:
    """Whether no credential at all will do."""
    return not alternatives or any(not alternative for alternative in alternatives)


def _named(alternative: Alternative) -> str:
    return " and ".join(alternative) or "none"


def _covers(new: Alternative, old: Alternative) -> bool:
    """Whether who satisfied the old alternative satisfies the new one."""
    return all(name in old and scopes <= old[name] for name, scopes in new.items())


def _compare_scopes(
    walk: Walk, sides: tuple[list[Alternative], list[Alternative]], context: Context, places: Locations, prefix: str
) -> set[frozenset[str]]:
    """Note scopes that an alternative of the same schemes gained or lost; returns the schemes of such alternatives."""
    alternatives: set[frozenset[str]] = set()
    old, new = sides
    waiting = {frozenset(item): item for item in new if item not in old}
    for alternative in old:
        twin = waiting.get(frozenset(alternative))
        if twin is None or alternative in new:
            continue
        if not _covers(twin, alternative) and any(_covers(other, alternative) for other in new):
            continue  # whoever has no more scopes is let in by another one
        alternatives.add(frozenset(alternative))
        for name, scopes in alternative.items():
            for ending, changed in (("added", twin[name] - scopes), ("removed", scopes - twin[name])):
                if changed:
                    value = ", ".join(sorted(changed))
                    walk.log.add(f"{prefix}-scope-{ending}", context, *places, what=name, value=value)
    return alternatives


def compare_schemes(walk: Walk) -> None:
    """Note changes of the security schemes that an operation of either document asks for."""
    used = schemes_in_use(walk.base) | schemes_in_use(walk.revision)
    sides = walk.base, walk.revision
    base, revision = (side.document.security_schemes for side in sides)
    around = [side.near(side.root, "components", "securitySchemes") for side in sides]
    renamed = _renamed_schemes(walk)
    base = {renamed.get(name, name): scheme for name, scheme in base.items()}
    for name in sorted((base.keys() | revision.keys()) & used):
        context = Context(direction=Direction.REQUEST, home=f"the security scheme {name}")
        if name in base and name in revision:
            _compare_scheme(walk, base[name], revision[name], context)
        elif name in base:
            walk.log.add("api-security-component-removed", context, base[name].location, around[1], what=name)
        else:
            walk.log.add("api-security-component-added", context, around[0], revision[name].location, what=name)


def _compare_scheme(walk: Walk, base: SecurityScheme, revision: SecurityScheme, context: Context) -> None:
    place = "name" if base.location_in == revision.location_in else "in"
    for rule, keyword, old, new in (
        ("type-changed", "type", base.kind, revision.kind),
        ("place-changed", place, _sent_as(base), _sent_as(revision)),
        ("scheme-changed", "scheme", base.http_scheme, revision.http_scheme),
        ("bearer-format-changed", "bearerFormat", base.bearer_format, revision.bearer_format),
        ("open-id-url-changed", "openIdConnectUrl", base.open_id_connect_url, revision.open_id_connect_url),
    ):
        if old.lower() != new.lower():
            places = walk.base.near(base.location, keyword), walk.revision.near(revision.location, keyword)
            rule_id = f"api-security-component-{rule}"
            walk.log.add(rule_id, context, *places, what=base.name, old=old, new=new)
            if rule == "type-changed":
                return
    _compare_flows(walk, base, revision, context)


def _sent_as(scheme: SecurityScheme) -> str:
    return f"{scheme.location_in} {scheme.parameter}".strip()


def _compare_flows(walk: Walk, base: SecurityScheme, revision: SecurityScheme, context: Context) -> None:
    old, new = ({flow.kind: flow for flow in scheme.flows} for scheme in (base, revision))
    places = walk.base.near(base.location, "flows"), walk.revision.near(revision.location, "flows")
    for kind in sorted(old.keys() | new.keys()):
        if kind in old and kind in new:
            _compare_flow(walk, base.name, (old[kind], new[kind]), context)
        else:
            ending = "added" if kind in new else "removed"
            rule = f"api-security-component-oauth-flow-{ending}"
            walk.log.add(rule, context, *places, what=base.name, value=kind)


def _compare_flow(walk: Walk, name: str, flows: tuple[OAuthFlow, OAuthFlow], context: Context) -> None:
    base, revision = flows
    for keyword, rule, old, new in (
        ("authorizationUrl", "oauth-url-changed", base.authorization_url, revision.authorization_url),
        ("tokenUrl", "oauth-token-url-changed", base.token_url, revision.token_url),
    ):
        if old != new:
            places = walk.base.near(base.location, keyword), walk.revision.near(revision.location, keyword)
            walk.log.add(f"api-security-component-{rule}", context, *places, what=name, old=old, new=new)
    was, is_ = base.scopes, revision.scopes
    places = walk.base.near(base.location, "scopes"), walk.revision.near(revision.location, "scopes")
    for scope in sorted(was.keys() | is_.keys()):
        if was.get(scope) == is_.get(scope) and scope in was and scope in is_:
            continue
        ending = "added" if scope not in was else "removed" if scope not in is_ else "changed"
        rule = f"api-security-component-oauth-scope-{ending}"
        walk.log.add(rule, context, *places, what=name, value=scope)
