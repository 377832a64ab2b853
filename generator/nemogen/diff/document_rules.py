"""Rules on what belongs to a whole document: servers, credentials, faults, prose, what nothing uses."""

from __future__ import annotations

from nemogen.diff.levels import A, B, D, E, N, R, U
from nemogen.diff.operation_rules import Rows
from nemogen.findings import Direction

_SERVERS: Rows = (
    ("server-url-changed", B, "the default server is {new} now, it was {old}"),
    ("server-added", A, "the server {value} is new"),
    ("server-removed", B, "the server {value} was removed"),
    ("servers-declared", R, "the server {value} is named where none was"),
    ("servers-removed", B, "no server is named any more (was {value})"),
    ("server-default-reordered", R, "the default server is {new} now, {old} comes after it"),
    (
        "server-became-staging",
        B,
        "the default server is {new} now, which looks like staging or tests (was {old})",
    ),
    ("server-variable-added", A, "the server {what} got the variable {value}"),
    ("server-variable-removed", R, "the server {what} lost the variable {value}"),
    ("server-variable-default-changed", B, "the variable {value} of server {what} is {new} by default, it was {old}"),
    ("server-variable-value-added", A, "the variable {value} of server {what} may be {new} now"),
    ("server-variable-value-removed", B, "the variable {value} of server {what} may not be {old} any more"),
)
_SECURITY: Rows = (
    ("api-security-credential-required", B, "credentials that are required now: {value}"),
    ("api-security-alternative-removed", B, "credentials that are not accepted any more: {value}"),
    ("api-security-added", A, "credentials that are accepted now: {value}"),
    ("api-security-removed", A, "credentials that are not asked for any more: {value}"),
    ("api-security-scope-added", B, "the credential {what} needs the scope {value} now"),
    ("api-security-scope-removed", A, "the credential {what} does not need the scope {value} any more"),
    ("api-security-became-optional", A, "credentials that are optional now: {value}"),
    ("api-global-security-became-optional", A, "credentials that are optional now: {value}"),
    ("api-global-security-credential-required", B, "credentials that are required now: {value}"),
    ("api-global-security-alternative-removed", B, "credentials that are not accepted any more: {value}"),
    ("api-global-security-added", A, "credentials that are accepted now: {value}"),
    ("api-global-security-removed", A, "credentials that are not asked for any more: {value}"),
    ("api-global-security-scope-added", B, "the credential {what} needs the scope {value} now"),
    ("api-global-security-scope-removed", A, "the credential {what} does not need the scope {value} any more"),
    ("api-security-component-added", A, "the security scheme {what} is new"),
    ("api-security-component-removed", R, "the security scheme {what} was removed"),
    ("api-security-component-type-changed", B, "the security scheme {what} is of type {new} now, it was {old}"),
    ("api-security-component-place-changed", B, "the credential {what} is sent as {new} now, it was {old}"),
    ("api-security-component-scheme-changed", B, "the credential {what} is sent by scheme {new} now, it was {old}"),
    ("api-security-component-bearer-format-changed", D, "the format of token {what} is {new} now, it was {old}"),
    ("api-security-component-open-id-url-changed", R, "the OpenID configuration of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-url-changed", R, "the authorization URL of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-token-url-changed", R, "the token URL of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-flow-added", A, "{what} may be had by the flow {value} now"),
    ("api-security-component-oauth-flow-removed", B, "{what} may not be had by the flow {value} any more"),
    ("api-security-component-oauth-scope-added", A, "{what} got the scope {value}"),
    ("api-security-component-oauth-scope-removed", R, "{what} lost the scope {value}"),
    ("api-security-component-oauth-scope-changed", D, "the scope {value} of {what} is described otherwise"),
    ("security-scheme-without-requirement", N, "the security scheme {value} is declared, and no operation asks for it"),
)
_INFO: Rows = (
    ("api-version-not-bumped", N, "the document changed and its version is still {new}"),
    ("api-version-decreased", N, "the version of the document went down from {old} to {new}"),
    ("api-major-version-not-bumped", N, "the document changed incompatibly, and its version went from {old} to {new}"),
    ("openapi-version-changed", N, "the document is written in OpenAPI {new} now, it was {old}"),
)
_FAULTS: Rows = (
    ("document-not-openapi", E, "the document is not an OpenAPI document: {value}"),
    ("document-mended", N, "the document before was not an OpenAPI document: {value}"),
    ("document-too-deep", E, "the document is nested too deeply to be compared"),
    ("document-part-malformed", R, "a part of the document is malformed and was skipped: {value}"),
    ("reference-dangling", R, "the reference {value} leads nowhere: its target is unknown"),
    ("reference-relative-to-schema", N, "the reference {value} is written as if its schema were the document"),
    ("reference-outside", R, "the reference {value} leads out of the document: its target is unknown"),
    ("reference-circular", R, "the reference {value} leads to itself: its target is unknown"),
    ("reference-mended", N, "a reference that led nowhere was repaired: {value}"),
    ("duplicate-operation-id", R, "several operations are called {value}"),
    ("duplicate-parameter", R, "the parameter {value} is declared twice"),
    ("duplicate-path", R, "the path {value} is declared twice, with other parameter names"),
    ("path-parameter-undeclared", R, "the parameter {value} of the path is not declared"),
    ("document-fault-mended", N, "a fault of the document was repaired: {value}"),
)
_PROSE: Rows = (
    ("description-changed", D, "descriptions changed"),
    ("summary-changed", D, "summaries changed"),
    ("title-changed", D, "titles changed"),
    ("example-changed", D, "examples changed"),
    ("external-docs-changed", D, "links to other documentation changed"),
    ("comment-changed", D, "comments changed"),
    ("extension-changed", D, "vendor extensions changed"),
    ("info-changed", D, "what the document says of itself changed"),
    ("tag-changed", D, "the descriptions of tags changed"),
)
_UNREACHABLE: Rows = (
    ("api-schema-removed", U, "schemas that no operation uses were removed: {value}"),
    ("unreachable-component-added", U, "components that no operation uses were added: {value}"),
    ("unreachable-component-removed", U, "components that no operation uses were removed: {value}"),
    ("unreachable-component-changed", U, "components that no operation uses changed: {value}"),
)

DOCUMENT_RULES: tuple[tuple[str, Direction, Rows], ...] = (
    ("servers", Direction.REQUEST, _SERVERS),
    ("security", Direction.REQUEST, _SECURITY),
    ("info", Direction.NONE, _INFO),
    ("document", Direction.NONE, _FAULTS),
    ("prose", Direction.NONE, _PROSE),
    ("unreachable", Direction.NONE, _UNREACHABLE),
)
