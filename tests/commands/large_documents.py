"""Documents of any size, each with many of one thing: one more makes a revision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.naming.small import one, operation, properties, ref, spec

TEXT = {"type": "string"}
Made = Callable[[int], Any]


def _with_operation(**more: Any) -> tuple[Any, Any]:
    """A document of one operation, and that operation."""
    document = one(TEXT, TEXT, **more)
    return document, document["paths"]["/things"]["post"]


def twins(size: int) -> Any:
    """Operations at two versions of a path, which answer with other types."""
    kinds = (("", "string"), ("/v1", "integer"))
    return spec(
        {f"{at}/thing{n}": {"get": operation(properties(a={"type": kind}))} for n in range(size) for at, kind in kinds}
    )


def one_name(size: int) -> Any:
    """Operations that want one name."""
    return spec({f"/{{a{n}}}": {"post": operation(TEXT, operationId="run", tags=["shop"])} for n in range(size)})


def one_resource(size: int) -> Any:
    return spec({f"/things/act{n}": {"post": operation(TEXT, TEXT)} for n in range(size)})


def resources(size: int) -> Any:
    return spec({f"/r{n}": {"get": operation(properties(a=TEXT)), "post": operation(TEXT, TEXT)} for n in range(size)})


def pages(size: int) -> Any:
    """Operations that give their results in pages."""
    answer = properties(items={"type": "array", "items": properties(id=TEXT)}, next_cursor=TEXT)
    cursor = [{"name": "cursor", "in": "query", "schema": TEXT}]
    return spec({f"/r{n}": {"get": operation(answer, parameters=cursor)} for n in range(size)})


def tags(size: int) -> Any:
    named = [{"name": f"tag{n}", "description": "What it is."} for n in range(size)]
    return spec({f"/{{x}}/t{n}": {"get": operation(TEXT, tags=[f"tag{n}"])} for n in range(size)}, tags=named)


def tags_of_one(size: int) -> Any:
    return one(TEXT, tags=[f"tag{n}" for n in range(size)])


def parameters(size: int) -> Any:
    places = ("query", "header", "cookie")
    return one(TEXT, parameters=[{"name": f"p-{n}", "in": places[n % 3], "schema": TEXT} for n in range(size)])


def parameters_of_path(size: int) -> Any:
    document = one(TEXT)
    document["paths"]["/things"]["parameters"] = [
        {"name": f"p-{n}", "in": "query", "schema": TEXT} for n in range(size)
    ]
    return document


def responses(size: int) -> Any:
    document, declared = _with_operation()
    declared["responses"] = {str(200 + n): _answer(properties(**{f"a{n}": TEXT})) for n in range(size)}
    return document


def media_types(size: int) -> Any:
    document, declared = _with_operation()
    content = {f"application/x{n}+json": {"schema": properties(a=TEXT)} for n in range(size)}
    declared["responses"]["200"]["content"] = declared["requestBody"]["content"] = content
    return document


def response_headers(size: int) -> Any:
    document, declared = _with_operation()
    declared["responses"]["200"]["headers"] = {f"X-H{n}": {"schema": TEXT} for n in range(size)}
    return document


def links(size: int) -> Any:
    document, declared = _with_operation(operationId="make")
    declared["responses"]["200"]["links"] = {f"l{n}": {"operationId": "make"} for n in range(size)}
    return document


def examples(size: int) -> Any:
    document, declared = _with_operation()
    many = {f"e{n}": {"value": f"x{n}"} for n in range(size)}
    for part in (declared["requestBody"], declared["responses"]["200"]):
        part["content"]["application/json"]["examples"] = many
    return document


def callbacks(size: int) -> Any:
    called = {"{$request.body#/url}": {"post": operation(None, properties(a=TEXT))}}
    return one(TEXT, callbacks={f"cb{n}": called for n in range(size)})


def webhooks(size: int) -> Any:
    kinds = {f"hook{n}": properties(type={"const": f"hook{n}"}, data=TEXT) for n in range(size)}
    return {**one(TEXT), "webhooks": {name: {"post": operation(None, kind)} for name, kind in kinds.items()}}


def security(size: int) -> Any:
    document = one(TEXT)
    schemes = {f"k{n}": {"type": "apiKey", "in": "header", "name": f"X-K{n}"} for n in range(size)}
    document["components"]["securitySchemes"] = schemes
    return {**document, "security": [{name: []} for name in schemes]}


def scopes(size: int) -> Any:
    document, named = one(TEXT), {f"s{n}": "What it allows." for n in range(size)}
    flow = {"tokenUrl": "https://a.example/token", "scopes": named}
    document["components"]["securitySchemes"] = {"o": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
    return {**document, "security": [{"o": [*named]}]}


def servers(size: int) -> Any:
    return {**one(TEXT), "servers": [{"url": f"https://s{n}.example.com/v1"} for n in range(size)]}


def server_variables(size: int) -> Any:
    named = {f"v{n}": {"default": "a", "enum": ["a", "b"]} for n in range(size)}
    url = "".join(f"{{{name}}}." for name in named)
    return {**one(TEXT), "servers": [{"url": f"https://{url}example.com", "variables": named}]}


def components(size: int) -> Any:
    found = {f"C{n}": properties(a=TEXT, b={"type": "integer", "minimum": n}) for n in range(size)}
    whole = properties(**{f"c{n}": ref(f"C{n}") for n in range(size)})
    return one(whole, whole, found)


def inline_objects(size: int) -> Any:
    whole = properties(**{f"a{n}": properties(**{f"x{n}": TEXT}) for n in range(size)})
    return one(whole, whole)


def equal_objects(size: int) -> Any:
    """Inline objects that are one class, and want one name."""
    item = properties(item=properties(x=TEXT, y=properties(z=TEXT)))
    return spec({f"/a{n}/{{id}}": {"get": operation(item)} for n in range(size)})


def reference_chain(size: int) -> Any:
    """Components each of which is the next one."""
    return _chain(size, lambda following, _: following)


def object_chain(size: int) -> Any:
    return _chain(size, lambda following, _: properties(a=TEXT, following=following))


def all_of_chain(size: int) -> Any:
    return _chain(size, lambda following, n: {"allOf": [following, properties(**{f"a{n}": TEXT})]})


def union_chain(size: int) -> Any:
    return _chain(size, lambda following, n: {"anyOf": [following, properties(**{f"a{n}": TEXT})]})


def circle(size: int) -> Any:
    """Components in a circle, of one length whatever is asked for; one more is another property of the first."""
    length = size - size % 2
    found = {f"C{n}": properties(a=TEXT, following=ref(f"C{(n + 1) % length}")) for n in range(length)}
    if length < size:
        found["C0"]["properties"]["more"] = TEXT
    return one(ref("C0"), ref("C0"), found)


def union(size: int) -> Any:
    whole = {"oneOf": [ref(f"C{n}") for n in range(size)]}
    return one(whole, whole, {f"C{n}": properties(**{f"a{n}": TEXT}) for n in range(size)})


def inline_union(size: int) -> Any:
    whole = {"oneOf": [properties(**{f"a{n}": TEXT}) for n in range(size)]}
    return one(whole, whole)


def union_of_values(size: int) -> Any:
    whole = properties(a={"anyOf": [*({"type": "string", "enum": [f"c{n}"]} for n in range(size)), TEXT]})
    return one(whole, whole)


def tagged_union(size: int) -> Any:
    variants = _tagged(size)
    whole = {"oneOf": list(variants.values())}
    return one(whole, whole)


def mapping(size: int) -> Any:
    variants = _tagged(size)
    tags = {f"k{n}": f"#/components/schemas/C{n}" for n in range(size)}
    variants["U"] = {"oneOf": [ref(f"C{n}") for n in range(size)]}
    variants["U"]["discriminator"] = {"propertyName": "kind", "mapping": tags}
    return one(ref("U"), ref("U"), variants)


def children(size: int) -> Any:
    """Components that are one base by `allOf`, which has a discriminator."""
    found: dict[str, Any] = {f"C{n}": {"allOf": [ref("B"), properties(**{f"a{n}": TEXT})]} for n in range(size)}
    found["B"] = {**properties(kind=TEXT), "required": ["kind"], "discriminator": {"propertyName": "kind"}}
    return one(ref("B"), properties(**{f"c{n}": ref(f"C{n}") for n in range(size)}), found)


def _chain(size: int, link: Callable[[Any, int], Any]) -> Any:
    found = {f"C{n}": link(ref(f"C{n + 1}"), n) for n in range(size)}
    return one(ref("C0"), ref("C0"), {**found, f"C{size}": properties(a=TEXT)})


def _tagged(size: int) -> dict[str, Any]:
    kinds = ({"type": "string", "enum": [f"k{n}"]} for n in range(size))
    return {f"C{n}": {**properties(kind=kind, a=TEXT), "required": ["kind"]} for n, kind in enumerate(kinds)}


def _answer(schema: Any) -> Any:
    return {"description": "Fine.", "content": {"application/json": {"schema": schema}}}


DOCUMENTS: dict[str, Made] = {
    made.__name__: made
    for made in (
        *(twins, one_name, one_resource, resources, pages, tags, tags_of_one, parameters, parameters_of_path),
        *(responses, media_types, response_headers, links, examples, callbacks, webhooks, security, scopes),
        *(servers, server_variables, components, inline_objects, equal_objects, reference_chain, object_chain),
        *(all_of_chain, union_chain, circle, union, inline_union, union_of_values, tagged_union, mapping, children),
    )
}
