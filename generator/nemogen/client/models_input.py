"""The input of the models' engine. Cheap to import: its process is forked as soon as this is imported."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final

from nemogen.light_dataclasses import dataclass

if TYPE_CHECKING:
    from nemogen.canonical import CanonicalSchema
    from nemogen.canonical_json import JsonSchema
    from nemogen.client.round_trip import Sendable

TUPLES: Final = "_runtime.tuples"
MARK: Final = "OpenTuple_"
"""The type of the runtime for tuples with any number of items at the end; it marks tuples for `client.tuples`."""

PACKAGE: Final = "_the_package_itself"
"""What stands for the package in imports that the engine writes, until they are made relative."""

VALUES: Final = "_runtime.values"
"""The module of the runtime with the types of texts; `client.models_writer` makes its import relative."""


@dataclass(frozen=True, slots=True)
class OpenTag:
    """A tag that the base of a family lets be any text, by the API's name, and whether the base requires it."""

    name: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class EngineInput:
    """What the models' engine gets: `printed` are the components as JSON Schema, by the name of their class or alias.

    `schemas` are the same by the names of models, as they were printed; `classes` are those of them that become
    classes, with the models that are accepted where a TypedDict is wanted. The enumerations of `opened` take new values
    too. `notes` say which schemas are deprecated, `bases` are those of families, each with its tag where that is any
    text, `own_lists` the names in `printed` of lists of themselves. The names of aliases that the engine makes for
    itself begin with `title`, and that of no component does.
    """

    printed: Mapping[str, JsonSchema]
    schemas: Mapping[str, CanonicalSchema]
    classes: Sendable = field(default_factory=dict)
    opened: Set[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, OpenTag | None] = field(default_factory=dict)
    own_lists: frozenset[str] = frozenset()
    title: str = ""

    @property
    def spec(self) -> JsonSchema:
        """The document of OpenAPI 3.1 that holds these components alone."""
        info = {"title": "api", "version": "0"}
        return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": self.printed}}


@dataclass(frozen=True, slots=True)
class ModelsTask:
    """What the process of the engine gets: the components as they were printed, without their schemas, which take as
    much memory and longer to get there, and the options that were made of these."""

    given: EngineInput
    options: Mapping[str, Any]
