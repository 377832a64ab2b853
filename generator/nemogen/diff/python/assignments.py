"""What an assignment in a module defines: a TypedDict, a type alias, a constant, an instance of a class."""

from __future__ import annotations

import ast
from functools import partial
from typing import Final

import griffe

from nemogen.diff.python.modules import Package
from nemogen.diff.python.surface import Alias, Class, ClassKind, Field, Member
from nemogen.diff.python.types import ANY, Resolver, parse, qualifiers
from nemogen.errors import Location

TYPED_DICTS: Final = ("typing.TypedDict", "typing_extensions.TypedDict")
_ALIASES: Final = ("typing.TypeAlias", "typing_extensions.TypeAlias")
_ALIAS_TYPES: Final = ("typing.TypeAliasType", "typing_extensions.TypeAliasType")


def typed_dict(package: Package, module: str, item: griffe.Attribute) -> Class | None:
    """`X = TypedDict("X", {"from": str})`, which keys that are no identifiers need."""
    call = call_of(item)
    resolve = partial(package.resolve, module)
    if call is None or resolve(ast.unparse(call.func)) not in TYPED_DICTS or len(call.args) < 2:
        return None
    keys = call.args[1]
    if not isinstance(keys, ast.Dict):
        return None
    total = not any(each.arg == "total" and ast.unparse(each.value) == "False" for each in call.keywords)
    place = package.place(module, item)
    members: dict[str, Member] = {}
    for key, value in zip(keys.keys, keys.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            source = value.value if isinstance(value, ast.Constant) else ast.unparse(value)
            members[key.value] = Field(parse(str(source), resolve), is_required_key(str(source), resolve, total), place)
    return Class(ClassKind.TYPED_DICT, frozenset({"Mapping"}), members, place)


def alias(package: Package, module: str, item: griffe.Attribute) -> Alias | None:
    """A type alias in any of its spellings; a plain assignment counts where its value can only be a type."""
    resolve = partial(package.resolve, module)
    place = package.place(module, item)
    call = call_of(item)
    if call is not None:
        if resolve(ast.unparse(call.func)) in _ALIAS_TYPES and len(call.args) > 1:
            return Alias(parse(ast.unparse(call.args[1]), resolve), place)
        return None
    if item.value is None:
        return None
    is_marked = item.annotation is not None and resolve(str(item.annotation)) in _ALIASES
    if is_marked or (item.annotation is None and _reads_as_type(str(item.value))):
        return Alias(parse(str(item.value), resolve), place)
    return None


def _reads_as_type(source: str) -> bool:
    """`Literal[...]`, `A | B`, `Annotated[...]`: with a capital, and no value that is computed."""
    try:
        node = ast.parse(source, mode="eval").body
    except SyntaxError:
        return False
    first = source.strip()[:1]
    return isinstance(node, ast.Subscript | ast.BinOp) and first.isupper()


def constant(package: Package, module: str, item: griffe.Attribute) -> Alias | None:
    """A value that `__all__` has: of it, only the declared type is compared."""
    kind = parse(str(item.annotation), partial(package.resolve, module)) if item.annotation is not None else ANY
    return Alias(kind, package.place(module, item))


def call_of(item: griffe.Attribute) -> ast.Call | None:
    """The call that an attribute's value is; None for any other value."""
    try:
        node = ast.parse(str(item.value), mode="eval").body
    except SyntaxError:
        return None
    return node if isinstance(node, ast.Call) else None


def assigned(item: griffe.Attribute, place: Location, resolve: Resolver) -> Field | None:
    """An attribute that is set without an annotation: to an instance of a class, or to what the caller has given.

    What another call returns is not known from here, so it does not count.
    """
    call = call_of(item)
    if call is None:
        return Field(None, False, place) if str(item.value).isidentifier() else None
    if not isinstance(call.func, ast.Name) or not call.func.id[:1].isupper():
        return None
    return Field(parse(call.func.id, resolve), False, place)


def is_required_key(source: str, resolve: Resolver, total: bool) -> bool:
    """Whether a key of a TypedDict must be there, by the marks around its type and the totality of the class."""
    marks = qualifiers(source, resolve)
    return "Required" in marks or (total and "NotRequired" not in marks)
