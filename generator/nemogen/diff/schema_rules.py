"""Rules on schemas: what a change means where it is sent (request) and where it is received (response).

A row is: name of the change, level in a request, level in a response, message. A rule's id is the name behind the
scope it is found in, as in `request-property-max-decreased`; the ids and, but for the differences that the README
lists, the levels are oasdiff's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.diff.count_keywords import COUNT_KEYWORDS
from nemogen.diff.levels import A, B, R
from nemogen.findings import Direction, Level

SCOPES: Mapping[str, tuple[Direction, str]] = {
    "request-body": (Direction.REQUEST, "schema"),
    "request-property": (Direction.REQUEST, "schema"),
    "request-read-only-property": (Direction.REQUEST, "schema"),
    "request-parameter": (Direction.REQUEST, "parameters"),
    "request-parameter-property": (Direction.REQUEST, "parameters"),
    "request-header-property": (Direction.REQUEST, "parameters"),
    "response-body": (Direction.RESPONSE, "schema"),
    "response-property": (Direction.RESPONSE, "schema"),
    "response-write-only-property": (Direction.RESPONSE, "schema"),
    "response-header": (Direction.RESPONSE, "headers"),
}
QUIET_SCOPES = frozenset({"request-read-only-property", "response-write-only-property"})
"""What is in there is not sent: no change is worse than additive, and what is lost there is a note."""

LOSSES: frozenset[str] = frozenset(
    {
        "prefix-items-removed",
        "list-of-types-narrowed",
        "enum-value-removed",
        "known-value-removed",
        "x-extensible-enum-value-removed",
        "discriminator-mapping-deleted",
        "one-of-removed",
        "any-of-removed",
        "unwrapped-from-one-of",
        "unwrapped-from-any-of",
    }
)
"""Changes by which a named value, type, variant or position is lost. They are never additive: in a response they are
risky, as code may wait for what never comes any longer (a status "done", say)."""

_UPPER = (
    ("{0}-decreased", B, A, "the {1} of {{what}} went down from {{old}} to {{new}}"),
    ("{0}-increased", A, B, "the {1} of {{what}} went up from {{old}} to {{new}}"),
    ("{0}-set", B, A, "{{what}} now has {2} {1} of {{new}}"),
    ("{0}-unset", A, B, "{{what}} no longer has {2} {1} of {{old}}"),
)
_LOWER = (
    ("{0}-increased", B, A, "the {1} of {{what}} went up from {{old}} to {{new}}"),
    ("{0}-decreased", A, B, "the {1} of {{what}} went down from {{old}} to {{new}}"),
    ("{0}-set", B, A, "{{what}} now has {2} {1} of {{new}}"),
    ("{0}-unset", A, B, "{{what}} no longer has {2} {1} of {{old}}"),
)


def _rows_of_counts(*, is_upper: bool) -> Iterator[tuple[tuple[Row, ...], str, str]]:
    rows = _UPPER if is_upper else _LOWER
    for each in COUNT_KEYWORDS:
        if each.is_upper == is_upper:
            yield rows if each.implied is None else rows[:2], each.name, each.words


_BOUNDS = (
    (_UPPER, "max", "maximum"),
    (_UPPER, "exclusive-max", "exclusive maximum"),
    *_rows_of_counts(is_upper=True),
    (_LOWER, "min", "minimum"),
    (_LOWER, "exclusive-min", "exclusive minimum"),
    *_rows_of_counts(is_upper=False),
)
_PRESENCE = (
    ("if", "a condition (if)"),
    ("then", "a schema for values that meet its condition (then)"),
    ("else", "a schema for values that do not meet its condition (else)"),
    ("contains", "a constraint on one of its items"),
    ("property-names", "a constraint on property names"),
    ("unevaluated-items", "a constraint on further items"),
    ("unevaluated-properties", "a constraint on further properties"),
    ("content-schema", "a schema of its content"),
    ("dependent-required", "properties that require others ({{value}})"),
    ("dependent-schema", "a schema that depends on property {{value}}"),
    ("pattern-property", "a schema for properties like {{value}}"),
    ("items", "a schema of its items"),
    ("not", "a schema that it must not match"),
)

Row = tuple[str, Level, Level, str]

CHANGES: tuple[Row, ...] = (
    *(
        (n.format(key), req, res, m.format(key, words, "an" if words.startswith("e") else "a"))
        for rows, key, words in _BOUNDS
        for n, req, res, m in rows
    ),
    *((f"{key}-added", B, A, f"{{what}} now has {words.format()}") for key, words in _PRESENCE),
    *((f"{key}-removed", A, B, f"{{what}} no longer has {words.format()}") for key, words in _PRESENCE),
    ("dependent-required-changed", B, B, "the properties that {value} of {what} requires changed from {old} to {new}"),
    ("not-tightened", B, A, "{what}: the schema that it must not match excludes more values"),
    ("not-loosened", A, B, "{what}: the schema that it must not match excludes fewer values"),
    ("not-changed", B, B, "{what}: the schema that it must not match excludes other values"),
    ("prefix-items-added", A, B, "the number of items of {what} with schemas of their own went up from {old} to {new}"),
    (
        "prefix-items-removed",
        B,
        R,
        "the number of items of {what} with schemas of their own went down from {old} to {new}",
    ),
    ("content-media-type-changed", B, B, "the media type of the content of {what} changed from {old} to {new}"),
    ("content-encoding-changed", B, B, "the encoding of the content of {what} changed from {old} to {new}"),
    ("multiple-of-set", B, A, "{what} must now be a multiple of {new}"),
    ("multiple-of-unset", A, R, "{what} no longer has to be a multiple of {old}"),
    ("multiple-of-generalized", A, R, "{what} must now be a multiple of {new}, was {old}"),
    ("multiple-of-specialized", B, A, "{what} must now be a multiple of {new}, was {old}"),
    ("multiple-of-changed", B, R, "{what} must now be a multiple of {new}, was {old}"),
    ("pattern-added", B, A, "{what} now has the pattern {new}"),
    ("pattern-removed", A, R, "{what} no longer has the pattern {old}"),
    ("pattern-changed", R, R, "the pattern of {what} changed from {old} to {new}"),
    ("pattern-generalized", A, R, "the pattern of {what} changed from {old} to {new}, which matches anything"),
    ("unique-items-set", B, A, "the items of {what} must now be unique"),
    ("unique-items-unset", A, R, "the items of {what} no longer have to be unique"),
    ("became-nullable", A, B, "{what} may now be null"),
    ("became-not-nullable", B, A, "{what} can no longer be null"),
    ("type-changed", B, B, "the type of {what} changed from {old} to {new}"),
    ("type-generalized", A, B, "the type of {what} got wider, from {old} to {new}"),
    ("type-specialized", B, A, "the type of {what} got narrower, from {old} to {new}"),
    ("type-compatible", A, A, "the type of {what} changed from {old} to {new}, which is the same on the wire"),
    ("list-of-types-widened", A, B, "{what} now allows more types: {new}; was {old}"),
    ("list-of-types-narrowed", B, R, "{what} now allows fewer types: {new}; was {old}"),
    ("became-enum", B, A, "{what} is now limited to {value}"),
    ("became-not-enum", A, R, "{what} is no longer limited to {value}"),
    ("enum-value-added", A, R, "{what} has new values: {value}"),
    ("enum-value-removed", B, R, "{what} lost values: {value}"),
    ("known-value-added", A, A, "{what} names new values among all that it allows: {value}"),
    ("known-value-removed", R, R, "{what} no longer names values among all that it allows: {value}"),
    ("x-extensible-enum-value-added", A, R, "{what} has new values in its extensible enum: {value}"),
    ("x-extensible-enum-value-removed", B, R, "{what} lost values of its extensible enum: {value}"),
    ("const-added", B, A, "{what} must now be {new}"),
    ("const-removed", A, B, "{what} no longer has to be {old}"),
    ("const-changed", B, B, "{what} must now be {new}, was {old}"),
    ("default-value-added", R, A, "{what} now has the default {new}"),
    ("default-value-removed", R, A, "{what} no longer has the default {old}"),
    ("default-value-changed", R, A, "the default of {what} changed from {old} to {new}"),
    ("became-required", B, A, "{what} became required"),
    ("became-required-with-default", B, A, "{what} became required and has a default"),
    ("became-optional", A, B, "{what} became optional"),
    ("discriminator-added", A, A, "{what} now has the discriminator {new}"),
    ("discriminator-removed", R, R, "{what} no longer has the discriminator {old}"),
    ("discriminator-property-name-changed", R, R, "the discriminator of {what} changed from {old} to {new}"),
    ("discriminator-mapping-added", A, R, "the discriminator of {what} has new values: {value}"),
    ("discriminator-mapping-deleted", R, R, "the discriminator of {what} lost values: {value}"),
    ("discriminator-mapping-changed", R, R, "the discriminator value {value} of {what} now means {new}, was {old}"),
    ("one-of-added", A, B, "{what} has a new variant: {value}"),
    ("one-of-removed", B, R, "{what} lost a variant: {value}"),
    ("any-of-added", A, R, "{what} has a new variant: {value}"),
    ("any-of-removed", B, R, "{what} lost a variant: {value}"),
    ("all-of-added", B, A, "{what} must now match another schema as well: {value}"),
    ("all-of-removed", R, R, "{what} no longer has to match a schema: {value}"),
    ("wrapped-in-one-of", B, B, "{what} is now one of several variants: {value}"),
    ("wrapped-in-any-of", A, B, "{what} is now any of several variants: {value}"),
    ("unwrapped-from-one-of", B, R, "{what} now has a single variant, it had several: {value}"),
    ("unwrapped-from-any-of", B, R, "{what} now has a single variant, it had several: {value}"),
    ("union-loosened", A, A, "{what} may now match several of its variants at once (oneOf became anyOf)"),
    ("union-tightened", R, A, "{what} must now match exactly one of its variants (anyOf became oneOf)"),
    ("additional-properties-closed", B, A, "{what} no longer allows undeclared properties"),
    ("additional-properties-opened", A, A, "{what} now allows undeclared properties"),
    ("additional-properties-typed", B, A, "the undeclared properties of {what} now have a schema"),
    ("additional-properties-untyped", A, B, "the undeclared properties of {what} no longer have a schema"),
    ("xml-changed", R, R, "the XML form of {what} changed from {old} to {new}"),
    ("deprecated", A, A, "{what} was deprecated"),
    ("deprecated-with-sunset", A, A, "{what} was deprecated, with sunset on {new}"),
    ("deprecated-sunset-missing", B, B, "{what} was deprecated without a sunset, which the policy asks for"),
    ("deprecated-sunset-invalid", B, B, "{what} was deprecated, with a sunset that is not a date: {new}"),
    ("sunset-date-too-small", B, B, "{what} was deprecated, with a sunset that is too soon: {new}"),
    ("sunset-moved-earlier", R, R, "the sunset of {what} moved from {old} to {new}"),
    ("sunset-cleared", R, R, "{what} is still deprecated, but no longer with a sunset on {old}"),
    ("reactivated", A, A, "{what} is no longer deprecated"),
    ("stability-decreased", B, B, "the stability of {what} went down from {old} to {new}"),
    ("stability-increased", A, A, "the stability of {what} went up from {old} to {new}"),
)

_RESPONSES = ("response-body", "response-property", "response-write-only-property", "response-header")
_REQUEST_PROPERTIES = (
    "request-property",
    "request-read-only-property",
    "request-parameter-property",
    "request-header-property",
)
_WITH_NEED = (
    "request-body",
    *_REQUEST_PROPERTIES,
    "request-parameter",
    "response-property",
    "response-write-only-property",
    "response-header",
)
SCOPES_OF: Mapping[str, tuple[str, ...]] = {
    "type-specialized": ("request-parameter-property", "request-header-property", *_RESPONSES),
    "type-compatible": tuple(scope for scope in SCOPES if scope != "request-parameter"),
    "multiple-of-specialized": _RESPONSES,
    "became-required": _WITH_NEED,
    "became-optional": _WITH_NEED,
    "became-required-with-default": _REQUEST_PROPERTIES,
}
"""The scopes of changes that not every scope knows."""

LEVELS: Mapping[str, Level] = {
    "request-parameter-default-value-added": B,
    "request-parameter-default-value-removed": B,
    "request-parameter-default-value-changed": B,
    "request-parameter-property-type-changed": R,
    "request-property-wrapped-in-one-of": R,
    "request-parameter-property-wrapped-in-one-of": R,
}
"""Where one scope is judged otherwise than the others."""

ALIASES: Mapping[str, str] = {
    "response-body-enum-value-removed": "response-mediatype-enum-value-removed",
    "response-write-only-property-enum-value-added": "response-write-only-property-enum-value-added",
}
"""Rules that oasdiff knows by another name than the scope and the change make."""

OPEN_ENUM = frozenset({"enum-value-added", "became-not-enum"})
"""Changes of a response that are risky where the generated enum is open, and breaking where it is closed."""

BREAKS_IN_JSON = frozenset({"request-parameter-property-type-changed", "request-header-property-type-changed"})
"""Changes that are risky where a parameter is written as text, and breaking where it is written as JSON."""
