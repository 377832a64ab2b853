"""What a newcomer and a maintainer meet: a typo in a setting, a forgotten folder, line endings, a merge left open."""

from __future__ import annotations

import shutil

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import Workshop, open_workshop
from tests.publish.repositories import git

SETTINGS = "specs/shop/api.toml"


def add_settings(workshop: Workshop, text: str) -> None:
    path = workshop.root / SETTINGS
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "line", "what", "suggestion"),
    [
        ('\n[operations."GET /item"]\nname = "items.list"\n', 4, "no operation GET /item", "Did you mean GET /items?"),
        (
            '\n[operations."GET /items"]\nname = "items.list"\n[operations."GET /items".stream]\nend = "[DONE]"\n',
            4,
            "no response of it is a stream",
            "No operation of the spec can.",
        ),
        ('\n[client]\nkey_env = "MY_KEY"\n', 5, "no security scheme", "overlay.yaml"),
    ],
)
@pytest.mark.parametrize("command", ["generate", "sync"])
def test_a_setting_that_matches_nothing_is_an_error_with_a_suggestion(
    local: Workshop, text: str, line: int, what: str, suggestion: str, command: str
) -> None:
    add_settings(local, text)
    before = local.tree()
    done = local.run(command)
    assert done.status == 3, done
    shown = done.out + done.err
    assert what in shown
    assert suggestion in shown
    assert f"{SETTINGS}:{line}" in shown
    assert local.tree() == before


def test_a_setting_that_upstream_left_without_an_operation_is_reported_and_does_not_stop_a_sync(
    local: Workshop,
) -> None:
    add_settings(local, '\n[operations."POST /items"]\nname = "items.make"\n')
    assert local.run("sync", "--accept", "breaking").status == 0
    local.write("docs/shop.json", documents.LESS)
    local.commit()
    report = local.report("sync", "--accept", "breaking", status=1)
    settings = next(each for each in report["apis"][0]["subjects"] if each["name"] == "settings")
    assert "no operation POST /items" in settings["findings"][0]["message"]
    assert local.version() == "0.2.0"
    assert local.run("generate").status == 3


def test_a_package_that_was_never_committed_is_outdated_and_one_command_away(local: Workshop) -> None:
    shutil.rmtree(local.root / "generated")
    local.commit()
    report = local.report("check", "--offline", status=1)
    found = next(each for each in report["apis"][0]["subjects"] if each["name"] == "generated")
    assert found["why"] == "generated/shop is missing: run nemogen generate shop"
    assert [each["id"] for each in found["findings"]] == ["package-outdated"]
    assert local.run("generate").status == 0
    assert local.run("check", "--offline").status == 0


def test_a_package_of_an_earlier_commit_is_outdated_and_not_edited(local: Workshop) -> None:
    old = local.head()
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    assert local.run("sync").status == 0
    git(local.root, "checkout", "--quiet", old, "--", "generated")
    local.commit("specs/ without generated/")
    report = local.report("check", "--offline", status=1)
    found = next(each for each in report["apis"][0]["subjects"] if each["name"] == "generated")
    assert found["why"] == "generated/shop is of an earlier lock: run nemogen generate shop"
    assert local.run("generate").status == 0, "nothing has to be forced"
    assert local.run("check", "--offline").status == 0


def test_a_hand_edit_in_an_outdated_package_is_distinguished(local: Workshop) -> None:
    old = local.head()
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    assert local.run("sync").status == 0
    git(local.root, "checkout", "--quiet", old, "--", "generated")
    file = local.root / "generated/shop/src/shop/client.py"
    file.write_text(file.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    assert local.states("check", "--offline", status=1)["generated"] == "modified by hand"
    assert local.run("generate").status == 3


def test_crlf_line_endings_of_a_checkout_are_not_edits(local: Workshop) -> None:
    git(local.root, "config", "core.autocrlf", "true")
    for path in git(local.root, "ls-files").splitlines():
        (local.root / path).unlink()
    git(local.root, "checkout", "--", ".")
    assert b"\r\n" in (local.root / "generated/shop/src/shop/client.py").read_bytes()
    assert b"\r\n" in (local.root / "specs/shop/openapi.json").read_bytes()
    states = local.states("check", status=0)
    assert (states["generated"], states["lock"], states["upstream"]) == ("up to date", "ok", "up to date")
    head = local.head()
    done = local.run("sync", "--offline")
    assert done.status == 0, done
    assert local.head() == head


CONFLICT = b"<<<<<<< HEAD\n%b=======\n%b>>>>>>> theirs\n"


@pytest.mark.parametrize(
    "name", ["openapi.json", "lock.json", "releases.json", "api.toml", "overlay.yaml", "approvals.toml"]
)
def test_conflict_markers_are_called_that(local: Workshop, name: str) -> None:
    path = local.root / "specs/shop" / name
    content = path.read_bytes() if path.exists() else b"# one\n# two\n"
    first, rest = content.split(b"\n", 1)
    path.write_bytes(first + b"\n" + CONFLICT % (rest + b"\n", rest + b"\n"))
    done = local.run("check", "--offline")
    assert done.status == 3, done
    assert "unresolved merge conflict" in done.out
    assert f"specs/shop/{name}:2" in done.out


def test_a_missing_pin_is_called_that(local: Workshop) -> None:
    (local.root / "specs/shop/openapi.json").unlink()
    report = local.report("check", "--offline", status=1)
    lock = next(each for each in report["apis"][0]["subjects"] if each["name"] == "lock")
    assert (lock["state"], lock["why"]) == ("missing", "specs/shop/openapi.json is missing: run nemogen fetch shop")
    done = local.run("generate")
    assert done.status == 3
    assert "nemogen fetch shop" in done.out
    assert local.run("fetch").status == 0
    assert local.run("check", "--offline").status == 0


def test_a_source_that_is_not_there_is_an_input_at_fault_where_it_is_needed(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.push(None)
    assert synced.states("check", status=1)["upstream"] == "removed"
    done = synced.run("fetch")
    assert done.status == 3, done
    assert "404 Not Found" in done.out
    assert f"{SETTINGS}:1" in done.out
    assert upstream.raw.url in done.out


def test_add_says_which_url_gave_404(synced: Workshop, upstream: Upstream) -> None:
    url = f"{upstream.raw.url}/owner/docs/main/nowhere.json"
    done = synced.run("add", "other", url)
    assert done.status == 3, done
    assert url in done.out
    assert "404 Not Found" in done.out
    assert not (synced.root / "specs/other").exists()


def test_output_that_is_a_file_is_refused_by_name(local: Workshop) -> None:
    local.write("out", "mine")
    done = local.run("generate", "--output", "out")
    assert done.status == 4, done
    assert "out: --output is a file" in done.err
    assert (local.root / "out").read_text(encoding="utf-8") == "mine"


SECURED = {
    "security": [{"key": []}],
    "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
}


def test_record_without_a_key_names_the_variable(tmp_path_factory: pytest.TempPathFactory) -> None:
    spec = documents.shop()
    spec["security"] = SECURED["security"]
    spec["components"] |= SECURED["components"]
    files: dict[str, str | bytes] = {
        SETTINGS: '[source]\nfile = "docs/shop.json"\n[client]\nkey_env = "MY_SHOP_KEY"\n',
        "docs/shop.json": documents.text(spec),
    }
    shop = open_workshop(tmp_path_factory.mktemp("secured") / "project", files, {})
    assert shop.run("sync").status == 0
    done = shop.run("record", "shop", "GET /items", "--case", "all", "--base-url", "http://127.0.0.1:1")
    assert done.status == 4, done
    assert "MY_SHOP_KEY is not set" in done.err
    assert "Set MY_SHOP_KEY" in done.err


def test_a_client_and_an_operation_that_are_renamed_together_are_both_reported(local: Workshop) -> None:
    add_settings(local, '\n[package]\nclient = "Boutique"\n[operations."GET /items"]\nname = "goods.all"\n')
    report = local.report("generate", status=0)
    found = next(each for each in report["apis"][0]["subjects"] if each["name"] == "source")
    messages = "\n".join(each["message"] for each in found["findings"] if each["level"] == "breaking")
    assert "Shop" in messages
    assert "Boutique" in messages
    assert "items.list" in messages, messages


def test_a_yaml_spec_is_pinned_as_yaml_and_moves_with_its_source(local: Workshop) -> None:
    local.write("docs/shop.yaml", b"# upstream's comment\n" + documents.FIRST)
    done = local.run("add", "other", "docs/shop.yaml")
    assert done.status == 0, done
    pin = local.root / "specs/other/openapi.yaml"
    assert pin.read_bytes().startswith(b"# upstream's comment\n")
    assert not (local.root / "specs/other/openapi.json").exists()
    header = (local.root / "generated/other/src/other/client.py").read_text(encoding="utf-8").splitlines()[0]
    assert "specs/other/openapi.yaml" in header
    local.commit()
    assert local.run("check").status == 0
    (local.root / "specs/other/api.toml").write_text('[source]\nfile = "docs/shop.json"\n', encoding="utf-8")
    local.commit()
    assert local.run("sync", "other").status == 0
    assert (local.root / "specs/other/openapi.json").read_bytes() == documents.FIRST
    assert not pin.exists()
    assert git(local.root, "status", "--porcelain") == ""
    assert local.run("check").status == 0
    (local.root / "specs/other/api.toml").write_text('[source]\nfile = "docs/shop.yaml"\n', encoding="utf-8")
    assert local.run("fetch", "other").status == 0
    assert (pin.is_file(), (local.root / "specs/other/openapi.json").exists()) == (True, False)
