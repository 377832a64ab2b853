"""Decodes responses that do not match the spec to an object with everything that fits."""

from __future__ import annotations

import inspect
import json
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Final, Literal, Union, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from .mismatch import NOTHING, Mismatch, child
from .null_taking import ValidateJson, construct, null_taking
from .tuples import parts_of, positions_of

_LONGEST_FOUND = 80
_OTHERS = "__pydantic_extra__"
_UNIONS = (Union, types.UnionType)
_NO_ALIAS: Final = object()
"""In place of what an alias stands for, which may be None."""


class Shape:
    """One type. It accepts a JSON value whole, or else rebuilds it part by part and notes what does not fit.

    Nulls where a property may be left out pass: `nulls` finds them in the object that was built.

    `kind` is the type with its bounds, `bare` the same without them. Shapes of parts are made when they are first
    needed, and kept: types may refer to themselves.
    """

    def __init__(self, kind: object, bare: object) -> None:
        self.kind = kind
        self.bare = bare
        self._validate_json: ValidateJson | None = None
        self._parts: dict[int | str, Shape] = {}

    def build(self, value: object, pointer: str, mismatches: list[Mismatch]) -> object:
        """The value as this type; what breaks it is kept as received, with an entry in `mismatches`."""
        if self._validate_json is None:
            self._validate_json = null_taking(self.kind)
        if isinstance(value, float) and value.is_integer():
            # JSON does not tell 5.0 from 5 (JSON Schema 2020-12, section 4.2.3); strict pydantic does.
            value = int(value)
        try:
            return self._validate_json(json.dumps(value), strict=True)
        except ValidationError as error:
            return self.rebuild(value, error, pointer, mismatches)

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        """A value that was refused, with its parts that fit. Here there are no parts: the value itself."""
        mismatches.append(Mismatch(pointer, _expected(error), _found(value)))
        return value

    def part(self, key: int | str, kind: object) -> Shape:
        """The shape of a part, made once."""
        if key not in self._parts:
            self._parts[key] = shape_of(kind)
        return self._parts[key]


class ModelShape(Shape):
    """A model: a JSON object with named properties."""

    bare: type[BaseModel]

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        if not isinstance(value, dict):
            return super().rebuild(value, error, pointer, mismatches)
        others: dict[str, object] = dict(value)
        fields: dict[str, object] = {}
        given: set[str] = set()
        for name, field in self.bare.model_fields.items():
            alias = field.alias or name
            location = child(pointer, alias)
            if alias in value:
                part = self.part(name, with_bounds(field))
                fields[name] = part.build(others.pop(alias), location, mismatches)
                given.add(name)
            elif field.is_required():
                mismatches.append(Mismatch(location, type_name(field.annotation), NOTHING))
                fields[name] = None
        if others and self._others is not Any:
            part = self.part(-1, self._others)
            others = {name: part.build(each, child(pointer, name), mismatches) for name, each in others.items()}
        return construct(self.bare, fields, others, given)

    @cached_property
    def _others(self) -> object:
        """The type of properties that are not declared: Any where the API does not say."""
        for each in self.bare.__mro__:
            said = inspect.get_annotations(each).get(_OTHERS)
            if said is not None and each is not BaseModel:
                owner = types.SimpleNamespace(__annotations__={_OTHERS: said})
                return parts_of(get_type_hints(owner, vars(sys.modules[each.__module__]))[_OTHERS])[1]
        return Any

    def is_tagged_as(self, value: Mapping[str, object]) -> bool:
        """True when every property that is a constant has that value: it distinguishes the variants of a union."""
        return all(value.get(alias) in allowed for alias, allowed in self.constants().items())

    def constants(self) -> dict[str, tuple[object, ...]]:
        """The properties that are constants, by the API's names, each with its values."""
        return {
            field.alias or name: parts_of(field.annotation)
            for name, field in self.bare.model_fields.items()
            if get_origin(field.annotation) is Literal
        }


class ListShape(Shape):
    """A JSON array."""

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        if not isinstance(value, list):
            return super().rebuild(value, error, pointer, mismatches)
        entry = self.part(0, parts_of(self.bare)[0])
        return [entry.build(item, f"{pointer}/{index}", mismatches) for index, item in enumerate(value)]


class TupleShape(Shape):
    """A JSON array of items by position. Items that there should not be are kept as received."""

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        if not isinstance(value, list):
            return super().rebuild(value, error, pointer, mismatches)
        first, rest = positions_of(self.bare)
        built: list[object] = []
        for index, item in enumerate(value):
            location = f"{pointer}/{index}"
            if index < len(first) or rest:
                kind = first[index] if index < len(first) else rest[0]
                built.append(self.part(min(index, len(first)), kind).build(item, location, mismatches))
            else:
                mismatches.append(Mismatch(location, f"no more than {len(first)} items", _found(item)))
                built.append(item)
        lacking = range(len(value), len(first))
        mismatches.extend(Mismatch(f"{pointer}/{index}", type_name(first[index]), NOTHING) for index in lacking)
        return tuple(built)

    def takes(self, count: int) -> bool:
        """Whether it may have so many items."""
        first, rest = positions_of(self.bare)
        return count >= len(first) if rest else count == len(first)


class MappingShape(Shape):
    """A JSON object with any names."""

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        if not isinstance(value, dict):
            return super().rebuild(value, error, pointer, mismatches)
        entry = self.part(1, parts_of(self.bare)[1])
        return {key: entry.build(item, child(pointer, key), mismatches) for key, item in value.items()}


class UnionShape(Shape):
    """One of several types. It is rebuilt where there is no doubt which one was meant, or one fits except for nulls."""

    def rebuild(self, value: object, error: ValidationError, pointer: str, mismatches: list[Mismatch]) -> object:
        meant = [branch for branch in self.branches() if may_be(branch, value)]
        if not meant and isinstance(value, dict):
            base = self.base()
            meant = [] if base is None else [base]
        if isinstance(value, list):
            fitting = [each for each in meant if not isinstance(each, TupleShape) or each.takes(len(value))]
            meant = fitting or meant[-1:]
        if len(meant) == 1 and type(meant[0]) is not Shape:
            return meant[0].build(value, pointer, mismatches)
        for branch in meant:
            trial: list[Mismatch] = []
            built = branch.build(value, pointer, trial)
            if not trial:
                return built
        return super().rebuild(value, error, pointer, mismatches)

    def branches(self) -> Iterator[Shape]:
        """The types that are not null, those of unions inside included."""
        for position, kind in enumerate(parts_of(self.bare)):
            if kind is not type(None):
                branch = self.part(position, kind)
                yield from branch.branches() if isinstance(branch, UnionShape) else (branch,)

    def base(self) -> ModelShape | None:
        """What an object with an unknown tag is read as: the base of the family that the union is, its last type."""
        kinds = [(at, kind) for at, kind in enumerate(parts_of(self.bare)) if kind is not type(None)]
        last = self.part(*kinds[-1])
        if isinstance(last, UnionShape):
            return last.base() if len(kinds) == 1 else None
        return last if isinstance(last, ModelShape) and getattr(last.bare, "_is_base", False) else None


def may_be(branch: Shape, value: object) -> bool:
    """Whether a value is of the kind of a variant, as far as constants and JSON types tell."""
    if isinstance(branch, ModelShape):
        return isinstance(value, dict) and branch.is_tagged_as(value)
    if isinstance(branch, MappingShape):
        return isinstance(value, dict)
    return isinstance(branch, (ListShape, TupleShape)) and isinstance(value, list)


def shape_of(kind: object) -> Shape:
    """The shape of a type, the aliases and bounds around it looked through."""
    bare = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return ModelShape(kind, bare)
    origin = get_origin(bare)
    if origin is list and parts_of(bare):
        return ListShape(kind, bare)
    if origin is tuple:
        return TupleShape(kind, bare)
    if origin is dict and parts_of(bare):
        return MappingShape(kind, bare)
    return UnionShape(kind, bare) if origin in _UNIONS else Shape(kind, bare)


def _bare(kind: object) -> object:
    while get_origin(kind) is Annotated or hasattr(kind, "__value__"):
        value: object = getattr(kind, "__value__", _NO_ALIAS)
        kind = parts_of(kind)[0] if value is _NO_ALIAS else value
    return kind


def variants_of(kind: object) -> Iterator[object]:
    """The types that a value may be of, null aside: those of a union, or the type itself."""
    bare = _bare(kind)
    if get_origin(bare) not in _UNIONS:
        yield bare
        return
    for each in parts_of(bare):
        if each is not type(None):
            yield from variants_of(each)


def with_bounds(field: FieldInfo) -> object:
    """The type of a field with the bounds that stand beside it."""
    bounds: Sequence[object] = field.metadata
    kind: object = field.annotation
    for bound in bounds:
        kind = Annotated[kind, bound]
    return kind


def _expected(error: ValidationError) -> str:
    entries = error.errors(include_url=False, include_input=False)
    return " or ".join(dict.fromkeys(map(_expected_by, entries)))


def _expected_by(entry: ErrorDetails) -> str:
    if entry["type"] == "json_invalid":  # such as half of a surrogate pair, which pydantic does not read
        return f"readable JSON ({entry['ctx']['error']})"
    return entry["msg"].removeprefix("Input should be ")


def _found(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()
    return text if len(text) <= _LONGEST_FOUND else text[:_LONGEST_FOUND] + "…"


def type_name(kind: object) -> str:
    """A type as people write it, without what stands for a field that is left out."""
    origin, parts = get_origin(kind), parts_of(kind)
    if origin is Annotated:
        return type_name(parts[0])
    if origin in _UNIONS:
        return " or ".join(type_name(part) for part in parts if part is not type(None))
    if origin is Literal or not parts:
        return kind.__name__ if hasattr(kind, "__name__") and not parts else str(kind).replace("typing.", "")
    return f"{type_name(origin)}[{', '.join(map(type_name, parts))}]"
