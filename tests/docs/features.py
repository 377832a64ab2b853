"""Every field of OpenAPI and every keyword of its schemas: what the client does with it, and the test that proves it.

What is supported is stated once, in the tables of the ledger (`openapi/ledger_uses.py`); this adds versions and tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from nemogen.openapi.ledger_consumers import Consumer
from nemogen.openapi.ledger_keys import OPENAPI_KEYS, PROSE, Key, Keys
from nemogen.openapi.ledger_schema_keys import SCHEMA_KEYS
from nemogen.openapi.ledger_swagger_keys import SWAGGER_KEYS
from nemogen.openapi.ledger_uses import CLIENT_LOSSES, LOST, PARTLY, USES

REPORTED: Final = "tests/docs/test_features.py::test_what_is_not_supported_is_reported"
IGNORED: Final = "tests/docs/test_features.py::test_what_is_ignored_is_prose"

_WIRE, _NAMING, _OPENAPI = "tests/wire/test_", "tests/naming/test_", "tests/openapi/test_"
_STYLED = f"{_WIRE}parameters.py::test_an_object_is_written_in_its_style_also_as_a_model"
_FORM = f"{_WIRE}bodies.py::test_a_form_is_written_as_encoding_says"
_PART = f"{_WIRE}bodies.py::test_each_part_has_the_content_type_and_the_form_that_encoding_says"
_SCHEME = "tests/client/test_authentication.py::test_one_key_is_the_argument_api_key_however_it_travels"
_TOKEN = "tests/cases/security-oauth2"
_BOUND = f"{_NAMING}canonical_bounds.py::test_pydantic_takes_every_bound_that_is_kept"
_EXCLUSIVE = f"{_NAMING}canonical_bounds.py::test_exclusive_bounds_of_openapi_3_0_become_those_of_3_1"
_VIEWS = f"{_NAMING}views.py::test_a_component_of_both_sides_is_two_and_the_answers_keeps_the_name"
_IDENTIFIED = f"{_OPENAPI}references.py::test_identifiers_of_json_schema_are_followed"
_DYNAMIC = f"{_NAMING}canonical_schemas.py::test_a_dynamic_reference_to_the_only_anchor_is_a_reference"
_WEBHOOK = f"{_WIRE}webhooks.py::test_each_event_is_of_its_class"
_VARIABLES = f"{_WIRE}servers.py::test_the_variables_of_a_server_are_arguments_of_the_client"
_SECURED = "tests/client/test_authentication.py::test_what_operations_ask_for_is_kept_for_each"

PROOFS: Final[Mapping[str, str]] = {
    "Document.version": f"{_OPENAPI}read_document.py::test_versions_are_taken_as_people_write_them",
    "Document.info": f"{_OPENAPI}read_document.py::test_a_document_says_what_it_says_of_itself",
    "Document.operations": f"{_OPENAPI}references.py::test_every_part_of_an_operation_may_be_a_reference",
    "Document.webhooks": _WEBHOOK,
    "Document.servers": f"{_WIRE}servers.py::test_a_relative_server_is_resolved_against_the_source",
    "Document.security": _SECURED,
    "Document.security_schemes": "tests/client/test_authentication.py::test_several_have_names_of_their_own",
    "Document.component_schemas": "tests/cases/component-names",
    "Document.self_uri": f"{_OPENAPI}references.py::test_self_says_what_references_are_seen_from",
    "Info.title": "tests/cases/titles",
    "Server.url": f"{_WIRE}servers.py::test_a_relative_server_of_a_file_is_the_path_of_a_base_url_without_one",
    "Server.variables": _VARIABLES,
    "ServerVariable.allowed": f"{_WIRE}servers.py::test_the_variables_of_a_server_are_typed",
    "ServerVariable.default": _VARIABLES,
    "Operation.method": f"{_WIRE}openapi_3_2.py::test_methods_of_any_name_are_sent",
    "Operation.parameters": "tests/cases/path-and-query-parameters",
    "Operation.body": f"{_WIRE}bodies.py::test_an_optional_body_is_left_out_where_nothing_of_it_is_given",
    "Operation.responses": f"{_WIRE}empty_responses.py::test_an_empty_success_is_none_whatever_its_status",
    "Operation.callbacks": "tests/cases/webhooks-and-callbacks",
    "Callback.operations": "tests/cases/webhooks-and-callbacks",
    "Operation.deprecated": f"{_WIRE}deprecation.py::test_a_call_site_of_a_deprecated_method_is_reported_once",
    "Operation.security": _SECURED,
    "Operation.servers": f"{_WIRE}servers.py::test_servers_of_a_path_or_an_operation_are_called",
    "Parameter.name": "tests/cases/parameters-that-clash",
    "Parameter.location_in": f"{_WIRE}parameters.py::test_lists_in_headers_and_cookies",
    "Parameter.required": "tests/cases/path-and-query-parameters",
    "Parameter.deprecated": "tests/cases/deprecation",
    "Parameter.style": _STYLED,
    "Parameter.explode": f"{_WIRE}parameters.py::test_a_separator_inside_a_value_is_reported_from_one_between_values",
    "Parameter.allow_reserved": f"{_WIRE}parameters.py::test_reserved_characters_stay_where_the_api_allows_them",
    "Parameter.schema": _STYLED,
    "Parameter.media": f"{_WIRE}parameters.py::test_a_parameter_with_content_is_one_value_of_that_media_type",
    "Header.deprecated": f"{_WIRE}response_headers.py::test_each_header_is_a_value_of_its_type",
    "Header.schema": f"{_WIRE}response_headers.py::test_each_header_is_a_value_of_its_type",
    "MediaType.schema": f"{_WIRE}alternatives.py::test_each_method_has_the_arguments_of_its_media_type_alone",
    "MediaType.item_schema": f"{_WIRE}streams.py::test_the_schema_of_an_event_types_its_data",
    "MediaType.encoding": _PART,
    "Encoding.content_type": _PART,
    "Encoding.headers": _PART,
    "Encoding.style": _FORM,
    "Encoding.explode": _FORM,
    "Encoding.allow_reserved": f"{_WIRE}bodies.py::test_reserved_characters_of_a_form_stay_where_encoding_allows_them",
    "RequestBody.content": f"{_WIRE}alternatives.py::test_each_request_media_type_has_a_method_of_its_own",
    "RequestBody.required": f"{_WIRE}bodies.py::test_a_required_body_is_sent_and_a_nullable_one_may_be_null",
    "Response.content": f"{_WIRE}alternatives.py::test_a_response_is_read_by_its_content_type",
    "Response.headers": f"{_WIRE}response_headers.py::test_each_header_is_a_value_of_its_type",
    "SecurityScheme.kind": _SCHEME,
    "SecurityScheme.parameter": _SCHEME,
    "SecurityScheme.location_in": _SCHEME,
    "SecurityScheme.http_scheme": "tests/cases/security-basic",
    "SecurityScheme.flows": _TOKEN,
    "OAuthFlow.kind": _TOKEN,
    "OAuthFlow.token_url": _TOKEN,
    "Schema.types": "tests/cases/type-lists",
    "Schema.nullable": f"{_NAMING}canonical_schemas.py::test_every_spelling_of_nullable_is_one_spelling",
    "Schema.enum": f"{_NAMING}canonical_values.py::test_true_and_one_are_two_values_of_two_types",
    "Schema.all_of": f"{_NAMING}all_of.py::test_the_tighter_bound_and_the_common_values_count",
    "Schema.any_of": "tests/cases/nullable-spellings",
    "Schema.one_of": "tests/cases/constants-as-one-of",
    "Schema.discriminator": "tests/cases/discriminators",
    "SchemaRef.target": f"{_OPENAPI}references.py::test_a_reference_is_followed_as_it_is_spelled",
    "NumberBounds.minimum": _BOUND,
    "NumberBounds.maximum": _BOUND,
    "NumberBounds.exclusive_minimum": _EXCLUSIVE,
    "NumberBounds.exclusive_maximum": _EXCLUSIVE,
    "NumberBounds.multiple_of": _BOUND,
    "StringRules.format": f"{_WIRE}values.py::test_values_of_python_are_sent_and_read_as_the_api_writes_them",
    "StringRules.min_length": _BOUND,
    "StringRules.max_length": _BOUND,
    "StringRules.pattern": _BOUND,
    "StringRules.content_encoding": f"{_WIRE}values.py::test_values_of_python_are_sent_and_read_as_the_api_writes_them",
    "ArrayRules.items": "tests/cases/lists",
    "ArrayRules.prefix_items": f"{_WIRE}tuples.py::test_tuples_are_sent_and_read_whole",
    "ArrayRules.min_items": _BOUND,
    "ArrayRules.max_items": _BOUND,
    "ObjectRules.properties": "tests/cases/awkward-property-names",
    "ObjectRules.required": "tests/cases/inline-objects",
    "ObjectRules.additional_properties": (
        f"{_WIRE}values.py::test_properties_that_are_not_declared_are_checked_and_stay_where_they_do_not_fit"
    ),
    "Discriminator.property_name": f"{_WIRE}streams.py::test_an_unknown_tag_is_given_as_it_came_also_at_the_top",
    "Discriminator.mapping": "tests/cases/discriminators-by-mapping",
    "Annotations.title": "tests/cases/titles",
    "Annotations.default": "tests/cases/defaults-outside-their-schema",
    "Annotations.deprecated": "tests/cases/deprecation",
    "Annotations.read_only": _VIEWS,
    "Annotations.write_only": _VIEWS,
    "Identity.id": _IDENTIFIED,
    "Identity.anchors": _IDENTIFIED,
    "Identity.dynamic_anchors": _DYNAMIC,
    "Identity.dynamic_ref": _DYNAMIC,
}
"""By field of the model that the client uses, the test of it, or the folder of a document and what is made of it."""

UPGRADED: Final[Mapping[str, str]] = {
    "host": "servers_are_made_of_host_base_path_and_schemes",
    "basePath": "servers_are_made_of_host_base_path_and_schemes",
    "schemes": "servers_are_made_of_host_base_path_and_schemes",
    "consumes": "a_body_is_a_request_body_of_each_media_type",
    "produces": "responses_have_the_media_types_of_the_operation",
    "collectionFormat": "collection_formats_are_styles",
    "securityDefinitions": "security_definitions_are_schemes",
    "flow": "security_definitions_are_schemes",
    "definitions": "references_of_2_0_are_followed",
    "x-nullable": "null_has_an_extension_in_2_0",
    "swagger": "the_version_is_taken_as_people_write_it",
}
"""By key of Swagger 2.0 that OpenAPI 3 has not, the test of its upgrade."""

_METHOD = f"{_WIRE}openapi_3_2.py::test_each_method_of_a_path_item_is_sent"
BY_KEY: Final[Mapping[str, str]] = {
    **dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"), _METHOD),
    "additionalOperations": _METHOD,
    "requestBody": "tests/cases/request-media-types",
    "mediaTypes": f"{_OPENAPI}read_document.py::test_media_types_of_3_2",
    "implicit": "tests/client/test_authentication.py::test_several_have_names_of_their_own",
    "password": "tests/client/test_authentication.py::test_several_have_names_of_their_own",
    "deviceAuthorization": f"{_OPENAPI}read_document.py::test_security_schemes_are_read",
    "const": "tests/cases/constants",
    "$defs": _IDENTIFIED,
    "additionalItems": f"{_NAMING}canonical_schemas.py::test_items_of_drafts_are_items_by_position",
    "x-nullable": f"{_OPENAPI}upgrade.py::test_{UPGRADED['x-nullable']}",
    "definitions": f"{_NAMING}canonical_schemas.py::test_definitions_of_drafts_are_referred_to",
}
"""By key, the test of it, where several keys are one field of the model."""

_SINCE: Final[Mapping[str, Mapping[str, str]]] = {
    "3.2": {
        "document": "$self", "tag": "parent kind summary", "server": "name", "components": "mediaTypes",
        "path item": "query additionalOperations", "media type": "itemSchema prefixEncoding itemEncoding",
        "encoding": "encoding prefixEncoding itemEncoding", "response": "summary",
        "example": "dataValue serializedValue", "security scheme": "oauth2MetadataUrl deprecated",
        "oauth flows": "deviceAuthorization", "oauth flow": "deviceAuthorizationUrl", "discriminator": "defaultMapping",
    },
    "3.1": {
        "document": "webhooks jsonSchemaDialect", "info": "summary", "license": "identifier", "components": "pathItems",
        "reference": "summary description",
        "schema": "const contentEncoding contentMediaType contentSchema minContains maxContains dependentRequired "
        "$dynamicRef prefixItems contains unevaluatedItems patternProperties propertyNames unevaluatedProperties "
        "dependentSchemas if then else $defs examples $id $anchor $dynamicAnchor $schema $comment $vocabulary",
    },
}  # fmt: skip
_OLD_ONLY: Final = {"nullable": "3.0", "x-nullable": "2.0", "additionalItems": "drafts", "dependencies": "drafts",
                    "definitions": "drafts", "summary": "3.1"}  # fmt: skip
"""Keywords of schemas that no later version has."""


_STREAMS = f"{_WIRE}streams.py::test_lines_and_records_are_items_of_their_type"
_MULTIPART = f"{_WIRE}bodies.py::test_multipart_is_multipart_with_a_file_or_without"
_UNSENT = f"{_OPENAPI}ledger.py::test_what_the_client_does_not_use_is_reported_with_its_location"
VALUES: Final = (
    ("`in: path`, `query`", "2.0+", "supported", "tests/cases/path-and-query-parameters"),
    ("`in: header`", "2.0+", "supported", "tests/cases/header-and-cookie-parameters"),
    ("`in: cookie`", "3.0+", "supported", "tests/cases/header-and-cookie-parameters"),
    ("`in: formData`", "2.0", "supported",
     f"{_OPENAPI}upgrade.py::test_form_parameters_are_the_properties_of_one_body"),
    ("`in: body`", "2.0", "supported", f"{_OPENAPI}upgrade.py::test_a_body_is_a_request_body_of_each_media_type"),
    ("`in: querystring`", "3.2", "supported", f"{_WIRE}openapi_3_2.py::test_one_argument_is_the_whole_query"),
    ("`style: form`, `spaceDelimited`, `pipeDelimited`", "3.0+", "supported", "tests/cases/array-query-styles"),
    ("`style: deepObject`", "3.0+", "supported", "tests/cases/deep-object-query"),
    ("each `style` with `explode`, by `in` and type", "3.0+", "supported",
     f"{_WIRE}every_style.py::test_each_style_is_what_a_server_reads_back"),
    ("`style` of values that the specification leaves open", "3.0+", "rejected before sending",
     f"{_WIRE}parameters.py::test_what_the_specification_leaves_open_is_refused_before_it_is_sent"),
    ("`type: apiKey`", "2.0+", "supported", _SCHEME),
    ("`type: http`, `scheme: basic`", "2.0+", "supported", "tests/cases/security-basic"),
    ("`type: http`, `scheme: bearer`", "3.0+", "supported", _SCHEME),
    ("`type: oauth2`, client credentials", "2.0+", "supported", _TOKEN),
    ("`type: oauth2`, other flows; `openIdConnect`", "2.0+", "supported with a token that the caller has", REPORTED),
    ("`type: mutualTLS`", "3.1+", "reported (`security-not-supported`)", _UNSENT),
    ("`application/json` and `+json`", "2.0+", "supported", "tests/cases/request-media-types"),
    ("`multipart/form-data`", "2.0+", "supported", _MULTIPART),
    ("`application/x-www-form-urlencoded`", "2.0+", "supported", _FORM),
    ("`text/plain` and other text", "2.0+", "supported", f"{_WIRE}bodies.py::test_text_is_sent_in_its_charset"),
    ("`*/*` and other ranges", "2.0+", "supported",
     f"{_WIRE}empty_responses.py::test_a_range_of_media_types_is_read_by_the_content_type_that_comes"),
    ("`text/event-stream`", "3.0+", "supported", f"{_WIRE}streams.py::test_the_schema_of_an_event_types_its_data"),
    ("`application/jsonl`, `x-ndjson`, `json-seq` in responses", "3.0+", "supported", _STREAMS),
    ("`application/jsonl`, `x-ndjson`, `json-seq` in requests", "3.0+", "supported",
     f"{_WIRE}item_bodies.py::test_items_are_lines_or_records"),
    ("children of a `discriminator` by `allOf`", "2.0+", "supported",
     "tests/cases/children-by-all-of"),
    ("any other media type", "2.0+", "supported as bytes", "tests/cases/binary-bodies"),
    ("references to other files", "2.0+", "supported",
     f"{_OPENAPI}references.py::test_references_lead_to_other_files_and_back"),
    ("schemas that are `true` or `false`", "3.1+", "supported", "tests/cases/boolean-schemas"),
    ("keywords beside `$ref`", "3.1+", "supported", "tests/cases/references-with-siblings"),
    ("schemas that contain themselves", "2.0+", "supported", "tests/cases/recursion"),
)  # fmt: skip
"""What the fields above may hold: versions, what the client does with it, and the test of that."""


class Row(NamedTuple):
    """One line of the page."""

    kind: str
    key: str
    versions: str
    says: str
    test: str


def rows() -> Iterator[Row]:
    """Every key of every object, with its versions, what the client does with it, and the test of that."""
    for kind, keys in {**OPENAPI_KEYS, **SCHEMA_KEYS}.items():
        older = {**SWAGGER_KEYS, **SCHEMA_KEYS}.get(kind, {})
        for name, key in keys.items():
            yield Row(kind, name, _versions(kind, name, older), *stated(key, name))
    for kind, keys in SWAGGER_KEYS.items():
        for name, key in keys.items():
            if name not in OPENAPI_KEYS[kind] and (name not in SCHEMA_KEYS["schema"] or name == "x-nullable"):
                says, test = stated(key, name)
                yield Row(
                    kind,
                    name,
                    "2.0",
                    says,
                    f"{_OPENAPI}upgrade.py::test_{UPGRADED[name]}" if name in UPGRADED else test,
                )


def _versions(kind: str, name: str, older: Keys) -> str:
    if kind == "schema" and name in _OLD_ONLY:
        return _OLD_ONLY[name]
    since = next((version for version, kinds in _SINCE.items() if name in kinds.get(kind, "").split()), "")
    return f"{since or '3.0'}+" if since or name not in older or kind in _NEW_KINDS else "2.0+"


_NEW_KINDS: Final = frozenset(
    {"server", "server variable", "components", "request body", "media type", "encoding", "link", "callback", "example",
     "oauth flows", "oauth flow"}
)  # fmt: skip
"""Objects that 2.0 does not have."""


def stated(key: Key, name: str = "") -> tuple[str, str]:
    """What the client does with a key, in the words of the page, and the test of it."""
    if key == PROSE:
        return "ignored: prose", IGNORED
    sign = USES[key.field][Consumer.CLIENT]
    if sign == LOST:
        loss = CLIENT_LOSSES[key.field]
        return f"reported (`{loss.rule}`): {loss.message}", REPORTED
    proof = BY_KEY.get(name) or PROOFS[key.field]
    return "supported; the rest is reported" if sign == PARTLY else "supported", proof


def page() -> Iterator[str]:
    """The lines of docs/reference/features.md below its title."""
    yield from (
        "What a generated client does with each field of each object of OpenAPI 2.0, 3.0, 3.1 and 3.2, and with each",
        "keyword of their schemas. *Reported* means that `nemogen add` and `nemogen generate` name each location that",
        "uses it. A loss for callers is shown even without `--verbose`. The last column names the test, or the spec in",
        "`tests/cases` whose package shows the result.",
    )
    kind = ""
    for row in sorted(rows(), key=lambda row: row.kind):
        if row.kind != kind:
            kind = row.kind
            yield from ("", f"## {kind.capitalize()}", "", "| field | versions | client | test |", "|---|---|---|---|")
        name = "any name" if row.key == "*" else f"`{row.key}`"
        yield f"| {name} | {row.versions} | {row.says} | `{row.test.removeprefix('tests/')}` |"
    yield from ("", "## Values", "", "| value | versions | client | test |", "|---|---|---|---|")
    for value, versions, says, test in VALUES:
        yield f"| {value} | {versions} | {says} | `{test.removeprefix('tests/')}` |"
