"""names.toml in a project: it is written, compared, merged, and outlives the lock."""

from __future__ import annotations

from typing import Any

from tests.commands import documents
from tests.commands.workshop import Workshop
from tests.publish.repositories import git

FILE = "specs/shop/names.toml"


def grown() -> dict[str, Any]:
    """The shop with an operation before all others, whose bodies are named as those are."""
    inline = {"type": "object", "properties": {"item": {"type": "object", "properties": {"q": {"type": "string"}}}}}
    content = {"content": {"application/json": {"schema": inline}}}
    responses = {"200": {"description": "Done.", **content}}
    return {"/0": {"post": {"operationId": "createItem", "requestBody": content, "responses": responses}}}


def names(workshop: Workshop) -> list[str]:
    return (workshop.root / FILE).read_text(encoding="utf-8").splitlines()


def test_names_stay_without_the_lock_and_whatever_is_added(local: Workshop) -> None:
    before = names(local)
    assert '"GET /items" = { name = "items.list" }' in before
    assert any(line.startswith('"/components/schemas/Item" = { name = "Item"') for line in before)
    (local.root / "specs/shop/lock.json").unlink()
    local.write("specs/shop/openapi.json", documents.text(documents.shop(paths=grown())))
    done = local.run("generate", "--force")
    assert done.status == 0, done
    assert set(before) < set(names(local))
    assert sum(line.startswith('"POST /0"') for line in names(local)) == 1


def test_a_merge_that_contradicts_itself_is_found_and_settled(local: Workshop) -> None:
    before = names(local)
    text = "\n".join(before).replace("[methods]\n", '[methods]\n"GET /items" = { name = "items.find" }\n')
    local.write(FILE, f"{text}\n")
    report = local.report("check", "--offline", status=1)
    (subject,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "names"]
    (finding,) = subject["findings"]
    assert finding["message"].startswith("two names for GET /items: items.list and items.find")
    assert finding["revision"]["line"] == before.index("[methods]") + 2
    done = local.run("generate")
    assert done.status == 0, done
    assert names(local) == before
    assert "names" not in local.states("check", "--offline", status=0)


def listing(**fields: Any) -> Any:
    """An operation whose response holds an inline object `x` with these properties."""
    inner = {"type": "object", "properties": {name: {"type": "string"} for name in fields}}
    content = {"application/json": {"schema": {"type": "object", "properties": {"x": inner}}}}
    return {"get": {"responses": {"200": {"description": "Fine.", "content": content}}}}


def test_two_branches_that_gave_one_name_are_merged_and_the_other_is_reported_as_renamed(local: Workshop) -> None:
    here, there = {"/crates": listing(w="")}, {"/orders": listing(q="")}
    git(local.root, "switch", "--quiet", "--create", "there")
    for branch, paths in (("there", there), ("main", here)):
        git(local.root, "switch", "--quiet", branch)
        local.write("docs/shop.json", documents.text(documents.shop(paths=paths)))
        local.commit()
        assert local.run("sync", "--no-test").status == 0
    git(local.root, "merge", "--quiet", "there", status=1)
    names_file = local.root / FILE
    both = [line for line in names(local) if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
    names_file.write_text("\n".join(both) + "\n", encoding="utf-8")
    local.write("docs/shop.json", documents.text(documents.shop(paths=here | there)))
    git(local.root, "checkout", "--ours", *(f"specs/shop/{name}.json" for name in ("lock", "releases", "openapi")))
    assert local.run("fetch").status == 0
    done = local.run("generate")
    assert done.status == 3, done
    assert "A merge is in progress: where it changed the file" in done.out
    report = local.report("generate", "--force", status=0)
    notes = [each for subject in report["apis"][0]["subjects"] for each in subject["findings"]]
    (renamed,) = [each["message"] for each in notes if each["id"] == "name-renamed"]
    assert renamed.startswith("X is called OrderListX now (/paths/~1orders/get/")
    changelog = (local.root / "generated/shop/CHANGELOG.md").read_text(encoding="utf-8")
    assert "- X is called OrderListX now (/paths/" in changelog.split("### Changed")[1].split("###")[0]
    local.commit()
    assert local.states("check", status=0)["generated"] == "up to date"
    assert {line for line in both if "/orders" not in line and "~1orders" not in line} <= {*names(local)}
