"""Responses, with their links, and request bodies; a component that many operations refer to is read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from nemogen.openapi.document import Link, RequestBody, Response
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_content import read_content, read_headers
from nemogen.openapi.read_parts import entries, follow_part, read_flag, read_text
from nemogen.openapi.read_servers import read_server
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|DEFAULT")


class ResponseReader:
    """Reads the responses of one document.

    `wants_description` says whether a response without a description is reported: required before OpenAPI 3.2.
    """

    def __init__(self, reading: References, *, wants_description: bool) -> None:
        self._reading = reading
        self._wants_description = wants_description
        self._responses: dict[tuple[str, str], Response] = {}

    def forget(self) -> None:
        """Read components again from now on, as what they mean has changed."""
        self._responses.clear()

    def read_map(self, node: RawNode) -> tuple[Response, ...]:
        """The responses of an operation, in the order of the document."""
        found: dict[str, Response] = {}
        for name, entry in entries(node, "responses", self._reading, has_extensions=True):
            status = name.upper()
            if not _STATUS.fullmatch(status):
                message = f"`{name}` is not a status of a response: left out"
                self._reading.note("response-unreadable", message, self._reading.location(entry))
                continue
            response = self._read_response(entry, status.lower() if status == "DEFAULT" else status)
            if response is not None:
                found[response.status] = response
        if not any(status[0] in "2d" for status in found):
            message = "no success is declared: any response with a 2xx status is accepted"
            self._reading.note("response-missing", message, self._reading.location(node))
        return tuple(found.values())

    def _read_response(self, entry: RawNode, status: str) -> Response | None:
        node = follow_part(entry, "response", self._reading, f"the response {status} is left out")
        if node is None:
            return None
        at = (node.file, node.pointer)
        if at not in self._responses:
            self._responses[at] = self._read(node)
        response = replace(self._responses[at], status=status, use=self._reading.location(entry))
        if self._wants_description and not isinstance(node.child("description").value, str):
            message = f"the response {status} has no description: one was made"
            self._reading.note("response-description-missing", message, response.use)
        return response

    def _read(self, node: RawNode) -> Response:
        return Response(
            status="",
            content=read_content(node.child("content"), self._reading),
            headers=read_headers(node.child("headers"), self._reading),
            links=tuple(_read_links(node.child("links"), self._reading)),
            description=read_text(node, "description", self._reading),
            summary=read_text(node, "summary", self._reading),
            location=self._reading.location(node),
        )


def _read_links(node: RawNode, reading: References) -> Iterator[Link]:
    for name, entry in entries(node, "links", reading):
        found = follow_part(entry, "link", reading)
        if found is None:
            continue
        server = found.child("server")
        yield Link(
            name=name,
            operation_id=read_text(found, "operationId", reading),
            operation_ref=read_text(found, "operationRef", reading),
            parameters=_values(found.child("parameters")),
            request_body=found.child("requestBody").value,
            server=read_server(server, reading) if server.value is not None else None,
            description=read_text(found, "description", reading),
            location=reading.location(found),
        )


def _values(node: RawNode) -> Mapping[str, JsonValue]:
    return {name: child.value for name, child in node.members()}


class BodyReader:
    """Reads the request bodies of one document."""

    def __init__(self, reading: References) -> None:
        self._reading = reading
        self._bodies: dict[tuple[str, str], RequestBody] = {}

    def read_body(self, entry: RawNode) -> RequestBody | None:
        """The request body at `entry`; None if there is none."""
        if entry.value is None:
            return None
        node = follow_part(entry, "request body", self._reading, "the request body is left out")
        if node is None:
            return None
        at = (node.file, node.pointer)
        if at not in self._bodies:
            self._bodies[at] = RequestBody(
                content=read_content(node.child("content"), self._reading),
                required=read_flag(node, "required", self._reading) is True,
                description=read_text(node, "description", self._reading),
                location=self._reading.location(node),
            )
        return replace(self._bodies[at], use=self._reading.location(entry))
