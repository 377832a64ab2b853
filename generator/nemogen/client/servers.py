"""Where requests go: the server of the spec, its variables, and the servers of single operations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final
from urllib.parse import urljoin, urlsplit

from nemogen.client.environment import Text
from nemogen.config import Settings, UrlSource
from nemogen.document import Document, Operation
from nemogen.light_dataclasses import dataclass
from nemogen.names import python_name
from nemogen.openapi.document import Server, ServerVariable

_OPTIONS: Final = frozenset(
    {"api_key", "base_url", "timeout", "max_retries", "retry", "headers", "query", "validate", "strict", "self",
     "max_event_bytes", "on_request", "on_response", "middleware", "proxy", "http_client", "connections", "options"}
)  # fmt: skip
"""What a client takes besides."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the server's URL as an argument of the client; `allowed` is empty if any text is."""

    argument: str
    api_name: Text
    default: Text
    allowed: tuple[str, ...]

    @property
    def entry(self) -> Text:
        """Its line in a docstring."""
        return Text(f"{self.argument}: The variable {self.api_name.value} of the server's URL.")

    @property
    def annotation(self) -> str:
        """What the argument may be."""
        values = ", ".join(repr(value) for value in self.allowed)
        return f"Literal[{values}]" if values else "str"

    @property
    def signature(self) -> str:
        """The argument as the signature of a method has it."""
        return f"{self.argument}: {self.annotation} = {self.default.value!r}"


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """The server that a client calls.

    `base_path` is the path of one that names no host: a base_url without a path gets it. `template` is the URL with
    its variables in braces, "" where it has none.
    """

    base_url: str
    base_path: str
    template: str
    variables: tuple[Variable, ...]

    @property
    def has_choices(self) -> bool:
        """Whether a variable has a list of values."""
        return any(each.allowed for each in self.variables)


def read_server(document: Document, settings: Settings, credentials: Collection[str] = ()) -> ServerPlan:
    """The first server with an address, relative ones resolved against the source's URL; else that of an operation."""
    servers = document.declared.servers if document.declared else ()
    if settings.client.base_url:
        return ServerPlan(settings.client.base_url, "", "", ())
    found = _first(servers, settings)
    if found is None:
        own = (each.declared.servers for each in document.operations if each.declared)
        found = next((first for each in own if (first := _first(each, settings))), None)
    if found is None:
        relative = next((_filled(each.url, each.variables) for each in servers), "").rstrip("/")
        return ServerPlan(document.server, relative if relative.startswith("/") else "", "", ())
    server, url = found
    path = urlsplit(url).path.rstrip("/") if not _is_absolute(server.url) else ""
    variables = tuple(_variables(server.variables, credentials)) if "{" in url else ()
    return ServerPlan(_filled(url, server.variables), path, url if variables else "", variables)


def operation_server(operation: Operation, document: Document, settings: Settings) -> str | None:
    """The address of the server of an operation or its path; None if it has that of the document."""
    if operation.declared is None or document.declared is None:
        return None
    if not operation.declared.servers or operation.declared.servers == document.declared.servers:
        return None
    found = _first(operation.declared.servers, settings)
    if found is not None:
        return _filled(found[1], found[0].variables)
    first = operation.declared.servers[0]
    path = _filled(first.url, first.variables).rstrip("/")
    return path if path.startswith("/") else f"/{path}"


def _first(servers: Sequence[Server], settings: Settings) -> tuple[Server, str] | None:
    """The first server with an address, and that."""
    source = settings.source.url if isinstance(settings.source, UrlSource) else ""
    for server in servers:
        url = server.url if _is_absolute(server.url) or not source else urljoin(source, server.url)
        if _is_absolute(url):
            return server, url.rstrip("/")
    return None


def _is_absolute(url: str) -> bool:
    """Whether it names a host; a variable may stand for the scheme."""
    return url.startswith(("https://", "http://")) or (url.startswith("{") and "://" in url)


def _filled(url: str, variables: Sequence[ServerVariable]) -> str:
    for each in variables:
        url = url.replace(f"{{{each.name}}}", each.default)
    return url.rstrip("/")


def _variables(declared: Sequence[ServerVariable], credentials: Collection[str]) -> Iterator[Variable]:
    taken = {*_OPTIONS, *credentials}
    for each in declared:
        name = python_name(each.name)
        while name in taken:
            name = f"server_{name}"
        taken.add(name)
        yield Variable(name, Text(each.name), Text(each.default), tuple(sorted(each.allowed)))
