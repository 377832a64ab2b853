"""The document of a pet store: another API than the one the project started with, to read programs against."""

from __future__ import annotations

import json
from typing import Any

from tests.wire.packages import BINARY, TEXT, WHOLE, api, array, gives, obj, parameters, ref, takes

STATUS = {"type": "string", "enum": ["available", "pending", "sold"]}


def petstore() -> dict[str, Any]:
    """The document, new for each call: tests change it."""
    shared = {"name": TEXT, "status": ref("Status"), "owner": ref("Owner"), "tags": array(TEXT)}
    pet = obj(id=WHOLE, weight={"type": "number"}, **shared)
    new_pet = obj(notes=TEXT, **shared)
    order = obj(id=WHOLE, total={"type": "number"}, state={"type": "string", "enum": ["open", "paid"]}, pet=ref("Pet"))
    missing = {"404": {"description": "No.", "content": {"application/json": {"schema": ref("Problem")}}}}
    found = gives(ref("Pet"))
    operations = {
        "GET /pets": {
            "operationId": "listPets",
            **parameters(
                {"name": "status", "in": "query", "schema": ref("Status")},
                {"name": "limit", "in": "query", "schema": WHOLE},
                {"name": "cursor", "in": "query", "schema": TEXT},
            ),
            **gives(ref("PetPage")),
        },
        "POST /pets": {"operationId": "createPet", **takes(ref("NewPet")), **gives(ref("Pet"), status="201")},
        "GET /pets/{pet_id}": {
            "operationId": "getPet",
            **parameters({"name": "pet_id", "in": "path", "required": True, "schema": WHOLE}),
            "responses": {**found["responses"], **missing},
        },
        "DELETE /pets/{pet_id}": {
            "operationId": "deletePet",
            **parameters({"name": "pet_id", "in": "path", "required": True, "schema": WHOLE}),
        },
        "GET /pets/{pet_id}/photo": {
            "operationId": "getPetPhoto",
            **parameters({"name": "pet_id", "in": "path", "required": True, "schema": WHOLE}),
            **gives(BINARY, media="image/png"),
        },
        "POST /orders": {"operationId": "createOrder", **takes(obj(pet_id=WHOLE, gift={"type": "boolean"})),
                         **gives(ref("Order"))},
        "GET /orders": {"operationId": "listOrders", **gives(array(ref("Order")))},
    }  # fmt: skip
    schemas = {
        "Status": STATUS,
        "Owner": obj(email=TEXT, phone=TEXT),
        "Pet": {**pet, "required": ["id", "name"]},
        "NewPet": {**new_pet, "required": ["name"]},
        "PetPage": {**obj(items=array(ref("Pet")), next_cursor=TEXT), "required": ["items"]},
        "Order": {**order, "required": ["id", "total", "state"]},
        "Problem": obj(code=TEXT, message=TEXT),
    }
    document: dict[str, Any] = json.loads(json.dumps(api(operations, schemas)))
    return document
