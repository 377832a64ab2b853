"""The keys of Swagger 2.0, where they differ from those of OpenAPI 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.ledger_keys import OPENAPI_KEYS, PROSE, Key, Keys, a_list, a_map, an_object
from nemogen.openapi.ledger_schema_keys import SCHEMA_KEYS

_OPENAPI_ONLY: Final = ("content", "style", "explode", "allowReserved", "examples", "links", "requestBody", "callbacks",
                        "servers", "deprecated", "query", "trace", "additionalOperations")  # fmt: skip
"""Keys of OpenAPI 3 that 2.0 does not have in the objects below."""


def _inherited(kind: str, *but: str) -> Keys:
    return {key: row for key, row in OPENAPI_KEYS[kind].items() if key not in (*_OPENAPI_ONLY, *but)}


_INLINE: Final = {
    **{
        key: row
        for key, row in SCHEMA_KEYS["schema"].items()
        if key in ("type", "format", "items", "default", "enum", "maximum", "exclusiveMaximum", "minimum",
                   "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
                   "multipleOf", "x-nullable", "readOnly", "title")
    },
    "collectionFormat": Key("Parameter.style"),
    "schema": an_object("Parameter.schema"),
}  # fmt: skip
"""The keys of the schema of a parameter or a header, which are mixed with its own."""

SWAGGER_KEYS: Final[Mapping[str, Keys]] = {
    **OPENAPI_KEYS,
    "document": {
        "swagger": Key("Document.version"),
        "info": an_object("Document.info"),
        "host": Key("Server.url"),
        "basePath": Key("Server.url"),
        "schemes": Key("Server.url"),
        "consumes": Key("RequestBody.content"),
        "produces": Key("Response.content"),
        "paths": a_map("Document.operations"),
        "definitions": a_map("Document.component_schemas"),
        "parameters": a_map("Document.operations"),
        "responses": a_map("Document.operations"),
        "securityDefinitions": a_map("Document.security_schemes"),
        "security": a_list("Document.security"),
        "tags": a_list("Document.tags"),
        "externalDocs": PROSE,
    },
    "path item": _inherited("path item"),
    "operation": {
        **_inherited("operation"),
        "deprecated": Key("Operation.deprecated"),
        "consumes": Key("RequestBody.content"),
        "produces": Key("Response.content"),
        "schemes": Key("Operation.servers"),
    },
    "parameter": {**_inherited("parameter", "example"), **_INLINE},
    "header": {**_inherited("header", "required", "example"), **_INLINE},
    "response": {
        **_inherited("response"),
        "schema": an_object("MediaType.schema"),
        "examples": Key("MediaType.examples"),
    },
    "security scheme": {
        **{
            key: row
            for key, row in OPENAPI_KEYS["security scheme"].items()
            if key in ("type", "description", "name", "in")
        },
        "flow": Key("SecurityScheme.flows"),
        "authorizationUrl": Key("OAuthFlow.authorization_url"),
        "tokenUrl": Key("OAuthFlow.token_url"),
        "scopes": Key("OAuthFlow.scopes"),
    },
}
"""By kind of object, its keys in Swagger 2.0; schemas have those that they have everywhere."""
