"""Which changes hit programs that call the mistral-nemo client."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.python.read_usage import read_usage
from nemogen.diff.python.surface import Surface
from nemogen.diff.python.surface_reader import read
from nemogen.diff.python.usage import Callers, methods_of_operations
from nemogen.errors import ConfigError
from nemogen.findings import Finding, Level

ROOT = Path(__file__).resolve().parents[3]
CALLERS = Path(__file__).parent / "callers"
PACKAGE = ROOT / "generated" / "mistral-nemo"
PIN = ROOT / "specs" / "mistral-nemo" / "openapi.json"
CHAT = "/v1/chat/completions"


@functools.cache
def files() -> Mapping[str, bytes]:
    return {str(path.relative_to(PACKAGE)): path.read_bytes() for path in PACKAGE.rglob("src/**/*.py")}


@functools.cache
def surface() -> Surface:
    return read(files())


@pytest.fixture(scope="module", params=["chat_loop", "summaries", "weather_tool"])
def program(request: pytest.FixtureRequest) -> tuple[str, Callers]:
    path = CALLERS / f"{request.param}.py"
    usage = read_usage([path], PACKAGE / "src", surface())
    return path.stem, Callers(usage, surface(), methods_of_operations(files(), surface()))


def request_schema(document: Any) -> Any:
    return document["paths"][CHAT]["post"]["requestBody"]["content"]["application/json"]["schema"]


def resolved(document: Any, schema: Any) -> Any:
    while "$ref" in schema:
        found = document
        for name in schema["$ref"].removeprefix("#/").split("/"):
            found = found[name]
        schema = found
    return schema


def answer(document: Any) -> Any:
    responses = document["paths"][CHAT]["post"]["responses"]
    return resolved(document, responses["200"]["content"]["application/json"]["schema"])


def choice(document: Any) -> Any:
    return resolved(document, answer(document)["properties"]["choices"]["items"])


def drop_temperature(document: Any) -> None:
    del resolved(document, request_schema(document))["properties"]["temperature"]


def drop_id(document: Any) -> None:
    del answer(document)["properties"]["id"]


def change_finish_reason(document: Any) -> None:
    choice(document)["properties"]["finish_reason"] = {"type": "integer"}


def drop_operation(document: Any) -> None:
    del document["paths"][CHAT]


def require_a_user(document: Any) -> None:
    schema = resolved(document, request_schema(document))
    schema["properties"]["user"] = {"type": "string"}
    schema["required"] = [*schema.get("required", []), "user"]


def limit_seed(document: Any) -> None:
    resolved(document, request_schema(document))["properties"]["seed"]["maximum"] = 3


CHANGES: dict[Callable[[Any], None], tuple[str, dict[str, list[int]]]] = {
    drop_temperature: ("request-property-removed", {"chat_loop": [14], "summaries": [], "weather_tool": [18]}),
    drop_id: ("response-required-property-removed", {"chat_loop": [], "summaries": [24], "weather_tool": []}),
    change_finish_reason: ("response-property-type-changed", {"chat_loop": [], "summaries": [23], "weather_tool": []}),
    drop_operation: (
        "api-path-removed-without-deprecation",
        {"chat_loop": [13], "summaries": [19], "weather_tool": [18]},
    ),
    require_a_user: ("new-required-request-property", {"chat_loop": [13], "summaries": [19], "weather_tool": [18]}),
    limit_seed: ("request-property-max-decreased", {"chat_loop": [], "summaries": [], "weather_tool": [18]}),
}
"""What becomes of the document, the rule, and the lines of each program that it hits.

The arguments of weather_tool come out of a dict whose keys nobody knows: any argument may be one of them.
"""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_marked_with_the_lines_that_use_it(
    program: tuple[str, Callers], change: Callable[[Any], None]
) -> None:
    name, callers = program
    base = json.loads(PIN.read_bytes())
    revision = json.loads(PIN.read_bytes())
    change(revision)
    rule, lines = CHANGES[change]
    marked = [each for each in callers.mark(compare(base, revision)) if each.id.startswith(rule[:20])]
    assert [rule in each.id for each in marked], marked
    used = {line.line for each in marked for line in each.used_by or ()}
    assert sorted(filter(None, used)) == lines[name]


def test_a_finding_on_the_package_is_marked_by_its_names(program: tuple[str, Callers]) -> None:
    name, callers = program
    method = "client.chat.completions.create"
    keys = {
        f"{method}(max_tokens)": {"summaries": [20], "weather_tool": [18]},
        "Choice.finish_reason": {"summaries": [23]},
        "FunctionCall.arguments": {"weather_tool": [25]},
        'UserMessageParam["role"]': {"chat_loop": [14], "summaries": [20]},
        "PredictionParam": {},
    }
    for key, lines in keys.items():
        (marked,) = callers.mark([Finding("python-x-changed", Level.BREAKING, "", area="source", key=key)])
        assert [line.line for line in marked.used_by or ()] == lines.get(name, []), key


def test_code_that_is_not_python_is_an_input_at_fault(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (:\n")
    with pytest.raises(ConfigError, match=r"broken\.py"):
        read_usage([tmp_path], PACKAGE / "src", surface())


def test_nothing_of_the_code_is_run(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = evil.py\n")
    (tmp_path / "evil.py").write_text(f"open({str(touched)!r}, 'w')\n")
    (tmp_path / "app.py").write_text(
        f"import evil, mistral_nemo\nopen({str(touched)!r}, 'w')\nmistral_nemo.MistralNemo\n"
    )
    usage = read_usage([tmp_path], PACKAGE / "src", surface())
    assert "MistralNemo" in usage.labels
    assert not touched.exists()


CREATE = "client.chat.completions.create"
HARDER: dict[str, list[str]] = {
    # a bound method under another name, a partial, keyword arguments of a TypedDict, a raw response
    f"{CREATE}(min_p)": ["session.py: self.create", "session.py: partial", "stream_tools.py: **OPTIONS"],
    f"{CREATE}(top_p)": ["session.py: partial", "stream_tools.py: **OPTIONS"],
    f"{CREATE}(temperature)": ["session.py: **tuning", "session.py: partial", "stream_tools.py: **OPTIONS"],
    f"{CREATE}(top_a)": ["session.py: partial", "stream_tools.py: with_raw", "stream_tools.py: **OPTIONS"],
    f"{CREATE}(repetition_penalty)": [
        "session.py: partial", "stream_tools.py: **OPTIONS", "stream_tools.py: repetition_penalty",
    ],
    "client.chat.completions.stream(stop)": ["stream_tools.py: stop="],
    # an attribute by its name, in a pattern, of a subclass, through a stream and its manager, of a re-exported class
    "ChatCompletion.created": ["session.py: getattr"],
    "Usage.total_tokens": ["report.py: TokenUsage(", "stream_tools.py: total_tokens", "stream_tools.py: model_dump"],
    "Usage.prompt_tokens": ["report.py: other.prompt_tokens", "stream_tools.py: model_dump"],
    "Usage.completion_tokens": ["report.py: self.usage", "stream_tools.py: model_dump"],
    "ChatCompletion.meta": ["stream_tools.py: parsed.meta"],
    "ChatCompletionMessage.refusal": ["stream_tools.py: refusal"],
    "ChoiceDelta.content": ["stream_tools.py: delta.content", "stream_tools.py: model_dump"],
    'UserMessageParam["content"]': [
        "session.py: p.UserMessageParam =", "session.py: p.UserMessageParam(", "stream_tools.py: content",
        "stream_tools.py: stop=",
    ],
    # what none of them uses
    "ChatCompletionMessage.audio": [],
    f"{CREATE}(logit_bias)": ["session.py: partial", "stream_tools.py: **OPTIONS"],
    "client.chat.completions.stream(top_k)": [],
}  # fmt: skip
"""By name of a change, the lines that it hits: the end of the file's name, and a part of the line.

Arguments of a partial, and those out of a dict, may be any.
"""


@pytest.fixture(scope="module")
def harder() -> Callers:
    usage = read_usage([CALLERS / "assistant", CALLERS / "stream_tools.py"], PACKAGE / "src", surface())
    return Callers(usage, surface(), methods_of_operations(files(), surface()))


@pytest.mark.parametrize("key", HARDER)
def test_names_are_followed_through_what_python_lets_callers_write(harder: Callers, key: str) -> None:
    (marked,) = harder.mark([Finding("python-x-changed", Level.BREAKING, "", area="source", key=key)])
    lines = [
        (line.file, Path(line.file).read_text().splitlines()[(line.line or 1) - 1]) for line in marked.used_by or ()
    ]
    found = {each: [line for file, line in lines if is_at(each, file, line)] for each in HARDER[key]}
    assert all(found.values()), lines
    assert len(lines) == len({line for each in found.values() for line in each}), lines


def is_at(expected: str, file: str, line: str) -> bool:
    name, _, part = expected.partition(": ")
    return file.endswith(name) and part in line
