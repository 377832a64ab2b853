"""One small API, and clients of it as other generators write them: all call its pets animals."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import Any

TRAP = "open('executed', 'w').close()\n"
"""What a module does that is imported, which none is."""


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


ONE = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example/v1"}],
    "paths": {
        "/pets": {
            "get": {"operationId": "listPets", "responses": {"200": _json(_ref("PetList"))}},
            "post": {
                "operationId": "createPet",
                "requestBody": {"content": {"application/json": {"schema": _ref("NewPet")}}},
                "responses": {"201": _json(_ref("Pet"))},
            },
        },
        "/pets/{petId}": {
            "get": {"operationId": "getPet", "parameters": [ONE], "responses": {"200": _json(_ref("Pet"))}},
            "delete": {"operationId": "deletePet", "parameters": [ONE], "responses": {"204": {"description": ""}}},
        },
        "/version": {"get": {"operationId": "getVersion", "responses": {"200": _json(_ref("Build"))}}},
    },
    "components": {
        "schemas": {
            "PetList": {"type": "object", "properties": {"data": {"type": "array", "items": _ref("Pet")}}},
            "NewPet": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "favouriteToy": _ref("Toy")},
            },
            "Pet": {
                "type": "object",
                "required": ["id", "owner"],
                "properties": {
                    "id": {"type": "string"},
                    "owner": {"type": "object", "properties": {"fullName": {"type": "string"}}},
                    "favouriteToy": _ref("Toy"),
                },
            },
            "Toy": {
                "oneOf": [
                    {"type": "object", "properties": {"kind": {"const": "ball"}, "size": {"type": "integer"}}},
                    {"type": "object", "properties": {"kind": {"const": "rope"}, "length": {"type": "integer"}}},
                ]
            },
            "Build": {"type": "object", "properties": {"commit": {"type": "string"}}},
        }
    },
}

METHODS = {
    "GET /pets": "animals.list",
    "POST /pets": "animals.create",
    "GET /pets/{}": "animals.fetch",
    "DELETE /pets/{}": "animals.remove",
}
MODELS = {"Pet": "Animal", "Pet/properties/owner": "AnimalOwner"}
TOYS = {"Toy/oneOf/0": "BallToy", "Toy/oneOf/1": "RopeToy"}


def spec(**extensions: dict[str, Any]) -> str:
    """The spec as JSON; `extensions` go to the operations and schemas of these names."""
    document = json.loads(json.dumps(SPEC))
    for path in document["paths"].values():
        for operation in path.values():
            operation.update(extensions.get(operation["operationId"], {}))
    for name, schema in document["components"]["schemas"].items():
        schema.update(extensions.get(name, {}))
    return json.dumps(document)


def _files(texts: dict[str, str]) -> dict[str, str]:
    return {path: TRAP + dedent(text) for path, text in texts.items()}


STAINLESS = _files(
    {
        "zoo/__init__.py": "from ._client import Zoo, AsyncZoo\n",
        "zoo/_client.py": """
            from __future__ import annotations
            from typing import TYPE_CHECKING
            from ._compat import cached_property
            if TYPE_CHECKING:
                from .resources.animals import Animals, AsyncAnimals

            class Zoo(SyncAPIClient):
                @cached_property
                def animals(self) -> Animals:
                    from .resources.animals import Animals
                    return Animals(self)

                @cached_property
                def with_raw_response(self) -> ZooWithRawResponse: ...

            class AsyncZoo(AsyncAPIClient):
                @cached_property
                def animals(self) -> AsyncAnimals: ...
            """,
        "zoo/_compat.py": "cached_property = property\n",
        "zoo/pagination.py": "class SyncPage: ...\n",
        "zoo/resources/__init__.py": "",
        "zoo/resources/animals.py": """
            from __future__ import annotations
            from typing import Iterable, Union
            from ..pagination import SyncPage
            from ..types.animal import Animal
            from ..types.toy_param import ToyParam
            from .._utils import path_template, maybe_transform

            class Animals(SyncAPIResource):
                def create(self, *, name: str, favourite_toy: ToyParam | Omit = omit) -> Animal:
                    return self._post("/pets", body=maybe_transform({"name": name}, dict), cast_to=Animal)

                def create_and_wait(self, *, name: str) -> Animal:
                    return self._post("/pets", body={"name": name}, cast_to=Animal)

                def list(self) -> SyncPage[Animal]:
                    return self._get_api_list("/pets", page=SyncPage[Animal], model=Animal)

                def fetch(self, pet_id: str) -> Animal:
                    return self._get(path_template("/pets/{pet_id}", pet_id=pet_id), cast_to=Animal)

                def remove(self, pet_id: str) -> None:
                    return self._delete(f"/pets/{pet_id}", cast_to=NoneType)

                def groom(self, pet_id: str) -> None:
                    return self._post(f"/pets/{pet_id}/groom", cast_to=NoneType)

            class AsyncAnimals(AsyncAPIResource):
                async def fetch_async(self, pet_id: str) -> Animal:
                    return await self._get(f"/pets/{pet_id}", cast_to=Animal)
            """,
        "zoo/types/__init__.py": "from .animal import Animal as Animal, BallToy, RopeToy\n",
        "zoo/types/animal.py": """
            from typing import Union, Optional
            from typing_extensions import Annotated, Literal, TypeAlias
            from pydantic import Field as FieldInfo
            from .._models import BaseModel

            class AnimalOwner(BaseModel):
                full_name: Optional[str] = FieldInfo(alias="fullName", default=None)

            class RopeToy(BaseModel):
                kind: Optional[Literal["rope"]] = None
                length: Optional[int] = None

            class BallToy(BaseModel):
                kind: Optional[Literal["ball"]] = None
                size: Optional[int] = None

            class Animal(BaseModel):
                id: str
                owner: AnimalOwner
                favourite_toy: Union[RopeToy, BallToy, None] = FieldInfo(alias="favouriteToy", default=None)
            """,
        "zoo/types/toy_param.py": """
            from typing import Union
            from typing_extensions import Literal, TypedDict

            class BallToyParam(TypedDict, total=False):
                kind: Literal["ball"]

            ToyParam = Union[BallToyParam]
            """,
    }
)

FERN = _files(
    {
        "zoo/__init__.py": "from .client import ZooClient\nfrom .types import Animal, AnimalOwner\n",
        "zoo/client.py": """
            from __future__ import annotations
            import typing
            if typing.TYPE_CHECKING:
                from .animals.client import AnimalsClient, AsyncAnimalsClient

            class ZooClient:
                def __init__(self, *, base_url: str):
                    self._client_wrapper = object()
                    self._animals: typing.Optional[AnimalsClient] = None

                @property
                def animals(self):
                    if self._animals is None:
                        from .animals.client import AnimalsClient
                        self._animals = AnimalsClient(client_wrapper=self._client_wrapper)
                    return self._animals
            """,
        "zoo/animals/__init__.py": "",
        "zoo/animals/client.py": """
            import typing
            from ..types.animal import Animal
            from ..core.pager import SyncPager
            from .raw_client import RawAnimalsClient

            class AnimalsClient:
                def __init__(self, *, client_wrapper):
                    self._raw_client = RawAnimalsClient(client_wrapper=client_wrapper)

                @property
                def with_raw_response(self) -> RawAnimalsClient:
                    return self._raw_client

                def list(self) -> SyncPager[Animal]:
                    return self._raw_client.list()

                def create(self, *, name: str) -> Animal:
                    _response = self._raw_client.create(name=name)
                    return _response.data

                def fetch(self, pet_id: str) -> Animal:
                    _response = self._raw_client.fetch(pet_id)
                    return _response.data

                def remove(self, pet_id: str) -> None:
                    _response = self._raw_client.remove(pet_id)
            """,
        "zoo/core/__init__.py": "",
        "zoo/core/pager.py": "class SyncPager: ...\n",
        "zoo/animals/raw_client.py": """
            from ..core.jsonable_encoder import jsonable_encoder

            class RawAnimalsClient:
                def __init__(self, *, client_wrapper):
                    self._client_wrapper = client_wrapper

                def list(self):
                    return self._client_wrapper.httpx_client.request("v1/pets", method="GET")

                def create(self, *, name: str):
                    return self._client_wrapper.httpx_client.request("v1/pets", method="POST", json={"name": name})

                def fetch(self, pet_id: str):
                    return self._client_wrapper.httpx_client.request(
                        f"v1/pets/{jsonable_encoder(pet_id)}", method="GET"
                    )

                def remove(self, pet_id: str):
                    return self._client_wrapper.httpx_client.request(
                        f"v1/pets/{jsonable_encoder(pet_id)}", method="DELETE"
                    )
            """,
        "zoo/types/__init__.py": "from .animal import Animal\nfrom .animal_owner import AnimalOwner\n",
        "zoo/types/animal.py": """
            import pydantic
            import typing_extensions
            from .animal_owner import AnimalOwner

            class Animal(pydantic.BaseModel):
                id: str
                owner: AnimalOwner
            """,
        "zoo/types/animal_owner.py": """
            import typing
            import pydantic
            import typing_extensions

            class AnimalOwner(pydantic.BaseModel):
                full_name: typing_extensions.Annotated[str, FieldMetadata(alias="fullName")]
            """,
    }
)

SPEAKEASY = _files(
    {
        "zoo/__init__.py": "from .sdk import *\n",
        "zoo/sdk.py": """
            from typing import TYPE_CHECKING
            from .basesdk import BaseSDK
            if TYPE_CHECKING:
                from zoo.animals import Animals

            class Zoo(BaseSDK):
                animals: "Animals"
                _sub_sdk_map = {"animals": ("zoo.animals", "Animals")}
            """,
        "zoo/basesdk.py": "class BaseSDK:\n    def _build_request(self, method, path): ...\n",
        "zoo/animals.py": """
            from typing import Any, Optional, Union
            from .basesdk import BaseSDK
            from zoo import models

            class Animals(BaseSDK):
                def list(self) -> models.ListAnimalsResponse:
                    req = self._build_request(method="GET", path="/pets", request=None)

                def create(self, *, name: str) -> models.Animal:
                    req = self._build_request(method="POST", path="/pets", request=None)

                async def create_async(self, *, name: str) -> models.Animal:
                    req = self._build_request_async(method="POST", path="/pets", request=None)

                def fetch(self, *, pet_id: str) -> Optional[models.Animal]:
                    req = self._build_request(method="GET", path="/pets/{petId}", request=None)

                def remove(self, *, pet_id: str):
                    req = self._build_request(method="DELETE", path="/pets/{petId}", request=None)
            """,
        "zoo/models/__init__.py": """
            from typing import TYPE_CHECKING
            if TYPE_CHECKING:
                from .animal import Animal, AnimalOwner, AnimalTypedDict
                from .listanimals import ListAnimalsResponse
            """,
        "zoo/models/animal.py": """
            import pydantic
            from typing_extensions import Annotated, TypedDict
            from zoo.types import BaseModel, OptionalNullable

            class AnimalTypedDict(TypedDict):
                id: str

            class AnimalOwner(BaseModel):
                full_name: Annotated[OptionalNullable[str], pydantic.Field(alias="fullName")] = None

            class Animal(BaseModel):
                id: str
                owner: AnimalOwner
            """,
        "zoo/models/listanimals.py": """
            from typing import List, Optional
            from .animal import Animal
            from zoo.types import BaseModel

            class ListAnimalsResponse(BaseModel):
                data: Optional[List[Animal]] = None
            """,
        "zoo/types/__init__.py": "class BaseModel: ...\n",
    }
)

_ENDPOINT = """
from typing import Any, Optional, Union
from urllib.parse import quote
from ...models.animal import Animal
from ...models.new_animal import NewAnimal
from ...types import UNSET, Response, Unset

def _get_kwargs({parameter}) -> dict[str, Any]:
    _kwargs: dict[str, Any] = {{
        "method": "{verb}",
        "url": "{path}"{made},
    }}
    return _kwargs

def sync(*, client) -> Optional[{returned}]:
    return None
"""


def _endpoint(verb: str, path: str, parameter: str = "", returned: str = "Animal") -> str:
    made = ".format(pet_id=quote(str(pet_id), safe=''))" if "{" in path else ""
    return _ENDPOINT.format(verb=verb, path=path, made=made, parameter=parameter, returned=returned)


OPENAPI_PYTHON_CLIENT = _files(
    {
        "zoo/__init__.py": "from .client import Client\n",
        "zoo/client.py": "class Client:\n    raise_on_unexpected_status: bool = False\n",
        "zoo/api/__init__.py": "",
        "zoo/api/animals/__init__.py": "",
        "zoo/api/animals/list.py": _endpoint("get", "/pets", returned="list[Animal]"),
        "zoo/api/animals/create.py": _endpoint("post", "/pets", "*, body: NewAnimal"),
        "zoo/api/animals/fetch.py": _endpoint("get", "/pets/{pet_id}", "pet_id: str"),
        "zoo/api/animals/remove.py": _endpoint("delete", "/pets/{pet_id}", "pet_id: str", "Any"),
        "zoo/models/__init__.py": "from .animal import Animal\nfrom .animal_owner import AnimalOwner\n",
        "zoo/models/animal.py": """
            from __future__ import annotations
            from typing import TYPE_CHECKING
            from attrs import define as _attrs_define
            if TYPE_CHECKING:
                from ..models.animal_owner import AnimalOwner

            @_attrs_define
            class Animal:
                id: str
                owner: AnimalOwner
                additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)
            """,
        "zoo/models/animal_owner.py": """
            from attrs import define as _attrs_define

            @_attrs_define
            class AnimalOwner:
                full_name: str | Unset = UNSET
            """,
        "zoo/models/new_animal.py": "class NewAnimal:\n    name: str\n",
        "zoo/types.py": "class Unset: ...\n",
    }
)

OPENAPI_GENERATOR = _files(
    {
        "zoo/__init__.py": "from zoo.api.animals_api import AnimalsApi\nfrom zoo.models.animal import Animal\n",
        "zoo/api/__init__.py": "",
        "zoo/api/animals_api.py": """
            from pydantic import validate_call
            from zoo.models.animal import Animal

            class AnimalsApi:
                def __init__(self, api_client=None) -> None:
                    self.api_client = api_client

                @validate_call
                def list(self) -> None:
                    _param = self._list_serialize()

                @validate_call
                def create(self, name: str) -> Animal:
                    _param = self._create_serialize(name)

                @validate_call
                def fetch(self, pet_id: str) -> Animal:
                    _param = self._fetch_serialize(pet_id)

                @validate_call
                def remove(self, pet_id: str) -> None:
                    _param = self._remove_serialize(pet_id)

                def _list_serialize(self):
                    return self.api_client.param_serialize(method="GET", resource_path="/pets")

                def _create_serialize(self, name):
                    return self.api_client.param_serialize(method="POST", resource_path="/pets")

                def _fetch_serialize(self, pet_id):
                    return self.api_client.param_serialize(method="GET", resource_path="/pets/{petId}")

                def _remove_serialize(self, pet_id):
                    return self.api_client.param_serialize(method="DELETE", resource_path="/pets/{petId}")
            """,
        "zoo/models/__init__.py": "from zoo.models.animal import Animal\nfrom zoo.models.animal import AnimalOwner\n",
        "zoo/models/animal.py": """
            from pydantic import BaseModel, Field, StrictStr

            class AnimalOwner(BaseModel):
                full_name: StrictStr = Field(alias="fullName")

            class Animal(BaseModel):
                id: StrictStr
                owner: AnimalOwner
            """,
    }
)

PACKAGES = {
    "fern": FERN,
    "openapi-generator": OPENAPI_GENERATOR,
    "openapi-python-client": OPENAPI_PYTHON_CLIENT,
    "speakeasy": SPEAKEASY,
    "stainless": STAINLESS,
}

STAINLESS_CONFIG = """\
organization: { name: zoo }
resources:
  $shared:
    models: { animal_owner: "#/components/schemas/Pet/properties/owner" }
  animals:
    models: { animal: Pet }
    methods:
      list: get /pets
      create: { endpoint: post /pets, type: http }
      fetch: get /pets/{petId}
      remove: delete /pets/{petId}
"""

EXTENSIONS: dict[str, dict[str, Any]] = {
    "listPets": {"x-fern-sdk-group-name": ["animals"], "x-fern-sdk-method-name": "list"},
    "createPet": {"x-fern-sdk-group-name": "animals", "x-fern-sdk-method-name": "create"},
    "getPet": {"x-speakeasy-group": "animals", "x-speakeasy-name-override": "fetch"},
    "deletePet": {"x-speakeasy-group": "animals", "x-stainless-naming": {"python": {"method_name": "remove"}}},
    "Pet": {"x-fern-type-name": "Animal"},
}
