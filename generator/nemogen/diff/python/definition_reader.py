"""From the syntax of one class, function or constant of a generated package to its definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

import griffe

from nemogen.diff.python.assignments import (
    TYPED_DICTS,
    alias,
    assigned,
    constant,
    is_required_key,
    typed_dict,
)
from nemogen.diff.python.keywords import declared_defaults, declaring_class, default_of
from nemogen.diff.python.modules import Package
from nemogen.diff.python.surface import (
    CONSTRUCTOR,
    Class,
    ClassKind,
    Definition,
    Field,
    Function,
    Member,
    Parameter,
    ParameterKind,
    Signature,
)
from nemogen.diff.python.types import Resolver, parse, qualifiers, without_sentinel

_MODELS: Final = ("pydantic.BaseModel", "pydantic.RootModel")
_RENAMED: Final = re.compile(r"Renamed to `([\w.]+)` after [0-9.]+\.$")
"""As `old_names.rename_note` says it."""
_ENUMS: Final = tuple(f"enum.{name}" for name in ("Enum", "StrEnum", "IntEnum", "Flag", "IntFlag"))


def read_definition(package: Package, name: str, is_public: bool) -> Definition | None:
    """The definition of a name such as `.models.Pet`; a constant only where it is public. None where there is none."""
    found = package.find(name)
    if found is None:
        return None
    module, item = found
    if isinstance(item, griffe.Class):
        return class_of(package, module, item)
    if isinstance(item, griffe.Function):
        return _function(package, module, item, is_method=False)
    if isinstance(item, griffe.Attribute):
        kind = typed_dict(package, module, item) or alias(package, module, item)
        return kind or (constant(package, module, item) if is_public else None)
    return None


def class_of(package: Package, module: str, item: griffe.Class) -> Class:
    """A class with all that it inherits in the package."""
    lineage = list(_lineage(package, module, item))
    outside = {name for _, _, name in lineage if not name.startswith(".")}
    kind = (
        ClassKind.TYPED_DICT
        if outside & set(TYPED_DICTS)
        else ClassKind.MODEL
        if outside & set(_MODELS)
        else ClassKind.ENUM
        if outside & set(_ENUMS)
        else ClassKind.PLAIN
    )
    members: dict[str, Member] = {}
    for home, each, _ in reversed(lineage):
        if isinstance(each, griffe.Class):
            members |= _members(package, home, each, kind)
    own = {name for _, each, name in lineage if each is not item}
    ancestors = own | {"Mapping"} if kind is ClassKind.TYPED_DICT else own
    return Class(kind, frozenset(ancestors), members, package.place(module, item))


def _lineage(
    package: Package, module: str, item: griffe.Class, seen: frozenset[str] = frozenset()
) -> Iterator[tuple[str, griffe.Object | None, str]]:
    """The class and all that it inherits from, nearest first: module, class (None outside the package) and name."""
    own = f"{module}.{item.name}"
    yield module, item, own
    for base in item.bases:
        name = package.resolve(module, str(base).partition("[")[0])
        found = package.find(name)
        if found and isinstance(found[1], griffe.Class) and name not in seen:
            yield from _lineage(package, found[0], found[1], seen | {own})
        elif not found:
            yield module, None, name


def _members(package: Package, module: str, item: griffe.Class, kind: ClassKind) -> dict[str, Member]:
    found: dict[str, Member] = {}
    for name, member in item.members.items():
        if name.startswith("_") and name != CONSTRUCTOR:
            continue
        if isinstance(member, griffe.Function):
            found[name] = _function(package, module, member, is_method="staticmethod" not in member.labels)
        elif isinstance(member, griffe.Attribute) and (each := _field(package, module, member, item, kind)):
            found[name] = each
    return found


def _field(package: Package, module: str, item: griffe.Attribute, owner: griffe.Class, kind: ClassKind) -> Field | None:
    resolve = partial(package.resolve, module)
    place = package.place(module, item)
    if kind is ClassKind.ENUM:
        return Field(None, False, place, str(item.value))
    if item.annotation is None:
        return assigned(item, place, resolve)
    source = str(item.annotation)
    if kind is ClassKind.TYPED_DICT:
        total = owner.keywords.get("total") != "False"
        return Field(parse(source, resolve), is_required_key(source, resolve, total), place)
    if "ClassVar" in qualifiers(source, resolve):
        return None
    is_property = "property" in item.labels
    return Field(parse(source, resolve), item.value is None and not is_property, place, "", _renamed_to(item))


def _function(package: Package, module: str, item: griffe.Function, *, is_method: bool) -> Function:
    ways = item.overloads or [item]
    defaults = {each.name: str(each.default) for way in (*ways, item) for each in way.parameters if each.default}
    signatures = tuple(_signature(package, module, way, is_method, defaults) for way in ways)
    return Function(signatures, "async" in item.labels, package.place(module, item), _renamed_to(item))


def _signature(
    package: Package, module: str, item: griffe.Function, is_method: bool, defaults: Mapping[str, str]
) -> Signature:
    resolve = partial(package.resolve, module)
    found: list[Parameter] = []
    for each in list(item.parameters)[1 if is_method else 0 :]:
        name = declaring_class(package, module, each)
        declared = package.find(name) if name else None
        if name and declared and isinstance(declared[1], griffe.Class):
            found += _declared(package, declared[0], declared[1], declared_defaults(package, module, name))
        else:
            found.append(_parameter(each, resolve, defaults))
    returns = parse(str(item.returns), resolve) if item.returns is not None else None
    return Signature(tuple(found), returns)


def _declared(package: Package, module: str, item: griffe.Class, defaults: Mapping[str, str]) -> Iterator[Parameter]:
    """The arguments that a TypedDict declares, as if the signature had them."""
    for name, field in class_of(package, module, item).members.items():
        if isinstance(field, Field) and field.type is not None:
            default = default_of(name, field, defaults)
            yield Parameter(name, ParameterKind.KEYWORD_ONLY, default, without_sentinel(field.type, default or ""))


def _parameter(item: griffe.Parameter, resolve: Resolver, defaults: Mapping[str, str]) -> Parameter:
    kind = ParameterKind(item.kind.value if item.kind else ParameterKind.POSITIONAL_OR_KEYWORD)
    variadic = kind in (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
    default = None if item.default is None or variadic else str(item.default)
    if item.annotation is None:
        return Parameter(item.name, kind, default, None)
    annotation = parse(str(item.annotation), resolve)
    return Parameter(item.name, kind, default, without_sentinel(annotation, defaults.get(item.name, "")))


def _renamed_to(item: griffe.Function | griffe.Attribute) -> str:
    """The new name that the docstring of an old method or attribute begins with."""
    is_old = isinstance(item, griffe.Attribute) or any("_deprecated" in str(each.value) for each in item.decorators)
    match = _RENAMED.match(item.docstring.value) if is_old and item.docstring else None
    return match[1] if match else ""
