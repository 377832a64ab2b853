"""Compares parameters and response headers."""

from __future__ import annotations

import datetime
import re
from typing import Final

from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.lifecycle import (
    STABLE,
    SUNSET,
    deprecation_change,
    has_passed,
    is_too_soon,
    stability,
    sunset,
)
from nemogen.diff.media_types import is_json, spelled_media_type
from nemogen.diff.operation_content import may_be_empty
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.side import Side
from nemogen.diff.type_compatibility import SCALARS
from nemogen.errors import Location
from nemogen.findings import Direction
from nemogen.openapi.document import Header, Operation, Parameter
from nemogen.openapi.read_parameters import parameter_key
from nemogen.openapi.schema import SchemaNode

LISTS: Final = SCALARS | {"array"}
"""Types that the style `simple` writes in one way, exploded or not."""

Key = tuple[str, str]
Locations = tuple[Location, Location]


def compare_parameters(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note changes of the parameters of an operation, those of its path included."""
    old, new = _declared(base), _declared(revision)
    places = base.location, revision.location
    if context.is_flipped:
        _compare_received(walk, old, new, context, places)
        return
    for left, right in _renamed_in_path(base.path, revision.path):
        if ("path", left) in old and ("path", right) in new:
            parameter, twin = old.pop(("path", left)), new.pop(("path", right))
            if left != right:
                pointers = parameter.location, twin.location
                walk.log.add("api-path-parameter-renamed", context, *pointers, old=left, new=right)
            _compare_parameter(walk, parameter, twin, context)
    for key in [key for key in old if key in new]:
        _compare_parameter(walk, old.pop(key), new.pop(key), context)
    _note_renamed(walk, old, new, context)
    for parameter in old.values():
        _note_removed(walk, parameter, _at(context, parameter), places[1])
    for parameter in new.values():
        _note_added(walk, parameter, _at(context, parameter), places[0])


def _compare_received(
    walk: Walk, old: dict[Key, Parameter], new: dict[Key, Parameter], context: Context, places: Locations
) -> None:
    """Compare what the caller gets with a webhook or callback: to them it is what a header of a response is."""
    for key in (*old, *(key for key in new if key not in old)):
        parameter = old.get(key) or new[key]
        home = f"the {parameter.location_in} parameter {parameter.name}"
        received = context._replace(direction=Direction.RESPONSE, scope="response-header", home=home)
        compare_header(walk, old.get(key), new.get(key), received, places)


def _declared(operation: Operation) -> dict[Key, Parameter]:
    return {parameter_key(each): each for each in operation.parameters if each.is_declared}


def _renamed_in_path(base: str, revision: str) -> list[tuple[str, str]]:
    """The names at the same places of two paths."""
    names = [re.findall(r"\{([^{}]*)\}", path) for path in (base, revision)]
    return list(zip(*names, strict=False)) if len(names[0]) == len(names[1]) else []


def _at(context: Context, parameter: Parameter) -> Context:
    return context._replace(
        direction=Direction.REQUEST,
        scope="request-parameter",
        home=f"the {parameter.location_in} parameter {parameter.name}",
        argument=parameter.name,
        is_weak=_is_text(parameter),
        is_exploded=parameter.style == "form" and parameter.explode and parameter.media is None,
        is_header=parameter.location_in == "header",
        is_always_given=parameter.required,
    )


def _is_text(value: Parameter | Header) -> bool:
    """Whether types do not show on the wire."""
    return value.media is None or not is_json(value.media.name)


def _schema(value: Parameter | Header) -> SchemaNode | None:
    return value.schema if value.media is None else value.media.schema


def _note_renamed(walk: Walk, old: dict[Key, Parameter], new: dict[Key, Parameter], context: Context) -> None:
    for location_in in ("query", "header", "cookie"):
        removed, added = (
            {item.name: schema for key, item in side.items() if key[0] == location_in and (schema := _schema(item))}
            for side in (old, new)
        )
        for name, other in walk.matcher.renamed(removed, added).items():
            parameter, twin = old.pop(_key(location_in, name)), new.pop(_key(location_in, other))
            rule = "request-parameter-required-renamed" if twin.required else "request-parameter-renamed"
            places = parameter.location, twin.location
            walk.log.add(rule, _at(context, parameter), *places, old=name, new=other)


def _key(location_in: str, name: str) -> Key:
    return location_in, name.lower() if location_in == "header" else name


def _note_added(walk: Walk, parameter: Parameter, context: Context, base: Location) -> None:
    need = "required" if parameter.required else "optional"
    rule = f"new-{need}-request-parameter"
    if parameter.location_in == "path":
        rule = "new-request-path-parameter"
    elif parameter.is_shared:
        rule = f"new-{need}-request-default-parameter-to-existing-path"
    walk.log.add(rule, context, base, parameter.location)


def _note_removed(walk: Walk, parameter: Parameter, context: Context, revision: Location) -> None:
    day = sunset(parameter.extensions)
    rule = "request-parameter-removed"
    if parameter.deprecated:
        if isinstance(day, str):
            rule = "request-parameter-sunset-parse"
        elif day is not None and not has_passed(day, walk.today):
            rule = "request-parameter-removed-before-sunset"
        else:
            rule = "request-parameter-removed-with-deprecation"
    walk.log.add(rule, context, parameter.location, revision, old=str(day or ""), value=str(day or ""))


def _compare_parameter(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    context = _at(context, revision)._replace(is_always_given=base.required or revision.required)
    places = base.location, revision.location
    if base.required != revision.required:
        change = "became-required" if revision.required else "became-optional"
        walk.log.schema(change, context, *_near(walk, places, "required"))
    _compare_writing(walk, base, revision, context)
    if base.allow_reserved != revision.allow_reserved:
        walk.log.add("request-parameter-reserved-changed", context, *places)
    _compare_empty_value(walk, base, revision, context)
    _compare_lifecycle(walk, base, revision, context)
    compare_part_prose(walk.log, (walk.base, places[0]), (walk.revision, places[1]), context)
    _compare_schema(walk, base, revision, context)


def _compare_empty_value(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    """Note whether a parameter of a query may be sent empty (`?name=`), whatever its schema makes of that value."""
    if may_be_empty(base) != may_be_empty(revision):
        change = "allowed" if may_be_empty(revision) else "forbidden"
        places = _near(walk, (base.location, revision.location), "allowEmptyValue")
        walk.log.add(f"request-parameter-empty-value-{change}", context, *places)


def _near(walk: Walk, places: Locations, key: str) -> Locations:
    return walk.base.near(places[0], key), walk.revision.near(places[1], key)


def _compare_writing(walk: Walk, base: Parameter | Header, revision: Parameter | Header, context: Context) -> None:
    is_whole = any(
        _has_types(side, value, SCALARS) or (value.style == "simple" and _has_types(side, value, LISTS))
        for side, value in ((walk.base, base), (walk.revision, revision))
    )
    old, new = _written(base, is_whole=is_whole), _written(revision, is_whole=is_whole)
    if old != new:
        rule = f"{context.scope}-serialization-changed"
        places = _near(walk, (base.location, revision.location), _keyword(base, revision))
        walk.log.add(rule, context, *places, old=old, new=new)


def _keyword(base: Parameter | Header, revision: Parameter | Header) -> str:
    """The keyword that says how a value is put into text, of those that differ."""
    if base.media is not None or revision.media is not None:
        return "content"
    return "style" if base.style != revision.style else "explode"


def _compare_schema(walk: Walk, base: Parameter | Header, revision: Parameter | Header, context: Context) -> None:
    if _media(base) != _media(revision):
        return  # the change of the media type is reported already
    old, new = _schema(base), _schema(revision)
    if old is not None and new is not None:
        walk.schemas(old, new, context)
    elif old is not None or new is not None:
        change = "schema-added" if new is not None else "schema-removed"
        places = base.location, revision.location
        walk.log.add(f"{context.scope}-{change}", context, *places, identity=walk.identity(old, new))


def _media(value: Parameter | Header) -> str:
    return "" if value.media is None else spelled_media_type(value.media.name)


def _written(value: Parameter | Header, *, is_whole: bool) -> str:
    """How a value is put into text. Whether it is exploded matters only for what has parts that it sets apart."""
    if value.media is not None:
        return _media(value)
    return f"{value.style}, exploded" if value.explode and not is_whole else value.style


def _has_types(side: Side, value: Parameter | Header, allowed: frozenset[str]) -> bool:
    """Whether a value is of no other type than these."""
    schema = _schema(value)
    types = frozenset[str]() if schema is None else side.plain(schema).types
    return bool(types) and types <= allowed


def _compare_lifecycle(walk: Walk, base: Parameter, revision: Parameter, context: Context) -> None:
    was, is_ = base.deprecated, revision.deprecated
    old, new = sunset(base.extensions), sunset(revision.extensions)
    is_mild = context.is_unstable and STABLE not in revision.extensions
    level = 0 if is_mild else stability(revision.extensions)
    places = _near(walk, (base.location, revision.location), "deprecated")
    if was and not is_:
        walk.log.schema("reactivated", context, *places)
    elif is_ and not was:
        change = deprecation_change(walk, revision.extensions, level)
        walk.log.schema(_DEPRECATED.get(change, "deprecated"), context, *places, new=str(new or ""))
    if (is_ and isinstance(new, str)) or (was and is_ and isinstance(old, str)):
        bad = new if isinstance(new, str) else old
        walk.log.add("request-parameter-sunset-parse", context, *places, value=str(bad))
    elif was and is_ and old is None and isinstance(new, datetime.date):
        if is_too_soon(new, walk.today, walk.policy.days_of(level)):
            walk.log.schema(_DEPRECATED["sunset-too-soon"], context, *places, new=str(new))
    elif was and is_ and old != new and old is not None:
        places = _near(walk, (base.location, revision.location), SUNSET)
        if new is None:
            walk.log.add("request-parameter-sunset-deleted", context, *places, old=str(old))
        elif not isinstance(old, str) and not isinstance(new, str) and new < old:
            rule = "request-parameter-sunset-date-changed-too-small"
            context = context._replace(is_unstable=not is_too_soon(new, walk.today, walk.policy.days_of(level)))
            walk.log.add(rule, context, *places, old=str(old), new=str(new))


_DEPRECATED: Final = {"sunset-missing": "deprecated-sunset-missing", "sunset-too-soon": "sunset-date-too-small"}
"""The change of a parameter that is newly deprecated, where its sunset is at fault; one that is no date is another."""


def compare_header(
    walk: Walk,
    base: Parameter | Header | None,
    revision: Parameter | Header | None,
    context: Context,
    around: Locations,
) -> None:
    """Note changes of one response header; `around` are the locations of the object that has it."""
    if base is None or revision is None:
        if revision is not None:
            walk.log.add("response-header-added", context, around[0], revision.location)
        elif base is not None:
            need = "required" if base.required else "optional"
            walk.log.add(f"{need}-response-header-removed", context, base.location, around[1])
        return
    places = base.location, revision.location
    context = context._replace(is_weak=_is_text(revision))
    if base.required != revision.required:
        change = "became-required" if revision.required else "became-optional"
        walk.log.schema(change, context, *_near(walk, places, "required"))
    _compare_writing(walk, base, revision, context)
    compare_part_prose(walk.log, (walk.base, places[0]), (walk.revision, places[1]), context)
    _compare_schema(walk, base, revision, context)
