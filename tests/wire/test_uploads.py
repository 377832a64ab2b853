"""Uploads that are read while they are sent: paths, open files and iterators, in raw bodies and in multipart."""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import io
import os
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from .packages import BINARY, TEXT, api, clients_of, obj, package, takes

FILM = bytes(range(256)) * 800
DOCUMENT = api(
    {
        "PUT /film": takes(BINARY, "application/octet-stream"),
        "POST /sound": takes(BINARY, "audio/wav"),
        "POST /parcel": takes(obj(file=BINARY, note=TEXT), "multipart/form-data"),
    }
)
MODES = ("sync", "async", "aiohttp") if importlib.util.find_spec("aiohttp") else ("sync", "async")
MODULE = package(DOCUMENT)
StreamedFile = MODULE.StreamedFile


@pytest.fixture(params=MODES, name="mode")
def _mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def run(mode: str, use: Callable[[Any], Any], *answers: Any, **options: Any) -> list[Any]:
    """The requests that a server got while `use` had a client of it."""
    testing = importlib.import_module(f"{MODULE.__name__}.testing")
    sync, asynchronous = clients_of(MODULE)
    retry = MODULE.RetryPolicy(first_delay=0.001, longest_delay=0.002)
    with testing.FakeServer(*(answers or [testing.http_response(b"", 204)])) as server:
        given = {"base_url": server.url, "retry": retry, **options}

        async def wait() -> None:
            async with asynchronous(connections="aiohttp" if mode == "aiohttp" else "httpx2", **given) as client:
                await use(client)

        if mode == "sync":
            with sync(**given) as client:
                use(client)
        else:
            asyncio.run(wait())
        found: list[Any] = server.requests
    return found


def failing(status: int) -> Any:
    return importlib.import_module(f"{MODULE.__name__}.testing").http_response(b"", status)


def pieces() -> Iterator[bytes]:
    yield from (FILM[start : start + 1000] for start in range(0, len(FILM), 1000))


async def pieces_async() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


@pytest.fixture(name="given")
def _given(kind: str, tmp_path: Path) -> Iterator[Any]:
    """FILM, as a caller may give it."""
    path = tmp_path / "film.bin"
    path.write_bytes(FILM)
    with path.open("rb") as opened:
        yield {
            "path": path,
            "file": opened,
            "memory": io.BytesIO(FILM),
            "bytes": FILM,
            "iterator": pieces(),
            "sized": StreamedFile(pieces(), size=len(FILM)),
            "tuple": ("film.bin", path, "video/x-own"),
        }[kind]


@pytest.mark.parametrize("kind", ["path", "file", "memory", "bytes", "iterator", "sized", "tuple"])
def test_a_raw_body_is_sent_from_anything_that_has_bytes(kind: str, given: Any, mode: str) -> None:
    (request,) = run(mode, lambda client: client.film.replace(body=given))
    assert request.body == FILM
    is_chunked = request.headers.get("transfer-encoding") == "chunked"
    assert is_chunked == (kind == "iterator")
    assert is_chunked or request.headers["content-length"] == str(len(FILM))
    assert request.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("kind", ["path", "file", "memory", "bytes", "sized", "tuple"])
def test_a_part_of_multipart_is_sent_from_anything_that_has_bytes(kind: str, given: Any, mode: str) -> None:
    (request,) = run(mode, lambda client: client.parcel.create(file=given, note="fragile"))
    assert b"\r\n\r\n" + FILM + b"\r\n--" in request.body
    assert b'name="note"\r\n\r\nfragile\r\n' in request.body
    assert request.headers["content-length"] == str(len(request.body))
    assert (b"Content-Type: video/x-own" in request.body) == (kind == "tuple")
    assert (b'filename="film.bin"' in request.body) == (kind in ("path", "file", "tuple"))


def test_a_path_is_read_and_text_is_the_content(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "film.bin"
    path.write_bytes(b"the film")
    (read,) = run(mode, lambda client: client.parcel.create(file=path, note="n"))
    assert b"the film" in read.body
    assert b'filename="film.bin"' in read.body

    def send_text(client: Any) -> Any:
        return client.parcel.create(file=("film.bin", str(path)), note="n")

    (sent,) = run(mode, send_text)
    assert str(path).encode() in sent.body
    (alone,) = run(mode, lambda client: client.parcel.create(file=str(path), note="n"))
    assert str(path).encode() in alone.body


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "sync"])
def test_an_asynchronous_iterator_is_sent_by_the_asynchronous_client(mode: str) -> None:
    (raw,) = run(mode, lambda client: client.film.replace(body=pieces_async()))
    (form,) = run(mode, lambda client: client.parcel.create(file=StreamedFile(pieces_async(), filename="a.bin")))
    assert raw.body == FILM
    assert FILM in form.body
    assert b'filename="a.bin"' in form.body


def test_an_asynchronous_iterator_is_refused_by_the_other_client() -> None:
    with pytest.raises(MODULE.ArgumentError, match="asynchronous client only"):
        run("sync", lambda client: client.film.replace(body=pieces_async()))


@pytest.mark.parametrize("is_form", [True, False], ids=["multipart", "raw"])
def test_progress_is_reported_while_a_file_is_sent(is_form: bool, mode: str, tmp_path: Path) -> None:
    (tmp_path / "film.bin").write_bytes(FILM)
    reported: list[tuple[int, int | None]] = []
    given = StreamedFile(tmp_path / "film.bin", progress=lambda sent, size: reported.append((sent, size)))
    use = (
        (lambda client: client.parcel.create(file=given))
        if is_form
        else (lambda client: client.film.replace(body=given))
    )
    run(mode, use)
    assert reported[-1] == (len(FILM), len(FILM))
    assert [sent for sent, _ in reported] == [65536, 131072, 196608, 204800]


@pytest.mark.parametrize("kind", ["path", "file", "memory", "bytes", "tuple"])
def test_what_can_be_read_again_is_sent_again_whole(given: Any, mode: str) -> None:
    requests = run(mode, lambda client: client.film.replace(body=given), failing(503), failing(204))
    assert [request.body for request in requests] == [FILM, FILM]


@pytest.mark.parametrize("kind", ["iterator", "sized"])
def test_what_can_be_read_once_is_not_sent_again(given: Any, mode: str) -> None:
    with pytest.raises(MODULE.InternalServerError):
        run(mode, lambda client: client.film.replace(body=given), failing(503), failing(204))


def test_an_error_of_an_iterator_is_the_callers_own(mode: str) -> None:
    def broken() -> Iterator[bytes]:
        yield FILM
        raise LookupError("no more film")

    with pytest.raises(LookupError, match="no more film"):
        run(mode, lambda client: client.film.replace(body=broken()))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (StreamedFile([b"abc"], size=4), "ended after 3 bytes, not 4"),
        (StreamedFile(["text"]), "must be bytes, and one is str"),
        (io.StringIO("text"), "binary mode"),
        (7, "must be bytes, an open file"),
    ],
    ids=["short", "text", "text-file", "number"],
)
def test_what_cannot_be_sent_as_it_is_said_is_an_argument_error(given: Any, says: str, mode: str) -> None:
    with pytest.raises(MODULE.ArgumentError, match=says):
        run(mode, lambda client: client.film.replace(body=given))


def test_a_file_that_grows_is_sent_as_it_was(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(FILM)

    def grow(*_: int | None) -> None:
        with path.open("ab") as opened:
            opened.write(b"more")

    (request,) = run(mode, lambda client: client.film.replace(body=StreamedFile(path, progress=grow)))
    assert request.body == FILM


def test_a_pipe_is_sent_in_chunks(mode: str) -> None:
    read, write = os.pipe()
    os.write(write, b"abc")
    os.close(write)
    with os.fdopen(read, "rb") as opened:
        (request,) = run(mode, lambda client: client.film.replace(body=opened))
    assert request.body == b"abc"
    assert request.headers["transfer-encoding"] == "chunked"


@pytest.mark.parametrize("kind", ["path", "sized", "memory", "iterator"])
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_client_of_the_users_own_sends_the_same(mode: str, given: Any) -> None:
    def use(client: Any) -> None:
        with httpx2.Client() as own:
            type(client)(base_url=client.base_url, http_client=own).film.replace(body=given)

    async def use_async(client: Any) -> None:
        async with httpx2.AsyncClient() as own:
            await type(client)(base_url=client.base_url, http_client=own).film.replace(body=given)

    (request,) = run(mode, use if mode == "sync" else use_async)
    assert request.body == FILM


def test_a_large_file_is_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as opened:
        opened.truncate(24 << 20)
    held: list[int] = []
    tracemalloc.start()
    try:
        given = StreamedFile(path, progress=lambda *_: held.append(tracemalloc.get_traced_memory()[0]))
        with clients_of(MODULE)[0](base_url="http://127.0.0.1:1", max_retries=0) as client:
            prepared = client._api._preparer.prepare(_call_arguments(given))
            for _ in prepared.content:
                pass
    finally:
        tracemalloc.stop()
    assert max(held) < 8 << 20


def _call_arguments(given: Any) -> Any:
    resources = importlib.import_module(f"{MODULE.__name__}.resources.film")
    kind = importlib.import_module(f"{MODULE.__name__}._runtime.call_arguments").CallArguments
    return kind(operation=resources.REPLACE, body=given)
