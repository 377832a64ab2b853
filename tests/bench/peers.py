"""`make bench-peers`: nemogen and other generators on the same documents. Writes peers.json, the data of a page.

Each tool is given each document once, with its default options: does it generate, and what processor time does that
take (children included)? What it wrote is installed and checked by `peer_checks`. The documents are each so many-th of
two folders by name: none is picked by hand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from tests.bench.measure import say
from tests.bench.peer_checks import Written, check_python, check_typescript
from tests.bench.projects import ROOT, new_project

FILE: Final = Path(__file__).with_name("peers.json")
DOCUMENTS: Final = "NEMOGEN_DOCUMENTS"
EVERY_CASE: Final = 12
EVERY_DOCUMENT: Final = 6
LONGEST: Final = 300
"""Seconds after which a tool is stopped."""

Command = Callable[[str, str, str], Sequence[str]]
"""Of a document, a folder that is there and a name: the command that writes NAME, or NAME with a suffix, into it."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: what it makes, in which language, the package that has it, and how it is run."""

    name: str
    makes: str
    language: str
    package: str
    command: Command
    requires: tuple[str, ...] = ()
    """What its code needs beside what the metadata of the written package declares: type stubs, and all that bare
    modules import."""


def peers(node: Path, python: Path) -> tuple[Peer, ...]:
    """All of them. `node` has the npm packages, and `python` those of PyPI that nemogen does not depend on."""
    here = Path(sys.executable).parent

    def of(folder: Path, program: str, *options: str) -> Command:
        return lambda document, target, name: [
            str(folder / program),
            *(each.format(document=document, folder=target, name=name) for each in options),
        ]

    scripts, theirs = node / "node_modules" / ".bin", python / "bin"
    return (
        # One of its modules is a plugin of pytest.
        Peer("nemogen", "client", "Python", "nemogen", of(here, "nemogen", "generate", "--quiet"), ("pytest",)),
        Peer("openapi-python-client", "client", "Python", "openapi-python-client", of(
            here, "openapi-python-client", "generate", "--path", "{document}", "--meta", "setup",
            "--config", f"{{folder}}/{_OPC_CONFIG}", "--output-path", "{folder}/{name}", "--overwrite")),
        Peer("openapi-generator, python", "client", "Python", "openapi-generator-cli", of(
            theirs, "openapi-generator-cli", "generate", "-g", "python", "-i", "{document}",
            "--package-name", "{name}", "-o", "{folder}"), ("types-python-dateutil",)),
        Peer("crozier", "client", "Python", "crozier", of(
            theirs, "crozier", "generate", "--spec", "{document}", "--output", "{folder}", "--package-name", "{name}")),
        Peer("datamodel-code-generator", "models", "Python", "datamodel-code-generator", of(
            here, "datamodel-codegen", "--input", "{document}", "--input-file-type", "openapi",
            "--output-model-type", "pydantic_v2.BaseModel", "--output", "{folder}/{name}.py"), ("pydantic[email]",)),
        Peer("@hey-api/openapi-ts", "client", "TypeScript", "@hey-api/openapi-ts", of(
            scripts, "openapi-ts", "-i", "{document}", "-o", "{folder}/{name}")),
        Peer("orval", "client", "TypeScript", "orval", of(
            scripts, "orval", "--input", "{document}", "--output", "{folder}/{name}/index.ts", "--client", "fetch")),
        Peer("oazapfts", "client", "TypeScript", "oazapfts", of(
            scripts, "oazapfts", "{document}", "{folder}/{name}.ts")),
        Peer("openapi-typescript", "types", "TypeScript", "openapi-typescript", of(
            scripts, "openapi-typescript", "{document}", "-o", "{folder}/{name}.ts")),
    )  # fmt: skip


_OPC_CONFIG: Final = "names.yml"


def documents(folder: Path) -> Mapping[str, Path]:
    """By the name that the page shows."""
    cases = sorted((ROOT / "tests" / "cases").glob("*/spec.*"))[::EVERY_CASE]
    others = sorted(path for path in folder.iterdir() if path.suffix in {".json", ".yaml", ".yml"})[::EVERY_DOCUMENT]
    return {f"tests/cases/{path.parent.name}": path for path in cases} | {path.name: path for path in others}


def measure(peer: Peer, given: Mapping[str, Path], folder: Path, node: Path) -> Mapping[str, dict[str, Any]]:
    """What comes of each document: whether the tool `generates`; `seconds`; whether it `imports`; how many `errors`."""
    found: dict[str, dict[str, Any]] = {}
    written: dict[str, Written] = {}
    for number, (title, document) in enumerate(given.items()):
        name = f"client{number:02}"
        target = new_folder(peer, folder / name, document, name)
        status, seconds = timed(peer.command(str(document), str(target), name), target)
        root = root_of(peer, target, name)
        found[title] = {"generates": status == 0 and root is not None, "seconds": round(seconds, 2)}
        say(f"{peer.name}: {title}: status {status}, {seconds:.2f} s")
        if status == 0 and root is not None:
            written[title] = Written(name, root, target)
    if peer.language == "Python":
        checked = check_python(written, folder, peer.requires)
    else:
        checked = check_typescript(written, folder, node)
    for title, each in checked.items():
        found[title] |= each
        say(f"{peer.name}: {title}: {each}")
    return found


def new_folder(peer: Peer, folder: Path, document: Path, name: str) -> Path:
    """Where a tool runs. For nemogen a project whose only API has the pinned spec, and nothing else."""
    if peer.name != "nemogen":
        folder.mkdir()
        if peer.name == "openapi-python-client":
            names = f"package_name_override: {name}\nproject_name_override: {name}\n"
            (folder / _OPC_CONFIG).write_text(names, encoding="utf-8")
        return folder
    new_project(folder, document)
    api = (folder / "specs" / "sample").rename(folder / "specs" / name)
    if document.suffix != ".json":
        (api / "openapi.json").rename(api / "openapi.yaml")
        (api / "api.toml").write_text('[source]\nfile = "openapi.yaml"\n')
    return folder


def root_of(peer: Peer, folder: Path, name: str) -> Path | None:
    """The folder that has what was written: on the path of Python, the package lies directly below it."""
    suffix = ".py" if peer.language == "Python" else ".ts"
    for root in (folder / name, folder, folder / "src", folder / "generated" / name / "src"):
        if (root / f"{name}{suffix}").is_file() or next((root / name).rglob(f"*{suffix}"), None):
            return root
    return None


def timed(command: Sequence[str], folder: Path) -> tuple[int, float]:
    """The exit status of a command, and its processor time with that of its children.

    Several of the tools format what they wrote by ruff, where it is on the path.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    with (folder / "output.txt").open("wb") as output:
        before = os.times()
        try:
            status = subprocess.run(
                command,
                cwd=folder,
                env={**os.environ, "PATH": path},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                timeout=LONGEST,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            status = -1
        after = os.times()
    return status, after.children_user + after.children_system - before.children_user - before.children_system


def version_of(peer: Peer, node: Path, python: Path) -> str:
    """The version of the tool's package."""
    if peer.language == "TypeScript":
        return str(json.loads((node / "node_modules" / peer.package / "package.json").read_text())["version"])
    if peer.package in {"openapi-generator-cli", "crozier"}:
        found = next((python / "lib").glob(f"*/site-packages/{peer.package.replace('-', '_')}-*.dist-info"))
        return found.name.removesuffix(".dist-info").rpartition("-")[2]
    return version(peer.package)


def main(node: Path, python: Path, given: Mapping[str, Path]) -> None:
    """Run all tools, and write the file after each."""
    tools = peers(node, python)
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="nemogen-peers-") as name:
        for peer in tools:
            folder = Path(name, str(len(results)))
            folder.mkdir()
            results[peer.name] = {
                "makes": peer.makes,
                "language": peer.language,
                "package": peer.package,
                "version": version_of(peer, node, python),
                "documents": measure(peer, given, folder, node),
            }
    compiler = json.loads((node / "node_modules" / "typescript" / "package.json").read_text())["version"]
    node_version = subprocess.check_output(["node", "--version"], text=True).strip().removeprefix("v")
    checked = {"python": sys.version.split()[0], "mypy": version("mypy"), "node": node_version, "typescript": compiler}
    written = {"date": datetime.now(UTC).date().isoformat(), "checked_with": checked, "tools": results}
    FILE.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if DOCUMENTS not in os.environ:
        sys.exit(f"{DOCUMENTS} does not name a folder of documents")
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), documents(Path(os.environ[DOCUMENTS]).resolve()))
