"""Compares parameters and response headers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nemogen.contract_form.contract import Operation, Parameter
from nemogen.contract_form.document import Contract
from nemogen.contract_form.places import Spot
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.lifecycle import SUNSET, has_passed, sunset
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.type_compatibility import SCALARS
from nemogen.findings import Direction

Parameters = Mapping[tuple[str, str], Parameter]


def compare_parameters(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note what became of the parameters of an operation, those of its path included."""
    old, new = dict(base.parameters), dict(revision.parameters)
    places = base.spot.pointer, revision.spot.pointer
    for left, right in _renamed_in_path(base.path, revision.path):
        if ("path", left) in old and ("path", right) in new:
            parameter, twin = old.pop(("path", left)), new.pop(("path", right))
            if left != right:
                pointers = parameter.spot.pointer, twin.spot.pointer
                walk.log.add("api-path-parameter-renamed", context, *pointers, old=left, new=right)
            _compare_parameter(walk, parameter, twin, context)
    for key in [key for key in old if key in new]:
        _compare_parameter(walk, old.pop(key), new.pop(key), context)
    _note_renamed(walk, old, new, context)
    for parameter in old.values():
        _note_removed(walk, parameter, _at(context, parameter), places[1])
    for parameter in new.values():
        _note_added(walk, parameter, _at(context, parameter), places[0])


def _renamed_in_path(base: str, revision: str) -> list[tuple[str, str]]:
    """The names at the same places of two paths."""
    names = [re.findall(r"\{([^{}]*)\}", path) for path in (base, revision)]
    return list(zip(*names, strict=False)) if len(names[0]) == len(names[1]) else []


def _at(context: Context, parameter: Parameter) -> Context:
    scope = "request-parameter"
    is_exploded = parameter.style == "form" and parameter.explode
    home = f"the {parameter.where} parameter {parameter.name}"
    is_header = parameter.where == "header"
    return context._replace(
        direction=Direction.REQUEST,
        scope=scope,
        home=home,
        is_weak=not parameter.media,
        is_exploded=is_exploded,
        is_header=is_header,
    )


def _note_renamed(
    walk: Walk, old: dict[tuple[str, str], Parameter], new: dict[tuple[str, str], Parameter], context: Context
) -> None:
    for where in ("query", "header", "cookie"):
        removed = {item.name: item.schema for key, item in old.items() if key[0] == where and item.schema}
        added = {item.name: item.schema for key, item in new.items() if key[0] == where and item.schema}
        for name, other in walk.matcher.renamed(removed, added).items():
            parameter = old.pop(_key(where, name))
            twin = new.pop(_key(where, other))
            rule = "request-parameter-required-renamed" if twin.required else "request-parameter-renamed"
            places = parameter.spot.pointer, twin.spot.pointer
            walk.log.add(rule, _at(context, parameter), *places, old=name, new=other)


def _key(where: str, name: str) -> tuple[str, str]:
    return where, name.lower() if where == "header" else name


def _note_added(walk: Walk, parameter: Parameter, context: Context, base: str) -> None:
    need = "required" if parameter.required else "optional"
    rule = f"new-{need}-request-parameter"
    if parameter.where == "path":
        rule = "new-request-path-parameter"
    elif parameter.is_shared:
        rule = f"new-{need}-request-default-parameter-to-existing-path"
    walk.log.add(rule, context, base, parameter.spot.pointer)


def _note_removed(walk: Walk, parameter: Parameter, context: Context, revision: str) -> None:
    day = sunset(parameter.spot.raw)
    rule = "request-parameter-removed"
    if parameter.spot.raw.get("deprecated") is True:
        if isinstance(day, str):
            rule = "request-parameter-sunset-parse"
        elif day is not None and not has_passed(day, walk.today):
            rule = "request-parameter-removed-before-sunset"
        else:
            rule = "request-parameter-removed-with-deprecation"
    walk.log.add(rule, context, parameter.spot.pointer, revision, old=str(day or ""), value=str(day or ""))


def _compare_parameter(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    context = _at(context, revision)
    places = base.spot.pointer, revision.spot.pointer
    if base.required != revision.required:
        pointers = base.spot.near("required"), revision.spot.near("required")
        walk.log.schema("became-required" if revision.required else "became-optional", context, *pointers)
    _compare_writing(walk, base, revision, context)
    if base.reserved != revision.reserved:
        walk.log.add("request-parameter-reserved-changed", context, *places)
    _compare_lifecycle(walk, base.spot, revision.spot, context)
    compare_part_prose(walk.log, (base.spot.raw, places[0]), (revision.spot.raw, places[1]), context)
    _compare_schema(walk, base, revision, context)


def _compare_writing(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    is_whole = _is_scalar(walk.base, base) or _is_scalar(walk.revision, revision)
    old, new = _written(base, is_whole=is_whole), _written(revision, is_whole=is_whole)
    if old != new:
        rule = f"{context.scope}-serialization-changed"
        walk.log.add(rule, context, base.spot.pointer, revision.spot.pointer, old=old, new=new)


def _compare_schema(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    if base.media != revision.media:
        return  # what is written otherwise is told already
    if base.schema and revision.schema:
        walk.schemas(base.schema, revision.schema, context)
    elif base.schema or revision.schema:
        change = "schema-added" if revision.schema else "schema-removed"
        walk.log.add(f"{context.scope}-{change}", context, base.spot.pointer, revision.spot.pointer)


def _written(parameter: Parameter, *, is_whole: bool) -> str:
    """How a value is put into text. Whether it is exploded matters only for what has parts."""
    if parameter.media:
        return parameter.media
    return f"{parameter.style}, exploded" if parameter.explode and not is_whole else parameter.style


def _is_scalar(contract: Contract, parameter: Parameter) -> bool:
    types = contract.shapes.node(parameter.schema).types if parameter.schema else frozenset()
    return bool(types) and types <= SCALARS


def _compare_lifecycle(walk: Walk, base: Spot, revision: Spot, context: Context) -> None:
    was, is_ = base.raw.get("deprecated") is True, revision.raw.get("deprecated") is True
    old, new = sunset(base.raw), sunset(revision.raw)
    places = base.near("deprecated"), revision.near("deprecated")
    if was and not is_:
        walk.log.schema("reactivated", context, *places)
    elif is_ and not was:
        is_late = new is not None and not isinstance(new, str) and has_passed(new, walk.today)
        walk.log.schema("sunset-date-too-small" if is_late else "deprecated", context, *places, new=str(new or ""))
    if (is_ and isinstance(new, str)) or (was and is_ and isinstance(old, str)):
        bad = new if isinstance(new, str) else old
        walk.log.add("request-parameter-sunset-parse", context, *places, value=str(bad))
    elif was and is_ and old != new and old is not None:
        places = base.near(SUNSET), revision.near(SUNSET)
        if new is None:
            walk.log.add("request-parameter-sunset-deleted", context, *places, old=str(old))
        elif not isinstance(old, str) and not isinstance(new, str) and new < old:
            rule = "request-parameter-sunset-date-changed-too-small"
            walk.log.add(rule, context, *places, old=str(old), new=str(new))


def compare_header(
    walk: Walk, base: Parameter | None, revision: Parameter | None, context: Context, around: tuple[str, str]
) -> None:
    """Note what became of one header of a response; `around` are the pointers of both responses."""
    if base is None or revision is None:
        if revision is not None:
            walk.log.add("response-header-added", context, around[0], revision.spot.pointer)
        elif base is not None:
            need = "required" if base.required else "optional"
            walk.log.add(f"{need}-response-header-removed", context, base.spot.pointer, around[1])
        return
    places = base.spot.pointer, revision.spot.pointer
    context = context._replace(is_weak=not revision.media)
    if base.required != revision.required:
        walk.log.schema("became-required" if revision.required else "became-optional", context, *places)
    _compare_writing(walk, base, revision, context)
    compare_part_prose(walk.log, (base.spot.raw, places[0]), (revision.spot.raw, places[1]), context)
    _compare_schema(walk, base, revision, context)
