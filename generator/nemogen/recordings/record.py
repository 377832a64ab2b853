"""Records a live API: the generated client makes the calls, a proxy on loopback keeps the exchanges."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Final

from nemogen.document import Json
from nemogen.errors import CouldNot, Location, NetworkError, RecordingError, ToolError
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document
from nemogen.recordings.bundled_tests.token_endpoint import grant_of
from nemogen.recordings.calls import Call, plan_calls
from nemogen.recordings.credentials import learnt
from nemogen.recordings.exchange import lasting, request_of, response_of
from nemogen.recordings.operations import Operations
from nemogen.recordings.proxy import Passed, passing_on
from nemogen.recordings.recording import JsonBody, Recording, body_bytes
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, with_ids
from nemogen.recordings.shapes import shape_changes

_SECONDS: Final = 900.0
_SAYS_NOTHING: Final = frozenset({401, 403, 429})
"""Statuses about the caller or the moment, not about the request; so are all from 500 upwards."""


@dataclass(frozen=True, slots=True)
class Live:
    """The API to record: its base URL, and the generated client (`client` of the package `module` in `source`).

    `secrets` are scrubbed; `today` is the day of the recordings; `spec_sha256` is that of the pin; `spec` is the
    document, whose path parameters are ids and no secrets; `sends_key`: its calls carry a credential.
    """

    base_url: str
    source: Path
    module: str
    client: str
    secrets: Secrets
    today: date
    spec_sha256: str = ""
    spec: Document | None = None
    sends_key: bool = True


def record(live: Live, operation: str, case: str, arguments: Mapping[str, Json], *, check: bool = True) -> Recording:
    """Calls `operation` (dotted) with `arguments` (the API's or Python's names) and gives the exchange, scrubbed.

    A stream is requested by its argument (`stream=True`). Errors of the API are recorded too; without `check` the
    client sends arguments that it would reject. Raises NetworkError if the API is not reached, CouldNot if the
    client sends nothing, RecordingError if something that looks like a secret remains.
    """
    call = Call(f"{operation}/{case}", operation, {}, (), {}, "", "value" if check else "error", None)
    return _recording(_call(live, call, {"json": dict(arguments)}), live, operation, case)


def retake(
    live: Live, old: Recording, document: Document, *, ends: Mapping[str, str] | None = None
) -> tuple[Recording, tuple[str, ...]]:
    """A new recording of the same call, with the changes in the shape of its response. `ends` is as in `judge`.

    Raises as `record`, and CouldNot if the document has no operation for it, or if the API now responds that it
    cannot or will not (401, 403, 429, 5xx) but did not then: that says nothing about its contract.
    """
    calls = plan_calls([old], document, ends=ends)
    if not calls:
        what = f"{old.name}: the spec has no operation for {old.request.method} {old.request.path}"
        raise CouldNot(what, remedy="Delete the recording, or correct its path.")
    body = old.request.body
    plain = {"json": body.value} if isinstance(body, JsonBody) else {"text": body_bytes(body).decode("latin-1")}
    passed = _call(live, calls[0], plain if body else {})
    new = _recording(passed, replace(live, spec=document), old.operation, old.case)
    status = new.response.status
    if old.response.status < 400 and (status in _SAYS_NOTHING or status >= 500):
        what = f"{old.name}: the API responded {status}, so the recording is kept unchanged"
        raise CouldNot(what, remedy="Check the key, or try again later.")
    return replace(new, note=old.note, source=old.source, file=old.file), shape_changes(old, new)


def _call(live: Live, call: Call, body: Json) -> Passed:
    with passing_on(live.base_url, _SECONDS, sends_key=live.sends_key) as (proxy, url):
        target = {"module": live.module, "client": live.client, "url": url, "api": live.base_url}
        exchange = {"request": {"body": body} if body else {}}
        given = {"target": target, "call": {**asdict(call), "base": "", "exchange": exchange}}
        raised = live.secrets.clean(_run(live, given))
    if proxy.failure:
        what = f"the API could not be reached: {live.secrets.clean(proxy.failure)}"
        raise NetworkError(
            what, where=Location(live.secrets.clean(live.base_url)), remedy="Check the network and the base URL."
        )
    if len(proxy.passed) != 1:
        what = f"{call.recording}: the client sent {len(proxy.passed)} requests instead of one. {raised}".rstrip()
        raise CouldNot(what, remedy="Check the arguments and the client's API key.")
    return proxy.passed[0]


def _run(live: Live, given: Json) -> str:
    """Makes the call in a separate process; returns the error that the client raised, or an empty text."""
    paths = [str(live.source), str(Path(__file__).parents[2])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["NO_PROXY"] = environment["no_proxy"] = "127.0.0.1"
    command = [sys.executable, "-m", "nemogen.recordings.call_client"]
    sent = json.dumps(given).encode()
    try:
        done = subprocess.run(command, env=environment, input=sent, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise ToolError(f"the call did not finish within {_SECONDS:g} seconds", remedy="Request less data.") from error
    if done.returncode:
        last = "".join(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:])
        what = f"the generated package could not be called: {live.secrets.clean(last)[:300]}"
        raise ToolError(what, where=Location(live.source.as_posix()), remedy="Regenerate the package.")
    return str(json.loads(done.stdout).get("error", ""))


def _recording(passed: Passed, live: Live, operation: str, case: str) -> Recording:
    """The exchange without secrets. Values of cookies count as secrets, although cookies themselves are dropped."""
    received, sent = passed.request, passed.response
    if grant_of(received.method, received.header("content-type"), received.body):
        what = f"{operation} issues tokens, which are never recorded"
        raise RecordingError(what, remedy="Record the operations that need a token.")
    request = request_of(received.method, received.target, received.headers, received.body)
    response = response_of(sent.status, sent.headers, b"".join(sent.chunks), sent.chunks)
    new = Recording(operation, case, request, response, "live", live.today, spec_sha256=live.spec_sha256)
    ids = Operations(live.spec).ids(request.method, request.path) if live.spec is not None else ()
    return scrubbed(lasting(new), learnt(with_ids(live.secrets, ids), [new]))
