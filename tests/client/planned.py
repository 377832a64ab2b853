"""From small documents to plans and to the code of their clients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nemogen.client import client, planner
from nemogen.client.environment import environment
from nemogen.client.method_plan import Method
from nemogen.client.plan import ClientPlan
from nemogen.config import Settings
from nemogen.read_config import read_settings
from tests.naming.small import prepared

TEMPLATES = Path(__file__).parents[2] / "templates"
ENVIRONMENT = environment(TEMPLATES)


def settings(more: str = "") -> Settings:
    return read_settings("shop", f'[source]\nfile = "shop.json"\n{more}'.encode(), "api.toml")


def planned(document: Any, more: str = "") -> ClientPlan:
    return planner.plan(prepared(document, reserved=("Shop", "AsyncShop")), settings(more))


def method(document: Any, more: str = "") -> Method:
    """The one method of the document."""
    ((_, found),) = planned(document, more).methods()
    return found


def modules(document: Any, more: str = "") -> dict[str, str]:
    return client.modules(planned(document, more), ENVIRONMENT, "# header")
