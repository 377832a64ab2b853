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
from nemogen.errors import ConfigError, Location
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


PROGRAMS = ("chat_loop", "summaries", "weather_tool")


@pytest.fixture(scope="module")
def programs() -> Callers:
    """All programs, read at once: most of the time is what mypy has to learn of the package."""
    usage = read_usage([CALLERS / f"{name}.py" for name in PROGRAMS], PACKAGE / "src", surface())
    return Callers(usage, surface(), methods_of_operations(files(), surface()))


def lines_of(name: str, finding: Finding) -> list[int]:
    """The lines of one program that a finding says are hit, and below zero those that may be."""
    hit, perhaps = (
        [each.line or 0 for each in found if Path(each.file).stem == name]
        for found in (finding.used_by or (), finding.maybe_used_by)
    )
    return [*hit, *(-line for line in perhaps)]


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
    drop_temperature: ("request-property-removed", {"chat_loop": [14], "summaries": [], "weather_tool": [-18]}),
    drop_id: ("response-required-property-removed", {"chat_loop": [], "summaries": [24], "weather_tool": []}),
    change_finish_reason: ("response-property-type-changed", {"chat_loop": [], "summaries": [23], "weather_tool": []}),
    drop_operation: (
        "api-path-removed-without-deprecation",
        {"chat_loop": [13], "summaries": [19], "weather_tool": [18]},
    ),
    require_a_user: ("new-required-request-property", {"chat_loop": [13], "summaries": [19], "weather_tool": [18]}),
    limit_seed: ("request-property-max-decreased", {"chat_loop": [], "summaries": [], "weather_tool": [-18]}),
}
"""What becomes of the document, the rule, and the lines of each program that it hits; below zero, that it may hit.

The arguments of weather_tool come out of a dict whose keys nobody knows: any argument may be one of them.
"""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_is_marked_with_the_lines_that_use_it(programs: Callers, change: Callable[[Any], None]) -> None:
    base = json.loads(PIN.read_bytes())
    revision = json.loads(PIN.read_bytes())
    change(revision)
    rule, lines = CHANGES[change]
    marked = [each for each in programs.mark(compare(base, revision)) if each.id.startswith(rule[:20])]
    assert [rule in each.id for each in marked], marked
    used = {name: {line for each in marked for line in lines_of(name, each)} for name in PROGRAMS}
    assert {name: sorted(found) for name, found in used.items()} == lines


def test_a_finding_on_the_package_is_marked_by_its_names(programs: Callers) -> None:
    method = "client.chat.completions.create"
    keys = {
        f"{method}(max_tokens)": {"summaries": [20], "weather_tool": [-18]},
        "Choice.finish_reason": {"summaries": [23]},
        "FunctionCall.arguments": {"weather_tool": [25]},
        'UserMessageParam["role"]': {"chat_loop": [14], "summaries": [20]},
        "PredictionParam": {},
    }
    for key, lines in keys.items():
        (marked,) = programs.mark([Finding("python-x-changed", Level.BREAKING, "", area="source", key=key)])
        assert {name: lines_of(name, marked) for name in PROGRAMS if lines_of(name, marked)} == lines, key


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
    f"{CREATE}(min_p)": ["session.py: self.create", "maybe session.py: partial"],
    f"{CREATE}(top_p)": ["session.py: partial"],
    f"{CREATE}(temperature)": ["session.py: **tuning", "maybe session.py: partial"],
    f"{CREATE}(top_a)": ["maybe session.py: partial", "stream_tools.py: with_raw"],
    f"{CREATE}(repetition_penalty)": [
        "maybe session.py: partial", "stream_tools.py: repetition_penalty",
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
    f"{CREATE}(logit_bias)": ["maybe session.py: partial"],
    "client.chat.completions.stream(top_k)": [],
    # what a mapping that is known holds, and nothing else
    f"{CREATE}(top_k)": ["session.py: **tuning", "stream_tools.py: OPTIONS =", "maybe session.py: partial"],
}  # fmt: skip
"""By name of a change, the lines that it hits: the end of the file's name, and a part of the line.

To a partial any argument may be given where it is called.
"""


@pytest.fixture(scope="module")
def harder() -> Callers:
    usage = read_usage([CALLERS / "assistant", CALLERS / "stream_tools.py"], PACKAGE / "src", surface())
    return Callers(usage, surface(), methods_of_operations(files(), surface()))


@pytest.mark.parametrize("key", HARDER)
def test_names_are_followed_through_what_python_lets_callers_write(harder: Callers, key: str) -> None:
    (marked,) = harder.mark([Finding("python-x-changed", Level.BREAKING, "", area="source", key=key)])
    lines = [*said(marked.used_by or (), ""), *said(marked.maybe_used_by, "maybe ")]
    found = {each: [line for line in lines if is_at(each, line)] for each in HARDER[key]}
    assert all(found.values()), lines
    assert len(lines) == len({line for each in found.values() for line in each}), lines


def said(places: tuple[Location, ...], mark: str) -> list[str]:
    """By place: whether it is certain, the file, and the line of code."""
    texts = [(each.file, Path(each.file).read_text(encoding="utf-8").splitlines()) for each in places]
    return [f"{mark}{file}: {text[(each.line or 1) - 1]}" for each, (file, text) in zip(places, texts, strict=True)]


def is_at(expected: str, line: str) -> bool:
    name, _, part = expected.partition(": ")
    mark, _, name = name.rpartition(" ")
    file, _, code = line.removeprefix("maybe ").partition(": ")
    return line.startswith("maybe ") == bool(mark) and file.endswith(name) and part in code


SPREAD: dict[str, tuple[set[str], bool]] = {
    'o = {"seed": 1}': ({"seed"}, True),
    'o = dict(seed=1, **{"top_k": 2})': ({"seed", "top_k"}, True),
    'o = {**dict(seed=1), "top_k": 2}': ({"seed", "top_k"}, True),
    'o = {"seed": 1} | {"top_k": 2}': ({"seed", "top_k"}, True),
    'o = {"seed": 1} if unknown else {"top_k": 2}': ({"seed", "top_k"}, True),
    'o = {"seed": 1}\nif unknown:\n    o = {"top_k": 2}': ({"seed", "top_k"}, True),
    'o = {"seed": 1}\no["top_k"] = 2': ({"seed", "top_k"}, True),
    'o = {"seed": 1}\no.update(top_k=2)\no.setdefault("user", "x")': ({"seed", "top_k", "user"}, True),
    'o = {"seed": 1}\no |= {"top_k": 2}\no = {**o, "user": "x"}': ({"seed", "top_k", "user"}, True),
    'p = {"seed": 1}\no = p.copy()\ndel p["seed"]': ({"seed"}, True),
    'o = {"seed": 1}\nprint(len(o), o["seed"], "seed" in o)': ({"seed"}, True),
    'KEY: Final = "seed"\no = {KEY: 1}': ({"seed"}, True),
    # more may be in it
    "o = unknown": (set(), False),
    'o = {**unknown, "seed": 1}': ({"seed"}, False),
    'o = {unknown: 1, "seed": 1}': ({"seed"}, False),
    'o = {"seed": 1}\no[unknown] = 2': ({"seed"}, False),
    'o = {"seed": 1}\n(o[unknown], b) = 2, 3': ({"seed"}, False),
    'o = {"seed": 1}\no.update(unknown)': ({"seed"}, False),
    'o = {"seed": 1}\nunknown(o)': ({"seed"}, False),
    'o = p = {"seed": 1}\np[unknown] = 1': (set(), False),
    'o = {"seed": 1}\np = o\np["top_k"] = 1': ({"seed"}, False),
    'o = {"seed": 1}\np = o or 1': ({"seed"}, False),
    'o = {"seed": 1}\nfor o in unknown:\n    pass': ({"seed"}, False),
    "o = {each: 1 for each in unknown}": (set(), False),
}
"""By code that makes a mapping, its keys that are known, and whether it holds nothing else."""


@pytest.mark.parametrize("where", ["module", "function"])
def test_keys_of_a_mapping_are_known_as_far_as_the_code_spells_them_out(tmp_path: Path, where: str) -> None:
    for number, code in enumerate(SPREAD):
        written = f"{code}\nMistralNemo().chat.completions.create(**o)"
        inside = "def f() -> None:\n" + "\n".join(f"    {line}" for line in written.splitlines())
        head = "from typing import Final\nfrom elsewhere import unknown\nfrom mistral_nemo import MistralNemo\n"
        (tmp_path / f"a{number}.py").write_text(head + (written if where == "module" else inside) + "\n")
    usage = read_usage([tmp_path], PACKAGE / "src", surface())
    found = {code: (set[str](), True) for code in SPREAD}
    for number, code in enumerate(SPREAD):
        file = str(tmp_path / f"a{number}.py")
        given = {
            label.removeprefix(f"{CREATE}(").removesuffix(")")
            for label, lines in usage.labels.items()
            if label.startswith(f"{CREATE}(") and file in {line.file for line in lines}
        }
        found[code] = given, file not in {line.file for lines in usage.spread.values() for line in lines}
    assert found == SPREAD


def test_a_mapping_of_another_module_is_known_and_so_is_who_adds_to_it(tmp_path: Path) -> None:
    (tmp_path / "settings.py").write_text('OPTIONS = {"seed": 1}\nMORE = {"top_k": 1}\n')
    (tmp_path / "app.py").write_text(
        "import settings\nfrom mistral_nemo import MistralNemo\nfrom settings import OPTIONS\n"
        "MistralNemo().chat.completions.create(**OPTIONS)\n"
        "MistralNemo().chat.completions.stream(**settings.MORE)\n"
    )
    (tmp_path / "other.py").write_text("import settings, sys\nsettings.MORE[sys.argv[0]] = 2\n")
    usage = read_usage([tmp_path], PACKAGE / "src", surface())
    ((seed,),) = [lines for label, lines in usage.labels.items() if label == f"{CREATE}(seed)"]
    assert (Path(seed.file).name, seed.line) == ("settings.py", 1)
    assert [*usage.spread] == ["client.chat.completions.stream"]


def test_a_mapping_that_is_made_of_others_again_and_again_is_read_once(tmp_path: Path) -> None:
    doubled = "".join(f"o{n} = {{**o{n - 1}, **o{n - 1}}}\n" for n in range(1, 41))  # by each way: 2**40
    (tmp_path / "app.py").write_text(
        f'from mistral_nemo import MistralNemo\no0 = {{"seed": 1}}\n{doubled}'
        "MistralNemo().chat.completions.create(**o40)\nMistralNemo().chat.completions.create(**o39)\n"
    )
    usage = read_usage([tmp_path], PACKAGE / "src", surface())
    assert f"{CREATE}(seed)" in usage.labels
    assert usage.spread == {}


def test_arguments_by_place_and_keys_of_a_class_that_are_spread_may_be_any(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "from elsewhere import unknown\nfrom mistral_nemo.params import UserMessageParam\n"
        'UserMessageParam(**{"role": "user"})\nUserMessageParam(**unknown)\n'
    )
    callers = Callers(read_usage([tmp_path], PACKAGE / "src", surface()), surface(), {})
    keys = ('UserMessageParam["role"]', 'UserMessageParam["name"]')
    marked = callers.mark([Finding("python-x-changed", Level.BREAKING, "", area="source", key=key) for key in keys])
    assert [lines_of("app", each) for each in marked] == [[3, -4], [-4]]
