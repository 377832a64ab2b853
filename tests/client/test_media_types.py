from __future__ import annotations

import pytest

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.media_types import body_kind, framing, is_range, request_kind, sent_type

BYTES = CanonicalSchema(type="string", format="binary")
TEXT = CanonicalSchema(type="string")
OBJECT = CanonicalSchema(type="object", properties={"a": TEXT})


@pytest.mark.parametrize(
    ("media", "schema", "kind"),
    [
        ("application/json", ANYTHING, "json"),
        (" Application/JSON ; charset=utf-8", BYTES, "json"),
        ("text/json", ANYTHING, "json"),
        ("application/problem+json", BYTES, "json"),
        ("multipart/form-data", ANYTHING, "multipart"),
        ("application/x-www-form-urlencoded", ANYTHING, "form"),
        ("text/plain", ANYTHING, "text"),
        ("text/plain", BYTES, "binary"),
        ("text/event-stream", ANYTHING, "text"),
        ("image/png", ANYTHING, "binary"),
        ("image/*", ANYTHING, "binary"),
        ("*/*", ANYTHING, "json"),
        ("*", OBJECT, "json"),
        ("application/*", OBJECT, "json"),
        ("*/*", BYTES, "binary"),
        ("application/x-ndjson", OBJECT, "binary"),
        ("application/json-seq", OBJECT, "binary"),
        ("application/geo+json-seq", OBJECT, "binary"),
    ],
)
def test_how_a_body_is_written_follows_from_its_media_type_and_schema(
    media: str, schema: CanonicalSchema, kind: str
) -> None:
    assert body_kind(media, schema) == kind


@pytest.mark.parametrize(
    ("media", "found"),
    [
        ("text/event-stream", "events"),
        *((f"application/{name}", "lines") for name in ("x-ndjson", "ndjson", "jsonl", "x-jsonl", "jsonlines")),
        *((f"application/{name}", "lines") for name in ("x-jsonlines", "json-lines", "stream+json", "x-json-stream")),
        ("application/json-seq", "records"),
        ("application/geo+json-seq; a=b", "records"),
        ("application/json", None),
        ("text/plain", None),
    ],
)
def test_items_of_sequential_media_types_are_told_apart(media: str, found: str | None) -> None:
    assert framing(media) == found


@pytest.mark.parametrize(
    ("media", "schema", "kind"),
    [
        ("application/jsonl", OBJECT, "lines"),
        ("application/json-seq", OBJECT, "records"),
        ("application/jsonl", TEXT, "binary"),
        ("application/jsonl", ANYTHING, "binary"),
        ("text/event-stream", OBJECT, "text"),
        ("application/json", OBJECT, "json"),
    ],
)
def test_items_that_have_a_type_are_sent_one_by_one(media: str, schema: CanonicalSchema, kind: str) -> None:
    assert request_kind(media, schema) == kind


@pytest.mark.parametrize(
    ("media", "kind", "sent"),
    [
        ("application/json", "json", ""),
        ("application/problem+json; v=1", "json", "application/problem+json; v=1"),
        ("multipart/form-data", "multipart", ""),
        ("application/x-www-form-urlencoded", "form", ""),
        ("image/png", "binary", "image/png"),
        ("image/*", "binary", ""),
        ("*/*", "json", ""),
    ],
)
def test_a_content_type_is_sent_where_the_kind_does_not_say_it(media: str, kind: str, sent: str) -> None:
    assert sent_type(media, kind) == sent
    assert is_range(media) is ("*" in media)
