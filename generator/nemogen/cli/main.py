"""The command line: reads options, calls `commands`, reports, exits. Nothing is decided here.

A module of `commands` is imported by the command that needs it: `check` has to be quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nemogen.cli import projects, recordings, releases, templates
from nemogen.cli.groups import SectionedGroup
from nemogen.cli.options import (
    FORMATS,
    PATH,
    Function,
    api_argument,
    apis_argument,
    cores,
    defaults_of,
    find_project,
    output_options,
    project_option,
    terminal_of,
)
from nemogen.cli.terminal import Terminal
from nemogen.installed_tools import tool_versions

BREAKING_USED = "breaking-used"
LEVELS = {"breaking": "breaking", "risky": "risky", "any": "unreachable"}


def _output_options_of_history(function: Function) -> Function:
    return output_options(function, ("text", "json", "html"))


def _output_options_of_diff(function: Function) -> Function:
    return output_options(function, (*FORMATS, "html"))


def _output_options_of_check(function: Function) -> Function:
    """With the matrix of outdated APIs, which only `check` can give."""
    return output_options(function, (*FORMATS, "github-matrix"))


_no_project_code = click.option(
    "--no-project-code", is_flag=True, help="Run no code of the project: neither its templates/ nor its packages."
)

_jobs = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Number of APIs to work on at once (default: the cores)."
)

_no_cache = click.option("--no-cache", is_flag=True, help="Regenerate although nothing changed.")


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"nemogen, version {tool_versions(('nemogen',)).get('nemogen', 'unknown')}")
        context.exit()


@click.group(cls=SectionedGroup, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Show the version and exit.")  # fmt: skip
@project_option
@click.pass_context
def main(context: click.Context, project: Path | None) -> None:
    """Keep a typed Python client up to date with an OpenAPI spec that changes.

    API is the name of a folder under specs/. Where the usage shows [API]..., it may be
    left out, for all APIs.
    """
    context.default_map = defaults_of(main, project)
    if context.invoked_subcommand is None:
        projects.show_status(terminal_of("text", quiet=False, verbose=False, no_color=False), project)


for each in (*projects.COMMANDS, *recordings.COMMANDS, *templates.COMMANDS, *releases.COMMANDS):
    main.add_command(each)


@main.command()
@apis_argument
@click.option("--offline", is_flag=True, help="Work from the pinned spec; do not fetch.")
@click.option("--no-test", is_flag=True, help="Do not replay the recordings.")
@click.option("--accept", type=click.Choice(["breaking"]), help="Let a breaking change onto the branch.")
@click.option("--no-commit", is_flag=True, help="Write the files and leave the commit to you.")
@click.option("--branch", metavar="NAME", help="Commit on this branch; the work tree does not change.")
@click.option("--push", is_flag=True, help="Push the branch.")
@click.option(
    "--pull-request", is_flag=True, help="Open or update a pull or merge request; the work tree does not change."
)
@click.option("--base", metavar="BRANCH", help="Base branch of the pull request (default: the current branch).")
@click.option("--remote", default="origin", show_default=True, help="Remote to push to.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were modified by hand.")
@_no_cache
@_jobs
@output_options
def sync(
    apis: tuple[str, ...], offline: bool, no_test: bool, accept: str | None, no_commit: bool, project: Path | None,
    no_cache: bool, jobs: int | None, form: str, quiet: bool, verbose: bool, no_color: bool, **delivery: Any,
) -> None:  # fmt: skip
    """Fetch, diff, generate, test, commit: bring each API up to date."""
    from nemogen.commands.early_engine import start_where_certain
    from nemogen.commands.sync_options import Delivery, SyncOptions

    terminal, found = terminal_of(form, quiet, verbose, no_color), find_project(project)
    how = Delivery(not no_commit, **delivery)
    options = SyncOptions(offline, accept == "breaking", not no_test, how, not no_cache, jobs or cores())
    start_where_certain(found, apis, options)
    from nemogen.commands.unchanged import sync as run

    terminal.finish(run(found, apis, options, terminal.notify))


@main.command()
@apis_argument
@click.option("--force", is_flag=True, help="Overwrite generated files that were modified by hand.")
@_no_cache
@_jobs
@click.option("--output", "folder", type=PATH, help="Write the packages into this folder.")
@output_options
def generate(apis: tuple[str, ...], force: bool, no_cache: bool, jobs: int | None, folder: Path | None,
             project: Path | None, **output: Any) -> None:  # fmt: skip
    """Regenerate the client packages."""
    terminal, found = terminal_of(**output), find_project(project)
    if folder is not None:
        from nemogen.commands.generate import export

        terminal.finish(export(found, apis, folder, force=force, notify=terminal.notify, jobs=jobs or cores()))
    from nemogen.commands.early_engine import start_where_certain
    from nemogen.commands.sync_options import generate_options

    options = generate_options(force=force, cache=not no_cache, jobs=jobs or cores())
    start_where_certain(found, apis, options)
    from nemogen.commands.unchanged import generate as run

    terminal.finish(run(found, apis, options, terminal.notify))


@main.command()
@apis_argument
@click.option("--offline", is_flag=True, help="Skip upstream.")
@click.option("--full", is_flag=True, help="Regenerate and compare; import and type-check the package.")
@click.option("--strict", is_flag=True, help="Fail on any change upstream, even of prose.")
@_no_project_code
@_jobs
@_output_options_of_check
def check(apis: tuple[str, ...], offline: bool, full: bool, strict: bool, no_project_code: bool, jobs: int | None,
          project: Path | None, **output: Any) -> None:  # fmt: skip
    """Check that everything is up to date. Changes nothing."""
    from nemogen.commands.check import CheckOptions
    from nemogen.commands.check import check as run

    options = CheckOptions(offline, full, strict, project_code=not no_project_code, jobs=jobs or cores())
    terminal = terminal_of(**output)
    terminal.wait_for("checking")
    terminal.finish(run(find_project(project), apis, options))


@main.command()
@apis_argument
@click.option("--dry-run", is_flag=True, help="Show what changed; write nothing.")
@output_options
def fetch(apis: tuple[str, ...], dry_run: bool, project: Path | None, **output: Any) -> None:
    """Update the pinned spec and show what changed."""
    from nemogen.commands.fetch import fetch as run

    terminal = terminal_of(**output)
    terminal.finish(run(find_project(project), apis, dry_run=dry_run, notify=terminal.notify))


def _print_rules(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from nemogen.commands.diff_rules import rules

        Terminal("text", quiet=True, verbose=False, colour=False).show(rules())
        context.exit()


@main.command()
@click.argument("base")
@click.argument("revision")
@click.option("--rules", is_flag=True, is_eager=True, expose_value=False, callback=_print_rules, help="List the rules.")
@click.option("--fail-on", type=click.Choice([*LEVELS, BREAKING_USED]), help="Exit with 1 at this level or above.")
@click.option(
    "--used-by",
    type=PATH,
    multiple=True,
    help="Show which changes this Python code uses: a file or folder that calls the API's client.",
)
@click.option(
    "--source/--no-source",
    default=None,
    help="Generate the client from both and compare the code (default: compare the plans); or skip Python.",
)
@click.option("--approvals", type=PATH, help="Accepted changes (default: those of the API).")
@click.option("--severity", type=PATH, help="Levels of rules (default: those of the API).")
@click.option(
    "--operation",
    "operations",
    multiple=True,
    metavar="PATTERN",
    help='Only changes of matching operations: "POST /v1/*", or a path.',
)
@_no_project_code
@_output_options_of_diff
def diff(base: str, revision: str, fail_on: str | None, source: bool | None, approvals: Path | None,
         severity: Path | None, no_project_code: bool, used_by: tuple[Path, ...], operations: tuple[str, ...],
         project: Path | None, **output: Any) -> None:  # fmt: skip
    """Show what changed from BASE to REVISION: each a file, a URL, an API, or GITREF:path."""
    from nemogen.commands.diff import DiffOptions
    from nemogen.commands.diff import diff as run
    from nemogen.findings import Level

    only_used = fail_on == BREAKING_USED
    if only_used and not used_by:
        raise click.UsageError(f"--fail-on {BREAKING_USED} goes with --used-by.")
    lowest = Level.BREAKING if only_used else Level(LEVELS[fail_on]) if fail_on else None
    options = DiffOptions(lowest, source, approvals, severity, not no_project_code, used_by, only_used, operations)
    terminal = terminal_of(**output)
    terminal.wait_for("comparing")
    terminal.finish(run(base, revision, options, project))


@main.command()
@click.argument("name")
@click.argument("source", required=False)
@click.option("--like", metavar="CLIENT", help="Take names from PACKAGE==VERSION, a path, or 'document'.")
@output_options
def add(name: str, source: str | None, like: str | None, project: Path | None, **output: Any) -> None:
    """Add an API: its NAME, and the SOURCE of its spec (a GitHub page, a URL or a file).

    Without SOURCE, --like compares the names of an API that exists with another release of the client.
    """
    terminal = terminal_of(**output)
    if source is not None:
        from nemogen.commands.add import add as run

        terminal.finish(run(find_project(project), name, source, terminal.notify, like))
    elif like is not None:
        from nemogen.commands.renew_like import renew_like

        terminal.finish(renew_like(find_project(project), name, like, terminal.notify))
    else:
        raise click.UsageError("Missing argument 'SOURCE'.")


@main.command()
@api_argument
@click.option("--clone", type=PATH, help="Read a clone of upstream, not GitHub's API.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]), help="Start at this day (UTC).")
@click.option("--limit", type=click.IntRange(1), help="Number of revisions, newest first.")
@click.option("--replay", is_flag=True, help="Regenerate at every revision, import, type-check, replay recordings.")
@click.option("--keep", type=PATH, help="Keep the repository of --replay in this new folder.")
@click.option("--output", type=PATH, help="Write to a file.")
@_output_options_of_history
def history(api: str, output: Path | None, project: Path | None, form: str, verbose: bool, **options: Any) -> None:
    """Show what upstream changed over time, and what each revision means for the package."""
    from nemogen.commands.history import HistoryOptions, save
    from nemogen.commands.history import history as run
    from nemogen.report.history import exit_status
    from nemogen.report.history_formats import render

    if options["keep"] and not options["replay"]:
        raise click.UsageError("--keep goes with --replay.")
    terminal = terminal_of(form, options.pop("quiet"), verbose, options.pop("no_color") or output is not None)
    found = run(find_project(project), api, HistoryOptions(**options), terminal.notify)
    text = render(found, form, colour=terminal.colour, verbose=verbose)
    save(text, output) if output else terminal.show(text)
    raise SystemExit(exit_status(found))
