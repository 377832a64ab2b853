"""The request that a method of another client sends: its HTTP method and path, as its body has them.

One row for each way of generators to write it:

    Stainless               self._post(path_template("/pets/{id}", id=id), …)     self._get(f"/pets/{id}", …)
    Fern                    httpx_client.request(f"v1/pets/{jsonable_encoder(id)}", method="GET", …)
    Speakeasy               self._build_request(method="GET", path="/pets/{id}", …)
    openapi-python-client   {"method": "get", "url": "/pets/{id}".format(id=id)}
    OpenAPI Generator       self.api_client.param_serialize(method="GET", resource_path="/pets/{id}", …)
"""

from __future__ import annotations

import ast
from typing import Final

_HTTP_METHODS: Final = frozenset({"delete", "get", "head", "options", "patch", "post", "put", "trace"})
_CALLS: Final = {
    **{f"_{method}": method for method in _HTTP_METHODS},
    "_get_api_list": "get",
}
"""Methods of a base class whose name says the HTTP method."""
_PATHS: Final = ("path", "url", "resource_path")
"""Keywords and keys whose value is a path."""


def find_request(function: ast.AST) -> tuple[str, str] | None:
    """HTTP method (lower case) and path of the first request that a function sends itself; None if it sends none."""
    nodes = [each for each in ast.walk(function) if isinstance(each, ast.Call | ast.Dict)]
    nodes.sort(key=lambda each: (each.lineno, each.col_offset))
    for node in nodes:
        found = _of_call(node) if isinstance(node, ast.Call) else _of_dict(node)
        if found:
            return found
    return None


def _of_call(node: ast.Call) -> tuple[str, str] | None:
    keywords = {each.arg: each.value for each in node.keywords if each.arg}
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    method = _http_method(keywords.get("method")) or _CALLS.get(name, "")
    if not method:
        return None
    first = next(iter(node.args), None)
    path = next((text for key in _PATHS if key in keywords and (text := path_of(keywords[key])) is not None), None)
    if path is None and first is not None:
        path = path_of(first)
    if path is None and first is None and name in ("request", "stream"):
        path = ""  # Fern: the path of the server itself
    return (method, f"/{path.lstrip('/')}") if path is not None else None


def _of_dict(node: ast.Dict) -> tuple[str, str] | None:
    rows = {
        key.value: value
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }
    method = _http_method(rows.get("method"))
    path = path_of(rows["url"]) if method and "url" in rows else None
    return (method, path) if path is not None else None


def _http_method(node: ast.expr | None) -> str:
    text = node.value.lower() if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return text if text in _HTTP_METHODS else ""


def path_of(node: ast.expr) -> str | None:
    """The path template that an expression makes; None if it makes no text."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(
                f"{{{_variable(each.value)}}}" if isinstance(each, ast.FormattedValue) else path_of(each) or ""
                for each in values
            )
        case ast.Call(func=ast.Attribute(attr="format", value=template)):
            return path_of(template)
        case ast.Call(func=ast.Name(id="path_template"), args=[template, *_]):
            return path_of(template)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [path_of(each) for each in (left, right)]
            return None if None in parts else "".join(filter(None, parts))
        case ast.IfExp(body=body):
            return path_of(body)
    return None


def _variable(node: ast.expr) -> str:
    """The variable in a part of an f-string: the last name in it, as functions that encode it are named before it."""
    names = [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
    return names[-1] if names else "value"
