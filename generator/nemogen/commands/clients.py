"""What two documents mean to a client made of them, for `diff`: its source, and who calls what changed."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.assets import Assets
from nemogen.commands.api import Api
from nemogen.commands.build import package_of
from nemogen.commands.code_of_pin import released_document
from nemogen.commands.policy import Policy
from nemogen.commands.python_side import plan_spec
from nemogen.commands.source_changes import is_code, source_changes
from nemogen.commands.spec_changes import Side
from nemogen.document import Document, Files
from nemogen.errors import ConfigError, Location, ToolError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.temporary_folders import temporary_folder

if TYPE_CHECKING:
    from nemogen.diff.python.usage import Callers


@dataclass(frozen=True, slots=True)
class Clients:
    """The packages of two documents, and what changes from one to the other for those who call them."""

    before: Files
    changes: tuple[Finding, ...]


def clients_of(
    base: Side, revision: Side, api: Api, wire: tuple[Finding, ...], policy: Policy, assets: Assets
) -> Clients:
    """Both documents as packages of `api`. Raises NemogenError where one cannot be generated."""
    before = package_of(api, base.content, assets, base.name)
    # The revision keeps the names and the removed properties of the base, as a sync from one to the other does.
    planned = plan_spec(api, base)
    renamed = replace(api, names=planned.names or api.names)

    def released() -> Document | None:
        return planned.document or released_document(renamed, base.content)

    after = package_of(renamed, revision.content, assets, revision.name, released)
    changes = source_changes(api, before, after, wire, policy)
    # Neither of the two packages is on disk: their lines would be of files that nobody has.
    return Clients(before, tuple(replace(each, base=None, revision=None, locations=()) for each in changes))


def callers_of(clients: Clients, paths: tuple[Path, ...]) -> Callers:
    """What the Python code at `paths` uses of the package before. Raises ConfigError or ToolError."""
    if importlib.util.find_spec("mypy") is None:
        raise ToolError("--used-by needs mypy, which is not installed", remedy="pip install mypy")
    from nemogen.diff.python.read_usage import read_usage
    from nemogen.diff.python.surface_reader import read
    from nemogen.diff.python.usage import Callers, methods_of_operations

    if missing := next((path for path in paths if not path.exists()), None):
        raise ConfigError("no such file or folder", where=Location(str(missing)), remedy="Name it after --used-by.")
    code = {path: content for path, content in clients.before.items() if is_code(path)}
    surface = read(code)
    with temporary_folder() as folder:
        for path, content in code.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        usage = read_usage(paths, folder / "src", surface)
    return Callers(usage, surface, methods_of_operations(code, surface))
