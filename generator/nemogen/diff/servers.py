"""Compares the servers in effect for an operation. The first of a list is the one that a client takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from nemogen.contract_form.contract import Operation, Server
from nemogen.contract_form.places import Spot
from nemogen.contract_form.values import canonical
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.schema_pairs import Walk
from nemogen.findings import Direction

TRIAL_WORDS = frozenset(
    {"staging", "stage", "stg", "test", "testing", "dev", "develop", "development", "sandbox", "preview", "preprod"}
    | {"uat", "qa", "localhost", "demo", "beta", "mock", "local"}
)


def compare_servers(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note what became of the servers that an operation is reached at."""
    is_shared = all("servers" not in side.spot.raw for side in (base, revision))
    context = context._replace(direction=Direction.REQUEST, operation="" if is_shared else context.operation)
    old, new = base.servers, revision.servers
    if not old and not new:
        return
    places = _place(walk.base.reader.root, base), _place(walk.revision.reader.root, revision)
    if new and looks_like_trial(new[0].url) and not (old and looks_like_trial(old[0].url)):
        was = old[0].url if old else ""
        pointers = old[0].spot.near("url") if old else places[0], new[0].spot.near("url")
        walk.log.add("server-became-staging", context, *pointers, what=was, old=was or "none", new=new[0].url)
        old, new = old[1:], new[1:]
    _compare_lists(walk, old, new, context, places)
    by_url = {server.url: server for server in old}
    for server in new:
        if server.url in by_url:
            _compare_server(walk, by_url[server.url], server, context)


def _place(root: Spot, operation: Operation) -> str:
    """Where a list of servers stands, or would stand."""
    if operation.servers:
        return operation.servers[0].spot.pointer.rsplit("/", 1)[0]
    return operation.spot.near("servers") if "servers" in operation.spot.raw else root.near("servers")


def _compare_lists(
    walk: Walk, old: Sequence[Server], new: Sequence[Server], context: Context, places: tuple[str, str]
) -> None:
    if not old and not new:
        return
    if not old or not new:
        server = (old or new)[0]
        rule = "servers-declared" if new else "servers-removed"
        pointers = (places[0], server.spot.pointer) if new else (server.spot.pointer, places[1])
        walk.log.add(rule, context, *pointers, what=server.url, value=server.url)
        return
    urls = [server.url for server in old], [server.url for server in new]
    moved: set[str] = set()
    if urls[0][0] != urls[1][0]:
        is_order = urls[0][0] in urls[1]
        rule = "server-default-reordered" if is_order else "server-url-changed"
        moved = {urls[1][0]} if is_order else {urls[0][0], urls[1][0]}
        pointers = old[0].spot.near("url"), new[0].spot.near("url")
        walk.log.add(rule, context, *pointers, what=urls[0][0], old=urls[0][0], new=urls[1][0])
    for server in old:
        if server.url not in {*urls[1], *moved}:
            walk.log.add("server-removed", context, server.spot.pointer, places[1], what=server.url, value=server.url)
    for server in new:
        if server.url not in {*urls[0], *moved}:
            walk.log.add("server-added", context, places[0], server.spot.pointer, what=server.url, value=server.url)


def _compare_server(walk: Walk, old: Server, new: Server, context: Context) -> None:
    compare_part_prose(walk.log, (old.spot.raw, old.spot.pointer), (new.spot.raw, new.spot.pointer), context)
    for name in sorted(old.variables.keys() | new.variables.keys()):
        was, is_ = old.variables.get(name), new.variables.get(name)
        if was and is_:
            _compare_variable(walk, new.url, name, (was, is_), context)
        else:
            pointers = (was or old.spot).pointer, (is_ or new.spot).pointer
            rule = f"server-variable-{'added' if is_ else 'removed'}"
            walk.log.add(rule, context, *pointers, what=new.url, value=name)


def _compare_variable(walk: Walk, url: str, name: str, spots: tuple[Spot, Spot], context: Context) -> None:
    old, new = (spot.at("default").raw for spot in spots)
    if canonical(old) != canonical(new):
        pointers = spots[0].near("default"), spots[1].near("default")
        rule = "server-variable-default-changed"
        walk.log.add(rule, context, *pointers, what=url, value=name, old=old, new=new)
    values = [set(spot.at("enum").texts()) for spot in spots]
    pointers = spots[0].near("enum"), spots[1].near("enum")
    if not values[0] and not values[1]:
        return
    if removed := sorted(values[0] - values[1]) if values[1] else []:
        rule = "server-variable-value-removed"
        walk.log.add(rule, context, *pointers, what=url, value=name, old=", ".join(removed))
    if not values[0]:
        walk.log.add(
            "server-variable-value-removed", context, *pointers, what=url, value=name, old="others than listed"
        )
    if added := sorted(values[1] - values[0]) if values[0] else []:
        walk.log.add("server-variable-value-added", context, *pointers, what=url, value=name, new=", ".join(added))


def looks_like_trial(url: str) -> bool:
    """Whether a URL names a server that is not for production: a word of its host says so, or its port or address."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return False
    if host.startswith(("127.", "10.", "192.168.")) or host == "::1":
        return True
    return any(re.sub(r"\d+$", "", word) in TRIAL_WORDS for word in re.split(r"[.\-_]", host))
