"""What is read of other clients, style by style, without a package being generated."""

from __future__ import annotations

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
from nemogen.like.take_over import TakenOver, compare_client
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


def test_like_toml_is_read_as_it_is_written() -> None:
    like = Like("zoo==1", {"methods": {"GET /a b": 'a."b'}, "models": {}}, {"methods": {}, "models": {"/c": "D"}})
    assert parse_like(dump_like(like), "like.toml") == like


@pytest.mark.parametrize(
    "text", ["", 'client = ""', 'client = "a"\n[other]\n', 'client = "a"\n[methods]\na = 1\n', "client = ", "\udcff"]
)
def test_what_is_no_like_toml_is_refused_with_its_file(text: str) -> None:
    with pytest.raises(ConfigError, match=r"like\.toml"):
        parse_like(text.encode(errors="surrogateescape"), "like.toml")
