"""The command about publishing a package: release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nemogen.cli.options import PATH, apis_argument, find_project, output_options, terminal_of


@click.command()
@apis_argument
@click.option("--output", type=PATH, help="The folder for wheel and sdist (default: dist/).")
@click.option("--pull-request", is_flag=True, help="Build nothing; propose the version by a pull or merge request.")
@click.option("--approved", is_flag=True, help="Only versions that are approved in published.toml and not tagged yet.")
@click.option("--tag", is_flag=True, help="Tag the commit as API-vVERSION, with the changelog as the message.")
@click.option("--push", is_flag=True, help="Push the tag.")
@click.option("--base", metavar="BRANCH", help="Base branch of the pull request (default: the current branch).")
@click.option("--remote", default="origin", show_default=True, help="Remote to push to.")
@output_options
def release(apis: tuple[str, ...], output: Path | None, pull_request: bool, approved: bool, tag: bool, push: bool,
            base: str | None, remote: str, project: Path | None, **shown: Any) -> None:  # fmt: skip
    """Build the committed package as wheel and sdist, tag it, or propose its release."""
    from nemogen.commands.release import ReleaseOptions
    from nemogen.commands.release import release as run

    if push and not tag:
        raise click.UsageError("--push goes with --tag.")
    if pull_request and (tag or approved or output):
        raise click.UsageError("--pull-request only proposes: remove --tag, --approved and --output.")
    options = ReleaseOptions(output, approved, tag, push, pull_request, remote, base)
    terminal = terminal_of(**shown)
    terminal.finish(run(find_project(project), apis, options, terminal.notify))


COMMANDS = (release,)
