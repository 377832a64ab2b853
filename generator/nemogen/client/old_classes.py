"""The old names of classes in the modules that have them: in models, params and the package itself.

PEP 702 marks definitions, and no alias is one. So a type checker sees an alias with a docstring, which an editor shows,
and a program gets the class with a DeprecationWarning.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from nemogen.client.plan import ClientPlan, OldClass

OLD_NAMES = "_OLD_NAMES"
"""The constant of a module that has them: by old name the new one, and what is said of it."""


def with_old_classes(modules: Mapping[str, str], plan: ClientPlan) -> dict[str, str]:
    """The modules of a package (path to source) with the old names of its classes."""
    found = dict(modules)
    parts = (
        ("", (*plan.old_models, *plan.old_params)),
        ("models", (*plan.old_models, *plan.old_internal)),
        ("params", plan.old_params),
    )
    for name, old in parts:
        if old:
            path = f"{name}.py" if f"{name}.py" in found else f"{name}/__init__.py".lstrip("/")
            found[path] = _with_names(found[path], old, ".." if "/" in path else ".")
    return found


def _with_names(source: str, old: Iterable[OldClass], dots: str) -> str:
    names = sorted(old, key=lambda each: each.name)
    listed = "".join(f"    {each.name!r}: ({each.new!r}, {each.note.value!r}),\n" for each in names)
    aliases = "".join(f'    {each.name} = {each.new}\n    """{each.note.value}"""\n' for each in names)
    return f"""{_with_imports(source, dots)}

{OLD_NAMES} = {{
{listed}}}

if TYPE_CHECKING:
{aliases}else:
    __getattr__ = with_old_names(__name__, {OLD_NAMES}, globals().get("__getattr__"))
"""


def _with_imports(source: str, dots: str) -> str:
    """The source with what the old names need, after its first import."""
    first = next(each for each in ast.parse(source).body if isinstance(each, ast.ImportFrom))
    lines = source.splitlines(keepends=True)
    own = f"from {dots}_runtime.old_names import with_old_names\n"
    needed = own if "import TYPE_CHECKING" in source else f"from typing import TYPE_CHECKING\n\n{own}"
    return "".join((*lines[: first.end_lineno], "\n", needed, *lines[first.end_lineno :]))
