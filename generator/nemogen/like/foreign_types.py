"""Annotations and class statements of another client, read as types."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from typing import Final

from nemogen.like.foreign_client import (
    Constants,
    ForeignClass,
    ForeignType,
    ListOf,
    MapOf,
    Named,
    OneOf,
    Other,
    PageOf,
    StreamOf,
)
from nemogen.like.python_modules import Definition, PythonModules, dotted_name

_UNIONS: Final = frozenset({"Optional", "Union", "Nullable", "OptionalNullable"})
_WRAPPERS: Final = frozenset({"Annotated", "ClassVar", "Final", "NotRequired", "ReadOnly", "Required"})
_LISTS: Final = frozenset(
    {"AbstractSet", "Collection", "FrozenSet", "Iterable", "List", "MutableSequence", "Sequence", "SequenceNotStr",
     "Set", "Tuple", "frozenset", "list", "set", "tuple"}
)  # fmt: skip
_MAPS: Final = frozenset({"DefaultDict", "Dict", "Mapping", "MutableMapping", "dict"})
_DEEPEST: Final = 30
"""How deeply annotations and base classes are followed: nobody writes deeper ones."""


class ForeignTypes:
    """The types that the modules of one client declare."""

    def __init__(self, modules: PythonModules) -> None:
        self._modules = modules
        self._classes: dict[str, ForeignClass | None] = {}

    def read(self, module: str, node: ast.expr | None, depth: int = 0) -> ForeignType:
        """The type that an annotation in `module` means."""
        if node is None or depth > _DEEPEST:
            return Other()
        match node:
            case ast.Constant(value=str() as text):
                return self.read(module, parse_annotation(text), depth + 1)
            case ast.Constant(value=None):
                return Other("None")
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return _one_of(self.read(module, each, depth + 1) for each in (left, right))
            case ast.Subscript(value=base, slice=ast.Tuple(elts=arguments)):
                return self._generic(module, base, arguments, depth)
            case ast.Subscript(value=base, slice=argument):
                return self._generic(module, base, [argument], depth)
            case ast.Call(args=[*_, value]) if dotted_name(node.func).endswith("TypeAliasType"):
                return self.read(module, value, depth + 1)
            case _:
                return self._name(module, dotted_name(node))

    def find_class(self, key: str) -> ForeignClass | None:
        """The class or alias of a full dotted name; None for what is neither."""
        if key not in self._classes:
            self._classes[key] = None  # while it is read
            found = self._modules.find(key)
            self._classes[key] = self._declared(key, *found) if found else None
        return self._classes[key]

    def _name(self, module: str, dotted: str) -> ForeignType:
        if not dotted:
            return Other()
        resolved = self._modules.resolve(module, dotted)
        found = self._modules.find(resolved)
        is_type = found is not None and not isinstance(found[1], ast.FunctionDef | ast.AsyncFunctionDef)
        return Named(resolved) if is_type else Other(dotted.rpartition(".")[2])

    def _generic(self, module: str, base: ast.expr, arguments: list[ast.expr], depth: int) -> ForeignType:
        name = dotted_name(base).rpartition(".")[2]
        if name == "Literal":
            return Constants(frozenset(str(each.value) for each in arguments if isinstance(each, ast.Constant)))
        inner = [self.read(module, each, depth + 1) for each in arguments]
        if name in _UNIONS:
            return _one_of(iter(inner))
        if name in _LISTS:
            return ListOf(inner[0])
        if name in _MAPS:
            return MapOf(inner[-1])
        if "Stream" in name or name.endswith(("Iterator", "Generator")):
            return StreamOf(inner[0])
        if "Page" in name:
            return PageOf(inner[0])
        return inner[0] if name in _WRAPPERS or not isinstance(inner[-1], Named) else inner[-1]

    def _declared(self, key: str, module: str, node: Definition) -> ForeignClass | None:
        name = key.rpartition(".")[2]
        is_public = key in self._modules.public
        if isinstance(node, ast.ClassDef):
            bases = [self._modules.resolve(module, dotted_name(each)) for each in node.bases]
            above = [found for each in bases if (found := self.find_class(each))]
            is_dict = any(each.rpartition(".")[2] == "TypedDict" for each in bases) or any(x.is_dict for x in above)
            fields = {wire: type_ for each in reversed(above) for wire, type_ in each.fields.items()}
            return ForeignClass(key, name, {**fields, **self._fields(module, node)}, None, is_dict, is_public)
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith("TypedDict"):
            return ForeignClass(key, name, self._functional(module, node), None, is_dict=True, is_public=is_public)
        if isinstance(node, ast.expr) and _is_alias(node):
            return ForeignClass(key, name, {}, self.read(module, node), is_public=is_public)
        return None

    def _fields(self, module: str, node: ast.ClassDef) -> dict[str, ForeignType]:
        found: dict[str, ForeignType] = {}
        for each in node.body:
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                name = each.target.id
                is_field = not name.startswith("_") and "ClassVar" not in ast.unparse(each.annotation)
                if is_field and name not in ("model_config", "additional_properties"):
                    found[_wire_name(each) or name] = self.read(module, each.annotation)
        return found

    def _functional(self, module: str, node: ast.Call) -> dict[str, ForeignType]:
        """The fields of `X = TypedDict("X", {"a": int})`."""
        table = next((each for each in node.args if isinstance(each, ast.Dict)), None)
        if table is None:
            return {}
        return {
            str(key.value): self.read(module, value)
            for key, value in zip(table.keys, table.values, strict=True)
            if isinstance(key, ast.Constant)
        }


def _wire_name(field: ast.AnnAssign) -> str:
    """The `alias` that a field has: in its default, or in its annotation."""
    for part in (field.value, field.annotation):
        for node in ast.walk(part) if part else ():
            for keyword in node.keywords if isinstance(node, ast.Call) else ():
                if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return ""


def _one_of(types: Iterator[ForeignType]) -> ForeignType:
    """A union without what is no value of the API (None, an argument that is not given)."""
    flat = [inner for each in types for inner in (each.variants if isinstance(each, OneOf) else (each,))]
    kept = [each for each in dict.fromkeys(flat) if not _is_absence(each)]
    return kept[0] if len(kept) == 1 else OneOf(tuple(kept))


def _is_absence(found: ForeignType) -> bool:
    name = found.name if isinstance(found, Other) else found.key.rpartition(".")[2] if isinstance(found, Named) else ""
    return name in ("None", "NoneType", "NotGiven", "Omit", "Unset", "UnsetType", "UNSET")


def _is_alias(node: ast.expr) -> bool:
    """Whether what a name is assigned is a type: a generic one, a union, or a call that makes an alias."""
    if isinstance(node, ast.Call):
        return dotted_name(node.func).endswith("TypeAliasType")
    is_union = isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)
    return is_union or isinstance(node, ast.Subscript | ast.Name | ast.Attribute)


def parse_annotation(text: str) -> ast.expr | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
