"""TypedDicts that frameworks can evaluate: what datamodel-code-generator prints for type checkers, made to run as well.

pydantic, and so FastAPI, refuses `typing.TypedDict` before Python 3.12, and finds the names in a recursive alias only
where the alias says which module it is from.
"""

from __future__ import annotations

import ast
import functools

_DICT = "TypedDict"
_ALIAS = "TypeAliasType"
_UNION = "Union"
_TYPING = {"TypeAlias", _UNION}
"""Names that nothing but a recursive alias may have needed."""


def evaluable(text: str) -> str:
    """The module with TypedDict from typing_extensions, and a TypeAliasType for each alias with a name in quotes."""
    statements = ast.parse(text).body
    aliases = {id(each): code for each in statements if (code := _recursive_alias(each))}
    lines = text.splitlines(keepends=True)
    for statement in reversed(statements):
        if isinstance(statement, ast.ImportFrom) and statement.module == "typing":
            kept = [each for each in statements if id(each) not in aliases]
            used = {node.id for each in kept for node in ast.walk(each) if isinstance(node, ast.Name)}
            replacement = _imports({alias.name for alias in statement.names}, used, bool(aliases))
        elif id(statement) in aliases:
            replacement = aliases[id(statement)]
        else:
            continue
        lines[statement.lineno - 1 : statement.end_lineno] = [replacement]
    return "".join(lines)


def _imports(names: set[str], used: set[str], has_recursive: bool) -> str:
    extensions = (names & {_DICT}) | ({_ALIAS} if has_recursive else set())
    modules = (("typing", names - extensions - (_TYPING - used)), ("typing_extensions", extensions))
    return "".join(f"from {module} import {', '.join(sorted(found))}\n" for module, found in modules if found)


def _recursive_alias(statement: ast.stmt) -> str:
    """The statement as a TypeAliasType; "" where it is no alias, or none that needs it."""
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name) or not statement.value:
        return ""
    unquote = _Unquote()
    kind = ast.unparse(unquote.visit(statement.value))
    name = statement.target.id
    return f"{name} = {_ALIAS}({name!r}, {kind!r})\n" if unquote.found else ""


class _Unquote(ast.NodeTransformer):
    """Names in quotes as names, and unions with |. mypy wants the quotes around the whole value of an alias."""

    found = False

    def visit_Constant(self, node: ast.Constant) -> ast.expr:  # the name is ast's
        if not isinstance(node.value, str):
            return node
        self.found = True
        return ast.parse(node.value, mode="eval").body

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:  # the name is ast's
        # The values of a Literal are texts.
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            return node
        is_union = isinstance(node.value, ast.Name) and node.value.id == _UNION
        self.generic_visit(node)
        if is_union and isinstance(node.slice, ast.Tuple):
            return functools.reduce(lambda left, right: ast.BinOp(left, ast.BitOr(), right), node.slice.elts)
        return node
