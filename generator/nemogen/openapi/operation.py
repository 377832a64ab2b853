"""The frozen model of an operation: parameters, bodies, responses, callbacks; and of webhooks.

Each operation has the parameters and servers of its path and the security of the document, where these apply to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode
from nemogen.openapi.security_scheme import SecurityRequirement
from nemogen.openapi.server import Server


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a parameter or a media type. Its value is data: nothing in it is a keyword."""

    name: str
    value: JsonValue
    summary: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body, or one item of a 3.2 sequence, is sent. None: not said."""

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class MediaType:
    """The content of one media type. `name` is as written; `schema` is None if there is none.

    `item_schema` is that of each item of a sequential media type (OpenAPI 3.2).
    """

    name: str
    schema: SchemaNode | None = None
    item_schema: SchemaNode | None = None
    encoding: Mapping[str, Encoding] = field(default_factory=dict)
    prefix_encoding: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None
    examples: tuple[Example, ...] = ()
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter. `location_in` is "path", "query", "header", "cookie" or "querystring".

    `style` and `explode` are what is in effect. A parameter with `content` has `media` instead of `schema`.
    `is_shared`: it is declared at the path item, for all its operations. `is_sent` is False for a path parameter
    that the path has no placeholder for, `is_declared` for one that is a placeholder alone.
    """

    name: str
    location_in: str
    schema: SchemaNode | None = None
    media: MediaType | None = None
    required: bool = False
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    allow_empty_value: bool = False
    deprecated: bool = False
    description: str = field(default="", compare=False)
    examples: tuple[Example, ...] = ()
    is_shared: bool = False
    is_sent: bool = True
    is_declared: bool = True
    extensions: Mapping[str, JsonValue] = field(default_factory=dict, compare=False)
    location: Location = field(default=Location(""), compare=False)
    use: Location = field(default=Location(""), compare=False)
    """Where the operation or the path item lists it: elsewhere than `location` where it is a reference."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a response or of a multipart part: a parameter without a place of its own."""

    name: str
    schema: SchemaNode | None = None
    media: MediaType | None = None
    required: bool = False
    style: str = "simple"
    explode: bool = False
    deprecated: bool = False
    description: str = field(default="", compare=False)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class RequestBody:
    """A request body; `content` in the order of the document."""

    content: tuple[MediaType, ...]
    required: bool = False
    description: str = field(default="", compare=False)
    location: Location = field(default=Location(""), compare=False)
    use: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a response to an operation."""

    name: str
    operation_id: str = ""
    operation_ref: str = ""
    parameters: Mapping[str, JsonValue] = field(default_factory=dict)
    request_body: JsonValue = None
    server: Server | None = None
    description: str = field(default="", compare=False)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Response:
    """The responses of one status: "200", "2XX" (upper case) or "default"."""

    status: str
    content: tuple[MediaType, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    description: str = field(default="", compare=False)
    summary: str = field(default="", compare=False)
    location: Location = field(default=Location(""), compare=False)
    use: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Callback:
    """What the API sends to a URL that an expression names."""

    name: str
    expression: str
    operations: tuple[Operation, ...]
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a path, a webhook or a callback. `path` is as written.

    `method` is lower case for the methods that OpenAPI names, and as written for those of `additionalOperations`.
    `security` is what is in effect; `security_is_own` says whether the operation declares it itself. An empty tuple: no
    credential. `servers` are those in effect, from the operation, the path item or the document.
    """

    method: str
    path: str
    operation_id: str = ""
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    security_is_own: bool = False
    security_location: Location = field(default=Location(""), compare=False)
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Callback, ...] = ()
    deprecated: bool = False
    summary: str = field(default="", compare=False)
    description: str = field(default="", compare=False)
    external_docs: str = field(default="", compare=False)
    shared_summary: str = field(default="", compare=False)
    shared_description: str = field(default="", compare=False)
    """What the path item says of all its operations."""
    name: str = ""
    """The dotted name that an overlay gives (`x-nemogen-name`)."""
    extensions: Mapping[str, JsonValue] = field(default_factory=dict, compare=False)
    location: Location = field(default=Location(""), compare=False)

    @property
    def label(self) -> str:
        """What a person calls it: "POST /v1/x"."""
        return f"{self.method.upper()} {self.path}"

    def schemas(self) -> Iterator[SchemaNode]:
        """Every schema in it, callbacks included; targets of references are not."""
        for parameter in self.parameters:
            yield from _carried(parameter.schema, parameter.media)
        for media in self.body.content if self.body else ():
            yield from _carried(None, media)
        for response in self.responses:
            for media in response.content:
                yield from _carried(None, media)
            for header in response.headers:
                yield from _carried(header.schema, header.media)
        for callback in self.callbacks:
            for operation in callback.operations:
                yield from operation.schemas()


def _carried(schema: SchemaNode | None, media: MediaType | None) -> Iterator[SchemaNode]:
    if schema is not None:
        yield schema
    if media is None:
        return
    yield from (node for node in (media.schema, media.item_schema) if node is not None)
    for encoding in (*media.encoding.values(), *media.prefix_encoding, media.item_encoding):
        for header in encoding.headers if encoding else ():
            yield from _carried(header.schema, header.media)


@dataclass(frozen=True, slots=True)
class Webhook:
    """What the API sends without being asked (OpenAPI 3.1)."""

    name: str
    operations: tuple[Operation, ...]
    location: Location = field(default=Location(""), compare=False)
