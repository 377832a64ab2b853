"""For each rule on a package's source, lines of it before and after that show the change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FUNCTION = "def create(self, *, name: str{}) -> Pet: ..."
_MODEL = "class Pet(Model):\n    name: {}"
_PARAM = "class PetParam(TypedDict):\n    name: {}"

EXAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "python-package-added": ("", "import zoo"),
    "python-package-removed": ("import zoo", ""),
    "python-package-renamed": ("import zoo", "import animals"),
    "python-name-added": ("class Pet(Model): ...", "class Pet(Model): ...\nclass Cat(Model): ..."),
    "python-name-removed": ("class Pet(Model): ...\nclass Cat(Model): ...", "class Pet(Model): ..."),
    "python-name-moved": ("from zoo.models import Pet", "from zoo.pets import Pet"),
    "python-name-renamed": ("class Pet(Model): ...", "class Animal(Model): ..."),
    "python-name-deprecated": ("class Pet(Model): ...", "class Animal(Model): ...\nPet = Animal"),
    "python-kind-changed": ("class Pet(Model): ...", "class Pet(StrEnum): ..."),
    "python-base-added": ("class PetError(Exception): ...", "class PetError(ZooError): ..."),
    "python-base-removed": ("class PetError(ZooError): ...", "class PetError(Exception): ..."),
    "python-method-added": ("class Pets:", "class Pets:\n    def list(self) -> list[Pet]: ..."),
    "python-method-removed": ("class Pets:\n    def list(self) -> list[Pet]: ...", "class Pets:"),
    "python-method-renamed": ("def list(self) -> list[Pet]: ...", "def list_all(self) -> list[Pet]: ..."),
    "python-method-deprecated": (
        "def list(self) -> list[Pet]: ...",
        "def list_all(self) -> list[Pet]: ...\n\n@deprecated(...)\ndef list(self) -> list[Pet]: ...",
    ),
    "python-method-became-async": ("def list(self) -> list[Pet]: ...", "async def list(self) -> list[Pet]: ..."),
    "python-method-became-sync": ("async def list(self) -> list[Pet]: ...", "def list(self) -> list[Pet]: ..."),
    "python-attribute-added": (_MODEL.format("str"), f"{_MODEL.format('str')}\n    age: int | None = None"),
    "python-attribute-removed": (f"{_MODEL.format('str')}\n    age: int", _MODEL.format("str")),
    "python-attribute-renamed": ("class Pet(Model):\n    kind: Kind", "class Pet(Model):\n    species: Kind"),
    "python-attribute-deprecated": (
        "def pets(self) -> Pets: ...",
        "def animals(self) -> Animals: ...\n\n@deprecated(...)\ndef pets(self) -> Animals: ...",
    ),
    "python-member-kind-changed": ("def name(self) -> str: ...", "name: str"),
    "python-enum-value-changed": ('class Kind(StrEnum):\n    CAT = "cat"', 'class Kind(StrEnum):\n    CAT = "feline"'),
    "python-setting-changed": ('base_url="https://zoo.example/v1"', 'base_url="https://zoo.example/v2"'),
    "python-code-changed": ("return self._get(path)", "return self._get(path, retries=2)"),
    "python-overload-added": (
        _FUNCTION.format(""),
        f"@overload\n{_FUNCTION.format('')}\n@overload\n{_FUNCTION.format(', stream: Literal[True]')}",
    ),
    "python-parameter-added": (_FUNCTION.format(""), _FUNCTION.format(", age: int | Omit = omit")),
    "python-required-parameter-added": (_FUNCTION.format(""), _FUNCTION.format(", age: int")),
    "python-parameter-removed": (_FUNCTION.format(", age: int | Omit = omit"), _FUNCTION.format("")),
    "python-parameter-renamed": (_FUNCTION.format(", age: int"), _FUNCTION.format(", years: int")),
    "python-parameter-became-required": (_FUNCTION.format(", age: int | Omit = omit"), _FUNCTION.format(", age: int")),
    "python-parameter-became-optional": (_FUNCTION.format(", age: int"), _FUNCTION.format(", age: int | Omit = omit")),
    "python-parameter-became-keyword-only": (
        "def get(self, id: str) -> Pet: ...",
        "def get(self, *, id: str) -> Pet: ...",
    ),
    "python-parameter-became-positional-only": (
        "def get(self, id: str) -> Pet: ...",
        "def get(self, id: str, /) -> Pet: ...",
    ),
    "python-parameter-became-flexible": ("def get(self, *, id: str) -> Pet: ...", "def get(self, id: str) -> Pet: ..."),
    "python-parameter-kind-changed": ("def get(self, *ids: str) -> Pet: ...", "def get(self, ids: str) -> Pet: ..."),
    "python-parameters-reordered": (
        "def get(self, id: str, kind: str) -> Pet: ...",
        "def get(self, kind: str, id: str) -> Pet: ...",
    ),
    "python-parameter-default-changed": (_FUNCTION.format(", age: int = 1"), _FUNCTION.format(", age: int = 2")),
    "python-argument-widened": (_FUNCTION.format(", age: int"), _FUNCTION.format(", age: int | None")),
    "python-argument-narrowed": (_FUNCTION.format(", age: int | None"), _FUNCTION.format(", age: int")),
    "python-argument-type-changed": (_FUNCTION.format(", age: int"), _FUNCTION.format(", age: str")),
    "python-required-key-added": (_PARAM.format("str"), f"{_PARAM.format('str')}\n    age: int"),
    "python-key-became-required": (_PARAM.format("NotRequired[str]"), _PARAM.format("str")),
    "python-key-became-optional": (_PARAM.format("str"), _PARAM.format("NotRequired[str]")),
    "python-result-may-be-none": (_MODEL.format("str"), _MODEL.format("str | None")),
    "python-result-widened": (_MODEL.format("str"), _MODEL.format("str | int")),
    "python-result-narrowed": (_MODEL.format("str | int"), _MODEL.format("str")),
    "python-result-became-typed": (_MODEL.format("Any"), _MODEL.format("str")),
    "python-result-type-changed": (_MODEL.format("str"), _MODEL.format("int")),
    "python-key-may-be-missing": (_PARAM.format("str"), _PARAM.format("NotRequired[str]")),
}
