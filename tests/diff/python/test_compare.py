"""Every rule on the source, in the words of the package's callers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.python import compare_source
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.document import Files
from nemogen.errors import InputFault, Location
from nemogen.findings import Direction, Finding, Level
from tests.diff.python.packages import MODULES, ROOT, RUNTIME, edited, package

PETS, MODELS, PARAMS, CLIENT = "resources/pets.py", "models.py", "params.py", "client.py"


def reported(before: Files, after: Files) -> list[tuple[str, str]]:
    return [(finding.id, finding.message) for finding in compare_source(before, after)]


def one(after: Files, before: Files | None = None) -> Finding:
    (finding,) = compare_source(package() if before is None else before, after)
    return finding


# Module, what is there, what comes in its place, the rule, the message.
CHANGES = [
    (PETS, ", *, limit: int | Omit = omit", "", "python-parameter-removed", "`client.pets.get(limit=)` was removed"),
    (PETS, "limit: int | Omit = omit", "size: int | Omit = omit", "python-parameter-renamed",
     "`client.pets.get(limit=)` was renamed to `size`"),
    (PETS, "limit: int | Omit = omit", "limit: int | Omit = omit, z: int = 1", "python-parameter-added",
     "`client.pets.get(z=)` is new"),
    (PETS, "limit: int | Omit = omit", "limit: int | Omit = omit, z: int", "python-required-parameter-added",
     "`client.pets.get(z=)` is new and required"),
    (PETS, "limit: int | Omit = omit", "limit: int", "python-parameter-became-required",
     "`client.pets.get(limit=)` is now required"),
    (PETS, "pet_id: str,", "pet_id: str | Omit = omit,", "python-parameter-became-optional",
     "`client.pets.get(pet_id=)` is now optional"),
    (PETS, "limit: int | Omit = omit", "limit: int = 10", "python-parameter-default-changed",
     "the default of `client.pets.get(limit=)` is now `10`, was `omit`"),
    (PETS, "omit, *, limit", "omit, limit", "python-parameter-became-flexible",
     "`client.pets.get(limit=)` may now be passed by keyword or by position"),
    (PETS, "pet_id: str, ", "pet_id: str, /, ", "python-parameter-became-positional-only",
     "`client.pets.get(pet_id=)` can no longer be passed by keyword"),
    (PETS, "limit: int |", "limit: int | str |", "python-argument-widened",
     "`client.pets.get(limit=)` also accepts `str`"),
    (PETS, "limit: int |", "limit: float |", "python-argument-widened",
     "`client.pets.get(limit=)` also accepts `float`"),
    (PETS, "limit: int |", "limit: bool |", "python-argument-narrowed",
     "`client.pets.get(limit=)` no longer accepts `int`, only `bool`"),
    (PETS, "limit: int |", "limit: str |", "python-argument-type-changed",
     "`client.pets.get(limit=)` accepts `str`, no longer `int`"),
    (PETS, 'Literal["a", "b"]', 'Literal["a"]', "python-argument-narrowed",
     "`client.pets.get(kind=)` no longer accepts `Literal['b']`"),
    (PETS, 'Literal["a", "b"]', 'Literal["b", "a"] | str', "python-argument-widened",
     "`client.pets.get(kind=)` also accepts `str`"),
    (PETS, "def get", "def fetch", "python-method-renamed", "`client.pets.get` was renamed to `fetch`"),
    (PETS, "limit: int | Omit = omit) -> Pet", "limit: int | Omit = omit) -> Pet | None", "python-result-may-be-none",
     "`client.pets.get()` may now be None"),
    (PETS, "limit: int | Omit = omit) -> Pet", "limit: int | Omit = omit) -> str", "python-result-type-changed",
     "`client.pets.get()` is now `str`, was `Pet`"),
    (PETS, "limit: int | Omit = omit) -> Pet", "limit: int | Omit = omit) -> Pet | str", "python-result-widened",
     "`client.pets.get()` may also be `str`"),
    (PETS, "top_k: int | None | Omit = omit, ", "", "python-parameter-removed",
     "`client.pets.create(top_k=)` was removed"),
    (PETS, "async def get", "def get", "python-method-became-sync",
     "`client.pets.get` must no longer be awaited"),
    (MODELS, "age: int\n", "age: int | None\n", "python-result-may-be-none", "`Pet.age` may now be None"),
    (MODELS, "    age: int\n", "", "python-attribute-removed", "`Pet.age` was removed"),
    (MODELS, "street: str\n", "street: str\n    zip: str\n", "python-required-key-added",
     "`Owner.zip` is new and required"),
    (MODELS, "street: str\n", "street: str\n    zip: str = ''\n", "python-attribute-added", "`Owner.zip` is new"),
    (MODELS, "age: int\n", "age: str\n", "python-argument-type-changed", "`Pet.age` accepts `str`, no longer `int`"),
    (MODELS, "more: Any", "more: dict[str, int]", "python-argument-narrowed",
     "`Tag.more` no longer accepts `Any`, only `dict[str, int]`"),
    (MODELS, 'Literal["new", "old"] | str', 'Literal["new"] | str', None, None),
    (MODELS, "Colour | None", 'Literal["red", "green"] | None', None, None),
    (MODELS, "Owner | Tag | None", "Optional[Union[Tag, Owner]]", None, None),
    (MODELS, "Annotated[str, Field(min_length=1)]", "str", None, None),
    (MODELS, 'Literal["red", "green"]', 'Literal["red", "green", "blue"]', "python-result-widened",
     "`Colour` may also be `Literal['blue']`"),
    (MODELS, "class Owner(Model)", "class Owner", "python-kind-changed", "`Owner` is now a class, was a model"),
    (MODELS, 'Colour = Literal["red", "green"]', "class Colour(Model):\n    x: int\n", "python-kind-changed",
     "`Colour` is now a model, was a type alias"),
    (MODELS, "class Tag", "class New(Model):\n    x: int\n\nclass Tag", "python-name-added", "`New` can be imported"),
    (PARAMS, "age: int", "age: Required[int]", "python-key-became-required", '`PetParam["age"]` is now required'),
    (PARAMS, "id: Required[str]", "id: str", "python-key-became-optional", '`PetParam["id"]` is now optional'),
    (PARAMS, "age: int", "age: int\n    size: int", "python-attribute-added", '`PetParam["size"]` is new'),
    (PARAMS, "age: int", "age: int\n    size: Required[int]", "python-required-key-added",
     '`PetParam["size"]` is new and required'),
    (PARAMS, "Sequence[str]", "list[str]", "python-argument-narrowed",
     '`PetParam["names"]` no longer accepts `Sequence[str]`, only `list[str]`'),
    (PARAMS, '"from": str', '"from": str | None', "python-argument-widened",
     '`OddParam["from"]` also accepts `None`'),
    (PARAMS, '"to": NotRequired[int]', '"to": int', "python-key-became-required",
     '`OddParam["to"]` is now required'),
    (PARAMS, ", total=False", "", "python-key-became-required", '`PetParam["age"]` is now required'),
    (CLIENT, "class AsyncClient(AsyncBase)", "class Client2(SyncClient): ...\nclass AsyncClient(AsyncBase)",
     "python-name-added", "`Client2` can be imported"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "old", "new", "rule", "message"), CHANGES)
def test_a_change_is_reported_in_the_names_that_callers_use(
    module: str, old: str, new: str, rule: str | None, message: str | None
) -> None:
    found = reported(package(), edited(module, (old, new)))
    if rule is None:
        assert found == []
    else:
        assert (rule, message) in found


def test_arguments_in_another_order_break_those_who_give_them_by_place() -> None:
    before = edited(PETS, ("pet_id: str, kind", "pet_id: str, size: int, kind"))
    after = edited(PETS, ("pet_id: str, kind", "size: int, pet_id: str, kind"))
    assert reported(before, after) == [
        ("python-parameters-reordered", "the arguments of `client.pets.get()` are in another order: size, pet_id, kind")
    ]


def test_an_argument_that_has_to_be_named_now_is_one_finding() -> None:
    after = edited(PETS, ('kind: Literal["a", "b"] | Omit = omit, *,', '*, kind: Literal["a", "b"] | Omit = omit,'))
    assert reported(package(), after) == [
        ("python-parameter-became-keyword-only", "`client.pets.get(kind=)` must now be passed by keyword")
    ]


def test_sync_and_async_and_all_overloads_are_one_finding_with_its_places() -> None:
    finding = one(edited(PETS, ("top_k: int | None | Omit = omit, ", "")))
    assert finding.level is Level.BREAKING
    assert finding.count == 2
    assert finding.base is not None
    assert finding.base.file == "src/zoo/resources/pets.py"
    assert len(finding.locations) == 1
    assert finding.direction is Direction.REQUEST
    assert finding.area == "source"


def test_arguments_that_are_declared_once_are_those_of_the_signature() -> None:
    declared = """
from typing import Required, TypedDict, Unpack
class _GetParams(TypedDict, total=False):
    limit: int | Omit
    page: Required[int]
    size: int
CREATE = Operation(keywords=Keywords(_GetParams, required=("page",), defaults={"size": 10}))
"""
    spelt = edited(PETS, ("limit: int | Omit = omit", "limit: int | Omit = omit, page: int, size: int = 10"))
    once = edited(
        PETS,
        ("*, limit: int | Omit = omit", "**arguments: Unpack[_GetParams]"),
        ("CREATE: object = object()", declared),
    )
    assert not [each for each in compare_source(spelt, once) if each.level is not Level.NOTE]
    assert [each.id for each in compare_source(package(), once) if each.level is not Level.NOTE] == [
        "python-required-parameter-added",
        "python-parameter-added",
    ]


def test_a_method_that_gets_overloads_breaks_nobody() -> None:
    get = '    def get(self, pet_id: str, kind: Literal["a", "b"] | Omit = omit, *, limit: int | Omit = omit) -> Pet:'
    loose = get.replace(
        "limit: int | Omit = omit) -> Pet", "limit: int | Omit = omit, stream: bool | Omit = omit) -> Pet"
    )
    overloads = "".join(
        f"    @overload\n{loose.replace('stream: bool | Omit = omit', stream)} ...\n"
        for stream in ("stream: Literal[False] | Omit = omit", "stream: Literal[True]", "stream: bool | Omit")
    )
    before = edited(PETS, (get + '\n        """Gets a pet."""\n\n    @overload', loose + " ...\n\n    @overload"))
    after = edited(
        PETS, (get + '\n        """Gets a pet."""\n\n    @overload', overloads + loose + " ...\n\n    @overload")
    )
    assert [id_ for id_, _ in reported(before, after)] == ["python-overload-added"]


def test_a_parameter_and_the_keys_behind_it_are_one_finding() -> None:
    after = package(
        {
            PETS: MODULES[PETS].replace("pet_id: str, kind", "pet_id: str, size: int | Omit = omit, kind"),
            PARAMS: MODULES[PARAMS].replace("age: int", "age: int\n    size: int"),
        }
    )
    found = reported(package(), after)
    assert ("python-parameter-added", '`client.pets.get(size=)` and `PetParam["size"]` are new') in found


def test_a_result_of_sync_and_async_that_changed_alike_is_one_finding() -> None:
    after = edited(PETS, ("-> Stream[Pet]", "-> Stream[str]"), ("-> AsyncStream[Pet]", "-> AsyncStream[str]"))
    assert reported(package(), after) == [
        ("python-result-type-changed", "`client.pets.create()` is now `Stream[str]`, was `Stream[Pet]`")
    ]


def test_the_same_change_of_many_fields_is_one_finding() -> None:
    models = "".join(f"class M{number}(Model):\n    id: str\n    n{number}: int\n" for number in range(50))
    before = {MODELS: MODULES[MODELS] + models}
    after = {MODELS: MODULES[MODELS] + models.replace("id: str", "id: int")}
    finding = one(package(after), package(before))
    assert finding.message.startswith("`M0.id`, `M1.id`, `M2.id`, `M3.id`, ")
    assert finding.message.endswith(" and 10 more are now `int`, were `str`")
    assert finding.count == 50


def test_new_names_are_one_finding_and_a_model_that_went_is_one_with_its_typed_dict() -> None:
    models = "".join(f"class {name}(Model):\n    {name.lower()}: int\n" for name in ("A", "B", "C", "D"))
    with_all = package(
        {MODELS: MODULES[MODELS] + models, PARAMS: MODULES[PARAMS] + "class AParam(TypedDict):\n    a: int\n"}
    )
    assert reported(package(), with_all) == [("python-name-added", "`A`, `AParam`, `B`, `C` and `D` can be imported")]
    with_others = package({MODELS: MODULES[MODELS] + models.replace("class A(Model):\n    a: int\n", "")})
    assert reported(with_all, with_others) == [("python-name-removed", "`A` and `AParam` can no longer be imported")]


def test_many_values_are_cut_short() -> None:
    values = ", ".join(f"'v{number}'" for number in range(9))
    finding = one(edited(MODELS, ('Literal["red", "green"]', f'Literal["red", "green", {values}]')))
    assert finding.message == "`Colour` may also be `Literal['v0', 'v1', 'v2', 'v3', 'v4', …]`"


def test_a_default_that_is_one_of_the_values_is_no_mark_for_what_is_not_given() -> None:
    before = edited(PETS, ('kind: Literal["a", "b"] | Omit = omit', 'kind: Literal["a", "b"] = "a"'))
    after = edited(PETS, ('kind: Literal["a", "b"] | Omit = omit', 'kind: Literal["a"] = "a"'))
    assert [id_ for id_, _ in reported(before, after)] == ["python-argument-narrowed"]


def test_a_class_that_is_called_otherwise_is_one_finding_and_not_a_change_of_every_type() -> None:
    after = edited(MODELS, ("class Tag", "class Label"), ("list[Tag]", "list[Label]"), ("| Tag", "| Label"))
    finding = one(after)
    assert (finding.id, finding.message) == ("python-name-renamed", "`Tag` was renamed to `Label`")
    assert finding.revision == Location("src/zoo/models.py", line=9)


def test_a_class_that_went_is_reported_once_however_many_modules_export_it() -> None:
    root = ROOT.replace('"Pet": "models", ', '"Pet": "models", "Owner": "models", ')
    text = MODULES[MODELS].replace("class Owner(Model):\n    street: str\n    town: str\n", "")
    after = package({MODELS: text.replace("Owner | Tag", "Tag"), "__init__.py": ROOT})
    ids = [id_ for id_, _ in reported(package({"__init__.py": root}), after)]
    assert ids.count("python-name-removed") == 1


def test_a_class_that_moved_is_reported_by_where_to_import_it_from() -> None:
    text = MODULES[MODELS].replace('class Tag(Model):\n    """A tag."""\n    name: str\n    more: Any = None\n', "")
    tag = "class Tag(Model):\n    name: str\n    more: Any = None\n"
    moved = f"from typing import Any\nfrom ._runtime.model import Model\n{tag}"
    after = package(
        {MODELS: f"{text}\n".replace("Optional, Union", "Optional, Union\nfrom .tags import Tag"), "tags.py": moved}
    )
    assert reported(package(), after) == [
        ("python-name-moved", "`Tag` is imported from `zoo.tags`, no longer from `zoo.models`")
    ]


def test_a_resource_that_keeps_its_old_name_is_compared_with_what_it_was_and_so_is_the_one_below_it() -> None:
    toys = """
    @cached_property
    def toys(self) -> Toys:
        from .toys import Toys
        return Toys(self._api)

    def get(self, pet_id: str"""
    toy = "class Toys:\n    def get(self, toy_id: str, size: int) -> str: ...\n"
    pets = MODULES[PETS].replace("\n    def get(self, pet_id: str", toys, 1)
    pets = pets.replace("    from ..models import Pet\n", "    from ..models import Pet\n    from .toys import Toys\n")
    before = package({PETS: pets, "resources/toys.py": toy})

    animals = pets.replace("Pets", "Animals").replace("Toys", "Balls").replace("from .toys", "from .balls")
    client = MODULES[CLIENT]
    for name, new in (("Pets", "Animals"), ("AsyncPets", "AsyncAnimals")):
        start = client.index(f"    @cached_property\n    def pets(self) -> {name}:")
        old = f'    @property\n    def pets(self) -> {new}:\n        """Renamed to `animals` after 0.1.0."""\n\n'
        client = f"{client[:start]}{old}{client[start:].replace('def pets', 'def animals', 1)}"
    client = client.replace("resources.pets", "resources.animals")
    client = client.replace("AsyncPets", "AsyncAnimals").replace("Pets", "Animals")
    changed = {
        CLIENT: client,
        "resources/animals.py": animals.replace("limit: int |", "limit: int | str |"),
        "resources/balls.py": toy.replace("Toys", "Balls").replace("size: int", "size: str"),
    }
    after = {path: text for path, text in package(changed).items() if not path.endswith(PETS)}
    assert reported(before, after) == [
        ("python-attribute-deprecated", "`client.pets` was renamed to `animals`; the old name is deprecated"),
        ("python-argument-widened", "`client.pets.get(limit=)` also accepts `str`"),
        ("python-argument-type-changed", "`client.pets.toys.get(size=)` accepts `str`, no longer `int`"),
    ]


def test_a_resource_that_went_is_one_finding() -> None:
    text = MODULES[CLIENT]
    for name in ("Pets", "AsyncPets"):
        start = text.index(f"    @cached_property\n    def pets(self) -> {name}:")
        end = text.index(f"return {name}(self._api)\n") + len(f"return {name}(self._api)\n")
        text = text[:start] + "    pass\n" + text[end:]
    modules = {key: value for key, value in MODULES.items() if key != PETS}
    files = {f"src/zoo/{path}": each.encode() for path, each in {**modules, CLIENT: text}.items()}
    assert reported(package(), files) == [("python-attribute-removed", "`client.pets` was removed")]


def test_an_error_that_no_longer_is_what_callers_catch_breaks_them() -> None:
    errors = RUNTIME["_runtime/errors.py"].replace("StatusError(ApiError)", "StatusError(Exception)")
    found = reported(package(), package({"_runtime/errors.py": errors}))
    assert ("python-base-removed", "`StatusError` no longer inherits from `ApiError`") in found


def test_a_parameter_of_the_client_itself_is_reported_by_its_class() -> None:
    base = RUNTIME["_runtime/base.py"].replace(", timeout: float = 60.0", "")
    assert reported(package(), package({"_runtime/base.py": base})) == [
        ("python-parameter-removed", "`Client(timeout=)` and `AsyncClient(timeout=)` were removed")
    ]


def test_what_a_private_module_gives_to_callers_counts_too() -> None:
    stream = RUNTIME["_runtime/stream.py"].replace("    def close(self) -> None: ...\n\n", "    pass\n")
    assert reported(package(), package({"_runtime/stream.py": stream})) == [
        ("python-method-removed", "`Stream.close` was removed")
    ]


def test_what_callers_cannot_name_they_do_not_make() -> None:
    stream = RUNTIME["_runtime/stream.py"].replace(
        "Stream(Generic[T]):\n", "Stream(Generic[T]):\n    def __init__(self, x: int) -> None: ...\n", 1
    )
    pets = MODULES[PETS].replace("def __init__(self, api: Api)", "def __init__(self, api: Api, more: int)")
    assert compare_source(package(), package({"_runtime/stream.py": stream, PETS: pets})) == ()
    assert compare_source(package(), package({"_runtime/api.py": "class Api: ...\n"})) == ()


def test_an_attribute_that_a_constructor_sets_counts() -> None:
    errors = RUNTIME["_runtime/errors.py"] + "    def __init__(self, code: int) -> None:\n        self.code = code\n"
    before = package({"_runtime/errors.py": errors})
    after = package({"_runtime/errors.py": errors.replace("self.code =", "self.number =")})
    assert reported(before, after) == [
        ("python-attribute-removed", "`StatusError.code` was removed"),
        ("python-attribute-added", "`StatusError.number` is new"),
    ]


def test_a_value_that_was_anything_and_has_a_type_now_is_risky_for_readers() -> None:
    before = edited(MODELS, ("class Tag", "class Answer(Model):\n    x: Any\n\nclass Tag"))
    after = edited(MODELS, ("class Tag", "class Answer(Model):\n    x: Tag\n\nclass Tag"))
    finding = one(after, before)
    assert (finding.id, finding.level) == ("python-result-became-typed", Level.RISKY)


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("str | None", "str", Level.ADDITIVE),
        ("str", "str | None", Level.BREAKING),
        ("str", "str | int", Level.RISKY),
        ("int", "float", Level.BREAKING),
        ("list[str]", "list[str | None]", Level.BREAKING),
        ("Literal['a']", "Literal['a', 'b']", Level.RISKY),
        ("Literal['a', 'b']", "Literal['a']", Level.ADDITIVE),
        ("Literal['a'] | str", "Literal['a', 'b'] | str", None),
    ],
)
def test_what_a_reader_is_told_of_a_type(old: str, new: str, level: Level | None) -> None:
    before = edited(MODELS, ("class Tag", f"class Answer(Model):\n    x: {old}\n\nclass Tag"))
    after = edited(MODELS, ("class Tag", f"class Answer(Model):\n    x: {new}\n\nclass Tag"))
    assert [finding.level for finding in compare_source(before, after)] == ([level] if level else [])


def test_where_a_client_sends_its_requests_and_how_it_gets_its_key_is_surface() -> None:
    settings = 'SETTINGS = Settings(base_url="https://a.example", auth=Auth(env="ZOO_KEY"), version="1")'
    before = edited(CLIENT, ("SETTINGS = object()", settings))
    after = edited(CLIENT, ("SETTINGS = object()", settings.replace("ZOO_KEY", "MY_KEY").replace('"1"', '"2"')))
    finding = one(after, before)
    assert (finding.id, finding.level) == ("python-setting-changed", Level.BREAKING)
    assert finding.message == "`client.settings.auth` is now `Auth(env='MY_KEY')`, was `Auth(env='ZOO_KEY')`"


def test_plumbing_and_prose_are_no_surface() -> None:
    after = edited(
        PETS,
        ("CREATE: object = object()", "FETCH: object = object()"),
        ("Gets a pet.", "Fetches."),
        ("self._api", "self._x"),
    )
    assert compare_source(package(), after) == ()
    assert compare_source(package(), package({"__main__.py": "x = 1\n"})) == ()


def test_a_package_that_is_new_gone_or_renamed_is_one_finding() -> None:
    assert one(package(), {}).id == "python-package-added"
    assert one({}, package()).id == "python-package-removed"
    renamed = one(package(name="park"))
    assert renamed.message == "the package is imported as `park`, no longer as `zoo`"
    assert compare_source({}, {}) == ()


def test_a_module_that_is_no_python_is_an_input_at_fault() -> None:
    with pytest.raises(InputFault, match="not valid Python") as caught:
        compare_source(package(), package({MODELS: "class Pet(:\n"}))
    assert caught.value.problems[0].where == Location("src/zoo/models.py", line=1)


def test_nothing_of_the_package_is_run() -> None:
    after = package({"models.py": MODULES[MODELS] + "\nraise SystemExit('was run')\n"})
    assert compare_source(package(), after) == ()


def test_every_rule_has_all_its_fields_and_an_id_of_its_own_kind() -> None:
    for id_, rule in SOURCE_RULES.items():
        assert id_ == rule.id
        assert id_.startswith("python-")
        assert id_ == id_.lower().replace("_", "-")
        assert "{names}" in rule.message or "{new}" in rule.message
        assert rule.level in (Level.BREAKING, Level.RISKY, Level.ADDITIVE)


EDITS = [(module, old, new) for module, old, new, _, _ in CHANGES]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(EDITS), st.sampled_from(EDITS))
def test_a_change_is_seen_in_both_directions_and_a_package_equals_itself(
    first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    before, after = edited(first[0], first[1:]), edited(second[0], second[1:])
    found = compare_source(before, after)
    assert bool(found) == bool(compare_source(after, before))
    assert compare_source(before, before) == ()
    assert all(finding.level in (Level.BREAKING, Level.RISKY, Level.ADDITIVE) for finding in found)


def test_what_callers_must_give_and_cannot_make_is_no_surface() -> None:
    method = "    @classmethod\n    def open(cls, wire: Wire) -> None: ...\n"
    head = "class Stream(Generic[T]):\n"
    stream = MODULES["_runtime/stream.py"].replace(head, f"from .wire import Wire\n{head}{method}")
    modules = {"_runtime/stream.py": stream, "_runtime/wire.py": "class Wire:\n    size: int\n"}
    assert reported(package(modules), package({**modules, "_runtime/wire.py": "class Wire:\n    length: str\n"})) == []


def test_a_private_class_that_is_in_another_module_now_is_the_same_class() -> None:
    pets = MODULES[PETS].replace(
        ".._runtime.stream import AsyncStream, Stream", ".._runtime.flow import AsyncStream, Stream"
    )
    modules = {key: value for key, value in MODULES.items() if key != "_runtime/stream.py"}
    moved = {**modules, PETS: pets, "_runtime/flow.py": MODULES["_runtime/stream.py"]}
    assert reported(package(), {f"src/zoo/{path}": text.encode() for path, text in moved.items()}) == []


def test_a_private_module_that_moves_is_not_noticed_by_callers() -> None:
    public = "from ._runtime.{0} import Reader, Reply\nfrom ._runtime.{1} import Event\n__all__ = ['Reader', 'Event']\n"
    events = "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass Event(Generic[T]):\n    value: T\n"
    reader = (
        "from typing import Generic, TypeVar\nfrom .{0} import Event\nT = TypeVar('T')\n"
        "class Reply: ...\n"
        "class Reader(Generic[T]):\n"
        "    def __init__(self, reply: Reply) -> None: ...\n"
        "    @classmethod\n    def open(cls, reply: Reply) -> Reader[T]: ...\n"
        "    def events(self) -> list[Event[T]]: ...\n"
    )

    def made(one: str, other: str) -> Files:
        return package(
            {"__init__.py": public.format(one, other), f"_runtime/{one}.py": reader.format(other),
             f"_runtime/{other}.py": events}
        )  # fmt: skip

    assert reported(made("reader", "events"), made("read_stream", "chunks")) == []
