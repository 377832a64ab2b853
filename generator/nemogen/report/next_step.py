"""The next step after a command, if there is one."""

from __future__ import annotations

import re
import shlex
from typing import Final

from nemogen.findings import Level
from nemogen.report.model import ApiReport, Report, State

_CHANGES: Final = (State.ADDITIVE, State.RISKY, State.BREAKING, State.DOCS_ONLY, State.UNREACHABLE)

_ADDED: Final = "git add .gitattributes specs generated {files}, then git commit"

_ACCEPT: Final = "nemogen sync {apis} --accept breaking, or nemogen approve {fingerprints} --reason TEXT"

_SOURCE: Final = "correct [source] in api.toml, then nemogen sync {apis}"

_EDITED: Final = "nemogen explain file-edited says where an edit belongs; nemogen generate --force {apis} drops it"

_HIT: Final = "nemogen explain {rule} says what to do{hint}"

_USED_BY: Final = "; --used-by PATH shows which of your code a change affects"

_MOST: Final = 3
"""How many APIs or fingerprints a line names; of more APIs it names none, which means all of them."""

_Row = tuple[tuple[str, ...], tuple[str, ...], tuple[State, ...], str]

_ROWS: Final[tuple[_Row, ...]] = (
    (("init",), ("project",), (State.DONE,), "nemogen add NAME SOURCE"),
    (("init",), ("workflows",), (State.DONE,), "git add --all, then git commit and git push"),
    (("status",), ("apis",), (State.DONE,), "nemogen add NAME SOURCE"),
    (("sync",), ("recordings",), (State.FAILED,), "nemogen test {apis} --verbose"),
    (("sync",), ("commit",), (State.OUTDATED,), _ACCEPT),
    (("add",), ("git",), (State.SKIPPED,), f"git init, then {_ADDED}"),
    (("add",), ("generated",), (State.DONE,), _ADDED),
    (("add",), ("like",), (State.DONE,), "git add specs, then git commit"),
    (("generate",), ("generated",), (State.DONE,), "git add specs generated, then git commit"),
    (("record",), ("recordings",), (State.DONE,), "nemogen sync --offline {apis}"),
    (("release",), ("release",), (State.OUTDATED,), "nemogen check --offline {apis}"),
    (("release",), ("push",), (State.DONE,), "twine upload {built}"),
    (("release",), ("distribution",), (State.DONE,), "nemogen release {apis} --tag --push"),
    (("remove",), ("files",), (State.DONE,), "git add --all specs generated tests, then git commit"),
    (("approve",), ("breaking",), (State.SKIPPED,), "nemogen check --verbose {apis}"),
    (("approve",), ("approvals",), (State.DONE,), "nemogen sync {apis}"),
    (("fetch",), ("upstream",), (*_CHANGES, State.DONE), "nemogen sync {apis}"),
    (("check", "status"), ("recordings",), (State.FAILED,), "nemogen test {apis} --verbose"),
    (("check", "sync"), ("upstream",), (State.REMOVED, State.MOVED), _SOURCE),
    (("check", "status"), ("lock",), (State.MISSING,), "nemogen sync {apis}"),
    (("check", "status"), ("lock",), (State.OUTDATED,), "nemogen sync --offline {apis}"),
    (("check", "status"), ("lock",), (State.TAMPERED,), "nemogen explain pin-tampered says what to do"),
    (("check", "status"), ("generated",), (State.MODIFIED,), _EDITED),
    (("check",), ("upstream", "source"), (State.BREAKING,), _ACCEPT),
    (("check",), ("upstream", "source"), _CHANGES, "nemogen sync {apis}"),
    (("diff",), ("wire", "source"), (State.BREAKING,), _HIT),
    (("check", "status"), ("generated", "engines"), (State.OUTDATED, State.MISSING), "nemogen generate {apis}"),
)
"""Commands, subjects and states, with the next step. The first matching row counts."""


def next_step(report: Report) -> str:
    """A command line, or an empty text if there is nothing to do."""
    for commands, subjects, states, step in _ROWS:
        if report.command in commands:
            meant = [api for api in report.apis if _has(api, subjects, states)]
            if meant:
                return _filled(step, report, meant)
    return ""


def _has(api: ApiReport, subjects: tuple[str, ...], states: tuple[State, ...]) -> bool:
    return any(each.name in subjects and each.state in states for each in api.subjects)


def _filled(step: str, report: Report, meant: list[ApiReport]) -> str:
    breaking = [each for api in meant for each in api.changes if each.level is Level.BREAKING]
    fingerprints = tuple(dict.fromkeys(each.fingerprint for each in breaking))
    filled = step.format(
        apis=" ".join(api.name for api in meant) if len(meant) <= _MOST else "",
        fingerprints=" ".join(fingerprints) if 0 < len(fingerprints) <= _MOST else "FINGERPRINT (see --verbose)",
        rule=breaking[0].id if breaking else "RULE",
        files=shlex.join(file for api in meant for file in api.own_files),
        built=_built(report),
        hint="" if any(each.used_by is not None for each in breaking) else _USED_BY,
    )
    return _GAP.sub(lambda found: found[1] or " ", filled).rstrip()


_GAP: Final = re.compile(r" (?: +|(,))")
"""What a part that is empty leaves around it."""


def _built(report: Report) -> str:
    """The distributions of this release alone: a folder keeps those before, which no index takes a second time."""
    tables = (table.data for api in report.apis for table in api.tables if table.name == "release")
    return shlex.join(f"{data['folder']}/{file['name']}" for data in tables for file in data["files"])
