"""Whom a rule hits and what to do about it, as rows of text."""

from __future__ import annotations

import re
from typing import Final

from nemogen.diff.python.rules import SourceRule
from nemogen.diff.rules import Rule
from nemogen.findings import Direction, Level

NOTHING_TO_DO: Final = "Nothing has to be done."

_BY_AREA: Final = {
    "servers": "All code that sends requests to the API.",
    "security": "All code that sends requests to the API.",
    "webhooks": "Code that receives the webhook or callback.",
    "document": "All code that uses what the document describes.",
    "info": "No code: this is about the document.",
    "prose": "No code: this is about the documentation.",
    "unreachable": "No code: no operation uses it.",
}
_BY_DIRECTION: Final = {
    Direction.REQUEST: "Code that sends it.",
    Direction.RESPONSE: "Code that reads it from a response.",
    Direction.BOTH: "Code that uses the name.",
    Direction.NONE: "Code that calls the operation.",
}

_REQUIRED: Final = (
    r"became-required|^new-required-|added-required$|required-(parameter|key)-added$|^new-request-path-parameter"
)
"""Rules of what has to be sent from now on: code that sends it already is not hit."""

_REGENERATE: Final = "Regenerate the client, and run a type checker on your code."
_CONSTRAINTS: Final = (
    r"-(exclusive|max|min|pattern|multiple-of|unique-items|contains|dependent|prefix-items|not|property-names"
    r"|unevaluated|all-of|if|then|else|items|content-schema|additional-properties)-|media-type-schema-added"
)
_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"^(document|reference|duplicate)-|^openapi-version|-repaired$|undeclared$|without-requirement$",
     "Check that the document was downloaded completely; correct upstream's mistake in overlay.yaml.", ""),
    (r"^request-parameter-removed$", "Stop sending it: a server may ignore it, or reject the request.", ""),
    (r"^python-parameter-removed$",
     "Remove the argument: a call with it raises TypeError, even where the server still accepts it.", ""),
    (r"^python-result-type-changed$", "",
     "Run a type checker and your tests. If only a class has another name, annotations and isinstance are affected."),
    (r"removed-(with|before-sunset|unstable)|^api-path-sunset-parse$", "Stop using it; look for a replacement.", ""),
    (r"^python.*-deprecated", "Use the new name.", ""),
    (r"sunset|deprecat|reactivated", "Move to the replacement before the sunset; without a date, ask upstream.", ""),
    (r"stability", "Pin the version of the client that works, and test before you upgrade.", ""),
    (r"security", "Check which credential your client sends, and which scopes it has.", ""),
    (r"^server", "Pass base_url to the client if your requests go to another server.", ""),
    (r"^api-path-(renamed|prefix)", "Regenerate the client, and change the URLs that you build yourself.", ""),
    (r"discriminator", "Regenerate the client: the discriminator decides which class a value has.", ""),
    (r"renamed$|-moved$|operation-id", "Use the new name.", ""),
    (r"became-read-only", "Stop sending it.", ""),
    (r"became-not-read-only", "Pass the value in every call.", ""),
    (r"became-write-only", "", "Stop reading it."),
    (r"became-not-write-only", "", "Handle the value: it is now returned."),
    (r"became-required|(new|added)-required|required-(parameter|key)-added|new-request-path",
     "Pass the value in every call.", _REGENERATE),
    (r"became-optional", "Pass the value only where you need it.", "Handle that the value may be missing."),
    (r"may-be-missing", "", "Check that the key is there before you read it."),
    (r"empty-value", "Omit the parameter instead of sending it empty.", ""),
    (r"nullable|may-be-none",
     "Omit the value instead of sending null.", "Check for None before you use the value."),
    (r"default", "Pass the value explicitly if you depend on the default.", ""),
    (r"-became-a?sync$", "Add or remove the await.", ""),
    (r"keyword-only$", "Pass it by keyword.", ""),
    (r"positional-only$", "Pass it by position.", ""),
    (r"reordered$", "Pass the arguments by keyword.", ""),
    (r"^python.*removed|-narrowed", "Stop using it; look for a replacement.", ""),
    (r"^python", "Run a type checker and your tests with the new package.", ""),
    (r"enum|const-", "Send only values that are still allowed.", "Handle values that your code does not know."),
    (r"one-of|any-of|union", "Check that what you send matches one of the variants.",
     "Handle every variant, and variants that your code does not know."),
    (_CONSTRAINTS, "Check that what you send meets the new constraint.",
     "Do not rely on the old constraint: other values may be returned."),
    (r"media-type-removed|event-stream-removed|media-type-name",
     "Send one of the media types that are left.", "Regenerate the client, and read the media types that are left."),
    (r"type-|-types-|format|encoding|serialization|reserved|content-|xml|schema-", _REGENERATE, ""),
    (r"status", "Handle the statuses that the operation now responds with.", ""),
    (r"removed|deleted", "Stop using it; look for a replacement.", "Stop reading it; look for a replacement."),
    (r"", "Regenerate the client, run a type checker on your code, and run your tests.", ""),
)  # fmt: skip
"""A pattern of rule ids, the first that fits; what callers do, and what readers of a response do where that differs."""


def hit_by(rule: Rule | SourceRule) -> str:
    """Whose code a finding of the rule concerns."""
    area = rule.area if isinstance(rule, Rule) else ""
    if rule.direction is Direction.REQUEST and re.search(_REQUIRED, rule.id):
        return "Code that does not send it."
    return _BY_AREA.get(area) or _BY_DIRECTION[rule.direction]


def advice_of(rule: Rule | SourceRule) -> str:
    """What callers do about a finding of the rule."""
    if rule.level.rank >= Level.ADDITIVE.rank:
        return NOTHING_TO_DO
    sent, read = next((sent, read) for pattern, sent, read in _ROWS if re.search(pattern, rule.id))
    return (read or sent) if rule.direction is Direction.RESPONSE else (sent or read)
