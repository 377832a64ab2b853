"""Writes a document of OpenAPI 3.0 as one of Swagger 2.0 that means the same."""

from __future__ import annotations

import copy
import json
from typing import Any
from urllib.parse import urlsplit


def as_swagger(document: dict[str, Any]) -> dict[str, Any]:
    """The document in Swagger 2.0. Takes JSON bodies alone, one server, and schemas without unions and null."""
    url = urlsplit(document["servers"][0]["url"])
    paths = {
        path: {method: _operation(operation) for method, operation in item.items()}
        for path, item in document["paths"].items()
    }
    made = {
        "swagger": "2.0",
        "info": document["info"],
        "host": url.netloc,
        "basePath": url.path,
        "schemes": [url.scheme],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": paths,
        "definitions": document.get("components", {}).get("schemas", {}),
    }
    found: dict[str, Any] = json.loads(json.dumps(made).replace("#/components/schemas/", "#/definitions/"))
    return found


def _operation(raw: dict[str, Any]) -> dict[str, Any]:
    operation = copy.deepcopy(raw)
    parameters = [_flat(each) for each in operation.pop("parameters", ())]
    body = operation.pop("requestBody", None)
    if body is not None:
        schema = body["content"]["application/json"]["schema"]
        parameters.append({"name": "body", "in": "body", "required": body.get("required", False), "schema": schema})
    responses = {status: _response(each) for status, each in operation["responses"].items()}
    return {**operation, "parameters": parameters, "responses": responses}


def _response(raw: dict[str, Any]) -> dict[str, Any]:
    content = raw.get("content", {})
    schema = {"schema": content["application/json"]["schema"]} if content else {}
    headers = {name: _flat(each) for name, each in raw.get("headers", {}).items()}
    return {"description": raw["description"], **schema, **({"headers": headers} if headers else {})}


def _flat(raw: dict[str, Any]) -> dict[str, Any]:
    """A parameter or a header, whose type stands in itself."""
    return {**{key: value for key, value in raw.items() if key != "schema"}, **raw["schema"]}
