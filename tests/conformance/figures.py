"""`python -m tests.conformance.figures SUITE`: writes figures.json, of which `make docs` makes a page.

`make conformance` runs it after the tests. The figures are counted for each keyword, for nemogen (a schema goes through
reader, model and writer, and then to jsonschema-rs) and for two validators that are given the schema as it stands.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import jsonschema
import jsonschema_rs
import referencing
from referencing.jsonschema import DRAFT202012

from tests.conformance.losses import LOSSES
from tests.conformance.suite import DRAFT, Case, cases, load, outcomes

FILE = Path(__file__).with_name("figures.json")
NEMOGEN = "nemogen"
PEERS = ("jsonschema-rs", "jsonschema")


def figures(suite: Path) -> Mapping[str, Any]:
    """Versions, the day, and by keyword how many cases there are and how many come out right."""
    right: Mapping[str, Counter[str]] = {NEMOGEN: Counter(), **{peer: Counter() for peer in PEERS}}
    total = Counter(keyword_of(case) for case in cases(suite))
    for outcome in outcomes(suite):
        right[NEMOGEN][keyword_of(outcome.case)] += outcome.is_right
    for peer in PEERS:
        for case, found in judged(peer, suite):
            right[peer][keyword_of(case)] += found is case.is_valid
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "draft": DRAFT,
        "versions": {name: version(name) for name in (NEMOGEN, *PEERS)},
        "keywords": {
            keyword: {"cases": total[keyword], **{name: each[keyword] for name, each in right.items()}}
            for keyword in sorted(total)
        },
        "losses": dict(LOSSES),
    }


def keyword_of(case: Case) -> str:
    """The file of the suite that a case is of: it is named after a keyword or a subject."""
    return case.name.partition(": ")[0]


def judged(peer: str, suite: Path) -> Iterator[tuple[Case, bool | None]]:
    """What a validator finds of each case, given the schema as it stands; None where it refuses the schema."""
    schema: object = None
    validator: Any = None
    for case in cases(suite):
        if case.schema is not schema:
            schema = case.schema
            validator = _validator(peer, schema, suite)
        try:
            yield case, None if validator is None else validator.is_valid(case.instance)
        except (referencing.exceptions.Unresolvable, RecursionError, re.error):
            yield case, None


def _validator(peer: str, schema: Any, suite: Path) -> Any:
    if peer == "jsonschema":
        registry: Any = referencing.Registry(retrieve=lambda uri: _resource(uri, suite))  # type: ignore[call-arg]
        return jsonschema.Draft202012Validator(schema, registry=registry)
    try:
        return jsonschema_rs.Draft202012Validator(
            schema, validate_formats=False, retriever=cast(Any, lambda uri: load(uri, suite))
        )
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError):
        return None


def _resource(uri: str, suite: Path) -> referencing.Resource[Any]:
    return referencing.Resource.from_contents(load(uri, suite), default_specification=DRAFT202012)


def main(folder: Path) -> None:
    """Write the file."""
    suite = next(path for path in (folder, *folder.glob("*")) if (path / "tests" / DRAFT).is_dir())
    FILE.write_text(json.dumps(figures(suite), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{FILE.name} is written: make docs makes a page of it\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
