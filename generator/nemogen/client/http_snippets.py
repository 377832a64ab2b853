"""The call of a README without Python: as a command of curl, and in JavaScript with fetch."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

from nemogen.characters import is_printable
from nemogen.client.environment import line
from nemogen.client.examples import json_text
from nemogen.client.plan import ClientPlan
from nemogen.client.sample_call import Request
from nemogen.document import Json
from nemogen.text_safety import in_json, in_shell, plain

_LONGEST = 90


def curl(plan: ClientPlan, request: Request, binary: bool) -> str:
    """The request as one command of a POSIX shell. `binary`: the answer goes into a file."""
    default = quote(plan.base_url.value, safe=":/[]%~")
    url = f'"${{{plan.base_url_env}:-{default}}}"{in_shell(request.path + _query(request))}'
    verb = f" --request {request.verb}" if request.verb != ("POST" if request.kind else "GET") else ""
    parts = [f"curl --fail-with-body --silent --show-error{verb}", url]
    parts += [f"--header {in_shell(f'{line(name)}: {line(value)}')}" for name, value in request.headers]
    parts += _curl_key(plan)
    parts += _curl_body(request)
    if binary:
        parts.append("--output answer.bin")
    return " \\\n  ".join(parts)


def _query(request: Request) -> str:
    return f"?{urlencode(request.query, quote_via=quote)}" if request.query else ""


def _curl_key(plan: ClientPlan) -> list[str]:
    key, name = f"${plan.key_env}", _inside_quotes(line(plan.auth_name))
    match plan.auth_scheme:
        case "bearer":
            return [f'--header "Authorization: Bearer {key}"']
        case "basic":
            return [f'--user "{key}"']
        case "header":
            return [f'--header "{name}: {key}"']
        case "query":
            return [f'--url-query "{name}={key}"']
    return []


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
        case "binary":
            return [f"--header {in_shell(f'Content-Type: {line(request.media)}')}", "--data-binary @file.bin"]
    return []


def _rows(body: Json) -> list[tuple[str, str]]:
    """The fields of a form, as texts."""
    rows = body.items() if isinstance(body, dict) else ()
    return [(line(name), value if isinstance(value, str) else json.dumps(value)) for name, value in rows]


def _inside_quotes(text: str) -> str:
    """Text between the double quotes of a shell."""
    return "".join(f"\\{sign}" if sign in '"$`\\' else sign for sign in plain(text))


def javascript(plan: ClientPlan, request: Request, returns: str, shown: str) -> str:
    """The request with `fetch`, as an ES module. `returns` is the annotation of the method in Python; of an answer in
    JSON the expression `shown` is printed. Empty where `fetch` refuses the request: it sends no body with GET."""
    if request.kind and request.verb in {"GET", "HEAD"}:
        return ""
    before, body = _javascript_body(request)
    headers = _headers(plan, request)
    options = [f"method: {json_text(request.verb)}"]
    options += ["headers: {\n    " + ",\n    ".join(headers) + ",\n  }"] if headers else []
    options += [f"body: {body}"] if body else []
    lines = [
        f"const base = process.env.{plan.base_url_env} || {json_text(plan.base_url.value)};",
        *before,
        f"const response = await fetch({_javascript_url(plan, request)}, {{",
        *(f"  {option}," for option in options),
        "});",
        "if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);",
        *_javascript_answer(returns, shown),
    ]
    return "\n".join(lines)


def _javascript_url(plan: ClientPlan, request: Request) -> str:
    url = f"base + {json_text(request.path + _query(request))}"
    if plan.auth_scheme != "query":
        return url
    sign = "&" if request.query else "?"
    name = json_text(f"{sign}{quote(plan.auth_name.value)}=")
    return f"{url} + {name} + encodeURIComponent(process.env.{plan.key_env})"


def _headers(plan: ClientPlan, request: Request) -> list[str]:
    key = f"process.env.{plan.key_env}"
    keys = {
        "bearer": f"Authorization: `Bearer ${{{key}}}`",
        "basic": f"Authorization: `Basic ${{btoa({key})}}`",
        "header": f"{json_text(line(plan.auth_name))}: {key}",
    }
    found = [keys[plan.auth_scheme]] if plan.auth_scheme in keys else []
    found += [f"{json_text(line(name))}: {json_text(line(value))}" for name, value in request.headers]
    if request.kind in {"json", "text", "binary"}:
        found.append(f'"Content-Type": {json_text(line(request.media))}')
    return found


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
        case "multipart":
            files = [f'form.append({json_text(name)}, new Blob(["Hello"]), "file.bin");' for name in request.files]
            rows = _rows(request.body)
            fields = [f"form.append({json_text(name)}, {json_text(value)});" for name, value in rows]
            return ["const form = new FormData();", *files, *fields], "form"
    return [], ""


def _javascript_answer(returns: str, shown: str) -> list[str]:
    match returns:
        case "None" | "ResponseHeaders":
            return ["console.log(response.status);"]
        case "BinaryContent":
            return ["const bytes = new Uint8Array(await response.arrayBuffer());", "console.log(bytes.length);"]
        case _ if "str" in returns or "BinaryContent" in returns:
            return ["console.log(await response.text());"]
    return ["const answer = await response.json();", f"console.log({shown});"]


def _json(value: Json, indent: int) -> str:
    """JSON in one line where it is short, else spread and indented; what cannot be seen is escaped."""
    line_of_it = json.dumps(value, ensure_ascii=False)
    hidden = not is_printable(line_of_it)
    if len(line_of_it) <= _LONGEST:
        return in_json(json.dumps(value, ensure_ascii=hidden))
    return in_json(json.dumps(value, indent=2, ensure_ascii=hidden)).replace("\n", "\n" + " " * indent)
