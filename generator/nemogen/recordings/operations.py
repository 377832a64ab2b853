"""Finds the parts of a document for an exchange: operation, response of a status, content of a media type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import unquote, urlsplit

from nemogen.openapi.document import Document, MediaType, Operation, Parameter, Response, Server
from nemogen.recordings.recording import essence_of
from nemogen.recordings.secret_names import is_secret_parameter

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


class Operations:
    """All operations of one document, found by the method and path of a request."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._bases: dict[str, str] = {}

    @property
    def all(self) -> tuple[Operation, ...]:
        """Every operation of a path, in the document's order."""
        return self.document.operations

    def find(self, method: str, path: str) -> tuple[Operation, Mapping[str, str]] | None:
        """The operation that a request is for, and its path parameters, decoded.

        `path` may begin with the path of one of the operation's servers. A path without parameters goes first.
        """
        fitting = [
            (len(match.groupdict()), index, operation, match.groupdict())
            for index, (operation, match) in enumerate(self._fitting(path))
            if operation.method.upper() == method.upper()
        ]
        if not fitting:
            return None
        _, _, operation, groups = min(fitting, key=lambda found: found[:2])
        names = _PLACEHOLDER.findall(operation.path)
        return operation, {name: unquote(groups[f"p{index}"]) for index, name in enumerate(names)}

    def methods_at(self, path: str) -> tuple[str, ...]:
        """The methods of the operations that a path matches, in upper case and in the document's order."""
        return tuple(dict.fromkeys(operation.method.upper() for operation, _ in self._fitting(path)))

    def ids(self, method: str, path: str) -> frozenset[str]:
        """The request's path parameters, decoded, except those named as secrets."""
        _, parameters = self.find(method, path) or (None, {})
        return frozenset(value for name, value in parameters.items() if not is_secret_parameter(name))

    def base(self, path: str, operation: Operation) -> str:
        """The path of the base URL that a request was sent with: everything before the operation's own path."""
        pattern = self._patterns[operation.path]
        rests = [rest for rest in self._below_servers(path, operation.servers) if pattern.fullmatch(rest)]
        return path[: len(path) - len(rests[0])] if rests else ""

    def _fitting(self, path: str) -> Iterator[tuple[Operation, re.Match[str]]]:
        for operation in self.all:
            pattern = self._patterns[operation.path]
            for rest in self._below_servers(path, operation.servers):
                match = pattern.fullmatch(rest)
                if match:
                    yield operation, match

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {operation.path: _pattern(operation.path) for operation in self.all}

    def _below_servers(self, path: str, servers: Iterable[Server]) -> list[str]:
        """The path, and its remainder below each server that it may be sent to."""
        bases = [self._bases.setdefault(server.url, _path_of(server)) for server in servers]
        return [path, *(path[len(base) :] for base in bases if base and path.startswith(f"{base}/"))]


def response_for(operation: Operation, status: int) -> Response | None:
    """The response for a status: its own, else that of its range (4XX), else the default."""
    known = {response.status: response for response in operation.responses}
    return next((known[key] for key in (str(status), f"{status // 100}XX", "default") if key in known), None)


def media_type_for(content: Sequence[MediaType], media_type: str) -> MediaType | None:
    """The content for a content-type field: of the exact type, else of a range (`text/*`, `*/*`)."""
    essence = essence_of(media_type)
    known = {essence_of(media.name): media for media in content}
    wanted = (essence, f"{essence.split('/')[0]}/*", "*/*")
    return next((known[name] for name in wanted if name in known), None)


def sent_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters that a request can have."""
    return tuple(parameter for parameter in operation.parameters if parameter.is_sent)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^{}]+\}", template)
    text = "".join(
        f"(?P<p{index - 1}>[^/]+){re.escape(piece)}" if index else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
    return re.compile(text)


def _path_of(server: Server) -> str:
    """The path of a server's URL, with the defaults of its variables."""
    defaults = {variable.name: variable.default for variable in server.variables}
    url = _PLACEHOLDER.sub(lambda match: defaults.get(match.group(1)) or "x", server.url)
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""
