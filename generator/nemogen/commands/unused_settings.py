"""Rows of api.toml about operations and credentials that the spec does not have: a typo, or upstream removed them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from nemogen.api_name import default_names
from nemogen.commands.api import Api, correct
from nemogen.commands.own_files import problems_of_kept
from nemogen.config_schema import lines_of
from nemogen.document import Document, Operation
from nemogen.errors import ConfigError, Location, NemogenError, Problem

_STREAMS: Final = ("text/event-stream", "application/jsonl", "application/x-ndjson", "application/json-seq")


def unused_settings(api: Api, document: Document) -> tuple[Problem, ...]:
    """Each setting of api.toml that matches nothing in `document`, with its line and the nearest thing that exists."""
    lines = lines_of(api.paths.settings.read_text(encoding="utf-8"))
    file = api.project.relative(api.paths.settings)
    return tuple(
        Problem(what, Location(file, line=lines.get(path) or lines.get(path[:1])), remedy)
        for path, what, remedy in (
            *_operations(api, document),
            *_pagination(api, document),
            *_credentials(api, document),
        )
    ) + problems_of_kept(api, ())


def refuse_unused_settings(api: Api, document: Document) -> None:
    """Raise ConfigError where a setting of api.toml matches nothing in `document`."""
    if unused := unused_settings(api, document):
        raise ConfigError.of(unused)


def unused_by_upstream(api: Api, document: Document) -> tuple[Problem, ...]:
    """The settings that match nothing in the `document` that just arrived, all of which the pinned spec still has.

    Raises ConfigError where one matches nothing in the pinned spec either: then it is not upstream's doing.
    """
    unused = unused_settings(api, document)
    if not unused:
        return ()
    if api.pin is None:
        raise ConfigError.of(unused)
    try:
        before = unused_settings(api, correct(api, api.pin).document)
    except NemogenError:
        return unused
    if mistaken := [each for each in unused if (each.what, each.where) in {(old.what, old.where) for old in before}]:
        raise ConfigError.of(mistaken)
    return unused


def _operations(api: Api, document: Document) -> Iterator[tuple[tuple[str, ...], str, str]]:
    known = {f"{each.method.upper()} {each.path}": each for each in document.operations}
    for key, settings in api.settings.operations.items():
        path = ("operations", key)
        if settings.name and " " not in key:
            continue  # a present name: `naming.rename` refuses one that matches nothing
        if key not in known:
            near = get_close_matches(key, known, 1)
            remedy = f"Did you mean {near[0]}?" if near else f"The spec has: {_listed(list(known))}."
            yield path, f"operations: the spec has no operation {key}", remedy
        elif settings.stream is not None and not _can_stream(known[key]):
            able = [name for name, each in known.items() if _can_stream(each)]
            others = f"Operations that can: {_listed(able)}." if able else "No operation of the spec can."
            yield path, f"operations: {key} has a stream setting, and no response of it is a stream", others


def _pagination(api: Api, document: Document) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What a setting of pagination names that the operation does not have, and one that forbids nothing."""
    given = {key: each.pagination for key, each in api.settings.operations.items() if each.pagination is not None}
    if not given or document.declared is None:
        return
    from nemogen.client.pagination import faults_of, recognize
    from nemogen.openapi.schema_views import SchemaViews

    views = SchemaViews(document.declared)
    known = {f"{each.method.upper()} {each.path}": each.declared for each in document.operations}
    for key, pagination in given.items():
        operation = known.get(key)
        if operation is None:
            continue
        if pagination is not False:
            for what, remedy in faults_of(operation, views, pagination):
                yield ("operations", key), f"operations: the pagination of {key}: {what}", remedy
        elif recognize(operation, views) is None:
            what = f"operations: {key} is not taken for paginated, and pagination = false forbids nothing"
            yield ("operations", key), what, "Remove it."


def _credentials(api: Api, document: Document) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """A variable for a key that no operation asks for. The default name is in no file, so it is not checked."""
    default = f"{default_names(api.name)[2]}_API_KEY"
    declared = document.declared
    if api.settings.client.key_env == default or declared is None or declared.security_schemes:
        return
    remedy = "Remove it, or declare the scheme under components.securitySchemes in overlay.yaml."
    yield ("client", "key_env"), "client.key_env: the spec declares no security scheme, so no key is sent", remedy


def _can_stream(operation: Operation) -> bool:
    contents = [response.content for response in operation.responses.values()]
    return any(media.partition(";")[0].strip().lower() in _STREAMS for content in contents for media in content)


def _listed(names: list[str], most: int = 8) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
