"""What is deprecated, and until when it can be used: the texts of `@deprecated` (PEP 702) and of docstrings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.document import Document, Operation
from nemogen.openapi.json_value import JsonValue
from nemogen.sunset_extensions import deprecation_clause, first_text, sunset_of

_ADVICE: Final = (
    "x-deprecated-message",
    "x-deprecation-message",
    "x-deprecated-reason",
    "x-speakeasy-deprecation-message",
)
"""Extensions that say why, or what to use in its place."""

_Extensions = Mapping[str, JsonValue]


def operation_note(operation: Operation) -> str:
    """The note about a deprecated operation, as sentences; empty if it is not deprecated."""
    if not operation.deprecated:
        return ""
    return _note(operation.declared.extensions if operation.declared else {})


def parameter_note(operation: Operation, location_in: str, name: str) -> str:
    """The note about a deprecated parameter, without a full stop; empty if it is not deprecated."""
    found = operation.declared.parameters if operation.declared else ()
    own = next((each for each in found if (each.location_in, each.name) == (location_in, name)), None)
    return deprecation_clause(sunset_of(own.extensions)) if own is not None and own.deprecated else ""


def class_notes(document: Document) -> dict[str, str]:
    """The note about each deprecated component, by its name."""
    deprecated = [name for name, schema in document.schemas.items() if schema.deprecated]
    if not deprecated or document.declared is None:
        return {name: _note({}) for name in deprecated}
    resolve, components = document.declared.resolve, document.declared.component_schemas.values()
    wanted = {document.origins.get(name, "") for name in deprecated}  # the others are not read for this
    named = ((each.target.pointer, each) for each in components if each.target and each.target.pointer in wanted)
    at = {pointer: resolve(each).annotations.extensions for pointer, each in named}
    return {name: _note(at.get(document.origins.get(name, ""), {})) for name in deprecated}


def _note(extensions: _Extensions) -> str:
    clause = deprecation_clause(sunset_of(extensions))
    advice = first_text(extensions, _ADVICE)
    return f"{clause[0].upper()}{clause[1:]}.{f' {advice}' if advice else ''}"
