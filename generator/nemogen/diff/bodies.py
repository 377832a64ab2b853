"""Compares request bodies, responses, headers, media types and links."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.contract_form.contract import Body, Media, Operation, Response
from nemogen.contract_form.document import contract_part
from nemogen.contract_form.places import Spot
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.parameters import compare_header
from nemogen.diff.schema_pairs import Walk

EVENTS = "text/event-stream"


def compare_body(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note what became of the request body of an operation."""
    context = context.turned(is_out=True)._replace(home="the request body")
    old, new = base.body, revision.body
    places = (old.spot if old else base.spot).pointer, (new.spot if new else revision.spot).pointer
    if old is None and new is not None:
        walk.log.add(f"request-body-added-{'required' if new.required else 'optional'}", context, *places)
    elif old is not None and new is None:
        walk.log.add("request-body-removed", context, *places)
    elif old is not None and new is not None:
        if old.required != new.required:
            rule = f"request-body-became-{'required' if new.required else 'optional'}"
            walk.log.add(rule, context, old.spot.near("required"), new.spot.near("required"))
        compare_part_prose(walk.log, (old.spot.raw, places[0]), (new.spot.raw, places[1]), context)
        _compare_body_media(walk, old, new, context)


def _compare_body_media(walk: Walk, old: Body, new: Body, context: Context) -> None:
    places = old.spot.near("content"), new.spot.near("content")
    for name, media in old.media.items():
        if name in new.media:
            _compare_media(walk, media, new.media[name], context, len(old.media) > 1)
        else:
            walk.log.add("request-body-media-type-removed", context, media.spot.pointer, places[1], value=name)
    for name, media in new.media.items():
        if name not in old.media:
            walk.log.add("request-body-media-type-added", context, places[0], media.spot.pointer, value=name)


def _compare_media(walk: Walk, old: Media, new: Media, context: Context, is_one_of_many: bool) -> None:
    """Compare what one media type holds. Its schema may appear or disappear."""
    home = f"{context.home} ({new.name})" if is_one_of_many else context.home
    context = context._replace(home=home, is_weak="json" not in new.name and new.name != EVENTS)
    compare_part_prose(walk.log, (old.spot.raw, old.spot.pointer), (new.spot.raw, new.spot.pointer), context)
    if context.is_sent and contract_part(old.encoding) != contract_part(new.encoding):
        walk.log.add("request-body-encoding-changed", context, old.spot.pointer, new.spot.pointer)
    if old.schema and new.schema:
        walk.schemas(old.schema, new.schema, context)
    elif old.schema or new.schema:
        change = "media-type-schema-added" if new.schema else "media-type-schema-removed"
        walk.log.add(f"{context.scope}-{change}", context, old.spot.pointer, new.spot.pointer)


def compare_responses(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note what became of the responses of an operation."""
    places = base.spot.near("responses"), revision.spot.near("responses")
    for status, response in base.responses.items():
        twin = revision.responses.get(status) or _covering(status, revision.responses)
        if twin:
            _compare_response(walk, response, twin, context)
        else:
            rule = f"response-{_kind(status)}-status-removed"
            walk.log.add(rule, _response(context, status), response.spot.pointer, places[1], value=status)
    ranges = {f"{status[:1]}XX" for status in base.responses if status not in revision.responses}
    for status, response in revision.responses.items():
        if status not in base.responses and status not in ranges and not _covering(status, base.responses):
            rule = f"response-{_kind(status)}-status-added"
            walk.log.add(rule, _response(context, status), places[0], response.spot.pointer, value=status)


def _kind(status: str) -> str:
    return "success" if status.startswith("2") and len(status) == 3 else "non-success"


def _covering(status: str, responses: Mapping[str, Response]) -> Response | None:
    """The range (2XX) that a single status belongs to."""
    return responses.get(f"{status[:1]}XX") if status[:1].isdecimal() else None


def _response(context: Context, status: str) -> Context:
    return context.turned(is_out=False)._replace(home=f"response {status}")


def _compare_response(walk: Walk, old: Response, new: Response, context: Context) -> None:
    context = _response(context, old.status)
    places = old.spot.pointer, new.spot.pointer
    compare_part_prose(walk.log, (old.spot.raw, places[0]), (new.spot.raw, places[1]), context)
    _compare_response_media(walk, old, new, context)
    for name in (*old.headers, *(name for name in new.headers if name not in old.headers)):
        home = f"header {(old.headers.get(name) or new.headers[name]).name} of response {old.status}"
        in_header = context._replace(scope="response-header", home=home)
        compare_header(walk, old.headers.get(name), new.headers.get(name), in_header, places)
    for name in sorted(old.links.keys() | new.links.keys()):
        _compare_link(walk, name, old.links.get(name), new.links.get(name), (context, *places))


def _compare_link(walk: Walk, name: str, old: Spot | None, new: Spot | None, around: tuple[Context, str, str]) -> None:
    context, *places = around
    places = [spot.pointer if spot else place for spot, place in zip((old, new), places, strict=True)]
    if old and new:
        raws = walk.base.reader.resolved(old).raw, walk.revision.reader.resolved(new).raw
        if contract_part(raws[0]) != contract_part(raws[1]):
            walk.log.add("response-link-changed", context, *places, value=name)
    else:
        walk.log.add(f"response-link-{'added' if new else 'removed'}", context, *places, value=name)


def _compare_response_media(walk: Walk, old: Response, new: Response, context: Context) -> None:
    removed = {name: media for name, media in old.media.items() if name not in new.media}
    added = {name: media for name, media in new.media.items() if name not in old.media}
    for name in [name for name in old.media if name in new.media]:
        _compare_media(walk, old.media[name], new.media[name], context, len(old.media) > 1)
    for name, media in list(removed.items()):
        twin = next((other for other in added if _is_kin(name, other)), None)
        if twin:
            other = added.pop(twin)
            del removed[name]
            rule = f"response-media-type-name-{_name_change(name, twin)}"
            walk.log.add(rule, context, media.spot.pointer, other.spot.pointer, old=name, new=twin)
            _compare_media(walk, media, other, context, is_one_of_many=False)
    places = old.spot.near("content"), new.spot.near("content")
    for name, media in removed.items():
        walk.log.add(f"response-{_medium(name)}-removed", context, media.spot.pointer, places[1], value=name)
    for name, media in added.items():
        walk.log.add(f"response-{_medium(name)}-added", context, places[0], media.spot.pointer, value=name)


def _medium(name: str) -> str:
    return "event-stream" if name.split(";")[0] == EVENTS else "media-type"


def _is_kin(old: str, new: str) -> bool:
    """Whether two media types are names of one thing: a range and its member, or one type with other parameters."""
    return _contains(old, new) or _contains(new, old) or old.split(";")[0] == new.split(";")[0]


def _name_change(old: str, new: str) -> str:
    return "generalized" if _contains(new, old) else "specialized" if _contains(old, new) else "changed"


def _contains(outer: str, inner: str) -> bool:
    """Whether every message of the media type `inner` is one of `outer` too (RFC 6838 suffixes, RFC 9110 ranges)."""
    outer_name, *outer_parameters = outer.split(";")
    inner_name, *inner_parameters = inner.split(";")
    if not set(outer_parameters) <= set(inner_parameters):
        return False
    outer_kind, _, outer_rest = outer_name.partition("/")
    inner_kind, _, inner_rest = inner_name.partition("/")
    if outer_name in ("*/*", inner_name):
        return True
    return outer_kind == inner_kind and (outer_rest == "*" or inner_rest.endswith(f"+{outer_rest}"))
