"""Whatever is wrong with an input or the machine: one message with what, where and how to go on; its exit status; and
every file as it was."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import Done, Workshop
from tests.publish.repositories import conflict, git
from tests.publish.trees import tree
from tests.servers.loopback import Reply

TEMPLATES = Path(__file__).parents[2] / "templates"


def refused(workshop: Workshop, *arguments: str, status: int, **variables: str) -> Done:
    """The command ends with this status, shows no traceback and no log, and leaves every file as it was."""
    before, head = workshop.tree(), git(workshop.root, "rev-parse", "HEAD")
    done = workshop.run(*arguments, **variables)
    assert done.status == status, done
    assert "Traceback" not in done.out + done.err
    assert "bug of nemogen" not in done.err
    assert workshop.tree() == before
    assert git(workshop.root, "rev-parse", "HEAD") == head
    return done


@pytest.mark.parametrize(
    ("content", "what", "remedy"),
    [
        (b"this is {no JSON", "not valid JSON", "take another source"),
        (documents.NO_SPEC, "paths is a JSON list", "keep the pinned spec"),
        (documents.FIRST[:500], "ends too early", "fetch it again"),
        (b"", "the document is empty", "Fetch it again"),
        (b"<!DOCTYPE html><html></html>", "an HTML or XML page", "the raw file"),
        (b'{"swagger": "1.2", "paths": {}}', "an unsupported Swagger version", "Swagger 2.0 and"),
        (b"[" * 200_000, "200 objects and arrays", "flatter"),
        (b"\xff\xfe{\x00}\x00", "UTF-16", "UTF-8"),
        (b'{"openapi": "3.0.3", "info": {}, "paths": {}}', "no operation", ""),
    ],
    ids=["no JSON", "list", "truncated", "empty", "page", "swagger", "deep", "utf-16", "no operation"],
)
def test_a_document_at_fault_is_refused_with_its_place(local: Workshop, content: bytes, what: str, remedy: str) -> None:
    local.write("docs/shop.json", content)
    local.commit()
    done = refused(local, "sync", status=3)
    assert what in done.out
    assert remedy in done.out
    assert "docs/shop.json" in done.out
    assert ("#/paths" in done.out) == (what in ("paths is a JSON list", "no operation"))
    assert "specs/shop/openapi.json" not in done.out, "the pin is not at fault"


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(local: Workshop) -> None:
    with (local.root / "docs/shop.json").open("r+b") as file:
        file.truncate(1 << 30)
    done = local.run("sync", "--no-commit")
    assert done.status == 3, done
    assert "larger than 67,108,864 bytes" in done.out
    assert "docs/shop.json" in done.out


@pytest.mark.parametrize("path", ["specs/shop/openapi.json", "specs/shop/overlay.yaml", "specs/shop/api.toml"])
def test_a_file_beside_the_pin_of_a_gigabyte_is_refused_before_it_is_read(local: Workshop, path: str) -> None:
    with (local.root / path).open("ab") as file:
        file.truncate(1 << 30)
    for command in (("sync", "--offline"), ("check", "--offline")):
        done = local.run(*command)
        assert done.status == 3, done
        assert "larger than" in done.out
        assert path in done.out


@pytest.mark.parametrize(
    "make",
    [
        lambda: Reply(200, b"{}", declared=1 << 30),
        lambda: Reply(200, gzip.compress(b" " * (70 << 20)), {"Content-Encoding": "gzip"}),
    ],
    ids=["claimed", "unpacked"],
)
def test_a_host_that_sends_more_than_the_limit_is_refused(
    synced: Workshop, upstream: Upstream, make: Callable[[], Reply]
) -> None:
    upstream.push(documents.MORE)
    upstream.raw.script = [make()]
    done = refused(synced, "sync", status=3)
    assert "larger than 67,108,864 bytes" in done.out


def test_a_redirect_to_http_is_refused(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    upstream.raw.script = [Reply(302, headers={"Location": "http://127.0.0.1:1/shop.json"})]
    done = refused(synced, "sync", status=4)
    assert "redirects to http://127.0.0.1:1/shop.json, which is not https" in done.out


def test_a_host_that_there_is_not_is_said_to_be_unreachable(local: Workshop) -> None:
    local.write("specs/shop/api.toml", '[source]\nurl = "https://nowhere.invalid/shop.json"\n')
    done = refused(local, "sync", "--no-commit", status=4)
    assert "https://nowhere.invalid/shop.json" in done.out
    assert "--offline" in done.out


@pytest.mark.parametrize(
    ("overlay", "what"),
    [
        ("overlay: 1.1.0\n", "info"),
        (
            'overlay: 1.1.0\ninfo: {title: x, version: "1"}\nactions:\n- {target: "$.paths[", remove: true}\n',
            "JSONPath",
        ),
        ("{", "YAML"),
        ('overlay: 1.1.0\ninfo: {title: x, version: "1"}\nactions:\n- {target: $, update: 1}\n', ""),
    ],
    ids=["incomplete", "no path", "no YAML", "spoils all"],
)
def test_an_overlay_with_an_error_is_at_fault(local: Workshop, overlay: str, what: str) -> None:
    local.write("specs/shop/overlay.yaml", overlay)
    done = refused(local, "sync", "--no-commit", status=3)
    assert what in done.out
    assert "specs/shop/overlay.yaml" in done.out or "overlay" in done.out


@pytest.mark.parametrize(
    ("path", "more", "what"),
    [
        ("client/README.md.jinja", "{{ nothing.at.all }}", "'nothing' is undefined"),
        ("client/src/client.py.jinja", "{% if %}", "syntax error"),
        ("client/src/client.py.jinja", "def (", "not valid Python"),
        ("client/src/params.py.jinja", "def (", "not valid Python"),
        ("models/pydantic_v2/BaseModel.jinja2", "{{ nothing.at.all }}", "'nothing' is undefined"),
    ],
)
def test_a_template_with_an_error_is_at_fault(local: Workshop, path: str, more: str, what: str) -> None:
    shutil.copytree(TEMPLATES, local.root / "templates")
    with (local.root / "templates" / path).open("a", encoding="utf-8") as file:
        file.write(more)
    done = refused(local, "sync", "--no-commit", status=3)
    assert what in done.out


def test_changes_of_the_user_in_the_package_are_not_taken_into_the_commit(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    synced.write("specs/shop/releases.json", (synced.root / "specs/shop/releases.json").read_bytes() + b"\n")
    done = refused(synced, "sync", status=4)
    assert "uncommitted changes that nemogen did not make" in done.out
    assert "specs/shop/releases.json" in done.out
    assert "--no-commit leaves the commit to you" in done.out


def test_a_conflict_is_refused_before_anything_is_written(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    conflict(synced.root, "notes.txt")
    done = refused(synced, "sync", status=4)
    assert "a merge is in progress" in done.out


def test_without_git_nothing_is_committed_and_the_way_round_is_named(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    done = refused(synced, "sync", status=4, PATH="/nowhere")
    assert "git cannot be run" in done.out
    assert "--no-commit" in done.out
    assert synced.run("sync", "--no-commit", PATH="/nowhere").status == 0
    assert synced.version() == "0.1.1"


def test_outside_of_a_repository_files_are_written_without_a_commit_only(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    shutil.rmtree(synced.root / ".git")
    before = synced.tree()
    done = synced.run("sync")
    assert done.status == 4, done
    assert "git init" in done.out
    assert synced.tree() == before
    assert synced.run("sync", "--no-commit").status == 0
    assert synced.version() == "0.1.1"


def test_a_detached_head_is_refused_with_the_ways_on(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    git(synced.root, "switch", "--quiet", "--detach")
    done = refused(synced, "sync", status=4)
    assert "detached HEAD" in done.out


def test_a_missing_identity_is_refused_before_anything_is_written(
    synced: Workshop, upstream: Upstream, home: Path
) -> None:
    upstream.push(documents.MORE)
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n", encoding="utf-8")
    done = refused(synced, "sync", status=4)
    assert "git has no author for the commit" in done.out
    assert "git config user.name" in done.out


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may add or remove a name in `folder`, not even root, who has to be told so by the file system."""
    root = os.geteuid() == 0
    if root and subprocess.run(["chattr", "+i", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("this file system cannot refuse root anything")
    folder.chmod(0o555) if not root else None
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(folder)], check=True) if root else folder.chmod(0o755)


def mounted(arguments: list[str]) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.decode().strip()}")


def test_a_read_only_folder_is_refused_and_every_file_is_as_it_was(local: Workshop) -> None:
    local.write("docs/shop.json", documents.MORE)
    before = local.tree()
    with read_only(local.root / "generated/shop"):
        done = local.run("sync", "--no-commit")
    assert done.status == 4, done
    assert "no permission to write here" in done.out
    assert "generated/shop/" in done.out
    assert local.tree() == before
    assert local.run("sync", "--no-commit").status == 0


def test_a_project_that_may_not_be_written_at_all_can_be_checked_but_not_synced(local: Workshop) -> None:
    shutil.rmtree(local.root / ".nemogen")
    with read_only(local.root):
        assert local.run("check", "--offline").status == 0
        done = local.run("sync", "--offline", "--no-cache")
    assert done.status == 4, done
    assert "no permission to write here" in done.err


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    mounted(["-t", "tmpfs", "-o", f"size={size}", "none", str(folder)])
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write a file that takes all the room that is left."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


def test_a_full_disk_is_said_and_every_file_is_as_it_was(local: Workshop, tmp_path: Path) -> None:
    local.write("docs/shop.json", documents.MORE)
    with small_disk(tmp_path / "disk", "4m") as disk:
        workshop = local.copy(disk / "project", {})
        filler = disk / "filler"
        fill(filler)
        before = workshop.tree()
        done = workshop.run("sync", "--no-commit")
        assert done.status == 4, done
        assert "the disk is full" in done.out + done.err
        assert workshop.tree() == before
        filler.unlink()
        assert workshop.run("sync", "--no-commit").status == 0


def test_missing_settings_are_said(local: Workshop) -> None:
    (local.root / "specs/shop/api.toml").unlink()
    done = refused(local, "sync", status=3)
    assert "nemogen add NAME SOURCE" in done.err
    local.write("specs/shop/api.toml", "")
    done = refused(local, "sync", status=3)
    assert "[source] is missing" in done.out
    assert "specs/shop/api.toml" in done.out


@pytest.mark.parametrize("name", ["shopp", "../shop", "/etc", "specs/shop", "", "a\x1b[31m"])
def test_a_name_that_is_no_api_is_refused(local: Workshop, name: str) -> None:
    done = refused(local, "sync", "--offline", name, status=3)
    assert "no API" in done.err
    assert "\x1b" not in done.err


def test_a_near_name_is_suggested(local: Workshop) -> None:
    assert "Did you mean shop?" in local.run("check", "shopp").err


def _linked_folder(workshop: Workshop, outside: Path) -> None:
    (workshop.root / "generated").rename(outside)
    (workshop.root / "generated").symlink_to(outside, target_is_directory=True)


def _linked_pin(workshop: Workshop, outside: Path) -> None:
    pin = workshop.root / "specs/shop/openapi.json"
    pin.rename(outside)
    pin.symlink_to(outside)


@pytest.mark.parametrize("link", [_linked_folder, _linked_pin])
def test_a_symbolic_link_is_not_written_through(
    local: Workshop, tmp_path: Path, link: Callable[[Workshop, Path], None]
) -> None:
    local.write("docs/shop.json", documents.MORE)
    link(local, tmp_path / "outside")
    before = tree(tmp_path)
    done = local.run("sync", "--no-commit")
    assert done.status == 3, done
    assert "symbolic link" in done.out
    assert len(done.out.splitlines()) < 12, "one cause is told once"
    assert tree(tmp_path) == before


def test_a_source_outside_of_the_project_is_refused(local: Workshop, tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_bytes(documents.MORE)
    (local.root / "docs/shop.json").unlink()
    (local.root / "docs/shop.json").symlink_to(tmp_path / "outside.json")
    done = refused(local, "sync", "--no-commit", status=3)
    assert "outside the project" in done.out
