"""`diff --used-by`: whose code a change hits, of two programs that call the shop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import documents
from tests.commands.workshop import Workshop

CALLERS = Path(__file__).parents[1] / "diff" / "python" / "callers"
SPREAD = """\
from typing import Any

from shop import Shop


def items(client: Shop, **given: Any) -> object:
    return client.items.list(**given)
"""


@pytest.fixture
def callers(local: Workshop) -> Workshop:
    """A project with two programs in app/, and a revision of the shop's document."""
    for name in ("stock_list", "price_import"):
        local.write(f"app/{name}.py", (CALLERS / f"{name}.py").read_text(encoding="utf-8"))
    local.write("less.json", documents.LESS)
    return local


@pytest.mark.slow
def test_diff_fails_only_for_what_a_program_uses(callers: Workshop) -> None:
    arguments = ("diff", "shop", "less.json", "--fail-on", "breaking-used", "--used-by")
    listing = callers.report(*arguments, "app/stock_list.py", status=0)
    adding = callers.report(*arguments, "app/price_import.py", status=1)
    assert (listing["fail_on"], listing["apis"][0]["verdict"], listing["apis"][0]["level"]) == (
        "breaking-used", "clean", "breaking",
    )  # fmt: skip
    (removed,) = [each for each in breaking(adding) if each["area"] == "paths"]
    assert [(line["file"], line["line"]) for line in removed["used_by"]] == [("app/price_import.py", 14)]
    assert all(each["used_by"] == [] for each in breaking(listing))
    shown = callers.run(*arguments, "app").out
    assert "used at app/price_import.py:14" in shown
    assert "the code uses client." in shown
    callers.write("unrelated.py", "print(1)\n")
    assert "no name of shop" in callers.run(*arguments, "unrelated.py").out


@pytest.mark.slow
def test_what_only_may_be_used_is_said_to_be_and_fails(callers: Workshop) -> None:
    callers.write("spread.py", SPREAD)
    callers.write("limited.json", documents.text(documents.shop(limit={"type": "integer", "maximum": 3})))
    arguments = ("diff", "shop", "limited.json", "--fail-on", "breaking-used", "--used-by", "spread.py")
    (limit,) = breaking(callers.report(*arguments, status=1))
    assert (limit["used_by"], [line["line"] for line in limit["maybe_used_by"]]) == ([], [7])
    assert "maybe used at spread.py:7" in callers.run(*arguments).out


def breaking(report: dict[str, Any]) -> list[dict[str, Any]]:
    found = [each for api in report["apis"] for subject in api["subjects"] for each in subject["findings"]]
    return [each for each in found if each["level"] == "breaking"]


def test_code_is_read_with_the_types_of_an_api(callers: Workshop) -> None:
    callers.write("first.json", documents.FIRST)
    done = callers.run("diff", "first.json", "less.json", "--used-by", "app")
    assert done.status == 3
    assert "--used-by needs an API" in done.err
    assert "(shop)" in done.err
    assert callers.run("diff", "shop", "less.json", "--used-by", "nowhere").status == 3
    assert callers.run("diff", "shop", "less.json", "--fail-on", "breaking-used").status == 2
