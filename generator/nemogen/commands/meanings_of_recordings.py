"""Explanations of findings about recorded responses that do not match the spec or the client."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import MAINTAINERS, NOBODY, NOTHING, Meaning, Meanings

_CALLERS: Final = "Callers: the API and the spec that the client is made of differ."
_CORRECT_SPEC: Final = (
    "Correct the spec: nemogen test API --propose prints overlay actions for many of these. If the API changed since,"
    " re-record: nemogen record take API --refresh."
)
_BUG: Final = "If the recording is right, the client is wrong: report it as a bug of nemogen, with the recording."
_CASE: Final = "Callers who make such a call."

RECORDINGS: Final[Meanings] = {
    "recordings-not-covering": Meaning(
        "Fewer operations have a recording than [check] in api.toml requires.",
        MAINTAINERS,
        "Record more: nemogen record take.",
    ),
    "spec-rejects-response": Meaning(
        "A recorded response of the API is valid by the pinned spec and not by the new one.",
        _CALLERS,
        "Correct the spec in the overlay; or, if the API changed, re-record: nemogen record take API --refresh.",
    ),
    "spec-corrected": Meaning(
        "A recorded response of the API is valid by the new spec and was not by the pinned one.", NOBODY, NOTHING
    ),
    "import-skipped": Meaning(
        "An exchange of the imported file was not taken as a recording, for the reason in the message.",
        MAINTAINERS,
        "Nothing has to be done where it is of another API. Otherwise record the call: nemogen record take.",
    ),
    "recording-old": Meaning(
        "A recording is older than [check] in api.toml allows.",
        MAINTAINERS,
        "Re-record it: nemogen record take API --refresh.",
    ),
    "recording-shape-changed": Meaning(
        "The API responds in another shape than it did when the case was recorded.",
        _CALLERS,
        "Read the difference in git. If the spec does not say so, correct it in the overlay.",
    ),
    "recording-operation": Meaning(
        "The spec has no operation for a recorded request.",
        MAINTAINERS,
        "If the recording is of another API, move or delete it. If upstream removed the operation, delete it.",
    ),
    "recording-status": Meaning(
        "The API responded with a status that the spec does not define.", _CALLERS, _CORRECT_SPEC
    ),
    "recording-media-type": Meaning(
        "A media type was recorded that the spec does not define.", _CALLERS, _CORRECT_SPEC
    ),
    "recording-not-json": Meaning(
        "A recorded body is not valid JSON, though the spec says so.", _CALLERS, _CORRECT_SPEC
    ),
    "recording-error-event": Meaning(
        "A stream ended with an error that the spec does not define.", _CALLERS, _CORRECT_SPEC
    ),
    "recording-missing": Meaning("A required property is missing in a recording.", _CALLERS, _CORRECT_SPEC),
    "recording-null": Meaning("A recorded value is null, and the spec does not allow that.", _CALLERS, _CORRECT_SPEC),
    "recording-type": Meaning("A recorded value has another type than in the spec.", _CALLERS, _CORRECT_SPEC),
    "recording-enum": Meaning("A recorded value is not in the enumeration of the spec.", _CALLERS, _CORRECT_SPEC),
    "recording-bound": Meaning("A recorded value is outside of the bounds of the spec.", _CALLERS, _CORRECT_SPEC),
    "recording-pattern": Meaning("A recorded text does not match the pattern of the spec.", _CALLERS, _CORRECT_SPEC),
    "recording-forbidden": Meaning("A recorded member is one that the spec does not allow.", _CALLERS, _CORRECT_SPEC),
    "recording-not": Meaning("A recorded value is one that the spec excludes by not.", _CALLERS, _CORRECT_SPEC),
    "recording-contains": Meaning("A recorded list lacks an item that the spec requires.", _CALLERS, _CORRECT_SPEC),
    "recording-name": Meaning("A recorded object has a name that the spec does not allow.", _CALLERS, _CORRECT_SPEC),
    "recording-depth": Meaning("A recorded value is nested too deeply to be validated.", MAINTAINERS, NOTHING),
    "recording-invalid": Meaning(
        "A recorded value is not valid by the spec, as the message says.", _CALLERS, _CORRECT_SPEC
    ),
    "recording-unusable-schema": Meaning(
        "A recorded value cannot be validated, as its schema cannot be used.",
        MAINTAINERS,
        "Correct the schema in specs/<api>/overlay.yaml.",
    ),
    "recording-ambiguous": Meaning(
        "A recorded value fits several variants of a oneOf, of which only one may fit.",
        _CALLERS,
        "Make the variants exclude each other, or anyOf of the oneOf, in specs/<api>/overlay.yaml.",
    ),
    "recording-undeclared": Meaning(
        "A recorded member is allowed by the spec, and not declared in it.",
        "Callers: the member has no type.",
        "Add it in specs/<api>/overlay.yaml where callers need it.",
    ),
    "replay-skipped": Meaning(
        "A recording is not replayed by this engine, for the reason in the message.", MAINTAINERS, NOTHING
    ),
    "replay-call": Meaning("The generated client has no method or argument for a recorded call.", _CASE, _BUG),
    "replay-request": Meaning("The generated client sends another request than the recorded one.", _CASE, _BUG),
    "replay-decode": Meaning("The generated client cannot read a recorded response.", _CASE, _BUG),
    "replay-error": Meaning(
        "The generated client raises no error, or another one, for a recorded response.", _CASE, _BUG
    ),
    "replay-round-trip": Meaning(
        "A value of a recorded response is lost or changed in the client's types.", _CASE, _BUG
    ),
}
