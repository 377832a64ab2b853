"""Compares the servers in effect for an operation. The first of a list is the one that a client takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.match_operations import path_shape
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.findings import Direction
from nemogen.openapi.document import Operation, Server, ServerVariable

DEFAULT_URL: Final = "/"
"""The URL of the server where a document declares none."""
DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}

TRIAL_WORDS = frozenset(
    {"staging", "stage", "stg", "test", "testing", "dev", "develop", "development", "sandbox", "preview", "preprod"}
    | {"uat", "qa", "localhost", "demo", "beta", "mock", "local"}
)


def compare_servers(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note changes of the servers that an operation is reached at."""
    is_shared = all(
        "servers" not in side.raw_at(operation.location)
        for side, operation in ((walk.base, base), (walk.revision, revision))
    )
    context = context._replace(direction=Direction.REQUEST, operation="" if is_shared else context.operation)
    old, new = _in_one_spelling(base.servers), _in_one_spelling(revision.servers)
    if not old and not new:
        return
    old, new = _with_default(old, new), _with_default(new, old)
    if is_same_address(base, revision):
        old = [replace(server, url=_seen_from(server.url, base.path, revision.path)) for server in old]
    places = _place(walk.base, base), _place(walk.revision, revision)
    if new and looks_like_trial(new[0].url) and not (old and looks_like_trial(old[0].url)):
        was = old[0].url if old else ""
        pointers = _url(walk.base, old[0]) if old else places[0], _url(walk.revision, new[0])
        walk.log.add("server-became-staging", context, *pointers, what=was, old=was or "none", new=new[0].url)
        old, new = old[1:], new[1:]
    _compare_lists(walk, old, new, context, places)
    by_url = {server.url: server for server in old}
    for server in new:
        if server.url in by_url:
            _compare_server(walk, by_url[server.url], server, context)


def _with_default(servers: list[Server], others: list[Server]) -> list[Server]:
    """The servers; where none is declared and the other side declares that one first, the one that is meant: `/`."""
    return servers or [server for server in others[:1] if server.url == DEFAULT_URL]


def is_same_address(base: Operation, revision: Operation) -> bool:
    """Whether an operation of another path is called at the same URL: the server has the other part of it now."""
    if path_shape(base.path) == path_shape(revision.path):
        return False
    old, new = (_whole_address(each) for each in (base, revision))
    return old == new


def _whole_address(operation: Operation) -> str:
    server = default_url(operation.servers[0]) if operation.servers else DEFAULT_URL
    return f"{server.rstrip('/')}{path_shape(operation.path)}"


def _seen_from(url: str, old: str, new: str) -> str:
    """The URL of a server whose operation has the path `old`, for one of the path `new`; as it is if it has no such."""
    whole = f"{url.rstrip('/')}{path_shape(old)}"
    shape = path_shape(new)
    return whole.removesuffix(shape) or DEFAULT_URL if whole.endswith(shape) else url


def default_url(server: Server) -> str:
    """A server's URL in one spelling, with the default value of each variable in its place."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return server_url(url)


def _in_one_spelling(servers: Sequence[Server]) -> list[Server]:
    return [replace(server, url=server_url(server.url)) for server in servers]


def server_url(url: str) -> str:
    """A server's URL in one spelling (RFC 3986, 6.2): scheme and host in lower case, no default port, no last slash."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if "{" in url or not parts.hostname:
        return url.strip().rstrip("/") or "/"
    is_default = port is None or DEFAULT_PORTS.get(parts.scheme.lower()) == port
    host = parts.hostname if is_default else f"{parts.hostname}:{port}"
    return urlunsplit((parts.scheme.lower(), host, parts.path.rstrip("/"), parts.query, parts.fragment))


def _place(side: Side, operation: Operation) -> Location:
    """The location of a list of servers, or of the object that lacks one."""
    if operation.servers:
        first = operation.servers[0].location
        return Location(first.file, first.pointer.rpartition("/")[0])
    own = side.near(operation.location, "servers")
    return own if own != operation.location else side.near(side.root, "servers")


def _url(side: Side, server: Server) -> Location:
    return side.near(server.location, "url")


def _compare_lists(
    walk: Walk, old: Sequence[Server], new: Sequence[Server], context: Context, places: tuple[Location, Location]
) -> None:
    if not old and not new:
        return
    if not old or not new:
        server = (old or new)[0]
        rule = "servers-declared" if new else "servers-removed"
        pointers = (places[0], server.location) if new else (server.location, places[1])
        walk.log.add(rule, context, *pointers, what=server.url, value=server.url)
        return
    urls = [server.url for server in old], [server.url for server in new]
    moved: set[str] = set()
    if urls[0][0] != urls[1][0] and default_url(old[0]) == default_url(new[0]):
        moved = {urls[0][0], urls[1][0]}
        _compare_server(walk, old[0], new[0], context)
    elif urls[0][0] != urls[1][0]:
        is_order = urls[0][0] in urls[1]
        rule = "server-default-reordered" if is_order else "server-url-changed"
        moved = {urls[1][0]} if is_order else {urls[0][0], urls[1][0]}
        pointers = _url(walk.base, old[0]), _url(walk.revision, new[0])
        walk.log.add(rule, context, *pointers, what=urls[0][0], old=urls[0][0], new=urls[1][0])
    for server in old:
        if server.url not in {*urls[1], *moved}:
            walk.log.add("server-removed", context, server.location, places[1], what=server.url, value=server.url)
    for server in new:
        if server.url not in {*urls[0], *moved}:
            walk.log.add("server-added", context, places[0], server.location, what=server.url, value=server.url)


def _compare_server(walk: Walk, old: Server, new: Server, context: Context) -> None:
    compare_part_prose(walk.log, (walk.base, old.location), (walk.revision, new.location), context)
    base, revision = ({each.name: each for each in server.variables} for server in (old, new))
    for name in sorted(base.keys() | revision.keys()):
        places = (
            walk.base.near(old.location, "variables", name),
            walk.revision.near(new.location, "variables", name),
        )
        if name in base and name in revision:
            _compare_variable(walk, new.url, (base[name], revision[name]), (context, *places))
        else:
            rule = f"server-variable-{'added' if name in revision else 'removed'}"
            walk.log.add(rule, context, *places, what=new.url, value=name)


def _compare_variable(
    walk: Walk,
    url: str,
    variables: tuple[ServerVariable, ServerVariable],
    around: tuple[Context, Location, Location],
) -> None:
    old, new = variables
    context, base, revision = around
    if old.default != new.default:
        places = walk.base.near(base, "default"), walk.revision.near(revision, "default")
        rule = "server-variable-default-changed"
        walk.log.add(rule, context, *places, what=url, value=old.name, old=old.default, new=new.default)
    was, is_ = set(old.allowed), set(new.allowed)
    places = walk.base.near(base, "enum"), walk.revision.near(revision, "enum")
    if not was and not is_:
        return
    rule = "server-variable-value-removed"
    if removed := sorted(was - is_) if is_ else []:
        walk.log.add(rule, context, *places, what=url, value=old.name, old=tuple(removed))
    if not was:
        walk.log.add(rule, context, *places, what=url, value=old.name, old="others than listed")
    if added := sorted(is_ - was) if was else []:
        rule = "server-variable-value-added"
        walk.log.add(rule, context, *places, what=url, value=old.name, new=tuple(added))


def looks_like_trial(url: str) -> bool:
    """Whether a URL names a server that is not for production: by a word of its host, its port or its address."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return False
    if host.startswith(("127.", "10.", "192.168.")) or host == "::1":
        return True
    return any(re.sub(r"\d+$", "", word) in TRIAL_WORDS for word in re.split(r"[.\-_]", host))
