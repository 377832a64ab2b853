"""Decodes the bytes of a response to the type that the spec declares."""

from __future__ import annotations

import importlib
import json
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, get_origin

from .mismatch import Mismatch
from .transport_errors import missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo

    from .lenient_decode import Shape
    from .null_taking import ValidateJson


GENERIC_PROBLEM = "GenericProblem"
"""The type name of a problem (RFC 9457) that the spec does not declare; no model has this name."""


class Decoded(NamedTuple):
    """Decoded JSON: the object with everything that fits, and the mismatches."""

    value: object
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether nothing fits, so that the value is the raw JSON."""
        return bool(self.mismatches) and not self.mismatches[0].pointer


class Decoder:
    """Turns JSON into one type. `validate_json(data, strict=True)` is the fast way, which raises `invalid` on any
    mismatch."""

    invalid: type[ValidationError]

    def __init__(self, kind: object) -> None:
        from pydantic import TypeAdapter, ValidationError

        self.kind: object = kind
        # Kept here, since an import in each call takes longer than all else that a call does with it.
        self.invalid = ValidationError
        adapter: TypeAdapter[object] = TypeAdapter(kind)  # type: ignore[arg-type]  # known at run time only
        self.validate_json: ValidateJson = adapter.validator.validate_json

    @cached_property
    def fields(self) -> frozenset[str]:
        """Names of the properties that the type declares, or one of its variants; empty if it has none."""
        models = [_fields_of(each) for each in self._variants]
        return frozenset(field.alias or name for declared in models for name, field in declared.items())

    def may_have(self, name: str) -> bool:
        """Whether the type has a property of this name: it declares it, or is a map with arbitrary names."""
        return name in self.fields or any(get_origin(each) is dict for each in self._variants)

    @cached_property
    def is_union(self) -> bool:
        """Whether the type is one of several objects."""
        return len(self._variants) > 1

    @cached_property
    def is_text(self) -> bool:
        """Whether a text is a value of the type."""
        return str in self._variants

    @cached_property
    def _variants(self) -> tuple[object, ...]:
        """The types of a union, or the one type that there is, without aliases and bounds around them."""
        from .lenient_decode import variants_of

        return tuple(variants_of(self.kind))

    @cached_property
    def takes_all(self) -> bool:
        """True if no property is required, so that an error in place of a response would go unnoticed."""
        return not any(field.is_required() for field in _fields_of(self.kind).values())

    def decode(self, data: bytes) -> Decoded:
        """Decode JSON to the type, as far as it fits. A client setting decides whether a mismatch is an error.

        Raises ValueError where `data` is not JSON.
        """
        try:
            return Decoded(self.validate_json(data, strict=True))
        except self.invalid:
            return self.despite_nulls(data) or self.repair(json.loads(data))

    def despite_nulls(self, data: bytes) -> Decoded | None:
        """What the fast way refused for nulls alone, where a property may be left out but not null: the object, and
        these locations. None if something else is wrong."""
        from .nulls import nulls

        try:
            found = self._takes_nulls(data, strict=True)
        except self.invalid:
            return None
        return Decoded(found, tuple(nulls(found)))

    def repair(self, document: object) -> Decoded:
        """Decode parsed JSON that the fast path rejected: the object with everything that fits, and the mismatches."""
        from .nulls import holds_models, nulls

        mismatches: list[Mismatch] = []
        found = self._shape.build(document, "", mismatches)
        return Decoded(found, (*mismatches, *(nulls(found) if holds_models(self.kind) else ())))

    def with_tags_of_bases(self, data: bytes) -> bytes:
        """JSON for this type with known tags in place of those that a base lets be any text: see `unknown_tags`."""
        from .unknown_tags import with_tags_of_bases

        return json.dumps(with_tags_of_bases(self._shape, json.loads(data))).encode()

    @cached_property
    def _takes_nulls(self) -> ValidateJson:
        from .null_taking import null_taking

        return null_taking(self.kind)

    @cached_property
    def _shape(self) -> Shape:
        from .lenient_decode import shape_of

        return shape_of(self.kind)


def _fields_of(kind: object) -> Mapping[str, FieldInfo]:
    """The fields of a model; none of any other type."""
    fields: Mapping[str, FieldInfo] = getattr(kind, "model_fields", {})
    return fields


def _as_text(data: bytes | str, strict: bool = True) -> str:  # noqa: ARG001  # called as pydantic's validator
    return data if isinstance(data, str) else data.decode("utf-8", "replace")


class TextDecoder(Decoder):
    """Decodes bytes to text: the data of an event that is not JSON."""

    def __init__(self) -> None:
        from pydantic import ValidationError

        self.kind = str
        self.invalid = ValidationError
        self.validate_json = _as_text

    def may_have(self, _: str) -> bool:
        return True


class Decoders:
    """The decoders of one package, by type name, each made once. Models are imported with the first of them."""

    _of_packages: ClassVar[dict[str, Decoders]] = {}

    def __init__(self, package: str) -> None:
        self._module = f"{package}.models"
        self._known: dict[str, Decoder] = {}

    @classmethod
    def of(cls, package: str) -> Decoders:
        """The decoders of a package, shared by all of its clients."""
        return cls._of_packages.setdefault(package, cls(package))

    def __getitem__(self, name: str) -> Decoder:
        """The decoder of a model's name, of `list[NAME]`, of `Any`, of GENERIC_PROBLEM, or of `str` (text, not
        JSON).

        Raises ConfigurationError without pydantic.
        """
        try:
            return self._known[name]
        except KeyError:
            return self._known.setdefault(name, self._made(name))

    def _made(self, name: str) -> Decoder:
        try:
            return TextDecoder() if name == "str" else Decoder(self._kind(name))
        except ImportError as error:
            raise missing("pydantic", error) from None

    def _kind(self, name: str) -> Any:
        if name.startswith("list["):
            return list[self._kind(name[5:-1])]  # type: ignore[misc]  # the name is known at run time only
        if name == GENERIC_PROBLEM:
            return getattr(importlib.import_module(f"{__package__}.problem_details"), name)
        return Any if name == "Any" else getattr(importlib.import_module(self._module), name)
