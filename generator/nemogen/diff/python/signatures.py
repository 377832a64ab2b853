"""What changed between two ways to call a function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from nemogen.diff.python.changes import Change
from nemogen.diff.python.surface import Function, Parameter, ParameterKind, Signature
from nemogen.diff.python.types import ANY, NONE, Relation, Type, text
from nemogen.findings import Level

Relate: TypeAlias = Callable[[Type, Type], Relation]

_POSITIONAL: Final = (ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD)
_VARIADIC: Final = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
_ARGUMENT: Final = {
    Relation.WIDER: "python-argument-widened",
    Relation.NARROWER: "python-argument-narrowed",
    Relation.OTHER: "python-argument-type-changed",
}


def function_changes(name: str, before: Function, after: Function, relate: Relate) -> Iterator[Change]:
    """Every change of a function that callers know as `name`.

    Each way to call it is held against that of the new ways which suits its callers best.
    """
    leaf = name.rpartition(".")[2]
    if before.is_async != after.is_async:
        rule = "python-method-became-async" if after.is_async else "python-method-became-sync"
        yield Change(rule, name, leaf)
    others = after.signatures
    if len(others) > len(before.signatures):
        others = tuple(replace(each, parameters=_merged(others)) for each in others)
        yield Change("python-overload-added", f"{name}()", leaf)
    for signature in before.signatures:
        ways = [list(_signature_changes(name, leaf, signature, other, relate)) for other in others]
        yield from min(ways, key=_badness)


def _merged(signatures: tuple[Signature, ...]) -> tuple[Parameter, ...]:
    """The parameters of all ways to call, each as loose as in the loosest: a caller may take any of these ways."""
    ways = [_by_name(signature) for signature in signatures]
    found: dict[str, Parameter] = {}
    for key in dict.fromkeys(key for way in ways for key in way):
        same = [way[key] for way in ways if key in way]
        kinds = [each.type for each in same if each.type is not None]
        defaults = [each.default for each in same if each.default is not None]
        default = defaults[0] if defaults else None if len(same) == len(ways) else "..."
        kind = frozenset().union(*kinds) if len(kinds) == len(same) else None
        found[key] = replace(same[0], type=kind, default=default)
    return tuple(found.values())


def _badness(changes: Iterable[Change]) -> tuple[int, int, int]:
    levels = [change.row.level for change in changes]
    return levels.count(Level.BREAKING), levels.count(Level.RISKY), len(levels)


def _signature_changes(name: str, leaf: str, before: Signature, after: Signature, relate: Relate) -> Iterator[Change]:
    old, new = _by_name(before), _by_name(after)
    renames = _renames(old, new)
    for key, parameter in old.items():
        label = f"{name}({_label(parameter)})"
        if key in renames:
            yield Change("python-parameter-renamed", label, key, new=f"`{renames[key]}`")
        elif key not in new:
            yield Change("python-parameter-removed", label, key)
        if (other := new.get(renames.get(key, key))) is not None:
            yield from _parameter_changes(label, parameter, other, relate)
    for key, parameter in new.items():
        if key not in old and key not in renames.values():
            rule = "python-required-parameter-added" if parameter.is_required else "python-parameter-added"
            yield Change(rule, f"{name}({_label(parameter)})", key)
    yield from _order_change(name, leaf, before, after, renames)
    if before.returns is not None and after.returns is not None:
        yield from read_changes(f"{name}()", leaf, before.returns, after.returns, relate)


def _by_name(signature: Signature) -> dict[str, Parameter]:
    """Parameters by name; `*args` and `**kwargs` are the same whatever they are called."""
    return {each.kind.value if each.kind in _VARIADIC else each.name: each for each in signature.parameters}


def _label(parameter: Parameter) -> str:
    stars = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind)
    return f"{stars}{parameter.name}" if stars else f"{parameter.name}="


def _renames(old: dict[str, Parameter], new: dict[str, Parameter]) -> dict[str, str]:
    """The one parameter that went and the one that came, if they differ in nothing but the name."""
    gone = [key for key in old if key not in new]
    come = [key for key in new if key not in old]
    if len(gone) != 1 or len(come) != 1:
        return {}
    before, after = old[gone[0]], new[come[0]]
    return {gone[0]: come[0]} if replace(before, name=after.name) == after and before.type else {}


def _parameter_changes(label: str, before: Parameter, after: Parameter, relate: Relate) -> Iterator[Change]:
    leaf = before.name
    if before.kind is not after.kind:
        yield Change(_kind_rule(before.kind, after.kind), label, leaf, before.kind, after.kind)
    if before.is_required != after.is_required:
        rule = "python-parameter-became-required" if after.is_required else "python-parameter-became-optional"
        yield Change(rule, label, leaf)
    elif before.default != after.default:
        yield Change("python-parameter-default-changed", label, leaf, f"`{before.default}`", f"`{after.default}`")
    if before.type is not None and after.type is not None:
        yield from given_changes(label, leaf, before.type, after.type, relate)


def _kind_rule(before: ParameterKind, after: ParameterKind) -> str:
    if before in _VARIADIC or after in _VARIADIC:
        return "python-parameter-kind-changed"
    if after is ParameterKind.POSITIONAL_OR_KEYWORD:
        return "python-parameter-became-flexible"
    if after is ParameterKind.KEYWORD_ONLY:
        return "python-parameter-became-keyword-only"
    return "python-parameter-became-positional-only"


def _order_change(
    name: str, leaf: str, before: Signature, after: Signature, renames: dict[str, str]
) -> Iterator[Change]:
    """Arguments given by position must still mean the same. Removed and keyword-only ones are reported already."""
    new = [each.name for each in after.parameters if each.kind in _POSITIONAL]
    old = [renames.get(each.name, each.name) for each in before.parameters if each.kind in _POSITIONAL]
    if set(old) <= set(new) and new[: len(old)] != old:
        yield Change("python-parameters-reordered", f"{name}()", leaf, new=", ".join(new))


def given_changes(label: str, leaf: str, before: Type, after: Type, relate: Relate) -> Iterator[Change]:
    """How the type of what callers give changed."""
    relation = relate(before, after)
    if rule := _ARGUMENT.get(relation):
        yield Change(rule, label, leaf, *_shown_types(rule, before, after))


def read_changes(label: str, leaf: str, before: Type, after: Type, relate: Relate) -> Iterator[Change]:
    """How the type of what callers read changed."""
    relation = relate(before, after)
    if relation is Relation.SAME:
        return
    if before in (ANY, ANY | {NONE}):
        rule = "python-result-became-typed"
    elif relation is Relation.NARROWER:
        rule = "python-result-narrowed"
    elif NONE in after and relate(before, after - {NONE}) is Relation.SAME:
        rule = "python-result-may-be-none"
    elif NONE not in after - before and before <= after:
        rule = "python-result-widened"
    else:
        rule = "python-result-type-changed"
    yield Change(rule, label, leaf, *_shown_types(rule, before, after))


def _shown_types(rule: str, before: Type, after: Type) -> tuple[str, str]:
    """What was and what is: of a wider type what came, of a narrower one what went and what came for it."""
    gone, come = before - after, after - before
    if rule.endswith("-widened"):
        return "", f"`{text(come)}`"
    if rule.endswith("-narrowed"):
        return f"`{text(gone)}`" + (f", only `{text(come)}`" if come else ""), ""
    return f"`{text(before)}`", f"`{text(after)}`"
