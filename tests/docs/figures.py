"""The pages of measured figures. Each is made of a committed file, so that `make docs` measures nothing itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from tests.bench import peers
from tests.conformance import figures as conformance


def conformance_page(found: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The lines of the page of `make conformance`, below its title."""
    found = found or json.loads(conformance.FILE.read_text(encoding="utf-8"))
    names, keywords = (*found["versions"],), found["keywords"]
    total = sum(each["cases"] for each in keywords.values())
    yield from (
        f"Results for the required cases of the [JSON-Schema-Test-Suite]({_SUITE}) for {found['draft']}, measured on",
        f"{found['date']}. `make conformance` repeats the measurement.",
        "",
        "nemogen validates recordings against the schemas of a spec. It reads each schema into its own model, writes",
        "it back, and passes the result to jsonschema-rs. The other two validators receive the original schema.",
        "",
        "| validator | version | correct | of |",
        "|---|---|---|---|",
    )
    for name, version in found["versions"].items():
        yield f"| {name} | {version} | {sum(each[name] for each in keywords.values())} | {total} |"
    yield from ("", "## By keyword", "", f"| keyword or subject | cases | {' | '.join(names)} |", "|---" * 5 + "|")
    for keyword, each in keywords.items():
        yield f"| `{keyword}` | {each['cases']} | {' | '.join(str(each[name]) for name in names)} |"
    yield from ("", "## Where nemogen is incorrect", "", "| case | why |", "|---|---|")
    yield from (f"| {case} | {why} |" for case, why in found["losses"].items())


_SUITE = "https://github.com/json-schema-org/JSON-Schema-Test-Suite"


def peers_page(found: Mapping[str, Any] | None = None) -> Iterator[str]:
    """The lines of the page of `make bench-peers`, below its title."""
    found = found or json.loads(peers.FILE.read_text(encoding="utf-8"))
    tools, checked = found["tools"], found["checked_with"]
    documents = next(iter(tools.values()))["documents"]
    yield from (
        f"nemogen and other generators ran on the same {len(documents)} specs on {found['date']}.",
        "`make bench-peers` repeats the measurement.",
        "",
        f"Checked with mypy {checked['mypy']} on Python {checked['python']}, and",
        f"with TypeScript {checked['typescript']} on Node.js {checked['node']}.",
        "",
        "| tool | version | writes | generates | imports | no type errors | processor time, median |",
        "|---|---|---|---|---|---|---|",
    )
    for name, tool in tools.items():
        yield f"| {name} | {tool['version']} | {tool['makes']}, {tool['language']} | {' | '.join(_summary(tool))} |"
    yield from ("", *_READING, "", "## Where another tool does better", "", *_better(tools), "", "## By spec", "")
    for language in ("Python", "TypeScript"):
        those = {name: tool for name, tool in tools.items() if tool["language"] == language}
        yield from (
            f"### {language}",
            "",
            *_CELLS[language],
            "",
            f"| spec | {' | '.join(those)} |",
            "|---" * (len(those) + 1) + "|",
        )
        for title in documents:
            cells = " | ".join(_outcome(tool["documents"][title]) for tool in those.values())
            yield f"| `{title}` | {cells} |"
        yield ""


_CELLS = {
    "Python": (
        "A cell contains the processor time and the problems of the package: pip does not install it, one of its",
        "modules cannot be imported, or mypy finds errors.",
    ),
    "TypeScript": ("A cell contains the processor time and the errors of `tsc --strict`.",),
}

_READING = (
    "- *Imports*: pip installs the package with its dependencies and extras, and all its modules can be imported. All",
    "  packages of a tool share an environment that contains nothing else. TypeScript modules are not imported.",
    "- *No type errors*: mypy with its default options, or `tsc --strict`, finds none. A package that mypy cannot read",
    "  because of a syntax error counts as having errors.",
    "- Each tool ran once per spec, with its default options, on a machine that was busy with other work: differences",
    "  of a few tenths of a second have no meaning.",
    "- nemogen and openapi-generator also write tests, a README and documentation. This page does not compare what the",
    "  tools write, nor whether they cover everything in the spec.",
    "- Refusing a spec can be correct: some have no operations or are not valid.",
    "- The specs are every twelfth of `tests/cases`, which were written for nemogen, and every sixth of the specs",
    "  of other generators, by name. They are small.",
)


def _summary(tool: Mapping[str, Any]) -> Iterator[str]:
    """How many documents came how far, and the median of the seconds of those that came to anything."""
    made = [each for each in tool["documents"].values() if each["generates"]]
    yield f"{len(made)} of {len(tool['documents'])}"
    yield f"{sum(each['imports'] for each in made)} of {len(made)}" if tool["language"] == "Python" else "–"
    yield f"{sum(each['errors'] == 0 for each in made)} of {len(made)}"
    yield f"{median(each['seconds'] for each in made):.2f} s" if made else ""


def _outcome(one: Mapping[str, Any]) -> str:
    """Of one tool and one document."""
    if not one["generates"]:
        return "refused"
    wrong = ["does not install"] if not one.get("installs", True) else []
    wrong += ["does not import"] if not wrong and not one.get("imports", True) else []
    errors = one["errors"]
    wrong += ["cannot be type-checked"] if errors is None else [f"{errors} type errors"] if errors else []
    return ", ".join((f"{one['seconds']:.2f} s", *wrong)).replace(" 1 type errors", " 1 type error")


def _better(tools: Mapping[str, Any]) -> Iterator[str]:
    """What another tool makes of a document from which nemogen makes less, and who is quicker."""
    ours = tools["nemogen"]["documents"]
    for title, one in ours.items():
        others = [name for name, tool in tools.items() if _rank(tool["documents"][title]) > _rank(one)]
        if others:
            yield f"- `{title}`: nemogen: {_outcome(one)}. Better: {'; '.join(others)}."
    speed = {name: median(each["seconds"] for each in tool["documents"].values()) for name, tool in tools.items()}
    quicker = [name for name, seconds in speed.items() if seconds < speed["nemogen"]]
    if quicker:
        yield f"- In processor time, by the median of all specs: {'; '.join(quicker)}."


def _rank(one: Mapping[str, Any]) -> int:
    """0 refused, 1 generated, 2 installs and imports, 3 without errors of types."""
    if not one["generates"]:
        return 0
    return 1 if not one.get("imports", True) else 2 if one["errors"] != 0 else 3
