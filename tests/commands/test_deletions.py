"""A module that the API no longer has leaves the commit too, however the files on disk came to be as they are."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.test_faults import KILL_NEMOGEN
from tests.commands.test_hand_edits import ORDERS, WITH_ORDERS
from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop, isolate
from tests.publish.pulls_server import REPOSITORY as PROJECT
from tests.publish.pulls_server import TOKEN, GitHubServer
from tests.publish.repositories import committed, git, hook, status

MINE = "generated/shop/src/shop/mine.py"
USERS = ["M docs/mine.txt", "M  notes.txt", "A  staged.txt", "?? generated/shop/loose.py", "?? loose.txt"]
"""What the user has changed, staged and not added, as `status` tells it (without the blank before the first)."""


@pytest.fixture(scope="module")
def _with_orders(_synced_from_file: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("home"))
        project = _synced_from_file.copy(tmp_path_factory.mktemp("orders") / "project", {})
        project.write("docs/shop.json", WITH_ORDERS)
        project.write("notes.txt", "the user's\n")
        project.write("docs/mine.txt", "the user's\n")
        project.write(MINE, "MINE = 1\n")
        project.commit()
        assert project.run("sync").status == 0
        assert ORDERS in tracked(project)
        return project.pack()


@pytest.fixture
def shop(_with_orders: Workshop, tmp_path: Path) -> Workshop:
    """A project whose commit holds a module for orders, which the document on disk no longer has."""
    project = _with_orders.copy(tmp_path / "project", {})
    project.write("docs/shop.json", documents.FIRST)
    git(project.root, "commit", "--quiet", "--all", "--message", "no orders any more")
    return project


def tracked(workshop: Workshop, ref: str = "HEAD") -> list[str]:
    return git(workshop.root, "ls-tree", "-r", "--name-only", ref).splitlines()


def clone(workshop: Workshop, ref: str = "HEAD") -> Workshop:
    """Somebody else's clone, at `ref`."""
    folder = workshop.root.parent / f"clone-of-{ref.replace('/', '-')}"
    git(workshop.root.parent, "clone", "--quiet", "--no-checkout", str(workshop.root), str(folder))
    git(folder, "fetch", "--quiet", "origin", ref)
    git(folder, "switch", "--quiet", "--create", "look", "FETCH_HEAD")
    (folder / MINE).unlink(missing_ok=True)
    return Workshop(folder, workshop.environment)


def is_in_step(workshop: Workshop, ref: str = "HEAD") -> None:
    """A clone of `ref` passes a check: the module is removed there, and the user's own one is not."""
    assert ORDERS not in tracked(workshop, ref)
    assert MINE in tracked(workshop, ref)
    done = clone(workshop, ref).run("check", "--offline")
    assert done.status == 0, done


def disturb(workshop: Workshop) -> None:
    """Leave work of the user's in the index and in the work tree."""
    workshop.write("notes.txt", "staged\n")
    workshop.write("staged.txt", "staged\n")
    git(workshop.root, "add", "notes.txt", "staged.txt")
    workshop.write("docs/mine.txt", "changed\n")
    workshop.write("loose.txt", "not added\n")
    workshop.write("generated/shop/loose.py", "LOOSE = 1\n")


def break_head(workshop: Workshop) -> None:
    """What an older nemogen left: a commit with the new lock, and with the module that the lock does not know."""
    assert workshop.run("sync", "--no-commit").status == 0
    git(workshop.root, "add", "--all")
    git(workshop.root, "restore", "--staged", ORDERS)
    git(workshop.root, "commit", "--quiet", "--message", "in step, but for a deletion")
    assert ORDERS in tracked(workshop)


@pytest.mark.parametrize("commands", ["sync --no-commit", "fetch, generate"])
def test_a_deletion_that_a_run_without_a_commit_made_is_committed_by_the_next(shop: Workshop, commands: str) -> None:
    for command in commands.split(", "):
        assert shop.run(*command.split()).status == 0
    assert not (shop.root / ORDERS).exists()
    disturb(shop)
    done = shop.run("sync", "--accept", "breaking")
    assert done.status == 0, done
    assert f"D\t{ORDERS}" in committed(shop.root)
    assert status(shop.root) == USERS
    assert git(shop.root, "show", ":notes.txt") == "staged"
    is_in_step(shop)


def test_a_deletion_that_a_killed_run_made_is_committed_by_the_next(shop: Workshop) -> None:
    disturb(shop)
    hook(shop.root, "pre-commit", f"{KILL_NEMOGEN}\nexit 1")
    assert shop.run("sync", "--accept", "breaking").status == -signal.SIGKILL
    assert not (shop.root / ORDERS).exists()
    (shop.root / ".git/hooks/pre-commit").unlink()
    done = shop.run("sync", "--accept", "breaking")
    assert done.status == 0, done
    assert status(shop.root) == USERS
    is_in_step(shop)


def test_a_deletion_that_was_never_committed_is_made_good_here(shop: Workshop) -> None:
    break_head(shop)
    done = shop.run("sync")
    assert done.status == 0, done
    assert committed(shop.root) == [f"D\t{ORDERS}"]
    assert status(shop.root) == []
    is_in_step(shop)


def test_a_deletion_that_was_never_committed_is_made_good_in_a_clone(shop: Workshop) -> None:
    break_head(shop)
    other = clone(shop)
    git(other.root, "restore", MINE)
    assert other.states("check", "--offline", status=1)["generated"] == "extra files"
    done = other.run("sync")
    assert done.status == 0, done
    assert committed(other.root) == [f"D\t{ORDERS}"]
    assert not (other.root / ORDERS).exists()
    assert status(other.root) == []


def test_a_deletion_is_staged_by_the_user_and_committed_all_the_same(shop: Workshop) -> None:
    assert shop.run("sync", "--no-commit").status == 0
    git(shop.root, "add", "generated", "specs")
    assert shop.run("sync", "--accept", "breaking").status == 0
    assert status(shop.root) == []
    is_in_step(shop)


def test_a_module_that_the_user_took_back_from_history_is_theirs(shop: Workshop) -> None:
    assert shop.run("sync", "--accept", "breaking").status == 0
    git(shop.root, "checkout", "--quiet", "HEAD~1", "--", ORDERS)
    git(shop.root, "commit", "--quiet", "--message", "orders are kept by hand")
    head = shop.head()
    assert shop.run("sync").status == 0
    assert shop.head() == head
    assert (shop.root / ORDERS).is_file()


def test_a_file_of_the_user_s_where_the_module_was_stays_and_the_module_leaves_the_commit(shop: Workshop) -> None:
    assert shop.run("sync", "--no-commit").status == 0
    shop.write(ORDERS, "MINE = 1\n")
    refused = shop.run("sync", "--accept", "breaking")
    assert refused.status == 4, refused
    assert "uncommitted changes that nemogen did not make" in refused.out
    assert ORDERS in refused.out
    done = shop.run("sync", "--accept", "breaking", "--force")
    assert done.status == 0, done
    assert (shop.root / ORDERS).read_text(encoding="utf-8") == "MINE = 1\n"
    assert status(shop.root) == [f"?? {ORDERS}"]
    is_in_step(shop)


def test_a_branch_gets_the_deletion_too(shop: Workshop) -> None:
    assert shop.run("sync", "--no-commit").status == 0
    before, head = shop.tree(), shop.head()
    done = shop.run("sync", "--accept", "breaking", "--branch", "upkeep")
    assert done.status == 0, done
    assert (shop.tree(), shop.head()) == (before, head)
    is_in_step(shop, "upkeep")


def test_a_branch_that_holds_what_the_checkout_does_not_gets_the_deletion_too(shop: Workshop) -> None:
    git(shop.root, "branch", "upkeep")
    assert shop.run("sync", "--accept", "breaking").status == 0
    done = shop.run("sync", "--branch", "upkeep")
    assert done.status == 0, done
    is_in_step(shop, "upkeep")
    assert "upkeep holds it already" in shop.run("sync", "--branch", "upkeep").out


def test_a_branch_gets_the_inputs_that_were_committed_since(shop: Workshop) -> None:
    shop.write("specs/shop/notes.md", "Old notes.\n")
    shop.commit()
    git(shop.root, "branch", "upkeep")
    (shop.root / "specs/shop/notes.md").unlink()
    shop.write("specs/shop/api.toml", '[source]\nfile = "docs/shop.json"\n\n[package]\nauthor = "Me"\n')
    shop.commit()
    done = shop.run("sync", "--accept", "breaking", "--branch", "upkeep")
    assert done.status == 0, done
    is_in_step(shop, "upkeep")


def test_a_pull_request_holds_the_deletion_too(shop: Workshop, upstream: Upstream) -> None:
    bare = shop.add_remote()
    pulls: GitHubServer = upstream.take_pulls(bare)
    assert shop.run("sync", "--no-commit").status == 0
    before, head = shop.tree(), shop.head()
    variables = {**upstream.environment, "GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": PROJECT}
    done = shop.run("sync", "--pull-request", **variables)
    assert done.status == 0, done
    assert (shop.tree(), shop.head()) == (before, head)
    branch = pulls.pulls[0]["head"]["ref"]
    git(shop.root, "fetch", "--quiet", "origin", f"{branch}:refs/heads/looked-at")
    is_in_step(shop, "looked-at")
    assert "unchanged" in shop.run("sync", "--pull-request", **variables).out


def test_a_pull_request_does_not_take_back_what_its_base_changed_since(shop: Workshop, upstream: Upstream) -> None:
    bare = shop.add_remote()
    pulls = upstream.take_pulls(bare)
    other = shop.root.parent / "other"
    git(shop.root.parent, "clone", "--quiet", "--branch", "main", str(bare), str(other))
    (other / "specs/shop/notes.md").write_text("By somebody else.\n", encoding="utf-8")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "theirs")
    git(other, "push", "--quiet")
    variables = {**upstream.environment, "GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": PROJECT}
    done = shop.run("sync", "--pull-request", **variables)
    assert done.status == 0, done
    branch = pulls.pulls[0]["head"]["ref"]
    assert git(bare, "show", f"{branch}:specs/shop/notes.md") == "By somebody else."
