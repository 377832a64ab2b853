"""The pages of measured figures. Each is made of a committed file, so that `make docs` measures nothing itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.conformance import figures as conformance


def conformance_page(found: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The lines of the page of `make conformance`, below its title."""
    found = found or json.loads(conformance.FILE.read_text(encoding="utf-8"))
    names, keywords = (*found["versions"],), found["keywords"]
    total = sum(each["cases"] for each in keywords.values())
    yield from (
        f"The required cases of the [JSON-Schema-Test-Suite]({_SUITE}) for {found['draft']}, of {found['date']}.",
        "`make conformance` measures again.",
        "",
        "nemogen validates recordings against the schemas of a spec. A schema goes through its reader, model and",
        "writer, and then to jsonschema-rs. The two validators beside it are given the schema as it stands.",
        "",
        "| | version | right | of |",
        "|---|---|---|---|",
    )
    for name, version in found["versions"].items():
        yield f"| {name} | {version} | {sum(each[name] for each in keywords.values())} | {total} |"
    yield from ("", "## By keyword", "", f"| keyword or subject | cases | {' | '.join(names)} |", "|---" * 5 + "|")
    for keyword, each in keywords.items():
        yield f"| `{keyword}` | {each['cases']} | {' | '.join(str(each[name]) for name in names)} |"
    yield from ("", "## Where nemogen is wrong", "", "| case | why |", "|---|---|")
    yield from (f"| {case} | {why} |" for case, why in found["losses"].items())


_SUITE = "https://github.com/json-schema-org/JSON-Schema-Test-Suite"
