"""The signature of a method whose arguments are declared once, as if it named them all."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Any, TypedDict, TypeVar, Unpack

from .keywords import Keywords
from .omit import omit
from .operation import Operation

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def lists_keywords(operation: Operation[Any]) -> Callable[[FunctionT], FunctionT]:
    """A decorator for a method with `**arguments`: at run time it has the signature and the annotations of a method
    that names them all, for `help()` and for frameworks."""

    def decorate(method: FunctionT) -> FunctionT:
        keywords = operation.keywords
        assert keywords is not None, "the method declares its arguments as keywords"
        signature = KeywordSignature(method, keywords)
        own = {name: kind for name, kind in method.__annotations__.items() if name != signature.replaced}
        method.__annotations__ = {**keywords.annotations, **own}
        method.__signature__ = signature  # type: ignore[attr-defined]
        return method

    return decorate


class _Changes(TypedDict, total=False):
    parameters: Sequence[inspect.Parameter] | None
    return_annotation: Any


class KeywordSignature(inspect.Signature):
    """A signature whose types are read when somebody asks for them: those of a large API are many."""

    __slots__ = ("_keywords", "_method", "_written", "replaced")

    def __init__(self, method: Callable[..., Any], keywords: Keywords) -> None:
        super().__init__()
        parameters = inspect.signature(method).parameters.values()
        self._method = method
        self._keywords = keywords
        self._written = [each for each in parameters if each.kind is not inspect.Parameter.VAR_KEYWORD]
        self.replaced = next(each.name for each in parameters if each.kind is inspect.Parameter.VAR_KEYWORD)

    @property
    def parameters(self) -> MappingProxyType[str, inspect.Parameter]:
        """The parameters by name; those that are declared once stand in place of `**arguments`."""
        return self._listed().parameters

    @property
    def return_annotation(self) -> Any:
        """What the method returns."""
        return self._listed().return_annotation

    def replace(self, **changes: Unpack[_Changes]) -> inspect.Signature:  # type: ignore[override]
        """A plain signature with other parameters, or with another return annotation."""
        return self._listed().replace(**changes)

    def _listed(self) -> inspect.Signature:
        hints = typing.get_type_hints(self._method)
        found = [*self._written, *map(self._keyword, self._keywords.annotations)]
        typed = [each.replace(annotation=hints.get(each.name, each.empty)) for each in found]
        return inspect.Signature(typed, return_annotation=hints["return"])

    def _keyword(self, name: str) -> inspect.Parameter:
        required = dict.fromkeys(self._keywords.required, inspect.Parameter.empty)
        default = {**self._keywords.defaults, **required}.get(name, None if name.startswith("extra_") else omit)
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default)
