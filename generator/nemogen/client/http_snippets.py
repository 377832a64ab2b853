"""The call of a README without Python: as a command of curl, and in JavaScript with fetch."""

from __future__ import annotations

import json
from typing import TypeAlias
from urllib.parse import quote, urlencode, urljoin

from nemogen.characters import is_printable
from nemogen.client.authentication import Credential
from nemogen.client.environment import line
from nemogen.client.examples import json_text
from nemogen.client.plan import ClientPlan
from nemogen.client.sample_call import Request
from nemogen.document import Json
from nemogen.text_safety import in_json, in_shell, plain

Shown: TypeAlias = tuple[tuple[Credential, tuple[str, ...]], ...]
"""The credentials of a call, each with its scopes."""

_LONGEST = 90


def curl(plan: ClientPlan, request: Request, binary: bool, sent: Shown = ()) -> str:
    """The request as a command of a POSIX shell, after one that fetches a token where it needs that.

    `binary`: the response goes into a file; `sent` are its credentials.
    """
    default = quote(plan.base_url.value, safe=":/[]%~")
    url = f'"${{{plan.base_url_env}:-{default}}}"{in_shell(request.path + _query(request))}'
    option = f" --request {request.http_method}" if request.http_method != ("POST" if request.kind else "GET") else ""
    parts = [f"curl --fail-with-body --silent --show-error{option}", url]
    parts += [f"--header {in_shell(f'{line(name)}: {line(value)}')}" for name, value in request.headers]
    parts += [_curl_credential(credential) for credential, _ in sent]
    parts += _curl_body(request)
    if binary:
        parts.append("--output response.bin")
    before = [_curl_token(plan, credential, scopes) for credential, scopes in sent if credential.token_url]
    return "\n".join((*before, " \\\n  ".join(parts)))


def _query(request: Request) -> str:
    return f"?{urlencode(request.query, quote_via=quote)}" if request.query else ""


def _curl_credential(credential: Credential) -> str:
    variables, name = [f"${each.env}" for each in credential.arguments], _inside_quotes(line(credential.name))
    match credential.kind:
        case "basic":
            return f'--user "{":".join(variables)}"'
        case "header":
            return f'--header "{name}: {variables[0]}"'
        case "query":
            return f'--url-query "{name}={variables[0]}"'
        case "cookie":
            return f'--cookie "{name}={variables[0]}"'
        case "client_credentials":
            return '--header "Authorization: Bearer $TOKEN"'
        case "bearer" | "none":
            return f'--header "Authorization: Bearer {variables[0]}"'


def _curl_token(plan: ClientPlan, credential: Credential, scopes: tuple[str, ...]) -> str:
    """A command that fetches a token, with which the other one is sent."""
    identity = ":".join(f"${each.env}" for each in credential.arguments)
    scope = in_shell(f"scope={line(' '.join(scopes))}")
    parts = [
        f"TOKEN=$(curl --fail-with-body --silent --show-error {in_shell(_token_url(plan, credential))}",
        f'--user "{identity}"',
        "--data grant_type=client_credentials",
        *([f"--data-urlencode {scope}"] if scopes else []),
    ]
    find = r"""| sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')"""
    return " \\\n  ".join((*parts, find))


def _token_url(plan: ClientPlan, credential: Credential) -> str:
    return quote(urljoin(f"{plan.base_url.value}/", line(credential.token_url)), safe=":/?&=[]%~")


def _curl_body(request: Request) -> list[str]:
    match request.kind:
        case "json":
            media = in_shell(f"Content-Type: {line(request.media)}")
            return [f"--header {media}", f"--data {in_shell(_json(request.body, 2))}"]
        case "form":
            return [f"--data-urlencode {in_shell(f'{name}={value}')}" for name, value in _rows(request.body)]
        case "multipart":
            files = [f"--form {in_shell(f'{line(name)}=@file.bin')}" for name in request.files]
            return [*files, *(f"--form-string {in_shell(f'{name}={value}')}" for name, value in _rows(request.body))]
        case "text":
            media = in_shell(f"Content-Type: {line(request.media)}")
            return [f"--header {media}", f"--data-binary {in_shell(line(str(request.body)))}"]
        case "lines" | "records":
            media = in_shell(f"Content-Type: {line(request.media)}")
            return [f"--header {media}", *(f"--data-binary {in_shell(each)}" for each in _items(request))]
        case "binary":
            return [f"--header {in_shell(f'Content-Type: {line(request.media)}')}", "--data-binary @file.bin"]
    return []


def _items(request: Request) -> list[str]:
    """The items of a sequence, each as JSON in a line."""
    values = request.body if isinstance(request.body, list) else [request.body]
    return [in_json(json.dumps(value, ensure_ascii=True)) for value in values]


def _rows(body: Json) -> list[tuple[str, str]]:
    """The fields of a form, as texts."""
    rows = body.items() if isinstance(body, dict) else ()
    return [(line(name), value if isinstance(value, str) else json.dumps(value)) for name, value in rows]


def _inside_quotes(text: str) -> str:
    """Text between the double quotes of a shell."""
    return "".join(f"\\{sign}" if sign in '"$`\\' else sign for sign in plain(text))


def javascript(plan: ClientPlan, request: Request, returns: str, shown: str, sent: Shown = ()) -> str:
    """The request with `fetch`, as an ES module. `returns` is the annotation of the method in Python; of a response in
    JSON the expression `shown` is printed; `sent` are its credentials. Empty if `fetch` refuses the request: it
    sends no body with GET."""
    if request.kind and request.http_method in {"GET", "HEAD"}:
        return ""
    before, body = _javascript_body(request)
    headers = _headers(request, sent)
    options = [f"method: {json_text(request.http_method)}"]
    options += ["headers: {\n    " + ",\n    ".join(headers) + ",\n  }"] if headers else []
    options += [f"body: {body}"] if body else []
    lines = [
        f"const base = process.env.{plan.base_url_env} || {json_text(plan.base_url.value)};",
        *(
            row
            for credential, scopes in sent
            if credential.token_url
            for row in _javascript_token(plan, credential, scopes)
        ),
        *before,
        f"const response = await fetch({_javascript_url(request, sent)}, {{",
        *(f"  {option}," for option in options),
        "});",
        "if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);",
        *_javascript_response(returns, shown),
    ]
    return "\n".join(lines)


def _javascript_url(request: Request, sent: Shown) -> str:
    url, sign = f"base + {json_text(request.path + _query(request))}", "&" if request.query else "?"
    for credential, _ in sent:
        if credential.kind == "query":
            name = json_text(f"{sign}{quote(credential.name.value)}=")
            url, sign = f"{url} + {name} + encodeURIComponent({_variables(credential)[0]})", "&"
    return url


def _variables(credential: Credential) -> list[str]:
    return [f"process.env.{each.env}" for each in credential.arguments]


def _headers(request: Request, sent: Shown) -> list[str]:
    found = [text for credential, _ in sent if (text := _javascript_credential(credential))]
    cookies = [
        f"{json_text(f'{quote(credential.name.value)}=')} + {_variables(credential)[0]}"
        for credential, _ in sent
        if credential.kind == "cookie"
    ]
    for name, value in request.headers:
        if name == "Cookie" and cookies:
            cookies.insert(0, json_text(line(value)))
        else:
            found.append(f"{json_text(line(name))}: {json_text(line(value))}")
    if cookies:
        found.append(f'Cookie: {""" + "; " + """.join(cookies)}')
    if request.kind in {"json", "text", "binary", "lines", "records"}:
        found.append(f'"Content-Type": {json_text(line(request.media))}')
    return found


def _javascript_credential(credential: Credential) -> str:
    """The header of a credential that has one of its own."""
    variables = _variables(credential)
    match credential.kind:
        case "bearer":
            return f"Authorization: `Bearer ${{{variables[0]}}}`"
        case "client_credentials":
            return "Authorization: `Bearer ${token}`"
        case "basic":
            return f"Authorization: `Basic ${{{_javascript_pair(credential)}}}`"
        case "header":
            return f"{json_text(line(credential.name))}: {variables[0]}"
        case "query" | "cookie" | "none":
            return ""


def _javascript_pair(credential: Credential) -> str:
    pair = ":".join(f"${{{each}}}" for each in _variables(credential))
    return f'Buffer.from(`{pair}`).toString("base64")'


def _javascript_token(plan: ClientPlan, credential: Credential, scopes: tuple[str, ...]) -> list[str]:
    scope = f", scope: {json_text(line(' '.join(scopes)))}" if scopes else ""
    return [
        f"const granted = await fetch({json_text(_token_url(plan, credential))}, {{",
        '  method: "POST",',
        f"  headers: {{ Authorization: `Basic ${{{_javascript_pair(credential)}}}` }},",
        f'  body: new URLSearchParams({{ grant_type: "client_credentials"{scope} }}),',
        "});",
        "const token = (await granted.json()).access_token;",
    ]


def _javascript_body(request: Request) -> tuple[list[str], str]:
    """Lines before the call, and the expression of the body."""
    match request.kind:
        case "json":
            return [], f"JSON.stringify({_json(request.body, 2)})"
        case "form":
            return [], f"new URLSearchParams({_json(request.body, 2)})"
        case "text":
            return [], json_text(str(request.body))
        case "binary":
            return [], '"Hello"'
        case "lines" | "records":
            separator = "\x1e" if request.kind == "records" else ""
            return [], json_text("".join(f"{separator}{each}\n" for each in _items(request)))
        case "multipart":
            files = [f'form.append({json_text(name)}, new Blob(["Hello"]), "file.bin");' for name in request.files]
            rows = _rows(request.body)
            fields = [f"form.append({json_text(name)}, {json_text(value)});" for name, value in rows]
            return ["const form = new FormData();", *files, *fields], "form"
    return [], ""


def _javascript_response(returns: str, shown: str) -> list[str]:
    match returns:
        case "None" | "ResponseHeaders":
            return ["console.log(response.status);"]
        case "BinaryContent":
            return ["const bytes = new Uint8Array(await response.arrayBuffer());", "console.log(bytes.length);"]
        case _ if "str" in returns or "BinaryContent" in returns:
            return ["console.log(await response.text());"]
    return ["const data = await response.json();", f"console.log({shown});"]


def _json(value: Json, indent: int) -> str:
    """JSON in one line where it is short, else spread and indented; what cannot be seen is escaped."""
    line_of_it = json.dumps(value, ensure_ascii=False)
    hidden = not is_printable(line_of_it)
    if len(line_of_it) <= _LONGEST:
        return in_json(json.dumps(value, ensure_ascii=hidden))
    return in_json(json.dumps(value, indent=2, ensure_ascii=hidden)).replace("\n", "\n" + " " * indent)
