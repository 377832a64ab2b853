"""A witness: the clients of both engines call one server, and send the same. Known differences are a list."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client.media_types import body_kind
from nemogen.client.openapi_python_client_engine.placement import place_operations
from nemogen.document import Document, Operation
from nemogen.recordings.bundled_tests.body_equality import meaning
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.bundled_tests.recorded_calls import Call, Request
from tests.client.test_openapi_python_client_engine import built, put
from tests.test_cases import CASES, ROOT, document_of, settings_of

ENGINES = ("nemogen", "openapi-python-client")
OWN_HEADERS = frozenset({"accept", "accept-encoding", "authorization", "connection", "content-length", "host",
                         "user-agent", "transfer-encoding"})  # fmt: skip
MOST_SKIPPED = 0.14
"""Of all operations but those of the cases about credentials, of which the tool sends one token in one header: how many
may stand in the list below."""

KNOWN: Mapping[str, str] = {
    "awkward-property-names POST /v1/entries": "the driver of the default engine does not find the argument of `2nd`",
    "characters-newer-than-a-python GET /v1/𑼄𑼄/{𮯰}": "neither driver finds arguments of such names",
    "deep-object-query GET /v1/stars": "the tool has neither deepObject nor parameters with content: tool-style",
    "files-and-multipart POST /v1/parcels/{parcel_id}/photos": "the tool sends true as True: tool-multipart",
    "names-beyond-ascii GET /v1/brötchen/{größe}": "the driver of the default engine takes names beyond ASCII for one",
    "names-that-differ-by-case POST /users": "the driver of the default engine takes names that differ in case for one",
    "names-that-are-taken POST /v1/streams": "its driver takes the property `extra_body` for the option of that name",
    "openapi-3.2 LINK /user": "the tool writes no such method: tool-operation",
    "openapi-3.2 QUERY /user": "the tool writes no such method: tool-operation",
    "properties-that-clash PATCH /v1/concerts/{concert_id}": "its driver takes names that differ in signs for one",
    "request-media-types HEAD /v1/jobs": "the tool has no parameters with content: tool-style",
    "request-media-types POST /v1/jobs": "the tool tells bodies apart by their class, its driver does not",
    "security-alternatives GET /v1/keys": "the tool sends one token, in one header: tool-credential",
    "security-alternatives GET /v1/staff": "the tool fetches no token: tool-credential",
    "security-api-key-header GET /v1/state": "the tool sends one token, in one header: tool-credential",
    "security-api-key-query GET /v1/state": "the tool sends no key in the query: tool-credential",
    "security-oauth2 GET /v1/boats": "the tool fetches no token: tool-credential",
    "security-oauth2 GET /v1/ports": "the tool fetches no token: tool-credential",
    "security-oauth2 POST /v1/boats": "the tool fetches no token: tool-credential",
    "security-per-operation GET /c": "the tool sends no key in a cookie: tool-credential",
    "security-silent GET /both": "the tool sends one token, in one header: tool-credential",
    "security-two-keys GET /a": "the tool sends one token, in one header: tool-credential",
    "security-unsupported GET /v1/both": "the tool sends one token, in one header: tool-credential",
    "security-unsupported GET /v1/either": "the tool sends one token, in one header: tool-credential",
    "servers-and-variables GET /parcels": "the tool knows no servers of paths: tool-server",
    "servers-and-variables POST /parcels": "the tool knows no servers of paths: tool-server",
    "text-that-tries-to-escape POST /v1/suggestions/{box}": "a header of that name cannot be sent; the tool drops it",
}
"""Where the two differ, by case and operation, and why. An entry that matches nothing is an error."""


@dataclass(frozen=True)
class Planned:
    """A call of one operation through both engines."""

    label: str
    module: str
    client: str
    function: str
    call: Call


def planned() -> list[Planned]:
    """A call of each operation of each case, with a value for each parameter and property."""
    found = []
    for case in CASES:
        if (case / "stderr.txt").is_file():
            continue
        document, package = document_of(case), settings_of(case).package
        for each in place_operations(document):
            call = call_of(each.operation, document)
            label = f"{case.name} {each.label}"
            found.append(Planned(label, package.module, package.client, each.module, call))
    return found


def call_of(operation: Operation, document: Document) -> Call:
    arguments = {each.name: sample(each.schema, document) for each in operation.parameters}
    headers, files = {}, []
    request: Request = {"method": operation.method, "path": operation.path}
    content = operation.body_content
    if content:
        media = min(content, key=lambda name: ("json", "multipart", "form", "text", "binary").index(body_kind(name)))
        headers["content-type"] = media
        value = sample(content[media], document)
        if body_kind(media) == "json":
            request["body"] = {"json": value}
        elif body_kind(media) == "binary":
            request["body"] = {"text": "some bytes"}
        else:
            request["body"] = {"text": ""}
            value = {name: each for name, each in value.items() if each != [FILE]}  # one file of a name is enough
            files = [[name, "a.txt", "text/plain", "YQ=="] for name, each in value.items() if each == FILE]
            arguments |= {name: each for name, each in value.items() if each != FILE}
    return Call(
        "x",
        str(operation.call),
        arguments,
        files,
        headers,
        "",
        "error",
        None,
        {"request": request, "response": {"status": 200}},
    )


FILE = "a file"


def sample(schema: CanonicalSchema, document: Document, depth: int = 0) -> Any:
    """A value of a schema, with all properties as far as they do not repeat themselves."""
    if schema.reference is not None:
        return sample(document.schemas[schema.reference], document, depth + 1)
    if schema.enum:
        return schema.enum[0]
    if schema.any_of:
        return sample(next(each for each in schema.any_of if not each.is_null), document, depth + 1)
    kind = schema.type or "string"
    if kind == "object":
        wanted = schema.properties
        names = [each for each in wanted if depth < 3 or each in schema.required]
        return {each: sample(wanted[each], document, depth + 1) for each in names}
    if kind == "array":
        return [sample(schema.items or ANYTHING, document, depth + 1)] if depth < 9 else []
    return scalar(kind, schema)


def scalar(kind: str, schema: CanonicalSchema) -> Any:
    formats = {"date": "2026-01-02", "date-time": "2026-01-02T03:04:05+00:00", "binary": FILE,
               "uuid": "00000000-0000-4000-8000-000000000001"}  # fmt: skip
    values = {"integer": 3, "number": 1.5, "boolean": True, "null": None}
    return values.get(kind, formats.get(schema.format, "ab"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages of all cases, by engine."""
    found = {engine: tmp_path_factory.mktemp("packages") for engine in ENGINES}
    for case in CASES:
        if (case / "stderr.txt").is_file():
            continue
        module = settings_of(case).package.module
        package = found["nemogen"] / module
        shutil.copytree(case / "expected", package)
        (package / "_version.py").write_text('__version__ = "0.1.0"\n')
        (package / "_runtime").symlink_to(ROOT / "generator" / "nemogen" / "runtime", target_is_directory=True)
        put(built(document_of(case), case.name.replace(".", "-")), found["openapi-python-client"] / module)
    return found


def sent(engine: str, folder: Path, calls: list[Planned]) -> dict[int, Any]:
    """What arrived of each call; what was raised, where nothing did."""
    arrived: dict[int, Any] = {}

    def answer(asked: ReceivedRequest) -> ServedResponse:
        number, _, rest = asked.target.removeprefix("/").partition("/")
        arrived[int(number.partition("?")[0])] = seen(asked, f"/{rest}")
        return ServedResponse(500, (("content-type", "application/json"),), (b"{}",))

    with loopback(answer) as server:
        environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1",
                       "NO_PROXY": "127.0.0.1"}  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "tests.client.engine_calls", engine, server.url],
            input=json.dumps([(each.module, each.client, each.function, asdict(each.call)) for each in calls]),
            cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    raised = json.loads(done.stdout)
    return {number: arrived.get(number, raised.get(str(number), "nothing")) for number in range(len(calls))}


def seen(asked: ReceivedRequest, target: str) -> dict[str, Any]:
    """A request without what a transport adds."""
    parts = urlsplit(target)
    media = asked.header("content-type")
    headers = {name: value for name, value in asked.headers if name not in OWN_HEADERS | {"cookie", "content-type"}}
    cookies = sorted(each.strip() for each in asked.header("cookie").split(";") if each.strip())
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    essence = media.split(";")[0]
    return {"method": asked.method, "path": unquote(parts.path), "query": query, "headers": headers,
            "cookies": cookies, "media": essence, "body": meaning(asked.body, media)}  # fmt: skip


@pytest.mark.slow
def test_both_engines_send_the_same_but_for_what_is_known(folders: dict[str, Path]) -> None:
    calls = planned()
    ours, theirs = (sent(engine, folders[engine], calls) for engine in ENGINES)
    differing = {each.label: (ours[at], theirs[at]) for at, each in enumerate(calls) if ours[at] != theirs[at]}
    unknown = {label: pair for label, pair in differing.items() if label not in KNOWN}
    assert unknown == {}, "\n".join(f"{label}\n  {one}\n  {other}" for label, (one, other) in unknown.items())
    assert KNOWN.keys() - differing.keys() == set(), "unused entries"
    labels = [each.label for each in calls if not each.label.startswith("security-")]
    assert len(KNOWN.keys() & set(labels)) <= MOST_SKIPPED * len(labels)
