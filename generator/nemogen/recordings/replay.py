"""Replays recordings through a generated client: in a process of its own, so that ours never imports generated code."""

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
from nemogen.recordings.recording import Recording
from nemogen.temporary_folders import temporary_folder

_BUNDLED: Final = Path(__file__).parent / "bundled_tests"
_MODULES: Final = (
    "__init__.py",
    "__main__.py",
    "body_equality.py",
    "loopback.py",
    "replay_driver.py",
    "sse.py",
    "token_endpoint.py",
    "wire_format.py",
)

_PLACES: Final = {"call": "/request", "request": "/request"}
"""By kind of difference: the part of a recording that it is about, if not the response."""


def replay(
    recordings: Sequence[Recording],
    document: Document,
    *,
    source: Path,
    module: str,
    client: str,
    ends: Mapping[str, str] | None = None,
    seconds: float = 600,
) -> tuple[Finding, ...]:
    """Replays the recordings through the client class `client` of the package `module`, which lies in `source`.

    Gives a finding (error) for each difference: `replay-request`, `replay-decode`, `replay-round-trip`, `replay-error`,
    `replay-call`. Raises ToolError where the package cannot be imported or the replay does not end in time.
    """
    calls = plan_calls(recordings, document, ends=ends)
    with temporary_folder() as folder:
        _put(folder, call_files(recordings, calls, module=module, client=client))
        lines = _run(folder, source, seconds)
    return tuple(_findings(lines, {recording.name: recording for recording in recordings}))


def shipped_files(
    recordings: Sequence[Recording],
    document: Document,
    *,
    module: str,
    client: str,
    ends: Mapping[str, str] | None = None,
) -> Files:
    """The contract tests that a generated package ships, as paths below its `tests` folder.

    They run with pytest against the installed package and need nothing of ours.
    """
    calls = plan_calls(recordings, document, ends=ends)
    data = call_files(recordings, calls, module=module, client=client)
    modules = {f"contract/{name}": (_BUNDLED / name).read_bytes() for name in (*_MODULES, "test_contract.py")}
    return modules | {f"contract/recordings/{path}": content for path, content in data.items()}


def _put(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _run(folder: Path, source: Path, seconds: float) -> list[Json]:
    paths = [str(source), str(Path(__file__).parents[2])]
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment = kept | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "nemogen.recordings.bundled_tests", str(folder)]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        what = f"the replay did not end in {seconds:g} seconds"
        raise ToolError(
            what, where=Location(source.as_posix()), remedy="Look whether the client waits forever."
        ) from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        what = f"the generated package could not be called: {''.join(last)[:300]}"
        raise ToolError(what, where=Location(source.as_posix()), remedy="Generate the package again.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _findings(lines: Sequence[Json], recordings: Mapping[str, Recording]) -> Iterator[Finding]:
    """One finding for each difference; one that is met both sync and async is told once."""
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
            revision=Location(recordings[recording].file, _PLACES.get(kind, "/response")),
        )
