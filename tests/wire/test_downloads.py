"""Downloads that are streamed: to a file or piece by piece, resumed after a break, and never half as whole."""

from __future__ import annotations

import asyncio
import gzip
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.servers.loopback import Loopback, Reply, Request

from .packages import BINARY, api, clients_of, gives, obj, package

FILM = bytes(range(256)) * 800
TAG = '"v1"'
DOCUMENT = api(
    {
        "GET /film": gives(BINARY, "application/octet-stream"),
        "POST /sound": gives(BINARY, "audio/wav"),
        "GET /either": {
            "responses": {
                "200": {
                    "description": "Fine.",
                    "content": {
                        "application/json": {"schema": obj(state={"type": "string"})},
                        "image/png": {"schema": BINARY},
                    },
                }
            }
        },
    }
)
MODES = ("sync", "async", "aiohttp") if importlib.util.find_spec("aiohttp") else ("sync", "async")


@pytest.fixture(params=MODES, name="mode")
def _mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Library:
    """Serves FILM in ranges, and breaks off after `cuts` bytes of its responses, one a response."""

    def __init__(self, *cuts: int | None, content: bytes = FILM, tag: str = TAG, **headers: str) -> None:
        self.cuts = list(cuts)
        self.content = content
        self.tag = tag
        self.headers = {"Content-Type": "application/octet-stream", "Accept-Ranges": "bytes", **headers}

    def __call__(self, request: Request) -> Reply:
        cut = self.cuts.pop(0) if self.cuts else None
        headers = {**self.headers, "ETag": self.tag}
        asked = request.headers.get("range", "")
        if not asked or request.headers.get("if-range", self.tag) != self.tag:
            return Reply(200, self.content, headers, cut=cut)
        first, _, last = asked.removeprefix("bytes=").partition("-")
        if int(first) >= len(self.content):
            return Reply(416, b"", {**headers, "Content-Range": f"bytes */{len(self.content)}"})
        body = self.content[int(first) : int(last) + 1 if last else None]
        span = f"bytes {first}-{int(first) + len(body) - 1}/{len(self.content)}"
        return Reply(206, body, {**headers, "Content-Range": span}, cut=cut)


def run(mode: str, server: Loopback, use: Callable[[Any], Any], **options: Any) -> Any:
    """What `use` makes of a client; of an asynchronous one it gives a coroutine."""
    sync, asynchronous = clients_of(package(DOCUMENT))
    retry = package(DOCUMENT).RetryPolicy(first_delay=0.001, longest_delay=0.002)
    given = {"base_url": server.url, "retry": retry, **options}
    if mode == "sync":
        with sync(**given) as client:
            return use(client)

    async def wait() -> Any:
        async with asynchronous(connections="aiohttp" if mode == "aiohttp" else "httpx2", **given) as client:
            return await use(client)

    return asyncio.run(wait())


def save(mode: str, server: Loopback, path: Path, **more: Any) -> Any:
    options = more.pop("options", {})
    return run(
        mode,
        server,
        lambda client: client.film.with_streaming_response.retrieve().stream_to_file(path, **more),
        **options,
    )


def read(
    mode: str, server: Loopback, member: str = "film.retrieve", chunk_size: int | None = None
) -> tuple[Any, list[bytes]]:
    """The stream after it was read, and the pieces."""
    resource, _, method = member.partition(".")

    def wait(client: Any) -> Any:
        with getattr(getattr(client, resource).with_streaming_response, method)() as stream:
            return stream, list(stream.iter_bytes(chunk_size))

    async def await_(client: Any) -> Any:
        async with getattr(getattr(client, resource).with_streaming_response, method)() as stream:
            return stream, [piece async for piece in stream.iter_bytes(chunk_size)]

    found: tuple[Any, list[bytes]] = run(mode, server, wait if mode == "sync" else await_)
    return found


def test_a_download_is_written_to_a_file_and_tells_its_progress(mode: str, tmp_path: Path) -> None:
    reported: list[tuple[int, int | None]] = []
    with Loopback(Library()) as server:
        found = save(mode, server, tmp_path / "film", progress=lambda got, size: reported.append((got, size)))
    assert found == tmp_path / "film"
    assert found.read_bytes() == FILM
    assert reported[-1] == (len(FILM), len(FILM))
    assert [got for got, _ in reported] == sorted(got for got, _ in reported)
    assert sorted(tmp_path.iterdir()) == [found]
    assert server.requests[0].headers["accept-encoding"] == "identity"


def save_open(mode: str, server: Loopback, path: Path, times: int = 1) -> tuple[list[Path], list[int]]:
    """The path, as often as a stream that is open already is written to a file, and the progress that it reports."""
    reported: list[int] = []

    async def report(got: int, _: int | None) -> None:
        await asyncio.sleep(0)
        reported.append(got)

    def wait(client: Any) -> list[Path]:
        with client.film.with_streaming_response.retrieve() as stream:
            return [stream.stream_to_file(path, progress=lambda got, _: reported.append(got)) for _ in range(times)]

    async def await_(client: Any) -> list[Path]:
        async with client.film.with_streaming_response.retrieve() as stream:
            return [await stream.stream_to_file(path, progress=report) for _ in range(times)]

    found: list[Path] = run(mode, server, wait if mode == "sync" else await_)
    return found, reported


def test_a_stream_that_is_open_is_written_to_a_file_once(mode: str, tmp_path: Path) -> None:
    with Loopback(Library()) as server:
        found, reported = save_open(mode, server, tmp_path / "film")
    assert found == [tmp_path / "film"]
    assert found[0].read_bytes() == FILM
    assert reported[-1] == len(FILM)
    with Loopback(Library()) as server, pytest.raises(package(DOCUMENT).StreamConsumedError):
        save_open(mode, server, tmp_path / "again", times=2)


def test_a_stream_that_is_open_and_fails_leaves_no_file(mode: str, tmp_path: Path) -> None:
    with Loopback(Library(70_000, 0, 0, 0)) as server, pytest.raises(package(DOCUMENT).APIConnectionError):
        save_open(mode, server, tmp_path / "film")
    assert not list(tmp_path.iterdir())


def test_pieces_come_in_chunks_of_one_size(mode: str) -> None:
    with Loopback(Library()) as server:
        stream, pieces = read(mode, server, chunk_size=1000)
    assert b"".join(pieces) == FILM
    assert {len(piece) for piece in pieces[:-1]} == {1000}
    assert (stream.status, stream.size, stream.content_type) == (200, len(FILM), "application/octet-stream")


def test_a_download_goes_on_where_its_connection_broke(mode: str, tmp_path: Path) -> None:
    with Loopback(Library(70_000, 50_000, 0)) as server:
        assert save(mode, server, tmp_path / "film").read_bytes() == FILM
    rest = [request.headers.get("range") for request in server.requests]
    assert rest == [None, "bytes=70000-", "bytes=120000-", "bytes=120000-"]
    assert {request.headers.get("if-range") for request in server.requests[1:]} == {TAG}


def test_a_download_gives_up_when_nothing_more_comes_and_leaves_no_file(mode: str, tmp_path: Path) -> None:
    with (
        Loopback(Library(70_000, 0, 0, 0)) as server,
        pytest.raises(Exception, match="70,000 of 204,800 bytes") as error,
    ):
        save(mode, server, tmp_path / "film")
    assert type(error.value).__name__ == "APIConnectionError"
    assert not list(tmp_path.iterdir())
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    "change", [{"Accept-Ranges": "none"}, {"tag": 'W/"v1"'}, {"tag": ""}], ids=["no-ranges", "weak-tag", "no-tag"]
)
def test_what_the_server_does_not_offer_is_not_asked_for(change: dict[str, Any], mode: str, tmp_path: Path) -> None:
    with (
        Loopback(Library(70_000, **change)) as server,
        pytest.raises(Exception, match="bytes had arrived"),
    ):
        save(mode, server, tmp_path / "film", resume=True)
    assert len(server.requests) == 1
    assert not list(tmp_path.iterdir())


def test_the_date_of_a_change_names_a_version_where_it_is_old_enough(mode: str, tmp_path: Path) -> None:
    changed = "Sat, 01 Jan 2000 00:00:00 GMT"
    library = Library(70_000, tag=changed)
    library.headers["Last-Modified"] = changed
    with Loopback(lambda request: _without_tag(library(request))) as server:
        assert save(mode, server, tmp_path / "film").read_bytes() == FILM
    assert [request.headers.get("if-range") for request in server.requests] == [None, changed]


def _without_tag(reply: Reply) -> Reply:
    headers = {name: value for name, value in reply.headers.items() if name != "ETag"}
    return Reply(reply.status, reply.body, headers, cut=reply.cut)


def test_a_file_that_changes_meanwhile_is_an_error(mode: str, tmp_path: Path) -> None:
    library = Library(70_000)

    def answer(request: Request) -> Reply:
        reply = library(request)
        library.tag = '"v2"'
        return reply

    with Loopback(answer) as server, pytest.raises(Exception, match="the file changed") as error:
        save(mode, server, tmp_path / "film")
    assert type(error.value).__name__ == "DownloadError"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "span", ["bytes 0-204799/204800", "bytes 70001-204799/204800", "bytes 70000-100000/204800", ""]
)
def test_another_part_than_was_asked_for_is_an_error(span: str, mode: str, tmp_path: Path) -> None:
    library = Library(70_000)

    def answer(request: Request) -> Reply:
        reply = library(request)
        return reply if reply.status == 200 else Reply(206, reply.body, {**reply.headers, "Content-Range": span})

    with Loopback(answer) as server, pytest.raises(Exception, match="got another part"):
        save(mode, server, tmp_path / "film")
    assert not list(tmp_path.iterdir())


def test_what_an_earlier_download_left_is_resumed(mode: str, tmp_path: Path) -> None:
    with Loopback(Library(70_000, 0, 0)) as server:
        with pytest.raises(Exception, match="70,000 of 204,800"):
            save(mode, server, tmp_path / "film", resume=True, options={"max_retries": 0})
        assert not (tmp_path / "film").exists()
        assert (tmp_path / "film.part").read_bytes() == FILM[:70_000]
        reported: list[tuple[int, int | None]] = []
        server.answer = Library()
        save(mode, server, tmp_path / "film", resume=True, progress=lambda got, size: reported.append((got, size)))
        assert server.requests[-1].headers["range"] == "bytes=70000-"
    assert (tmp_path / "film").read_bytes() == FILM
    assert reported[0][0] > 70_000
    assert reported[-1] == (len(FILM), len(FILM))
    assert [path.name for path in tmp_path.iterdir()] == ["film"]


@pytest.mark.parametrize("change", ["version", "shorter", "address"])
def test_what_is_left_of_something_else_is_downloaded_again(change: str, mode: str, tmp_path: Path) -> None:
    with Loopback(Library(70_000)) as server:
        with pytest.raises(Exception, match="had arrived"):
            save(mode, server, tmp_path / "film", resume=True, options={"max_retries": 0})
        facts = tmp_path / "film.part.json"
        content = {"version": FILM[::-1], "shorter": FILM[:70_000], "address": FILM}[change]
        if change == "address":
            facts.write_text(facts.read_text().replace('"source": "', '"source": "0'))
        server.answer = Library(content=content, tag='"v2"' if change == "version" else TAG)
        save(mode, server, tmp_path / "film", resume=True)
    assert (tmp_path / "film").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["film"]


@pytest.mark.parametrize("change", ["version", "compressed"])
def test_a_rest_of_another_version_is_not_added_where_the_server_ignores_the_condition(
    change: str, mode: str, tmp_path: Path
) -> None:
    def answer(request: Request) -> Reply:
        plain = Request(request.method, request.path, request.query, dict(request.headers), b"", request.target)
        plain.headers.pop("if-range", None)  # type: ignore[attr-defined]  # a dict
        reply = later(plain)
        if reply.status != 206 or change == "version":
            return reply
        return Reply(206, gzip.compress(reply.body), {**reply.headers, "Content-Encoding": "gzip"})

    with Loopback(Library(70_000)) as server:
        with pytest.raises(Exception, match="had arrived"):
            save(mode, server, tmp_path / "film", resume=True, options={"max_retries": 0})
        content = FILM[::-1] if change == "version" else FILM
        later = Library(content=content, tag='"v2"' if change == "version" else TAG)
        server.answer = answer
        save(mode, server, tmp_path / "film", resume=True)
    assert (tmp_path / "film").read_bytes() == content


def test_the_whole_of_the_same_version_is_resumed_where_the_server_ignores_the_range(mode: str, tmp_path: Path) -> None:
    def answer(_: Request) -> Reply:
        cut = 70_000 if len(server.requests) == 1 else 150_000 if len(server.requests) == 2 else None
        return Reply(200, FILM, {"Accept-Ranges": "bytes", "ETag": TAG}, cut=cut)

    with Loopback(answer) as server:
        reported: list[int] = []
        save(mode, server, tmp_path / "film", progress=lambda got, _: reported.append(got))
        assert [each.headers.get("range") for each in server.requests] == [None, "bytes=70000-", "bytes=150000-"]
    assert (tmp_path / "film").read_bytes() == FILM
    assert reported == sorted(reported)


def test_what_comes_compressed_is_unpacked_and_has_no_size(mode: str) -> None:
    packed = Reply(200, gzip.compress(FILM), {"Content-Encoding": "gzip", "ETag": TAG, "Accept-Ranges": "bytes"})
    with Loopback(lambda _: packed) as server:
        stream, pieces = read(mode, server)
    assert b"".join(pieces) == FILM
    assert stream.size is None


def test_a_request_that_changes_something_is_not_sent_again_for_its_rest(mode: str) -> None:
    with Loopback(Library(70_000)) as server, pytest.raises(Exception, match="70,000 of 204,800"):
        read(mode, server, "sound.create")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("body", "media", "says"),
    [(b'{"error": {"message": "no film"}}', "application/json", "no film"), (b"<html>", "text/html", "HTML page")],
)
def test_an_error_in_the_place_of_a_file_is_raised(
    body: bytes, media: str, says: str, mode: str, tmp_path: Path
) -> None:
    with Loopback(lambda _: Reply(200, body, {"Content-Type": media})) as server, pytest.raises(Exception, match=says):
        save(mode, server, tmp_path / "film")
    assert not list(tmp_path.iterdir())


def test_bytes_are_asked_for_where_a_method_gives_other_things_too(mode: str) -> None:
    with Loopback(lambda _: Reply(200, b"PNG", {"Content-Type": "image/png"})) as server:
        assert read(mode, server, "either.retrieve")[1] == [b"PNG"]
        assert server.requests[0].headers["accept"] == "image/png"


def test_an_error_status_is_the_error_that_every_call_raises(mode: str, tmp_path: Path) -> None:
    refusal = Reply(404, b"{}", {"Content-Type": "application/json"})
    with Loopback(lambda _: refusal) as server, pytest.raises(Exception, match="GET /film") as error:
        save(mode, server, tmp_path / "film")
    assert type(error.value).__name__ == "NotFoundError"


def test_a_function_for_progress_may_end_a_download(mode: str, tmp_path: Path) -> None:
    def refuse(*_: int | None) -> None:
        raise KeyError("enough")

    (tmp_path / "film").write_bytes(b"the old film")
    with Loopback(Library()) as server, pytest.raises(KeyError, match="enough"):
        save(mode, server, tmp_path / "film", progress=refuse)
    assert (tmp_path / "film").read_bytes() == b"the old film"
    assert [path.name for path in tmp_path.iterdir()] == ["film"]
