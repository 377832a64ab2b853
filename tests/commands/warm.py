"""Run as a program: nemogen with its libraries imported, forked for each command, as most of a run is imports.

Each line of stdin is a command as JSON: `arguments`, `folder`, `environment`, and the files that take `out` and `err`.
For each a line of stdout says its exit status, negative for a signal. It ends with stdin.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from typing import Any

LIBRARIES = (
    *("datamodel_code_generator.parser.openapi", "datamodel_code_generator.model.pydantic_v2", "httpx2", "yaml"),
    "ruff.__main__",
    *("nemogen.recordings.judge", "nemogen.recordings.replay", "nemogen.diff.compare"),
    *("nemogen.diff.python", "nemogen.commands.add", "nemogen.commands.check", "nemogen.commands.diff"),
    *("nemogen.commands.generate", "nemogen.commands.full_check", "nemogen.publish.pull_request"),
    *("nemogen.http.exchange", "nemogen.http.forges", "nemogen.http.github_files"),
    *("nemogen.client.package", "nemogen.report.markdown", "nemogen.report.text", "nemogen.source.fetch"),
    *("nemogen.source.overlay", "nemogen.naming.prepare"),
)
"""What a sync, a check, a diff and a pull request import, also where they import it late."""


def preload() -> None:
    """Import all of them."""
    for name in LIBRARIES:
        importlib.import_module(name)


def run(command: dict[str, Any]) -> int:
    """The exit status of the command in this process, which is at its disposal."""
    from nemogen.cli.main import main as nemogen

    os.chdir(command["folder"])
    os.environ.clear()
    os.environ.update(command["environment"])
    for path, descriptor, mode in ((os.devnull, 0, os.O_RDONLY), (command["out"], 1, 0), (command["err"], 2, 0)):
        os.dup2(os.open(path, mode or os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), descriptor)
    status: Any = 0
    try:
        nemogen(command["arguments"], prog_name="nemogen")
    except SystemExit as end:
        status = end.code
    except BaseException:  # noqa: BLE001 - as an interpreter does at its outermost
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status if isinstance(status, int) else 1


def forked(command: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        os._exit(run(command))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    preload()
    for line in sys.stdin:
        sys.stdout.write(f"{forked(json.loads(line))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
