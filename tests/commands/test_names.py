"""names.toml in a project: it is written, compared, merged, and outlives the lock."""

from __future__ import annotations

from typing import Any

from tests.commands import documents
from tests.commands.workshop import Workshop

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
