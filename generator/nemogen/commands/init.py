"""`init`: a folder becomes a project, and gets the workflows of its forge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from nemogen.ci_files import ci_files
from nemogen.commands.json_schemas import missing_schemas
from nemogen.errors import ConfigError, GitError, Location
from nemogen.publish.git import Repository
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.schema_files import FOLDER

GIT_ATTRIBUTES: Final = """\
# Written by nemogen. lock.json holds hashes of these files: git leaves their line endings alone.
generated/** text=auto eol=lf
specs/** text=auto eol=lf
specs/*/openapi.* -text
tests/recordings/** text=auto eol=lf
"""

_SPECS_README: Final = """\
# specs/

One folder for each API. `nemogen add NAME SOURCE` makes the first one; its files are described in the documentation of
nemogen.
"""


def init(folder: Path, forge: str | None, notify: Callable[[str], None]) -> Report:
    """Make `folder` (which need not exist) a project: specs/, .gitattributes and, with `forge`, the workflows for it.

    What exists stays as it is; a project that there is already gets the workflows alone. Raises ConfigError where it is
    a file, or a project already and no forge is named; WriteError.
    """
    root = folder.absolute()
    if root.exists() and not root.is_dir():
        raise ConfigError("this is a file", where=Location(str(root)), remedy="Give a folder.")
    is_project = (root / "specs").exists()
    if is_project and forge is None:
        remedy = "Add an API to it: nemogen add NAME SOURCE. --ci github or gitlab writes workflows."
        raise ConfigError("there is a project already", where=Location(str(root / "specs")), remedy=remedy)
    root.mkdir(parents=True, exist_ok=True)
    wanted = {} if is_project else {"specs/README.md": _SPECS_README.encode(), **missing_files(root)}
    if forge is not None:
        wanted |= ci_files(forge, _main_branch(root))
    contents = {path: content for path, content in wanted.items() if not (root / path).exists()}
    with locked(root, wait=60, on_wait=notify) as checkout:
        written = write_tree(contents, checkout)
    state = State.DONE if written.paths else State.UP_TO_DATE
    named = dict.fromkeys(FOLDER if path.startswith(FOLDER) else path for path in written.paths)
    subjects = (
        Subject("workflows" if is_project else "project", state, f"{', '.join(named) or 'nothing'} written"),
        *_kept(wanted, contents),
    )
    return Report("init", (ApiReport("", subjects),))


def missing_files(root: Path) -> dict[str, bytes]:
    """What every project has and this one lacks: .gitattributes, and the schemas that its TOML files name."""
    found = {} if (root / ".gitattributes").exists() else {".gitattributes": GIT_ATTRIBUTES.encode()}
    return found | missing_schemas(root)


def _kept(wanted: dict[str, bytes], written: dict[str, bytes]) -> tuple[Subject, ...]:
    """Report the files that exist already: they are not overwritten."""
    kept = sorted(wanted.keys() - written.keys())
    if not kept:
        return ()
    why = f"{', '.join(kept)}: there already, and left as it is; delete it to have nemogen's"
    return (Subject("kept", State.SKIPPED, why),)


def _main_branch(root: Path) -> str:
    """The branch that is checked out: workflows are written before there is any other."""
    try:
        return Repository.find(root).branch() or "main"
    except GitError:
        return "main"
