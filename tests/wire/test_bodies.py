"""Request bodies on the wire: optional and nullable ones, text, forms and multipart, each part by its `encoding`."""

from __future__ import annotations

import io
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.client.planned import planned
from tests.servers.loopback import Reply, Request

from .packages import BINARY, MODES, TEXT, WHOLE, Mode, api, array, call, obj, package, ref, takes

DONE = Reply(204)


def parts_of(request: Request) -> list[tuple[str, str | None, str | None, bytes]]:
    """Name, file name, content type and bytes of each part of a multipart body, as Python's own reader has them."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.body)
    assert message.get_content_type() == "multipart/form-data"
    found = []
    for part in message.iter_parts():
        assert isinstance(part, Message)
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        found.append((name, part.get_filename(), part["Content-Type"], content))
    return found


OPTIONAL = api(
    {
        "POST /opt": takes(ref("B"), required=False),
        "PUT /opt": takes(ref("C"), required=False),
        "PATCH /opt": takes({**obj(a=WHOLE), "nullable": True}),
        "DELETE /opt": takes(ref("B")),
        "GET /opt": takes(ref("B")),
    },
    {"B": obj(a=WHOLE), "C": {**obj(a=WHOLE, b=TEXT), "required": ["a"]}},
    version="3.0.3",
)


@pytest.mark.parametrize("mode", MODES)
def test_an_optional_body_is_left_out_where_nothing_of_it_is_given(mode: Mode) -> None:
    module = package(OPTIONAL)
    for method in ("POST /opt", "PUT /opt"):
        request = call(module, method, mode, DONE).request
        assert request.body == b""
        assert "content-type" not in request.headers
    assert call(module, "POST /opt", mode, DONE, a=1).sent == {"a": 1}
    assert call(module, "PUT /opt", mode, DONE, a=1).sent == {"a": 1}
    assert "a: None is not valid: it is missing" in call(module, "PUT /opt", mode, DONE, b="x").refused("ArgumentError")


@pytest.mark.parametrize("mode", MODES)
def test_a_required_body_is_sent_and_a_nullable_one_may_be_null(mode: Mode) -> None:
    module = package(OPTIONAL)
    assert call(module, "PATCH /opt", mode, DONE, body=None).request.body == b"null"
    assert call(module, "PATCH /opt", mode, DONE, body={"a": 1}).sent == {"a": 1}
    for method in ("DELETE /opt", "GET /opt"):
        assert call(module, method, mode, DONE).request.body == b"{}"


INSIDE = api(
    {"POST /docs": takes(ref("Doc")), "POST /list": takes(array(BINARY))},
    {"Doc": {**obj(name=TEXT, content=BINARY), "required": ["name", "content"]}},
    version="3.0.3",
)


@pytest.mark.parametrize("mode", MODES)
def test_binary_inside_json_is_a_text_of_the_json(mode: Mode) -> None:
    module = package(INSIDE)
    found = call(module, "POST /docs", mode, DONE, name="n", content="aGk=")
    assert found.sent == {"name": "n", "content": "aGk="}
    assert module.Doc(name="n", content="x").content == "x"
    assert call(module, "POST /list", mode, DONE, body=["a"]).sent == ["a"]


def test_binary_inside_json_is_typed_as_text() -> None:
    found = {method.http_method + method.path.value: method for _, method in planned(INSIDE).methods()}
    assert [each.annotation for each in found["POST/docs"].keywords] == ["str", "str"]


TEXTS = api(
    {
        "POST /plain": takes(TEXT, "text/plain"),
        "POST /latin": takes(TEXT, "text/plain; charset=iso-8859-1"),
        "POST /csv": takes(TEXT, "text/csv"),
    }
)


@pytest.mark.parametrize("mode", MODES)
def test_text_is_sent_in_its_charset(mode: Mode) -> None:
    module = package(TEXTS)
    sent = call(module, "POST /plain", mode, DONE, body="é").request
    assert (sent.body, sent.headers["content-type"]) == ("é".encode(), "text/plain; charset=utf-8")
    sent = call(module, "POST /latin", mode, DONE, body="é").request
    assert (sent.body, sent.headers["content-type"]) == (b"\xe9", "text/plain; charset=iso-8859-1")
    assert (
        call(module, "POST /csv", mode, DONE, body="a,b").request.headers["content-type"] == "text/csv; charset=utf-8"
    )
    assert "cannot be written in iso-8859-1" in call(module, "POST /latin", mode, DONE, body="€").refused(
        "ArgumentError"
    )


def test_a_text_body_is_typed_as_text() -> None:
    assert {method.keywords[0].annotation for _, method in planned(TEXTS).methods()} == {"str"}


MULTIPART = api(
    {
        "POST /m": takes(
            obj(
                meta=obj(k=TEXT),
                file=BINARY,
                note=TEXT,
                tags=array(TEXT),
                rows=array(obj(n=WHOLE)),
                on={"type": "boolean"},
                ids=array(WHOLE),
                deep=obj(x=WHOLE),
            ),
            "multipart/form-data",
            encoding={
                "meta": {"contentType": "application/json"},
                "note": {"contentType": "text/markdown", "headers": {"X-Kind": {"schema": {"const": "note"}}}},
                "file": {"contentType": "image/png"},
                "ids": {"style": "form", "explode": False},
                "deep": {"style": "deepObject", "explode": True},
            },
        ),
        "POST /many": takes(obj(files=array(BINARY), name=TEXT), "multipart/form-data"),
        "POST /map": takes({"type": "object", "additionalProperties": BINARY}, "multipart/form-data"),
        "POST /both": takes(ref("Both"), "multipart/form-data"),
        "PUT /both": takes(ref("Both")),
    },
    {"Both": {**obj(name=TEXT, file=BINARY), "required": ["file"]}},
)


@pytest.mark.parametrize("mode", MODES)
def test_multipart_is_multipart_with_a_file_or_without(mode: Mode) -> None:
    module = package(MULTIPART)
    assert parts_of(call(module, "POST /m", mode, DONE, on=True).request) == [("on", None, None, b"true")]
    assert parts_of(call(module, "POST /m", mode, DONE).request) == []
    assert parts_of(call(module, "POST /many", mode, DONE, name="é").request) == [("name", None, None, "é".encode())]


@pytest.mark.parametrize("mode", MODES)
def test_each_part_has_the_content_type_and_the_form_that_encoding_says(mode: Mode) -> None:
    given = {"meta": {"k": "v"}, "file": b"\x89", "note": "# hi", "tags": ["a", "b"], "rows": [{"n": 1}, {"n": 2}]}
    request = call(package(MULTIPART), "POST /m", mode, DONE, **given, ids=[1, 2], deep={"x": 3}).request
    assert sorted(parts_of(request)) == sorted(
        [
            ("meta", None, "application/json", b'{"k":"v"}'),
            ("file", "file", "image/png", b"\x89"),
            ("note", None, "text/markdown", b"# hi"),
            ("tags", None, None, b"a"),
            ("tags", None, None, b"b"),
            ("rows", None, "application/json", b'{"n":1}'),
            ("rows", None, "application/json", b'{"n":2}'),
            ("ids", None, None, b"1,2"),
            ("deep[x]", None, None, b"3"),
        ]
    )
    assert b"X-Kind: note" in request.body


@pytest.mark.parametrize("mode", MODES)
def test_lists_and_maps_of_files_are_a_part_for_each(mode: Mode, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"B")
    files = [b"A", tmp_path / "b.txt", ("c.csv", io.BytesIO(b"C"), "text/csv", {"X-Row": "1"})]
    request = call(package(MULTIPART), "POST /many", mode, DONE, files=files).request
    assert [(name, file, content) for name, file, _, content in parts_of(request)] == [
        ("files", "files", b"A"),
        ("files", "b.txt", b"B"),
        ("files", "c.csv", b"C"),
    ]
    assert b"X-Row: 1" in request.body
    sent = parts_of(call(package(MULTIPART), "POST /map", mode, DONE, body={"x": b"X", "y": ("y.bin", b"Y")}).request)
    assert [(name, file, content) for name, file, _, content in sent] == [("x", "x", b"X"), ("y", "y.bin", b"Y")]


@pytest.mark.parametrize("mode", MODES)
def test_a_schema_of_both_is_a_file_in_multipart_and_text_in_json(mode: Mode) -> None:
    module = package(MULTIPART)
    assert call(module, "PUT /both", mode, DONE, file="x").sent == {"file": "x"}
    ((name, file, _, content),) = parts_of(call(module, "POST /both", mode, DONE, file=b"\xff").request)
    assert (name, file, content) == ("file", "file", b"\xff")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("given", [{"file": 1}, {"note": None}, {"tags": ["a", None]}])
def test_what_multipart_cannot_carry_is_refused(given: dict[str, Any], mode: Mode) -> None:
    (name,) = given
    message = call(package(MULTIPART), "POST /m", mode, DONE, **given, options={"validate": False})
    assert message.refused("ArgumentError").startswith(name)


SPELLINGS = api(
    {
        "POST /up": takes(
            obj(
                a={"type": "string", "contentEncoding": "binary"},
                b={"type": "string", "contentMediaType": "application/octet-stream"},
                c={"type": "string", "contentMediaType": "image/png"},
                d={},
                e=BINARY,
                f={"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"},
                g={},
            ),
            "multipart/form-data",
            encoding={"d": {"contentType": "image/png"}},
        ),
        "POST /raw": takes(None, "application/octet-stream"),
    }
)


@pytest.mark.parametrize("mode", MODES)
def test_files_in_the_spelling_of_3_1_are_files(mode: Mode) -> None:
    module = package(SPELLINGS)
    files = {name: name.encode() for name in "abcde"}
    sent = parts_of(call(module, "POST /up", mode, DONE, **files).request)
    assert [(name, file, content) for name, file, _, content in sent] == [
        (name, name, name.encode()) for name in "abcde"
    ]
    assert [kind for name, _, kind, _ in sent if name in "cd"] == ["image/png", "image/png"]
    assert call(module, "POST /raw", mode, DONE, body=b"\x00").request.body == b"\x00"


def test_files_in_the_spelling_of_3_1_are_typed_as_files() -> None:
    up = next(method for _, method in planned(SPELLINGS).methods() if method.path.value == "/up")
    kinds = {each.name: each.annotation.removesuffix(" | Omit") for each in up.keywords}
    assert kinds.pop("f") != "FileInput"
    assert kinds.pop("g") == "object"
    assert set(kinds.values()) == {"FileInput"}


FORM = api(
    {
        "POST /form": takes(
            obj(
                amount=WHOLE,
                metadata={"type": "object", "additionalProperties": TEXT},
                ids=array(TEXT),
                plain=array(TEXT),
                whole=obj(a=WHOLE),
                said=obj(a=WHOLE),
                tilde=TEXT,
            ),
            "application/x-www-form-urlencoded",
            encoding={
                "metadata": {"style": "deepObject", "explode": True},
                "ids": {"style": "form", "explode": False},
                "said": {"contentType": "application/json"},
            },
        )
    },
    version="3.0.3",
)


@pytest.mark.parametrize("mode", MODES)
def test_a_form_is_written_as_encoding_says(mode: Mode) -> None:
    given: dict[str, Any] = {"amount": 5, "metadata": {"order": "7&8"}, "ids": ["a,b", "c"], "plain": ["x", "y z"]}
    request = call(package(FORM), "POST /form", mode, DONE, **given, whole={"a": 1}, said={"a": 2}, tilde="é~").request
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(request.body.decode()) == [
        ("amount", "5"),
        ("ids", "a,b,c"),
        ("metadata[order]", "7&8"),
        ("plain", "x"),
        ("plain", "y z"),
        ("said", '{"a":2}'),
        ("tilde", "é~"),
        ("whole", '{"a":1}'),
    ]
    assert b"ids=a%2Cb,c&" in request.body


@pytest.mark.parametrize("mode", MODES)
def test_what_a_form_cannot_carry_is_refused(mode: Mode) -> None:
    options = {"validate": False}
    for given in ({"metadata": {"a": {"b": "c"}}}, {"amount": None}, {"ids": ["a", None]}, {"metadata": ["a"]}):
        (name,) = given
        found = call(package(FORM), "POST /form", mode, DONE, **given, options=options)
        assert found.refused("ArgumentError").startswith(name)


@pytest.mark.parametrize(("style", "separator"), [("pipeDelimited", b"|"), ("spaceDelimited", b" "), ("form", b",")])
def test_a_list_in_a_part_of_multipart_is_not_percent_encoded(style: str, separator: bytes) -> None:
    encoding = {"tags": {"style": style, "explode": False}}
    document = api({"POST /tags": takes(obj(tags=array(TEXT)), "multipart/form-data", encoding=encoding)})
    found = call(package(document), "POST /tags", "sync", Reply(204), tags=["a%", "b"])
    assert b"a%" + separator + b"b\r\n" in found.request.body


def test_reserved_characters_of_a_form_stay_where_encoding_allows_them() -> None:
    encoding = {"to": {"allowReserved": True}, "list": {"allowReserved": True, "explode": False}}
    form = obj(to=TEXT, list=array(TEXT), other=TEXT)
    document = api({"POST /form": takes(form, "application/x-www-form-urlencoded", encoding=encoding)})
    found = call(package(document), "POST /form", "sync", DONE, to="a/b:c&d", list=["/x", "?y"], other="a/b")
    assert sorted(found.request.body.split(b"&")) == [b"list=/x,?y", b"other=a%2Fb", b"to=a/b:c%26d"]


BARE = api(
    {
        "POST /text": takes({"type": "string", "maxLength": 3}),
        "POST /numbers": takes({"type": "array", "items": WHOLE, "minItems": 1}),
        "POST /things": takes({"type": "array", "items": ref("Thing")}),
        "POST /counts": takes({"type": "object", "additionalProperties": WHOLE}),
        "POST /maybe": takes({"type": ["integer", "null"]}),
        "POST /either": takes({"oneOf": [WHOLE, ref("Thing")]}),
        "POST /any": takes({}),
    },
    {"Thing": {**obj(name=TEXT), "required": ["name"]}},
)


@pytest.mark.parametrize(
    ("operation", "value"),
    [
        ("POST /text", "abc"), ("POST /numbers", [1]), ("POST /things", [{"name": "a"}]), ("POST /counts", {"a": 1}),
        ("POST /maybe", None), ("POST /maybe", 1), ("POST /either", 1), ("POST /either", {"name": "a"}),
        ("POST /any", "a"), ("POST /any", {"b": [1]}),
    ],
)  # fmt: skip
def test_a_body_without_a_class_is_sent_as_it_is(operation: str, value: Any) -> None:
    assert call(package(BARE), operation, "sync", Reply(204), body=value).sent == value


@pytest.mark.parametrize(
    ("operation", "value", "named"),
    [
        ("POST /text", 4, "body: 4"), ("POST /text", "abcd", "body: 'abcd'"), ("POST /numbers", [], "body: []"),
        ("POST /numbers", [1, "b"], "body[1]: 'b'"), ("POST /numbers", {"a": 1}, "body: {'a': 1}"),
        ("POST /things", [{}], "body[0].name"), ("POST /counts", {"a": "b"}, "body.a: 'b'"),
        ("POST /maybe", "a", "body: 'a'"), ("POST /either", {"name": 1}, "body.name: 1"),
    ],
)  # fmt: skip
def test_a_body_without_a_class_is_checked(operation: str, value: Any, named: str) -> None:
    module = package(BARE)
    assert named in call(module, operation, "sync", Reply(204), body=value).refused("ArgumentError")
    free = call(module, operation, "sync", Reply(204), body=value, options={"validate": False})
    assert free.sent == value
