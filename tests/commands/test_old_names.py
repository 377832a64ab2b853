"""The old names of what is renamed: kept, deprecated and reported with both names, for two minor releases."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from nemogen.commands.planned_package import compare_plans, plan_package
from nemogen.commands.planned_surface import surface_of
from nemogen.config import Settings
from nemogen.diff.python.surface_reader import read
from nemogen.document import Document
from nemogen.given_names import Entry, Names, dump_names, parse_names
from nemogen.naming.rename import Renames
from nemogen.old_names import with_old_names, without_expired
from nemogen.read_config import read_settings
from tests.commands import documents
from tests.commands.test_python_side import own
from tests.commands.workshop import Workshop
from tests.naming.small import prepared

ROWS = """
[models]
Item = "Article"

[resources]
items = "articles"

[operations]
"items.create" = "articles.add"
"""
TABLES: dict[str, Any] = {
    "models": {"Item": "Article"},
    "resources": {"items": "articles"},
    "operations": {"items.create": "articles.add"},
}
CALLER = """
import inspect, warnings
import shop, shop.models
from shop import AsyncShop, Shop
from shop.testing import FakeServer

def said(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = call()
    return found, [str(each.message) for each in caught]

assert said(lambda: shop.Item) == (shop.Article, ["shop.Item: Renamed to `Article` after 0.1.0."])
assert said(lambda: shop.models.Item)[0] is said(lambda: shop.models.Article)[0]
client = Shop()
old, warned = said(lambda: client.items)
assert old is client.articles and warned == ["Renamed to `articles` after 0.1.0."], warned
for owner in (type(Shop().articles), type(AsyncShop().articles)):
    assert owner.create.__deprecated__ == "Renamed to `add` after 0.1.0."
    assert [*inspect.signature(owner.create).parameters] == [*inspect.signature(owner.add).parameters]
client.articles.add = lambda **given: given
sent, warned = said(lambda: client.articles.create(name="a"))
assert sent["name"] == "a" and len(warned) == 1
assert hasattr(client.articles.with_raw_response, "create")
"""


def plan_settings() -> Settings:
    return read_settings("shop", b'[source]\nfile = "shop.json"\n', "api.toml")


def documents_before_and_after() -> tuple[Document, Document]:
    spec = documents.shop()
    before = prepared(spec)
    after = prepared(spec, kept=before.names, renames=Renames(**TABLES))
    return before, replace(after, names=with_old_names(after.names, before.names, ["0.1.0"]))


def test_both_names_are_kept_for_two_minor_releases() -> None:
    before = Names(methods={"GET /a": Entry("a.list")}, classes={"/x": Entry("X", "0" * 16)})
    now = Names(methods={"GET /a": Entry("a.all")}, classes={"/x": Entry("Y", "0" * 16)})
    names = with_old_names(now, before, ["0.1.0"])
    assert names.methods["GET /a"].old == ("a.list 0.1.0",)
    assert parse_names(dump_names(names), "names.toml") == names
    again = with_old_names(now, names, ["0.2.1", "0.2.0", "0.1.0"])
    assert again == names
    assert without_expired(names, ["0.2.1", "0.2.0", "0.1.0"]) == names
    assert without_expired(names, ["0.3.0", "0.2.0", "0.1.0"]) == now


@pytest.mark.parametrize("versions", [[], ["0.2.0"]])
def test_a_name_that_nobody_had_or_that_is_in_use_again_is_not_old(versions: list[str]) -> None:
    before = Names(classes={"/x": Entry("X"), "/y": Entry("Y")})
    now = Names(classes={"/x": Entry("Z"), "/y": Entry("X")})
    assert with_old_names(now, before, versions).classes["/x"].old == ()


@pytest.mark.slow  # two packages are generated
def test_a_renamed_class_resource_and_method_go_on_to_work(local: Workshop) -> None:
    settings = local.root / "specs/shop/api.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + ROWS, encoding="utf-8")
    report = local.report("generate", status=0)
    (subject,) = [each for each in report["apis"][0]["subjects"] if each["name"] == "source"]
    assert {each["level"] for each in subject["findings"]} == {"risky"}
    reported = {each["message"] for each in subject["findings"]}
    assert "`client.items` was renamed to `articles`; the old name is deprecated" in reported
    assert "`Item` was renamed to `Article`; the old name is deprecated" in reported
    changelog = (local.root / "generated/shop/CHANGELOG.md").read_text(encoding="utf-8")
    assert "`Item` was renamed to `Article`; the old name is deprecated" in changelog
    source = local.root / "generated/shop/src"
    subprocess.run([sys.executable, "-c", CALLER], env={"PYTHONPATH": str(source)}, check=True, timeout=120)
    files = {f"src/{path.relative_to(source).as_posix()}": path.read_bytes() for path in source.rglob("*.py")}
    written = read(files)
    assert written.old_names[".Item"] == ".models.Article"
    assert {"articles"} == {each.renamed_to for each in _members(written, ".client.Shop") if each.renamed_to}
    assert {"add"} == {each.renamed_to for each in _members(written, ".resources.articles.Articles") if each.renamed_to}


def _members(surface: Any, name: str) -> Any:
    return own(surface)[name].members.values()  # type: ignore[union-attr]


def test_the_plan_of_a_rename_is_deprecated_and_its_end_a_removal() -> None:
    before, after = documents_before_and_after()
    settings = plan_settings()
    old, new = (plan_package(each, settings) for each in (before, after))
    found = {each.key: each for each in compare_plans(old, new)}
    assert {each.level.value for each in found.values()} == {"risky"}, found
    assert {each.id for each in found.values()} == {
        "python-name-deprecated",
        "python-attribute-deprecated",
        "python-method-deprecated",
    }
    assert surface_of(new, "spec", with_constructors=False).old_names[".ItemParam"] == ".params.ArticleParam"
    expired = plan_package(prepared(documents.shop(), kept=before.names, renames=Renames(**TABLES)), settings)
    gone = {each.id for each in compare_plans(new, expired)}
    assert gone == {"python-name-removed", "python-attribute-removed", "python-method-removed"}
