"""Every style of every kind of value in every place, read back by a reader of its own, which knows RFC 6570 alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any, NamedTuple
from urllib.parse import unquote, unquote_plus

import pytest

from tests.servers.loopback import Reply, Request

from .packages import MODES, TEXT, Mode, api, array, call, package, takes

PIECE = "a b/c?d&e#f%g+h@é:$!'(ü)"
"""A text with what urls keep for themselves, but for what separates values."""

VALUES: dict[str, Any] = {
    "text": PIECE,
    "list": [PIECE, "black", "brown"],
    "object": {"R": PIECE, "G": "200"},
}
SCHEMAS = {
    "text": TEXT,
    "list": array(TEXT),
    "object": {"type": "object", "additionalProperties": TEXT},
}
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"


class Way(NamedTuple):
    """One way in which a value of one kind is sent."""

    place: str
    style: str
    explode: bool
    kind: str

    @property
    def path(self) -> str:
        name = f"/{self.place}-{self.style}-{self.explode}-{self.kind}".lower()
        return f"{name}/{{v}}/end" if self.place == "path" else name

    @property
    def operation(self) -> dict[str, Any]:
        if self.place in (FORM, PARTS):
            how = {"style": self.style, "explode": self.explode}
            body = {"type": "object", "properties": {"v": SCHEMAS[self.kind]}}
            return takes(body, self.place, encoding={"v": how})
        entry = {"name": "v", "in": self.place, "required": True, "schema": SCHEMAS[self.kind]}
        return {"parameters": [{**entry, "style": self.style, "explode": self.explode}]}


def ways() -> Iterator[Way]:
    kinds = tuple(VALUES)
    yield from (Way("path", *rest) for rest in product(("simple", "label", "matrix"), (True, False), kinds))
    yield from (Way("header", "simple", *rest) for rest in product((True, False), kinds))
    yield from (Way("cookie", "form", False, kind) for kind in kinds)
    yield Way("cookie", "form", True, "text")
    for place in ("query", FORM, PARTS):
        yield from (Way(place, "form", *rest) for rest in product((True, False), kinds))
        yield from (Way(place, *rest) for rest in product(("spaceDelimited", "pipeDelimited"), (False,), kinds[1:]))
        yield Way(place, "deepObject", True, "object")


WAYS = list(dict.fromkeys(ways()))
DOCUMENT = api({f"POST {each.path}".replace("application/", ""): each.operation for each in WAYS})
SEPARATORS = {"spaceDelimited": (" ", "%20", "+"), "pipeDelimited": ("|", "%7C")}


def read_back(way: Way, request: Request) -> Any:
    """The value that a server reads which knows nothing but the style."""
    if way.place == "path":
        return of_path(way, request.target.split("/")[2])
    if way.place == "header":
        return of_parts(way.kind, request.headers["v"].split(",") if way.kind != "text" else [request.headers["v"]],
                        way.explode, lambda text: text)  # fmt: skip
    if way.place == "cookie":
        return of_pairs(way, [tuple(request.headers["cookie"].split("=", 1))], unquote)
    if way.place == PARTS:
        return of_pairs(way, list(parts_of(request)), lambda text: text)
    text = request.target.partition("?")[2] if way.place == "query" else request.body.decode()
    return of_pairs(way, [tuple(pair.split("=", 1)) for pair in text.split("&")],
                    unquote if way.place == "query" else unquote_plus)  # fmt: skip


def of_path(way: Way, raw: str) -> Any:
    if way.style == "simple":
        return of_parts(way.kind, raw.split(","), way.explode, unquote)
    if way.style == "label":
        assert raw[0] == "."
        return of_parts(way.kind, raw[1:].split("." if way.explode else ","), way.explode, unquote)
    assert raw[0] == ";"
    if way.explode and way.kind == "object":
        return of_parts(way.kind, raw[1:].split(";"), True, unquote)
    named = [part.split("=", 1) for part in raw[1:].split(";")]
    assert {name for name, _ in named} == {"v"}
    texts = [text for _, text in named]
    return of_parts(way.kind, texts if way.explode else texts[0].split(","), way.explode, unquote)


def of_parts(kind: str, parts: list[str], explode: bool, decoded: Any) -> Any:
    if kind == "text":
        (only,) = parts
        return decoded(only)
    if kind == "list":
        return [decoded(part) for part in parts]
    if explode:
        return {decoded(name): decoded(text) for name, text in (part.split("=", 1) for part in parts)}
    return {decoded(name): decoded(text) for name, text in list(pairwise(parts))[::2]}


def of_pairs(way: Way, pairs: list[Any], decoded: Any) -> Any:
    if way.style == "deepObject":
        names = [decoded(name) for name, _ in pairs]
        assert all(name.startswith("v[") and name.endswith("]") for name in names)
        return {name[2:-1]: decoded(text) for name, (_, text) in zip(names, pairs, strict=True)}
    if way.kind == "object" and way.explode:
        return {decoded(name): decoded(text) for name, text in pairs}
    assert {name for name, _ in pairs} == {"v"}
    if way.explode:
        return of_parts(way.kind, [text for _, text in pairs], True, decoded)
    ((_, text),) = pairs
    separators = SEPARATORS.get(way.style, (",",))
    separator = next((each for each in separators if each in text), separators[0])
    return of_parts(way.kind, text.split(separator) if way.kind != "text" else [text], False, decoded)


def parts_of(request: Request) -> Iterator[tuple[str, str]]:
    boundary = request.headers["content-type"].partition("boundary=")[2].strip('"').encode()
    for part in request.body.split(b"--" + boundary)[1:-1]:
        head, _, body = part.partition(b"\r\n\r\n")
        yield head.decode().partition('name="')[2].partition('"')[0], body.removesuffix(b"\r\n").decode()


def value_of(way: Way) -> Any:
    """The value, without a space where spaces separate; in a header, which is not encoded, without letters beyond."""
    value = VALUES[way.kind]
    odd = {"spaceDelimited": PIECE.replace(" ", "_")}.get(way.style, PIECE)
    piece = odd.encode("ascii", "ignore").decode() if way.place == "header" else odd
    if way.kind == "text":
        return piece
    return [piece, *value[1:]] if way.kind == "list" else {**value, "R": piece}


@pytest.mark.parametrize("mode", MODES)
def test_each_style_is_what_a_server_reads_back(mode: Mode) -> None:
    module = package(DOCUMENT)
    wrong = {}
    for way in WAYS:
        value = value_of(way)
        path = way.path.replace("application/", "")
        found = call(module, f"POST {path}", mode, Reply(204), v=value)
        try:
            assert found.error is None, found.error
            read = read_back(way, found.request)
        except Exception as error:  # noqa: BLE001  # which way it was, the test says
            read = error
        if read != value:
            wrong[path] = (read, found.requests and (found.request.target, found.request.headers, found.request.body))
    assert wrong == {}
    assert len(WAYS) > 55
