"""Replays recordings through a generated client: in a separate process, so that ours never imports generated code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from nemogen.document import Files, Json
from nemogen.errors import Location, ToolError
from nemogen.findings import Finding, Level
from nemogen.openapi.document import Document
from nemogen.recordings.calls import call_files, plan_calls
from nemogen.recordings.function_calls import plan_functions
from nemogen.recordings.recording import Recording
from nemogen.temporary_folders import temporary_folder

_METHODS: Final = "nemogen.recordings.bundled_tests"
_FUNCTIONS: Final = f"{_METHODS}.function_replay"
_BUNDLED: Final = Path(__file__).parent / "bundled_tests"
_MODULES: Final = (
    "__init__.py",
    "__main__.py",
    "body_equality.py",
    "call_result.py",
    "expected_error.py",
    "generated_client.py",
    "loopback.py",
    "method_arguments.py",
    "page_replay.py",
    "recorded_calls.py",
    "replay_driver.py",
    "sse.py",
    "token_endpoint.py",
    "wire_format.py",
)

_FUNCTION_MODULES: Final = (*_MODULES, "build_value.py", "function_arguments.py", "function_replay.py")

_REQUEST_PARTS: Final = {"call": "/request", "request": "/request"}
"""For each kind of difference, the part of a recording that it is about, if not the response."""


def replay(
    recordings: Sequence[Recording],
    document: Document,
    *,
    source: Path,
    module: str,
    client: str,
    functions: Mapping[str, str] | None = None,
    ends: Mapping[str, str] | None = None,
    seconds: float = 600,
) -> tuple[Finding, ...]:
    """Replays the recordings through the client class `client` of the package `module`, which is in `source`.

    `functions` has the module below the package of each operation ("POST /v1/x"), where its client is one of
    openapi-python-client: what it cannot replay is a note (`replay-skipped`).
    Returns an error for each difference: `replay-request`, `replay-decode`, `replay-round-trip`, `replay-error`,
    `replay-call`. Raises ToolError where the package cannot be imported or the replay does not end in time.
    """
    calls = plan_calls(recordings, document, ends=ends)
    skipped: tuple[Finding, ...] = ()
    if functions is None:
        driver, found = _METHODS, call_files(recordings, calls, module=module, client=client)
    else:
        planned = plan_functions(recordings, calls, document, functions)
        driver, found = _FUNCTIONS, planned.files(recordings, module=module, client=client)
        skipped = planned.skipped
    with temporary_folder() as folder:
        _put(folder, found)
        lines = _run(driver, folder, source, seconds)
    return (*_findings(lines, {recording.name: recording for recording in recordings}), *skipped)


def shipped_files(
    recordings: Sequence[Recording],
    document: Document,
    *,
    module: str,
    client: str,
    functions: Mapping[str, str] | None = None,
    ends: Mapping[str, str] | None = None,
) -> Files:
    """The contract tests that a generated package ships, as paths below its `tests` folder.

    They run with pytest against the installed package and do not need nemogen. `functions` is as in `replay`.
    """
    calls = plan_calls(recordings, document, ends=ends)
    names: Mapping[str, str] = {name: name for name in (*_MODULES, "test_contract.py")}
    if functions is None:
        data = call_files(recordings, calls, module=module, client=client)
    else:
        data = plan_functions(recordings, calls, document, functions).files(recordings, module=module, client=client)
        names = {name: name for name in _FUNCTION_MODULES} | {"test_contract.py": "test_function_contract.py"}
    modules = {f"contract/{name}": (_BUNDLED / file).read_bytes() for name, file in names.items()}
    return modules | {f"contract/recordings/{path}": content for path, content in data.items()}


def _put(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _run(driver: str, folder: Path, source: Path, seconds: float) -> list[Json]:
    paths = [str(source), str(Path(__file__).parents[2])]
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment = kept | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", driver, str(folder)]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        what = f"the replay did not finish within {seconds:g} seconds"
        raise ToolError(
            what, where=Location(source.as_posix()), remedy="Check whether the client waits forever."
        ) from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        what = f"the generated package could not be called: {''.join(last)[:300]}"
        raise ToolError(what, where=Location(source.as_posix()), remedy="Regenerate the package.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _findings(lines: Sequence[Json], recordings: Mapping[str, Recording]) -> Iterator[Finding]:
    """One finding for each difference; one that occurs both sync and async is reported once."""
    modes: dict[tuple[str, str, str], list[str]] = {}
    for line in lines:
        for kind, message in line["differences"]:
            modes.setdefault((line["recording"], kind, message), []).append(line["mode"])
    for (recording, kind, message), where in modes.items():
        only = f" ({where[0]} only)" if len(set(where)) == 1 else ""
        yield Finding(
            f"replay-{kind}",
            Level.ERROR,
            f"{recording}: {message}{only}",
            area="recordings",
            operation=recordings[recording].operation,
            key=f"{recording} {kind} {message}",
            revision=Location(recordings[recording].file, _REQUEST_PARTS.get(kind, "/response")),
        )
