# ruff: noqa: E501  # A row is read as one line.
"""Precision and recall of the recognition of pagination over operations as public APIs have them, listed by hand.

A row has the operation, its parameters, what its response has, and the style in which it gives its results page by
page, "-" for none. A parameter or a field is a text unless it says `:i` (integer), `:b` (boolean), `:u` (address), `:o`
(object); `@body` is a property of the body. `name[]` is an array of objects, `name[].id` a property of them, `name[]:s`
one of texts, and `[]` alone an array that is the whole response. `Link!` declares the header.
"""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.pagination import recognize
from nemogen.client.pagination_plan import Pagination
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews
from tests.client.held_out_pagination import HELD_OUT

ROWS = """
# has_more and the id of the last item
GET /v1/charges | limit:i starting_after ending_before | object data[].id has_more:b url | last_id
GET /v1/customers | email limit:i starting_after ending_before | object data[].id has_more:b url | last_id
GET /v1/customers/{id}/sources | limit:i starting_after ending_before | object data[].id has_more:b url | last_id
GET /v1/charges/search | query limit:i page | object data[].id has_more:b next_page url total_count:i | cursor
GET /v1/messages/batches | limit:i before_id after_id | data[].id first_id last_id has_more:b | cursor
GET /v1/files | after limit:i order purpose | object data[].id first_id last_id has_more:b | cursor
GET /v1/fine_tuning/jobs | after limit:i | object data[].id has_more:b | last_id
GET /v1/threads/{id}/messages | limit:i order after before | object data[].id first_id last_id has_more:b | cursor
GET /v1/events | starting_after limit:i | data[].id has_more:b | last_id
GET /vehicles | paginate_limit:i paginate_page:i | result[].id | page
# cursors
GET /clicks | continueFrom limit:i | clicks[].id lastId | cursor
GET /conversations.list | cursor limit:i types | ok:b channels[].id response_metadata.next_cursor | cursor
GET /users.list | cursor limit:i | ok:b members[].id cache_ts:i response_metadata.next_cursor | cursor
POST /v1/databases/{id}/query | start_cursor@body page_size:i@body filter:o@body | object results[].id next_cursor has_more:b | cursor
POST /v1/search | query@body start_cursor@body page_size:i@body | object results[].id next_cursor has_more:b | cursor
GET /v1/users | start_cursor page_size:i | object results[].id next_cursor has_more:b | cursor
GET /v1/blocks/{id}/children | start_cursor page_size:i | results[].id next_cursor has_more:b | cursor
POST /2/files/list_folder/continue | cursor@body | entries[].name cursor has_more:b | cursor
GET /v2/payments | cursor limit:i sort_order | payments[].id cursor | cursor
POST /v2/orders/search | cursor@body limit:i@body query:o@body | orders[].id cursor | cursor
GET /v2/catalog/list | cursor types | objects[].id cursor | cursor
GET /crm/v3/objects/contacts | limit:i after properties | results[].id paging.next.after paging.next.link | cursor
GET /v3/projects | pageSize:i pageToken | projects[].name nextPageToken | cursor
GET /v1/projects/{id}/locations | pageSize:i pageToken filter | locations[].name nextPageToken | cursor
GET /v1/{name}/operations | page_size:i page_token | operations[].name next_page_token | cursor
GET /youtube/v3/search | q maxResults:i pageToken | items[].id nextPageToken prevPageToken pageInfo.totalResults:i | cursor
GET /drive/v3/files | q pageSize:i pageToken | files[].id nextPageToken incompleteSearch:b | cursor
GET /calendar/v3/calendars/{id}/events | maxResults:i pageToken syncToken | items[].id nextPageToken nextSyncToken | cursor
GET /gmail/v1/users/{id}/messages | maxResults:i pageToken | messages[].id nextPageToken resultSizeEstimate:i | cursor
GET /storage/v1/b/{bucket}/o | maxResults:i pageToken prefix | items[].id nextPageToken prefixes[]:s | cursor
GET /2/tweets/search/recent | query max_results:i next_token | data[].id meta.next_token meta.result_count:i | cursor
GET /2/users/{id}/followers | max_results:i pagination_token | data[].id meta.next_token meta.previous_token | cursor
GET /api/v1/namespaces | limit:i continue | items[].kind metadata.continue metadata.remainingItemCount:i | cursor
GET /api/v1/pods | limit:i continue labelSelector | kind items[].kind metadata.continue metadata.resourceVersion | cursor
POST /dynamodb/query | ExclusiveStartKey@body Limit:i@body TableName@body | Items[] LastEvaluatedKey Count:i | cursor
GET /v2/streams | NextToken MaxResults:i | Streams[].Name NextToken | cursor
GET /2015-03-31/functions | Marker MaxItems:i | Functions[].FunctionName NextMarker | cursor
GET /v0/{base}/{table} | pageSize:i offset view | records[].id offset | cursor
GET /api/v3/events | page_cursor page_limit:i | data[].id meta.page.after | cursor
GET /api/v2/incidents | page[size]:i page[offset]:i | data[].id meta.pagination.next_offset:i meta.pagination.size:i | cursor
GET /api/v2/logs/events | page[cursor] page[limit]:i | data[].id links.next:u meta.page.after | cursor
GET /api/v2/tickets.json | page[after] page[size]:i | tickets[].id meta.has_more:b meta.after_cursor links.next:u | next_link
GET /tasks | limit:i offset project | data[].gid next_page.offset next_page.path next_page.uri:u | cursor
GET /item/transactions | cursor count:i | added[].id modified[].id next_cursor has_more:b | -
POST /transactions/sync | cursor@body count:i@body | added[].id modified[].id removed[].id next_cursor has_more:b | -
GET /scheduled_events | count:i page_token status | collection[].uri pagination.count:i pagination.next_page:u pagination.next_page_token | cursor
GET /v2/users | page_size:i next_page_token page_number:i | page_count:i page_size:i total_records:i next_page_token users[].id | cursor
GET /contacts | per_page:i starting_after | type data[].id pages.next.starting_after pages.total_pages:i total_count:i | cursor
GET /api/v1/models | cursor limit:i | models[].id nextCursor | cursor
GET /v1/activities | after_cursor limit:i | activities[].id page_info.end_cursor page_info.has_next_page:b | cursor
POST /graph/people | first:i@body after@body | edges[].cursor pageInfo.endCursor pageInfo.hasNextPage:b | cursor
GET /spaces | limit:i bookmark | items[].id bookmark | cursor
POST /search/scroll | scroll_id@body scroll@body | scroll_id hits[].id | cursor
GET /v5/ledgers | marker limit:i | ledgers[].id marker | cursor
GET /records | startAfter limit:i | records[].id nextStartAfter | cursor
GET /queues/{id}/jobs | page_token max:i | jobs[].id nextToken | cursor
GET /containers | marker maxresults:i | containers[].name nextMarker | cursor
GET /orders | continuation_token top:i | orders[].id continuation_token | cursor
GET /audit | token limit:i | events[].id next_token | cursor
# addresses of the next page
GET /v1/me/playlists | limit:i offset:i | href:u items[].id limit:i next:u offset:i previous:u total:i | next_link
GET /v1/albums/{id}/tracks | limit:i offset:i market | href items[].id limit:i next offset:i previous total:i | next_link
GET /2010-04-01/Accounts.json | PageSize:i Page:i PageToken | accounts[].sid next_page_uri:u previous_page_uri:u page:i page_size:i | next_link
GET /2010-04-01/Accounts/{sid}/Calls.json | PageSize:i Page:i PageToken | calls[].sid end:i first_page_uri next_page_uri page:i | next_link
GET /v1/Services | PageSize:i PageToken | services[].sid meta.next_page_url:u meta.page:i meta.page_size:i | next_link
GET /users | $top:i $skip:i $filter | @odata.context value[].id @odata.nextLink | next_link
GET /me/messages | $top:i $skip:i | @odata.context value[].id @odata.nextLink:u | next_link
GET /subscriptions | api-version | value[].id nextLink | next_link
GET /subscriptions/{id}/resources | api-version $top:i | value[].id nextLink | next_link
GET /articles | page[number]:i page[size]:i | data[].id links.self:u links.next:u links.last:u | next_link
GET /people | page[size]:i | data[].id links.self links.next links.prev | next_link
GET /hal/orders | page:i size:i | _embedded.orders[].id _links.self.href _links.next.href | next_link
GET /rest/2.0/repositories | page:i pagelen:i | values[].uuid next:u previous:u size:i page:i pagelen:i | next_link
GET /api/people/ | page:i | count:i next:u previous:u results[].name | next_link
GET /api/v2/pokemon | limit:i offset:i | count:i next previous results[].name | next_link
GET /v2/droplets | page:i per_page:i | droplets[].id links.pages.next:u links.pages.last:u meta.total:i | next_link
GET /v2/images | page:i per_page:i type | images[].id links.pages.next links.pages.last meta.total:i | next_link
GET /api/v2/users.json | page:i per_page:i | users[].id next_page:u previous_page:u count:i | next_link
GET /me/feed | limit:i | data[].id paging.next:u paging.previous:u | next_link
GET /media | limit:i after | data[].id paging.cursors.after paging.cursors.before paging.next:u | cursor
GET /v1/payments | from limit:i | count:i payments[].id _links.next.href _links.previous.href | next_link
GET /boards | limit:i offset:i | data[].id total:i size:i offset:i limit:i links.next:u | next_link
GET /wiki/api/v2/pages | cursor limit:i | results[].id _links.next | next_link
GET /collections | page:i | collections[].id nextPageUrl | next_link
GET /catalogs | page_size:i | catalogs[].id next_url:u | next_link
# the header Link
GET /repos/{owner}/{repo}/issues | per_page:i page:i state | [].id Link! | link_header
GET /orgs/{org}/members | per_page:i page:i | [].login Link! | link_header
GET /search/repositories | q per_page:i page:i | total_count:i incomplete_results:b items[].id Link! | link_header
GET /api/v4/projects | page:i per_page:i | [].id Link! | link_header
GET /admin/api/products.json | limit:i page_info | products[].id Link! | link_header
GET /api/0/projects | cursor | [].slug Link! | link_header
GET /api/v1/courses | per_page:i page | [].id Link! | link_header
GET /api/v1/apps | after limit:i q | [].id Link! | link_header
# offset and number of items
GET /rest/api/3/search | jql startAt:i maxResults:i | startAt:i maxResults:i total:i issues[].id | offset
GET /rest/api/3/dashboard | startAt:i maxResults:i | startAt:i total:i dashboards[].id next:u | next_link
GET /3.0/lists | count:i offset:i | lists[].id total_items:i | offset
GET /3.0/campaigns | count:i offset:i status | campaigns[].id total_items:i | offset
GET /spaces/{id}/entries | skip:i limit:i | total:i skip:i limit:i items[] | offset
GET /incidents | limit:i offset:i total:b | incidents[].id limit:i offset:i more:b total:i | offset
GET /services | limit:i offset:i | services[].id limit:i offset:i more:b | offset
GET /products | skip:i limit:i | products[].id total:i skip:i limit:i | offset
GET /scim/v2/Users | startIndex:i count:i filter | totalResults:i itemsPerPage:i startIndex:i Resources[].id | offset
GET /solr/select | q start:i rows:i | response.numFound:i response.start:i response.docs[].id | offset
GET /v3/suppression/bounces | limit:i offset:i | [].email | offset
GET /datasets/{id}/rows | offset:i limit:i | rows[] num_rows_total:i | offset
GET /api/items | $skip:i $top:i | value[].id | offset
GET /boxes/{id}/items | offset:i limit:i | total_count:i entries[].id offset:i limit:i | offset
GET /gifs/search | q limit:i offset:i | data[].id pagination.total_count:i pagination.count:i pagination.offset:i | offset
GET /animals | skip:i take:i | animals[].id count:i | offset
GET /invoices | first:i max:i | invoices[].id total:i | offset
# number of the page
GET /client/v4/zones | page:i per_page:i name | result[].id result_info.page:i result_info.per_page:i result_info.total_count:i success:b | page
GET /wp/v2/posts | page:i per_page:i search | [].id | page
GET /v4/linode/instances | page:i page_size:i | data[].id page:i pages:i results:i | page
GET /Invoices | page:i pageSize:i where | Invoices[].InvoiceID | page
GET /1/indexes/{name} | query page:i hitsPerPage:i | hits[].objectID page:i nbHits:i nbPages:i hitsPerPage:i | page
GET /api/v2/clients | page:i per_page:i include_totals:b | [].client_id | page
GET /forms | page:i page_size:i | total_items:i page_count:i items[].id | page
GET /v2/checkout/orders | page:i page_size:i total_required:b | orders[].id total_items:i total_pages:i | page
GET /spring/users | page:i size:i sort | content[].id totalPages:i totalElements:i number:i size:i last:b | page
GET /laravel/posts | page:i | data[].id meta.current_page:i meta.last_page:i meta.per_page:i meta.total:i | page
GET /v1/orders | pageNumber:i pageSize:i | items[].id totalCount:i hasNextPage:b | page
GET /catalog | p:i per_page:i | books[].id pages:i | page
GET /movies | page:i language | page:i results[].id total_pages:i total_results:i | page
GET /api/characters | page:i | info.count:i info.pages:i info.next info.prev results[].id | page
POST /reports/search | page:i@body pageSize:i@body query@body | results[].id totalPages:i | page
POST /items/list | offset:i@body limit:i@body | items[].id total:i | offset
GET /tables | pageIndex:i pageSize:i | tables[].id total:i | page
GET /api/v1/logs | currentPage:i limit:i | logs[].id lastPage:i | page
# what a response gives under the name of its parameter, numbers as texts, and names in parts
GET /v2/hooks | iterator limit:i after | data[].id done:b iterator prevIterator | cursor
POST /query/more | queryLocator@body | done:b queryLocator records[] size:i | cursor
GET /logs | page count | logs[].id paging.page:i paging.pages:i paging.total:i | page
GET /v2/teams/{id}/members | limit:i since:i until:i | invites[].id members[].id pagination.next:i pagination.prev:i | cursor
GET /episodes | page | data[].id links.first:i links.last:i links.next:i links.previous:i | cursor
GET /shipments | criteria[filters][0][field] criteria[pageSize]:i criteria[currentPage]:i | items[].id total_count:i | page
GET /recipes/mine | rpp:i pg:i q | results[].id | page
GET /audits | limit:i limitstart:i | [] | offset
GET /power/senders | start_position:i | powerSenders[].id others[].id total:i | offset
# what does not page
GET /aliases | from:i limit:i until:i | aliases[].id | -
GET /filters | status q | filters[].id status q has_more:b | -
GET /events/created | created[after] created[limit] | events[].id has_more:b | -
GET /v1/charges/{id} | expand | id amount:i | -
GET /search | q limit:i | results[].id | -
GET /top | limit:i | items[].id total:i | -
GET /me | fields | id name next_of_kin | -
GET /days/{day} | - | date next previous hours[]:s | -
GET /stories/{id} | - | id title next_chapter pages:i comments[].id | -
GET /quotes | symbols start end | quotes[].symbol | -
GET /candles | from:i to:i resolution | candles[] | -
GET /history | start:i end:i | prices[] | -
GET /chart | start:i limit:i symbol | open:i close:i | -
GET /directions | from to | routes[].id | -
GET /pdf/pages | page:i | text words[]:s | -
GET /books/{id}/text | page:i | page:i text | -
GET /random | count:i | values[]:i | -
GET /usage | start_date end_date | data[].day total:i | -
GET /tree | path depth:i | entries[].path truncated:b | -
GET /session | token | user.id expires:i scopes[]:s | -
POST /login | token@body | token next user.id | -
POST /jobs | name@body count:i@body | id state items[].id | -
POST /upload/continue | marker@body | marker done:b | -
POST /chat | messages[]@body max_tokens:i@body | id choices[].index usage.total:i | -
POST /embeddings | input@body | data[].index usage.total:i model | -
POST /orders | items[]@body | id items[].id total:i next | -
PUT /orders/{id} | page:i limit:i | items[].id total:i | -
GET /status | - | services[].name has_more:b | -
GET /wizard/{step} | - | step:i next:u previous:u fields[].name | -
GET /lookup | after before | periods[].id | -
GET /slots | after before limit:i | slots[].id | -
GET /menu | - | items[].id links.self:u | -
GET /config | version | version settings[].key | -
GET /leaderboard | top:i season | season players[].id | -
GET /suggest | q max:i | suggestions[]:s | -
GET /distance | start end | total:i legs[].id | -
GET /versions | - | [].id | -
GET /languages | locale | [].code | -
GET /exports/{id} | - | id state download:u parts[].url | -
GET /health | - | ok:b checks[].name | -
GET /tags | prefix | tags[]:s count:i | -
GET /cart | - | id items[].id total:i count:i | -
GET /invoice | number:i | lines[].id total:i | -
GET /translate | text source target | translations[].text | -
GET /series | cursor_style | points[] | -
"""

_TYPES: dict[str, dict[str, Any]] = {
    "i": {"type": "integer"},
    "b": {"type": "boolean"},
    "u": {"type": "string", "format": "uri"},
    "s": {"type": "string"},
    "o": {"type": "object"},
}


def rows() -> list[list[str]]:
    """The columns of each row."""
    lines = (line for line in (ROWS + HELD_OUT).splitlines() if line and not line.startswith("#"))
    return [[column.strip() for column in line.split(" | ")] for line in lines]


def _named(text: str) -> tuple[str, dict[str, Any]]:
    name, _, kind = text.partition(":")
    return name.removesuffix("[]"), {"type": "array", "items": {"type": "string"}} if "[]" in name else _TYPES[
        kind or "s"
    ]


def _response(fields: str) -> dict[str, Any]:
    """The schema of a response."""
    whole: dict[str, Any] = {"type": "object", "properties": {}}
    for field in fields.split():
        path, _, kind = field.partition(":")
        if path == "Link!":
            continue
        steps = path.split(".") if not path.startswith("@") else [path]
        target = whole
        for number, step in enumerate(steps):
            is_last = number == len(steps) - 1
            name = step.removesuffix("[]")
            made: dict[str, Any] = dict(_TYPES[kind or "s"]) if is_last else {"type": "object", "properties": {}}
            if step.endswith("[]"):
                inner = made if not is_last or kind else {"type": "object", "properties": {"name": {"type": "string"}}}
                made = {"type": "array", "items": inner}
            if not name:
                whole = made
            else:
                made = target["properties"].setdefault(name, made)
            target = made.get("items", made)
    return whole


def _operation(parameters: str, fields: str) -> dict[str, Any]:
    given = [each for each in parameters.split() if each != "-"]
    body = dict(_named(each.removesuffix("@body")) for each in given if each.endswith("@body"))
    query = [
        {"name": name, "in": "query", "schema": schema}
        for name, schema in (_named(each) for each in given if not each.endswith("@body"))
    ]
    link = {"headers": {"Link": {"schema": {"type": "string"}}}} if "Link!" in fields else {}
    content = {"application/json": {"schema": _response(fields)}}
    found: dict[str, Any] = {"parameters": query, "responses": {"200": {"description": "", "content": content, **link}}}
    if body:
        schema = {"type": "object", "properties": body}
        found["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    return found


def recognized() -> dict[str, tuple[str, str]]:
    """By operation: its style in the list, and the one that is recognized."""
    found: dict[str, tuple[str, str]] = {}
    for label, parameters, fields, style in rows():
        verb, _, path = label.partition(" ")
        info = {"title": "Listed", "version": "1"}
        paths = {path: {verb.lower(): _operation(parameters, fields)}}
        document = read_value({"openapi": "3.1.0", "info": info, "paths": paths}, "openapi.json").document
        (operation,) = document.operations
        pagination = recognize(operation, SchemaViews(document))
        found[label] = style, pagination.style if pagination else "-"
    return found


def test_precision_and_recall_over_the_list_are_95_percent_and_the_styles_are_right() -> None:
    found = recognized()
    wrong = {label: each for label, each in found.items() if each[0] != each[1]}
    real = [label for label, (style, _) in found.items() if style != "-"]
    taken = [label for label, (_, style) in found.items() if style != "-"]
    right = [label for label in taken if label not in wrong]
    assert len(found) == len(rows()) > 250
    assert len(right) >= 0.95 * len(taken), wrong
    assert len(right) >= 0.95 * len(real), wrong


def recognize_one(operation: dict[str, Any], path: str = "/series") -> Pagination | None:
    """How a GET of the path is recognized."""
    info = {"title": "Listed", "version": "1"}
    paths = {path: {"get": operation}}
    document = read_value({"openapi": "3.1.0", "info": info, "paths": paths}, "openapi.json").document
    return recognize(document.operations[0], SchemaViews(document))


def test_a_page_that_may_be_given_as_an_object_too_is_a_number() -> None:
    operation = _operation("per_page:i", "[]")
    number = {"type": "integer", "minimum": 0}
    page = {"name": "page", "in": "query", "schema": {"oneOf": [number, {"type": "object"}]}}
    found = recognize_one({**operation, "parameters": [page, *operation["parameters"]]})
    assert found is not None
    assert (found.style, found.parameter, found.size_parameter, found.first) == ("page", "page", "per_page", 0)


def test_the_only_property_of_a_response_holds_the_page() -> None:
    found = recognize_one(_operation("limit:i offset:i", "shows.next:u shows.items[].id shows.total:i"))
    assert found is not None
    assert (found.style, found.next, found.items) == ("next_link", ("shows", "next"), ("shows", "items"))


def test_arrays_of_links_and_errors_stand_beside_the_results() -> None:
    found = recognize_one(_operation("count:i offset:i", "_links[].href growth[].id errors[].code"))
    assert found is not None
    assert (found.style, found.items) == ("offset", ("growth",))


@pytest.mark.parametrize(
    ("description", "style"), [("Number of records to skip.", "offset"), ("Timestamp of the last record.", None)]
)
def test_an_offset_in_time_counts_no_items(description: str, style: str | None) -> None:
    offset = {"name": "offset", "in": "query", "schema": {"type": "integer"}, "description": description}
    operation = _operation("limit:i", "ticks[]")
    found = recognize_one({**operation, "parameters": [offset, *operation["parameters"]]})
    assert (found.style if found else None) == style


@pytest.mark.parametrize(
    ("description", "style"), [("URL of the page that follows.", "next_link"), ("What follows.", None)]
)
def test_a_text_is_a_link_to_the_next_page_where_its_description_says_so(description: str, style: str | None) -> None:
    operation = _operation("pageSize:i", "runs[] nextPage")
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    schema["properties"]["nextPage"] = {"type": "string", "description": description}
    found = recognize_one(operation)
    assert (found.style if found else None) == style


def test_a_flag_says_that_there_is_no_further_page() -> None:
    found = recognize_one(_operation("iterator limit:i", "data[] done:b iterator"))
    assert found is not None
    assert (found.next, found.more, found.done) == (("iterator",), None, ("done",))


def test_items_of_several_kinds_have_the_id_that_each_of_them_has() -> None:
    operation = _operation("limit:i starting_after", "data[].id has_more:b")
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    kinds: list[dict[str, Any]] = [
        {"type": "object", "properties": {"id": {"type": "string"}, name: {}}} for name in "ab"
    ]
    schema["properties"]["data"]["items"] = {"anyOf": kinds}
    found = recognize_one(operation)
    assert found is not None
    assert (found.style, found.next) == ("last_id", ("id",))
    del kinds[1]["properties"]["id"]
    assert recognize_one(operation) is None


@pytest.mark.parametrize(
    ("name", "kind", "description", "style", "first"),
    [
        ("page", "integer", "Page to retrieve (starts at and defaults to 0)", "page", 0),
        ("page", "integer", "Zero-based page index (0..N)", "page", 0),
        ("page", "integer", "The page, starting at 1. Pass 0.5 to fail.", "page", 1),
        ("page", "integer", "Page number, default is 10", "page", 1),
        ("page", "string", "Page number of search results", "page", 1),
        ("page", "string", "Page token", None, 0),
        ("offset", "integer", "The number of results to skip", "offset", 0),
        ("offset", "integer", "Offset of the first item in the list, starting from 1", "offset", 1),
        ("offset", "integer", "Offset from UTC, in hours", None, 0),
        ("from", "integer", "The first index for pagination, numbered from 1", "offset", 1),
        ("marker", "integer", "Offset in the result list", "offset", 0),
        ("marker", "integer", "The last id", None, 0),
    ],
)
def test_a_description_says_what_is_counted_and_from_where(
    name: str, kind: str, description: str, style: str | None, first: int
) -> None:
    operation = _operation("-", "books[].id")
    operation["parameters"] = [{"name": name, "in": "query", "description": description, "schema": {"type": kind}}]
    found = recognize_one(operation)
    assert (found.style if found else None) == style
    assert found is None or found.first == first


def test_the_number_of_a_page_is_in_the_path_where_the_path_says_so() -> None:
    operation = _operation("pageSize:i", "[]")
    operation["parameters"].append({"name": "page", "in": "path", "required": True, "schema": {"type": "integer"}})
    found = recognize_one(operation, "/shots/page/{page}")
    assert found is not None
    assert (found.style, found.parameter, found.location_in) == ("page", "page", "path")
    assert recognize_one(operation, "/books/{page}") is None
    operation["parameters"][-1]["description"] = "The zero-based page of results"
    found = recognize_one(operation, "/books/{page}")
    assert found is not None
    assert found.first == 0


def test_the_only_array_of_one_thing_with_a_name_is_not_a_page() -> None:
    assert recognize_one(_operation("page:i size:i", "name diameter:i approaches[].id")) is None
    assert recognize_one(_operation("page:i size:i", "name approaches[].id total:i")) is not None
