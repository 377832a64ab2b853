"""`[package] keep`: a person's own files inside the package folder; and what the code of a project sees."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from nemogen.commands.project_environment import without_credentials
from nemogen.errors import ConfigError
from nemogen.kept_files import is_kept, manifest_of
from nemogen.read_config import read_settings
from tests.commands import documents
from tests.commands.workshop import IN_A_FILE, Workshop
from tests.publish.repositories import git

SETTINGS, FOLDER = "specs/shop/api.toml", "generated/shop"
EXTRA = f"{FOLDER}/src/shop/extra.py"
CODE = "from __future__ import annotations\n\nimport shop\n\nNAME: str = shop.Item(name='tea').name\n"


def keep(workshop: Workshop, *entries: str) -> None:
    listed = ", ".join(f'"{entry}"' for entry in entries)
    workshop.write(SETTINGS, f"{IN_A_FILE}\n[package]\nkeep = [{listed}]\n")


def generated(workshop: Workshop) -> tuple[str, list[str]]:
    (api,) = workshop.report("check", "--offline", status=1)["apis"]
    (subject,) = [each for each in api["subjects"] if each["name"] == "generated"]
    return subject["state"], [each["revision"]["file"] for each in subject["findings"]]


@pytest.mark.slow
def test_what_keep_names_is_neither_extra_nor_modified_and_is_committed_with_the_package(local: Workshop) -> None:
    local.write(EXTRA, CODE)
    assert generated(local) == ("extra files", [EXTRA])
    keep(local, "src/shop/extra.py")
    local.write("docs/shop.json", documents.MORE)
    local.commit("without the package")
    local.write(EXTRA, CODE + "# mine\n")
    assert local.states("sync", status=0)["custom code"] == "ok"
    assert git(local.root, "status", "--porcelain") == ""
    assert (local.root / EXTRA).read_text(encoding="utf-8") == CODE + "# mine\n"
    assert local.states("check", "--offline", status=0)["generated"] == "up to date"
    local.write(f"{FOLDER}/src/shop/other.py", "")
    assert generated(local) == ("extra files", [f"{FOLDER}/src/shop/other.py"])


@pytest.mark.slow
def test_its_types_are_checked_and_the_custom_code_can_import_it(local: Workshop) -> None:
    local.write(EXTRA, CODE)
    local.write("specs/shop/custom/goods.py", "from ..extra import NAME\n\nLABEL: str = NAME.upper()\n")
    keep(local, "src/shop/*.txt", "src/shop/extra.py")
    local.write(f"{FOLDER}/src/shop/words.txt", "tea")
    local.commit()
    assert local.states("sync", status=0)["custom code"] == "ok"
    states = local.states("check", "--full", "--offline", status=0)
    assert (states["types"], states["regenerated"], states["custom code"]) == ("up to date", "up to date", "ok")
    local.write(EXTRA, CODE + "NUMBER: int = NAME\n")
    assert local.states("check", "--full", "--offline", status=1)["types"] == "failed"


@pytest.mark.parametrize(
    ("entry", "what", "help_"),
    [
        ("src/shop/extar.py", "matches no file in the folder of the package", "Did you mean src/shop/extra.py?"),
        ("src/shop/client.py", "names what is generated: src/shop/client.py", "belongs to custom/"),
        ("src/**", "names what is generated: src/shop/__init__.py, ", "more"),
        ("SRC/shop/Client.py", "names what is generated: src/shop/client.py", "rename it"),
        ("../other", "leaves its folder", ""),
        ("/etc/passwd", "must be relative", ""),
        ("a\\\\b", "must be relative", ""),
    ],
)
def test_an_entry_that_names_nothing_of_the_user_s_is_an_error(
    local: Workshop, entry: str, what: str, help_: str
) -> None:
    local.write(EXTRA, CODE)
    keep(local, entry)
    before = local.tree()
    for command in (("generate",), ("sync", "--no-commit", "--no-test")):
        done = local.run(*command)
        assert done.status == 3, done
        said = done.out + done.err
        assert what in said
        assert help_ in said
        assert f"{SETTINGS}:5" in said
    assert local.tree() == before


def test_what_upstream_adds_under_the_name_of_a_kept_file_is_an_error_that_names_it(local: Workshop) -> None:
    own = f"{FOLDER}/src/shop/resources/orders.py"
    local.write(own, CODE)
    keep(local, "src/shop/resources/orders.py")
    assert local.run("generate").status == 0
    operation = {"responses": {"200": {"description": "Fine."}}}
    local.write("docs/shop.json", documents.text(documents.shop(paths={"/orders": {"get": operation}})))
    local.commit()
    done = local.run("sync")
    assert done.status == 3, done
    assert "names what is generated: src/shop/resources/orders.py" in done.out + done.err
    assert (local.root / own).read_text(encoding="utf-8") == CODE


def test_a_kept_file_that_is_removed_is_reported_by_check(local: Workshop) -> None:
    local.write(EXTRA, CODE)
    keep(local, "src/shop/extra.py")
    assert local.run("generate").status == 0
    (local.root / EXTRA).unlink()
    done = local.run("check", "--offline")
    assert done.status == 3, done
    assert "'src/shop/extra.py' matches no file" in done.out


@pytest.mark.parametrize(
    ("entry", "named", "not_named"),
    [
        ("src/shop/extra.py", ["src/shop/extra.py"], ["src/shop/extra.pyi", "x/src/shop/extra.py"]),
        ("src/shop/data", ["src/shop/data/a", "src/shop/data/b/c"], ["src/shop/data.py"]),
        ("src/*/x?.py", ["src/a/x1.py"], ["src/a/b/x1.py", "src/a/x.py"]),
        ("**/notes.md", ["notes.md", "a/b/notes.md"], ["a/xnotes.md"]),
        ("docs/**", ["docs/a", "docs/a/b"], ["docs.md"]),
        ("a/**/b.py", ["a/b.py", "a/c/d/b.py"], ["b.py"]),
        ("a[1].py", ["a[1].py"], ["a1.py"]),
    ],
)
def test_paths_and_globs(entry: str, named: list[str], not_named: list[str]) -> None:
    assert [path for path in named if not is_kept(path, [entry])] == []
    assert [path for path in not_named if is_kept(path, [entry])] == []


@pytest.mark.parametrize("value", ['"src/x.py"', "[1]", '[""]', '["a//b"]'])
def test_keep_is_a_list_of_paths(value: str) -> None:
    with pytest.raises(ConfigError, match=r"package\.keep: "):
        read_settings("shop", f"{IN_A_FILE}\n[package]\nkeep = {value}\n".encode(), "api.toml")


@pytest.mark.slow
def test_wheel_and_source_distribution_contain_them(local: Workshop) -> None:
    own = ("src/shop/extra.py", "src/shop/data/deep/my words.txt", "src/shop/sub/__init__.py", "examples/a.py")
    for path in own:
        local.write(f"{FOLDER}/{path}", "")
    local.write(f"{FOLDER}/src/shop/left.txt", "")
    keep(local, "src/shop/extra.py", "src/shop/data", "src/shop/sub/*", "examples/**")
    assert local.run("generate").status == 0
    build = "import setuptools.build_meta as m; m.build_sdist('out'); m.build_wheel('out')"
    subprocess.run([sys.executable, "-c", build], cwd=local.root / FOLDER, check=True, capture_output=True)
    (wheel,), (sdist,) = ([*(local.root / FOLDER / "out").glob(form)] for form in ("*.whl", "*.tar.gz"))
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert {path.removeprefix("src/") for path in own[:3]} <= inside
    assert "shop/left.txt" not in inside
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {*own} <= names


def test_a_manifest_has_no_pattern_of_two_words() -> None:
    assert manifest_of(["a b#c"]).decode().splitlines()[0] == "include a?b?c"


def test_code_of_the_project_gets_no_credentials() -> None:
    settings = read_settings(
        "my-shop",
        b'[source]\nurl = "https://shop.example/x.json"\nheaders_env = { Authorization = "FETCH_WITH" }\n'
        b'[client]\nkey_env = "OF_THE_SHOP"\ncredential_env = { app = "APPLICATION" }\n'
        b'[webhooks]\nsecret_env = "SIGNED_BY"\n',
        "api.toml",
    )
    named = ("FETCH_WITH", "OF_THE_SHOP", "APPLICATION", "SIGNED_BY", "GITHUB_TOKEN", "GH_TOKEN", "CI_JOB_TOKEN")
    secret = (*named, "AWS_SECRET_ACCESS_KEY", "TWINE_PASSWORD", "MY_SHOP_USER", "ACTIONS_ID_TOKEN_REQUEST_URL")
    others = ("PATH", "HOME", "MY_SHOP_BASE_URL", "MYPY_CACHE_DIR", "LANG", "VIRTUAL_ENV")
    assert without_credentials(settings, dict.fromkeys((*secret, *others), "x")) == dict.fromkeys(others, "x")


@pytest.mark.slow
def test_custom_tests_do_not_see_a_token(local: Workshop) -> None:
    test = "import os\n\n\ndef test_it() -> None:\n    assert 'GITHUB_TOKEN' not in os.environ\n"
    local.write("specs/shop/custom/tests/test_environment.py", test + "    assert os.environ['HOME']\n")
    states = local.states("sync", "--no-commit", status=0, GITHUB_TOKEN="ghp_0123456789", HOME=os.environ["HOME"])
    assert states["custom code"] == "ok"


def test_the_settings_of_the_example_are_in_the_schema_that_is_published() -> None:
    schema = Path(__file__).parents[2].joinpath("docs/schemas/api.json").read_text(encoding="utf-8")
    assert '"keep"' in schema
