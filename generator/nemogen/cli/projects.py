"""The commands about a project and its APIs: status, init, list, remove, approve, explain, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nemogen.ci_files import FORGES
from nemogen.cli.complete import complete_ids
from nemogen.cli.options import PATH, api_argument, find_project, output_options, project_option, terminal_of
from nemogen.cli.terminal import Terminal

if TYPE_CHECKING:
    from datetime import datetime

    from nemogen.project import Project


@click.command()
@output_options
def status(project: Path | None, **output: Any) -> None:
    """Show the state of each API and what to do next. Same as `nemogen` without a command."""
    show_status(terminal_of(**output), project)


def show_status(terminal: Terminal, project: Path | None) -> None:
    """Print the status of the project."""
    from nemogen.commands.status import status as run

    terminal.wait_for("checking")
    report = run(find_project(project))
    terminal.finish(report)


@click.command()
@click.argument("folder", type=PATH, default=Path())
@click.option("--ci", "forge", type=click.Choice(list(FORGES)), help="Write workflows: check, sync, release, publish.")
@output_options
def init(folder: Path, forge: str | None, project: Path | None, **output: Any) -> None:
    """Make FOLDER (default: the current one) a project."""
    from nemogen.commands.init import init as run

    terminal = terminal_of(**output)
    terminal.finish(run(project or folder, forge, terminal.notify))


@click.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How APIs are printed.")
@project_option
def list_(form: str, project: Path | None) -> None:
    """List the APIs of the project, with version and source."""
    from nemogen.commands.status import list_apis

    terminal = terminal_of(form, quiet=True, verbose=False, no_color=True)
    found = list_apis(find_project(project))
    if form == "json":
        import json
        from dataclasses import asdict

        terminal.show(json.dumps([asdict(each) for each in found], indent=2) + "\n")
        return
    width = max((len(each.name) for each in found), default=0)
    rows = (f"{each.name.ljust(width)}  {(each.version or '-').ljust(8)}  {each.source or '-'}" for each in found)
    terminal.show("".join(f"{row}\n" for row in rows) or "next: nemogen add NAME SOURCE\n")


@click.command()
@api_argument
@click.option("--force", is_flag=True, help="Delete even files that git could not restore.")
@output_options
def remove(api: str, force: bool, project: Path | None, **output: Any) -> None:
    """Delete an API: its specs, its recordings and its package."""
    from nemogen.commands.remove import remove as run

    terminal = terminal_of(**output)
    terminal.finish(run(find_project(project), api, force=force, notify=terminal.notify))


@click.command()
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--reason", required=True, metavar="TEXT", help="Why the finding is accepted.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it is accepted.")
@click.option("--offline", is_flag=True, help="Find the findings without fetching.")
@output_options
def approve(fingerprints: tuple[str, ...], reason: str, until: datetime | None, offline: bool, project: Path | None,
            **output: Any) -> None:  # fmt: skip
    """Accept findings in approvals.toml, by the fingerprints that --verbose shows."""
    from nemogen.commands.approve import ApproveOptions
    from nemogen.commands.approve import approve as run

    terminal = terminal_of(**output)
    options = ApproveOptions(reason, until.date() if until else None, offline)
    terminal.finish(run(find_project(project), fingerprints, options, terminal.notify))


@click.command()
@click.argument("id", metavar="ID", shell_complete=complete_ids)
def explain(id: str) -> None:
    """Explain an error: what it means and what to do. Messages show its ID in brackets."""
    from nemogen.commands.explain import explain as run

    terminal_of("text", quiet=True, verbose=False, no_color=True).show(run(id))


@click.command()
@output_options
def doctor(project: Path | None, **output: Any) -> None:
    """Show what nemogen finds on this machine and in this project, and what is missing."""
    from nemogen.commands.doctor import doctor as run

    terminal = terminal_of(**output)
    terminal.wait_for("looking")
    terminal.finish(run(_project_or_folder(project)))


def _project_or_folder(given: Path | None) -> Project:
    """The project, or the current folder where there is none yet: what is on the machine can be shown all the same."""
    from nemogen.errors import ConfigError
    from nemogen.project import Project

    try:
        return find_project(given)
    except ConfigError:
        if given is not None:
            raise
        return Project(Path.cwd())


COMMANDS = (status, init, list_, remove, approve, explain, doctor)
