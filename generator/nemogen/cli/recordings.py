"""The commands about recordings: test, record, serve."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from nemogen.cli.complete import complete_operations
from nemogen.cli.groups import WholeSummaries
from nemogen.cli.options import (
    PATH,
    api_argument,
    apis_argument,
    find_project,
    output_options,
    project_option,
    terminal_of,
)
from nemogen.cli.terminal import Terminal


@click.command()
@apis_argument
@click.option("--strict", is_flag=True, help="Fields that the spec does not declare fail too.")
@click.option("--coverage", is_flag=True, help="Show which parts of the spec the recordings cover.")
@click.option("--min-coverage", type=click.FloatRange(0, 1), metavar="SHARE", help="Fail below this share (0 to 1).")
@click.option("--propose", is_flag=True, help="Print overlay actions that make the spec match the recordings.")
@output_options
def test(apis: tuple[str, ...], propose: bool, project: Path | None, form: str, quiet: bool, verbose: bool,
         no_color: bool, **options: Any) -> None:  # fmt: skip
    """Validate recordings against the spec and replay them through the generated client."""
    from nemogen.commands.recordings import ContractOptions, proposals
    from nemogen.commands.recordings import test as run

    terminal, found = terminal_of(form, quiet, verbose, no_color), find_project(project)
    if propose:
        terminal.hand_over(*proposals(found, apis))
    terminal.wait_for("replaying")
    terminal.finish(run(found, apis, ContractOptions(**options)))


class _Record(WholeSummaries):
    """`record API OPERATION …` is `record take API OPERATION …`: the next word is a subcommand only if it names one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["take", *args])


@click.group(cls=_Record, context_settings={"ignore_unknown_options": True}, subcommand_metavar="[COMMAND] API ...")
def record() -> None:
    """Make recordings: from the live API (`record API OPERATION --case NAME`), or from another tool's file."""


def _arguments(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, Any]:
    import json  # --version and --help do without

    arguments = {}
    for text in given:
        name, _equals, value = text.partition("=")
        try:
            arguments[name] = json.loads(value)
        except ValueError:
            raise click.BadParameter(
                f"""{name}: its value is not valid JSON; write a string as '{name}="…"'"""
            ) from None
    return arguments


_base_url = click.option("--base-url", metavar="URL", help="Base URL of the API (default: the client's).")
_force = click.option("--force", is_flag=True, help="Overwrite existing recordings.")


@record.command()
@api_argument
@click.argument("operation", required=False, shell_complete=complete_operations)
@click.option("--case", metavar="NAME", default="", help="Name of the recording.")
@click.option("--arg", "arguments", multiple=True, callback=_arguments, metavar="NAME=JSON", help="Call argument.")
@click.option("--stream", is_flag=True, help="Request a stream: the argument stream=true.")
@click.option("--unchecked", is_flag=True, help="Send arguments that the client would reject.")
@click.option("--refresh", "--again", "again", is_flag=True, help="Re-record and show what changed.")
@_base_url
@_force
@output_options
def take(api: str, operation: str | None, case: str, arguments: dict[str, Any], stream: bool, again: bool,
         base_url: str | None, unchecked: bool, force: bool, project: Path | None, **output: Any) -> None:  # fmt: skip
    """Call the live API through the generated client and keep the exchange. The key comes from the environment."""
    from nemogen.commands.record import record_call, rerecord
    from nemogen.commands.recorder import RecordOptions

    if not again and not (operation and case):
        raise click.UsageError("Give OPERATION and --case NAME, or --refresh.")
    terminal, found = terminal_of(**output), find_project(project)
    arguments |= {"stream": True} if stream else {}
    options = RecordOptions(operation or "", case, arguments, unchecked, force)
    run = rerecord if again else record_call
    terminal.finish(run(found, api, options, base_url, terminal.notify))


@record.command("import")
@api_argument
@click.argument("file", type=PATH)
@click.option("--operation", default="", help="Import only this operation.")
@click.option("--case", metavar="NAME", default="", help="Name prefix (default: the name of FILE).")
@click.option("--host", "hosts", multiple=True, metavar="HOST", help="Include this host, besides the spec's servers.")
@_force
@output_options
def import_(api: str, file: Path, operation: str, case: str, hosts: tuple[str, ...], force: bool, project: Path | None,
            **output: Any) -> None:  # fmt: skip
    """Import the exchanges of FILE: HAR 1.2, or a VCR cassette."""
    from nemogen.commands.recorder import RecordOptions
    from nemogen.commands.recording_files import import_file

    terminal = terminal_of(**output)
    options = RecordOptions(operation, case, force=force, hosts=hosts)
    terminal.finish(import_file(find_project(project), api, file, options, terminal.notify))


@record.command()
@api_argument
@click.option("--output", "file", type=PATH, help="Write to a file (default: stdout).")
@_base_url
@project_option
def export(api: str, file: Path | None, base_url: str | None, project: Path | None) -> None:
    """Write all recordings of API as one HAR 1.2 file."""
    from nemogen.commands import recording_files

    terminal = Terminal("json", quiet=False, verbose=False, colour=False)
    content = recording_files.export(find_project(project), api, base_url)
    recording_files.save(content, file, terminal.notify) if file else terminal.show(content.decode())


@click.command()
@api_argument
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="0 picks a free port.")
@click.option("--seed", default="0", show_default=True, help="Seed of generated responses.")
@click.option(
    "--chunk-delay",
    "--pace",
    "chunk_delay",
    type=click.FloatRange(0, 60),
    default=0.0,
    help="Delay between stream chunks, in seconds.",
)
@project_option
def serve(api: str, project: Path | None, **options: Any) -> None:
    """Run a mock server on loopback that replays the recordings of API until Ctrl-C. Prints its URL."""
    from nemogen.commands.serving import serve as run

    terminal = Terminal("text", quiet=False, verbose=False, colour=False)
    run(find_project(project), api, **options, say=lambda url: terminal.show(f"{url}\n"), log=terminal.notify)


COMMANDS = (test, record, serve)
