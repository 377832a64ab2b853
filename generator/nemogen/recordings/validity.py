"""Decides whether a value is valid: jsonschema-rs, on the JSON that `openapi.write_schema` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import field
from typing import Final, TypeAlias

import jsonschema_rs

from nemogen import pointer
from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.bundle_schema import bundle_schema
from nemogen.openapi.json_value import JsonValue, is_too_deep
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.patterns import is_usable
from nemogen.recordings.schemas import Schemas

DEEPEST: Final = 500
"""How deeply a value may be nested: the validator is recursive and has no reliable limit."""

_UNDECIDED: Final = (
    jsonschema_rs.ValidationErrorKind.BacktrackLimitExceeded,
    jsonschema_rs.ValidationErrorKind.RegexEngineFailure,
)
"""Errors that say nothing about the value: a pattern that takes forever is abandoned."""


class CannotJudge(Exception):
    """A schema that the validator cannot use; the argument says why."""


@dataclass(frozen=True, slots=True)
class Error:
    """An error of the validator: the JSON Pointer of the value that it rejects, the keyword, and its message."""

    instance: str
    keyword: str
    message: str


_Validator: TypeAlias = jsonschema_rs.Draft202012Validator


@dataclass
class Validators:
    """The validators of one document, each compiled once for a schema and a direction."""

    schemas: Schemas
    _compiled: dict[tuple[int, Direction], tuple[SchemaNode, _Validator | str]] = field(default_factory=dict)

    def errors(self, value: JsonValue, node: SchemaNode, direction: Direction) -> tuple[Error, ...]:
        """Every reason why a value, which must not be `is_too_deep`, is not valid. Raises CannotJudge."""
        validator = self._validator(node, direction)
        try:
            if validator.is_valid(value):
                return ()
            return tuple(_errors(validator, value))
        except UnicodeEncodeError:
            text = json.dumps(value, ensure_ascii=False)
            return self.errors(json.loads(text.encode("utf-8", "replace")), node, direction)

    def is_valid(self, value: JsonValue, node: SchemaNode, direction: Direction) -> bool:
        """Whether a value is valid. Raises CannotJudge."""
        return not is_too_deep(value, DEEPEST) and not self.errors(value, node, direction)

    def _validator(self, node: SchemaNode, direction: Direction) -> _Validator:
        key = (id(node), direction)
        if key not in self._compiled:
            self._compiled[key] = node, self._compile(node, direction)
        _, found = self._compiled[key]
        if isinstance(found, str):
            raise CannotJudge(found)
        return found

    def _compile(self, node: SchemaNode, direction: Direction) -> _Validator | str:
        bundle = bundle_schema(
            self.schemas.document,
            node,
            not_required=lambda schema: self.schemas.not_required(schema, direction),
            accepts_pattern=is_usable,
        )
        try:
            return jsonschema_rs.Draft202012Validator(dict(bundle.schema), validate_formats=False, offline=True)
        except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
            return str(error).partition("\n")[0]


def _errors(validator: _Validator, value: JsonValue) -> Iterator[Error]:
    for error in validator.iter_errors(value):
        if not isinstance(error.kind, _UNDECIDED):
            keyword = str(error.schema_path[-1]) if error.schema_path else ""
            yield Error(pointer.join("", *error.instance_path), keyword, error.message)
