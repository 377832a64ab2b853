"""The documentation says what is: its commands are run, and what is made of the code is made again and compared."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import check_jsonschema  # type: ignore[import-untyped]
import click
import pytest
import yaml
from click.testing import CliRunner

from nemogen import config, errors
from nemogen.approvals import read_approvals
from nemogen.cli.main import main
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.openapi.type_keywords import TYPE_KEYWORDS
from nemogen.read_config import read_settings
from nemogen.schema_files import WRITTEN
from tests.docs.build import DOCS, pages
from tests.publish.repositories import git

PROJECT = DOCS.parent
PAGES = sorted(DOCS.rglob("*.md"))
_FENCE = re.compile(r'^```(\w*)(?: title="([^"]+)")?$')
IDENTITY = {
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `title` is the file that a reader puts it into, empty where none is named."""

    language: str
    title: str
    code: str


def blocks(page: Path) -> Iterator[Block]:
    language, title, code = None, "", list[str]()
    for line in page.read_text(encoding="utf-8").splitlines():
        fence = _FENCE.match(line)
        if language is None and fence:
            language, title, code = fence[1], fence[2] or "", []
        elif line == "```" and language is not None:
            yield Block(language, title, "\n".join(code) + "\n")
            language = None
        else:
            code.append(line)


def every_block(*languages: str) -> Iterator[Block]:
    return (block for page in PAGES for block in blocks(page) if block.language in languages)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Lines of bash, with the commands of the environment that runs these tests."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", code],
        cwd=folder,
        env={**os.environ, **IDENTITY, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def follow(page: Path, folder: Path, most: int | None = None) -> None:
    """Do what a reader of a page does: write the files that it names, and run its commands, in its order."""
    for block in [each for each in blocks(page) if each.title or each.language == "bash"][:most]:
        if block.title:
            target = folder / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.code, encoding="utf-8")
            continue
        done = run(block.code, folder)
        assert done.returncode == 0, f"{page.name}\n{block.code}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="module", name="shop")
def _shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the tutorial begins with, up to its first commit."""
    folder = tmp_path_factory.mktemp("tutorial") / "project"
    folder.mkdir()
    follow(DOCS / "tutorial.md", folder, most=3)
    assert git(folder, "status", "--porcelain") == ""
    return folder


@pytest.mark.slow
def test_the_tutorial_works_from_an_empty_folder(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    follow(DOCS / "tutorial.md", project)
    assert "0.2.1" in run("nemogen list", project).stdout
    assert git(project, "rev-parse", "HEAD") == git(tmp_path / "shop-origin.git", "rev-parse", "HEAD")
    assert "0.1.1" in (tmp_path / "project/generated/shop/CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", sorted((DOCS / "how-to").glob("*.md")), ids=lambda page: page.stem)
def test_a_how_to_works_in_the_tutorial_s_project(page: Path, shop: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(shop, project)
    follow(page, project)


def test_only_the_tutorial_and_how_tos_have_commands_to_run() -> None:
    ran = {DOCS / "tutorial.md", *(DOCS / "how-to").glob("*.md")}
    assert [page for page in PAGES if page not in ran and any(each.language == "bash" for each in blocks(page))] == []


def test_every_command_that_is_shown_is_one_that_the_program_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in every_command(main):
        if not isinstance(command, click.Group):
            monkeypatch.setattr(command, "callback", lambda **_: None)
    shown = [line for block in every_block("shell") for line in block.code.splitlines() if line.startswith("nemogen")]
    assert len(shown) > 20
    for line in shown:
        words = shlex.split(line, comments=True)[1:]
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0, line


def every_command(group: click.Group) -> Iterator[click.Command]:
    for command in group.commands.values():
        yield command
        if isinstance(command, click.Group):
            yield from every_command(command)


@pytest.mark.parametrize("path", sorted(pages()))
def test_what_is_made_of_the_code_is_current(path: str) -> None:
    there = DOCS / path
    assert there.is_file(), f"make docs writes {path}"
    assert there.read_text(encoding="utf-8") == pages()[path], f"{path} is outdated: make docs"


def test_the_table_of_exit_statuses_is_that_of_the_errors() -> None:
    text = (DOCS / "reference/exit-status.md").read_text(encoding="utf-8")
    table = {int(status) for status in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert table == {0, 1, 2, 130} | {kind.exit_code for kind in every_error(errors.NemogenError)}


def every_error(kind: type[errors.NemogenError]) -> set[type[errors.NemogenError]]:
    return {kind}.union(*(every_error(each) for each in kind.__subclasses__()))


def test_settings_that_are_shown_are_as_they_are_read() -> None:
    texts = [block.code for block in every_block("toml")]
    read = [read_settings("shop", text.encode(), "api.toml") for text in texts if "[source]" in text]
    assert len(read) >= 4
    everything = next(block.code for block in blocks(DOCS / "reference/files.md") if block.title)
    assert {field.name for field in fields(config.Package)} <= set(re.findall(r"\w+", everything))
    assert {field.name for field in fields(config.Client)} <= set(re.findall(r"\w+", everything))
    approvals = [text for text in texts if "[[change]]" in text]
    assert approvals
    for text in approvals:
        assert read_approvals(text.encode(), "approvals.toml", {"change": {*RULES, *SOURCE_RULES}})


def test_the_action_and_the_hook_that_are_shown_are_there() -> None:
    action, gitlab, hook = [
        yaml.safe_load(block.code) for block in blocks(DOCS / "how-to/ci.md") if block.language == "yaml"
    ]
    known = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(action[0]["with"]) <= set(known)
    assert action[0]["with"]["command"] in main.commands
    assert {job["script"][-1].split()[1] for job in gitlab.values()} <= set(main.commands)
    offered = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {each["id"] for each in hook["repos"][0]["hooks"]} <= {each["id"] for each in offered}


def test_the_architecture_names_every_package_of_nemogen() -> None:
    text = (DOCS / "explanation/architecture.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in (PROJECT / "generator/nemogen").glob("*/__init__.py")}
    assert packages <= set(re.findall(r"`(\w+)/`", text))


def test_every_path_that_the_pages_name_is_there() -> None:
    nemogen = PROJECT / "generator/nemogen"
    table = (DOCS / "explanation/changing-nemogen.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w.-]+/[\w./*-]*|\w+\.py)`", table)) - {"generator/nemogen/"}
    assert len(named) > 20
    missing = [path for path in named if not list(nemogen.glob(path)) and not list(PROJECT.glob(path))]
    assert [path for path in missing if not (nemogen / path).exists()] == []


@pytest.mark.parametrize("keyword", ["minContains", "dependentRequired"])
def test_a_keyword_stands_in_the_modules_that_the_page_names(keyword: str) -> None:
    nemogen = PROJECT / "generator/nemogen"
    page = (DOCS / "explanation/changing-nemogen.md").read_text(encoding="utf-8")
    section = page.partition("\n## A keyword of schemas\n")[2].partition("\n## ")[0]
    rules = page.partition("\n## A rule of the diff\n")[2].partition("\n## ")[0]
    field = TYPE_KEYWORDS[keyword].field.partition(".")[2]
    modules = {
        str(path.relative_to(nemogen))
        for path in nemogen.rglob("*.py")
        if {keyword, field} & set(names_in(path.read_text(encoding="utf-8")))
    }
    assert len(modules) == 4
    assert {f"`{module}`" for module in modules} <= set(re.findall(r"`[\w/]+\.py`", section + rules))


def test_a_count_is_compared_by_its_row_alone() -> None:
    nemogen = PROJECT / "generator/nemogen"
    modules = [path for path in (nemogen / "diff").rglob("*.py") if "min-contains" in path.read_text(encoding="utf-8")]
    assert [path.name for path in modules] == ["count_keywords.py"]


def names_in(source: str) -> Iterator[str]:
    """The names and texts of a module, but for its prose."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg


@pytest.mark.slow
def test_the_site_builds_strictly(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    done = run(f"NO_MKDOCS_2_WARNING=1 mkdocs build --strict --quiet --site-dir {shlex.quote(str(tmp_path))}", PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "tutorial/index.html").is_file()
    assert (tmp_path / "schemas/api.json").is_file()


def check(schema: str, file: Path) -> int:
    """The exit status of check-jsonschema."""
    arguments = ["--schemafile", str(DOCS / "schemas" / schema), str(file)]
    return CliRunner().invoke(check_jsonschema.main, arguments).exit_code


def test_files_name_their_schema_by_a_path_that_is_there(shop: Path) -> None:
    """As an editor finds it: from the folder of the file that names it."""
    file = shop / "specs/shop/api.toml"
    directive = file.read_text(encoding="utf-8").splitlines()[0]
    schema = file.parent / directive.removeprefix("#:schema ")
    assert schema.resolve().is_relative_to(shop)
    assert schema.read_bytes() == (DOCS / "schemas/api.json").read_bytes()
    written = {path.name: path.read_bytes() for path in schema.parent.iterdir()}
    assert written == {name: (DOCS / "schemas" / name).read_bytes() for name in written}
    assert set(written) == {f"{name}.json" for name in WRITTEN}
    assert check(str(schema.resolve()), file) == 0
    assert "OWNER" not in "".join(path.read_text(encoding="utf-8") for path in (DOCS / "schemas").iterdir())


def test_the_files_of_this_repository_keep_to_their_schemas() -> None:
    api = PROJECT / "specs/mistral-nemo"
    assert check("api.json", api / "api.toml") == 0
    assert check("lock.json", api / "lock.json") == 0
    assert check("names.json", api / "names.toml") == 0
    recordings = sorted((PROJECT / "tests/recordings").rglob("*.json"))
    assert recordings
    assert check("recording.json", recordings[0]) == 0


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ("api.json", '[source]\nfile = "a.json"\n', '[source]\nfile = "a.json"\nurl = "https://x.example"\n'),
        ("api.json", '[source]\nurl = "https://x.example/a"\n', '[source]\nurl = "x"\n'),
        (
            "api.json",
            '[source]\nfile = "a"\n[operations."GET /a"]\nname = "a.b"\n[operations."GET /a".stream]\nend = "x"\n',
            '[source]\nfile = "a"\n[operations."get /a"]\nname = "a.b"\n',
        ),
        *(
            ("api.json", f'[source]\nfile = "a"\n{good}\n', f'[source]\nfile = "a"\n{bad}\n')
            for good, bad in (
                ('[models]\nPet = "Animal"\n"/a/b~1c" = "Toy"\ntypes = "text"', '[models]\nPet = "animal"'),
                ('[models]\ntypes = "python"', '[models]\ntypes = "Python"'),
                ('[resources]\npets = "animals"\n"a.b" = "c.d"', '[resources]\npets = ["animals"]'),
                ('[operations]\n"pets.list" = "pets.all"', '[operations]\npets = "pets.all"'),
                ('[operations]\n"GET /a" = "a.b"', '[operations]\n"GET /a" = "a.b c"'),
                ('[operations."pets.list"]\nname = "pets.all"', '[operations."pets.list"]\nnames = "pets.all"'),
            )
        ),
        (
            "approvals.json",
            '[[change]]\nfingerprint = "0a1b2c3d4e5f"\nreason = "x"\nuntil = 2027-01-31\n',
            '[[change]]\nid = "operation-removed"\nreason = "x"\n',
        ),
        ("like.json", 'client = "a==1"\n[known.models]\n"/a" = "A"\n', '[methods]\n"GET /a" = "a.b"\n'),
        ("levels.json", 'endpoint-added = "none"\n', 'endpoint-add = "none"\n'),
        (
            "names.json",
            '[methods]\n"GET /a" = { name = "a.list", old = ["a.all 0.1.0"] }\n',
            '[methods]\n"GET /a" = { names = "a.list" }\n',
        ),
    ],
)
def test_a_schema_takes_what_nemogen_takes_and_refuses_what_it_refuses(
    schema: str, good: str, bad: str, tmp_path: Path
) -> None:
    for name, text, fine in (("good.toml", good, True), ("bad.toml", bad, False)):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        tomllib.loads(text)
        assert (check(schema, file) == 0) is fine, text
