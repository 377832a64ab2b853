"""Rules on what belongs to a whole document: servers, credentials, faults, prose, what nothing uses."""

from __future__ import annotations

from nemogen.diff.levels import A, B, D, E, N, R, U
from nemogen.diff.operation_rules import Rows
from nemogen.findings import Direction

_SERVERS: Rows = (
    ("server-url-changed", B, "the default server is now {new}, was {old}"),
    ("server-added", A, "the server {value} is new"),
    ("server-removed", B, "the server {value} was removed"),
    ("servers-declared", R, "the server {value} is declared, none was before"),
    ("servers-removed", B, "no server is declared any longer (was {value})"),
    ("server-default-reordered", R, "the default server is now {new}; {old} is listed after it"),
    (
        "server-became-staging",
        B,
        "the default server is now {new}, which looks like a staging or test server (was {old})",
    ),
    ("server-variable-added", A, "the variable {value} of server {what} is new"),
    ("server-variable-removed", R, "the variable {value} of server {what} was removed"),
    ("server-variable-default-changed", B, "the default of {value} of server {what} changed from {old} to {new}"),
    ("server-variable-value-added", A, "the variable {value} of server {what} may now be {new}"),
    ("server-variable-value-removed", B, "the variable {value} of server {what} can no longer be {old}"),
)
_SECURITY: Rows = (
    ("api-security-credential-required", B, "credentials that are now required: {value}"),
    ("api-security-alternative-removed", B, "credentials that are no longer accepted: {value}"),
    ("api-security-added", A, "credentials that are now accepted: {value}"),
    ("api-security-removed", A, "credentials that are no longer required: {value}"),
    ("api-security-scope-added", B, "the credential {what} now needs the scope {value}"),
    ("api-security-scope-removed", A, "the credential {what} no longer needs the scope {value}"),
    ("api-security-became-optional", A, "credentials that are now optional: {value}"),
    ("api-global-security-became-optional", A, "credentials that are now optional: {value}"),
    ("api-global-security-credential-required", B, "credentials that are now required: {value}"),
    ("api-global-security-alternative-removed", B, "credentials that are no longer accepted: {value}"),
    ("api-global-security-added", A, "credentials that are now accepted: {value}"),
    ("api-global-security-removed", A, "credentials that are no longer required: {value}"),
    ("api-global-security-scope-added", B, "the credential {what} now needs the scope {value}"),
    ("api-global-security-scope-removed", A, "the credential {what} no longer needs the scope {value}"),
    ("api-security-component-added", A, "the security scheme {what} is new"),
    ("api-security-component-removed", R, "the security scheme {what} was removed"),
    ("api-security-component-type-changed", B, "the type of security scheme {what} changed from {old} to {new}"),
    ("api-security-component-place-changed", B, "the credential {what} is now sent as {new}, was {old}"),
    ("api-security-component-scheme-changed", B, "the credential {what} is now sent with the scheme {new}, was {old}"),
    ("api-security-component-bearer-format-changed", D, "the token format of {what} changed from {old} to {new}"),
    ("api-security-component-open-id-url-changed", R, "the OpenID configuration of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-url-changed", R, "the authorization URL of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-token-url-changed", R, "the token URL of {what} moved from {old} to {new}"),
    ("api-security-component-oauth-flow-added", A, "{what} now offers the flow {value}"),
    ("api-security-component-oauth-flow-removed", B, "{what} no longer offers the flow {value}"),
    ("api-security-component-oauth-scope-added", A, "{what} now has the scope {value}"),
    ("api-security-component-oauth-scope-removed", R, "{what} no longer has the scope {value}"),
    ("api-security-component-oauth-scope-changed", D, "the description of the scope {value} of {what} changed"),
    ("security-scheme-without-requirement", N, "the security scheme {value} is declared, and no operation requires it"),
)
_INFO: Rows = (
    ("api-version-not-bumped", N, "the document changed and its version is still {new}"),
    ("api-version-decreased", N, "the version of the document went down from {old} to {new}"),
    ("api-major-version-not-bumped", N, "the document changed incompatibly, its version from {old} to {new}"),
    ("openapi-version-changed", N, "the OpenAPI version of the document changed from {old} to {new}"),
)
_FAULTS: Rows = (
    ("document-not-openapi", E, "the document cannot be compared: {value}"),
    ("document-repaired", N, "the base was not an OpenAPI document: {value}"),
    ("document-too-deep", E, "the document is nested too deeply to be compared"),
    ("document-part-malformed", R, "a part of the document is malformed and was skipped: {value}"),
    ("reference-dangling", R, "the target of the reference {value} does not exist"),
    ("reference-relative-to-schema", N, "the reference {value} is relative to its own schema, not to the document"),
    ("reference-outside", R, "the reference {value} leads out of the document: its target was not read"),
    ("reference-circular", R, "the reference {value} leads to itself: it has no target"),
    ("reference-repaired", N, "a reference whose target did not exist was repaired: {value}"),
    ("duplicate-operation-id", R, "several operations are called {value}"),
    ("duplicate-parameter", R, "the parameter {value} is declared twice"),
    ("duplicate-path", R, "the path {value} is declared twice, with different parameter names"),
    ("path-parameter-undeclared", R, "the parameter {value} of the path is not declared"),
    ("document-fault-repaired", N, "a fault of the document was repaired: {value}"),
)
_PROSE: Rows = (
    ("description-changed", D, "descriptions changed"),
    ("summary-changed", D, "summaries changed"),
    ("title-changed", D, "titles changed"),
    ("example-changed", D, "examples changed"),
    ("external-docs-changed", D, "links to other documentation changed"),
    ("comment-changed", D, "comments changed"),
    ("extension-changed", D, "vendor extensions changed"),
    ("info-changed", D, "the document's info (title, contact, license) changed"),
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
