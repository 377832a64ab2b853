"""Reads the operations of a document, whatever its quality: what is not as it should be is a fault, never a crash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit, urlunsplit

from nemogen.contract_form.contract import (
    DEFAULT_STYLE,
    IGNORED_HEADERS,
    METHODS,
    Body,
    Media,
    Operation,
    Parameter,
    Response,
    Security,
    Server,
)
from nemogen.contract_form.places import Spot
from nemogen.contract_form.reader import Reader

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
STATUS = re.compile(r"[1-5](\d\d|XX)|default")


class Operations:
    """Reads operations of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._servers = read_servers(reader.root.at("servers"))
        self._security = _read_security(reader.root.at("security"), is_global=True)

    def paths(self) -> Iterator[Operation]:
        """The operations under `paths`, in the order of the document."""
        for path, item in self._reader.root.at("paths").entries():
            if not path.startswith("x-"):
                yield from self._of_item(path, item, "")

    def webhooks(self) -> Iterator[Operation]:
        """The operations under `webhooks` (OpenAPI 3.1): the API calls, the caller answers."""
        for name, item in self._reader.root.at("webhooks").entries():
            if not name.startswith("x-"):
                yield from self._of_item(name, item, "webhook ")

    def _of_item(self, path: str, item: Spot, kind: str) -> Iterator[Operation]:
        found = self._object(item)
        if found is None:
            return
        shared = self._parameters(found.at("parameters"), is_shared=True)
        servers = read_servers(found.at("servers")) if "servers" in found.raw else self._servers
        for method in METHODS:
            if method in found.raw:
                spot = found.at(method)
                if not isinstance(spot.raw, dict):
                    self._reader.fault("document-part-malformed", spot.pointer, "an operation has to be an object")
                    continue
                yield self._operation(method, path, spot, shared, servers, kind, found)

    def _operation(
        self,
        method: str,
        path: str,
        spot: Spot,
        shared: Mapping[tuple[str, str], Parameter],
        servers: tuple[Server, ...],
        kind: str,
        item: Spot,
    ) -> Operation:
        own = self._parameters(spot.at("parameters"), is_shared=False)
        callbacks = {} if kind == "callback " else dict(self._callbacks(spot.at("callbacks")))
        return Operation(
            method=method,
            path=path,
            spot=spot,
            parameters={**shared, **own},
            body=self._body(spot.at("requestBody")),
            responses=dict(self._responses(spot.at("responses"))),
            security=_read_security(spot.at("security"), is_global=False) if "security" in spot.raw else self._security,
            servers=read_servers(spot.at("servers")) if "servers" in spot.raw else servers,
            callbacks=callbacks,
            kind=kind,
            shared_prose={key: item.raw[key] for key in ("summary", "description") if key in item.raw},
        )

    def _object(self, spot: Spot) -> Spot | None:
        found = self._reader.resolve(spot)
        if found is None or isinstance(found.raw, dict):
            return found
        if spot.raw is not None:
            self._reader.fault("document-part-malformed", spot.pointer, "an object is expected here")
        return None

    def _parameters(self, spot: Spot, *, is_shared: bool) -> dict[tuple[str, str], Parameter]:
        if spot.raw is not None and not isinstance(spot.raw, list):
            self._reader.fault("document-part-malformed", spot.pointer, "parameters have to be a list")
        parameters: dict[tuple[str, str], Parameter] = {}
        for item in spot.items():
            found = self._object(item)
            if found is None:
                continue
            name, where = found.raw.get("name"), found.raw.get("in")
            if not isinstance(name, str) or not isinstance(where, str) or where not in DEFAULT_STYLE:
                self._reader.fault("document-part-malformed", item.pointer, "a parameter needs a name and a place")
                continue
            key = (where, name.lower() if where == "header" else name)
            if key in parameters:
                self._reader.fault("duplicate-parameter", item.pointer, f"{where} {name}")
            elif where != "header" or key[1] not in IGNORED_HEADERS:
                parameters[key] = self._parameter(name, where, found, is_shared=is_shared)
        return parameters

    def _parameter(self, name: str, where: str, spot: Spot, *, is_shared: bool) -> Parameter:
        raw = spot.raw
        style = raw.get("style") if isinstance(raw.get("style"), str) else DEFAULT_STYLE[where]
        media = next(iter(self._media(spot.at("content")).values()), None)
        schema = spot.at("schema") if "schema" in raw else None
        explode = raw.get("explode")
        return Parameter(
            name=name,
            where=where,
            spot=spot,
            required=raw.get("required") is True or where == "path",
            style=str(style),
            explode=explode if isinstance(explode, bool) else style == "form",
            reserved=raw.get("allowReserved") is True,
            schema=media.schema if media else schema,
            media=media.name if media else "",
            is_shared=is_shared,
        )

    def _body(self, spot: Spot) -> Body | None:
        found = self._object(spot) if spot.raw is not None else None
        if found is None:
            return None
        return Body(found, found.raw.get("required") is True, self._media(found.at("content")))

    def _media(self, spot: Spot) -> dict[str, Media]:
        media: dict[str, Media] = {}
        for name, item in spot.entries():
            found = self._object(item)
            if found is None:
                continue
            keyword = next((key for key in ("schema", "itemSchema") if key in found.raw), None)
            schema = found.at(keyword) if keyword else None
            spelling = media_type(name)
            media[spelling] = Media(spelling, found, schema, found.raw.get("encoding") or None)
        return media

    def _responses(self, spot: Spot) -> Iterator[tuple[str, Response]]:
        for status, item in spot.entries():
            if status.startswith("x-"):
                continue
            found = self._object(item)
            if found is None:
                continue
            name = status.upper() if STATUS.fullmatch(status.upper()) else status
            if not STATUS.fullmatch(name):
                self._reader.fault("document-part-malformed", item.pointer, "this is no status of a response")
            headers = {}
            for header_name, header in found.at("headers").entries():
                target = self._object(header)
                if target is not None and header_name.lower() != "content-type":
                    parameter = self._parameter(header_name, "header", target, is_shared=False)
                    headers[header_name.lower()] = parameter
            links = dict(found.at("links").entries())
            yield name, Response(name, found, self._media(found.at("content")), headers, links)

    def _callbacks(self, spot: Spot) -> Iterator[tuple[tuple[str, str, str], Operation]]:
        for name, callback in spot.entries():
            found = self._object(callback)
            for expression, item in found.entries() if found else ():
                if not expression.startswith("x-"):
                    for operation in self._of_item(expression, item, "callback "):
                        yield (name, expression, operation.method), operation


def media_type(name: str) -> str:
    """A media type in lower case, its parameters in order, without spaces."""
    kind, *parameters = (part.strip() for part in name.lower().split(";"))
    return ";".join([kind, *sorted(part for part in parameters if part)])


def read_servers(spot: Spot) -> tuple[Server, ...]:
    """The servers of one list in its order; a list that is missing or empty stands for none."""
    return tuple(
        Server(server_url(item.raw["url"]), item, dict(item.at("variables").entries()))
        for item in spot.items()
        if isinstance(item.raw, dict) and isinstance(item.raw.get("url"), str)
    )


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


def _read_security(spot: Spot, *, is_global: bool) -> Security:
    alternatives = [
        {name: frozenset(scopes.texts()) for name, scopes in item.entries()}
        for item in spot.items()
        if isinstance(item.raw, dict)
    ]
    return Security(spot, tuple(alternatives), is_global)
