"""Base of all models of a package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, Unpack

from typing_extensions import TypedDict

from .mismatch import MISMATCHES, REQUEST_ID, Mismatch
from .transport_errors import missing

try:
    from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
    from pydantic_core import core_schema

    from .null_taking import null_or_left_out
except ImportError as error:
    raise missing("pydantic", error) from None

_LONGEST_TEXT = 60
_MOST_ENTRIES = 3


class DumpOptions(TypedDict, total=False):
    """The options of pydantic's `model_dump` and `model_dump_json`: those that it has had since its 2.0."""

    mode: str
    indent: int | None
    include: Any
    exclude: Any
    context: Any
    by_alias: bool | None
    exclude_unset: bool
    exclude_defaults: bool
    exclude_none: bool
    round_trip: bool
    warnings: bool | Literal["none", "warn", "error"]
    serialize_as_any: bool


class _ModelFacts:
    """What a model says of its class. It has no annotations: pydantic would evaluate them again for every model."""

    nullable_names = frozenset[str]()

    _is_base = False
    _open_tag = ""
    _needs_tag = True


class Model(_ModelFacts, BaseModel):
    """An object of the API. Undeclared properties are kept, as attributes and in `model_extra`."""

    # Built when first used: a module may have hundreds of models, of which a program uses a few.
    model_config = ConfigDict(
        extra="allow", populate_by_name=True, protected_namespaces=(), allow_inf_nan=False, defer_build=True
    )

    def __init_subclass__(
        cls,
        *,
        nullable: Iterable[str] = (),
        is_base: bool = False,
        open_tag: str = "",
        needs_tag: bool = True,
        **settings: Unpack[ConfigDict],
    ) -> None:
        """`nullable`: the fields that may be null as well as left out; of all others, `None` is to say left out.

        `is_base`: of a union of it and its children, it stands for those that are not known yet. `open_tag`: the
        property that distinguishes them, where a request may have any text in it, or none unless it `needs_tag`.
        """
        super().__init_subclass__(**settings)
        cls._is_base = is_base
        cls._open_tag, cls._needs_tag = open_tag, needs_tag
        cls.nullable_names = cls.nullable_names.union(nullable)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Read strictly, as responses and arguments are, nothing is null where the API says no more than "or left out".

        Else such a null passes, as None: what a caller has dumped to JSON must be readable again.
        """
        schema = handler(source)
        inner: Any = handler.resolve_ref_schema(schema)
        while inner["type"] != "model-fields":
            inner = inner["schema"]
        fields: dict[str, core_schema.ModelField] = inner["fields"]
        for name, field in fields.items():
            value: dict[str, Any] = field["schema"]  # type: ignore[assignment]  # schemas are plain dicts
            if name not in cls.nullable_names and value["type"] == "default" and value["schema"]["type"] == "nullable":
                value["schema"] = null_or_left_out(value["schema"])
        return schema

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """The locations where this object's response does not match the spec. Empty for other objects."""
        found: tuple[Mismatch, ...] = self.__dict__.get(MISMATCHES, ())
        return found

    if TYPE_CHECKING:

        @property
        def request_id(self) -> str | None:
            """The API's id of the request that this object is the response to. A property of the API's own that is
            called so goes before it.
            """

    else:

        def __getattr__(self, name: str) -> Any:
            # What is neither a field nor a property that the API does not describe.
            try:
                return super().__getattr__(name)
            except AttributeError:
                if name == "request_id":
                    return self.__dict__.get(REQUEST_ID)
                raise

        # What breaks the contract was warned about when it came, and stands in `mismatches`.

        def model_dump(self, **options: Unpack[DumpOptions]) -> dict[str, Any]:
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Unpack[DumpOptions]) -> str:
            return super().model_dump_json(**{"warnings": False, **options})

    def __str__(self) -> str:
        """The complete object, for `print`. The repr, for debuggers and logs, shortens long texts."""
        return " ".join(_whole_fields(self))

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        fields = type(self).model_fields
        for name in fields:
            value = self.__dict__.get(name)
            if value is not None:
                yield name, _Short(value)
        for name, value in (self.__pydantic_extra__ or {}).items():
            yield name, _Short(value)


def _whole_fields(model: Model) -> Iterator[str]:
    given = ((name, value) for name in type(model).model_fields if (value := getattr(model, name)) is not None)
    return (f"{name}={_whole(value)}" for name, value in (*given, *(model.model_extra or {}).items()))


def _whole(value: object) -> str:
    """The complete repr of a value."""
    if isinstance(value, Model):
        return f"{type(value).__name__}({', '.join(_whole_fields(value))})"
    if isinstance(value, list):
        return f"[{', '.join(map(_whole, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(_whole, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {_whole(entry)}' for key, entry in value.items())}}}"
    return repr(value)


class _Short:
    """A value with a short repr: long texts are cut, and only the first entries of long lists are shown."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        value = self.value
        if isinstance(value, (str, bytes)):
            return repr(value) if len(value) <= _LONGEST_TEXT else f"{value[:_LONGEST_TEXT]!r}…"
        if isinstance(value, list):
            shown = ", ".join(repr(_Short(entry)) for entry in value[:_MOST_ENTRIES])
            return f"[{shown}, … {len(value)} in all]" if len(value) > _MOST_ENTRIES else f"[{shown}]"
        if isinstance(value, dict):
            shown = ", ".join(f"{key!r}: {_Short(entry)!r}" for key, entry in list(value.items())[:_MOST_ENTRIES])
            return f"{{{shown}, … {len(value)} in all}}" if len(value) > _MOST_ENTRIES else f"{{{shown}}}"
        return repr(value)
