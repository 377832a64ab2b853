"""`add NAME --like CLIENT` for an API that is there: like.toml is compared with another release of the client."""

from __future__ import annotations

from collections.abc import Callable

from nemogen.commands.api import read_api
from nemogen.commands.like import like_of, like_table, read_like
from nemogen.commands.like_sources import refuse_unknown_form
from nemogen.errors import ConfigError, Location
from nemogen.like.like_file import dump_like
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.redact import presentable
from nemogen.report.model import ApiReport, Report, State, Subject


def renew_like(project: Project, name: str, like: str, notify: Callable[[str], None]) -> Report:
    """Writes like.toml for `like`, and reports what is equal and what differs. The package keeps its names.

    Raises ConfigError for an API that is not there, has no pinned spec or no package yet, and what `read_like` does.
    """
    if not project.paths(name).settings.exists():
        remedy = "To add it, give the SOURCE of its spec: nemogen add NAME SOURCE --like CLIENT."
        raise ConfigError(f"no API {name!r}", where=Location("specs"), remedy=remedy)
    refuse_unknown_form(like)
    api = read_api(project, name)
    if api.pin is None or not (api.names.methods or api.names.classes):
        raise ConfigError("no package yet", where=Location(api.pin_file), remedy=f"Run: nemogen sync {name}.")
    notify(f"{name}: reading {presentable(like)}")
    found = read_like(api, api.pin, like)
    renewed = like_of(found, api.names)
    path = project.relative(api.paths.like)
    with locked(project.root, wait=60, on_wait=notify) as checkout:
        written = write_tree({path: dump_like(renewed)}, checkout)
    state, detail = (State.DONE, f"{path} written") if written.paths else (State.UP_TO_DATE, f"{path} is as it was")
    table = like_table(found, renewed, api.names)
    return Report("add", (ApiReport(name, (Subject("like", state, detail),), tables=(table,)),))
