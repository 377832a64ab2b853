"""The frozen model of a document: what it offers, with everything in effect where it is in effect.

Parameters of a path, its servers, and the security of the document stand in each operation that they hold for.
References between parts (parameters, responses, path items, …) are followed when the document is read; those between
schemas stay `SchemaRef`. Swagger 2.0 and OpenAPI 3.0 to 3.2 are read into this one form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from nemogen.errors import Location as Location
from nemogen.openapi.families import Family
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a parameter or a media type. Its value is data: nothing in it is a keyword."""

    name: str
    value: JsonValue
    summary: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A variable in a server's URL. `allowed` is empty if any value is."""

    name: str
    default: str
    allowed: tuple[str, ...] = ()
    description: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Server:
    """A server: `url` as written, with {variables}; it may be relative to where the document came from."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    description: str = field(default="", compare=False)
    name: str = ""
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """One flow of OAuth 2: "clientCredentials", "authorizationCode", "password", "implicit", "deviceAuthorization"."""

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: Mapping[str, str] = field(default_factory=dict)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """How a credential is sent.

    `kind` is "apiKey", "http", "oauth2", "openIdConnect", "mutualTLS", or what the document says where that is none of
    these. `location_in` and `parameter` are where an apiKey goes; `http_scheme` ("basic", "bearer", …) is lower case.
    """

    name: str
    kind: str
    location_in: str = ""
    parameter: str = ""
    http_scheme: str = ""
    bearer_format: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    open_id_connect_url: str = ""
    oauth2_metadata_url: str = ""
    description: str = field(default="", compare=False)
    deprecated: bool = False
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """One alternative: all of these schemes together, each with its scopes. Empty: no credential is needed."""

    schemes: Mapping[str, tuple[str, ...]]
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
    """The content of one media type. `name` is as written; `schema` is None if nothing is said.

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
    `is_shared` tells that it stands at the path item, for all its operations. `is_sent` is False for a path parameter
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
    `security` is what is in effect; `security_is_own` tells whether it stands at the operation. An empty tuple: no
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
        """Every schema that stands in it, callbacks included; what these lead to is not."""
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


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations; `parent` and `kind` are of OpenAPI 3.2."""

    name: str
    description: str = field(default="", compare=False)
    parent: str = ""
    kind: str = ""
    summary: str = field(default="", compare=False)
    location: Location = field(default=Location(""), compare=False)


@dataclass(frozen=True, slots=True)
class Info:
    """What the document says of the API as a whole."""

    title: str = ""
    version: str = ""
    summary: str = ""
    description: str = field(default="", compare=False)
    license: str = ""
    contact: str = ""
    terms_of_service: str = ""


class Resources(Protocol):
    """The schema resources of a document: what `$id` sets apart."""

    def resource_of(self, target: Target) -> Target:
        """The schema with an `$id`, or the file, that a target is part of."""

    def dynamic_anchors(self, name: str) -> Iterable[SchemaRef]:
        """The schemas, of all files read so far, with a `$dynamicAnchor` of this name."""


def _resolve_nothing(_reference: SchemaRef) -> SchemaNode | None:
    """What a document without schemas knows of any reference."""
    return None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `version` is what it declares ("3.0.3", "2.0"). `security` are the requirements of the document, which each
    operation without its own has too. `resolve_target` reads a schema on first use and keeps it.
    """

    version: str
    info: Info
    operations: tuple[Operation, ...]
    webhooks: tuple[Webhook, ...] = ()
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    security_schemes: Mapping[str, SecurityScheme] = field(default_factory=dict)
    extensions: Mapping[str, JsonValue] = field(default_factory=dict)
    dialect: str = ""
    """The dialect of its schemas (`jsonSchemaDialect`), where it says one."""
    self_uri: str = ""
    """Where it says that it is published (`$self`, OpenAPI 3.2)."""
    resolve_target: Callable[[SchemaRef], SchemaNode | None] = field(default=_resolve_nothing, compare=False)
    resources: Resources | None = field(default=None, compare=False)
    """What a `$dynamicRef` needs; None if the document was not read from text."""
    component_schemas: Mapping[str, SchemaRef] = field(default_factory=dict, compare=False)
    """The components under components/schemas, used or not, by name; not read until they are resolved."""
    families: Mapping[Target, Family] = field(default_factory=dict, compare=False)
    """By base, the components that a value may be which is declared as that base."""

    def resolve(self, node: SchemaNode) -> Schema:
        """The schema that a node means, following references to references.

        A reference that leads nowhere gives a schema that allows any value.
        """
        seen: set[SchemaRef] = set()
        while isinstance(node, SchemaRef):
            found = None if node in seen else self.resolve_target(node)
            if found is None:
                return Schema(node.location)
            seen.add(node)
            node = found
        return node

    def all_operations(self) -> Iterator[Operation]:
        """The operations of paths, then those of webhooks; callbacks stand in their operations."""
        yield from self.operations
        for webhook in self.webhooks:
            yield from webhook.operations
