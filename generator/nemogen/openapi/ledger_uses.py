"""What each consumer does with each field of the model: the statement that the ledger holds documents against.

A consumer that begins to use a field changes its sign here, and drops the row of what was lost without it. A field of
which a consumer uses a part has a function in `ledger_parts` that finds the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.ledger_consumers import Consumer, Loss
from nemogen.openapi.type_keyword import NOT_TYPED
from nemogen.openapi.type_keywords import TYPE_KEYWORDS

USED: Final = "+"
LOST: Final = "-"
PARTLY: Final = "~"

USES: Final[Mapping[str, str]] = {
    "Document.version": "++++",
    "Document.info": "++++",
    "Document.operations": "++++",
    "Document.webhooks": "~+--",
    "Document.servers": "~+++",
    "Document.tags": "-+--",
    "Document.security": "~+-+",
    "Document.security_schemes": "~+-+",
    "Document.component_schemas": "++++",
    "Document.dialect": "----",
    "Document.self_uri": "++++",
    "Info.title": "++--",
    "Tag.name": "-+--",
    "Tag.parent": "-+--",
    "Tag.kind": "-+--",
    "Server.url": "~+++",
    "Server.name": "----",
    "Server.variables": "~+++",
    "ServerVariable.allowed": "++--",
    "ServerVariable.default": "++++",
    "Operation.method": "+~++",
    "Operation.operation_id": "-+--",
    "Operation.tags": "-+--",
    "Operation.parameters": "++++",
    "Operation.body": "++++",
    "Operation.responses": "++++",
    "Operation.callbacks": "~+--",
    "Callback.operations": "++--",
    "Operation.deprecated": "++--",
    "Operation.security": "~+-+",
    "Operation.servers": "~+++",
    "Parameter.name": "++++",
    "Parameter.location_in": "++~~",
    "Parameter.required": "++++",
    "Parameter.deprecated": "++--",
    "Parameter.allow_empty_value": "-+--",
    "Parameter.style": "++++",
    "Parameter.explode": "++++",
    "Parameter.allow_reserved": "++--",
    "Parameter.schema": "++++",
    "Parameter.media": "++++",
    "Parameter.examples": "----",
    "Header.required": "-++-",
    "Header.deprecated": "++--",
    "Header.style": "-+--",
    "Header.explode": "-+--",
    "Header.schema": "++--",
    "Header.media": "-+--",
    "MediaType.schema": "++++",
    "MediaType.item_schema": "~+~~",
    "MediaType.encoding": "++--",
    "MediaType.prefix_encoding": "----",
    "MediaType.item_encoding": "----",
    "MediaType.examples": "----",
    "Encoding.content_type": "++--",
    "Encoding.headers": "~+--",
    "Encoding.style": "++--",
    "Encoding.explode": "++--",
    "Encoding.allow_reserved": "++--",
    "Encoding.nested": "-+--",
    "RequestBody.content": "~+++",
    "RequestBody.required": "++++",
    "Response.content": "~+++",
    "Response.headers": "+++-",
    "Response.links": "-+--",
    "Link.operation_ref": "-+--",
    "Link.operation_id": "-+--",
    "Link.parameters": "-+--",
    "Link.request_body": "-+--",
    "Link.server": "-+--",
    "SecurityScheme.kind": "++-+",
    "SecurityScheme.parameter": "++-+",
    "SecurityScheme.location_in": "++-+",
    "SecurityScheme.http_scheme": "++-+",
    "SecurityScheme.bearer_format": "-+--",
    "SecurityScheme.flows": "++--",
    "SecurityScheme.open_id_connect_url": "-+--",
    "SecurityScheme.oauth2_metadata_url": "-+--",
    "SecurityScheme.deprecated": "-+--",
    "OAuthFlow.kind": "++--",
    "OAuthFlow.authorization_url": "-+--",
    "OAuthFlow.device_authorization_url": "-+--",
    "OAuthFlow.token_url": "~+--",
    "OAuthFlow.refresh_url": "-+--",
    "OAuthFlow.scopes": "-+--",
    "Schema.types": "++++",
    "Schema.nullable": "++++",
    "Schema.enum": "++++",
    "Schema.all_of": "++++",
    "Schema.any_of": "++++",
    "Schema.one_of": "++++",
    "Schema.negated": "-+++",
    "Schema.conditional": "-+++",
    "Schema.discriminator": "++--",
    "SchemaRef.target": "++++",
    **{each.field: each.uses for each in TYPE_KEYWORDS.values()},
    "Discriminator.property_name": "+++-",
    "Discriminator.mapping": "+++-",
    "Discriminator.default": "-+--",
    "Annotations.title": "++--",
    "Annotations.default": "++--",
    "Annotations.examples": "---+",
    "Annotations.deprecated": "++--",
    "Annotations.read_only": "++++",
    "Annotations.write_only": "++++",
    "Annotations.xml": "-+--",
    "Identity.id": "++++",
    "Identity.anchors": "++++",
    "Identity.dynamic_anchors": "~-++",
    "Identity.dynamic_ref": "~-++",
}
"""By field of the model, what client, diff, recordings and mock do with it. `Encoding.nested` is not read at all."""

_NO_LINKS: Final = Loss("links-not-supported", "links between operations have no counterpart in the client")
_NO_ENCODING: Final = Loss("encoding-not-supported", "how the part is encoded is not followed", is_costly=True)
_NO_HEADERS: Final = Loss(
    "response-headers-not-typed",
    "any header may be missing; how its value is written is not followed",
)
NO_TOKENS: Final = Loss(
    "oauth-not-supported", "the client fetches tokens by client credentials alone: others are given"
)
_NO_TAGS: Final = Loss("tags-not-used", "resources are named after paths; a tag counts where a path has no words")
_NO_EXAMPLES: Final = Loss("examples-not-used", "examples do not show in the client")

CLIENT_LOSSES: Final[Mapping[str, Loss]] = {
    "Document.tags": _NO_TAGS,
    "Document.dialect": Loss(
        "dialect-not-supported", "schemas are read as JSON Schema 2020-12, whatever is named here"
    ),
    "Tag.name": _NO_TAGS,
    "Tag.parent": _NO_TAGS,
    "Tag.kind": _NO_TAGS,
    "Server.name": Loss("server-name-not-used", "the client does not choose servers by name"),
    "Operation.operation_id": Loss(
        "operation-id-not-used", "methods are named after paths; an operationId counts where it says more"
    ),
    "Operation.tags": _NO_TAGS,
    "Parameter.allow_empty_value": Loss("allow-empty-value", "the client sends an empty value only as empty text"),
    "Parameter.examples": _NO_EXAMPLES,
    **dict.fromkeys(("Header.required", "Header.style", "Header.explode", "Header.media"), _NO_HEADERS),
    **dict.fromkeys(("MediaType.prefix_encoding", "MediaType.item_encoding", "Encoding.nested"), _NO_ENCODING),
    "MediaType.examples": _NO_EXAMPLES,
    **dict.fromkeys(("Response.links", "Link.operation_ref", "Link.operation_id", "Link.parameters"), _NO_LINKS),
    **dict.fromkeys(("Link.request_body", "Link.server"), _NO_LINKS),
    "SecurityScheme.bearer_format": Loss("bearer-format-not-checked", "any token is sent as it is given"),
    "SecurityScheme.deprecated": Loss("scheme-deprecated", "the client does not say that the credential is deprecated"),
    **dict.fromkeys(("SecurityScheme.oauth2_metadata_url", "SecurityScheme.open_id_connect_url"), NO_TOKENS),
    **dict.fromkeys(("OAuthFlow.authorization_url", "OAuthFlow.device_authorization_url"), NO_TOKENS),
    "OAuthFlow.refresh_url": NO_TOKENS,
    "OAuthFlow.scopes": Loss("scopes-of-flow-not-used", "a token is asked for with the scopes of the operation"),
    **dict.fromkeys(("Schema.negated", "Schema.conditional"), NOT_TYPED),
    **{each.field: each.loss for each in TYPE_KEYWORDS.values() if each.loss is not None},
    "Discriminator.default": Loss(
        "default-mapping-not-supported", "a value without a known tag has no class of its own"
    ),
    "Annotations.examples": _NO_EXAMPLES,
    "Annotations.xml": Loss("xml-not-supported", "the client does not write XML"),
}
"""By field that the client does not use: what is reported if a document uses it."""


def loss_of(field: str, consumer: Consumer) -> Loss | None:
    """What is lost where a document uses this field and the consumer does not; None if it does, or does in part."""
    if USES[field][consumer] != LOST:
        return None
    if consumer is Consumer.CLIENT:
        return CLIENT_LOSSES[field]
    name = consumer.name.lower()
    return Loss(f"not-used-by-{name}", f"{name} does not use this")
