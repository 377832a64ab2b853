"""What a rule means, whom it hits, what to do about it, and a pair of documents or of code that shows it."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from nemogen.diff.advice import advice_of, hit_by
from nemogen.diff.python.examples import EXAMPLES as PYTHON_EXAMPLES
from nemogen.diff.python.rules import SOURCE_RULES, SourceRule
from nemogen.diff.rules import RULES, Rule
from nemogen.diff.schema_rules import ALIASES, CHANGES, SCOPES
from nemogen.findings import Direction, Level
from nemogen.openapi.json_value import JsonObject, JsonValue

_LEVELS: Final[Mapping[Level, str]] = {
    Level.ERROR: "The document cannot be used as it is.",
    Level.BREAKING: "Breaking: code that worked fails or is rejected.",
    Level.RISKY: "Risky: code may fail or behave otherwise, depending on what it does.",
    Level.ADDITIVE: "Additive: code that worked goes on working.",
    Level.DOCS: "Prose: no call and no response changes.",
    Level.UNREACHABLE: "Unreachable: no operation leads there.",
    Level.NOTE: "A note: nothing changes for callers.",
}


def explain_rule(id_: str) -> str | None:
    """The explanation of a rule as text for people; None where there is no such rule."""
    rule = RULES.get(id_) or SOURCE_RULES.get(id_)
    if rule is None:
        return None
    meaning = rule.meaning if isinstance(rule, SourceRule) else rule.message
    blocks = [
        ("", f"{rule.id} ({rule.level})"),
        ("meaning", _sentence(rule.id, meaning)),
        ("level", _LEVELS[rule.level]),
        ("hit", hit_by(rule)),
        ("do", advice_of(rule)),
        ("example", "\n".join(_example_lines(rule))),
    ]
    return "".join(f"{_headed(head, text)}\n" for head, text in blocks)


def example_of(rule: Rule | SourceRule) -> tuple[JsonValue, JsonValue]:
    """The base and the revision of the rule's example: schemas, parts of a document, or lines of Python."""
    if isinstance(rule, SourceRule):
        return PYTHON_EXAMPLES[rule.id]
    change = change_of(rule)
    if change is None:
        found = examples()["documents"][rule.id]
    else:
        found = examples()["schemas"][change]
        own = found.get("response") if rule.direction is Direction.RESPONSE else None
        found = {**found, **own} if isinstance(own, Mapping) else found
    return found["base"], found["revision"]


def change_of(rule: Rule) -> str | None:
    """The name of the change of a schema that a rule is of, without its scope; None for any other rule."""
    return _changes().get(rule.id)


@cache
def _changes() -> Mapping[str, str]:
    ids = ((f"{scope}-{row[0]}", row[0]) for scope in SCOPES for row in CHANGES)
    return {ALIASES.get(id_, id_): change for id_, change in ids}


@cache
def examples() -> Mapping[str, Mapping[str, JsonObject]]:
    """The examples as examples.json holds them: of changes of a schema, and of other rules as parts of documents."""
    text = files("nemogen.diff").joinpath("examples.json").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, JsonObject]] = json.loads(text)
    return found


def _example_lines(rule: Rule | SourceRule) -> Iterator[str]:
    """The example as a diff of Python or YAML, with all lines that stay."""
    base, revision = (side if isinstance(side, str) else _as_yaml(side) for side in example_of(rule))
    for line in difflib.ndiff(base.splitlines(), revision.splitlines()):
        if not line.startswith("?"):
            yield line.rstrip()


def _as_yaml(side: JsonValue) -> str:
    """A schema, or the parts of a document with its only operation where it belongs."""
    if isinstance(side, Mapping) and "operation" in side:
        rest = {key: value for key, value in side.items() if key != "operation"}
        side = {"paths": {"/x": {"post": side["operation"]}}, **rest}
    return str(yaml.dump(side, Dumper=_Dumper, sort_keys=False, allow_unicode=True)) if side != {} else ""


class _Dumper(yaml.SafeDumper):
    """Writes repeated values in full, not as aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


_SUBJECTS: Final = (
    (r"(?<!pattern)(?<!discriminator)-property(?!-name)", "the property"),
    (r"header", "the header"),
    (r"parameter", "the parameter"),
    (r"^(request|response)-(body|mediatype)", "the body"),
    (r"^response", "the response"),
    (r"", "NAME"),
)
"""What a finding is about, by a part of its rule's id."""


def _sentence(id_: str, message: str) -> str:
    what = next(text for pattern, text in _SUBJECTS if re.search(pattern, id_))
    if id_.startswith(("api-", "server")):
        what = "NAME"
    text = message.format(what=what, value="VALUE", old="OLD", new="NEW", names="NAME")
    return f"{text[:1].upper()}{text[1:]}."


def _headed(head: str, text: str) -> str:
    """A block under its heading, indented."""
    if not head:
        return text
    lines = "\n".join(f"    {line}" for line in text.splitlines())
    return f"  {head}\n{lines}"
