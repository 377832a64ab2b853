"""The frozen model of a document: what it offers, with everything in effect where it is in effect.

References between parts (parameters, responses, path items, …) are followed when the document is read; those between
schemas stay `SchemaRef`. Swagger 2.0 and OpenAPI 3.0 to 3.2 are read into this one form. Consumers import the parts of
a document from here, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Protocol

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.families import Family
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.operation import Callback as Callback
from nemogen.openapi.operation import Encoding as Encoding
from nemogen.openapi.operation import Example as Example
from nemogen.openapi.operation import Header as Header
from nemogen.openapi.operation import Link as Link
from nemogen.openapi.operation import MediaType as MediaType
from nemogen.openapi.operation import Operation as Operation
from nemogen.openapi.operation import Parameter as Parameter
from nemogen.openapi.operation import RequestBody as RequestBody
from nemogen.openapi.operation import Response as Response
from nemogen.openapi.operation import Webhook as Webhook
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target
from nemogen.openapi.security_scheme import OAuthFlow as OAuthFlow
from nemogen.openapi.security_scheme import SecurityRequirement as SecurityRequirement
from nemogen.openapi.security_scheme import SecurityScheme as SecurityScheme
from nemogen.openapi.server import Server as Server
from nemogen.openapi.server import ServerVariable as ServerVariable


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
    """The metadata of the API as a whole."""

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
        """The operations of paths, then those of webhooks; callbacks are in their operations."""
        yield from self.operations
        for webhook in self.webhooks:
            yield from webhook.operations
