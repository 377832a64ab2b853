"""What is read of other clients, style by style, without a package being generated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import pytest

from nemogen.errors import ConfigError
from nemogen.like.foreign_client import ListOf, Named, OneOf, Other, PageOf, StreamOf
from nemogen.like.foreign_types import ForeignTypes, parse_annotation
from nemogen.like.like_file import Like, dump_like, parse_like
from nemogen.like.python_client import read_python_client
from nemogen.like.python_modules import PythonModules
from nemogen.like.request_calls import find_request
from nemogen.like.take_over import TakenOver, compare_client, names_to_keep
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_document
from tests.like.clients import METHODS, MODELS, PACKAGES, spec


@cache
def compared(style: str) -> TakenOver:
    client = read_python_client({path: text.encode() for path, text in PACKAGES[style].items()}, "zoo")
    read = read_document(spec().encode(), "pets.json")
    return compare_client(read.document, client, prepare(read).names)


@pytest.mark.parametrize("style", PACKAGES)
def test_operations_and_classes_are_matched(style: str) -> None:
    found = compared(style)
    assert {key: names[0] for key, names in found.methods.items()} == METHODS
    first = {key: names[0] for key, names in found.models.items()}
    assert {f"/components/schemas/{key}": name for key, name in MODELS.items()}.items() <= first.items()


@pytest.mark.parametrize(
    ("body", "request_"),
    [
        ("self._post('/a', body=b)", ("post", "/a")),
        ("self._get_api_list('/a', page=P, method='post')", ("post", "/a")),
        ("self._get(f'/a/{encode(x)}/b')", ("get", "/a/{x}/b")),
        ("self._delete('/a/' + x)", None),
        ("self._put('/a/' 'b')", ("put", "/a/b")),
        ("self._w.httpx_client.request(method='GET')", ("get", "/")),
        ("self._w.httpx_client.stream('a/b', method='POST')", ("post", "/a/b")),
        ("self._build_request(method='PATCH', path='/a/{id}')", ("patch", "/a/{id}")),
        ("dict(method='GET')", None),
        ("{'method': 'get', 'url': '/a/{id}'.format(id=quote(id))}", ("get", "/a/{id}")),
        ("self.get('/a')", None),
        ("print('method')", None),
    ],
)
def test_the_request_of_a_method_is_found(body: str, request_: tuple[str, str] | None) -> None:
    node = parse_annotation(body)
    assert node is not None
    assert find_request(node) == request_


MODULES: Mapping[str, bytes] = {
    "zoo/__init__.py": b"from .a import *\n",
    "zoo/a.py": b"from . import b as other\nfrom .b import B as C\nclass A: ...\nAlias = 'A | None'\nM = list[A]\n",
    "zoo/b.py": b"from .a import A\nclass B(A):\n    x: int\n    y: 'B'\n",
    "zoo/cycle.py": b"from .cycle import X\n",
}
A, B = Named("zoo.a.A"), Named("zoo.b.B")


@pytest.mark.parametrize(
    ("annotation", "meaning"),
    [
        ("A", A),
        ("'A'", A),
        ("other.B", B),
        ("C | None", B),
        ("Optional[Union[A, C, NotGiven]]", OneOf((A, B))),
        ("Annotated[A, Field(alias='x')]", A),
        ("Sequence[A]", ListOf(A)),
        ("SyncPage[A]", PageOf(A)),
        ("Iterator[bytes]", StreamOf(Other("bytes"))),
        ("APIResponse[C]", B),
        ("f(1)", Other()),
        ("'('", Other()),
        ("[" * 40 + "]" * 40, Other()),
    ],
)
def test_an_annotation_is_read_as_a_type(annotation: str, meaning: object) -> None:
    types = ForeignTypes(PythonModules(MODULES))
    assert types.read("zoo.a", parse_annotation(annotation)) == meaning


def test_names_are_followed_through_imports_and_out_of_cycles() -> None:
    modules = PythonModules(MODULES)
    assert modules.resolve("zoo", "A") == "zoo.a.A"
    assert modules.resolve("zoo.cycle", "X").endswith("X")
    assert "zoo.a.A" in modules.public
    found = ForeignTypes(modules).find_class("zoo.b.B")
    assert found is not None
    assert dict(found.fields) == {"x": Other("int"), "y": B}


def test_a_typed_dict_is_known_however_it_is_written() -> None:
    code = b"""
from typing import TypedDict
A = TypedDict("A", {"from": str})
class B(TypedDict):
    x: int
class C(B): ...
class D:
    x: int
"""
    types = ForeignTypes(PythonModules({"zoo/__init__.py": b"", "zoo/t.py": code}))
    found = {name: types.find_class(f"zoo.t.{name}") for name in "ABCD"}
    assert {name: each.is_dict for name, each in found.items() if each} == {"A": True, "B": True, "C": True, "D": False}
    assert found["A"] is not None
    assert dict(found["A"].fields) == {"from": Other("str")}


def client_of(body: str, types: str) -> dict[str, bytes]:
    """A client whose resource `things` has these methods, and these types."""
    head = "from .types import *\nclass Zoo:\n    things: 'Things'\nclass Things:\n"
    return {
        "zoo/__init__.py": b"from .types import *\n",
        "zoo/client.py": (head + body).encode(),
        "zoo/types.py": types.encode(),
    }


def test_the_schema_that_is_most_like_a_class_has_its_name_and_bytes_are_no_class() -> None:
    def returns(schema: dict[str, object], media: str = "application/json") -> dict[str, object]:
        return {"get": {"responses": {"200": {"description": "", "content": {media: {"schema": schema}}}}}}

    text, whole = {"type": "string"}, {"x": {"type": "string"}, "y": {"type": "string"}, "z": {"type": "string"}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/a": returns({"$ref": "#/components/schemas/A"}),
            "/b": returns({"$ref": "#/components/schemas/B"}),
            "/c": returns({"$ref": "#/components/schemas/C"}),
        },
        "components": {
            "schemas": {
                "A": {"type": "object", "properties": {"x": text, "other": text}},
                "B": {"type": "object", "properties": whole},
                "C": text,
            }
        },
    }
    methods = "".join(
        f"    def {each}(self) -> {kind}:\n        return self._get('/{each}')\n"
        for each, kind in (("a", "Thing"), ("b", "Thing"), ("c", "Bytes"))
    )
    types = "class Thing:\n    x: str\n    y: str\n    z: str\nclass Bytes:\n    raw: bytes\n"
    read = read_document(json.dumps(document).encode(), "a.json")
    present = prepare(read).names
    found = compare_client(read.document, read_python_client(client_of(methods, types), "zoo"), present)
    assert found.models == {"/components/schemas/A": ("Thing",), "/components/schemas/B": ("Thing",)}
    kept = names_to_keep(found, present, ())
    assert {key: each.name for key, each in kept.classes.items()}["/components/schemas/B"] == "Thing"
    assert "/components/schemas/A" not in kept.classes


def test_a_client_that_never_ends_is_read_to_an_end() -> None:
    """Classes that hold one another, types of themselves, and brackets without end."""
    types = "A = list['A']\nclass B(B): ...\nclass C(D): ...\nclass D(C): ...\nE = " + "[" * 9000 + "]" * 9000
    body = "    things: 'Things'\n    zoo: 'Zoo'\n    def get(self) -> 'A | C':\n        return self._get('/a')\n"
    client = read_python_client({**client_of(body, "A = list['A']\nclass C(D): ...\nclass D(C): ...\n")}, "zoo")
    assert {each.path for each in client.methods} == {"/a"}
    assert client.find_class("zoo.types.C") is not None
    with pytest.raises(ConfigError, match="no method"):
        read_python_client({"zoo/__init__.py": types.encode()}, "zoo")


def test_like_toml_is_read_as_it_is_written() -> None:
    like = Like("zoo==1", {"methods": {"GET /a b": 'a."b'}, "models": {}}, {"methods": {}, "models": {"/c": "D"}})
    assert parse_like(dump_like(like), "like.toml") == like


@pytest.mark.parametrize(
    "text", ["", 'client = ""', 'client = "a"\n[other]\n', 'client = "a"\n[methods]\na = 1\n', "client = ", "\udcff"]
)
def test_what_is_no_like_toml_is_refused_with_its_file(text: str) -> None:
    with pytest.raises(ConfigError, match=r"like\.toml"):
        parse_like(text.encode(errors="surrogateescape"), "like.toml")
