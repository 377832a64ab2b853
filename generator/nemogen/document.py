"""The frozen types of a document and of its bytes, on their way from one phase to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, TypeAlias

from nemogen.canonical import (
    CanonicalBody,
    CanonicalParameter,
    CanonicalResponse,
    CanonicalSchema,
    Change,
    references,
)
from nemogen.findings import Direction, Finding
from nemogen.given_names import Names
from nemogen.json_types import Json as Json
from nemogen.json_types import JsonObject as JsonObject
from nemogen.light_dataclasses import dataclass
from nemogen.pin_provenance import Provenance as Provenance

if TYPE_CHECKING:
    from nemogen.openapi.document import Document as DeclaredDocument
    from nemogen.openapi.document import MediaType
    from nemogen.openapi.document import Operation as DeclaredOperation

EVENT = "event"
"""The `method` of what the API sends on its own, which Document.events holds in the form of a response."""

Files: TypeAlias = Mapping[str, bytes]
"""Path (relative, with /) to content: what a package consists of, before anything is written."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A source as it was read. `content` is None when the host said that nothing changed (304)."""

    content: bytes | None
    provenance: Provenance
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """How a caller reaches an operation: `client.chat.completions.create` is (("chat", "completions"), "create")."""

    resource: tuple[str, ...]
    method: str

    def __str__(self) -> str:
        return ".".join((*self.resource, self.method))


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation with its schemas in canonical form; `at` is its JSON Pointer in the pin.

    `arguments` refers to one object of all its parameters, which arguments are checked against, `bare_body` to one
    whose only property is the body, where that is JSON with no class of its own: a text, a number, a list.
    `declared` is the operation as the one reader has it: security, servers, styles, headers, everything but schemas
    under their final names. None only where a test made the operation by hand.
    """

    method: str
    path: str
    at: str
    call: Call
    parameters: tuple[CanonicalParameter, ...] = ()
    arguments: CanonicalSchema | None = None
    bare_body: CanonicalSchema | None = None
    body: CanonicalBody | None = None
    responses: Mapping[str, CanonicalResponse] = field(default_factory=dict)
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    declared: DeclaredOperation | None = field(default=None, compare=False, repr=False)
    form: MediaType | None = field(default=None, compare=False, repr=False)
    """Of an event: its body as it is declared, where it comes as a form (also)."""
    argument_names: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    """The names that arguments have had, by name on the wire and `in` ("body" and "request" among them)."""
    argument_values: Mapping[tuple[str, str], Json] = field(default_factory=dict, compare=False, repr=False)
    """The one value that required arguments could have had, by the same keys."""

    def successes(self) -> tuple[str, ...]:
        """The statuses of success: those that begin with 2; `default` only where no such is named."""
        named = tuple(status for status in self.responses if status[0] == "2")
        return named or tuple(status for status in self.responses if status == "default")

    @property
    def body_content(self) -> Mapping[str, CanonicalSchema]:
        """The schemas of the body by media type; empty without a body."""
        return self.body.content if self.body else {}

    def request_schemas(self) -> Iterator[CanonicalSchema]:
        """What the operation takes: its parameters, one by one, and its body."""
        yield from (each.schema for each in self.parameters)
        yield from self.body_content.values()

    def response_schemas(self) -> Iterator[CanonicalSchema]:
        """What the operation responds with, success or not."""
        for response in self.responses.values():
            yield from response.content.values()

    def with_schemas(self, change: Change, of_responses: Change | None = None) -> Operation:
        """The operation with `change` of each schema of its parameters, its body and its responses.

        `of_responses` is the change of those of its responses where it is another.
        """
        change_response = of_responses or change
        return replace(
            self,
            parameters=tuple(replace(each, schema=change(each.schema)) for each in self.parameters),
            arguments=None if self.arguments is None else change(self.arguments),
            bare_body=None if self.bare_body is None else change(self.bare_body),
            body=None if self.body is None else replace(self.body, content=_changed(self.body.content, change)),
            responses={
                status: replace(each, content=_changed(each.content, change_response))
                for status, each in self.responses.items()
            },
        )


def _changed(content: Mapping[str, CanonicalSchema], change: Change) -> dict[str, CanonicalSchema]:
    return {media: change(schema) for media, schema in content.items()}


@dataclass(frozen=True, slots=True)
class Document:
    """A spec that both engines read right: every object and every union of objects is a component, finally named.

    `schemas` are the components, by name, in the order in which a reader meets them; `origins` says where in the pin
    each was first met (JSON Pointer); `findings` are the repairs. `declared` is the document as the one reader has it.
    """

    operations: tuple[Operation, ...]
    schemas: Mapping[str, CanonicalSchema]
    origins: Mapping[str, str]
    title: str
    servers: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    declared: DeclaredDocument | None = field(default=None, compare=False, repr=False)
    names: Names = field(default_factory=Names, compare=False, repr=False)
    """The names of its classes and methods, and of the arguments that had one before."""
    events: tuple[Operation, ...] = ()
    """The webhooks and callbacks: `path` is the name, the response of 200 what is sent."""
    _reached: dict[Direction, frozenset[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def reached(self, direction: Direction) -> frozenset[str]:
        """The components that requests or responses consist of; found once."""
        if direction not in self._reached:
            inside = Operation.request_schemas if direction is Direction.REQUEST else Operation.response_schemas
            ahead = references(schema for each in (*self.operations, *self.events) for schema in inside(each))
            found: set[str] = set()
            while ahead:
                name = ahead.pop()
                found.add(name)
                ahead |= references([self.schemas[name]]) - found
            self._reached[direction] = frozenset(found)
        return self._reached[direction]

    def meant(self, schema: CanonicalSchema) -> CanonicalSchema:
        """The component that a schema refers to, or the schema itself."""
        return schema if schema.reference is None else self.schemas[schema.reference]

    @property
    def server(self) -> str:
        """The address of the first server that is named in full, without a slash at its end; empty where none is."""
        return next((url.rstrip("/") for url in self.servers if url.startswith(("https://", "http://"))), "")
