"""Run as a program: change copies of a tree, each time in a process that meets a fault at its Nth file operation.

Arguments: a folder, the kind of fault (`kill`, `error`, `errors`, `interrupt`, or `undo`: a
rename fails in the midst, and the process is killed at the Nth operation), what to do (`write` or
`recover`). The folder `start` in it is copied to `1`, `2`, … and a forked process does the work there with the fault at
that operation, until one ends without meeting it. Every operation on files raises an audit event in CPython, so each
fault is at a real place in the real code. Prints the exit statuses as JSON, negative for a signal.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
from pathlib import Path

from nemogen.errors import WriteError
from nemogen.publish.write import locked, recover, write_tree

NEW: dict[str, bytes | None] = {
    "specs/toy/openapi.json": b"new pin",
    "specs/toy/lock.json": b"new lock",
    "generated/toy/src/toy/client.py": b"new client",
    "generated/toy/src/toy/removed.py": None,
    "generated/toy/src/toy/old/deep.py": None,
    "generated/toy/src/toy/resources/chat.py": b"new module",
    "generated/toy/src/toy/models": b"a file where a folder was",
    "generated/toy/src/toy/models/a.py": None,
    "generated/toy/src/toy/params/b.py": b"a folder where a file was",
    "generated/toy/src/toy/params": None,
    "generated/toy/README.md": b"stays",
}
_OPERATIONS = ("open", "os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "fcntl.flock")


def arm(kind: str, at: int) -> list[str]:
    """Have the operation number `at` of this process fail; the list that is returned grows with each."""
    met: list[str] = []

    def fault(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _OPERATIONS:
            return
        met.append(f"{event} {arguments}")
        if kind in ("kill", "undo") and len(met) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if (kind == "error" and len(met) == at) or (kind == "errors" and len(met) >= at):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if kind == "undo" and event == "os.rename" and str(arguments[1]).endswith("chat.py"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if kind == "interrupt" and len(met) == at:
            raise KeyboardInterrupt

    sys.addaudithook(fault)
    return met


def work(root: Path, kind: str, at: int, action: str) -> int:
    """Exit status of one try; 99 when it ended before the fault."""
    met = arm(kind, at)
    try:
        if action == "recover":
            recover(root)
        else:
            with locked(root) as checkout:
                write_tree(NEW, checkout)
    except WriteError:
        return 99 if kind == "undo" and len(met) < at else 4
    except KeyboardInterrupt:
        return 130
    return 99 if len(met) < at else 0


def main() -> None:
    folder, kind, action = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    statuses: list[int] = []
    while 99 not in statuses:
        step = len(statuses) + 1
        root = folder / str(step)
        shutil.copytree(folder / "start", root, symlinks=True)
        child = os.fork()
        if child == 0:
            os._exit(work(root, kind, step, action))
        statuses.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    sys.stdout.write(json.dumps(statuses))


if __name__ == "__main__":
    main()
