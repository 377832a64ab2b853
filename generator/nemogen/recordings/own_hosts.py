"""Separates exchanges with the API from those with other hosts: analytics, a proxy, another API."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from nemogen.openapi.document import Document
from nemogen.recordings.exchange import Exchange

_VARIABLE: Final = re.compile(r"\\\{[^{}]*\\\}")


def of_own_hosts(
    exchanges: Sequence[Exchange], spec: Document, urls: Collection[str], hosts: Collection[str]
) -> tuple[list[Exchange], list[str]]:
    """The exchanges with the servers of the spec, with `urls` and with `hosts`, and the other hosts.

    All are kept where nothing says what host the API has; so is an exchange whose file does not say its host.
    """
    patterns = [*_patterns(spec), *(re.escape(host) for each in urls if (host := _host(each)))]
    if not patterns:
        return list(exchanges), []
    own = re.compile("|".join([*patterns, *(re.escape(each.lower()) for each in hosts)]))
    kept: list[Exchange] = []
    others: dict[str, None] = {}
    for each in exchanges:
        # Our own export names the source of a recording, which may differ from the API.
        host = "" if "case" in each.kept else _host(each.kept.get("source", ""))
        if not host or own.fullmatch(host):
            kept.append(each)
        else:
            others[host] = None
    return kept, list(others)


def _patterns(spec: Document) -> Iterator[str]:
    """The hosts of the servers in a spec, as patterns: a variable matches anything but the end of a host."""
    servers = (*spec.servers, *(each for operation in spec.operations for each in operation.servers))
    for url in dict.fromkeys(each.url for each in servers):
        host = url.partition("://")[2].partition("/")[0].lower()
        if host:
            yield _VARIABLE.sub(r"[^/]+", re.escape(host))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
