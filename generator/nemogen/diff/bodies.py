"""Compares request bodies, responses, headers, media types and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.form_fields import first_required, locate_body, locate_encoding, locate_requirement
from nemogen.diff.media_types import are_related, by_name, is_events, is_json, name_change, narrowest_range
from nemogen.diff.operation_content import encodings_content, is_any_content, is_written_otherwise, link_content
from nemogen.diff.parameters import compare_header
from nemogen.diff.schema_pairs import Walk
from nemogen.errors import Location
from nemogen.openapi.document import Link, MediaType, Operation, RequestBody, Response

Locations = tuple[Location, Location]


def compare_body(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note changes of the request body of an operation."""
    context = context.turned(is_out=True)._replace(home="the request body")
    old, new = base.body, revision.body
    if old is None and new is not None:
        rule = f"request-body-added-{'required' if new.required else 'optional'}"
        walk.log.add(rule, context, base.location, locate_body(walk.revision, new))
    elif old is not None and new is None:
        walk.log.add("request-body-removed", context, locate_body(walk.base, old), revision.location)
    elif old is not None and new is not None:
        if old.required != new.required:
            rule = f"request-body-became-{'required' if new.required else 'optional'}"
            name = first_required(new if new.required else old)
            places = locate_requirement(walk.base, old, name), locate_requirement(walk.revision, new, name)
            walk.log.add(rule, context, *places)
        compare_part_prose(walk.log, (walk.base, old.location), (walk.revision, new.location), context)
        _compare_body_media(walk, old, new, context)


def _near(walk: Walk, places: Locations, key: str) -> Locations:
    return walk.base.near(places[0], key), walk.revision.near(places[1], key)


def _compare_body_media(walk: Walk, old: RequestBody, new: RequestBody, context: Context) -> None:
    places = _near(walk, (old.location, new.location), "content")
    base, revision = by_name(old.content), by_name(new.content)
    for name, media in base.items():
        twin = name if name in revision else narrowest_range(name, revision)
        if twin:
            _compare_media(walk, (media, revision[twin]), name, context, is_one_of_many=len(base) > 1)
        else:
            walk.log.add("request-body-media-type-removed", context, media.location, places[1], value=name)
    for name, media in revision.items():
        if name not in base:
            walk.log.add("request-body-media-type-added", context, places[0], media.location, value=name)


def _compare_media(
    walk: Walk, pair: tuple[MediaType, MediaType], name: str, context: Context, *, is_one_of_many: bool
) -> None:
    """Compare what one media type holds. Its schema may appear or disappear."""
    old, new = pair
    home = f"{context.home} ({name})" if is_one_of_many else context.home
    context = context._replace(home=home, is_weak=not is_json(name))
    places = old.location, new.location
    compare_part_prose(walk.log, (walk.base, places[0]), (walk.revision, places[1]), context)
    if context.is_sent:
        _compare_encoding(walk, old, new, context)
    was, is_ = old.schema or old.item_schema, new.schema or new.item_schema
    if was is not None and is_ is not None:
        walk.schemas(was, is_, context)
    elif (was is not None or is_ is not None) and not all(
        is_any_content(side, node, name) for side, node in ((walk.base, was), (walk.revision, is_))
    ):
        change = "media-type-schema-added" if is_ is not None else "media-type-schema-removed"
        walk.log.add(f"{context.scope}-{change}", context, *places, identity=walk.identity(was, is_))


def _compare_encoding(walk: Walk, old: MediaType, new: MediaType, context: Context) -> None:
    before, after = encodings_content(walk.base, old), encodings_content(walk.revision, new)
    if before == after:
        return
    names = [name for name in {**before[0], **after[0]} if before[0].get(name) != after[0].get(name)]
    written = [name for name in names if is_written_otherwise(before[0].get(name), after[0].get(name))]
    name = next(iter(written or names), None)
    places = locate_encoding(walk.base, old, name), locate_encoding(walk.revision, new, name)
    if written:
        walk.log.add("request-body-serialization-changed", context, *places, value=tuple(written))
    else:
        walk.log.add("request-body-encoding-changed", context, *places)


def compare_responses(walk: Walk, base: Operation, revision: Operation, context: Context) -> None:
    """Note changes of the responses of an operation."""
    places = _near(walk, (base.location, revision.location), "responses")
    old, new = ({response.status: response for response in each.responses} for each in (base, revision))
    for status, response in old.items():
        twins = [new[status]] if status in new else list(_related(status, new)) or _new_default(status, old, new)
        for twin in twins:
            _compare_response(walk, response, twin, context)
        change = _status_change(status, twins)
        if change:
            value = tuple(twin.status for twin in twins) if twins else status
            places_ = response.use, twins[0].use if twins else places[1]
            rule = f"response-{_kind(status)}-status-{change}"
            walk.log.add(rule, _response(context, status), *places_, value=value, old=status if twins else "")
    for status, response in new.items():
        if status not in old and not any(_related(status, old)):
            rule = f"response-{_kind(status)}-status-added"
            value = "any other status (default)" if status == "default" else status
            walk.log.add(rule, _response(context, status), places[0], response.use, value=value)


def _status_change(status: str, twins: list[Response]) -> str | None:
    """The kind of a change of status: "removed", "generalized" (200 is 2XX now), "specialized", or nothing."""
    if not twins:
        return "removed"
    if twins[0].status == status or _kind(status) != "success":
        return None
    return "specialized" if _is_range(status) else "generalized"


def _is_range(status: str) -> bool:
    return status.endswith("XX")


def _related(status: str, responses: Mapping[str, Response]) -> Iterator[Response]:
    """The range (2XX) that a single status belongs to, or the single ones of a range."""
    for other, response in responses.items():
        if _is_range(status) != _is_range(other) and other[:1] == status[:1] and "default" not in (status, other):
            yield response


def _new_default(status: str, old: Mapping[str, Response], new: Mapping[str, Response]) -> list[Response]:
    """The response to all other statuses that is declared now, in place of those to some of them."""
    return [new["default"]] if _kind(status) != "success" and "default" in new and "default" not in old else []


def _kind(status: str) -> str:
    return "success" if status.startswith("2") and len(status) == 3 else "non-success"


def _response(context: Context, status: str) -> Context:
    return context.turned(is_out=False)._replace(home=f"response {status}")


def _compare_response(walk: Walk, old: Response, new: Response, context: Context) -> None:
    context = _response(context, old.status)
    places = old.location, new.location
    compare_part_prose(walk.log, (walk.base, places[0]), (walk.revision, places[1]), context)
    _compare_response_media(walk, old, new, context)
    base, revision = ({header.name.lower(): header for header in each.headers} for each in (old, new))
    for name in (*base, *(name for name in revision if name not in base)):
        home = f"header {(base.get(name) or revision[name]).name} of response {old.status}"
        in_header = context._replace(scope="response-header", home=home)
        compare_header(walk, base.get(name), revision.get(name), in_header, places)
    was, is_ = ({link.name: link for link in each.links} for each in (old, new))
    for name in sorted(was.keys() | is_.keys()):
        _compare_link(walk, was.get(name), is_.get(name), context, places)


def _compare_link(walk: Walk, old: Link | None, new: Link | None, context: Context, around: Locations) -> None:
    places = old.location if old else around[0], new.location if new else around[1]
    if old and new:
        if link_content(old) != link_content(new):
            walk.log.add("response-link-changed", context, *places, value=old.name)
    elif old:
        walk.log.add("response-link-removed", context, *places, value=old.name)
    elif new:
        walk.log.add("response-link-added", context, *places, value=new.name)


def _compare_response_media(walk: Walk, old: Response, new: Response, context: Context) -> None:
    base, revision = by_name(old.content), by_name(new.content)
    for name in [name for name in base if name in revision]:
        _compare_media(walk, (base[name], revision[name]), name, context, is_one_of_many=len(base) > 1)
    removed = {name: media for name, media in base.items() if name not in revision}
    added = {name: media for name, media in revision.items() if name not in base}
    for name, media in list(removed.items()):
        twin = next((other for other in added if are_related(name, other)), None)
        if twin:
            other = added.pop(twin)
            del removed[name]
            rule = f"response-media-type-name-{name_change(name, twin)}"
            walk.log.add(rule, context, media.location, other.location, old=name, new=twin)
            _compare_media(walk, (media, other), twin, context, is_one_of_many=False)
    places = _near(walk, (old.location, new.location), "content")
    for name, media in removed.items():
        walk.log.add(f"response-{_medium(name)}-removed", context, media.location, places[1], value=name)
    for name, media in added.items():
        walk.log.add(f"response-{_medium(name)}-added", context, places[0], media.location, value=name)


def _medium(name: str) -> str:
    return "event-stream" if is_events(name) else "media-type"
