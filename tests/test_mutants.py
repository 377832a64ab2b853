"""Mutants: the faults that code can get, and whether those that no test notices are told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.mutants.__main__ import Options, main, sample
from tests.mutants.faults import faults, function_at
from tests.mutants.nearest import choose, core, nearest
from tests.mutants.records import Record, name_of

PROJECT = Path(__file__).parents[1]

CODE = '''"""Sizes."""

LIMIT = 10


def is_small(size: int) -> bool:
    """Whether `size` is below the limit."""
    return size < LIMIT


def unused(größe: int) -> int:
    return größe + 1
'''
TESTS = """from nemogen.sizes import is_small


def test_sizes():
    assert is_small(9)
    assert not is_small(10)
"""


def faulty(source: str) -> set[str]:
    return {each.applied(source) for each in faults(source)}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a = b == c", {"a = (b != c)"}),
        (
            "a = é in 'ß' and d",
            {"a = (é not in 'ß') and d", "a = é in 'ß~' and d", "a = (é in 'ß' or d)", "a = (é in 'ß')", "a = (d)"},
        ),
        ("a = not b", {"a = (b)"}),
        ("a = 1 if b else 2", {"a = (2 if b else 1)", "a = (2) if b else 2", "a = 1 if b else (3)"}),
        ("if a:\n    b()", {"if not (a):\n    b()", "if a:\n    pass"}),
        ("def f():\n    return x", {"def f():\n    return None"}),
        ("def f():\n    return False", {"def f():\n    return (True)"}),
        ("for a in b:\n    continue", {"for a in b:\n    break"}),
        ("a += b", {"pass"}),
        ("raise A('what is said')", {"pass"}),
        ("a = b['c']", {"a = b['c~']"}),
        ("a = {'b': c}", {"a = {'b~': c}"}),
        ("a = b.get('c')", {"a = b.get('c~')"}),
        ("a = f'{b == 1}'", set()),
        ("a = 'said ' + b", set()),
        ('"""Words."""', set()),
        ("@d(x=True)\ndef f(a: Literal[1]) -> Literal[1]: ...", set()),
        ("if TYPE_CHECKING:\n    import a", set()),
        ("a = zip(b, c, strict=True)", set()),
    ],
)
def test_code_gets_these_faults_and_no_other(source: str, found: set[str]) -> None:
    assert faulty(source) == found


def test_a_fault_that_does_not_fit_is_reported() -> None:
    source = "match a:\n    case -1:\n        b = 2\n"
    assert [each.fits(source) for each in faults(source)] == [False, True]


def test_the_tests_of_a_module_are_those_of_its_name_and_of_its_folder() -> None:
    assert nearest(Path("generator/nemogen/diff/versioning.py"), PROJECT) == (
        "tests/diff/test_versioning.py",
        "tests/diff",
    )
    assert nearest(Path("generator/nemogen/diff/schema_pairs.py"), PROJECT) == ("tests/diff",)
    assert nearest(Path("generator/nemogen/naming/unions.py"), PROJECT) == (
        "tests/naming/test_unions.py",
        "tests/naming",
        "tests/test_cases.py",
    )
    assert nearest(Path("generator/nemogen/openapi/text.py"), PROJECT) == (
        "tests/openapi/test_text.py",
        "tests/openapi",
        "tests/naming",
        "tests/source/test_load.py",
        "tests/test_perturbation.py",
    )
    first, *others = nearest(Path("generator/nemogen/names.py"), PROJECT)
    assert first == "tests/test_names.py"
    assert "tests/test_config.py" in others
    modules = core(PROJECT)
    assert Path("generator/nemogen/diff/versioning.py") in modules
    assert not [each for each in modules if {"commands", "cli"} & {*each.parts}]


def test_a_line_is_part_of_the_innermost_function() -> None:
    source = "A = 1\nclass B:\n    C = 2\n    def d(self):\n        def e():\n            return 3\n        return e\n"
    found = [function_at(source, line) for line in range(1, 8)]
    assert found == ["", "", "", "B.d", "B.d.<locals>.e", "B.d.<locals>.e", "B.d"]


@pytest.mark.parametrize(
    ("qualified", "name"),
    [
        ("B.d", "B.d"),
        ("B.d.<locals>.e", "B.d.<locals>.e"),
        ("B.d.<locals>.e.<locals>.<listcomp>", "B.d.<locals>.e"),
        ("d.<locals>.<lambda>.<locals>.<genexpr>", "d"),
        ("<lambda>", ""),
        ("<module>", ""),
    ],
)
def test_what_has_no_name_belongs_to_the_function_around_it(qualified: str, name: str) -> None:
    assert name_of("m.py", qualified) == f"m.py:{name}"


def recorded(test: str, *calls: str, processor: float = 1, has_programs: bool = False) -> Record:
    return Record(test, processor, processor, has_programs, frozenset(calls))


OWN = ("tests/p/test_own.py", "tests/p")
RECORDS = [
    recorded("tests/p/test_far.py::test_slow", "m:f", "m:", processor=4),
    recorded("tests/p/test_far.py::test_quick", "m:f", "m:"),
    recorded("tests/p/test_far.py::test_beside"),
    recorded("tests/p/test_own.py::test_it", "m:f", "m:", processor=2),
    recorded("tests/p/test_own.py::test_more", "m:g", "m:"),
    recorded("tests/p/test_command.py::test_run", has_programs=True),
    recorded("tests/q/test_command.py::test_run", has_programs=True),
    recorded("tests/q/test_other.py::test_other"),
]


def chosen(function: str, budget: float) -> tuple[list[str], bool]:
    choice = choose(RECORDS, function, OWN, budget)
    return [each.test.removeprefix("tests/p/").replace(".py::", " ") for each in choice.tests], choice.is_complete


def test_tests_that_call_the_function_are_run_first_and_as_many_as_fit_into_the_budget() -> None:
    calling = ["test_own test_it", "test_far test_quick", "test_far test_slow"]
    assert chosen("m:f", 100) == (
        [*calling, "test_own test_more", "test_far test_beside", "test_command test_run"],
        True,
    )
    assert chosen("m:f", 7) == (calling, True)
    assert chosen("m:f", 4) == (["test_own test_it", "test_far test_quick", "test_own test_more"], False)
    assert choose(RECORDS, "m:f", OWN, 4).known == {each.test for each in RECORDS[:5]}


def test_where_no_test_calls_the_function_those_are_run_that_call_its_module() -> None:
    for function in ("m:h", "m:"):
        tests, is_complete = chosen(function, 8)
        assert tests == ["test_own test_more", "test_own test_it", "test_far test_quick", "test_far test_slow"]
        assert is_complete


def options(**given: object) -> Options:
    known: dict[str, object] = {"count": 20, "seed": 1, "minutes": 1, "jobs": 1, "budget": 2, "paths": ()}
    return Options(**{**known, **given})  # type: ignore[arg-type]


MODULES = ("generator/nemogen/diff/bounds.py", "generator/nemogen/diff/python/renames.py")


def test_a_seed_decides_which_mutants_are_tried() -> None:
    one, again, other = (sample(PROJECT, options(seed=seed, paths=("generator/nemogen/diff",))) for seed in (1, 1, 2))
    assert one == again != other
    assert len(one) == 20


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A small project with the same layout."""
    shutil.copytree(PROJECT / "tests/mutants", tmp_path / "tests/mutants")
    files = {
        "generator/nemogen/__init__.py": "",
        "generator/nemogen/sizes.py": CODE,
        "tests/__init__.py": "",
        "tests/test_a.py": TESTS,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


def test_survivors_are_reported_with_their_location_and_more_than_one_in_five_fail(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "tests/test_b.py").write_text("def test_that_fails():\n    assert 0\n", encoding="utf-8")
    assert main(["--jobs", "1"], project) == 1
    reported = capsys.readouterr()
    assert "generator/nemogen/sizes.py:12 survived\n-    return größe + 1\n+    return (größe - 1)\n" in reported.out
    assert "generator/nemogen/sizes.py:8" not in reported.out
    assert "killed: generator/nemogen/sizes.py:8" in reported.err
    assert "left out, as it fails without a fault: tests/test_b.py::test_that_fails" in reported.err
    assert reported.out.endswith("6 of 6 mutants judged: 3 survived, 50%\n")
    assert (project / "generator/nemogen/sizes.py").read_text(encoding="utf-8") == CODE


@pytest.mark.slow
def test_it_succeeds_where_hardly_any_survives(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "generator/nemogen/sizes.py").write_text(CODE.partition("\n\n\ndef unused")[0] + "\n", encoding="utf-8")
    assert main(["--jobs", "1"], project) == 0
    assert capsys.readouterr().out == "generator/nemogen: 3 killed\n3 of 3 mutants judged: 0 survived, 0%\n"


@pytest.mark.slow
def test_mutants_are_not_judged_where_all_tests_fail_without_a_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "tests/test_a.py").write_text("def test():\n    assert 0\n", encoding="utf-8")
    assert main(["--jobs", "1"], project) == 2
    reported = capsys.readouterr()
    assert reported.out == "generator/nemogen: 6 not judged\n"
    assert "left out, as it fails without a fault: tests/test_a.py::test" in reported.err
