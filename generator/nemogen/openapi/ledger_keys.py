"""The keys of each kind of object, with the field of the model that each is read into. All versions share these tables.

Sources: the OpenAPI Specification 3.0.4, 3.1.1 and 3.2.0; `ledger_schema_keys` has those of schemas, and
`ledger_swagger_keys` those of 2.0. A key that is in no table is unknown.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass


class Below(enum.Enum):
    """The kind of a key's value."""

    VALUE = "a value, or data"
    OBJECT = "an object"
    LIST = "a list of objects"
    MAP = "objects by name"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a kind of object. `field` is the field of the model; PROSE is what no program reads."""

    field: str
    below: Below = Below.VALUE


Keys: TypeAlias = Mapping[str, Key]

PROSE: Final = Key("")
ANY_NAME: Final = "*"
"""The key of the only entry of an object whose keys are all names."""


def an_object(field: str) -> Key:
    """The key of one object."""
    return Key(field, Below.OBJECT)


def a_list(field: str) -> Key:
    """The key of a list of objects."""
    return Key(field, Below.LIST)


def a_map(field: str) -> Key:
    """The key of objects by name."""
    return Key(field, Below.MAP)


_EXAMPLES: Final = {"example": Key("MediaType.examples"), "examples": Key("MediaType.examples")}

_DOCUMENT: Final = {
    "openapi": Key("Document.version"),
    "info": an_object("Document.info"),
    "paths": a_map("Document.operations"),
    "webhooks": a_map("Document.webhooks"),
    "servers": a_list("Document.servers"),
    "tags": a_list("Document.tags"),
    "security": a_list("Document.security"),
    "components": an_object("Document.component_schemas"),
    "externalDocs": PROSE,
    "jsonSchemaDialect": Key("Document.dialect"),
    "$self": Key("Document.self_uri"),
}
_INFO: Final = {
    "title": Key("Info.title"),
    "version": PROSE,
    "summary": PROSE,
    "description": PROSE,
    "termsOfService": PROSE,
    "contact": PROSE,
    "license": PROSE,
}
_COMPONENTS: Final = {
    "schemas": a_map("Document.component_schemas"),
    "securitySchemes": a_map("Document.security_schemes"),
    **{
        name: a_map("Document.operations")
        for name in ("responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks")
    },
    "pathItems": a_map("Document.operations"),
    "mediaTypes": a_map("Document.operations"),
}
_PATH_ITEM: Final = {
    "$ref": Key("Document.operations"),
    "summary": PROSE,
    "description": PROSE,
    **{
        method: an_object("Operation.method")
        for method in ("get", "put", "post", "delete", "patch", "head", "options", "trace", "query")
    },
    "additionalOperations": a_map("Operation.method"),
    "servers": a_list("Operation.servers"),
    "parameters": a_list("Operation.parameters"),
}
_OPERATION: Final = {
    "operationId": Key("Operation.operation_id"),
    "tags": Key("Operation.tags"),
    "summary": PROSE,
    "description": PROSE,
    "externalDocs": PROSE,
    "parameters": a_list("Operation.parameters"),
    "requestBody": an_object("Operation.body"),
    "responses": a_map("Operation.responses"),
    "callbacks": a_map("Operation.callbacks"),
    "deprecated": Key("Operation.deprecated"),
    "security": a_list("Operation.security"),
    "servers": a_list("Operation.servers"),
}
_PARAMETER: Final = {
    "name": Key("Parameter.name"),
    "in": Key("Parameter.location_in"),
    "description": PROSE,
    "required": Key("Parameter.required"),
    "deprecated": Key("Parameter.deprecated"),
    "allowEmptyValue": Key("Parameter.allow_empty_value"),
    "style": Key("Parameter.style"),
    "explode": Key("Parameter.explode"),
    "allowReserved": Key("Parameter.allow_reserved"),
    "schema": an_object("Parameter.schema"),
    "content": a_map("Parameter.media"),
    "example": Key("Parameter.examples"),
    "examples": Key("Parameter.examples"),
}
_HEADER: Final = {
    "description": PROSE,
    "required": Key("Header.required"),
    "deprecated": Key("Header.deprecated"),
    "style": Key("Header.style"),
    "explode": Key("Header.explode"),
    "schema": an_object("Header.schema"),
    "content": a_map("Header.media"),
    "example": PROSE,
    "examples": PROSE,
}
_MEDIA_TYPE: Final = {
    "schema": an_object("MediaType.schema"),
    "itemSchema": an_object("MediaType.item_schema"),
    "encoding": a_map("MediaType.encoding"),
    "prefixEncoding": a_list("MediaType.prefix_encoding"),
    "itemEncoding": an_object("MediaType.item_encoding"),
    **_EXAMPLES,
}
_ENCODING: Final = {
    "contentType": Key("Encoding.content_type"),
    "headers": a_map("Encoding.headers"),
    "style": Key("Encoding.style"),
    "explode": Key("Encoding.explode"),
    "allowReserved": Key("Encoding.allow_reserved"),
    "encoding": Key("Encoding.nested"),
    "prefixEncoding": Key("Encoding.nested"),
    "itemEncoding": Key("Encoding.nested"),
}
_EXAMPLE: Final = dict.fromkeys(
    ("summary", "description", "value", "externalValue", "dataValue", "serializedValue"), PROSE
)
_SECURITY_SCHEME: Final = {
    "type": Key("SecurityScheme.kind"),
    "description": PROSE,
    "name": Key("SecurityScheme.parameter"),
    "in": Key("SecurityScheme.location_in"),
    "scheme": Key("SecurityScheme.http_scheme"),
    "bearerFormat": Key("SecurityScheme.bearer_format"),
    "flows": an_object("SecurityScheme.flows"),
    "openIdConnectUrl": Key("SecurityScheme.open_id_connect_url"),
    "oauth2MetadataUrl": Key("SecurityScheme.oauth2_metadata_url"),
    "deprecated": Key("SecurityScheme.deprecated"),
}
_FLOW: Final = {
    "authorizationUrl": Key("OAuthFlow.authorization_url"),
    "deviceAuthorizationUrl": Key("OAuthFlow.device_authorization_url"),
    "tokenUrl": Key("OAuthFlow.token_url"),
    "refreshUrl": Key("OAuthFlow.refresh_url"),
    "scopes": Key("OAuthFlow.scopes"),
}

OPENAPI_KEYS: Final[Mapping[str, Keys]] = {
    "document": _DOCUMENT,
    "info": _INFO,
    "contact": dict.fromkeys(("name", "url", "email"), PROSE),
    "license": dict.fromkeys(("name", "url", "identifier"), PROSE),
    "tag": {
        "name": Key("Tag.name"),
        "parent": Key("Tag.parent"),
        "kind": Key("Tag.kind"),
        **dict.fromkeys(("summary", "description", "externalDocs"), PROSE),
    },
    "server": {
        "url": Key("Server.url"),
        "name": Key("Server.name"),
        "description": PROSE,
        "variables": a_map("Server.variables"),
    },
    "server variable": {
        "enum": Key("ServerVariable.allowed"),
        "default": Key("ServerVariable.default"),
        "description": PROSE,
    },
    "components": _COMPONENTS,
    "path item": _PATH_ITEM,
    "operation": _OPERATION,
    "parameter": _PARAMETER,
    "request body": {
        "description": PROSE,
        "content": a_map("RequestBody.content"),
        "required": Key("RequestBody.required"),
    },
    "media type": _MEDIA_TYPE,
    "encoding": _ENCODING,
    "response": {
        "summary": PROSE,
        "description": PROSE,
        "headers": a_map("Response.headers"),
        "content": a_map("Response.content"),
        "links": a_map("Response.links"),
    },
    "header": _HEADER,
    "link": {
        "operationRef": Key("Link.operation_ref"),
        "operationId": Key("Link.operation_id"),
        "parameters": Key("Link.parameters"),
        "requestBody": Key("Link.request_body"),
        "description": PROSE,
        "server": an_object("Link.server"),
    },
    "callback": {ANY_NAME: an_object("Callback.operations")},
    "example": _EXAMPLE,
    "reference": {"$ref": Key("Document.operations"), "summary": PROSE, "description": PROSE},
    "security scheme": _SECURITY_SCHEME,
    "oauth flows": {
        name: an_object("OAuthFlow.kind")
        for name in ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization")
    },
    "oauth flow": _FLOW,
    "security requirement": {ANY_NAME: Key("Operation.security")},
}
"""By kind of object, its keys in OpenAPI 3."""
