"""specs/<api>/custom/: mixins of the generated classes, and their tests; what upstream does to them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from nemogen.commands.api import read_api
from nemogen.commands.baseline import on_disk
from nemogen.commands.custom_checks import check_custom
from nemogen.project import Project
from nemogen.report.model import State
from tests.commands import documents
from tests.commands.workshop import Workshop

FOLDER = "specs/shop/custom"
GOODS = '''\
"""What a shop adds to its client."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..client import Shop
    from ..models import Item
    from ..resources.items import Items


class ItemMixin:
    def label(self) -> str:
        item = cast("Item", self)
        return f"{item.name}: {item.price}"


class ItemsMixin:
    def names(self) -> list[str]:
        return [each.name for each in cast("Items", self).list()]


class ShopMixin:
    def first(self) -> str:
        return cast("Shop", self).items.names()[0]
'''
TEST = """\
from shop import Item, Shop


def test_a_label_has_the_price() -> None:
    assert Item(name="tea", price=2).label() == "tea: 2.0"
    assert callable(Shop.first)
"""


def planted(local: Workshop) -> Workshop:
    local.write(f"{FOLDER}/goods.py", GOODS)
    local.write(f"{FOLDER}/tests/test_goods.py", TEST)
    return local


def findings(report: dict[str, Any], name: str) -> list[tuple[str, str, int]]:
    (subject,) = [each for each in report["apis"][0]["subjects"] if each["name"] == name]
    return [(each["message"], each["revision"]["file"], each["revision"]["line"]) for each in subject["findings"]]


@pytest.mark.slow
def test_a_mixin_is_a_base_of_the_generated_class_and_survives_what_upstream_adds(local: Workshop) -> None:
    planted(local)
    local.commit()
    states = local.states("sync", status=0)
    assert states["custom code"] == "ok"
    for path, statement in (
        ("models.py", "class Item(ItemMixin, Model"),
        ("resources/items.py", "class Items(ItemsMixin):"),
        ("client.py", "class Shop(ShopMixin, SyncClient):"),
        ("custom/goods.py", GOODS),
    ):
        assert statement in (local.root / "generated/shop/src/shop" / path).read_text(encoding="utf-8"), path
    code = "import shop; assert shop.Item(name='tea', price=1).label() == 'tea: 1.0'; shop.Shop.first"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=local.root / "generated/shop/src", capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    local.write("docs/shop.json", documents.MORE)
    local.commit()
    assert local.states("sync", status=0)["custom code"] == "ok"
    assert local.version() == "0.1.2"
    assert (local.root / "generated/shop/tests/custom/test_goods.py").read_text(encoding="utf-8") == TEST


@pytest.mark.slow
def test_what_upstream_breaks_is_found_with_its_line_and_nothing_is_written(local: Workshop) -> None:
    strict = documents.shop()
    strict["components"]["schemas"]["Item"]["required"] = ["name", "price"]
    planted(local).write("docs/shop.json", documents.text(strict))
    local.commit()
    assert local.run("sync", "--accept", "breaking").status == 0
    before = local.tree()
    less = documents.without(strict, "components", "schemas", "Item", "properties", "price")
    less["components"]["schemas"]["Item"]["required"] = ["name"]
    local.write("docs/shop.json", documents.text(less))
    report = local.report("sync", "--accept", "breaking", "--no-commit", status=1)
    found = findings(report, "custom code")
    line = GOODS.splitlines().index('        return f"{item.name}: {item.price}"') + 1
    assert [message for message, *where in found if where == [f"{FOLDER}/goods.py", line]] == [
        '"Item" has no attribute "price"  [attr-defined]'
    ]
    assert any(file == f"{FOLDER}/tests/test_goods.py" for _, file, _ in found)
    local.write("docs/shop.json", documents.text(strict))
    assert local.tree() == before


def test_a_mixin_that_fits_nothing_is_refused_with_its_line(local: Workshop) -> None:
    local.write(f"{FOLDER}/goods.py", "class ItmeMixin:\n    pass\n\n\nclass ItemMixin:\n    name = 1\n")
    done = local.run("generate")
    assert done.status == 3, done
    said = done.out + done.err
    assert "ItmeMixin: the package has no class Itme" in said
    assert "Did you mean ItemMixin?" in said
    assert "Item.name is generated, and would hide that of ItemMixin" in said
    assert f"{FOLDER}/goods.py:1" in said
    assert f"{FOLDER}/goods.py:6" in said
    local.write(f"{FOLDER}/goods.py", "class ItemMixin(:\n")
    done = local.run("generate")
    assert done.status == 3, done
    assert f"{FOLDER}/goods.py:1" in done.out + done.err


@pytest.mark.slow
def test_without_project_code_it_is_taken_in_and_not_run(local: Workshop) -> None:
    planted(local)
    assert local.run("generate").status == 0
    states = local.states("check", "--full", "--offline", "--no-project-code", status=0)
    assert states["custom code"] == "skipped"
    local.write(f"{FOLDER}/goods.py", GOODS.replace("{item.price}", "{item.prize}"))
    assert local.states("check", "--offline", status=1)["generated"] != "up to date"
    api = read_api(Project(local.root), "shop")
    assert [each.state for each in check_custom(api, on_disk(api).files)] == [State.OK]


def test_an_edit_of_the_copy_is_refused_and_says_where_it_belongs(local: Workshop) -> None:
    planted(local)
    assert local.run("generate").status == 0
    local.write("generated/shop/src/shop/custom/goods.py", GOODS + "\n# mine\n")
    done = local.run("generate", "--no-cache")
    assert done.status != 0
    assert "The change belongs to specs/shop/custom/. To lose it: --force." in done.out + done.err
