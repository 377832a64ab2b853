"""READMEs of other APIs: their examples pass the type checker, and ask for the same in every language."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from nemogen.assets import Assets
from nemogen.client import package
from nemogen.client.planner import plan
from nemogen.config import Settings
from nemogen.runtime.fake_server import CLOSE, FakeServer, Request, Response, http_response, json_response
from tests.forked_python import run_python
from tests.generated.examples import command, python_code
from tests.generated.readme import PROJECT, SOURCE, Block, blocks
from tests.test_cases import document_of, settings_of
from tests.type_checks import run_mypy, with_one_runtime

NAMES = (
    "binary-bodies",
    "event-stream-only",
    "files-and-multipart",
    "forms",
    "header-and-cookie-parameters",
    "pagination-styles",
    "path-and-query-parameters",
    "security-api-key-header",
    "security-api-key-query",
    "security-basic",
    "security-none",
    "security-per-operation",
    "security-silent",
    "security-two-keys",
    "text-that-tries-to-escape",
)
KEY = "key-or-password"


def settings(name: str) -> Settings:
    return settings_of(PROJECT / "tests/cases" / name)


@pytest.fixture(scope="module", name="packages")
def _packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed code of the cases as packages, side by side; each with its README, under the module's name."""
    root = tmp_path_factory.mktemp("packages")
    assets = Assets(PROJECT / "templates", PROJECT / "generator" / "nemogen" / "runtime")
    for name in NAMES:
        own, case = settings(name), PROJECT / "tests/cases" / name
        folder = root / own.package.module
        shutil.copytree(case / "expected", folder)
        shutil.copy(SOURCE / "mistral_nemo/testing.py", folder)
        (folder / "_version.py").write_text('__version__ = "0.1.0"\n', encoding="utf-8")
        (folder / "_runtime").symlink_to(assets.runtime, target_is_directory=True)
        (folder / "py.typed").touch()
        document = document_of(case)
        built = package.build_texts(plan(document, own), document)
        files = package.assemble(built, own, assets, version="0.1.0", changelog="", provenance={}, tests={})
        (root / f"{own.package.module}.md").write_bytes(files["README.md"])
    return root


def readme(packages: Path, name: str) -> tuple[Block, ...]:
    return blocks(packages / f"{settings(name).package.module}.md")


@pytest.mark.slow
def test_the_examples_of_every_readme_pass_the_strict_type_checker(
    packages: Path, mypy_cache: Path, tmp_path: Path
) -> None:
    checked = tmp_path / "packages"
    with_one_runtime(packages, checked)
    for name in NAMES:
        python = (block for block in readme(packages, name) if block.language == "python")
        for number, block in enumerate(python):
            (checked / f"readme_{settings(name).package.module}_{number}.py").write_text(block.code, encoding="utf-8")
    files = sorted(path.name for path in checked.glob("readme_*.py"))
    assert len(files) > 8 * len(NAMES)
    assert run_mypy(mypy_cache, checked, *files) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_tells_of_path_parameters_wherever_a_method_has_them(name: str, packages: Path) -> None:
    methods = plan(document_of(PROJECT / "tests/cases" / name), settings(name)).methods()
    text = (packages / f"{settings(name).package.module}.md").read_text(encoding="utf-8")
    assert ("except for path parameters" in text) == any(method.positional for _, method in methods)


def essence(request: Request) -> tuple[str, str, dict[str, str], Any]:
    """What a server makes of a request: JSON parsed, a multipart body by the names of its parts."""
    kept = ("authorization", "content-type", "cookie")
    headers = {name: value for name, value in request.headers.items() if name in kept or name.startswith("x-")}
    media = headers.get("content-type", "")
    body: Any = request.body
    if media.startswith("multipart/"):
        headers["content-type"] = "multipart"
        body = sorted(line for line in body.split(b"\r\n") if b" name=" in line)
    elif "json" in media:
        body = json.loads(body)
    return request.method, request.path.replace("%3a", "%3A"), headers, body


@pytest.mark.parametrize("name", NAMES)
def test_the_first_call_asks_for_the_same_in_every_language(name: str, packages: Path, tmp_path: Path) -> None:
    (tmp_path / "file.bin").write_bytes(b"Hello")
    authentication = plan(document_of(PROJECT / "tests/cases" / name), settings(name)).authentication
    keys = {each.env: KEY for each in authentication.arguments}
    base_url_env = settings(name).client.base_url_env
    sent = {}
    for block in readme(packages, name):
        if block.name.startswith("First call: "):
            with FakeServer(json_response({}, status=400)) as server:
                environ = {**os.environ, "PYTHONPATH": str(packages), **keys, base_url_env: server.url}
                if block.language == "python":
                    run_python(python_code(block), folder=tmp_path, environment=environ)
                else:
                    command_line = command(block, tmp_path)
                    subprocess.run(command_line, cwd=tmp_path, env=environ, capture_output=True, check=False)
            sent[block.language] = [essence(request) for request in server.requests]
    assert len(sent) == 3
    assert len(sent["python"]) == 1
    assert sent["bash"] == sent["javascript"] == sent["python"]


@pytest.mark.parametrize(
    ("name", "block", "bodies"),
    [
        ("files-and-multipart", "Files: python 2", [b"Hello"]),
        ("binary-bodies", "Files: python 2", [b"Hello"]),
        ("binary-bodies", "Binary responses: python 2", [b"", b""]),
    ],
)
def test_the_examples_of_files_run(name: str, block: str, bodies: list[bytes], packages: Path, tmp_path: Path) -> None:
    (tmp_path / "file.bin").write_bytes(b"Hello")
    (example,) = (each for each in readme(packages, name) if each.name == block)
    pdf = http_response(b"sound", content_type="application/pdf", etag='"1"')
    response = pdf if name == "binary-bodies" else json_response({})
    with FakeServer(*[response] * len(bodies)) as server:
        environ = {"PYTHONPATH": str(packages), settings(name).client.base_url_env: server.url}
        done = run_python(example.code, folder=tmp_path, environment={**os.environ, **environ})
    assert done.returncode == 0, done.stderr
    assert "5 of 5 bytes" in done.stdout
    assert len(server.requests) == len(bodies)
    assert all(body in request.body for body, request in zip(bodies, server.requests, strict=True))
    assert "Binary" not in block or (tmp_path / "response.bin").read_bytes() == b"sound"


def run_example(packages: Path, name: str, block: str, *replies: Response) -> tuple[str, list[Request]]:
    """What an example of a README prints, and what it asked of a server that gives `replies`."""
    (example,) = (each for each in readme(packages, name) if each.name == block)
    with FakeServer(*replies) as server:
        environ = {"PYTHONPATH": str(packages), settings(name).client.base_url_env: server.url}
        done = run_python(example.code, folder=packages, environment={**os.environ, **environ})
    assert done.returncode == 0, done.stderr
    return done.stdout, server.requests


def test_the_example_of_typed_headers_runs(packages: Path) -> None:
    sent = {"x_seats_left": "7", "x_rows": "1, 2", "x_until": "2026-01-02T03:04:05Z"}
    name, reply = "header-and-cookie-parameters", json_response({"number": "1"}, status=201, **sent)
    printed, _ = run_example(packages, name, "Raw responses: python 2", reply)
    until = "2026-01-02 03:04:05+00:00"
    assert sorted(printed.splitlines()) == ["x_days: None", "x_rows: [1, 2]", "x_seats_left: 7", f"x_until: {until}"]


def test_the_example_of_a_stream_that_goes_on_runs(packages: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 200\r\n\r\n"
    cut = Response((head + b'retry: 1\nid: a\ndata: {"level_cm": 1}\n\nid: b\ndata: {"lev', CLOSE))
    rest = http_response('id: b\ndata: {"level_cm": 2}\n\n', content_type="text/event-stream")
    printed, asked = run_example(packages, "event-stream-only", "Streams: python 2", cut, rest)
    assert [line.split()[0] for line in printed.splitlines()] == ["a", "b"]
    assert [each.headers.get("last-event-id") for each in asked] == [None, "a"]
