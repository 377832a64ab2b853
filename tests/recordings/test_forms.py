"""Forms: read into parts and values, judged, and turned into the arguments of a call."""

from __future__ import annotations

from nemogen.openapi.document import Document
from nemogen.recordings.bundled_tests.body_equality import differences, meaning
from nemogen.recordings.bundled_tests.method_arguments import arguments_for
from nemogen.recordings.bundled_tests.recorded_calls import Call
from nemogen.recordings.calls import call_files, plan_calls
from nemogen.recordings.exchange import request_of, response_of
from nemogen.recordings.forms import FormPart, form_parts
from nemogen.recordings.judge import judge
from nemogen.recordings.recording import Recording
from tests.recordings.samples import read

TYPE = "multipart/form-data; boundary=cut"
FORM = (
    b'--cut\r\ncontent-disposition: form-data; name="purpose"\r\n\r\ntraining\r\n'
    b'--cut\r\ncontent-disposition: form-data; name="expires"\r\n\r\n60\r\n'
    b'--cut\r\ncontent-disposition: form-data; name="tags[]"\r\n\r\n7\r\n'
    b'--cut\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n'
    b"content-type: image/png\r\n\r\n\xff\x00\r\n"
    b"--cut--\r\n"
)
FIELDS = {
    "purpose": {"type": "string", "enum": ["training"]},
    "expires": {"type": "integer"},
    "tags": {"type": "array", "items": {"type": "integer"}},
    "file": {"type": "string", "format": "binary"},
}


def document(media_type: str = "multipart/form-data") -> Document:
    schema = {"type": "object", "properties": FIELDS, "required": ["purpose"], "additionalProperties": False}
    body = {"required": True, "content": {media_type: {"schema": schema}}}
    answer = {"200": {"description": "Kept.", "content": {"application/json": {"schema": {"type": "object"}}}}}
    return read({"openapi": "3.1.0", "paths": {"/files": {"post": {"requestBody": body, "responses": answer}}}})


def upload(body: bytes = FORM, media_type: str = TYPE) -> Recording:
    request = request_of("POST", "http://x/files", [("content-type", media_type)], body)
    response = response_of(200, [("content-type", "application/json")], b'{"id": "f"}')
    return Recording("files.create", "upload", request, response)


def test_a_multipart_body_has_fields_and_files() -> None:
    assert form_parts(FORM, TYPE) == (
        FormPart("purpose", b"training", None, "text/plain"),
        FormPart("expires", b"60", None, "text/plain"),
        FormPart("tags[]", b"7", None, "text/plain"),
        FormPart("file", b"\xff\x00", "a.bin", "image/png"),
    )


def test_an_encoded_form_has_fields() -> None:
    parts = form_parts(b"a=1&b=%C3%A4+b&a=", "application/x-www-form-urlencoded")
    assert [(part.name, part.content.decode()) for part in parts] == [("a", "1"), ("b", "ä b"), ("a", "")]


def test_a_form_is_judged_as_the_object_of_its_schema() -> None:
    assert judge([upload()], document()).groups == ()
    wrong = upload(FORM.replace(b"training", b"other").replace(b"\r\n60", b"\r\nsoon").replace(b"tags[]", b"labels"))
    kinds = {(group.violation.kind, group.violation.path) for group in judge([wrong], document()).groups}
    assert kinds == {("enum", "purpose"), ("type", "expires"), ("forbidden", "labels")}
    encoded = upload(b"expires=5", "application/x-www-form-urlencoded")
    [group] = judge([encoded], document("application/x-www-form-urlencoded")).groups
    assert (group.violation.kind, group.violation.path) == ("missing", "purpose")


def test_a_form_becomes_arguments_with_types_and_files() -> None:
    [planned] = plan_calls([upload()], document())
    assert planned.arguments == {"purpose": "training", "expires": 60, "tags": [7]}
    files = call_files([upload()], [planned], module="m", client="C")
    assert set(files) == {"calls.json", "files.create/upload.json"}
    call = Call(
        planned.recording, planned.operation, dict(planned.arguments), [list(file) for file in planned.files],
        dict(planned.headers), planned.base, planned.outcome, planned.end,
        {"request": {"method": "POST", "path": "/files", "body": {"base64": ""}}, "response": {"status": 200}},
    )  # fmt: skip

    def create(*, purpose: str, expires: int, tags: list[int], file: object) -> None: ...

    assert arguments_for(create, call) == {
        "purpose": "training",
        "expires": 60,
        "tags": [7],
        "file": ("a.bin", b"\xff\x00", "image/png"),
    }


def test_two_forms_mean_the_same_whatever_their_boundary_and_order() -> None:
    other = FORM.replace(b"--cut", b"--knife")
    assert list(differences(meaning(FORM, TYPE), meaning(other, "multipart/form-data; boundary=knife"))) == []
    changed = meaning(other.replace(b"60", b"61"), "multipart/form-data; boundary=knife")
    assert list(differences(meaning(FORM, TYPE), changed)) == ["[0][2] is b'61' instead of b'60'"]
    pairs = "application/x-www-form-urlencoded"
    assert meaning(b"a=1&b=2", pairs) == meaning(b"b=2&a=1", pairs)


def test_one_and_one_point_nought_are_equal_and_one_and_true_are_not() -> None:
    assert list(differences({"a": [1, True]}, {"a": [1.0, True]})) == []
    assert list(differences({"a": 1}, {"a": True})) == ["a is True instead of 1"]
    assert list(differences([1], [1, 2], "x")) == ["x has 2 items instead of 1"]
