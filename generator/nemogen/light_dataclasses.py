"""`dataclass` as in the standard library, at a quarter of its cost: a command imports hundreds of frozen classes.

For each of them the standard library compiles seven functions, whether they are called or not. Here `__init__` alone is
compiled; the other methods are shared, or closures. The fields are read, checked and recorded by the standard library,
so that `fields`, `replace`, `asdict` and `match` work as ever.

No library does this: attrs costs as much as the standard library (0.4 ms a class), and msgspec (0.01 ms) has no fields
that are left out of a comparison, as locations in a document are, and a `replace` that type checkers do not check.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, *, frozen=False, slots=False, eq=True, **options):
        """As `dataclasses.dataclass`, which makes all classes but those that are frozen and have slots."""

        def make(cls):
            if not (frozen and slots):
                return dataclasses.dataclass(cls, frozen=frozen, slots=slots, eq=eq, **options)
            made = dataclasses.dataclass(cls, slots=True, init=False, repr=False, eq=False, **options)
            return _with_methods(made, eq)

        return make if cls is None else make(cls)


_FROM_FACTORY: Final = object()
"""Stands in for an argument that was not given, and that a function makes."""


def _with_methods(cls: type, eq: bool) -> type:
    """The class with all methods of a frozen one. Those that it defines itself are kept."""
    methods = {**_SHARED, "__init__": _init_of(cls), **(_comparison_of(cls) if eq else {})}
    for name, method in methods.items():
        # Of a class that defines __eq__ alone, Python sets __hash__ to None.
        if cls.__dict__.get(name) is None:
            setattr(cls, name, method)
    return cls


def _init_of(cls: Any) -> Any:
    """`__init__`, which sets each field through its slot: `__setattr__` refuses to."""
    outside: dict[str, Any] = {"_from_factory": _FROM_FACTORY}
    positional: list[str] = []
    keywords: list[str] = []
    lines: list[str] = []
    for field in dataclasses.fields(cls):
        name, argument, value = field.name, field.name, field.name
        if field.default is not dataclasses.MISSING:
            outside[f"_default_{name}"] = field.default
            argument, value = f"{name}=_default_{name}", name if field.init else f"_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            outside[f"_make_{name}"] = field.default_factory
            made = f"_make_{name}()"
            argument = f"{name}=_from_factory"
            value = f"{made} if {name} is _from_factory else {name}" if field.init else made
        elif not field.init:
            continue  # for __post_init__ to set
        if field.init:
            (keywords if field.kw_only else positional).append(argument)
        outside[f"_set_{name}"] = getattr(cls, name).__set__
        lines.append(f"_set_{name}(_self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("_self.__post_init__()")
    arguments = ", ".join(["_self", *positional, *(("*", *keywords) if keywords else ())])
    body = "\n  ".join(lines or ["pass"])
    code = f"def make({', '.join(outside)}):\n def __init__({arguments}):\n  {body}\n return __init__"
    found: dict[str, Any] = {}
    exec(code, sys.modules[cls.__module__].__dict__, found)  # the code consists of names of fields
    init = found["make"](**outside)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {each.name: each.type for each in dataclasses.fields(cls) if each.init}
    return init


def _comparison_of(cls: Any) -> dict[str, Any]:
    """`__eq__` and `__hash__` of instances of one class, each by the fields that count for it."""
    fields = dataclasses.fields(cls)
    compared = _values_of([each.name for each in fields if each.compare])
    hashed = _values_of([each.name for each in fields if (each.compare if each.hash is None else each.hash)])

    def eq(self: object, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: object) -> int:
        return hash(hashed(self))

    return {"__eq__": eq, "__hash__": hash_of}


def _values_of(names: list[str]) -> Callable[[object], Any]:
    """A function to get the values of these fields. Of one name attrgetter gives the value, of several a tuple."""
    return attrgetter(*names) if names else lambda _: ()


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_: object, name: str, __: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What pickle keeps: without it, it would set each attribute again."""
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_SHARED: Final = {
    "__repr__": _repr,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
