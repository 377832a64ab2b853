"""Swagger 2.0, read into the model of OpenAPI 3: each step that loses something is a note.

Locations stay those of the document, so nothing is rewritten before it is read. Source: the OpenAPI Specification
2.0, and the OpenAPI Initiative's upgrade guide from 2.0 to 3.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document, OAuthFlow, Parameter, RequestBody, Response, SecurityScheme, Server
from nemogen.openapi.families import find_families
from nemogen.openapi.read_info import read_components, read_info, read_tags
from nemogen.openapi.read_operations import InEffect, OperationReader
from nemogen.openapi.read_parts import entries, extensions, follow_part, read_text, read_texts
from nemogen.openapi.read_security import read_requirements, read_scheme, read_scopes
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema_resources import SchemaResources
from nemogen.openapi.schema_store import SchemaStore
from nemogen.openapi.upgrade_bodies import SwaggerBodies
from nemogen.openapi.upgrade_parameters import SwaggerParameters

_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
"""The name of each flow of OAuth 2, and what OpenAPI 3 calls it."""


def read_swagger(version: str, reading: References) -> Document:
    """Read a document of Swagger 2.0."""
    root = reading.node()
    reading.visit(root, "document")
    schemes = dict(_read_schemes(root.child("securityDefinitions"), reading))
    security = root.child("security")
    servers = tuple(_read_servers(root, root.child("schemes"), reading))
    in_effect = InEffect(servers, read_requirements(security, schemes, reading), security)
    parts = SwaggerParts(reading, SwaggerParameters(reading), SwaggerBodies(reading, root))
    operations = OperationReader(reading, parts, schemes, in_effect)
    schemas = read_components(root.child("definitions"), reading)
    return Document(
        version=version,
        info=read_info(root.child("info"), reading),
        operations=tuple(operations.read_paths(root.child("paths"))),
        servers=servers,
        tags=tuple(read_tags(root.child("tags"), reading)),
        security=in_effect.security,
        security_schemes=schemes,
        extensions=extensions(root),
        resolve_target=SchemaStore(reading).resolve,
        resources=SchemaResources(reading),
        component_schemas=schemas,
        families=find_families(schemas, reading),
    )


@dataclass(frozen=True, slots=True)
class SwaggerParts:
    """Reads the parts of operations; see `read_operations.OperationParts`."""

    reading: References
    parameters: SwaggerParameters
    bodies: SwaggerBodies

    def read_parameters(self, owner: RawNode, *, is_shared: bool) -> tuple[Parameter, ...]:
        """The parameters of a path item (`is_shared`) or an operation, apart from those that are its body."""
        return self.parameters.read_list(owner.child("parameters"), is_shared=is_shared)

    def read_body(self, operation: RawNode, item: RawNode) -> RequestBody | None:
        """The request body: what is `in: body`, or all that is `in: formData`."""
        lists = (item.child("parameters"), operation.child("parameters"))
        return self.bodies.read_body([node for each in lists for node in self.parameters.body_items(each)], operation)

    def read_responses(self, operation: RawNode) -> tuple[Response, ...]:
        """The responses of an operation."""
        return self.bodies.read_responses(operation)

    def read_servers(self, owner: RawNode) -> tuple[Server, ...] | None:
        """The servers of an operation with schemes of its own."""
        schemes = owner.child("schemes")
        return None if schemes.value is None else tuple(_read_servers(self.reading.node(), schemes, self.reading))


def _read_servers(root: RawNode, schemes: RawNode, reading: References) -> Iterator[Server]:
    host, base = read_text(root, "host", reading), read_text(root, "basePath", reading).rstrip("/")
    if base and not base.startswith("/"):
        base = f"/{base}"
    if not host:
        if base:
            yield Server(base, location=reading.location(root.child("basePath")))
        return
    names = read_texts(schemes, reading)
    if not names:
        message = "no scheme is named: https is taken"
        reading.note("schemes-missing", message, reading.location(root.child("host")))
    for name in names or ("https",):
        yield Server(f"{name}://{host}{base}", location=reading.location(root.child("host")))


def _read_schemes(node: RawNode, reading: References) -> Iterator[tuple[str, SecurityScheme]]:
    for name, entry in entries(node, "credentials", reading):
        found = follow_part(entry, "security scheme", reading, "the credential is left out")
        if found is None:
            continue
        kind = found.child("type").value
        location, description = reading.location(found), read_text(found, "description", reading)
        if kind == "basic":
            yield name, SecurityScheme(name, "http", http_scheme="basic", description=description, location=location)
        elif kind == "oauth2":
            flows = (_read_flow(found, reading),)
            yield name, SecurityScheme(name, "oauth2", flows=flows, description=description, location=location)
        else:
            scheme = read_scheme(name, found, reading)
            if scheme is not None:
                yield name, scheme


def _read_flow(node: RawNode, reading: References) -> OAuthFlow:
    said = read_text(node, "flow", reading)
    if said not in _FLOWS:
        message = f"`flow: {said}` is not a flow of OAuth 2"
        reading.note("security-scheme-unreadable", message, reading.location(node))
    return OAuthFlow(
        kind=_FLOWS.get(said, said),
        authorization_url=read_text(node, "authorizationUrl", reading),
        token_url=read_text(node, "tokenUrl", reading),
        scopes=read_scopes(node.child("scopes"), reading),
        location=reading.location(node),
    )
