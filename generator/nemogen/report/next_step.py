"""The next step after a command, if there is one."""

from __future__ import annotations

import shlex
from typing import Final

from nemogen.report.model import Report, State

_CHANGES: Final = (State.ADDITIVE, State.RISKY, State.BREAKING, State.DOCS_ONLY, State.UNREACHABLE)

_ACCEPT: Final = "nemogen sync {api} --accept breaking, or nemogen approve FINGERPRINT --reason TEXT (see --verbose)"

_HIT: Final = "nemogen explain RULE says what to do; --used-by PATH says which of your code a change hits"

_Row = tuple[tuple[str, ...], tuple[str, ...], tuple[State, ...], str]

_ROWS: Final[tuple[_Row, ...]] = (
    (("init",), ("project",), (State.DONE,), "nemogen add NAME SOURCE"),
    (("init",), ("workflows",), (State.DONE,), "git add --all, then git commit and git push"),
    (("status",), ("apis",), (State.DONE,), "nemogen add NAME SOURCE"),
    (("sync",), ("recordings",), (State.FAILED,), "nemogen test {api} --verbose"),
    (("sync",), ("commit",), (State.OUTDATED,), _ACCEPT),
    (("add",), ("generated",), (State.DONE,), "git add .gitattributes specs generated, then git commit"),
    (("generate",), ("generated",), (State.DONE,), "git add specs generated, then git commit"),
    (("release",), ("release",), (State.OUTDATED,), "nemogen check --offline {api}"),
    (("release",), ("push",), (State.DONE,), "twine upload {built}"),
    (("release",), ("distribution",), (State.DONE,), "nemogen release {api} --tag --push"),
    (("remove",), ("files",), (State.DONE,), "git add --all specs generated tests, then git commit"),
    (("approve",), ("approvals",), (State.DONE,), "nemogen sync {api}"),
    (("fetch",), ("upstream",), (*_CHANGES, State.DONE), "nemogen sync {api}"),
    (("check", "status"), ("lock",), (State.MISSING,), "nemogen sync {api}"),
    (("check", "status"), ("lock",), (State.OUTDATED,), "nemogen sync --offline {api}"),
    (("check",), ("upstream", "source"), _CHANGES, "nemogen sync {api}"),
    (("diff",), ("wire", "source"), (State.BREAKING,), _HIT),
    (("check", "status"), ("generated", "engines"), (State.OUTDATED, State.MISSING), "nemogen generate {api}"),
    (("check", "status"), ("recordings",), (State.FAILED,), "nemogen test {api} --verbose"),
)
"""Commands, subjects and states, with the next step. The first matching row counts."""


def next_step(report: Report) -> str:
    """A command line, or an empty text if there is nothing to do."""
    for commands, subjects, states, step in _ROWS:
        if report.command in commands:
            for api in report.apis:
                if any(each.name in subjects and each.state in states for each in api.subjects):
                    return step.format(api=api.name, built=_built(report)).rstrip()
    return ""


def _built(report: Report) -> str:
    """The distributions of this release alone: a folder keeps those before, which no index takes a second time."""
    tables = (table.data for api in report.apis for table in api.tables if table.name == "release")
    return shlex.join(f"{data['folder']}/{file['name']}" for data in tables for file in data["files"])
