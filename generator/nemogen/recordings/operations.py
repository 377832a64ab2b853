"""The operations of a document, found by the method and path of a request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote, urlsplit

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.recordings.recording import essence_of
from nemogen.recordings.secret_names import is_secret_parameter

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the document (parameter, body, response, media type) and its JSON Pointer, references followed."""

    value: JsonObject
    pointer: str

    def content(self, media_type: str) -> Part | None:
        """The entry of `content` for a content-type field: the exact type, else a range (`text/*`, `*/*`)."""
        essence = essence_of(media_type)
        entries = self.value.get("content")
        named = {essence_of(name): name for name in entries} if isinstance(entries, Mapping) else {}
        for wanted in (essence, f"{essence.split('/')[0]}/*", "*/*"):
            if wanted in named:
                return self.under("content", named[wanted])
        return None

    def under(self, *steps: str) -> Part:
        """The object at these steps below; an empty one where there is none."""
        value = pointer.follow(self.value, pointer.join("", *steps))
        return Part(value if isinstance(value, Mapping) else {}, pointer.join(self.pointer, *steps))


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `name` is as in api.toml: `POST /v1/chat/completions`."""

    method: str
    template: str
    part: Part
    parameters: tuple[Part, ...]
    body: Part | None
    responses: Mapping[str, Part]

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"

    def response(self, status: int) -> tuple[str, Part] | None:
        """The response for a status, with the key that it stands under: the status, its range (4XX), or default."""
        for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
            if key in self.responses:
                return key, self.responses[key]
        return None


class Operations:
    """All operations of one document, in its order."""

    def __init__(self, document: JsonObject) -> None:
        self.document = document

    @cached_property
    def all(self) -> tuple[Operation, ...]:
        """Every operation; what is no operation is passed over."""
        paths = self.document.get("paths")
        return tuple(self._operations(paths)) if isinstance(paths, Mapping) else ()

    def find(self, method: str, path: str) -> tuple[Operation, Mapping[str, str]] | None:
        """The operation that a request is for, and its path parameters, decoded.

        `path` may begin with the path of one of the document's servers. A path without parameters goes first.
        """
        fitting = [
            (len(match.groupdict()), place, operation, match.groupdict())
            for rest in self._below_servers(path)
            for place, operation in enumerate(self.all)
            if operation.method == method.upper() and (match := _pattern(operation.template).fullmatch(rest))
        ]
        if not fitting:
            return None
        _, _, operation, groups = min(fitting, key=lambda found: found[:2])
        names = re.findall(r"\{([^{}]+)\}", operation.template)
        return operation, {name: unquote(groups[f"p{at}"]) for at, name in enumerate(names)}

    def ids(self, method: str, path: str) -> frozenset[str]:
        """What a request has in the place of the path's parameters, decoded, apart from those named as secrets."""
        _, parameters = self.find(method, path) or (None, {})
        return frozenset(value for name, value in parameters.items() if not is_secret_parameter(name))

    def base(self, path: str, operation: Operation) -> str:
        """The path of the base URL that a request was sent with: what stands before the operation's own path."""
        rests = [rest for rest in self._below_servers(path) if _pattern(operation.template).fullmatch(rest)]
        return path[: len(path) - len(rests[0])] if rests else ""

    def _below_servers(self, path: str) -> list[str]:
        servers = self.document.get("servers")
        urls = (
            [server.get("url") for server in servers if isinstance(server, Mapping)]
            if isinstance(servers, list)
            else []
        )
        bases = [_path_of(url) for url in urls if isinstance(url, str)]
        return [path, *(path[len(base) :] for base in bases if base and path.startswith(f"{base}/"))]

    def _operations(self, paths: JsonObject) -> Iterator[Operation]:
        for template in paths:
            item = self.part("/paths", template)
            for method in METHODS:
                if isinstance(item.value.get(method), Mapping):
                    yield self._operation(template, method, item)

    def _operation(self, template: str, method: str, item: Part) -> Operation:
        part = item.under(method)
        parameters = {}
        for owner in (item, part):
            given = owner.value.get("parameters")
            for at in range(len(given) if isinstance(given, list) else 0):
                parameter = self.part(f"{owner.pointer}/parameters", str(at))
                parameters[(parameter.value.get("in"), parameter.value.get("name"))] = parameter
        given = part.value.get("responses")
        responses = {
            str(status): self.part(f"{part.pointer}/responses", status)
            for status in (given if isinstance(given, Mapping) else ())
        }
        body = self.part(part.pointer, "requestBody") if "requestBody" in part.value else None
        return Operation(method.upper(), template, part, tuple(parameters.values()), body, responses)

    def part(self, base: str, step: str) -> Part:
        """The object below `base`, with `$ref` followed; an empty one where the document has none."""
        place, seen = pointer.join(base, step), set[str]()
        while True:
            value: Json = pointer.follow(self.document, place)
            if not isinstance(value, Mapping):
                return Part({}, place)
            reference = value.get("$ref")
            target = pointer.from_fragment(reference) if isinstance(reference, str) else None
            if target is None or target in seen:
                return Part(value, place)
            seen.add(target)
            place = target


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^{}]+\}", template)
    text = "".join(
        f"(?P<p{at - 1}>[^/]+){re.escape(piece)}" if at else re.escape(piece) for at, piece in enumerate(pieces)
    )
    return re.compile(text)


def _path_of(url: str) -> str:
    try:
        return urlsplit(re.sub(r"\{[^{}]*\}", "x", url)).path.rstrip("/")
    except ValueError:
        return ""
