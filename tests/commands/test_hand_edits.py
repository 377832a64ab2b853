"""What a hand changed in generated/ is never lost unasked, and what nemogen does not know is never deleted."""

from __future__ import annotations

import pytest

from tests.commands import documents
from tests.commands.workshop import Workshop
from tests.publish.trees import tree

CLIENT = "generated/shop/src/shop/client.py"
ITEMS = "generated/shop/src/shop/resources/items.py"
ORDERS = "generated/shop/src/shop/resources/orders.py"
ORDER_PATHS = {"/orders": {"get": {"operationId": "listOrders", "responses": {"204": {"description": "None."}}}}}
WITH_ORDERS = documents.text(documents.shop(paths=ORDER_PATHS))


def edit(workshop: Workshop, path: str, line: str = "# mine\n") -> None:
    file = workshop.root / path
    file.write_bytes(file.read_bytes() + line.encode())


def test_a_hand_edit_is_refused_with_the_difference_and_where_it_belongs(local: Workshop) -> None:
    edit(local, CLIENT)
    edit(local, "generated/shop/src/shop/models.py", "# \x1b[31mred\n")
    edit(local, "generated/shop/src/shop/_runtime/retry.py")
    before = local.tree()
    done = local.run("generate")
    assert done.status == 3, done
    assert f"{CLIENT}, from what nemogen writes to what is there:\n    @@" in done.err
    assert "\n    +# mine\n" in done.err
    assert "\n    +# \\x1b[31mred\n" in done.err
    of_client = "specs/shop/overlay.yaml (what the API says), templates/client/ (how it is written), or a mixin in"
    assert f"The change belongs to {of_client} specs/shop/custom/ (what you add)" in done.out
    assert (
        "The change belongs to specs/shop/overlay.yaml (what the API says), templates/models/ (how it is written)"
        in done.out
    )
    assert (
        "The change belongs to nemogen itself; what you add, to a mixin of the client in specs/shop/custom/" in done.out
    )
    assert "--force" in done.out
    assert local.tree() == before


def test_force_overwrites_a_hand_edit(local: Workshop) -> None:
    before = local.tree()
    edit(local, CLIENT)
    assert local.run("generate", "--force").status == 0
    assert local.tree() == before


def test_sync_says_of_an_edited_and_a_deleted_file_what_check_says(local: Workshop) -> None:
    """Their commit would lead to the next refusal: HandEdited."""
    before = local.tree()
    edit(local, CLIENT)
    (local.root / "generated/shop/README.md").unlink()
    done = local.run("sync")
    assert done.status == 4, done
    remedy = "nemogen generate --force shop"
    assert done.out.count(remedy) == 2
    assert "nemogen explain file-edited" in done.out
    assert "Commit, stash" not in done.out
    assert f"{remedy} drops it" in local.run("check").out
    assert local.run("generate", "--force").status == 0
    assert local.tree() == before
    assert local.run("sync").status == 0


@pytest.mark.slow
def test_an_edit_that_is_what_would_be_written_is_none(local: Workshop) -> None:
    local.write("specs/shop/openapi.json", documents.MORE)
    assert local.run("generate").status == 0
    written = (local.root / CLIENT).parent.joinpath("models.py").read_bytes()
    local.run("generate")
    local.write("specs/shop/openapi.json", documents.FIRST)
    assert local.run("generate").status == 0
    local.write("generated/shop/src/shop/models.py", written)
    local.write("specs/shop/openapi.json", documents.MORE)
    assert local.run("generate").status == 0


def test_files_that_nemogen_does_not_know_are_left_alone_and_reported(local: Workshop) -> None:
    local.write("generated/shop/mine.txt", "mine\n")
    local.write("generated/shop/src/shop/mine.py", "MINE = 1\n")
    local.write("specs/shop/openapi.json", documents.MORE)
    assert local.run("generate").status == 0
    assert (local.root / "generated/shop/mine.txt").read_text(encoding="utf-8") == "mine\n"
    done = local.run("check", "--offline")
    assert done.status == 1
    assert "generated/shop/src/shop/mine.py: not written by nemogen" in done.out


def test_a_file_that_is_in_the_way_of_a_new_one_is_not_overwritten_unasked(local: Workshop) -> None:
    local.write(ORDERS, "MINE = 1\n")
    local.write("specs/shop/openapi.json", WITH_ORDERS)
    before = local.tree()
    done = local.run("generate")
    assert done.status == 3, done
    assert "a file that nemogen did not write is in the way" in done.out
    assert ORDERS in done.out
    assert local.tree() == before


def test_files_of_a_removed_operation_are_deleted_if_nobody_edited_them(local: Workshop) -> None:
    local.write("specs/shop/openapi.json", WITH_ORDERS)
    assert local.run("generate").status == 0
    assert (local.root / ORDERS).is_file()
    local.write("specs/shop/openapi.json", documents.FIRST)
    assert local.run("generate").status == 0
    assert not (local.root / ORDERS).exists()


def test_an_edited_file_of_a_removed_operation_is_never_deleted(local: Workshop) -> None:
    local.write("specs/shop/openapi.json", WITH_ORDERS)
    assert local.run("generate").status == 0
    edit(local, ORDERS)
    local.write("specs/shop/openapi.json", documents.FIRST)
    assert local.run("generate").status == 3
    assert local.run("generate", "--force").status == 0
    assert (local.root / ORDERS).read_text(encoding="utf-8").endswith("# mine\n")
    assert local.states("check", "--offline", status=1)["generated"] == "extra files"


@pytest.mark.slow
def test_a_hand_edit_that_was_committed_is_refused_too(local: Workshop) -> None:
    edit(local, ITEMS)
    local.commit()
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    head = local.head()
    done = local.run("sync")
    assert done.status == 3, done
    assert local.head() == head
    assert local.run("sync", "--force").status == 0
    assert "# mine" not in (local.root / ITEMS).read_text(encoding="utf-8")


def test_output_to_another_folder_leaves_the_project_as_it_is(local: Workshop) -> None:
    out = local.root.parent / "out"
    before = local.tree()
    assert local.run("generate", "--output", str(out)).status == 0
    package = {path: content for path, content in before.items() if path.startswith("generated/")}
    assert {f"generated/{path}": content for path, content in tree(out).items()} == package
    assert local.tree() == before
    assert not (out / ".nemogen").exists()
    again = local.run("generate", "--output", str(out))
    assert again.status == 0, again
    assert "next:" not in again.out, "nothing of the project is to be committed"


def test_output_does_not_write_into_a_folder_that_holds_something_else(local: Workshop) -> None:
    out = local.root.parent / "out"
    (out / "shop").mkdir(parents=True)
    (out / "shop" / "README.md").write_text("mine\n", encoding="utf-8")
    done = local.run("generate", "--output", str(out))
    assert done.status == 3, done
    assert (out / "shop" / "README.md").read_text(encoding="utf-8") == "mine\n"
    assert local.run("generate", "--output", str(out), "--force").status == 0
    done = local.run("generate", "--output", "generated")
    assert done.status == 4, done
    assert "the project's own package" in done.out
